"""When an entry says that it was published, in whatever form it says so. None where it does not say it clearly."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz

from dateline.text.script import n_han

_LATEST = datetime(2200, 1, 1, tzinfo=UTC)
_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[A-Z]{2,5})?)?",
    re.IGNORECASE,
)
_CHINESE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日(?:\s*(\d{1,2})[:：时](\d{2})(?:[:：分](\d{2}))?)?")
#: So many Chinese characters, and no Japanese ones, make a headline Chinese.
_FEW = 4
_KANA = re.compile("[\u3040-\u30ff]")
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})$")
_BEIJING = timezone(timedelta(hours=8))
#: Names of zones that mean one thing, in minutes from UTC. CST is China's or Chicago's and is told by the language.
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "jst": 540, "kst": 540,
    "hkt": 480, "sgt": 480, "aest": 600, "aedt": 660, "msk": 180,
}  # fmt: skip


def read_date(text: str, lang: str = "", headline: str = "") -> datetime | None:
    """Return a date in UTC. Without a zone it is taken as Beijing time in Chinese, as UTC elsewhere.

    Where a feed does not say its language, the `headline` shows whether it is Chinese.
    """
    text = " ".join(text.split())[:100]
    if not text:
        return None
    is_chinese = lang.startswith("zh") if lang else n_han(headline) >= _FEW and not _KANA.search(headline)
    home = _BEIJING if is_chinese else UTC
    try:
        found = _iso(text, home) or _chinese(text) or _rfc(text, home)
        return found.astimezone(UTC) if found is not None and found < _LATEST else None
    except (ValueError, OverflowError, TypeError):
        return None


def _iso(text: str, home: timezone) -> datetime | None:
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    zone = _zone(match[7], home)
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone)


def _chinese(text: str) -> datetime | None:
    match = _CHINESE.match(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    return datetime(year, month, day, hour, minute, second, tzinfo=_BEIJING)


def _rfc(text: str, home: timezone) -> datetime | None:
    name = text.rpartition(" ")[2]
    parts = parsedate_tz(text)
    if parts is None:
        return None
    if name.isalpha() and not name.isdigit():
        zone = _zone(name, home)
    else:
        zone = timezone(timedelta(seconds=parts[9])) if parts[9] is not None else home
    year, month, day, hour, minute, second = parts[:6]
    return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=zone)


def _zone(name: str | None, home: timezone) -> timezone:
    if not name:
        return home
    offset = _OFFSET.search(name)
    if offset:
        minutes = int(offset[2]) * 60 + int(offset[3])
        return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes))
    if name.lower() == "cst":
        return _BEIJING if home is _BEIJING else timezone(timedelta(hours=-6))
    return timezone(timedelta(minutes=_ZONES[name.lower()])) if name.lower() in _ZONES else home
