"""The first run: while there is nothing to read and nothing to read it from, the window shows where to start."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dateline.news.change import Change
from dateline.news.feed import NewSource

if TYPE_CHECKING:
    from dateline.ui.newsroom import Newsroom
    from dateline.ui.welcome import Welcome
    from dateline.ui.window_parts import WindowParts


class FirstRun(QObject):
    """Puts the first steps in the frame's place, and begins with what is chosen there."""

    def __init__(self, window: WindowParts, newsroom: Newsroom) -> None:
        super().__init__(window)
        self._window = window
        self._newsroom = newsroom

    @cached_property
    def welcome(self) -> Welcome:
        """The first steps."""
        from dateline.sources.defaults import default_sources
        from dateline.ui.welcome import Welcome

        window = self._window
        welcome = Welcome(window.appearance, window.names, default_sources())
        welcome.start_wanted.connect(self._start_with)
        welcome.import_wanted.connect(lambda: window.sources_desk.choose_opml())
        welcome.sample_wanted.connect(window.sample_wanted)
        window.whole.addWidget(welcome)
        return welcome

    def greet(self, *, is_new: bool) -> None:
        """Show the first steps, or the frame."""
        self._window.whole.setCurrentWidget(self.welcome if is_new else self._window.frame)

    def _start_with(self, chosen: Sequence[NewSource]) -> None:
        self._window.tasks.follow(self._newsroom.add_sources(chosen), self._start, slot="")

    def _start(self, _change: Change) -> None:
        self._window.refresh()
