"""What a word in the filter may become: fields, and values of fields that begin with what was typed. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from dateline.news.question import COMPLETENESS_VALUES, FIELDS, HAS_VALUES, IS_VALUES, ORDERS, Term, term_text

#: Of a field, its values as they are typed, each with its name in the window.
Values = Callable[[str], Iterable[tuple[str, str]]]

MOST = 8
_FIXED: dict[str, tuple[tuple[str, str], ...]] = {
    "lang": (("en", "English"), ("zh", "中文")),
    "is": tuple((value, "") for value in IS_VALUES),
    "has": tuple((value, "") for value in HAS_VALUES),
    "completeness": tuple((value, "") for value in COMPLETENESS_VALUES),
    "order": tuple((value, "") for value in ORDERS),
    "on": (("today", ""), ("yesterday", ""), ("7d", "")),
    "first-seen": (("today", ""), ("yesterday", ""), ("7d", "")),
    "after": (("today", ""), ("yesterday", ""), ("7d", ""), ("30d", "")),
    "before": (("today", ""), ("7d", ""), ("30d", "")),
}
_SHORTEST = 2


class Suggestion(NamedTuple):
    """What would be typed, and what it is called; `is_whole`: it can stand as it is, a field alone cannot."""

    text: str
    name: str = ""
    is_whole: bool = True


def word_at(text: str, cursor: int) -> tuple[int, int]:
    """Return where the word before the cursor begins and ends; a minus sign before it stays outside."""
    start = cursor
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while start < cursor and text[start] in "-(（":
        start += 1
    return start, cursor


def suggest(word: str, values: Values) -> tuple[Suggestion, ...]:
    """Return what the word may become, the likeliest first; nothing for a word that is finished or free."""
    field, colon, begun = word.lower().replace("：", ":").partition(":")
    if colon:
        return tuple(_of_field(field, begun, values))[:MOST] if field in FIELDS else ()
    if len(field) < 1:
        return ()
    found = [Suggestion(f"{one}:", "", is_whole=False) for one in FIELDS if one.startswith(field)]
    if len(field) >= _SHORTEST:
        for one in ("topic", "outlet", "speaker"):
            found += _of_field(one, field, values)
    return tuple(found[:MOST])


def _of_field(field: str, begun: str, values: Values) -> list[Suggestion]:
    known: Sequence[tuple[str, str]] = _FIXED.get(field) or tuple(values(field))
    begun = begun.strip('"“”')
    first: list[Suggestion] = []
    then: list[Suggestion] = []
    for value, name in known:
        small = value.lower()
        if small == begun:
            continue
        if small.startswith(begun):
            into = first
        elif any(word.startswith(begun) for word in _words(name or value)):
            into = then
        else:
            continue
        if len(into) < MOST:  # of thousands of sources only those are made that are shown
            into.append(Suggestion(term_text(Term(value, field)), "" if name == value else name))
    return first + then


def _words(name: str) -> tuple[str, ...]:
    small = name.lower()
    return (small, *small.split())
