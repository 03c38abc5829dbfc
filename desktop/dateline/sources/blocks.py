"""A page as a list of text blocks in reading order: what stands where, how much of it is links, what it hangs in.

One walk over the tree, no recursion, no decision about what the article is (`body.py` decides). A block is what a
reader sees as one paragraph, heading, list item or table cell; `<br>` ends a block.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Literal

from dateline.sources.element_names import names_an_aside, names_of

if TYPE_CHECKING:
    from collections.abc import Container

    from lxml.etree import XPath, _Element

Kind = Literal["p", "h2", "h3", "li", "blockquote", "td", "pre", "caption", "image"]

#: Never text, whatever stands in them.
_SKIPPED_NAMES = (
    "script style noscript template svg math iframe frame frameset object embed applet button select textarea input "
    "label canvas audio video map dialog menu head title nav datalist progress meter source track"
)
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
#: Of these, what stands in the middle of a line without ending it.
_WITHIN_LINE = frozenset(
    "script style noscript template svg math button select textarea input label map datalist progress meter".split()
)
_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rp rt ruby s samp small span "
    "strike strong sub sup time tt u var wbr amp-img meta link o:p st1:place"
)
_INLINE = frozenset(_INLINE_NAMES.split())
_KEPT_INLINE = {
    "b": "strong",
    "strong": "strong",
    "i": "em",
    "em": "em",
    "cite": "em",
    "sub": "sub",
    "sup": "sup",
    "code": "code",
}
_HEADINGS: dict[str, Kind] = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
#: Elements that hold a list, a quote or a table: what hangs in them is of that kind until another block says otherwise.
_KINDS: dict[str, Kind] = {
    **_HEADINGS,
    "p": "p",
    "li": "li",
    "dd": "li",
    "dt": "li",
    "td": "td",
    "th": "td",
    "blockquote": "blockquote",
    "pre": "pre",
    "figure": "caption",
    "figcaption": "caption",
    "caption": "caption",
}
_ASIDE_TAGS = frozenset(("aside", "footer", "address"))
_ASIDE_ROLES = frozenset(
    ("complementary", "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "tablist")
)
_HIDDEN_STYLE = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
#: Words inside a line that the eye does not see there: for screen readers, or in a card shown over a name.
_OUT_OF_SIGHT = re.compile(
    r"clip\s{0,3}:\s{0,3}rect\((?:0|1px)|clip-path\s{0,3}:\s{0,3}inset\((?:50|100)%", re.IGNORECASE
)
_FOR_SCREEN_READERS = re.compile(r"sr-only|visually-?hidden|screen-?reader", re.IGNORECASE)
_CARD = re.compile(r"tool-?tip|pop-?over|rollover|hover-?card", re.IGNORECASE)
#: A holder of a picture and its caption, where a site does not write `<figure>`.
_PICTURE = re.compile(
    r"(?:^|[-_ ])(?:photos?|images?|imgs?|pics?|pictures?|media|article-?(?:image|img|photo)|imagebox)(?=$|[-_ ])",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 300
_MOST_IN_CAPTION = 400
#: A list of links: so much of its text, at least, is in links, and no more of the page's text is in it.
_FREE_SHARE = 0.2
_FEW_WORDS = 80
_MOST_OF_PAGE = 0.5
_MAX_BLOCKS = 20_000
#: A list's item has no more paragraphs than these.
_ITEM_PARAGRAPHS = 4
_MAX_BLOCK = 1_000_000


class _Tag(str):
    """An inline tag among words."""

    __slots__ = ()


@dataclass(slots=True, eq=False)
class Block:
    """One block of the page and where it hangs."""

    kind: Kind
    text: str
    parts: tuple[str, ...]  # words and inline tags in order
    n_link: int  # characters of the text inside links
    element: _Element
    asides: tuple[int, ...] = ()  # indices into `Blocks.asides`: suspicious elements around it
    source: str = ""  # address of an image
    link: str = ""  # address of the first link in it
    weight: float = 0.0
    is_other: bool = False  # it belongs to another article

    @property
    def html(self) -> str:
        """Inline markup only, escaped. Made on demand: most blocks of a page are never shown."""
        markup = "".join(part if type(part) is _Tag else html.escape(part, quote=False) for part in self.parts)
        return " ".join(markup.split())

    @property
    def link_share(self) -> float:
        """Share of the text that is link text, 0..1."""
        return self.n_link / len(self.text) if self.text else 0.0


@dataclass(slots=True)
class Blocks:
    """The blocks of a page in reading order."""

    blocks: list[Block] = field(default_factory=list)
    asides: list[_Element] = field(default_factory=list)


def read_blocks(root: _Element, removed: Container[_Element] = (), n_shown: int = 0) -> Blocks:
    """Return the blocks under `root`, without the elements `removed`. Bounded: twenty thousand blocks.

    `n_shown` is the length of all words of the page, where it is known: lists of links beside the article, such as
    menus and related stories, are then passed over without being read.
    """
    from lxml.etree import iterwalk

    reader = _Reader(n_shown)
    walk = iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            if not reader.enter(element, is_removed=element in removed):
                walk.skip_subtree()
        elif event == "end":
            reader.leave(element)
        else:
            reader.words(element.tail)
        if len(reader.found.blocks) >= _MAX_BLOCKS:
            break
    return reader.found


class _Reader:
    """The state of one walk: which elements are open, which words wait for their block to end."""

    def __init__(self, n_shown: int) -> None:
        self.found = Blocks()
        self._n_shown = n_shown
        self._texts: list[str] = []
        self._parts: list[str] = []
        self._link = ""
        self._n_link = 0
        self._n_waiting = 0
        self._links = 0
        self._skipped: _Element | None = None
        self._open: list[_Element] = []
        self._kinds: list[tuple[_Element, Kind]] = []
        self._asides: list[tuple[_Element, int]] = []
        self._inline: list[tuple[_Element, _Tag | None]] = []

    def enter(self, element: _Element, *, is_removed: bool) -> bool:
        """Open an element; False when nothing in it is to be read."""
        tag = element.tag
        if tag == "br":
            self.flush()
            return True
        if tag in ("img", "amp-img"):
            self._picture(element)
            return True
        is_inline = tag in _INLINE
        names = names_of(element)
        if tag in _SKIPPED or is_removed or (is_inline and _is_hidden_inline(element, names)):
            if not is_inline and tag not in _WITHIN_LINE:
                self.flush()
            self._skipped = element
            return False
        if is_inline:
            self._enter_inline(element, tag)
        else:
            is_aside = _is_aside(element, tag, names)
            if is_aside and self._n_shown and not self._asides and (n_words := _n_in_links(element, self._n_shown)):
                self._pass_over(element, n_words)
                return False
            self._enter_block(element, tag, names, is_aside=is_aside)
        self.words(element.text)
        return True

    def _pass_over(self, element: _Element, n_words: int) -> None:
        """Leave one empty block for a list of links, that weighs as they would."""
        self.flush()
        self._skipped = element
        self.found.blocks.append(
            Block("p", "", (), 0, element, (len(self.found.asides),), weight=-float(n_words)),
        )
        self.found.asides.append(element)

    def _enter_block(self, element: _Element, tag: str, names: str, *, is_aside: bool) -> None:
        self.flush()
        self._open.append(element)
        kind = _KINDS.get(tag) or ("caption" if names and tag == "div" and _shows_a_picture(element, names) else None)
        if kind == "li" and _holds_paragraphs(element):
            kind = None
        if kind is not None and not (kind == "p" and self._kinds and self._kinds[-1][1] != "p"):
            self._kinds.append((element, kind))
        if is_aside:
            self._asides.append((element, len(self.found.asides)))
            self.found.asides.append(element)

    def _enter_inline(self, element: _Element, tag: str) -> None:
        opening = None
        if tag == "a":
            self._links += 1
            address = element.get("href")
            if address:
                self._link = self._link or address
                opening = _Tag(f'<a href="{html.escape(address)}">')
        elif kept := _KEPT_INLINE.get(tag):
            opening = _Tag(f"<{kept}>")
        if opening is not None:
            self._parts.append(opening)
        self._inline.append((element, opening))

    def leave(self, element: _Element) -> None:
        """Close an element and read what follows it."""
        if self._skipped is element:
            self._skipped = None
        elif self._inline and self._inline[-1][0] is element:
            opening = self._inline.pop()[1]
            if opening is not None:
                self._parts.append(_closing(opening))
            if element.tag == "a":
                self._links -= 1
        elif self._open and self._open[-1] is element:
            self.flush()
            self._open.pop()
            if self._kinds and self._kinds[-1][0] is element:
                self._kinds.pop()
            if self._asides and self._asides[-1][0] is element:
                self._asides.pop()
        self.words(element.tail)

    def words(self, text: str | None) -> None:
        """Take words into the open block."""
        if not text or self._skipped is not None or self._n_waiting > _MAX_BLOCK:
            return
        self._texts.append(text)
        self._parts.append(text)
        self._n_waiting += len(text)
        if self._links:
            self._n_link += len(text.strip())

    def flush(self) -> None:
        """End the open block."""
        if not (self._texts or self._parts or self._link):
            return  # nothing was read since the last one ended
        if self._texts and self._open:
            text = " ".join("".join(self._texts).split())
            if text:
                if self._inline:
                    self._parts.extend(_closing(tag) for _, tag in reversed(self._inline) if tag is not None)
                self.found.blocks.append(
                    Block(
                        kind=self._kinds[-1][1] if self._kinds else "p",
                        text=text,
                        parts=tuple(self._parts),
                        n_link=min(self._n_link, len(text)),
                        element=self._open[-1],
                        asides=tuple(index for _, index in self._asides) if self._asides else (),
                        link=self._link,
                    )
                )
        self._texts.clear()
        self._parts = [opening for _, opening in self._inline if opening is not None] if self._inline else []
        self._link = (
            next((one.get("href") or "" for one, _ in self._inline if one.tag == "a"), "") if self._links else ""
        )
        self._n_link = self._n_waiting = 0

    def _picture(self, element: _Element) -> None:
        source = picture_address(element)
        if source and self._open:
            self.found.blocks.append(
                Block("image", "", (), 0, self._open[-1], tuple(index for _, index in self._asides), source=source)
            )


def _holds_paragraphs(element: _Element) -> bool:
    """Tell whether a list's item is the holder of a whole text, as in layouts made of lists."""
    return sum(1 for _ in islice(element.iter("p"), _ITEM_PARAGRAPHS + 1)) > _ITEM_PARAGRAPHS


def _is_aside(element: _Element, tag: str, names: str) -> bool:
    """Tell whether an element's tag or name says that it stands beside the article, or whether it is hidden."""
    return (
        tag in _ASIDE_TAGS
        or element.get("role") in _ASIDE_ROLES
        or (names != "" and tag not in ("body", "html", "article") and names_an_aside(names))
        or element.get("hidden") is not None
        or ((style := element.get("style")) is not None and _HIDDEN_STYLE.search(style) is not None)
    )


def _n_in_links(element: _Element, n_shown: int) -> int:
    """Return how long a list of links is; 0 for what holds more, the headline, or most of the page."""
    words, links, headline = _in_links()
    n_words = len(str(words(element)))
    if n_words > _MOST_OF_PAGE * n_shown:
        return 0
    linked = links(element)
    n_free = n_words - (sum(len(str(text)) for text in linked) if isinstance(linked, list) else 0)
    return n_words if n_free <= max(_FEW_WORDS, _FREE_SHARE * n_words) and not headline(element) else 0


@lru_cache(maxsize=1)
def _in_links() -> tuple[XPath, XPath, XPath]:
    """Return what an element's words are, which of them are in links, and whether it holds a headline."""
    from lxml.etree import XPath

    return XPath("string()", smart_strings=False), XPath(".//a//text()", smart_strings=False), XPath("boolean(.//h1)")


def _is_hidden_inline(element: _Element, names: str) -> bool:
    """Tell whether words inside a line are not seen there.

    What is named after a card may be the card, or the words over which it is shown with the card inside.
    """
    if element.get("aria-hidden") == "true" or (names and _names_unseen(names)):
        return True
    style = element.get("style")
    if style and (_HIDDEN_STYLE.search(style) or _OUT_OF_SIGHT.search(style)):
        return True
    if not names or element.tag == "a" or not _names_a_card(names):
        return False
    parent = element.getparent()
    return (parent is not None and _names_a_card(names_of(parent))) or not any(
        one.tag != "a" and _names_a_card(names_of(one)) for one in islice(element.iterdescendants(), _MOST_IN_CAPTION)
    )


# A page gives the same names to element after element.
@lru_cache(maxsize=20_000)
def _names_unseen(names: str) -> bool:
    return _FOR_SCREEN_READERS.search(names) is not None


@lru_cache(maxsize=20_000)
def _names_a_card(names: str) -> bool:
    return _CARD.search(names) is not None


@lru_cache(maxsize=20_000)
def _names_a_picture(names: str) -> bool:
    return _PICTURE.search(names) is not None


def _shows_a_picture(element: _Element, names: str) -> bool:
    """Tell whether an element named after a picture holds one and no more text than a caption has."""
    if not _names_a_picture(names):
        return False
    n_words = 0
    has_picture = False
    for n_elements, one in enumerate(element.iter()):
        has_picture = has_picture or one.tag in ("img", "amp-img")
        if one.tag not in _SKIPPED:
            n_words += len((one.text or "").strip())
        if one is not element:
            n_words += len((one.tail or "").strip())
        if n_words > _LONGEST_CAPTION or n_elements > _MOST_IN_CAPTION:
            return False
    return has_picture


def picture_address(image: _Element) -> str:
    """Return the address an `<img>` shows, also when a script would have put it there; "" when there is none."""
    for name in ("data-src", "data-original", "data-lazy-src", "data-url", "src"):
        address = (image.get(name) or "").strip()
        if address and not address.startswith(("data:", "blob:")) and len(address) < 4096:
            return address
    return ""


def _closing(opening: _Tag) -> _Tag:
    return _Tag("</a>" if opening.startswith("<a") else f"</{opening[1:]}")
