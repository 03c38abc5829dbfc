"""How wide the panes are at a width of the window: a pure function, so that every width can be tried in a test."""

from __future__ import annotations

from typing import NamedTuple

#: Below this width of the window the inspector opens over the reader; below the other the sidebar is a rail.
INSPECTOR_FOLDS_BELOW = 1336
SIDEBAR_FOLDS_BELOW = 1110

RAIL = 48
SIDEBAR_RANGE = (180, 320)
TIMELINE_RANGE = (320, 560)
INSPECTOR_RANGE = (240, 400)
NARROW_TIMELINE = 360
READER_LEAST = 480


class Wanted(NamedTuple):
    """What the user chose: widths in logical pixels, and which panes stand open."""

    sidebar: int = 212
    timeline: int = 416
    inspector: int = 284
    has_sidebar: bool = True
    has_inspector: bool = True


class Panes(NamedTuple):
    """The widths in force. The reader has the rest. `inspector` 0: folded; `is_over`: it lies on the reader."""

    sidebar: int
    is_rail: bool
    timeline: int
    inspector: int
    is_over: bool


def arrange(width: int, wanted: Wanted, *, opens_narrow: bool = False) -> Panes:
    """Return the panes of a window `width` wide; `opens_narrow`: the folded inspector was opened over the reader."""
    is_rail = width < SIDEBAR_FOLDS_BELOW or not wanted.has_sidebar
    sidebar = RAIL if is_rail else within(wanted.sidebar, SIDEBAR_RANGE)
    is_over = width < INSPECTOR_FOLDS_BELOW
    shows_inspector = opens_narrow if is_over else wanted.has_inspector
    inspector = within(wanted.inspector, INSPECTOR_RANGE) if shows_inspector else 0
    room = width - sidebar - (0 if is_over else inspector)
    timeline = within(wanted.timeline, TIMELINE_RANGE)
    if width < SIDEBAR_FOLDS_BELOW:
        timeline = min(timeline, NARROW_TIMELINE)
    # The reader's lines come first: the timeline gives way down to its narrowest.
    timeline = max(TIMELINE_RANGE[0], min(timeline, room - READER_LEAST))
    return Panes(sidebar, is_rail, timeline, inspector, is_over)


def within(value: int, bounds: tuple[int, int]) -> int:
    """Return the value moved between its bounds."""
    return min(bounds[1], max(bounds[0], value))
