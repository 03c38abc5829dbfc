"""What the user did, in order, and how the last of it is taken back: one stack for everything in the window.

An act that writes is recorded by the library itself; one that the window can turn round on its own says how.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from dateline.errors import DatelineError
from dateline.news.change import Change
from dateline.ui.known_sentences import failure_words
from dateline.ui.tasks import Tasks

_MOST = 100


@dataclass(slots=True, eq=False)
class DoneAct:
    """One thing that was done. `undone` is what is said when it was taken back, `done` what was said of it."""

    undone: str = ""
    done: str = ""
    turn_round: Callable[[], object] | None = None
    number: int | None = None  # the library's own, once the act was written


class UndoStack(QObject):
    """Does acts and takes them back, last first."""

    #: A sentence, and whether what it tells can be undone.
    told = Signal(str, bool)
    #: Another act is the one that would be taken back.
    changed = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._acts: list[DoneAct] = []
        self._n_wanted_back = 0  # asked for before the last act was written

    @property
    def can_undo(self) -> bool:
        """Tell whether there is anything to take back."""
        return bool(self._acts)

    @property
    def last(self) -> str:
        """What was said of the act that would be taken back, "" where nothing was, or there is none."""
        return self._acts[-1].done if self._acts else ""

    def do(
        self,
        act: Callable[[Any], Change],
        undone: str,
        *,
        said: str | Callable[[Change], str] = "",
        then: Callable[[Change], object] | None = None,
    ) -> None:
        """Run a write job that can be taken back. `said` is told once it is kept, `undone` once it was taken back."""
        entry = DoneAct(undone)
        self._remember(entry)
        self._tasks.write(
            partial(_recorded, act=act),
            partial(self._written, entry, said, then),
            failed=partial(self._failed, entry),
        )

    def remember(
        self, undone: str, turn_round: Callable[[], object], *, done: str = "", expected: DoneAct | None = None
    ) -> None:
        """Remember an act that was done, and how to turn it round; `done` is what is said of it.

        An `expected` act takes the place that was held for it, and is taken back at once where that was asked for
        meanwhile: call this when all that the act shows is shown.
        """
        if expected is None:
            self._remember(DoneAct(undone, done, turn_round))
            return
        expected.undone, expected.done, expected.turn_round = undone, done, turn_round
        self.changed.emit()
        self._go_on()

    def expect(self) -> DoneAct:
        """Hold the place of an act that is being written: undo waits for it, and takes back nothing older."""
        act = DoneAct()
        self._remember(act)
        return act

    def give_up(self, expected: DoneAct) -> None:
        """Hold no place any longer: the act found nothing to do, or failed."""
        self._forget(expected)
        self._go_on()

    def undo(self) -> None:
        """Take back what was done last."""
        if not self._acts:
            self.told.emit(self.tr("There is nothing to undo."), False)
            return
        last = self._acts[-1]
        if last.turn_round is None and last.number is None:
            self._n_wanted_back += 1  # what came before it must not be taken back first
            return
        self._forget(last)
        if last.turn_round is not None:
            last.turn_round()
            self.told.emit(last.undone, False)
        elif last.number is not None:
            job = partial(_taken_back, number=last.number)
            self._tasks.write(job, partial(self._was_taken_back, last))

    def _remember(self, act: DoneAct) -> None:
        self._acts.append(act)
        del self._acts[:-_MOST]
        self.changed.emit()

    def _forget(self, act: DoneAct) -> None:
        if act in self._acts:
            self._acts.remove(act)
        self.changed.emit()

    def _written(
        self,
        entry: DoneAct,
        said: str | Callable[[Change], str],
        then: Callable[[Change], object] | None,
        change: Change,
    ) -> None:
        entry.number = change.undo
        sentence = entry.done = said if isinstance(said, str) else said(change)
        if change.undo is None:
            self._forget(entry)  # it found nothing to do
        else:
            self.changed.emit()
        if sentence and not self._n_wanted_back:
            self.told.emit(sentence, change.undo is not None)
        if then is not None:
            then(change)
        self._go_on()

    def _failed(self, entry: DoneAct, error: DatelineError) -> None:
        self._forget(entry)
        self.told.emit(failure_words(error), False)
        self._go_on()

    def _go_on(self) -> None:
        """Take back what was asked for while the last act was still being written."""
        wanted, self._n_wanted_back = self._n_wanted_back, 0
        for _ in range(wanted):
            self.undo()

    def _was_taken_back(self, entry: DoneAct, _change: Change) -> None:
        self.told.emit(entry.undone, False)


def _recorded(connection: Any, act: Callable[[Any], Change]) -> Change:
    from dateline.storage import undo

    return undo.recorded(connection, act)


def _taken_back(connection: Any, number: int) -> Change:
    from dateline.storage import undo

    return undo.take_back(connection, number)
