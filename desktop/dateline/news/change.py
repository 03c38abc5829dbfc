"""What a write changed: the answer of every job of the library, and what the window follows live."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dateline.news.article import ArticleId
    from dateline.news.feed import SourceId


class Notice(NamedTuple):
    """An article that the user asked to be told of, and the rule that asks it."""

    article: ArticleId
    rule: str
    title: str


class Change(NamedTuple):
    """The ids that a committed write touched. An empty change is a write that found nothing to do."""

    new_articles: tuple[ArticleId, ...] = ()
    changed_articles: tuple[ArticleId, ...] = ()  # text, findings or user state
    removed_articles: tuple[ArticleId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    has_user_data: bool = False  # tags, reading lists, rules, corrections, saved searches or the lexicon
    notices: tuple[Notice, ...] = ()
    undo: int | None = None  # with what number `storage.undo` takes it back

    def __bool__(self) -> bool:
        ids = self.new_articles or self.changed_articles or self.removed_articles or self.sources
        return bool(ids) or self.has_user_data
