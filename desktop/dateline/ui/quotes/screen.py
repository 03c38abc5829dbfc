"""The Quotes screen: the ledger of the current filter, and beside it every version of the statement that is chosen.

It reads away from the UI thread. What the user decides of two versions is written at once and can be taken back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from dateline.errors import DatelineError
from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.library_view import Ledger, QuoteVersion
from dateline.news.question import Term, TimelineFilter, joined
from dateline.text.lead_in import LedIn
from dateline.text.script import has_han
from dateline.ui.across import read_credited
from dateline.ui.buttons import Button, ToggleButton
from dateline.ui.citing import Citing
from dateline.ui.counted import counted
from dateline.ui.empty_state import EmptyState
from dateline.ui.inspector.lines import LinesView
from dateline.ui.marks import paint_vertical_hairline
from dateline.ui.names import Names
from dateline.ui.quotes.rows import Grouping, LedgerRow, ledger_rows
from dateline.ui.quotes.versions import VersionTarget, earliest, quoted_words, version_lines
from dateline.ui.quotes.view import ColumnHeads, LedgerView
from dateline.ui.reader.header import set_label
from dateline.ui.reader.speakers import EntityName, read_names
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.undo import UndoStack

_SLOT = "quotes ledger"
_NAMES_SLOT = "quotes names"
_LED_IN_SLOT = "quotes led in"
_VERSIONS = 330
#: Milliseconds before the screen says that it still reads: most answers are there sooner.
_PATIENCE = 250
_BELOW = 14


@dataclass(frozen=True, slots=True)
class _Answer:
    ledger: Ledger
    credited: dict[Any, frozenset[str]]


class QuotesScreen(QWidget):
    """Ledger and versions. `ask` shows the statements of a filter."""

    #: An article is wanted in the reader.
    article_wanted = Signal(object)
    #: An article is to go on a reading list (ArticleId), with a note.
    list_wanted = Signal(object, str)
    #: The articles of a filter are wanted in the timeline.
    filter_wanted = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        appearance: Appearance,
        names: Names,
        undo: UndoStack,
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._appearance = appearance
        self._names = names
        self._undo = undo
        self._filter = TimelineFilter()
        self._answer: _Answer | None = None
        self._slow = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._slow.timeout.connect(self._say_reading)
        self._people: dict[str, EntityName] = {}
        self._closed: set[str] = set()
        self._row: LedgerRow | None = None
        self.view = LedgerView(appearance, names, self)
        self.versions = LinesView(appearance, self.tr("Versions"), self, is_as_high_as_lines=True)
        self._title = QLabel(self.tr("Quotes"), self)
        self._amount = QLabel(self)
        self._empty = EmptyState(appearance, "message-square-quote", ground="list", parent=self)
        self._empty.chosen.connect(self._show_missing)
        self._nothing_chosen = EmptyState(appearance, "git-compare", left=14, ground="window", parent=self)
        self._nothing_chosen.say(
            self.tr("Nothing chosen"), self.tr("Choose a statement to see its versions and who had it first.")
        )
        self.groupings = QButtonGroup(self)
        self._same = Button(appearance, self.tr("Same statement"), self, icon="check")
        self._apart = Button(appearance, self.tr("Not the same"), self, kind="quiet")
        self._doubt = QLabel(self)
        self._copy = Button(appearance, self.tr("Copy with citation"), self, icon="copy")
        self._list = Button(appearance, self.tr("Add to list"), self, icon="list-plus")
        self._citing = Citing(tasks, settings, self)
        self._citing.told.connect(self.told)
        self._build()
        self.view.chosen.connect(self._choose)
        self.view.folded.connect(self._fold)
        self.versions.chosen.connect(self._open)
        self.versions.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self._same.clicked.connect(lambda: self._decide(is_same=True))
        self._apart.clicked.connect(lambda: self._decide(is_same=False))
        self._copy.clicked.connect(self.copy_statement)
        self._list.clicked.connect(self.put_on_list)
        self.groupings.idToggled.connect(lambda _number, is_on: self._fill() if is_on else None)
        appearance.changed.connect(self._restyle)
        self._restyle()
        self._choose(None)

    @property
    def grouping(self) -> Grouping:
        """What the headings are."""
        return list(Grouping)[max(0, self.groupings.checkedId())]

    def ask(self, question: TimelineFilter) -> None:
        """Show the statements of a filter's articles."""
        if question != self._filter or self._answer is None:
            self._slow.start()
        self._filter = question
        self._tasks.read(partial(_read, question=question), self._take, slot=_SLOT, failed=self._fail)

    def follow(self, change: Change) -> None:
        """Read again after a write that may have changed statements."""
        if self.isVisible() and (change.new_articles or change.changed_articles or change.removed_articles):
            self.ask(self._filter)

    def copy_statement(self) -> None:
        """Put the statement that is chosen on the clipboard, cited in the style of exports."""
        if self._row is None:
            self.told.emit(self.tr("No statement is chosen."))
            return
        said = self.tr("Statement copied with its citation.")
        self._citing.copy(quoted_words(self._row), earliest(self._row).article, said=said)

    def put_on_list(self) -> None:
        """Ask for a reading list for the article that had the statement first; the words go along as its note."""
        if self._row is None:
            self.told.emit(self.tr("No statement is chosen."))
            return
        words, _, speaker = quoted_words(self._row).rpartition("\n")
        self.list_wanted.emit(earliest(self._row).article, f"> {words}\n\n{speaker}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the grounds of ledger and versions."""
        colour = self._appearance.theme.colour
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour.list)
        left = self.width() - _VERSIONS
        painter.fillRect(left, 0, _VERSIONS, self.height(), colour.window)
        paint_vertical_hairline(painter, left, 0, self.height(), colour.line)
        painter.end()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 0, 18, 0)
        head.addWidget(self._title)
        head.addSpacing(8)
        head.addWidget(self._amount)
        head.addStretch()
        for number, (icon, text) in enumerate(
            (
                ("users", self.tr("By speaker")),
                ("calendar-days", self.tr("By date")),
                ("tag", self.tr("By topic")),
            )
        ):
            toggle = ToggleButton(self._appearance, icon, text, self)
            self.groupings.addButton(toggle, number)
            head.addWidget(toggle)
        self.groupings.button(0).setChecked(True)
        holder = QWidget(self)
        holder.setFixedHeight(56)
        holder.setLayout(head)
        listed = QWidget(self)
        rows = QVBoxLayout(listed)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(ColumnHeads(self._appearance, self.view, listed))
        rows.addWidget(self.view, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(listed)
        self._stack.addWidget(self._empty)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(holder)
        left.addWidget(self._stack, 1)
        self._doubt.setWordWrap(True)
        self._doubt.setTextFormat(Qt.TextFormat.PlainText)
        answers = QHBoxLayout()
        answers.addWidget(self._same)
        answers.addWidget(self._apart)
        answers.addStretch()
        acts = self._acts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        acts.addWidget(self._copy)
        acts.addWidget(self._list)
        acts.addStretch()
        right = QVBoxLayout()
        right.setContentsMargins(0, 8, 0, 12)
        decision = QVBoxLayout()
        decision.setContentsMargins(_BELOW, 8, _BELOW, 0)
        decision.setSpacing(8)
        decision.addWidget(self._doubt)
        decision.addLayout(answers)
        chosen = QWidget(self)
        of_statement = QVBoxLayout(chosen)
        of_statement.setContentsMargins(0, 0, 0, 0)
        of_statement.setSpacing(0)
        of_statement.addWidget(self.versions)
        of_statement.addLayout(decision)
        of_statement.addStretch(1)
        self._beside = QStackedWidget(self)
        self._beside.addWidget(chosen)
        self._beside.addWidget(self._nothing_chosen)
        right.addWidget(self._beside, 1)
        acts.setContentsMargins(_BELOW, 4, _BELOW, 0)
        right.addLayout(acts)
        side = QWidget(self)
        side.setFixedWidth(_VERSIONS - 1)
        side.setLayout(right)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(1)
        whole.addLayout(left, 1)
        whole.addWidget(side)

    def _say_reading(self) -> None:
        self._say_instead(
            self.tr("Reading the statements"), self.tr("They are gathered from the articles of this view.")
        )

    def _fail(self, error: DatelineError) -> None:
        self._slow.stop()
        self._say_instead(self.tr("The statements could not be read"), error.sentence)
        self._tasks.trouble.emit(error)

    def _say_instead(self, title: str, sentence: str) -> None:
        """Say something in place of statements, which were those of another filter."""
        self._answer = None
        self._amount.setText("")
        self.view.show_rows([])
        self._empty.say(title, sentence)
        self._stack.setCurrentIndex(1)

    def _take(self, answer: _Answer) -> None:
        self._slow.stop()
        self._answer = answer
        self._fill()
        spoken = {v.entity for s in answer.ledger.statements for v in s.versions if v.entity} - self._people.keys()
        if spoken:
            self._tasks.read(lambda _: read_names(spoken), self._take_names, slot=_NAMES_SLOT)

    def _take_names(self, people: dict[str, EntityName]) -> None:
        self._people.update(people)
        self._fill()

    def _fill(self) -> None:
        if self._answer is None:
            return
        found = self._answer.ledger
        self._amount.setText(
            self.tr("{statements} in {articles}, {n_full} read in full").format(
                statements=counted(len(found.statements), self.tr("{n} statement"), self.tr("{n} statements"))
                + ("+" if found.is_cut else ""),
                articles=counted(found.n_articles, self.tr("{n} article"), self.tr("{n} articles")),
                n_full=found.n_full,
            )
        )
        self.view.show_rows(ledger_rows(found.statements, self.grouping, self._names, self._people, self._closed))
        if not found.statements:
            self._say_why_none(found.n_articles, found.n_articles - found.n_full)
        self._stack.setCurrentIndex(0 if found.statements else 1)

    def _say_why_none(self, n: int, n_short: int) -> None:
        """Say why nobody is quoted in `n` articles, of which `n_short` are not in full text."""
        title = self.tr("No quotes")
        if not n:
            self._empty.say(title, self.tr("There is no article here, so nobody is quoted."))
        elif not n_short:
            self._empty.say(title, self.tr("Nobody is quoted in the articles here, though all are in full text."))
        else:
            short = self.tr("No quotes found: {n} of {of} articles here are not in full text.")
            self._empty.say(title, short.format(n=n_short, of=n), self.tr("Show what is missing"))

    def _show_missing(self) -> None:
        missing = Term("full-text", "has", is_negated=True)
        self.filter_wanted.emit(TimelineFilter(joined(self._filter.terms, (missing,))))

    def _fold(self, key: str) -> None:
        self._closed ^= {key}
        self._fill()

    def _choose(self, row: LedgerRow | None) -> None:
        self._row = row
        for button in (self._copy, self._list):
            button.setEnabled(row is not None)
        self._beside.setCurrentIndex(1 if row is None else 0)
        if row is None or self._answer is None:
            self.versions.show_lines([])
        else:
            self.versions.show_lines(version_lines(row, self._answer.credited, self._names, self._people))
            self._tasks.read(partial(_lead_in, row=row), self._take_led_in, slot=_LED_IN_SLOT)
        self._offer()

    def _take_led_in(self, answer: tuple[LedgerRow, dict[tuple[ArticleId, int], LedIn]]) -> None:
        row, led_in = answer
        if row is self._row and self._answer is not None:
            self.versions.show_lines(version_lines(row, self._answer.credited, self._names, self._people, led_in))

    def _offer(self) -> None:
        """Offer a decision on the version that is chosen in the list, else on the first that is only possible."""
        version = self._doubtful()
        for widget in (self._same, self._apart, self._doubt):
            widget.setVisible(version is not None)
        if version is not None:
            # Here too: the page of the stack takes its colours from the window as it is first shown.
            self._dress_doubt()
            self._same.setVisible(not version.is_confirmed)
            look = self._names.outlet(version.outlet)
            self._doubt.setText(
                self.tr("The version of {outlet} may be the same statement. Confirm it or take it apart.").format(
                    outlet=look.name
                )
            )

    def _doubtful(self) -> QuoteVersion | None:
        if self._row is None or len(self._row.statement.versions) < 2:
            return None
        target = self.versions.currentIndex().data(int(Qt.ItemDataRole.UserRole) + 1)
        chosen = getattr(target, "target", None)
        lead = self._row.statement.lead
        if isinstance(chosen, VersionTarget) and chosen.version != lead:
            return chosen.version
        others = [one for one in self._row.statement.versions if has_han(one.words) != has_han(lead.words)]
        return next((one for one in others if not one.is_confirmed), None)

    def _decide(self, *, is_same: bool) -> None:
        version = self._doubtful()
        if version is None or self._row is None:
            return
        lead = self._row.statement.lead
        pair = {"one": (version.article, version.words), "other": (lead.article, lead.words)}
        self._tasks.write(partial(_keep_verdict, pair=pair, is_same=is_same, at=datetime.now(UTC)))
        undone = self.tr("The decision on the statement was taken back.")
        turn_round = partial(self._tasks.write, partial(_forget_verdict, pair=pair))
        said = self.tr("Kept as the same statement.") if is_same else self.tr("Taken apart.")
        self._undo.remember(undone, turn_round, done=said)
        self.told.emit(said)

    def _open(self, target: object) -> None:
        if isinstance(target, VersionTarget) and target.is_link:
            self.article_wanted.emit(target.version.article)

    def _dress_doubt(self) -> None:
        theme = self._appearance.theme
        set_label(self._doubt, theme.font("meta"), theme.colour.text_secondary.name())

    def _restyle(self) -> None:
        theme = self._appearance.theme
        set_label(self._title, theme.font("view_title"), theme.colour.text.name())
        set_label(self._amount, theme.font("meta"), theme.colour.text_secondary.name())
        self._dress_doubt()
        beside = self._copy.sizeHint().width() + self._list.sizeHint().width() + self._acts.spacing()
        is_wide = beside <= _VERSIONS - 1 - 2 * _BELOW
        self._acts.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self.update()


def _read(connection: Any, question: TimelineFilter) -> _Answer:
    from dateline.storage import ledger

    found = ledger.ledger(connection, question)
    shared = {v.article for s in found.statements if len(s.versions) > 1 for v in s.versions}
    return _Answer(found, read_credited(connection, sorted(shared)))


def _lead_in(connection: Any, *, row: LedgerRow) -> tuple[LedgerRow, dict[tuple[ArticleId, int], LedIn]]:
    from dateline.storage import ledger

    return row, ledger.led_in(connection, row.statement.versions)


def _keep_verdict(connection: Any, *, pair: dict[str, Any], is_same: bool, at: datetime) -> Change:
    from dateline.storage import statements

    return statements.keep_verdict(connection, **pair, is_same=is_same, at=at)


def _forget_verdict(connection: Any, *, pair: dict[str, Any]) -> Change:
    from dateline.storage import statements

    return statements.forget_verdict(connection, **pair, was_same=True)
