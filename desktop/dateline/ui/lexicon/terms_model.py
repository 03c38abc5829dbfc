"""The terms of one topic as a table: the words, their script, what they are worth, and whose doing that is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from dateline.news.lexicon_edit import TERM_POINTS
from dateline.news.lexicon_listing import ListedTerm
from dateline.text.script import has_han
from dateline.ui.lexicon.words import strength
from dateline.ui.theme import Appearance

_AnyIndex = QModelIndex | QPersistentModelIndex
_DISPLAY, _SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
TERM, SCRIPT, WEIGHT, WHOSE = range(4)
_BLOCK, _GAP = 10, 3


class TermsModel(QAbstractTableModel):
    """Read only; edits come through the bar below the table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.terms: Sequence[ListedTerm] = ()

    def show_terms(self, terms: Sequence[ListedTerm]) -> None:
        """Show other terms."""
        self.beginResetModel()
        self.terms = terms
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex | None = None) -> int:
        """Return how many terms there are."""
        return 0 if parent is not None and parent.isValid() else len(self.terms)

    def columnCount(self, parent: _AnyIndex | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> str | None:
        """Return the columns' names."""
        if orientation is not Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        return (self.tr("Term"), self.tr("Script"), self.tr("Weight"), self.tr("Whose"))[section]

    def data(self, index: _AnyIndex, role: int = _DISPLAY) -> str | None:
        """Return the words of a cell; a screen reader is told the whole row with its first."""
        if not index.isValid() or role not in (_DISPLAY, _SPOKEN):
            return None
        term = self.terms[index.row()]
        if role == _SPOKEN and index.column() == TERM:
            return ", ".join(part for part in (term.term, strength(term.points), self._whose(term)) if part)
        if role == _SPOKEN and index.column() == WHOSE:
            return self._whose(term) or self.tr("as shipped")
        script = self.tr("zh") if has_han(term.term) else self.tr("en")
        return (term.term, script, strength(term.points), self._whose(term))[index.column()]

    def _whose(self, term: ListedTerm) -> str:
        if not term.is_edited:
            return ""
        if term.shipped is None:
            return self.tr("yours")
        return self.tr("yours, shipped as {strength}").format(strength=strength(term.shipped).lower())


class WeightDelegate(QStyledItemDelegate):
    """Paints a weight as one to four blocks with its name beside them."""

    def __init__(self, rows: TermsModel, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self._appearance = appearance

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Paint ground, blocks and name."""
        term = self._rows.terms[index.row()]
        shifted = QStyleOptionViewItem(option)
        self.initStyleOption(shifted, index)
        shifted.text = ""
        widget = shifted.widget
        widget.style().drawControl(widget.style().ControlElement.CE_ItemViewItem, shifted, painter, widget)
        rect = option.rect
        theme = self._appearance.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        on = sum(term.points >= points for points in TERM_POINTS.values())
        x = rect.x() + 7.0
        for number in range(len(TERM_POINTS)):
            painter.setBrush(theme.colour.text_secondary if number < on else theme.colour.line_strong)
            painter.drawRoundedRect(QRectF(x, rect.center().y() - 3, _BLOCK, 7), 2, 2)
            x += _BLOCK + _GAP
        painter.setPen(theme.colour.text if on else theme.colour.danger)
        painter.setFont(theme.font("sidebar"))
        room = QRectF(x + 6, rect.y(), rect.right() - x - 6, rect.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, strength(term.points))
        painter.restore()
