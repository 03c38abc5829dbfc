"""The keys page: every act with its keys, editable, conflicts shown where they are."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dateline.ui.buttons import Button
from dateline.ui.joined import listed
from dateline.ui.key_bindings import KeyBindings, Preset
from dateline.ui.keys import Act, key_table
from dateline.ui.table_dress import TableDress
from dateline.ui.theme import Appearance

_ACT = Qt.ItemDataRole.UserRole


class KeysPage(QWidget):
    """Select an act, press its new keys."""

    #: Other keys are wanted: KeyBindings.
    changed = Signal(object)

    def __init__(self, appearance: Appearance, bindings: KeyBindings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.bindings = bindings
        self.preset = QComboBox(self)
        for preset, name in ((Preset.GOOGLE_READER, "Google Reader"), (Preset.NETNEWSWIRE, "NetNewsWire")):
            self.preset.addItem(name, preset)
        self.preset.setCurrentIndex(self.preset.findData(bindings.preset))
        self.preset.setAccessibleName(self.tr("Keys of"))
        self.table = _Table(0, 2, self)
        self.table.setHorizontalHeaderLabels([self.tr("What it does"), self.tr("Keys")])
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(1, 150)
        TableDress(self.table, appearance, "list")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(self.tr("Keys"))
        self.edit = QKeySequenceEdit(self)
        self.edit.setMaximumSequenceLength(2)
        self.edit.setAccessibleName(self.tr("New keys"))
        self.remove = Button(appearance, self.tr("No key"), self)
        self.reset = Button(appearance, self.tr("As it was"), self)
        self.said = QLabel("", self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.hide()
        top = QHBoxLayout()
        top.addWidget(QLabel(self.tr("Keys of")))
        top.addWidget(self.preset)
        top.addStretch(1)
        line = QHBoxLayout()
        line.addWidget(QLabel(self.tr("New keys")))
        line.addWidget(self.edit, 1)
        line.addWidget(self.remove)
        line.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(line)
        column.addWidget(self.said)
        self.preset.activated.connect(self._choose_preset)
        self.edit.editingFinished.connect(self._take)
        self.remove.clicked.connect(lambda: self._set(()))
        self.reset.clicked.connect(lambda: self._set(None))
        self._fill()
        self.table.selectRow(0)
        self._restyle()
        appearance.changed.connect(self._restyle)

    def act(self) -> Act | None:
        """Return the act that is selected."""
        item = self.table.item(self.table.currentRow(), 0)
        return None if item is None else Act(item.data(_ACT))

    def select(self, act: Act) -> None:
        """Select an act."""
        for row in range(self.table.rowCount()):
            item = self.table.item(row, 0)
            if item is not None and item.data(_ACT) == act:
                self.table.selectRow(row)

    def _take(self) -> None:
        keys = self.edit.keySequence()
        if not keys.isEmpty():
            self._set((keys.toString(QKeySequence.SequenceFormat.PortableText),))
            self.edit.clear()

    def _set(self, keys: tuple[str, ...] | None) -> None:
        act = self.act()
        if act is not None:
            self._use(self.bindings.with_own(act, keys))

    def _choose_preset(self) -> None:
        self._use(KeyBindings(Preset(self.preset.currentData())))

    def _use(self, bindings: KeyBindings) -> None:
        self.bindings = bindings
        self._fill()
        self.changed.emit(bindings)

    def _fill(self) -> None:
        conflicts = self.bindings.conflicts()
        bad = {key.act for holders in conflicts.values() for key in holders}
        row = self.table.currentRow()
        rows = key_table()
        self.table.setRowCount(len(rows))
        native = QKeySequence.SequenceFormat.NativeText
        for number, key in enumerate(rows):
            keys = "   ".join(QKeySequence(one).toString(native) for one in self.bindings.keys(key))
            name = QTableWidgetItem(key.name)
            name.setData(_ACT, key.act)
            cell = QTableWidgetItem(f"⚠ {keys}" if key.act in bad else keys)
            if key.act in bad:
                cell.setForeground(self._appearance.theme.colour.danger)
            self.table.setItem(number, 0, name)
            self.table.setItem(number, 1, cell)
        if row >= 0:
            self.table.selectRow(row)
        named = self.tr("“{name}”")
        self.said.setText(
            "\n".join(
                self.tr("{keys} is set for {acts}. Neither will work until one of them has another key.").format(
                    keys=QKeySequence(keys).toString(native),
                    acts=listed(named.format(name=key.name) for key in holders),
                )
                for keys, holders in conflicts.items()
            )
        )
        self.said.setVisible(bool(conflicts))

    def _restyle(self) -> None:
        palette = self.said.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._appearance.theme.colour.danger)
        self.said.setPalette(palette)


class _Table(QTableWidget):
    """Keeps the row that is chosen in sight where the sentence below takes room from it."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll to the row."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())
