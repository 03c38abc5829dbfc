"""How long articles that nobody kept stay, and what would leave. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Leaving:
    """What would leave the library if articles stayed for so many months.

    `n_older` articles are older than that; `n` of them nobody kept, and they would go; `n_bytes` is about what they
    take.
    """

    months: int
    before: datetime
    n_older: int
    n: int
    n_bytes: int

    @property
    def n_kept(self) -> int:
        """Return how many older ones stay because somebody kept them."""
        return self.n_older - self.n


@dataclass(frozen=True, slots=True)
class Archive:
    """How much the library holds; sizes in bytes. `months` is how long unkept articles stay, None for ever."""

    n_articles: int
    n_bytes: int
    n_bytes_free: int  # inside the file, given back by compacting
    months: int | None
