"""Words copied with their source, cited in the style that the user exports in.

The citation is made away from the UI thread: its processor takes a while to load. What an export is made of is loaded
with the first citation, for the reader that offers it comes with the start of the window.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication

from dateline.news.article import ArticleId
from dateline.ui.carrying import cited_data
from dateline.ui.tasks import Tasks

if TYPE_CHECKING:
    from dateline.news.handover import ExportOptions

_SLOT = "citation"


class Citing(QObject):
    """Puts words with a citation on the clipboard."""

    #: A sentence on what was copied.
    told = Signal(str)

    def __init__(self, tasks: Tasks, settings: QSettings | None, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._settings = settings

    def copy(self, words: str, article: ArticleId, revision: int | None = None, *, said: str) -> None:
        """Copy words, and below them an article's citation, as it stood at a revision; then tell `said`."""
        from dateline.news.handover import ExportOptions
        from dateline.ui.export.remembered import remembered_options

        options = ExportOptions() if self._settings is None else remembered_options(self._settings)
        job = partial(_cited, article=article, revision=revision, options=options)
        self._tasks.read(job, partial(self._put, words, said), slot=_SLOT)

    def _put(self, words: str, said: str, citation: str) -> None:
        QGuiApplication.clipboard().setMimeData(cited_data(words, citation))
        self.told.emit(said)


def _cited(connection: Any, article: ArticleId, revision: int | None, options: ExportOptions) -> str:
    """Return an article's citation, "" where it is no longer there. A read job."""
    from dateline.export.citing import cite
    from dateline.export.words import word
    from dateline.news.handover import HandoverItem
    from dateline.sources.outlets import outlet_names
    from dateline.storage.pinned import article_at

    at = article_at(connection, article, revision)
    if at is None:
        return ""
    outlet = outlet_names(options.language).get(at.article.outlet, at.article.outlet)
    citation = cite(HandoverItem(at.article, outlet, revisions=at.revisions), options.style)
    return f"{citation} [{word('sample', options.language)}]" if at.article.is_sample else citation
