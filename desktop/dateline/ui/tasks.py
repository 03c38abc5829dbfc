"""Work that leaves the UI thread, and its answers coming back to it.

The library answers with futures from its own threads; here they become calls on the UI thread. A slot names a place on
the screen that shows one answer at a time: asking again for the same slot drops the answer still on its way. Receivers
are held weakly, so a closed pane is never called. Nothing here knows what is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from functools import partial
from types import MethodType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from weakref import WeakMethod

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.library import Library
    from dateline.news.change import Change

T = TypeVar("T")

#: Called with the answer, on the UI thread.
Then = Callable[[T], object]
Failed = Callable[[DatelineError], object]


class _Answer(NamedTuple):
    future: Future[Any]
    slot: str
    number: int
    then: Callable[[], Callable[[Any], object] | None]
    failed: Callable[[], Callable[[Any], object] | None]


class Tasks(QObject):
    """Asks the library and delivers its answers on the UI thread."""

    #: An expected failure that nobody asked to be told of.
    trouble = Signal(object)
    _answered = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._numbers: dict[str, int] = {}
        self._pending: dict[str, Future[Any]] = {}
        self._is_closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_read_only(self) -> bool:
        """Tell whether the library can only be read: every write ends in trouble."""
        return self._library.is_read_only

    def read(self, job: Callable[[Any], T], then: Then[T], *, slot: str, failed: Failed | None = None) -> None:
        """Run a read job of storage; `then` gets its answer, unless `slot` was asked again or the receiver is gone."""
        if not self._is_closed:
            self.follow(self._library.read(job, slot=slot or None), then, slot=slot, failed=failed)

    def write(
        self, job: Callable[[Any], Change], then: Then[Change] | None = None, *, failed: Failed | None = None
    ) -> None:
        """Run a write job of storage; every write is done, and each `then` is told."""
        self.follow(self._library.write(job), then, slot="", failed=failed)

    def follow(
        self, future: Future[T], then: Then[T] | None = None, *, slot: str, failed: Failed | None = None
    ) -> None:
        """Deliver the result of any future; with an empty `slot` no other request replaces it."""
        number = 0
        if slot:
            number = self._numbers[slot] = self._numbers.get(slot, 0) + 1
            earlier = self._pending.get(slot)
            if earlier is not None:
                earlier.cancel()
            self._pending[slot] = future
        answer = _Answer(future, slot, number, _weak(then), _weak(failed))
        future.add_done_callback(lambda _: self._tell(answer))

    def drop(self, slot: str) -> None:
        """Forget what is on its way to a slot."""
        self._numbers[slot] = self._numbers.get(slot, 0) + 1
        future = self._pending.pop(slot, None)
        if future is not None:
            future.cancel()

    def close(self) -> None:
        """Read and deliver nothing more; the library may be closed next."""
        self._is_closed = True

    def _tell(self, answer: _Answer) -> None:
        # Runs in whatever thread finished the future.
        if not self._is_closed and isValid(self):
            self._answered.emit(answer)

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        if self._is_closed:
            return
        if answer.slot:
            if self._numbers[answer.slot] != answer.number:
                return
            self._pending.pop(answer.slot, None)
        try:
            result = answer.future.result()
        except CancelledError:
            return
        except DatelineError as error:
            failed = answer.failed()
            if failed is not None:
                failed(error)
            else:
                self.trouble.emit(error)
            return
        then = answer.then()
        if then is not None:
            then(result)


def _weak(receiver: Callable[[Any], object] | None) -> Callable[[], Callable[[Any], object] | None]:
    """Hold a bound method (or a partial of one) by its object, weakly; anything else as it is."""
    if receiver is None:
        return lambda: None
    whole: Any = receiver
    function = whole.func if isinstance(whole, partial) else whole
    if not isinstance(function, MethodType):
        return lambda: receiver
    held = WeakMethod(function)

    def alive() -> Callable[[Any], object] | None:
        method: Any = held()
        if method is None or (isinstance(method.__self__, QObject) and not isValid(method.__self__)):
            return None
        return partial(method, *whole.args, **whole.keywords) if isinstance(whole, partial) else method

    return alive
