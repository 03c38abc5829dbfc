"""The corrections that hold, newest first, each with a way to take it back."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from dateline.news.change import Change
from dateline.news.correction import CorrectionId, KeptCorrection, QuoteCorrection, SameSpeaker
from dateline.ui.buttons import Button
from dateline.ui.dates import full_moment
from dateline.ui.names import Names
from dateline.ui.reader.header import set_label
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.undo import UndoStack

_SLOT = "corrections dialog"
_KEPT = Qt.ItemDataRole.UserRole


class CorrectionsDialog(QDialog):
    """Lists corrections; Delete or the button takes the chosen ones back."""

    def __init__(
        self, tasks: Tasks, undo: UndoStack, appearance: Appearance, names: Names, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._undo = undo
        self._names = names
        self.setWindowTitle(self.tr("Corrections"))
        self.resize(620, 460)
        self._empty = QLabel(
            self.tr("Nothing was corrected yet. A quote's card and an article's topics let you."), self
        )
        self._empty.setWordWrap(True)
        set_label(self._empty, appearance.theme.font("control"), appearance.theme.colour.text_secondary.name())
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("Corrections"))
        self.back = Button(appearance, self.tr("Take back"), self, icon="undo-2")
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.take_back)
        self.list.itemSelectionChanged.connect(self._enable)
        close = Button(appearance, self.tr("Close"), self, kind="primary")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 14)
        rows.setSpacing(12)
        rows.addWidget(self._empty)
        rows.addWidget(self.list, 1)
        rows.addLayout(foot)
        self._enable()
        self.read()

    def read(self) -> None:
        """Read the corrections again."""
        self._tasks.read(_read, self._show, slot=_SLOT)

    def follow(self, change: Change) -> None:
        """Read them again where a write touched them."""
        if self.isVisible() and change.has_user_data:
            self.read()

    def take_back(self) -> None:
        """Take back what is chosen."""
        for item in self.list.selectedItems():
            kept: KeptCorrection = item.data(_KEPT)
            self._undo.do(partial(_remove, number=kept.id), self.tr("The correction holds again."))

    def sentences(self) -> list[str]:
        """Return what stands in the list."""
        return [self.list.item(row).text().split("\n")[0] for row in range(self.list.count())]

    def _show(self, found: tuple[KeptCorrection, ...]) -> None:
        self.list.clear()
        for one in found:
            where = one.title or self.tr("in every article")
            item = QListWidgetItem(f"{self._sentence(one)}\n{where} · {full_moment(one.made_at)}")
            item.setData(_KEPT, one)
            self.list.addItem(item)
        self._empty.setVisible(not found)
        self._enable()

    def _sentence(self, one: KeptCorrection) -> str:
        said = one.said
        if isinstance(said, SameSpeaker):
            return self.tr("“{other}” is {name}").format(other=said.other, name=said.speaker)
        if isinstance(said, QuoteCorrection):
            words = " ".join(said.words.split())
            words = words if len(words) <= 60 else words[:60].rstrip() + "…"
            if not said.is_quote:
                return self.tr("“{words}” is no quote").format(words=words)
            name = said.speaker or self.tr("nobody who is known")
            return self.tr("“{words}” was said by {name}").format(words=words, name=name)
        sentence = self.tr("It is about {topic}") if said.is_wanted else self.tr("It is not about {topic}")
        return sentence.format(topic=self._names.topic(said.topic))

    def _enable(self) -> None:
        self.back.setEnabled(bool(self.list.selectedItems()))


def _read(connection: Any) -> tuple[KeptCorrection, ...]:
    from dateline.storage import corrections

    return corrections.corrections(connection)


def _remove(connection: Any, number: CorrectionId) -> Change:
    from dateline.storage import corrections

    return corrections.remove_correction(connection, number)
