"""What readers remember of the index never differs from what it would say, whatever is written meanwhile."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise

import pytest
from sqlalchemy import Connection

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.question import read_filter
from dateline.storage import marks, rebuild, retention, timeline
from dateline.storage.connecting import LibraryConnection, connect
from dateline.storage.database import driver
from dateline.storage.remembering import Memory, Named, one_state, remember, remembered, stamp_of
from dateline.storage.search import forget_index, in_columns
from shelf import NOON, TODAY, Shelf, at, found_in

CHIPS = in_columns("title body", "chips")


def asked_now(c: LibraryConnection, low: int | None = None, high: int | None = None) -> list[int]:
    sql = "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid"
    return [row[0] for row in c.execute(sql, (CHIPS, low or 0, high or 2**62))]


def reader_of(shelf: Shelf) -> LibraryConnection:
    reader = connect(shelf.library.path)
    reader.memory = Memory()
    return reader


def look(reader: LibraryConnection) -> list[int]:
    """Return what is remembered of chips, having asked for it where nothing is."""
    with one_state(reader):
        known = remembered(reader, (CHIPS, None, None))
        if known is None:
            known = array("q", asked_now(reader))
            remember(reader, (CHIPS, None, None), known)
        return list(known)


def test_it_follows_every_write(shelf: Shelf) -> None:
    ids = [shelf.put(f"No {n}", f"{'Chips' if n % 3 else 'Models'} of day {n}.", at=at(1 + n // 2)) for n in range(18)]
    source = shelf.follow()
    announced = shelf.announce(source, "Announced", seen_at=at(3))
    writes: list[Callable[[], object]] = [
        partial(shelf.write, marks.set_read, ids=ids[:3], is_read=True, at=NOON),
        partial(shelf.put, "Chips again", at=at(20)),
        partial(shelf.put, "Chips of old", at=datetime(1999, 5, 1, tzinfo=UTC)),
        partial(shelf.keep, announced, "A full text on chips, and more of them.", captured_at=at(4)),
        # A changed text takes a word away; outlet, language and marks stay.
        partial(shelf.keep, announced, "A full text on models, and many more of them to come.", captured_at=at(5)),
        partial(shelf.write, retention.let_go, ids=ids[4:9], months=1, now=datetime(2027, 1, 1, tzinfo=UTC)),
        partial(shelf.write, rebuild.remake_lists),
    ]
    with closing(reader_of(shelf)) as reader:
        seen = [look(reader)]
        for write in writes:
            write()
            assert look(reader) == asked_now(reader)
            assert reader.memory is not None
            assert reader.memory.named[CHIPS, None, None].stamp == stamp_of(reader)
            seen.append(look(reader))
    # The fakes did change what the word finds, in both directions.
    assert {len(after) - len(before) for before, after in pairwise(seen)} >= {0, 1, -1}


def test_an_emptied_index_names_nothing(shelf: Shelf) -> None:
    shelf.put("Chips")
    with closing(reader_of(shelf)) as reader:
        assert len(look(reader)) == 1

        def forget(connection: Connection) -> Change:
            forget_index(driver(connection))
            return Change()

        shelf.write(forget)
        assert look(reader) == []


def test_a_reader_in_an_earlier_state_is_not_told_of_a_later_one(shelf: Shelf) -> None:
    shelf.put("Chips")
    with closing(reader_of(shelf)) as early, closing(connect(shelf.library.path)) as late:
        late.memory = early.memory
        with one_state(early):
            before = asked_now(early)
            shelf.put("Chips again", at=at(12))
            assert len(look(late)) == 2
            assert remembered(early, (CHIPS, None, None)) is None
            assert look(early) == before
        assert look(early) == look(late)


def test_a_part_of_what_is_remembered_needs_no_question(shelf: Shelf) -> None:
    ids = [shelf.put(f"Chips {n}", at=at(n)) for n in range(1, 9)]
    with closing(reader_of(shelf)) as reader:
        assert look(reader) == ids
        for low, high in ((ids[2], None), (None, ids[5]), (ids[2] + 1, ids[5] + 1), (ids[7] + 1, None)):
            assert list(remembered(reader, (CHIPS, low, high)) or ()) == asked_now(reader, low, high)


def test_what_was_not_asked_for_the_longest_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.storage.remembering._MOST_IDS", 10)
    memory = Memory()
    for expression, n in (("a", 4), ("b", 4), ("a", 4), ("c", 4), ("too many", 6)):
        memory.keep((expression, None, None), Named(array("q", range(n)), 1))
    assert [key[0] for key in memory.named] == ["a", "c"]


def test_a_writer_remembers_nothing(shelf: Shelf) -> None:
    with closing(connect(shelf.library.path)) as writer:
        assert look(writer) == []
        assert remembered(writer, (CHIPS, None, None)) is None


def fill(shelf: Shelf) -> list[ArticleId]:
    ids = []
    for n in range(60):
        text = f"{('Chips', 'Models', 'Chips and models', 'Weather')[n % 4]} of day {n}, said Huang."
        findings = found_in(text, topics="chips" if n % 5 == 0 else "", said=text[:5], speaker="Huang")
        outlet = ("ft", "nyt", "guancha")[n % 3]
        ids.append(shelf.put(f"No {n}", text, at=at(1 + n % 9, n % 24), outlet=outlet, findings=findings))
    shelf.write(marks.set_read, ids=ids[::3], is_read=True, at=NOON)
    shelf.write(marks.set_starred, ids=ids[::11], is_starred=True, at=NOON)
    return ids


PAGES = (
    *("chips", "chips outlet:ft", "chips is:unread", "chips is:starred", "chips models is:read", "nowhere is:unread"),
    *("chips OR is:starred", "is:starred OR nowhere", "(chips OR is:starred) outlet:nyt", "chips OR !!!"),
    *("(chips OR is:starred) (models OR is:read)", "(outlet:ft OR is:starred) outlet:nyt", "-(chips OR is:starred)"),
    *("(chips after:2025-11-03) OR is:starred", "chips before:2025-11-05 is:unread", "-chips is:unread"),
)


@pytest.mark.parametrize("few", [0, 3, 2_000])
def test_pages_of_a_large_library_are_those_of_a_small_one(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    ids = fill(shelf)
    asked = [read_filter(f"{text} {order}", TODAY) for text in PAGES for order in ("", "order:oldest")]

    def pages() -> list[list[int]]:
        return [
            [card.id for card in shelf.read(timeline.first_page, wanted=wanted, limit=limit, after=after)]
            for wanted in asked
            for limit in (0, 1, 5, 100)
            for after in (None, ids[20])
        ]

    small = pages()
    monkeypatch.setattr("dateline.storage.ordering.is_large", lambda _: True)
    monkeypatch.setattr("dateline.storage.ordering._FEW", few)
    assert pages() == small
    # Again, from what is remembered, and after a write.
    assert pages() == small
    shelf.write(marks.set_read, ids=ids[:30], is_read=False, at=NOON)
    shelf.put("Chips at last", at=at(20))
    again = pages()
    monkeypatch.setattr("dateline.storage.ordering.is_large", lambda _: False)
    assert pages() == again != small
