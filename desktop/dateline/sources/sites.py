"""Rules for single sites, as data: `resources/sites/*.toml` and the user's own folder, one file an outlet.

A rule says where the article stands when the general reading would miss it, and what to leave out. It never names an
article. Selectors are CSS; patterns are regular expressions tried on single lines.

Mirrors: pages of several sites that one server on this machine keeps, as an archive for reading without a network
does, are read by the rules of the sites they are from. Where such a page does not name its own site (a mirror writes
its links anew), the folder does: `world/HOST/…`, or a short name of `_MIRRORED`. Never for an address elsewhere.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from dateline.errors import InputError
from dateline.settings import data_folder, resource
from dateline.sources.site_rule import SiteRule, parse_site_rule

if TYPE_CHECKING:
    from lxml.etree import _Element

_LOOPBACK = re.compile(r"^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$")


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


def site_rules() -> tuple[SiteRule, ...]:
    """Return all rules: the user's own, then those of `resources/sites`.

    One of the user's takes the place of a shipped rule of its name; one that cannot be read is left out.
    """
    own = tuple(rule for _, rule in own_rules() if isinstance(rule, SiteRule))
    names = {rule.name for rule in own}
    return own + tuple(rule for rule in _shipped() if rule.name not in names)


def own_rules() -> tuple[tuple[Path, SiteRule | InputError], ...]:
    """Return the files of the user's own folder with their rules, or with what is wrong in them, as they are now."""
    found: list[tuple[Path, int]] = []
    with suppress(OSError):
        found = [(path, path.stat().st_mtime_ns) for path in sorted(own_rules_folder().glob("*.toml"))]
    return _own(tuple(found))


def own_rules_folder() -> Path:
    """Return the folder for the user's own rules: `sites`, beside the user's libraries. It may not exist."""
    return data_folder() / "sites"


@lru_cache(maxsize=1)
def _own(files: tuple[tuple[Path, int], ...]) -> tuple[tuple[Path, SiteRule | InputError], ...]:
    def read(path: Path) -> SiteRule | InputError:
        try:
            return parse_site_rule(path.read_text(encoding="utf-8"), name=path.stem)
        except InputError as error:
            return error
        except (OSError, UnicodeDecodeError):
            return InputError("The file cannot be read as text.", "Save it as UTF-8.")

    return tuple((path, read(path)) for path, _ in files)


@lru_cache(maxsize=1)
def _shipped() -> tuple[SiteRule, ...]:
    files = sorted(resource("sites").glob("*.toml"))
    return tuple(parse_site_rule(path.read_text(encoding="utf-8"), name=path.stem) for path in files)


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


def _is_host(host: str, known: str) -> bool:
    return host == known or host.endswith("." + known)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
