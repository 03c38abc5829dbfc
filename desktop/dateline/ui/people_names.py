"""What the sidebar calls people: the lexicon's names in both languages, that of the interface first.

The lexicon takes long to load, so it is read in another thread once the window stands; until then the names of the
findings serve.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from dateline.news.library_view import PersonCount
from dateline.ui.language import speaks_chinese
from dateline.ui.reader.speakers import EntityName, both_names, read_names
from dateline.ui.sidebar.rows import PersonName, plain_person
from dateline.ui.tasks import Tasks

_WAIT_MS = 900
_SLOT = "people.names"


class PeopleNames(QObject):
    """Learns the names of those it is asked for, each once."""

    #: More names are known.
    learnt = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._names: dict[str, EntityName] = {}
        self._asked: set[str] = set()
        self._wanted: frozenset[str] = frozenset()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self._ask)

    def learn(self, people: Sequence[PersonCount]) -> None:
        """Look these people's names up, soon."""
        self._wanted = frozenset(one.person for one in people) - self._asked
        if self._wanted:
            self._wait.start()

    def name(self, person: PersonCount) -> PersonName:
        """Return what somebody is called."""
        known = self._names.get(person.person)
        if known is None:
            return plain_person(person)
        name, second = both_names(known, in_chinese=speaks_chinese())
        return PersonName(name, second, is_person=known.kind == "person")

    def _ask(self) -> None:
        wanted = self._wanted
        self._tasks.read(lambda _: read_names(wanted), partial(self._take, wanted), slot=_SLOT)

    def _take(self, wanted: frozenset[str], names: dict[str, EntityName]) -> None:
        self._asked |= wanted
        self._names.update(names)
        self.learnt.emit()
