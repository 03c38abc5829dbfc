"""How far two quotes in one language are the same words: what they share, in runs, and how much that says. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

#: English words that carry no subject: sharing them alone proves nothing.
_COMMON_EN = frozenset(
    """
    a about after again all also am an and any are as at be because been before being both but by can could d did do
    does doing don down each even ever for from get go going got had has have having he her here him his how i if in
    into is it its just know let like ll m made make many may me more most much my no nor not now of off on one only or
    other our out over re said same say says see she should so some still such t take than that the their them then
    there these they thing things think this those to too up us ve very want was way we well were what when where which
    while who why will with would yes you your
    """.split()
)
_COMMON_ZH = frozenset(
    "的了是在不有我们他她它这那也就都和与及而但为对于把被将会能要可以说还很更最之以上下中个一人其着过所"
)
#: A run of fewer words than this is chance.
_LEAST_RUN = 2
#: What a Chinese character counts for beside a word.
HAN_WEIGHT = 0.6
_FIRST_HAN = "\u3400"


class Likeness(NamedTuple):
    """What two quotes share. Sizes are in words; a Chinese character counts for `HAN_WEIGHT` of one."""

    shared: float  # in runs of two words and more
    longest: float  # the longest run
    of_shorter: float  # shared, as a part of the shorter quote
    content: int  # shared words that carry a subject
    of_content: float  # content shared, as a part of the content of the quote that has less of it
    is_equal: bool  # word for word


def likeness(one: Sequence[str], other: Sequence[str]) -> Likeness:
    """Return what two quotes share (their words as `text.shingles.words_of` gives them)."""
    if one == other:
        size, content = size_of(one), sum(map(is_content, one))
        return Likeness(size, size, 1.0 if one else 0.0, content, 1.0, is_equal=bool(one))
    runs = [
        one[block.a : block.a + block.size]
        for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
        if block.size >= _LEAST_RUN
    ]
    shared = sum(map(size_of, runs))
    content = sum(is_content(word) for run in runs for word in run)
    least = min(size_of(one), size_of(other))
    least_content = min(sum(map(is_content, one)), sum(map(is_content, other)))
    return Likeness(
        shared,
        max(map(size_of, runs), default=0.0),
        shared / least if least else 0.0,
        content,
        content / least_content if least_content else 1.0,
        is_equal=False,
    )


def size_of(words: Sequence[str]) -> float:
    """Return the length of some words, a Chinese character counted as part of one."""
    n_han = sum(map(is_one_han, words))
    return len(words) - n_han * (1 - HAN_WEIGHT)


def is_one_han(word: str) -> bool:
    """Tell whether a word is a Chinese character."""
    return len(word) == 1 and word >= _FIRST_HAN


def is_content(word: str) -> bool:
    """Tell whether a word carries a subject."""
    return word not in _COMMON_EN and word not in _COMMON_ZH
