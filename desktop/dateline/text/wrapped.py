"""Addresses that hold another one: archives, caches, translations, and services that count who leaves. Pure."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl

_AMP_CACHE = re.compile(r"(?:[a-z0-9-]+\.)?(?:cdn\.ampproject\.org|ampproject\.net)")
_ARCHIVE_PATH = re.compile(
    r"/(?:web/)?(?:(?:\d{4,14}[a-z_]{0,4}|\d{4}\.\d\d\.\d\d-\d{4,6}|o|newest|latest)/)?(?=https?:)", re.IGNORECASE
)
_ARCHIVES = frozenset(
    "web.archive.org archive.today archive.ph archive.is archive.li archive.md archive.vn archive.fo "
    "12ft.io removepaywall.com".split()
)
#: Where a service keeps the address it leads to.
_LEADS_BY = {
    "google.com/url": ("q", "url"),
    "translate.google.com/translate": ("u",),
    "l.facebook.com/l.php": ("u",),
    "lm.facebook.com/l.php": ("u",),
    "duckduckgo.com/l": ("uddg",),
    "link.zhihu.com": ("target",),
    "out.reddit.com": ("url",),
}
_MAIL_GUARD = ".safelinks.protection.outlook.com"
_CACHED = "webcache.googleusercontent.com"
_TRANSLATED = ".translate.goog"
_WEB = re.compile(r"https?://[^/]", re.IGNORECASE)


def wrapped_address(host: str, parts: SplitResult) -> str:
    """Return the address that an archive's, a cache's or a translation's address holds, "" where it holds none."""
    if host.removeprefix("www.") in _ARCHIVES:
        found = _ARCHIVE_PATH.match(parts.path)
        if found:
            rest = re.sub(r"^(https?):/(?!/)", r"\1://", parts.path[found.end() :])
            return f"{rest}?{parts.query}" if parts.query else rest
    if _AMP_CACHE.fullmatch(host):
        kind, _, rest = parts.path.lstrip("/").partition("/")
        if kind in ("c", "v", "i") and rest:
            return _bare(rest) + (f"?{parts.query}" if parts.query else "")
    if host.removeprefix("www.") == "google.com" and parts.path.startswith("/amp/"):
        return _bare(parts.path[5:])
    if host.endswith(_TRANSLATED):
        # Dots of the host became hyphens, and its hyphens two.
        own = host.removesuffix(_TRANSLATED).replace("--", "\0").replace("-", ".").replace("\0", "-")
        return f"{parts.scheme}://{own}{parts.path}" + (f"?{parts.query}" if parts.query else "")
    if host == _CACHED and (cached := re.search(r"cache:(?:[\w-]{8,16}:)?(.+)", _value(parts, ("q",)))):
        return cached[1] if _WEB.match(cached[1]) else f"https://{cached[1]}"
    names = (
        ("url",)
        if host.endswith(_MAIL_GUARD)
        else _LEADS_BY.get(f"{host.removeprefix('www.')}{parts.path}".rstrip("/"))
    )
    target = _value(parts, names) if names else ""
    return target if _WEB.match(target) else ""


def _bare(rest: str) -> str:
    return f"https://{rest[2:]}" if rest.startswith("s/") else f"http://{rest}"


def _value(parts: SplitResult, names: tuple[str, ...]) -> str:
    given = dict(reversed(parse_qsl(parts.query, max_num_fields=200)))
    return next((given[name] for name in names if name in given), "")
