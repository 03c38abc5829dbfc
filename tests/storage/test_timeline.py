"""The timeline's reads: order, pages, spine, counts, pulse."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.article import Completeness
from dateline.news.question import TimelineFilter
from dateline.storage import counting, marks, sidebar, timeline
from dateline.storage.article_ids import first_id, sort_time
from shelf import NOON, Shelf, at, found_in

ALL = TimelineFilter()


def test_newest_first_whatever_the_order_of_arrival(shelf: Shelf) -> None:
    for title, day in (("second", 9), ("third", 8), ("first", 10)):
        shelf.put(title, at=at(day))
    assert shelf.titles() == ["first", "second", "third"]


def test_pages_by_cursor_are_the_spine(shelf: Shelf) -> None:
    for n in range(25):
        shelf.put(f"Article {n}", at=NOON - timedelta(minutes=n % 7))
    pages = []
    after = None
    while page := shelf.read(timeline.first_page, wanted=ALL, limit=4, after=after):
        pages += [card.id for card in page]
        after = page[-1].id
    assert pages == list(shelf.read(timeline.spine, wanted=ALL))
    assert len(set(pages)) == 25


def test_a_minute_holds_more_articles_than_it_has_numbers(shelf: Shelf) -> None:
    for n in range(70):
        shelf.put(f"Article {n}", at=NOON)
    shelf.put("Later", at=NOON + timedelta(minutes=5))
    assert len(shelf.titles()) == 71
    assert shelf.titles()[0] == "Later"


def test_cards_say_what_the_article_is(shelf: Shelf) -> None:
    text = "“Rules change,” said Anna Weaver. It was Monday."
    findings = found_in(text, topics="us-china-ai chips models", said="Rules change,", speaker="Anna Weaver")
    number = shelf.put("Chips", text, at=at(9), outlet="ft", lang="en", findings=findings)
    (card,) = shelf.read(timeline.cards, ids=[number])
    assert (card.outlet, card.is_on_topic, card.n_quotes, card.first_speaker) == ("ft", True, 1, "Anna Weaver")
    assert set(card.topics) == {"chips", "models"}
    assert card.snippet == text
    assert card.url == "https://paper.example/Chips091200"
    assert card.completeness is Completeness.FULL


def test_counts_have_their_denominator(shelf: Shelf) -> None:
    shelf.put("Full")
    read = shelf.put("Read")
    shelf.announce(shelf.follow(), "Announced")
    shelf.write(marks.set_read, ids=[read], is_read=True, at=NOON)
    assert shelf.read(counting.count, wanted=ALL) == (3, 2, 2)


@pytest.mark.parametrize("by", ["outlet", "lang", "topic", "speaker"])
def test_the_pulse_adds_up(shelf: Shelf, by: str) -> None:
    text = "“Rules change,” said Anna Weaver."
    for n in range(6):
        findings = found_in(text, topics="chips", said="Rules change,", speaker="Anna Weaver") if n % 2 else None
        shelf.put(f"Article {n}", text, at=at(8 + n // 2), outlet=f"outlet-{n % 3}", lang="en", findings=findings)
    days = shelf.read(counting.pulse, wanted=ALL, by=by)
    assert sum(day.n for day in days) == 6
    assert [day.day for day in days] == sorted(day.day for day in days)
    assert {day.day for day in days} == {date(2025, 11, 8), date(2025, 11, 9), date(2025, 11, 10)}


def test_marking_names_only_what_changed_and_can_be_undone(shelf: Shelf) -> None:
    numbers = [shelf.put(f"Article {n}", at=at(8 + n)) for n in range(3)]
    shelf.write(marks.set_read, ids=numbers[:1], is_read=True, at=NOON)
    change = shelf.write(marks.set_read_all, wanted=ALL, is_read=True, at=NOON)
    assert set(change.changed_articles) == set(numbers[1:])
    shelf.write(marks.set_read, ids=change.changed_articles, is_read=False, at=NOON)
    assert shelf.titles("is:read") == ["Article 0"]
    assert not shelf.write(marks.set_starred, ids=numbers, is_starred=False, at=NOON)


def test_the_sidebar_counts_what_the_timeline_lists(shelf: Shelf) -> None:
    text = "“Rules change,” said Anna Weaver."
    shelf.put("A", text, outlet="ft", findings=found_in(text, topics="us-china-ai chips"))
    shelf.put("B", text, outlet="ft", findings=found_in(text, said="Rules change,", speaker="Anna Weaver"))
    shelf.put("C", text, outlet="nyt", findings=found_in(text, topics="chips"))
    counts = shelf.read(sidebar.counts)
    assert counts.views["all"] == counts.views["unread"] == 3
    assert counts.views["us-china-ai"] == len(shelf.titles("topic:us-china-ai"))
    assert counts.topics["chips"] == len(shelf.titles("topic:chips"))
    assert [(o.outlet, o.n, o.n_unread) for o in counts.outlets] == [("ft", 2, 2), ("nyt", 1, 1)]
    assert [(p.person, p.n) for p in counts.people] == [("Anna Weaver", 1)]


@given(st.datetimes(min_value=NOON.replace(tzinfo=None) - timedelta(days=9000), max_value=NOON.replace(tzinfo=None)))
def test_ids_are_in_the_order_of_time(moment: object) -> None:
    earlier = moment.replace(tzinfo=NOON.tzinfo)  # type: ignore[attr-defined]
    assert first_id(earlier) <= first_id(NOON)
    assert first_id(earlier + timedelta(minutes=1)) - first_id(earlier) == 64


def test_a_date_from_the_future_or_long_ago_does_not_decide_the_order() -> None:
    assert sort_time(NOON + timedelta(days=40), NOON) == NOON
    assert sort_time(NOON.replace(year=1970), NOON) == NOON
    assert sort_time(NOON - timedelta(days=40), NOON) == NOON - timedelta(days=40)
