"""Rules: what is done with new articles. Each is written beside a preview of what it would have acted on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dateline.errors import QuestionError
from dateline.news.change import Change
from dateline.news.question import TimelineFilter, read_filter
from dateline.news.rule import NewRule, Rule, RuleId
from dateline.ui.buttons import Button
from dateline.ui.dates import n_articles
from dateline.ui.known_sentences import failure_words
from dateline.ui.reader.header import set_label
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.undo import UndoStack

_SLOT, _PREVIEW_SLOT = "rules dialog", "rules preview"
_RULE = Qt.ItemDataRole.UserRole
_N_PREVIEWED = 6
_TYPED_MS = 250


class RulesDialog(QDialog):
    """Lists rules, edits the chosen one."""

    def __init__(
        self,
        tasks: Tasks,
        undo: UndoStack,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        query: str = "",
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._undo = undo
        self._appearance = appearance
        self._rule: RuleId | None = None
        self._takes_newest = False
        self.setWindowTitle(self.tr("Rules for new articles"))
        self.resize(820, 520)
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Rules"))
        self.list.setFixedWidth(250)
        self.list.currentItemChanged.connect(lambda *_: self._take_chosen())
        self.list.itemChanged.connect(self._switch)
        self.new = Button(appearance, self.tr("New rule"), self, icon="plus")
        self.gone = Button(appearance, self.tr("Remove"), self)
        self.name = QLineEdit(self)
        self.query = QLineEdit(self)
        self.query.setPlaceholderText("outlet:ft topic:chips")
        self.tags = QLineEdit(self)
        self.tags.setPlaceholderText(self.tr("policy/chips, weekly"))
        self.star = QCheckBox(self.tr("Star it"), self)
        self.read = QCheckBox(self.tr("Mark it read"), self)
        self.tell = QCheckBox(self.tr("Tell me"), self)
        self.preview = QLabel(self)
        self.preview.setWordWrap(True)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.keep = Button(appearance, self.tr("Keep the rule"), self, kind="primary")
        self.act = Button(appearance, self.tr("Do it now to what is here"), self)
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("When it answers"), self.query)
        form.addRow(self.tr("Add tags"), self.tags)
        for box in (self.star, self.read, self.tell):
            form.addRow("", box)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        below = QHBoxLayout()
        below.addWidget(self.new)
        below.addWidget(self.gone)
        left.addLayout(below)
        acts = QHBoxLayout()
        acts.addWidget(self.act)
        acts.addStretch()
        acts.addWidget(self.keep)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addLayout(form)
        right.addWidget(self.preview, 1)
        right.addLayout(acts)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(16, 16, 16, 14)
        columns.setSpacing(18)
        columns.addLayout(left)
        columns.addLayout(right, 1)
        for button in (self.new, self.gone, self.keep, self.act):
            button.setAutoDefault(False)
        self.new.clicked.connect(self.start_new)
        self.gone.clicked.connect(self.remove)
        self.keep.clicked.connect(self.keep_rule)
        self.act.clicked.connect(self.act_now)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPED_MS)
        self._typing.timeout.connect(self._preview)
        self.query.textChanged.connect(self._typing.start)
        appearance.changed.connect(self._restyle)
        self._restyle()
        self.start_new()
        self.query.setText(query)
        self.read_rules()

    def read_rules(self) -> None:
        """Read the rules again."""
        self._tasks.read(_rules, self._show, slot=_SLOT)

    def follow(self, change: Change) -> None:
        """Read them again where a write touched them."""
        if self.isVisible() and change.has_user_data:
            self.read_rules()

    def start_new(self) -> None:
        """Begin another rule."""
        self._rule = None
        self.list.setCurrentRow(-1)
        self._fill(NewRule("", ""))
        self.name.setFocus()

    def written(self) -> NewRule:
        """Return the rule as it is written."""
        return NewRule(
            self.name.text(),
            self.query.text(),
            tuple(tag.strip() for tag in self.tags.text().replace("，", ",").split(",") if tag.strip()),
            wants_star=self.star.isChecked(),
            wants_read=self.read.isChecked(),
            wants_notice=self.tell.isChecked(),
        )

    def keep_rule(self) -> None:
        """Keep the rule as it is written; it acts from now on."""
        said = self.written()
        job = partial(_keep, said=said, rule=self._rule)
        kept = self.tr("The rule acts on what comes from now on.")
        then = self._go_on_with_newest if self._rule is None else None
        self._undo.do(job, self.tr("The rule is as it was."), said=kept, then=then)

    def _go_on_with_newest(self, _: Change) -> None:
        """Go on with the rule that was just made: keeping it again changes it, and makes no other."""
        self._takes_newest = True
        self.read_rules()

    def act_now(self) -> None:
        """Let the chosen rule act on what is in the library."""
        if self._rule is not None:
            self._undo.do(
                partial(_act, rule=self._rule),
                self.tr("What the rule did was taken back."),
                said=lambda change: self.tr("The rule acted on {n}.").format(
                    n=n_articles(len(change.changed_articles))
                ),
            )

    def remove(self) -> None:
        """Remove the chosen rule; what it did stays."""
        if self._rule is not None:
            said = self.tr("The rule was removed; what it did stays.")
            self._undo.do(partial(_remove, rule=self._rule), self.tr("The rule is back."), said=said)

    def names(self) -> list[str]:
        """Return the names of the rules in the list."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def _show(self, rules: tuple[Rule, ...]) -> None:
        if self._takes_newest:
            self._takes_newest = False
            self._rule = max((rule.id for rule in rules), default=None)
        self.list.blockSignals(True)
        self.list.clear()
        for rule in rules:
            item = QListWidgetItem(rule.said.name)
            item.setData(_RULE, rule)
            item.setToolTip(self.tr("Acted on {n}").format(n=n_articles(rule.n_done)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if rule.said.is_on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
            if rule.id == self._rule:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self._rule is not None and all(rule.id != self._rule for rule in rules):
            self.start_new()
        self._enable()

    def _take_chosen(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            rule: Rule = item.data(_RULE)
            self._rule = rule.id
            self._fill(rule.said)
        self._enable()

    def _switch(self, item: QListWidgetItem) -> None:
        rule: Rule = item.data(_RULE)
        is_on = item.checkState() is Qt.CheckState.Checked
        if is_on != rule.said.is_on:
            said = NewRule(
                rule.said.name,
                rule.said.query,
                rule.said.tags,
                rule.said.wants_star,
                rule.said.wants_read,
                rule.said.wants_notice,
                is_on,
            )
            self._undo.do(partial(_keep, said=said, rule=rule.id), self.tr("The rule is as it was."))

    def _fill(self, said: NewRule) -> None:
        self.name.setText(said.name)
        self.query.setText(said.query)
        self.tags.setText(", ".join(said.tags))
        self.star.setChecked(said.wants_star)
        self.read.setChecked(said.wants_read)
        self.tell.setChecked(said.wants_notice)
        self._preview()

    def _preview(self) -> None:
        typed = self.query.text().strip()
        self.keep.setEnabled(bool(typed))
        if not typed:
            self.preview.setText(self.tr("Say which articles it is for, as in the filter bar: outlet:ft topic:chips"))
            return
        try:
            question = read_filter(typed, _today())
        except QuestionError as error:
            self.keep.setEnabled(False)
            self.preview.setText(failure_words(error))
            return
        self.preview.setText(self.tr("Looking for what it would have acted on…"))
        self._tasks.read(partial(_matching, question=question), self._show_matching, slot=_PREVIEW_SLOT)

    def _show_matching(self, found: tuple[int, tuple[str, ...]]) -> None:
        n, titles = found
        if not n:
            self.preview.setText(self.tr("Nothing in the library answers this so far."))
            return
        lines = [self.tr("It would have acted on {n}:").format(n=n_articles(n)), *(f"·  {title}" for title in titles)]
        if n > len(titles):
            lines.append(self.tr("and others"))
        self.preview.setText("\n".join(lines))

    def _enable(self) -> None:
        for button in (self.gone, self.act):
            button.setEnabled(self._rule is not None)

    def _restyle(self) -> None:
        theme = self._appearance.theme
        set_label(self.preview, theme.font("control"), theme.colour.text_secondary.name())


def _today() -> date:
    return datetime.now().astimezone().date()


def _rules(connection: Any) -> tuple[Rule, ...]:
    from dateline.storage import rules

    return rules.rules(connection)


def _matching(connection: Any, question: TimelineFilter) -> tuple[int, tuple[str, ...]]:
    from dateline.storage import counting, timeline

    cards = timeline.first_page(connection, question, _N_PREVIEWED)
    return counting.count(connection, question).n, tuple(card.title for card in cards)


def _keep(connection: Any, said: NewRule, rule: RuleId | None) -> Change:
    from dateline.storage import rules

    return rules.keep_rule(connection, said, datetime.now(UTC), rule)


def _act(connection: Any, rule: RuleId) -> Change:
    from dateline.storage import rules

    return rules.apply_to_all(connection, rule, datetime.now(UTC))


def _remove(connection: Any, rule: RuleId) -> Change:
    from dateline.storage import rules

    return rules.remove_rule(connection, rule)
