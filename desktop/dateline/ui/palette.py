"""The command palette: one field over everything that can be done or gone to, found by a few letters of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from dateline.ui.theme import Appearance, radius

_AnyIndex = QModelIndex | QPersistentModelIndex
_WIDTH = 560
_ROW = 34
_MOST_ROWS = 10
_ALIGN = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class PaletteEntry:
    """Something to do or to go to. `kind` says of what sort it is; `keys` are shown on the right."""

    name: str
    kind: str
    do: Callable[[], object]
    keys: str = ""
    also: str = ""  # other words that find it


def match(entry: PaletteEntry, typed: str) -> float | None:
    """Return how well an entry answers what was typed, more is better; None where it does not.

    Every word typed must begin a word of the name, or else its letters must stand in the name in that order.
    """
    name = entry.name.casefold()
    if not typed:
        return 0.0
    wanted = typed.casefold()
    haystack = f"{name} {entry.also.casefold()}"
    if name.startswith(wanted):
        return 4.0 - len(name) / 1000
    words = haystack.replace("–", " ").replace("-", " ").split()
    if all(any(word.startswith(one) for word in words) for one in wanted.split()):
        return 3.0 - len(name) / 1000
    if wanted in haystack:
        return 2.0 - len(name) / 1000
    at = 0
    for letter in wanted.replace(" ", ""):
        at = name.find(letter, at) + 1
        if not at:
            return None
    return 1.0 - len(name) / 1000


class Palette(QFrame):
    """Lies over the window's upper third. `entries` is asked each time it opens."""

    def __init__(self, appearance: Appearance, entries: Callable[[], Sequence[PaletteEntry]], over: QWidget) -> None:
        super().__init__(over)
        self._appearance = appearance
        self._entries = entries
        self._over = over
        self._all: Sequence[PaletteEntry] = ()
        self._found: list[PaletteEntry] = []
        self._back: QWidget | None = None
        self.field = QLineEdit(self)
        self.field.setProperty("kind", "bare")
        self.field.setPlaceholderText(self.tr("Do or go to…"))
        self.field.setAccessibleName(self.tr("Command palette"))
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_Delegate(self, appearance))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("What was found"))
        self.nothing = QLabel(self.tr("Nothing has that name."), self)
        self.nothing.setContentsMargins(10, 0, 10, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.field.setContentsMargins(10, 0, 10, 0)
        self.field.textEdited.connect(self._search)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self.accept())
        self.hide()
        over.installEventFilter(self)
        self._restyle()
        appearance.changed.connect(self._restyle)

    def open(self) -> None:
        """Show everything, and take the keyboard."""
        self._back = self._over.window().focusWidget()
        self._all = self._entries()
        self.field.clear()
        self._search("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Give the keyboard back, and hide: the other way round Qt would hand it to the window's first button."""
        if self.isVisible() and self._back is not None and isValid(self._back):
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def accept(self) -> None:
        """Do what is selected."""
        row = self.list.currentRow()
        self.close_palette()
        if 0 <= row < len(self._found):
            self._found[row].do()

    def entry(self, row: int) -> PaletteEntry:
        """Return what a row stands for."""
        return self._found[row]

    def names(self) -> list[str]:
        """Return what is listed, best first."""
        return [entry.name for entry in self._found]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the list from the field; close where the keyboard goes elsewhere; keep to the window's size."""
        if watched is self._over:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
        elif event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event.key())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw ground and border."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour.raised)
        painter.setPen(theme.colour.control_border)
        corner = radius("popover")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        painter.end()

    def _key(self, key: int) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key in steps:
            n = max(1, len(self._found))
            row = self.list.currentRow() + steps[Qt.Key(key)]
            self.list.setCurrentRow(row % n if abs(steps[Qt.Key(key)]) == 1 else min(n - 1, max(0, row)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
            return True
        if key == Qt.Key.Key_Escape:
            self.close_palette()
            return True
        return False

    def _search(self, typed: str) -> None:
        scored = [(match(entry, typed.strip()), number, entry) for number, entry in enumerate(self._all)]
        hits = [(-score, number, entry) for score, number, entry in scored if score is not None]
        self._found = [entry for _, _, entry in sorted(hits, key=lambda hit: hit[:2])[:200]]
        self.list.clear()
        for entry in self._found:
            item = QListWidgetItem(entry.name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.name}, {entry.kind}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._found))
        self.nothing.setVisible(not self._found)
        self.field.setAccessibleDescription("" if self._found else self.nothing.text())
        self._place()

    def _place(self) -> None:
        scale = self._appearance.theme.text_scale
        rows = min(_MOST_ROWS, max(1, len(self._found)))
        width = min(round(_WIDTH * scale), self._over.width() - 40)
        height = round(rows * _ROW * scale) + 54
        self.setGeometry((self._over.width() - width) // 2, max(20, self._over.height() // 8), width, height)

    def _restyle(self) -> None:
        theme = self._appearance.theme
        field = type(self.field.font())(theme.font("control"))
        field.setPointSizeF(field.pointSizeF() * 15 / 13)
        self.field.setFont(field)
        self.nothing.setFont(theme.font("control"))
        self.nothing.setFixedHeight(round(_ROW * theme.text_scale))
        palette = self.list.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colour.raised)
        self.list.setPalette(palette)
        self.list.viewport().setPalette(palette)


class _Delegate(QStyledItemDelegate):
    """Draws a row: name, kind, keys."""

    def __init__(self, palette: Palette, appearance: Appearance) -> None:
        super().__init__(palette)
        self._of = palette
        self._appearance = appearance

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        """Return the height of a row."""
        return QSize(10, round(_ROW * self._appearance.theme.text_scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw it."""
        theme = self._appearance.theme
        entry = self._of.entry(index.row())
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour.selection)
            painter.drawRoundedRect(rect, radius("chip"), radius("chip"))
        name, quiet = theme.font("control"), theme.font("chip")
        right = f"{entry.kind}    {entry.keys}" if entry.keys else entry.kind
        room = QFontMetricsF(quiet).horizontalAdvance(right)
        inner = rect.adjusted(10, 0, -10, 0)
        painter.setFont(name)
        painter.setPen(theme.colour.text)
        cut = QFontMetricsF(name).elidedText(entry.name, Qt.TextElideMode.ElideRight, inner.width() - room - 16)
        painter.drawText(inner, _ALIGN, cut)
        painter.setFont(quiet)
        painter.setPen(theme.colour.text_tertiary)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, right)
        painter.restore()
