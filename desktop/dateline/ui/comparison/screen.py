"""The comparison: two articles of a story side by side, what they share linked, what only one has underlined.

It reads away from the UI thread. Each side has its own choice among the story's articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dateline.news.article import ArticleId
from dateline.news.coverage import StoryId
from dateline.news.library_view import StoryMember
from dateline.ui.across import read_across
from dateline.ui.buttons import Button, IconButton, ToggleButton
from dateline.ui.comparison.gutter import Gutter
from dateline.ui.comparison.pairing import Link, PlaceTarget, SideBySide, side_by_side
from dateline.ui.comparison.side_head import SideHead
from dateline.ui.counted import counted
from dateline.ui.dates import local, short_day
from dateline.ui.inspector.line import Line
from dateline.ui.inspector.lines import LinesView
from dateline.ui.joined import joined
from dateline.ui.marks import paint_hairline, paint_vertical_hairline
from dateline.ui.names import Names
from dateline.ui.reader.header import set_label
from dateline.ui.reader.layers import Layer
from dateline.ui.reader.page import Page, read_page
from dateline.ui.reader.speakers import EntityName, entities_in, read_names
from dateline.ui.reader.view import ReaderView
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance, size

_SLOT = "comparison"
_BELOW = 190
#: Narrower than this, the names beside the texts are initials in a narrow margin.
_NARROW, _NARROW_MARGIN = 1152, 28


@dataclass(frozen=True, slots=True)
class _Answer:
    story: StoryId | None
    members: Sequence[StoryMember]
    left: Page
    right: Page
    people: dict[str, EntityName]
    found: SideBySide


class ComparisonScreen(QWidget):
    """Two readers with the links between them."""

    #: Two articles were found to compare.
    opened = Signal()
    #: Back to the article that was on show.
    closed = Signal()
    #: The articles of the story (StoryId) are to be handed over.
    export_wanted = Signal(object)
    told = Signal(str)

    def __init__(self, tasks: Tasks, appearance: Appearance, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._appearance = appearance
        self._names = names
        self._answer: _Answer | None = None
        self.left = ReaderView(appearance, names, self, is_bare=True)
        self.right = ReaderView(appearance, names, self, is_bare=True, names_after=True)
        self.left.setAccessibleName(self.tr("Article at the left"))
        self.right.setAccessibleName(self.tr("Article at the right"))
        for view in (self.left, self.right):
            view.clear_page()
        self.gutter = Gutter(appearance, self.left, self.right, self)
        sides = (self.tr("Outlet at the left"), self.tr("Outlet at the right"))
        self.heads = tuple(SideHead(appearance, names, name, self) for name in sides)
        self.choices = tuple(head.choice for head in self.heads)
        for choice in self.choices:
            choice.activated.connect(self._choose)
        self._between = QLabel(self.tr("Same words, same figures"), self)
        self._between.setWordWrap(True)
        self._between.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._between.setFixedWidth(size("compare_gutter"))
        self._between.setContentsMargins(8, 0, 8, 0)
        self._back = IconButton(appearance, "chevron-left", self.tr("Back to the article (Esc)"), self)
        self._back.clicked.connect(self.closed)
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._story = QLabel(self)
        self.quotes = ToggleButton(appearance, "quote", self.tr("Shared quotes"), self)
        self.figures = ToggleButton(appearance, "hash", self.tr("Figures"), self)
        self.only = ToggleButton(appearance, "git-compare", self.tr("Only here"), self)
        for toggle in (self.quotes, self.figures, self.only):
            toggle.setChecked(True)
            toggle.toggled.connect(self._lay)
        self.export = Button(appearance, self.tr("Export comparison"), self, icon="download")
        self.export.setAccessibleName(self.export.text())
        self.export.setToolTip(self.export.text())
        self.export.clicked.connect(lambda: self.export_wanted.emit(self.story))
        self.lists = tuple(
            LinesView(appearance, name, self)
            for name in (self.tr("Only at the left"), self.tr("In both"), self.tr("Only at the right"))
        )
        for listed in self.lists:
            listed.chosen.connect(self._go_to)
        self.gutter.chosen.connect(self.bring_level)
        self._build()
        appearance.changed.connect(self._restyle)
        self._restyle()

    @property
    def story(self) -> StoryId | None:
        """The story whose articles are compared."""
        return None if self._answer is None else self._answer.story

    def compare(self, article: ArticleId, other: ArticleId | None = None) -> None:
        """Compare an article with another of its story, by default with one of another outlet."""
        self._tasks.read(partial(_read, article=article, other=other, names=self._names), self._take, slot=_SLOT)

    def bring_level(self, link: Link) -> None:
        """Scroll the right side so that a link's ends stand side by side."""
        page = self.left.page
        if page is not None:
            self.left.show_span(page.in_document(link.left))
        left, right = self.gutter.ends_of(link)
        bar = self.right.verticalScrollBar()
        bar.setValue(bar.value() + round(right - left))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names beside the texts what room there is, and stand the heads over their texts."""
        super().resizeEvent(event)
        is_wide = self.width() >= _NARROW
        self.export.setText(self.tr("Export comparison") if is_wide else "")
        self._cut_title()
        margin = size("reader_margin") if is_wide else _NARROW_MARGIN
        for view in (self.left, self.right):
            view.set_margin(margin)
        left, right = self.heads
        left.stand_at(margin, size("reader_margin_right"))
        right.stand_at(size("reader_margin_right"), margin)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground and the lines between the parts."""
        colour = self._appearance.theme.colour
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour.window)
        paint_hairline(painter, 0, self._head.geometry().bottom(), self.width(), colour.line)
        paint_hairline(painter, 0, self.height() - _BELOW - 1, self.width(), colour.line_strong)
        between = self._between.geometry()
        for x in (between.left(), between.right()):
            paint_vertical_hairline(painter, x, between.top(), between.height(), colour.line)
        paint_hairline(painter, between.left(), between.bottom(), between.width(), colour.line)
        for listed in self.lists[:-1]:
            paint_vertical_hairline(painter, listed.geometry().right() + 1, listed.y(), listed.height(), colour.line)
        painter.end()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 0, 14, 0)
        head.setSpacing(6)
        for widget in (self._back, self._title, self._story):
            head.addWidget(widget)
        head.addStretch()
        for button in (self.quotes, self.figures, self.only, self.export):
            head.addWidget(button)
        self._head = QWidget(self)
        self._head.setFixedHeight(48)
        self._head.setLayout(head)
        heads, texts = QHBoxLayout(), QHBoxLayout()
        for row, (left, between, right) in (
            (heads, (self.heads[0], self._between, self.heads[1])),
            (texts, (self.left, self.gutter, self.right)),
        ):
            row.setSpacing(0)
            row.addWidget(left, 1)
            row.addWidget(between)
            row.addWidget(right, 1)
        below = QHBoxLayout()
        below.setSpacing(1)
        for listed in self.lists:
            listed.setFixedHeight(_BELOW)
            below.addWidget(listed, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(1)
        rows.addWidget(self._head)
        rows.addLayout(heads)
        rows.addLayout(texts, 1)
        rows.addLayout(below)
        walk = (self._back, self.quotes, self.figures, self.only, self.export, *self.choices, self.left, self.right)
        for one, following in pairwise((*walk, *self.lists)):
            self.setTabOrder(one, following)

    def _take(self, answer: _Answer | None) -> None:
        if answer is None:
            self.told.emit(self.tr("No other outlet in this library covers this event."))
            return
        self._answer = answer
        was_shown = self.isVisible()
        self.opened.emit()
        if not was_shown:
            self.left.setFocus(Qt.FocusReason.OtherFocusReason)
        for view, page in ((self.left, answer.left), (self.right, answer.right)):
            view.show_page(page, answer.people)
        for head, page in zip(self.heads, (answer.left, answer.right), strict=True):
            head.show_page(page, answer.members)
        n_outlets = len({member.outlet for member in answer.members})
        story = self.tr("Story of {articles} in {outlets}").format(
            articles=counted(len(answer.members), "", self.tr("{n} articles")),
            outlets=counted(n_outlets, self.tr("{n} outlet"), self.tr("{n} outlets")),
        )
        self._story.setText(joined((story, _days(answer.members))))
        self._cut_title()
        self._fill_lists(answer)
        self._lay()

    def _cut_title(self) -> None:
        if self._answer is None:
            return
        beside = [self._back, self._story, self.quotes, self.figures, self.only, self.export]
        room = self.width() - sum(widget.sizeHint().width() + 6 for widget in beside) - 40
        metrics = QFontMetricsF(self._title.font())
        self._title.setText(metrics.elidedText(self._answer.left.title, Qt.TextElideMode.ElideRight, max(0, room)))

    def _fill_lists(self, answer: _Answer) -> None:
        found = answer.found
        only = self.tr("Only in {outlet}")
        titles = (
            only.format(outlet=self._names.outlet(answer.left.article.outlet).name),
            self.tr("In both"),
            only.format(outlet=self._names.outlet(answer.right.article.outlet).name),
        )
        parts = (found.only_left, tuple(link.line for link in found.links), found.only_right)
        n_figures = sum(link.is_figure for link in found.links)
        n_quotes = len(found.links) - n_figures
        in_both = (
            counted(n_quotes, self.tr("{n} quote"), self.tr("{n} quotes")),
            counted(n_figures, self.tr("{n} figure"), self.tr("{n} figures")),
        )
        shared = ", ".join(words for words, n in zip(in_both, (n_quotes, n_figures), strict=True) if n)
        counts = (str(len(found.only_left)), shared, str(len(found.only_right)))
        for view, title, count, lines in zip(self.lists, titles, counts, parts, strict=True):
            view.show_lines([Line(title, count, is_heading=True), *lines])

    def _lay(self) -> None:
        if self._answer is None:
            return
        found = self._answer.found
        layers = {Layer.FIGURES} if self.figures.isChecked() else set()
        for view in (self.left, self.right):
            view.set_layers(layers | ({Layer.QUOTES} if self.quotes.isChecked() else set()))
        shows_only = self.only.isChecked()
        self.left.set_only_here(found.only_left_spans if shows_only else ())
        self.right.set_only_here(found.only_right_spans if shows_only else ())
        self.gutter.show_links(
            [link for link in found.links if (self.figures if link.is_figure else self.quotes).isChecked()]
        )

    def _choose(self) -> None:
        left, right = (choice.currentData() for choice in self.choices)
        if left is not None and right is not None and left != right:
            self.compare(ArticleId(left), ArticleId(right))
        elif self._answer is not None:  # one article on both sides: back to what was
            self._take(self._answer)

    def _go_to(self, target: object) -> None:
        if self._answer is None:
            return
        if isinstance(target, PlaceTarget):
            view = self.left if target.is_left else self.right
            if view.page is not None:
                view.show_span(view.page.in_document(target.span))
        elif isinstance(target, tuple):
            link = next((one for one in self._answer.found.links if one.line.target == target), None)
            if link is not None:
                self.bring_level(link)

    def _restyle(self) -> None:
        theme = self._appearance.theme
        set_label(self._title, theme.font("card_headline", weight=600), theme.colour.text.name())
        set_label(self._between, theme.font("caption"), theme.colour.text_tertiary.name())
        set_label(self._story, theme.font("meta"), theme.colour.text_secondary.name())
        self.update()


def _days(members: Sequence[StoryMember]) -> str:
    """Return from which day to which a story was told, "" where no day is known."""
    known = sorted(local(at).date() for one in members if (at := one.published_at or one.first_seen_at) is not None)
    if not known:
        return ""
    first, last = (short_day(day, local(datetime.now(UTC)).date()) for day in (known[0], known[-1]))
    return first if first == last else f"{first} – {last}"


def _read(connection: Any, *, article: ArticleId, other: ArticleId | None, names: Names) -> _Answer | None:
    across = read_across(connection, article)
    own = next((member for member in across.members if member.article == article), None)
    if own is None:
        return None
    if other is None:
        others = [member for member in across.members if member.article != article]
        others.sort(key=lambda member: (member.outlet == own.outlet, member.completeness.value != "full"))
        other = others[0].article if others else None
    left = read_page(connection, article)
    right = None if other is None else read_page(connection, other)
    if left is None or right is None:
        return None
    people = read_names(entities_in(left.findings) | entities_in(right.findings))
    return _Answer(across.story, across.members, left, right, people, side_by_side(left, right, names, people))
