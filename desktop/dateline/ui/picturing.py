"""The pictures of an article on their way into a reader: asked for by the user, fetched by the newsroom."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from dateline.ui.newsroom import Newsroom
from dateline.ui.reader.panel import ReaderPanel
from dateline.ui.reader.pictures import Picture, pictures_of, read_picture
from dateline.ui.tasks import Tasks


class Picturing(QObject):
    """Shows pictures in a reader."""

    #: A sentence on what becomes of them.
    told = Signal(str)

    def __init__(self, tasks: Tasks, newsroom: Newsroom, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._newsroom = newsroom

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

        def read(bodies: Sequence[bytes]) -> None:
            # They are read where the library is: a large one would hold up the window.
            self._tasks.read(partial(_read, bodies=bodies), show, slot="pictures")

        def show(images: Sequence[QImage]) -> None:
            # Another article may be open by now.
            if reader.page is not None and reader.page.article.id == article.id:
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
