"""Finding many names in one pass over a text, with the word boundaries and the case each name asks for.

Aho–Corasick (leftmost, longest) runs over the text's matching form; what it finds is then held against the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

import ahocorasick_rs

from dateline.analysis.normal import normal

#: A shorter name before a seam is more likely the head of another name.
_SHORTEST_AT_SEAM = 5
#: What continues a Latin word, or a Greek or Cyrillic one; Chinese, written without spaces, never does.
_LETTERS = frozenset(letter for code in range(0x590) if (letter := chr(code)).isalnum() and not 0x250 <= code < 0x370)


class Form(NamedTuple):
    """One way of writing a name.

    A Latin form written in lower case is met in any case. Words of one that begin with a capital must do so in the text
    too, and an acronym of up to four letters must stand exactly as written.
    """

    key: str  # its matching form
    text: str  # as written in the lexicon
    value: str  # what it names; "" for a false friend, which keeps shorter names from being found in it
    is_weak: bool = False  # names it only beside other signs
    is_open: bool = False  # a version may follow without a break: "GPT-4" in "GPT-4o"


#: Where a form is met in a text (half-open), and every lexicon form that fits there. Plain, since there are many.
Hit = tuple[int, int, tuple[Form, ...]]
#: Ways of writing whose forms are remembered, so many at most.
_MOST_SEEN = 16_384


def form(text: str, value: str, *, is_weak: bool = False, is_open: bool = False) -> Form:
    """Return a form of a name as it is written."""
    return Form(normal(text), text, value, is_weak, is_open)


class NameAutomaton:
    """Finds forms of names. Time grows linearly with the text, whatever stands in it."""

    def __init__(self, forms: Iterable[Form]) -> None:
        by_key: dict[str, list[Form]] = {}
        for each in forms:
            alike = by_key.setdefault(each.key, [])
            if each not in alike:
                alike.append(each)
        by_key |= _after_articles(by_key)
        self._forms = [tuple(alike) for alike in by_key.values()]
        #: What fits a name as it is written, told once a text has it so: the same ones are met again and again.
        self._seen: dict[str, tuple[Form, ...] | None] = {}
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(by_key),
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            store_patterns=False,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        )

    def find(self, text: str) -> list[Hit]:
        """Return the names in `text` in order, none overlapping another."""
        found: list[Hit] = []
        self._find(text, normal(text), 0, len(text), found)
        return found

    def _find(self, text: str, matching: str, first: int, last: int, found: list[Hit]) -> None:
        """Find the names between two places; where a form of several words does not fit, those in the part that may.

        "to China" is no word of "into China", but "China" is.
        """
        size = len(text)
        part = matching if last - first == size else matching[first:last]
        for index, start, end in self._automaton.find_matches_as_indexes(part):
            start, end = first + start, first + end
            if (
                start
                and matching[start - 1] in _LETTERS
                and matching[start] in _LETTERS
                and not (text[start].isupper() and _is_seam(text, start))
            ):
                after = matching.find(" ", start, end) + 1
                if after:
                    self._find(text, matching, after, end, found)
                continue
            seen = text[start:end]
            if (
                end < size
                and matching[end] in _LETTERS
                and matching[end - 1] in _LETTERS
                and _goes_on(text, matching, start, end)
            ):
                fitting = _fitting(seen, [each for each in self._forms[index] if each.is_open])
            else:
                try:
                    fitting = self._seen[seen]
                except KeyError:
                    fitting = self._remembered(seen, index)
            if fitting:
                found.append((start, end, fitting))
            elif fitting is None and (cut := matching.rfind(" ", start, end)) >= 0:
                self._find(text, matching, start, cut, found)
                self._find(text, matching, cut + 1, end, found)

    def _remembered(self, seen: str, index: int) -> tuple[Form, ...] | None:
        if len(self._seen) >= _MOST_SEEN:
            self._seen.clear()
        fitting = self._seen[seen] = _fitting(seen, self._forms[index])
        return fitting


def _after_articles(by_key: Mapping[str, Sequence[Form]]) -> dict[str, list[Form]]:
    """Return with an article before them the forms that another form's article would hide.

    The leftmost is met first: “The National” in “the National Security Agency”. So the agency is looked for with its
    article as well.
    """
    heads = {key.removeprefix("the ") for key in by_key if key.startswith("the ")}
    hidden: dict[str, list[Form]] = {}
    for key, forms in by_key.items():
        cut = key.find(" ")
        while cut >= 0:
            if key[:cut] in heads and f"the {key}" not in by_key:
                hidden[f"the {key}"] = [
                    each._replace(text=f"{article} {each.text}") for each in forms for article in ("The", "the")
                ]
                break
            cut = key.find(" ", cut + 1)
    return hidden


#: A Chinese date right after a name in Latin letters.
_DAY = re.compile(r"(?:\d{1,2}[月日号]|(?:19|20)\d\d年)")


def _goes_on(text: str, matching: str, start: int, end: int) -> bool:
    """Tell whether a word that goes on behind a form is another one than the form."""
    if end - start >= _SHORTEST_AT_SEAM and _is_seam(text, end):
        return False
    if matching[end].isdigit() and _DAY.match(matching, end):
        return False  # CNN10日报道
    return matching[end] != "s" or matching[end + 1 : end + 2] in _LETTERS  # a plural is the form's: H20s, GPUs


def _is_seam(text: str, at: int) -> bool:
    """Tell whether two words were glued together there, as feeds do: "…with ChinaArtificial intelligence"."""
    return text[at - 1].islower() and text[at].isupper() and text[at + 1 : at + 2].islower()


def _fitting(seen: str, forms: Iterable[Form]) -> tuple[Form, ...] | None:
    """Return the forms that fit a name as it is written, none where all are false friends; None where none fits."""
    fitting = tuple([each for each in forms if _fits(seen, each)])
    if not fitting:
        return None
    return fitting if any(each.value for each in fitting) else ()


def _fits_always(known: Form) -> bool:
    """Tell whether there is no case to hold: lower case, Chinese, digits."""
    return not any(character.isupper() for character in known.text)


def _fits(seen: str, known: Form) -> bool:
    written = known.text
    if seen == written or not seen[0].isascii() or _fits_always(known):
        return True
    if written.isupper() and len(written) <= 4:
        return normal(seen) == known.key and seen.isupper()
    # A capital that begins a word of the name begins it in the text: “Foreign Policy” is not “Foreign policy”.
    return all(seen[at].isupper() for at in _heads(written)) if written[0].isupper() else True


@lru_cache(maxsize=8192)
def _heads(written: str) -> tuple[int, ...]:
    """Return where words of a name begin with a capital."""
    return tuple(
        at for at, character in enumerate(written) if character.isupper() and (at == 0 or written[at - 1] == " ")
    )
