"""Tags: one by one, on a whole filter, nested, renamed and merged."""

from __future__ import annotations

import pytest

from dateline.errors import InputError
from dateline.news.question import TimelineFilter, read_filter
from dateline.storage import rebuild, tags, timeline, undo
from shelf import NOON, TODAY, Shelf, at


def names(shelf: Shelf) -> list[tuple[str, int]]:
    return [(tag.name, tag.n) for tag in shelf.read(tags.tags)]


def test_a_tag_is_made_by_being_used_and_capitals_make_no_second_one(shelf: Shelf) -> None:
    one, other = shelf.put("One"), shelf.put("Other")
    shelf.write(tags.add_tag, articles=[one], name=" Policy / Chips ", at=NOON)
    shelf.write(tags.add_tag, articles=[one, other], name="policy/chips", at=NOON)
    assert names(shelf) == [("Policy/Chips", 2)]
    (card,) = shelf.read(timeline.cards, ids=[one])
    assert card.tags == ("Policy/Chips",)


def test_a_filter_finds_a_tag_and_those_below_it(shelf: Shelf) -> None:
    for title, tag in (("A", "policy"), ("B", "policy/chips"), ("C", "政策/芯片"), ("D", "policymakers")):
        shelf.write(tags.add_tag, articles=[shelf.put(title, at=at(ord(title) - 60))], name=tag, at=NOON)
    assert shelf.titles("tag:policy") == ["B", "A"]
    assert shelf.titles("tag:Policy/Chips") == ["B"]
    assert shelf.titles("tag:chips") == ["B"]
    assert shelf.titles("tag:芯片") == ["C"]
    assert shelf.titles("tag:policymakers tag:政策") == ["D", "C"]
    assert shelf.titles("-tag:policy") == ["D", "C"]
    assert shelf.titles("tag:nothing") == []
    assert shelf.titles("words tag:policy") == ["B", "A"]


def test_a_whole_filter_is_tagged_at_once_and_undone_at_once(shelf: Shelf) -> None:
    for day in (5, 6, 7):
        shelf.put(f"Day {day}", at=at(day))
    wanted = read_filter("after:2025-11-06", TODAY)
    done = shelf.write(undo.recorded, act=lambda c: tags.add_tag_to_all(c, wanted, "week", NOON))
    assert shelf.titles("tag:week") == ["Day 7", "Day 6"]
    assert len(done.changed_articles) == 2
    assert done.undo is not None
    shelf.write(undo.take_back, number=done.undo)
    assert names(shelf) == []
    shelf.write(tags.add_tag_to_all, wanted=TimelineFilter(), name="week", at=NOON)
    shelf.write(tags.take_tag_from_all, wanted=wanted, name="WEEK")
    assert shelf.titles("tag:week") == ["Day 5"]


def test_renaming_takes_what_lies_below_along_and_merges_where_the_name_is_taken(shelf: Shelf) -> None:
    one, two = shelf.put("One"), shelf.put("Two")
    for article, tag in ((one, "china/chips"), (two, "china"), (one, "policy/chips"), (two, "policy/chips")):
        shelf.write(tags.add_tag, articles=[article], name=tag, at=NOON)
    shelf.write(tags.colour_tag, name="china", colour=3)
    done = shelf.write(undo.recorded, act=lambda c: tags.rename_tag(c, "china", "policy", NOON))
    assert names(shelf) == [("policy", 1), ("policy/chips", 2)]
    assert done.undo is not None
    shelf.write(undo.take_back, number=done.undo)
    assert names(shelf) == [("china", 1), ("china/chips", 1), ("policy/chips", 2)]
    shelf.write(tags.rename_tag, name="china", new="China", at=NOON)
    assert names(shelf)[:2] == [("China", 1), ("China/chips", 1)]
    assert next(tag for tag in shelf.read(tags.tags) if tag.name == "China").colour == 3
    with pytest.raises(InputError, match="below itself"):
        shelf.write(tags.rename_tag, name="China", new="china/old", at=NOON)
    with pytest.raises(InputError, match="no tag"):
        shelf.write(tags.rename_tag, name="Nowhere", new="x", at=NOON)


def test_a_tag_is_removed_with_those_below_it(shelf: Shelf) -> None:
    one = shelf.put("One")
    for tag in ("a", "a/b", "ab"):
        shelf.write(tags.add_tag, articles=[one], name=tag, at=NOON)
    shelf.write(tags.remove_tag, name="A")
    assert names(shelf) == [("ab", 1)]


@pytest.mark.parametrize("name", ["", "  / ", "#", "x" * 81])
def test_a_name_that_is_none_is_refused(shelf: Shelf, name: str) -> None:
    with pytest.raises(InputError):
        shelf.write(tags.make_tag, name=name, at=NOON)


def test_tags_stay_through_a_rebuild(shelf: Shelf) -> None:
    shelf.write(tags.add_tag, articles=[shelf.put("One")], name="week", at=NOON)
    shelf.write(rebuild.forget_derived)
    assert shelf.titles("tag:week") == ["One"]
