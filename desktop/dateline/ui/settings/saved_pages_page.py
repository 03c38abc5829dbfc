"""The page of saved pages: which folder is watched for pages that the user saves from the browser."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dateline.errors import DatelineError
from dateline.ui.buttons import Button
from dateline.ui.known_sentences import failure_words
from dateline.ui.newsroom import Newsroom
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance

_SLOT = "watched folder"


class SavedPagesPage(QWidget):
    """Shows the watched folder, and lets the user choose another or none."""

    def __init__(self, appearance: Appearance, tasks: Tasks, newsroom: Newsroom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._newsroom = newsroom
        self.folder: Path | None = None
        self.shown = QLabel()
        self.shown.setWordWrap(True)
        self.choose = Button(appearance, self.tr("Choose a folder…"), self)
        self.choose.clicked.connect(self._choose)
        self.none = Button(appearance, self.tr("Watch none"), self)
        self.none.clicked.connect(lambda: self.watch(None))
        for button in (self.choose, self.none):
            button.setAutoDefault(False)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        about = QLabel(
            self.tr(
                "What you save there from the browser becomes the full text of its article within seconds. Nothing in "
                "the folder is moved or changed."
            )
        )
        about.setProperty("kind", "hint")
        about.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addWidget(self.none)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.shown)
        column.addLayout(row)
        column.addWidget(self.trouble)
        column.addWidget(about)
        column.addStretch(1)
        self._look()

    def watch(self, folder: Path | None) -> None:
        """Watch a folder from now on, or none."""
        self.trouble.clear()
        self._tasks.follow(self._newsroom.watch_folder(folder), self._watched, slot=_SLOT, failed=self._failed)

    def _look(self) -> None:
        self._tasks.follow(self._newsroom.watched_folder(), self._show, slot=_SLOT, failed=self._failed)

    def _watched(self, _: None) -> None:
        self._look()

    def _show(self, folder: Path | None) -> None:
        self.folder = folder
        self.shown.setText(
            self.tr("No folder is watched for saved pages.")
            if folder is None
            else self.tr("Watched for saved pages: {folder}").format(folder=folder)
        )
        self.choose.setEnabled(not self._tasks.is_read_only)
        self.none.setEnabled(folder is not None and not self._tasks.is_read_only)

    def _choose(self) -> None:
        start = str(self.folder or Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder of saved pages"), start)
        if chosen:
            self.watch(Path(chosen))

    def _failed(self, error: DatelineError) -> None:
        self.trouble.setText(failure_words(error))
