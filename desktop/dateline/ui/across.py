"""What other articles have of the one on show, read in one go: its story, and the versions of each of its quotes.

The reader comes with the start of the window: what judges two quotes is loaded with the first article, by its reader's
thread.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication

from dateline.comparison.firsts import firsts
from dateline.news.article import ArticleId
from dateline.news.coverage import Firsts, QuoteInPrint, SameWords, StoryId
from dateline.news.library_view import QuoteVersion, StoryMember
from dateline.text.script import has_han

_translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Across:
    """What is known across articles of one article. Versions by the start of the quote, its own among them."""

    article: ArticleId
    versions: Mapping[int, Sequence[QuoteVersion]] = field(default_factory=dict)
    story: StoryId | None = None
    members: Sequence[StoryMember] = ()
    same_text: frozenset[ArticleId] = frozenset()  # other articles that have its text
    credited: Mapping[ArticleId, frozenset[str]] = field(default_factory=dict)  # article → ids of outlets it credits

    def firsts_of(self, start: int) -> Firsts:
        """Return who had a quote first."""
        return firsts(self.versions.get(start, ()), self.credited)

    @property
    def story_firsts(self) -> Firsts:
        """Who had the story first."""
        return firsts(self.members, self.credited)


def read_across(connection: Any, article: ArticleId) -> Across:
    """Read what other articles have of this one. A read job."""
    import dateline.comparison.statements  # noqa: F401 - `how_same` asks for it next, where nothing may wait
    from dateline.storage import copies, statements, stories

    versions = statements.versions_in(connection, article)
    story = stories.story_of(connection, article)
    members = stories.story_members(connection, story) if story is not None else []
    articles = {one.article for some in versions.values() for one in some} | {one.article for one in members}
    credited = read_credited(connection, sorted(articles))
    return Across(article, versions, story, members, frozenset(copies.same_text(connection, article)), credited)


def read_credited(connection: Any, articles: Sequence[ArticleId]) -> dict[ArticleId, frozenset[str]]:
    """Return the ids of the outlets that articles credit. A read job."""
    from dateline.sources.outlets import outlets
    from dateline.storage import stories

    by_name = {outlet.name: outlet.id for outlet in outlets().values()}
    credited = stories.credits_of(connection, articles)
    return {article: frozenset(by_name.get(name, name) for name in names) for article, names in credited.items()}


def how_same(one: QuoteVersion, other: QuoteVersion) -> SameWords:
    """Return how another version of a statement is the same as one; two languages are never more than possible."""
    from dateline.comparison.statements import same_words

    if has_han(one.words) != has_han(other.words):
        return SameWords.POSSIBLE
    return same_words(_printed(one), _printed(other)) or SameWords.TRIMMED


def same_mark(how: SameWords, words: str) -> str:
    """Return the mark of a version: nothing for the same words, `trimmed`, or `possible, in Chinese`."""
    if how is SameWords.EXACT:
        return ""
    if how is SameWords.TRIMMED:
        return _translate("Across", "trimmed")
    if has_han(words):
        return _translate("Across", "possible, in Chinese")
    return _translate("Across", "possible, in English")


def _printed(version: QuoteVersion) -> QuoteInPrint:
    return QuoteInPrint(version.article, version.start, version.words, version.lang, 0, version.speaker, version.entity)
