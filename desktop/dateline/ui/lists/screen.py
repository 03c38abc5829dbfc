"""One reading list beside the reader: its articles in their order, a note on each, and what is done with the whole."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from dateline.news.article import ArticleId
from dateline.news.reading_list import ListItem, ReadingList
from dateline.ui.buttons import Button, IconButton
from dateline.ui.counted import counted
from dateline.ui.dates import n_articles
from dateline.ui.empty_state import EmptyState
from dateline.ui.inspector.revisions import RevisionsPanel
from dateline.ui.lists.rows import ListRows
from dateline.ui.lists.versions_bar import Version, VersionsBar
from dateline.ui.markdown_view import MarkdownView
from dateline.ui.names import Names
from dateline.ui.reader.header import set_label
from dateline.ui.reader.panel import ReaderPanel
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance

_WIDTH = 476


class ListScreen(QWidget):
    """Shows a list; tells what is wanted of it."""

    export_wanted = Signal(object)  # ReadingList
    more_wanted = Signal(str, object)  # what, and the ReadingList
    articles_wanted = Signal()
    newest_wanted = Signal(object)  # ArticleId: point to the newest revision
    #: The list on show has another name than the one before.
    named = Signal(str)

    def __init__(self, tasks: Tasks, appearance: Appearance, names: Names, settings: QSettings) -> None:
        super().__init__()
        self._appearance = appearance
        self.list: ReadingList | None = None
        self._name = QLabel(self)
        self._name.setWordWrap(True)
        self._facts = QLabel(self)
        self._about = MarkdownView(appearance, self)
        self.export = Button(appearance, self.tr("Export…"), self, icon="download")
        self.export.clicked.connect(self._export)
        self.add = Button(appearance, self.tr("Add articles"), self, icon="plus")
        self.add.clicked.connect(self.articles_wanted)
        self.more = IconButton(appearance, "ellipsis", self.tr("More about this list"), self)
        self.more.clicked.connect(self._open_menu)
        self._hint = QLabel(self)
        self.rows = ListRows(appearance, names, self)
        self.rows.currentItemChanged.connect(lambda *_: self._read_chosen())
        self.rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.rows.customContextMenuRequested.connect(self._open_item_menu)
        self._empty = EmptyState(appearance, "list-ordered", left=20, parent=self)
        self._empty.chosen.connect(self.articles_wanted)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self._empty)
        self.reader = ReaderPanel(tasks, appearance, names, settings=settings)
        self.versions = VersionsBar(appearance, self)
        self.versions.chosen.connect(self._show_version)
        self.versions.newest_wanted.connect(self._want_newest)
        self.changes = RevisionsPanel(tasks, appearance, self)
        self._version = Version.AS_READ
        self._shown: ArticleId | None = None
        self._is_filling = False
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.export, self.add, self.more):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self._hint)
        head = QVBoxLayout()
        head.setContentsMargins(20, 16, 20, 12)
        head.setSpacing(4)
        head.addWidget(self._name)
        head.addWidget(self._facts)
        head.addWidget(self._about)
        head.addSpacing(6)
        head.addLayout(buttons)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._right())
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_WIDTH, 1228 - _WIDTH])  # beside the sidebar of a window as wide as most
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_list(self, one: ReadingList, items: tuple[ListItem, ...]) -> None:
        """Show a list; the same one again keeps its place."""
        is_other = self.list is None or self.list.id != one.id
        has_other_name = self.list is None or self.list.name != one.name
        self.list = one
        self._name.setText(one.name)
        notes = (
            counted(one.n_with_notes, self.tr("1 with a note"), self.tr("{n} with notes")) if one.n_with_notes else ""
        )
        smart = self.tr("fills itself: {query}").format(query=one.query) if one.is_smart else ""
        archived = self.tr("archived") if one.archived_at else ""
        self._facts.setText(", ".join(filter(None, (n_articles(len(items)), notes, smart, archived))))
        self._about.show_markdown(one.about)
        self._about.setVisible(bool(one.about))
        self._hint.setText("" if one.is_smart or len(items) < 2 else self.tr("Drag to sort, or Alt + ↑ ↓"))
        self._empty.say(*self._why_empty(one))
        self._stack.setCurrentWidget(self.rows if items else self._empty)
        if is_other:
            self._shown = None
            self.versions.hide()
            self._sheets.setCurrentWidget(self.reader)
            self.rows.choose(-1)
            self.reader.clear(self.tr("There is nothing on this list to read."))
        self._is_filling = True  # rows come and go; what is chosen is known once they stand
        self.rows.show_items(items, can_sort=not one.is_smart)
        if items and self.rows.currentRow() < 0:
            self.rows.choose(0)
        self._is_filling = False
        self._read_chosen()
        self.setAccessibleName(self.tr("Reading list {name}").format(name=one.name))
        if has_other_name:
            self.named.emit(one.name)

    def showEvent(self, event: QShowEvent) -> None:
        """Take fonts and colours once the style sheet has polished the labels."""
        super().showEvent(event)
        self._restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.theme.colour.list)
        painter.end()

    def _why_empty(self, one: ReadingList) -> tuple[str, str, str]:
        if one.is_smart:
            return (
                self.tr("Nothing on this list yet"),
                self.tr("No article answers “{query}” yet.").format(query=one.query),
                self.tr("Show articles"),
            )
        sentence = self.tr("This list is empty; press L on an article.")
        return self.tr("Nothing on this list yet"), sentence, self.tr("Add articles")

    def _right(self) -> QWidget:
        """Return what stands beside the list: the article, or how it changed, below the bar of its versions."""
        self._sheets = QStackedWidget(self)
        self._sheets.addWidget(self.reader)
        self._sheets.addWidget(self.changes)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.versions)
        column.addWidget(self._sheets, 1)
        self.versions.hide()
        return right

    def _read_chosen(self) -> None:
        """Open the chosen item as it was read; the same one again stays in the version that is on show."""
        item = self.rows.list_item()
        if item is None or self._is_filling:
            return
        is_same = item.article == self._shown and item.has_newer_version
        self._show_version(self._version if is_same else Version.AS_READ)

    def _show_version(self, version: Version) -> None:
        item = self.rows.list_item()
        if item is None:
            return
        self._shown, self._version = item.article, version
        self.versions.setVisible(item.has_newer_version)
        if item.has_newer_version:
            self.versions.show_item(item, version)
        if version is Version.CHANGES and item.revision is not None:
            self.changes.show_article(item.article, (item.revision, item.n_revisions))
            self._sheets.setCurrentWidget(self.changes)
            return
        self.reader.show_article(item.article, item.revision if version is Version.AS_READ else None)
        self._sheets.setCurrentWidget(self.reader)

    def _want_newest(self) -> None:
        item = self.rows.list_item()
        if item is not None:
            self.newest_wanted.emit(item.article)

    def _export(self) -> None:
        if self.list is not None:
            self.export_wanted.emit(self.list)

    def _open_menu(self) -> None:
        if self.list is None:
            return
        menu = QMenu(self)
        entries = [
            ("rename", self.tr("Rename…")),
            ("describe", self.tr("Describe…")),
            ("query", self.tr("Change what fills it…")) if self.list.is_smart else None,
            ("freeze", self.tr("Make it a list by hand")) if self.list.is_smart else None,
            ("duplicate", self.tr("Duplicate")),
            ("share", self.tr("Share as a file…")),
            ("import", self.tr("Import a shared list…")),
            ("unarchive", self.tr("Put back among the lists"))
            if self.list.archived_at
            else ("archive", self.tr("Archive")),
            ("remove", self.tr("Remove")),
        ]
        for entry in entries:
            if entry is not None:
                action = QAction(entry[1], menu)
                action.triggered.connect(lambda _=False, what=entry[0]: self.more_wanted.emit(what, self.list))
                menu.addAction(action)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _open_item_menu(self, at: QPoint) -> None:
        item = self.rows.list_item()
        if item is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Write a note"), self.rows.write)
        if item.has_newer_version:
            menu.addAction(self.tr("Newest version"), lambda: self._show_version(Version.NEWEST))
            menu.addAction(self.tr("What changed"), lambda: self._show_version(Version.CHANGES))
            menu.addAction(self.tr("Point to the newest version"), lambda: self.newest_wanted.emit(item.article))
        menu.addAction(self.tr("Take out of the list"), lambda: self.rows.left.emit([item.article]))
        menu.popup(self.rows.viewport().mapToGlobal(at))

    def _restyle(self) -> None:
        theme = self._appearance.theme
        set_label(self._name, theme.font("view_title"), theme.colour.text.name())
        set_label(self._facts, theme.font("meta"), theme.colour.text_secondary.name())
        set_label(self._hint, theme.font("meta"), theme.colour.text_tertiary.name())
        palette = self.rows.palette()
        palette.setColor(palette.ColorRole.Base, theme.colour.list)
        self.rows.setPalette(palette)
        self.update()
