"""The pictures of an article: where they stand in its text, and how they are shown there once the user asked for them.

The document is not touched but for the room below a line: the pictures lie over it, so that every position of the text
stays true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QLabel, QWidget

#: Elements of an article's HTML that are one line of its text each (`sources/render.py`).
_LINES = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "td"))
#: Larger ones are shown smaller, and those beyond all measure not at all; in pixels.
_LARGEST = QSize(1_520, 960)
_MOST_PIXELS = 60_000_000
_TALLEST = 480
_GAP = 10


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's http or https address, and how many lines of the text stand before it."""

    address: str
    n_lines_before: int


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Picture] = []
        self._n_lines = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LINES:
            self._n_lines += 1
        address = dict(attrs).get("src") or ""
        if tag == "img" and address.startswith(("http://", "https://")):
            self.found.append(Picture(address, self._n_lines))


def pictures_of(html: str) -> tuple[Picture, ...]:
    """Return the pictures that an article's HTML names, in their order."""
    finder = _Finder()
    finder.feed(html)
    finder.close()
    return tuple(finder.found)


def read_picture(data: bytes) -> QImage:
    """Return a picture from its bytes, no larger than it is shown; a null one for what is none. Any thread."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        return QImage()
    if size.width() > _LARGEST.width() or size.height() > _LARGEST.height():
        reader.setScaledSize(size.scaled(_LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


class PicturesShown:
    """Pictures over the page of a reader, each below its line."""

    def __init__(self, over: QWidget, name: str) -> None:
        """Stand over a viewport; `name` is what a screen reader calls a picture."""
        self._over = over
        self._name = name
        self._labels: list[tuple[Picture, QImage, QLabel]] = []

    def show_pictures(self, pictures: Sequence[tuple[Picture, QImage]]) -> None:
        """Show these and no others; what could not be read is left out."""
        for _, _, label in self._labels:
            label.deleteLater()
        self._labels = []
        for picture, image in pictures:
            if not image.isNull():
                label = QLabel(self._over)
                label.setAccessibleName(self._name)
                label.setScaledContents(True)
                label.setPixmap(QPixmap.fromImage(image))
                label.show()
                self._labels.append((picture, image, label))

    def reserve(self, document: QTextDocument, width: int) -> None:
        """Keep room for the pictures below their lines; lines are no wider than `width`."""
        heights: dict[int, int] = {}
        for picture, image, _ in self._labels:
            number = self._block(document, picture).blockNumber()
            heights[number] = heights.get(number, 0) + _size(image, width).height() + _GAP
        for number, height in heights.items():
            block = document.findBlockByNumber(number)
            block_format = block.blockFormat()
            block_format.setBottomMargin(block_format.bottomMargin() + height)
            QTextCursor(block).setBlockFormat(block_format)

    def place(self, document: QTextDocument, left: int, width: int, scrolled: int) -> None:
        """Put the pictures where the page has their room now."""
        below: dict[int, int] = {}
        for picture, image, label in self._labels:
            block = self._block(document, picture)
            bottom = round(document.documentLayout().blockBoundingRect(block).bottom())
            top = below.get(block.blockNumber(), bottom) + _GAP
            size = _size(image, width)
            label.setGeometry(QRect(left, top - scrolled, size.width(), size.height()))
            below[block.blockNumber()] = top + size.height()

    def _block(self, document: QTextDocument, picture: Picture) -> QTextBlock:
        """Return the block of the line before a picture: the headline is block 0, and a picture never stands by it."""
        return document.findBlockByNumber(min(max(picture.n_lines_before, 1), document.blockCount() - 1))


def _size(image: QImage, width: int) -> QSize:
    room = QSize(width, _TALLEST)
    size = image.size()
    fits = size.width() <= room.width() and size.height() <= room.height()
    return size if fits else size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
