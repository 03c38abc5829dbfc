"""The Sources screen: every source with its state in plain words, and what can be done about it.

It asks the window to add, refresh and write; it knows nothing of the library or the network.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from dateline.news.feed import Source, SourceId, SourceState
from dateline.news.progress import RefreshDone, RefreshEvent, RefreshStarted, SourceRead
from dateline.ui.buttons import Button
from dateline.ui.empty_state import EmptyState
from dateline.ui.names import Names
from dateline.ui.sources.model import SourcesModel
from dateline.ui.sources.table import SourcesTable
from dateline.ui.sources.words import Remedy, SourceLine, source_line, summary
from dateline.ui.theme import Appearance

_REMADE_EVERY_MS = 250


class SourcesScreen(QWidget):
    """Title, buttons and the table."""

    add_wanted = Signal(str)
    #: Sources to refresh; None for all.
    refresh_wanted = Signal(object)
    import_wanted = Signal()
    export_wanted = Signal()
    edit_wanted = Signal(object)
    #: A source's id, and whether it is to be paused.
    pause_wanted = Signal(object, bool)
    remove_wanted = Signal(object)
    cookies_wanted = Signal(object)
    articles_wanted = Signal(object)
    site_wanted = Signal(object)

    def __init__(self, appearance: Appearance, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._names = names
        self._sources: dict[SourceId, Source] = {}
        self._is_refreshing = False
        self._read: dict[SourceId, int] = {}
        self.rows = SourcesModel(self)
        self.table = SourcesTable(self.rows, appearance, names, self)
        self.title = QLabel(self.tr("Sources"))
        self.summary = QLabel("")
        self.opml = Button(appearance, self.tr("OPML"), self, kind="quiet")
        self.opml.setMenu(self._opml_menu())
        self.refresh = Button(appearance, self.tr("Refresh all"), self, icon="refresh-cw")
        self.add = Button(appearance, self.tr("Add source"), self, icon="plus", kind="primary")
        self.empty = EmptyState(appearance, "rss")
        self.empty.say(
            self.tr("No source yet"),
            self.tr("Dateline has no source to read yet."),
            self.tr("Add source"),
            button_icon="plus",
        )
        head = QHBoxLayout()
        head.setContentsMargins(20, 16, 20, 12)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.summary, 1)
        for button in (self.opml, self.refresh, self.add):
            head.addWidget(button)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.add.clicked.connect(lambda: self.add_wanted.emit(""))
        self.empty.chosen.connect(lambda: self.add_wanted.emit(""))
        self.refresh.clicked.connect(lambda: self.refresh_wanted.emit(None))
        self.table.remedy_wanted.connect(self._remedy)
        self.table.edit_wanted.connect(lambda line: self.edit_wanted.emit(self._sources[line.id]))
        self.table.remove_wanted.connect(lambda line: self.remove_wanted.emit(self._sources[line.id]))
        self.table.menu_wanted.connect(self._open_menu)
        self._restyle()
        appearance.changed.connect(self._restyle)
        self._is_behind = False
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REMADE_EVERY_MS)
        self._resting.timeout.connect(lambda: self._remake() if self._is_behind else None)

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Show the sources as they are now."""
        self._sources = {source.id: source for source in sources}
        self.summary.setText(summary(sources) if sources else "")
        self.refresh.setEnabled(bool(sources))
        self._stack.setCurrentWidget(self.table if sources else self.empty)
        self._remake()

    def take(self, event: RefreshEvent) -> None:
        """Follow a refresh: which sources it has still to ask, and what it brought."""
        if isinstance(event, RefreshStarted):
            self._is_refreshing = event.n_sources >= len(self._sources)
            self._read = {}
        elif isinstance(event, SourceRead):
            self._read[event.source] = event.n_new
        elif isinstance(event, RefreshDone):
            self._is_refreshing = False
        else:
            return
        self._remake()

    def choose(self, source: SourceId) -> None:
        """Select a source and bring it into sight."""
        self._catch_up()
        index = self.rows.index_of(source)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows that were left while nobody looked."""
        super().showEvent(event)
        self._catch_up()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.theme.colour.list)
        painter.end()

    def _remake(self) -> None:
        """Make the rows again: at once, then at most four times a second, and not while nobody looks."""
        self._is_behind = True
        if self.isVisible() and not self._resting.isActive():
            self._catch_up()

    def _catch_up(self) -> None:
        if not self._is_behind:
            return
        self._is_behind = False
        self._resting.start()
        now = datetime.now(UTC)
        folders: dict[str, list[SourceLine]] = {}
        for source in self._sources.values():
            line = source_line(
                source,
                self._names,
                now,
                is_asked=self._is_refreshing and source.id not in self._read and source.state is not SourceState.PAUSED,
                n_new=self._read.get(source.id, 0),
            )
            folders.setdefault(source.folder, []).append(line)
        in_order = sorted(folders, key=lambda folder: (not folder, folder.casefold()))
        self.rows.show_lines([(folder, folders[folder]) for folder in in_order])

    def _remedy(self, line: SourceLine, remedy: Remedy) -> None:
        source = self._sources[line.id]
        if remedy is Remedy.TRY_AGAIN:
            self.refresh_wanted.emit((source.id,))
        elif remedy is Remedy.RESUME:
            self.pause_wanted.emit(source.id, False)
        elif remedy is Remedy.LOOK_FOR_NEW:
            self.add_wanted.emit(source.home_url or source.url)
        elif remedy is Remedy.GIVE_COOKIES:
            self.cookies_wanted.emit(source)

    def _opml_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Import OPML…"), self.import_wanted.emit)
        menu.addAction(self.tr("Export OPML…"), self.export_wanted.emit)
        return menu

    def _open_menu(self, line: SourceLine, at: QPoint) -> None:
        menu = self.menu_of(line)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def menu_of(self, line: SourceLine) -> QMenu:
        """Return the menu of a source."""
        source = self._sources[line.id]
        is_paused = source.state is SourceState.PAUSED
        menu = QMenu(self)
        self._put(menu, self.tr("Refresh this source"), lambda: self.refresh_wanted.emit((source.id,)))
        self._put(menu, self.tr("Show its articles"), lambda: self.articles_wanted.emit(source))
        self._put(menu, self.tr("Open the site"), lambda: self.site_wanted.emit(source))
        menu.addSeparator()
        self._put(menu, self.tr("Edit…"), lambda: self.edit_wanted.emit(source))
        self._put(menu, self.tr("Login…"), lambda: self.cookies_wanted.emit(source))
        words = self.tr("Resume") if is_paused else self.tr("Pause")
        self._put(menu, words, lambda: self.pause_wanted.emit(source.id, not is_paused))
        menu.addSeparator()
        self._put(menu, self.tr("Remove, and keep its articles"), lambda: self.remove_wanted.emit(source))
        return menu

    @staticmethod
    def _put(menu: QMenu, name: str, do: object) -> None:
        action = QAction(name, menu)
        action.triggered.connect(do)
        menu.addAction(action)

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self.title.setFont(theme.font("view_title"))
        self.summary.setFont(theme.font("sidebar"))
        palette = self.summary.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.colour.text_secondary)
        self.summary.setPalette(palette)
        self.update()
