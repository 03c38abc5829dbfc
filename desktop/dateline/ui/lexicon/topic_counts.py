"""The numbers at the end of the Lexicon's list of topics: how many articles of the library have each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dateline.ui.theme import Appearance

#: What an item says of its number of articles; None: it has none to say.
COUNT = int(Qt.ItemDataRole.UserRole) + 1
_RIGHT = 10
#: Icon and paddings beside a name.
_AROUND = 44


class TopicCounts(QStyledItemDelegate):
    """Paints an item as its list does, and its number at the end."""

    def __init__(self, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the item and its number."""
        super().paint(painter, option, index)
        words = _said(index)
        if not words:
            return
        theme = self._appearance.theme
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setFont(theme.font("meta", is_tabular=True))
        painter.setPen(theme.colour.accent_on_soft if is_selected else theme.colour.text_tertiary)
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(option.rect.adjusted(0, 0, -_RIGHT, 0), end, words)
        painter.restore()

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Give the chosen one its weight, and cut a name that would run into its number."""
        super().initStyleOption(option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            option.font.setWeight(QFont.Weight.DemiBold)
        words = _said(index)
        if words:
            number = QFontMetricsF(self._appearance.theme.font("meta", is_tabular=True)).horizontalAdvance(words)
            room = option.rect.width() - number - _RIGHT - _AROUND
            option.text = QFontMetricsF(option.font).elidedText(option.text, Qt.TextElideMode.ElideRight, room)


def _said(index: QModelIndex | QPersistentModelIndex) -> str:
    count = index.data(COUNT)
    return f"{count:,}" if isinstance(count, int) else ""
