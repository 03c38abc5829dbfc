"""What is handed over to others: articles with what was found in them and what the user made of them, and how.

Values only. Who reads them from a library, and in which file they end, is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from dateline.news.article import Article, Revision
from dateline.news.finding import Findings
from dateline.news.note import PlacedNote
from dateline.news.question import TimelineFilter
from dateline.news.reading_list import ListId

#: Told while a handover is written: how many articles are done, and of how many.
Tell = Callable[[int, int], object]


class GroupBy(StrEnum):
    """How articles are grouped in a document; a group's heading is its outlet, day or first headline."""

    NONE = "none"
    STORY = "story"
    OUTLET = "outlet"
    DATE = "date"


class CitationStyle(StrEnum):
    """A style of resources/citation-styles."""

    CHICAGO = "chicago"
    APA = "apa"
    MLA = "mla"
    BLUEBOOK = "bluebook"
    GB_T_7714 = "gbt7714"  # the Chinese standard


class PaperSize(StrEnum):
    """The paper of documents that have pages."""

    A4 = "a4"
    LETTER = "letter"


#: Countries where offices print on Letter (Unicode CLDR, supplemental data, paperSize).
_LETTER_COUNTRIES = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())


def usual_paper(country: str) -> PaperSize:
    """Return the paper of a country, by its two letters (ISO 3166)."""
    return PaperSize.LETTER if country.upper() in _LETTER_COUNTRIES else PaperSize.A4


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a document holds. An outlet's full text goes out only where `with_text` was ticked."""

    with_notes: bool = True
    with_quotes: bool = True
    with_figures: bool = False
    with_topics: bool = True
    with_text: bool = False
    group_by: GroupBy = GroupBy.NONE
    style: CitationStyle = CitationStyle.CHICAGO
    language: str = "en"  # of headings: en or zh
    paper: PaperSize = PaperSize.A4


@dataclass(frozen=True, slots=True)
class HandoverItem:
    """One article. `note` is what the reading list says of it, `story` its story's id."""

    article: Article
    outlet: str  # the name shown to people
    findings: Findings | None = None
    notes: tuple[PlacedNote, ...] = ()
    revisions: tuple[Revision, ...] = ()
    note: str = ""  # Markdown
    story: int | None = None


@dataclass(frozen=True, slots=True)
class Handover:
    """Articles in their order, those of a group beside each other where the options group them.

    `items` may come one by one, so that a long export stays small in memory.
    """

    title: str
    items: Iterable[HandoverItem]
    made_at: datetime
    about: str = ""  # Markdown
    topic_names: Mapping[str, str] = field(default_factory=dict)
    options: ExportOptions = field(default_factory=ExportOptions)
    n_items: int = 0  # how many will come, as far as it is known beforehand
    is_excerpt: bool = False  # a part, to look at: it does not say how many articles there are


@dataclass(frozen=True, slots=True)
class HandoverWanted:
    """Which articles are handed over, and how: those of a reading list, else those of a filter, newest first."""

    title: str
    question: TimelineFilter = field(default_factory=TimelineFilter)
    reading_list: ListId | None = None
    options: ExportOptions = field(default_factory=ExportOptions)


@dataclass(frozen=True, slots=True)
class HandoverPreview:
    """The beginning of a handover: `text` is HTML for a document, else what the file will hold."""

    n: int
    n_full: int  # articles in full text
    n_shown: int
    text: str
    is_html: bool


@dataclass(frozen=True, slots=True)
class HandedOver:
    """How many articles went out; `n_kept` notes of a vault were left as the user had changed them."""

    n: int
    n_kept: int = 0
