"""What stands over one side of the comparison: which article it is, when it was published, and its headline.

The choice among the story's articles is its own; what a choice leads to is the screen's business.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dateline.news.library_view import StoryMember
from dateline.ui.dates import full_moment
from dateline.ui.icons import drawn_icon
from dateline.ui.marks import paint_hairline, paint_monogram
from dateline.ui.names import Names
from dateline.ui.reader.header import set_label
from dateline.ui.reader.page import Page
from dateline.ui.theme import Appearance

_TOP = 12
_CHOICE_HEIGHT = 26
_MONOGRAM = 18
#: Before the monogram of a choice without a border, as Qt sets it.
_INDENT = 4
#: Beside the words of a choice: monogram, arrow and paddings.
_AROUND = 58
_LEAST_CHOICE = 120


class SideHead(QWidget):
    """Choice and headline over a text, in line with it."""

    def __init__(self, appearance: Appearance, names: Names, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._names = names
        self._page: Page | None = None
        self.choice = QComboBox(self)
        self.choice.setProperty("kind", "bare")
        self.choice.setAccessibleName(name)
        self.choice.setIconSize(QSize(_MONOGRAM, _MONOGRAM))
        self._revision = QLabel(self)
        self._revision.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choice)
        row.addWidget(self._revision)
        row.addStretch()
        self._column = QVBoxLayout(self)
        self._column.addLayout(row)
        self._column.addStretch()
        self.setMinimumWidth(1)  # as narrow as the text below, whatever the choice says
        self.stand_at(0, 0)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_page(self, page: Page, members: Sequence[StoryMember]) -> None:
        """Show an article, and what else can be chosen of its story."""
        self._page = page
        self.choice.clear()
        for member in members:
            at = member.published_at or member.first_seen_at
            when = "" if at is None else f", {full_moment(at)}"
            look = self._names.outlet(member.outlet)
            self.choice.addItem(f"{look.name}{when}", member.article)
            icon = drawn_icon(
                lambda painter, *_, look=look: paint_monogram(
                    painter, self._appearance.theme, QRectF(0, 0, _MONOGRAM, _MONOGRAM), look.letters, look.colour
                ),
                _MONOGRAM,
            )
            self.choice.setItemIcon(self.choice.count() - 1, icon)
        self.choice.setCurrentIndex(self.choice.findData(page.article.id))
        self._revision.setText(self.tr("revision {n}").format(n=len(page.revisions)) if page.revisions else "")
        self._fit_choice()
        self.setAccessibleName(page.title)
        self.update()

    def stand_at(self, left: int, right: int) -> None:
        """Keep so far from both edges, in pixels."""
        self._column.setContentsMargins(left - _INDENT, _TOP, right, 0)
        self._fit_choice()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the choice what room there is."""
        super().resizeEvent(event)
        self._fit_choice()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground, the headline and the line below."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour.paper)
        paint_hairline(painter, 0, self.height() - 1, self.width(), theme.colour.line)
        if self._page is not None:
            font = theme.font("dialog_title", is_chinese=self._page.title_block.is_chinese)
            metrics = QFontMetricsF(font)
            margins = self._column.contentsMargins()
            room = self.width() - margins.left() - _INDENT - margins.right()
            top = _TOP + self.choice.height() + 2
            painter.setFont(font)
            painter.setPen(theme.colour.text)
            middle = top + theme.line("dialog_title") / 2
            baseline = round(middle + (metrics.ascent() - metrics.descent()) / 2)
            title = metrics.elidedText(self._page.title, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(margins.left() + _INDENT, baseline), title)
        painter.end()

    def _fit_choice(self) -> None:
        """Let what is beside the choice follow its words, however long the others are; without room it gives way."""
        words = QFontMetricsF(self.choice.font()).horizontalAdvance(self.choice.currentText())
        wanted = round(words) + _AROUND
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        has_room = wanted + self._revision.sizeHint().width() + 8 <= room
        self._revision.setVisible(has_room and bool(self._revision.text()))
        self.choice.setFixedWidth(min(wanted, max(_LEAST_CHOICE, room)))

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self.choice.setFont(theme.font("control", weight=500))
        self._fit_choice()
        self.choice.setFixedHeight(round(_CHOICE_HEIGHT * max(1.0, theme.text_scale)))
        set_label(self._revision, theme.font("control"), theme.colour.text_secondary.name())
        self.setFixedHeight(_TOP + self.choice.height() + 2 + theme.line("dialog_title") + 14)
        self.update()
