"""What a write changed: the answer of every job of the library, and what the window follows live."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.news.article import ArticleId
from dateline.news.feed import SourceId


@dataclass(frozen=True, slots=True)
class Change:
    """The ids that a committed write touched. An empty change is a write that found nothing to do."""

    new_articles: tuple[ArticleId, ...] = ()
    changed_articles: tuple[ArticleId, ...] = ()  # text, findings or user state
    removed_articles: tuple[ArticleId, ...] = ()
    sources: tuple[SourceId, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new_articles or self.changed_articles or self.removed_articles or self.sources)
