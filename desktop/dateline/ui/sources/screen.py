"""The Sources screen: every source with its state in plain words, and what can be done about it.

It asks the window to add, refresh and write; it knows nothing of the library or the network.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from dateline.news.feed import Source, SourceId, SourceState
from dateline.news.progress import RefreshDone, RefreshEvent, RefreshStarted, SourceRead
from dateline.ui.buttons import Button
from dateline.ui.empty_state import EmptyState
from dateline.ui.names import Names
from dateline.ui.search_line import SearchLine
from dateline.ui.sources.model import SourcesModel
from dateline.ui.sources.table import SourcesTable
from dateline.ui.sources.words import Remedy, SourceLine, matches, source_line, summary
from dateline.ui.theme import Appearance

_REMADE_EVERY_MS = 250


class SourcesScreen(QWidget):
    """Title, buttons and the table."""

    add_wanted = Signal(str)
    #: Sources to refresh; None for all.
    refresh_wanted = Signal(object)
    import_wanted = Signal()
    export_wanted = Signal()
    #: Sources that are to be edited; removed; and whether they are to be paused.
    edit_wanted = Signal(object)
    remove_wanted = Signal(object)
    pause_wanted = Signal(object, bool)
    cookies_wanted = Signal(object)
    articles_wanted = Signal(object)
    site_wanted = Signal(object)

    def __init__(self, appearance: Appearance, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._names = names
        self._sources: dict[SourceId, Source] = {}
        self._folders: tuple[str, ...] = ()  # in the user's order
        self._is_refreshing = False
        self._read: dict[SourceId, int] = {}
        self.rows = SourcesModel(self)
        self.table = SourcesTable(self.rows, appearance, names, self)
        self.title = QLabel(self.tr("Sources"))
        self.summary = QLabel("")
        #: By its words the table is looked through; the window's bar holds it.
        self.search = SearchLine(appearance, self.tr("Find a source"), self)
        self.search.hide()
        self.order = Button(appearance, self.tr("Sort"), self, kind="quiet")
        self.order.setMenu(self._order_menu())
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
        for button in (self.order, self.opml, self.refresh, self.add):
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
        self.table.edit_wanted.connect(lambda lines: self.edit_wanted.emit(self._of(lines)))
        self.table.remove_wanted.connect(lambda lines: self.remove_wanted.emit(self._of(lines)))
        self.table.menu_wanted.connect(self._open_menu)
        self.table.sort_wanted.connect(self._turn_order)
        self.search.textChanged.connect(self._show_now)
        self.search.returnPressed.connect(self.table.setFocus)
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

    def order_folders(self, folders: Sequence[str]) -> None:
        """Let the folders stand in this order, others after them by name."""
        if tuple(folders) != self._folders:
            self._folders = tuple(folders)
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
        self.search.clear()
        self._catch_up()
        self.table.choose((source,))
        self.table.scrollTo(self.table.currentIndex())

    def sort_by(self, order: tuple[int, bool] | None) -> None:
        """Sort the rows of every folder by a column, the greatest first if asked, or show them as they were added."""
        self.rows.sort_by(order)
        self._show_now()

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
            if matches(line, self.search.text()):
                folders.setdefault(source.folder, []).append(line)
        place = {folder: number for number, folder in enumerate(self._folders)}
        in_order = sorted(folders, key=lambda one: (not one, place.get(one, len(place)), one.casefold()))
        chosen = [line.id for line in self.table.chosen_lines()]
        is_at = self.table.current_line()
        self.rows.show_lines([(folder, folders[folder]) for folder in in_order])
        if not self.table.selectionModel().hasSelection():  # the rows were made anew
            self.table.choose(sorted(chosen, key=lambda one: is_at is not None and one == is_at.id))

    def _show_now(self) -> None:
        self._is_behind = True
        self._catch_up()

    def _turn_order(self, column: int) -> None:
        """Sort by a column; the other way round where it is so sorted; as added at the third time."""
        before = self.rows.order
        if before == (column, True):
            self.sort_by(None)
        else:
            self.sort_by((column, before == (column, False)))

    def _of(self, lines: Sequence[SourceLine]) -> tuple[Source, ...]:
        return tuple(self._sources[line.id] for line in lines)

    def _remedy(self, line: SourceLine, remedy: Remedy) -> None:
        source = self._sources[line.id]
        if remedy is Remedy.TRY_AGAIN:
            self.refresh_wanted.emit((source.id,))
        elif remedy is Remedy.RESUME:
            self.pause_wanted.emit((source,), False)
        elif remedy is Remedy.LOOK_FOR_NEW:
            self.add_wanted.emit(source.home_url or source.url)
        elif remedy is Remedy.GIVE_COOKIES:
            self.cookies_wanted.emit(source)

    def _opml_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Import OPML…"), self.import_wanted.emit)
        menu.addAction(self.tr("Export OPML…"), self.export_wanted.emit)
        return menu

    def _order_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("As they were added"), lambda: self.sort_by(None))
        for column, name in enumerate(self.rows.column_names()):
            menu.addAction(name, partial(self._turn_order, column))
        return menu

    def _open_menu(self, lines: Sequence[SourceLine], at: QPoint) -> None:
        menu = self.menu_of(lines)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def menu_of(self, lines: Sequence[SourceLine]) -> QMenu:
        """Return the menu of a source, or of several."""
        sources = self._of(lines)
        return self._menu_of_one(sources[0]) if len(sources) == 1 else self._menu_of_several(sources)

    def _menu_of_several(self, sources: tuple[Source, ...]) -> QMenu:
        menu = QMenu(self)
        n = len(sources)
        ids = tuple(source.id for source in sources)
        self._put(menu, self.tr("Refresh these {n} sources").format(n=n), lambda: self.refresh_wanted.emit(ids))
        menu.addSeparator()
        self._put(menu, self.tr("Edit…"), lambda: self.edit_wanted.emit(sources))
        self._put(menu, self.tr("Pause"), lambda: self.pause_wanted.emit(sources, True))
        self._put(menu, self.tr("Resume"), lambda: self.pause_wanted.emit(sources, False))
        menu.addSeparator()
        self._put(menu, self.tr("Remove, and keep their articles"), lambda: self.remove_wanted.emit(sources))
        return menu

    def _menu_of_one(self, source: Source) -> QMenu:
        is_paused = source.state is SourceState.PAUSED
        menu = QMenu(self)
        self._put(menu, self.tr("Refresh this source"), lambda: self.refresh_wanted.emit((source.id,)))
        self._put(menu, self.tr("Show its articles"), lambda: self.articles_wanted.emit(source))
        self._put(menu, self.tr("Open the site"), lambda: self.site_wanted.emit(source))
        menu.addSeparator()
        self._put(menu, self.tr("Edit…"), lambda: self.edit_wanted.emit((source,)))
        self._put(menu, self.tr("Login…"), lambda: self.cookies_wanted.emit(source))
        words = self.tr("Resume") if is_paused else self.tr("Pause")
        self._put(menu, words, lambda: self.pause_wanted.emit((source,), not is_paused))
        menu.addSeparator()
        self._put(menu, self.tr("Remove, and keep its articles"), lambda: self.remove_wanted.emit((source,)))
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
