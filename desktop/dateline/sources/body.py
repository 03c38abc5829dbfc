"""Which blocks of a page are the article: choose what holds it, then leave out what merely stands between.

The idea is the maximum-sum subtree: prose weighs for an element, links, lists of teasers and crumbs weigh against it,
and the element with the greatest sum holds the article. Structured data (articleBody) and the names that sites give
their bodies settle close calls. What `asides` mark is not counted, unless nearly all prose of the page stands there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from dateline.sources.ancestry import Ancestry, deepest_first
from dateline.sources.blocks import Block, Blocks
from dateline.sources.completeness import worth
from dateline.sources.element_names import names_a_body, names_a_lead, names_a_small_thing, names_of
from dateline.sources.neighbours import other_articles
from dateline.sources.promos import is_tail_heading
from dateline.sources.signatures import signed_by
from dateline.sources.trim import ends_a_sentence, key_of, trim

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

_NUMBER = re.compile(r"\d+")
_MIN_STRUCTURED = 400
_MAX_COST = 300.0
_MIN_EQUAL = 20.0
_MANY_LONG = 4
_THIN = 300.0
#: A teaser may show no more than this of an article.
_ONE_LINE = 60.0
_LONG_PARAGRAPH = 140.0
_LONG_IN_ALL = 800.0
_LEAD_REACH = 25
_SIGNED_REACH = 6


@dataclass(slots=True)
class Body:
    """The chosen blocks, and how sure the choice is."""

    blocks: list[Block]
    prose: float = 0.0  # weight of prose chosen
    page_prose: float = 0.0  # weight of all prose on the page
    is_named: bool = False  # the site itself names the element a body
    signed: tuple[str, ...] = ()  # whom the text itself names as its authors
    breaks_off: bool = False  # its last line is a heading


def choose_body(
    found: Blocks, headings: Iterable[str], structured: str, host: str = "", authors: Sequence[str] = ()
) -> Body:
    """Return the article's blocks among all blocks of the page. `headings` are the wordings of its headline."""
    headings = tuple(headings)
    known = key_of(structured) if len(structured) >= _MIN_STRUCTURED else ""
    n_known = _weigh(found.blocks, known)
    covered = n_known / len(known) if known else 0.0
    others = Ancestry(other_articles(found.blocks, {key_of(one) for one in headings}, host))
    for block in found.blocks:
        block.is_other = others.holds(block.element)
    body = _choose(found, headings, authors, known if covered > 0.9 else "")
    if body.prose < _THIN:
        _weigh_short_lines(found.blocks)
        other = _choose(found, headings, authors, "")
        n_shown = sum(worth(block.text) for block in other.blocks)
        if other.prose > 2 * max(body.prose, 100.0) or (not body.blocks and n_shown < _ONE_LINE):
            return other
    return body


def body_within(
    found: Blocks,
    holders: Iterable[_Element],
    headings: Iterable[str],
    host: str = "",
    authors: Sequence[str] = (),
    tail: Sequence[re.Pattern[str]] = (),
) -> Body:
    """Return the article's blocks where it is known which elements hold them, without what stands between.

    A line that `tail` matches ends the article, unless it is the first.
    """
    inside = Ancestry(holders)
    kept = Blocks([block for block in found.blocks if inside.holds(block.element)], found.asides)
    last = next(
        (at for at, block in enumerate(kept.blocks) if at and any(one.search(block.text) for one in tail)), None
    )
    kept.blocks = kept.blocks[:last]
    for block in kept.blocks:
        block.asides = tuple(index for index in block.asides if inside.holds(found.asides[index]))
    headings = tuple(headings)
    _weigh(kept.blocks, "")
    others = Ancestry(other_articles(kept.blocks, {key_of(one) for one in headings}, host))
    for block in kept.blocks:
        block.is_other = others.holds(block.element)
    suspects = _suspects(kept, headings)
    chosen = [block for block in kept.blocks if not _is_aside(block, suspects)]
    signed, breaks_off = _signed(chosen), _breaks_off(chosen)
    chosen = trim(chosen, headings, authors)
    prose = sum(block.weight for block in chosen if block.weight > 0)
    return Body(chosen, prose, is_named=True, signed=signed, breaks_off=breaks_off)


def _choose(found: Blocks, headings: Sequence[str], authors: Sequence[str], known: str) -> Body:
    suspects = _suspects(found, headings)
    page_prose = sum(block.weight for block in found.blocks if block.weight > 0 and not _is_aside(block, suspects))
    holders, is_named = _holders(found.blocks, suspects)
    if not holders:
        return Body([], 0.0, page_prose)
    inside = Ancestry(holders)
    chosen = [block for block in found.blocks if inside.holds(block.element) and not _is_aside(block, suspects)]
    if known:
        chosen = _only_known(chosen, known)
    signed, breaks_off = _signed(chosen), _breaks_off(chosen)
    chosen = trim([*_lead(found.blocks, chosen, headings), *chosen], headings, authors)
    prose = sum(block.weight for block in chosen if block.weight > 0)
    return Body(chosen, prose, page_prose, is_named, signed, breaks_off)


def _breaks_off(blocks: Sequence[Block]) -> bool:
    """Tell whether the last line of an article is a heading of its own, under which nothing stands."""
    last = next((block for block in reversed(blocks) if block.text and block.kind != "caption"), None)
    return last is not None and last.kind in ("h2", "h3") and not is_tail_heading(last.text)


def _signed(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return whom the first or last lines of an article name as its authors."""
    lines = [block.text for block in blocks if block.text and block.kind in ("p", "h3")]
    ends = lines if len(lines) <= 2 * _SIGNED_REACH else [*lines[:_SIGNED_REACH], *lines[-_SIGNED_REACH:]]
    return signed_by(ends)


def _weigh(blocks: Sequence[Block], known: str) -> int:
    """Give every block its weight; return how many characters of the structured text stand in blocks."""
    n_known = 0
    for index, block in enumerate(blocks):
        text = block.text
        length = len(text)
        if block.kind in ("image", "caption") or not length:
            continue
        size = worth(text)
        share = block.link_share
        if known and length >= 15 and (key := key_of(text)) and key in known:
            n_known += len(key)
            block.weight = size * 1.5
            continue
        if share > 0.6:
            block.weight = -min(size, 150.0) - 5
        elif block.kind in ("h2", "h3"):
            block.weight = 4.0 if share < 0.3 else -20.0
        elif size >= 80 or (size >= 25 and ends_a_sentence(text)):
            block.weight = size * (1 - share)
            if size < 250 and _is_teaser(blocks, index):
                block.weight = -size * 0.5
        else:
            block.weight = -3.0 if block.kind in ("li", "td") else -6.0
    return n_known


def _weigh_short_lines(blocks: Sequence[Block]) -> None:
    """Let lines without a full stop count as prose: a calendar, a programme, a list of results."""
    for block in blocks:
        if block.kind in ("p", "li", "td") and -10 < block.weight < 0 and block.link_share < 0.3:
            block.weight = worth(block.text) * (1 - block.link_share)


def _is_teaser(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether short prose stands between linked headlines, as in a list of other articles."""
    before = next((b for b in reversed(blocks[max(0, index - 3) : index]) if b.kind != "image"), None)
    after = next((b for b in blocks[index + 1 : index + 4] if b.kind != "image" and len(b.text) > 20), None)
    is_linked = [b is not None and b.link_share > 0.8 and len(b.text) > 20 for b in (before, after)]
    return all(is_linked)


def _suspects(found: Blocks, headings: Sequence[str]) -> frozenset[int]:
    """Return the asides that really are: not those whose name nearly all prose of the page carries.

    (Where an article follows its headline outside of them, a longer one beside it stays another.) Nor those that name
    a small thing (an advert, a caption) and hold paragraph on paragraph: a tag never closed.
    """
    total = free = n_short = led = 0.0
    is_led = False
    titles = {key_of(one) for one in headings}
    by_name: dict[str, float] = {}
    led_by_name: dict[str, float] = {}
    by_aside = [0.0] * len(found.asides)
    n_long = [0] * len(found.asides)
    names = [names_of(element) or str(element.tag) for element in found.asides]
    for block in found.blocks:
        is_led = is_led or (block.kind == "h2" and not block.asides and key_of(block.text) in titles)
        if block.weight <= 0 or block.is_other:
            if not block.asides and not block.is_other and block.n_link == 0:
                n_short += worth(block.text)
            continue
        total += block.weight
        if not block.asides:
            free += block.weight
            led += block.weight if is_led else 0.0
        for index in block.asides:
            by_aside[index] += block.weight
            n_long[index] += block.weight > _LONG_PARAGRAPH and block.kind == "p"
        for name in {names[index] for index in block.asides}:
            by_name[name] = by_name.get(name, 0.0) + block.weight
            led_by_name.setdefault(name, led)
    pardoned = {
        name
        for name, prose in by_name.items()
        if (prose > 0.8 * total or (free < _THIN and prose > 0.5 * total))
        and prose > 2 * n_short
        and led_by_name[name] < _THIN
    }
    return frozenset(
        index
        for index, name in enumerate(names)
        if name not in pardoned
        and not (names_a_small_thing(name) and n_long[index] >= _MANY_LONG and by_aside[index] > _LONG_IN_ALL)
    )


def _is_aside(block: Block, suspects: frozenset[int]) -> bool:
    return block.is_other or any(index in suspects for index in block.asides)


def _holders(blocks: Sequence[Block], suspects: frozenset[int]) -> tuple[list[_Element], bool]:
    """Return the element whose sum is greatest, with its equals beside it, and whether the site itself names it a body.

    What a child takes from its parent's sum is limited: one list of links costs the same, long or short.
    """
    sums: dict[_Element, float] = {}
    counts: dict[_Element, int] = {}
    for block in blocks:
        weight = -0.1 * abs(block.weight) if _is_aside(block, suspects) else block.weight
        sums[block.element] = sums.get(block.element, 0.0) + weight
        counts[block.element] = counts.get(block.element, 0) + 1
    if not sums:
        return [], False
    for element, parent in deepest_first(sums):
        if parent is not None:
            sums[parent] = sums.get(parent, 0.0) + max(sums.get(element, 0.0), -_MAX_COST)
            counts[parent] = counts.get(parent, 0) + counts.get(element, 0)
    top = max(sums.values())
    if top <= 0:
        return [], False
    best = min((element for element, total in sums.items() if total >= top - 0.01), key=lambda one: counts[one])
    named = [
        element
        for element, total in sums.items()
        if total >= 0.75 * top and (element.get("itemprop") == "articleBody" or names_a_body(names_of(element)))
    ]
    if named:
        return _with_equals(max(named, key=lambda one: (sums[one], -counts[one])), sums), True
    return _with_equals(best, sums), False


def _kind_of(element: _Element) -> str:
    """Return what an element is called, without numbers: "story-body story-body-2" is one with part 1."""
    return _NUMBER.sub("", element.get("class") or "")


def _with_equals(holder: _Element, sums: dict[_Element, float]) -> list[_Element]:
    """Return an element, its siblings of the same name that hold prose too, and what stands between them.

    Some sites wrap every paragraph on its own, and crumbs then weigh more than the whole; others cut a long body in
    numbered parts.
    """
    parent = holder.getparent()
    if parent is None or holder.tag == "article":
        return [holder]
    kind = _kind_of(holder)
    places = [
        place
        for place, one in enumerate(parent)
        if one is holder or (one.tag == holder.tag and _kind_of(one) == kind and sums.get(one, 0.0) > _MIN_EQUAL)
    ]
    return list(parent)[places[0] : places[-1] + 1] if len(places) > 1 else [holder]


def _lead(blocks: Sequence[Block], chosen: Sequence[Block], headings: Iterable[str]) -> list[Block]:
    """Return the opening lines that the site sets apart, between headline and body.

    A lead is the article's own beginning; a deck or sub-headline, which says what it is about, belongs to the headline.
    """
    if not chosen:
        return []
    first = next(place for place, block in enumerate(blocks) if block is chosen[0])
    titles = {key_of(one) for one in headings}
    leads: list[Block] = []
    for block in reversed(blocks[max(0, first - _LEAD_REACH) : first]):
        if key_of(block.text) in titles and block.kind == "h2":
            return leads[::-1]
        if block.kind in ("image", "caption") or block.is_other or not 40 <= worth(block.text) <= 1_000:
            continue
        names = (names_of(one) for one in (block.element, *islice(block.element.iterancestors(), 1)))
        if block.link_share < 0.3 and any(names_a_lead(one) for one in names):
            leads.append(block)
    return []


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
