"""What leads up to a quote in its own sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.lead_in import lead_in
from dateline.text.span import Span


@pytest.mark.parametrize(
    ("text", "words", "lang", "shown", "marked"),
    [
        (
            "It rained. He told the paper that China “will win” the race.",
            "China “will win” the race",
            "en",
            "He told the paper that China “will win” the race",
            "China “will win” the race",
        ),
        ("“We will win,” said Weaver.", "We will win,", "en", "“We will win,”", "“We will win,”"),
        (
            "天气不错。黄仁勋表示，“中国将赢得竞赛”。",
            "中国将赢得竞赛",
            "zh",
            "黄仁勋表示，“中国将赢得竞赛”",
            "“中国将赢得竞赛”",
        ),
        (
            "The chief executive of the largest maker of looms in the world told a newspaper that it was over.",
            "it was over",
            "en",
            "… maker of looms in the world told a newspaper that it was over",
            "it was over",
        ),
        (
            "这家全世界最大的织布机制造商的首席执行官在接受一家地方报纸采访时对记者表示，一切都结束了。",
            "一切都结束了",
            "zh",
            "…的首席执行官在接受一家地方报纸采访时对记者表示，一切都结束了",
            "一切都结束了",
        ),
        ("First line\nthey were fast", "they were fast", "en", "they were fast", "they were fast"),
    ],
)
def test_words_stand_behind_the_beginning_of_their_sentence(
    text: str, words: str, lang: str, shown: str, marked: str
) -> None:
    start = text.index(words)
    led = lead_in(text, Span(start, start + len(words)), lang)
    assert (led.text, led.marked.of(led.text)) == (shown, marked)


@given(
    st.text(alphabet="ab“”「」 \n.。!", max_size=90),
    st.integers(0, 90),
    st.integers(0, 20),
    st.sampled_from(["en", "zh"]),
)
def test_what_is_marked_is_what_was_asked_for(text: str, start: int, n: int, lang: str) -> None:
    start = min(start, len(text))
    words = Span(start, min(len(text), start + n))
    led = lead_in(text, words, lang)
    assert " ".join(words.of(text).split()) in led.marked.of(led.text)
    assert led.text.endswith(led.marked.of(led.text))
