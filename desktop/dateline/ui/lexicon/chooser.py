"""The left column of the Lexicon screen: what kind of entry, a search over all of them, and the entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from dateline.news.lexicon_edit import LexiconEdit
from dateline.news.lexicon_listing import ListedEntity, ListedLexicon, ListedTopic
from dateline.text.script import fold
from dateline.ui.buttons import Button
from dateline.ui.icons import drawn_icon, make_icon
from dateline.ui.joined import joined
from dateline.ui.lexicon.named_tabs import NamedTab, NamedTabs
from dateline.ui.lexicon.topic_counts import COUNT, TopicCounts
from dateline.ui.lexicon.words import KINDS, edit_sentence, topic_name
from dateline.ui.marks import paint_topic
from dateline.ui.names import Names
from dateline.ui.search_line import SearchLine
from dateline.ui.theme import Appearance

_SIDE = 10
_NARROWEST = 236
_VALUE = Qt.ItemDataRole.UserRole
TOPICS, YOURS = "topics", "yours"

Entry = ListedTopic | ListedEntity | LexiconEdit


class Chooser(QWidget):
    """Tells what was chosen; `words` are what is searched for, folded."""

    chosen = Signal(object)  # Entry
    searched = Signal(str)
    new_wanted = Signal(str)  # tab
    #: An edit of the user's is to be taken back.
    drop_wanted = Signal(object)

    def __init__(self, appearance: Appearance, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._names = names
        self._lexicon = ListedLexicon()
        self._n_by_topic: Mapping[str, int] = {}
        tabs = (
            NamedTab(self.tr("Topics"), "tag"),
            NamedTab(self.tr("People"), "user"),
            NamedTab(self.tr("Organisations"), "building-2"),
            NamedTab(self.tr("Models"), "hash", self.tr("Models, chips, laws and rules")),
            NamedTab(self.tr("Yours"), "user-round-pen", self.tr("Everything that you changed")),
        )
        self.tabs = NamedTabs(appearance, tabs, self)
        self.tabs.setAccessibleName(self.tr("Parts of the lexicon"))
        self._keys = (TOPICS, *KINDS, YOURS)
        #: By its words everything is looked through; the window's bar holds it.
        self.line = SearchLine(appearance, self.tr("Find a term, person or alias, in either language"), self)
        self.line.hide()
        self.list = QListWidget(self)
        self.list.setProperty("kind", "pages")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(14, 14))
        self.list.setAccessibleName(self.tr("Entries of the lexicon"))
        self.list.setItemDelegate(TopicCounts(appearance, self.list))
        self.new = Button(appearance, self.tr("New topic"), self, icon="plus", kind="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 12, _SIDE, 10)
        column.setSpacing(8)
        column.addWidget(self.tabs)
        column.addWidget(self.list, 1)
        column.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        self.tabs.currentChanged.connect(lambda _: self._fill())
        self.line.textChanged.connect(self._search)
        self.list.currentItemChanged.connect(self._choose)
        self.new.clicked.connect(lambda: self.new_wanted.emit(self.tab))
        self._restyle()
        appearance.changed.connect(self._restyle)

    @property
    def wanted_width(self) -> int:
        """How wide the column is with every tab by its name."""
        return self.tabs.needed_width + 2 * _SIDE

    @property
    def tab(self) -> str:
        """The tab on show."""
        return self._keys[self.tabs.currentIndex()]

    @property
    def words(self) -> str:
        """What is searched for, folded for comparing."""
        return folded(self.line.text())

    def show_lexicon(self, lexicon: ListedLexicon) -> None:
        """List what there is now; what was chosen stays chosen."""
        self._lexicon = lexicon
        self._fill()

    def show_counts(self, n_by_topic: Mapping[str, int]) -> None:
        """Tell beside each topic how many articles have it."""
        self._n_by_topic = n_by_topic
        for row in range(self.list.count()):
            self._tell_count(self.list.item(row))

    def go_to(self, tab: str, key: str) -> None:
        """Choose an entry by its id, whatever was searched for."""
        self.line.clear()
        self.tabs.setCurrentIndex(self._keys.index(tab))
        for row in range(self.list.count()):
            if _key(self.list.item(row).data(_VALUE)) == key:
                self.list.setCurrentRow(row)

    def entries(self) -> list[str]:
        """Return the lines on show."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes back the chosen edit of the user's."""
        item = self.list.currentItem()
        if event.key() == Qt.Key.Key_Delete and self.tab == YOURS and item is not None:
            self.drop_wanted.emit(item.data(_VALUE))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.theme.colour.list)
        painter.end()

    def _search(self) -> None:
        self._fill()
        self.searched.emit(self.words)

    def _fill(self) -> None:
        tab = self.tab
        before = self.list.currentItem()
        kept = "" if before is None else _key(before.data(_VALUE))
        self.list.blockSignals(True)
        self.list.clear()
        row = -1
        for text, value in self._lines(tab):
            item = QListWidgetItem(self._icon(value), text)
            item.setData(_VALUE, value)
            item.setToolTip(text)
            self._tell_count(item)
            self.list.addItem(item)
            if _key(value) == kept:
                row = self.list.count() - 1
        self.list.setCurrentRow(max(row, 0) if self.list.count() else -1)
        self.list.blockSignals(False)
        words = {TOPICS: self.tr("New topic"), YOURS: self.tr("As shipped")}
        self.new.setText(words.get(tab, self.tr("New name")))
        self.new.set_icon("undo-2" if tab == YOURS else "plus")
        self.new.setEnabled(tab != YOURS or bool(self.list.count()))
        self._choose(self.list.currentItem())

    def _tell_count(self, item: QListWidgetItem) -> None:
        value = item.data(_VALUE)
        if self._n_by_topic and isinstance(value, ListedTopic) and not value.is_signal:
            n = self._n_by_topic.get(value.id, 0)
            item.setData(COUNT, n)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, joined((item.text(), f"{n:,}")))

    def _lines(self, tab: str) -> Iterator[tuple[str, Entry]]:
        words, lexicon, names = self.words, self._lexicon, self._names
        if tab == TOPICS:
            for topic in lexicon.topics:
                name = topic_name(topic, names)
                terms = lexicon.terms.get(topic.id, ())
                if words in folded(name) or any(words in folded(one.term) for one in terms):
                    mine = self.tr("{name} · yours").format(name=name)
                    yield (mine if topic.is_own or any(one.is_edited for one in terms) else name), topic
        elif tab == YOURS:
            edits: tuple[LexiconEdit, ...] = (*lexicon.edits.topics, *lexicon.edits.terms, *lexicon.edits.entities)
            for edit in edits:
                sentence = edit_sentence(edit, names)
                if words in folded(sentence):
                    yield sentence, edit
        else:
            for entity in lexicon.entities:
                forms = (entity.name, entity.zh, *entity.forms, *entity.weak)
                if entity.kind in KINDS[tab] and any(words in folded(one) for one in forms):
                    name = f"{entity.name} {entity.zh}".strip() if entity.zh != entity.name else entity.name
                    yield (self.tr("{name} · yours").format(name=name) if entity.is_edited else name), entity

    def _choose(self, item: QListWidgetItem | None) -> None:
        self.chosen.emit(None if item is None else item.data(_VALUE))

    def _icon(self, value: Entry) -> QIcon:
        theme = self._appearance.theme
        if not isinstance(value, ListedTopic) or value.is_signal:
            person = isinstance(value, ListedEntity) and value.kind == "person"
            icon = "user" if person else "building-2" if isinstance(value, ListedEntity) else "hash"
            return make_icon(icon, theme.colour.text_secondary, px=14)
        return drawn_icon(lambda painter, *_: paint_topic(painter, theme, value.id, QPointF(7, 7), 8), 14)

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self.tabs.restyle()
        self.setMinimumWidth(max(_NARROWEST, self.tabs.least_width + 2 * _SIDE))
        self.list.setFont(theme.font("control"))
        colour = theme.colour
        self.list.setStyleSheet(f"QListWidget {{ background: {colour.list.name()}; }}")
        self._fill()


def folded(words: str) -> str:
    """Return words as they are compared in a search: without case, Traditional as Simplified."""
    return fold(words.strip()).casefold()


def _key(value: Entry) -> str:
    return value.id if isinstance(value, ListedTopic | ListedEntity) else repr(value)
