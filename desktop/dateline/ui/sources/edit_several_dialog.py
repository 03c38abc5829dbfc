"""Edit several sources at once: the folder they stand in and how often they are asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from dateline.errors import DatelineError
from dateline.news.feed import Source
from dateline.news.manner import read_interval
from dateline.ui.counted import counted
from dateline.ui.dialog import Dialog
from dateline.ui.known_sentences import failure_words
from dateline.ui.sources.words import INTERVALS, exact_interval
from dateline.ui.theme import Appearance


class EditSeveralDialog(Dialog):
    """`sources` are as the user wants them once accepted; what is left alone stays each one's own."""

    def __init__(
        self, appearance: Appearance, sources: Sequence[Source], folders: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(appearance, "", "", parent)
        title = counted(len(sources), self.tr("Edit {n} source"), self.tr("Edit {n} sources"))
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.accept_button.setText(self.tr("Save"))
        self.sources = tuple(sources)
        self._as_is = self.tr("As it is")
        self._none = self.tr("Without a folder")
        self._rhythm = self.tr("As the feed's own rhythm asks")
        self.folder = self._choice(self.tr("Folder"), (self._none, *folders))
        self.interval = self._choice(self.tr("Asked every"), (self._rhythm, *map(exact_interval, INTERVALS)))
        self.said = QLabel("", self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Folder"), self.folder)
        form.addRow(self.tr("Asked every"), self.interval)
        self.body.addLayout(form)
        self.body.addWidget(self.said)
        self.setMinimumWidth(480)
        self.folder.setFocus()

    def accept(self) -> None:
        """Close, unless what was written is no interval."""
        folder, interval = self.folder.currentText().strip(), self.interval.currentText().strip()
        changed = self.sources
        if folder != self._as_is:
            name = "" if folder == self._none else folder
            changed = tuple(replace(one, folder=name) for one in changed)
        if interval != self._as_is:
            try:
                minutes = None if interval == self._rhythm else read_interval(interval)
            except DatelineError as error:
                self.said.setText(failure_words(error))
                return
            changed = tuple(replace(one, interval_minutes=minutes) for one in changed)
        self.sources = changed
        super().accept()

    def _choice(self, name: str, choices: Sequence[str]) -> QComboBox:
        box = QComboBox(self)
        box.setEditable(True)
        box.addItems([self._as_is, *choices])
        box.setAccessibleName(name)
        return box
