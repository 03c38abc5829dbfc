"""The sources a new library starts with, from `resources/sources.toml`."""

from __future__ import annotations

import tomllib

from dateline.news.feed import Access, NewSource, SourceKind
from dateline.settings import resource


def default_sources() -> tuple[NewSource, ...]:
    """Return the sources of a new library, each with what its outlet is known to give, in the order of the file."""
    rows = tomllib.loads(resource("sources.toml").read_text(encoding="utf-8"))["source"]
    return tuple(
        NewSource(
            url=row["url"],
            title=row["title"],
            kind=SourceKind(row.get("kind", "feed")),
            outlet=row["outlet"],
            folder=row["folder"],
            home_url=row["home_url"],
            access=Access(row["access"]),
            rule=row.get("rule", ""),
        )
        for row in rows
    )
