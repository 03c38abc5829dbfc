"""The bar over the page: which layers are shown, and what can be done with the article."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dateline.ui.buttons import IconButton, ToggleButton
from dateline.ui.icons import make_icon
from dateline.ui.marks import paint_hairline
from dateline.ui.reader.layers import Layer
from dateline.ui.theme import Appearance, size

_ICONS = {
    Layer.QUOTES: "quote",
    Layer.NOTES: "highlighter",
    Layer.WHY: "tag",
    Layer.FIGURES: "hash",
    Layer.CREDITS: "link",
}


class ReaderBar(QWidget):
    """Toggles of the layers on the left, actions on the right."""

    layers_chosen = Signal(object)  # frozenset[Layer]
    star_chosen = Signal()
    tag_chosen = Signal()
    list_chosen = Signal()
    original_chosen = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._is_starred = False
        self.setFixedHeight(size("reader_bar"))
        self.setAccessibleName(self.tr("Reader"))
        words = {
            Layer.QUOTES: (self.tr("Quotes"), self.tr("Show who says what")),
            Layer.NOTES: (self.tr("Notes"), self.tr("Show my highlights and notes")),
            Layer.WHY: (self.tr("Why"), self.tr("Show the words that speak for the topics")),
            Layer.FIGURES: (self.tr("Figures"), self.tr("Show figures")),
            Layer.CREDITS: (self.tr("Credits"), self.tr("Show the outlets named as source")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(2)
        self._toggles: dict[Layer, ToggleButton] = {}
        for layer, icon in _ICONS.items():
            text, tip = words[layer]
            toggle = ToggleButton(appearance, icon, text, self)
            toggle.setToolTip(tip)
            # The inspector has tabs of the same names.
            toggle.setAccessibleName(self.tr("{name} layer").format(name=text))
            toggle.setAccessibleDescription(tip)
            toggle.setFixedHeight(26)
            toggle.clicked.connect(self._tell_layers)
            row.addWidget(toggle)
            self._toggles[layer] = toggle
        row.addStretch()
        self._star = IconButton(appearance, "star", self.tr("Star"), self)
        self._star.clicked.connect(self.star_chosen)
        self._original = IconButton(appearance, "external-link", self.tr("Open the original in the browser"), self)
        self._original.clicked.connect(self.original_chosen)
        self._tag = IconButton(appearance, "tag", self.tr("Tag"), self)
        self._tag.setToolTip(self.tr("Tag (T)"))
        self._tag.clicked.connect(self.tag_chosen)
        self._list = IconButton(appearance, "list-plus", self.tr("Put on a reading list"), self)
        self._list.setToolTip(self.tr("Put on a reading list (L)"))
        self._list.clicked.connect(self.list_chosen)
        acts = QHBoxLayout()
        acts.setSpacing(0)
        for button in (self._star, self._tag, self._list, self._original):
            acts.addWidget(button)
        row.addLayout(acts)
        self.set_article(is_open=False)
        appearance.changed.connect(self._draw_star)
        appearance.changed.connect(self._fit)

    @property
    def layers(self) -> frozenset[Layer]:
        """The layers that are switched on."""
        return frozenset(layer for layer, toggle in self._toggles.items() if toggle.isChecked())

    @property
    def is_starred(self) -> bool:
        """Whether the article on show has a star."""
        return self._is_starred

    def set_layers(self, layers: Collection[Layer]) -> None:
        """Switch these layers on and the others off, without telling."""
        for layer, toggle in self._toggles.items():
            toggle.setChecked(layer in layers)

    def set_article(self, *, is_open: bool, is_starred: bool = False, has_address: bool = False) -> None:
        """Follow the article on show."""
        self._is_starred = is_starred
        for button in (self._star, self._tag, self._list):
            button.setEnabled(is_open)
        self._star.set_name(self.tr("Remove the star") if is_starred else self.tr("Star"))
        self._original.setEnabled(has_address)
        self._draw_star()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the last names where there is no room for all of them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        toggles = list(self._toggles.values())
        for toggle in toggles:
            toggle.show_name(True)
        for toggle in reversed(toggles):
            if self._needs() <= self.width():
                break
            toggle.show_name(False)

    def _needs(self) -> int:
        toggles = sum(toggle.sizeHint().width() + 2 for toggle in self._toggles.values())
        return toggles + 4 * size("icon_button") + 28

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint ground and hairline."""
        colour = self._appearance.theme.colour
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour.paper)
        paint_hairline(painter, 0, self.height() - 1, self.width(), colour.line)
        painter.end()

    def _tell_layers(self) -> None:
        self.layers_chosen.emit(self.layers)

    def _draw_star(self) -> None:
        colour = self._appearance.theme.colour
        ink = colour.star if self._is_starred else colour.text_secondary
        self._star.setIcon(make_icon("star", ink, disabled=colour.text_disabled, is_filled=self._is_starred))
