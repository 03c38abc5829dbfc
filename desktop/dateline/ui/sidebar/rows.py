"""What stands in the sidebar: rows made from counts. Pure; a row's filter is what a click on it asks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from dateline.news.library_view import PersonCount, SidebarCounts
from dateline.news.question import Term, TimelineFilter
from dateline.news.reading_list import ReadingList
from dateline.news.tag import Tag
from dateline.news.topics import TOPICS, UMBRELLA
from dateline.ui.counted import counted
from dateline.ui.names import Names

_translate = QCoreApplication.translate

#: The icon of a reading list that no query fills.
_BY_HAND = "list-ordered"

N_TOPICS = 5
N_PEOPLE = 5
N_SEARCHES = 12
N_TAGS = 8
N_LISTS = 12


class Kind(StrEnum):
    """How a row looks and what a click on it does."""

    VIEW = "view"
    SECTION = "section"
    TOPIC = "topic"
    PERSON = "person"
    OUTLET = "outlet"
    FOLDER = "folder"
    TAG = "tag"
    LIST = "list"
    SEARCH = "search"
    MORE = "more"


class Health(StrEnum):
    """How an outlet's sources do."""

    FINE = "fine"
    FAILING = "failing"
    PAUSED = "paused"
    LOCKED = "locked"  # it answers, and gives nothing in full


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `key` is its identity; `second` a name in the other language; `count` empty where there is none."""

    key: str
    kind: Kind
    name: str
    icon: str = ""
    second: str = ""
    count: int | None = None
    question: TimelineFilter | None = None
    is_open: bool = True  # of a section or folder
    is_inside: bool = False  # of a folder
    is_followed: bool = False  # an outlet that a source is from
    health: Health = Health.FINE
    health_words: str = ""
    is_warning: bool = False
    colour: int = 0  # of a tag: 0 none, 1..8 as the speakers' tints
    short: str = ""  # the name, where there is no room for the whole one

    @property
    def takes_articles(self) -> bool:
        """Whether articles may be dropped on it: on a tag, or on a list that no query fills."""
        return self.kind is Kind.TAG or (self.kind is Kind.LIST and self.icon == _BY_HAND)


@dataclass(frozen=True, slots=True)
class PersonName:
    """What somebody is called in the interface: the name, the one in the other language, and whether it is a person."""

    name: str
    second: str = ""
    is_person: bool = True


@dataclass(frozen=True, slots=True)
class SearchCount:
    """A saved search with how many articles answer it; no question where this Dateline cannot read it."""

    id: int
    name: str
    question: TimelineFilter | None
    n: int | None
    wants_notice: bool = False


PersonNames = Callable[[PersonCount], PersonName]

ATTENTION = "attention"
QUOTES = "quotes"


def plain_person(person: PersonCount) -> PersonName:
    """Return a name as it was resolved, while the lexicon is not read yet."""
    return PersonName(person.name or person.person)


def make_rows(
    counts: SidebarCounts,
    outlets: Sequence[Row],
    names: Names,
    person_name: PersonNames,
    *,
    searches: Sequence[SearchCount] = (),
    closed: Collection[str] = (),
    whole: Collection[str] = (),
) -> tuple[Row, ...]:
    """Return all rows in order, with those of `outlets` (see `outlet_rows`) in their section.

    `closed` names folded sections, `whole` those shown to the last row.
    """
    rows = [*_views(counts)]
    rows += _section("topics", _translate("sidebar", "Topics"), _topics(counts, names), N_TOPICS, closed, whole)
    people = [_person(one, person_name(one)) for one in counts.people]
    rows += _section("people", _translate("sidebar", "People and organisations"), people, N_PEOPLE, closed, whole)
    rows += _section("outlets", _translate("sidebar", "Outlets"), outlets, 0, closed, whole)
    saved = [_search(one) for one in searches]
    rows += _section("searches", _translate("sidebar", "Saved searches"), saved, N_SEARCHES, closed, whole)
    rows += _section("tags", _translate("sidebar", "Tags"), _tags(counts.tags), N_TAGS, closed, whole)
    rows += _section("lists", _translate("sidebar", "Reading lists"), _lists(counts.lists), N_LISTS, closed, whole)
    return tuple(rows)


def _views(counts: SidebarCounts) -> list[Row]:
    looks = (
        (UMBRELLA, "", _translate("sidebar", "US–China AI"), (Term(UMBRELLA, "topic"),)),
        ("all", "inbox", _translate("sidebar", "All"), ()),
        ("today", "calendar-days", _translate("sidebar", "Today"), (Term("today", "after"),)),
        ("unread", "circle-dot", _translate("sidebar", "Unread"), (Term("unread", "is"),)),
        ("starred", "star", _translate("sidebar", "Starred"), (Term("starred", "is"),)),
        ("notes", "notebook-pen", _translate("sidebar", "With notes"), (Term("notes", "has"),)),
    )
    rows = [
        Row(f"view:{key}", Kind.VIEW, name, icon, count=counts.views.get(key), question=TimelineFilter(terms))
        for key, icon, name, terms in looks
    ]
    n = counts.views.get(ATTENTION)
    name = _translate("sidebar", "Needs attention")
    rows.append(Row(f"view:{ATTENTION}", Kind.VIEW, name, "triangle-alert", count=n, is_warning=bool(n)))
    name = _translate("sidebar", "Quotes")
    rows.append(Row(f"view:{QUOTES}", Kind.VIEW, name, "message-square-quote", count=counts.views.get(QUOTES)))
    return rows


def view_question(view: str) -> TimelineFilter | None:
    """Return what a view asks, None for one that is no filter."""
    found = next((row for row in _views(SidebarCounts()) if row.key == f"view:{view}"), None)
    return None if found is None else found.question


def _search(search: SearchCount) -> Row:
    icon = "bell" if search.wants_notice else "search"
    return Row(f"search:{search.id}", Kind.SEARCH, search.name, icon, count=search.n, question=search.question)


def _topics(counts: SidebarCounts, names: Names) -> list[Row]:
    order = {topic: number for number, topic in enumerate(TOPICS)}
    found = sorted(
        (topic for topic, n in counts.topics.items() if topic != UMBRELLA and n),
        key=lambda topic: (-counts.topics[topic], order.get(topic, len(order)), topic),
    )
    return [
        Row(
            f"topic:{topic}",
            Kind.TOPIC,
            names.topic(topic),
            topic,
            count=counts.topics[topic],
            question=TimelineFilter((Term(topic, "topic"),)),
        )
        for topic in found
    ]


def _person(person: PersonCount, name: PersonName) -> Row:
    return Row(
        f"person:{person.person}",
        Kind.PERSON,
        name.name,
        "user" if name.is_person else "building-2",
        second=name.second,
        count=person.n,
        question=TimelineFilter((Term(person.person, "speaker"),)),
    )


def _tags(tags: Sequence[Tag]) -> list[Row]:
    # A tag stands below another where that is a tag too; else it says its whole name.
    there = {tag.name for tag in tags}
    below = {tag.name for tag in tags if tag.name.rpartition("/")[0] in there}
    return [
        Row(
            f"tag:{tag.name}",
            Kind.TAG,
            tag.leaf if tag.name in below else tag.name,
            "tag",
            count=tag.n,
            question=TimelineFilter((Term(tag.name, "tag"),)),
            is_inside=tag.name in below,
            colour=tag.colour,
        )
        for tag in tags
    ]


def _lists(lists: Sequence[ReadingList]) -> list[Row]:
    return [
        Row(f"list:{one.id}", Kind.LIST, one.name, "search" if one.is_smart else _BY_HAND, count=one.n_items)
        for one in lists
    ]


def _section(
    key: str, name: str, rows: Sequence[Row], n_shown: int, closed: Collection[str], whole: Collection[str]
) -> list[Row]:
    """Return a section's heading and rows; with more than a row too many, the last ones wait behind "more"."""
    if not rows:
        return []
    is_open = key not in closed
    made = [Row(key, Kind.SECTION, name, is_open=is_open)]
    if not is_open:
        return made
    n_hidden = len(rows) - n_shown if n_shown and len(rows) > n_shown + 1 else 0
    if not n_hidden:
        return [*made, *rows]
    if key in whole:
        fewer = Row(f"more:{key}", Kind.MORE, _translate("sidebar", "Fewer"))
        return [*made, *rows, fewer]
    more = _translate("sidebar", "{n} more")
    return [*made, *rows[:n_shown], Row(f"more:{key}", Kind.MORE, counted(n_hidden, more, more))]


def row_for(rows: Sequence[Row], asked: TimelineFilter, last: str) -> str:
    """Return the key of the row that a filter belongs to: it asks the same, or it was clicked and then narrowed."""
    wanted = frozenset(asked.terms)
    for row in rows:
        if row.question is not None and frozenset(row.question.terms) == wanted:
            return row.key
    for row in rows:
        if row.key == last and row.question is not None and row.question.terms:
            return row.key if frozenset(row.question.terms) <= wanted else ""
    return ""
