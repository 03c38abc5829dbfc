"""Everything derived can be made again from what was given, and the user's marks stay."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from dateline.library import Library
from dateline.news.question import TimelineFilter
from dateline.storage import marks, quotes, rebuild
from dateline.storage.migrations import migrate
from shelf import NOON, Shelf, at, found_in

TEXT = "“Rules change,” said Anna Weaver. Chips are scarce."
FINDINGS = found_in(TEXT, topics="us-china-ai chips", said="Rules change,", speaker="Anna Weaver")
QUESTIONS = ("", "chips", "topic:chips", "speaker:weaver", "has:quote", "is:starred", "outlet:ft", "scarce -licence")


def test_a_rebuilt_library_answers_as_before(shelf: Shelf) -> None:
    shelf.name_outlets(ft=("Financial Times",))
    number = shelf.put("Chips", TEXT, outlet="ft", findings=FINDINGS)
    shelf.announce(shelf.follow(), "Announced", summary="Of chips.", published_at=at(9))
    shelf.write(marks.set_starred, ids=[number], is_starred=True, at=NOON)
    before = {question: shelf.titles(question) for question in QUESTIONS}
    assert all(before.values())

    shelf.write(rebuild.forget_derived)
    assert shelf.titles("topic:chips") == []
    documents = shelf.read(rebuild.documents, version=1, limit=10)
    assert [document.text for article, _, document in documents if article == number] == [TEXT]
    results = [
        rebuild.analysed(waiting, FINDINGS if waiting.article == number else found_in(waiting.document.text))
        for waiting in documents
    ]
    shelf.write(rebuild.keep_findings, results=results, version=1)

    assert {question: shelf.titles(question) for question in QUESTIONS} == before
    assert shelf.read(rebuild.documents, version=1, limit=10) == []


def test_findings_of_an_older_analysis_are_asked_for_newest_first(shelf: Shelf) -> None:
    old, new = (shelf.put(f"Day {day}", TEXT, at=at(day), findings=FINDINGS, analysis_version=1) for day in (8, 9))
    assert shelf.read(rebuild.documents, version=1, limit=10) == []
    assert [article for article, *_ in shelf.read(rebuild.documents, version=2, limit=10)] == [new, old]
    assert [article for article, *_ in shelf.read(rebuild.documents, version=2, limit=10, before=new)] == [old]


def test_a_text_that_changed_meanwhile_keeps_its_own_findings(shelf: Shelf) -> None:
    number = shelf.announce(shelf.follow(), "Chips")
    shelf.keep(number, "The first text, of chips.")
    (waiting,) = shelf.read(rebuild.documents, version=1, limit=10)
    shelf.keep(number, TEXT, findings=FINDINGS, analysis_version=1)
    late = rebuild.analysed(waiting, found_in(waiting.document.text))
    assert not shelf.write(rebuild.keep_findings, results=[late], version=1)
    assert shelf.titles("speaker:weaver") == ["Chips"]


def test_a_library_says_whether_it_is_up_to_date(shelf: Shelf) -> None:
    assert shelf.read(rebuild.has_todays_index)
    assert not shelf.read(rebuild.is_up_to_date, version=1)
    shelf.write(rebuild.keep_version, version=1)
    assert shelf.read(rebuild.is_up_to_date, version=1)
    assert not shelf.read(rebuild.is_up_to_date, version=2)


def test_the_ledger_lists_who_said_what(shelf: Shelf) -> None:
    shelf.put("Chips", TEXT, outlet="ft", lang="en", findings=FINDINGS)
    (row,) = shelf.read(quotes.quotes, wanted=TimelineFilter(), limit=5)
    assert (row.quote, row.speaker, row.outlet, row.title) == ("Rules change,", "Anna Weaver", "ft", "Chips")


def test_tables_say_what_the_migrations_add_up_to(tmp_path: Path) -> None:
    from sqlmodel import create_engine

    from dateline.storage import tables

    engine = create_engine(f"sqlite:///{tmp_path / 'declared.db'}")
    tables.Row.metadata.create_all(engine)
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / "migrated.db", isolation_level=None)) as c:
        migrate(c)
    assert _columns(tmp_path / "declared.db") == _columns(tmp_path / "migrated.db")
    assert _indexes(tmp_path / "declared.db") == _indexes(tmp_path / "migrated.db")


def test_opening_a_library_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.dateline"
    Library.open(path).close()
    before = _columns(path)
    Library.open(path).close()
    assert _columns(path) == before
    assert not list(tmp_path.glob("*.backup"))


def _columns(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as c:
        names = c.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'").fetchall()
        tables = [name for (name,) in names if not name.startswith(("search", "sqlite_"))]
        return {
            name: [row[1:4] + row[5:] for row in c.execute(f"PRAGMA table_info({name})")] for name in sorted(tables)
        }


def _indexes(path: Path) -> set[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as c:
        found = c.execute(
            "SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()
        return {(*row, *(column[2] for column in c.execute(f"PRAGMA index_info({row[0]})"))) for row in found}
