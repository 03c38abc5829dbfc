"""The sidebar folded to a rail: icons of the views, and menus for topics, people and outlets."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from dateline.ui.buttons import IconButton
from dateline.ui.icons import application_icon, drawn_icon, make_icon
from dateline.ui.marks import paint_monogram, paint_topic
from dateline.ui.names import Names
from dateline.ui.panes import RAIL
from dateline.ui.sidebar.model import SidebarModel, speech
from dateline.ui.sidebar.rows import Kind, Row
from dateline.ui.theme import Appearance, size

_SECTIONS = (("topics", "tag"), ("people", "users"), ("outlets", "newspaper"))
_BUTTON = QSize(36, 34)


class Rail(QWidget):
    """48 px wide; it shows the rows that the sidebar has."""

    pressed_row = Signal(object, bool)
    sources_wanted = Signal()
    lexicon_wanted = Signal()
    activity_wanted = Signal()
    refresh_wanted = Signal()

    def __init__(self, rows: SidebarModel, appearance: Appearance, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._names = names
        self._rows = rows
        self._chosen = ""
        self._icon = application_icon()
        self._views: dict[str, _RailButton] = {}
        self.setFixedWidth(RAIL - 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, size("filter_bar"), 6, 8)
        column.setSpacing(0)
        for row in rows.rows:
            if row.kind is Kind.VIEW:
                button = _RailButton(appearance, row.icon, row.name, self)
                button.clicked.connect(partial(self._press, row.key))
                self._views[row.key] = button
                column.addWidget(button)
        column.addSpacing(17)
        self._sections: dict[str, _RailButton] = {}
        for key, icon in _SECTIONS:
            button = _RailButton(appearance, icon, "", self)
            button.clicked.connect(partial(self._open, key))
            self._sections[key] = button
            column.addWidget(button)
        column.addStretch(1)
        self.sources = _RailButton(appearance, "rss", self.tr("Sources"), self)
        self.lexicon = _RailButton(appearance, "book-a", self.tr("Lexicon"), self)
        self.activity = _RailButton(appearance, "activity", self.tr("Activity"), self)
        self.refresh = _RailButton(appearance, "refresh-cw", self.tr("Refresh all sources"), self)
        for button, wanted in (
            (self.sources, self.sources_wanted),
            (self.lexicon, self.lexicon_wanted),
            (self.activity, self.activity_wanted),
            (self.refresh, self.refresh_wanted),
        ):
            button.clicked.connect(wanted)
            column.addWidget(button)
        rows.modelReset.connect(self._follow)
        rows.dataChanged.connect(self._follow)
        appearance.changed.connect(self.update)
        self._follow()

    def choose(self, key: str) -> None:
        """Show which row the filter belongs to."""
        self._chosen = key
        section = key.partition(":")[0]
        for name, button in self._views.items():
            button.setChecked(name == key)
        for name, button in self._sections.items():
            button.setChecked(
                {"topic": "topics", "person": "people"}.get(section, "outlets") == name
                and bool(section)
                and section != "view"
            )

    def menu(self, section: str) -> QMenu:
        """Return the rows of a section as a menu."""
        made = QMenu(self)
        rows = self._rows.rows
        for row in rows_of(rows, section):
            action = QAction(f"{row.name} {row.second}".strip().replace("&", "&&"), made)
            if row.count:
                action.setText(f"{action.text()}\t{row.count:,}")
            action.setIcon(self._mark(row))
            action.setToolTip(row.health_words)
            action.triggered.connect(partial(self.pressed_row.emit, row, False))
            made.addAction(action)
        return made

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the program's icon and the line between views and sections."""
        colour = self._appearance.theme.colour
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour.window)
        pixmap = self._icon.pixmap(QSize(22, 22), self.devicePixelRatioF())
        painter.drawPixmap(QRectF((RAIL - 22) / 2, 13, 22, 22), pixmap, QRectF(pixmap.rect()))
        first = next(iter(self._sections.values()))
        painter.fillRect(QRectF(12, first.y() - 9, RAIL - 24, 1), colour.line_strong)
        painter.end()

    def _press(self, key: str) -> None:
        number = self._rows.number_of(key)
        if number >= 0:
            self.pressed_row.emit(self._rows.rows[number], False)
        self.choose(self._chosen)

    def _open(self, section: str) -> None:
        button = self._sections[section]
        self.menu(section).popup(button.mapToGlobal(QPoint(button.width() + 2, 0)))
        self.choose(self._chosen)

    def _follow(self) -> None:
        rows = self._rows.rows
        for row in rows:
            if row.key in self._views:
                self._views[row.key].set_name(speech(row))
                self._views[row.key].warn(row.is_warning)
            if row.key in self._sections:
                self._sections[row.key].set_name(row.name)
        for key, button in self._sections.items():
            button.setVisible(any(row.key == key for row in rows))

    def _mark(self, row: Row) -> QIcon:
        theme = self._appearance.theme
        if row.kind is Kind.TOPIC:
            return drawn_icon(lambda painter, *_: paint_topic(painter, theme, row.icon, QPointF(8, 8), 8))
        if row.kind is Kind.OUTLET:
            look = self._names.outlet(row.icon)
            square = QRectF(0, 0, 16, 16)
            return drawn_icon(lambda painter, *_: paint_monogram(painter, theme, square, look.letters, look.colour))
        return make_icon(row.icon or "folder", theme.colour.text_secondary)


def rows_of(rows: Sequence[Row], section: str) -> list[Row]:
    """Return the rows under a section's heading that ask something."""
    found: list[Row] = []
    is_inside = False
    for row in rows:
        if row.kind is Kind.SECTION:
            is_inside = row.key == section
        elif is_inside and row.question is not None:
            found.append(row)
    return found


class _RailButton(IconButton):
    """A button of the rail; the umbrella's icon is painted, and one may carry a dot that warns."""

    def __init__(self, appearance: Appearance, icon: str, name: str, parent: QWidget) -> None:
        self._is_painted = not icon
        self._warns = False
        super().__init__(appearance, icon or "inbox", name, parent, is_checkable=True)
        self.setFixedSize(_BUTTON)
        if self._is_painted:
            self.setIcon(QIcon())

    def warn(self, warns: bool) -> None:  # noqa: FBT001
        """Carry the dot, or not."""
        self._warns = warns
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the button is, then the dot."""
        super().paintEvent(event)
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_painted:
            paint_topic(painter, theme, "us-china-ai", QRectF(self.rect()).center(), 10)
        if self._warns:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour.warn)
            painter.drawEllipse(QRectF(self.width() - 10, 5, 6, 6))
        painter.end()

    def _draw(self) -> None:
        if self._is_painted:
            self.setIcon(QIcon())
            self.update()
        else:
            super()._draw()
