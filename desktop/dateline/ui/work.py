"""What the user does with articles beside reading them: highlights, notes, tags, lists, corrections, rules.

It introduces the parts that do it to one another, so that the main window has one thing to show and to follow. Each
part is made at its first use.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.question import TimelineFilter, filter_text
from dateline.news.reading_list import ListId
from dateline.ui.live import Live
from dateline.ui.names import Names
from dateline.ui.reader.panel import ReaderPanel
from dateline.ui.screens import Screen, Screens
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.undo import UndoStack

if TYPE_CHECKING:
    from dateline.ui.correcting import Correcting
    from dateline.ui.corrections_dialog import CorrectionsDialog
    from dateline.ui.inspector.notes import NotesPanel
    from dateline.ui.lists.listing import Listing
    from dateline.ui.lists.screen import ListScreen
    from dateline.ui.reader.highlighting import Highlighting
    from dateline.ui.reader.page import Page
    from dateline.ui.rules_dialog import RulesDialog
    from dateline.ui.tags.editor import TagEditor
    from dateline.ui.tags.tagging import Tagging
    from dateline.ui.timeline.pane import TimelinePane


class Work(QObject):
    """Does what keys and buttons ask for, with what is chosen in the window."""

    told = Signal(str)
    #: An article of a reading list is to have a star, or none.
    star_wanted = Signal(object, bool)  # ArticleId
    #: The screen of reading lists is to be shown.
    lists_wanted = Signal()
    #: The reading screen is to be shown again.
    reading_wanted = Signal()
    #: The words that speak for the topics of the open article are wanted.
    why_wanted = Signal()
    #: A reading list is to be handed over.
    export_wanted = Signal(object)  # ReadingList
    #: The window closes: what is being written is to be kept.
    closing = Signal()

    def __init__(
        self,
        tasks: Tasks,
        live: Live,
        appearance: Appearance,
        names: Names,
        settings: QSettings,
        undo: UndoStack,
        reader: ReaderPanel,
        timeline: TimelinePane,
        screens: Screens,
    ) -> None:
        super().__init__(screens)
        self.undo = undo
        self._appearance = appearance
        self._tasks = tasks
        self._live = live
        self._names = names
        self._settings = settings
        self._reader = reader
        self._timeline = timeline
        self._screens = screens
        self.tag_editor: TagEditor | None = None
        self.corrections: CorrectionsDialog | None = None
        self.rules: RulesDialog | None = None
        self._hear(reader)
        live.changed.connect(self.follow)

    # Parts

    @cached_property
    def highlighting(self) -> Highlighting:
        """Highlights and notes in the reader."""
        return self._make_highlighting(self._reader)

    @cached_property
    def correcting(self) -> Correcting:
        """Corrections of the article in the reader."""
        return self._make_correcting(self._reader)

    @cached_property
    def notes(self) -> NotesPanel:
        """The inspector's panel of notes."""
        from dateline.ui.inspector.notes import NotesPanel

        panel = NotesPanel(self._tasks, self._appearance, self.undo)
        panel.note_wanted.connect(lambda note: self.highlighting.show_by_id(note))
        self._reader.page_shown.connect(lambda page: panel.show_article(_article_of(page)))
        self._live.changed.connect(panel.follow)
        self.closing.connect(panel.keep)
        panel.show_article(_article_of(self._reader.page))
        return panel

    @cached_property
    def tagging(self) -> Tagging:
        """The popup of tags."""
        from dateline.ui.tags.tagging import Tagging

        tagging = Tagging(self._tasks, self.undo, self._appearance, self._screens)
        tagging.editor_wanted.connect(self.edit_tags)
        tagging.told.connect(self.told)
        return tagging

    @cached_property
    def listing(self) -> Listing:
        """The popup of reading lists, and what is done with them."""
        from dateline.ui.lists.listing import Listing

        listing = Listing(self._make_lists, self._tasks, self.undo, self._appearance, self._screens)
        listing.shown.connect(self.lists_wanted)
        listing.gone.connect(self.reading_wanted)
        listing.told.connect(self.told)
        return listing

    @property
    def lists(self) -> ListScreen:
        """The screen of a reading list."""
        return self.listing.screen

    # What is chosen

    @property
    def is_on_list(self) -> bool:
        """Whether a reading list is on show."""
        return self._screens.on_show is Screen.LISTS

    @property
    def list_key(self) -> str:
        """The sidebar's key of the list on the screen."""
        one = self.lists.list if self.is_on_list else None
        return "" if one is None else f"list:{one.id}"

    def article(self) -> ArticleId | None:
        """Return the article that is chosen: in the reading list where that is shown, else in the timeline.

        Where another filter has no card of it chosen, it is the one that is still being read.
        """
        if self.is_on_list:
            return self.lists.rows.article()
        return self._timeline.current() or _article_of(self._reader.page)

    def articles(self) -> tuple[ArticleId, ...]:
        """Return the articles that are chosen together in the timeline, else the one that is; nothing for none."""
        several = () if self.is_on_list else self._timeline.several()
        article = self.article()
        return several or (() if article is None else (article,))

    # Acts

    def highlight(self) -> None:
        """Highlight what is selected, or let words be picked."""
        self._marker().highlight()

    def write(self) -> None:
        """Write a note: on the list's article where its row has the keyboard, else in the text."""
        if self.is_on_list and self.lists.rows.hasFocus():
            self.lists.rows.write()
        else:
            self._marker().write()

    def next_highlight(self) -> None:
        """Go to the next highlight."""
        self._marker().next_note()

    def choose_speaker(self) -> None:
        """Ask who said the current quote."""
        self._corrector().choose_speaker()

    def is_no_quote(self) -> None:
        """Say that the current quote is none."""
        self._corrector().is_no_quote()

    def choose_topics(self) -> None:
        """Show the topics, those of the article ticked."""
        self._corrector().choose_topics()

    def tag(self) -> None:
        """Open the popup of tags."""
        self.tagging.open(self.articles(), self._timeline.filter, self._n_in_list())

    def put_statement_on_list(self, article: ArticleId, note: str) -> None:
        """Open the popup of reading lists for an article of the ledger; the statement goes along as the item's note."""
        self.listing.open_popup((article,), TimelineFilter(), 0, note)

    def put_on_list(self) -> None:
        """Open the popup of reading lists; a quote that is current goes along as the item's note."""
        reader = self.lists.reader if self.is_on_list else self._reader
        note = reader.quoted()
        reader.close_popover()
        self.listing.open_popup(self.articles(), self._timeline.filter, self._n_in_list(), note)

    def show_corrections(self) -> None:
        """Open the list of corrections."""
        from dateline.ui.corrections_dialog import CorrectionsDialog

        dialog = CorrectionsDialog(self._tasks, self.undo, self._appearance, self._names, self._screens.window())
        self.corrections = dialog
        dialog.open()

    def edit_rules(self) -> None:
        """Open the rules for new articles; the filter in force is where a new one begins."""
        from dateline.ui.rules_dialog import RulesDialog

        query = filter_text(self._timeline.filter)
        self.rules = RulesDialog(self._tasks, self.undo, self._appearance, self._screens.window(), query=query)
        self.rules.open()

    def show_list(self, number: int) -> None:
        """Show a reading list."""
        self.listing.show_list(ListId(number))

    def edit_tags(self) -> None:
        """Open the dialog that orders tags."""
        from dateline.ui.tags.editor import TagEditor

        self.tag_editor = TagEditor(self._tasks, self.undo, self._appearance, self._screens.window())
        self.tag_editor.open()

    def follow(self, change: Change) -> None:
        """Follow what a write changed."""
        for dialog in (self.tag_editor, self.corrections, self.rules):
            if dialog is not None:
                dialog.follow(change)
        if change.notices:
            first, more = change.notices[0], len(change.notices) - 1
            sentence = f"{first.rule}: {first.title}"
            self.told.emit(self.tr("{first}, and {n} more").format(first=sentence, n=more) if more else sentence)

    def close(self) -> None:
        """Keep what is being written."""
        self.closing.emit()

    def _hear(self, reader: ReaderPanel) -> None:
        reader.list_wanted.connect(self.put_on_list)
        reader.tag_wanted.connect(self.tag)

    def _make_lists(self) -> ListScreen:
        from dateline.ui.lists.screen import ListScreen

        screen = ListScreen(self._tasks, self._appearance, self._names, self._settings)
        screen.articles_wanted.connect(self.reading_wanted)
        screen.export_wanted.connect(self.export_wanted)
        screen.reader.told.connect(self.told)
        screen.reader.star_wanted.connect(self.star_wanted)
        self._hear(screen.reader)
        self._live.changed.connect(self.listing.follow)
        self._list_highlighting = self._make_highlighting(screen.reader)
        self._list_correcting = self._make_correcting(screen.reader)
        return screen

    def _make_highlighting(self, reader: ReaderPanel) -> Highlighting:
        from dateline.ui.reader.highlighting import Highlighting

        highlighting = Highlighting(reader, self._tasks, self.undo, self._appearance)
        highlighting.told.connect(self.told)
        self.closing.connect(highlighting.close)
        return highlighting

    def _make_correcting(self, reader: ReaderPanel) -> Correcting:
        from dateline.ui.correcting import Correcting

        correcting = Correcting(reader, self._tasks, self.undo, self._appearance, self._names, self._screens)
        correcting.why_wanted.connect(self.why_wanted)
        correcting.told.connect(self.told)
        return correcting

    def _marker(self) -> Highlighting:
        return self._list_highlighting if self.is_on_list else self.highlighting

    def _corrector(self) -> Correcting:
        return self._list_correcting if self.is_on_list else self.correcting

    def _n_in_list(self) -> int:
        return 0 if self.is_on_list else self._timeline.timeline.n_articles


def _article_of(page: Page | None) -> ArticleId | None:
    return None if page is None else page.article.id
