"""Rules the user writes: tried on the site first, then followed; a site that changed its list says so."""

from __future__ import annotations

import pytest

from dateline.errors import FeedError, FetchError, InputError
from dateline.news.feed import Fetched, SourceKind, SourceState
from dateline.pipeline.rules import follow_rule, preview_rule
from dateline.sources.listing_rule import line_of, listing_rules, parse_rule, rule_text
from press import Inline, Room

LIST = "https://paper.example/news/"
RULE = f"""name = "Paper: News"
url = "{LIST}"
outlet = "paper"
zone = "+08:00"
format = "html"
item = "ul.news li"
link = "a@href"
title = "a"
date = "span"
"""


def print_list(room: Room, *titles: str, list_class: str = "news") -> None:
    items = "".join(
        f"<li><a href='/news/{n}.html'>{title}</a><span>2025-11-10 13:0{n}</span></li>"
        for n, title in enumerate(titles, start=1)
    )
    html = f"<html><body><ul class='{list_class}'>{items}</ul></body></html>"
    room.press.answers[LIST] = Fetched(LIST, LIST, 200, "text/html; charset=utf-8", html.encode())


def test_a_preview_shows_what_a_rule_brings_and_keeps_nothing(room: Room) -> None:
    print_list(room, "芯片新规", "Chips again")
    feed = preview_rule(RULE, room.press, Inline())  # type: ignore[arg-type]
    assert [(entry.title, entry.url, f"{entry.published_at:%H:%M}") for entry in feed.entries] == [
        ("芯片新规", "https://paper.example/news/1.html", "05:01"),
        ("Chips again", "https://paper.example/news/2.html", "05:02"),
    ]
    assert (room.cards(), room.sources()) == ([], {})


@pytest.mark.parametrize(
    ("text", "kind", "sentence"),
    [
        (RULE.replace('"ul.news li"', '"ul..news li"'), InputError, "Line 6 of the rule: the selector"),
        (RULE.replace("title", "titel"), InputError, "Line 8 of the rule: there is no setting “titel”"),
        (RULE.replace("ul.news li", "table tr"), FeedError, "The list no longer matches its rule"),
        (RULE.replace("news/", "gone/"), FetchError, "The page does not exist."),
    ],
)
def test_a_preview_that_fails_says_why(room: Room, text: str, kind: type[Exception], sentence: str) -> None:
    print_list(room, "Chips")
    with pytest.raises(kind, match=sentence):
        preview_rule(text, room.press, Inline())  # type: ignore[arg-type]


def test_the_line_of_an_error_is_found(room: Room) -> None:
    with pytest.raises(InputError) as refused:
        parse_rule(RULE.replace('"+08:00"', '"eight"'))
    assert line_of(refused.value) == 4
    assert line_of(FeedError("The list no longer matches its rule.")) is None


def test_a_rule_that_is_used_is_followed_read_and_can_be_changed(room: Room) -> None:
    print_list(room, "Chips")
    change = follow_rule(room.library, RULE)
    assert len(change.sources) == 1
    room.refresh()
    assert room.titles() == ["Chips"]
    print_list(room, "Chips", "Talks", list_class="latest")
    room.later(hours=1)
    room.refresh()
    broken = room.sources()[LIST]
    assert broken.state is SourceState.FAILING
    assert broken.error.startswith("The list no longer matches its rule: nothing stands at “ul.news li”")
    assert "rule can be edited" in broken.hint
    follow_rule(room.library, RULE.replace("ul.news", "ul.latest"))
    room.refresh()
    mended = room.sources()[LIST]
    assert (mended.state, mended.kind, mended.error) == (SourceState.WORKING, SourceKind.LISTING, "")
    assert room.titles() == ["Talks", "Chips"]


@pytest.mark.parametrize("name", sorted(listing_rules()))
def test_a_shipped_rule_can_be_taken_as_a_text_of_ones_own(name: str) -> None:
    assert parse_rule(rule_text(name)) == listing_rules()[name]
    moved = parse_rule(rule_text(name, "https://copy.example/list?a=1"))
    assert (moved.url, moved.item) == ("https://copy.example/list?a=1", listing_rules()[name].item)
