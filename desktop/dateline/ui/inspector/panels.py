"""The inspector on one article: its panels filled once they are made, and what is chosen in them told on.

It reads what other articles have of the one on show away from the UI thread; the page itself comes from the reader.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from dateline.news.article import ArticleId, Completeness
from dateline.news.change import Change
from dateline.ui.across import Across, read_across
from dateline.ui.buttons import Button
from dateline.ui.empty_state import EmptyState
from dateline.ui.inspector import words
from dateline.ui.inspector.frame import Inspector
from dateline.ui.inspector.line import Line
from dateline.ui.inspector.lines import LinesView
from dateline.ui.names import Names
from dateline.ui.reader.page import Page
from dateline.ui.reader.panel import ReaderPanel
from dateline.ui.reader.speakers import EntityNames
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance, size

if TYPE_CHECKING:
    from dateline.ui.inspector.revisions import RevisionsPanel

_SLOT = "inspector across"


class LinesPanel(QWidget):
    """A list of lines, or one sentence that says why there is none; below it, a button where the panel has one."""

    def __init__(
        self, appearance: Appearance, name: str, icon: str, title: str, sentence: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.view = LinesView(appearance, name, self)
        above = size("pulse") - size("reader_bar")  # the frame's own bar is above it already
        self.empty = EmptyState(appearance, icon, left=14, ground="window", above=above, parent=self)
        self.empty.say(title, sentence, "")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        self.closed = EmptyState(appearance, icon, left=14, ground="window", above=above, parent=self)
        self.closed.say(self.tr("No article is open"), self.tr("Choose an article: what is found in it stands here."))
        self._stack.addWidget(self.closed)
        self._stack.setCurrentWidget(self.closed)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(14, 0, 14, 0)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._stack, 1)
        rows.addLayout(self.foot)

    def show_nothing_open(self) -> None:
        """Say that no article is open."""
        self.show_lines([])
        self._stack.setCurrentWidget(self.closed)

    def show_lines(self, lines: list[Line], *, is_known: bool = True) -> None:
        """Show lines, or the sentence where there are none; neither while that is not known yet."""
        self.view.show_lines(lines)
        self._stack.setCurrentWidget(self.view if lines or not is_known else self.empty)


class CoveragePanel(LinesPanel):
    """The articles on the same event, and the way to lay them side by side."""

    def __init__(self, appearance: Appearance, name: str, title: str, sentence: str) -> None:
        super().__init__(appearance, name, "columns-2", title, sentence)
        self.compare = Button(appearance, self.tr("Compare side by side"), self, icon="columns-2")
        self.compare.setToolTip(self.tr("Compare side by side (X)"))
        self.compare.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.compare.hide()
        self.foot.setContentsMargins(14, 8, 14, 14)
        self.foot.addWidget(self.compare)

    def show_lines(self, lines: list[Line], *, is_known: bool = True) -> None:
        """Show lines; without any there is nothing to compare with."""
        super().show_lines(lines, is_known=is_known)
        self.compare.setVisible(bool(lines))


class ArticleInspector(QObject):
    """Fills the inspector from the page on show."""

    #: A quote of the page, by its number.
    quote_chosen = Signal(int)
    #: A stretch of the article's text (Span).
    span_chosen = Signal(object)
    #: Another article.
    article_chosen = Signal(object)
    #: Compare the article with one of its story's.
    comparison_wanted = Signal()
    #: Look at an article's page again.
    check_wanted = Signal(object)
    #: What other articles have of the one on show (Across).
    across_known = Signal(object)

    def __init__(self, tasks: Tasks, appearance: Appearance, names: Names, settings: QSettings | None = None) -> None:
        super().__init__()
        self._tasks = tasks
        self._appearance = appearance
        self._names = names
        self._page: Page | None = None
        self._across: Across | None = None
        self._people: EntityNames = {}
        self._quote = -1
        self._fills: dict[LinesPanel, Callable[[LinesPanel, Page], None]] = {}  # of the panels that are made
        self.frame = Inspector(appearance, settings)
        self.frame.add_panel(
            "quotes", "quote", self.tr("Quotes"), self.tr("Who says what, and who else has it"), lambda: self.quotes
        )
        self.frame.add_panel(
            "people", "users", self.tr("People"), self.tr("Who speaks and who is named"), lambda: self.people
        )
        self.frame.add_panel(
            "coverage",
            "columns-2",
            self.tr("Coverage"),
            self.tr("The same event in other outlets"),
            lambda: self.coverage,
        )
        self.frame.add_panel(
            "figures", "hash", self.tr("Figures"), self.tr("Numbers, and who is credited"), lambda: self.figures
        )
        self.frame.add_panel(
            "revisions", "history", self.tr("Revisions"), self.tr("How the article changed"), lambda: self.revisions
        )

    # Panels, each made when it is first shown

    @cached_property
    def quotes(self) -> LinesPanel:
        """Who says what."""
        panel = LinesPanel(self._appearance, self.tr("Quotes"), "quote", self.tr("No quotes"), "")
        self._keep_filled(panel, self._fill_quotes)
        panel.view.select_target(words.QuoteTarget(self._quote))
        return panel

    @cached_property
    def people(self) -> LinesPanel:
        """Who speaks and who is named."""
        sentence = self.tr("Nobody of the lexicon is named here.")
        panel = LinesPanel(self._appearance, self.tr("People"), "users", self.tr("Nobody"), sentence)
        self._keep_filled(panel, self._fill_people)
        return panel

    @cached_property
    def coverage(self) -> CoveragePanel:
        """The same event in other outlets."""
        sentence = self.tr("No other outlet in this library covers this event.")
        panel = CoveragePanel(self._appearance, self.tr("Coverage"), self.tr("Only here"), sentence)
        panel.compare.clicked.connect(self.comparison_wanted)
        self._keep_filled(panel, self._fill_coverage)
        return panel

    @cached_property
    def figures(self) -> LinesPanel:
        """Numbers, and who is credited."""
        panel = LinesPanel(self._appearance, self.tr("Figures"), "hash", self.tr("No figures"), "")
        self._keep_filled(panel, self._fill_figures)
        return panel

    @cached_property
    def revisions(self) -> RevisionsPanel:
        """How the article changed."""
        from dateline.ui.inspector.revisions import RevisionsPanel

        panel = RevisionsPanel(self._tasks, self._appearance)
        panel.check_wanted.connect(self.check_wanted)
        panel.show_article(None if self._page is None else self._page.article.id)
        return panel

    @property
    def across(self) -> Across | None:
        """What other articles have of the one on show, once it is known."""
        return self._across

    def follow_reader(self, reader: ReaderPanel) -> None:
        """Show what the reader shows, and let lines lead back into its text."""
        reader.page_shown.connect(self.show_page)
        reader.names_known.connect(self.know_names)
        reader.quote_changed.connect(self.show_quote)
        self.quote_chosen.connect(reader.open_quote)
        self.span_chosen.connect(reader.show_in_text)
        self.across_known.connect(reader.know_across)

    def show_page(self, page: Page | None) -> None:
        """Take the page on show (None: nothing is open)."""
        is_same = page is not None and self._page is not None and page.article.id == self._page.article.id
        self._page = page
        if not is_same:
            self._across = None
        self._fill()
        if "revisions" in vars(self):
            self.revisions.show_article(None if page is None else page.article.id)
        if page is None:
            self._tasks.drop(_SLOT)
        else:
            self._ask(page.article.id)

    def know_names(self, people: EntityNames) -> None:
        """Take the lexicon's names."""
        self._people = people
        self._fill()

    def follow(self, change: Change) -> None:
        """Read again what others have where a write touched the article on show."""
        if "revisions" in vars(self):
            self.revisions.follow(change)
        if self._page is not None and self._page.article.id in change.changed_articles:
            self._ask(self._page.article.id)

    def show_quote(self, number: int) -> None:
        """Select the line of the current quote (-1: none)."""
        self._quote = number
        if "quotes" in vars(self):
            self.quotes.view.select_target(words.QuoteTarget(number))

    def _keep_filled(self, panel: LinesPanel, fill: Callable[[LinesPanel, Page], None]) -> None:
        panel.view.chosen.connect(self._choose)
        self._fills[panel] = fill
        self._fill()

    def _ask(self, article: ArticleId) -> None:
        self._tasks.read(partial(_across, article=article), self._take, slot=_SLOT)

    def _take(self, across: Across) -> None:
        if self._page is not None and across.article == self._page.article.id:
            self._across = across
            self._fill()
            self.across_known.emit(across)

    def _fill(self) -> None:
        for panel, fill in self._fills.items():
            if self._page is None:
                panel.show_nothing_open()
            else:
                fill(panel, self._page)

    # Where nothing was found, it is told whether that is so of the article or only of what there is of it.

    def _fill_quotes(self, panel: LinesPanel, page: Page) -> None:
        panel.empty.say(
            self.tr("No quotes"),
            self.tr("Nobody is quoted in this article.")
            if page.article.completeness is Completeness.FULL
            else self.tr("Nobody is quoted in what Dateline has of this article."),
            "",
        )
        panel.show_lines(words.quote_lines(page, self._across, self._names, self._people))

    def _fill_people(self, panel: LinesPanel, page: Page) -> None:
        panel.show_lines(words.people_lines(page, self._people))

    def _fill_coverage(self, panel: LinesPanel, page: Page) -> None:
        panel.show_lines(words.coverage_lines(page, self._across, self._names), is_known=self._across is not None)

    def _fill_figures(self, panel: LinesPanel, page: Page) -> None:
        panel.empty.say(
            self.tr("No figures"),
            self.tr("No figure and no credit was found in this article.")
            if page.article.completeness is Completeness.FULL
            else self.tr("No figure and no credit was found in what Dateline has of this article."),
            "",
        )
        panel.show_lines(words.figure_lines(page, self._names))

    def _choose(self, target: object) -> None:
        if isinstance(target, words.QuoteTarget):
            self.quote_chosen.emit(target.number)
        elif isinstance(target, words.SpanTarget):
            self.span_chosen.emit(target.span)
        elif isinstance(target, words.ArticleTarget):
            self.article_chosen.emit(target.article)


def _across(connection: object, article: ArticleId) -> Across:
    return read_across(connection, article)
