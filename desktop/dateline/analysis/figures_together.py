"""Figures that stand together in a text: the ends of a range, what is compared, and a change beside what changed.

They share what is written once: scale and unit ("346.2 against 385.3 million", 10至15亿美元), and what they are of
("revenue of $7.4 billion, up 36%"). Bounded stretches between two numbers are all that is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.analysis.figures_en import Number

_RANGE = re.compile(r"[^\S\n]?(?:-|–|—|~|～|to|and|or|至|到)[^\S\n]?", re.IGNORECASE)
_OUT_OF = re.compile(r"\s(?:out\s)?of\s(?:(?:the|its|their|all|[A-Z][\w.-]{1,20}['’]s?)\s){0,2}")
_COMPARED = re.compile(
    r",?(?:\s(?:in|on)\s[A-Z]\w{2,8})?\s(?:up\s|down\s)?(?:from|to|against|versus|vs\.?|compared\s(?:with|to)|over)\s(?:[\w’'&.-]{1,20}\s){0,3}(?:to\s)?"
    r"|,?\sand\s(?:[\w’'&.-]{1,20}\s)?"
    r"|,?\s?(?:对|对比|相比|比|升至|增至|降至|跌至|涨至|提高到|提升到|上升到|增加到|下降到|下调至|上调至|扩大到|缩减至|和|与|[至到]){1,2}\s?",
    re.IGNORECASE,
)
#: "$1.57 billion, or 96 cents per share, rose from $1.01 billion": these are of one thing, and so is "…, up 36%".
_GOES_ON = re.compile(
    r"[^.;\n]{0,40}[,(]\s?(?:up|down)(?:\sfrom)?\s(?:\w+\s){0,2}"
    r"|\s?[，,、]?\s?(?:(?:同比|环比|按年|按季)[^，,、。；;\d]{0,8}|[较比](?:上年|去年|上季|前一|同期|上年同期|去年同期)[^，,、。；;\d]{0,6})"
)
#: The same sum for each share: net income of $1.6 billion, or 62 cents a share.
_OR_EACH = re.compile(r",?\sor\s(?:about\s|roughly\s|nearly\s)?")
_FROM = re.compile(r"\bfrom\s(?:\w+\s){0,2}\Z")
#: It begins with a class of characters, so that the scan for it is fast.
SENTENCE_END = re.compile(r"[.!?;\n\r\u2028\u2029。！？；](?:(?<![.!?])|(?=[\s”\"’)]|$))")
_FAR = 160  # code points between two figures of one thing
_BESIDE = 14
_MOST_BACK = 3  # figures looked at before one that something changed from


def share_units(text: str, numbers: Sequence[Number]) -> None:
    """Give numbers that stand together what is written beside one of them only."""
    for one, other in pairwise(numbers):
        if other.start - one.end > 48:
            continue
        if one.unit and other.unit and one.unit != other.unit:
            continue
        between = text[one.end : other.start]
        if one.is_plain and other.counted and _OUT_OF.fullmatch(between):
            one.unit, one.is_plain = other.unit, False
            continue
        is_range = _RANGE.fullmatch(between) is not None
        if not is_range and _COMPARED.fullmatch(between) is None:
            continue
        if one.scale == 1.0 and other.scale > 1.0 and one.value < 1000 and (one.is_plain or is_range):
            one.scale = other.scale
            one.value *= other.scale
        elif other.is_plain and one.scale > 1.0 and other.value < 1000 and "." in text[other.start : other.end]:
            other.scale = one.scale
            other.value *= one.scale
        elif one.is_plain and other.is_plain:
            continue
        if one.unit is None or one.is_plain:
            one.unit = other.unit
        elif other.unit is None or other.is_plain:
            other.unit = one.unit
        is_shared = one.unit is not None or one.scale > 1.0
        one.is_plain, other.is_plain = one.is_plain and not is_shared, other.is_plain and not is_shared


def of_one_thing(text: str, numbers: Sequence[Number], of: list[str | None]) -> list[str | None]:
    """Return what figures are of, with those being of one thing that are compared: 15%至20%的运力, or
    营收60亿元，同比增长10%.
    """
    for at in range(len(numbers) - 2, -1, -1):
        if of[at + 1] is not None and _RANGE.fullmatch(text, numbers[at].end, numbers[at + 1].start):
            of[at] = of[at + 1]
    for at in range(1, len(numbers)):
        one, number = numbers[at - 1], numbers[at]
        if number.start - one.end > _FAR:
            continue
        is_same = of[at] is None and _OR_EACH.fullmatch(text, one.end, number.start)
        if number.counted is not None and not is_same:
            continue
        if of[at - 1] is not None and (is_same or _GOES_ON.fullmatch(text, one.end, number.start)):
            of[at] = of[at - 1]
        elif _FROM.search(text, max(one.end, number.start - _BESIDE), number.start):
            alike = (
                before
                for before in range(at - 1, max(-1, at - 1 - _MOST_BACK), -1)
                if numbers[before].unit == number.unit
            )
            before = next(alike, -1)
            if before >= 0 and not SENTENCE_END.search(text, numbers[before].end, number.start):
                of[at] = of[before] or of[at]
    return of
