"""The tags put in order: made, coloured, renamed, merged, removed; each act at once, each taken back by undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from dateline.news.change import Change
from dateline.news.tag import N_TAG_COLOURS, Tag, tag_key
from dateline.ui.buttons import Button
from dateline.ui.icons import make_icon
from dateline.ui.reader.header import set_label
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.undo import UndoStack

_SLOT = "tag editor"
_TAG = Qt.ItemDataRole.UserRole


class TagEditor(QDialog):
    """A list of tags and what can be done with the chosen one."""

    def __init__(self, tasks: Tasks, undo: UndoStack, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._undo = undo
        self._appearance = appearance
        self.setWindowTitle(self.tr("Tags"))
        self.resize(460, 460)
        self.list = QListWidget(self)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setIconSize(QSize(14, 14))
        self.list.setAccessibleName(self.tr("Tags"))
        self.list.itemSelectionChanged.connect(self._enable)
        self.list.itemActivated.connect(lambda _: self.rename())
        self.new = Button(appearance, self.tr("New…"), self, icon="plus")
        self.change = Button(appearance, self.tr("Rename or merge…"), self)
        self.colour = Button(appearance, self.tr("Colour"), self)
        self.gone = Button(appearance, self.tr("Remove"), self)
        self.new.clicked.connect(self.make)
        self.change.clicked.connect(self.rename)
        self.gone.clicked.connect(self.remove)
        self._colours = QMenu(self)
        self.colour.setMenu(self._colours)
        self._hint = QLabel(self.tr("A name that is taken merges the two; policy/chips puts chips below policy."), self)
        self._hint.setWordWrap(True)
        buttons = QVBoxLayout()
        for button in (self.new, self.change, self.colour, self.gone):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        close = Button(appearance, self.tr("Close"), self, kind="primary")
        close.clicked.connect(self.accept)
        middle = QHBoxLayout()
        middle.addWidget(self.list, 1)
        middle.addLayout(buttons)
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addWidget(close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 14)
        rows.setSpacing(12)
        rows.addLayout(middle, 1)
        rows.addLayout(foot)
        appearance.changed.connect(self.read)
        self._enable()
        self.read()

    def read(self) -> None:
        """Read the tags again."""
        theme = self._appearance.theme
        set_label(self._hint, theme.font("meta"), theme.colour.text_secondary.name())
        self._colours.clear()
        for number in range(N_TAG_COLOURS):
            name = theme.speaker(number - 1).name if number else self.tr("None")
            action = self._colours.addAction(self._mark(number), name)
            action.triggered.connect(lambda _=False, number=number: self.paint(number))
        self._tasks.read(_read, self._show, slot=_SLOT)

    def follow(self, change: Change) -> None:
        """Read them again where a write touched them."""
        if self.isVisible() and change.has_user_data:
            self.read()

    def names(self) -> list[str]:
        """Return the names as they stand."""
        return [self.list.item(row).data(_TAG).name for row in range(self.list.count())]

    def choose(self, name: str) -> None:
        """Choose a tag."""
        for row in range(self.list.count()):
            if tag_key(self.list.item(row).data(_TAG).name) == tag_key(name):
                self.list.setCurrentRow(row)

    def make(self) -> None:
        """Ask for a name and make a tag."""
        name, is_given = QInputDialog.getText(self, self.tr("New tag"), self.tr("Name, such as policy/chips:"))
        if is_given and name.strip():
            self._do(partial(_make, name=name), self.tr("The tag was taken back."))

    def rename(self) -> None:
        """Ask for another name; one that is taken merges the two."""
        tag = self._chosen()
        if tag is None:
            return
        name, is_given = QInputDialog.getText(
            self, self.tr("Rename or merge"), self.tr("New name for “{tag}”:").format(tag=tag.name), text=tag.name
        )
        if is_given and name.strip() and name != tag.name:
            self.rename_to(tag.name, name)

    def rename_to(self, name: str, new: str) -> None:
        """Give a tag another name."""
        self._do(partial(_rename, name=name, new=new), self.tr("The tags have their names again."))

    def paint(self, colour: int) -> None:
        """Give the chosen tag a colour."""
        tag = self._chosen()
        if tag is not None:
            self._do(partial(_colour, name=tag.name, colour=colour), self.tr("The tag has its colour again."))

    def remove(self) -> None:
        """Remove the chosen tag and those below it from all articles."""
        tag = self._chosen()
        if tag is not None:
            self._undo.do(
                partial(_remove, name=tag.name),
                self.tr("The tag is back."),
                said=self.tr("The tag “{tag}” was removed.").format(tag=tag.name),
            )

    def _do(self, act: Callable[[Any], Change], undone: str) -> None:
        self._undo.do(act, undone)

    def _chosen(self) -> Tag | None:
        item = self.list.currentItem()
        return None if item is None else item.data(_TAG)

    def _show(self, tags: tuple[Tag, ...]) -> None:
        held = self._chosen()
        self.list.clear()
        there = {tag.name for tag in tags}
        for tag in tags:
            is_below = tag.name.rpartition("/")[0] in there
            name = "    " * tag.depth + tag.leaf if is_below else tag.name
            item = QListWidgetItem(self._mark(tag.colour), f"{name}   {tag.n:,}")
            item.setData(_TAG, tag)
            item.setToolTip(tag.name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{tag.name}, {tag.n}")
            self.list.addItem(item)
        if held is not None:
            self.choose(held.name)
        self._enable()

    def _mark(self, colour: int) -> QIcon:
        theme = self._appearance.theme
        ink = theme.speaker(colour - 1).ink if colour else theme.colour.text_secondary
        return make_icon("tag", ink, px=14)

    def _enable(self) -> None:
        for button in (self.change, self.colour, self.gone):
            button.setEnabled(self._chosen() is not None)


def _read(connection: Any) -> tuple[Tag, ...]:
    from dateline.storage import tags

    return tags.tags(connection)


def _make(connection: Any, name: str) -> Change:
    from dateline.storage import tags

    return tags.make_tag(connection, name, datetime.now(UTC))


def _rename(connection: Any, name: str, new: str) -> Change:
    from dateline.storage import tags

    return tags.rename_tag(connection, name, new, datetime.now(UTC))


def _colour(connection: Any, name: str, colour: int) -> Change:
    from dateline.storage import tags

    return tags.colour_tag(connection, name, colour)


def _remove(connection: Any, name: str) -> Change:
    from dateline.storage import tags

    return tags.remove_tag(connection, name)
