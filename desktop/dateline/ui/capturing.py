"""Pages handed over in the window: saved files dropped on it, and HTML copied in the browser and pasted.

The pages go to the newsroom; here their address is asked for where they do not tell it, and what became of them is
said. No file is read on the UI thread.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QMainWindow, QWidget

from dateline.errors import AddressNeeded, DatelineError
from dateline.news.article import Completeness
from dateline.news.capture import PAGE_SUFFIXES, Captured
from dateline.ui.dialog import Dialog
from dateline.ui.known_sentences import failure_words, spoken
from dateline.ui.newsroom import Newsroom
from dateline.ui.over_window import OverWindow
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance

#: Where browsers put a copied page's address beside its HTML.
_SOURCE_FORMATS = ("chromium/x-source-url", "text/x-moz-url-priv")
_WINDOWS_HTML = 'application/x-qt-windows-mime;value="HTML Format"'
_MOST_FILES = 50


class Capturing(OverWindow):
    """Takes pages dropped on the window or pasted into it. `open_url` tells the address of the open article."""

    #: A page was kept as this article.
    kept = Signal(object)  # ArticleId

    def __init__(
        self,
        window: QMainWindow,
        appearance: Appearance,
        tasks: Tasks,
        newsroom: Newsroom,
        *,
        open_url: Callable[[], str],
    ) -> None:
        super().__init__(window, appearance, tasks, newsroom)
        self._open_url = open_url
        self.dialog: AddressDialog | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped on the window, if it is a page."""
        if isinstance(event, QDropEvent) and event.type() in (
            QEvent.Type.DragEnter,
            QEvent.Type.DragMove,
            QEvent.Type.Drop,
        ):
            if not can_take(event.mimeData()):
                return False
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.take(event.mimeData())
            return True
        return super().eventFilter(watched, event)

    def paste(self) -> None:
        """Take the page that is in the clipboard."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()  # None: an empty one on some platforms
        if data is not None and can_take(data):
            self.take(data)
        else:
            self.told.emit(
                self.tr("There is no page in the clipboard. Select the article in the browser and copy it, then paste.")
            )

    def take(self, data: QMimeData) -> None:
        """Hand over the saved files, else the HTML, of dropped or copied data."""
        files = _files(data)
        for file in files[:_MOST_FILES]:
            self._hand_over(file, "")
        if not files and data.hasHtml():
            self._hand_over(_markup(data), _source(data))

    def take_file(self, file: Path) -> None:
        """Hand over a saved page."""
        self._hand_over(file, "")

    def _hand_over(self, page: Path | bytes, url: str) -> None:
        future = self._newsroom.capture(page, url)
        self._tasks.follow(future, self._done, slot="", failed=partial(self._failed, page))

    def _done(self, captured: Captured) -> None:
        if not captured.is_kept:
            self.told.emit(self.tr("“{title}” is already held as fully.").format(title=captured.title))
        elif captured.completeness is Completeness.FULL:
            self.told.emit(self.tr("Kept in full: {title}").format(title=captured.title))
        else:
            words = self.tr("Kept, but not in full: {title}. {reason}")
            self.told.emit(words.format(title=captured.title, reason=spoken(captured.reason)))
        self.kept.emit(captured.article)

    def _failed(self, page: Path | bytes, error: DatelineError) -> None:
        if isinstance(error, AddressNeeded):
            self._ask_address(page)
        else:
            self.told.emit(failure_words(error))

    def _ask_address(self, page: Path | bytes) -> None:
        name = page.name if isinstance(page, Path) else self.tr("the clipboard")
        self.dialog = AddressDialog(self._appearance, name, self._open_url(), self._window)
        self.dialog.accepted.connect(partial(self._address_given, page, self.dialog))
        self.dialog.open()

    def _address_given(self, page: Path | bytes, dialog: AddressDialog) -> None:
        self._hand_over(page, dialog.address)


class AddressDialog(Dialog):
    """Asks for the address of a page that does not tell it; the open article's is proposed."""

    def __init__(self, appearance: Appearance, name: str, proposed: str, parent: QWidget) -> None:
        super().__init__(appearance, "", "", parent)
        self.setWindowTitle(self.tr("Address of the page"))
        self.heading.setText(self.tr("Which article is this?"))
        self.accept_button.setText(self.tr("Keep the article"))
        self.field = QLineEdit(proposed, self)
        self.field.setPlaceholderText("https://")
        self.field.selectAll()
        label = QLabel(self.tr("The page from {name} does not tell its address.").format(name=name), self)
        label.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("Address"), self.field)
        self.body.addWidget(label)
        self.body.addLayout(form)
        self.truth.setText(self.tr("The text becomes the full text of the article at this address."))
        self.setMinimumWidth(520)
        self.field.textChanged.connect(self._follow)
        self._follow()

    @property
    def address(self) -> str:
        """The address given."""
        return self.field.text().strip()

    def _follow(self) -> None:
        self.accept_button.setEnabled(self.address.startswith(("http://", "https://")))


def can_take(data: QMimeData) -> bool:
    """Tell whether dropped or copied data holds a page: saved files, or HTML."""
    return bool(_files(data)) or (data.hasHtml() and not data.hasUrls())


def _files(data: QMimeData) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in PAGE_SUFFIXES]


def _markup(data: QMimeData) -> bytes:
    if data.hasFormat(_WINDOWS_HTML):
        return bytes(data.data(_WINDOWS_HTML).data())
    # Qt has decoded it; the page's own word on its encoding no longer holds.
    return b"<!DOCTYPE html><meta charset='utf-8'>" + data.html().encode("utf-8", "replace")


def _source(data: QMimeData) -> str:
    for form in _SOURCE_FORMATS:
        raw = bytes(data.data(form).data())
        text = raw.decode("utf-16-le" if b"\0" in raw else "utf-8", "ignore").strip("\0\n\r ")
        if text.startswith(("http://", "https://")):
            return text
    return ""
