"""Reading across articles in the window: inspector, ledger of statements and comparison, and what leads where.

The main window hands over its panes; what happens between them and these is settled here.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.ui.comparison.screen import ComparisonScreen
from dateline.ui.inspector.panels import ArticleInspector
from dateline.ui.names import Names
from dateline.ui.quotes.screen import QuotesScreen
from dateline.ui.reader.panel import ReaderPanel
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.timeline.pane import TimelinePane
from dateline.ui.undo import UndoStack


class AcrossDesk(QObject):
    """Owns inspector, Quotes and comparison; the window mounts `inspector.frame`, `quotes` and `comparison`."""

    #: An article is wanted in the reader that the timeline may not show.
    article_wanted = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        appearance: Appearance,
        names: Names,
        undo: UndoStack,
        timeline: TimelinePane,
        reader: ReaderPanel,
        settings: QSettings,
    ) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        self.inspector = ArticleInspector(tasks, appearance, names, settings)
        self.quotes = QuotesScreen(tasks, appearance, names, undo)
        self.comparison = ComparisonScreen(tasks, appearance, names)
        self._reader = reader
        self.inspector.follow_reader(reader)
        self.inspector.article_chosen.connect(self.article_wanted)
        reader.article_wanted.connect(self.article_wanted)
        self.quotes.article_wanted.connect(self.article_wanted)
        self.quotes.told.connect(self.told)
        self.comparison.told.connect(self.told)
        self.inspector.comparison_wanted.connect(self.compare)
        timeline.view.story_chosen.connect(self._show_coverage)

    def follow(self, change: Change) -> None:
        """Take a change of the library."""
        self.inspector.follow(change)
        self.quotes.follow(change)

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
