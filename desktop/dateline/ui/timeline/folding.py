"""Stories folded in the timeline: of a story's articles that the filter lets through, the newest stands for all.

The others come out under it when the story is opened. Pure; ids only, nothing here knows cards or Qt.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping

#: Head → the other articles of its story that the filter lets through, newest first.
Folds = Mapping[int, tuple[int, ...]]


def folds_of(spine: array[int], stories: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    """Return the folds of a spine (falling ids). `stories`: (article, story) of every article that has one."""
    rising = spine[::-1]
    members: dict[int, list[int]] = {}
    for article, story in stories:
        at = bisect_left(rising, article)
        if at < len(rising) and rising[at] == article:
            members.setdefault(story, []).append(article)
    folds: dict[int, tuple[int, ...]] = {}
    for some in members.values():
        if len(some) > 1:
            some.sort(reverse=True)
            folds[some[0]] = tuple(some[1:])
    return folds


def folded(spine: array[int], folds: Folds, is_open: Iterable[int] = ()) -> array[int]:
    """Return the rows to show: without what is folded, and opened stories with their articles under the head."""
    if not folds:
        return spine
    hidden = {article for members in folds.values() for article in members}
    opened = set(is_open) & folds.keys()
    cuts = sorted(_places(spine, hidden | opened))
    shown = array("q")
    start = 0
    for cut in cuts:
        shown.extend(spine[start:cut])
        if spine[cut] in opened:
            shown.append(spine[cut])
            shown.extend(folds[spine[cut]])
        start = cut + 1
    shown.extend(spine[start:])
    return shown


def _places(spine: array[int], articles: Iterable[int]) -> list[int]:
    rising = spine[::-1]
    n = len(spine)
    return [n - 1 - bisect_left(rising, article) for article in articles]
