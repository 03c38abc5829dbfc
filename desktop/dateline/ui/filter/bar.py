"""The bar over everything: the sidebar's button, the field, export, the settings' menu and the inspector's button.

On a screen that is looked through by words of its own, its line stands where the field is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from dateline.ui.buttons import Button, IconButton
from dateline.ui.filter.field import FilterField
from dateline.ui.marks import paint_hairline
from dateline.ui.panes import RAIL, SIDEBAR_FOLDS_BELOW
from dateline.ui.theme import Appearance, size

if TYPE_CHECKING:
    from dateline.ui.names import Names

#: From this width on there is room for words: as long as the sidebar stands beside the bar.
_WIDE = SIDEBAR_FOLDS_BELOW - RAIL


class FilterBar(QWidget):
    """48 px high, over timeline, reader and inspector."""

    def __init__(
        self,
        appearance: Appearance,
        names: Names,
        today: Callable[[], date],
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setFixedHeight(size("filter_bar"))
        self.sidebar = IconButton(appearance, "panel-left", self.tr("Sidebar"), self)
        self.field = FilterField(appearance, names, today, settings, self)
        self.save = Button(appearance, self.tr("Save search"), self, icon="bookmark")
        self.save.setEnabled(False)
        self.export = IconButton(appearance, "download", self.tr("Export"), self)
        self.settings = IconButton(appearance, "settings", self.tr("Settings"), self)
        self.settings.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.inspector = IconButton(appearance, "panel-right", self.tr("Inspector"), self, is_checkable=True)
        self._line: QLineEdit | None = None
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 11, 0)
        row.setSpacing(8)
        row.addWidget(self.sidebar)
        row.addWidget(self.field, 1)
        row.addWidget(self.save)
        row.addWidget(self.export)
        row.addWidget(self.settings)
        row.addWidget(self.inspector)
        appearance.changed.connect(self.update)

    def show_line(self, line: QLineEdit | None) -> None:
        """Show a screen's own line in place of the field, which asks for articles; None: the field again."""
        if line is self._line:
            return
        if self._line is not None:
            self._row.removeWidget(self._line)
            self._line.hide()
        self._line = line
        self.field.setVisible(line is None)
        if line is not None:
            self._row.insertWidget(self._row.indexOf(self.field), line, 1)
            line.show()
            self.setTabOrder(self.sidebar, line)
            self.setTabOrder(line, self.save)

    def focus_search(self) -> None:
        """Put the keyboard into the line on show."""
        if self._line is None:
            self.field.focus_search()
        else:
            self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._line.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow, the button is its icon."""
        super().resizeEvent(event)
        words = self.tr("Save search")
        self.save.setText(words if self.width() >= _WIDE else "")
        self.save.setAccessibleName(words)
        self.save.setToolTip(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        colour = self._appearance.theme.colour
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour.window)
        paint_hairline(painter, 0, self.height() - 1, self.width(), colour.line)
        painter.end()
