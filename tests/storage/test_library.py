"""The library's file: opened, refused, written whole or not at all, followed live."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import closing
from itertools import count
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from dateline.errors import CannotOpenLibrary, DamagedLibrary, LibraryError, NewerLibrary
from dateline.library import Library
from dateline.news.change import Change
from dateline.storage import articles, timeline
from dateline.storage.migrations import APPLICATION_ID, MIGRATIONS
from shelf import Shelf


def test_what_was_kept_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "library.dateline"
    with Library.open(path) as library:
        Shelf(library).put("Chips")
    with Library.open(path) as library:
        assert Shelf(library).titles() == ["Chips"]


def test_a_write_that_fails_keeps_nothing_and_the_next_one_works(shelf: Shelf) -> None:
    def begin_and_fail(c: Any) -> Change:
        c.exec_driver_sql("INSERT INTO setting(name, value) VALUES ('half', 'done')")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        shelf.write(begin_and_fail)
    assert shelf.read(lambda c: c.execute("SELECT count(*) FROM setting WHERE name = 'half'").fetchone()) == (0,)
    shelf.put("Chips")
    assert shelf.titles() == ["Chips"]


def test_a_writer_that_cannot_begin_says_so_to_each_who_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(tmp_path / "library.dateline") as library:
        with monkeypatch.context() as broken:
            for name in ("sqlalchemy", "sqlalchemy.exc"):
                broken.setitem(sys.modules, name, None)  # an installation that is being renewed
            waiting = [library.write(lambda _: Change()) for _ in range(3)]
            for future in waiting:
                with pytest.raises(ImportError):
                    future.result(timeout=30)
        assert Shelf(library).put("Chips")


def test_of_writes_that_share_a_transaction_one_that_fails_undoes_itself_alone(shelf: Shelf) -> None:
    is_open = Event()

    def put(name: str, *, fails: bool = False) -> Any:
        def job(c: Any) -> Change:
            is_open.wait()  # until all are waiting for the writer
            c.exec_driver_sql("INSERT INTO setting(name, value) VALUES (?, '')", (name,))
            return Change() if not fails else 1 / 0  # type: ignore[return-value]

        return shelf.library.write(job)

    good, bad, later = put("good"), put("bad", fails=True), put("later")
    is_open.set()
    assert (good.result(), later.result()) == (Change(), Change())
    with pytest.raises(ZeroDivisionError):
        bad.result()
    kept = shelf.read(lambda c: c.execute("SELECT name FROM setting WHERE name IN ('good', 'bad', 'later')").fetchall())
    assert kept == [("good",), ("later",)]


def test_writes_handed_over_together_reach_the_disk_together(shelf: Shelf) -> None:
    are_given = Event()
    was_first_done: list[bool] = []

    def first(_: Any) -> Change:
        are_given.wait()
        return Change()

    def second(_: Any) -> Change:
        was_first_done.append(kept[0].done())
        return Change()

    kept = shelf.library.write_together([first, second])
    are_given.set()
    assert [one.result() for one in kept] == [Change(), Change()]
    assert was_first_done == [False]


def test_what_somebody_waits_for_goes_before_what_can_wait(shelf: Shelf) -> None:
    is_given, order = Event(), list[str]()

    def job(name: str) -> Callable[[Any], Change]:
        def take(_: Any) -> Change:
            is_given.wait()
            order.append(name)
            return Change()

        return take

    filed = shelf.library.write_together([job("filed 1"), job("filed 2"), job("filed 3")], can_wait=True)
    marked = shelf.library.write(job("marked"))
    is_given.set()
    for future in (*filed, marked):
        future.result(timeout=30)
    # The first may have been at work already.
    assert order in (["filed 1", "marked", "filed 2", "filed 3"], ["marked", "filed 1", "filed 2", "filed 3"])


def test_a_writer_that_is_held_up_leaves_no_write_behind(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    # Whenever the clock is looked at, a second has passed, as on a machine that was asleep or has too much to do.
    monkeypatch.setattr("dateline.storage.database.monotonic", count().__next__)
    waiting = [shelf.library.write(lambda _: Change(has_user_data=True)) for _ in range(5)]
    waiting[2].cancel()
    done = [future.result(timeout=30) for future in waiting if not future.cancelled()]
    assert done == [Change(has_user_data=True)] * len(done)
    assert len(done) >= 4


def test_a_write_that_breaks_its_transaction_is_answered_too(shelf: Shelf) -> None:
    def end_it_all(c: Any) -> Change:
        c.exec_driver_sql("COMMIT")
        return Change()

    with pytest.raises((LibraryError, sqlite3.Error)):
        shelf.library.write(end_it_all).result(timeout=30)
    shelf.put("Chips")
    assert shelf.titles() == ["Chips"]


def test_a_reader_cannot_write(shelf: Shelf) -> None:
    with pytest.raises((sqlite3.OperationalError, CannotOpenLibrary)):
        shelf.read(lambda c: c.execute("DELETE FROM article"))


def test_changes_are_told_after_they_are_kept(shelf: Shelf) -> None:
    told: list[tuple[Change, list[str]]] = []
    stop = shelf.library.on_change(lambda change: told.append((change, shelf.titles())))
    number = shelf.put("Chips")
    stop()
    shelf.put("Not told")
    assert told == [(Change(new_articles=(number,)), ["Chips"])]


def test_a_later_request_of_a_slot_ends_the_earlier_one(shelf: Shelf) -> None:
    has_begun = Event()

    def count_for_ever(c: sqlite3.Connection) -> int:
        has_begun.set()
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        return int(c.execute(endless).fetchone()[0])

    endless = shelf.library.read(count_for_ever, slot="page")
    assert has_begun.wait(10)
    later = shelf.library.read(lambda c: "answer", slot="page")
    assert later.result(10) == "answer"
    with pytest.raises(CancelledError):
        endless.result(10)


def test_a_library_of_a_later_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.dateline"
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as c:
        c.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = path.read_bytes()
    with pytest.raises(NewerLibrary, match="later version"):
        Library.open(path)
    assert path.read_bytes() == before


def test_somebody_elses_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    with closing(sqlite3.connect(path)) as c:
        c.execute("CREATE TABLE photo(id)")
        c.commit()
    with pytest.raises(CannotOpenLibrary, match="not a Dateline library"):
        Library.open(path)
    with closing(sqlite3.connect(path)) as c:
        assert c.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID


def test_a_file_that_is_no_database_is_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "library.dateline"
    path.write_bytes(b"These are no pages of a library. " * 200)
    with pytest.raises(DamagedLibrary) as caught:
        Library.open(path)
    assert caught.value.hint
    assert path.read_bytes().startswith(b"These are no pages")


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(CannotOpenLibrary, match="folder"):
        Library.open(tmp_path)


def test_the_first_page_needs_neither_sqlalchemy_nor_a_parser(shelf: Shelf) -> None:
    shelf.put("Chips", "Words about chips.")
    script = (
        "import sys; from pathlib import Path; from dateline.library import Library\n"
        "from dateline.storage import timeline, sidebar; from dateline.news.question import TimelineFilter\n"
        "with Library.open(Path(sys.argv[1])) as library:\n"
        "    page = library.read(lambda c: timeline.first_page(c, TimelineFilter(), 10)).result()\n"
        "    library.read(sidebar.counts).result()\n"
        "assert [card.title for card in page] == ['Chips']\n"
        "heavy = {'sqlmodel', 'sqlalchemy', 'lxml', 'trafilatura', 'feedparser', 'urllib3'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", script, str(shelf.library.path)], check=True, timeout=60)


def test_a_write_and_a_read_are_each_one_snapshot(shelf: Shelf) -> None:
    number = shelf.put("Chips")
    assert shelf.read(articles.article, article_id=number) is not None
    assert shelf.read(timeline.cards, ids=[number + 1, number])[0].id == number


def test_what_is_asked_of_a_closed_library_is_not_answered(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library.dateline")
    library.close()
    with pytest.raises(CancelledError):
        library.read(lambda c: c.execute("SELECT 1").fetchone()).result()
