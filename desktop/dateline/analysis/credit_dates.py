"""The date of a credited report: “on Tuesday”, “Nov. 9”, “15日”, “上周三”, counted back from the article's own date.

A report credited is never later than the article, so a day without month or year is the latest one that fits. What
names no day ("last week", 近日) gives none.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:,?\s(?P<year>(?:19|20)\d\d)\b)?"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_EN = re.compile(
    rf"\b(?:{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{_YEAR}"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH.replace('month', 'month2')}"
    rf"\b{_YEAR.replace('year', 'year2')}"
    r"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
    r"|(?P<last>last\s)?(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"|(?P<near>today|yesterday)\b)"
)
_ZH = re.compile(
    r"(?:(?P<year>(?:19|20)\d\d)\s?年\s?)?(?P<month>1[0-2]|0?[1-9])\s?月\s?(?P<day>3[01]|[12]\d|0?[1-9])\s?[日号]"
    r"|(?<![\d月])(?P<only>3[01]|[12]\d|0?[1-9])\s?[日号](?!元|本)"
    r"|(?P<last>上)?(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"
    r"|(?P<near>今天|今日|昨天|昨日|前天|前日)"
)
_DIGIT = re.compile(r"\d")
_DAYS_BACK = {"今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2, "前日": 2, "today": 0, "yesterday": 1}
_ZH_WEEKDAYS = "一二三四五六日"
#: Hours from UTC of the newsroom's day, by the article's language; a time of exactly midnight UTC is a bare date.
_ZONES = {"zh": timezone(timedelta(hours=8)), "en": timezone(timedelta(hours=-5))}


def day_of(published_at: datetime | None, lang: str) -> date | None:
    """Return the day on which an article was published, where it was."""
    if published_at is None:
        return None
    zone = _ZONES.get(lang)
    is_bare = (published_at.hour, published_at.minute, published_at.second) == (0, 0, 0)
    if published_at.tzinfo is None or is_bare or zone is None or published_at.utcoffset():
        return published_at.date()
    return published_at.astimezone(zone).date()


def find_date(words: str, published: date | None, *, is_chinese: bool, last: bool = False) -> date | None:
    """Return the first (with `last` the last) date that `words` name; None where they name none that can be told."""
    if not is_chinese and "day" not in words and not _DIGIT.search(words):
        return None
    dates = (_ZH if is_chinese else _EN).finditer(words)
    match = [None, *dates][-1] if last else next(dates, None)
    if match is None:
        return None
    try:
        return _chinese(match, published) if is_chinese else _english(match, published)
    except (ValueError, OverflowError):
        return None


def _english(match: re.Match[str], published: date | None) -> date | None:
    if match["iso"]:
        return date.fromisoformat(match["iso"])
    named = match["month"] or match["month2"]
    if named:
        month = next(n for n, name in enumerate(_MONTHS, 1) if name.startswith(named.lower().rstrip(".")[:3]))
        year = match["year"] or match["year2"]
        return _in_year(int(year) if year else None, month, int(match["day"] or match["day2"]), published)
    if published is None:
        return None
    if match["near"]:
        return published - timedelta(days=_DAYS_BACK[match["near"]])
    back = (published.weekday() - _WEEKDAYS.index(match["weekday"].lower())) % 7
    return published - timedelta(days=7 if match["last"] and back == 0 else back)


def _chinese(match: re.Match[str], published: date | None) -> date | None:
    if match["month"]:
        year = match["year"]
        return _in_year(int(year) if year else None, int(match["month"]), int(match["day"]), published)
    if published is None:
        return None
    if match["only"]:
        return _in_month(int(match["only"]), published)
    if match["near"]:
        return published - timedelta(days=_DAYS_BACK[match["near"]])
    weekday = _ZH_WEEKDAYS.index(match["weekday"].replace("天", "日"))
    if match["last"]:
        return published - timedelta(days=published.weekday() + 7 - weekday)
    return published - timedelta(days=(published.weekday() - weekday) % 7)


def _in_year(year: int | None, month: int, day: int, published: date | None) -> date | None:
    """Return that day of the year named, else of the latest year in which it is not after the article."""
    if year is not None:
        return date(year, month, day)
    if published is None:
        return None
    this_year = date(published.year, month, day)
    return this_year if this_year <= published + timedelta(days=1) else this_year.replace(year=published.year - 1)


def _in_month(day: int, published: date) -> date | None:
    """Return the latest day of that number that is not after the article (a day's difference of zones aside)."""
    if day <= (published + timedelta(days=1)).day or day <= published.day:
        return published.replace(day=day)
    before = published.replace(day=1) - timedelta(days=1)
    return before.replace(day=day)
