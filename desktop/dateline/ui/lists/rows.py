"""The rows of a reading list: grip, number, outlet, headline, note; sorted by dragging or with Alt and the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDropEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dateline.news.article import ArticleId, Completeness
from dateline.news.reading_list import ListItem
from dateline.ui.carrying import links_data
from dateline.ui.dates import local, short_day
from dateline.ui.joined import joined
from dateline.ui.marks import paint_focus_ring, paint_hairline, paint_monogram
from dateline.ui.names import Names
from dateline.ui.note_editor import NoteEditor
from dateline.ui.note_words import plain_words
from dateline.ui.theme import Appearance, Theme, size

_translate = QCoreApplication.translate
_ITEM = Qt.ItemDataRole.UserRole
_SELECT = QItemSelectionModel.SelectionFlag
_LEFT, _RIGHT = 62, 28
_NUMBER = 44
_HEADLINE = 34
#: Steps from line to line of a headline and of a note, at the usual size.
_LINE, _NOTE_LINE = 20, 18


class ListRows(QListWidget):
    """Shows a list's items in their order and tells what is wanted of them."""

    #: The articles in their new order.
    sorted_anew = Signal(object)
    #: The note of an item was written.
    noted = Signal(object, str)  # ArticleId
    #: Items are to leave the list.
    left = Signal(object)

    def __init__(self, appearance: Appearance, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.can_sort = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Delegate(appearance, names, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setAccessibleName(self.tr("Articles of the reading list"))
        self.setUniformItemSizes(True)
        appearance.changed.connect(self.viewport().update)

    def show_items(self, items: Sequence[ListItem], *, can_sort: bool) -> None:
        """Show a list; what is chosen stays chosen."""
        held, chosen, scrolled = self.article(), set(self.chosen()), self.verticalScrollBar().value()
        self.can_sort = can_sort
        mode = QAbstractItemView.DragDropMode.InternalMove if can_sort else QAbstractItemView.DragDropMode.NoDragDrop
        self.setDragDropMode(mode)
        self.clear()
        for number, one in enumerate(items, 1):
            item = QListWidgetItem()
            item.setData(_ITEM, one)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            note = plain_words(one.note)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (str(number), one.card.title, note)))
            )
            self.addItem(item)
            item.setSelected(one.article in chosen)
            if one.article == held:
                self.setCurrentItem(item, _SELECT.NoUpdate)
        self.verticalScrollBar().setValue(scrolled)

    def choose(self, row: int) -> None:
        """Choose one item and no other; -1 for none. Qt's own way would let items stay that were chosen before."""
        self.setCurrentRow(row, _SELECT.ClearAndSelect)

    def chosen(self) -> list[ArticleId]:
        """Return every article that is chosen."""
        return [item.data(_ITEM).article for item in self.selectedItems()]

    def article(self) -> ArticleId | None:
        """Return the chosen article."""
        item = self.currentItem()
        return None if item is None else item.data(_ITEM).article

    def list_item(self) -> ListItem | None:
        """Return the chosen item."""
        item = self.currentItem()
        return None if item is None else item.data(_ITEM)

    def order(self) -> list[ArticleId]:
        """Return the articles as they stand."""
        return [self.item(row).data(_ITEM).article for row in range(self.count())]

    def step(self, by: int) -> None:
        """Choose the next item or the one before."""
        self.choose(min(max(self.currentRow() + by, 0), self.count() - 1))

    def write(self) -> None:
        """Write the chosen item's note in place."""
        if self.currentItem() is not None:
            self.editItem(self.currentItem())

    def copy_links(self) -> None:
        """Put the links of the chosen items on the clipboard, plain and rich."""
        items = [item for row in range(self.count()) if (item := self.item(row)).isSelected()]
        cards = [item.data(_ITEM).card for item in items]
        if cards:
            QGuiApplication.clipboard().setMimeData(links_data([(card.url, card.title) for card in cards]))

    def move_by(self, by: int) -> None:
        """Move the chosen item up or down."""
        row = self.currentRow()
        to = row + by
        if self.can_sort and row >= 0 and 0 <= to < self.count():
            item = self.takeItem(row)
            self.insertItem(to, item)
            self.choose(to)
            self.sorted_anew.emit(self.order())

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell the new order."""
        before = self.order()
        super().dropEvent(event)
        if self.order() != before:
            self.sorted_anew.emit(self.order())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and arrows move an item, Delete takes it out, Return writes its note, Copy takes the links along."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_by(step)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_links()
        elif event.key() == Qt.Key.Key_Delete:
            if chosen := self.chosen():
                self.left.emit(chosen)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.write()
        elif event.text().isprintable() and event.text():
            event.ignore()  # letters belong to the window
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    """Paints one item, and puts the field for its note where the note stands."""

    def __init__(self, appearance: Appearance, names: Names, rows: ListRows) -> None:
        super().__init__(rows)
        self._appearance = appearance
        self._names = names
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:  # noqa: ARG002
        """All rows are of one height."""
        return QSize(200, round(size("list_item") * self._appearance.theme.text_scale))

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return the field for a note."""
        editor = NoteEditor(self._appearance, parent)
        one: ListItem = index.data(_ITEM)
        editor.take(one.note)
        editor.finished.connect(lambda: self.closeEditor.emit(editor))
        editor.left.connect(lambda: self._keep(editor, one))
        editor.finished.connect(lambda: self._keep(editor, one))
        return editor

    def setEditorData(self, editor: QWidget, index: object) -> None:
        """The field has its text already."""

    def setModelData(self, editor: QWidget, model: object, index: object) -> None:
        """The note is told by signal, not kept in the row."""

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Put the field over the note."""
        rect: QRect = option.rect
        width = rect.width() - _LEFT - _RIGHT
        headline = _lines(index.data(_ITEM).card.title, self._appearance.theme.font("card_headline"), width, 2)
        scale = self._scale
        top = rect.top() + round(_HEADLINE * scale + _LINE * scale * len(headline)) + 2
        editor.setGeometry(rect.left() + _LEFT - 2, top, width, editor.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one item."""
        theme = self._appearance.theme
        colour = theme.colour
        rect: QRect = option.rect
        one: ListItem = index.data(_ITEM)
        state = option.state
        painter.save()
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour.selection if is_selected else colour.hover)
        if is_selected:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), colour.accent)
        x, y, width = rect.left() + _LEFT, rect.top(), rect.width() - _LEFT - _RIGHT
        scale = self._scale
        baseline = y + 26 * scale
        if self._rows.can_sort:
            for dx in (0, 5):
                for dy in (0, 5, 10):
                    painter.fillRect(QRectF(rect.left() + 16 + dx, baseline - 9 + dy, 2, 2), colour.text_tertiary)
        meta = theme.font("meta")
        metrics = QFontMetricsF(meta)
        painter.setFont(theme.font("control", is_tabular=True))
        painter.setPen(colour.text_tertiary)
        number = str(index.row() + 1)
        painter.drawText(QPointF(rect.left() + _NUMBER - metrics.horizontalAdvance(number) / 2, baseline), number)
        look = self._names.outlet(one.card.outlet)
        paint_monogram(painter, theme, QRectF(x, baseline - 13, 17, 17), look.letters, look.colour)
        painter.setFont(meta)
        painter.setPen(colour.text_secondary)
        facts = f"{look.name}   {_facts(one)}"
        newer = _translate("lists", "newer version") if one.has_newer_version else ""
        room = width - 24 - (metrics.horizontalAdvance(newer) + 12 if newer else 0)
        painter.drawText(QPointF(x + 24, baseline), metrics.elidedText(facts, Qt.TextElideMode.ElideRight, room))
        if newer:
            painter.setPen(colour.warn)
            painter.drawText(QPointF(x + width - metrics.horizontalAdvance(newer), baseline), newer)
        painter.setPen(colour.text)
        lines = _lines(one.card.title, theme.font("card_headline"), width, 2)
        top = y + _HEADLINE * scale
        for line in lines:
            painter.setFont(theme.font("card_headline"))
            painter.drawText(QRectF(x, top, width, (_LINE + 2) * scale), Qt.AlignmentFlag.AlignVCenter, line)
            top += _LINE * scale
        self._note(painter, theme, one, QRectF(x, top + 6, width, rect.bottom() - top - 10))
        paint_hairline(painter, rect.left(), rect.bottom(), rect.width(), colour.line)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, theme, QRectF(rect))
        painter.restore()

    @property
    def _scale(self) -> float:
        """How much room lines take: never less than at the usual size."""
        return max(1.0, self._appearance.theme.text_scale)

    def _note(self, painter: QPainter, theme: Theme, one: ListItem, box: QRectF) -> None:
        font = theme.font("snippet")
        step = _NOTE_LINE * self._scale
        painter.setFont(font)
        if not one.note:
            painter.setPen(theme.colour.text_tertiary)
            painter.drawText(QRectF(box.left(), box.top(), box.width(), step), _translate("lists", "Add a note"))
            return
        lines = _lines(plain_words(one.note), font, box.width() - 12, max(1, int(box.height() // step)))
        painter.fillRect(QRectF(box.left(), box.top(), 2, step * len(lines)), theme.colour.highlight_line)
        painter.setPen(theme.colour.text_secondary)
        for number, line in enumerate(lines):
            place = QRectF(box.left() + 10, box.top() + step * number, box.width() - 10, step)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)

    def _keep(self, editor: NoteEditor, one: ListItem) -> None:
        text = editor.toPlainText().strip()
        if text != one.note:
            self._rows.noted.emit(one.article, text)


def _facts(one: ListItem) -> str:
    card = one.card
    at = local(card.published_at or card.first_seen_at).date()
    # The year is always told: a list is read long after it was made.
    facts = [short_day(at, date(1, 1, 1))]
    if card.completeness is Completeness.TEASER:
        facts.append(_translate("lists", "teaser only"))
    elif one.revision is not None:
        facts.append(_translate("lists", "revision {n}").format(n=one.revision))
    return joined(facts)


def _lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Return up to `most` lines of a text, the last cut with an ellipsis where there is more."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        if len(lines) == most - 1:
            rest = text[start:]
            lines.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(text[start : start + line.textLength()].strip())
    layout.endLayout()
    return lines
