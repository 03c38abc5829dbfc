"""The pictures of an article on their way into a reader: asked for by the user, fetched by the newsroom."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from dateline.news.article import ArticleId
from dateline.ui.newsroom import Newsroom
from dateline.ui.reader.page import Page
from dateline.ui.reader.panel import ReaderPanel
from dateline.ui.reader.pictures import Picture, pictures_of, read_picture
from dateline.ui.tasks import Tasks

#: Who goes through the list article by article asks for no pictures of those gone by.
_REST_MS = 400


class Picturing(QObject):
    """Shows pictures in a reader."""

    #: A sentence on what becomes of them.
    told = Signal(str)

    def __init__(self, tasks: Tasks, newsroom: Newsroom, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._newsroom = newsroom
        self._reader: ReaderPanel | None = None
        self._last: ArticleId | None = None
        self._resting = QTimer(self, singleShot=True, interval=_REST_MS)
        self._resting.timeout.connect(self._show_by_itself)

    def set_by_itself(self, reader: ReaderPanel, *, is_on: bool) -> None:
        """Show the pictures of each article that the reader rests on, or only those that are asked for."""
        if is_on == (self._reader is not None):
            return
        self._reader = reader if is_on else None
        (reader.page_shown.connect if is_on else reader.page_shown.disconnect)(self._note)

    def show_in(self, reader: ReaderPanel) -> None:
        """Fetch the pictures of the article that a reader shows, and show them in it."""
        if reader.page is None:
            self.told.emit(self.tr("Open an article first, then ask for its pictures."))
            return
        article = reader.page.article
        pictures = pictures_of(article.html)
        if not pictures:
            self.told.emit(self.tr("This article comes without pictures."))
            return
        self.told.emit(self.tr("Fetching the pictures of this article…"))
        self._fetch(reader, article.id, pictures)

    def _note(self, page: Page | None) -> None:
        if page is not None and page.article.id != self._last:
            self._resting.start()
        self._last = None if page is None else page.article.id

    def _show_by_itself(self) -> None:
        reader = self._reader
        if reader is None or reader.page is None:
            return
        pictures = pictures_of(reader.page.article.html)
        if pictures:
            self._fetch(reader, reader.page.article.id, pictures)

    def _fetch(self, reader: ReaderPanel, article: ArticleId, pictures: Sequence[Picture]) -> None:

        def read(bodies: Sequence[bytes]) -> None:
            # They are read where the library is: a large one would hold up the window.
            self._tasks.read(partial(_read, bodies=bodies), show, slot="pictures")

        def show(images: Sequence[QImage]) -> None:
            # Another article may be open by now.
            if reader.page is not None and reader.page.article.id == article:
                self._show(reader, pictures, images)

        fetched = self._newsroom.fetch_pictures([picture.address for picture in pictures])
        self._tasks.follow(fetched, read, slot="pictures.fetched")

    def _show(self, reader: ReaderPanel, pictures: Sequence[Picture], images: Sequence[QImage]) -> None:
        reader.view.show_pictures(list(zip(pictures, images, strict=False)))
        n = sum(not image.isNull() for image in images)
        if n < len(pictures):
            self.told.emit(self.tr("{n} of {all} pictures came.").format(n=n, all=len(pictures)))


def _read(_connection: Any, bodies: Sequence[bytes]) -> list[QImage]:
    return [read_picture(body) for body in bodies]
