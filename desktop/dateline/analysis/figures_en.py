"""Numbers as English writes them: "$4.5bn", "385.3 million downloads", "7-nanometre", "two million", "300 companies".

Tells a number that says how much from one that names or dates something ("Section 301", "GPT-4", "May 9", "2025"). What
it is of, and when, is for `figures`. Each number is looked at once, with a bounded stretch around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick_rs

from dateline.analysis.cued import word_finder
from dateline.analysis.figure_words import figure_words, plain_number_words
from dateline.analysis.normal import normal

_WORDS = {
    "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0,
    "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0,
    "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0, "half a": 0.5,
    "a hundred": 100.0, "one hundred": 100.0,
}  # fmt: skip
#: Spans of time in words ("two years") tell a story, not a figure.
_TIMES = frozenset(("years", "months", "weeks", "days", "hours", "minutes", "seconds"))
_PARTS = {"half": 2.0, "third": 3.0, "quarter": 4.0, "fifth": 5.0, "sixth": 6.0, "eighth": 8.0, "tenth": 10.0}
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SPELLED = rf"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s-](?:{_ONES})|" + "|".join(
    word.replace(" ", r"\s") for word in sorted(_WORDS, key=len, reverse=True)
)
_DIGITS = re.compile(r"[0-9][0-9]*")  # a class first, so that the scan is fast
#: The last words of numbers in words.
_LAST_WORDS = tuple({word.split()[-1] for word in _WORDS})
_LONGEST_SIGN, _LONGEST_IN_WORDS = 5, 16
_NOUN_REACH = 6
_TOKEN = re.compile(r"[ \u00a0]([A-Za-z][\w’'.&-]*)")
_WORD_BEFORE = re.compile(r"([A-Za-z][\w.’'-]*)[ \u00a0]\Z")
_ORDINAL_BEFORE = re.compile(r"\b(?:first|last|past|next|previous|final)\s\Z", re.IGNORECASE)
_BEFORE_PARTS = 10
_LETTER_SCALES = frozenset("bkt")


@dataclass(slots=True)
class Number:
    """A number met in a text, and what is written with it."""

    start: int
    end: int
    value: float  # its scale included
    scale: float = 1.0
    unit: str | None = None
    counted: tuple[int, int] | None = None  # where the words for what is counted stand
    is_plain: bool = False  # nothing about it says how much: a figure only beside another that has it


def read_numbers(text: str) -> Iterator[Number]:
    """Yield the numbers of an English text in order; positions are positions in `text`."""
    pattern, end = _pattern(), 0
    for start in sorted((*_written_in_digits(text), *_written_in_words(text))):
        if start < end:
            continue
        match = pattern.match(text, start)
        if match is not None:
            end = match.end()
            number = _number(text, match)
            if number is not None:
                yield number


def _written_in_digits(text: str) -> Iterator[int]:
    """Yield where numbers in digits may begin, the sign of a currency before them included."""
    sign_before, sign_ends = _sign_before()
    for match in _DIGITS.finditer(text):
        start = match.start()
        beside = text[max(0, start - 2) : start].rstrip()[-1:]
        sign = sign_before.search(text, max(0, start - _LONGEST_SIGN), start) if beside in sign_ends else None
        yield start if sign is None else sign.start()


def _written_in_words(text: str) -> Iterator[int]:
    """Yield where numbers in words may begin, told by what follows them: "two million", "forty-six percent"."""
    matching = normal(text)
    before = _words_before()
    for _, start, _ in _followers().find_matches_as_indexes(matching):
        if start > 1 and matching[start - 1] in " -" and matching.endswith(_LAST_WORDS, 0, start - 1):
            words = before.search(text, max(0, start - _LONGEST_IN_WORDS), start)
            if words is not None:
                yield words.start()


def _number(text: str, match: re.Match[str]) -> Number | None:
    words = figure_words("en")
    if match["part"]:
        if _ORDINAL_BEFORE.search(text, max(0, match.start() - _BEFORE_PARTS), match.start()):
            return None  # the first three quarters are a time
        return Number(*match.span(), _WORDS[match["parts"].lower()] / _PARTS[match["part"].lower()])
    sign, digits, spelled = match["sign"], match["digits"], match["spelled"]
    start, end = match.span()
    value = float(digits.replace(",", "")) if digits else _spelled_value(spelled)
    scale_word = (match["scale"] or match["letter"] or "").lower()
    scale = words.scales[scale_word] if scale_word else 1.0
    unit = words.currencies[sign] if sign else words.unit(match["unit"]) if match["unit"] else None
    if not _is_whole(text, start, end, has_sign=bool(sign)):
        return None
    if unit in _TIMES and digits and match["unit"][0].isupper():
        return None  # 60 Minutes
    if match.group() == "3M":
        return None  # the company
    if match["letter"] and scale_word in _LETTER_SCALES and not (sign or unit):
        return None
    if spelled and not (match["scale"] or (unit and unit not in _TIMES and spelled.lower() != "a")):
        return None
    if unit == "KRW" and scale == 1.0 and value < 1000:
        return None  # somebody won
    is_bare = not (sign or scale_word or unit)
    if unit in _TIMES and _is_no_span(text, match, value):
        return None
    number = Number(start, end, value * scale, scale, unit)
    if is_bare or not unit:
        number.counted = _counted_noun(text, end)
    if is_bare:
        if _is_name_or_date(text, start, end, digits or ""):
            return None
        is_large = bool(digits) and "," in digits
        number.is_plain = number.counted is None and not is_large
    if number.counted and unit is None:
        number.unit = text[slice(*number.counted)].rsplit(None, 1)[-1]
    return number


def _spelled_value(spelled: str) -> float:
    words = " ".join(spelled.lower().replace("-", " ").split())
    if words in _WORDS:
        return _WORDS[words]
    tens, ones = words.split()
    return _WORDS[tens] + _WORDS[ones]


def _is_whole(text: str, start: int, end: int, *, has_sign: bool) -> bool:
    """Tell whether the number is not a part of something longer: H20, 24/7, 10:30, 1.2.3, GPT-4, 2025-11-09."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if not has_sign and before[-1:] in ("-", "–", "/", ":", "#") and (before[:1].isalpha() or before[-1:] in "/:#"):
        return False
    if after[:1].isalnum() and after[:1].isascii():
        return False
    return not (after[:1] in (":", "/", ".") and after[1:].isdigit())


def _is_no_span(text: str, match: re.Match[str], value: float) -> bool:
    """Tell an age, a date or a name from a stretch of time: "52-year-old", "two days ago", "10-year bond"."""
    rest = text[match.end() : match.end() + 12]
    written = match["unit"].lower()
    is_joined = text[match.start("unit") - 1 : match.start("unit")] == "-"
    return (
        (is_joined and written == "year")
        or (written in ("year", "years") and 1900 <= value <= 2100)
        or re.match(r"(?:-|\s)old\b|\s(?:ago|earlier|later)\b", rest) is not None
    )


def _is_name_or_date(text: str, start: int, end: int, digits: str) -> bool:
    """Tell whether the words beside a bare number make it a year, a date, or the number of something."""
    words = plain_number_words()
    if len(digits) == 4 and "1900" <= digits <= "2099" and "." not in digits:
        return True
    before = _WORD_BEFORE.search(text[max(0, start - 24) : start])
    if before is not None:
        word = before[1].rstrip(".")
        if word.lower() in words.before or (
            word[0].isupper() and word.lower() not in words.openers and not word.endswith(("'s", "’s"))
        ):
            return True
    after = _TOKEN.match(text, end)
    return after is not None and after[1].rstrip(".,").lower() in words.after


def _counted_noun(text: str, end: int) -> tuple[int, int] | None:
    """Return where the noun that is counted stands, with the words before it: "Chinese companies"."""
    words = plain_number_words()
    at, found, n_seen = end, None, 0
    first = None
    while n_seen < _NOUN_REACH and (token := _TOKEN.match(text, at)):
        word = token[1].rstrip(".")
        low = word.lower()
        if low in words.stops:
            break
        first = token.start(1) if first is None else first
        is_plural = low in words.plurals or (
            low.endswith("s") and len(low) > 3 and low not in words.singulars and not low.endswith(("ss", "'s", "’s"))
        )
        if is_plural:
            found = (first, token.start(1) + len(word))
        elif found is not None:
            break
        at, n_seen = token.end(), n_seen + 1
        if token[1].endswith("."):
            break
    return found


@lru_cache(maxsize=1)
def _followers() -> ahocorasick_rs.AhoCorasick:
    """Return the finder of what may follow a number in words, in lower case."""
    words = figure_words("en")
    follow = {*words.scales, *_PARTS, *(form.lower() for form in words.unit_forms)}
    return word_finder((word for word in follow if len(word) > 2), ahocorasick_rs.MatchKind.Standard)


@lru_cache(maxsize=1)
def _words_before() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])(?:{_SPELLED})[\s-]\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _sign_before() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern for the sign of a currency before a number, and the characters that end one."""
    currencies = figure_words("en").currencies
    signs = "|".join(re.escape(sign) for sign in sorted(currencies, key=len, reverse=True))
    return re.compile(rf"(?:{signs})\s?\Z"), frozenset(sign[-1] for sign in currencies)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = figure_words("en")
    signs = "|".join(re.escape(sign) for sign in sorted(words.currencies, key=len, reverse=True))
    as_written = [form for form in words.unit_forms if any(character.isupper() for character in form)]
    any_case = [form for form in words.unit_forms if form not in as_written]
    exact, free = (
        "|".join(re.escape(form).replace(r"\ ", r"[\s-]") for form in forms) for forms in (as_written, any_case)
    )
    long_scales = "|".join(word for word in words.scales if len(word) > 3)
    short_scales = "|".join(sorted((word for word in words.scales if len(word) <= 3), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<parts>(?i:{_ONES}))[\s-](?P<part>(?i:{'|'.join(_PARTS)}))s?\b(?!-)"
        rf"|(?:(?P<sign>{signs})\s?|(?<![A-Za-z0-9_.,$€£¥]))(?<![0-9.,])"
        rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}}){{1,6}}(?:\.\d{{1,9}})?|\d{{1,15}}(?:\.\d{{1,9}})?)|(?P<spelled>(?i:{_SPELLED}))(?=[\s-]))"
        rf"(?:[\s-]?(?P<scale>(?i:{long_scales}))s?(?![A-Za-z])|(?P<letter>(?i:{short_scales})|t(?=\b)|T(?=\b))(?![A-Za-z0-9]))?"
        rf"(?:[\s-]?(?P<unit>{exact}|(?i:{free}))(?![A-Za-z0-9]))?"
    )
