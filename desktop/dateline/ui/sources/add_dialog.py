"""Add a source: an address is looked at, what can be followed there is listed, the user chooses one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from dateline.errors import DatelineError
from dateline.news.feed import Access, FeedFetch, NewSource, Source, SourceId, SourceKind
from dateline.ui.buttons import Button
from dateline.ui.counted import counted
from dateline.ui.dialog import Dialog
from dateline.ui.joined import sentences
from dateline.ui.known_sentences import failure_words
from dateline.ui.sources.words import INTERVALS, brought, exact_interval
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance

_translate = QCoreApplication.translate

_MOST_WAYS = 8
_WIDTH = 600


class AddSourceDialog(Dialog):
    """`find` looks at an address and `try_source` asks what is found there; nothing is added by either.

    `chosen` is what the user wants once accepted.
    """

    def __init__(
        self,
        appearance: Appearance,
        tasks: Tasks,
        find: Callable[[str], Future[tuple[NewSource, ...]]],
        try_source: Callable[[Source], Future[FeedFetch]],
        folders: Sequence[str],
        parent: QWidget,
        *,
        address: str = "",
    ) -> None:
        super().__init__(appearance, "", "", parent)
        self._tasks = tasks
        self._find = find
        self._try_source = try_source
        self._ways: tuple[NewSource, ...] = ()
        self._looked_at = ""
        self._n_ways = ""
        self.setWindowTitle(self.tr("Add a source"))
        self.heading.setText(self.tr("Add a source"))
        self.address = QLineEdit(address, self)
        self.address.setPlaceholderText(self.tr("Address of a site or feed, or an outlet's name"))
        self.address.setAccessibleName(self.tr("Address"))
        self.look = Button(appearance, self.tr("Look"), self)
        self.look.setAutoDefault(False)
        self.said = QLabel("", self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.ways = QVBoxLayout()
        self.ways.setSpacing(2)
        self._group = QButtonGroup(self)
        self.folder = QComboBox(self)
        self.folder.setEditable(True)
        self.folder.addItem("")
        self.folder.addItems([folder for folder in folders if folder])
        self.folder.setAccessibleName(self.tr("Folder"))
        self.folder.setMinimumWidth(200)
        self.interval = QComboBox(self)
        self.interval.setAccessibleName(self.tr("Asked every"))
        self.interval.addItem(self.tr("As the feed's own rhythm asks"), None)
        for minutes in INTERVALS:
            self.interval.addItem(exact_interval(minutes), minutes)
        self._lay_out()
        self.setMinimumWidth(_WIDTH)
        self.look.clicked.connect(self.search)
        self.address.textEdited.connect(self._edited)
        self.address.returnPressed.connect(self._look_by_return)
        self._group.idClicked.connect(lambda _: self._choose())
        self._name_act()
        if address:
            self.search()

    @property
    def chosen(self) -> NewSource | None:
        """The way in that is chosen, in the folder and with the interval that are chosen."""
        number = self._group.checkedId()
        if not 0 <= number < len(self._ways):
            return None
        way = self._ways[number]
        folder = self.folder.currentText().strip() or way.folder
        return replace(way, folder=folder, interval_minutes=self.interval.currentData())

    def search(self) -> None:
        """Look at the address."""
        address = self.address.text().strip()
        if not address:
            self.address.setFocus()
            return
        self._looked_at = address
        self._show_ways(())
        self.said.setText(self.tr("Looking at {address}…").format(address=address))
        self._tasks.follow(self._find(address), self._found, slot="sources.find", failed=self._not_found)

    def accept(self) -> None:
        """Return looks first where the address was not looked at yet."""
        if self.chosen is None or self.address.text().strip() != self._looked_at:
            self.search()
        else:
            super().accept()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.address, 1)
        line.addWidget(self.look)
        into = QHBoxLayout()
        into.setSpacing(8)
        name = QLabel(self.tr("Folder"), self)
        name.setBuddy(self.folder)
        into.addWidget(name)
        into.addWidget(self.folder)
        every = QLabel(self.tr("Asked every"), self)
        every.setBuddy(self.interval)
        into.addSpacing(8)
        into.addWidget(every)
        into.addWidget(self.interval)
        into.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self.said)
        self.body.addLayout(self.ways)
        self.body.addLayout(into)

    def _look_by_return(self) -> None:
        """Look at the address while there is nothing to add: Return presses no button that is off."""
        if not self.accept_button.isEnabled():
            self.search()

    def _edited(self) -> None:
        self.look.setText(self.tr("Look"))
        self._name_act()

    def _found(self, ways: Sequence[NewSource]) -> None:
        shown = tuple(ways[:_MOST_WAYS])
        one, many = self.tr("{n} way in. Nothing is added yet."), self.tr("{n} ways in. Nothing is added yet.")
        self._n_ways = counted(len(shown), one, many)
        self.said.setText(self._n_ways)
        self.look.setText(self.tr("Look again"))
        self._show_ways(shown)
        self._choose()

    def _choose(self) -> None:
        """Name what is chosen, and ask it what it brings."""
        self._name_act()
        way = self.chosen
        if way is None:
            return
        source = Source(SourceId(0), way.url, way.title, way.kind, way.outlet, rule=way.rule, home_url=way.home_url)
        self._tasks.follow(self._try_source(source), self._tell, slot="sources.try-way", failed=self._tell_failure)

    def _tell(self, feed: FeedFetch) -> None:
        self.said.setText(sentences((self._n_ways, brought(feed, datetime.now(UTC)))))

    def _tell_failure(self, error: DatelineError) -> None:
        self.said.setText(sentences((self._n_ways, failure_words(error))))

    def _not_found(self, error: DatelineError) -> None:
        self.said.setText(failure_words(error))
        self._show_ways(())

    def _show_ways(self, ways: tuple[NewSource, ...]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self.ways.removeWidget(button)
            button.deleteLater()
        self._ways = ways
        for number, way in enumerate(ways):
            button = QRadioButton(_way_words(way), self)
            button.setToolTip(way.url)
            button.setChecked(number == 0)
            self._group.addButton(button, number)
            self.ways.addWidget(button)
        if ways and ways[0].folder and not self.folder.currentText():
            self.folder.setEditText(ways[0].folder)
        self._name_act()
        self.adjustSize()

    def _name_act(self) -> None:
        way = self.chosen
        self.accept_button.setText(
            self.tr("Add {name}").format(name=_short(way.title or _host(way.url))) if way else self.tr("Add")
        )
        self.accept_button.setEnabled(bool(way))
        self.truth.setText(_access_words(way) if way else "")


def _way_words(way: NewSource) -> str:
    kind = {
        SourceKind.FEED: _translate("AddSourceDialog", "feed"),
        SourceKind.LISTING: _translate("AddSourceDialog", "list of articles on a page"),
    }[way.kind]
    parts = urlsplit(way.url)
    return f"{way.title or parts.hostname} – {kind}, {_host(way.url)}{parts.path}"


def _access_words(way: NewSource) -> str:
    if "=" in way.rule:  # a rule's own text, not the name of one that is shipped
        return _translate("AddSourceDialog", "It has no feed. How its page lists articles was guessed: Edit… mends it.")
    return {
        Access.FULL: _translate("AddSourceDialog", "It gives its articles in full."),
        Access.TEASER: _translate("AddSourceDialog", "Teasers only, until you add the cookies of your subscription."),
        Access.BLOCKED: _translate(
            "AddSourceDialog", "Its pages ask for proof of being human: headlines and summaries only."
        ),
        Access.UNKNOWN: "",
    }[way.access]


def _host(url: str) -> str:
    return (urlsplit(url).hostname or url).removeprefix("www.")


def _short(name: str) -> str:
    return name if len(name) <= 28 else name[:27] + "…"
