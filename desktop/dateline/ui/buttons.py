"""Buttons with an icon that follow the theme: icon buttons, toggles with a name, push buttons of a kind."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from dateline.ui.icons import make_icon
from dateline.ui.theme import Appearance, size


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
        self.setIcon(make_icon(self._icon, colour.text_secondary, colour.accent, disabled=colour.text_disabled))


class ToggleButton(IconButton):
    """A toggle with an icon and its name beside it, as the layers over the reader."""

    def __init__(self, appearance: Appearance, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, icon, text, parent, is_checkable=True)
        self.setProperty("kind", "toggle")
        self.setText(text)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setMinimumWidth(0)
        self.setMaximumWidth(16777215)


class Button(QPushButton):
    """A push button; `kind` is "" (default), "primary" or "quiet"."""

    def __init__(
        self, appearance: Appearance, text: str, parent: QWidget | None = None, *, icon: str = "", kind: str = ""
    ) -> None:
        super().__init__(text, parent)
        self._appearance = appearance
        self._icon = icon
        self.setProperty("kind", kind)
        self.setIconSize(QSize(16, 16))
        self.setFont(appearance.theme.font("control", weight=600 if kind == "primary" else 500))
        self._draw()
        appearance.changed.connect(self._draw)

    def set_icon(self, icon: str) -> None:
        """Give the button another icon, or none."""
        if icon != self._icon:
            self._icon = icon
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw the icon when the button is switched on or off."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._draw()

    def _draw(self) -> None:
        if not self._icon:
            self.setIcon(QIcon())
            return
        colour = self._appearance.theme.colour
        is_primary = self.property("kind") == "primary"
        ink = colour.on_accent if is_primary else colour.text_secondary
        self.setIcon(make_icon(self._icon, ink, ink, disabled=colour.text_disabled))
