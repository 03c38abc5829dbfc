"""The bar over an article of a reading list that changed since it was put there: which of its states is shown.

It only tells what is wanted; the screen shows it.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from dateline.news.reading_list import ListItem
from dateline.ui.buttons import Button, ToggleButton
from dateline.ui.dates import full_moment
from dateline.ui.marks import paint_hairline
from dateline.ui.reader.header import set_label
from dateline.ui.theme import Appearance


class Version(Enum):
    """What is shown of an article that changed."""

    AS_READ = "as-read"
    NEWEST = "newest"
    CHANGES = "changes"


class VersionsBar(QWidget):
    """Says that there is a newer version, and offers it, what changed, and to let the list point to it."""

    chosen = Signal(object)  # Version
    # The list is to point to the newest version from now on.
    newest_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAccessibleName(self.tr("Versions of the article"))
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(2)
        names = {
            Version.AS_READ: ("history", self.tr("As I read it")),
            Version.NEWEST: ("newspaper", self.tr("Newest version")),
            Version.CHANGES: ("git-compare", self.tr("What changed")),
        }
        self.toggles: dict[Version, ToggleButton] = {}
        for number, (version, (icon, name)) in enumerate(names.items()):
            toggle = ToggleButton(appearance, icon, name, self)
            self._group.addButton(toggle, number)
            row.addWidget(toggle)
            self.toggles[version] = toggle
        row.addStretch()
        self.keep = Button(appearance, self.tr("Keep the newest"), self, kind="quiet")
        self.keep.setToolTip(self.tr("Let the list point to the newest version"))
        self.keep.clicked.connect(self.newest_wanted)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.sentence)
        column.addLayout(row)
        self._group.idClicked.connect(lambda number: self.chosen.emit(list(Version)[number]))
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_item(self, item: ListItem, version: Version) -> None:
        """Show which version of an item's article is on show, and when it was put on the list."""
        self.toggles[version].setChecked(True)
        self.sentence.setText(
            self.tr(
                "This list keeps revision {n} of {all}, as it was read on {moment}. There is a newer version."
            ).format(n=item.revision, all=item.n_revisions, moment=full_moment(item.added_at))
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        colour = self._appearance.theme.colour
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour.warn_ground)
        paint_hairline(painter, 0, self.height() - 1, self.width(), colour.line)
        painter.end()

    def _restyle(self) -> None:
        theme = self._appearance.theme
        set_label(self.sentence, theme.font("meta"), theme.colour.text.name())
        self.update()
