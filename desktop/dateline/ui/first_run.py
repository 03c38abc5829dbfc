"""The first run: while there is nothing to read and nothing to read it from, the window shows where to start."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from dateline.errors import DatelineError
from dateline.news.change import Change
from dateline.news.feed import NewSource
from dateline.ui.known_sentences import failure_words
from dateline.ui.language import Language, keep_language
from dateline.ui.start_again import start_again

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
        welcome.cookies_wanted.connect(self._ask_login)
        welcome.language_wanted.connect(self._speak)
        window.whole.addWidget(welcome)
        return welcome

    def greet(self, *, is_new: bool) -> None:
        """Show the first steps, or the frame; the keyboard goes to what is done first there."""
        whole = self._window.whole
        shown = self.welcome if is_new else self._window.frame
        if whole.currentWidget() is shown:
            return
        whole.setCurrentWidget(shown)
        if is_new:
            self.welcome.show_starting(is_on=False)
            self.welcome.start.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._window.timeline.take_focus()

    def _ask_login(self, sources: Sequence[NewSource]) -> None:
        dialog = self._window.sources_desk.ask_login(sources[0].home_url)
        dialog.given.connect(lambda *_: self.welcome.tell_login(sources))

    def _start_with(self, chosen: Sequence[NewSource]) -> None:
        self.welcome.show_starting(is_on=True)
        future = self._newsroom.add_sources(chosen)
        self._window.tasks.follow(future, self._start, slot="", failed=self._not_started)

    def _start(self, _change: Change) -> None:
        self._window.refresh()

    def _not_started(self, error: DatelineError) -> None:
        self.welcome.show_starting(is_on=False)
        self._window.say(failure_words(error))

    def _speak(self, language: Language) -> None:
        """Speak another language from now on; there is nothing yet that a new start could disturb."""
        keep_language(self._window.settings, language)
        start_again()
