"""What is handed to the window from outside: OPML files, saved pages and `feed:` links, opened or dropped on it.

It knows where each belongs; nothing is fetched or read here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMainWindow

_FEED_SCHEMES = ("feed:", "feeds:")
_WEB_SCHEMES = ("http://", "https://")
_LISTS = (".opml",)
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Opening(QObject):
    """Takes arguments of the command line, of a second start and of the file manager, and drops of OPML files."""

    #: A sentence on what cannot be opened.
    told = Signal(str)

    def __init__(
        self,
        window: QMainWindow,
        *,
        import_opml: Callable[[Path], object],
        add_source: Callable[[str], object],
        take_page: Callable[[Path], object],
    ) -> None:
        super().__init__(window)
        self._import_opml = import_opml
        self._add_source = add_source
        self._take_page = take_page
        window.installEventFilter(self)

    def open(self, wanted: Sequence[str]) -> None:
        """Open files and links, in their order."""
        for one in wanted:
            if one.lower().startswith(_FEED_SCHEMES):
                self._add_source(feed_address(one))
            elif one.lower().startswith(_WEB_SCHEMES):
                self._add_source(one)
            elif not Path(one).is_file():
                self.told.emit(self.tr("There is no file {name}.").format(name=Path(one).name))
            elif Path(one).suffix.lower() in _LISTS:
                self._import_opml(Path(one))
            else:
                self._take_page(Path(one))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take OPML files and addresses that are dropped on the window; pages are taken elsewhere."""
        if event.type() in _DRAGS and isinstance(event, QDropEvent):
            wanted = _dropped(event.mimeData())
            # What is dragged out of the window is not meant for it.
            if wanted and event.source() is None:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.open(wanted)
                return True
        return super().eventFilter(watched, event)


def feed_address(link: str) -> str:
    """Return the address that a `feed:` link means: feed://host/path and feed:https://host/path are both in use."""
    rest = link.partition(":")[2]
    if rest.lower().startswith(("http://", "https://")):
        return rest
    return "https://" + rest.lstrip("/")


def _dropped(data: QMimeData) -> list[str]:
    """Return the OPML files of a drop, else the first address: of a feed, or of a site to look for one on."""
    urls = data.urls()
    paths = [url.toLocalFile() for url in urls if url.isLocalFile()]
    lists = [path for path in paths if Path(path).suffix.lower() in _LISTS]
    links = [url.toString() for url in urls if url.scheme() in ("http", "https", "feed", "feeds")]
    return lists or links[:1]
