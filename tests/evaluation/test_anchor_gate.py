"""Notes hold to their words when a text is edited: how many are found again, and none of them elsewhere.

The texts are our own, the edits drawn once and for all; what is measured is the share of passages that still stand
word for word and are found where they went.
"""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest

from dateline.text.anchor import ChangedText, make_anchor
from dateline.text.sentences import sentences
from dateline.text.span import Span

HERE = Path(__file__).parent


def whole_texts() -> list[str]:
    """Return texts long enough to be edited: several labelled ones on end, as an article has several paragraphs."""
    texts = []
    for name in ("quotes-en.jsonl", "quotes-zh.jsonl", "topics.jsonl"):
        lines = (HERE / name).read_text(encoding="utf-8").splitlines()
        texts += [json.loads(line)["text"] for line in lines if line.strip()]
    scripts: dict[bool, list[str]] = {True: [], False: []}
    for text in dict.fromkeys(texts):
        scripts[bool(HAN.search(text))].append(text)
    return ["\n".join(some[at : at + 6]) for some in scripts.values() for at in range(0, len(some), 6)]


#: Of the passages that still stand; and at most so many of those that are found elsewhere.
LEAST_FOUND, MOST_ELSEWHERE = 0.99, 0

HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[\u4e00-\u9fff]|\w+")


def edited(text: str, draw: random.Random) -> tuple[str, list[tuple[Span, int]]]:
    """Return the text with sentences taken out, added and changed, and which stretches stand where now."""
    lang = "zh" if HAN.search(text) else "en"
    kept: list[tuple[Span, int]] = []
    parts: list[str] = []
    at = n = 0
    for sentence in sentences(text, lang):
        end = sentence.end
        fate = draw.random()
        if fate < 0.08:
            at = end
            continue
        if fate < 0.16:
            added = f" Number {draw.randrange(10**6)} was added later by somebody at the desk."
            parts.append(added)
            n += len(added)
        if fate > 0.92 and end - sentence.start > 24:
            cut = sentence.start + 12
            parts.append(text[at:cut] + " (corrected) ")
            kept.append((Span(at, cut), n))
            n += cut - at + len(" (corrected) ")
            at = cut
        parts.append(text[at:end])
        kept.append((Span(at, end), n))
        n += end - at
        at = end
    return "".join(parts), kept


def passages(text: str, draw: random.Random) -> list[Span]:
    words = [match.span() for match in _WORD.finditer(text)]
    found = []
    for length in (1, 2, 3, 5, 8, 12, 20, 40) * 4:
        if len(words) > length:
            first = draw.randrange(len(words) - length)
            found.append(Span(words[first][0], words[first + length - 1][1]))
    return found


@pytest.mark.parametrize("script", ["Latin", "Han"])
def test_notes_are_found_again_in_edited_texts(script: str) -> None:
    draw = random.Random(20251109)
    n_standing = n_found = n_elsewhere = 0
    for text in whole_texts():
        if bool(HAN.search(text)) is not (script == "Han"):
            continue
        for _ in range(8):
            new, kept = edited(text, draw)
            changed = ChangedText(new)
            for span in passages(text, draw):
                place = next((start + span.start - old.start for old, start in kept if old.holds(span)), None)
                if place is None:
                    continue
                n_standing += 1
                found = changed.find(make_anchor(text, span))
                if found is not None and found.span == Span(place, place + span.end - span.start):
                    n_found += 1
                elif found is not None:
                    n_elsewhere += 1
    assert n_standing > 300
    assert n_found / n_standing >= LEAST_FOUND, f"{n_found} of {n_standing} found"
    assert n_elsewhere <= MOST_ELSEWHERE
