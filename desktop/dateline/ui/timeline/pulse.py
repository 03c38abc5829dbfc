"""The pulse: how many articles a day, stacked by outlet, over the list. Dragging picks dates, double-click clears them.

It always says of how many articles it speaks and how many are in full text. It paints what it is given and asks nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from dateline.ui.counted import counted
from dateline.ui.dates import day_name, day_rest, n_articles, short_day
from dateline.ui.joined import joined
from dateline.ui.marks import paint_focus_ring, paint_hairline
from dateline.ui.spoken_roles import tell_roles
from dateline.ui.theme import Appearance, size
from dateline.ui.timeline.pulse_columns import GAP, Column, Columns, Pulse, Unit, make_columns
from dateline.ui.timeline.word_menu import WordMenu

if TYPE_CHECKING:
    from dateline.news.library_view import Count
    from dateline.ui.names import Names

_LEFT = 16.0
_TOP = 26.0
_BARS = 37.0
#: The lines of text over the bars and under them.
_SUMMARY, _DAYS = 18, 15
_PART_GAP = 0.6
_FADED = 0.42
_DAY = timedelta(days=1)


class PulseStrip(QWidget):
    """Shows counts by day and lets days be picked."""

    #: The first day and the one after the last were picked, or None, None.
    picked = Signal(object, object)
    #: Columns by another key are wanted: "outlet" or "topic".
    by_chosen = Signal(str)

    def __init__(
        self, appearance: Appearance, names: Names, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._names = names
        self._today = today
        self._pulse = Pulse()
        self._columns = Columns(Unit.DAY, (), ())
        self._count: Count | None = None
        self._total = 0
        self._n_copies = 0
        self._low: date | None = None
        self._high: date | None = None
        self._drag: tuple[int, int] | None = None
        self.by = "outlet"
        self._by_menu = WordMenu(appearance, self.tr("What the columns show"), "chip", self)
        self._by_menu.chosen.connect(self.by_chosen)
        tell_roles()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._fit()
        appearance.changed.connect(self._fit)

    def show_pulse(self, pulse: Pulse, by: str) -> None:
        """Show the counts of a filter without its dates, by "outlet" or "topic"."""
        self._pulse = pulse
        self.by = by
        self._arrange()

    def show_count(self, count: Count | None) -> None:
        """Show how many articles the whole filter lets through."""
        self._count = count
        self._offer()
        self._speak()
        self.update()

    def show_copies(self, n: int) -> None:
        """Show how many of the filter's articles have the text of an earlier one."""
        self._n_copies = n
        self._speak()
        self.update()

    def show_total(self, n: int) -> None:
        """Learn how many articles there are in all: what none of them is said of."""
        self._total = n
        self._speak()
        self.update()

    def show_chosen(self, low: date | None, high: date | None) -> None:
        """Show which days are chosen: from `low`, before `high`."""
        self._low, self._high = low, high
        self._speak()
        self.update()

    def n_of_day(self, day: date) -> int | None:
        """Return how many articles a day has, None while that is not known."""
        return self._pulse.n_of(day)

    def _fit(self) -> None:
        """Grow by what the line above the bars and the days below them take at the user's text size."""
        more = self._appearance.theme.text_scale - 1
        self._down = round(_SUMMARY * more)
        self.setFixedHeight(size("pulse") + self._down + round(_DAYS * more))
        self._offer()
        self.update()

    def _arrange(self) -> None:
        self._columns = make_columns(self._pulse, self._today(), max(40.0, self.width() - 2 * _LEFT))
        self._offer()
        self._speak()
        self.update()

    def _offer(self) -> None:
        """Say what a column is, and offer to make it of something else."""
        unit = {
            Unit.DAY: self.tr("a day"),
            Unit.WEEK: self.tr("a week"),
            Unit.MONTH: self.tr("a month"),
            Unit.QUARTER: self.tr("a quarter"),
            Unit.YEAR: self.tr("a year"),
        }[self._columns.unit]
        words = {"outlet": self.tr("by outlet"), "topic": self.tr("by topic")}
        said = self.tr("{unit}, {by}").format(unit=unit, by=words[self.by])
        self._by_menu.offer({"outlet": self.tr("By outlet"), "topic": self.tr("By topic")}, self.by, said)
        theme = self._appearance.theme
        summary = QFontMetricsF(theme.font("chip", weight=600)).horizontalAdvance("".join(self._summary()))
        self._by_menu.place(self.width() - _LEFT, 16 + self._down / 2, self.width() - 2 * _LEFT - summary - 12)

    def _speak(self) -> None:
        self.setAccessibleName(self.tr("Articles over time"))
        busiest = max(self._columns.columns, key=lambda column: column.n, default=None)
        said = [self._summary()[0] + self._summary()[1]]
        if busiest is not None and busiest.n:
            said.append(
                self.tr("busiest: {day}, {n}").format(
                    day=short_day(busiest.first, self._today()), n=n_articles(busiest.n)
                )
            )
            first, last = self._columns.columns[0].first, self._columns.columns[-1].end - _DAY
            said.append(f"{short_day(first, self._today())} – {short_day(last, self._today())}")
        self.setAccessibleDescription(joined(said))

    def _summary(self) -> tuple[str, str]:
        if self._count is None:
            return "", ""
        if not self._count.n and self._total:
            return n_articles(0), self.tr(" of {n} match").format(n=f"{self._total:,}")
        words = self.tr(", {n} in full text").format(n=f"{self._count.n_full:,}")
        if self._n_copies:
            words += self.tr(", {n} of them copies").format(n=f"{self._n_copies:,}")
        return n_articles(self._count.n), words

    # Geometry

    @property
    def _top(self) -> float:
        return _TOP + self._down

    @property
    def _base(self) -> float:
        return self._top + _BARS

    def _pitch(self) -> float:
        return (self.width() - 2 * _LEFT) / max(1, len(self._columns.columns))

    def _column_at(self, x: float) -> int:
        n = len(self._columns.columns)
        return min(n - 1, max(0, int((x - _LEFT) / self._pitch()))) if n else -1

    def _chosen_columns(self) -> tuple[int, int] | None:
        """Return the first chosen column and the one after the last; None when all days are chosen."""
        if self._drag is not None:
            low, high = sorted(self._drag)
            return low, high + 1
        columns = self._columns.columns
        if (self._low is None and self._high is None) or not columns:
            return None
        inside = [
            number
            for number, column in enumerate(columns)
            if (self._low is None or column.end > self._low) and (self._high is None or column.first < self._high)
        ]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    # Qt

    def resizeEvent(self, _event: object) -> None:
        """Make columns for the new width."""
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to pick."""
        if (
            event.button() == Qt.MouseButton.LeftButton
            and self._columns.columns
            and event.position().y() >= self._top - 4
        ):
            column = self._column_at(event.position().x())
            self._drag = (column, column)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pick up to here."""
        if self._drag is not None:
            self._drag = (self._drag[0], self._column_at(event.position().x()))
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Take what was picked."""
        if self._drag is None:
            return
        low, high = sorted(self._drag)
        self._drag = None
        self._pick(low, high)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Choose all days again."""
        self._drag = None
        self.picked.emit(None, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen days with the arrow keys; with Shift widen them, with Escape choose all."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and (self._low or self._high):
            self.picked.emit(None, None)
        elif step is not None and self._columns.columns:
            n = len(self._columns.columns)
            low, high = self._chosen_columns() or (n - 1, n)
            high -= 1
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                low, high = (low - 1, high) if step < 0 else (low, high + 1)
            else:
                low, high = low + step, high + step
            if low >= 0 and high < n:
                self._pick(low, high)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say what a column holds."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._column_at(event.pos().x()) if self._top - 4 <= event.pos().y() <= self._base else -1
            if number >= 0:
                QToolTip.showText(event.globalPos(), self._tip(self._columns.columns[number]), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw text, bars, days and what is chosen."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour.list)
        paint_hairline(painter, 0, self.height() - 1, self.width(), theme.colour.line)
        self._paint_summary(painter)
        chosen = self._chosen_columns()
        pitch = self._pitch()
        if chosen is not None:
            ground = QColor(theme.colour.accent)
            ground.setAlphaF(0.08)
            painter.fillRect(self._chosen_rect(chosen), ground)
        paint_hairline(painter, _LEFT, self._base, self.width() - 2 * _LEFT, theme.colour.line_strong)
        highest = max(self._columns.highest, 4)
        unit = _BARS / highest
        for number, column in enumerate(self._columns.columns):
            painter.setOpacity(1.0 if chosen is None or chosen[0] <= number < chosen[1] else _FADED)
            y = self._base
            x = _LEFT + number * pitch
            w = max(1.0, min(pitch - GAP, 2 * pitch))
            # An article of two topics is a part of both: its column is as high as its articles are many all the same.
            part = unit * column.n / max(1, sum(n for _, n in column.parts))
            for key, n in column.parts:
                y -= n * part
                painter.fillRect(QRectF(x, y, w, max(1.0, n * part - _PART_GAP)), self._colour(key))
        painter.setOpacity(1.0)
        if chosen is not None:
            self._paint_grips(painter, self._chosen_rect(chosen))
        self._paint_days(painter, chosen)
        if self.hasFocus():
            paint_focus_ring(painter, theme, QRectF(self.rect()).adjusted(0, 0, 0, -1))
        painter.end()

    def _colour(self, key: str) -> QColor:
        theme = self._appearance.theme
        if not key:
            return theme.outlet_colour(None)
        return theme.topic_colour(key) if self.by == "topic" else theme.outlet_colour(self._names.outlet(key).colour)

    def _chosen_rect(self, chosen: tuple[int, int]) -> QRectF:
        pitch = self._pitch()
        return QRectF(
            _LEFT + chosen[0] * pitch - 1, self._top - 3, max(2.0, (chosen[1] - chosen[0]) * pitch), _BARS + 4
        )

    def _paint_summary(self, painter: QPainter) -> None:
        theme = self._appearance.theme
        bold, plain = theme.font("chip", weight=600), theme.font("chip")
        metrics = QFontMetricsF(bold)
        head, rest = self._summary()
        baseline = 20 + round(0.75 * self._down)
        painter.setFont(bold)
        painter.setPen(theme.colour.text)
        painter.drawText(QPointF(_LEFT, baseline), head)
        painter.setFont(plain)
        painter.setPen(theme.colour.text_secondary)
        painter.drawText(QPointF(_LEFT + metrics.horizontalAdvance(head), baseline), rest)

    def _paint_grips(self, painter: QPainter, rect: QRectF) -> None:
        accent = self._appearance.theme.colour.accent
        painter.setPen(QPen(accent, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        for x in (rect.left(), rect.right()):
            painter.drawRoundedRect(QRectF(x - 2, rect.center().y() - 8.5, 4, 17), 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_days(self, painter: QPainter, chosen: tuple[int, int] | None) -> None:
        columns = self._columns.columns
        if not columns:
            return
        theme = self._appearance.theme
        font = theme.font("caption")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.colour.text_tertiary)
        today = self._today()
        taken: list[tuple[float, float]] = []
        wanted = [0, len(columns) - 1]
        if chosen is not None and chosen[1] > chosen[0]:
            wanted += [chosen[0], chosen[1] - 1]
        wanted += [number for number, column in enumerate(columns) if column.first.day == 1]
        wanted += [number for number, column in enumerate(columns) if column.first.day == 15]
        for number in wanted:
            column = columns[number]
            day = column.end - _DAY if number == len(columns) - 1 and number else column.first
            text = short_day(min(day, max(today, column.first)), today)
            w = metrics.horizontalAdvance(text)
            x = _LEFT + number * self._pitch()
            x = min(x, self.width() - _LEFT - w)
            if all(x > right + 8 or x + w < left - 8 for left, right in taken):
                painter.drawText(QPointF(x, self.height() - 8), text)
                taken.append((x, x + w))

    # Words

    def _pick(self, low: int, high: int) -> None:
        columns = self._columns.columns
        end = columns[high].end
        # Up to today is up to whatever comes: no upper bound.
        self.picked.emit(columns[low].first, None if high == len(columns) - 1 else end)

    def _name(self, key: str) -> str:
        if self.by == "topic":
            return self._names.topic(key) if key else self.tr("other topics or none")
        return self._names.outlet(key).name if key else self.tr("other outlets")

    def _tip(self, column: Column) -> str:
        today = self._today()
        if self._columns.unit is Unit.DAY:
            head = day_name(column.first, today) + day_rest(column.first, today)
        else:
            head = f"{short_day(column.first, today)} – {short_day(column.end - _DAY, today)}"
        lines = [f"{head}: {n_articles(column.n)}"]
        lines += [f"{self._name(key)} {n:,}" for key, n in column.parts]
        lines.append(counted(column.n_full, self.tr("{n} in full text"), self.tr("{n} in full text")))
        return "\n".join(lines)
