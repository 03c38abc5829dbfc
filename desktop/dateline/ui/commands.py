"""Everything that can be done in the window as actions: named, reachable by key, offered by menus and the palette."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from dateline.ui.key_bindings import KeyBindings
from dateline.ui.keys import Act, Key, Where, key_table


class Commands(QObject):
    """One action for each row of the key table that the window can carry out."""

    #: Other keys are in force.
    rebound = Signal()

    def __init__(
        self,
        window: QWidget,
        reading: Sequence[QWidget],
        does: Mapping[Act, Callable[[], object]],
        bindings: KeyBindings,
    ) -> None:
        super().__init__(window)
        self.bindings = bindings
        self._rows = {key.act: key for key in key_table() if key.act in does}
        self.actions: dict[Act, QAction] = {}
        for act, key in self._rows.items():
            action = QAction(key.name, window)
            # Not the signal's own "checked", which functions would take for an argument.
            action.triggered.connect(lambda _=False, do=does[act]: do())
            if key.where is Where.READING:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                for pane in reading:
                    pane.addAction(action)
            else:
                window.addAction(action)
            self.actions[act] = action
        self.rebind(bindings)

    def __getitem__(self, act: Act) -> QAction:
        """Return the action of an act."""
        return self.actions[act]

    def rows(self) -> tuple[Key, ...]:
        """Return the rows of the table that the window can carry out, in its order."""
        return tuple(self._rows.values())

    def keys(self, act: Act) -> tuple[str, ...]:
        """Return the keys of an act as this computer writes them."""
        form = QKeySequence.SequenceFormat.NativeText
        return tuple(one.toString(form) for one in self.actions[act].shortcuts())

    def rebind(self, bindings: KeyBindings) -> None:
        """Put other keys into force."""
        self.bindings = bindings
        for act, key in self._rows.items():
            self.actions[act].setShortcuts([QKeySequence(one) for one in bindings.keys(key)])
        self.rebound.emit()
