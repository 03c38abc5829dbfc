"""Opens the export dialog for what is in sight: the filter's articles, or the reading list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from dateline.news.coverage import StoryId
from dateline.news.handover import HandoverWanted
from dateline.news.question import Term, TimelineFilter, filter_text
from dateline.news.reading_list import ReadingList
from dateline.ui.newsroom import Newsroom
from dateline.ui.over_window import OverWindow
from dateline.ui.settings.preferences import Preferences
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance

if TYPE_CHECKING:
    from dateline.ui.export.dialog import ExportDialog


class Exporting(OverWindow):
    """Stands between the window and the dialog. `preferences` tells what holds at the moment."""

    def __init__(
        self,
        window: QWidget,
        appearance: Appearance,
        tasks: Tasks,
        newsroom: Newsroom,
        settings: QSettings,
        preferences: Callable[[], Preferences],
    ) -> None:
        super().__init__(window, appearance, tasks, newsroom)
        self._settings = settings
        self._preferences = preferences
        self.dialog: ExportDialog | None = None

    def export_filter(self, question: TimelineFilter) -> None:
        """Open the dialog for the articles of a filter."""
        title = filter_text(question) or self.tr("All articles")
        self._open(HandoverWanted(title, question))

    def export_story(self, story: StoryId) -> None:
        """Open the dialog for the articles of a story."""
        self.export_filter(TimelineFilter((Term(str(story), "story"),)))

    def export_list(self, one: ReadingList) -> None:
        """Open the dialog for a reading list."""
        self._open(HandoverWanted(one.name, reading_list=one.id))

    def _open(self, wanted: HandoverWanted) -> None:
        from dateline.ui.export.dialog import ExportDialog

        dialog = ExportDialog(
            self._appearance,
            self._tasks,
            self._newsroom,
            self._settings,
            self._preferences(),
            wanted,
            self._window,
        )
        dialog.done_saying.connect(self.told)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()
