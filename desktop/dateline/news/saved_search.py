"""A saved search: a query under a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

SearchId = NewType("SearchId", int)


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query under a name; `wants_notice`: the user is told of new articles that answer it."""

    id: SearchId
    name: str
    query: str
    wants_notice: bool = False
