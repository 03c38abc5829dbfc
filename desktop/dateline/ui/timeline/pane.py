"""The middle pane: pulse, list head, cards and what stands in their place while there are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from dateline.news.question import Term, TimelineFilter
from dateline.ui.terms import describe
from dateline.ui.timeline.day_overlay import DayOverlay
from dateline.ui.timeline.list_head import ListHead
from dateline.ui.timeline.model import PAINTED_MS, TimelineModel
from dateline.ui.timeline.pulse import PulseStrip
from dateline.ui.timeline.pulse_columns import Pulse, chosen_days, make_pulse, with_days, without_days
from dateline.ui.timeline.view import TimelineView

if TYPE_CHECKING:
    from dateline.errors import DatelineError
    from dateline.news.article import ArticleId
    from dateline.news.change import Change
    from dateline.news.library_view import Count
    from dateline.ui.empty_state import EmptyState
    from dateline.ui.names import Names
    from dateline.ui.tasks import Tasks
    from dateline.ui.theme import Appearance
    from dateline.ui.timeline.card_layout import Density
    from dateline.ui.timeline.reasons import Loosened, Reason, Situation

_COUNTS_AFTER_MS = 400


class TimelinePane(QWidget):
    """Shows the articles of a filter."""

    #: The user went to an article.
    chosen = Signal(object)
    #: Another filter is wanted, by the pulse or an empty list's button.
    filter_wanted = Signal(object)
    #: An empty list's button was pressed: a `Remedy` that is the window's to carry out.
    remedy_wanted = Signal(object)
    #: A sentence for the window to say.
    told = Signal(str)
    #: The list has no article (True), or has some again.
    emptied = Signal(bool)
    #: The pulse shows columns of another key: "outlet" or "topic".
    pulse_by_changed = Signal(str)
    #: How many articles answer the filter.
    counted = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        appearance: Appearance,
        names: Names,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._appearance = appearance
        self._names = names
        self._today = today
        self._situation: Situation | None = None  # nothing is known beside the filter
        self._reason: Reason | None = None
        self._reasoned = TimelineFilter()  # the filter that it is of
        self._pulse_by = "outlet"
        self.timeline = TimelineModel(tasks, names, self)
        self.pulse = PulseStrip(appearance, names, today)
        self.head = ListHead(appearance, today, self.pulse.n_of_day)
        self.view = TimelineView(self.timeline, appearance, names, today)
        self.overlay = DayOverlay(self.view, appearance, today, self.pulse.n_of_day)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pulse)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        # Counts of a large library cost more than its rows: they come after a burst of changes, not with each.
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.timeout.connect(self._ask_counts)
        self.view.chosen.connect(self.chosen)
        self.view.moved.connect(self._name_day)
        self.view.several_changed.connect(lambda: self.head.show_chosen(self.view.n_chosen))
        self.timeline.begun.connect(partial(self._recount.start, PAINTED_MS))
        self.timeline.filled.connect(self._filled)
        self.timeline.failed.connect(self._fail)
        self.timeline.next_unread.connect(self._go_to_unread)
        self.pulse.picked.connect(self._pick_days)
        self.pulse.by_chosen.connect(self.show_pulse_by)
        self.head.order_chosen.connect(self._pick_order)

    @cached_property
    def empty(self) -> EmptyState:
        """What stands in the place of the cards; made when there are none."""
        from dateline.ui.empty_state import EmptyState

        empty = EmptyState(self._appearance, "search")
        empty.chosen.connect(self._remedy)
        self._stack.addWidget(empty)
        return empty

    @property
    def filter(self) -> TimelineFilter:
        """The filter that is shown."""
        return self.timeline.filter

    def ask(self, question: TimelineFilter) -> None:
        """Show the articles of a filter."""
        self.timeline.ask(question)
        self.pulse.show_chosen(*chosen_days(question, self._today()))
        self.head.show_order(question.order)

    def follow(self, change: Change) -> None:
        """Take a change of the library."""
        self.timeline.follow(change)
        if change and not self._recount.isActive():
            self._recount.start(_COUNTS_AFTER_MS)

    def set_situation(self, situation: Situation) -> None:
        """Learn what the window knows beside the filter."""
        if situation != self._situation:
            self._situation = situation
            if self._stack.currentWidget() is not self.view and self._reason is not None:
                self._ask_reason()

    def set_total(self, n: int) -> None:
        """Learn how many articles the library has."""
        self.pulse.show_total(n)

    def set_density(self, density: Density) -> None:
        """Show cards with more or less room."""
        self.view.set_density(density)
        self.overlay.update()

    def go_to_next_unread(self) -> None:
        """Go to the first unread article below the current one."""
        self.timeline.find_next_unread(self.view.current)

    def go_to_newest_unread(self) -> None:
        """Go to the newest unread article of the filter."""
        self.timeline.find_next_unread(None)

    def go_to(self, article: ArticleId) -> bool:
        """Go to an article; False where the list does not have it."""
        row = self.timeline.reveal(article)
        if row >= 0:
            self.view.select(row)
        return row >= 0

    def current(self) -> ArticleId | None:
        """Return the article that is selected."""
        return self.view.current

    def several(self) -> tuple[ArticleId, ...]:
        """Return the articles that are chosen together; nothing where it is one or none."""
        return self.view.several

    def _ask_counts(self) -> None:
        question = self.filter
        self._tasks.read(partial(_count, question=question), self._take_count, slot="timeline.count")
        self._tasks.read(partial(_copies, question=question), self.pulse.show_copies, slot="timeline.copies")
        self._ask_pulse()

    def show_pulse_by(self, by: str) -> None:
        """Make the pulse's columns of outlets ("outlet") or of topics ("topic"); of anything else nothing is known."""
        if by != self._pulse_by and by in ("outlet", "topic"):
            self._pulse_by = by
            if self.timeline.was_asked:
                self._ask_pulse()
            self.pulse_by_changed.emit(by)

    def _ask_pulse(self) -> None:
        job = partial(_pulse, question=without_days(self.filter), is_by_topic=self._pulse_by == "topic")
        self._tasks.read(job, partial(self._take_pulse, self._pulse_by), slot="timeline.pulse")

    def _take_count(self, count: Count) -> None:
        self.pulse.show_count(count)
        self.counted.emit(count)

    def _take_pulse(self, by: str, pulse: Pulse) -> None:
        self.pulse.show_pulse(pulse, by)
        self.overlay.update()
        self._name_day()

    def take_focus(self) -> None:
        """Give the keyboard to the list, or to what stands in its place."""
        shown = self.view if self._stack.currentWidget() is self.view else self.empty.button
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, widget: QWidget) -> None:
        """Show the list or what is said in its place; the keyboard stays with the one that is there."""
        focused = QApplication.focusWidget()
        has_focus = focused is not None and self._stack.isAncestorOf(focused)
        self._stack.setCurrentWidget(widget)
        if has_focus:
            self.take_focus()

    def _name_day(self) -> None:
        rows = self.view.visible_rows()
        self.head.show_day(self.view.day_at(rows.start) if len(rows) else None)

    def _filled(self, n: int) -> None:
        if n:
            self._show(self.view)
            self.head.setVisible(True)
            self.emptied.emit(False)
        else:
            self._ask_reason()
        self._name_day()

    def _fail(self, error: DatelineError) -> None:
        self._reason = None
        from dateline.ui.known_sentences import failure_words

        self.empty.say(
            self.tr("The library did not answer"),
            failure_words(error),
            self.tr("Try again"),
            icon="triangle-alert",
            button_icon="refresh-cw",
        )
        self._show(self.empty)

    def _ask_reason(self) -> None:
        from dateline.ui.timeline.reasons import loosen

        question = self.filter
        if self._reason is not None and question != self._reasoned:
            # What is said is true of another filter: until the reason is known, only this is sure.
            self.empty.say(self.tr("No article matches"), "", self.empty.button.text())
        self._tasks.read(
            partial(loosen, question=question), partial(self._take_reason, question), slot="timeline.reason"
        )

    def _take_reason(self, question: TimelineFilter, loosened: Sequence[Loosened]) -> None:
        if question is not self.filter or self.timeline.rowCount():
            return
        from dateline.ui.timeline.reasons import Situation, reason

        self._reasoned = question
        self._reason = found = reason(
            question,
            self._situation or Situation(),
            loosened,
            partial(describe, names=self._names, today=self._today()),
            self._today(),
        )
        self.empty.say(found.title, found.sentence, found.button, icon=found.icon, button_icon=found.button_icon)
        self.head.setVisible(False)
        self._show(self.empty)
        self.emptied.emit(True)

    def _remedy(self) -> None:
        from dateline.ui.timeline.reasons import Remedy

        if self._reason is None or self._reasoned != self.filter:  # the library did not answer, or not yet
            self.ask(self.filter)
            return
        if self._reason.remedy is Remedy.FILTER:
            self.filter_wanted.emit(self._reason.question)
        else:
            self.remedy_wanted.emit(self._reason.remedy)

    def _go_to_unread(self, row: int) -> None:
        if row >= 0:
            self.view.select(row)
        else:
            self.told.emit(self.tr("No unread article below."))

    def _pick_days(self, first: date | None, end: date | None) -> None:
        self.filter_wanted.emit(with_days(self.filter, first, end))

    def _pick_order(self, order: str) -> None:
        terms = tuple(term for term in self.filter.terms if term.field != "order")
        self.filter_wanted.emit(TimelineFilter(terms if order == "newest" else (*terms, Term(order, "order"))))


def _count(connection: Any, question: TimelineFilter) -> Count:
    from dateline.storage import counting

    return counting.count(connection, question)


def _copies(connection: Any, question: TimelineFilter) -> int:
    from dateline.storage import counting

    return counting.count(connection, replace(question, terms=(*question.terms, Term("copy", "is")))).n


def _pulse(connection: Any, question: TimelineFilter, *, is_by_topic: bool) -> Pulse:
    """Return the articles of each day by outlet, each once; beside them by topic where that is wanted."""
    from dateline.storage import counting

    days = counting.pulse(connection, question, by="outlet")
    return make_pulse(days, counting.pulse(connection, question, by="topic") if is_by_topic else None)
