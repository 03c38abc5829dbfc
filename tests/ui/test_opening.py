"""What comes to the window from outside: a second start, files and links, drops."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from dateline.cli.opening import open_request
from dateline.settings import library_path
from dateline.ui.one_window import Doorbell, hand_over
from dateline.ui.opening import Opening, feed_address


@pytest.fixture
def doorbell(qapp: QApplication, tmp_path: Path) -> Iterator[Doorbell]:
    bell = Doorbell(tmp_path / "library.dateline")
    yield bell
    bell.close()


SECOND = """
import json, sys
from pathlib import Path
from dateline.ui.one_window import hand_over
print(hand_over(Path(sys.argv[1]), json.loads(sys.argv[2])))
"""


def ring(library: Path, wanted: list[str]) -> subprocess.Popen[str]:
    """Start Dateline a second time."""
    command = [sys.executable, "-c", SECOND, str(library), json.dumps(wanted)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_a_second_start_hands_over_what_it_was_to_open(qtbot: QtBot, doorbell: Doorbell, tmp_path: Path) -> None:
    wanted = ["feed://ft.example/rss", "/home/ida/列表.opml"]
    with qtbot.waitSignal(doorbell.rang, timeout=30_000) as rung:
        second = ring(tmp_path / "library.dateline", wanted)
    assert (rung.args, second.communicate()[0]) == ([wanted], "True\n")


def test_a_second_start_on_another_library_is_on_its_own(doorbell: Doorbell, tmp_path: Path) -> None:
    assert hand_over(tmp_path / "other.dateline", []) is False


def test_a_message_that_is_none_is_dropped_and_the_bell_still_rings(
    qtbot: QtBot, doorbell: Doorbell, tmp_path: Path
) -> None:
    socket = QLocalSocket()
    socket.connectToServer(doorbell.name)
    socket.write(b"GET / HTTP/1.1\r\n")
    with qtbot.waitSignal(socket.disconnected):
        socket.flush()
    with qtbot.waitSignal(doorbell.rang, timeout=30_000):
        second = ring(tmp_path / "library.dateline", [])
    assert second.communicate()[0] == "True\n"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("feed://ft.example/rss", "https://ft.example/rss"),
        ("feed:https://ft.example/rss?a=b", "https://ft.example/rss?a=b"),
        ("feed:http://old.example/", "http://old.example/"),
        ("FEEDS://ft.example/rss", "https://ft.example/rss"),
    ],
)
def test_a_feed_link_means_an_address(link: str, address: str) -> None:
    assert feed_address(link) == address


@pytest.mark.parametrize(
    "arguments", [["refresh"], ["list", "topic:chips"], ["--help"], ["photo.png"], ["a.opml", "list"]]
)
def test_what_is_no_file_or_link_is_a_verb(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert open_request(arguments) is None


def test_files_and_links_are_opened_in_the_window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    request = open_request(["my.opml", "feed://ft.example/rss", "file:///home/ida/a%20page.html"])
    assert request is not None
    assert request.wanted == (str(tmp_path / "my.opml"), "feed://ft.example/rss", "/home/ida/a page.html")
    assert open_request([]) is not None
    assert open_request(["--library", "x.dateline"]).library == library_path("x.dateline")  # type: ignore[union-attr]


class Desks:
    """Takes what is handed to it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        self.window.setAcceptDrops(True)
        qtbot.addWidget(self.window)
        self.lists: list[Path] = []
        self.links: list[str] = []
        self.pages: list[Path] = []
        self.told: list[str] = []
        self.opening = Opening(
            self.window, import_opml=self.lists.append, add_source=self.links.append, take_page=self.pages.append
        )
        self.opening.told.connect(self.told.append)


def test_each_goes_where_it_belongs(qtbot: QtBot, tmp_path: Path) -> None:
    desks = Desks(qtbot)
    for name in ("My.OPML", "page.html"):
        (tmp_path / name).write_text("", encoding="utf-8")
    desks.opening.open(
        [str(tmp_path / "My.OPML"), "feed://ft.example/rss", str(tmp_path / "page.html"), str(tmp_path / "gone.opml")]
    )
    assert desks.lists == [tmp_path / "My.OPML"]
    assert desks.links == ["https://ft.example/rss"]
    assert desks.pages == [tmp_path / "page.html"]
    assert desks.told == ["There is no file gone.opml."]


@pytest.mark.parametrize(("name", "is_taken"), [("my.opml", True), ("photo.png", False)])
def test_a_dropped_list_of_sources_is_taken(qtbot: QtBot, tmp_path: Path, name: str, is_taken: bool) -> None:
    desks = Desks(qtbot)
    (tmp_path / name).write_text("", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    drop = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert desks.opening.eventFilter(desks.window, drop) is is_taken
    assert desks.lists == ([tmp_path / name] if is_taken else [])


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://ft.example/news", "https://ft.example/news"),
        ("feed://ft.example/rss", "https://ft.example/rss"),
        ("javascript:alert(1)", ""),
    ],
)
def test_an_address_that_is_dropped_is_looked_at_as_a_source(qtbot: QtBot, address: str, link: str) -> None:
    desks = Desks(qtbot)
    data = QMimeData()
    data.setUrls([QUrl(address)])
    drop = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert desks.opening.eventFilter(desks.window, drop) is bool(link)
    assert desks.links == ([link] if link else [])
