"""The Lexicon screen: entries at the left, one of them in the middle, the open article tried at the right.

It shows what it is given and tells what is wanted; `desk` does it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from dateline.news.lexicon_edit import EntityEdit, LexiconEdit, TermEdit
from dateline.news.lexicon_listing import ListedEntity, ListedLexicon, ListedTopic, Trial
from dateline.ui.empty_state import EmptyState
from dateline.ui.lexicon.chooser import TOPICS, YOURS, Chooser, Entry
from dateline.ui.lexicon.entity_panel import EntityPanel
from dateline.ui.lexicon.filing import Filing, FilingCard
from dateline.ui.lexicon.terms_panel import TermsPanel
from dateline.ui.lexicon.why_panel import WhyPanel
from dateline.ui.lexicon.words import KINDS, edit_sentence, topic_name
from dateline.ui.names import Names
from dateline.ui.theme import Appearance

#: Widths: of the entries where there is room, of the terms before the others have more, of the article at most.
_CHOOSER, _TERMS, _WHY = 326, 480, 300


class LexiconScreen(QWidget):
    """Three columns over one lexicon."""

    edit_wanted = Signal(object)  # LexiconEdit
    drop_wanted = Signal(object)  # LexiconEdit
    topic_wanted = Signal()
    #: The open article is to be tried with an edit, or None.
    trial_wanted = Signal(object)
    corrected = Signal(str, bool)
    corrections_wanted = Signal()

    def __init__(self, appearance: Appearance, names: Names, filing: Filing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._names = names
        self.lexicon = ListedLexicon()
        self._draft: LexiconEdit | None = None
        self._trial: Trial | None = None
        self._is_arranged_by_user = False
        self.chooser = Chooser(appearance, names, self)
        self.terms = TermsPanel(appearance, names, self)
        self.entity = EntityPanel(appearance, self)
        self.why = WhyPanel(appearance, names, self)
        self.filing = FilingCard(appearance, filing, self)
        self.empty = EmptyState(appearance, "book-a", ground="paper", parent=self)
        self._middle = QStackedWidget(self)
        for panel in (self.terms, self.entity, self.empty):
            self._middle.addWidget(panel)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._middle, 1)
        column.addWidget(self.filing)
        self.columns = QSplitter(Qt.Orientation.Horizontal, self)
        self.columns.setHandleWidth(1)
        self.columns.setChildrenCollapsible(False)
        for widget in (self.chooser, middle, self.why):
            self.columns.addWidget(widget)
        self._middle.setCurrentWidget(self.empty)
        self.empty.say(self.tr("Reading the lexicon"), self.tr("Its topics and names are here in a moment."))
        self.columns.setStretchFactor(1, 1)
        self.columns.splitterMoved.connect(self._keep_columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        self.chooser.chosen.connect(self._choose)
        self.chooser.new_wanted.connect(self._new)
        self.chooser.drop_wanted.connect(self.drop_wanted)
        self.terms.edit_wanted.connect(self.edit_wanted)
        self.terms.drop_wanted.connect(self.drop_wanted)
        self.terms.topic_drop_wanted.connect(self._drop_topic)
        self.entity.edit_wanted.connect(self.edit_wanted)
        self.entity.drop_wanted.connect(self.drop_wanted)
        self.terms.drafted.connect(self._try)
        self.entity.drafted.connect(self._try)
        self.why.term_chosen.connect(self.go_to_term)
        self.why.corrected.connect(self._correct)
        self.why.corrections_wanted.connect(self.corrections_wanted)
        self.empty.chosen.connect(lambda: self.chooser.line.clear())

    def show_lexicon(self, lexicon: ListedLexicon) -> None:
        """Show the lexicon as it is now."""
        self.lexicon = lexicon
        self.chooser.show_lexicon(lexicon)

    def show_trial(self, trial: Trial | None) -> None:
        """Show what the open article is filed under; None where no article is open."""
        self._trial = trial
        if trial is None:
            self.why.show_nothing()
            return
        topic = self.terms.topic if self._middle.currentWidget() is self.terms else None
        name = "" if topic is None else topic_name(topic, self._names)
        is_told = topic is not None and not topic.is_signal
        shown = topic.id if topic is not None and is_told else ""
        self.why.show_trial(trial, shown, name, is_draft=self._draft is not None)

    def show_corrections(self, said: Mapping[str, bool]) -> None:
        """Learn of which topics the user said that the open article is about them (True) or is not (False)."""
        self.why.corrected_topics = dict(said)
        if self._trial is not None:  # else it says already which article is being tried
            self.show_trial(self._trial)

    def show_waiting(self, headline: str) -> None:
        """Say which article is being tried, unless what is shown is of that one already."""
        if self._trial is None or self._trial.document.title != headline:
            self._trial = None
            self.why.show_waiting(headline)

    def go_to_topic(self, topic: str) -> None:
        """Show a topic."""
        self.chooser.go_to(TOPICS, topic)

    def go_to_term(self, term: str) -> None:
        """Show a term that speaks for the topic on show, or who is named by that id."""
        entity = next((one for one in self.lexicon.entities if one.id == term), None)
        if entity is not None:
            tab = next(tab for tab, kinds in KINDS.items() if entity.kind in kinds)
            self.chooser.go_to(tab, entity.id)
            return
        topic = self.terms.topic
        if topic is None or not self._has(topic.id, term):
            found = next((one for one in self.lexicon.topics if self._has(one.id, term)), None)
            if found is None:
                return
            topic = found
        self.chooser.go_to(TOPICS, topic.id)
        self.terms.choose(term)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between the columns, unless the user has dragged them."""
        super().resizeEvent(event)
        if not self._is_arranged_by_user:
            self._arrange()

    def _keep_columns(self) -> None:
        self._is_arranged_by_user = True

    def _arrange(self) -> None:
        """Give the terms what they need first, then the names of the tabs, then the open article."""
        scale, width = self._appearance.theme.text_scale, self.width()
        least, wanted = self.chooser.minimumWidth(), self.chooser.wanted_width
        room = width - round((_TERMS + _WHY) * scale)
        side = min(max(room, least), max(wanted, _CHOOSER))
        why = min(max(width - side - round(_TERMS * scale), self.why.minimumWidth()), _WHY)
        self.columns.setSizes([side, max(1, width - side - why - 2), why])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.theme.colour.paper)
        painter.end()

    def _has(self, topic: str, term: str) -> bool:
        return any(one.term.casefold() == term.casefold() for one in self.lexicon.terms.get(topic, ()))

    def _choose(self, entry: Entry | None) -> None:
        if isinstance(entry, ListedTopic):
            self._middle.setCurrentWidget(self.terms)
            self.terms.show_topic(entry, self.lexicon, self.chooser.words)
        elif isinstance(entry, ListedEntity):
            self._middle.setCurrentWidget(self.entity)
            self.entity.show_entity(entry)
        else:
            self._middle.setCurrentWidget(self.empty)
            if entry is not None:
                where = self.tr("The button below, or Delete, goes back to what is shipped.")
                self.empty.say(edit_sentence(entry, self._names), where, "")
            elif self.chooser.words:
                title = self.tr("Nothing is called that")
                self.empty.say(title, self.tr("No entry of this part has these words."), self.tr("Clear the search"))
            else:
                nothing = self.tr("You have changed nothing: the lexicon is as shipped.")
                self.empty.say(self.tr("Nothing of yours"), nothing, "")
            self._try(None)

    def _new(self, tab: str) -> None:
        if tab == TOPICS:
            self.topic_wanted.emit()
        elif tab == YOURS:
            item = self.chooser.list.currentItem()
            if item is not None:
                self.drop_wanted.emit(item.data(Qt.ItemDataRole.UserRole))
        else:
            self._middle.setCurrentWidget(self.entity)
            self.entity.show_entity(None, KINDS[tab][0])
            self.entity.name.setFocus()

    def _drop_topic(self, topic: ListedTopic) -> None:
        edit = next((one for one in self.lexicon.edits.topics if one.topic == topic.id), None)
        if edit is not None:
            self.drop_wanted.emit(edit)

    def _try(self, draft: TermEdit | EntityEdit | None) -> None:
        self._draft = draft
        if draft is None and self._trial is not None:
            # What is known of the article holds for another topic too; the answer on its way only confirms it.
            self.show_trial(replace(self._trial, after=self._trial.before))
        self.trial_wanted.emit(draft)

    def _correct(self, is_wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self.terms.topic is not None:
            self.corrected.emit(self.terms.topic.id, is_wanted)
