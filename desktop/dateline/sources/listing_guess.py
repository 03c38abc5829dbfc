"""Guess how a page without a feed lists its articles, as a rule's text that its user may mend.

The headlines of a list hang alike: links of one shape that say a sentence each. The largest such family is the list;
the element round each, as far out as it holds no other of them, is its row. Nothing is asked of the network here, and a
rule that does not read the page it was made from is none.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dateline.errors import FeedError
from dateline.sources.charset import decode
from dateline.sources.completeness import worth
from dateline.sources.listing import read_listing
from dateline.sources.page import parse_page
from dateline.sources.sanitise import safe_address
from dateline.text.script import n_han

if TYPE_CHECKING:
    from lxml.etree import _Element

    from dateline.news.feed import Fetched

#: A list has so many headlines at least, and a headline so many letters' worth, up to what counts for more.
_FEWEST, _SHORTEST, _LONG = 5, 14.0, 60.0
_MOST_LINKS = 3_000
#: So many elements up a class is looked for.
_FARTHEST = 8
_OUTSIDE = frozenset(("nav", "footer", "aside", "select", "form"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5"))
#: Classes that say the same of every row; numbers are of one row only.
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z_-]{1,40}")
_DATE = re.compile(
    r"20\d\d\s?[-/.年]\s?\d{1,2}|\d{1,2}:\d\d|\b\d{1,2}\s(?:min|hour|day)\w{0,4}\sago|[分小]?[钟时天]前|昨天|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d|\d{1,2}月\d{1,2}日",
    re.IGNORECASE,
)
_LONGEST_DATE = 40


def guess_rule(fetched: Fetched, name: str) -> str:
    """Return a rule that reads a page's list, "" where it has none; `name` is what the source will be called."""
    base = fetched.final_url or fetched.url
    root = parse_page(decode(fetched.body, fetched.content_type))
    if root is None or '"' in base:
        return ""
    families = _families(root, base)
    for links in sorted(families, key=_weight, reverse=True)[:3]:
        rule = _rule_of(root, links, base, name)
        try:
            if rule and len(read_listing(fetched, rule).entries) >= _FEWEST:
                return rule
        except FeedError:
            continue
    return ""


def _families(root: _Element, base: str) -> list[list[_Element]]:
    """Return the links that may be headlines, by the shape in which they hang; each address once in a family."""
    site = (urlsplit(base).hostname or "").removeprefix("www.")
    found: dict[tuple[str, ...], dict[str, _Element]] = defaultdict(dict)
    for n, link in enumerate(root.iter("a")):
        if n == _MOST_LINKS:
            break
        address = safe_address(base, link.get("href", ""))
        host = (urlsplit(address).hostname or "").removeprefix("www.")
        if not host or not (f".{host}".endswith(f".{site}") or f".{site}".endswith(f".{host}")):
            continue
        if worth(_words(link)) < _SHORTEST or any(above.tag in _OUTSIDE for above in link.iterancestors()):
            continue
        above = [one for one, _ in zip(link.iterancestors(), range(3), strict=False)]
        found[tuple(_shape(one) for one in (link, *above))].setdefault(address, link)
    return [list(family.values()) for family in found.values() if len(family) >= _FEWEST]


def _weight(links: Sequence[_Element]) -> float:
    return sum(min(worth(_words(link)), _LONG) for link in links)


def _rule_of(root: _Element, links: Sequence[_Element], base: str, name: str) -> str:
    rows = _rows(links)
    item = _common(rows)
    if "." not in item:
        item = f"{_holder(rows)}{item}"
    is_link = rows[0].tag == "a"
    heading = next((one.tag for one in links[0].iterancestors() if one.tag in _HEADINGS and one is not rows[0]), "")
    inside = f"{heading} a" if heading and _is_within(rows[0], links[0], heading) else _common(links)
    is_chinese = n_han("".join(_words(link) for link in links[:20])) > 40
    settings: dict[str, str] = {
        "name": name or base,
        "url": base,
        "lang": "zh" if is_chinese else (root.get("lang") or "")[:2].lower(),
        "zone": "+08:00" if is_chinese else "+00:00",
        "format": "html",
        "item": item,
        "link": "@href" if is_link else f"{inside}@href",
        "title": (heading or "") if is_link else inside,
        "summary": "p" if sum(_has_summary(row) for row in rows) * 2 > len(rows) and not is_link else "",
        "date": _date_at(rows),
    }
    return "".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n"
        for key, value in settings.items()
        if value or key == "title"
    )


def _rows(links: Sequence[_Element]) -> list[_Element]:
    """Return for each link the outermost element round it that holds no other link of its family."""
    n_within: Counter[_Element] = Counter()
    for link in links:
        n_within.update(link.iterancestors())
    rows = []
    for link in links:
        row = link
        for above in link.iterancestors():
            if n_within[above] > 1:
                break
            row = above
        rows.append(row)
    shape = Counter(row.tag for row in rows).most_common(1)[0][0]
    return [row for row in rows if row.tag == shape]


def _holder(rows: Sequence[_Element]) -> str:
    """Return where rows without a class stand: the way down to them from what has one, or from the page's main part."""
    holders, way = list(rows), ""
    for _ in range(_FARTHEST):
        holders = [above for one in holders if (above := one.getparent()) is not None]
        if not holders:
            break
        place = _common(holders)
        way = f"{place} > {way}"
        if "." in place or place in ("main", "body"):
            break
    return way


def _is_within(row: _Element, link: _Element, tag: str) -> bool:
    """Tell whether an element of this name stands between a row and its link."""
    for above in link.iterancestors():
        if above is row:
            return False
        if above.tag == tag:
            return True
    return False


def _common(elements: Sequence[_Element]) -> str:
    """Return a selector for elements that are alike: their name, and a class that all but a few of them have."""
    tag = str(Counter(one.tag for one in elements).most_common(1)[0][0])
    classes = _classes(elements)
    return f"{tag}.{classes[0]}" if classes else tag


def _classes(elements: Sequence[_Element]) -> list[str]:
    counted = Counter(name for one in elements for name in set(_names(one)))
    return [name for name, n in counted.most_common(3) if n >= 0.9 * len(elements)]


def _names(element: _Element) -> Iterable[str]:
    return (name for name in (element.get("class") or "").split() if _PLAIN.fullmatch(name))


def _shape(element: _Element) -> str:
    return f"{element.tag}.{next(iter(sorted(_names(element))), '')}"


def _words(element: _Element) -> str:
    return " ".join("".join(str(part) for part in element.itertext())[:400].split())


def _has_summary(row: _Element) -> bool:
    return any(worth(_words(one)) > _LONG for one in row.iter("p"))


def _date_at(rows: Sequence[_Element]) -> str:
    """Return where most rows have their time, "" where they have none."""
    if sum(any(one.get("datetime") for one in row.iter("time")) for row in rows) * 2 > len(rows):
        return "time@datetime"
    places: Counter[str] = Counter()
    for row in rows:
        dated = (one for one in row.iterdescendants() if one.tag not in ("a", *_HEADINGS))
        shapes = {_common([one]) for one in dated if len(words := _words(one)) <= _LONGEST_DATE and _DATE.search(words)}
        places.update(shapes)
    # The innermost is the most exact; where a class names it, that goes before a bare name.
    best = sorted(places.items(), key=lambda place: (place[1], "." in place[0]), reverse=True)[:1]
    return best[0][0] if best and best[0][1] * 2 > len(rows) else ""
