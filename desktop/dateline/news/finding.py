"""What analysis states about a text, each with the span that proves it. Positions are code points, half-open.

Unknown is stated as unknown: a missing speaker, name or date is None, never a guess without its confidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dateline.news.topics import TOPICS as TOPICS
from dateline.news.topics import UMBRELLA as UMBRELLA
from dateline.text.span import Span


class Field(StrEnum):
    """Which part of a document a span lies in."""

    TITLE = "title"
    TEXT = "text"


class QuoteKind(StrEnum):
    """Direct: whole words in marks. Mixed: a fragment in marks inside a reporting sentence. Reported: no marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    REPORTED = "reported"


class SourceMarkKind(StrEnum):
    """A source that is not an outlet."""

    ANONYMOUS = "anonymous"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Document:
    """A text to be analysed."""

    id: str
    title: str
    text: str
    outlet: str | None = None
    lang: str | None = None  # None: to be found out
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that speak for a topic."""

    field: Field
    span: Span
    term: str  # the lexicon's term or entity id


@dataclass(frozen=True, slots=True)
class TopicHit:
    """A topic, how surely (0..1) and why."""

    id: str
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A lexicon entity named in the text (or in the title)."""

    entity: str  # lexicon id
    span: Span
    field: Field = Field.TEXT


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: the words in the text (a pronoun too) and whom they mean."""

    surface: str
    span: Span
    name: str | None = None  # full name, where it can be told
    entity: str | None = None  # lexicon id, where it is in the lexicon


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words: `span` lies in the text, quotation marks excluded."""

    span: Span
    text: str
    kind: QuoteKind
    cue: Span | None
    speaker: Speaker | None
    confidence: float  # 0..1


@dataclass(frozen=True, slots=True)
class Credit:
    """Another outlet named as the source of a statement or report."""

    outlet: str  # outlet's name as in the lexicon, or the words of the text
    span: Span
    date: date | None = None


@dataclass(frozen=True, slots=True)
class SourceMark:
    """An anonymous source or a policy document that the text leans on."""

    span: Span
    kind: SourceMarkKind


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, of what and when, as far as the text says."""

    span: Span
    value: float
    unit: str | None = None
    of: str | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything analysis states about one document."""

    id: str
    lang: str
    is_on_topic: bool
    topics: tuple[TopicHit, ...] = ()
    quotes: tuple[Quote, ...] = ()
    mentions: tuple[Mention, ...] = ()
    credits: tuple[Credit, ...] = ()
    source_marks: tuple[SourceMark, ...] = ()
    figures: tuple[Figure, ...] = ()
