"""Intervals and headers as users write them."""

from __future__ import annotations

import pytest

from dateline.errors import InputError
from dateline.news.feed import Manner
from dateline.news.manner import check_manner, read_headers, read_interval
from dateline.ui.sources.words import exact_interval


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45", 45),
        ("30 min", 30),
        ("2h", 120),
        ("2 hours", 120),
        ("1 d", 1440),
        ("2 小时", 120),
        ("3个小时", 180),
        ("15分钟", 15),
        ("1天", 1440),
        ("feed", None),
        ("", None),
    ],
)
def test_an_interval_is_read(text: str, minutes: int | None) -> None:
    assert read_interval(text) == minutes


@pytest.mark.parametrize("text", ["often", "-5 min", "2 fortnights", "h"])
def test_what_is_no_interval_is_named(text: str) -> None:
    with pytest.raises(InputError, match=text):
        read_interval(text)


@pytest.mark.parametrize("minutes", [5, 45, 60, 95, 120, 1439, 1440, 2880])
def test_an_interval_that_is_shown_is_read_back(minutes: int) -> None:
    assert read_interval(exact_interval(minutes)) == minutes


def test_headers_stand_one_a_line() -> None:
    assert read_headers("X-Key: a: b\n\n  Accept-Language:zh \n") == (("X-Key", "a: b"), ("Accept-Language", "zh"))
    with pytest.raises(InputError, match="no colon"):
        read_headers("X-Key")


def test_a_source_is_asked_once_a_month_at_least() -> None:
    check_manner(Manner(), 30 * 24 * 60)
    with pytest.raises(InputError, match="30 days"):
        check_manner(Manner(), 31 * 24 * 60)
