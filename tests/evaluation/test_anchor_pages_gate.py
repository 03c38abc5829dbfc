"""Notes hold to their words when a page is read by other rules: on real saved pages, where they lie at hand.

Every page is read by Dateline, with its site's rule and without, and by trafilatura; a passage of one text is looked
for in another. Where it went is told by laying the texts side by side word for word; long stretches that
agree are believed. Where a text carries a stretch twice, that which touches more of the old surroundings is meant.
"""

from __future__ import annotations

import gzip
import random
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import permutations, takewhile
from pathlib import Path

import pytest

from dateline.sources.charset import decode
from dateline.sources.extract import extract_article
from dateline.text.anchor import CONTEXT, ChangedText, make_anchor
from dateline.text.span import Span

NEWSSTAND = Path(__file__).parents[3] / "shared" / "newsstand"
SITES = {"ft": "www.ft.com", "nyt": "www.nytimes.com", "observer": "www.guancha.cn"}
LEAST_FOUND, MOST_ELSEWHERE = 0.99, 0
#: Words in a row that two readings of a page must share to be believed.
LEAST_SHARED = 25
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")


def readings(page: Path) -> list[str]:
    """Return the texts that different rules find on a page."""
    import trafilatura

    body = gzip.decompress(page.read_bytes())
    site = SITES.get(page.relative_to(NEWSSTAND).parts[0], "nobody.invalid")
    found = [extract_article(body, f"https://{host}/{page.stem}").text for host in (site, "nobody.invalid")]
    text = decode(body, "")
    return list(dict.fromkeys([*found, trafilatura.extract(text, favor_recall=True) or ""]))


def standing(old: str, new: str, draw: random.Random) -> Iterator[tuple[Span, Span]]:
    """Yield passages of the old text of 1 to 40 words, and where the same words stand in the new one."""
    before, after = ([match.span() for match in _WORD.finditer(text)] for text in (old, new))
    words = [[text[start:end] for start, end in places] for text, places in ((old, before), (new, after))]
    blocks = SequenceMatcher(None, *words, autojunk=False).get_matching_blocks()
    blocks = [block for block in blocks if block.size >= LEAST_SHARED]
    for length in (1, 2, 3, 5, 8, 12, 20, 40) * 4 if blocks else ():
        block = draw.choice(blocks)
        if length < block.size:
            at = draw.randrange(block.size - length)
            one = Span(before[block.a + at][0], before[block.a + at + length - 1][1])
            other = Span(after[block.b + at][0], after[block.b + at + length - 1][1])
            if one.of(old).split() == other.of(new).split():
                yield one, other


def touching(old: str, span: Span, new: str, place: Span) -> int:
    """Return how much of what a passage touches in the old text it touches in the new one, white space left out."""
    sides = []
    for step, one, other in ((-1, old[: span.start], new[: place.start]), (1, old[span.end :], new[place.end :])):
        pairs = zip(*("".join(text.split())[::step][:CONTEXT] for text in (one, other)), strict=False)
        sides.append(sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)))
    return sum(sides)


@pytest.mark.newsstand
def test_notes_are_found_again_when_pages_are_read_by_other_rules() -> None:
    draw = random.Random(20251109)
    n_standing = n_found = 0
    elsewhere = []
    for page in sorted(NEWSSTAND.glob("*/pages/**/*.gz")):
        for old, new in permutations(readings(page), 2):
            changed = ChangedText(new)
            for span, place in standing(old, new, draw):
                found = changed.find(make_anchor(old, span))
                n_standing += 1
                if found is None:
                    continue
                if found.span == place or touching(old, span, new, found.span) > touching(old, span, new, place):
                    n_found += 1
                else:
                    elsewhere.append(f"{page.name}: {span.of(old)!r}")
    assert n_standing > 4_000
    assert n_found / n_standing >= LEAST_FOUND, f"{n_found} of {n_standing} found"
    assert len(elsewhere) <= MOST_ELSEWHERE, "\n".join(elsewhere)
