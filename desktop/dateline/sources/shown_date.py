"""The day that a page shows under its headline, where nothing in its markup says when it was published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.sources.page_dates import read_time
from dateline.sources.sanitise import tidy

if TYPE_CHECKING:
    from datetime import datetime

    from lxml.etree import _Element

_DATE_NAME = re.compile(
    r"(?:^|[-_ ])(?:date|timestamp|(?:release|publish(?:ed)?|publication|pub|post(?:ed)?|entry|article|story)-?"
    r"(?:date|time|on))(?:$|[-_ ])",
    re.IGNORECASE,
)
#: So many elements after the headline are looked at; a line that is longer says more than a date.
_REACH = 120
_LONGEST = 120


def date_under_headline(root: _Element, *, is_chinese: bool) -> datetime | None:
    """Return the day that an element under the headline shows which is named after one."""
    n_after = 0
    for element in root.iter("h1", "a", "span", "p", "div"):
        if element.tag == "h1":
            n_after = 1
        elif n_after:
            n_after += 1
            if n_after > _REACH:
                break
            if _DATE_NAME.search(f"{element.get('class') or ''} {element.get('data-testid') or ''}"):
                words = tidy(" ".join(" ".join(str(part) for part in element.itertext())[:2_000].split()))
                if len(words) <= _LONGEST and (moment := read_time(words, is_chinese=is_chinese)):
                    return moment
    return None
