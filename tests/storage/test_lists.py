"""Reading lists keep their order, their notes and the revision that was read."""

from __future__ import annotations

import pytest

from dateline.errors import InputError, QuestionError
from dateline.news.reading_list import ReadingList
from dateline.storage import lists, undo
from shelf import NOON, Shelf, at


def only(shelf: Shelf) -> ReadingList:
    (one,) = shelf.read(lists.lists)
    return one


def order(shelf: Shelf, one: ReadingList) -> list[str]:
    return [item.card.title for item in shelf.read(lists.items, list_id=one.id)]


def test_a_list_holds_articles_in_the_order_given_and_notes_on_them(shelf: Shelf) -> None:
    a, b, c = (shelf.put(title, at=at(5 + number)) for number, title in enumerate("ABC"))
    shelf.write(lists.make_list, name=" Open  models ", at=NOON, articles=[b, a])
    briefing = only(shelf)
    assert (briefing.name, briefing.n_items) == ("Open models", 2)
    shelf.write(lists.add_to_list, list_id=briefing.id, articles=[c, a], at=NOON)
    assert order(shelf, briefing) == ["B", "A", "C"]
    shelf.write(lists.order_list, list_id=briefing.id, articles=[c, b], at=NOON)
    assert order(shelf, briefing) == ["C", "B", "A"]
    shelf.write(lists.note_item, list_id=briefing.id, article=b, note="Start here.", at=NOON)
    assert [item.note for item in shelf.read(lists.items, list_id=briefing.id)] == ["", "Start here.", ""]
    assert only(shelf).n_with_notes == 1
    shelf.write(lists.take_from_list, list_id=briefing.id, articles=[b], at=NOON)
    assert order(shelf, briefing) == ["C", "A"]
    assert shelf.titles('list:"open models"') == ["C", "A"]
    assert shelf.read(lists.lists_of, article=a) == (briefing.id,)


def test_an_item_points_to_the_revision_read_and_says_when_there_is_a_newer_one(shelf: Shelf) -> None:
    article = shelf.announce(shelf.follow(), "Licences")
    shelf.keep(article, "The first text.")
    shelf.write(lists.make_list, name="Week", at=NOON, articles=[article])
    week = only(shelf)
    shelf.keep(article, "The second text, which says more.")
    (item,) = shelf.read(lists.items, list_id=week.id)
    assert (item.revision, item.n_revisions, item.has_newer_version) == (1, 2, True)
    shelf.write(lists.pin_item, list_id=week.id, article=article, revision=2, at=NOON)
    (item,) = shelf.read(lists.items, list_id=week.id)
    assert not item.has_newer_version


def test_a_smart_list_fills_itself_and_can_be_made_one_by_hand(shelf: Shelf) -> None:
    shelf.put("Chips A", at=at(5), lang="en")
    shelf.write(lists.make_list, name="English", at=NOON, query="lang:en")
    shelf.put("Chips B", at=at(6), lang="en")
    shelf.put("芯片", at=at(7), lang="zh")
    english = only(shelf)
    assert (order(shelf, english), english.n_items, english.is_smart) == (["Chips B", "Chips A"], 2, True)
    assert shelf.titles("list:english") == ["Chips B", "Chips A"]
    shelf.write(lists.freeze_list, list_id=english.id, at=NOON)
    shelf.put("Chips C", at=at(8), lang="en")
    assert order(shelf, english) == ["Chips B", "Chips A"]


def test_a_smart_list_that_names_itself_ends(shelf: Shelf) -> None:
    shelf.put("A")
    shelf.write(lists.make_list, name="Loop", at=NOON, query="list:loop")
    assert order(shelf, only(shelf)) == []


def test_lists_are_archived_duplicated_and_removed_and_each_can_be_taken_back(shelf: Shelf) -> None:
    a, b = shelf.put("A"), shelf.put("B", at=at(5))
    shelf.write(lists.make_list, name="Week", at=NOON, articles=[a, b], about="For *Monday*.")
    week = only(shelf)
    shelf.write(lists.note_item, list_id=week.id, article=b, note="Why?", at=NOON)
    shelf.write(lists.duplicate_list, list_id=week.id, name="Week, again", at=NOON)
    again = shelf.read(lists.find_list, name="week, AGAIN")
    assert (order(shelf, again), again.about, again.n_with_notes) == (["A", "B"], "For *Monday*.", 1)
    shelf.write(lists.archive_list, list_id=again.id, at=NOON)
    assert [one.name for one in shelf.read(lists.lists)] == ["Week"]
    assert len(shelf.read(lists.lists, wants_archived=True)) == 2
    before = shelf.read(lists.items, list_id=week.id)
    done = shelf.write(undo.recorded, act=lambda c: lists.remove_list(c, week.id))
    assert shelf.read(lists.lists) == ()
    assert done.undo is not None
    shelf.write(undo.take_back, number=done.undo)
    assert shelf.read(lists.items, list_id=week.id) == before


def test_a_list_needs_a_name_and_a_query_that_can_be_read(shelf: Shelf) -> None:
    with pytest.raises(InputError, match="needs a name"):
        shelf.write(lists.make_list, name="  ", at=NOON)
    with pytest.raises(QuestionError):
        shelf.write(lists.make_list, name="Smart", at=NOON, query="colour:red")
    with pytest.raises(InputError, match="no reading list"):
        shelf.read(lists.find_list, name="Nowhere")


def test_lists_stand_by_name_until_they_are_put_in_an_order(shelf: Shelf) -> None:
    for name in ("Weekend", "archive", "Briefing"):
        shelf.write(lists.make_list, name=name, at=NOON)
    by_name = shelf.read(lists.lists)
    assert [one.name for one in by_name] == ["archive", "Briefing", "Weekend"]
    shelf.write(lists.order_lists, order=[by_name[2].id])
    assert [one.name for one in shelf.read(lists.lists)] == ["Weekend", "archive", "Briefing"]
    shelf.write(lists.make_list, name="Another", at=NOON)
    assert [one.name for one in shelf.read(lists.lists)] == ["Weekend", "archive", "Briefing", "Another"]
