"""A day's parts say what the narrow rows say, after whatever was written and in whatever zone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from dateline.news.question import read_filter
from dateline.storage import counting, marks, rebuild, sidebar, timeline
from dateline.storage.days import day_sql, days_of_ids, zone
from dateline.storage.doctor import examine
from dateline.storage.part_conditions import parts_of
from shelf import NOON, TODAY, Shelf, found_in

ANSWERED_BY_PARTS = (
    "",
    "order:oldest",
    "is:unread",
    "is:read is:starred",
    "outlet:ft",
    "outlet:ft outlet:nyt -is:read",
    "-outlet:ft lang:zh",
    "outlet:nobody",
    "topic:us-china-ai OR is:starred",
    "-(lang:zh is:unread) order:oldest",
    "is:on-topic has:full-text",
    "completeness:empty OR completeness:teaser",
    "after:2025-11-02 before:2025-11-08",
    "on:2025-11-03 OR (on:2025-10 is:unread)",
    "-on:2025-11-03 -is:sample",
)


@pytest.fixture(params=["UTC", "Asia/Shanghai", "America/New_York", "America/Havana", "Africa/Casablanca"])
def somewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    if not hasattr(time, "tzset"):
        pytest.skip("the zone of a process cannot be changed here")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def fill(shelf: Shelf) -> list[int]:
    """Sixty articles round the night on which clocks go back in America, with marks drawn by lot."""
    dice = Random(5)
    ids = []
    for n in range(60):
        text = f"Words {n}."
        moment = datetime(2025, 10, 31, tzinfo=UTC) + timedelta(minutes=dice.randrange(9 * 1440))
        more = {"outlet": dice.choice(["ft", "nyt", "guancha"]), "lang": dice.choice(["en", "zh"])}
        findings = found_in(text, topics=dice.choice(["us-china-ai chips", "chips", ""]))
        ids.append(shelf.put(f"No {n}", text if n % 7 else "", at=moment, findings=findings, **more))
    shelf.write(marks.set_read, ids=dice.sample(ids, 25), is_read=True, at=NOON)
    shelf.write(marks.set_starred, ids=dice.sample(ids, 9), is_starred=True, at=NOON)
    shelf.write(marks.set_read, ids=dice.sample(ids, 20), is_read=False, at=NOON)
    return ids


def answers(shelf: Shelf, question: str) -> list[object]:
    wanted = read_filter(question, TODAY)
    pages, after = [], None
    while page := [card.id for card in shelf.read(timeline.first_page, wanted=wanted, limit=7, after=after)]:
        pages += page
        after = page[-1]
    return [
        list(shelf.read(timeline.spine, wanted=wanted)),
        pages,
        shelf.read(counting.count, wanted=wanted),
        shelf.read(counting.pulse, wanted=wanted),
        shelf.read(counting.pulse, wanted=wanted, by="lang"),
        shelf.read(counting.count_by, wanted=wanted, keys=["lang", "day", "outlet"]),
    ]


def test_parts_answer_as_the_narrow_rows_do(shelf: Shelf, somewhere: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(shelf)
    for question in ANSWERED_BY_PARTS:
        assert shelf.read(parts_of, wanted=read_filter(question, TODAY)) is not None, question
    quick = {question: answers(shelf, question) for question in ANSWERED_BY_PARTS}
    counts = shelf.read(sidebar.counts)
    monkeypatch.setattr("dateline.storage.part_conditions.is_usable", lambda _: False)
    monkeypatch.setattr("dateline.storage.sidebar.is_usable", lambda _: False)
    assert quick == {question: answers(shelf, question) for question in ANSWERED_BY_PARTS}
    assert counts == shelf.read(sidebar.counts)
    assert quick["is:read is:starred"][0] != []


@pytest.mark.parametrize(
    ("question", "others"),
    [
        ("-chips", "-chips (title:no OR -title:no)"),
        ("-topic:chips is:unread order:oldest", "is:unread order:oldest -(topic:chips lang:en) -(topic:chips lang:zh)"),
        ('-"words 3" -"words 5" outlet:ft', 'outlet:ft (words OR -words) -("words 3" OR "words 5")'),
        ("-!!! -chips", "-chips"),
        ("-!!!", ""),
    ],
)
def test_what_is_excluded_is_taken_away_from_the_parts(shelf: Shelf, question: str, others: str) -> None:
    fill(shelf)
    assert answers(shelf, question) == answers(shelf, others)


def test_marking_a_filter_and_making_everything_again_keep_the_parts_exact(shelf: Shelf) -> None:
    fill(shelf)
    unread = shelf.read(counting.count, wanted=read_filter("is:unread outlet:ft", TODAY)).n
    change = shelf.write(marks.set_read_all, wanted=read_filter("outlet:ft", TODAY), is_read=True, at=NOON)
    assert len(change.changed_articles) == unread > 0
    assert shelf.read(counting.count, wanted=read_filter("is:unread outlet:ft", TODAY)).n == 0
    shelf.write(marks.set_read, ids=change.changed_articles, is_read=False, at=NOON)
    before = answers(shelf, "is:unread")
    assert shelf.read(counting.count, wanted=read_filter("is:unread outlet:ft", TODAY)).n == unread
    shelf.write(rebuild.remake_lists)
    assert answers(shelf, "is:unread") == before
    assert not [one for one in examine(shelf.library.path, NOON).troubles if "counts" in one.sentence]


@pytest.mark.parametrize(
    "question", ["chips", "topic:chips", "speaker:huang", "is:starred OR chips", "order:relevance"]
)
def test_what_parts_cannot_tell_is_left_to_the_others(shelf: Shelf, question: str) -> None:
    fill(shelf)
    assert shelf.read(parts_of, wanted=read_filter(question, TODAY)) is None


def test_in_another_zone_the_parts_are_left_aside_until_they_are_made_again(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(shelf)
    wanted = read_filter("is:unread", TODAY)
    n = shelf.read(counting.count, wanted=wanted)
    monkeypatch.setattr("dateline.storage.day_parts.zone", lambda: ((2**62, 345),))
    assert shelf.read(parts_of, wanted=wanted) is None
    assert shelf.read(counting.count, wanted=wanted) == n
    shelf.library.warm_writer().result()
    assert shelf.read(parts_of, wanted=wanted) is not None
    assert shelf.read(counting.count, wanted=wanted) == n


def test_days_are_those_of_the_calendar(shelf: Shelf, somewhere: str) -> None:
    dice = Random(somewhere)
    minutes = [dice.randrange(12_000_000, 41_000_000) for _ in range(400)]
    # The hours round every move of the clocks.
    minutes += [end // 64 + step for end, _ in zone()[:-1][-8:] for step in (-61, -1, 0, 1, 61)]
    expected = [(datetime.fromtimestamp(m * 60, UTC).astimezone().date() - date(1970, 1, 1)).days for m in minutes]
    ids = [minute * 64 + 5 for minute in minutes]
    assert days_of_ids(ids, zone()) == expected
    sql = f"SELECT {day_sql(min(ids), max(ids), 'value')} FROM json_each(?)"  # noqa: S608 - numbers
    assert [row[0] for row in shelf.read(lambda c: c.execute(sql, (str(ids),)).fetchall())] == expected
