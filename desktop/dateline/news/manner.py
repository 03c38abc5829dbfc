"""How a user writes the way a source is to be asked: an interval, headers; and what cannot be done that way. Pure."""

from __future__ import annotations

import re

from dateline.errors import InputError
from dateline.news.feed import Manner

#: Minutes; no source is asked more often, whatever the user says.
SHORTEST_INTERVAL = 5
#: Minutes; who wants a source asked more rarely pauses it.
LONGEST_INTERVAL = 30 * 24 * 60
_INTERVAL = re.compile(r"(\d{1,5})\s*(m|min|minutes?|分钟?|h|hours?|个?小时|d|days?|天|日)?", re.IGNORECASE)
_MINUTES = {"m": 1, "分": 1, "h": 60, "小": 60, "个": 60, "d": 1440, "天": 1440, "日": 1440}
_OWN_RHYTHM = frozenset(("", "feed", "auto"))
_PROXY = re.compile(r"(?:https?|socks(?:4a?|5h?)?)://[^\s/@]+(?::\d{1,5})?/?")
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
#: Headers that are the connection's own affair.
_OWN_HEADERS = frozenset("host content-length transfer-encoding connection upgrade te trailer accept-encoding".split())


def read_interval(text: str) -> int | None:
    """Return an interval such as "45 min", "2h", "1 天" in minutes; None for "feed", the feed's own rhythm.

    Raises:
        InputError: it is no interval.
    """
    if text.strip().lower() in _OWN_RHYTHM:
        return None
    found = _INTERVAL.fullmatch(text.strip())
    if found is None:
        raise InputError(f"“{text.strip()[:40]}” is no interval.", "Write 30 min, 2 h or 1 d.")
    return int(found[1]) * _MINUTES[(found[2] or "m")[0].lower()]


def read_headers(lines: str) -> tuple[tuple[str, str], ...]:
    """Return headers written as "Name: value", one a line.

    Raises:
        InputError: a line is none.
    """
    found = []
    for line in filter(None, map(str.strip, lines.splitlines())):
        name, is_header, value = line.partition(":")
        if not is_header:
            raise InputError("A line of the headers has no colon.", "Write each as Name: value, on one line.")
        found.append((name.strip(), value.strip()))
    return tuple(found)


def check_proxy(proxy: str) -> None:
    """Return if this can be asked through: an address, "direct" for no proxy, "" for the usual one.

    Raises:
        InputError: it is none of these.
    """
    if proxy not in ("", "direct") and not _PROXY.fullmatch(proxy):
        raise InputError(
            "The proxy is not an address.", "Write it as http:// or socks5://host:port, or “direct” for none."
        )


def check_manner(manner: Manner, interval_minutes: int | None) -> None:
    """Return if a source can be asked like that.

    Raises:
        InputError: an interval under five minutes or over a month, a proxy that is no address, a header that cannot be
            sent.
    """
    if interval_minutes is not None and interval_minutes < SHORTEST_INTERVAL:
        raise InputError(f"A source is asked every {SHORTEST_INTERVAL} minutes at most.", "Choose a longer interval.")
    if interval_minutes is not None and interval_minutes > LONGEST_INTERVAL:
        raise InputError("A source is asked once in 30 days at least.", "Choose a shorter interval, or pause it.")
    check_proxy(manner.proxy)
    for name, value in (*manner.headers, ("User-Agent", manner.user_agent)):
        if not _HEADER_NAME.fullmatch(name) or not value.isprintable() or name.lower() in _OWN_HEADERS:
            raise InputError(f"The header “{name[:40]}” cannot be sent.", "Write it as Name: value, on one line.")
