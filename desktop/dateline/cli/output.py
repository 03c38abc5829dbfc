"""How answers are written: JSON Lines, or lines for a person. Progress and messages go to stderr."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any


def write_json(answer: Mapping[str, Any]) -> None:
    """Write one JSON object as one line on stdout, at once."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=False, separators=(", ", ": ")) + "\n")
    sys.stdout.flush()


def say(sentence: str, *, quiet: bool = False) -> None:
    """Tell the user something that is not an answer."""
    if not quiet:
        sys.stdout.flush()  # where both streams go to one place, what was written first stands first
        print(sentence, file=sys.stderr, flush=True)


def iso(moment: datetime | None) -> str | None:
    """Return a time as ISO 8601 with zone, or None."""
    return moment.isoformat() if moment is not None else None


def today() -> date:
    """Return today's date in this machine's zone."""
    return datetime.now().astimezone().date()


def clock(moment: datetime) -> str:
    """Return a time as a person reads it, in this machine's zone: `9 Nov 2025, 22:00`."""
    local = moment.astimezone()
    return f"{local.day} {local:%b %Y, %H:%M}"


def width_of(text: str) -> int:
    """Return how many columns a terminal gives the text; Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 0 if unicodedata.combining(c) else 1 for c in text)


def cut(text: str, columns: int) -> str:
    """Return the text on one line, cut with an ellipsis to the given number of columns."""
    line = "".join(c for c in " ".join(text.split()) if unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    if width_of(line) <= columns:
        return line
    kept, used = [], 1
    for character in line:
        used += width_of(character)
        if used > columns:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def pad(text: str, columns: int) -> str:
    """Return the text cut or filled up to exactly so many columns."""
    line = cut(text, columns)
    return line + " " * (columns - width_of(line))
