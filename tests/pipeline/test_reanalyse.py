"""A library follows its lexicon: after an edit every article is read again in the background, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dateline.analysis.analyse import analyse, analysis_version
from dateline.errors import DiskFull
from dateline.library import Library
from dateline.news.article import ArticleId
from dateline.news.finding import Document
from dateline.news.lexicon_edit import NO_EDITS, TermEdit
from dateline.news.library_view import ImportRow
from dateline.news.progress import FilingAnew
from dateline.news.question import read_filter
from dateline.pipeline import reanalyse
from dateline.pipeline.lexicon_desk import LexiconDesk
from dateline.pipeline.workers import Workers
from dateline.storage import articles, rebuild, timeline
from dateline.storage.lexicon_edits import drop_edit, edit_lexicon

TITLE = "Chinese AI labs rent quarrelstones in America"
TERM = TermEdit("chips", "quarrelstones", 6.0)


class AtOnce(Workers):
    """Workers that do each job at once and in this process."""

    def submit(self, job: Any, *values: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(job(*values))
        return done


class Desk:
    """A library with two articles that this analysis has read."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.older, self.newer = self._lay(8), self._lay(9)
        self.library.write(partial(rebuild.keep_version, version=analysis_version())).result()

    def _lay(self, day: int) -> ArticleId:
        at = datetime(2025, 11, day, 9, tzinfo=UTC)
        found = analyse(Document(str(day), TITLE, "It is said."))
        url = f"paper.example/{day}"
        row = ImportRow(
            f"https://{url}", url, TITLE, "It is said.", "", "paper", "en", at, (), found, analysis_version()
        )
        (number,) = self.library.write(partial(articles.import_articles, rows=[row])).result().new_articles
        return number

    def filed_under_chips(self) -> list[ArticleId]:
        page = self.library.read(
            partial(timeline.first_page, wanted=read_filter("topic:chips", datetime.now(UTC).date()), limit=9)
        )
        return [card.id for card in page.result()]

    def follow(self, *, batches: int = 99) -> int:
        """Bring the library up to date, at most so many batches of it."""
        told: list[int] = []
        return reanalyse.bring_up_to_date(
            self.library, AtOnce(), tell=told.append, is_wanted=lambda: len(told) < batches
        )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Library.open(tmp_path / "library.dateline") as library:
        yield Desk(library)


def test_nothing_is_read_again_while_the_lexicon_is_the_same(desk: Desk) -> None:
    assert desk.follow() == 0


def test_an_edit_files_every_article_anew_and_going_back_undoes_that(desk: Desk) -> None:
    assert desk.filed_under_chips() == []
    desk.library.write(partial(edit_lexicon, edit=TERM, at=datetime.now(UTC))).result()
    assert desk.follow() == 2
    assert desk.filed_under_chips() == [desk.newer, desk.older]
    assert desk.follow() == 0
    desk.library.write(partial(drop_edit, edit=TERM)).result()
    assert desk.follow() == 2
    assert desk.filed_under_chips() == []


def test_the_newest_come_first_and_what_was_stopped_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reanalyse, "ARTICLES_AT_ONCE", 1)
    monkeypatch.setattr(reanalyse, "JOBS_IN_FLIGHT", 1)
    desk.library.write(partial(edit_lexicon, edit=TERM, at=datetime.now(UTC))).result()
    assert desk.follow(batches=1) == 1
    assert desk.filed_under_chips() == [desk.newer]
    assert desk.follow() == 1
    assert desk.filed_under_chips() == [desk.newer, desk.older]


def test_an_edit_taken_back_half_way_leaves_nothing_filed_by_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reanalyse, "ARTICLES_AT_ONCE", 1)
    monkeypatch.setattr(reanalyse, "JOBS_IN_FLIGHT", 1)
    desk.library.write(partial(edit_lexicon, edit=TERM, at=datetime.now(UTC))).result()
    assert desk.follow(batches=1) == 1
    desk.library.write(partial(drop_edit, edit=TERM)).result()
    assert desk.follow() == 1
    assert desk.filed_under_chips() == []


def test_the_desk_tries_an_edit_files_anew_and_tells_how_far_it_is(desk: Desk) -> None:
    told: list[FilingAnew] = []
    with ThreadPoolExecutor(1) as background:
        lexicon = LexiconDesk(desk.library, AtOnce(), background)
        stop_following = lexicon.on_filing(told.append)
        trial = lexicon.try_edit(Document("8", TITLE, "It is said."), TERM).result()
        assert {hit.id for hit in trial.after} - {hit.id for hit in trial.before} == {"chips"}
        assert desk.filed_under_chips() == []
        desk.library.write(partial(edit_lexicon, edit=TERM, at=datetime.now(UTC))).result()
        assert lexicon.open_lexicon().result().edits.terms == (TERM,)
        assert lexicon.file_anew().result() == 2
        assert told == [FilingAnew(0, 2), FilingAnew(2, 2), FilingAnew(2, 2, is_over=True)]
        stop_following()
        lexicon.close()
    assert desk.filed_under_chips() == [desk.newer, desk.older]


def test_a_full_disk_ends_the_filing_and_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DiskFull("There is no room left.", "Make room.")

    told: list[FilingAnew] = []
    desk.library.write(partial(edit_lexicon, edit=TERM, at=datetime.now(UTC))).result()
    with ThreadPoolExecutor(1) as background:
        lexicon = LexiconDesk(desk.library, AtOnce(), background)
        lexicon.on_filing(told.append)
        with monkeypatch.context() as full:
            full.setattr("dateline.storage.rebuild.keep_findings", fail)
            with pytest.raises(DiskFull):
                lexicon.file_anew().result()
        assert told[-1] == FilingAnew(0, 2, is_over=True, was_stopped=True, trouble="There is no room left. Make room.")
        assert lexicon.file_anew().result() == 2
        lexicon.close()
    assert desk.filed_under_chips() == [desk.newer, desk.older]


def test_another_version_of_the_analysis_reads_them_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.analysis.analyse.ANALYSIS_VERSION", 10_000)
    analysis_version.cache_clear()
    try:
        assert desk.follow() == 2
        assert desk.library.read(partial(rebuild.is_up_to_date, version=analysis_version(NO_EDITS))).result()
    finally:
        analysis_version.cache_clear()
