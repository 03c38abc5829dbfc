"""A tab bar that never cuts a name: where the names do not fit, the chosen tab has its name and the others their icon.

It knows nothing of what the tabs show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from dateline.ui.icons import make_icon
from dateline.ui.theme import Appearance

_ICON_PX = 16


@dataclass(frozen=True, slots=True)
class NamedTab:
    """A tab by its name and its icon; `tip` says more than the name."""

    name: str
    icon: str
    tip: str = ""


class NamedTabs(QTabBar):
    """All names where there is room for them, as wide as `needed_width` says; else icons, as in the inspector."""

    def __init__(self, appearance: Appearance, tabs: Sequence[NamedTab], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._tabs = tuple(tabs)
        self._needed = self._least = 0
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setIconSize(QSize(_ICON_PX, _ICON_PX))
        for index, tab in enumerate(self._tabs):
            self.addTab(tab.name)
            self.setAccessibleTabName(index, tab.name)
            self.setTabToolTip(index, tab.tip or tab.name)
        self.currentChanged.connect(lambda _: self._dress())
        self.restyle()

    @property
    def needed_width(self) -> int:
        """How wide the bar is with every name."""
        return self._needed

    @property
    def least_width(self) -> int:
        """How wide the bar is with the longest name and the icons of the other tabs."""
        return self._least

    def restyle(self) -> None:
        """Take the looks and the text size of the appearance."""
        colour = self._appearance.theme.colour
        self.setFont(self._appearance.theme.font("sidebar"))
        self.setStyleSheet(
            f"QTabBar::tab {{ padding: 5px 4px; border-radius: 6px; border: 2px solid transparent;"
            f" color: {colour.text_secondary.name()}; background: transparent; }}"
            f"QTabBar::tab:selected {{ background: {colour.selection.name()}; color: {colour.accent_on_soft.name()}; }}"
            f"QTabBar::tab:focus {{ border-color: {colour.accent.name()}; }}"
        )
        self.ensurePolished()  # until then the style's own paddings are measured
        self._name_all()
        self._needed = self.sizeHint().width()
        self._least = 0
        for index in range(self.count()):
            self._name_one(index)
            self._least = max(self._least, self.sizeHint().width())
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many names as there is room for now."""
        super().resizeEvent(event)
        self._dress()

    def _name_all(self) -> None:
        for index, tab in enumerate(self._tabs):
            self.setTabIcon(index, QIcon())
            self.setTabText(index, tab.name)

    def _dress(self) -> None:
        if self.width() >= self._needed:
            self._name_all()
        else:
            self._name_one(self.currentIndex())

    def _name_one(self, named: int) -> None:
        colour = self._appearance.theme.colour.text_secondary
        for index, tab in enumerate(self._tabs):
            is_named = index == named
            self.setTabText(index, tab.name if is_named else "")
            self.setTabIcon(index, QIcon() if is_named else make_icon(tab.icon, colour, px=_ICON_PX))
