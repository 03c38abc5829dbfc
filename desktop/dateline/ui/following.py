"""What the window knows of its library as a whole: counts, people, sources and searches, kept up to date.

It asks at the start and after every change, and tells the panes that show it. What an article or a screen needs of a
change, it reads for itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from dateline.news.change import Change
from dateline.news.feed import Source, SourceState
from dateline.news.library_view import PersonCount, SidebarCounts
from dateline.news.progress import RefreshDone, RefreshEvent
from dateline.news.topics import TOPICS
from dateline.ui.filter.bar import FilterBar
from dateline.ui.live import Live
from dateline.ui.names import Names
from dateline.ui.people_names import PeopleNames
from dateline.ui.refreshing import Refreshing, last_refresh
from dateline.ui.searching import Searching
from dateline.ui.sidebar.pane import Sidebar
from dateline.ui.tasks import Tasks
from dateline.ui.timeline.pane import TimelinePane
from dateline.ui.timeline.reasons import Situation

_ASKED_EVERY_MS = 1_000


class Following(QObject):
    """Follows the library and the refresh, and tells sidebar, filter bar and timeline."""

    #: What the sources are now.
    sources_known = Signal(object)
    #: In which order the user put the folders of sources, as `folders` has it.
    folders_known = Signal(object)
    #: Whether there is nothing to read and nothing to read it from.
    is_new_known = Signal(bool)
    #: How many articles are unread.
    unread_known = Signal(int)
    #: How many articles have each topic, by its id.
    topics_counted = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        live: Live,
        names: Names,
        refreshing: Refreshing,
        searching: Searching,
        sidebar: Sidebar,
        bar: FilterBar,
        timeline: TimelinePane,
    ) -> None:
        super().__init__(timeline)
        self._tasks = tasks
        self._live = live
        self._names = names
        self._refreshing = refreshing
        self._searching = searching
        self._sidebar = sidebar
        self._bar = bar
        self._timeline = timeline
        self.sources: Sequence[Source] | None = None  # not known yet
        self.folders: Sequence[str] = ()
        self.n_unread = 0
        self.n_by_topic: Mapping[str, int] = {}
        self._n_articles: int | None = None
        self._counts: SidebarCounts | None = None
        self._people: Sequence[PersonCount] = ()
        self._is_filing = False
        self._is_behind = False
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_ASKED_EVERY_MS)
        self._resting.timeout.connect(self._catch_up)
        self._people_names = PeopleNames(tasks, self)
        self._people_names.learnt.connect(self._call_people)
        searching.known.connect(self._tell_values)
        live.changed.connect(self._follow)
        refreshing.happened.connect(self._refresh_event)
        refreshing.status_changed.connect(sidebar.say)

    def ask(self) -> None:
        """Ask what the library holds now: at once, then at most once a second, as a refresh changes it all the time."""
        self._is_behind = True
        if not self._resting.isActive():
            self._catch_up()

    def say_filing(self, words: str, icon: str, is_running: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Say in the sidebar how far the library is filed anew; while that goes on, the last refresh is not told."""
        self._is_filing = is_running
        self._sidebar.say(words, icon)

    def _catch_up(self) -> None:
        if not self._is_behind:
            return
        self._is_behind = False
        self._resting.start()
        self._searching.ask()
        self._tasks.read(_counts, self._take_counts, slot="sidebar.counts")
        self._tasks.read(_list_sources, self._take_sources, slot="sidebar.sources")

    def _follow(self, change: Change) -> None:
        self._searching.follow(change)
        self.ask()

    def _take_counts(self, counts: SidebarCounts) -> None:
        self._sidebar.show_counts(counts)
        self.folders = counts.folders
        self.folders_known.emit(counts.folders)
        self._n_articles = counts.views.get("all", 0)
        self._timeline.set_total(self._n_articles)
        self._tell_situation()
        self._tell_whether_new()
        self.n_unread = counts.views.get("unread", 0)
        self.unread_known.emit(self.n_unread)
        self.n_by_topic = counts.topics
        self.topics_counted.emit(self.n_by_topic)
        self._people = counts.people
        self._people_names.learn(counts.people)
        self._name_people()
        self._counts = counts
        self._tell_values()

    def _tell_values(self) -> None:
        """Tell the filter what its fields may be asked for here: what the library has, by the name the user knows.

        Told anew with each answer: counts, searches and sources come in any order.
        """
        counts = self._counts
        if counts is None:
            return
        outlets = [(one.outlet, self._names.outlet(one.outlet).name) for one in counts.outlets]
        self._bar.field.know_values(
            {
                "topic": [(topic, self._names.topic(topic)) for topic in TOPICS],
                "outlet": outlets,
                "cites": outlets,
                "speaker": [(one.person, self._names.person(one.person)) for one in counts.people],
                # Whom the lexicon does not know has no id to ask for, only a name.
                "entity": [
                    (one.person, self._names.person(one.person)) for one in counts.people if one.person != one.name
                ],
                "tag": [(one.name, "") for one in counts.tags],
                "list": [(one.name, "") for one in counts.lists],
                "source": [(one.title, "") for one in self.sources or () if one.title],
                "saved": [(one.name, "") for one in self._searching.searches],
            }
        )

    def _name_people(self) -> None:
        self._names.know_people({one.person: self._people_names.name(one).name for one in self._people})

    def _call_people(self) -> None:
        self._name_people()
        self._sidebar.name_people(self._people_names.name)

    def _take_sources(self, sources: Sequence[Source]) -> None:
        self.sources = sources
        self._tell_values()
        self._refreshing.know_sources(sources)
        self._sidebar.show_sources(sources)
        self.sources_known.emit(sources)
        self._tell_whether_new()
        if not self._refreshing.is_running and not self._is_filing:
            self._sidebar.say(*last_refresh(sources, datetime.now(UTC)))
        self._tell_situation()

    def _tell_whether_new(self) -> None:
        self.is_new_known.emit(self.sources is not None and not self.sources and self._n_articles == 0)

    def _refresh_event(self, event: RefreshEvent) -> None:
        self._tell_situation()
        if isinstance(event, RefreshDone):
            self._live.catch_up()  # with the last articles that it brought
            self._searching.tell_of_new()

    def _tell_situation(self) -> None:
        self._timeline.set_situation(
            Situation(
                n_articles=self._n_articles,
                n_sources=None if self.sources is None else len(self.sources),
                n_sources_tried=sum(source.last_tried_at is not None for source in self.sources or ()),
                n_sources_failing=sum(source.state is SourceState.FAILING for source in self.sources or ()),
                is_refreshing=self._refreshing.is_running,
                n_sources_done=self._refreshing.n_sources_done,
                n_sources_asked=self._refreshing.n_sources,
            )
        )


def _counts(connection: Any) -> SidebarCounts:
    from dateline.storage import sidebar

    return sidebar.counts(connection)


def _list_sources(connection: Any) -> tuple[Source, ...]:
    from dateline.storage import sources

    return sources.list_sources(connection)
