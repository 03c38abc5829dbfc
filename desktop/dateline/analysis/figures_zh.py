"""Numbers as Chinese writes them: 12.5亿美元, 3.85亿次, 700亿参数, 7纳米, 百分之十五, 七成, 三千多家.

A number counts with a scale, a unit or a counting word; bare digits, dates (2025年, 9日), names (昇腾910, 第3季度) and
small counts in words (一个, 两名) are none. What it is of, and when, is for `figures`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.analysis.cued import CuedPattern
from dateline.analysis.figure_words import figure_words
from dateline.analysis.figures_en import Number

_DIGITS = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_PLACES = {"十": 10, "百": 100, "千": 1000}
#: Counting words say how many; with a few in words they tell a story: 一个, 两家, 三名.
COUNTING = frozenset((*"人名位家个次款台辆片颗枚张块套座条项起件种篇部股架艘卡户桶所国例场份笔头处层", "人次"))
_TIMES = frozenset(("months", "weeks", "days", "hours", "minutes", "seconds"))
#: After these an 亿 or 万 of something else begins, or a date goes on.
_NOT_AFTER = re.compile(r"\s?(?:年|月|日|号|时(?!间)|点(?!\d)|岁|届|世纪|年代|季度|代|号文|楼|层|班|路|线)")
_LATIN_BEFORE = re.compile(r"[a-z]\s\Z")
#: 二三十, 五六: about so many; 零一, 十四五: a name.
_ABOUT = re.compile("[零〇○一二两三四五六七八九]{2}")
#: Before 1/3 these tell that it is a share, no date.
_BEFORE_SHARE = tuple("的近约超达仅占到足过")
_IN_PLACES = 3  # digits in words that are read place by place
_FEW = 20
_HOURS = 25
_MOST_COUNTRIES = 200


def read_numbers(matching: str) -> Iterator[Number]:
    """Yield the numbers of a Chinese text in order; `matching` is the text's matching form."""
    for match in _pattern().finditer(matching, matching):
        number = _number(matching, match)
        if number is not None:
            yield number


def _number(text: str, match: re.Match[str]) -> Number | None:
    if match.lastgroup == "spelled" and match["sign"] is None:
        return None  # 一, 三: with neither scale nor unit it says nothing
    words = figure_words("zh")
    start, end = match.span()
    if _is_part(text, start, end):
        return None
    if match.lastgroup in ("hundredths", "tenths"):
        written = match[match.lastgroup]
        share = float(written) if written.isdecimal() and written.isascii() else spelled_value(written)
        return None if share is None else Number(start, end, share * (1.0 if match["hundredths"] else 10.0), 1.0, "%")
    if match.lastgroup == "part":
        part, whole = spelled_value(match["part"]), spelled_value(match["whole"])
        return Number(start, end, part / whole) if part and whole else None
    if match.lastgroup == "under":
        over, under = float(match["over"]), float(match["under"])
        is_share = text.startswith("的", end) or text.endswith(_BEFORE_SHARE, max(0, start - 2), start)
        return Number(start, end, over / under) if over < under and is_share else None
    digits, spelled = match["digits"], match["spelled"]
    value = float(digits.replace(",", "")) if digits else spelled_value(spelled)
    if value is None:
        return None
    scale = words.scales[match["scale"]] if match["scale"] else 1.0
    unit = words.unit(match["unit"]) if match["unit"] else None
    if match["scale"] == "十" and digits:
        return None  # 2018十大
    if match["sign"] and (unit is None or unit in COUNTING or unit == "CNY"):
        unit = _signs()[match["sign"]]
    elif spelled and not _counts(text, start, spelled, value, scale, unit):
        return None
    elif unit in COUNTING and scale == 1.0 and _LATIN_BEFORE.search(text[max(0, start - 2) : start]):
        return None  # RTX 4090卡
    if unit == "次" and text[end : end + 1] == "方":
        return None  # 2的8次方
    if unit == "国" and value * scale > _MOST_COUNTRIES:
        return None
    if unit == "点" and value < _HOURS and "." not in (digits or ""):
        return None
    if unit in _TIMES and text[end : end + 1] in ("前", "后", "年", "岁"):
        return None
    is_plain = unit is None and scale == 1.0
    if is_plain and _is_dated(text, start, end):
        return None
    return Number(start, end, value * scale, scale, unit, is_plain=is_plain)


def _counts(text: str, start: int, spelled: str, value: float, scale: float, unit: str | None) -> bool:
    """Tell whether a number in words says how much: not 一个, 三家, 两天, 千万别, 数百亿."""
    if spelled[0] in _PLACES and (text[max(0, start - 1) : start] in ("数", "几", "好", "上", "成") or unit is None):
        return False
    if text.endswith("最后", 0, start):
        return False  # 最后一公里
    if unit is None:
        return scale > 1.0
    return unit not in _TIMES and (unit not in COUNTING or scale > 1.0 or value >= _FEW)


def spelled_value(spelled: str) -> float | None:
    """Return the value of a number in words below ten thousand (三百二十, 十五, 三点五), None where it is none."""
    whole, _, part = spelled.partition("点")
    if len(whole) >= _IN_PLACES and all(character in _DIGITS for character in whole):
        return float("".join(str(_DIGITS[character]) for character in whole))  # 一六五○, as in digits
    if _ABOUT.search(whole):
        return None
    if whole and not any(character in _PLACES for character in whole):
        total = float(_DIGITS[whole])
    else:
        total, digit = 0.0, 0.0
        for character in whole:
            if character in _PLACES:
                total += (digit or 1.0) * _PLACES[character]
                digit = 0.0
            else:
                digit = float(_DIGITS[character])
        total += digit
    if part and all(character in _DIGITS for character in part):
        total += float("0." + "".join(str(_DIGITS[character]) for character in part))
    return total


def _is_part(text: str, start: int, end: int) -> bool:
    """Tell whether the number is part of a name, a date or a longer word: GPT-4, 第3, 910b, 2025年."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    last = before[-1:]
    if last == "第" or (last.isascii() and last.isalnum()) or last in ("_", "/", "."):
        return True
    if last in (":", "：") and before[:1].isdigit():
        return True
    if last == "-" and before[:1].isalpha() and before[:1].isascii():
        return True
    is_latin = text[end - 1].isascii() and text[end - 1].isalnum() and after[:1].isascii() and after[:1].isalnum()
    return is_latin or (after[:1] in (":", "/", ".") and after[1:].isdigit())


def _is_dated(text: str, start: int, end: int) -> bool:
    digits = text[start:end]
    return _NOT_AFTER.match(text, end) is not None or (len(digits) == 4 and digits[:2] in ("19", "20"))


@lru_cache(maxsize=1)
def _signs() -> dict[str, str]:
    return {sign.lower(): code for sign, code in figure_words("zh").currencies.items()}


@lru_cache(maxsize=1)
def _pattern() -> CuedPattern:
    words = figure_words("zh")
    signs = "|".join(re.escape(sign) for sign in sorted(_signs(), key=len, reverse=True))
    # 千瓦, 千米, 兆瓦 are units of their own.
    units_ahead = {"千": "(?!瓦|米|克|兆瓦)", "兆": "(?!瓦|字节|赫)", "b": r"(?=\s?个?参数)"}
    scales = "|".join(scale + units_ahead.get(scale, "") for scale in sorted(words.scales, key=len, reverse=True))
    units = "|".join(re.escape(form.lower()) for form in words.unit_forms)
    numeral, part = "[零〇○一二两三四五六七八九十百千]", "(?:点[零〇○一二三四五六七八九]{1,4})?"
    pattern = re.compile(
        rf"百分之(?P<hundredths>{numeral}{{1,5}}{part})"
        r"|(?P<whole>[二三四五六七八九十]{1,3})分之(?P<part>[一二两三四五六七八九十]{1,3})"
        r"|(?<![\d/.])(?P<over>[1-9])/(?P<under>[2-9]|10)(?![\d/.年月日号:])"
        r"|(?P<tenths>[一二两三四五六七八九1-9])成(?!本|为|功|立|长|员|果|就|都|交|绩|分|熟|人|品|型|了)"
        rf"|(?:(?P<sign>{signs})\s?)?"
        rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}}){{1,6}}(?:\.\d{{1,9}})?|\d{{1,15}}(?:\.\d{{1,9}})?)|(?P<spelled>{numeral}{{1,8}}{part}))"
        rf"[多余几]?\s?(?P<scale>{scales})?[多余几]?\s?(?P<unit>{units})?"
    )
    return CuedPattern(pattern, (*_DIGITS, *_PLACES, *"0123456789", *_signs()))
