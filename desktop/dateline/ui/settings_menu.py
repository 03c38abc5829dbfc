"""The menu of how the window looks: light and dark, room of the cards, size of the text. Kept in the settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from dateline.ui.chosen_looks import (
    CONTRAST_KEY,
    DENSITY_KEY,
    READING_FONT_KEY,
    SCHEME_KEY,
    TEXT_KEY,
    TEXT_PERCENTS,
    remembered_density,
    remembered_percent,
)
from dateline.ui.theme import Appearance, Contrast, Scheme
from dateline.ui.timeline.card_layout import Density


class SettingsMenu(QMenu):
    """What the user chose holds at once."""

    density_chosen = Signal(object)
    all_wanted = Signal()

    def __init__(self, appearance: Appearance, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._settings = settings
        self._ticks: dict[object, QAction] = {}
        schemes = {
            Scheme.SYSTEM: self.tr("Light and dark as the system"),
            Scheme.LIGHT: self.tr("Light"),
            Scheme.DARK: self.tr("Dark"),
        }
        self._choices(schemes, appearance.scheme, self.choose_scheme)
        self.addSeparator()
        densities = {Density.COMFORTABLE: self.tr("Comfortable cards"), Density.COMPACT: self.tr("Compact cards")}
        self._choices(densities, remembered_density(settings), self.choose_density)
        self.addSeparator()
        sizes = {percent: self.tr("Text at {percent} %").format(percent=percent) for percent in TEXT_PERCENTS}
        self._choices(sizes, remembered_percent(settings), self.choose_text)
        self.addSeparator()
        self.addAction(self.tr("All settings…"), self.all_wanted.emit)

    def _choices(self, names: dict, chosen: object, choose: Callable[..., None]) -> None:
        group = QActionGroup(self)
        for value, name in names.items():
            action = QAction(name, self)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(partial(self._take, choose, value))
            group.addAction(action)
            self.addAction(action)
            self._ticks[value] = action

    def _take(self, choose: Callable[..., None], value: object) -> None:
        choose(value)

    def choose_scheme(self, scheme: Scheme) -> None:
        """Take light, dark or the system's."""
        self._settings.setValue(SCHEME_KEY, scheme.value)
        self._ticks[scheme].setChecked(True)
        self._appearance.choose_scheme(scheme)

    def choose_contrast(self, contrast: Contrast) -> None:
        """Take normal or high contrast, or the system's."""
        self._settings.setValue(CONTRAST_KEY, contrast.value)
        self._appearance.choose_contrast(contrast)

    def choose_density(self, density: Density) -> None:
        """Give the cards more or less room."""
        self._settings.setValue(DENSITY_KEY, density.value)
        self._ticks[density].setChecked(True)
        self.density_chosen.emit(density)

    def choose_text(self, percent: int) -> None:
        """Set all text larger or smaller."""
        self._settings.setValue(TEXT_KEY, percent)
        self._ticks[percent].setChecked(True)
        self._appearance.choose_text_scale(percent / 100)

    def choose_reading_font(self, family: str) -> None:
        """Set articles in a family of the user's; "" for the one Dateline comes with."""
        self._settings.setValue(READING_FONT_KEY, family)
        self._appearance.choose_reading_font(family)
