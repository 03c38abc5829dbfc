"""One refresh: sources are asked, entries planned and kept, pages fetched, read and kept.

What happens to a source is in `source_stages`, to an article in `article_stages`, and how one thing follows another in
`stages`. A failure is a value that is stored and told; it never ends the run. What was kept stays kept when the run is
stopped or killed: pages still due are taken up next time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from threading import Event
from time import monotonic

from dateline.library import Library
from dateline.news.feed import Source, SourceId
from dateline.news.progress import Outcome, RefreshDone, RefreshEvent, RefreshStarted
from dateline.pipeline import decide
from dateline.pipeline.article_stages import ArticleStages
from dateline.pipeline.hosts import Hosts
from dateline.pipeline.source_stages import SourceStages
from dateline.pipeline.stages import Stages
from dateline.pipeline.steps import outlet_names
from dateline.pipeline.workers import Workers
from dateline.sources.http import Fetch
from dateline.sources.robots import Robots
from dateline.storage import sources
from dateline.storage.lexicon_edits import lexicon_edits
from dateline.storage.outlets import keep_names


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
        self._stopping = Event()

    def stop(self) -> None:
        """Ask the run to end soon; may be called from any thread."""
        self._stopping.set()

    def run(self, asked: Sequence[SourceId] | None = None, *, only_due: bool = False) -> RefreshDone:
        """Refresh the sources of the given ids, else all; returns when everything is kept."""
        began = monotonic()
        self._library.write(partial(keep_names, outlets=outlet_names())).result()
        edits = self._library.read(lexicon_edits).result()
        every = self._library.read(sources.list_sources).result()
        chosen = [source for source in every if asked is None or source.id in asked]
        self._tell(RefreshStarted(n_sources=len(chosen)))
        with self._stages() as stages:
            pages = ArticleStages(
                stages, edits=edits, manners={source.id: source.manner for source in every}, tell=self._tell
            )
            reading = SourceStages(stages, tell=self._tell, wants_pages=pages.load)
            for source in chosen:
                if self._is_to_be_asked(source, by_name=asked is not None, only_due=only_due):
                    reading.ask(source)
                else:
                    reading.skip(source, source.error, source.hint)
            pages.load(None if asked is None else [source.id for source in chosen])
            stages.run()
        pages.compare_rest()
        done = RefreshDone(
            n_sources=len(chosen),
            n_failed=sum(result.outcome is Outcome.FAILED for result in reading.results),
            n_new=sum(result.n_new for result in reading.results),
            n_changed=sum(result.n_changed for result in reading.results),
            seconds=monotonic() - began,
            was_stopped=self._stopping.is_set(),
        )
        self._tell(done)
        return done

    def _stages(self) -> Stages:
        waits = self._library.read(partial(sources.host_waits, now=self._now())).result()
        return Stages(
            self._library,
            self._fetch,
            self._workers,
            Hosts(self._now, self._robots, waits),
            now=self._now,
            is_stopping=self._stopping.is_set,
        )

    def _is_to_be_asked(self, source: Source, *, by_name: bool, only_due: bool) -> bool:
        now = self._now()
        if only_due and not by_name and not decide.is_due(source, now):
            return False
        return decide.is_to_be_asked(source, now, by_name=by_name)
