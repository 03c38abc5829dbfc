"""A Chinese search finds what Python's `in` finds: every article whose text or title has the word, of any length."""

from __future__ import annotations

import re
import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.library import Library
from shelf import NOON, Shelf

HAN = st.text(st.sampled_from("中国美人工智能芯片出口黄仁勋説"), min_size=1, max_size=12)
PIECE = HAN | st.sampled_from(["，", "。", "H20", " Nvidia ", "、", "“", "”"])
_IS_HAN = re.compile("[\u4e00-\u9fff]+")
TEXT = st.lists(PIECE, min_size=1, max_size=6).map("".join)


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=12), st.lists(HAN, max_size=8))
def test_a_chinese_word_is_found_in_every_text_that_has_it(texts: list[str], words: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library.dateline") as library:
        shelf = Shelf(library)
        for n, text in enumerate(texts):
            shelf.put(f"Report {n}", f"Start. {text}", at=NOON + timedelta(minutes=n))
        heads = [text[:3] for text in texts if _IS_HAN.fullmatch(text[:3])]
        for said in (*words, *heads):
            scanned = {f"Report {n}" for n, text in enumerate(texts) if said in text}
            assert scanned <= set(shelf.titles(f'"{said}"')), said
