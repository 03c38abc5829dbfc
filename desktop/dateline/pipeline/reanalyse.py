"""Analysis of what is kept already: after a change of analysis or lexicon, or from scratch. Newest articles first."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from dateline.library import Library
from dateline.news.article import ArticleId
from dateline.news.lexicon_edit import LexiconEdits
from dateline.pipeline.compare import compare_all
from dateline.pipeline.workers import Workers
from dateline.storage import rebuild
from dateline.storage.lexicon_edits import lexicon_edits
from dateline.storage.rebuild import Analysed, ToAnalyse, analysed

#: Articles analysed by one job.
ARTICLES_AT_ONCE = 64
#: Articles whose findings are kept by one write job: whoever marks an article meanwhile waits no longer than for that.
KEPT_AT_ONCE = 8
#: Articles put into the search index in one transaction.
INDEXED_AT_ONCE = 2_000
JOBS_IN_FLIGHT = 6


def rebuild_library(library: Library, workers: Workers, *, tell: Callable[[int], None]) -> int:
    """Make everything derived anew; returns how many articles there are. Nothing given or the user's is touched."""
    library.write(rebuild.forget_derived).result()
    return reanalyse(library, workers, tell=tell)


def remake_index(library: Library, *, tell: Callable[[int], None]) -> int:
    """Make lists and search index again from what analysis found already; returns how many articles were indexed."""
    library.write(rebuild.remake_lists).result()
    n_done = 0
    while batch := library.read(partial(rebuild.not_indexed, limit=INDEXED_AT_ONCE)).result():
        library.write(partial(rebuild.index_again, ids=batch)).result()
        n_done += len(batch)
        tell(n_done)
    return n_done


def bring_up_to_date(
    library: Library,
    workers: Workers,
    *,
    begin: Callable[[int], None] = lambda _: None,
    tell: Callable[[int], None],
    is_wanted: Callable[[], bool],
) -> int:
    """Analyse again what another version or lexicon read, and make an index of an older cut again.

    Returns how many articles were analysed; `begin(n)` is told how many there are to be, if any. Costs next to nothing
    where the library is up to date; where it was stopped, the next call goes on.
    """
    from dateline.analysis.analyse import analysis_version

    version = analysis_version(library.read(lexicon_edits).result())
    if library.read(partial(rebuild.is_up_to_date, version=version)).result():
        compare_all(library, is_wanted=is_wanted)  # what a killed program left
        return 0
    if not library.read(rebuild.has_todays_index).result():
        library.write(rebuild.forget_derived).result()
    # From here on findings are of two versions, and going back to the first (an edit undone) must read again, too.
    library.write(rebuild.forget_version).result()
    if n_all := library.read(partial(rebuild.n_to_analyse, version=version)).result():
        begin(n_all)
    return reanalyse(library, workers, tell=tell, is_wanted=is_wanted)


def reanalyse(
    library: Library,
    workers: Workers,
    *,
    tell: Callable[[int], None],
    is_wanted: Callable[[], bool] = lambda: True,
) -> int:
    """Analyse every article that was not read by this version with this lexicon; returns how many that were.

    `tell(n)` is called after each batch kept; the work ends early, resumable, once `is_wanted()` is false.
    """
    from dateline.analysis.analyse import analysis_version

    edits = library.read(lexicon_edits).result()
    version = analysis_version(edits)
    flying: deque[Future[list[Analysed]]] = deque()
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
                before = batch[-1].article
                flying.append(workers.submit(analyse_batch, batch, edits))
        if not is_wanted():
            has_more = False
        if flying:
            results = flying.popleft().result()
            parts = (results[at : at + KEPT_AT_ONCE] for at in range(0, len(results), KEPT_AT_ONCE))
            keep = [partial(rebuild.keep_findings, results=part, version=version) for part in parts]
            for kept in library.write_together(keep, can_wait=True):
                kept.result()
            n_done += len(results)
            tell(n_done)
    compare_all(library, is_wanted=is_wanted)
    if is_wanted():
        library.write(partial(rebuild.keep_version, version=version)).result()
    return n_done


def analyse_batch(batch: list[ToAnalyse], edits: LexiconEdits) -> list[Analysed]:
    """Analyse some articles; runs in a worker process."""
    from dateline.analysis.analyse import analyse

    return [analysed(asked, analyse(asked.document, edits)) for asked in batch]
