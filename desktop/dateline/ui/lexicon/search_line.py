"""A line to type into, with a magnifying glass before it and a button that empties it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from dateline.ui.icons import make_icon
from dateline.ui.theme import Appearance


class SearchLine(QLineEdit):
    """`words` stand in it while it is empty, and are its name."""

    def __init__(self, appearance: Appearance, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setClearButtonEnabled(True)
        colour = appearance.theme.colour
        self._glass = self.addAction(
            make_icon("search", colour.text_secondary, colour.accent, disabled=colour.text_disabled),
            QLineEdit.ActionPosition.LeadingPosition,
        )
