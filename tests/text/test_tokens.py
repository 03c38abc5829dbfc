"""Search tokens: both scripts, exact for Chinese words of any length."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.tokens import BREAK, token_text, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("… —", []),
        ("Export Controls", ["export", "controls"]),
        ("GPT-4 and U.S. rules", ["gpt", "4", "and", "u", "s", "rules"]),
        ("Beyoncé naïve İstanbul", ["beyonce", "naive", "istanbul"]),
        ("Nvi\u200bdia so\u00adft", ["nvidia", "soft"]),
        ("ＡＩ １００", ["ai", "100"]),
        ("英伟达H20芯片", ["英", "伟", "达", "h20", "芯", "片"]),
        ("黃仁勳說", ["黄", "仁", "勋", "说"]),
        ("中国、美国", ["中", "国", BREAK, "美", "国"]),
        ("中国。\n美国", ["中", "国", BREAK, "美", "国"]),
        ("《中国》“美国”", ["中", "国", "美", "国"]),
        ("中国 美国", ["中", "国", "美", "国"]),
        ("用H20，不用A100", ["用", "h20", "不", "用", "a100"]),
        ("テスト中", ["テ", "ス", "ト", "中"]),
        ("한국 뉴스", ["한국", "뉴스"]),
        ("𠮷野", ["𠮷", "野"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@given(st.text())
def test_no_token_could_be_taken_for_another_or_for_syntax(text: str) -> None:
    for token in tokens(text):
        assert token
        assert not re.search(r'[\s"*():{}^+,_-]', token)
        assert not re.search("[A-Z]", token)
    assert token_text(text).split(" ") == (tokens(text) or [""])


_han = st.text(st.sampled_from("中国美人工智能黄勋仁芯片"), min_size=1, max_size=6)


@given(_han, _han, _han)
def test_a_chinese_word_is_found_wherever_it_stands(before: str, word: str, after: str) -> None:
    assert f" {token_text(word)} " in f" {token_text(before + word + after)} "


@given(st.text(max_size=30))
def test_case_and_script_do_not_matter(text: str) -> None:
    assert tokens(text) == tokens(text.replace("国", "國").replace("勋", "勳"))
    ascii_only = text.encode("ascii", "ignore").decode()
    assert tokens(ascii_only) == tokens(ascii_only.upper())


@given(st.text(), st.sampled_from(["“", "”", "’", "–", "—", "…", "\u00a0"]), st.text(st.characters(max_codepoint=127)))
def test_typography_cuts_words_in_both_scripts_alike(text: str, mark: str, after: str) -> None:
    assert [*tokens(text), *tokens(after)] == tokens(text + mark + after) or BREAK in tokens(text + mark + after)


def test_a_character_simplified_to_one_that_is_traditional_itself_is_found_by_both() -> None:
    assert tokens("薴") == tokens("苧") == tokens("苎")
