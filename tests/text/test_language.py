"""Telling a text's language by its script and its commonest words."""

from __future__ import annotations

import sys

import pytest

from dateline.text.language import detect_language


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The chip maker said that it would not sell to China.", "en"),
        ("Nvidia shares slide", "en"),
        ("英伟达股价下跌", "zh"),
        ("輝達與 OpenAI 宣布合作", "zh"),
        ("OpenAI发布GPT-5", "zh"),
        ("エヌビディアの株価が下落した", "ja"),
        ("엔비디아 주가가 하락했다", "ko"),
        ("Die Regierung will den Verkauf von Chips nicht verbieten, und das ist neu.", "de"),
        ("Le gouvernement ne veut pas interdire la vente des puces dans une loi.", "fr"),
        ("The Chinese word 中国 means middle country, and it is old.", "en"),
        ("", ""),
        ("2025 — 42 %", ""),
    ],
)
def test_languages_are_told(text: str, lang: str) -> None:
    assert detect_language(text) == lang


def test_a_claim_decides_only_where_the_text_does_not() -> None:
    assert detect_language("2025", "zh-Hans") == "zh"
    assert detect_language("英伟达股价下跌", "en_US") == "zh"
    assert detect_language("2025", "not a language") == ""


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (
            "The ministry said on Monday that chips are to be licensed, and that makers have until May.",
            "en",
        ),
        ("Nvidia’s sales to China fell by a third", "en"),
        ("商务部周一表示，芯片出口需要许可。", "zh"),
        ("黄仁勋：中国将赢得AI竞赛", "zh"),
        ("輝達對華銷售下降三分之一，Nvidia 股價應聲下跌", "zh"),
    ],
)
def test_english_and_chinese_are_told_without_the_costly_identifier(
    monkeypatch: pytest.MonkeyPatch, text: str, lang: str
) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)  # importing it now fails
    assert detect_language(text) == lang
