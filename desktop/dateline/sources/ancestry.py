"""What elements of a page stand in: sums carried up to the root, and whether one stands inside another.

Each element is climbed from once, however many blocks hang in it. Nothing here knows what the sums are of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element


def deepest_first(elements: Iterable[_Element]) -> list[tuple[_Element, _Element | None]]:
    """Return the elements and all that they stand in, once each, with its parent: no parent before its children."""
    depths: dict[_Element, int] = {}
    parents: dict[_Element, _Element | None] = {}
    for element in elements:
        path: list[_Element] = []
        above: _Element | None = element
        while above is not None and above not in depths:
            path.append(above)
            above = above.getparent()
        depth = depths[above] if above is not None else 0
        for one in reversed(path):
            depth += 1
            depths[one] = depth
            parents[one] = above
            above = one
    return [(one, parents[one]) for one in sorted(depths, key=depths.__getitem__, reverse=True)]


class Ancestry:
    """Answers "does this element stand inside one of these?" once an element."""

    def __init__(self, holders: Iterable[_Element]) -> None:
        self._known: dict[_Element, bool] = dict.fromkeys(holders, True)

    def holds(self, element: _Element) -> bool:
        """Tell whether the element is one of the holders or stands inside one."""
        path: list[_Element] = []
        current: _Element | None = element
        answer = False
        while current is not None:
            if current in self._known:
                answer = self._known[current]
                break
            path.append(current)
            current = current.getparent()
        for one in path:
            self._known[one] = answer
        return answer
