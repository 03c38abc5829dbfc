"""Edit a source: its name and folder, how often and how it is asked; and ask it once to see what it brings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from dateline.errors import DatelineError
from dateline.news.feed import FeedFetch, Manner, Source, SourceKind
from dateline.news.manner import check_manner, read_headers, read_interval
from dateline.ui.buttons import Button
from dateline.ui.dialog import Dialog
from dateline.ui.known_sentences import failure_words
from dateline.ui.newsroom import Newsroom
from dateline.ui.sources.words import INTERVALS, brought, exact_interval, facts
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance

_SLOT = "sources.try"
_HEADER_LINES = 3


class EditSourceDialog(Dialog):
    """`source` is the source as the user wants it once accepted; what cannot be done keeps the dialog open."""

    #: The rule of a site without a feed is to be edited instead.
    rule_wanted = Signal()
    #: The login at the source's site is to be given instead.
    login_wanted = Signal()

    def __init__(
        self,
        appearance: Appearance,
        tasks: Tasks,
        newsroom: Newsroom,
        source: Source,
        folders: Sequence[str],
        parent: QWidget,
    ) -> None:
        super().__init__(appearance, "", "", parent)
        self.setWindowTitle(self.tr("Edit source"))
        self.heading.setText(self.tr("Edit source"))
        self.accept_button.setText(self.tr("Save"))
        self._tasks = tasks
        self._newsroom = newsroom
        self.source = source
        self._name = QLineEdit(source.title, self)
        self._folder = QComboBox(self)
        self._folder.setEditable(True)
        self._folder.addItems(sorted({"", *folders}))
        self._folder.setEditText(source.folder)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Name"), self._name)
        form.addRow(self.tr("Folder"), self._folder)
        self._add_manner(form, source)
        if source.kind is SourceKind.LISTING:
            self.rule_button = Button(appearance, self.tr("Edit the rule…"), self)
            self.rule_button.setAutoDefault(False)
            self.rule_button.clicked.connect(self.rule_wanted)
            form.addRow(self.tr("List"), self.rule_button)
        known = QFormLayout()
        known.setVerticalSpacing(4)
        known.addRow(self.tr("Address"), _said(source.url, self))
        for name, words in facts(source, datetime.now(UTC)):
            known.addRow(name, _said(words, self))
        self.body.addLayout(form)
        self.body.addLayout(known)
        self.body.addLayout(self._test_row(appearance))
        self.truth.setText(self.tr("Articles that are kept already stay as they are."))
        self.setMinimumWidth(560)
        self.accept_button.clicked.disconnect()
        self.accept_button.clicked.connect(self._save)
        self._name.textChanged.connect(lambda text: self.accept_button.setEnabled(bool(text.strip())))
        self._name.setFocus()

    def _add_manner(self, form: QFormLayout, source: Source) -> None:
        self._rhythm = self.tr("As the feed's own rhythm asks")
        self.interval = QComboBox(self)
        self.interval.setEditable(True)
        self.interval.addItems([self._rhythm, *map(exact_interval, INTERVALS)])
        wanted = source.interval_minutes
        self.interval.setEditText(self._rhythm if wanted is None else exact_interval(wanted))
        self.user_agent = QLineEdit(source.manner.user_agent, self)
        self.user_agent.setPlaceholderText(self.tr("Dateline's own"))
        self.proxy = QLineEdit(source.manner.proxy, self)
        self.proxy.setPlaceholderText(self.tr("The system's; http:// or socks5://host:port, or “direct” for none"))
        self.headers = QPlainTextEdit("\n".join(f"{name}: {value}" for name, value in source.manner.headers), self)
        self.headers.setPlaceholderText(self.tr("Name: value, one a line; sent to this source's host alone"))
        self.headers.setTabChangesFocus(True)
        self.headers.setFixedHeight(self.headers.fontMetrics().lineSpacing() * _HEADER_LINES + 14)
        form.addRow(self.tr("Asked every"), self.interval)
        form.addRow(self.tr("User agent"), self.user_agent)
        form.addRow(self.tr("Proxy"), self.proxy)
        form.addRow(self.tr("Headers"), self.headers)
        for field, name in ((self.interval, self.tr("Asked every")), (self.headers, self.tr("Headers"))):
            field.setAccessibleName(name)

    def _test_row(self, appearance: Appearance) -> QHBoxLayout:
        self.test_button = Button(appearance, self.tr("Test now"), self)
        self.test_button.setAutoDefault(False)
        self.test_button.clicked.connect(self._test)
        self.said = QLabel("", self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.login_button = Button(appearance, self.tr("Login…"), self)
        self.login_button.setAutoDefault(False)
        self.login_button.clicked.connect(self.login_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.test_button)
        row.addWidget(self.login_button)
        row.addWidget(self.said, 1)
        return row

    def _wanted(self) -> Source:
        """Return the source as the fields say.

        Raises:
            InputError: it cannot be asked like that.
        """
        every = self.interval.currentText().strip()
        interval = None if every == self._rhythm else read_interval(every)
        headers = read_headers(self.headers.toPlainText())
        manner = Manner(self.user_agent.text().strip(), self.proxy.text().strip(), headers)
        check_manner(manner, interval)
        return replace(
            self.source,
            title=self._name.text().strip(),
            folder=self._folder.currentText().strip(),
            interval_minutes=interval,
            manner=manner,
        )

    def _save(self) -> None:
        try:
            self.source = self._wanted()
        except DatelineError as error:
            self._refuse(error)
            return
        self.accept()

    def _test(self) -> None:
        try:
            wanted = self._wanted()
        except DatelineError as error:
            self._refuse(error)
            return
        self.test_button.setEnabled(False)
        self.said.setText(self.tr("Asking {address}…").format(address=self.source.url))
        self._tasks.follow(self._newsroom.try_source(wanted), self._show, slot=_SLOT, failed=self._refuse)

    def _show(self, feed: FeedFetch) -> None:
        self.test_button.setEnabled(True)
        self.said.setText(brought(feed, datetime.now(UTC)))

    def _refuse(self, error: BaseException) -> None:
        self.test_button.setEnabled(True)
        self.said.setText(
            failure_words(error) if isinstance(error, DatelineError) else self.tr("It could not be asked.")
        )


def _said(words: str, parent: QWidget) -> QLabel:
    """Return words that can be read and copied, and not changed."""
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    return label
