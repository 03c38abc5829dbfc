"""Where lines end in a text with Chinese in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.line_breaks import break_lines
from dateline.text.script import has_han

LETTERS = st.text("中美芯片，。、“”（）《》—…·AI GPT-5 12% $", min_size=1, max_size=60)


def wide(text: str) -> list[float]:
    return [2.0 if has_han(sign) or sign in "，。、（）《》" else 1.0 for sign in text]


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("规则来得太晚，作用很小。", 12, ["规则来得太", "晚，作用很", "小。"]),
        ("比尔·盖茨说", 5, ["比尔·", "盖茨", "说"]),
        ("他说“来不及”。", 6, ["他说", "“来不", "及”。"]),
        ("《规则》出台", 8, ["《规则》", "出台"]),
        ("使用Huawei芯片", 8, ["使用", "Huawei芯", "片"]),
        ("涨幅达12%以上", 8, ["涨幅达", "12%以上"]),
        ("模型 GPT 出台", 8, ["模型 GPT", "出台"]),
        ("https://example.org/中", 9, ["https://e", "xample.or", "g/中"]),
        ("", 10, []),
    ],
)
def test_lines_end_where_readers_expect(text: str, room: float, lines: list[str]) -> None:
    assert break_lines(text, wide(text), room) == lines


@given(LETTERS, st.integers(min_value=8, max_value=30))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, room: int) -> None:
    lines = break_lines(text, wide(text), room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(sum(wide(line)) <= room for line in lines)
