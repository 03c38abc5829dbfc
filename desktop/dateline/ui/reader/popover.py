"""What is known of one quote, beside it: who, how it is told, how sure; and what can be done with it.

It floats inside the window over the page, never over its own quote, and takes no focus when it opens by pointing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dateline.news.article import Article
from dateline.news.finding import Quote
from dateline.ui.buttons import Button
from dateline.ui.marks import paint_hairline, paint_quote_bar
from dateline.ui.reader import wording
from dateline.ui.reader.elsewhere import Elsewhere, OtherPlace
from dateline.ui.reader.floating import FloatingCard
from dateline.ui.reader.header import set_label
from dateline.ui.reader.speakers import EntityNames, other_name
from dateline.ui.theme import Appearance

_FOOT = 41
_PAD = 14
#: Beside the actions, whose own paddings are 5: their icons stand under the bar of the speaker.
_FOOT_SIDE = 9


class QuotePopover(FloatingCard):
    """The card of one quote."""

    copy_chosen = Signal()
    list_chosen = Signal()
    speaker_chosen = Signal()
    no_quote_chosen = Signal()
    #: The pointer came in or went out: what opened by pointing stays open under it.
    entered = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self._quote: Quote | None = None
        self._slot: int | None = None
        self.setAccessibleName(self.tr("Quote"))
        self._speaker = QLabel(self)
        self._speaker.setTextFormat(Qt.TextFormat.PlainText)
        self._other = QLabel(self)
        self._other.setTextFormat(Qt.TextFormat.PlainText)
        self._how = QLabel(self)
        self._how.setTextFormat(Qt.TextFormat.PlainText)
        self._how.setWordWrap(True)
        self._copy = Button(appearance, self.tr("Copy"), self, icon="copy", kind="quiet")
        self._copy.setAccessibleName(self.tr("Copy with citation"))
        self._copy.setToolTip(self.tr("Copy with citation (Y)"))
        self._copy.setProperty("tight", True)
        self._copy.clicked.connect(self.copy_chosen)
        self._copy.setProperty("keyed", True)
        _Key(appearance, "Y", self._copy)
        names = QHBoxLayout()
        names.setSpacing(6)
        names.addWidget(self._speaker)
        names.addWidget(self._other)
        names.addStretch()
        body = QVBoxLayout()
        body.setContentsMargins(_PAD + 14, 12, _PAD, 12)
        body.setSpacing(0)
        body.addLayout(names)
        body.addWidget(self._how)
        foot = QHBoxLayout()
        foot.setContentsMargins(_FOOT_SIDE, 0, _FOOT_SIDE, 0)
        foot.setSpacing(0)
        foot.addWidget(self._copy)
        foot.addStretch()
        for icon, text, tip, chosen in (
            ("list-plus", self.tr("Add"), self.tr("Put on a reading list (L)"), self.list_chosen),
            ("user-round-pen", self.tr("Speaker…"), self.tr("Somebody else said it"), self.speaker_chosen),
            ("x", self.tr("Not a quote"), self.tr("These words are no quote"), self.no_quote_chosen),
        ):
            button = Button(appearance, text, self, icon=icon, kind="quiet")
            button.setToolTip(tip)
            button.setProperty("tight", True)
            button.clicked.connect(chosen)
            foot.addWidget(button)
            if chosen is self.list_chosen:
                button.setProperty("keyed", True)
                _Key(appearance, "L", button)
            if chosen is not self.no_quote_chosen:
                foot.addStretch()
        self._rows.addLayout(body)
        self.elsewhere = Elsewhere(appearance, self)
        self._rows.addWidget(self.elsewhere)
        holder = QWidget(self)
        holder.setFixedHeight(_FOOT)
        holder.setLayout(foot)
        self._rows.addWidget(holder)
        self._restyle()
        appearance.changed.connect(self._restyle)

    def show_quote(
        self,
        quote: Quote,
        article: Article,
        slot: int | None,
        names: EntityNames,
        places: Sequence[OtherPlace] = (),
    ) -> None:
        """Take the words for a quote and where else they stand; `place_at` then shows it."""
        self.elsewhere.show_places(places)
        self._quote, self._slot = quote, slot
        self._speaker.setText(wording.speaker_line(quote, names))
        other = other_name(quote.speaker, names)
        self._other.setText(other)
        self._other.setVisible(bool(other))
        self._how.setText(wording.quote_sentence(quote, article.text))
        self.setAccessibleDescription(
            " ".join(filter(None, (self._speaker.text(), other, self._how.text(), self.elsewhere.accessibleName())))
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint shadow, card with its arrow, the speaker's bar and the line above the actions."""
        theme = self._appearance.theme
        painter = QPainter(self)
        card = self.paint_card(painter)
        if self._quote is not None:
            ink = theme.colour.text_tertiary if self._slot is None else theme.speaker(self._slot).ink
            top = self._speaker.mapTo(self, QPoint(0, 0)).y()
            bottom = self._how.mapTo(self, QPoint(0, 0)).y() + self._how.height()
            paint_quote_bar(painter, self._quote.kind, card.left() + _PAD, top + 2, bottom - top - 4, ink)
        foot = card.bottom() - _FOOT
        paint_hairline(painter, card.left() + 1, foot, card.width() - 2, theme.colour.line)
        painter.end()

    def enterEvent(self, event: object) -> None:  # noqa: ARG002
        """Tell that the pointer came in."""
        self.entered.emit()

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002
        """Tell that the pointer went out."""
        self.left.emit()

    def _restyle(self) -> None:
        theme = self._appearance.theme
        set_label(self._speaker, theme.font("control", weight=600), theme.colour.text.name())
        set_label(self._other, theme.font("control"), theme.colour.text_secondary.name())
        set_label(self._how, theme.font("meta"), theme.colour.text_secondary.name())
        self.update()


class _Key(QWidget):
    """A key's cap, at the end of its button."""

    def __init__(self, appearance: Appearance, letter: str, button: Button) -> None:
        super().__init__(button)
        self._appearance = appearance
        self._letter = letter
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(button)
        row.setContentsMargins(0, 0, 3, 0)
        row.addStretch()
        row.addWidget(self)
        self._fit()
        appearance.changed.connect(self._fit)

    def _fit(self) -> None:
        theme = self._appearance.theme
        width = QFontMetricsF(theme.font("caption")).horizontalAdvance(self._letter) + 10
        self.setFixedSize(round(width), round(18 * theme.text_scale))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint cap and letter."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.colour.line_strong)
        painter.setBrush(theme.colour.window)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.colour.text_secondary)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.end()
