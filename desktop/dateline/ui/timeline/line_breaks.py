"""Where the lines of a card's text end, found from the widths of pairs of letters.

Qt lays a text out anew for every card: it looks for breaks in all scripts, and shapes again what it cuts and what it
draws. A Western text of plain letters is as wide as its pairs of neighbours (kerning knows no more), of which there are
about a thousand. Whatever is not as plain, or so near the edge that Qt would have to decide, is left to Qt; the lines
found here are those that Qt finds.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ELLIPSIS = "…"
#: Letters that stand side by side, are read from the left and never join what is before them.
_PLAIN = re.compile(r"[ -~\u00a1-\u00ac\u00ae-\u017f‘’“”–—…€]*")
#: A space at which a line may end, with what is beside it; Unicode forbids some others (before a bracket that closes).
_SPACE = re.compile(r"""[\w,.;:?!%’”'")] [\w‘“'"$—–]""")
#: What has no break inside; a hyphen, a dash or a slash may have one.
_UNBREAKABLE = re.compile(r"[\w,.;:‘’“”'&()]*")
#: In pixels: a letter may reach so far over its own width, which Qt counts at the end of a line.
_REACH = 3.0
#: A line may hang out by its last space.
_SPACE_MOST = 20.0


class PairWidths(dict[tuple[str, str], float]):
    """How far it is from the left edge of a letter to that of the next, by both; measured at the first asking."""

    def __init__(self, advance: Callable[[str], float]) -> None:
        """Take `advance`, which returns the width of a text in logical pixels."""
        super().__init__()
        self._advance = advance
        self._alone: dict[str, float] = {}

    def __missing__(self, pair: tuple[str, str]) -> float:
        """Measure a pair."""
        made = self[pair] = self._advance(pair[0] + pair[1]) - self.alone(pair[1])
        return made

    def alone(self, letter: str) -> float:
        """Return the width of a letter by itself."""
        width = self._alone.get(letter)
        if width is None:
            width = self._alone[letter] = self._advance(letter)
        return width


def plain_lines(text: str, width: float, n_lines: int, pairs: PairWidths) -> list[str] | None:
    """Return a text in at most `n_lines` lines, the last one cut with an ellipsis; None where Qt must be asked.

    `text` is one line of words with single spaces, `width` in logical pixels.
    """
    if not _PLAIN.fullmatch(text):
        return None
    # ends[i] is where letter i ends; what lies beyond all lines is not looked at.
    beyond = n_lines * (width + _SPACE_MOST)
    ends = list(takewhile(beyond.__gt__, accumulate(map(pairs.__getitem__, pairwise(text + " ")))))
    lines: list[str] = []
    start, left = 0, 0.0
    while True:
        stop = bisect_right(ends, left + width, start)
        if stop == len(text):
            if ends and ends[-1] > left + width - _REACH:
                return None
            return [*lines, text[start:]]
        if len(lines) == n_lines - 1:
            room = left + width - pairs.alone(ELLIPSIS)
            return None if room < left else [*lines, text[start : bisect_left(ends, room, start)] + ELLIPSIS]
        space = text.rfind(" ", start, stop + 1)
        if (
            space <= start
            or ends[space - 1] > left + width - _REACH
            or not _SPACE.match(text, space - 1)
            or not _UNBREAKABLE.fullmatch(text, space + 1, stop + 1)
        ):
            return None
        lines.append(text[start:space])
        start, left = space + 1, ends[space]
