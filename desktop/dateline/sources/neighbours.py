"""What on a page belongs to other articles: cards with a linked headline and a line of text, articles below this one.

A card shows itself by its shape, in any language: siblings of one kind, each with a headline that is nothing but a link
to a page of the same site, and little text beside it. An `<article>` whose headline leads elsewhere is another article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dateline.sources.ancestry import deepest_first

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lxml.etree import _Element

    from dateline.sources.blocks import Block

_NOT_WORD = re.compile(r"[\W_]+")
_MIN_CARDS = 3
_MIN_OWN = 300.0
_MAX_CARD_PROSE = 350.0
_HEADLINE = (12, 240)
#: Where cards hold more of the prose than this, the page is a list, and the cards are what it is about.
_ALL = 0.8


def other_articles(blocks: Sequence[Block], titles: Collection[str], host: str) -> set[_Element]:
    """Return the elements that hold other articles or pointers to them.

    `titles` are the page's own headlines as keys; `host` is the page's host name.
    """
    prose: dict[_Element, float] = {}
    links: dict[_Element, int] = {}
    total = 0.0
    for block in blocks:
        is_headline = _is_linked_headline(block, titles, host)
        weight = max(block.weight, 0.0)
        if not is_headline and not weight:
            continue
        total += weight
        prose[block.element] = prose.get(block.element, 0.0) + weight
        links[block.element] = links.get(block.element, 0) + is_headline
    for element, parent in deepest_first(prose):
        if parent is not None:
            prose[parent] = prose.get(parent, 0.0) + prose[element]
            links[parent] = links.get(parent, 0) + links[element]
    found = _cards(prose, links) | _articles(blocks, prose, links, titles, host)
    if not found:
        return found
    outermost = [one for one in found if not any(parent in found for parent in one.iterancestors())]
    held = sum(prose.get(one, 0.0) for one in outermost)
    return set(outermost) if held <= _ALL * total else set()


def _is_linked_headline(block: Block, titles: Collection[str], host: str) -> bool:
    if block.link_share <= 0.9 or not _HEADLINE[0] <= len(block.text) * (1 if block.text.isascii() else 2):
        return False
    if len(block.text) > _HEADLINE[1] or _NOT_WORD.sub("", block.text).lower() in titles:
        return False
    if not block.link:
        return False
    try:
        parts = urlsplit(block.link)
        named = (parts.hostname or host).lower()
    except ValueError:
        return False
    return _site(named) == _site(host) and len(parts.path) > 1 and parts.scheme in ("", "http", "https")


def _site(host: str) -> str:
    """Return the last two labels of a host name: close enough to tell a site's own pages from others'."""
    return ".".join(host.rsplit(".", 2)[-2:])


def _cards(prose: dict[_Element, float], links: dict[_Element, int]) -> set[_Element]:
    groups: dict[tuple[_Element, str, str], list[_Element]] = {}
    for element, n_links in links.items():
        if n_links and prose[element] <= _MAX_CARD_PROSE * n_links:
            parent = element.getparent()
            if parent is not None:
                kind = (element.get("class") or "").split(" ", 1)[0]
                groups.setdefault((parent, str(element.tag), kind), []).append(element)
    return {
        element
        for (_, tag, _), elements in groups.items()
        if tag not in ("p", "h2", "h3", "h4") and len(elements) >= _MIN_CARDS and any(prose[one] for one in elements)
        for element in elements
    }


def _articles(
    blocks: Sequence[Block],
    prose: dict[_Element, float],
    links: dict[_Element, int],
    titles: Collection[str],
    host: str,
) -> set[_Element]:
    """Return the `<article>` elements other than this page's: their heading leads elsewhere, or they stand beside or
    inside the one that has this page's headline and prose of its own.
    """
    found: set[_Element] = set()
    known: set[_Element] = set()
    own: _Element | None = None
    for block in blocks:
        element = block.element
        article = element if element.tag == "article" else next(element.iterancestors("article"), None)
        if article is None:
            continue
        if block.kind in ("h2", "h3"):
            if own is None and _NOT_WORD.sub("", block.text).lower() in titles:
                own = article
            elif article not in known and links.get(article) and _is_linked_headline(block, titles, host):
                found.add(article)
        known.add(article)
    if own is None:
        return found
    above = {own, *own.iterancestors("article")}
    others = {one for one in known if one not in above}
    inside = {one for one in others if own in one.iterancestors("article")}
    inner = sum(prose.get(one, 0.0) for one in inside if not any(parent in inside for parent in one.iterancestors()))
    own_prose = prose.get(own, 0.0) - inner
    if own_prose < _MIN_OWN:
        return found
    return found | (others if own_prose >= 2 * _MIN_OWN else others - inside)
