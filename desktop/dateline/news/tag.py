"""The user's tags: words put on articles, nested by `/`, each with a mark of its own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from dateline.errors import InputError

LONGEST_TAG = 80
#: How many colours a tag may have; 0 is none.
N_TAG_COLOURS = 9

_SPACE = re.compile(r"\s+")
_SLASHES = re.compile(r"\s*/[\s/]*")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and how many articles it is on, those below it not counted."""

    name: str
    colour: int  # 0 none, 1..8 as the speakers' tints
    n: int = 0

    @property
    def leaf(self) -> str:
        """The name without those above it."""
        return self.name.rpartition("/")[2]

    @property
    def depth(self) -> int:
        """How many tags stand above it."""
        return self.name.count("/")


def clean_tag(name: str) -> str:
    """Return a tag's name as it is kept: `policy / chips` becomes `policy/chips`.

    Raises:
        InputError: it holds nothing, or too much.
    """
    cleaned = unicodedata.normalize("NFC", "".join(c for c in name if unicodedata.category(c)[0] != "C" or c.isspace()))
    cleaned = _SLASHES.sub("/", _SPACE.sub(" ", cleaned)).strip("/ #,，")
    if not cleaned:
        raise InputError("A tag needs a name.", "Write a word; policy/chips puts chips under policy.")
    if len(cleaned) > LONGEST_TAG:
        raise InputError(
            f"This tag is {len(cleaned)} characters long; {LONGEST_TAG} are the most.", "Choose a shorter one."
        )
    return cleaned


def tag_key(name: str) -> str:
    """Return what makes two tags the same: `Chips` and `chips` are one."""
    return name.casefold()
