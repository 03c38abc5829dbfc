"""What a refresh decides, told as short stories; no clock, no network, no library."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dateline.errors import FetchError
from dateline.news.article import ArticleId, Completeness
from dateline.news.feed import FeedEntry, Source, SourceId, SourceState
from dateline.news.plan import EntryAction, Known, KnownEntry
from dateline.pipeline import decide

NOON = datetime(2025, 11, 10, 12, tzinfo=UTC)
CHIPS = FeedEntry(
    key="guid-1", url="https://www.ft.com/content/chips?utm_source=rss", title="Chips", summary="About chips."
)
POWER = FeedEntry(key="guid-2", url="https://www.ft.com/content/power", title="Power", summary="About power.")


def plan(*entries: FeedEntry, known: Known | None = None) -> list[tuple[EntryAction, ArticleId | None]]:
    """Plan the entries for the FT and return what is to be done with each."""
    plans = decide.plan_entries(decide.draft_entries(entries, outlet=lambda entry: "ft"), known or Known())
    return [(p.action, p.article) for p in plans]


def known_as(entry: FeedEntry, article: int, **changed: str) -> Known:
    """Return the knowledge of a source that told of `entry` before, with some words changed since."""
    told = replace(entry, **changed)
    (draft,) = decide.draft_entries([told], outlet=lambda entry: "ft")
    row = KnownEntry(told.key, draft.url_key, draft.digest, ArticleId(article))
    return Known(by_key={row.key: row}, by_url_key={row.url_key: row}, articles={row.url_key: row.article})


def test_entries_nobody_has_seen_are_new() -> None:
    assert plan(CHIPS, POWER) == [(EntryAction.NEW, None), (EntryAction.NEW, None)]


def test_an_entry_told_again_in_the_same_words_is_left_alone() -> None:
    assert plan(CHIPS, known=known_as(CHIPS, 7)) == [(EntryAction.SAME, 7)]


def test_a_new_headline_changes_the_article_and_makes_no_second_one() -> None:
    assert plan(CHIPS, known=known_as(CHIPS, 7, title="Chips, first edition")) == [(EntryAction.CHANGED, 7)]


def test_new_guids_and_tracking_at_every_poll_are_still_the_same_article() -> None:
    again = replace(CHIPS, key="guid-99", url="https://www.ft.com/content/chips?utm_campaign=tuesday")
    assert plan(again, known=known_as(CHIPS, 7)) == [(EntryAction.SAME, 7)]


def test_an_article_of_another_source_is_joined() -> None:
    elsewhere = Known(articles=known_as(CHIPS, 7).articles)
    assert plan(CHIPS, known=elsewhere) == [(EntryAction.JOIN, 7)]


def test_a_feed_that_only_counts_its_entries_overwrites_no_article() -> None:
    first = replace(CHIPS, key="1")
    assert plan(replace(POWER, key="1"), known=known_as(first, 7)) == [(EntryAction.NEW, None)]
    assert plan(replace(first, title="Chips again"), known=known_as(first, 7)) == [(EntryAction.CHANGED, 7)]
    assert plan(replace(CHIPS, url="https://www.ft.com/content/chips-2"), known=known_as(CHIPS, 7)) == [
        (EntryAction.SAME, 7)
    ]


def test_a_guid_that_now_leads_to_another_source_s_article_joins_that_one() -> None:
    before = known_as(CHIPS, 7)
    known = replace(before, articles={**before.articles, "ft.com/content/power": ArticleId(8)})
    assert plan(replace(POWER, key=CHIPS.key), known=known) == [(EntryAction.JOIN, 8)]


def test_one_address_twice_in_one_answer_is_one_article() -> None:
    assert plan(CHIPS, replace(CHIPS, key="guid-3")) == [(EntryAction.NEW, None)]


def test_an_entry_without_address_is_known_by_its_words_and_wants_no_page() -> None:
    note = FeedEntry(key="note", url="", title="A note", summary="Without a link.")
    (planned,) = decide.draft_entries([note], outlet=lambda entry: "ft")
    assert planned.url_key.startswith("entry:")
    assert not planned.wants_page
    assert plan(note, known=known_as(note, 7)) == [(EntryAction.SAME, 7)]


def test_spaces_and_line_breaks_are_no_news() -> None:
    assert decide.digest_of(CHIPS) == decide.digest_of(replace(CHIPS, summary="About\n  chips."))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Served at 2026-06-01T08:00:01.5+00:00; chips.", "Served at 2026-06-01T08:00:02+00:00; chips."),
        ("5 minutes ago: chips", "12 minutes ago: chips"),
        ("更新于08:15 芯片", "更新于19:02 芯片"),
        ("3小时前 芯片", "4小时前 芯片"),
    ],
)
def test_a_clock_in_the_text_is_no_news(one: str, other: str) -> None:
    assert decide.digest_of(replace(CHIPS, summary=one)) == decide.digest_of(replace(CHIPS, summary=other))


def test_a_changed_figure_is_news() -> None:
    one, other = (replace(CHIPS, summary=f"The order names {n} firms.") for n in (11, 12))
    assert decide.digest_of(one) != decide.digest_of(other)


def test_a_feed_with_the_whole_text_wants_no_page() -> None:
    assert decide.wants_page(CHIPS)
    assert not decide.wants_page(replace(CHIPS, content_html="<p>" + "words " * 400 + "</p>"))


@pytest.mark.parametrize(
    "content",
    [
        f"<img srcset='{'https://ft.example/very-wide.jpg 1200w, ' * 40}'><p>Chips, in three words.</p>",
        f"<p>{'words ' * 400}</p><p>Licences are […]</p><p>The post <a href='/'>Chips</a> appeared first on FT.</p>",
        f"<p>{'words ' * 400}</p><a href='/chips'>Continue reading Chips&nbsp;&rarr;</a>",
        f"<p>{'words ' * 400}&hellip;</p>",
        f"<p>{'芯片许可证将按月发放，' * 200}</p><p><a href='/chips'>阅读全文</a></p>",
    ],
)
def test_a_feed_that_leads_on_to_its_page_has_the_page_fetched(content: str) -> None:
    assert decide.wants_page(replace(CHIPS, content_html=content))


FAILING = Source(
    SourceId(1), "https://a.example/feed", "A", state=SourceState.FAILING, next_due_at=NOON + timedelta(minutes=5)
)


AHEAD = replace(
    FAILING,
    state=SourceState.WORKING,
    last_tried_at=NOON + timedelta(days=400),
    last_success_at=NOON + timedelta(days=400),
    next_due_at=NOON + timedelta(days=401),
)


@pytest.mark.parametrize(
    ("source", "by_name", "is_asked"),
    [
        (replace(FAILING, state=SourceState.WORKING), False, True),
        (FAILING, False, False),  # it was told to wait
        (FAILING, True, True),  # unless the user names it
        (replace(FAILING, next_due_at=NOON), False, True),
        (replace(FAILING, state=SourceState.PAUSED), False, False),
        (replace(FAILING, state=SourceState.PAUSED), True, True),
        (AHEAD, False, True),  # the clock was ahead when it was asked
        (replace(AHEAD, state=SourceState.FAILING), False, True),
        (replace(AHEAD, last_tried_at=NOON), False, False),
        (replace(AHEAD, state=SourceState.PAUSED), False, False),
    ],
)
def test_who_is_asked(source: Source, by_name: bool, is_asked: bool) -> None:
    assert decide.is_to_be_asked(source, NOON, by_name=by_name) is is_asked


def test_a_source_is_due_in_its_turn_or_after_the_clock_was_set_back() -> None:
    assert decide.is_due(replace(FAILING, next_due_at=None), NOON)
    assert decide.is_due(replace(FAILING, next_due_at=NOON), NOON)
    assert not decide.is_due(FAILING, NOON)
    assert decide.is_due(AHEAD, NOON)
    assert not decide.is_due(replace(AHEAD, last_tried_at=NOON + timedelta(minutes=59)), NOON)


def hourly(n: int, gap: timedelta) -> list[FeedEntry]:
    return [replace(CHIPS, key=str(i), published_at=NOON - i * gap) for i in range(n)]


@pytest.mark.parametrize(
    ("entries", "asked_minutes", "max_age", "minutes"),
    [
        ([], None, None, 30),  # nothing known of its rhythm
        (hourly(10, timedelta(hours=2)), None, None, 60),
        (hourly(10, timedelta(minutes=3)), None, None, decide.SHORTEST_INTERVAL),
        (hourly(10, timedelta(days=20)), None, None, decide.LONGEST_INTERVAL),
        (hourly(10, timedelta(hours=2)), 180, None, 180),  # the feed asks for more patience
        (hourly(10, timedelta(hours=2)), None, 4 * 3600, 240),  # the server does
        ([], 7 * 24 * 60, None, decide.LONGEST_INTERVAL),
    ],
)
def test_when_a_working_source_is_due(
    entries: list[FeedEntry], asked_minutes: int | None, max_age: int | None, minutes: int
) -> None:
    due = decide.next_due_after_success(NOON, entries=entries, asked_minutes=asked_minutes, max_age=max_age)
    assert due - NOON == timedelta(minutes=minutes)


def test_a_failing_source_is_asked_less_and_less() -> None:
    waits = [
        (decide.next_due_after_failure(NOON, n_failures=n, retry_at=None) - NOON).total_seconds() / 60
        for n in (1, 2, 3, 4, 20, 5_000)
    ]
    assert waits == [5, 10, 20, 40, 1440, 1440]


def test_retry_after_is_kept_but_not_for_ever() -> None:
    hour, year = NOON + timedelta(hours=1), NOON + timedelta(days=365)
    assert decide.next_due_after_failure(NOON, n_failures=1, retry_at=hour) == hour
    assert decide.next_due_after_failure(NOON, n_failures=1, retry_at=year) == NOON + timedelta(days=7)


@pytest.mark.parametrize(
    ("error", "n_tries", "minutes"),
    [
        (FetchError("It timed out.", kind="timeout"), 1, 10),
        (FetchError("It timed out.", kind="timeout"), 2, 40),
        (FetchError("It timed out.", kind="timeout"), decide.PAGE_TRIES, None),
        (FetchError("Forbidden.", status=403), 1, None),
        (FetchError("Gone.", status=404), 1, None),
        (FetchError("Busy.", status=503, retry_at=NOON + timedelta(hours=2)), 1, 120),
        (FetchError("Busy.", status=503, retry_at=NOON + timedelta(days=365)), 1, 7 * 1_440),
    ],
)
def test_when_a_page_is_tried_again(error: FetchError, n_tries: int, minutes: int | None) -> None:
    due = decide.next_page_try(error, NOON, n_tries=n_tries)
    assert due == (None if minutes is None else NOON + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("status", "completeness"),
    [(403, Completeness.BLOCKED), (429, Completeness.BLOCKED), (404, Completeness.EMPTY), (None, Completeness.EMPTY)],
)
def test_what_a_page_that_did_not_come_leaves(status: int | None, completeness: Completeness) -> None:
    assert decide.completeness_of_failure(FetchError("No page.", status=status)) is completeness
