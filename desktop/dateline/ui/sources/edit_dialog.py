"""Edit a source: what it is called and the folder it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from dateline.news.feed import Source, SourceKind
from dateline.ui.buttons import Button
from dateline.ui.dialog import Dialog
from dateline.ui.theme import Appearance


class EditSourceDialog(Dialog):
    """`title` and `folder` are what the user wants once accepted."""

    #: The rule of a site without a feed is to be edited instead.
    rule_wanted = Signal()

    def __init__(self, appearance: Appearance, source: Source, folders: Sequence[str], parent: QWidget) -> None:
        super().__init__(appearance, "", "", parent)
        self.setWindowTitle(self.tr("Edit source"))
        self.heading.setText(self.tr("Edit source"))
        self.accept_button.setText(self.tr("Save"))
        self._name = QLineEdit(source.title, self)
        self._folder = QComboBox(self)
        self._folder.setEditable(True)
        self._folder.addItems(sorted({"", *folders}))
        self._folder.setEditText(source.folder)
        address = QLabel(source.url, self)
        address.setTextFormat(Qt.TextFormat.PlainText)
        address.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        address.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Name"), self._name)
        form.addRow(self.tr("Folder"), self._folder)
        form.addRow(self.tr("Address"), address)
        if source.kind is SourceKind.LISTING:
            self.rule_button = Button(appearance, self.tr("Edit the rule…"), self)
            self.rule_button.setAutoDefault(False)
            self.rule_button.clicked.connect(self.rule_wanted)
            form.addRow(self.tr("List"), self.rule_button)
        self.body.addLayout(form)
        self.truth.setText(self.tr("Articles that are kept already stay as they are."))
        self.setMinimumWidth(520)
        self._name.textChanged.connect(lambda text: self.accept_button.setEnabled(bool(text.strip())))
        self._name.setFocus()

    @property
    def title(self) -> str:
        """What the source is to be called."""
        return self._name.text().strip()

    @property
    def folder(self) -> str:
        """The folder it is to stand in, "" for none."""
        return self._folder.currentText().strip()
