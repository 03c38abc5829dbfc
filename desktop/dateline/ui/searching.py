"""Saved searches in the window: the filter kept under a name, offered in the sidebar, renamed, removed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from dateline.errors import QuestionError
from dateline.news.change import Change
from dateline.news.question import TimelineFilter, filter_text, read_filter
from dateline.news.saved_search import SavedSearch, SearchId
from dateline.ui.counted import counted
from dateline.ui.dialog import Dialog
from dateline.ui.joined import sentences
from dateline.ui.sidebar.moving import Move
from dateline.ui.sidebar.pane import Sidebar
from dateline.ui.sidebar.rows import Kind, Row, SearchCount
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.undo import UndoStack

_Found: TypeAlias = tuple[Sequence[SavedSearch], Sequence[SearchCount]]
#: Searches whose articles are counted for the sidebar; those below show no number.
_MOST_COUNTED = 30


class NameDialog(Dialog):
    """Asks for a search's name."""

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        act: str,
        name: str,
        truth: str,
        parent: QWidget,
        taken: Mapping[str, str],
    ) -> None:
        """Ask under `truth`, what the search asks; `taken`: what the searches of other names ask."""
        super().__init__(appearance, title, act, parent)
        self._truth = truth
        self._taken = {name.casefold(): query for name, query in taken.items()}
        self._name = QLineEdit(name, self)
        self._name.setPlaceholderText(self.tr("Name"))
        self._name.setAccessibleName(self.tr("Name"))
        self._name.setMaxLength(80)
        self._name.selectAll()
        self.body.addWidget(self._name)
        self.setMinimumWidth(420)
        self._name.textChanged.connect(self._check)
        self._check(name)
        self._name.setFocus()

    @property
    def name(self) -> str:
        """The name as it is now."""
        return self._name.text().strip()

    def write(self, name: str) -> None:
        """Put another name there."""
        self._name.setText(name)

    def _check(self, name: str) -> None:
        self.accept_button.setEnabled(bool(name.strip()))
        replaced = self._taken.get(name.strip().casefold())
        warning = self.tr("This takes the place of the search of that name: {query}")
        self.truth.setText(self._truth if replaced is None else warning.format(query=replaced))


class Searching(QObject):
    """Keeps the sidebar's saved searches, and the one button that saves the filter."""

    #: A sentence for the window to say.
    told = Signal(str)
    #: New articles answer saved searches: a sentence for who is not looking.
    noticed = Signal(str)
    #: Whether the filter of the window could be saved now.
    can_save = Signal(bool)
    #: The saved searches were read.
    known = Signal()

    def __init__(
        self,
        tasks: Tasks,
        undo: UndoStack,
        appearance: Appearance,
        sidebar: Sidebar,
        today: Callable[[], date],
        around: QWidget,
    ) -> None:
        super().__init__(around)
        self._tasks = tasks
        self._undo = undo
        self._appearance = appearance
        self._sidebar = sidebar
        self._today = today
        self._around = around
        self._filter = TimelineFilter()
        self._searches: Sequence[SavedSearch] = ()
        self._new: set[int] = set()  # articles that came since the last notice
        self.dialog: NameDialog | None = None
        sidebar.view.menu_wanted.connect(self._open_menu)
        sidebar.view.moved.connect(self._sort)

    @property
    def searches(self) -> Sequence[SavedSearch]:
        """The saved searches that are known so far."""
        return self._searches

    def show_filter(self, question: TimelineFilter) -> None:
        """Learn what the window shows."""
        self._filter = question
        text = filter_text(question)
        self.can_save.emit(bool(question) and text not in {search.query for search in self._searches})

    def ask(self) -> None:
        """Ask for the searches and how many articles each has."""
        self._tasks.read(partial(_searches, today=self._today()), self._take, slot="sidebar.searches")

    def follow(self, change: Change) -> None:
        """Remember what is new, for the searches that the user wants to be told of."""
        self._new.update(change.new_articles)

    def tell_of_new(self) -> None:
        """Say of each search that wants it how many new articles answer it; asked for when a refresh has ended."""
        new, self._new = frozenset(self._new), set()
        if new and any(search.wants_notice for search in self._searches):
            job = partial(_new_in, today=self._today(), new=new)
            self._tasks.read(job, self._tell_of_new, slot="searches.new")

    def _tell_of_new(self, found: Sequence[tuple[str, int]]) -> None:
        one, many = self.tr("{n} new article in “{name}”."), self.tr("{n} new articles in “{name}”.")
        words = [counted(n, one.replace("{name}", name), many.replace("{name}", name)) for name, n in found]
        if words:
            self.told.emit(sentences(words))
            if not self._around.isActiveWindow():
                self.noticed.emit(sentences(words))
                # Who works elsewhere sees it in the task bar too.
                QApplication.alert(self._around)

    def save(self) -> None:
        """Ask for a name, and keep the filter under it."""
        if not self._filter:
            self.told.emit(self.tr("There is no filter to save: this is every article."))
            return
        text = filter_text(self._filter)
        self._ask_name(self.tr("Save search"), self.tr("Save"), "", text, partial(self._keep, text))

    def menu_of(self, row: Row) -> QMenu:
        """Return the menu of a saved search's row."""
        search = self._search(row)
        menu = QMenu(self._around)
        if search is not None:
            menu.addAction(self.tr("Rename…"), partial(self._rename, search))
            notice = menu.addAction(self.tr("Tell me of new articles"))
            notice.setCheckable(True)
            notice.setChecked(search.wants_notice)
            notice.triggered.connect(lambda is_wanted: self._notice(search, is_wanted))
            menu.addSeparator()
            self._sidebar.view.add_moves(menu, row)
            menu.addSeparator()
            menu.addAction(self.tr("Remove"), partial(self._remove, search))
        return menu

    def _take(self, found: _Found) -> None:
        self._searches, rows = found
        self._sidebar.show_searches(rows)
        self.show_filter(self._filter)
        self.known.emit()

    def _open_menu(self, row: Row, at: QPoint) -> None:
        if row.kind is Kind.SEARCH:
            menu = self.menu_of(row)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(at)

    def _search(self, row: Row) -> SavedSearch | None:
        return next((one for one in self._searches if row.key == f"search:{one.id}"), None)

    def _keep(self, text: str, name: str) -> None:
        said = self.tr("Saved as “{name}”.").format(name=name)
        self._undo.do(partial(_save, name=name, query=text), self._undone(), said=said, then=self._ask_again)

    def _rename(self, search: SavedSearch) -> None:
        def rename(name: str) -> None:
            self._tasks.write(partial(_rename, search=search.id, name=name), self._ask_again)

        self._ask_name(self.tr("Rename search"), self.tr("Rename"), search.name, search.query, rename)

    def _notice(self, search: SavedSearch, is_wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._tasks.write(partial(_save, name=search.name, query=search.query, wants_notice=is_wanted), self._ask_again)

    def _remove(self, search: SavedSearch) -> None:
        said = self.tr("The search “{name}” was removed.").format(name=search.name)
        self._undo.do(partial(_remove, search=search.id), self._undone(), said=said, then=self._ask_again)

    def _sort(self, move: Move) -> None:
        if move.row.kind is Kind.SEARCH:
            order = [SearchId(int(key.removeprefix("search:"))) for key in move.order]
            self._undo.do(partial(_order, order=order), self._undone(), then=self._ask_again)

    def _undone(self) -> str:
        return self.tr("The saved searches are as they were.")

    def _ask_again(self, _change: Change) -> None:
        self.ask()

    def _ask_name(self, title: str, act: str, name: str, query: str, then: Callable[[str], None]) -> None:
        # Renaming to a name that is taken is refused where it is done.
        taken = {} if name else {one.name: one.query for one in self._searches}
        dialog = self.dialog = NameDialog(self._appearance, title, act, name, query, self._around, taken)
        dialog.accepted.connect(lambda: then(dialog.name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _searches(connection: Any, today: date) -> _Found:
    """Return the searches, and each as the sidebar shows it. A read job."""
    from dateline.storage import counting, searches

    kept = tuple(searches.list_searches(connection))
    rows: list[SearchCount] = []
    for number, search in enumerate(kept):
        question, n = None, None
        # One that cannot be read was written by a later Dateline: it is listed and waits for it.
        with suppress(QuestionError):
            question = read_filter(search.query, today)
            n = counting.count(connection, question).n if number < _MOST_COUNTED else None
        rows.append(SearchCount(search.id, search.name, question, n, wants_notice=search.wants_notice))
    return kept, tuple(rows)


def _new_in(connection: Any, today: date, new: frozenset[int]) -> list[tuple[str, int]]:
    """Return the searches that want notice and have some of these articles, with how many. A read job."""
    from dateline.storage import searches, timeline

    found: list[tuple[str, int]] = []
    for search in searches.list_searches(connection):
        if not search.wants_notice:
            continue
        try:
            n = len(new.intersection(timeline.spine(connection, read_filter(search.query, today))))
        except QuestionError:
            continue
        if n:
            found.append((search.name, n))
    return found


def _save(connection: Any, name: str, query: str, wants_notice: bool | None = None) -> Change:  # noqa: FBT001
    from dateline.storage import searches

    return searches.save_search(connection, name, query, datetime.now(UTC), wants_notice=wants_notice)


def _rename(connection: Any, search: SearchId, name: str) -> Change:
    from dateline.storage import searches

    return searches.rename_search(connection, search, name, datetime.now(UTC))


def _order(connection: Any, order: Sequence[SearchId]) -> Change:
    from dateline.storage import searches

    return searches.order_searches(connection, order)


def _remove(connection: Any, search: SearchId) -> Change:
    from dateline.storage import searches

    return searches.remove_search(connection, search)
