"""A library that cannot be opened: the program says why, and what the user chooses then leads on."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from dateline import app
from dateline.errors import DatelineError, LibraryInUse
from dateline.library import Library
from dateline.storage import database
from dateline.storage.backup import back_up_now
from dateline.ui.chosen_looks import SCHEME_KEY
from dateline.ui.theme import Appearance, make_theme
from dateline.ui.window_settings import open_settings
from desk import Desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of three articles."""
    path = tmp_path / "library.dateline"
    with Library.open(path) as library:
        Desk(library).articles(3)
    return path


class Shown:
    """How many articles the desks have that came to be shown."""

    def __init__(self, qtbot: QtBot) -> None:
        self.counts: list[int] = []
        self._qtbot = qtbot

    def show(self, desk: app.Desk) -> None:
        self._qtbot.addWidget(desk.window)
        self.counts.append(len(Desk(desk.library).cards()))


@pytest.fixture
def shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Shown:
    found = Shown(qtbot)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(app, "make_application", lambda _: SimpleNamespace(exec=lambda: 0))
    monkeypatch.setattr(app, "speak", lambda *_: None)
    monkeypatch.setattr(app.Desk, "show", lambda desk: found.show(desk))
    return found


def choose(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Answer the boxes to come by the words of a button; returns what they say, as they come."""
    said: list[str] = []
    left = list(answers)

    def answer(box: QMessageBox) -> int:
        said.append(f"{box.text()} {box.informativeText()}")
        wanted = left.pop(0)
        (button,) = [one for one in box.buttons() if one.text().replace("&", "") == wanted]
        monkeypatch.setattr(QMessageBox, "clickedButton", lambda _: button)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return said


def buttons(monkeypatch: pytest.MonkeyPatch, error: DatelineError) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: found.extend(one.text() for one in box.buttons()))
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _: None)
    assert app.choose_way_on(error, Path("library.dateline")) is None
    return [one.replace("&", "") for one in found]


def spoil_sources(path: Path) -> None:
    with closing(sqlite3.connect(path)) as c:
        (size,) = c.execute("PRAGMA page_size").fetchone()
        (root,) = c.execute("SELECT rootpage FROM sqlite_master WHERE name = 'source'").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)


def test_the_backup_of_a_damaged_library_opens_in_the_same_start(
    path: Path, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up_now(path, datetime.now(UTC))
    spoil_sources(path)
    said = choose(monkeypatch, "Go back to the backup")
    assert app.run_window(path) == 0
    assert "is damaged" in said[0]
    assert shown.counts == [3]
    assert [one.name for one in path.parent.glob("*before-restore*")] != []


def test_a_library_that_another_program_holds_opens_once_it_is_let_go(
    path: Path, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "OPENING_SECONDS", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    said = choose(monkeypatch, "Try again", "Try again")
    asked = app.choose_way_on

    def ask(error: DatelineError, library: Path) -> Path | None:
        if len(said) == 1:
            other.close()
        return asked(error, library)

    monkeypatch.setattr(app, "choose_way_on", ask)
    assert app.run_window(path) == 0
    assert [sentence.startswith("Another program is writing to the library") for sentence in said] == [True, True]
    assert shown.counts == [3]


def test_another_library_opens_in_the_same_start(path: Path, shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.with_name("notes.dateline")
    text.write_text("No library at all.\n" * 9, encoding="utf-8")
    said = choose(monkeypatch, "Choose another library…", "Choose another library…")
    answers = ["", str(path)]  # at first none is chosen: then it is said again why
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (answers.pop(0), ""))
    assert app.run_window(text) == 0
    assert ["is not a library" in sentence for sentence in said] == [True, True]
    assert shown.counts == [3]
    assert text.read_text(encoding="utf-8").startswith("No library at all.")


def test_who_does_not_want_to_wait_closes(path: Path, shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = path.parent / "folder.dateline"
    folder.mkdir()
    said = choose(monkeypatch, "Close")
    assert app.run_window(folder) == 1
    assert "is a folder, not a library" in said[0]
    assert shown.counts == []


def test_what_is_said_before_there_is_a_window_wears_its_looks(
    qtbot: QtBot, appearance: Appearance, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = open_settings()
    settings.setValue(SCHEME_KEY, "dark")
    settings.sync()
    seen: list[QColor] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: seen.append(box.palette().color(QPalette.ColorRole.Window)))
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _: None)
    before = appearance.theme.colour.window
    assert app.choose_way_on(app.NewerLibrary("It is newer."), Path("library.dateline")) is None
    assert seen == [make_theme(is_dark=True).colour.window]
    assert seen != [before]


def test_what_time_does_not_change_is_not_tried_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    for error in (app.NewerLibrary("It is newer."), app.DamagedLibrary("It is damaged.")):
        assert sorted(buttons(monkeypatch, error)) == ["Choose another library…", "Close"]
    in_use = sorted(buttons(monkeypatch, LibraryInUse("It is in use.")))
    assert in_use == ["Choose another library…", "Close", "Try again"]
