"""The sidebar's rows of outlets and their folders, and how their sources do.

Thousands of sources are grouped, put in order and judged when they change, not whenever an article was read: of most
counts a single row hears. Nothing is shown or asked here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from dateline.news.feed import Source, SourceState
from dateline.news.library_view import SidebarCounts
from dateline.news.question import Group, Term, TimelineFilter
from dateline.ui.names import Names
from dateline.ui.sidebar.rows import Health, Kind, Row

_translate = QCoreApplication.translate

# Python looks a name of an enumeration up slowly, and a long sidebar asks for these thousands of times.
_FAILING, _PAUSED = SourceState.FAILING, SourceState.PAUSED
_FINE = (Health.FINE, "")
#: What a row takes of a source: first where it stands and what it asks, then how the source does.
_FACTS = attrgetter("outlet", "title", "url", "folder", "state", "error", "n_failures", "n_articles", "n_full")
_N_OF_PLACE = 4


class _Look(NamedTuple):
    """What an outlet's row says beside its number. `source` is the one that it asks for, "" where it is the outlet."""

    name: str
    short: str
    source: str
    is_followed: bool
    health: Health
    health_words: str


class _Folder(NamedTuple):
    """Outlets that stand together, in order; those of the folder "" stand by themselves."""

    name: str
    question: TimelineFilter | None
    rows: list[Row]


class OutletRows:
    """Makes the rows, and keeps those that stand as they stood. An outlet is in a row's `icon`."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._sources: Sequence[Source] = ()
        self._facts: list[tuple[Any, ...]] = []
        self._of_outlet: dict[str, list[Source]] = {}
        self._order: tuple[str, ...] = ()
        self._strangers: tuple[str, ...] = ()  # outlets of articles that no source is from
        self._unread: dict[str, int] = {}
        self._folders: list[_Folder] | None = None  # not grouped yet
        self._looks: dict[str, _Look] = {}  # by the row's key
        self._rows: dict[str, Row] = {}

    def follow(self, sources: Sequence[Source]) -> None:
        """Take the sources as they are now, which is mostly as they were: a refresh has them told every second."""
        facts = [*map(_FACTS, sources)]
        changed = [(now, was) for now, was in zip(facts, self._facts, strict=False) if now != was]
        is_in_place = len(facts) == len(self._facts) and all(
            now[:_N_OF_PLACE] == was[:_N_OF_PLACE] for now, was in changed
        )
        self._sources, self._facts = sources, facts
        self._of_outlet = {}
        for source in sources:
            self._of_outlet.setdefault(source.outlet or source.title, []).append(source)
        if self._folders is None or not is_in_place:
            # Not in the turn that shows them, but where nothing was counted yet: each row would be made twice.
            self._folders = self._grouped() if self._unread else None
            return
        touched = {outlet or title for (outlet, title, *_), _ in changed}
        for folder in self._folders:
            folder.rows[:] = [self._row(row.icon, folder.name) if row.icon in touched else row for row in folder.rows]

    def rows(self, counts: SidebarCounts, closed: Collection[str] = ()) -> list[Row]:
        """Return the rows in order. `closed` names the folders whose outlets are not wanted, as `folder:NAME`."""
        self._unread = {one.outlet: one.n_unread for one in counts.outlets}
        strangers = tuple(outlet for outlet in self._unread if outlet not in self._of_outlet)
        if self._folders is None or strangers != self._strangers or counts.folders != self._order:
            self._strangers, self._order = strangers, counts.folders
            self._folders = self._grouped()
        shown: list[Row] = []
        for folder in self._folders:
            folder.rows[:] = map(self._counted, folder.rows)
            key = f"folder:{folder.name}"
            if folder.name:
                n = sum(row.count or 0 for row in folder.rows)
                is_open = key not in closed
                shown.append(
                    Row(key, Kind.FOLDER, folder.name, "folder", count=n, question=folder.question, is_open=is_open)
                )
            if not folder.name or key not in closed:
                shown += folder.rows
        return shown

    def _grouped(self) -> list[_Folder]:
        folders: dict[str, dict[str, None]] = {}
        for source in self._sources:
            folders.setdefault(source.folder, {}).setdefault(source.outlet or source.title)
        plain = [*folders.pop("", {}), *self._strangers]
        # A single folder tells nothing apart: its outlets stand as they are.
        if len(folders) == 1 and not plain:
            _, inside = folders.popitem()
            plain = [*inside]
        place = {folder: number for number, folder in enumerate(self._order)}
        ordered = sorted(folders, key=lambda folder: (place.get(folder, len(place)), folder.casefold()))
        return [self._folder("", plain), *(self._folder(folder, [*folders[folder]]) for folder in ordered)]

    def _folder(self, name: str, outlets: Sequence[str]) -> _Folder:
        in_order = sorted(outlets, key=lambda outlet: self._names.outlet(outlet).name.casefold())
        rows = [self._row(outlet, name) for outlet in in_order]
        return _Folder(name, _either(rows) if name else None, rows)

    def _row(self, outlet: str, folder: str) -> Row:
        """Return an outlet's row, the last one where nothing but its number may have changed."""
        key = f"outlet:{folder}:{outlet}" if folder else f"outlet:{outlet}"
        sources = self._of_outlet.get(outlet, ())
        name = self._names.outlet(outlet)
        source = "" if not sources or any(source.outlet for source in sources) else source_term(sources[0]).value
        look = _Look(name.name, name.short, source, bool(sources), *_health(sources))
        if self._looks.get(key) != look:
            self._looks[key] = look
            self._rows[key] = Row(
                key,
                Kind.OUTLET,
                look.name,
                outlet,
                count=self._n(outlet, source),
                question=TimelineFilter((Term(source, "source") if source else Term(outlet, "outlet"),)),
                is_inside=bool(folder),
                is_followed=look.is_followed,
                health=look.health,
                health_words=look.health_words,
                short=look.short,
            )
        return self._rows[key]

    def _counted(self, row: Row) -> Row:
        n = self._n(row.icon, self._looks[row.key].source)
        if row.count != n:
            row = self._rows[row.key] = replace(row, count=n)
        return row

    def _n(self, outlet: str, source: str) -> int | None:
        # Nobody counts what came by a source that is from several outlets: no number is better than a wrong one.
        return self._unread.get(outlet, None if source else 0)


def source_term(source: Source) -> Term:
    """Return the condition for what came by a source; a title with a quotation mark could not be written."""
    return Term(source.title if source.title and '"' not in source.title else source.url, "source")


def _either(rows: Sequence[Row]) -> TimelineFilter:
    """Return the filter for any of these outlets: conditions of one field are alternatives by themselves."""
    terms = [term for row in rows if row.question is not None for term in row.question.terms]
    is_of_one = len({term.field for term in terms if isinstance(term, Term)}) == 1
    return TimelineFilter(tuple(terms) if is_of_one else (Group(tuple(terms)),))


def _health(sources: Sequence[Source]) -> tuple[Health, str]:
    failing: list[Source] = []
    n_paused = n = n_full = 0
    for source in sources:
        if source.state is _FAILING:
            failing.append(source)
        elif source.state is _PAUSED:
            n_paused += 1
        n += source.n_articles
        n_full += source.n_full
    if failing:
        worst = max(failing, key=lambda source: source.n_failures)
        return Health.FAILING, worst.error or _translate("sidebar", "It could not be read at its last turn.")
    if n_paused and n_paused == len(sources):
        return Health.PAUSED, sources[0].error or _translate("sidebar", "Paused.")
    if n and not n_full:
        return Health.LOCKED, _translate("sidebar", "None of its {n} articles is in full text.").format(n=f"{n:,}")
    return _FINE
