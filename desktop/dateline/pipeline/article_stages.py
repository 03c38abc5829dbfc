"""What happens to an article in a refresh: its page is fetched, read in a worker process, kept, and compared.

Pages due are taken from the library some at a time, and few are in hand at once, however fast the network is. A page
that fails costs only itself.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import replace
from datetime import datetime
from functools import partial

from dateline.errors import DatelineError, FetchError
from dateline.news.article import ArticleText, Completeness
from dateline.news.change import Change
from dateline.news.feed import Fetched, Manner, NotModified, SourceId, Validators
from dateline.news.finding import Findings
from dateline.news.lexicon_edit import LexiconEdits
from dateline.news.plan import PageDue
from dateline.news.progress import ArticleRead
from dateline.pipeline import decide
from dateline.pipeline.compare import ARTICLES_AT_ONCE, compare_all, compare_some
from dateline.pipeline.stages import Stages
from dateline.pipeline.steps import Failed, ReadArticle, read_article
from dateline.sources.http import PLAIN
from dateline.storage import articles, entries, visits
from dateline.storage.laying_open import lay_open

log = logging.getLogger(__name__)

#: Pages fetched but not yet kept; bounds memory however fast the network is.
MOST_IN_HAND = 48
#: Pages taken from the library at a time.
PAGES_AT_ONCE = 500


class ArticleStages:
    """The articles of one refresh. `manners` are how their sources want to be asked; `tell` is told of each read."""

    def __init__(
        self,
        stages: Stages,
        *,
        edits: LexiconEdits,
        manners: Mapping[SourceId, Manner],
        tell: Callable[[ArticleRead], None],
    ) -> None:
        self._stages = stages
        self._edits = edits
        self._manners = manners
        self._tell = tell
        self._pages: deque[PageDue] = deque()
        self._seen: set[int] = set()
        self._more_due: set[tuple[SourceId, ...] | None] = set()  # whose pages were too many for one batch
        self._is_looking = False  # for pages that are due
        self._wanted: set[SourceId] = set()  # whose pages are looked for once that look is over
        self._n_in_hand = 0
        self._n_done = 0

    def load(self, of_sources: Sequence[SourceId] | None) -> None:
        """Take up the pages that are due, of these sources or of all.

        Each look goes through all that is due, so sources that are wanted meanwhile share the next one.
        """
        if self._is_looking and of_sources is not None:
            self._wanted.update(of_sources)
            return
        self._is_looking = True
        due = partial(entries.pages_due, now=self._stages.now(), limit=PAGES_AT_ONCE, sources=of_sources)
        self._stages.then(self._stages.library.read(due), partial(self._loaded, of_sources))

    def compare_rest(self) -> None:
        """Compare what was kept and not compared yet; returns when all is. What fails waits for the next refresh."""
        try:
            compare_all(self._stages.library)
        except DatelineError as error:
            _log("Comparing articles failed", error)

    def _loaded(self, of_sources: Sequence[SourceId] | None, future: Future[list[PageDue]]) -> None:
        self._is_looking = False
        if self._wanted:
            wanted, self._wanted = sorted(self._wanted), set()
            self.load(wanted)
        if (error := future.exception()) is not None:  # they are due at the next refresh too
            _log("Looking up the pages that are due failed", error)
            return
        found = future.result()
        fresh = [page for page in found if page.article not in self._seen]
        self._seen.update(page.article for page in fresh)
        self._pages.extend(fresh)
        if fresh and len(found) == PAGES_AT_ONCE:
            self._more_due.add(tuple(of_sources) if of_sources is not None else None)
        self._take_up()

    def _take_up(self) -> None:
        while self._pages and self._n_in_hand < MOST_IN_HAND and not self._stages.is_stopping():
            page = self._pages.popleft()
            self._n_in_hand += 1
            if page.url and not page.has_full_text:
                self._stages.ask(page.url, partial(self._fetch, page), partial(self._fetched, page))
            else:
                self._read(page, None)

    def _fetch(self, page: PageDue) -> Fetched | NotModified:
        self._stages.hosts.check_page(page.url)
        manner = self._manners.get(page.source, PLAIN) if page.source is not None else PLAIN
        return self._stages.fetch(page.url, validators=page.validators, wants="page", manner=manner)

    def _fetched(self, page: PageDue, future: Future[Fetched | NotModified]) -> None:
        try:
            answer = future.result()
        except FetchError as error:
            self._read(page, error)
            return
        except Exception as error:
            log.error("Fetching the page %s failed", page.url, exc_info=error)
            self._read(page, FetchError(Failed.of("page", error).error))
            return
        if isinstance(answer, NotModified):
            self._stages.keep(
                partial(
                    visits.keep_unchanged,
                    article_id=page.article,
                    at=self._stages.now(),
                    next_look_at=self._next_look(page, is_on_topic=page.is_on_topic),
                ),
                partial(self._kept, page),
            )
            return
        self._read(page, answer)

    def _next_look(self, page: PageDue, *, is_on_topic: bool) -> datetime | None:
        return decide.next_look(
            self._stages.now(),
            published_at=page.entry.published_at,
            first_seen_at=page.first_seen_at,
            is_on_topic=is_on_topic,
        )

    def _read(self, page: PageDue, answer: Fetched | FetchError | None) -> None:
        reading = self._stages.workers.submit(read_article, page, answer, self._edits)
        self._stages.then(reading, partial(self._was_read, page, answer, None))

    def _part_fetched(
        self, page: PageDue, answer: Fetched, before: ReadArticle, future: Future[Fetched | NotModified]
    ) -> None:
        error = future.exception()
        reading: Future[ReadArticle] = Future()
        if error is None:
            reading = self._stages.workers.submit(read_article, page, future.result(), self._edits, before)
        else:
            reading.set_exception(error)
        self._stages.then(reading, partial(self._was_read, page, answer, before))

    def _was_read(
        self,
        page: PageDue,
        answer: Fetched | FetchError | None,
        before: ReadArticle | None,
        future: Future[ReadArticle],
    ) -> None:
        now = self._stages.now()
        next_at = None
        if isinstance(answer, FetchError):
            next_at = decide.next_page_try(answer, now, n_tries=page.n_tries + 1)
        try:
            read = future.result()
            if isinstance(answer, Fetched):
                if read.goes_on_at and not self._stages.is_stopping():
                    part = replace(page, url=read.goes_on_at, validators=Validators())
                    self._stages.ask(
                        part.url, partial(self._fetch, part), partial(self._part_fetched, page, answer, read)
                    )
                    return
                next_at = self._next_look(page, is_on_topic=read.findings.is_on_topic)
        except (Exception, CancelledError) as error:
            if not isinstance(error, (TimeoutError, FetchError)):
                log.error("Reading the article %s failed", page.url, exc_info=error)
            read = before or _unread(page, Failed.of("article", error))  # it stays as far as its parts came
        self._stages.keep(
            partial(
                articles.keep_text,
                article_id=page.article,
                text=read.text,
                findings=read.findings,
                origin=read.origin,
                captured_at=now,
                next_try_at=next_at,
                has_failed=isinstance(answer, FetchError),
                analysis_version=read.analysis_version,
                validators=answer.validators if isinstance(answer, Fetched) else None,
                also_at=read.also_at,
                tokens=read.tokens,
            ),
            partial(self._text_kept, page, read),
        )

    def _text_kept(self, page: PageDue, read: ReadArticle, future: Future[Change]) -> None:
        self._tell(
            ArticleRead(
                id=page.article,
                url=page.url,
                completeness=read.text.completeness,
                is_on_topic=read.findings.is_on_topic,
                n_quotes=len(read.findings.quotes),
                n_done=self._n_done + 1,
                n_pages=len(self._seen),
            )
        )
        self._kept(page, future)

    def _kept(self, page: PageDue, future: Future[Change]) -> None:
        self._n_in_hand -= 1
        self._n_done += 1
        if (error := future.exception()) is not None:
            _log(f"Keeping the article {page.url} failed", error)
        if self._n_done % ARTICLES_AT_ONCE == 0:
            self._stages.then(self._stages.library.write(compare_some, can_wait=True), self._compared)
        self._take_up()
        if not self._n_in_hand and not self._stages.is_stopping():
            more, self._more_due = self._more_due, set()
            for of_sources in more:
                self.load(of_sources)

    def _compared(self, future: Future[Change]) -> None:
        if (error := future.exception()) is not None:
            _log("Comparing articles failed", error)


def _log(what: str, error: BaseException) -> None:
    """Note a failure that costs no more than its own article, with its trace where nobody expected it."""
    log.error("%s: %s", what, error, exc_info=None if isinstance(error, DatelineError) else error)


def _unread(page: PageDue, failed: Failed) -> ReadArticle:
    """Return what is kept of an article that could not be read."""
    text = ArticleText(text=page.entry.summary, html="", completeness=Completeness.EMPTY, reason=failed.error)
    nothing = lay_open(Findings(id=str(page.article), lang="", is_on_topic=False), "", "")
    return ReadArticle(text, nothing, "feed", 0)
