"""What is compared across articles: a quote in print, an article as a story sees it, and who had something first."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, NewType

from dateline.news.article import ArticleId

#: Names a statement: the article and place of the quote that opened it, in one number that JavaScript can hold too.
StatementId = NewType("StatementId", int)
#: Names a story: the id of the article that opened it.
StoryId = NewType("StoryId", int)


class SameWords(StrEnum):
    """How two quotes are the same statement. POSSIBLE is a translation: no more than that is ever claimed of one."""

    EXACT = "exact"
    TRIMMED = "trimmed"
    POSSIBLE = "possible"


class QuoteInPrint(NamedTuple):
    """A quote as it is compared with those of other articles."""

    article: ArticleId
    start: int  # code points of the article's text
    words: str
    lang: str
    minute: int = 0  # of publication, else of the first sight of it; since 1970
    speaker: str = ""  # the resolved name, else the words of the text
    entity: str | None = None
    names: frozenset[str] = frozenset()  # lexicon ids named inside the quote


class Feature(NamedTuple):
    """Something an article is about, as a number that is the same in every language, and what it weighs."""

    key: int
    weight: float


class ClockReading(NamedTuple):
    """Who was first by one clock: the article, its outlet and the moment; None where nobody can be told."""

    article: ArticleId
    outlet: str
    at: datetime | None


class Firsts(NamedTuple):
    """Who had it first: by the time of publication, by when Dateline saw it, and by whom the others credit."""

    published: ClockReading | None
    first_seen: ClockReading | None
    credited: ClockReading | None
    n_credits: int = 0  # articles that credit that outlet
    n_others: int = 0  # articles of other outlets, which could


def statement_id(article: ArticleId, start: int) -> StatementId:
    """Return the number of the statement that a quote opens; the same quote gives the same number for ever."""
    return StatementId(article << 20 | min(start, (1 << 20) - 1))
