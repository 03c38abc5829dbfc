"""Which outlet an article belongs to, told by its address or by what its site and source are called.

The list is `resources/lexicon/outlets.toml`. This module answers with an outlet's id, or with a readable name where the
list does not know the outlet; it reads no page and asks nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from dateline.compiled import compiled, digest_of
from dateline.news.access import Access
from dateline.settings import resource
from dateline.text.script import fold

# Patterns are compiled when an outlet is first told by them, and kept by `re`: every start reads the list alone.
_LOOPBACK = r"localhost|127(?:\.\d{1,3}){3}|::1|.*\.localhost"
#: A host name standing in a path, as a local copy of a site has it: /world/www.example.org/story.html
_HOST_IN_PATH = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}[a-z]{2,12}"
#: File endings that look like the top domain of a host.
_FILE_ENDINGS = frozenset(
    ("html", "htm", "shtml", "xml", "json", "rss", "atom", "php", "aspx", "asp", "jsp", "txt", "pdf")
)
#: Between the parts of a feed's title: “NYT > Technology”, “Markets | Reuters”, “观察者网 - 头条”, “AI (FT)”.
_TITLE_PARTS = r"\s[-–—·•_/]\s|\s*[|｜:：>»›（）()\[\]【】，,]\s*|——"
_SPARE_SUBDOMAINS = ("www.", "m.", "amp.", "mobile.", "wap.")
_MARKS = r"[《》〈〉「」『』“”\"]"
#: Names that are everyday words: as a part of a longer title they name a section, not the outlet.
_EVERYDAY = frozenset(
    (
        "time",
        "science",
        "nature",
        "fortune",
        "independent",
        "observer",
        "wired",
        "vox",
        "puck",
        "platformer",
        "lawfare",
        "interconnects",
        "forbes",
        "自然",
        "科学",
        "财富",
        "连线",
        "时代",
        "观察",
        "市场观察",
        "世界其他地方",
        "拦截者",
        "晚点",
        "今日美国",
    )
)
_LONGEST_TITLE = 300


class Outlet(NamedTuple):
    """One outlet of the list: what it is called, how it is marked, and what it gives."""

    id: str
    name: str
    zh: str = ""
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    letters: str = ""
    colour: int | None = None
    side: str = "other"
    access: Access = Access.UNKNOWN

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that stands for this outlet and no other, the full one first."""
        return (self.name, *((self.zh,) if self.zh else ()), *self.aliases)


@lru_cache(maxsize=1)
def outlets() -> dict[str, Outlet]:
    """Return every outlet of the list by its id, in the order of the file."""
    rows = _list()["outlet"]
    found = (
        Outlet(
            id=row["id"],
            name=row["name"],
            zh=row.get("zh", ""),
            aliases=tuple(row.get("aliases", ())),
            weak=tuple(row.get("weak", ())),
            hosts=tuple(row.get("hosts", ())),
            letters=row.get("letters", ""),
            colour=row.get("colour"),
            side=row.get("side", "other"),
            access=Access(row.get("access", "unknown")),
        )
        for row in rows
    )
    return {outlet.id: outlet for outlet in found}


def outlet_names(language: str) -> dict[str, str]:
    """Return what outlets are called in a language, by their id: in Chinese ("zh") by the Chinese name there is."""
    is_chinese = language.startswith("zh")
    return {id_: (outlet.zh if is_chinese else "") or outlet.name for id_, outlet in outlets().items()}


def outlet_of(url: str, *, feed_title: str = "", folder: str = "", site_name: str = "") -> str:
    """Return the id of the outlet an address belongs to, or a readable name where the list has none.

    The address decides first. Where it says nothing (an unknown site, a platform where many publish, or a copy on this
    machine) the site's own name does, then the title of the feed; for this machine also a host in the path, the folder
    and the first part of the path. An unknown outlet is called by its site's name, its feed's title or its bare host;
    "" only if all are empty.
    """
    host, path = _host_and_path(url)
    is_local = _is_local(host)
    if _key(site_name) in _platform_names():
        site_name = ""
    known = "" if is_local else _by_host(host)
    known = known or _by_name(site_name)
    if not known and is_local:
        known = next(filter(None, map(_by_host, _hosts_in(path))), "")
    known = known or _by_title(feed_title)
    if not known and is_local:
        known = _by_title(folder) or _by_name(path.strip("/").partition("/")[0])
    if known:
        return known
    return _plain(site_name) or _plain(feed_title) or (_plain(folder) if is_local else "") or bare_host(host)


def outlet_at(url: str) -> str:
    """Return the id of the outlet of the list that an address belongs to, "" where the list knows none for it."""
    host, path = _host_and_path(url)
    if not _is_local(host):
        return _by_host(host)
    return next(filter(None, map(_by_host, _hosts_in(path))), "")


def bare_host(host: str) -> str:
    """Return a host name without www, m and their like."""
    for spare in _SPARE_SUBDOMAINS:
        if host.startswith(spare) and host.count(".") > 1:
            return host[len(spare) :]
    return host


@lru_cache(maxsize=64)  # an address is asked about twice: whether the list knows it, and what to call it
def _host_and_path(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url.strip())
        return (parts.hostname or "").rstrip("."), parts.path
    except ValueError:
        return "", ""


@lru_cache(maxsize=1_024)
def _is_local(host: str) -> bool:
    return re.fullmatch(_LOOPBACK, host) is not None


def _hosts_in(path: str) -> Iterator[str]:
    for part in path[:2000].lower().split("/"):
        if "." in part and re.fullmatch(_HOST_IN_PATH, part) and part.rpartition(".")[2] not in _FILE_ENDINGS:
            yield part


def _by_host(host: str) -> str:
    """Find the outlet of a host: the longest that it is or ends with, whole labels only. A platform has none."""
    index, platforms = _host_index(), _platforms()
    while host and host not in platforms:
        if host in index:
            return index[host]
        host = host.partition(".")[2]
    return ""


@lru_cache(maxsize=4096)
def _by_name(name: str) -> str:
    """Find the outlet that goes by exactly this id, name or alias."""
    key = _key(name[:_LONGEST_TITLE])
    index = _name_index()
    return index.get(key) or index.get(key.removeprefix("the ")) or index.get(f"the {key}") or ""


@lru_cache(maxsize=1024)
def _by_title(title: str) -> str:
    """Find the outlet in a title: the whole of it, one of its parts, or how a part begins; the longest name wins."""
    title = _plain(title)[:_LONGEST_TITLE]
    exact = _by_name(title)
    if exact or not title:
        return exact
    parts = [part for part in re.split(_TITLE_PARTS, title) if part]
    return _longest(parts) or _longest(begin for part in parts for begin in _beginnings(part))


def _longest(names: Iterable[str]) -> str:
    named = [(len(name), _by_name(name)) for name in names if _key(name) not in _EVERYDAY]
    return max(((size, outlet) for size, outlet in named if outlet), key=lambda one: one[0], default=(0, ""))[1]


def _beginnings(part: str) -> Iterator[str]:
    """Yield how a title begins, by words: “Bloomberg Technology”, “The New York Times Asia”."""
    words = part.split()[:8]
    for n in range(len(words) - 1, 0, -1):
        yield " ".join(words[:n])


def _plain(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=4_096)  # the same few titles, for each entry of a feed
def _key(name: str) -> str:
    return fold(re.sub(_MARKS, "", _plain(name)).casefold().replace("’", "'")).strip()


@lru_cache(maxsize=1)
def _list() -> dict[str, Any]:
    content = resource("lexicon/outlets.toml").read_bytes()

    def read() -> dict[str, Any]:
        import tomllib

        return tomllib.loads(content.decode())

    found: dict[str, Any] = compiled("outlets", digest_of((("outlets.toml", content),)), read)
    return found


@lru_cache(maxsize=1)
def _platforms() -> frozenset[str]:
    """Return the hosts where many outlets publish: such a host names none of them."""
    return frozenset(_list()["platforms"])


@lru_cache(maxsize=1)
def _platform_names() -> frozenset[str]:
    return frozenset(map(_key, _list()["platform_names"]))


@lru_cache(maxsize=1)
def _host_index() -> dict[str, str]:
    return {host: outlet.id for outlet in outlets().values() for host in outlet.hosts}


@lru_cache(maxsize=1)
def _name_index() -> dict[str, str]:
    """Return outlets by every form of their names. Ids and full names go before aliases, strong forms before weak."""
    index: dict[str, str] = {}
    every = outlets().values()
    for group in (
        ((outlet.id, outlet.id) for outlet in every),
        ((outlet.name, outlet.id) for outlet in every),
        ((outlet.zh, outlet.id) for outlet in every),
        ((alias, outlet.id) for outlet in every for alias in outlet.aliases),
        ((host, outlet.id) for outlet in every for host in outlet.hosts),
        ((weak, outlet.id) for outlet in every for weak in outlet.weak),
    ):
        for name, outlet in group:
            index.setdefault(_key(name), outlet)
    index.pop("", None)
    return index
