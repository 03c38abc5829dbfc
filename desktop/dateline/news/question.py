"""The question put to the timeline: a filter, as typed and as read.

The same language is the filter bar, the command line's QUERY and the saved search. `read_filter` and `filter_text` are
its two directions; a filter that was read and written again is the same filter. Dates may be relative (`7d`, `today`)
and stay so, for a saved search means the last seven days whenever it is asked.

    battle developers          both words                 "battle of developers"   the phrase
    topic:chips topic:models   either topic               -tariff  -outlet:ft      not these
    tag:policy/chips           with this tag or below it    list:"Open models"      in this reading list
    note:licence               a note or highlight says it
    after:2025-11-01           from that day on           before:2025-11           before that month
    is:read unread starred sample on-topic                has:quote notes full-text figures
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.errors import QuestionError

#: The fields a filter may name, in the order they are offered.
FIELDS: tuple[str, ...] = ("topic", "outlet", "speaker", "lang", "tag", "list", "note", "after", "before", "is", "has")

#: What may stand after `is:` and `has:`.
IS_VALUES: tuple[str, ...] = ("read", "unread", "starred", "sample", "on-topic")
HAS_VALUES: tuple[str, ...] = ("quote", "notes", "full-text", "figures")

_LISTED = {"is": IS_VALUES, "has": HAS_VALUES}
_DATES = ("after", "before")
# Minus signs, a field, then words in quotation marks or a run without spaces; straight and curly marks are one. A wide
# colon, as a Chinese keyboard types it, counts after the fields there are; elsewhere it is part of the words.
_TERM = re.compile(
    r"(?P<minus>-*)"
    rf"(?:(?P<field>[A-Za-z][A-Za-z-]*):|(?P<wide>(?i:{'|'.join(FIELDS)}))：)?"
    r'(?:["“”](?P<phrase>[^"“”]*)["“”]?|(?P<bare>[^\s"“”]*))'
)
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_AGO = re.compile(r"(\d{1,5})([dwmy])")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. `field` is "" for free words; `value` is what must match, without quotation marks."""

    value: str
    field: str = ""
    is_negated: bool = False
    is_phrase: bool = False


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """All terms must hold; terms of one of topic, outlet, speaker, lang, tag and list are alternatives."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)


def read_filter(text: str, today: date) -> TimelineFilter:
    """Read a filter as typed. `today` is what relative dates are counted from when they are checked.

    Raises:
        QuestionError: a field that does not exist, or a value that its field cannot have; with its place in `text`.
    """
    terms: list[Term] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        match = _TERM.match(text, at)
        # A lone quotation mark or minus matches little; it must not stop the reading.
        end = max(match.end(), at + 1) if match else at + 1
        if match:
            term = _term(match, today)
            if term is not None:
                terms.append(term)
        at = end
    return TimelineFilter(tuple(terms))


def filter_text(wanted: TimelineFilter) -> str:
    """Return the filter as it would be typed."""
    return " ".join(map(term_text, wanted.terms))


def term_text(term: Term) -> str:
    """Return one condition as it would be typed."""
    value = f'"{term.value}"' if term.is_phrase or _SPACE.search(term.value) else term.value
    return ("-" if term.is_negated else "") + (f"{term.field}:" if term.field else "") + value


def day_of(value: str, today: date) -> date | None:
    """Return the day a date means: 2025-11-09, 2025-11 or 2025 (their first day), today, yesterday, 7d, 2w, 3m, 1y.

    None for anything else.
    """
    word = value.strip().lower()
    if word in ("today", "yesterday"):
        return today - timedelta(days=word == "yesterday")
    ago, written = _AGO.fullmatch(word), _DATE.fullmatch(word)
    try:
        if ago:
            return today - timedelta(days=int(ago[1]) * _DAYS[ago[2]])
        if written:
            return date(int(written[1]), int(written[2] or 1), int(written[3] or 1))
    except (ValueError, OverflowError):
        pass
    return None


def _term(match: re.Match[str], today: date) -> Term | None:
    field = (match["field"] or match["wide"] or "").lower()
    is_phrase = match["phrase"] is not None
    value = (match["phrase"] if is_phrase else match["bare"]) or ""
    start, end = match.start() + len(match["minus"]), match.end()
    if field and field not in FIELDS:
        raise QuestionError(
            f"There is no field “{field}:”.",
            f"Fields are {', '.join(FIELDS)}; put the words in quotation marks to search for them.",
            start=start,
            end=end,
        )
    if not value.strip():
        if field:
            raise QuestionError(f"Nothing stands after “{field}:”.", _hint(field), start=start, end=end)
        return None
    if field in _LISTED:
        value = value.lower()
        if value not in _LISTED[field]:
            raise QuestionError(f"“{field}:{value}” means nothing here.", _hint(field), start=start, end=end)
    if field in _DATES and day_of(value, today) is None:
        raise QuestionError(f"“{value}” is not a date.", _hint(field), start=start, end=end)
    return Term(value, field, is_negated=bool(match["minus"]), is_phrase=is_phrase and not field)


def _hint(field: str) -> str:
    if field in _LISTED:
        return f"It can be {', '.join(f'{field}:{value}' for value in _LISTED[field])}."
    if field in _DATES:
        return f"Write {field}:2025-11-09, {field}:2025-11, {field}:7d or {field}:today."
    return f"Write a value right after the colon, such as {field}:{_EXAMPLES[field]}."


_EXAMPLES = {
    "topic": "chips",
    "outlet": "ft",
    "speaker": "huang",
    "lang": "zh",
    "tag": "policy/chips",
    "list": "briefing",
    "note": "licence",
}
