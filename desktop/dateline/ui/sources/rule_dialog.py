"""Edit the rule by which a site without a feed is read, and see what it brings before it is kept."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontDatabase, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from dateline.errors import DatelineError
from dateline.news.feed import FeedEntry, FeedFetch
from dateline.sources.listing_rule import line_of
from dateline.ui.buttons import Button
from dateline.ui.counted import counted
from dateline.ui.dates import full_moment
from dateline.ui.dialog import Dialog
from dateline.ui.joined import sentences
from dateline.ui.known_sentences import failure_words, spoken
from dateline.ui.table_dress import TableDress
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance

_SLOT = "sources.rule"
_MOST_ROWS = 200


class RuleDialog(Dialog):
    """`text` is the rule once accepted. It can be saved as soon as a preview of exactly this text worked."""

    def __init__(
        self,
        appearance: Appearance,
        tasks: Tasks,
        preview: Callable[[str], Future[FeedFetch]],
        text: str,
        parent: QWidget,
    ) -> None:
        super().__init__(appearance, "", "", parent)
        self.setWindowTitle(self.tr("Rule of the list"))
        self.heading.setText(self.tr("How this site's list is read"))
        self.accept_button.setText(self.tr("Save the rule"))
        self._tasks = tasks
        self._preview = preview
        self._tried = text  # the text that worked last; the one that is in use counts as such
        self.editor = QPlainTextEdit(text, self)
        self.editor.setAccessibleName(self.tr("Rule"))
        self.editor.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.editor.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.editor.setTabChangesFocus(True)
        self.editor.installEventFilter(self)
        self.try_button = Button(appearance, self.tr("Preview"), self)
        self.try_button.setAutoDefault(False)
        self.try_button.clicked.connect(self.try_rule)
        self.answer = QLabel("", self)
        self.answer.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setWordWrap(True)
        self.table = self._make_table()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.try_button)
        row.addWidget(self.answer, 1)
        self.body.addWidget(self.editor, 3)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 2)
        self.truth.setText(self.tr("Preview reads the list now and keeps nothing."))
        self.resize(760, 640)
        self.accept_button.setDefault(False)
        self.accept_button.setAutoDefault(False)
        self.editor.textChanged.connect(self._follow)
        self._follow()
        self.editor.setFocus()

    @property
    def text(self) -> str:
        """The rule as it stands."""
        return self.editor.toPlainText()

    def try_rule(self) -> None:
        """Read the list by the rule as it stands."""
        self.try_button.setEnabled(False)
        self.answer.setText(self.tr("Reading the list …"))
        self._asked = self.text
        self._tasks.follow(self._preview(self._asked), self._show, slot=_SLOT, failed=self._refuse)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Preview by Ctrl+Return from the editor."""
        if (
            watched is self.editor
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.try_rule()
            return True
        return super().eventFilter(watched, event)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 3, self)
        table.setAccessibleName(self.tr("What the rule brings"))
        table.setHorizontalHeaderLabels([self.tr("Published"), self.tr("Headline"), self.tr("Address")])
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, 150)
        TableDress(table, self.appearance, "raised")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        return table

    def _show(self, feed: FeedFetch) -> None:
        self.try_button.setEnabled(True)
        self._tried = self._asked
        n = counted(len(feed.entries), self.tr("{n} article."), self.tr("{n} articles."))
        self.answer.setText(sentences((n, *(spoken(one) for one in feed.problems))))
        entries = feed.entries[:_MOST_ROWS]
        self.table.setRowCount(len(entries))
        for row, entry in enumerate(entries):
            for column, words in enumerate(self._words(entry)):
                cell = QTableWidgetItem(words)
                cell.setToolTip(words)
                self.table.setItem(row, column, cell)
        self._follow()

    def _words(self, entry: FeedEntry) -> tuple[str, str, str]:
        when = full_moment(entry.published_at) if entry.published_at else self.tr("no time")
        return when, entry.title, entry.url

    def _refuse(self, error: DatelineError) -> None:
        self.try_button.setEnabled(True)
        self.answer.setText(failure_words(error))
        self.table.setRowCount(0)
        line = line_of(error)
        if line is not None:
            cursor = QTextCursor(self.editor.document().findBlockByNumber(line - 1))
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            self.editor.setTextCursor(cursor)
            self.editor.setFocus()

    def _follow(self) -> None:
        can_save = self.text == self._tried
        self.accept_button.setEnabled(can_save)
        self.accept_button.setToolTip("" if can_save else self.tr("Preview the rule first; it is saved once it works."))
