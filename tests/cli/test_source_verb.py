"""`dateline source`: one source, and how it is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dateline.cli.output import clock
from dateline.cli.source import told
from dateline.cli.sources import source_line
from dateline.news.feed import FeedEntry, FeedFetch, Source, SourceId, SourceState

Terminal = Callable[..., Any]
FEED = "https://ledger.example/feed.xml"


@pytest.fixture
def following(terminal: Terminal, tmp_path: Path) -> Terminal:
    """Return a terminal on a library that follows the Ledger."""
    opml = tmp_path / "mine.opml"
    opml.write_text(
        '<?xml version="1.0"?><opml version="2.0"><head/><body>'
        f'<outline text="Ledger" type="rss" xmlUrl="{FEED}"/></body></opml>'
    )
    assert terminal("import", str(opml)).code == 0
    return terminal


def test_how_a_source_is_asked_is_changed_and_shown(following: Terminal) -> None:
    asked = ("--every", "2h", "--user-agent", "Reader of Ida", "--proxy", "direct", "--header", "X-Key: secret")
    (source,) = following("source", FEED, *asked, "--folder", "Chips", "--json").lines
    wanted = {"interval_minutes": 120, "user_agent": "Reader of Ida", "proxy": "direct", "headers": ["X-Key"]}
    assert {name: source[name] for name in wanted} == wanted
    assert source["folder"] == "Chips"
    shown = following("source", "ledger")
    assert "every 120 min, as “Reader of Ida”, through no proxy, with X-Key." in shown.out
    assert "secret" not in shown.out


def test_what_is_not_named_stays_and_what_is_empty_goes(following: Terminal) -> None:
    following("source", FEED, "--every", "2h", "--user-agent", "Ida", "--header", "X-Key: a", "--header", "X-Lang: zh")
    (source,) = following("source", FEED, "--every", "feed", "--user-agent", "", "--header", "x-key:", "--json").lines
    assert (source["interval_minutes"], source["user_agent"], source["headers"]) == (None, None, ["X-Lang"])


def test_of_a_source_that_failed_it_is_told_when_it_is_tried_again() -> None:
    due = datetime(2025, 11, 9, 12, tzinfo=UTC)
    failed = Source(
        SourceId(1), FEED, "Ledger", state=SourceState.FAILING, error="It broke off.", hint="Wait.", next_due_at=due
    )
    assert source_line(failed).endswith(f"It broke off. Wait. Next try: {clock(due)}.")
    assert "Next try" not in source_line(replace(failed, state=SourceState.PAUSED))


def test_a_source_is_paused_resumed_and_removed(following: Terminal) -> None:
    assert following("source", FEED, "--pause", "--json").lines[0]["state"] == "paused"
    assert following("source", FEED, "--resume", "--json").lines[0]["state"] == "never"
    assert "its articles stay" in following("source", FEED, "--remove").err
    assert following("sources", "--json").lines == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--every", "often"), "“often” is no interval"),
        (("--every", "1 min"), "every 5 minutes at most"),
        (("--header", "no colon"), "has no colon"),
        (("--proxy", "proxy.example"), "not an address"),
    ],
)
def test_what_cannot_be_done_is_said(following: Terminal, arguments: tuple[str, ...], words: str) -> None:
    answer = following("source", FEED, *arguments)
    assert (answer.code, words in answer.err) == (1, True)


def test_a_source_that_is_not_followed_is_not_changed(following: Terminal) -> None:
    answer = following("source", "https://other.example/feed.xml", "--pause")
    assert (answer.code, "no source 'https://other.example/feed.xml'" in answer.err) == (1, True)


def test_what_a_try_brought_is_told_in_a_sentence() -> None:
    at = datetime(2025, 11, 9, 12, tzinfo=UTC)
    full = FeedEntry("1", "https://ledger.example/1", "One", content_html="<p>All.</p>", published_at=at)
    short = FeedEntry("2", "https://ledger.example/2", "Two")
    assert told(FeedFetch(())) == "It answers, but lists no article."
    assert told(FeedFetch((short,))) == "It lists 1 article, without dates, 0 of them in full."
    said = told(FeedFetch((short, full), problems=("The feed breaks off.",)))
    assert said.startswith("It lists 2 articles, the newest of 9 Nov 2025,")
    assert said.endswith("1 of them in full. The feed breaks off.")
