"""The field of the filter bar: chips and a line to type in, or the whole filter as text.

What is typed is tried while the typing pauses and becomes chips with Return. A word that cannot be read stays, marked,
with a sentence under it; the rest of the filter holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from dateline.news.question import Condition, Group, TimelineFilter, filter_text, joined, term_text
from dateline.ui.buttons import IconButton
from dateline.ui.filter.chip import Chip
from dateline.ui.filter.line import FilterLine
from dateline.ui.filter.reading import Mistake, read_typed
from dateline.ui.icons import paint_icon
from dateline.ui.terms import chip_words
from dateline.ui.theme import Appearance, radius, size

if TYPE_CHECKING:
    from dateline.ui.filter.completion import Completion
    from dateline.ui.names import Names

_TEXT_FORM_KEY = "filter/is_text"
_TRY_AFTER_MS = 350
_LEFT = 30
_GAP = 6
_LINE_LEAST = 130
_COMPLAINT_WIDTH = 420


class FilterField(QWidget):
    """Shows a filter and lets it be changed."""

    #: Another filter is wanted.
    asked = Signal(object)
    #: Escape or the down arrow: the list is meant.
    left = Signal()

    def __init__(
        self,
        appearance: Appearance,
        names: Names,
        today: Callable[[], date],
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._names = names
        self._today = today
        self._settings = settings
        self._terms: tuple[Condition, ...] = ()
        self._mistakes: tuple[Mistake, ...] = ()
        self._chips: list[Chip] = []
        self._is_text = settings.value(_TEXT_FORM_KEY, "no") == "yes"
        self.setFixedHeight(size("field"))
        self.line = FilterLine(appearance, self)
        self.line.setAccessibleName(self.tr("Filter"))
        self.line.returnPressed.connect(self._take)
        self.line.textEdited.connect(self._typed)
        self.line.left_start.connect(self._leave_to_chips)
        self.line.left.connect(self._leave)
        self.line.left_down.connect(self.left)
        self.line.installEventFilter(self)
        self.form = IconButton(appearance, "text-cursor-input", "", self, is_checkable=True)
        self.form.setFixedSize(24, 24)
        self.form.clicked.connect(self.toggle_form)
        self._more = _More(appearance, self)
        self._more.pressed.connect(self.toggle_form)
        self._complaint = QLabel(self)
        self._complaint.hide()
        self._values: dict[str, Sequence[tuple[str, str]]] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TRY_AFTER_MS)
        self._pause.timeout.connect(self._try)
        appearance.changed.connect(self._restyle)
        self._restyle()
        self._show_terms()

    @cached_property
    def completion(self) -> Completion:
        """What suggests how a word may go on; made when the first letter is typed."""
        from dateline.ui.filter.completion import Completion

        return Completion(self.line, self._appearance, lambda field: self._values.get(field, ()))

    @property
    def filter(self) -> TimelineFilter:
        """The filter that stands in the field, with what is being typed as far as it can be read."""
        if self._is_text:
            return TimelineFilter(read_typed(self.line.text(), self._today())[0])
        return TimelineFilter(self._with_typed())

    @property
    def is_text(self) -> bool:
        """Whether the filter stands as text."""
        return self._is_text

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The chips, those in sight and those that had no room."""
        return tuple(self._chips)

    @property
    def complaint(self) -> str:
        """The sentence about what could not be read, "" where all could."""
        return self._complaint.text()

    def know_values(self, values: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Learn which values the library has for each field, with their names, to suggest them and to name chips."""
        is_news = self._values.get("speaker") != values.get("speaker")
        self._values = dict(values)
        if is_news and self._chips and not self._mistakes and not self.line.text():
            self._show_terms()

    def show_filter(self, question: TimelineFilter) -> None:
        """Show another filter; one that says what stands here already changes nothing."""
        if question == self.filter:
            return
        self._pause.stop()
        self._terms = question.terms
        self._mistakes = ()
        self.line.clear()
        self._show_terms()

    def focus_search(self) -> None:
        """Put the keyboard into the line."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._is_text:
            self.line.end(False)

    def toggle_form(self) -> None:
        """Change between chips and text."""
        kept = () if self._is_text else self._mistakes
        self._take_terms()
        self._is_text = not self._is_text
        self._settings.setValue(_TEXT_FORM_KEY, "yes" if self._is_text else "no")
        self._show_terms()
        # What could not be read stood as chips: as text it is there to be mended.
        unread = " ".join(mistake.text for mistake in (*kept, *self._mistakes))
        if self._is_text and unread:
            self.line.setText(f"{filter_text(TimelineFilter(self._terms))} {unread}".strip())
        self.line.setFocus()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Draw the field's own ring while its line has the keyboard."""
        if watched is self.line and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place everything."""
        self._place()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A press beside the chips means the line."""
        self.line.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field and the magnifying glass."""
        colour = self._appearance.theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_focused = self.line.hasFocus()
        edge: QColor = colour.accent if is_focused else colour.control_border
        thick = 2 if is_focused else 1
        painter.setPen(QPen(edge, thick))
        painter.setBrush(colour.raised)
        inset = thick / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, radius("field") - inset / 2, radius("field") - inset / 2)
        paint_icon(painter, "search", 9, (self.height() - 15) / 2, colour.text_secondary, 15)
        painter.end()

    # What is typed

    def _typed(self) -> None:
        self._complaint.hide()
        self._complaint.setText("")
        self.completion.follow()
        self._pause.start()

    def _with_typed(self) -> tuple[Condition, ...]:
        typed, _ = read_typed(self.line.text(), self._today())
        return joined(self._terms, typed)

    def _try(self) -> None:
        """Ask what can be read so far; half a word is no mistake, and no question while it may still be completed."""
        _, mistakes = read_typed(self.line.text(), self._today())
        if not mistakes and not self.completion.list.isVisible():
            self.asked.emit(self.filter)

    def _take(self) -> None:
        self._take_terms()
        self._show_terms()
        if self._is_text and self._mistakes:
            first = self._mistakes[0]
            self.line.setSelection(first.start, first.end - first.start)
            self.line.underline((first.start, first.end))
            self._complain(first, self.line.x() + round(self.line.x_of(first.start)))
        else:
            self.asked.emit(TimelineFilter(self._terms))

    def _take_terms(self) -> None:
        self._pause.stop()
        typed, self._mistakes = read_typed(self.line.text(), self._today())
        self._terms = typed if self._is_text else joined(self._terms, typed)

    def _leave(self) -> None:
        self._complaint.hide()
        self.left.emit()

    # Chips

    def _show_terms(self) -> None:
        had_focus = any(chip.hasFocus() for chip in self._chips)
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        self._complaint.hide()
        self._complaint.setText("")
        name = self.tr("Show the filter as chips") if self._is_text else self.tr("Show the filter as text")
        self.form.set_name(name)
        self.form.setChecked(self._is_text)
        if self._is_text:
            if not self._mistakes:
                self.line.setText(filter_text(TimelineFilter(self._terms)))
                self.line.underline(None)
        else:
            self.line.clear()
            self.line.underline(None)
            for term in self._terms:
                key, value = chip_words(term, self._names, self._today())
                # A group has no chips of its own, so it must be possible to read it in full.
                tip = term_text(term) if isinstance(term, Group) else ""
                chip = Chip(self._appearance, key, value, self, tip=tip)
                chip.removed.connect(partial(self._remove, term))
                chip.edited.connect(partial(self._edit, term))
                self._add(chip)
            for mistake in self._mistakes:
                chip = Chip(self._appearance, "", mistake.text, self, is_bad=True, tip=mistake.sentence)
                chip.removed.connect(partial(self._forget, mistake))
                chip.edited.connect(partial(self._mend, mistake))
                self._add(chip)
        self._place()
        if self._mistakes and not self._is_text:
            bad = next(chip for chip in self._chips if chip.is_bad)
            self._complain(self._mistakes[0], bad.x())
        if had_focus:
            self.line.setFocus()

    def _add(self, chip: Chip) -> None:
        chip.passed.connect(partial(self._pass, chip))
        self._chips.append(chip)

    def _remove(self, term: Condition) -> None:
        self._terms = tuple(one for one in self._terms if one != term)
        self._show_terms()
        self.asked.emit(self.filter)

    def _edit(self, term: Condition) -> None:
        kept = self.line.text().strip()
        self._terms = tuple(one for one in self._terms if one != term)
        self._show_terms()
        self.line.setText(f"{kept} {term_text(term)}".strip())
        self.line.setFocus()

    def _forget(self, mistake: Mistake) -> None:
        self._mistakes = tuple(one for one in self._mistakes if one is not mistake)
        self._show_terms()
        self.line.setFocus()

    def _mend(self, mistake: Mistake) -> None:
        self._forget(mistake)
        self.line.setText(mistake.text)

    def _pass(self, chip: Chip, by: int) -> None:
        shown = [one for one in self._chips if one.isVisible()]
        number = shown.index(chip) + by
        if number >= len(shown):
            self.line.setFocus()
        elif number >= 0:
            shown[number].setFocus()

    def _leave_to_chips(self, deletes: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self._is_text or not self._chips:
            return
        if not deletes:
            self._chips[-1].setFocus()
        elif not self.line.text():
            self._chips[-1].edited.emit()

    # Places

    def _place(self) -> None:
        right = self.width() - 6 - self.form.width()
        self.form.move(right, (self.height() - self.form.height()) // 2)
        x = _LEFT
        n_hidden = 0
        if self._chips:
            room = right - _LINE_LEAST - _LEFT
            widths = [chip.sizeHint().width() + _GAP for chip in self._chips]
            # The newest chips stay in sight; the first ones wait behind "+2".
            while sum(widths[n_hidden:]) + (36 if n_hidden else 0) > room and n_hidden < len(widths) - 1:
                n_hidden += 1
        self._more.show_number(n_hidden)
        if n_hidden:
            self._more.move(x, (self.height() - self._more.height()) // 2)
            x += self._more.width() + _GAP
        for number, chip in enumerate(self._chips):
            chip.setVisible(number >= n_hidden)
            if number >= n_hidden:
                chip.resize(chip.sizeHint())
                chip.move(x, (self.height() - chip.height()) // 2)
                x += chip.width() + _GAP
        x += 2 if self._chips else 0
        self.line.setGeometry(x, 2, max(20, right - x - 4), self.height() - 4)
        self._hint(right - x)

    def _hint(self, room: int) -> None:
        whole = self.tr("Search, or type topic: outlet: speaker:")
        fits = self.line.fontMetrics().horizontalAdvance(whole) + 12 < room
        self.line.setPlaceholderText(whole if fits else self.tr("Search"))

    def _complain(self, mistake: Mistake, x: int) -> None:
        theme = self._appearance.theme
        label = self._complaint
        label.setParent(self.window())
        label.setText(f"{mistake.sentence} {mistake.hint}".strip())
        label.setFont(theme.font("meta"))
        label.setStyleSheet(
            f"color: {theme.colour.danger.name()}; background: {theme.colour.danger_ground.name()};"
            f"border: 1px solid {theme.colour.danger.name()}; border-radius: 5px; padding: 4px 8px;"
        )
        label.setWordWrap(True)
        # Not fixed: the height of a longer complaint would stay the least that the next one takes.
        width = min(_COMPLAINT_WIDTH, label.fontMetrics().horizontalAdvance(label.text()) + 24)
        label.resize(width, label.heightForWidth(width))
        place = self.mapTo(self.window(), QPoint(x, self.height() + 2))
        label.move(max(4, min(place.x(), self.window().width() - label.width() - 8)), place.y())
        label.show()
        label.raise_()
        self.line.setAccessibleDescription(label.text())

    def _restyle(self) -> None:
        self.line.setFont(self._appearance.theme.font("sidebar"))
        self._place()
        palette = self.line.palette()
        palette.setColor(palette.ColorRole.PlaceholderText, self._appearance.theme.colour.text_tertiary)
        self.line.setPalette(palette)
        self.update()


class _More(QWidget):
    """How many chips had no room."""

    pressed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._n = 0
        self.setFixedSize(30, size("chip"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_number(self, n: int) -> None:
        """Show how many; none hides it."""
        self._n = n
        self.setVisible(n > 0)
        said = self.tr("{n} more conditions; press to see the filter as text").format(n=n)
        self.setToolTip(said)
        self.setAccessibleName(said)
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Ask for the text."""
        self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the number."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setFont(theme.font("chip", weight=500))
        painter.setPen(theme.colour.text_secondary)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, f"+{self._n}")
        painter.end()
