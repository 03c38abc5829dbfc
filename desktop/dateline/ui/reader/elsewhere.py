"""Where else the words of a quote stand: the popover's list of other articles, who was first, what was trimmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dateline.news.article import ArticleId
from dateline.news.coverage import SameWords
from dateline.ui.across import Across, how_same, same_mark
from dateline.ui.counted import counted
from dateline.ui.dates import local, short_day
from dateline.ui.marks import paint_monogram
from dateline.ui.names import Names, OutletLook
from dateline.ui.reader.page import Page
from dateline.ui.theme import Appearance, radius

#: Heights at text size 100 %.
_HEAD = 22
_ROW = 24
_MARK = 17
#: Before the day, and before the mark.
_GAP = 7
_MOST = 5
_MONOGRAM = 16
_PAD = 14


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """An article that has the same words: its outlet, the day, and its mark."""

    article: ArticleId
    look: OutletLook
    day: str
    mark: str
    is_first: bool


class Elsewhere(QWidget):
    """The list; nothing where nobody else has the words."""

    #: An article was clicked.
    chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._places: Sequence[OtherPlace] = ()
        self._n_articles = 0
        self._hovered = -1
        self.setMouseTracking(True)
        self.hide()

    def show_places(self, places: Sequence[OtherPlace]) -> None:
        """Take the other articles, first by time."""
        self._places = places[:_MOST]
        self._n_articles = len(places)
        self._hovered = -1
        self.setVisible(bool(places))
        more = 1 if len(places) > _MOST else 0
        height = self._scaled(_HEAD) + self._scaled(_ROW) * (len(self._places) + more) + 6
        self.setFixedHeight(height if places else 0)
        said = [self._heading(), *(", ".join(filter(None, (p.look.name, p.day, p.mark))) for p in self._places)]
        self.setAccessibleName("; ".join(said) if places else "")
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        row = self._row_at(event.position())
        if row != self._hovered:
            self._hovered = row
            self.setCursor(Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose an article."""
        row = self._row_at(event.position())
        if row >= 0:
            self.chosen.emit(self._places[row].article)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint heading and rows."""
        theme = self._appearance.theme
        colour = theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        meta = theme.font("meta", weight=500)
        painter.setFont(meta)
        painter.setPen(colour.text_secondary)
        head, height = self._scaled(_HEAD), self._scaled(_ROW)
        room = QRectF(_PAD, 0, self.width() - 2 * _PAD, head - 2)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._heading())
        font = theme.font("sidebar")
        metrics = QFontMetricsF(font)
        for number, place in enumerate(self._places):
            top = head + number * height
            if number == self._hovered:
                painter.fillRect(QRectF(4, top, self.width() - 8, height), colour.hover)
            square = QRectF(_PAD, top + (height - _MONOGRAM) / 2, _MONOGRAM, _MONOGRAM)
            paint_monogram(painter, theme, square, place.look.letters, place.look.colour)
            baseline = round(top + (height + metrics.ascent() - metrics.descent()) / 2)
            painter.setFont(font)
            painter.setPen(colour.text)
            x = float(_PAD + _MONOGRAM + 8)
            name = self.name_shown(number)
            painter.drawText(QPointF(x, baseline), name)
            x += metrics.horizontalAdvance(name) + _GAP
            painter.setPen(colour.text_secondary)
            painter.drawText(QPointF(x, baseline), place.day)
            if place.mark:
                self._paint_mark(painter, place, top + (height - self._scaled(_MARK)) / 2)
        if self._n_articles > len(self._places):
            top = head + len(self._places) * height
            painter.setFont(theme.font("meta"))
            painter.setPen(colour.text_tertiary)
            more = self.tr("and {n} more").format(n=self._n_articles - len(self._places))
            painter.drawText(QRectF(_PAD, top, self.width(), height), Qt.AlignmentFlag.AlignVCenter, more)
        painter.end()

    def name_shown(self, number: int) -> str:
        """Return the outlet's name in a row, the short one where day and mark leave no more room."""
        place = self._places[number]
        metrics = QFontMetricsF(self._appearance.theme.font("sidebar"))
        mark = self._mark_width(place) + _GAP if place.mark else 0.0
        beside = metrics.horizontalAdvance(place.day) + _GAP + mark
        room = self.width() - 2 * _PAD - _MONOGRAM - 8 - beside
        name = place.look.name_within(room, metrics.horizontalAdvance)
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)

    def _mark_font(self, place: OtherPlace) -> QFont:
        return self._appearance.theme.font("caption", weight=600 if place.is_first else 400)

    def _mark_width(self, place: OtherPlace) -> float:
        return QFontMetricsF(self._mark_font(place)).horizontalAdvance(place.mark) + 10

    def _paint_mark(self, painter: QPainter, place: OtherPlace, top: float) -> None:
        colour = self._appearance.theme.colour
        width = self._mark_width(place)
        box = QRectF(self.width() - _PAD - width, round(top) + 0.5, width, self._scaled(_MARK))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(colour.accent if place.is_first else colour.line_strong)
        painter.drawRoundedRect(box, radius("chip"), radius("chip"))
        painter.setFont(self._mark_font(place))
        painter.setPen(colour.accent if place.is_first else colour.text_tertiary)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, place.mark)

    def _heading(self) -> str:
        return counted(
            self._n_articles,
            self.tr("The same words in {n} other article"),
            self.tr("The same words in {n} other articles"),
        )

    def _row_at(self, at: QPointF) -> int:
        below = at.y() - self._scaled(_HEAD)
        row = int(below // self._scaled(_ROW))
        return row if below >= 0 and row < len(self._places) else -1

    def _scaled(self, height: int) -> int:
        return round(height * self._appearance.theme.text_scale)


def other_places(page: Page, number: int, across: Across | None, names: Names) -> list[OtherPlace]:
    """Return the other articles that have a quote of the page, first by time, each once."""
    if across is None or across.article != page.article.id:
        return []
    start = page.quotes[number].span.start
    versions = across.versions.get(start, ())
    own = next((one for one in versions if one.article == page.article.id and one.start == start), None)
    if own is None:
        return []
    first = across.firsts_of(start).published
    today = local(page.article.published_at or page.article.first_seen_at).date()
    places: dict[ArticleId, OtherPlace] = {}
    for one in versions:
        at = one.published_at or one.first_seen_at
        if one.article == page.article.id or one.article in places or at is None:
            continue
        is_first = first is not None and first.article == one.article
        how = how_same(own, one)
        is_first = is_first and how is not SameWords.POSSIBLE
        mark = QCoreApplication.translate("Elsewhere", "First") if is_first else same_mark(how, one.words)
        day = short_day(local(at).date(), today)
        places[one.article] = OtherPlace(one.article, names.outlet(one.outlet), day, mark, is_first)
    return list(places.values())
