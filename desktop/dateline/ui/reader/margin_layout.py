"""Where names and bars stand in the margin beside the text. Pure: numbers in, numbers out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

#: Two names closer than this would collide; the later one gives way and its bar remains.
NAME_GAP = 14.0
#: How far a bar moves out where another one already stands beside the same line.
BAR_STEP = 5.0


@dataclass(frozen=True, slots=True)
class Extent:
    """Lines of the document that something stands beside: from the first's top to the last's bottom, logical pixels."""

    number: int  # of the quote or note
    top: float
    bottom: float
    can_sink: bool = False  # its words may stand lower where others stand beside the same line


@dataclass(frozen=True, slots=True)
class Placed:
    """One bar, and its name if there is room for it. `column` counts outwards from the text."""

    number: int
    top: float
    bottom: float
    column: int
    has_name: bool
    words_top: float = 0.0
    room: float = float("inf")  # for the words, until the next ones come


def place(extents: Sequence[Extent]) -> tuple[Placed, ...]:
    """Place bars and words of quotes and notes, which come in the order of the text.

    A bar beside a line that another bar covers moves out by a column; a name closer than `NAME_GAP` to the one before
    it is left out, or sinks below where it can. At most two columns: a third bar on the same line shares the second.
    """
    placed: list[Placed] = []
    ends = [float("-inf"), float("-inf")]
    last_name = float("-inf")
    for extent in extents:
        column = 0 if extent.top >= ends[0] - 1 else 1
        ends[column] = max(ends[column], extent.bottom)
        top = max(extent.top, last_name + NAME_GAP) if extent.can_sink else extent.top
        has_name = top - last_name >= NAME_GAP
        if has_name:
            last_name = top
        placed.append(Placed(extent.number, extent.top, extent.bottom, column, has_name, top))
    # From below: whoever has words leaves those above it the room between.
    below = float("inf")
    for index in range(len(placed) - 1, -1, -1):
        one = placed[index]
        if one.has_name:
            placed[index] = replace(one, room=below - one.words_top)
            below = one.words_top
    return tuple(placed)
