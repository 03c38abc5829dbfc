"""A limit on how deep markup may nest, kept before any parser sees it.

HTML parsers take time that grows with the square of the depth, and libxml2 gives up past a few thousand levels. Fifty
thousand nested `<div>` are an attack or an accident, never an article: the tags past the limit go, the words stay.
"""

from __future__ import annotations

import re

MAX_DEPTH = 250
#: Fewer tags than this cannot nest deep enough to hurt.
_FEW_TAGS = 2_000

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,30})")
#: Elements without an end tag of their own, or which the next of their kind ends: they say nothing about depth.
_FLAT_NAMES = (
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option "
    "optgroup body html head"
)
_FLAT = frozenset((*_FLAT_NAMES.split(), *_FLAT_NAMES.upper().split()))


def limit_depth(html: str, deepest: int = MAX_DEPTH) -> str:
    """Return `html` without the tags that nest deeper than `deepest`. Linear in the length."""
    if html.count("<") < _FEW_TAGS:
        return html
    depth = 0
    dropped: list[tuple[int, int]] = []
    for tag in _TAG.finditer(html):
        closes, name = tag.groups()
        if name in _FLAT or (not name.islower() and name.lower() in _FLAT):
            continue
        if closes:
            is_deep = depth > deepest
            depth = max(0, depth - 1)
        else:
            depth += 1
            is_deep = depth > deepest
        if is_deep:
            end = html.find(">", tag.end(), tag.end() + 4096)
            dropped.append((tag.start(), end + 1 if end >= 0 else tag.end()))
    if not dropped:
        return html
    kept: list[str] = []
    position = 0
    for start, end in dropped:
        if start >= position:
            kept.append(html[position:start])
        position = max(position, end)
    kept.append(html[position:])
    return "".join(kept)
