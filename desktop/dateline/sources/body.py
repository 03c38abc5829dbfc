"""Which blocks of a page are the article: choose what holds it, then leave out what merely stands between.

The idea is the maximum-sum subtree: prose weighs for an element, links, lists of teasers and crumbs weigh against it, and
the element with the greatest sum holds the article. Structured data (articleBody) and the names that sites give their
bodies settle close calls. What `asides` mark is not counted, unless nearly all prose of the page stands there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.sources.blocks import Block, Blocks, names_a_body, names_of
from dateline.sources.promos import is_byline, is_promo, is_tail_heading
from dateline.text.script import n_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

_SENTENCE_END = re.compile(r"[.!?。！？…;；:：।؟।۔][\"'”’»」』)）\]]{0,3}$")
_NOT_WORD = re.compile(r"[\W_]+")
_HAN_WEIGHT = 2.5
_MIN_STRUCTURED = 400


@dataclass(slots=True)
class Body:
    """The chosen blocks, and how sure the choice is."""

    blocks: list[Block]
    prose: float = 0.0  # weight of prose chosen
    page_prose: float = 0.0  # weight of all prose on the page
    from_structured: bool = False
    is_named: bool = False  # the site itself names the element a body


def key_of(text: str) -> str:
    """Return `text` as compared: letters and digits only, lower case."""
    return _NOT_WORD.sub("", text).lower()


def choose_body(found: Blocks, headings: Iterable[str], structured: str) -> Body:
    """Return the article's blocks among all blocks of the page."""
    known = key_of(structured) if len(structured) >= _MIN_STRUCTURED else ""
    n_known = _weigh(found.blocks, known)
    covered = n_known / len(known) if known else 0.0
    suspects = _suspects(found)
    page_prose = sum(block.weight for block in found.blocks if block.weight > 0 and not _is_aside(block, suspects))
    holder, is_named = _holder(found.blocks, suspects)
    if holder is None:
        return Body([], 0.0, page_prose)
    inside = _Ancestry(holder)
    chosen = [block for block in found.blocks if inside.holds(block.element) and not _is_aside(block, suspects)]
    if covered > 0.9:
        chosen = _only_known(chosen, known)
    chosen = trim(chosen, headings)
    prose = sum(block.weight for block in chosen if block.weight > 0)
    return Body(chosen, prose, page_prose, covered > 0.9, is_named)


def trim(blocks: Sequence[Block], headings: Iterable[str]) -> list[Block]:
    """Leave out the headline, bylines, calls to subscribe, lists of links, orphaned headings and repeated words."""
    titles = {key for heading in headings if len(key := key_of(heading)) >= 4}
    kept: list[Block] = []
    seen: set[str] = set()
    has_prose = False
    link_lists = _link_lists(blocks)
    for block in blocks:
        if block.kind in ("image", "caption"):
            kept.append(block)
            continue
        key = key_of(block.text)
        if not key and block.kind != "pre":
            continue
        if key in titles and (not has_prose or block.kind in ("h2", "h3")):
            continue
        if is_promo(block.text, block.link_share) or (not has_prose and is_byline(block.text)):
            continue
        if block.element in link_lists or _is_bare_link(block):
            continue
        if len(key) > 60:
            if key in seen:
                continue
            seen.add(key)
        if block.weight > 30 and block.kind not in ("h2", "h3"):
            has_prose = True
        kept.append(block)
    return _without_orphans(kept)


def _weigh(blocks: Sequence[Block], known: str) -> int:
    """Give every block its weight; return how many characters of the structured text stand in blocks."""
    n_known = 0
    for index, block in enumerate(blocks):
        text = block.text
        length = len(text)
        if block.kind in ("image", "caption") or not length:
            continue
        han = n_han(text) if not text.isascii() else 0
        size = length + (_HAN_WEIGHT - 1) * han
        share = block.link_share
        if known and length >= 15 and (key := key_of(text)) and key in known:
            n_known += len(key)
            block.weight = size * 1.5
            continue
        if share > 0.6:
            block.weight = -min(size, 150.0) - 5
        elif block.kind in ("h2", "h3"):
            block.weight = 4.0 if share < 0.3 else -20.0
        elif size >= 80 or (size >= 25 and _SENTENCE_END.search(text)):
            block.weight = size * (1 - share)
            if size < 250 and _is_teaser(blocks, index):
                block.weight = -size * 0.5
        else:
            block.weight = -3.0 if block.kind in ("li", "td") else -6.0
    return n_known


def _is_teaser(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether short prose stands between linked headlines, as in a list of other articles."""
    before = next((b for b in reversed(blocks[max(0, index - 3) : index]) if b.kind != "image"), None)
    after = next((b for b in blocks[index + 1 : index + 4] if b.kind != "image" and len(b.text) > 20), None)
    is_linked = [b is not None and b.link_share > 0.8 and len(b.text) > 20 for b in (before, after)]
    return all(is_linked)


def _suspects(found: Blocks) -> frozenset[int]:
    """Return the asides that really are: not those which hold nearly all prose of the page."""
    total = 0.0
    by_aside = [0.0] * len(found.asides)
    for block in found.blocks:
        if block.weight > 0:
            total += block.weight
            for index in block.asides:
                by_aside[index] += block.weight
    free = sum(block.weight for block in found.blocks if block.weight > 0 and not block.asides)
    pardoned = {
        index for index, prose in enumerate(by_aside) if prose > 0.8 * total or (free < 300 and prose > 0.5 * total)
    }
    return frozenset(range(len(found.asides))) - pardoned


def _is_aside(block: Block, suspects: frozenset[int]) -> bool:
    return any(index in suspects for index in block.asides)


def _holder(blocks: Sequence[Block], suspects: frozenset[int]) -> tuple[_Element | None, bool]:
    sums: dict[_Element, float] = {}
    counts: dict[_Element, int] = {}
    for block in blocks:
        weight = -0.1 * abs(block.weight) if _is_aside(block, suspects) else block.weight
        element: _Element | None = block.element
        while element is not None:
            sums[element] = sums.get(element, 0.0) + weight
            counts[element] = counts.get(element, 0) + 1
            element = element.getparent()
    if not sums:
        return None, False
    top = max(sums.values())
    if top <= 0:
        return None, False
    best = min((element for element, total in sums.items() if total >= top - 0.01), key=lambda one: counts[one])
    named = [
        element
        for element, total in sums.items()
        if total >= 0.75 * top and (element.get("itemprop") == "articleBody" or names_a_body(names_of(element)))
    ]
    if named:
        return max(named, key=lambda one: (sums[one], -counts[one])), True
    return best, False


class _Ancestry:
    """Answers "does this element stand inside the holder?" once an element."""

    def __init__(self, holder: _Element) -> None:
        self._known: dict[_Element, bool] = {holder: True}

    def holds(self, element: _Element) -> bool:
        path: list[_Element] = []
        current: _Element | None = element
        answer = False
        while current is not None:
            if current in self._known:
                answer = self._known[current]
                break
            path.append(current)
            current = current.getparent()
        for one in path:
            self._known[one] = answer
        return answer


def _only_known(blocks: list[Block], known: str) -> list[Block]:
    """Keep what the structured text confirms, and headings, lists and pictures between its first and last words."""
    confirmed = [i for i, block in enumerate(blocks) if block.text and (key := key_of(block.text)) and key in known]
    if not confirmed:
        return blocks
    first, last = confirmed[0], confirmed[-1]
    sure = set(confirmed)
    return [
        block
        for index, block in enumerate(blocks[: last + 1])
        if index in sure
        or (index >= first and block.kind in ("h2", "h3", "li", "td", "image", "caption", "blockquote"))
    ]


def _link_lists(blocks: Sequence[Block]) -> set[_Element]:
    """Return the items of lists that are mostly links to other pages."""
    lists: dict[_Element, list[Block]] = {}
    for block in blocks:
        if block.kind in ("li", "td"):
            item = block.element
            parent = item.getparent()
            if parent is not None:
                lists.setdefault(parent, []).append(block)
    found: set[_Element] = set()
    for items in lists.values():
        n_text = sum(len(item.text) for item in items)
        n_link = sum(item.n_link for item in items)
        if n_link > 0.7 * n_text:
            found.update(item.element for item in items)
    return found


def _is_bare_link(block: Block) -> bool:
    """Tell whether a paragraph is nothing but a link to another article."""
    return block.link_share > 0.9 and len(block.text) > 20 and not _SENTENCE_END.search(block.text.rstrip())


def _without_orphans(blocks: list[Block]) -> list[Block]:
    """Leave out headings under which nothing stands, and what follows a heading such as "More stories"."""
    for index, block in enumerate(blocks):
        if block.kind in ("h2", "h3", "p") and is_tail_heading(block.text) and index > 0:
            rest = sum(one.weight for one in blocks[index + 1 :] if one.weight > 0)
            before = sum(one.weight for one in blocks[:index] if one.weight > 0)
            if rest < 0.5 * before:
                blocks = blocks[:index]
                break
    kept: list[Block] = []
    for block in reversed(blocks):
        if block.kind in ("h2", "h3") and (not kept or (kept[-1].kind == "h2" and block.kind == "h3")):
            continue
        kept.append(block)
    kept.reverse()
    return kept
