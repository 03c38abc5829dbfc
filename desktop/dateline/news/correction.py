"""What a reader says that analysis got wrong: a topic of an article, who said a quotation, who is one and the same.

A correction outlives the findings it was made on: it names a quotation by its words and where they stood, so that it
holds when the article's text changes or is analysed anew. Nothing here knows how corrections are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import NewType

from dateline.news.article import ArticleId
from dateline.news.finding import UMBRELLA, Findings, Quote, Speaker, TopicHit
from dateline.text.anchor import Anchor, ChangedText
from dateline.text.span import Span

CorrectionId = NewType("CorrectionId", int)


@dataclass(frozen=True, slots=True)
class TopicCorrection:
    """The article belongs under the topic, or it does not."""

    topic: str
    is_wanted: bool
    terms: tuple[str, ...] = ()  # the words on which analysis had decided


@dataclass(frozen=True, slots=True)
class QuoteCorrection:
    """Somebody else said the quotation, or it is no quotation."""

    words: str  # of the quotation, marks excluded
    start: int  # where they stood, in code points; of several alike the nearest is meant
    is_quote: bool = True
    speaker: str | None = None  # full name; None: nobody knows who said it
    entity: str | None = None  # lexicon id of the speaker, where it has one
    before: str = ""  # up to 32 characters around the words, by which they are found in a changed text
    after: str = ""


@dataclass(frozen=True, slots=True)
class SameSpeaker:
    """Two names of one person, in every article: whoever is `other` is shown as `speaker`."""

    speaker: str
    other: str
    entity: str | None = None
    other_entity: str | None = None


Correction = TopicCorrection | QuoteCorrection | SameSpeaker


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """A correction as a library keeps it."""

    id: CorrectionId
    said: Correction
    article: ArticleId | None  # None: it holds in the whole library
    made_at: datetime
    title: str = ""  # of the article


def corrected(findings: Findings, corrections: Iterable[Correction], text: str = "") -> Findings:
    """Return the findings as the reader wants them; a correction whose words are gone changes nothing.

    A topic that the reader gave has the score 1 and, where analysis had found it too, its evidence. A speaker that the
    reader gave has confidence 1; the words by which the text names a speaker are kept only with the same speaker. With
    the `text`, a quotation whose words changed a little is found again by likeness.
    """
    topics = {hit.id: hit for hit in findings.topics}
    quotes = list(findings.quotes)
    wants_order = False
    for correction in corrections:
        if isinstance(correction, TopicCorrection):
            wants_order = True
            hit = topics.pop(correction.topic, None)
            if correction.is_wanted:
                topics[correction.topic] = TopicHit(correction.topic, 1.0, hit.evidence if hit else ())
        elif isinstance(correction, SameSpeaker):
            quotes = [_merged(quote, correction) for quote in quotes]
        else:
            _correct_quote(quotes, correction, text)
    if not wants_order:
        return replace(findings, quotes=tuple(quotes))
    order = sorted(topics.values(), key=lambda hit: (hit.id != UMBRELLA, -hit.score))
    return replace(findings, topics=tuple(order), quotes=tuple(quotes), is_on_topic=UMBRELLA in topics)


def speaker_id(speaker: Speaker | None) -> str:
    """Return what identifies a speaker across articles: lexicon id, else name; "" where nobody is named."""
    return "" if speaker is None else speaker.entity or speaker.name or ""


def _correct_quote(quotes: list[Quote], correction: QuoteCorrection, text: str) -> None:
    number = _find(quotes, correction, text)
    if number is None:
        return
    quote = quotes[number]
    if not correction.is_quote:
        del quotes[number]
    elif correction.speaker is None:
        quotes[number] = replace(quote, speaker=None, confidence=1.0)
    else:
        speaker = _spoken_by(quote, correction.speaker, correction.entity)
        quotes[number] = replace(quote, speaker=speaker, confidence=1.0)


def _find(quotes: Sequence[Quote], correction: QuoteCorrection, text: str) -> int | None:
    alike = [number for number, quote in enumerate(quotes) if quote.text == correction.words]
    if len(alike) == 1 or (alike and not text):
        return min(alike, key=lambda each: abs(quotes[each].span.start - correction.start))
    if not text:
        return None
    found = _changed(text).find(Anchor(correction.words, correction.before, correction.after, correction.start))
    if found is None:
        return min(alike, key=lambda each: abs(quotes[each].span.start - correction.start), default=None)
    shared = [(_share(quote.span, found.span), -number) for number, quote in enumerate(quotes)]
    best, number = max(shared, default=(0.0, 0))
    return -number if best >= _SAME else None


#: Two spans with at least this share in common are one quotation.
_SAME = 0.6


@lru_cache(maxsize=1)
def _changed(text: str) -> ChangedText:
    return ChangedText(text)


def _share(one: Span, other: Span) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / max(1, max(one.end, other.end) - min(one.start, other.start))


def _spoken_by(quote: Quote, name: str, entity: str | None) -> Speaker:
    was = quote.speaker
    is_same = was is not None and name in (was.name, was.surface)
    surface, span = (was.surface, was.span) if was and is_same else ("", Span(quote.span.start, quote.span.start))
    return Speaker(surface, span, name, entity)


def _merged(quote: Quote, same: SameSpeaker) -> Quote:
    if speaker_id(quote.speaker) != (same.other_entity or same.other) or quote.speaker is None:
        return quote
    # The text's own words for the speaker stay: it is only said who they mean.
    return replace(quote, speaker=replace(quote.speaker, name=same.speaker, entity=same.entity))
