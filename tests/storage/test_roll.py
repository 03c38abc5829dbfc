"""What the roll answers is what page after page answers; and it stays true to the library, whatever is written."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from random import Random
from typing import Any

import pytest

from dateline.news.article import ArticleId, Completeness
from dateline.news.card import Card
from dateline.news.change import Change
from dateline.news.library_view import ImportRow
from dateline.news.question import read_filter
from dateline.storage import articles, counting, marks, rebuild, retention, tags, timeline
from dateline.storage.connecting import connect
from dateline.storage.day_parts import KIND_KEYS
from dateline.storage.remembering import Memory
from dateline.storage.roll import Roll, read_ids, roll_of, roll_of_few, with_seen
from shelf import NOON, TODAY, Shelf, found_in

QUESTIONS = (
    *("", "is:unread", "outlet:ft lang:zh", "-outlet:ft", "after:2025-11-03 -is:read"),
    *("chips", "chips outlet:ft", "chips is:unread", "chips after:2025-11-04", "chips -models", "-chips", "nowhere"),
    *("-chips outlet:ft", "-chips -models is:unread", "-chips before:2025-11-05", "-(chips outlet:ft) is:unread"),
    *("chips OR is:starred", "(chips OR models) -(outlet:nyt OR lang:zh)", "chips OR -models", "is:starred OR -chips"),
    *("-(chips OR is:starred)", "(chips is:unread) OR (models is:read after:2025-11-03)", "chips OR on:2025-11-03"),
    *("topic:chips outlet:ft outlet:nyt", "-topic:chips completeness:full", "lang:en OR topic:chips", "speaker:huang"),
    *("tag:later", "-tag:later", "tag:later chips", "tag:later OR chips", "-tag:later chips", "tag:later -is:read"),
    *(
        "has:tags is:unread",
        "-has:notes models",
        "is:copy OR models",
        "first-seen:2025-11",
        "-first-seen:2025-11 chips",
    ),
    *("!!!", "-!!!", "chips -!!!", "chips OR !!!", "(!!! OR is:starred) models", "-after:2025-11-04 chips"),
)


@pytest.fixture(params=["few are looked up", "all are on the roll"])
def filled(request: pytest.FixtureRequest, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """Eighty articles of nine days, large as a library can be, or small."""
    if request.param == "all are on the roll":
        monkeypatch.setattr("dateline.storage.answering._FEW", -1)
    monkeypatch.setattr("dateline.storage.counting.is_large", lambda _: True)
    monkeypatch.setattr("dateline.storage.timeline.is_large", lambda _: True)
    fill(shelf)
    return shelf


def fill(shelf: Shelf) -> list[ArticleId]:
    dice = Random(11)
    rows = []
    for n in range(80):
        text = f"{dice.choice(['Chips', 'Models', 'Chips and models', 'Weather'])} of day {n}, said Huang."
        moment = datetime(2025, 11, 1, tzinfo=UTC) + timedelta(minutes=dice.randrange(9 * 1440))
        given = {"outlet": dice.choice(["ft", "nyt", "guancha"]), "lang": dice.choice(["en", "zh"])}
        found = found_in(text, topics=dice.choice(["us-china-ai chips", "chips", ""]), said=text[:5], speaker="Huang")
        address, given_text = f"paper.example/{n}", text if n % 7 else ""
        rows.append(ImportRow(f"https://{address}", address, f"No {n}", given_text, published_at=moment, **given))
        rows[-1] = replace(rows[-1], findings=found if n % 7 else None)
    ids = list(shelf.write(articles.import_articles, rows=rows).new_articles)
    shelf.write(marks.set_read, ids=dice.sample(ids, 30), is_read=True, at=NOON)
    shelf.write(marks.set_starred, ids=dice.sample(ids, 9), is_starred=True, at=NOON)
    shelf.write(tags.add_tag, articles=dice.sample(ids, 12), name="later", at=NOON)
    return ids


def walked(shelf: Shelf, question: str) -> list[Card]:
    """Return the cards of a filter as pages of seven bring them."""
    wanted, found = read_filter(question, TODAY), list[Card]()
    while page := shelf.read(timeline.first_page, wanted=wanted, limit=7, after=found[-1].id if found else None):
        found += page
    return found


def day_of(card: Card) -> date:
    return datetime.fromtimestamp(card.id // 64 * 60, UTC).astimezone().date()


def test_spine_counts_and_pulse_are_those_of_the_pages(filled: Shelf) -> None:
    for question in QUESTIONS:
        cards = walked(filled, question)
        full = [card for card in cards if card.completeness is Completeness.FULL]
        n, n_full = (Counter((day_of(card), card.outlet) for card in some) for some in (cards, full))
        by_lang = Counter((card.lang, day_of(card).isoformat()) for card in cards)
        wanted = read_filter(question, TODAY)
        assert list(filled.read(timeline.spine, wanted=wanted)) == [card.id for card in cards], question
        counted = (len(cards), len(full), sum(not card.is_read for card in cards))
        assert filled.read(counting.count, wanted=wanted) == counted, question
        pulse = [(*key, n[key], n_full[key]) for key in sorted(n)]
        assert filled.read(counting.pulse, wanted=wanted) == pulse, question
        tallies = filled.read(counting.count_by, wanted=wanted, keys=["lang", "day"])
        assert [(tally.key, tally.n) for tally in tallies] == sorted(by_lang.items()), question
        # The umbrella is a topic that cards leave out.
        umbrella = {True: ("us-china-ai",), False: ()}
        topics = {card.id: (*card.topics, *umbrella[card.is_on_topic]) or ("",) for card in cards}
        by_topic = Counter((day_of(card), topic) for card in cards for topic in topics[card.id])
        days = filled.read(counting.pulse, wanted=wanted, by="topic")
        assert [((day.day, day.key), day.n) for day in days] == sorted(by_topic.items()), question
        alone = filled.read(counting.count_by, wanted=wanted, keys=["topic"])
        n_each = Counter(topic for card in cards for topic in topics[card.id])
        assert [(tally.key, tally.n) for tally in alone] == [((key,), n) for key, n in sorted(n_each.items())], question
    assert len(walked(filled, "chips")) > len(walked(filled, "chips is:unread")) > 0


@pytest.mark.parametrize("order", ["oldest", "first-seen", "relevance"])
def test_every_order_is_that_of_the_pages(filled: Shelf, order: str) -> None:
    for question in ("", "chips", "-chips", "is:starred OR models", "chips is:unread"):
        wanted = f"{question} order:{order}"
        spine = list(filled.read(timeline.spine, wanted=read_filter(wanted, TODAY)))
        assert spine == [card.id for card in walked(filled, wanted)] != [], wanted


def as_rows(roll: Roll) -> list[tuple[Any, ...]]:
    return [(int(number), *roll.kinds[kind]) for number, kind in zip(roll.ids, roll.kind, strict=True)]


def narrow_rows(c: sqlite3.Connection) -> list[tuple[Any, ...]]:
    return c.execute(f"SELECT id, {', '.join(KIND_KEYS)} FROM listing ORDER BY id").fetchall()  # noqa: S608


def test_a_kept_roll_follows_every_write(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = fill(shelf)
    reader = connect(shelf.library.path)
    reader.memory = Memory()
    first = roll_of(reader)
    assert as_rows(first) == narrow_rows(reader)
    assert roll_of(reader) is first
    writes: list[partial[Change]] = [
        partial(shelf.write, marks.set_read, ids=ids[:3], is_read=True, at=NOON),
        partial(shelf.write, marks.set_read_all, wanted=read_filter("", TODAY), is_read=True, at=NOON),
        partial(shelf.write, retention.let_go, ids=ids[5:9], months=1, now=datetime(2027, 1, 1, tzinfo=UTC)),
        partial(shelf.write, rebuild.remake_lists),
    ]
    for write in writes:
        write()
        assert as_rows(roll_of(reader)) == narrow_rows(reader)
    shelf.put("New", at=NOON)
    monkeypatch.setattr("dateline.storage.roll._MOST_DAYS", 0)
    assert as_rows(roll_of(reader)) == narrow_rows(reader)
    # The same articles in days of another zone.
    monkeypatch.setattr("dateline.storage.day_parts.zone", lambda: ((2**62, 600),))
    shelf.library.warm_writer().result()
    shelf.put("Newer", at=NOON)
    monkeypatch.setattr("dateline.storage.roll._MOST_DAYS", 400)
    assert as_rows(roll_of(reader)) == narrow_rows(reader)
    reader.close()


def test_a_writer_keeps_no_roll_for_what_it_sees_may_be_undone(shelf: Shelf) -> None:
    ids = fill(shelf)
    writer = connect(shelf.library.path)
    writer.execute("BEGIN IMMEDIATE")
    n_before = len(roll_of(writer).ids)
    writer.execute("DELETE FROM day_part WHERE day = (SELECT max(day) FROM day_part)")
    assert len(roll_of(writer).ids) < n_before == len(ids)
    writer.execute("ROLLBACK")
    assert len(roll_of(writer).ids) == n_before
    assert writer.memory is None
    writer.close()


def test_an_empty_library_has_an_empty_roll(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.storage.answering._FEW", -1)
    for question in ("chips", "-chips", "is:starred OR chips"):
        wanted = read_filter(question, TODAY)
        assert list(shelf.read(timeline.spine, wanted=wanted)) == []
        assert shelf.read(counting.count, wanted=wanted) == (0, 0, 0)
        assert shelf.read(counting.pulse, wanted=wanted) == []


def test_ids_come_rising_whatever_the_order_of_their_statement(shelf: Shelf) -> None:
    ids = fill(shelf)
    assert shelf.read(read_ids, sql="SELECT id FROM article ORDER BY title DESC, id", values=()).tolist() == sorted(ids)


def test_what_was_first_seen_when_follows_every_write(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = fill(shelf)
    monkeypatch.setattr("dateline.storage.roll._AT_ONCE", 7)
    reader = connect(shelf.library.path)
    reader.memory = Memory()

    def kept() -> list[tuple[int, int]]:
        roll = with_seen(reader, roll_of(reader))
        assert reader.memory is not None
        assert reader.memory.roll is roll
        assert roll.seen is not None
        return list(zip(roll.ids.tolist(), roll.seen.tolist(), strict=True))

    def in_rows() -> list[tuple[int, int]]:
        return reader.execute("SELECT id, first_seen_at FROM listing ORDER BY id").fetchall()

    assert kept() == in_rows()
    shelf.write(marks.set_read, ids=ids[:3], is_read=True, at=NOON)
    shelf.write(retention.let_go, ids=ids[5:9], months=1, now=datetime(2027, 1, 1, tzinfo=UTC))
    shelf.announce(shelf.follow(), "Late", seen_at=NOON + timedelta(days=400))
    assert kept() == in_rows()
    few = with_seen(reader, roll_of_few(reader, read_ids(reader, "SELECT id FROM listing LIMIT 9", ())))
    assert few.seen is not None
    assert list(zip(few.ids.tolist(), few.seen.tolist(), strict=True)) == in_rows()[:9]
    reader.close()
