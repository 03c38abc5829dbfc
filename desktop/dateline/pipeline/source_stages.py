"""What happens to a source in a refresh: it is asked, its answer read, its entries planned and kept.

However that ends, the source has a result, which is kept with it and told. Its articles' pages are not looked at here.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING

from dateline.errors import DatelineError, FetchError
from dateline.news.change import Change
from dateline.news.feed import FeedFetch, Fetched, NotModified, Source, SourceId, SourceState, Validators
from dateline.news.plan import EntryAction, Known
from dateline.news.progress import Outcome, SourceRead
from dateline.pipeline import decide
from dateline.pipeline.stages import Stages
from dateline.pipeline.steps import Failed, ReadSource, read_source
from dateline.storage import entries, sources

if TYPE_CHECKING:
    from dateline.storage.database import Writing

log = logging.getLogger(__name__)

#: The statuses by which a server says that it would answer somebody who has an account there.
_LOGIN_WANTED = frozenset({401, 402})


class SourceStages:
    """The sources of one refresh. `tell` is told of each result, `wants_pages` of sources that brought something."""

    def __init__(
        self, stages: Stages, *, tell: Callable[[SourceRead], None], wants_pages: Callable[[Sequence[SourceId]], None]
    ) -> None:
        self._stages = stages
        self._tell = tell
        self._wants_pages = wants_pages
        self.results: list[SourceRead] = []

    def ask(self, source: Source) -> None:
        """Ask a source as soon as its host has room."""
        self._stages.ask(source.url, partial(self._fetch, source), partial(self._answered, source))

    def skip(self, source: Source, error: str, hint: str) -> None:
        """Leave a source alone, for a reason."""
        self._done(
            SourceRead(source.id, source.url, source.title, Outcome.SKIPPED, error=error or None, hint=hint or None)
        )

    def _fetch(self, source: Source) -> Fetched | NotModified:
        self._stages.hosts.check(source.url)
        validators = decide.validators_to_send(source)
        answer = self._stages.fetch(source.url, validators=validators, wants="feed", manner=source.manner)
        if isinstance(answer, NotModified):
            return answer
        digest = blake2b(answer.body, digest_size=16).hexdigest()
        return replace(answer, validators=replace(answer.validators, digest=digest))

    def _answered(self, source: Source, future: Future[Fetched | NotModified]) -> None:
        try:
            answer = future.result()
        except Exception as error:  # noqa: BLE001 - the boundary of a fetch: a bug in it costs one source
            if isinstance(error, FetchError) and error.kind == "quiet":
                self.skip(source, error.sentence, error.hint)
            else:
                self._failed(source, error)
            return
        if isinstance(answer, NotModified) or decide.is_unchanged(source, answer):
            self._keep_answer(source, answer, None, None)
            return
        reading = self._stages.workers.submit(read_source, source, answer)
        self._stages.then(reading, partial(self._was_read, source, answer))

    def _was_read(self, source: Source, answer: Fetched, future: Future[ReadSource]) -> None:
        try:
            read = future.result()
        except Exception as error:  # noqa: BLE001 - the worker boundary
            self._failed(source, error)
            return
        keys = [draft.entry.key for draft in read.drafts]
        addresses = [draft.url_key for draft in read.drafts]
        known = self._stages.library.read(partial(entries.known, source_id=source.id, keys=keys, url_keys=addresses))
        self._stages.then(known, partial(self._plan, source, answer, read))

    def _plan(self, source: Source, answer: Fetched, read: ReadSource, future: Future[Known]) -> None:
        feed = read.feed
        if (error := future.exception()) is not None:
            self._failed(source, error)
            return
        plans = decide.plan_entries(read.drafts, future.result())
        plans = [plan for plan in plans if plan.action is not EntryAction.SAME]
        bring: Callable[[Writing], Change] | None = None
        if plans:
            bring = partial(
                entries.keep_entries,
                source_id=source.id,
                plans=plans,
                seen_at=self._stages.now(),
                tokens=read.tokens,
            )
        self._keep_answer(source, answer, feed, bring)

    def _keep_answer(
        self,
        source: Source,
        answer: Fetched | NotModified,
        read: FeedFetch | None,
        bring: Callable[[Writing], Change] | None,
    ) -> None:
        """Keep what came of an answer, which `bring` keeps the entries of where it has any.

        `read` is None where nothing changed since the last answer and nothing was read.
        """
        feed = read or FeedFetch(())
        now = self._stages.now()
        due = decide.next_due_after_success(
            now,
            entries=feed.entries,
            asked_minutes=feed.interval_minutes,
            max_age=answer.max_age,
            wanted_minutes=source.interval_minutes,
            last_minutes=decide.last_interval(source),
        )
        validators, hint = None, source.hint if source.state is SourceState.WORKING else ""
        if read is not None and isinstance(answer, Fetched):
            validators = Validators() if read.is_cut else answer.validators
            hint = read.problems[0] if read.problems else ""
        succeed = partial(
            sources.keep_success,
            source_id=source.id,
            at=now,
            validators=validators,
            next_due_at=due,
            fresh_until=now + timedelta(seconds=answer.max_age) if answer.max_age else None,
            moved_to=answer.moved_to if isinstance(answer, Fetched) else "",
            title=feed.title,
            home_url=feed.home_url,
            hint=hint,
        )
        self._stages.keep(
            succeed if bring is None else partial(_keep_both, bring=bring, succeed=succeed),
            partial(self._answer_kept, source, hint),
        )

    def _answer_kept(self, source: Source, hint: str, future: Future[Change]) -> None:
        if (error := future.exception()) is not None:
            self._failed(source, error)
            return
        change = future.result()
        n_new, n_changed = len(change.new_articles), len(change.changed_articles)
        outcome = Outcome.UPDATED if n_new or n_changed else Outcome.UNCHANGED
        self._done(SourceRead(source.id, source.url, source.title, outcome, n_new, n_changed, hint=hint or None))
        if n_new or n_changed:
            self._wants_pages([source.id])

    def _failed(self, source: Source, error: BaseException) -> None:
        failed = _in_words(source.url, error)
        status = error.status if isinstance(error, FetchError) else None
        now = self._stages.now()
        due = decide.next_due_after_failure(
            now,
            n_failures=source.n_failures + 1,
            retry_at=error.retry_at if isinstance(error, FetchError) else None,
        )
        result = SourceRead(
            source.id, source.url, source.title, Outcome.FAILED, error=failed.error, hint=failed.hint or None
        )
        self._stages.keep(
            partial(
                sources.keep_failure,
                source_id=source.id,
                at=now,
                error=failed.error,
                hint=failed.hint,
                next_due_at=due,
                is_gone=status == 410,
                wants_login=status in _LOGIN_WANTED,
            ),
            partial(self._kept, result),
        )

    def _kept(self, result: SourceRead, future: Future[Change]) -> None:
        if (error := future.exception()) is not None:
            failed = _in_words(result.url, error)
            result = replace(result, outcome=Outcome.FAILED, error=failed.error, hint=failed.hint or None)
        self._done(result)

    def _done(self, result: SourceRead) -> None:
        self.results.append(result)
        self._tell(result)


def _keep_both(c: Writing, *, bring: Callable[[Writing], Change], succeed: Callable[[Writing], Change]) -> Change:
    """Keep what a source brought and that it answered, or neither: one write takes less time than two. Write job."""
    return bring(c)._replace(sources=succeed(c).sources)


def _in_words(url: str, error: BaseException) -> Failed:
    """Put what ended a source's turn into words; what nobody expects goes to the log too."""
    if not isinstance(error, (DatelineError, TimeoutError)):
        log.error("Reading the source %s failed", url, exc_info=error)
    return Failed.of("source", error)
