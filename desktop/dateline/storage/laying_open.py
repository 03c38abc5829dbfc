"""What analysis said of a text, laid open as the library keeps it: packed, and in plain values ready to be written.

Pure, and done where the text was analysed: the library's one writer has the least time of all for it, and plain values
go from process to process several times as fast as the findings themselves.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.news.finding import UMBRELLA, Field, Findings, Speaker
from dateline.storage.packing import pack_json
from dateline.text.span import Span


class SpeakerLaidOpen(NamedTuple):
    """Somebody who is quoted: by what name, as which entity of the lexicon, and every name the text has for them."""

    name: str
    entity: str | None
    names: tuple[str, ...]


class QuoteLaidOpen(NamedTuple):
    """A quote of a text; `speaker` is None where nobody is named, `shown` is what the text calls them all the same."""

    start: int
    end: int
    kind: str
    speaker: SpeakerLaidOpen | None
    shown: str
    confidence: float
    words: str
    names: str  # lexicon ids named inside the quote, with a space between them


class LaidOpen(NamedTuple):
    """Findings of one text. `said` is all of them, packed; the rest is what cards, filters and the ledger need."""

    said: bytes
    lang: str
    is_on_topic: bool
    quotes: tuple[QuoteLaidOpen, ...]
    n_figures: int
    topics: tuple[tuple[str, float], ...]  # with their scores, highest first
    entities: dict[str, tuple[str, ...]]  # with the words by which the text names them
    credits: tuple[str, ...]


def lay_open(findings: Findings, title: str, text: str, *, said: bytes = b"") -> LaidOpen:
    """Return the findings of a text under a headline, laid open; `said` are those to be kept where these are corrected.

    `title` and `text` are what was analysed: the findings' spans lie in them.
    """
    from dateline.news.wire import findings_to_json

    aliases = _aliases(findings, title, text)
    return LaidOpen(
        said=said or pack_json(findings_to_json(findings, text)),
        lang=findings.lang,
        is_on_topic=findings.is_on_topic,
        quotes=tuple(
            QuoteLaidOpen(
                *quote.span,
                quote.kind.value,
                _speaker(quote.speaker, aliases),
                "" if quote.speaker is None else quote.speaker.name or quote.speaker.surface,
                quote.confidence,
                quote.text,
                " ".join(_named_in(quote.span, findings)),
            )
            for quote in findings.quotes
        ),
        n_figures=len(findings.figures),
        topics=tuple(_topics(findings).items()),
        entities={entity: tuple(words) for entity, words in aliases.items()},
        credits=tuple(dict.fromkeys(credit.outlet for credit in findings.credits)),
    )


def _speaker(speaker: Speaker | None, aliases: dict[str, dict[str, None]]) -> SpeakerLaidOpen | None:
    if speaker is None or not (speaker.entity or speaker.name):
        return None
    names = (speaker.name, speaker.entity, *aliases.get(speaker.entity or "", ()))
    return SpeakerLaidOpen(speaker.name or speaker.surface, speaker.entity, tuple(filter(None, names)))


def _topics(findings: Findings) -> dict[str, float]:
    topics = {hit.id: hit.score for hit in sorted(findings.topics, key=lambda hit: -hit.score)}
    if findings.is_on_topic:
        topics.setdefault(UMBRELLA, 1.0)
    else:
        topics.pop(UMBRELLA, None)
    return topics


def _named_in(span: Span, findings: Findings) -> dict[str, None]:
    return dict.fromkeys(
        mention.entity
        for mention in findings.mentions
        if mention.field is Field.TEXT and span.start <= mention.span.start and mention.span.end <= span.end
    )


def _aliases(findings: Findings, title: str, text: str) -> dict[str, dict[str, None]]:
    # The words by which the lexicon knew an entity in this text are names that it goes by, in either script.
    found: dict[str, dict[str, None]] = {}
    for mention in findings.mentions:
        words = mention.span.of(title if mention.field is Field.TITLE else text)
        found.setdefault(mention.entity, {})[words] = None
    return found
