"""A start: what the first paint does without, and how the rest of the window comes after it."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from dateline.news.feed import SourceId
from dateline.news.progress import Outcome, RefreshDone, RefreshStarted, SourceRead
from dateline.settings import cache_folder
from dateline.ui.main_window import MainWindow
from dateline.ui.screens import Screen, Screens
from dateline.ui.settling import Settling
from desk import TODAY, Desk, QuietNewsroom

#: Made or used after the first paint only.
LATER = (
    "dateline.ui.sidebar",
    "dateline.ui.reader",
    "dateline.ui.inspector",
    "dateline.ui.sources",
    "dateline.ui.lexicon",
    "dateline.ui.quotes",
    "dateline.ui.comparison",
    "dateline.ui.lists",
    "dateline.ui.tags",
    "dateline.ui.settings",
    "dateline.ui.export",
    "dateline.ui.keys",
    "dateline.ui.empty_state",
    "dateline.ui.filter.completion",
    "dateline.ui.filter.suggestions",
    "dateline.analysis",
    "dateline.comparison",
    "dateline.export",
    "dateline.news.finding",
    "dateline.news.library_view",
    "dateline.news.question_grammar",
    "dateline.storage.conditions",
    "dateline.storage.counting",
    "dateline.text.tokens",
    "sqlalchemy",
    "sqlmodel",
    "trafilatura",
    "feedparser",
    "urllib3",
    "keyring",
    "PySide6.QtNetwork",
    "argparse",
    "http",
)


def test_what_comes_later_is_not_imported_for_the_first_cards() -> None:
    script = (
        "import sys; from dateline.cli.opening import open_request; open_request([]); "
        "import dateline.app, dateline.library, dateline.pipeline.newsroom, dateline.ui.main_window, "
        "dateline.storage.timeline; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    imported = done.stdout.split()
    assert [name for name in imported if name.startswith(LATER)] == []


#: Used at the first citation, saved page or article that has versions elsewhere: the window stands sooner without them.
FOR_AN_ACT = ("dateline.comparison.statements", "dateline.news.handover", "dateline.sources.saved_page", "email.policy")


def test_what_an_act_needs_is_not_imported_with_the_panes_that_offer_it() -> None:
    script = (
        "import sys, dateline.ui.reader.panel, dateline.ui.article_desk, dateline.ui.capturing; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    imported = done.stdout.split()
    assert "dateline.ui.reader.view" in imported
    assert [name for name in imported if name.startswith(FOR_AN_ACT)] == []


#: Says how often a part of PySide was compiled, and that what is left of PySide does its work.
_IMPORT_PYSIDE = """
import builtins
plain_import, plain_compile, compiled = builtins.__import__, builtins.compile, []
def compile(source, filename, *further, **named):
    compiled.append(str(filename))
    return plain_compile(source, filename, *further, **named)
builtins.compile = compile
import dateline.ui.lean_pyside
assert builtins.compile is compile
assert builtins.__import__ is plain_import
from PySide6.QtCore import QCoreApplication, QRect
try:
    QRect("wide")
except TypeError as error:
    assert "QRect" in str(error), error
QCoreApplication.translate("a", "b")
import bz2, lzma, tempfile, zipfile
assert zipfile.bz2 is bz2 and zipfile.lzma is lzma
assert bz2.compress and lzma.compress and tempfile.mkdtemp
print(sum(name.startswith(("shibokensupport/", "signature_bootstrap")) for name in compiled))
"""


def _n_compiled() -> int:
    done = subprocess.run([sys.executable, "-c", _IMPORT_PYSIDE], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return int(done.stdout)


def test_pysides_own_sources_are_compiled_at_the_first_start_alone() -> None:
    assert _n_compiled() > 0
    assert _n_compiled() == 0
    (kept,) = cache_folder().glob("pyside-*.code")
    whole = kept.read_bytes()
    for broken in (whole[:-1] + bytes([whole[-1] ^ 1]), whole[:-9], b"", b"\0" * 512):  # a disk that fails, or was full
        kept.write_bytes(broken)
        assert _n_compiled() > 0
        assert kept.read_bytes() == whole


def test_pyside_is_imported_where_nothing_can_be_kept() -> None:
    cache_folder().parent.mkdir(parents=True, exist_ok=True)
    cache_folder().write_text("no folder")
    assert _n_compiled() > 0
    assert _n_compiled() > 0


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom) -> MainWindow:
    """Return a window that is not shown yet, on three articles."""
    desk.articles(3)
    made = MainWindow(desk.library, newsroom, today=lambda: TODAY)
    qtbot.addWidget(made, before_close_func=lambda _: None)
    return made


def test_a_key_pressed_before_the_window_is_whole_is_not_lost(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.n_cards() == 3)
    window.timeline.view.setFocus()
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_J)
    assert window.settling.is_done
    qtbot.waitUntil(lambda: window.reader.page is not None and window.reader.page.title == "Story 0")


def test_what_is_asked_for_before_its_turn_is_made_at_once_and_stands_in_its_place(
    qtbot: QtBot, window: MainWindow
) -> None:
    assert window.sidebar_place.isAncestorOf(window.sidebar)
    assert window.reader_place.isAncestorOf(window.reader)
    assert window.inspector_place.isAncestorOf(window.inspector.frame)
    window.show()
    qtbot.waitUntil(lambda: window.settling.is_done)
    qtbot.waitUntil(lambda: window.sidebar.is_filled)


def test_a_window_closed_before_it_is_whole_makes_nothing_more(qtbot: QtBot, window: MainWindow) -> None:
    window.show()
    window.close()
    assert window.settling.is_done
    assert "work" not in vars(window)


def test_steps_are_taken_one_a_turn_in_their_order(qtbot: QtBot) -> None:
    around, taken = QWidget(), list[str]()
    qtbot.addWidget(around)
    settling = Settling(around, (lambda: taken.append("first"), lambda: taken.append("second")))
    assert taken == []
    with qtbot.waitSignal(settling.done):
        settling.begin()
    assert taken == ["first", "second"]


def test_a_screen_is_made_when_it_is_first_shown_and_once(qtbot: QtBot) -> None:
    made: list[QWidget] = []

    def make() -> QWidget:
        made.append(QLabel("Sources"))
        return made[-1]

    screens = Screens(QLabel("Reading"))
    qtbot.addWidget(screens)
    screens.offer({Screen.SOURCES: make})
    assert (made, screens.on_show) == ([], Screen.READING)
    for screen in (Screen.SOURCES, Screen.READING, Screen.SOURCES):
        screens.show_screen(screen)
    assert (len(made), screens.on_show) == (1, Screen.SOURCES)
    assert screens.currentWidget() is made[0]


def test_a_screen_made_after_a_refresh_tells_what_it_brought(
    qtbot: QtBot, newsroom: QuietNewsroom, window: MainWindow
) -> None:
    window.show()
    qtbot.waitUntil(lambda: window.settling.is_done)
    read = SourceRead(SourceId(1), "https://ft.example/feed", "FT", Outcome.UPDATED, n_new=2)
    newsroom.tell(RefreshStarted(1), read, RefreshDone(1, 0, 2, 0, 0.1))
    qtbot.waitUntil(lambda: len(window.refreshing.events) == 3)
    assert "activity" not in vars(window)
    window.show_screen(Screen.ACTIVITY)
    assert [window.activity.lines.item(0).text()] == ["FT: 2 new, 0 changed"]
    assert window.activity.status.text().startswith("2 new articles")
