"""What is known of one quote, beside it: who, how it is told, how sure; and what can be done with it.

It floats inside the window over the page, never over its own quote, and takes no focus when it opens by pointing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dateline.news.article import Article
from dateline.news.finding import Quote
from dateline.ui.buttons import Button
from dateline.ui.marks import paint_hairline, paint_quote_bar
from dateline.ui.reader import wording
from dateline.ui.reader.header import set_label
from dateline.ui.reader.speakers import EntityNames, other_name
from dateline.ui.theme import Appearance, radius, size

_ARROW = 9
_SHADOW = 12
_FOOT = 41
_PAD = 14


class QuotePopover(QWidget):
    """The card of one quote."""

    copy_chosen = Signal()
    #: The pointer came in or went out: what opened by pointing stays open under it.
    entered = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._quote: Quote | None = None
        self._slot: int | None = None
        self._arrow_x = 0.0
        self._is_below = True
        self.setAccessibleName(self.tr("Quote"))
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._speaker = QLabel(self)
        self._speaker.setTextFormat(Qt.TextFormat.PlainText)
        self._other = QLabel(self)
        self._other.setTextFormat(Qt.TextFormat.PlainText)
        self._how = QLabel(self)
        self._how.setTextFormat(Qt.TextFormat.PlainText)
        self._copy = Button(appearance, self.tr("Copy"), self, icon="copy", kind="quiet")
        self._copy.setAccessibleName(self.tr("Copy with citation"))
        self._copy.setToolTip(self.tr("Copy with citation (Y)"))
        self._copy.clicked.connect(self.copy_chosen)
        self._key = _Key(appearance, "Y", self)
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
        foot.setContentsMargins(4, 0, _PAD, 0)
        foot.setSpacing(0)
        foot.addWidget(self._copy)
        foot.addWidget(self._key)
        foot.addStretch()
        rows = QVBoxLayout(self)
        rows.setSpacing(0)
        rows.addLayout(body)
        holder = QWidget(self)
        holder.setFixedHeight(_FOOT)
        holder.setLayout(foot)
        rows.addWidget(holder)
        self._rows = rows
        self._restyle()
        appearance.changed.connect(self._restyle)
        self.hide()

    def show_quote(self, quote: Quote, article: Article, slot: int | None, names: EntityNames) -> None:
        """Take the words for a quote; `place_at` then shows it."""
        self._quote, self._slot = quote, slot
        self._speaker.setText(wording.speaker_line(quote, names))
        other = other_name(quote.speaker, names)
        self._other.setText(other)
        self._other.setVisible(bool(other))
        self._how.setText(wording.quote_sentence(quote, article.text))
        self.setAccessibleDescription(" ".join((self._speaker.text(), other, self._how.text())))

    def place_at(self, lines: Sequence[QRect], bounds: QRect) -> None:
        """Show it under the last of the quote's lines, else above the first; all in the parent's coordinates."""
        width = min(size("popover"), bounds.width() - 8) + 2 * _SHADOW
        self._rows.setContentsMargins(_SHADOW, _SHADOW + _ARROW, _SHADOW, _SHADOW)
        height = (
            self._rows.totalHeightForWidth(width)
            if self._rows.hasHeightForWidth()
            else self._rows.minimumSize().height()
        )
        last, first = lines[-1], lines[0]
        self._is_below = last.bottom() + height - _SHADOW <= bounds.bottom()
        if not self._is_below and first.top() - height + _SHADOW < bounds.top():
            self._is_below = bounds.bottom() - last.bottom() >= first.top() - bounds.top()
        line = last if self._is_below else first
        if not self._is_below:
            self._rows.setContentsMargins(_SHADOW, _SHADOW, _SHADOW, _SHADOW + _ARROW)
        middle = line.center().x()
        x = max(bounds.left() + 4 - _SHADOW, min(middle - width // 2, bounds.right() - 4 + _SHADOW - width))
        y = line.bottom() + 1 - _SHADOW if self._is_below else line.top() - height + _SHADOW
        self._arrow_x = float(min(max(middle - x, _SHADOW + 20), width - _SHADOW - 20))
        self.setGeometry(x, y, width, height)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint shadow, card with its arrow, the speaker's bar and the line above the actions."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self._card()
        corner = radius("popover")
        shade = theme.colour.text if not theme.is_dark else theme.colour.window
        for step in range(4):
            colour = type(shade)(shade)
            colour.setAlphaF((0.05 if not theme.is_dark else 0.22) - 0.01 * step)
            spread = 1.5 + 2.4 * step
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(
                card.adjusted(-spread, -spread + 2, spread, spread + 1), corner + spread, corner + spread
            )
        path = QPainterPath()
        path.addRoundedRect(card, corner, corner)
        tip = QPainterPath()
        edge, point = (card.top(), card.top() - _ARROW) if self._is_below else (card.bottom(), card.bottom() + _ARROW)
        tip.moveTo(QPointF(self._arrow_x - _ARROW, edge))
        tip.lineTo(QPointF(self._arrow_x, point))
        tip.lineTo(QPointF(self._arrow_x + _ARROW, edge))
        tip.closeSubpath()
        painter.setPen(QPen(theme.colour.line_strong, 1))
        painter.setBrush(theme.colour.raised)
        painter.drawPath(path.united(tip))
        if self._quote is not None:
            ink = theme.colour.text_tertiary if self._slot is None else theme.speaker(self._slot).ink
            top = self._speaker.mapTo(self, QPoint(0, 0)).y()
            bottom = self._how.mapTo(self, QPoint(0, 0)).y() + self._how.height()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
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

    def _card(self) -> QRectF:
        top = _SHADOW + (_ARROW if self._is_below else 0)
        bottom = _SHADOW + (0 if self._is_below else _ARROW)
        return QRectF(_SHADOW + 0.5, top + 0.5, self.width() - 2 * _SHADOW - 1, self.height() - top - bottom - 1)

    def _restyle(self) -> None:
        theme = self._appearance.theme
        set_label(self._speaker, theme.font("control", weight=600), theme.colour.text.name())
        set_label(self._other, theme.font("control"), theme.colour.text_secondary.name())
        set_label(self._how, theme.font("meta"), theme.colour.text_secondary.name())
        self.update()


class _Key(QWidget):
    """A key's cap."""

    def __init__(self, appearance: Appearance, letter: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._letter = letter
        width = QFontMetricsF(appearance.theme.font("caption")).horizontalAdvance(letter) + 10
        self.setFixedSize(round(width), 18)

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
