"""One refresh: sources are asked, entries planned and kept, pages fetched, read and kept.

One thread owns all state and waits on one inbox; fetching runs in threads, reading in worker processes, keeping in the
library's writer. Each finished stage puts its result into the inbox. A failure is a value that is stored and told; it
never ends the run. What was kept stays kept when the run is stopped or killed: pages still due are taken up next time.
"""

from __future__ import annotations

import logging
import queue
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Event
from time import monotonic
from typing import Any

from dateline.errors import DatelineError, FetchError
from dateline.library import Library
from dateline.news.article import ArticleText, Completeness
from dateline.news.change import Change
from dateline.news.feed import FeedFetch, Fetched, Manner, NotModified, Source, SourceId, Validators
from dateline.news.finding import Findings
from dateline.news.lexicon_edit import NO_EDITS
from dateline.news.plan import EntryAction, Known, PageDue
from dateline.news.progress import ArticleRead, Outcome, RefreshDone, RefreshEvent, RefreshStarted, SourceRead
from dateline.pipeline import decide
from dateline.pipeline.compare import ARTICLES_AT_ONCE, compare_all, compare_some
from dateline.pipeline.hosts import Hosts
from dateline.pipeline.steps import Failed, ReadArticle, ReadSource, outlet_names, read_article, read_source
from dateline.pipeline.workers import Workers
from dateline.sources.http import PLAIN, Fetch
from dateline.sources.robots import Robots
from dateline.storage import articles, entries, sources, visits
from dateline.storage.laying_open import lay_open
from dateline.storage.lexicon_edits import lexicon_edits
from dateline.storage.outlets import keep_names

log = logging.getLogger(__name__)

N_FETCHERS = 16
#: Pages fetched but not yet kept; bounds memory however fast the network is.
MOST_IN_HAND = 48
#: Pages taken from the library at a time.
PAGES_AT_ONCE = 500


class Refresh:
    """A single run. Make it, call `run()` once from a thread of its own, read the events through `tell`."""

    def __init__(
        self,
        library: Library,
        fetch: Fetch,
        workers: Workers,
        *,
        tell: Callable[[RefreshEvent], None],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        robots: Robots | None = None,
    ) -> None:
        self._library = library
        self._fetch = fetch
        self._workers = workers
        self._tell = tell
        self._now = now
        self._robots = robots
        self._hosts = Hosts(now, robots, {})
        self._manners: dict[SourceId, Manner] = {}
        self._stopping = Event()
        self._inbox: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._n_open = 0  # stages whose result is still to come
        self._n_in_hand = 0
        self._pages: deque[PageDue] = deque()
        self._seen_pages: set[int] = set()
        self._more_due: set[tuple[SourceId, ...] | None] = set()  # whose pages were too many for one batch
        self._n_pages_done = 0
        self._results: dict[SourceId, SourceRead] = {}
        self._n_new = self._n_changed = 0
        self._edits = NO_EDITS

    def stop(self) -> None:
        """Ask the run to end soon; may be called from any thread."""
        self._stopping.set()

    def run(self, asked: Sequence[SourceId] | None = None, *, only_due: bool = False) -> RefreshDone:
        """Refresh the sources of the given ids, else all; returns when everything is kept."""
        began = monotonic()
        self._library.write(partial(keep_names, outlets=outlet_names())).result()
        self._edits = self._library.read(lexicon_edits).result()
        every = self._library.read(sources.list_sources).result()
        chosen = [source for source in every if asked is None or source.id in asked]
        waits = self._library.read(partial(sources.host_waits, now=self._now())).result()
        self._hosts = Hosts(self._now, self._robots, waits)
        self._manners = {source.id: source.manner for source in every}
        self._tell(RefreshStarted(n_sources=len(chosen)))
        with ThreadPoolExecutor(N_FETCHERS, thread_name_prefix="fetch") as self._fetchers:
            for source in chosen:
                if self._is_to_be_asked(source, by_name=asked is not None, only_due=only_due):
                    self._in_lane(source.url, partial(self._ask, source))
                else:
                    self._source_skipped(source, source.error, source.hint)
            self._load_pages(None if asked is None else [source.id for source in chosen])
            while self._n_open or (self._hosts.has_waiting and not self._stopping.is_set()):
                self._inbox.get()()
        self._compared(partial(compare_all, self._library))
        failed = sum(result.outcome is Outcome.FAILED for result in self._results.values())
        done = RefreshDone(
            n_sources=len(chosen),
            n_failed=failed,
            n_new=self._n_new,
            n_changed=self._n_changed,
            seconds=monotonic() - began,
            was_stopped=self._stopping.is_set(),
        )
        self._tell(done)
        return done

    def _is_to_be_asked(self, source: Source, *, by_name: bool, only_due: bool) -> bool:
        now = self._now()
        if only_due and not by_name and not decide.is_due(source, now):
            return False
        return decide.is_to_be_asked(source, now, by_name=by_name)

    # Stages ---------------------------------------------------------------------------------------------------------

    def _then(self, future: Future[Any], step: Callable[[Future[Any]], None]) -> None:
        """Run `step(future)` in this run's thread once the future is done."""
        self._n_open += 1

        def take() -> None:
            self._n_open -= 1
            step(future)

        future.add_done_callback(lambda _: self._inbox.put(take))

    def _in_lane(self, url: str, start: Callable[[], None]) -> None:
        self._hosts.enter(url, start)

    def _leave_lane(self, url: str, error: BaseException | None) -> None:
        self._hosts.leave(url, is_stopping=self._stopping.is_set())
        wait = self._hosts.heed(url, error) if error is not None else None
        if wait is not None:
            host, until = wait
            self._library.write(partial(sources.keep_host_wait, host=host, until=until))

    # A source -------------------------------------------------------------------------------------------------------

    def _ask(self, source: Source) -> None:
        asked = self._fetchers.submit(self._ask_source, source)
        self._then(asked, partial(self._answered, source))

    def _ask_source(self, source: Source) -> Fetched | NotModified:
        self._hosts.check(source.url)
        validators = decide.validators_to_send(source)
        return self._fetch(source.url, validators=validators, wants="feed", manner=source.manner)

    def _answered(self, source: Source, future: Future[Fetched | NotModified]) -> None:
        self._leave_lane(source.url, future.exception())
        try:
            answer = future.result()
        except Exception as error:  # noqa: BLE001 - the boundary of a fetch: a bug in it costs one source
            if isinstance(error, FetchError) and error.kind == "quiet":
                self._source_skipped(source, error.sentence, error.hint)
            else:
                self._source_failed(source, error)
            return
        if isinstance(answer, NotModified):
            self._keep_success(source, None, FeedFetch(()), answer.max_age, Change())
            return
        self._then(self._workers.submit(read_source, source, answer), partial(self._source_was_read, source, answer))

    def _source_was_read(self, source: Source, answer: Fetched, future: Future[ReadSource]) -> None:
        try:
            read = future.result()
        except Exception as error:  # noqa: BLE001 - the worker boundary
            self._source_failed(source, error)
            return
        keys = [draft.entry.key for draft in read.drafts]
        addresses = [draft.url_key for draft in read.drafts]
        known = self._library.read(partial(entries.known, source_id=source.id, keys=keys, url_keys=addresses))
        self._then(known, partial(self._plan, source, answer, read))

    def _plan(self, source: Source, answer: Fetched, read: ReadSource, future: Future[Known]) -> None:
        feed = read.feed
        plans = decide.plan_entries(read.drafts, future.result())
        plans = [plan for plan in plans if plan.action is not EntryAction.SAME]
        if not plans:
            self._keep_success(source, answer, feed, answer.max_age, Change())
            return
        kept = self._library.write(partial(entries.keep_entries, source_id=source.id, plans=plans, seen_at=self._now()))
        self._then(kept, partial(self._entries_kept, source, answer, feed))

    def _entries_kept(self, source: Source, answer: Fetched, feed: FeedFetch, future: Future[Change]) -> None:
        try:
            change = future.result()
        except DatelineError as error:
            self._source_failed(source, error)
            return
        self._keep_success(source, answer, feed, answer.max_age, change)
        if change:
            self._load_pages([source.id])

    def _keep_success(
        self, source: Source, answer: Fetched | None, feed: FeedFetch, max_age: int | None, change: Change
    ) -> None:
        now = self._now()
        due = decide.next_due_after_success(
            now,
            entries=feed.entries,
            asked_minutes=feed.interval_minutes,
            max_age=max_age,
            wanted_minutes=source.interval_minutes,
            last_minutes=decide.last_interval(source),
        )
        validators = None if answer is None else Validators() if feed.is_cut else answer.validators
        kept = self._library.write(
            partial(
                sources.keep_success,
                source_id=source.id,
                at=now,
                validators=validators,
                next_due_at=due,
                fresh_until=now + timedelta(seconds=max_age) if max_age else None,
                moved_to=answer.moved_to if answer is not None else "",
                title=feed.title,
                home_url=feed.home_url,
                hint=feed.problems[0] if feed.problems else "",
            )
        )
        n_new, n_changed = len(change.new_articles), len(change.changed_articles)
        result = SourceRead(
            source.id,
            source.url,
            source.title,
            Outcome.UPDATED if n_new or n_changed else Outcome.UNCHANGED,
            n_new,
            n_changed,
            hint=feed.problems[0] if feed.problems else None,
        )
        self._then(kept, partial(self._source_kept, result))

    def _source_skipped(self, source: Source, error: str, hint: str) -> None:
        self._source_done(
            SourceRead(source.id, source.url, source.title, Outcome.SKIPPED, error=error or None, hint=hint or None)
        )

    def _source_failed(self, source: Source, error: BaseException) -> None:
        failed = Failed.of("source", error)
        if not isinstance(error, (DatelineError, TimeoutError)):
            log.error("Reading the source %s failed", source.url, exc_info=error)
        status = error.status if isinstance(error, FetchError) else None
        now = self._now()
        due = decide.next_due_after_failure(
            now,
            n_failures=source.n_failures + 1,
            retry_at=error.retry_at if isinstance(error, FetchError) else None,
        )
        kept = self._library.write(
            partial(
                sources.keep_failure,
                source_id=source.id,
                at=now,
                error=failed.error,
                hint=failed.hint,
                next_due_at=due,
                is_gone=status == 410,
            )
        )
        result = SourceRead(
            source.id, source.url, source.title, Outcome.FAILED, error=failed.error, hint=failed.hint or None
        )
        self._then(kept, partial(self._source_kept, result))

    def _source_kept(self, result: SourceRead, future: Future[Change]) -> None:
        try:
            future.result()
        except DatelineError as error:
            result = replace(result, outcome=Outcome.FAILED, error=error.sentence, hint=error.hint or None)
        self._source_done(result)

    def _source_done(self, result: SourceRead) -> None:
        self._n_new += result.n_new
        self._n_changed += result.n_changed
        self._results[result.source] = result
        self._tell(result)

    # An article -----------------------------------------------------------------------------------------------------

    def _load_pages(self, of_sources: Sequence[SourceId] | None) -> None:
        due = self._library.read(partial(entries.pages_due, now=self._now(), limit=PAGES_AT_ONCE, sources=of_sources))
        self._then(due, partial(self._pages_loaded, of_sources))

    def _pages_loaded(self, of_sources: Sequence[SourceId] | None, future: Future[list[PageDue]]) -> None:
        found = future.result()
        fresh = [page for page in found if page.article not in self._seen_pages]
        self._seen_pages.update(page.article for page in fresh)
        self._pages.extend(fresh)
        if fresh and len(found) == PAGES_AT_ONCE:
            self._more_due.add(tuple(of_sources) if of_sources is not None else None)
        self._take_pages()

    def _take_pages(self) -> None:
        while self._pages and self._n_in_hand < MOST_IN_HAND and not self._stopping.is_set():
            page = self._pages.popleft()
            self._n_in_hand += 1
            if page.url and not page.has_full_text:
                self._in_lane(page.url, partial(self._fetch_page, page))
            else:
                self._read(page, None)

    def _fetch_page(self, page: PageDue) -> None:
        fetched = self._fetchers.submit(self._ask_page, page)
        self._then(fetched, partial(self._page_fetched, page))

    def _ask_page(self, page: PageDue) -> Fetched | NotModified:
        self._hosts.check_page(page.url)
        manner = self._manners.get(page.source, PLAIN) if page.source is not None else PLAIN
        return self._fetch(page.url, validators=page.validators, wants="page", manner=manner)

    def _page_fetched(self, page: PageDue, future: Future[Fetched | NotModified]) -> None:
        self._leave_lane(page.url, future.exception())
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
            kept = self._library.write(
                partial(
                    visits.keep_unchanged,
                    article_id=page.article,
                    at=self._now(),
                    next_look_at=self._next_look(page, is_on_topic=page.is_on_topic),
                )
            )
            self._then(kept, partial(self._page_kept, page))
            return
        self._read(page, answer)

    def _next_look(self, page: PageDue, *, is_on_topic: bool) -> datetime | None:
        return decide.next_look(
            self._now(),
            published_at=page.entry.published_at,
            first_seen_at=page.first_seen_at,
            is_on_topic=is_on_topic,
        )

    def _read(self, page: PageDue, answer: Fetched | FetchError | None) -> None:
        reading = self._workers.submit(read_article, page, answer, self._edits)
        self._then(reading, partial(self._article_was_read, page, answer, None))

    def _fetch_part(self, page: PageDue, answer: Fetched, before: ReadArticle) -> None:
        part = replace(page, url=before.goes_on_at, validators=Validators())
        self._then(self._fetchers.submit(self._ask_page, part), partial(self._part_fetched, page, answer, before))

    def _part_fetched(
        self, page: PageDue, answer: Fetched, before: ReadArticle, future: Future[Fetched | NotModified]
    ) -> None:
        self._leave_lane(before.goes_on_at, future.exception())
        error = future.exception()
        reading: Future[ReadArticle] = Future()
        if error is None:
            reading = self._workers.submit(read_article, page, future.result(), self._edits, before)
        else:
            reading.set_exception(error)
        self._then(reading, partial(self._article_was_read, page, answer, before))

    def _article_was_read(
        self,
        page: PageDue,
        answer: Fetched | FetchError | None,
        before: ReadArticle | None,
        future: Future[ReadArticle],
    ) -> None:
        now = self._now()
        next_at = None
        if isinstance(answer, FetchError):
            next_at = decide.next_page_try(answer, now, n_tries=page.n_tries + 1)
        try:
            read = future.result()
            if isinstance(answer, Fetched):
                if read.goes_on_at and not self._stopping.is_set():
                    self._in_lane(read.goes_on_at, partial(self._fetch_part, page, answer, read))
                    return
                next_at = self._next_look(page, is_on_topic=read.findings.is_on_topic)
        except (Exception, CancelledError) as error:
            if not isinstance(error, (TimeoutError, FetchError)):
                log.error("Reading the article %s failed", page.url, exc_info=error)
            read = before or _unread(page, Failed.of("article", error))  # it stays as far as its parts came
        kept = self._library.write(
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
            )
        )
        self._then(kept, partial(self._article_kept, page, read))

    def _article_kept(self, page: PageDue, read: ReadArticle, future: Future[Change]) -> None:
        self._tell(
            ArticleRead(
                id=page.article,
                url=page.url,
                completeness=read.text.completeness,
                is_on_topic=read.findings.is_on_topic,
                n_quotes=len(read.findings.quotes),
                n_done=self._n_pages_done + 1,
                n_pages=len(self._seen_pages),
            )
        )
        self._page_kept(page, future)

    def _page_kept(self, page: PageDue, future: Future[Change]) -> None:
        self._n_in_hand -= 1
        self._n_pages_done += 1
        try:
            future.result()
        except DatelineError as error:
            log.error("Keeping the article %s failed: %s", page.url, error)
        if self._n_pages_done % ARTICLES_AT_ONCE == 0:
            self._then(self._library.write(compare_some), lambda placed: self._compared(placed.result))
        self._take_pages()
        if not self._n_in_hand and not self._stopping.is_set():
            more, self._more_due = self._more_due, set()
            for of_sources in more:
                self._load_pages(of_sources)

    def _compared(self, finish: Callable[[], object]) -> None:
        """Finish comparing what was kept with what was there; what fails is compared at the next refresh."""
        try:
            finish()
        except DatelineError as error:
            log.error("Comparing articles failed: %s", error)


def _unread(page: PageDue, failed: Failed) -> ReadArticle:
    """Return what is kept of an article that could not be read."""
    text = ArticleText(text=page.entry.summary, html="", completeness=Completeness.EMPTY, reason=failed.error)
    nothing = lay_open(Findings(id=str(page.article), lang="", is_on_topic=False), "", "")
    return ReadArticle(text, nothing, "feed", 0)
