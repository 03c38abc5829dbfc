"""Backups, going back to them, and the library examined, as the terminal meets them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dateline.storage.backup import back_up_when_due

Terminal = Callable[..., Any]


def line(title: str) -> str:
    return json.dumps({"url": f"https://p.example/{title}", "title": title, "text": f"Words about {title}."})


@pytest.fixture
def filled(terminal: Terminal) -> Terminal:
    assert terminal("import-articles", "-", stdin=line("Chips")).code == 0
    return terminal


def test_a_backup_is_made_and_gone_back_to(filled: Terminal, tmp_path: Path) -> None:
    copy = tmp_path / "copy.dateline"
    assert filled("backup", str(copy)).code == 0
    filled("import-articles", "-", stdin=line("Wheat"))
    restored = filled("restore", str(copy))
    assert restored.code == 0
    assert "is kept as" in restored.err
    assert [card["title"] for card in filled("list", "--json").lines] == ["Chips"]


def test_without_a_file_there_must_be_an_automatic_backup(filled: Terminal) -> None:
    assert "no automatic backup" in filled("restore").err
    assert "needs a file" in filled("backup").err
    assert filled("backup", "--list", "--json").lines == []


def test_the_newest_automatic_backup_is_gone_back_to(filled: Terminal, tmp_path: Path) -> None:
    made = back_up_when_due(tmp_path / "library.dateline", datetime.now(UTC))
    (listed,) = filled("backup", "--list", "--json").lines
    assert listed["file"] == str(made)
    filled("import-articles", "-", stdin=line("Wheat"))
    assert filled("restore").code == 0
    assert [card["title"] for card in filled("list", "--json").lines] == ["Chips"]


def test_the_doctor_tells_what_is_wrong_and_mends_it(filled: Terminal, tmp_path: Path) -> None:
    sound = filled("doctor", "--json")
    assert (sound.code, sound.lines[0]["sound"], sound.lines[0]["articles"]) == (0, True, 1)
    with closing(sqlite3.connect(tmp_path / "library.dateline", isolation_level=None)) as c:
        c.execute("DELETE FROM listing")
    ill = filled("doctor")
    assert ill.code == 1
    assert "! The list of articles that filters read is not complete." in ill.out
    mended = filled("doctor", "--repair")
    assert mended.code == 0
    assert "The library is sound." in mended.out
    assert [card["title"] for card in filled("list", "chips", "--json").lines] == ["Chips"]


def test_what_is_free_inside_the_file_is_given_back(filled: Terminal, tmp_path: Path) -> None:
    filled("import-articles", "-", stdin="\n".join(line(f"Report {n} " + "words " * 500) for n in range(40)))
    path = tmp_path / "library.dateline"
    with closing(sqlite3.connect(path, isolation_level=None)) as c:
        c.execute("CREATE TABLE spare AS SELECT randomblob(4000) FROM article")
        c.execute("DROP TABLE spare")
    before = path.stat().st_size
    assert filled("compact").code == 0
    assert path.stat().st_size < before
    assert filled("doctor").code == 0
    assert len(filled("list", "report", "--json").lines) == 40


def test_there_must_be_a_library_to_examine(terminal: Terminal) -> None:
    assert "There is no library" in terminal("doctor").err
    assert "There is no library" in terminal("backup", "copy").err


def test_unkept_articles_go_only_when_told_to_and_after_a_backup(terminal: Terminal, tmp_path: Path) -> None:
    old = json.loads(line("Chips")) | {"published": "2020-05-01T00:00:00Z"}
    terminal("import-articles", "-", stdin=json.dumps(old))
    with closing(sqlite3.connect(tmp_path / "library.dateline")) as c:
        c.execute("UPDATE article SET first_seen_at = 1588291200")
        c.execute("UPDATE listing SET first_seen_at = 1588291200")
        c.commit()
    assert "kept for ever" in terminal("retention").out
    assert "1 of them would go" in terminal("retention", "--preview", "12").out
    assert "go after 12 months" in terminal("retention", "--months", "12").out
    assert len(terminal("list", "--json").lines) == 1
    done = terminal("retention", "--now", "--json")
    assert "1 articles went" in done.err
    assert (done.lines[0]["n_articles"], done.lines[0]["months"], done.lines[0]["leaving"]["n"]) == (0, 12, 0)
    assert terminal("list", "--json").lines == []
    assert terminal("restore").code == 0
    assert len(terminal("list", "--json").lines) == 1
    assert "kept for ever" in terminal("retention", "--forever").out
