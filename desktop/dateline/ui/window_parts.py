"""The parts of the window that come after its first paint: panes, screens, dialogs, and desks that do the work.

Each is a property: made, and what it is made of imported, when it is first asked for by name. What a part is joined to
is said where it is made; each part knows its own work.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dateline.ui.frame_window import FrameWindow
from dateline.ui.screens import Screen

if TYPE_CHECKING:
    from dateline.library import Library
    from dateline.news.feed import SourceId
    from dateline.news.question import TimelineFilter
    from dateline.ui.across_desk import AcrossDesk
    from dateline.ui.activity import ActivityScreen
    from dateline.ui.article_desk import ArticleDesk
    from dateline.ui.capturing import Capturing
    from dateline.ui.export.exporting import Exporting
    from dateline.ui.first_run import FirstRun
    from dateline.ui.folders import Folders
    from dateline.ui.following import Following
    from dateline.ui.in_sight import InSight
    from dateline.ui.inspector.panels import ArticleInspector
    from dateline.ui.lexicon.desk import LexiconWork
    from dateline.ui.marking import Marking
    from dateline.ui.newsroom import Newsroom
    from dateline.ui.opening import Opening
    from dateline.ui.reader.panel import ReaderPanel
    from dateline.ui.refreshing import Refreshing
    from dateline.ui.row_acts import RowActs
    from dateline.ui.searching import Searching
    from dateline.ui.settings.preferences import Preferences
    from dateline.ui.sidebar.pane import Sidebar
    from dateline.ui.sidebar.rail import Rail
    from dateline.ui.sources.desk import SourcesDesk
    from dateline.ui.sources.screen import SourcesScreen
    from dateline.ui.undo import UndoStack
    from dateline.ui.welcome import Welcome
    from dateline.ui.work import Work


class WindowParts(FrameWindow):
    """The frame with what there is beside it, as it is asked for."""

    #: The sample coverage is wanted, in a window of its own.
    sample_wanted = Signal()

    def __init__(self, library: Library, newsroom: Newsroom, today: Callable[[], date]) -> None:
        self._newsroom = newsroom
        super().__init__(library, today)

    def show_screen(self, screen: Screen) -> None:
        """Show a screen beside the sidebar."""
        self.screens.show_screen(screen)

    def refresh(self) -> None:
        """Refresh every source."""
        self.refreshing.start()

    @cached_property
    def in_sight(self) -> InSight:
        """What brings the window back from a screen that is gone."""
        from dateline.ui.in_sight import InSight

        return InSight(self)

    # Panes

    @cached_property
    def sidebar(self) -> Sidebar:
        """The pane at the left."""
        from dateline.ui.sidebar.pane import Sidebar

        sidebar = Sidebar(self.appearance, self.names, self.settings)
        sidebar.asked.connect(self._ask_row)
        sidebar.refresh_wanted.connect(self.refresh)
        sidebar.quotes_wanted.connect(partial(self.show_screen, Screen.QUOTES))
        sidebar.list_wanted.connect(lambda number: self.work.show_list(number))
        self._lead_to_screens(sidebar)
        sidebar.show_filter(self.timeline.filter)
        self.asked.connect(sidebar.show_filter)
        self.sidebar_place.take(sidebar)
        return sidebar

    @cached_property
    def rail(self) -> Rail:
        """The sidebar, folded."""
        from dateline.ui.sidebar.rail import Rail

        rail = Rail(self.sidebar.rows, self.appearance, self.names)
        rail.pressed_row.connect(self.sidebar.press)
        rail.refresh_wanted.connect(self.refresh)
        self._lead_to_screens(rail)
        self.sidebar.view.marked.connect(rail.choose)
        rail.choose(self.sidebar.chosen_key)
        self.rail_place.take(rail)
        return rail

    @cached_property
    def reader(self) -> ReaderPanel:
        """The pane in the middle, with the article that is open."""
        from dateline.ui.reader.panel import ReaderPanel

        reader = ReaderPanel(self.tasks, self.appearance, self.names, settings=self.settings)
        reader.told.connect(self.say)
        self.live.changed.connect(reader.follow)
        self.reader_place.take(reader)
        return reader

    @cached_property
    def across(self) -> AcrossDesk:
        """What is read across articles: inspector, quotes, comparison."""
        from dateline.ui.across_desk import AcrossDesk

        across = AcrossDesk(
            self.tasks,
            self.live,
            self.appearance,
            self.names,
            self.undo,
            self.timeline,
            self.reader,
            self.settings,
        )
        across.told.connect(self.say)
        across.article_wanted.connect(lambda article: self.articles.go_to(article))
        across.comparison_wanted.connect(partial(self.show_screen, Screen.COMPARISON))
        across.list_wanted.connect(lambda article, note: self.work.put_statement_on_list(article, note))
        across.filter_wanted.connect(self.ask)
        across.reading_wanted.connect(partial(self.show_screen, Screen.READING))
        across.export_wanted.connect(lambda story: self.exporting.export_story(story))
        across.inspector.check_wanted.connect(lambda article: self.articles.look_at(article))
        tip = self.tr("My highlights and notes")
        across.inspector.frame.add_panel("notes", "notebook-pen", self.tr("Notes"), tip, lambda: self.work.notes)
        self.inspector_place.take(across.inspector.frame)
        # Only from here on: a start in a narrow window moves the empty place, and would dress everything twice.
        self.reading.inspector_moved.connect(self.appearance.renew)
        return across

    @property
    def inspector(self) -> ArticleInspector:
        """The pane at the right."""
        return self.across.inspector

    # Desks

    @cached_property
    def undo(self) -> UndoStack:
        """What was done, and how it is taken back."""
        from dateline.ui.undo import UndoStack

        undo = UndoStack(self.tasks, self)
        undo.told.connect(self.say)
        self.toast.undo_wanted.connect(undo.undo)
        return undo

    @cached_property
    def marking(self) -> Marking:
        """What marks articles read and starred."""
        from dateline.ui.marking import Marking

        marking = Marking(self.tasks, self.timeline.timeline, self.undo, self)
        marking.told.connect(self.say)
        return marking

    @cached_property
    def articles(self) -> ArticleDesk:
        """What opens articles."""
        from dateline.ui.article_desk import ArticleDesk

        articles = ArticleDesk(self.tasks, self.timeline, self.reader, self.marking, self.refreshing, self)
        articles.told.connect(self.say)
        articles.filter_wanted.connect(self.ask)
        articles.reading_wanted.connect(partial(self.show_screen, Screen.READING))
        return articles

    @cached_property
    def searching(self) -> Searching:
        """Saved searches."""
        from dateline.ui.searching import Searching

        searching = Searching(self.tasks, self.undo, self.appearance, self.sidebar, self._today, self)
        searching.told.connect(self.say)
        searching.can_save.connect(self.bar.save.setEnabled)
        self.bar.save.clicked.connect(searching.save)
        searching.show_filter(self.timeline.filter)
        self.asked.connect(searching.show_filter)
        return searching

    @cached_property
    def refreshing(self) -> Refreshing:
        """The refresh, as the window follows it."""
        from dateline.ui.refreshing import Refreshing

        refreshing = Refreshing(self._newsroom, self)
        refreshing.told.connect(self.say)
        self.closing.connect(refreshing.close)
        return refreshing

    @cached_property
    def following(self) -> Following:
        """What keeps the panes on what the library holds."""
        from dateline.ui.following import Following

        following = Following(
            self.tasks,
            self.live,
            self.names,
            self.refreshing,
            self.searching,
            self.sidebar,
            self.bar,
            self.timeline,
        )
        following.is_new_known.connect(lambda is_new: self.first_run.greet(is_new=is_new))
        following.ask()
        return following

    @cached_property
    def work(self) -> Work:
        """What is done with articles beside reading them."""
        from dateline.ui.work import Work

        work = Work(
            self.tasks,
            self.live,
            self.appearance,
            self.names,
            self.settings,
            self.undo,
            self.reader,
            self.timeline,
            self.screens,
        )
        work.told.connect(self.say)
        work.star_wanted.connect(lambda article, value: self.marking.set_starred(article, is_starred=value))
        work.lists_wanted.connect(partial(self.show_screen, Screen.LISTS))
        work.reading_wanted.connect(partial(self.show_screen, Screen.READING))
        work.why_wanted.connect(self._show_why)
        self.closing.connect(work.closing)
        work.export_wanted.connect(lambda one: self.exporting.export_list(one))
        return work

    @cached_property
    def row_acts(self) -> RowActs:
        """What is done with the tags and lists of the sidebar."""
        from dateline.ui.row_acts import RowActs

        return RowActs(self.sidebar, self.work)

    @cached_property
    def folders(self) -> Folders:
        """What is done with the folders of the sidebar."""
        from dateline.ui.folders import Folders

        return Folders(self.sidebar.view, self.undo, lambda: self.following.sources or (), self)

    @cached_property
    def lexicon(self) -> LexiconWork:
        """The lexicon, with its screen."""
        from dateline.ui.lexicon.desk import LexiconWork

        lexicon = LexiconWork(self.tasks, self.appearance, self.names, self.undo, self.reader, self._newsroom.lexicon)
        lexicon.told.connect(self.say)
        lexicon.corrections_wanted.connect(lambda: self.work.show_corrections())
        lexicon.filing.status_changed.connect(self.following.say_filing)
        self.following.topics_counted.connect(lexicon.show_counts)
        lexicon.show_counts(self.following.n_by_topic)
        self.live.changed.connect(lexicon.follow)
        self.closing.connect(lexicon.close)
        return lexicon

    @cached_property
    def sources_desk(self) -> SourcesDesk:
        """What is done with sources."""
        from dateline.ui.sources.desk import SourcesDesk

        desk = SourcesDesk(self, self.appearance, self.names, self.tasks, self._newsroom, self.refreshing, self.undo)
        desk.told.connect(self.say)
        desk.filter_wanted.connect(self.ask)
        desk.show_sources(self.following.sources or ())
        desk.order_folders(self.following.folders)
        self.following.sources_known.connect(desk.show_sources)
        self.following.folders_known.connect(desk.order_folders)
        return desk

    @property
    def sources(self) -> SourcesScreen:
        """The screen of sources."""
        return self.sources_desk.screen

    @cached_property
    def activity(self) -> ActivityScreen:
        """The screen of what goes on."""
        from dateline.ui.activity import ActivityScreen

        screen = ActivityScreen(self.appearance, self.refreshing)
        screen.source_wanted.connect(self._show_source)
        return screen

    @cached_property
    def capturing(self) -> Capturing:
        """What takes pages that are handed over."""
        from dateline.ui.capturing import Capturing

        capturing = Capturing(self, self.appearance, self.tasks, self._newsroom, open_url=lambda: self.articles.url)
        capturing.told.connect(self.say)
        return capturing

    @cached_property
    def opening(self) -> Opening:
        """What takes files and links from outside."""
        from dateline.ui.opening import Opening

        opening = Opening(
            self,
            import_opml=self.sources_desk.import_opml,
            add_source=self.sources_desk.add,
            take_page=self.capturing.take_file,
        )
        opening.told.connect(self.say)
        return opening

    @cached_property
    def exporting(self) -> Exporting:
        """What opens the export dialog."""
        from dateline.ui.export.exporting import Exporting

        exporting = Exporting(
            self, self.appearance, self.tasks, self._newsroom, self.settings, lambda: self.preferences
        )
        exporting.told.connect(self.say)
        return exporting

    @cached_property
    def first_run(self) -> FirstRun:
        """The first steps with an empty library."""
        from dateline.ui.first_run import FirstRun

        return FirstRun(self, self._newsroom)

    @property
    def welcome(self) -> Welcome:
        """What is shown while the library is empty."""
        return self.first_run.welcome

    @cached_property
    def preferences(self) -> Preferences:
        """What the user chose of how the window works."""
        from dateline.ui.settings.preferences import Preferences

        return Preferences.remembered(self.settings)

    def _lead_to_screens(self, pane: Sidebar | Rail) -> None:
        pane.sources_wanted.connect(partial(self.show_screen, Screen.SOURCES))
        pane.lexicon_wanted.connect(partial(self.show_screen, Screen.LEXICON))
        pane.activity_wanted.connect(partial(self.show_screen, Screen.ACTIVITY))

    def _ask_row(self, question: TimelineFilter, adds: bool) -> None:  # noqa: FBT001 - a signal's argument
        from dateline.ui.sidebar.pane import added

        self.ask(added(self.timeline.filter, question) if adds else question)

    def _show_why(self) -> None:
        self.show_screen(Screen.LEXICON)
        self.lexicon.why()

    def _show_source(self, source: SourceId) -> None:
        self.show_screen(Screen.SOURCES)
        self.sources.choose(source)
