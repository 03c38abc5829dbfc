"""Positions in a text: code points (Dateline) ⇄ UTF-16 units (Qt). Exact for every character, astral ones included."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class OffsetMap:
    """Converts positions of one text; both directions cost O(log astral characters), nothing where there are none."""

    def __init__(self, text: str) -> None:
        self._points = [match.start() for match in _ASTRAL.finditer(text)] if not text.isascii() else []
        self._units = [point + before for before, point in enumerate(self._points)]
        self.n_points = len(text)
        self.n_units = len(text) + len(self._points)

    def to_units(self, point: int) -> int:
        """Return the UTF-16 position of a code point position."""
        return point + bisect_left(self._points, point) if self._points else point

    def to_point(self, unit: int) -> int:
        """Return the code point position of a UTF-16 position; inside a surrogate pair, that of the character."""
        before = bisect_left(self._units, unit)
        if before and unit == self._units[before - 1] + 1:
            return self._points[before - 1]
        return unit - before
