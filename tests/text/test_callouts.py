"""What a reader of a correction looks for: the headline, a number, somebody's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.callouts import CalloutKind, call_out

HEADLINE, NUMBER, QUOTE = CalloutKind.HEADLINE, CalloutKind.NUMBER, CalloutKind.QUOTE


def told(before: str, after: str) -> list[tuple[CalloutKind, str, str]]:
    return [(one.kind, one.before, one.after) for one in call_out(("Same", "Same"), (before, after))]


@pytest.mark.parametrize(
    ("before", "after", "callouts"),
    [
        ("The order names 11 companies.", "The order names 12 companies.", [(NUMBER, "11", "12")]),
        ("It had 12 million users.", "It had 12 billion users.", [(NUMBER, "12 million", "12 billion")]),
        ("Shares fell 3.2% on Monday.", "Shares fell 3.2 percent on Monday.", [(NUMBER, "3.2%", "3.2 percent")]),
        ("It costs $1,200 now.", "It costs $1200 now.", []),
        ("下载量为346.2亿次。", "下载量为385.3亿次。", [(NUMBER, "346.2亿", "385.3亿")]),
        ("涉及十一家公司。", "涉及十二家公司。", [(NUMBER, "十一", "十二")]),
        (
            "“We will win it,” said Huang.",
            "“We will not win it,” said Huang.",
            [(QUOTE, "We will win it,", "We will not win it,")],
        ),
        ("他表示：“中国将赢得竞赛。”", "他表示：“中国将输掉竞赛。”", [(QUOTE, "中国将赢得竞赛。", "中国将输掉竞赛。")]),
        ("“We will win it,” he said.", "\"We will win it,\" he said.", []),
        ("Talks open. All is calm.", "Talks open. All is calm. He added: “I am not sure of it.”",
         [(QUOTE, "", "I am not sure of it.")]),
        ("Talks open. He said: “I am not sure of it.” End.", "Talks open. End.", [(QUOTE, "I am not sure of it.", "")]),
        ("The “AI race” is on.", "The “AI war” is on.", []),
        ("Talks open. All is calm.", "Talks open. All is calm. Another 14 firms are named.", []),
        ("Nothing changed 12 times.", "Nothing changed 12 times.", []),
    ],
)  # fmt: skip
def test_changed_numbers_and_quotes_are_called_out(
    before: str, after: str, callouts: list[tuple[CalloutKind, str, str]]
) -> None:
    assert told(before, after) == callouts


def test_a_changed_headline_comes_first_and_its_typography_does_not_count() -> None:
    (headline, number) = call_out(("Talks open", "Talks stall"), ("11 firms", "12 firms"))
    assert (headline.kind, headline.before, headline.after) == (HEADLINE, "Talks open", "Talks stall")
    assert number.kind is NUMBER
    assert call_out(("“Talks” open", '"Talks"  open'), ("", "")) == ()


@given(
    st.text(alphabet='ab 12.,%“”"\n中国万亿。', max_size=150), st.text(alphabet='ab 12.,%“”"\n中国万亿。', max_size=150)
)
def test_every_callout_stands_where_it_says(before: str, after: str) -> None:
    for one in call_out(("", ""), (before, after)):
        assert one.before != one.after
        assert one.before == ("" if one.before_span is None else one.before_span.of(before))
        assert one.after == ("" if one.after_span is None else one.after_span.of(after))


def test_a_text_written_anew_is_told_in_a_few_callouts() -> None:
    before, after = (" ".join(f"{n}{digit} a." for n in range(2_000)) for digit in "12")
    assert len(call_out(("", ""), (before, after))) == 60
