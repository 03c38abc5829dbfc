"""The words at the top of a page stay there while its lines change: another width, typeface, size or room.

It scrolls and reads positions; what changes the page is not its business.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser

from dateline.ui.reader.document import EDGE


class Staying:
    """Holds one page. The same words are held until somebody scrolls, so that a splitter can be dragged to and fro."""

    def __init__(self, sheet: QTextBrowser) -> None:
        self._sheet = sheet
        self._bar = sheet.verticalScrollBar()
        self._held: tuple[int, int] | None = None  # a position in the document, and its pixels below the page's top
        self._is_holding = False
        self._bar.valueChanged.connect(self._forget)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Hold the page for what is done within; the text must stay as it is. A page at its top stays at its top."""
        if self._is_holding or self._bar.value() == 0:
            yield
            return
        if self._held is None:
            first = self._sheet.cursorForPosition(QPoint(EDGE, 0))
            self._held = first.position(), self._sheet.cursorRect(first).top()
        position, top = self._held
        self._is_holding = True
        try:
            yield
            cursor = QTextCursor(self._sheet.document())
            cursor.setPosition(position)
            self._bar.setValue(self._bar.value() + self._sheet.cursorRect(cursor).top() - top)
        finally:
            self._is_holding = False

    def _forget(self) -> None:
        if not self._is_holding:
            self._held = None
