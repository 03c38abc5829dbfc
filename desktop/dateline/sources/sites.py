"""Rules for single sites, as data: `resources/sites/*.toml`, one file an outlet, read once.

A rule says where the article stands when the general reading would miss it, and what to leave out. It never names an
article. Selectors are CSS; patterns are regular expressions tried on single lines.

Mirrors: pages of several sites that one server on this machine keeps, as an archive for reading without a network
does, are read by the rules of the sites they are from. Where such a page does not name its own site (a mirror writes
its links anew), the folder does: `world/HOST/…`, or a short name of `_MIRRORED`. Never for an address elsewhere.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dateline.settings import resource

if TYPE_CHECKING:
    from lxml.etree import _Element

_LOOPBACK = re.compile(r"^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$")


@dataclass(frozen=True, slots=True)
class SiteRule:
    """How one site writes its articles. Empty means: nothing special."""

    name: str
    hosts: tuple[str, ...]
    body: tuple[str, ...] = ()  # the first selector that holds text wins; all its matches are joined
    remove: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    byline: tuple[re.Pattern[str], ...] = ()  # first group: the authors; the match leaves the text
    tail: tuple[re.Pattern[str], ...] = ()  # this line and all after it go
    drop: tuple[re.Pattern[str], ...] = ()  # these lines go
    teaser: tuple[str, ...] = ()  # an element that shows the page stops short of the article
    teaser_reason: str = ""
    blocked: tuple[re.Pattern[str], ...] = ()  # found in the page's words or scripts: no article here
    blocked_reason: str = ""
    site_name: str = ""  # what to call the site where the page does not say, or says too little
    site_name_at: tuple[str, ...] = ()  # where a platform's page names the account that publishes on it


def rule_for(host: str) -> SiteRule | None:
    """Return the rule of a host name, the most exact first, or None."""
    host = host.lower().rstrip(".")
    return max(
        (rule for rule in site_rules() if any(_is_host(host, one) for one in rule.hosts)),
        key=lambda rule: max(len(one) for one in rule.hosts if _is_host(host, one)),
        default=None,
    )


def site_host(url: str, canonical: str, graph_url: str = "") -> str:
    """Return the host an article really belongs to.

    That is the address's own host. Where the address is on this machine (a saved copy served locally) the page's own
    word counts: its canonical link, or a host name in the path.
    """
    host = _host(url)
    if not _LOOPBACK.match(host):
        return host
    for address in (canonical, graph_url):
        named = _host(address)
        if named and not _LOOPBACK.match(named):
            return named
    path = urlsplit(canonical or url).path if "://" in (canonical or url) else ""
    first = [part for part in path.split("/") if part][:2]
    if first and first[0] == "world" and len(first) > 1:
        return first[1].lower()
    return _MIRRORED.get(first[0], host) if first else host


#: Folder names under which a local mirror keeps the pages of a host.
_MIRRORED = {
    "ft": "www.ft.com",
    "nyt": "www.nytimes.com",
    "bloomberg": "www.bloomberg.com",
    "observer": "www.guancha.cn",
}


@lru_cache(maxsize=1)
def site_rules() -> tuple[SiteRule, ...]:
    """Return all rules, read from `resources/sites`."""
    return tuple(
        _read(tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(resource("sites").glob("*.toml"))
    )


def select(root: _Element, selectors: tuple[str, ...]) -> list[_Element]:
    """Return what the first selector that matches anything finds."""
    for selector in selectors:
        found = _compiled(selector)(root)
        if found:
            return list(found)
    return []


def select_all(root: _Element, selectors: tuple[str, ...]) -> list[_Element]:
    """Return what any of the selectors finds."""
    return [element for selector in selectors for element in _compiled(selector)(root)]


@lru_cache(maxsize=1_000)
def _compiled(selector: str) -> Any:  # lxml's selectors have no types of their own
    from lxml.cssselect import CSSSelector

    return CSSSelector(selector, translator="html")


def _read(data: dict[str, Any]) -> SiteRule:
    def texts(key: str) -> tuple[str, ...]:
        return tuple(data.get(key, ()))

    def patterns(key: str) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(one) for one in data.get(key, ()))

    return SiteRule(
        name=data["name"],
        hosts=tuple(data["hosts"]),
        body=texts("body"),
        remove=texts("remove"),
        title=texts("title"),
        authors=texts("authors"),
        date=texts("date"),
        byline=patterns("byline"),
        tail=patterns("tail"),
        drop=patterns("drop"),
        teaser=texts("teaser"),
        teaser_reason=data.get("teaser_reason", ""),
        blocked=patterns("blocked"),
        blocked_reason=data.get("blocked_reason", ""),
        site_name=data.get("site_name", ""),
        site_name_at=texts("site_name_at"),
    )


def _is_host(host: str, known: str) -> bool:
    return host == known or host.endswith("." + known)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
