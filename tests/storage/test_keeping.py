"""The library on bad days: backed up, restored, damaged, examined, repaired, full, in use, killed."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import namedtuple
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from dateline.errors import (
    CannotOpenLibrary,
    DamagedLibrary,
    DiskFull,
    LibraryInUse,
    NewerLibrary,
    ReadOnlyLibrary,
)
from dateline.library import Library
from dateline.news.change import Change
from dateline.news.question import read_filter
from dateline.pipeline.reanalyse import remake_index
from dateline.storage import articles, backup, connecting, database, entries, failures, marks, timeline
from dateline.storage.doctor import Kind, examine
from dateline.storage.migrations import MIGRATIONS
from dateline.storage.salvage import salvage
from shelf import NOON, TODAY, Shelf

NOW = datetime(2025, 11, 20, 10, tzinfo=UTC)
PAGE = 8192


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of one starred article and forty others."""
    path = tmp_path / "library.dateline"
    dice = Random(1)  # words that cannot be compressed, so that texts take pages
    with Library.open(path) as library:
        shelf = Shelf(library)
        number = shelf.put("Chips", "Words about chips.")
        shelf.write(marks.set_starred, ids=[number], is_starred=True, at=NOON)
        for n in range(40):
            shelf.put(f"Report {n}", f"Words of report {n}. {' '.join(str(dice.random()) for _ in range(150))}")
    return path


def titles(path: Path, question: str = "") -> list[str]:
    with Library.open(path) as library:
        return Shelf(library).titles(question)


def spoil(path: Path, *pages: int) -> None:
    """Overwrite pages of a library's file, as a failing disk does."""
    with path.open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(b"\xa5" * PAGE)


def page_of(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as c:
        return int(c.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0])


def leaves_of(path: Path, table: str) -> list[int]:
    with closing(sqlite3.connect(path)) as c:
        rows = c.execute("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno", (table,))
        return [row[0] for row in rows]


def test_a_backup_is_made_while_the_library_is_in_use_and_brings_it_back(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "copy.dateline"
    with Library.open(path) as library:
        shelf = Shelf(library)
        shelf.put("Just now")
        backup.back_up(path, copy)
        shelf.put("Too late")
    aside = backup.restore(path, copy, NOW)
    assert titles(path, "title:just OR title:late") == ["Just now"]
    assert titles(path, "is:starred") == ["Chips"]
    assert aside is not None
    assert len(titles(aside)) == 43


def test_a_library_in_use_is_not_replaced(path: Path, tmp_path: Path) -> None:
    copy = backup.back_up(path, tmp_path / "copy.dateline")
    with Library.open(path) as library:
        assert len(Shelf(library).titles()) == 41
        with pytest.raises(LibraryInUse):
            backup.restore(path, copy, NOW)


def test_what_is_no_sound_library_is_not_put_in_the_librarys_place(path: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    with pytest.raises(CannotOpenLibrary, match="There is no file"):
        backup.restore(path, wrong, NOW)
    with closing(sqlite3.connect(wrong)) as c:
        c.execute("CREATE TABLE photo(id)")
    with pytest.raises(CannotOpenLibrary, match="not a Dateline library"):
        backup.restore(path, wrong, NOW)
    backup.back_up(path, wrong)
    with closing(sqlite3.connect(wrong)) as c:
        c.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(NewerLibrary):
        backup.restore(path, wrong, NOW)
    backup.back_up(path, wrong)
    spoil(wrong, page_of(wrong, "article"))
    with pytest.raises(DamagedLibrary):
        backup.restore(path, wrong, NOW)
    assert len(titles(path)) == 41


def test_a_backup_is_whole_or_not_there(path: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotOpenLibrary, match="its own backup"):
        backup.back_up(path, path)
    with pytest.raises(CannotOpenLibrary, match="folder"):
        backup.back_up(path, tmp_path)
    spoil(path, page_of(path, "revision"))
    with pytest.raises(DamagedLibrary):
        backup.back_up(path, tmp_path / "copy.dateline")
    assert not [file.name for file in tmp_path.iterdir() if not file.name.startswith("library.dateline")]


def test_automatic_backups_are_made_daily_and_the_old_ones_go(path: Path) -> None:
    for hours in range(0, 24 * 20, 12):
        backup.back_up_when_due(path, NOW + timedelta(hours=hours))
    end = NOW + timedelta(hours=24 * 20 - 12)
    days_old = [(end - made.made_at) // timedelta(days=1) for made in backup.list_backups(path)]
    # Made on Thursdays to Tuesdays; the last day is a Tuesday, and the Mondays are one and eight days before it.
    assert days_old == [0, 1, 2, 8]
    assert len(titles(backup.list_backups(path)[0].path)) == 41


def test_after_the_clock_was_set_back_a_backup_is_due(path: Path) -> None:
    assert backup.back_up_when_due(path, NOW) is not None
    assert backup.back_up_when_due(path, NOW + timedelta(hours=1)) is None
    assert backup.back_up_when_due(path, NOW - timedelta(days=400)) is not None


def test_backups_made_while_the_clock_was_ahead_are_not_taken_for_the_newest(path: Path) -> None:
    for days in range(1, 6):
        backup.back_up_when_due(path, datetime.now(UTC) + timedelta(days=400 + days))
    now = datetime.now(UTC).replace(microsecond=0)
    made = backup.back_up_when_due(path, now)
    assert made is not None
    assert made.exists()
    newest = backup.newest_backup(path)
    assert newest is not None
    assert (newest.path, newest.made_at) == (made, now)
    assert backup.back_up_when_due(path, now + timedelta(hours=1)) is None
    assert backup.back_up_when_due(path, now + timedelta(hours=25)) is not None


def test_without_room_the_last_backup_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup.back_up_when_due(path, NOW)
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(100, 90, 10))
    with pytest.raises(DiskFull, match="no room for a backup"):
        backup.back_up_when_due(path, NOW + timedelta(days=2))
    assert [made.made_at for made in backup.list_backups(path)] == [NOW]


def test_a_damaged_library_is_told_at_open_with_the_backup_to_go_back_to(path: Path) -> None:
    made = backup.back_up_when_due(path, NOW)
    spoil(path, page_of(path, "article"))
    with pytest.raises(DamagedLibrary, match="damaged") as caught:
        Library.open(path)
    assert caught.value.backup == str(made)
    assert "dateline restore" in caught.value.hint


def test_a_sound_library_is_called_sound(path: Path) -> None:
    report = examine(path, NOW)
    assert report.is_sound
    assert (report.n_articles, report.n_revisions) == (41, 41)
    assert [trouble.kind for trouble in report.troubles] == [Kind.ADVICE]
    assert "no automatic backup" in report.troubles[0].sentence
    backup.back_up_when_due(path, NOW)
    assert examine(path, NOW).troubles == ()


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        ("DELETE FROM listing WHERE id = (SELECT max(id) FROM listing)", "filters read is not complete"),
        ("DELETE FROM indexed WHERE article_id = (SELECT max(id) FROM article)", "not in the search index"),
        ("UPDATE listing SET is_starred = 0", "do not know of all articles that are read or starred"),
        ("DELETE FROM search_data WHERE id > 10", "search index is damaged"),
    ],
)
def test_what_is_derived_is_compared_and_made_again(path: Path, harm: str, sentence: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as c:
        c.execute(harm)
    report = examine(path, NOW)
    assert not report.is_sound
    assert any(sentence in trouble.sentence and trouble.kind is Kind.DERIVED for trouble in report.troubles)
    with Library.open(path) as library:
        assert remake_index(library, tell=lambda _: None) == 41
    assert examine(path, NOW).is_sound
    assert titles(path, "chips is:starred") == ["Chips"]


def test_what_can_be_read_of_a_damaged_library_is_saved(path: Path) -> None:
    leaves = leaves_of(path, "revision")
    spoil(path, *leaves[2:4])
    report = examine(path, NOW)
    assert (report.troubles[0].kind, report.n_articles) == (Kind.DAMAGE, 41)
    saved = salvage(path, NOW)
    with Library.open(path) as library:
        remake_index(library, tell=lambda _: None)
        shelf = Shelf(library)
        assert len(shelf.titles()) == 41
        assert shelf.titles("is:starred") == ["Chips"]
        n_texts = len(shelf.titles("report*"))
    assert 20 < saved.n_read["revision"] < 41
    assert n_texts == 40
    assert examine(path, NOW).is_sound
    assert saved.aside is not None
    assert saved.aside.exists()
    # What is lost is said, shown at the article, and asked for again.
    assert saved.n_texts_lost == 41 - saved.n_read["revision"]
    with Library.open(path) as library:
        shelf = Shelf(library)
        teasers = shelf.read(timeline.first_page, wanted=read_filter("completeness:teaser", TODAY), limit=100)
        assert len(teasers) == saved.n_texts_lost
        lost = shelf.read(articles.article, article_id=teasers[0].id)
        assert lost.reason == "Its newest text was lost when the library was damaged."


def test_the_page_of_a_lost_text_is_due_and_an_earlier_text_is_left(path: Path) -> None:
    with Library.open(path) as library:
        shelf = Shelf(library)
        number = shelf.announce(shelf.follow(), "Announced")
        shelf.keep(number, "The text as it was at first.")
        shelf.keep(number, "The text as it was at last, with more of it.", captured_at=NOON + timedelta(hours=1))
    with closing(sqlite3.connect(path, isolation_level=None)) as c:
        c.execute("DELETE FROM revision WHERE article_id = ? AND number = 2", (number,))
    saved = salvage(path, NOW)
    assert (saved.n_texts_lost, saved.n_articles_lost) == (1, 0)
    with Library.open(path) as library:
        remake_index(library, tell=lambda _: None)
        shelf = Shelf(library)
        assert shelf.titles('"as it was at first" completeness:full') == ["Announced"]
        assert [page.article for page in shelf.read(entries.pages_due, now=NOW, limit=9)] == [number]
    assert examine(path, NOW).is_sound


def test_a_backup_fills_the_gaps_of_a_damaged_library(path: Path) -> None:
    backup.back_up_when_due(path, NOW)
    with Library.open(path) as library:
        Shelf(library).put("After the backup", "Fresh words.")
    for table in ("mark", "setting"):
        spoil(path, page_of(path, table))
    spoil(path, *leaves_of(path, "revision")[1:3])
    saved = salvage(path, NOW)
    with Library.open(path) as library:
        remake_index(library, tell=lambda _: None)
        shelf = Shelf(library)
        assert len(shelf.titles()) == 42
        assert shelf.titles("is:starred") == ["Chips"]
        assert shelf.titles("fresh") == ["After the backup"]
        assert len(shelf.titles('"words of report"')) == 40
    assert saved.n_from_backup["mark"] == 1
    assert examine(path, NOW).is_sound


@pytest.mark.parametrize("seed", range(6))
def test_whatever_page_is_lost_repair_leaves_a_sound_library_or_says_that_nothing_is_left(
    path: Path, seed: int
) -> None:
    n_pages = path.stat().st_size // PAGE
    spoil(path, *(2 + (seed * 37 + step * 11) % (n_pages - 1) for step in range(3)))
    try:
        salvage(path, NOW)
    except DamagedLibrary:
        return
    with Library.open(path) as library:
        remake_index(library, tell=lambda _: None)
    assert examine(path, NOW).is_sound


def test_on_a_full_disk_nothing_is_lost_and_the_next_write_works(path: Path) -> None:
    with Library.open(path) as library:
        shelf = Shelf(library)

        def limit(c: Any, pages: int) -> Change:
            c.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            return Change()

        shelf.write(limit, pages=1)  # not below what there is
        with pytest.raises(DiskFull, match="no room left"):
            shelf.put("Large", "No room for these words. " * 20_000 + str(list(range(50_000))))
        assert len(shelf.titles()) == 41
        shelf.write(limit, pages=1_000_000)
        shelf.put("Large", "Room again.")
        assert shelf.titles("room") == ["Large"]
    assert examine(path, NOW).is_sound


def test_where_not_even_the_log_finds_room_the_disk_is_called_full(monkeypatch: pytest.MonkeyPatch) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    assert "disk failed" in str(failures.expected(error, Path("library.dateline")))
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(100, 100, 0))
    assert isinstance(failures.expected(error, Path("library.dateline")), DiskFull)


def test_a_library_that_another_program_writes_to_is_not_waited_for_for_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting.connect, "__kwdefaults__", {"busy_seconds": 0.05})
    with Library.open(path) as library, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryInUse, match="Another program is writing"):
            Shelf(library).put("Chips again")
        assert len(Shelf(library).titles()) == 41
        other.execute("ROLLBACK")
        Shelf(library).put("Chips again")


def test_on_a_network_disk_no_log_is_kept_beside_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "is_on_network", lambda _: True)
    monkeypatch.setattr("dateline.storage.doctor.is_on_network", lambda _: True)
    with Library.open(path) as library:
        assert library.is_on_network
        Shelf(library).put("Over the wire", "Words.")
        assert library.read(lambda c: c.execute("PRAGMA journal_mode").fetchone()[0]).result() == "truncate"
    assert any("network disk" in trouble.sentence for trouble in examine(path, NOW).troubles)
    assert examine(path, NOW).is_sound


def test_where_a_file_lies_is_told_by_the_mounts() -> None:
    assert not connecting.is_on_network(Path(__file__))


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/ana/news", "ext4"),
        ("/home/ana/desk", "nfs4"),
        ("/home/ana/desk/2026/spring", "nfs4"),
        ("/home/ana/desktop", "ext4"),
        ("/mnt/news room", "cifs"),
        ("/", "ext4"),
    ],
)
def test_a_folder_lies_on_the_disk_that_is_mounted_nearest_above_it(folder: str, kind: str) -> None:
    mounts = [
        "/dev/sda1 / ext4 rw 0 0",
        "news:/desk /home/ana/desk nfs4 rw 0 0",
        r"//news/room /mnt/news\040room cifs rw 0 0",
        "",
    ]
    assert connecting.disk_of(folder, mounts) == kind


_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from dateline.library import Library
from dateline.news.library_view import ImportRow
from dateline.storage import articles, marks

with Library.open(Path(sys.argv[1])) as library:
    for n in range(10_000):
        name = f"{sys.argv[2]}-{n}"
        row = ImportRow(f"https://p.example/{name}", f"p.example/{name}", name, "Words. " * 300)
        change = library.write(lambda c: articles.import_articles(c, (row,))).result()
        number = change.new_articles[0]
        library.write(lambda c: marks.set_starred(c, [number], True, datetime.now(UTC))).result()
        print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed with a signal")
def test_a_killed_process_loses_nothing_it_was_told_was_kept(path: Path) -> None:
    kept: list[int] = []
    for n_round, n_lines in enumerate((1, 3, 6)):
        with subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(path), str(n_round)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            kept += [int(writer.stdout.readline()) for _ in range(n_lines)]
            writer.send_signal(signal.SIGKILL)
            # What it said before it was killed counts too; a last line may be cut.
            kept += [int(line) for line in writer.stdout.read().split("\n")[:-1]]
        with Library.open(path) as library:
            starred = set(Shelf(library).read(timeline.spine, wanted=read_filter("is:starred", TODAY)))
        assert set(kept) <= starred
        assert examine(path, NOW).is_sound


@pytest.fixture
def fixed(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The library on a disk that cannot be written, as the system tells it."""
    for folder in (path.parent, *path.parent.iterdir()):
        folder.chmod(0o555 if folder.is_dir() else 0o444)
    allows = os.access  # who runs the tests may be allowed everything
    monkeypatch.setattr(os, "access", lambda place, mode: not mode & os.W_OK and allows(place, mode))
    yield path
    path.parent.chmod(0o755)


def test_a_library_that_cannot_be_written_is_open_for_reading(fixed: Path) -> None:
    with Library.open(fixed) as library:
        shelf = Shelf(library)
        assert library.is_read_only
        assert shelf.titles("is:starred") == ["Chips"]
        assert len(shelf.titles('"words of report"')) == 40
        library.warm_writer().result()
        with pytest.raises(ReadOnlyLibrary, match="can only be read"):
            shelf.put("Too late")
    assert [file.name for file in fixed.parent.iterdir()] == [fixed.name]
    report = examine(fixed, NOW)
    assert report.is_sound
    assert "can only be read" in report.troubles[0].sentence


def test_a_backup_of_a_library_that_cannot_be_written_is_made_elsewhere(
    fixed: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    copy = backup.back_up(fixed, tmp_path_factory.mktemp("elsewhere") / "copy.dateline")
    assert len(titles(copy)) == 41


def test_an_earlier_library_that_cannot_be_written_is_not_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, MIGRATIONS[0]))
    monkeypatch.setattr(database, "can_write", lambda _: False)
    with pytest.raises(CannotOpenLibrary, match="earlier Dateline"):
        Library.open(path)
