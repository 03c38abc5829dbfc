"""Whom a role or a common noun means in an English text: the chief executive, the ministry, the company.

Looks for a person named beside the same role before, and for the lexicon's organisation of that kind named last. Every
search looks at a bounded number of names and characters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from dateline.analysis.names_en import Naming, Person
from dateline.news.finding import Mention
from dateline.text.span import Span

_FAR = 60  # names looked at behind a role
_TITLES_LONG = 40  # characters of titles before a name: Wing Commander
_NEAR, _NEAR_BEFORE = 90, 40  # characters behind and before a name in which its role stands
_APPOSITIVE = re.compile(r"\s*,\s+(?=[^\W\d_a-z])")
_BREAK = re.compile(r"[.!?;:\n”\"]\s|\n")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_FIRMS = frozenset("company firm startup start-up chipmaker maker lab group developer giant carmaker business".split())
_DOCUMENTS = frozenset(
    "statement report letter study paper filing lawsuit memo post email document article poll".split()
)
_NEVER_A_PERSON = (
    _DOCUMENTS
    | _FIRMS
    | frozenset(
        "ministry department agency commission bureau administration council committee office army military police "
        "government team court bank side country city state university school union party campaign embassy navy "
        "one two three four five six seven eight nine ten half people public world market industry family board".split()
    )
)
#: How a role is written as a title before a name: Sen. Ann Lee is the senator.
_SHORTENED = {
    "senator": ("sen.", "sens."),
    "congressman": ("rep.", "reps."),
    "congresswoman": ("rep.", "reps."),
    "representative": ("rep.", "reps."),
    "governor": ("gov.",),
    "general": ("gen.",),
    "professor": ("prof.",),
}
_OFFICES = frozenset("ministry department agency commission bureau administration council committee office".split())


def role_of(surface: str) -> str:
    """Return the head noun of a phrase that names nobody, with the word before it where that makes one role."""
    words = [word.lower() for word in _WORD.findall(re.split(r",| of | at | for | who ", surface)[0])]
    words = (
        words[1:] if words and words[0] in ("the", "a", "an", "his", "her", "its", "their", "one", "this") else words
    )
    if not words or len(words) > 4:
        return ""
    return " ".join(words[-2:]) if words[-1] in ("executive", "minister", "secretary", "officer") else words[-1]


def in_apposition(text: str, span: Span, namings: Sequence[Naming], starts: Sequence[int]) -> Naming | None:
    """Return the person whose name follows the role directly: a spokesman, Nora Quill."""
    gap = _APPOSITIVE.match(text, span.end)
    if gap is None:
        return None
    at = bisect_left(starts, gap.end())
    if at == len(namings) or starts[at] - gap.end() > _TITLES_LONG:
        return None
    return namings[at] if _BREAK.search(text, gap.end(), starts[at]) is None else None


def person_in_role(text: str, span: Span, role: str, namings: Sequence[Naming], starts: Sequence[int]) -> Person | None:
    """Return the person last named beside that role before `span`."""
    if not role or role in _NEVER_A_PERSON or role.endswith("s") or not role[0].isalpha():
        return None
    at = bisect_left(starts, span.start) - 1
    for place in range(at, max(-1, at - _FAR), -1):
        naming = namings[place]
        if naming.is_in_quote:
            continue
        start, end = naming.span
        low = text[max(0, start - _NEAR_BEFORE) : start].rstrip(" ,").lower()
        if low.endswith((role, *_SHORTENED.get(role, ()))) or _leads_to_name(low, role):
            return naming.person
        limit = min(end + _NEAR, span.start)
        if (
            naming.person.is_sure
            and text.startswith((",", " ,", " is ", " was "), end, limit)
            and _holds(_BREAK.split(text[end:limit], 1)[0], role)
        ):
            return naming.person
    return None


def organisation_meant(
    text: str, span: Span, role: str, mentions: Sequence[Mention], kind_of: Callable[[str], str]
) -> str | None:
    """Return the lexicon id of the organisation of that kind named last before `span`."""
    if role not in _FIRMS and role not in _OFFICES:
        return None
    at = bisect_left(mentions, span.start, key=lambda mention: mention.span.start) - 1
    for place in range(at, max(-1, at - _FAR), -1):
        mention = mentions[place]
        if role in _OFFICES:
            if kind_of(mention.entity) == "agency" and role in mention.span.of(text).lower():
                return mention.entity
        elif kind_of(mention.entity) in ("company", "lab"):
            return mention.entity
    return None


def _leads_to_name(before: str, role: str) -> bool:
    """Tell whether words before a name give the role with its house, or with a verb: the head of Orsa, its chair is."""
    _, found, rest = before.rpartition(role)
    if not found:
        return False
    is_housed = rest.startswith((" of ", " at ", " for ")) and not any(sign in rest for sign in '.,;:!?”"\n')
    return is_housed or rest in (" is", " was", ", is", ", was")


def _holds(words: str, role: str) -> bool:
    """Tell whether the role stands among the words; a pattern of its own would be compiled for every role."""
    low = words.lower()
    at = low.find(role)
    while at >= 0:
        before, after = low[at - 1 : at], low[at + len(role) : at + len(role) + 1]
        if not (before.isalnum() or before == "_" or after.isalnum() or after == "_"):
            return True
        at = low.find(role, at + 1)
    return False
