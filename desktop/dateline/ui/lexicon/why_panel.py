"""Why the open article has its topics: the words that speak for them, and what an edit would change, before it is kept.

It shows a trial that was made elsewhere; nothing is analysed here.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dateline.news.finding import Document, Evidence, Field, TopicHit
from dateline.news.lexicon_listing import Trial
from dateline.text.script import has_han
from dateline.text.span import Span
from dateline.ui.buttons import Button
from dateline.ui.inspector.line import PAD, Line
from dateline.ui.inspector.lines import LinesView
from dateline.ui.marks import paint_vertical_hairline
from dateline.ui.names import Names
from dateline.ui.reader.header import set_label
from dateline.ui.theme import Appearance

_SIDE = 16
_AROUND = 40


class WhyPanel(QWidget):
    """The right column of the Lexicon screen."""

    #: A piece of evidence was chosen: its term.
    term_chosen = Signal(str)
    #: The chosen topic is right for the open article, or not.
    corrected = Signal(bool)
    corrections_wanted = Signal()

    def __init__(self, appearance: Appearance, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._names = names
        self._topic = ""
        #: Of each topic that the user corrected in the open article, whether it belongs there.
        self.corrected_topics: dict[str, bool] = {}
        self.title = QLabel(self.tr("Why this topic?"), self)
        self.headline = QLabel(self)
        self.verdict = QLabel(self)
        self.changes = QLabel(self)
        for label in (self.headline, self.verdict, self.changes):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.evidence = LinesView(appearance, self.tr("Words that speak for the topic"), self)
        self.right = Button(appearance, self.tr("Right"), self, icon="check")
        self.wrong = Button(appearance, self.tr("Not this topic"), self, icon="x")
        self.corrections = Button(appearance, self.tr("Your corrections…"), self, kind="quiet")
        self.hint = QLabel(
            self.tr("A correction holds for this article for good; two of a kind lower the terms that misled."), self
        )
        self.hint.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.right)
        buttons.addWidget(self.wrong)
        buttons.addStretch(1)
        self.corrections.setProperty("tight", True)
        above, below, last = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        above.setContentsMargins(_SIDE, 0, _SIDE, 0)
        below.setContentsMargins(_SIDE, 0, _SIDE, 0)
        last.setContentsMargins(_SIDE - 6, 0, _SIDE, 0)  # the words stand under the others, not the button
        for widget in (self.title, self.headline, self.verdict, self.changes):
            above.addWidget(widget)
        below.addLayout(buttons)
        below.addWidget(self.hint)
        last.addWidget(self.corrections)
        last.addStretch(1)
        evidence = QVBoxLayout()
        evidence.setContentsMargins(_SIDE - PAD, 0, _SIDE - PAD, 0)
        evidence.addWidget(self.evidence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 12)
        column.addLayout(above)
        column.addLayout(evidence, 1)
        column.addLayout(below)
        column.addLayout(last)
        for layout in (column, above, below):
            layout.setSpacing(9)
        self.evidence.chosen.connect(lambda term: self.term_chosen.emit(term))
        self.right.clicked.connect(lambda: self.corrected.emit(True))
        self.wrong.clicked.connect(lambda: self.corrected.emit(False))
        self.corrections.clicked.connect(self.corrections_wanted)
        self.setMinimumWidth(240)
        self._restyle()
        appearance.changed.connect(self._restyle)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that no article is open."""
        self.headline.setText(self.tr("No article is open."))
        self.verdict.setText(self.tr("Open one in the reader and come back: its words are tried here."))
        self.changes.hide()
        self.evidence.show_lines([])
        for widget in (self.right, self.wrong, self.hint):
            widget.setVisible(False)

    def show_waiting(self, headline: str) -> None:
        """Say which article is being tried."""
        self.headline.setText(headline)
        self.verdict.setText(self.tr("Reading this article…"))

    def show_trial(self, trial: Trial, topic: str, name: str, *, is_draft: bool) -> None:
        """Show what speaks for a topic ("" for none chosen) in the document, and what the draft makes different."""
        self._topic = topic
        self.headline.setText(trial.document.title)
        before, after = ({hit.id: hit for hit in hits} for hits in (trial.before, trial.after))
        hit = after.get(topic) or before.get(topic)
        if topic:
            self.verdict.setText(self._verdict(name, before.get(topic), after.get(topic), is_draft=is_draft))
        else:
            names = ", ".join(self._names.topic(one) for one in after) or self.tr("no topic")
            self.verdict.setText(self.tr("Filed under: {topics}").format(topics=names))
        self.changes.setText(self._changes(before, after))
        self.changes.setVisible(is_draft)
        hits = [hit] if hit is not None else [] if topic else list(trial.after)
        proofs: dict[Evidence, str] = {}
        for one in hits:
            for proof in one.evidence:
                proofs.setdefault(proof, one.id)
        self.evidence.show_lines([self._line(trial.document, proof, its) for proof, its in proofs.items()])
        for widget in (self.right, self.wrong, self.hint):
            widget.setVisible(bool(topic))
        said = self.corrected_topics.get(topic)
        self.right.setEnabled(said is not True)
        self.wrong.setEnabled(said is not False and (hit is not None or said is True))

    def lines(self) -> list[str]:
        """Return the evidence on show, as it is said."""
        return [line.speech for line in self.evidence.lines]

    def sizeHint(self) -> QSize:
        """As wide as in the design."""
        return QSize(320, 600)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground and the line that parts it from the terms."""
        painter = QPainter(self)
        colour = self._appearance.theme.colour
        painter.fillRect(self.rect(), colour.window)
        paint_vertical_hairline(painter, 0, 0, self.height(), colour.line)
        painter.end()

    def _verdict(self, name: str, before: TopicHit | None, after: TopicHit | None, *, is_draft: bool) -> str:
        def said(hit: TopicHit | None) -> str:
            if hit is None:
                return self.tr("not filed")
            return self.tr("{share} % sure").format(share=round(hit.score * 100))

        if is_draft:
            return self.tr("{topic}: {before} → {after}").format(topic=name, before=said(before), after=said(after))
        is_right = self.corrected_topics.get(self._topic)
        if is_right is not None:
            words = (
                self.tr("Filed under {topic}: you said so.") if is_right else self.tr("Not about {topic}: you said so.")
            )
            return words.format(topic=name)
        if after is None:
            return self.tr("This article is not filed under {topic}.").format(topic=name)
        return self.tr("Filed under {topic}, {sure}, by these words:").format(topic=name, sure=said(after))

    def _changes(self, before: dict[str, TopicHit], after: dict[str, TopicHit]) -> str:
        come = [self._names.topic(one) for one in after if one not in before]
        gone = [self._names.topic(one) for one in before if one not in after]
        parts = []
        if come:
            parts.append(self.tr("Would gain {topics}.").format(topics=", ".join(come)))
        if gone:
            parts.append(self.tr("Would lose {topics}.").format(topics=", ".join(gone)))
        return " ".join(parts) or self.tr("Would be filed as it is.")

    def _line(self, document: Document, proof: Evidence, topic: str) -> Line:
        content = document.title if proof.field is Field.TITLE else document.text
        start, end = proof.span
        words = content[start:end]
        before = content[max(0, start - _AROUND) : start].rpartition("\n")[2]
        after = content[end : end + _AROUND].partition("\n")[0]
        where = (
            self.tr("headline")
            if proof.field is Field.TITLE
            else self.tr("paragraph {n}").format(n=content.count("\n", 0, start) + 1)
        )
        is_cut = start > _AROUND and len(before) >= _AROUND
        is_cut_after = len(content) > end + _AROUND and len(after) >= _AROUND
        if is_cut and not has_han(before):  # no part of a word is left
            before = before.partition(" ")[2]
        if is_cut_after and not has_han(after):
            after = after.rpartition(" ")[0]
        lead = "…" if is_cut else ""
        tail = "…" if is_cut_after else ""
        at = len(lead) + len(before)
        return Line(
            words,
            where,
            words=f"{lead}{before}{words}{after}{tail}",
            is_chinese=has_han(words),
            marked=Span(at, at + len(words)),
            topic=topic,
            target=proof.term,
        )

    def _restyle(self) -> None:
        theme = self._appearance.theme
        set_label(self.title, theme.font("control", weight=600), theme.colour.text.name())
        set_label(self.headline, theme.font("card_headline"), theme.colour.text.name())
        set_label(self.verdict, theme.font("control"), theme.colour.text.name())
        set_label(self.changes, theme.font("control", weight=600), theme.colour.accent.name())
        set_label(self.hint, theme.font("meta"), theme.colour.text_secondary.name())
