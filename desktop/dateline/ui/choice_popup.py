"""A popup to tick some of many things by name, and to make a new one by typing it: tags, reading lists.

Typing narrows, arrows move, Return ticks or makes, Esc closes. It knows nothing of what the things are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
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

from dateline.ui.buttons import Button
from dateline.ui.icons import paint_icon
from dateline.ui.theme import Appearance

_WIDTH, _ROW = 340, 28
_MOST_ROWS = 10
_CHOICE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing. `is_on` is None where only some of what is meant has it; `key` "" makes a new one."""

    key: str
    name: str
    is_on: bool | None = False
    icon: str = "tag"
    colour: int = 0  # 0 none, 1..8 as the speakers' tints
    hint: str = ""  # at the row's end


class ChoicePopup(QFrame):
    """The popup. What is ticked is told; who opened it shows the new state."""

    #: The choice and whether it is wanted.
    ticked = Signal(object, bool)
    #: Whether everything in the list is meant changed.
    scope_changed = Signal(bool)
    foot_pressed = Signal()

    def __init__(self, appearance: Appearance, placeholder: str, foot: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._choices: Sequence[Choice] = ()
        self._create = ""
        self._before: QWidget | None = None
        self._is_waiting = False  # what there is to choose from is being read
        self._is_pressed = False  # Return came before it
        self.setFixedWidth(_WIDTH)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.hide()
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(placeholder)
        self.line.textChanged.connect(self._narrow)
        self.line.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_Delegate(appearance, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._press)
        self.everything = QCheckBox(self)
        self.everything.toggled.connect(self.scope_changed)
        self.everything.hide()
        self.foot = Button(appearance, foot, self, kind="quiet")
        self.foot.setVisible(bool(foot))
        self.foot.clicked.connect(self.foot_pressed)
        below = QHBoxLayout()
        below.addStretch()
        below.addWidget(self.foot)
        appearance.changed.connect(self._restyle)
        self._restyle()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(10, 10, 10, 6)
        rows.setSpacing(6)
        rows.addWidget(self.line)
        rows.addWidget(self.list)
        rows.addWidget(self.everything)
        rows.addLayout(below)

    def offer(self, choices: Sequence[Choice], create: str) -> None:
        """Offer these, in this order; `create` is what making a new one is called, with {name}."""
        self._choices, self._create = choices, create
        self._is_waiting = False
        self._narrow()
        if self._is_pressed:
            self._is_pressed = False
            self._press_current()

    def offer_everything(self, words: str) -> None:
        """Offer to mean everything in the list, in these words; "" does not."""
        self.everything.setText(words)
        self.everything.setVisible(bool(words))
        if not words:
            self.everything.setChecked(False)

    def open_at(self, around: QWidget, *, is_waiting: bool = False) -> None:
        """Open over the middle of a widget's upper part.

        `is_waiting`: what there is comes with `offer` in a moment. Return waits for it: who types fast would else make
        a new one of the first letters of one that is there.
        """
        self._is_waiting, self._is_pressed = is_waiting, False
        self._before = QApplication.focusWidget()
        self.line.clear()
        self._narrow()
        self.move((around.width() - _WIDTH) // 2, min(90, around.height() // 6))
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_popup(self) -> None:
        """Give the keyboard back, and close: the other way round Qt would hand it to the window's first button."""
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, wherever the keyboard is in the popup."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_popup()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list from the field; Esc closes."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.close_popup()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
                self.list.setCurrentRow(row)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._is_pressed = self._is_waiting
                if not self._is_waiting:
                    self._press_current()
                return True
        return super().eventFilter(watched, event)

    def _narrow(self) -> None:
        typed = " ".join(self.line.text().split())
        wanted = typed.casefold()
        at = self.list.currentRow()
        self.list.clear()
        found = [one for one in self._choices if wanted in one.name.casefold()]
        # What begins with the words comes first.
        found.sort(key=lambda one: not one.name.casefold().startswith(wanted))
        if typed and all(one.name.casefold() != wanted for one in self._choices):
            found.append(Choice("", typed, icon="plus"))
        for one in found:
            item = QListWidgetItem(self._create.format(name=one.name) if not one.key else one.name)
            item.setData(_CHOICE, one)
            state = {True: self.tr("on"), False: "", None: self.tr("on some")}[one.is_on]
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()} {state}".strip())
            self.list.addItem(item)
        self.list.setCurrentRow(0 if typed or at < 0 else min(at, self.list.count() - 1))
        self.list.setFixedHeight(max(1, min(_MOST_ROWS, self.list.count())) * _ROW + 2)
        self.adjustSize()

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and new is not self and not self.isAncestorOf(new):
            self.hide()

    def _restyle(self) -> None:
        colour = self._appearance.theme.colour
        for widget, role in ((self, QPalette.ColorRole.Window), (self.list, QPalette.ColorRole.Base)):
            palette = widget.palette()
            palette.setColor(role, colour.raised)
            widget.setPalette(palette)

    def _press_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._press(item)

    def _press(self, item: QListWidgetItem) -> None:
        one: Choice = item.data(_CHOICE)
        self.ticked.emit(one, one.is_on is not True)
        self.line.clear()


class _Delegate(QStyledItemDelegate):
    """Paints a row: tick, icon, name, hint."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:  # noqa: ARG002
        """All rows are of one height."""
        return QSize(_WIDTH - 24, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        """Paint one row."""
        theme = self._appearance.theme
        rect: QRect = option.rect
        one: Choice = index.data(_CHOICE)  # type: ignore[attr-defined]
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_current:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour.selection)
            painter.drawRoundedRect(QRectF(rect), 6, 6)
        middle = rect.center().y()
        if one.is_on is not False:
            icon = "check" if one.is_on else "ellipsis"
            paint_icon(painter, icon, rect.left() + 8, middle - 7, theme.colour.accent, 14)
        ink = theme.speaker(one.colour - 1).ink if one.colour else theme.colour.text_secondary
        paint_icon(painter, one.icon, rect.left() + 30, middle - 7, ink, 14)
        font = theme.font("control", weight=500 if one.is_on else 400)
        metrics = QFontMetricsF(font)
        small = theme.font("meta")
        hint_width = QFontMetricsF(small).horizontalAdvance(one.hint)
        room = rect.width() - 52 - hint_width - 18
        baseline = round(middle + (metrics.ascent() - metrics.descent()) / 2)
        painter.setFont(font)
        painter.setPen(theme.colour.accent_on_soft if is_current else theme.colour.text)
        words = index.data(Qt.ItemDataRole.DisplayRole)  # type: ignore[attr-defined]
        painter.drawText(rect.left() + 52, baseline, metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, room))
        painter.setFont(small)
        painter.setPen(theme.colour.text_tertiary)
        painter.drawText(round(rect.right() - hint_width - 8), baseline, one.hint)
        painter.restore()
