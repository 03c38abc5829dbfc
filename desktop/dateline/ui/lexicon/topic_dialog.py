"""The dialog that makes a topic of the user's own."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from dateline.news.lexicon_edit import TopicEdit
from dateline.ui.dialog import Dialog
from dateline.ui.theme import Appearance


class NewTopicDialog(Dialog):
    """Asks for a topic's names; one that is taken cannot be accepted."""

    def __init__(self, appearance: Appearance, taken: set[str], parent: QWidget) -> None:
        super().__init__(appearance, "", "", parent)
        self._taken = taken
        self.setWindowTitle(self.tr("New topic"))
        self.heading.setText(self.tr("New topic"))
        self.accept_button.setText(self.tr("Add topic"))
        self.name, self.zh = QLineEdit(self), QLineEdit(self)
        for line, words in ((self.name, self.tr("Name")), (self.zh, self.tr("Name in Chinese, if it has one"))):
            line.setPlaceholderText(words)
            line.setAccessibleName(words)
            self.body.addWidget(line)
        self.setMinimumWidth(460)
        self.name.textChanged.connect(self._look)
        self._look()
        self.name.setFocus()

    def edit(self) -> TopicEdit:
        """Return the topic that was named."""
        name = " ".join(self.name.text().split())
        return TopicEdit("-".join(name.casefold().split()), name, " ".join(self.zh.text().split()))

    def _look(self) -> None:
        key = self.edit().topic
        is_taken = key in self._taken
        words = self.tr("There is a topic of this name.") if is_taken else self.tr("Its terms come next.")
        self.truth.setText(words)
        self.accept_button.setEnabled(bool(key) and not is_taken)
