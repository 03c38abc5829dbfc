"""The inspector's frame: a bar of tabs, the chosen one with its name, and the panel of each.

Tabs are handed over with `add_panel`; a panel is made when its tab is first shown. What it shows is its own business.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dateline.ui.buttons import ToggleButton
from dateline.ui.marks import paint_hairline, paint_vertical_hairline
from dateline.ui.theme import Appearance, size

_TAB_KEY = "inspector/tab"
#: The tabs in their order, in whichever order their panels are handed over.
_ORDER = ("quotes", "people", "coverage", "figures", "notes", "revisions")


class Inspector(QWidget):
    """The pane at the right: one panel at a time."""

    #: The key of the tab on show.
    tab_chosen = Signal(str)

    def __init__(
        self, appearance: Appearance, settings: QSettings | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._settings = settings
        self.setAccessibleName(self.tr("Inspector"))
        self._tabs: dict[str, _Tab] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._panels: dict[str, QWidget] = {}
        self._bar = _Bar(appearance, self)
        self._row = QHBoxLayout(self._bar)
        self._row.setContentsMargins(8, 0, 8, 0)
        self._row.setSpacing(2)
        self._row.addStretch()
        self._stack = QStackedWidget(self)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._bar)
        rows.addWidget(self._stack, 1)
        appearance.changed.connect(self.update)

    @property
    def tab(self) -> str:
        """The key of the tab on show, "" before there is one."""
        return next((key for key, tab in self._tabs.items() if tab.isChecked()), "")

    def add_panel(self, key: str, icon: str, name: str, tip: str, make: Callable[[], QWidget]) -> None:
        """Add a tab: one of quotes, people, coverage, figures, notes, revisions. `make` makes its panel.

        Quotes, or the one that was on show last time, is chosen.
        """
        tab = _Tab(self._appearance, icon, name, tip, self._bar)
        tab.clicked.connect(lambda _=False: self.choose(key))
        tab.stepped.connect(lambda by: self._step(key, by))
        self._row.insertWidget(sum(_ORDER.index(each) < _ORDER.index(key) for each in self._tabs), tab)
        self._tabs[key] = tab
        self._tabs = {each: self._tabs[each] for each in _ORDER if each in self._tabs}
        self._makers[key] = make
        if key == self._remembered():
            self._show(key)

    def choose(self, key: str) -> None:
        """Show a tab's panel."""
        if key in self._tabs:
            self._show(key)
            if self._settings is not None:
                self._settings.setValue(_TAB_KEY, key)
            self.tab_chosen.emit(key)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground and the line at the left."""
        colour = self._appearance.theme.colour
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour.window)
        paint_vertical_hairline(painter, 0, 0, self.height(), colour.line)
        painter.end()

    def _show(self, key: str) -> None:
        for each, tab in self._tabs.items():
            tab.choose(is_chosen=each == key)
        panel = self._panels.get(key)
        if panel is None:
            panel = self._panels[key] = self._makers[key]()
            self._stack.addWidget(panel)
        self._stack.setCurrentWidget(panel)

    def _remembered(self) -> str:
        kept = self._settings.value(_TAB_KEY) if self._settings is not None else None
        return kept if kept in _ORDER else _ORDER[0]

    def _step(self, key: str, by: int) -> None:
        keys = list(self._tabs)
        wanted = keys[(keys.index(key) + by) % len(keys)]
        self.choose(wanted)
        self._tabs[wanted].setFocus(Qt.FocusReason.TabFocusReason)


class _Tab(ToggleButton):
    """An icon; chosen, with its name. Arrow keys go to the next one."""

    stepped = Signal(int)

    def __init__(self, appearance: Appearance, icon: str, name: str, tip: str, parent: QWidget) -> None:
        super().__init__(appearance, icon, name, parent)
        self.setFixedHeight(28)
        self.setToolTip(tip)
        self.setAccessibleName(name)
        self.setAccessibleDescription(tip)
        self.choose(is_chosen=False)

    def choose(self, *, is_chosen: bool) -> None:
        """Take whether this is the tab on show."""
        self.setChecked(is_chosen)
        self.setText(self.accessibleName() if is_chosen else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the icon, or of icon and name."""
        return super().sizeHint() if self.isChecked() else QSize(30, 28)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the tab beside this one."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)


class _Bar(QWidget):
    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setFixedHeight(size("reader_bar"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the line below."""
        painter = QPainter(self)
        paint_hairline(painter, 0, self.height() - 1, self.width(), self._appearance.theme.colour.line)
        painter.end()
