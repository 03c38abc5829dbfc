"""The elements of a page that ask for a subscription or a login, known by what sites call them.

Whether an article stands beside them is `completeness.judge`'s question; nothing here decides it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from dateline.sources.element_names import names_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_BARRIER = re.compile(
    r"(?<!no-)(?:(?<=[-_ ])|^)(?:paywall|pay-wall|subscribe-wall|subscription-wall|regwall|reg-wall|registration-wall|"
    r"access-wall|article-gate|metered-content-wall|paywall-bar)(?=$|[-_ ])",
    re.IGNORECASE,
)
#: Names of barriers that name much else besides: they count where the element asks for something.
_GATE = re.compile(r"(?<!no-)(?:(?<=[-_ ])|^)(?:gateway(?:-content)?|piano|barrier|tp-modal)(?=$|[-_ ])", re.IGNORECASE)
_ASKING = re.compile(
    r"subscri|sign in|log ?in|register|free trial|become a member|continue reading|订阅|登录|会员|付费", re.IGNORECASE
)
#: Words of a barrier that are looked at, as pieces of text; and the most characters one has in all. What has more may
#: be the article itself, called so by its style sheet.
_MOST_PIECES = 200
_LONGEST = 600


def barriers_of(root: _Element) -> list[_Element]:
    """Return the elements of a page that are named as barriers."""
    found = []
    for element in root.iter("div", "section", "aside", "form", "dialog"):
        names = names_of(element)
        if names and (_names_a_barrier(names) or (_names_a_gate(names) and _ASKING.search(_words(element)))):
            found.append(element)
    return found


@lru_cache(maxsize=20_000)  # a page, and a site's next one, gives the same names to element after element
def _names_a_barrier(names: str) -> bool:
    return _BARRIER.search(names) is not None


@lru_cache(maxsize=20_000)
def _names_a_gate(names: str) -> bool:
    return _GATE.search(names) is not None


def is_only_asking(barrier: _Element) -> bool:
    """Tell whether a barrier holds nothing but its own request, so that none of its words are the article's."""
    words = _words(barrier)
    return len(words) <= _LONGEST and _ASKING.search(words) is not None


def _words(element: _Element) -> str:
    return " ".join("".join(str(words) for words in islice(element.itertext(), _MOST_PIECES)).split())
