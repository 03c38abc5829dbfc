"""A page's text as a tree, safely: bounded depth and size, no network, no entities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.sources.depth import limit_depth

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_PAGE = 6_000_000
_TITLE = re.compile(r"<title(?:\s[^>]{0,200})?>([^<]{0,500})", re.IGNORECASE)
_TITLE_END = re.compile(r"</title", re.IGNORECASE)
_LONGEST_TITLE = 3_000
#: libxml2 drops what stands between an odd pair of these; none of them holds an article.
_DECLARATION = re.compile(r"^\s{0,99}<\?xml[^>]{0,200}>", re.IGNORECASE)


def parse_page(text: str) -> _Element | None:
    """Return the root element of a page, or None where there is no markup at all. Never raises for bad input."""
    from lxml import etree

    text = _with_title_closed(_DECLARATION.sub("", limit_depth(text[:_MAX_PAGE])))
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root if root is not None and isinstance(root.tag, str) else None


def _with_title_closed(text: str) -> str:
    """End a title that the page forgot to end: to a parser, all that follows would be the title's words."""
    title = _TITLE.search(text, 0, 200_000)
    if title is None or _TITLE_END.search(text, title.end(), title.end() + _LONGEST_TITLE):
        return text
    return f"{text[: title.end()]}</title>{text[title.end() :]}"
