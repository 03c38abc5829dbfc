"""What the user does with articles beside reading them: highlights, notes, tags, lists, corrections, rules.

It introduces the parts that do it to one another, so that the main window has one thing to show and to follow.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.question import filter_text
from dateline.news.reading_list import ListId
from dateline.ui.correcting import Correcting
from dateline.ui.corrections_dialog import CorrectionsDialog
from dateline.ui.inspector.notes import NotesPanel
from dateline.ui.keys import Act
from dateline.ui.lists.listing import Listing
from dateline.ui.lists.screen import ListScreen
from dateline.ui.names import Names
from dateline.ui.reader.highlighting import Highlighting
from dateline.ui.reader.panel import ReaderPanel
from dateline.ui.rules_dialog import RulesDialog
from dateline.ui.tags.editor import TagEditor
from dateline.ui.tags.tagging import Tagging
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.undo import UndoStack

if TYPE_CHECKING:
    from dateline.ui.timeline.pane import TimelinePane


class Work(QObject):
    """Does what keys and buttons ask for, with what is chosen in the window."""

    told = Signal(str)
    #: The screen of reading lists is to be shown.
    lists_wanted = Signal()
    #: The reading screen is to be shown again.
    reading_wanted = Signal()
    #: The words that speak for the topics of the open article are wanted.
    why_wanted = Signal()

    def __init__(
        self,
        tasks: Tasks,
        appearance: Appearance,
        names: Names,
        settings: QSettings,
        reader: ReaderPanel,
        timeline: TimelinePane,
        around: QWidget,
    ) -> None:
        super().__init__(around)
        self.undo = UndoStack(tasks, self)
        self._appearance = appearance
        self._tasks = tasks
        self._names = names
        self._reader = reader
        self._timeline = timeline
        self._around = around
        self.lists = ListScreen(tasks, appearance, names, settings)
        self.listing = Listing(self.lists, tasks, self.undo, appearance, around)
        self.highlighting = Highlighting(reader, tasks, self.undo, appearance)
        self._list_highlighting = Highlighting(self.lists.reader, tasks, self.undo, appearance)
        self.tagging = Tagging(tasks, self.undo, appearance, around)
        self.tag_editor: TagEditor | None = None
        self.correcting = Correcting(reader, tasks, self.undo, appearance, names, around)
        self._list_correcting = Correcting(self.lists.reader, tasks, self.undo, appearance, names, around)
        self.correcting.why_wanted.connect(self.why_wanted)
        self.corrections: CorrectionsDialog | None = None
        self.rules: RulesDialog | None = None
        for one in (reader, self.lists.reader):
            one.list_wanted.connect(self.put_on_list)
            one.tag_wanted.connect(self.tag)
        self.notes = NotesPanel(tasks, appearance, self.undo)
        self.notes.note_wanted.connect(self.highlighting.show_by_id)
        reader.page_shown.connect(lambda page: self.notes.show_article(None if page is None else page.article.id))
        self.tagging.editor_wanted.connect(self.edit_tags)
        self.listing.shown.connect(self.lists_wanted)
        self.listing.gone.connect(self.reading_wanted)
        self.lists.articles_wanted.connect(self.reading_wanted)
        parts = (self.highlighting, self._list_highlighting, self.tagging, self.listing)
        for part in (*parts, self.correcting, self._list_correcting):
            part.told.connect(self.told)
        self.lists.reader.told.connect(self.told)

    @property
    def list_key(self) -> str:
        """The sidebar's key of the list on the screen."""
        return "" if self.lists.list is None else f"list:{self.lists.list.id}"

    def acts(self) -> dict[Act, Callable[[], object]]:
        """Return what keys do."""
        return {
            Act.HIGHLIGHT: lambda: self._marker().highlight(),
            Act.NOTE: self._write,
            Act.NEXT_HIGHLIGHT: lambda: self._marker().next_note(),
            Act.TAG: self.tag,
            Act.LIST: self.put_on_list,
            Act.SPEAKER: lambda: self._corrector().choose_speaker(),
            Act.NO_QUOTE: lambda: self._corrector().is_no_quote(),
            Act.TOPICS: lambda: self._corrector().choose_topics(),
            Act.CORRECTIONS: self.show_corrections,
            Act.TAGS: self.edit_tags,
            Act.RULES: self.edit_rules,
            Act.UNDO: self.undo.undo,
        }

    def article(self) -> ArticleId | None:
        """Return the article that is chosen: in the reading list where that is shown, else in the timeline."""
        return self.lists.rows.article() if self.lists.isVisible() else self._timeline.current()

    def tag(self) -> None:
        """Open the popup of tags."""
        self.tagging.open(self.article(), self._timeline.filter, self._n_in_list())

    def put_on_list(self) -> None:
        """Open the popup of reading lists; a quote that is current goes along as the item's note."""
        reader = self.lists.reader if self.lists.isVisible() else self._reader
        note = reader.quoted()
        reader.close_popover()
        self.listing.open_popup(self.article(), self._timeline.filter, self._n_in_list(), note)

    def show_corrections(self) -> None:
        """Open the list of corrections."""
        dialog = CorrectionsDialog(self._tasks, self.undo, self._appearance, self._names, self._around.window())
        self.corrections = dialog
        dialog.open()

    def edit_rules(self) -> None:
        """Open the rules for new articles; the filter in force is where a new one begins."""
        query = filter_text(self._timeline.filter)
        self.rules = RulesDialog(self._tasks, self.undo, self._appearance, self._around.window(), query=query)
        self.rules.open()

    def show_list(self, number: int) -> None:
        """Show a reading list."""
        self.listing.show_list(ListId(number))

    def edit_tags(self) -> None:
        """Open the dialog that orders tags."""
        self.tag_editor = TagEditor(self._tasks, self.undo, self._appearance, self._around.window())
        self.tag_editor.open()

    def follow(self, change: Change) -> None:
        """Follow what a write changed."""
        self.listing.follow(change)
        self.notes.follow(change)
        for dialog in (self.tag_editor, self.corrections, self.rules):
            if dialog is not None:
                dialog.follow(change)
        if change.notices:
            first, more = change.notices[0], len(change.notices) - 1
            sentence = f"{first.rule}: {first.title}"
            self.told.emit(self.tr("{first}, and {n} more").format(first=sentence, n=more) if more else sentence)

    def close(self) -> None:
        """Keep what is being written."""
        self.notes.keep()
        self.highlighting.close()
        self._list_highlighting.close()

    def _marker(self) -> Highlighting:
        return self._list_highlighting if self.lists.isVisible() else self.highlighting

    def _corrector(self) -> Correcting:
        return self._list_correcting if self.lists.isVisible() else self.correcting

    def _n_in_list(self) -> int:
        return 0 if self.lists.isVisible() else self._timeline.timeline.rowCount()

    def _write(self) -> None:
        if self.lists.isVisible() and self.lists.rows.hasFocus():
            self.lists.rows.write()
        else:
            self._marker().write()
