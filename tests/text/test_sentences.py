"""Paragraphs and sentences as spans, English and Chinese."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.sentences import paragraphs, sentences


def cut(text: str, lang: str = "en") -> list[str]:
    return [span.of(text) for span in sentences(text, lang)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill closed. Nobody wept.", ["The mill closed.", "Nobody wept."]),
        (
            "Mr. Hale met Dr. Ito in the U.S. capital. It rained.",
            ["Mr. Hale met Dr. Ito in the U.S. capital.", "It rained."],
        ),
        ("Acme Inc. bought it. The price is secret.", ["Acme Inc. bought it.", "The price is secret."]),
        ("It moved to the U.S. The move cost millions.", ["It moved to the U.S.", "The move cost millions."]),
        ("Rule No. 5 is short. Rule No. 6 is not.", ["Rule No. 5 is short.", "Rule No. 6 is not."]),
        ("Growth was 3.5 percent. Prices rose.", ["Growth was 3.5 percent.", "Prices rose."]),
        ("“We won.” She smiled.", ["“We won.”", "She smiled."]),
        ("“Really?” she asked. “Yes!”", ["“Really?” she asked.", "“Yes!”"]),
        ("J. R. Vance wrote it. He left.", ["J. R. Vance wrote it.", "He left."]),
        ("One line\nAnother line", ["One line", "Another line"]),
        ("  \n\n ", []),
    ],
)
def test_english_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工厂关了。没有人哭。", ["工厂关了。", "没有人哭。"]),
        ("他说：“我们走吧。”她没有动。", ["他说：“我们走吧。”", "她没有动。"]),
        ("真的吗？！是的。", ["真的吗？！", "是的。"]),
        ("「好。」他答。", ["「好。」", "他答。"]),
        ("增长3.5%。价格上涨", ["增长3.5%。", "价格上涨"]),
    ],
)
def test_chinese_sentences(text: str, expected: list[str]) -> None:
    assert cut(text, "zh") == expected


def test_paragraphs_leave_white_space_out() -> None:
    text = "  First.\r\n\r\n\tSecond one. \n"
    assert [span.of(text) for span in paragraphs(text)] == ["First.", "Second one."]


@given(st.text(), st.sampled_from(["en", "zh", "fr"]))
def test_sentences_are_in_order_apart_and_cover_every_word(text: str, lang: str) -> None:
    end = 0
    kept = []
    for span in sentences(text, lang):
        assert end <= span.start < span.end <= len(text)
        assert not text[end : span.start].strip()
        kept.append(span.of(text))
        end = span.end
    assert not text[end:].strip()


def test_a_paragraph_of_megabytes_is_cut_like_a_short_one() -> None:
    text = "A. b." * 400_000 + " " * 400_000 + "?! " * 200_000
    first, *others = sentences(text, "en")
    assert first == (0, 2_000_000)
    assert [span.of(text) for span in others] == ["?!"] * 200_000
