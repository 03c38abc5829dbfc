"""What the window's tests stand on: a desk with a library, a newsroom that waits to be told, and an open window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partialmethod
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.library import Library
from dateline.ui.language import Language, speak
from dateline.ui.main_window import MainWindow
from dateline.ui.theme import Appearance, Scheme
from desk import TODAY, Desk, QuietNewsroom


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Give every test settings of its own, and a clock in one zone."""
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TZ", "UTC")


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication) -> None:
    """Let what the last test closed be gone: Qt deletes it in its next loop, and would dress it with a new window.

    Until then it is Qt's alone. What Python overrides in it may have been thrown away, and Qt would call it.
    """
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait longer than pytest-qt does before giving up: a busy machine is no defect."""
    for wait in ("waitUntil", "waitSignal", "waitExposed"):
        monkeypatch.setattr(QtBot, wait, partialmethod(getattr(QtBot, wait), timeout=30_000))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Library.open(tmp_path / "library.dateline") as library:
        yield Desk(library)


@pytest.fixture
def newsroom() -> QuietNewsroom:
    return QuietNewsroom()


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(scheme=Scheme.LIGHT)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def open_window(qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom) -> Callable[..., MainWindow]:
    """Open the window on the desk's library and wait until its rows stand."""

    def show(width: int = 1440, height: int = 900) -> MainWindow:
        window = MainWindow(desk.library, newsroom, today=lambda: TODAY)
        qtbot.addWidget(window, before_close_func=lambda _: None)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        qtbot.waitUntil(lambda: window.settling.is_done)
        qtbot.waitUntil(lambda: window.timeline.timeline.is_whole)
        qtbot.waitUntil(lambda: window.sidebar.is_filled)
        window.timeline.view.setFocus()
        return window

    return show


@pytest.fixture
def chinese(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the interface speak Chinese, and take it back."""
    put_on: list[QTranslator] = []
    before = QLocale()

    def install(translator: QTranslator) -> bool:
        put_on.append(translator)
        return QCoreApplication.installTranslator(translator)

    monkeypatch.setattr(qapp, "installTranslator", install)
    speak(qapp, Language.CHINESE)
    yield
    for translator in put_on:
        QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(before)
