"""Quotes with the outlets that the article credits for them: those named in the sentences that the quote stands in.

A credit further away may be for something else, and is not laid at a quote's door.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export.escape import one_line
from dateline.news.finding import Credit, Quote
from dateline.news.handover import HandoverItem
from dateline.text.sentences import sentences
from dateline.text.span import Span


def credited_quotes(item: HandoverItem) -> Iterator[tuple[Quote, tuple[str, ...]]]:
    """Yield an article's quotes, each with the outlets credited for it, in the order of the text; most have none."""
    found = item.findings
    if found is None:
        return
    parts = sentences(item.article.text, found.lang) if found.quotes and found.credits else []
    for quote in found.quotes:
        said = _extent(quote)
        around = [part for part in parts if part.overlaps(said)]
        outlets = [
            one_line(credit.outlet)
            for credit in found.credits
            if any(part.holds(credit.span) for part in around)
            and not quote.span.overlaps(credit.span)
            and not _is_speaker(quote, credit)
        ]
        yield quote, tuple(dict.fromkeys(outlets))


def _is_speaker(quote: Quote, credit: Credit) -> bool:
    """Return whether the outlet itself is who says it: “Bloomberg reported” has no other source."""
    speaker = quote.speaker
    return speaker is not None and (speaker.span.overlaps(credit.span) or speaker.name == credit.outlet)


def _extent(quote: Quote) -> Span:
    """Return from the first to the last of a quote's words, its speaker and its verb."""
    spans = [quote.span, *([quote.cue] if quote.cue else []), *([quote.speaker.span] if quote.speaker else [])]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
