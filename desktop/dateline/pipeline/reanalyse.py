"""Analysis of what is kept already: after a change of the analysis' version, or from scratch. Newest articles first."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from dateline.library import Library
from dateline.news.article import ArticleId
from dateline.news.finding import Document, Findings
from dateline.pipeline.workers import Workers
from dateline.storage import rebuild

#: Articles analysed by one job and kept in one transaction.
ARTICLES_AT_ONCE = 64
JOBS_IN_FLIGHT = 6

Analysed = list[tuple[ArticleId, Findings]]


def rebuild_library(library: Library, workers: Workers, *, tell: Callable[[int], None]) -> int:
    """Make everything derived anew; returns how many articles there are. Nothing given or the user's is touched."""
    library.write(rebuild.forget_derived).result()
    return reanalyse(library, workers, tell=tell)


def reanalyse(
    library: Library,
    workers: Workers,
    *,
    tell: Callable[[int], None],
    is_wanted: Callable[[], bool] = lambda: True,
) -> int:
    """Analyse every article that this version of the analysis has not read; returns how many that were.

    `tell(n)` is called after each batch kept; the work ends early, resumable, once `is_wanted()` is false.
    """
    version = workers.submit(analysis_version).result()
    flying: deque[Future[Analysed]] = deque()
    before: ArticleId | None = None
    n_done = 0
    has_more = True
    while has_more or flying:
        while has_more and len(flying) < JOBS_IN_FLIGHT and is_wanted():
            batch = library.read(
                partial(rebuild.documents, version=version, limit=ARTICLES_AT_ONCE, before=before)
            ).result()
            has_more = len(batch) == ARTICLES_AT_ONCE
            if batch:
                before = batch[-1][0]
                flying.append(workers.submit(analyse_batch, batch))
        if not is_wanted():
            has_more = False
        if flying:
            results = flying.popleft().result()
            library.write(partial(rebuild.keep_findings, results=results, version=version)).result()
            n_done += len(results)
            tell(n_done)
    return n_done


def analysis_version() -> int:
    """Return the version of the analysis; runs in a worker process, which has it loaded."""
    from dateline.analysis.analyse import ANALYSIS_VERSION

    return ANALYSIS_VERSION


def analyse_batch(batch: list[tuple[ArticleId, Document]]) -> Analysed:
    """Analyse some articles; runs in a worker process."""
    from dateline.analysis.analyse import analyse

    return [(number, analyse(document)) for number, document in batch]
