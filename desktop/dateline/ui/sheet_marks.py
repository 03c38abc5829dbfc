"""The small marks that a style sheet takes from files alone: ticks, arrows. Drawn once a colour, in the cache folder.

Where the folder cannot be written the sheet goes without them: a box that is ticked is then told by its ground alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from dateline.settings import cache_folder, resource

#: Name in the sheet → icon, and the colour it takes.
_MARKS = {
    "mark_check": ("check", "on_accent"),
    "mark_down": ("chevron-down", "text_secondary"),
    "mark_up": ("chevron-up", "text_secondary"),
}


def mark_files(colours: Mapping[str, str]) -> dict[str, str]:
    """Return name → address of each mark as the style sheet writes it, `none` where there is none.

    `colours` are the named colours of the theme as `#rrggbb`.
    """
    folder = cache_folder() / "marks"
    made = {}
    for name, (icon, ink) in _MARKS.items():
        colour = colours[ink]
        path = folder / f"{icon}-{colour.removeprefix('#')}.svg"
        try:
            if not path.exists():
                folder.mkdir(parents=True, exist_ok=True)
                drawn = resource(f"icons/{icon}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
                path.write_text(drawn, encoding="utf-8")
            made[name] = f'url("{path.as_posix()}")'
        except OSError:
            made[name] = "none"
    return made
