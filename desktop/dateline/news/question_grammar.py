"""The grammar of a question: text in, conditions out, and where it is wrong.

    alternatives = conditions (OR conditions)*          OR binds weakest: `a b OR c` is (a b) OR c
    conditions   = condition (AND? condition)*
    condition    = ("-" | NOT)* ( [field:] "(" alternatives ")" | [field:] words )

`field:(a OR b)` is `(field:a OR field:b)`. What is read is in one form only: groups that change nothing are dissolved,
so that equal questions are equal values. Pure; the library is not asked whether a value exists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.errors import QuestionError
from dateline.news.days_asked import day_of, days_of
from dateline.news.question import (
    ALTERNATIVES,
    AND,
    COMPLETENESS_VALUES,
    DATE_FIELDS,
    FIELDS,
    HAS_VALUES,
    IS_VALUES,
    NOT,
    OR,
    ORDERS,
    STRETCH_FIELDS,
    Condition,
    Group,
    Term,
    every_term,
)

_DEEPEST = 32
_LISTED = {"is": IS_VALUES, "has": HAS_VALUES, "completeness": COMPLETENESS_VALUES, "order": ORDERS}
# What people type for a field or value that is called otherwise here.
_OTHER_NAMES = {"sort": "order", "who": "speaker", "search": "saved"}
_OTHER_VALUES = {
    ("has", "quotes"): "quote",
    ("has", "note"): "notes",
    ("has", "tag"): "tags",
    ("has", "fulltext"): "full-text",
    ("has", "figure"): "figures",
    ("has", "credit"): "credits",
    ("order", "first"): "first-seen",
}
_KNOWN = (*FIELDS, *_OTHER_NAMES)
# Minus signs, a field, then a parenthesis, or words in quotation marks, or a run without spaces; straight and curly
# marks are one, and so are narrow and wide parentheses. A wide colon, as a Chinese keyboard types it, counts after the
# fields there are; elsewhere it is part of the words.
_PIECE = re.compile(
    r"(?P<minus>-*)"
    rf"(?:(?P<field>[A-Za-z][A-Za-z-]*):|(?P<wide>(?i:{'|'.join(_KNOWN)}))：)?"
    r'(?:(?P<open>[(（])|["“”](?P<phrase>[^"“”]*)["“”]?|(?P<bare>[^\s"“”()（）]*))'
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word of the question: `kind` is "term", "(", ")", AND, OR or NOT."""

    kind: str
    start: int
    end: int
    field: str = ""
    value: str = ""
    is_negated: bool = False
    is_phrase: bool = False


def read_conditions(text: str, today: date) -> tuple[Condition, ...]:
    """Return the conditions that all must hold.

    Raises:
        QuestionError: something cannot be read; with its place in `text`.
    """
    pieces, order = _without_order(_pieces(text))
    reader = _Reader(pieces, today)
    found = reader.alternatives("", 0)
    if reader.here is not None:
        raise _wrong(
            reader.here, "Nothing was opened for this parenthesis to close.", "Take it out, or open one before."
        )
    terms = found.conditions if isinstance(found, Group) and not found.is_any and not found.is_negated else (found,)
    terms = tuple(term for term in terms if not isinstance(term, Group) or term.conditions)
    misplaced = next((term for term in every_term(terms) if term.field == "order"), None)
    if misplaced is not None:
        raise _wrong(
            misplaced, "The order stands once, beside the other conditions.", "Take it out of the parentheses and NOT."
        )
    return (
        terms
        if order is None
        else (*terms, _checked(Term(order.value, "order", start=order.start, end=order.end), today))
    )


def _pieces(text: str) -> list[_Piece]:
    found: list[_Piece] = []
    at = 0
    while at < len(text):
        character = text[at]
        if character.isspace():
            at += 1
            continue
        if character in ")）":
            found.append(_Piece(")", at, at + 1))
            at += 1
            continue
        match = _PIECE.match(text, at)
        assert match is not None  # noqa: S101 - it matches the empty text too
        # A lone quotation mark or minus matches little; it must not stop the reading.
        end = max(match.end(), at + 1)
        piece = _piece(match, at, end)
        if piece is not None:
            found.append(piece)
        at = end
    return found


def _without_order(pieces: Sequence[_Piece]) -> tuple[list[_Piece], _Piece | None]:
    """Return the pieces without the first order outside parentheses, for it is no condition and takes part in no OR."""
    depth = 0
    for number, piece in enumerate(pieces):
        depth += (piece.kind == "(") - (piece.kind == ")")
        is_free = number == 0 or pieces[number - 1].kind not in (NOT, AND)
        if piece.field == "order" and piece.kind == "term" and depth == 0 and is_free and not piece.is_negated:
            return [*pieces[:number], *pieces[number + 1 :]], piece
    return list(pieces), None


def _piece(match: re.Match[str], at: int, end: int) -> _Piece | None:
    field = (match["field"] or match["wide"] or "").lower()
    is_negated, start = bool(match["minus"]), at + len(match["minus"])
    if field and field not in _KNOWN:
        raise QuestionError(
            f"There is no field “{field}:”.",
            f"Fields are {', '.join(FIELDS)}; put the words in quotation marks to search for them.",
            start=start,
            end=end,
        )
    field = _OTHER_NAMES.get(field, field)
    if match["open"]:
        return _Piece("(", start, end, field, is_negated=is_negated)
    is_phrase = match["phrase"] is not None
    value = (match["phrase"] if is_phrase else match["bare"]) or ""
    if not field and not is_phrase and not is_negated and value in (AND, OR, NOT):
        return _Piece(value, start, end)
    if not field and not value.strip():
        return None
    return _Piece("term", start, end, field, value, is_negated=is_negated, is_phrase=is_phrase)


class _Reader:
    """Reads pieces by the grammar above, from left to right."""

    def __init__(self, pieces: Sequence[_Piece], today: date) -> None:
        self._pieces = pieces
        self._today = today
        self._at = 0

    @property
    def here(self) -> _Piece | None:
        """The piece that comes next, None at the end."""
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def alternatives(self, field: str, depth: int) -> Condition:
        """Read conditions with OR between them, up to a closing parenthesis or the end."""
        options = [self._conditions(field, depth)]
        while (joint := self.here) is not None and joint.kind == OR:
            self._at += 1
            options.append(self._conditions(field, depth))
            if not (_says_something(options[-1]) and _says_something(options[-2])):
                raise _wrong(
                    joint, "OR joins two conditions, and one is missing here.", 'Write "OR" to look for the word.'
                )
        return options[0] if len(options) == 1 else _any_of(options)

    def _conditions(self, field: str, depth: int) -> Condition:
        # One list for every stretch between two ANDs.
        stretches: list[list[Condition]] = [[]]
        joint: _Piece | None = None
        while (piece := self.here) is not None and piece.kind not in (OR, ")"):
            if piece.kind == AND:
                if not stretches[-1]:
                    raise _wrong(piece, "AND joins two conditions, and one is missing here.", _TO_LOOK_FOR_AND)
                joint = piece
                stretches.append([])
                self._at += 1
            else:
                stretches[-1].append(self._condition(field, depth))
        if joint is not None and not stretches[-1]:
            raise _wrong(joint, "AND joins two conditions, and one is missing here.", _TO_LOOK_FOR_AND)
        return _all_of(stretches)

    def _condition(self, field: str, depth: int) -> Condition:
        is_negated = False
        while (piece := self._pieces[self._at]).kind == NOT:
            is_negated = not is_negated
            self._at += 1
            if self.here is None or self.here.kind in (AND, OR, ")"):
                raise _wrong(piece, "Nothing stands after NOT.", 'Write "NOT" to look for the word.')
        self._at += 1
        found = self._group(piece, field, depth) if piece.kind == "(" else self._term(piece, field)
        return _negated(_unwrapped(found)) if is_negated != piece.is_negated else found

    def _group(self, opening: _Piece, field: str, depth: int) -> Condition:
        if depth >= _DEEPEST:
            raise _wrong(opening, "Parentheses are nested too deeply to be read.", "Take some of them out.")
        if opening.field and field:
            raise _wrong(
                opening, f"“{opening.field}:” stands inside the parentheses of “{field}:”.", "Close those first."
            )
        found = self.alternatives(opening.field or field, depth + 1)
        closing = self.here
        if closing is None:
            raise _wrong(opening, "This parenthesis is not closed.", "Close it, or put the words in quotation marks.")
        self._at += 1
        if not _says_something(found):
            raise _wrong(opening, "Nothing stands between the parentheses.", "Write a condition in them.", closing.end)
        # A condition in parentheses is no alternative to those of its field beside it: topic:a (topic:b) is both.
        return Group((found,), is_any=False) if _field_of_alternatives(found) else found

    def _term(self, piece: _Piece, field: str) -> Condition:
        if piece.field and field:
            raise _wrong(piece, f"“{piece.field}:” stands inside the parentheses of “{field}:”.", "Close those first.")
        term = Term(
            piece.value,
            piece.field or field,
            is_phrase=piece.is_phrase and not (piece.field or field),
            start=piece.start,
            end=piece.end,
        )
        return _checked(term, self._today)


def _checked(term: Term, today: date) -> Term:
    field, value = term.field, term.value
    if not value.strip():
        raise _wrong(term, f"Nothing stands after “{field}:”.", _hint(field))
    if field in _LISTED:
        value = value.lower()
        value = _OTHER_VALUES.get((field, value), value)
        if value not in _LISTED[field]:
            raise _wrong(term, f"“{field}:{value}” means nothing here.", _hint(field))
    if field in DATE_FIELDS and (days_of if field in STRETCH_FIELDS else day_of)(value, today) is None:
        raise _wrong(term, f"“{value}” is not a date.", _hint(field))
    if field == "story" and not value.isdecimal():
        raise _wrong(term, f"“{value}” is not the number of a story.", _hint(field))
    return replace(term, value=value)


def _any_of(options: Iterable[Condition]) -> Condition:
    found: dict[Condition, None] = {}
    for option in map(_unwrapped, options):
        is_loose = isinstance(option, Group) and option.is_any and not option.is_negated
        found.update(dict.fromkeys(option.conditions if is_loose and isinstance(option, Group) else (option,)))
    return next(iter(found)) if len(found) == 1 else Group(tuple(found), is_any=True)


def _all_of(stretches: Sequence[Sequence[Condition]]) -> Condition:
    found: dict[Condition, None] = {}
    fields: set[str] = set()
    for stretch in stretches:
        # Conditions of one field are alternatives side by side, but not across an AND: those keep parentheses.
        apart: dict[str, list[Condition]] = {}
        here: set[str] = set()
        for one in stretch:
            for single in _dissolved(one):
                field = _field_of_alternatives(single)
                here.add(field)
                if field and field in fields:
                    apart.setdefault(field, []).append(single)
                else:
                    found[single] = None
        found.update({Group(tuple(dict.fromkeys(some)), is_any=False): None for some in apart.values()})
        fields |= here
    # A pair of parentheses round the only conditions of their field tells nothing.
    loose = [one for one in found if isinstance(one, Term)]
    conditions: list[Condition] = []
    for one in found:
        inside = _only_field(one)
        is_needed = inside and (
            any(_field_of_alternatives(other) == inside for other in loose)
            or any(_only_field(other) == inside for other in found if other is not one)
        )
        conditions += one.conditions if inside and not is_needed and isinstance(one, Group) else (one,)
    return conditions[0] if len(conditions) == 1 else Group(tuple(conditions), is_any=False)


def _dissolved(one: Condition) -> tuple[Condition, ...]:
    # All of these in parentheses is all of these without, unless conditions in it are alternatives to one another.
    if not isinstance(one, Group) or one.is_any or one.is_negated or any(map(_field_of_alternatives, one.conditions)):
        return (one,)
    return one.conditions


def _unwrapped(one: Condition) -> Condition:
    is_single = isinstance(one, Group) and len(one.conditions) == 1 and not one.is_negated
    return one.conditions[0] if is_single and isinstance(one, Group) else one


def _only_field(one: Condition) -> str:
    """Return the field of ALTERNATIVES that all conditions of a group are of, "" where it is none such."""
    if not isinstance(one, Group) or one.is_any or one.is_negated:
        return ""
    fields = {_field_of_alternatives(inside) for inside in one.conditions}
    return fields.pop() if len(fields) == 1 else ""


def _field_of_alternatives(one: Condition) -> str:
    return one.field if not one.is_negated and one.field in ALTERNATIVES else ""


def _negated(one: Condition) -> Condition:
    return replace(one, is_negated=not one.is_negated)


def _says_something(one: Condition) -> bool:
    return not isinstance(one, Group) or bool(one.conditions)


def _wrong(place: _Piece | Term, sentence: str, hint: str, end: int | None = None) -> QuestionError:
    return QuestionError(sentence, hint, start=place.start, end=end or place.end)


_TO_LOOK_FOR_AND = 'Write "AND" to look for the word.'


def _hint(field: str) -> str:
    if field in _LISTED:
        return f"It can be {', '.join(f'{field}:{value}' for value in _LISTED[field])}."
    if field in DATE_FIELDS:
        stretch = f", {field}:2025-11-01..2025-11-09" if field in STRETCH_FIELDS else ""
        return f"Write {field}:2025-11-09, {field}:2025-11, {field}:7d{stretch} or {field}:today."
    return f"Write a value right after the colon, such as {field}:{_EXAMPLES[field]}."


_EXAMPLES = {
    "topic": "chips",
    "outlet": "ft",
    "speaker": "huang",
    "entity": "nvidia",
    "lang": "zh",
    "title": "Huawei",
    "text": "licence",
    "quote": "race",
    "note": "check",
    "tag": "interview",
    "list": "Friday",
    "source": "ft.com",
    "cites": "bloomberg",
    "story": "12",
    "saved": "chips",
}
