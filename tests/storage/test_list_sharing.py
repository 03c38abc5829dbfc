"""A list goes out as a file and comes back with nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.library import Library
from dateline.news.note import Meaning, NewNote
from dateline.news.shared_list import SharedList, read_shared_list, write_shared_list
from dateline.storage import list_sharing, lists, notes, tags
from dateline.text.anchor import make_anchor
from dateline.text.span import Span
from shelf import NOON, Shelf, at

TEXT = "The letter names no date."


@pytest.fixture
def colleague(tmp_path: Path) -> Iterator[Shelf]:
    with Library.open(tmp_path / "colleague.dateline") as library:
        yield Shelf(library)


def briefing(shelf: Shelf) -> SharedList:
    """Make a list with everything in it, and return it as it is shared."""
    a = shelf.put("=cmd|' /C calc'!A0 </script>", TEXT, outlet="ft", lang="en", authors=("Ann Lee", "Bo Wu"))
    b = shelf.put("信函", "信中没有日期。", at=at(5), outlet="guancha", lang="zh")
    shelf.write(lists.make_list, name="Open models", at=NOON, articles=[b, a], about="For *Monday*.\n第二行")
    (one,) = shelf.read(lists.lists)
    shelf.write(lists.note_item, list_id=one.id, article=a, note="“Start” here.\n- 先看", at=NOON)
    note = NewNote(a, meaning=Meaning.DOUBT, anchor=make_anchor(TEXT, Span(11, 24)), text="When?", revision=1)
    shelf.write(notes.add_notes, new=[note], at=at(11))
    shelf.write(tags.add_tag, articles=[b], name="policy/chips", at=NOON)
    return shelf.read(list_sharing.shared_list, list_id=one.id)


def test_a_list_comes_back_into_its_own_library_after_it_was_removed(shelf: Shelf) -> None:
    shared = briefing(shelf)
    (one,) = shelf.read(lists.lists)
    file = write_shared_list(shared)
    shelf.write(lists.remove_list, list_id=one.id)
    change = shelf.write(list_sharing.keep_shared_list, shared=read_shared_list(file), at=at(12))
    assert change.new_articles == ()
    (back,) = shelf.read(lists.lists)
    assert shelf.read(list_sharing.shared_list, list_id=back.id) == shared


def test_a_colleague_receives_order_notes_highlights_and_tags_but_no_text(shelf: Shelf, colleague: Shelf) -> None:
    shared = briefing(shelf)
    colleague.write(list_sharing.keep_shared_list, shared=read_shared_list(write_shared_list(shared)), at=at(12))
    (one,) = colleague.read(lists.lists)
    items = colleague.read(lists.items, list_id=one.id)
    assert [item.card.title for item in items] == ["信函", "=cmd|' /C calc'!A0 </script>"]
    assert [item.note for item in items] == ["", "“Start” here.\n- 先看"]
    assert colleague.titles("tag:policy") == ["信函"]
    (placed,) = colleague.read(notes.placed_notes, article=items[1].article)
    assert placed.is_loose
    assert (placed.note.text, placed.note.meaning) == ("When?", Meaning.DOUBT)
    assert TEXT not in write_shared_list(shared)
    colleague.keep(items[1].article, "News: " + TEXT)
    (placed,) = colleague.read(notes.placed_notes, article=items[1].article)
    assert placed.place == Span(17, 30)


def test_text_goes_along_where_the_user_wants_it(shelf: Shelf, colleague: Shelf) -> None:
    briefing(shelf)
    (one,) = shelf.read(lists.lists)
    shared = shelf.read(list_sharing.shared_list, list_id=one.id, wants_text=True)
    colleague.write(list_sharing.keep_shared_list, shared=read_shared_list(write_shared_list(shared)), at=at(12))
    assert colleague.titles("letter") == ["=cmd|' /C calc'!A0 </script>"]


def test_an_item_stays_with_the_words_that_were_read(shelf: Shelf, colleague: Shelf) -> None:
    """Revisions are told by what they say: the colleague's library counts its own."""
    a = shelf.put("Open letter", TEXT, outlet="ft", lang="en")
    shelf.write(lists.make_list, name="Letters", at=NOON, articles=[a])
    shelf.keep(a, TEXT + " It was sent on Monday.")
    (one,) = shelf.read(lists.lists)
    shared = shelf.read(list_sharing.shared_list, list_id=one.id, wants_text=True)
    assert [(item.revision, item.text) for item in shared.items] == [(1, TEXT)]
    b = colleague.put("Open letter", "Another text.", outlet="ft", lang="en")
    colleague.keep(b, "Yet another text.")
    colleague.keep(b, TEXT)
    colleague.keep(b, "The newest text.")
    colleague.write(list_sharing.keep_shared_list, shared=read_shared_list(write_shared_list(shared)), at=at(12))
    (there,) = colleague.read(lists.lists)
    (item,) = colleague.read(lists.items, list_id=there.id)
    assert (item.revision, item.n_revisions) == (3, 4)


def test_a_list_that_is_here_already_is_not_overwritten(shelf: Shelf) -> None:
    shared = briefing(shelf)
    for _ in range(2):
        shelf.write(list_sharing.keep_shared_list, shared=shared, at=at(12))
    assert [one.name for one in shelf.read(lists.lists)] == ["Open models", "Open models (2)", "Open models (3)"]
    a = shelf.read(lists.items, list_id=shelf.read(lists.lists)[0].id)[1].article
    assert len(shelf.read(notes.notes, article=a)) == 1


def test_a_smart_list_keeps_its_query(shelf: Shelf, colleague: Shelf) -> None:
    shelf.put("Chips", lang="en")
    shelf.write(lists.make_list, name="English", at=NOON, query="lang:en")
    (one,) = shelf.read(lists.lists)
    shared = shelf.read(list_sharing.shared_list, list_id=one.id)
    colleague.write(list_sharing.keep_shared_list, shared=shared, at=at(12))
    (there,) = colleague.read(lists.lists)
    assert (there.query, there.n_items) == ("lang:en", 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"format": "something else"}',
        '{"format": "dateline reading list", "version": 99}',
        '{"format": "dateline reading list", "version": 1, "key": "k", "name": "n", "made": "today", "items": []}',
        '{"format": "dateline reading list", "version": 1, "key": "", "name": "", "made": "2025-11-10", "items": []}',
    ],
)
def test_a_file_that_is_no_list_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(InputError):
        read_shared_list(text)
