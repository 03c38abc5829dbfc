"""What is done with reading lists: a popup puts articles on them, the screen's wishes become writes that undo knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from dateline.errors import DatelineError
from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.question import TimelineFilter, filter_text
from dateline.news.reading_list import ListId, ListItem, ReadingList
from dateline.news.shared_list import SharedList, read_shared_list, write_shared_list
from dateline.ui.choice_popup import Choice, ChoicePopup
from dateline.ui.counted import counted
from dateline.ui.dates import n_articles
from dateline.ui.known_sentences import failure_words
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.undo import UndoStack

if TYPE_CHECKING:
    from dateline.ui.lists.screen import ListScreen

_POPUP_SLOT, _SCREEN_SLOT, _SHARE_SLOT = "lists popup", "list screen", "list share"


class Listing(QObject):
    """Stands between the popup, the screen and the library."""

    told = Signal(str)
    #: The screen shows a list and wants to be seen.
    shown = Signal()
    #: The list on the screen is gone.
    gone = Signal()

    def __init__(
        self,
        make_screen: Callable[[], ListScreen],
        tasks: Tasks,
        undo: UndoStack,
        appearance: Appearance,
        around: QWidget,
    ) -> None:
        """Take the popup's surroundings, and what makes the screen once a list is to be shown."""
        super().__init__(around)
        self._make_screen = make_screen
        self._tasks = tasks
        self._undo = undo
        self._around = around
        self._articles: tuple[ArticleId, ...] = ()
        self._question = TimelineFilter()
        self._note = ""
        self._wanted: ListId | None = None
        self.popup = ChoicePopup(appearance, self.tr("Reading list"), self.tr("Make one of this filter"), around)
        self.popup.ticked.connect(self._tick)
        self.popup.foot_pressed.connect(self._make_smart)

    @cached_property
    def screen(self) -> ListScreen:
        """The screen, made when it is first wanted."""
        screen = self._make_screen()
        screen.rows.sorted_anew.connect(self._sort)
        screen.rows.noted.connect(self._write)
        screen.rows.left.connect(self._take_out)
        screen.more_wanted.connect(self.do)
        screen.newest_wanted.connect(self._pin)
        return screen

    # The popup

    def open_popup(
        self, articles: tuple[ArticleId, ...], question: TimelineFilter, n_in_list: int, note: str = ""
    ) -> None:
        """Open the popup for chosen articles, or for all of a filter; `note` goes along, such as a quote."""
        if not articles and not n_in_list:
            self.told.emit(self.tr("There is no article here to put on a list."))
            return
        self._articles, self._question, self._note = articles, question, note
        everything = counted(n_in_list, self.tr("The 1 article of this list"), self.tr("All {n} articles of this list"))
        self.popup.offer_everything(everything if n_in_list else "")
        self.popup.everything.setChecked(not articles)
        self.popup.foot.setEnabled(bool(question))
        self._read_popup()
        self.popup.open_at(self._around, is_waiting=True)

    def _read_popup(self) -> None:
        self._tasks.read(partial(_lists, articles=self._articles), self._offer, slot=_POPUP_SLOT)

    def _offer(self, found: tuple[tuple[ReadingList, ...], tuple[ListId, ...]]) -> None:
        lists, on = found
        self.popup.offer(
            [
                Choice(str(one.id), one.name, one.id in on, "list-ordered", hint=f"{one.n_items:,}")
                for one in lists
                if not one.is_smart
            ],
            self.tr("Make the list “{name}”"),
        )

    def _tick(self, one: Choice, is_wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
        wants_all = self.popup.everything.isChecked() or not self._articles
        meant = self._question if wants_all else self._articles
        number = ListId(int(one.key)) if one.key else None
        if is_wanted:
            self._put(number, one.name, meant, self._note)
        elif number is not None:
            self._fill(partial(_take_meant, number=number, meant=meant), self.tr("{n} taken off “{name}”."), one.name)
        self._note = ""

    def add(self, number: ListId, name: str, articles: tuple[ArticleId, ...]) -> None:
        """Put articles on a list."""
        self._put(number, name, articles, "")

    def _put(self, number: ListId | None, name: str, meant: tuple[ArticleId, ...] | TimelineFilter, note: str) -> None:
        job = partial(_add, number=number, name=name, meant=meant, note=note)
        self._fill(job, self.tr("{n} put on “{name}”."), name)

    def _fill(self, job: Callable[[Any], Change], done: str, name: str) -> None:
        self._undo.do(
            job,
            self.tr("The reading lists are as they were."),
            said=lambda change: done.format(n=n_articles(len(change.changed_articles)), name=name),
            then=lambda _: self._read_popup() if self.popup.isVisible() else None,
        )

    def _make_smart(self) -> None:
        self.popup.hide()
        query = filter_text(self._question)
        name, is_given = QInputDialog.getText(
            self._around,
            self.tr("A list that fills itself"),
            self.tr("Name of the list of “{query}”:").format(query=query),
        )
        if is_given and name.strip():
            self.make(name, query)

    def make(self, name: str, query: str = "") -> None:
        """Make a list by hand, or one that a query fills."""
        self._undo.do(
            partial(_make, name=name, query=query),
            self.tr("The list was taken back."),
            said=self.tr("“{name}” stands in the sidebar.").format(name=name),
        )

    def put_in_order(self, order: Sequence[ListId]) -> None:
        """Let the lists stand in this order."""
        self._undo.do(partial(_order_lists, order=order), self.tr("The reading lists stand as they stood."))

    # The screen

    def show_list(self, number: ListId) -> None:
        """Show a list on the screen."""
        self._wanted = number
        self._tasks.read(partial(_items, number=number), self._show, slot=_SCREEN_SLOT)

    def follow(self, change: Change) -> None:
        """Read the list again where a write may have touched it."""
        self.screen.reader.follow(change)
        if self.screen.list is not None and self.screen.isVisible():
            self._tasks.read(partial(_items, number=self.screen.list.id), self._show_again, slot=_SCREEN_SLOT)

    def do(self, what: str, one: ReadingList) -> None:
        """Do what the list's menu says."""
        {
            "rename": self._rename,
            "describe": self._describe,
            "query": self._change_query,
            "freeze": self._freeze,
            "duplicate": self._duplicate,
            "share": self._share,
            "import": lambda _: self.choose_import(),
            "archive": self._archive,
            "unarchive": self._archive,
            "remove": self._remove,
        }[what](one)

    def share_to(self, path: Path, number: ListId) -> None:
        """Write a list as a file."""
        done = partial(self._tell_written, path.name)
        self._tasks.read(partial(_share, number=number, path=path), done, slot=_SHARE_SLOT, failed=self._tell_failure)

    def import_from(self, path: Path) -> None:
        """Take in a list that was shared as a file."""
        try:
            shared = read_shared_list(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            self.told.emit(self.tr("{file} cannot be read.").format(file=path.name))
            return
        except DatelineError as error:
            self._tell_failure(error)
            return
        self._undo.do(
            partial(_import, shared=shared),
            self.tr("The imported list was taken back."),
            said=self.tr("“{name}” with {n} was imported.").format(name=shared.name, n=n_articles(len(shared.items))),
        )

    def choose_import(self) -> None:
        """Ask for a file and take in its list."""
        name, _ = QFileDialog.getOpenFileName(self._around, self.tr("Import a reading list"), "", _files())
        if name:
            self.import_from(Path(name))

    def _show(self, found: tuple[ReadingList, tuple[ListItem, ...]] | None) -> None:
        if found is None:
            self.told.emit(self.tr("This reading list is no longer there."))
            return
        self.screen.show_list(*found)
        self.shown.emit()

    def _show_again(self, found: tuple[ReadingList, tuple[ListItem, ...]] | None) -> None:
        if found is None:
            self.screen.list = None
            self.gone.emit()
        else:
            self.screen.show_list(*found)

    def _sort(self, articles: list[ArticleId]) -> None:
        one = self.screen.list
        if one is not None:
            self._undo.do(partial(_order, number=one.id, articles=articles), self.tr("The list has its order again."))

    def _write(self, article: ArticleId, note: str) -> None:
        one = self.screen.list
        if one is not None:
            job = partial(_note, number=one.id, article=article, note=note)
            self._undo.do(job, self.tr("The note says again what it said."))

    def _take_out(self, articles: list[ArticleId]) -> None:
        one = self.screen.list
        if one is None:
            return
        if one.is_smart:
            self.told.emit(self.tr("This list fills itself. Make it a list by hand first, or change what fills it."))
            return
        self._undo.do(
            partial(_take, number=one.id, articles=articles),
            self.tr("They are on the list again."),
            said=self.tr("{n} taken off “{name}”.").format(n=n_articles(len(articles)), name=one.name),
        )

    def _pin(self, article: ArticleId) -> None:
        one = self.screen.list
        if one is not None:
            self._undo.do(partial(_pin, number=one.id, article=article), self.tr("The item points where it did."))

    def _rename(self, one: ReadingList) -> None:
        self._ask(one, self.tr("Rename"), self.tr("Name of the list:"), one.name, "name")

    def _change_query(self, one: ReadingList) -> None:
        self._ask(one, self.tr("What fills it"), self.tr("Filter, such as topic:chips is:starred:"), one.query, "query")

    def _describe(self, one: ReadingList) -> None:
        about, is_given = QInputDialog.getMultiLineText(
            self._around, self.tr("Describe"), self.tr("What this list is for, in Markdown:"), one.about
        )
        if is_given:
            self._change(one, about=about)

    def _ask(self, one: ReadingList, title: str, words: str, value: str, field: str) -> None:
        text, is_given = QInputDialog.getText(self._around, title, words, text=value)
        if is_given and text.strip():
            self._change(one, **{field: text})

    def _change(self, one: ReadingList, **values: str) -> None:
        self._undo.do(partial(_change, number=one.id, values=values), self.tr("The list is as it was."))

    def _freeze(self, one: ReadingList) -> None:
        self._undo.do(partial(_freeze, number=one.id), self.tr("The list fills itself again."))

    def _duplicate(self, one: ReadingList) -> None:
        name = self.tr("{name}, copy").format(name=one.name)
        said = self.tr("“{name}” stands in the sidebar.").format(name=name)
        self._undo.do(partial(_duplicate, number=one.id, name=name), self.tr("The copy was taken back."), said=said)

    def _archive(self, one: ReadingList) -> None:
        is_archived = one.archived_at is not None
        said = self.tr("“{name}” is back.") if is_archived else self.tr("“{name}” was put away.")
        self._undo.do(
            partial(_archive, number=one.id, is_archived=not is_archived),
            self.tr("The list is where it was."),
            said=said.format(name=one.name),
        )

    def _remove(self, one: ReadingList) -> None:
        said = self.tr("“{name}” was removed.").format(name=one.name)
        self._undo.do(partial(_remove, number=one.id), self.tr("The list is back."), said=said)

    def _share(self, one: ReadingList) -> None:
        proposed = "".join(letter for letter in one.name if letter.isalnum() or letter in " -_").strip() or "list"
        name, _ = QFileDialog.getSaveFileName(
            self._around, self.tr("Share as a file"), f"{proposed}.dateline-list.json", _files()
        )
        if name:
            self.share_to(Path(name), one.id)

    def _tell_written(self, file: str, name: str) -> None:
        self.told.emit(self.tr("“{name}” was written to {file}.").format(name=name, file=file))

    def _tell_failure(self, error: DatelineError) -> None:
        self.told.emit(failure_words(error))


def _files() -> str:
    return QCoreApplication.translate("lists", "Reading lists (*.dateline-list.json *.json);;All files (*)")


def _now() -> datetime:
    return datetime.now(UTC)


def _lists(connection: Any, articles: tuple[ArticleId, ...]) -> tuple[tuple[ReadingList, ...], tuple[ListId, ...]]:
    """Return all lists, and those that hold the article; of several articles none is said to be on a list."""
    from dateline.storage import lists

    return lists.lists(connection), lists.lists_of(connection, articles[0]) if len(articles) == 1 else ()


def _order_lists(connection: Any, order: Sequence[ListId]) -> Change:
    from dateline.storage import lists

    return lists.order_lists(connection, order)


def _items(connection: Any, number: ListId) -> tuple[ReadingList, tuple[ListItem, ...]] | None:
    from dateline.storage import lists

    one = lists.reading_list(connection, number)
    return None if one is None else (one, lists.items(connection, number))


def _share(connection: Any, number: ListId, path: Path) -> str:
    """Write a list to a file, whole or not at all; return its name."""
    from dateline.export.files import write_whole
    from dateline.storage import list_sharing

    shared = list_sharing.shared_list(connection, number)
    text = write_shared_list(shared).encode("utf-8", "replace")
    write_whole(path, lambda out: out.write(text))
    return shared.name


def _meant(connection: Any, meant: tuple[ArticleId, ...] | TimelineFilter) -> list[ArticleId]:
    if not isinstance(meant, TimelineFilter):
        return list(meant)
    from dateline.storage import timeline
    from dateline.storage.database import driver

    return [ArticleId(one) for one in timeline.spine(driver(connection), meant)]


def _add(
    connection: Any, number: ListId | None, name: str, meant: tuple[ArticleId, ...] | TimelineFilter, note: str
) -> Change:
    from dateline.storage import lists

    articles = _meant(connection, meant)
    if number is None:
        return lists.make_list(connection, name, _now(), articles=articles, note=note)
    return lists.add_to_list(connection, number, articles, _now(), note)


def _take_meant(connection: Any, number: ListId, meant: tuple[ArticleId, ...] | TimelineFilter) -> Change:
    from dateline.storage import lists

    return lists.take_from_list(connection, number, _meant(connection, meant), _now())


def _make(connection: Any, name: str, query: str) -> Change:
    from dateline.storage import lists

    return lists.make_list(connection, name, _now(), query=query)


def _order(connection: Any, number: ListId, articles: list[ArticleId]) -> Change:
    from dateline.storage import lists

    return lists.order_list(connection, number, articles, _now())


def _note(connection: Any, number: ListId, article: ArticleId, note: str) -> Change:
    from dateline.storage import lists

    return lists.note_item(connection, number, article, note, _now())


def _take(connection: Any, number: ListId, articles: list[ArticleId]) -> Change:
    from dateline.storage import lists

    return lists.take_from_list(connection, number, articles, _now())


def _pin(connection: Any, number: ListId, article: ArticleId) -> Change:
    from dateline.storage import lists

    return lists.pin_to_newest(connection, number, article, _now())


def _change(connection: Any, number: ListId, values: dict[str, Any]) -> Change:
    from dateline.storage import lists

    return lists.change_list(connection, number, _now(), **values)


def _freeze(connection: Any, number: ListId) -> Change:
    from dateline.storage import lists

    return lists.freeze_list(connection, number, _now())


def _duplicate(connection: Any, number: ListId, name: str) -> Change:
    from dateline.storage import lists

    return lists.duplicate_list(connection, number, name, _now())


def _archive(connection: Any, number: ListId, is_archived: bool) -> Change:  # noqa: FBT001 - a job's argument
    from dateline.storage import lists

    return lists.archive_list(connection, number, _now() if is_archived else None)


def _remove(connection: Any, number: ListId) -> Change:
    from dateline.storage import lists

    return lists.remove_list(connection, number)


def _import(connection: Any, shared: SharedList) -> Change:
    from dateline.storage import list_sharing

    return list_sharing.keep_shared_list(connection, shared, _now())
