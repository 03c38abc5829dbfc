"""One topic of the lexicon: its terms in a table, and below it the bar in which a term is added or changed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dateline.news.lexicon_edit import TERM_POINTS, TermEdit
from dateline.news.lexicon_listing import ListedLexicon, ListedTerm, ListedTopic
from dateline.news.topic_names import topic_names
from dateline.ui.buttons import Button
from dateline.ui.counted import counted
from dateline.ui.icons import drawn_icon
from dateline.ui.joined import joined, sentences
from dateline.ui.language import speaks_chinese
from dateline.ui.lexicon.chooser import folded
from dateline.ui.lexicon.terms_model import SCRIPT, TERM, WEIGHT, WHOSE, TermsModel, WeightDelegate
from dateline.ui.lexicon.words import strength, topic_name
from dateline.ui.marks import paint_topic
from dateline.ui.names import Names
from dateline.ui.reader.header import set_label
from dateline.ui.table_dress import TableDress
from dateline.ui.theme import Appearance

#: The terms have what these leave over.
_WIDTHS = {SCRIPT: 46, WEIGHT: 124, WHOSE: 104}
#: Left and right of everything; and from the table's edge to the words of its first column.
_SIDE, _CELL = 22, 9
_SHAPE, _SHAPE_AT = 14, QPointF(7, 8)


class TermsPanel(QWidget):
    """Tells which edit is wanted, and which one is being written."""

    edit_wanted = Signal(object)  # TermEdit
    #: The edit of a term, or the topic of the user's own, is to be taken back.
    drop_wanted = Signal(object)
    topic_drop_wanted = Signal(object)  # ListedTopic
    #: What stands in the bar, to be tried; None where it changes nothing.
    drafted = Signal(object)

    def __init__(self, appearance: Appearance, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._names = names
        self._lexicon = ListedLexicon()
        self._topic: ListedTopic | None = None
        self._words = ""
        self.shape = QLabel(self)
        self.title = QLabel(self)
        self.second = QLabel(self)
        self.facts = QLabel(self)
        self.facts.setWordWrap(True)
        for label in (self.title, self.second, self.facts):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.remove_topic = Button(appearance, self.tr("Remove this topic"), self, kind="quiet", icon="x")
        self.remove_topic.hide()  # until a topic of the user's own is on show
        self.rows = TermsModel(self)
        self.table = _Terms(self.rows, appearance, self)
        self.term = QLineEdit(self)
        self.term.setPlaceholderText(self.tr("Add a term"))
        self.term.setAccessibleName(self.tr("Term"))
        self.weight = QComboBox(self)
        self.weight.setAccessibleName(self.tr("Weight"))
        for points in TERM_POINTS.values():
            self.weight.addItem(strength(points), points)
        self.weight.setCurrentIndex(1)
        self.keep = Button(appearance, self.tr("Add"), self, kind="primary")
        self.remove = Button(appearance, self.tr("Take out"), self)
        self.back = Button(appearance, self.tr("As shipped"), self, icon="undo-2")
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(self.shape)
        head.addWidget(self.title)
        head.addWidget(self.second, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.remove_topic)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.term, 1)
        for widget in (self.weight, self.keep, self.remove, self.back):
            bar.addWidget(widget)
        above, below, rows = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for layout, side in ((above, _SIDE), (rows, _SIDE - _CELL), (below, _SIDE)):
            layout.setContentsMargins(side, 0, side, 0)
            layout.setSpacing(8)
        above.addLayout(head)
        above.addWidget(self.facts)
        rows.addWidget(self.table)
        below.addLayout(bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 12)
        column.setSpacing(8)
        column.addLayout(above)
        column.addLayout(rows, 1)
        column.addLayout(below)
        self.table.selectionModel().currentRowChanged.connect(lambda index, _: self._take(index.row()))
        self.rows.modelReset.connect(self._draft)
        self.table.removed.connect(self._take_out)
        self.term.textChanged.connect(self._draft)
        self.term.returnPressed.connect(self._keep)
        self.weight.currentIndexChanged.connect(self._draft)
        self.keep.clicked.connect(self._keep)
        self.remove.clicked.connect(self._take_out)
        self.back.clicked.connect(self._go_back)
        self.remove_topic.clicked.connect(lambda: self.topic_drop_wanted.emit(self._topic))
        self._restyle()
        appearance.changed.connect(self._restyle)

    @property
    def topic(self) -> ListedTopic | None:
        """The topic on show."""
        return self._topic

    def show_topic(self, topic: ListedTopic, lexicon: ListedLexicon, words: str = "") -> None:
        """Show a topic's terms, those that have the words that are searched for."""
        is_other = self._topic is None or self._topic.id != topic.id
        self._topic, self._lexicon, self._words = topic, lexicon, words
        name = topic_name(topic, self._names)
        self.title.setText(name)
        self._draw_shape()
        self.second.setText(
            topic.zh if topic.is_own else topic_names("en" if speaks_chinese() else "zh").get(topic.id, "")
        )
        self.remove_topic.setVisible(topic.is_own)
        every = lexicon.terms.get(topic.id, ())
        shown = [one for one in every if words in folded(one.term)] or list(every)
        if words in folded(name):
            shown = list(every)
        kept = self.term.text() if not is_other else ""
        self.rows.show_terms(shown)
        self.facts.setText(self._facts(topic, every))
        self.term.setText(kept)
        self._draft()

    def choose(self, term: str) -> None:
        """Select a term and bring it into sight."""
        for row, one in enumerate(self.rows.terms):
            if folded(one.term) == folded(term):
                self.table.selectRow(row)
                self.table.scrollTo(self.rows.index(row, TERM))

    def draft(self) -> TermEdit | None:
        """Return the edit that stands in the bar; None where it says nothing new."""
        words = " ".join(self.term.text().split())
        if self._topic is None or not words:
            return None
        known = self._known(words)
        points = float(self.weight.currentData())
        if known is not None and known.points == points:
            return None
        return TermEdit(self._topic.id, known.term if known is not None else words, points)

    def _facts(self, topic: ListedTopic, terms: tuple[ListedTerm, ...]) -> str:
        n = counted(len(terms), self.tr("{n} term"), self.tr("{n} terms"))
        n_own = sum(one.is_edited for one in terms)
        if topic.is_own:
            said = self.tr("A topic of your own: given once its terms, each counted once, are worth a strong one.")
        elif topic.is_signal:
            said = self.tr("One of the signals that tell US–China AI; it is no topic itself.")
        else:
            said = self.tr("Given when headline, lead and text speak for it strongly enough.")
        yours = self.tr("{n} changed by you").format(n=f"{n_own:,}")
        counts = joined((n, yours)) if n_own else n
        return sentences((said, self.tr("{counts}.").format(counts=counts)))

    def _known(self, words: str) -> ListedTerm | None:
        topic = self._topic
        terms = () if topic is None else self._lexicon.terms.get(topic.id, ())
        return next((one for one in terms if folded(one.term) == folded(words)), None)

    def _take(self, row: int) -> None:
        if 0 <= row < len(self.rows.terms):
            term = self.rows.terms[row]
            self.weight.blockSignals(True)
            at = self.weight.findData(term.points)
            self.weight.setCurrentIndex(at if at >= 0 else 1)
            self.weight.blockSignals(False)
            self.term.setText(term.term)
            self._draft()

    def _draft(self) -> None:
        words = " ".join(self.term.text().split())
        known = self._known(words) if words else None
        draft = self.draft()
        self.keep.setText(self.tr("Add") if known is None else self.tr("Change"))
        self.keep.setEnabled(draft is not None)
        self.remove.setEnabled(known is not None and known.points > 0)
        self.back.setEnabled(known is not None and known.is_edited)
        self.drafted.emit(draft)

    def _keep(self) -> None:
        draft = self.draft()
        if draft is not None:
            self.edit_wanted.emit(draft)

    def _take_out(self) -> None:
        known = self._known(self.term.text())
        if known is None or known.points <= 0:
            return
        if known.shipped is None:
            self.drop_wanted.emit(TermEdit(known.topic, known.term, known.points))
        else:
            self.edit_wanted.emit(TermEdit(known.topic, known.term, 0.0))

    def _go_back(self) -> None:
        known = self._known(self.term.text())
        if known is not None and known.is_edited:
            self.drop_wanted.emit(TermEdit(known.topic, known.term, known.points))

    def _restyle(self) -> None:
        theme = self._appearance.theme
        set_label(self.title, theme.font("view_title"), theme.colour.text.name())
        set_label(self.second, theme.font("control"), theme.colour.text_secondary.name())
        set_label(self.facts, theme.font("meta"), theme.colour.text_secondary.name())
        self._draw_shape()

    def _draw_shape(self) -> None:
        """Draw the shape of the topic's family before its name; what only helps to file has none."""
        topic, theme = self._topic, self._appearance.theme
        self.shape.setVisible(topic is not None and not topic.is_signal)
        if topic is not None:
            icon = drawn_icon(lambda painter, *_: paint_topic(painter, theme, topic.id, _SHAPE_AT, 11), _SHAPE)
            self.shape.setPixmap(icon.pixmap(_SHAPE, _SHAPE))


class _Terms(QTableView):
    """The table; Delete takes a term out."""

    removed = Signal()

    def __init__(self, rows: TermsModel, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setModel(rows)
        self.setItemDelegateForColumn(WEIGHT, WeightDelegate(rows, appearance, self))
        self.setAccessibleName(self.tr("Terms of the topic"))
        TableDress(self, appearance, "paper")
        self.horizontalHeader().setSectionResizeMode(TERM, QHeaderView.ResizeMode.Stretch)
        self._restyle()
        appearance.changed.connect(self._restyle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the term out."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, round(width * self._appearance.theme.text_scale))
