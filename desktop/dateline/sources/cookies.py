"""Cookies that the user hands over: read from what a browser keeps or sends, and sent by a browser's rules.

Pure: nothing is stored or fetched here. A cookie's value never appears in a `repr`, and so in no log.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from dateline.errors import InputError

#: What one host is sent at most; browsers and servers have limits of the same order.
MOST_COOKIES = 180
LONGEST_COOKIE = 4_096
_LONGEST_TEXT = 4_000_000
_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,400}")
_CURL = (
    re.compile(r"(?:-H|--header)\s+\$?(?P<mark>['\"])cookie:\s*(?P<value>.*?)(?P=mark)", re.IGNORECASE | re.DOTALL),
    re.compile(r"(?:-b|--cookie)\s+\$?(?P<mark>['\"])(?P<value>.*?)(?P=mark)", re.IGNORECASE | re.DOTALL),
)
_HINT = "Export the site's cookies as cookies.txt while you are logged in there, or copy the browser's Cookie header."


@dataclass(frozen=True, slots=True)
class Cookie:
    """One cookie; `expires_at` None lasts until it is taken away."""

    name: str
    value: str = field(repr=False)
    domain: str  # without a leading dot
    path: str = "/"
    is_host_only: bool = False  # not sent to hosts below `domain`
    is_secure: bool = False  # over https only
    expires_at: datetime | None = None


def read_cookies(text: str, host: str, now: datetime) -> tuple[Cookie, ...]:
    """Return the cookies in a text that `host` is sent: a cookies.txt, an extension's JSON, or a Cookie header.

    Cookies of other sites are left out, so that a browser's whole jar may be given. Of two of one name, domain and
    path the later counts. A pasted header, or a command copied as cURL, says nothing of domains: its cookies are for
    the host and those below it, over https only.

    Raises:
        InputError: the text holds no cookie, none of this host, or only expired ones.
    """
    if len(text) > _LONGEST_TEXT:
        raise InputError("This is too long to be a list of cookies.", _HINT)
    text = text.lstrip("\ufeff").strip()
    found = list(_from_json(text) if text[:1] in ("[", "{") else _from_file(text) if "\t" in text else ())
    found = found or list(_from_header(text, host))
    if not found:
        raise InputError("There are no cookies in this.", _HINT)
    own = {(one.name, one.domain, one.path): one for one in found if _is_for(one, host)}
    if not own:
        raise InputError(f"None of these {len(found)} cookies is for {host}.", _HINT)
    alive = tuple(one for one in own.values() if one.expires_at is None or one.expires_at > now)
    if not alive:
        raise InputError(f"All of these cookies for {host} have expired.", "Log in again in the browser. " + _HINT)
    return alive[-MOST_COOKIES:]


def cookie_header(cookies: Iterable[Cookie], url: str, now: datetime) -> str:
    """Return the Cookie header that an address is sent, "" for none. Longer paths go first (RFC 6265, 5.4)."""
    parts = urlsplit(url)
    host, path = (parts.hostname or "").rstrip("."), parts.path or "/"
    sent = [
        one
        for one in cookies
        if _matches(one, host)
        and _is_below(path, one.path)
        and (not one.is_secure or parts.scheme == "https" or is_this_machine(host))
        and (one.expires_at is None or one.expires_at > now)
    ]
    sent.sort(key=lambda one: -len(one.path))
    # A header travels as Latin-1; browsers put UTF-8 into it.
    return "; ".join(f"{one.name}={one.value}" for one in sent).encode("utf-8", "replace").decode("latin-1")


def is_this_machine(host: str) -> bool:
    """Tell whether a host is the machine itself, to which nothing travels in the clear."""
    return host in ("localhost", "127.0.0.1", "::1") or host.endswith(".localhost")


def cookies_to_json(cookies: Iterable[Cookie]) -> list[dict[str, Any]]:
    """Return cookies as JSON values, to be kept with other secrets."""
    return [
        asdict(one) | {"expires_at": None if one.expires_at is None else int(one.expires_at.timestamp())}
        for one in cookies
    ]


def cookies_from_json(values: Iterable[dict[str, Any]]) -> tuple[Cookie, ...]:
    """Return the cookies of `cookies_to_json`."""
    return tuple(Cookie(**value | {"expires_at": _moment(value.get("expires_at"))}) for value in values)


def _from_file(text: str) -> Iterator[Cookie]:
    """Read the Netscape format: domain, below too, path, secure, expiry, name, value, with tabs between."""
    for line in text.splitlines():
        line = line.removeprefix("#HttpOnly_")
        parts = line.split("\t")
        if line.startswith("#") or len(parts) < 6:
            continue
        domain, below, path, secure, expires, name = (part.strip() for part in parts[:6])
        value = parts[6] if len(parts) > 6 else ""
        is_host_only = below.upper() != "TRUE" and not domain.startswith(".")
        made = _cookie(name, value, domain, path, expires)
        if made is not None:
            yield replace(made, is_host_only=is_host_only, is_secure=secure.upper() == "TRUE")


def _from_json(text: str) -> Iterator[Cookie]:
    """Read what browser extensions export: a list of objects, or an object with such a list under `cookies`."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return
    rows = data.get("cookies") if isinstance(data, dict) else data
    for row in rows if isinstance(rows, list) else ():
        if not isinstance(row, dict):
            continue
        said = {key: row.get(key) for key in ("name", "value", "domain", "path")}
        texts = {key: value if isinstance(value, str) else "" for key, value in said.items()}
        expires = row.get("expirationDate") or row.get("expires") or 0
        made = _cookie(texts["name"], texts["value"], texts["domain"], texts["path"], str(expires))
        if made is not None:
            yield replace(made, is_host_only=row.get("hostOnly") is True, is_secure=row.get("secure") is True)


def _from_header(text: str, host: str) -> Iterator[Cookie]:
    copied = _CURL[0].search(text) or _CURL[1].search(text)
    line = copied["value"] if copied else re.sub(r"^cookie:\s*", "", text, flags=re.IGNORECASE)
    for part in line.replace("\r", "").replace("\n", ";").split(";"):
        name, is_set, value = part.partition("=")
        made = _cookie(name.strip(), value, host, "/", "0") if is_set else None
        if made is not None:
            yield replace(made, is_secure=True)


def _cookie(name: str, value: str, domain: str, path: str, expires: str) -> Cookie | None:
    value = value.strip()
    domain = domain.strip().lstrip(".").lower()
    # A line break or a semicolon in a value would write a header, or a cookie, of its own.
    is_sound = _NAME.fullmatch(name) and value.isprintable() and ";" not in value
    if not is_sound or not domain or len(name) + len(value) > LONGEST_COOKIE:
        return None
    return Cookie(name, value, domain, path if path.startswith("/") else "/", expires_at=_moment(expires))


def _moment(stamp: object) -> datetime | None:
    try:
        seconds = float(str(stamp))
        return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
    except (ValueError, OverflowError, OSError):
        return None


def _is_for(cookie: Cookie, host: str) -> bool:
    """Tell whether a cookie belongs to the site of `host`: to itself, above it, or below it."""
    return _matches(cookie, host) or cookie.domain.endswith(f".{host}")


def _matches(cookie: Cookie, host: str) -> bool:
    if cookie.domain == host:
        return True
    # A domain without a dot would be every site of its ending.
    return not cookie.is_host_only and "." in cookie.domain and host.endswith(f".{cookie.domain}")


def _is_below(path: str, above: str) -> bool:
    return path == above or (path.startswith(above) and (above.endswith("/") or path[len(above) :].startswith("/")))
