"""Choosing words of the page with the keyboard: by the sentence, then grown and shrunk by the word."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from dateline.text.sentences import sentences
from dateline.text.span import Span

if TYPE_CHECKING:
    from dateline.ui.reader.view import ReaderView

_WORD = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]|[^\W\u3400-\u9fff\U00020000-\U0003ffff]+(?:['’][^\W]+)?")
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class Picking:
    """Moves a selection over the sentences of the page. Arrow: next sentence; Shift: the end; Ctrl+Shift: the start."""

    def __init__(self, view: ReaderView) -> None:
        self._view = view
        self._sentences: list[Span] = []
        self._words: list[Span] = []
        self._span: Span | None = None

    @property
    def is_on(self) -> bool:
        """Whether words are being picked."""
        return self._span is not None

    def start(self) -> bool:
        """Pick the first sentence in sight; False where there is no sentence."""
        page = self._view.page
        if page is None:
            return False
        text = page.article.text
        self._sentences = sentences(text, page.article.lang)
        if not self._sentences:
            return False
        self._words = [Span(*match.span()) for match in _WORD.finditer(text)]
        top = self._view.top_in_text()
        self._take(next((one for one in self._sentences if one.end > top), self._sentences[-1]))
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def stop(self) -> None:
        """Pick nothing more; what is selected stays so."""
        self._span = None

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; False where it means nothing here."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._view.deselect()
            return True
        if self._span is None or key not in (*_ON, *_BACK):
            return False
        step = 1 if key in _ON else -1
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not shift:
            self._take(self._beside(step))
        elif control:
            self._take(Span(self._edge(self._span.start, step, is_start=True), self._span.end))
        else:
            self._take(Span(self._span.start, self._edge(self._span.end, step, is_start=False)))
        return True

    def _beside(self, step: int) -> Span:
        assert self._span is not None  # noqa: S101 - only asked while picking
        starts = [one.start for one in self._sentences]
        number = bisect_right(starts, self._span.start) - 1 + step
        return self._sentences[min(max(number, 0), len(self._sentences) - 1)]

    def _edge(self, at: int, step: int, *, is_start: bool) -> int:
        edges = [word.start if is_start else word.end for word in self._words]
        if step > 0:
            return next((edge for edge in edges if edge > at), at)
        return next((edge for edge in reversed(edges) if edge < at), at)

    def _take(self, span: Span) -> None:
        if span.start < span.end:
            self._span = span
            self._view.select(span)
