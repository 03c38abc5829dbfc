"""What a reader says that analysis got wrong: a topic of an article, or who said a quotation.

A correction outlives the findings it was made on: it names a quotation by its words and where they stood, so that it
holds when the article's text changes or is analysed anew. Nothing here knows how corrections are kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.news.finding import UMBRELLA, Findings, Quote, Speaker, TopicHit
from dateline.text.span import Span


@dataclass(frozen=True, slots=True)
class TopicCorrection:
    """The article belongs under the topic, or it does not."""

    topic: str
    is_wanted: bool


@dataclass(frozen=True, slots=True)
class QuoteCorrection:
    """Somebody else said the quotation, or it is no quotation."""

    words: str  # of the quotation, marks excluded
    start: int  # where they stood, in code points; of several alike the nearest is meant
    is_quote: bool = True
    speaker: str | None = None  # full name; None: nobody knows who said it
    entity: str | None = None  # lexicon id of the speaker, where it has one


Correction = TopicCorrection | QuoteCorrection


def corrected(findings: Findings, corrections: Iterable[Correction]) -> Findings:
    """Return the findings as the reader wants them; a correction whose words are gone changes nothing.

    A topic that the reader gave has the score 1 and, where analysis had found it too, its evidence. A speaker that the
    reader gave has confidence 1; the words by which the text names a speaker are kept only with the same speaker.
    """
    topics = {hit.id: hit for hit in findings.topics}
    quotes = list(findings.quotes)
    for correction in corrections:
        if isinstance(correction, TopicCorrection):
            hit = topics.pop(correction.topic, None)
            if correction.is_wanted:
                topics[correction.topic] = TopicHit(correction.topic, 1.0, hit.evidence if hit else ())
        else:
            _correct_quote(quotes, correction)
    order = sorted(topics.values(), key=lambda hit: (hit.id != UMBRELLA, -hit.score))
    return replace(findings, topics=tuple(order), quotes=tuple(quotes), is_on_topic=UMBRELLA in topics)


def _correct_quote(quotes: list[Quote], correction: QuoteCorrection) -> None:
    alike = [number for number, quote in enumerate(quotes) if quote.text == correction.words]
    if not alike:
        return
    number = min(alike, key=lambda each: abs(quotes[each].span.start - correction.start))
    quote = quotes[number]
    if not correction.is_quote:
        del quotes[number]
    elif correction.speaker is None:
        quotes[number] = replace(quote, speaker=None, confidence=1.0)
    else:
        was = quote.speaker
        is_same = was is not None and correction.speaker in (was.name, was.surface)
        surface, span = (was.surface, was.span) if was and is_same else ("", Span(quote.span.start, quote.span.start))
        speaker = Speaker(surface, span, correction.speaker, correction.entity)
        quotes[number] = replace(quote, speaker=speaker, confidence=1.0)
