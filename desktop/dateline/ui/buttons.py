"""Buttons with an icon that follow the theme: icon buttons, toggles with a name, push buttons of a kind."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from dateline.ui.icons import make_icon, paint_icon
from dateline.ui.theme import Appearance, size

#: Between a push button's icon and its text, beside the 4 px that Qt leaves.
_GAP = 3


class IconButton(QToolButton):
    """A 30 × 30 button of one icon. `name` is its tool tip and what a screen reader says."""

    def __init__(
        self, appearance: Appearance, icon: str, name: str, parent: QWidget | None = None, *, is_checkable: bool = False
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icon = icon
        self.setProperty("kind", "icon")
        self.setCheckable(is_checkable)
        self.setFixedSize(size("icon_button"), size("icon_button"))
        self.setIconSize(QSize(16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.set_name(name)
        self._draw()
        appearance.changed.connect(self._draw)

    def set_name(self, name: str) -> None:
        """Give the button another name."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def set_icon(self, icon: str) -> None:
        """Give the button another icon."""
        if icon != self._icon:
            self._icon = icon
            self._draw()

    def follow(self, action: QAction) -> None:
        """Let the button do what the action does, with its key in the tool tip."""
        self.clicked.connect(action.trigger)
        key = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        self.setToolTip(f"{self.accessibleName()} ({key})" if key else self.accessibleName())
        self.setEnabled(action.isEnabled())
        action.enabledChanged.connect(self.setEnabled)

    def _draw(self) -> None:
        colour = self._appearance.theme.colour
        checked = colour.accent if self.isCheckable() else None
        self.setIcon(make_icon(self._icon, colour.text_secondary, checked, disabled=colour.text_disabled))


class ToggleButton(IconButton):
    """A toggle with an icon and its name beside it, as the layers over the reader."""

    _PAD = 6
    _GAP = 5

    def __init__(self, appearance: Appearance, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, icon, text, parent, is_checkable=True)
        self.setProperty("kind", "toggle")
        self._name = text
        self.setText(text)
        self.setMinimumWidth(0)
        self.setMaximumWidth(16777215)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_name(self, wants_name: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show the name beside the icon, or the icon alone where there is no room; its tool tip and name stay."""
        self.setText(self._name if wants_name else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room of icon and name; the name's heavier form is meant, so that nothing moves when it is on."""
        metrics = QFontMetricsF(self._font(is_on=True))
        width = 2 * self._PAD + 16 + (self._GAP + metrics.horizontalAdvance(self.text()) if self.text() else 0)
        return QSize(math.ceil(width), size("icon_button"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the style's ground, then icon and name at their own distance."""
        # Not at the top: nothing that a start paints needs them, and QStyle brings 600 names with it.
        from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter

        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = QIcon()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        colour = self._appearance.theme.colour
        is_on = self.isChecked()
        ink = colour.text_disabled if not self.isEnabled() else colour.accent if is_on else colour.text_secondary
        name = colour.text_disabled if not self.isEnabled() else colour.accent_on_soft if is_on else colour.text
        paint_icon(painter, self._icon, self._PAD, (self.height() - 16) / 2, ink)
        font = self._font(is_on=is_on)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(name)
        baseline = round((self.height() + metrics.ascent() - metrics.descent()) / 2)
        painter.drawText(QPointF(self._PAD + 16 + self._GAP, baseline), self.text())
        painter.end()

    def _font(self, *, is_on: bool) -> QFont:
        return self._appearance.theme.font("sidebar", weight=500 if is_on else 400)


class Button(QPushButton):
    """A push button; `kind` is "" (default), "primary" or "quiet"."""

    def __init__(
        self, appearance: Appearance, text: str, parent: QWidget | None = None, *, icon: str = "", kind: str = ""
    ) -> None:
        super().__init__(text, parent)
        self._appearance = appearance
        self._icon = icon
        self.setProperty("kind", kind)
        self.setIconSize(QSize(16 + _GAP, 16))
        self._draw()
        appearance.changed.connect(self._draw)

    def set_icon(self, icon: str) -> None:
        """Give the button another icon, or none."""
        if icon != self._icon:
            self._icon = icon
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button; the keyboard's ring, which nobody would see around the accent, stands inside of it."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("kind") == "primary":
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._appearance.theme.colour.on_accent, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 3.5, 3.5)
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw the icon when the button is switched on or off."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._draw()

    def _draw(self) -> None:
        is_primary = self.property("kind") == "primary"
        self.setFont(self._appearance.theme.font("control", weight=600 if is_primary else 500))
        if not self._icon:
            self.setIcon(QIcon())
            return
        colour = self._appearance.theme.colour
        ink = colour.on_accent if is_primary else colour.text_secondary
        self.setIcon(make_icon(self._icon, ink, ink, disabled=colour.text_disabled, gap=_GAP))
