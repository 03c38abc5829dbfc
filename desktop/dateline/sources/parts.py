"""Whether a page is one part of an article that goes on at other addresses.

Told by addresses of one family (`story.html` → `story_2.html`, `/story/2`, `story?page=2`), or by a link marked `next`
on a page that says "Page 1 of 3". A link to the next article is neither. Nothing is fetched here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from urllib.parse import SplitResult

    from lxml.etree import _Element

_ENDING = re.compile(r"(?:\.[a-z]{3,5})?/?$", re.IGNORECASE)
_SECOND_PATH = re.compile(r"(?:[_-](?:p|page)?|/(?:page[/-]?|p)?)0?2$", re.IGNORECASE)
_SECOND_QUERY = re.compile(r"(?:^|&)(?:p|pg|pn|page|page_?(?:no|num)|currentpage)=2(?=&|$)", re.IGNORECASE)
_FIRST_QUERY = re.compile(r"(?:^|&)(?:p|pg|pn|page|page_?(?:no|num)|currentpage)=1(?=&|$)", re.IGNORECASE)
_NEXT_WORDS = re.compile(r"^\W{0,3}(?:2|next(?: page)?|下一?页|下一頁|第\s?[2二]\s?页|余下全文)\W{0,3}$", re.IGNORECASE)
_COUNT = re.compile(
    r"\bpage\s(\d{1,2})\s(?:of|/)\s(\d{1,2})\b|第\s?(\d{1,2})\s?页\s?[/，,]?\s?共\s?(\d{1,2})\s?页", re.IGNORECASE
)
_LONGEST_WORDS = 12


def part_of_article(root: _Element, url: str, shown: str) -> str:
    """Return a sentence that says which part of an article the page is, or "" where it is all of it.

    `url` is the page's address, `shown` the words on it.
    """
    counted = _COUNT.search(shown)
    numbers = [int(one) for one in counted.groups() if one] if counted else []
    number, n_parts = (numbers[0], numbers[1]) if len(numbers) == 2 else (1, 0)
    is_counted = 2 <= n_parts <= 50 and 1 <= number <= n_parts
    try:
        here = urlsplit(url)
        goes_on = any(
            _is_second(here, there) or (is_marked and is_counted and number < n_parts and there.netloc == here.netloc)
            for there, is_marked in _onward(root, url)
        )
    except ValueError:
        return ""
    if not goes_on:
        return ""
    if is_counted:
        return f"This is page {number} of {n_parts}; the rest of the article stands on further pages."
    return "This is the first page of an article of several pages."


def _onward(root: _Element, url: str) -> Iterator[tuple[SplitResult, bool]]:
    """Yield the addresses that may be the next part, and whether the page itself marks them so."""
    found = _onward_links()(root)
    for link in found if isinstance(found, list) else ():
        is_marked = (link.get("rel") or "").lower() == "next"
        if is_marked or _says_next(link):
            yield urlsplit(urljoin(url, (link.get("href") or "").strip()[:2_000])), is_marked


@lru_cache(maxsize=1)
def _onward_links() -> Any:  # lxml's own type says nothing about what is found
    """Return what finds the few links of a page whose words can mean "next": a page may hold thousands."""
    from lxml.etree import XPath

    return XPath(
        "//link[@href][@rel='next'] | //a[@href][@rel='next'] | //a[@href][string-length(.) < 40]"
        "[normalize-space()='2' or contains(., '页') or contains(., '頁') or contains(., '余下全文') or "
        "contains(translate(., 'NEXT', 'next'), 'next')]"
    )


def _says_next(link: _Element) -> bool:
    words = "".join(str(part) for part in link.itertext()).strip()
    return 0 < len(words) <= _LONGEST_WORDS and _NEXT_WORDS.match(words) is not None


def _is_second(here: SplitResult, there: SplitResult) -> bool:
    """Tell whether one address is another's with a number 2 where pages are counted."""
    if there.netloc != here.netloc:
        return False
    first, second = (_ENDING.sub("", one.path) for one in (here, there))
    if first == second:
        query = _SECOND_QUERY.sub("", there.query).strip("&")
        return query != there.query and query == _FIRST_QUERY.sub("", here.query).strip("&")
    stem = _SECOND_PATH.sub("", second)
    return stem != second and there.query == here.query and len(stem) > 1 and stem == first
