"""A page that the user saved and handed over: how its file is called, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.news.article import ArticleId, Completeness

#: How the files of saved pages end.
PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".mhtml", ".mht", ".webarchive")


@dataclass(frozen=True, slots=True)
class Captured:
    """The article of a captured page. `is_kept` is False where the library held the same text or a fuller one."""

    article: ArticleId
    url: str
    title: str
    completeness: Completeness
    n_characters: int
    is_kept: bool
    reason: str = ""  # a sentence: why the text is not full
