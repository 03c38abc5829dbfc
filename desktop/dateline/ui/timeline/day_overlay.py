"""The days between cards: a pill on the hairline where one day ends, over the list and out of the pointer's way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dateline.ui.dates import day_name, day_rest, n_articles
from dateline.ui.joined import joined
from dateline.ui.timeline.card_layout import Density

if TYPE_CHECKING:
    from dateline.ui.theme import Appearance
    from dateline.ui.timeline.view import TimelineView

PILL_HEIGHT = 19
PILL_LEFT = 20


class DayOverlay(QWidget):
    """Paints the pills of the days in sight; `n_of_day` says how many articles a day has, None when not known."""

    def __init__(
        self,
        view: TimelineView,
        appearance: Appearance,
        today: Callable[[], date],
        n_of_day: Callable[[date], int | None],
    ) -> None:
        # A child of the table, not of its viewport: a viewport that scrolls would carry it along.
        super().__init__(view)
        self._view = view
        self._appearance = appearance
        self._today = today
        self._n_of_day = n_of_day
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.viewport().installEventFilter(self)
        view.moved.connect(self.update)
        appearance.changed.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the viewport exactly."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show}:
            self.setGeometry(self._view.viewport().geometry())
            self.raise_()
        return super().eventFilter(watched, event)

    def boundaries(self) -> list[tuple[int, date]]:
        """Return where a new day begins in sight, as (y, day), without the first row of all."""
        seen = self._view.visible_rows()
        rows = range(max(0, seen.start - 1), seen.stop + 1)
        days = map(self._view.day_at, rows)
        return [
            (self._view.row_top(row), day)
            for row, (before, day) in zip(rows[1:], pairwise(days), strict=True)
            if day is not None and before is not None and day != before
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pills."""
        if self._view.cards.density is Density.COMPACT:
            return
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bold, plain = theme.font("chip", weight=600), theme.font("chip")
        bold_metrics, plain_metrics = QFontMetricsF(bold), QFontMetricsF(plain)
        for y, day in self.boundaries():
            name, rest = day_name(day, self._today()), day_rest(day, self._today())
            n = self._n_of_day(day)
            if n is not None:
                rest = joined((rest, n_articles(n)))
            name_w, rest_w = bold_metrics.horizontalAdvance(name), plain_metrics.horizontalAdvance(rest)
            pill = QRectF(PILL_LEFT + 0.5, y - 10 + 0.5, name_w + rest_w + 18, PILL_HEIGHT - 1)
            painter.setPen(QPen(theme.colour.line, 1))
            painter.setBrush(theme.colour.list)
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
            baseline = round(pill.center().y() + (bold_metrics.ascent() - bold_metrics.descent()) / 2)
            painter.setFont(bold)
            painter.setPen(theme.colour.text)
            painter.drawText(QPointF(pill.x() + 9, baseline), name)
            painter.setFont(plain)
            painter.setPen(theme.colour.text_secondary)
            painter.drawText(QPointF(pill.x() + 9 + name_w, baseline), rest)
        painter.end()
