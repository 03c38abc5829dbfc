"""The reading screen: timeline, reader and inspector side by side; when narrow, the inspector over the reader."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from dateline.ui.panes import INSPECTOR_RANGE, RAIL, SIDEBAR_RANGE, TIMELINE_RANGE, Panes, Wanted, arrange, within

_KEYS = ("sidebar", "timeline", "inspector")
_FLAGS = ("has_sidebar", "has_inspector")


class Frame(QWidget):
    """Lays out the window's panes by `panes.arrange`, and keeps what the user chose."""

    #: How the panes stand now.
    arranged = Signal(object)  # Panes

    def __init__(
        self,
        sidebar: QWidget,
        rail: QWidget,
        bar: QWidget,
        screens: QWidget,
        reading: Reading,
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._wanted = remembered(settings)
        self._opens_narrow = False
        self._reading = reading
        self._rail = rail
        self._sidebar = sidebar
        self._bar = bar
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(sidebar)
        left.addWidget(rail)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(screens, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._left)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)
        self._splitter.splitterMoved.connect(self._sidebar_dragged)
        reading.dragged.connect(self._reading_dragged)
        self.panes = arrange(1440, self._wanted)

    def give_room(self, is_wanted: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Fold the sidebar and put the bar away for as long as a screen wants the whole width."""
        if is_wanted is not self._bar.isHidden():
            self._bar.setVisible(not is_wanted)
            self.lay_out()

    def fold_sidebar(self) -> None:
        """Fold the sidebar to its rail, or unfold it."""
        self._want(self._wanted._replace(has_sidebar=not self._wanted.has_sidebar))

    def fold_inspector(self) -> None:
        """Fold the inspector, or open it; where the window is narrow, over the reader."""
        if self.panes.is_over:
            self._opens_narrow = not self._opens_narrow
            self.lay_out()
        else:
            self._want(self._wanted._replace(has_inspector=not self._wanted.has_inspector))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the panes to the width."""
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Give every pane its width."""
        wanted = self._wanted._replace(has_sidebar=False) if self._bar.isHidden() else self._wanted
        panes = arrange(self.width(), wanted, opens_narrow=self._opens_narrow)
        if not panes.is_over:
            self._opens_narrow = False
        self.panes = panes
        self._sidebar.setVisible(not panes.is_rail)
        self._rail.setVisible(panes.is_rail)
        if panes.is_rail:
            self._left.setFixedWidth(RAIL - 1)
        else:
            self._left.setMinimumWidth(SIDEBAR_RANGE[0])
            self._left.setMaximumWidth(SIDEBAR_RANGE[1])
        self._splitter.setSizes([panes.sidebar - 1, self.width() - panes.sidebar])
        self._reading.arrange(panes)
        self.arranged.emit(panes)

    def _want(self, wanted: Wanted) -> None:
        self._wanted = wanted
        for key in (*_KEYS, *_FLAGS):
            self._settings.setValue(f"panes/{key}", int(getattr(wanted, key)))
        self.lay_out()

    def _sidebar_dragged(self, width: int, _handle: int) -> None:
        if not self.panes.is_rail:
            self._want(self._wanted._replace(sidebar=within(width + 1, SIDEBAR_RANGE)))

    def _reading_dragged(self, timeline: int, inspector: int) -> None:
        wanted = self._wanted._replace(timeline=within(timeline, TIMELINE_RANGE))
        if inspector and not self.panes.is_over:
            wanted = wanted._replace(inspector=within(inspector, INSPECTOR_RANGE))
        self._want(wanted)


class Reading(QWidget):
    """Timeline, reader and inspector."""

    #: The user dragged: the timeline's and the inspector's width.
    dragged = Signal(int, int)
    #: The inspector came to lie over the reader, or to stand beside it again.
    inspector_moved = Signal()

    def __init__(
        self, timeline: QWidget, reader: QWidget, inspector: QWidget | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._reader = reader
        self._inspector = inspector
        self._panes: Panes | None = None
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        timeline.setMinimumWidth(TIMELINE_RANGE[0] - 1)
        timeline.setMaximumWidth(TIMELINE_RANGE[1])
        reader.setMinimumWidth(360)
        self._splitter.addWidget(timeline)
        self._splitter.addWidget(reader)
        if inspector is not None:
            inspector.setMinimumWidth(INSPECTOR_RANGE[0])
            inspector.setMaximumWidth(INSPECTOR_RANGE[1])
            self._splitter.addWidget(inspector)
        self._splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)
        self._splitter.splitterMoved.connect(self._moved)

    def arrange(self, panes: Panes) -> None:
        """Give every pane its width; the inspector stands beside the reader, or lies over it."""
        self._panes = panes
        moves = False
        if self._inspector is not None:
            holder = self if panes.is_over else self._splitter
            moves = self._inspector.parent() is not holder
            if moves and panes.is_over:
                self._inspector.setParent(self)
            elif moves:
                self._splitter.addWidget(self._inspector)
            self._inspector.setVisible(panes.inspector > 0)
            if panes.is_over:
                self._place_over(self._inspector, panes.inspector)
        beside = 0 if panes.is_over or self._inspector is None else panes.inspector
        # The lines beside timeline and inspector count as theirs.
        rest = max(1, self.width() - panes.timeline - beside)
        sizes = [panes.timeline - 1, rest, max(0, beside - 1)]
        self._splitter.setSizes(sizes[: self._splitter.count()])
        if moves:
            self.inspector_moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the panes' widths; the reader takes what is left over."""
        super().resizeEvent(event)
        if self._panes is not None:
            self.arrange(self._panes)

    def _place_over(self, inspector: QWidget, width: int) -> None:
        inspector.setGeometry(self.width() - width, 0, width, self.height())
        inspector.raise_()

    def _moved(self) -> None:
        sizes = self._splitter.sizes()
        self.dragged.emit(sizes[0] + 1, sizes[2] + 1 if len(sizes) > 2 else 0)


def remembered(settings: QSettings) -> Wanted:
    """Return what the user chose last time; nonsense in the file counts as not chosen."""
    kept: dict[str, int] = {}
    for key in (*_KEYS, *_FLAGS):
        try:
            kept[key] = int(str(settings.value(f"panes/{key}", "")))
        except ValueError:
            continue
    chosen = {key: value for key, value in kept.items() if key in _KEYS and 0 < value < 10_000}
    flags = {key: bool(value) for key, value in kept.items() if key in _FLAGS}
    return Wanted(**chosen, **flags)  # type: ignore[arg-type]
