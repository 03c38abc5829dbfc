"""Reading across articles in the window: inspector, ledger of statements and comparison, and what leads where.

The main window hands over its panes; what happens between them and these is settled here. Each part is made at its
first use.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from dateline.news.article import ArticleId
from dateline.ui.inspector.panels import ArticleInspector
from dateline.ui.live import Live
from dateline.ui.names import Names
from dateline.ui.reader.panel import ReaderPanel
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.timeline.pane import TimelinePane
from dateline.ui.undo import UndoStack

if TYPE_CHECKING:
    from dateline.ui.comparison.screen import ComparisonScreen
    from dateline.ui.quotes.screen import QuotesScreen


class AcrossDesk(QObject):
    """Owns inspector, Quotes and comparison; the window mounts `inspector.frame`, `quotes` and `comparison`."""

    #: An article is wanted in the reader that the timeline may not show.
    article_wanted = Signal(object)
    #: The comparison is to be shown, or left again.
    comparison_wanted = Signal()
    reading_wanted = Signal()
    #: An article is to go on a reading list (ArticleId), with a note.
    list_wanted = Signal(object, str)
    #: The articles of a filter are wanted in the timeline.
    filter_wanted = Signal(object)
    #: The articles of a story (StoryId) are to be handed over.
    export_wanted = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        live: Live,
        appearance: Appearance,
        names: Names,
        undo: UndoStack,
        timeline: TimelinePane,
        reader: ReaderPanel,
        settings: QSettings,
    ) -> None:
        super().__init__(timeline)
        self._tasks = tasks
        self._live = live
        self._appearance = appearance
        self._names = names
        self._undo = undo
        self._timeline = timeline
        self._reader = reader
        self._settings = settings
        self.inspector = ArticleInspector(tasks, appearance, names, settings)
        self.inspector.follow_reader(reader)
        self.inspector.article_chosen.connect(self.article_wanted)
        self.inspector.comparison_wanted.connect(self.compare)
        reader.article_wanted.connect(self.article_wanted)
        timeline.view.story_chosen.connect(self._show_coverage)
        live.changed.connect(self.inspector.follow)

    @cached_property
    def quotes(self) -> QuotesScreen:
        """The ledger of statements."""
        from dateline.ui.quotes.screen import QuotesScreen

        screen = QuotesScreen(self._tasks, self._appearance, self._names, self._undo, self._settings)
        screen.list_wanted.connect(self.list_wanted)
        screen.article_wanted.connect(self.article_wanted)
        screen.filter_wanted.connect(self.filter_wanted)
        screen.told.connect(self.told)
        self._live.changed.connect(screen.follow)
        return screen

    @cached_property
    def comparison(self) -> ComparisonScreen:
        """Two articles side by side."""
        from dateline.ui.comparison.screen import ComparisonScreen

        screen = ComparisonScreen(self._tasks, self._appearance, self._names)
        screen.opened.connect(self.comparison_wanted)
        screen.closed.connect(self.reading_wanted)
        screen.export_wanted.connect(self.export_wanted)
        screen.told.connect(self.told)
        return screen

    def show_quotes(self) -> None:
        """Show the statements of the filter in force."""
        self.quotes.ask(self._timeline.filter)
        self.quotes.view.setFocus()

    def compare(self) -> None:
        """Compare the article on show with another of its story; where there is none, it is said."""
        page = self._reader.page
        article = self._timeline.current() or (None if page is None else page.article.id)
        if article is None:
            self.told.emit(self.tr("No article is open."))
        else:
            self.comparison.compare(article)

    def _show_coverage(self, article: ArticleId) -> None:
        self.article_wanted.emit(article)
        self.inspector.frame.choose("coverage")
