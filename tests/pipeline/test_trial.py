"""A source that is tried before it is kept."""

from __future__ import annotations

from typing import Any, cast

import pytest

from dateline.errors import FeedError, FetchError
from dateline.news.feed import Source, SourceId
from dateline.pipeline.trial import try_source
from press import Inline, Press

FEED = "https://paper.example/feed.xml"
SOURCE = Source(SourceId(1), FEED, "Paper")


def test_what_a_source_would_bring_is_read_and_its_pages_are_left_alone() -> None:
    press = Press()
    press.feed(FEED, "One", "Two")
    feed = try_source(SOURCE, press, cast("Any", Inline()))
    assert [entry.title for entry in feed.entries] == ["One", "Two"]
    assert press.asked == [FEED]


def test_what_is_wrong_is_raised() -> None:
    press = Press()
    press.page(FEED, "Please sign in")
    with pytest.raises(FeedError):
        try_source(SOURCE, press, cast("Any", Inline()))
    press.fails(FEED, FetchError("Busy.", status=503))
    with pytest.raises(FetchError, match="Busy"):
        try_source(SOURCE, press, cast("Any", Inline()))
