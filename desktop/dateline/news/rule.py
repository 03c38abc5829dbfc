"""Rules: what is done with a new article that answers a query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

RuleId = NewType("RuleId", int)


@dataclass(frozen=True, slots=True)
class NewRule:
    """When an article answers `query`: add tags, star it, mark it read, tell the user."""

    name: str
    query: str
    tags: tuple[str, ...] = ()
    wants_star: bool = False
    wants_read: bool = False
    wants_notice: bool = False
    is_on: bool = True


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as kept, and on how many articles it has acted."""

    id: RuleId
    said: NewRule
    n_done: int = 0
