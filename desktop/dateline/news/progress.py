"""What long work tells while it runs. A refresh: one event a source, one an article, a summary at the end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.news.article import ArticleId, Completeness
from dateline.news.feed import SourceId


class Outcome(StrEnum):
    """How a source's turn ended."""

    UPDATED = "updated"
    UNCHANGED = "unchanged"
    FAILED = "failed"
    SKIPPED = "skipped"  # not due yet, or paused


@dataclass(frozen=True, slots=True)
class RefreshStarted:
    """A refresh began."""

    n_sources: int


@dataclass(frozen=True, slots=True)
class SourceRead:
    """A source's turn ended."""

    source: SourceId
    url: str
    title: str
    outcome: Outcome
    n_new: int = 0
    n_changed: int = 0
    error: str | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleRead:
    """An article's page was read and analysed, and the result is kept."""

    id: ArticleId
    url: str
    completeness: Completeness
    is_on_topic: bool
    n_quotes: int
    n_done: int = 0  # pages done in this refresh
    n_pages: int = 0  # pages known to be due in this refresh, may grow


@dataclass(frozen=True, slots=True)
class RefreshDone:
    """A refresh ended."""

    n_sources: int
    n_failed: int
    n_new: int
    n_changed: int
    seconds: float
    was_stopped: bool = False
    trouble: str = ""  # what ended it early: a full disk, a library that can only be read


@dataclass(frozen=True, slots=True)
class FilingAnew:
    """How far the library is read again after a change of the lexicon; the last event `is_over`."""

    n_done: int
    n_all: int
    is_over: bool = False
    was_stopped: bool = False
    trouble: str = ""  # what ended it early, such as a full disk


RefreshEvent = RefreshStarted | SourceRead | ArticleRead | RefreshDone
