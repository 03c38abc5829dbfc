"""Completion in the filter's line: the list of suggestions follows what is typed and answers the line's keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent

from dateline.ui.filter.suggesting import Suggestion, Values, suggest, word_at
from dateline.ui.filter.suggestions import SuggestionList

if TYPE_CHECKING:
    from dateline.ui.filter.line import FilterLine
    from dateline.ui.theme import Appearance


class Completion(QObject):
    """Ties a line to a list of suggestions. `values` says which values the library has for a field."""

    def __init__(self, line: FilterLine, appearance: Appearance, values: Values) -> None:
        super().__init__(line)
        self._line = line
        self._values = values
        self.list = SuggestionList(appearance, line)
        self.list.taken.connect(self.take)
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While suggestions are shown: arrows choose, Return and Tab take, Escape hides."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self.list.hide()
        # Tab would leave the line, Escape would be the window's: the list has them first.
        if kind in {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride} and isinstance(event, QKeyEvent):
            return self._key(event, acts=kind == QEvent.Type.KeyPress)
        return super().eventFilter(watched, event)

    def take(self, suggestion: Suggestion) -> None:
        """Put a suggestion in the place of the word; a whole condition is asked at once."""
        text, (start, end) = self._line.text(), word_at(self._line.text(), self._line.cursorPosition())
        self._line.setText(text[:start] + suggestion.text + text[end:])
        self._line.setCursorPosition(start + len(suggestion.text))
        self.list.hide()
        self._line.setFocus()
        if suggestion.is_whole:
            self._line.returnPressed.emit()
        else:
            self.follow()

    def follow(self) -> None:
        """Suggest what the word at the cursor may become, after each change of what is typed."""
        start, end = word_at(self._line.text(), self._line.cursorPosition())
        word = self._line.text()[start:end]
        window = self._line.window()
        if self.list.parent() is not window:
            self.list.setParent(window)
        place = self._line.mapTo(window, QPoint(max(0, round(self._line.x_of(start)) - 9), self._line.height() + 3))
        x = max(4, min(place.x(), window.width() - 328))
        self.list.show_at(suggest(word, self._values) if word else (), x, place.y())

    def _key(self, event: QKeyEvent, *, acts: bool) -> bool:
        if not self.list.isVisible():
            return False
        key = event.key()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key))
        takes = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
        if step is None and key != Qt.Key.Key_Escape and not (takes and (self.list.chosen or key == Qt.Key.Key_Tab)):
            if acts and takes:
                self.list.hide()
            return False
        event.accept()
        if acts and step is not None:
            self.list.step(step)
        elif acts and takes:
            self.take(self.list.chosen or self.list.suggestions[0])
        elif acts:
            self.list.hide()
        return True
