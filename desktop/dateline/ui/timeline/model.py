"""The rows of the timeline: ids of every article the filter lets through, and cards fetched as they come into sight.

The first page comes at once, then the *spine*, the ids of all rows in order; cards follow in windows of 128. A row is
always an article. The model asks through `Tasks` and never waits: a card on its way is simply not there yet.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from dateline.news.card import ArticleId, Card
from dateline.news.question import Term, TimelineFilter
from dateline.ui.timeline.card_words import speech
from dateline.ui.timeline.folding import Folds, folded, folds_of

if TYPE_CHECKING:
    from dateline.errors import DatelineError
    from dateline.news.change import Change
    from dateline.ui.names import Names
    from dateline.ui.tasks import Tasks

WINDOW = 128
FIRST_PAGE = 64
#: So long Qt may gather what is to be painted before it paints it: what nobody waits for comes after.
PAINTED_MS = 20
_KEPT_CARDS = 4096
_SPINE_SLOT = "timeline.spine"

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPEECH = int(Qt.ItemDataRole.AccessibleTextRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)

_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class _Mark(NamedTuple):
    """Marks that a card is to be shown with; None: as the library says."""

    is_read: bool | None = None
    is_starred: bool | None = None

    def on(self, card: Card) -> Card:
        """Return the card with these marks."""
        return card._replace(
            is_read=card.is_read if self.is_read is None else self.is_read,
            is_starred=card.is_starred if self.is_starred is None else self.is_starred,
        )


class TimelineModel(QAbstractTableModel):
    """One column, one row an article, newest first."""

    #: The first page of another filter is shown; the rest is on its way.
    begun = Signal()
    #: All rows of the filter are known; how many there are.
    filled = Signal(int)
    #: The filter could not be answered.
    failed = Signal(object)
    #: The next unread article was found (or there is none: -1).
    next_unread = Signal(int)

    def __init__(self, tasks: Tasks, names: Names, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._names = names
        self._filter = TimelineFilter()
        self._spine = array("q")
        self._cards: OrderedDict[int, Card] = OrderedDict()
        self._stale: set[int] = set()
        #: Marks that were shown before the library has told of them: an answer on its way may still be older.
        self._marked: dict[int, _Mark] = {}
        self._touched: set[int] = set()
        self._wanted: set[int] = set()
        self._asked: set[int] = set()
        self._full = array("q")  # the spine with what is folded
        self._folds: Folds = {}
        self._open: set[int] = set()  # heads of the stories that stand open
        self._members: dict[int, int] = {}  # an article under its head → the head
        self._is_whole = False
        self.was_asked = False
        self._fetch = QTimer(self)
        self._fetch.setSingleShot(True)
        self._fetch.setInterval(0)
        self._fetch.timeout.connect(self._ask_cards)
        self._rest = QTimer(self)  # the first page is waited for, the rest of the rows is not
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAINTED_MS)
        self._rest.timeout.connect(self._ask_spine)
        self._restack = QTimer(self)  # articles joined or left a story: once for many
        self._restack.setSingleShot(True)
        self._restack.setInterval(200)
        self._restack.timeout.connect(self._ask_spine)

    # What is shown

    @property
    def filter(self) -> TimelineFilter:
        """The filter whose articles are shown, or on their way."""
        return self._filter

    @property
    def is_whole(self) -> bool:
        """Tell whether all rows are known, not only the first page."""
        return self._is_whole

    @property
    def n_articles(self) -> int:
        """How many articles there are, with those that are folded under the head of their story."""
        return len(self._full)

    def every_article(self) -> tuple[ArticleId, ...]:
        """Return all articles of the filter as far as they are known, with those that are folded."""
        return tuple(map(ArticleId, self._full))

    def ask(self, question: TimelineFilter) -> None:
        """Show the articles of another filter; the rows of the last one stay until the first page is there."""
        self._filter = question
        self.was_asked = True
        self._is_whole = False
        self._touched.clear()
        self._marked.clear()
        self._open.clear()
        self._tasks.read(
            partial(_first_page, question=question),
            partial(self._take_first_page, question),
            slot="timeline.page",
            failed=self._fail,
        )
        self._rest.stop()
        self._tasks.drop(_SPINE_SLOT)  # the one of the last filter; that of this one comes after its page

    def follow(self, change: Change) -> None:
        """Take a change of the library: new rows come in, changed cards are fetched again."""
        self._stale.update(change.changed_articles)
        if change.new_articles or change.removed_articles:
            self._ask_spine()
        self._look_again()

    def n_folded(self, article: int) -> int:
        """Return how many other articles of the filter an article stands for."""
        return len(self._folds.get(article, ()))

    def is_unfolded(self, article: int) -> bool:
        """Tell whether an article's story stands open under it."""
        return article in self._open

    def head_of(self, article: int) -> int | None:
        """Return under which article one stands; None where it stands for itself."""
        return self._members.get(article)

    def unfold(self, article: int, *, is_open: bool) -> None:
        """Open or close the story that an article stands for (or stands in)."""
        head = self._members.get(article, article)
        if head not in self._folds or (head in self._open) == is_open:
            return
        row = self.row_of(head)
        members = self._folds[head]
        if is_open:
            self.beginInsertRows(QModelIndex(), row + 1, row + len(members))
            self._open.add(head)
        else:
            self.beginRemoveRows(QModelIndex(), row + 1, row + len(members))
            self._open.discard(head)
        self._spine = self._folded()
        self._wanted.clear()
        self._asked.clear()
        (self.endInsertRows if is_open else self.endRemoveRows)()
        self._tell(row)

    def reveal(self, article: int) -> int:
        """Return the row of an article, with its story opened where it was folded in one; -1 where it is not shown."""
        for head, members in self._folds.items():
            if article in members:
                self.unfold(head, is_open=True)
        return self.row_of(article)

    def id_at(self, row: int) -> ArticleId | None:
        """Return the article of a row."""
        return ArticleId(self._spine[row]) if 0 <= row < len(self._spine) else None

    def row_of(self, article: int) -> int:
        """Return the row of an article, -1 where it is not shown."""
        return self._find(article)

    def card(self, row: int) -> Card | None:
        """Return the card of a row, or ask for it and return what there is of it, which may be nothing yet."""
        article = self._spine[row]
        card = self._cards.get(article)
        if card is None or article in self._stale:
            self._want(row)
        else:
            self._cards.move_to_end(article)
        return card

    def card_of(self, article: int) -> Card | None:
        """Return the card of an article as far as it is at hand."""
        return self._cards.get(article)

    def mark(self, articles: Iterable[int], *, is_read: bool | None = None, is_starred: bool | None = None) -> None:
        """Show a mark at once, before the library has kept it."""
        for article in articles:
            self._touched.add(article)
            mark = self._marked.get(article, _Mark())
            self._marked[article] = mark = _Mark(
                mark.is_read if is_read is None else is_read,
                mark.is_starred if is_starred is None else is_starred,
            )
            card = self._cards.get(article)
            if card is not None:
                self._cards[article] = mark.on(card)
                self._tell(self.row_of(article))

    def unmark(self, articles: Iterable[ArticleId]) -> None:
        """Show again what the library has of articles, where it could not keep a mark."""
        for article in articles:
            self._marked.pop(article, None)
            self._stale.add(article)
        self._look_again()

    def find_next_unread(self, after: ArticleId | None) -> None:
        """Look for the first unread article below `after` (else from the top); `next_unread` tells its row."""
        question = TimelineFilter((*self._filter.terms, Term("unread", "is")))
        self._tasks.read(
            partial(_first_page, question=question, limit=1, after=after),
            self._take_next_unread,
            slot="timeline.unread",
        )

    # Qt

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """Return how many articles there are."""
        return 0 if parent.isValid() else len(self._spine)

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """Return one."""
        return 0 if parent.isValid() else 1

    def data(self, index: _AnyIndex, role: int = _DISPLAY) -> str | None:
        """Return a card's headline, or what a screen reader says of it."""
        if not index.isValid() or role not in {_DISPLAY, _SPEECH, _TOOL_TIP}:
            return None
        card = self.card(index.row())
        if card is None:
            return None
        return speech(card, self._names) if role == _SPEECH else card.title

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        """A card can be dragged out, as a link."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the links of these cards, as far as they are at hand, and which articles all of them are."""
        from dateline.ui.carrying import links_data, with_articles

        cards = [card for index in indexes if (card := self.card(index.row())) is not None]
        if not cards:
            return QMimeData()
        articles = [article for index in indexes if (article := self.id_at(index.row())) is not None]
        return with_articles(links_data([(card.url, card.title) for card in cards]), articles)

    # Answers

    def _ask_spine(self) -> None:
        self._rest.stop()
        question = self._filter
        self._tasks.read(
            partial(_spine_and_folds, question=question),
            partial(self._take_spine, question),
            slot=_SPINE_SLOT,
            failed=self._fail,
        )

    def _take_first_page(self, question: TimelineFilter, cards: Sequence[Card]) -> None:
        if question is not self._filter:
            return
        self._keep(cards)
        if not self._is_whole:  # as it is where a change of the library brought the spine before
            self._full = array("q", [card.id for card in cards])
            stories = [(card.id, card.story.id) for card in cards if card.story is not None]
            self._folds = folds_of(self._full, stories) if question.order == "newest" else {}
            self._show(self._folded())
            self._rest.start()
        self.begun.emit()

    def _folded(self) -> array[int]:
        """Return the rows to show, and remember who stands under whom."""
        self._open &= self._folds.keys()
        self._members = {member: head for head in self._open for member in self._folds[head]}
        return folded(self._full, self._folds, self._open)

    def _take_spine(self, question: TimelineFilter, answer: tuple[array[int], Folds]) -> None:
        if question is not self._filter:
            return
        full, folds = answer
        self._full, self._folds = self._with_touched(full), folds
        spine = self._folded()
        n_shown = len(self._spine)
        was_whole = self._is_whole
        self._is_whole = True
        if spine == self._spine:
            pass
        elif not was_whole and n_shown and spine[:n_shown] == self._spine:
            self.beginInsertRows(QModelIndex(), n_shown, len(spine) - 1)
            self._spine = spine
            self.endInsertRows()
        else:
            self._show(spine)
        self.filled.emit(len(spine))

    def _with_touched(self, spine: array[int]) -> array[int]:
        """Return the spine with the articles that the user marked while they were shown: they do not vanish at once."""
        missing = [one for one in self._touched if self._place(spine, one) < 0 <= self._place(self._full, one)]
        if not missing:
            return spine
        if self._filter.order == "newest":
            return array("q", sorted([*spine, *missing], reverse=True))
        shown = set(spine).union(missing)
        known = [one for one in self._spine if one in shown]
        return array("q", [*known, *(one for one in spine if one not in set(known))])

    def _find(self, article: int) -> int:
        """Return the row of an article, -1 where it is not shown; an open story stands out of the order of ids."""
        if self._open:
            return self._spine.index(article) if article in self._spine else -1
        return self._place(self._spine, article)

    def _place(self, spine: array[int], article: int) -> int:
        """Return where an article stands in a spine, -1 where it does not; from new to old it has falling ids."""
        if self._filter.order != "newest":
            return spine.index(article) if article in spine else -1
        row = bisect_left(spine, -article, key=lambda one: -one)
        return row if row < len(spine) and spine[row] == article else -1

    def _show(self, spine: array[int]) -> None:
        self.beginResetModel()
        self._spine = spine
        self._wanted.clear()
        self._asked.clear()
        self.endResetModel()

    def _keep(self, cards: Iterable[Card]) -> None:
        for card in map(self._as_marked, cards) if self._marked else cards:
            was = self._cards.pop(card.id, None)
            if was is not None and _story_id(was) != _story_id(card):
                self._restack.start()
            self._cards[card.id] = card  # the last to be let go
            self._stale.discard(card.id)
        while len(self._cards) > _KEPT_CARDS:
            self._cards.popitem(last=False)

    def _as_marked(self, card: Card) -> Card:
        """Return a card of the library with the marks that it does not know of yet."""
        mark = self._marked.get(card.id)
        if mark is None:
            return card
        marked = mark.on(card)
        if marked == card:
            del self._marked[card.id]
        return marked

    def _look_again(self) -> None:
        """Have stale cards asked for again, by whoever paints them."""
        if self._stale and self._spine:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._spine) - 1, 0))

    def _want(self, row: int) -> None:
        window = row // WINDOW
        if window not in self._asked:
            self._wanted.add(window)
            if not self._fetch.isActive():
                self._fetch.start()

    def _ask_cards(self) -> None:
        for window in self._wanted:
            ids = [ArticleId(one) for one in self._spine[window * WINDOW : (window + 1) * WINDOW]]
            if ids:
                self._asked.add(window)
                self._tasks.read(
                    partial(_cards, ids=ids), partial(self._take_cards, window), slot=f"timeline.cards.{window}"
                )
        self._wanted.clear()

    def _take_cards(self, window: int, cards: Sequence[Card]) -> None:
        self._asked.discard(window)
        self._keep(cards)
        last = min((window + 1) * WINDOW, len(self._spine)) - 1
        if window * WINDOW <= last:
            self.dataChanged.emit(self.index(window * WINDOW, 0), self.index(last, 0))

    def _take_next_unread(self, cards: Sequence[Card]) -> None:
        self._keep(cards)
        self.next_unread.emit(self.reveal(cards[0].id) if cards else -1)

    def _fail(self, error: DatelineError) -> None:
        self._is_whole = True
        self.failed.emit(error)

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))


def _first_page(
    connection: Any, question: TimelineFilter, limit: int = FIRST_PAGE, after: ArticleId | None = None
) -> list[Card]:
    from dateline.storage import timeline

    return timeline.first_page(connection, question, limit, after)


def _spine_and_folds(connection: Any, question: TimelineFilter) -> tuple[array[int], Folds]:
    from dateline.storage import timeline

    spine = timeline.spine(connection, question)
    return spine, folds_of(spine, timeline.story_of_each(connection)) if question.order == "newest" else {}


def _story_id(card: Card) -> int | None:
    return None if card.story is None else card.story.id


def _cards(connection: Any, ids: Sequence[ArticleId]) -> list[Card]:
    from dateline.storage import timeline

    return timeline.cards(connection, ids)
