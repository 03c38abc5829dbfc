"""The line above the cards: the day of the first card in sight or what is chosen, and the order they stand in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from dateline.ui.dates import day_name, day_rest, n_articles
from dateline.ui.joined import joined
from dateline.ui.marks import paint_hairline
from dateline.ui.theme import Appearance, size
from dateline.ui.timeline.word_menu import WordMenu


class ListHead(QWidget):
    """Names a day and how many articles it has under the filter, and offers other orders."""

    #: Another order is wanted, one of `question.ORDERS`.
    order_chosen = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        today: Callable[[], date],
        n_of_day: Callable[[date], int | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._today = today
        self._n_of_day = n_of_day
        self._day: date | None = None
        self._shown: tuple[date | None, int | None, date] | None = None
        self._n_chosen = 0
        self.setFixedHeight(size("list_head"))
        self._order = WordMenu(appearance, self.tr("Order of the list"), "meta", self)
        self._order.chosen.connect(self.order_chosen)
        appearance.changed.connect(self._place_order)
        self.show_order("newest")
        appearance.changed.connect(self.update)

    def show_day(self, day: date | None) -> None:
        """Name another day; None while nothing is in sight. It is told at every step of scrolling."""
        shown = (day, None if day is None else self._n_of_day(day), self._today())
        if shown != self._shown:
            self._day, self._shown = day, shown
            self._say()

    def show_chosen(self, n: int) -> None:
        """Say how many articles are chosen together, in place of the day where it is more than one."""
        if n != self._n_chosen:
            self._n_chosen = n
            self._say()

    def _say(self) -> None:
        self.setAccessibleName("".join(self._parts()))
        self._place_order()
        self.update()

    def show_order(self, order: str) -> None:
        """Say in which order the cards stand, one of `question.ORDERS`."""
        words = {
            "newest": self.tr("Newest first"),
            "oldest": self.tr("Oldest first"),
            "relevance": self.tr("Most relevant first"),
            "first-seen": self.tr("Last found first"),
        }
        self._order.offer(words, order)
        self._place_order()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the order at the right."""
        super().resizeEvent(event)
        self._place_order()

    def _place_order(self) -> None:
        day = QFontMetricsF(self._appearance.theme.font("meta", weight=600)).horizontalAdvance("".join(self._parts()))
        self._order.place(self.width() - 16, (self.height() - 1) / 2, self.width() - 44 - day)

    def _parts(self) -> tuple[str, str]:
        if self._n_chosen > 1:
            return self.tr("{n} chosen").format(n=f"{self._n_chosen:,}"), ""
        if self._day is None:
            return "", ""
        today = self._today()
        rest = day_rest(self._day, today)
        n = self._n_of_day(self._day)
        if n is not None:
            rest = joined((rest, n_articles(n)))
        return day_name(self._day, today), rest

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour.list)
        paint_hairline(painter, 0, self.height() - 1, self.width(), theme.colour.line)
        bold, plain = theme.font("meta", weight=600), theme.font("meta")
        metrics = QFontMetricsF(bold)
        baseline = round((self.height() - 1 + metrics.ascent() - metrics.descent()) / 2)
        name, rest = self._parts()
        painter.setFont(bold)
        painter.setPen(theme.colour.text)
        painter.drawText(QPointF(16, baseline), name)
        painter.setFont(plain)
        painter.setPen(theme.colour.text_secondary)
        painter.drawText(QPointF(16 + metrics.horizontalAdvance(name), baseline), rest)
        painter.end()
