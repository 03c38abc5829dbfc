"""Whether a page is one part of an article that goes on at other addresses, and where the next part stands.

Told by addresses of one family (`story.html` → `story_2.html`, `/story/2`, `story?page=2`), or by a link marked `next`
on a page that says "Page 1 of 3". A link to the next article is neither. Nothing is fetched here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin, urlsplit, urlunsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from urllib.parse import SplitResult

    from lxml.etree import _Element

_ENDING = re.compile(r"(?:\.[a-z]{3,5})?/?$", re.IGNORECASE)
#: It begins with a class of letters, so that the scan for it is fast.
_COUNT = re.compile(
    r"[pP第](?:(?<!\w[pP])(?<=[pP])(?i:age\s(\d{1,2})\s(?:of|/)\s(\d{1,2})\b)"
    r"|(?<=第)\s?(\d{1,2})\s?页\s?[/，,]?\s?共\s?(\d{1,2})\s?页)"
)
_LONGEST_WORDS = 12


class Part(NamedTuple):
    """A part of an article: a sentence that says which, and the address of the next ("" where that is not sure)."""

    said: str
    next_url: str


def part_of_article(root: _Element, url: str, shown: str, number: int = 1) -> Part | None:
    """Return which part of an article the page is, None where the article ends on it.

    `url` is the page's address, `shown` the words on it, `number` the part it is taken for: from the second on it was
    reached from the first.
    """
    counted = _COUNT.search(shown)
    numbers = [int(one) for one in counted.groups() if one] if counted else []
    said, n_parts = (numbers[0], numbers[1]) if len(numbers) == 2 else (number, 0)
    is_counted = 2 <= n_parts <= 50 and 1 <= said <= n_parts
    try:
        here = urlsplit(url)
        onward = next(
            (
                there
                for there, is_marked in _onward(root, url, said if is_counted else number)
                if _follows(here, there, said if is_counted else number)
                or (is_marked and is_counted and said < n_parts and there.netloc == here.netloc)
            ),
            None,
        )
    except ValueError:
        return None
    if onward is None:
        return None
    # The parts before one that was not reached from them are missing: what follows it alone makes no article.
    next_url = urlunsplit(onward._replace(fragment="")) if not is_counted or said == number else ""
    if is_counted:
        return Part(f"This is page {said} of {n_parts}; the rest of the article stands on further pages.", next_url)
    which = "the first page" if number == 1 else f"page {number}"
    return Part(f"This is {which} of an article of several pages.", next_url)


def _onward(root: _Element, url: str, number: int) -> Iterator[tuple[SplitResult, bool]]:
    """Yield the addresses that may be the part after the `number`-th, and whether the page itself marks them so."""
    found = _onward_links()(root, number=str(number + 1))
    for link in found if isinstance(found, list) else ():
        is_marked = (link.get("rel") or "").lower() == "next"
        if is_marked or _says_next(link, number):
            yield urlsplit(urljoin(url, (link.get("href") or "").strip()[:2_000])), is_marked


@lru_cache(maxsize=1)
def _onward_links() -> Any:  # lxml's own type says nothing about what is found
    """Return what finds the few links of a page whose words can mean "next": a page may hold thousands."""
    from lxml.etree import XPath

    return XPath(
        "descendant::link[@href][@rel='next'] | descendant::a[@href][@rel='next' or (string-length(.) < 40 and "
        "(normalize-space()=$number or contains(., '页') or contains(., '頁') or contains(., '余下全文') or "
        "contains(translate(., 'NEXT', 'next'), 'next')))]"
    )


def _says_next(link: _Element, number: int) -> bool:
    words = "".join(str(part) for part in link.itertext()).strip()
    return 0 < len(words) <= _LONGEST_WORDS and _forms(number + 1).words.match(words) is not None


class _Forms(NamedTuple):
    """How addresses and links write that a page is of some number."""

    path: re.Pattern[str]
    query: re.Pattern[str]
    words: re.Pattern[str]


@lru_cache(maxsize=64)
def _forms(number: int) -> _Forms:
    han = "一二三四五六七八九十"[number - 1] if number <= 10 else ""
    return _Forms(
        re.compile(rf"(?:[_-](?:p|page)?|/(?:page[/-]?|p)?)0?{number}$", re.IGNORECASE),
        re.compile(rf"(?:^|&)(?:p|pg|pn|page|page_?(?:no|num)|currentpage)={number}(?=&|$)", re.IGNORECASE),
        re.compile(
            rf"^\W{{0,3}}(?:{number}|next(?: page)?|下一?页|下一頁|第\s?(?:{number}|{han or number})\s?页|余下全文)"
            r"\W{0,3}$",
            re.IGNORECASE,
        ),
    )


def _follows(here: SplitResult, there: SplitResult, number: int) -> bool:
    """Tell whether one address is that of the part after another's, the `number`-th, where addresses count pages."""
    if there.netloc != here.netloc:
        return False
    own, following = _forms(number), _forms(number + 1)
    first, second = (_ENDING.sub("", one.path) for one in (here, there))
    if first == second:
        query = following.query.sub("", there.query).strip("&")
        return query != there.query and query == own.query.sub("", here.query).strip("&")
    stem = following.path.sub("", second)
    own_stem = own.path.sub("", first) if number > 1 else first
    return stem != second and there.query == here.query and len(stem) > 1 and stem == own_stem
