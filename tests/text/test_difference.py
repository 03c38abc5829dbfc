"""The difference of two texts: it rebuilds both, says little where little changed, and reads as words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.difference import Difference, Fate, compare

MARK = {Fate.SAME: "{}", Fate.REMOVED: "[-{}-]", Fate.ADDED: "[+{}+]"}


def marked(difference: Difference) -> str:
    return "".join(MARK[piece.fate].format(piece.text) for piece in difference.pieces)


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("", "", ""),
        ("", "New.", "[+New.+]"),
        ("Old.", "", "[-Old.-]"),
        ("The order names 11 companies.", "The order names 12 companies.", "The order names [-11-][+12+] companies."),
        ("It grew 1.2 million.", "It grew 1.3 million.", "It grew [-1.2-][+1.3+] million."),
        ("One came.\nTwo came.", "One came.\nThree left.\nTwo came.", "One came.\n[+Three left.\n+]Two came."),
        ("He said yes. She left.", "He said yes. They sang. She left.", "He said yes. [+They sang. +]She left."),
        ("订单涉及11家公司。", "订单涉及12家公司。", "订单涉及[-11-][+12+]家公司。"),
        ("黄仁勋表示反对。", "黄仁勋昨日表示反对。", "黄仁勋[+昨日+]表示反对。"),
        ("Chips are here to stay.", "全新的一句话。", "[-Chips are here to stay.-][+全新的一句话。+]"),
        ("don't stop", "do stop", "[-don't-][+do+] stop"),
    ],
)
def test_what_changed_is_marked_in_words(before: str, after: str, shown: str) -> None:
    assert marked(compare(before, after)) == shown


def test_a_sentence_with_little_in_common_is_replaced_as_a_whole() -> None:
    before = "The ministry answers the letter on Monday."
    after = "A spokesman for Loomchip would not say when the court is to rule."
    assert marked(compare(before, after)) == f"[-{before}-][+{after}+]"


TEXTS = st.text(alphabet="ab 12.,“”\n中国人。！'-", max_size=120) | st.text(max_size=60)


def check(before: str, after: str) -> Difference:
    difference = compare(before, after)
    pieces = difference.pieces
    assert "".join(p.text for p in pieces if p.fate is not Fate.ADDED) == before
    assert "".join(p.text for p in pieces if p.fate is not Fate.REMOVED) == after
    assert all(p.text for p in pieces)
    for p in pieces:
        assert p.before.of(before) == ("" if p.fate is Fate.ADDED else p.text)
        assert p.after.of(after) == ("" if p.fate is Fate.REMOVED else p.text)
    assert difference.is_empty == (before == after)
    assert bool(difference.regions()) == (before != after)
    return difference


@given(TEXTS, TEXTS)
def test_both_texts_are_rebuilt_from_the_pieces(before: str, after: str) -> None:
    check(before, after)


@given(st.lists(st.sampled_from(["A b c. ", "D e. ", "中文。", "x\n", "12 3"]), max_size=12), st.data())
def test_both_are_rebuilt_where_parts_were_moved_and_dropped(parts: list[str], data: st.DataObject) -> None:
    other = data.draw(st.permutations(parts))
    kept = data.draw(st.integers(0, len(other)))
    check("".join(parts), "".join(other[:kept]))


@given(TEXTS, TEXTS, TEXTS)
def test_what_is_put_in_between_lines_is_all_that_changed(before: str, put: str, after: str) -> None:
    text = f"Unlike 7.\n{before.replace(put, '')}\nEnd 9.\n"
    longer = f"Unlike 7.\n{put} 888.\n" + text.partition("\n")[2]
    difference = check(text, longer)
    assert sum(len(p.text) for p in difference.pieces if p.fate is Fate.REMOVED) == 0


def test_a_text_without_sentences_is_still_matched() -> None:
    words = [f"w{n % 70}" if n % 3 else f"v{n % 110}" for n in range(3_000)]
    other = words.copy()
    other[1500] = "changed"
    assert marked(compare(" ".join(words), " ".join(other))).count("[-") == 1
