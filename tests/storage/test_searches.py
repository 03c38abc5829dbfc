"""Saved searches: kept, found inside others, renamed with them, and never in a circle."""

from __future__ import annotations

import pytest

from dateline.errors import InputError, QuestionError
from dateline.news.saved_search import SavedSearch
from dateline.storage import searches
from shelf import NOON, Shelf


def save(shelf: Shelf, name: str, query: str) -> None:
    shelf.write(searches.save_search, name=name, query=query, at=NOON)


def names(shelf: Shelf) -> list[str]:
    return [search.name for search in shelf.read(searches.list_searches)]


def find(shelf: Shelf, name: str) -> SavedSearch:
    found = shelf.read(searches.find_search, name=name)
    assert found is not None
    return found


@pytest.fixture
def desk(shelf: Shelf) -> Shelf:
    shelf.put("Chips", "Words about chips.", lang="en")
    shelf.put("芯片", "关于芯片的消息。", lang="zh")
    shelf.put("Wheat", "Words about wheat.", lang="en")
    save(shelf, "On chips", "chips OR 芯片")
    return shelf


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ('saved:"on chips"', ["芯片", "Chips"]),
        ('saved:"On chips" lang:zh', ["芯片"]),
        ('-saved:"On chips"', ["Wheat"]),
        ('saved:"On chips" OR wheat order:oldest', ["Chips", "芯片", "Wheat"]),
    ],
)
def test_a_search_stands_for_its_query_inside_others(desk: Shelf, question: str, titles: list[str]) -> None:
    assert sorted(desk.titles(question)) == sorted(titles)


def test_a_search_inside_a_search_follows_when_it_is_changed_and_renamed(desk: Shelf) -> None:
    save(desk, "English", 'saved:"On chips" lang:en')
    assert desk.titles("saved:english") == ["Chips"]
    save(desk, "on chips", "wheat")
    assert desk.titles("saved:English") == ["Wheat"]
    desk.write(searches.rename_search, search=find(desk, "ON CHIPS").id, name="Crops (all)", at=NOON)
    assert find(desk, "english").query == 'saved:"Crops (all)" lang:en'
    assert desk.titles("saved:English") == ["Wheat"]


def test_an_unknown_search_is_pointed_at(desk: Shelf) -> None:
    typed = 'wheat -saved:"no such"'
    with pytest.raises(QuestionError, match="no saved search “no such”") as caught:
        desk.titles(typed)
    assert typed[caught.value.start : caught.value.end] == 'saved:"no such"'


def test_a_search_cannot_contain_itself(desk: Shelf) -> None:
    save(desk, "More", 'saved:"On chips" wheat')
    with pytest.raises(InputError, match="would contain itself"):
        save(desk, "on Chips", "lang:zh OR saved:more")
    with pytest.raises(InputError, match="would contain itself"):
        save(desk, "New", "saved:new")
    assert desk.titles("saved:more") == []


def test_a_search_that_another_is_made_of_stays(desk: Shelf) -> None:
    save(desk, "More", 'wheat (saved:"On chips" OR lang:en)')
    with pytest.raises(InputError, match="“More” is made of “On chips”"):
        desk.write(searches.remove_search, search=find(desk, "On chips").id)
    desk.write(searches.remove_search, search=find(desk, "More").id)
    desk.write(searches.remove_search, search=find(desk, "On chips").id)
    assert names(desk) == []


def test_searches_keep_the_order_they_are_given(desk: Shelf) -> None:
    save(desk, "B", "wheat")
    save(desk, "A", "wheat")
    assert names(desk) == ["On chips", "B", "A"]
    desk.write(searches.order_searches, order=[find(desk, "A").id, find(desk, "On chips").id])
    assert names(desk) == ["A", "On chips", "B"]


def test_a_name_is_one_line_and_one_of_its_kind(desk: Shelf) -> None:
    save(desk, ' The "new"\n chips ', "wheat")
    assert names(desk) == ["On chips", "The new chips"]
    with pytest.raises(InputError, match="needs a name"):
        save(desk, ' "" ', "wheat")
    with pytest.raises(InputError, match="already"):
        desk.write(searches.rename_search, search=find(desk, "On chips").id, name="the NEW chips", at=NOON)
    with pytest.raises(QuestionError, match="no field"):
        save(desk, "Wrong", "author:lee")


def test_a_notice_is_asked_for_and_stays_until_it_is_not(desk: Shelf) -> None:
    desk.write(searches.save_search, name="On chips", query="chips", at=NOON, wants_notice=True)
    save(desk, "On chips", "chips")
    assert find(desk, "On chips") == SavedSearch(find(desk, "On chips").id, "On chips", "chips", wants_notice=True)
