"""Two texts with one gist say the same: what a page's clock and counters do is no edit, what a reporter does is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.churn import gist


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Talks open.\n5 minutes ago", "Talks open.\n2 hours ago"),
        ("Talks. Served at 2025-11-10T12:00:01.5+00:00; more.", "Talks. Served at 2025-11-10T12:09:44+00:00; more."),
        ("Talks open.\nUpdated at 10:32 a.m. GMT", "Talks open.\nUpdated at 11:05 a.m. GMT"),
        ("Talks open.\nLast updated: 10 November 2025, 10:32", "Talks open.\nLast updated: 11 November 2025, 09:00"),
        ("12:03:44\nTalks open.", "12:04:01\nTalks open."),
        ("Talks open.\n1,204 views · 33 comments", "Talks open.\n1,310 views · 41 comments"),
        ("Talks open.\nMost read: 37 readers now", "Talks open.\nMost read: 74 readers now"),
        ("谈判开始。\n更新时间：2025-11-10 12:00", "谈判开始。\n更新时间：2025-11-10 13:30"),
        ("谈判开始。\n阅读 1.2万 评论 33", "谈判开始。\n阅读 1.5万 评论 40"),
        ("谈判开始。\n5分钟前", "谈判开始。\n2小时前"),
        ("谈判开始。\n更新于 今天 12:00", "谈判开始。\n更新于 今天 13:30"),
        ("谈判开始。\n现在是 12:00", "谈判开始。\n现在是 13:30"),
        ("Talks open, an hour ago.", "Talks open, two hours ago."),
        ("Talks open. Served 10 November 2025", "Talks open. Served 11 November 2025"),
        ("“Talks” open – it’s on.", "\"Talks\" open - it's  on."),
        ("谈判开始，共3轮。", "谈判开始,共3轮。"),
        ("Talks open.\nThey go on.", "Talks open. They go on."),
    ],
)  # fmt: skip
def test_clocks_counters_and_typography_are_no_edit(before: str, after: str) -> None:
    assert gist(before) == gist(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The order names 11 companies.", "The order names 12 companies."),
        ("The vote began at 10:32 in Geneva.", "The vote began at 10:35 in Geneva."),
        ("The chip was shown on 10 November 2025.", "The chip was shown on 11 November 2025."),
        ("Kimi had 1.2 million downloads.", "Kimi had 1.3 million downloads."),
        ("The video has 30 million views, he said.", "The video has 31 million views, he said."),
        ("他表示，订单涉及11家公司。", "他表示，订单涉及12家公司。"),
        ("会议于10:30开始。", "会议于10:35开始。"),
        ("Talks open", "Talks stall"),
        ("May be", "may be"),
    ],
)  # fmt: skip
def test_what_a_reporter_changes_is_an_edit(before: str, after: str) -> None:
    assert gist(before) != gist(after)


@given(st.text(alphabet="ab 0123456789:-.\n年月日时分更新阅评论前ago,updated", max_size=400))
def test_any_text_has_a_gist_of_its_own_words(text: str) -> None:
    said = gist(text)
    assert "\n" not in said
    assert gist(f"{text}\nA new sentence stands here.") != said


def test_a_hostile_text_is_read_in_time() -> None:
    for piece in ("1:", "12:3", "updated ", "1 2 3 ", "阅读", " | ", "2025-", "10 November ", "a few "):
        gist(piece * 20_000)
