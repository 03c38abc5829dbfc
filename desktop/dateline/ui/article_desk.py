"""The article that is open: which one, when it counts as read, and what keys do with it.

It joins list and reader; what is written goes through `Marking`, what is fetched through the refresh.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from dateline.news.article import ArticleId, Card
from dateline.news.change import Change
from dateline.news.question import TimelineFilter
from dateline.ui.marking import Marking
from dateline.ui.reader.panel import ReaderPanel
from dateline.ui.refreshing import Refreshing
from dateline.ui.settings.preferences import Preferences, ReadPolicy
from dateline.ui.tasks import Tasks
from dateline.ui.timeline.pane import TimelinePane


class ArticleDesk(QObject):
    """Opens articles and marks them."""

    #: A sentence for the user.
    told = Signal(str)
    #: Another filter is wanted: a TimelineFilter.
    filter_wanted = Signal(object)
    #: The reading screen is wanted.
    reading_wanted = Signal()

    def __init__(
        self,
        tasks: Tasks,
        timeline: TimelinePane,
        reader: ReaderPanel,
        marking: Marking,
        refreshing: Refreshing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._timeline = timeline
        self._reader = reader
        self._marking = marking
        self._refreshing = refreshing
        self.preferences = Preferences()
        self._reading_on = QTimer(self)  # runs while an article is open that is not read yet
        self._reading_on.setSingleShot(True)
        self._reading_on.timeout.connect(self._read_after_a_while)
        timeline.chosen.connect(self.choose)
        timeline.view.opened.connect(self.open)
        timeline.emptied.connect(self._empty_reader)
        reader.newest_unread_wanted.connect(self._fill_reader)
        reader.star_wanted.connect(lambda article, value: marking.set_starred(article, is_starred=value))

    @property
    def url(self) -> str:
        """The address of the article on show, "" where there is none."""
        return self._reader.page.article.url if self._reader.page is not None else ""

    def choose(self, article: ArticleId) -> None:
        """Show an article; it becomes read as the user wants it."""
        self._reader.show_article(article)
        card = self._timeline.timeline.card_of(article)
        self._reading_on.stop()
        if card is None or not card.is_read:
            if self.preferences.read_policy is ReadPolicy.AT_ONCE:
                self._marking.open_article(article)
            elif self.preferences.read_policy is ReadPolicy.AFTER_A_WHILE:
                self._reading_on.start(self.preferences.read_after_seconds * 1000)

    def go_to(self, article: ArticleId) -> None:
        """Go to an article in the list, and open it where the list does not have it."""
        self.reading_wanted.emit()
        if not self._timeline.go_to(article):
            self.choose(article)

    def open(self) -> None:
        """Put the keyboard into the article that is chosen, or the first one."""
        if self._timeline.current() is None:
            self._timeline.view.step(1)
        self._reader.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def look_at(self, article: ArticleId) -> None:
        """Fetch an article's page again."""
        self._tasks.write(partial(_look_at, article=article), self._fetch_again)

    def go_onward(self) -> None:
        """Scroll by a page; at the end, go to the next unread article."""
        if not self._reader.scroll_page():
            self._timeline.go_to_next_unread()

    def toggle_read(self, card: Card | None = None) -> None:
        """Mark an article read, or unread; without its card, what is chosen, else the article that is on show."""
        card = card or self._card()
        if card is not None:
            self._marking.set_read(card.id, is_read=not card.is_read)
        else:
            self._marking.toggle_read(self._beside_cards())

    def toggle_star(self, card: Card | None = None) -> None:
        """Give an article a star, or take it away; without its card, what is chosen, else the article on show."""
        card = card or self._card()
        if card is not None:
            self._marking.set_starred(card.id, is_starred=not card.is_starred)
        else:
            self._marking.toggle_star(self._beside_cards())

    def _card(self) -> Card | None:
        """Return the card that is chosen alone."""
        article = self._timeline.current()
        return None if article is None or self._timeline.several() else self._timeline.timeline.card_of(article)

    def _beside_cards(self) -> tuple[ArticleId, ...]:
        """Return the articles that are chosen together, else the one that is still read under another filter."""
        page = self._reader.page
        return self._timeline.several() or (() if page is None else (page.article.id,))

    def _read_after_a_while(self) -> None:
        article = self._timeline.current()
        if article is not None:
            self._marking.open_article(article)

    def _fetch_again(self, change: Change) -> None:
        if change.sources:
            words = self.tr("The page of the article is asked for again.")
            if self._refreshing.is_running:
                words = self.tr("The page of the article is asked for again with the next refresh.")
            self._refreshing.start(change.sources)
            self.told.emit(words)
        else:
            self.told.emit(self.tr("No source brings this article any more. Hand over its page to have it again."))

    def _empty_reader(self, is_empty: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self._reader.page is not None or (self._reader.article is not None and not is_empty):
            return
        if is_empty and self._timeline.filter:
            sentence = self.tr("The list beside this is empty, so there is nothing to read.")
            self._reader.clear(sentence, self.tr("Clear the filter"))
        elif is_empty:
            self._reader.clear(self.tr("There is nothing to read yet."))
        else:
            self._reader.clear()

    def _fill_reader(self) -> None:
        if self._timeline.timeline.rowCount():
            self._timeline.go_to_newest_unread()
        else:
            self.filter_wanted.emit(TimelineFilter())


def _look_at(connection: Any, article: ArticleId) -> Change:
    from dateline.storage import visits

    return visits.look_at(connection, article, datetime.now(UTC))
