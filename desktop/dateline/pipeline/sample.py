"""The sample coverage through the real pipeline, offline."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from dateline.library import Library
from dateline.news.progress import RefreshDone, RefreshEvent
from dateline.pipeline.refresh import Refresh
from dateline.pipeline.workers import Workers
from dateline.sources.sample import sample_fetch, sample_sources
from dateline.storage.settings_rows import mark_as_sample
from dateline.storage.sources import add_sources


def gather_sample(library: Library, *, tell: Callable[[RefreshEvent], None]) -> RefreshDone:
    """Fill a fresh library with the sample coverage; every article in it is marked as sample."""
    library.write(mark_as_sample).result()
    library.write(partial(add_sources, new=sample_sources())).result()
    with Workers() as workers:
        return Refresh(library, sample_fetch, workers, tell=tell).run()
