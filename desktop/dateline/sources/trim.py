"""What goes from the blocks of an article that are not its text: headline, bylines, calls to subscribe, lists of links.

Works on the order and the wording of lines; where the article stands is `body.py`'s question.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.sources.promos import has_day, is_bare_day, is_bare_stamp, is_byline, is_promo, is_tail_heading
from dateline.sources.signatures import signing_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from dateline.sources.blocks import Block

_NOT_WORD = re.compile(r"[\W_]+")
_SENTENCE_END = re.compile(r"[.!?。！？…;；:：।؟।۔][\"'”’»」』)）\]]{0,3}$")

#: How far down a page its headline is looked for, in blocks; and what stands between it and the site's name.
_HEADLINE_REACH = 120
_BEFORE_SITE = "-_|–—·»"

_LONGEST_END = 5
_PROSE = 60.0
_MOST_AFTER_END = 3.0
_STAMP_REACH = 4
_LONGEST_SCRAP = 60
_LONG_KEY = 60
_LONGEST_LABEL = 150
_TAKEN_BY = re.compile(r"(?:[\u4e00-\u9fff]\s?(?:摄|供图|图)|资料图片?|视频截图|视觉中国(?:\s资料)?)[)）]?$")
_BETWEEN_NAMES = re.compile(r"\s(?:and|&|with)\s|[,;、，和]")
_SHORTEST_NAME = 5
_LONGEST_BIOGRAPHY = 900.0
_MOST_OF_BIOGRAPHY = 0.25
_WHO_IS = re.compile(r"\s(?:is|was|covers|writes|reports|works|leads|edits|has (?:been|covered|written))\b")


@lru_cache(maxsize=1_024)  # each block of a page is asked for several times
def key_of(text: str) -> str:
    """Return `text` as compared: letters and digits only, lower case."""
    return _NOT_WORD.sub("", text).lower()


def ends_a_sentence(text: str) -> bool:
    """Tell whether a line ends as sentences do, in any of the scripts that pages come in."""
    return _SENTENCE_END.search(text[-_LONGEST_END:]) is not None


def trim(blocks: Sequence[Block], headings: Iterable[str], authors: Sequence[str] = ()) -> list[Block]:
    """Leave out the headline, bylines, calls to subscribe, lists of links, orphaned headings and repeated words.

    What is said of the `authors` after the article goes too. A line that labels a picture becomes its caption.
    """
    titles = {key for heading in headings if len(key := key_of(heading)) >= 4}
    names = {key for author in authors if len(key := key_of(author)) >= 2}
    kept: list[Block] = []
    has_prose = False
    link_lists = _link_lists(blocks)
    _label_pictures(blocks)
    seen = {key for block in blocks if block.kind == "caption" and len(key := key_of(block.text)) > _LONG_KEY}
    for block in blocks:
        if block.kind in ("image", "caption"):
            kept.append(block)
            continue
        key = key_of(block.text)
        if not key and block.kind != "pre":
            continue
        if key in titles and (not has_prose or block.kind in ("h2", "h3")):
            continue
        if block.kind in ("h2", "h3") and has_prose and is_tail_heading(block.text):
            kept.append(block)  # it tells where the article ends
            continue
        if is_promo(block.text, block.link_share) or is_bare_stamp(block.text) or signing_line(block.text):
            continue
        is_stamp = (not has_prose and is_byline(block.text)) or (
            len(kept) < _STAMP_REACH and (is_bare_day(block.text) or has_day(block.text, with_clock=True))
        )
        if is_stamp and not (kept and _is_in_row_of(block, kept[-1])):
            continue
        if block.element in link_lists or _is_bare_link(block):
            continue
        if (not has_prose or len(kept) < _STAMP_REACH) and _names_only(block.text, names):
            continue
        if len(key) > _LONG_KEY:
            if key in seen:
                continue
            seen.add(key)
        if block.weight > 30 and block.kind not in ("h2", "h3"):
            has_prose = True
        kept.append(block)
    return _without_orphans(_without_ends(_without_biographies(kept, authors)))


def shown_headline(blocks: Sequence[Block], title: str) -> str:
    """Return the headline as it stands on the page, where the page's title goes on with the site's name; else ""."""
    for block in blocks[:_HEADLINE_REACH]:
        rest = title[len(block.text) :].lstrip()
        if (
            block.n_link == 0
            and 2 * len(block.text) >= len(title)
            and rest[:1] in _BEFORE_SITE
            and title.startswith(block.text)
        ):
            return block.text if rest else ""
    return ""


def _label_pictures(blocks: Sequence[Block]) -> None:
    """Make captions of short lines that stand with a picture in one box and are neither sentence nor paragraph.

    A Chinese line below a picture that ends by naming who took it is its caption in any case.
    """
    box: set[_Element] = set()
    for block in blocks:
        if block.kind == "image":
            parent = block.element.getparent()
            box = {block.element} if parent is None else {block.element, parent}
        elif (
            block.kind == "p"
            and block.element.tag in ("div", "span")
            and 0 < len(block.text) <= _LONGEST_LABEL
            and not ends_a_sentence(block.text)
            and block.element.getparent() in box
        ):
            block.kind = "caption"
        elif box and block.kind == "p" and len(block.text) <= _LONGEST_LABEL and _TAKEN_BY.search(block.text):
            block.kind = "caption"
            box = set()
        else:
            box = set()


def _names_only(text: str, names: set[str]) -> bool:
    """Tell whether a line is nothing but names of authors, with “by” before and “and” between them."""
    if key_of(text).removeprefix("by") in names:
        return True
    parts = [key_of(part) for part in _BETWEEN_NAMES.split(text)] if len(text) < _LONGEST_LABEL else []
    return len(parts) > 1 and all(part.removeprefix("by") in names for part in parts)


def _is_in_row_of(block: Block, before: Block) -> bool:
    """Tell whether a block is a cell of the table's row that the one before it stands in."""
    row = block.element.getparent()
    return block.kind == before.kind == "td" and row is not None and before.element.getparent() is row


def _without_biographies(blocks: list[Block], authors: Sequence[str]) -> list[Block]:
    """Leave out what is said of the authors after the article's last words: their names as headings, who they are."""
    total = sum(block.weight for block in blocks if block.weight > 0)
    after = 0.0
    end = len(blocks)
    for place in range(len(blocks) - 1, 0, -1):
        block = blocks[place]
        if any(_is_about(block.text, author) for author in authors):
            end = place
        after += max(block.weight, 0.0)
        if after > min(_LONGEST_BIOGRAPHY, _MOST_OF_BIOGRAPHY * total):
            break
    return blocks[:end]


def _is_about(text: str, author: str) -> bool:
    """Tell whether a line is an author's name, or begins a sentence on who that is."""
    if len(author) < _SHORTEST_NAME or not text.startswith(author):
        return False
    return len(text) == len(author) or _WHO_IS.match(text, len(author)) is not None


def _without_ends(blocks: list[Block]) -> list[Block]:
    """Leave out short lines before the first and after the last prose: crumbs, places and dates, tools, tags."""
    prose = [place for place, block in enumerate(blocks) if block.weight > _PROSE and block.kind not in ("h2", "h3")]
    if not prose:
        return blocks
    first, last = prose[0], prose[-1]
    holders = {blocks[place].element for place in prose}
    return [
        block
        for place, block in enumerate(blocks)
        if first <= place <= last
        or block.kind in ("h2", "h3", "image", "caption", "pre")
        or block.element in holders
        or not (_is_scrap(block) or (place > last and _heads_nothing(block)))
    ]


def _is_scrap(block: Block) -> bool:
    """Tell whether a line is short, says nothing and is not written as a paragraph or as a list without links."""
    if block.weight >= 0 or len(block.text) >= _LONGEST_SCRAP or ends_a_sentence(block.text):
        return False
    return block.n_link > 0 or block.element.tag not in ("p", "li", "td", "th", "dd", "dt")


def _heads_nothing(block: Block) -> bool:
    """Tell whether a line below the article is a number or a title of what is not there, such as a tab's."""
    return block.text.isdecimal() or is_tail_heading(block.text)


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
    """Tell whether a paragraph is nothing but a link to another article.

    What ends as a sentence may be the article's own words, unless a link holds it as a box: that is a card.
    """
    if block.link_share <= 0.9 or len(block.text) <= 20:
        return False
    return not ends_a_sentence(block.text) or next(block.element.iterancestors("a"), None) is not None


def _without_orphans(blocks: list[Block]) -> list[Block]:
    """Leave out headings under which nothing stands, and what follows a heading such as "More stories".

    Where that heading stands in a box of its own, and the article goes on outside, only the box goes.
    """
    index = 1
    while index < len(blocks):
        block = blocks[index]
        if block.kind in ("h2", "h3", "p") and is_tail_heading(block.text):
            box = block.element.getparent()
            inside = [any(box is holder for holder in one.element.iterancestors()) for one in blocks[index:]]
            n_inside = inside.index(False) if False in inside else len(inside)
            rest = sum(one.weight for one in blocks[index:] if one.weight > 0)
            before = sum(one.weight for one in blocks[:index] if one.weight > 0)
            goes_on = any(one.weight > _PROSE for one in blocks[index + n_inside :])
            if goes_on:
                del blocks[index : index + n_inside]
                continue
            if rest < _MOST_AFTER_END * before:
                del blocks[index:]
        index += 1
    kept: list[Block] = []
    for block in reversed(blocks):
        if block.kind in ("h2", "h3") and (not kept or (kept[-1].kind == "h2" and block.kind == "h3")):
            continue
        kept.append(block)
    kept.reverse()
    return kept
