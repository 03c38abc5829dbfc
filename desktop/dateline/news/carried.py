"""Findings of an article's newest text as far as an older state of the text shows them too.

Analysis keeps what it stated of the newest text only. Where an older state is read, what stands word for word in both
is carried over to its place there, and nothing else: what the older text does not show is not claimed of it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from dateline.news.finding import Evidence, Field, Findings, Quote, Speaker, TopicHit
from dateline.text.difference import Difference, Fate
from dateline.text.span import Span


def carried_back(findings: Findings, difference: Difference, *, has_same_title: bool) -> Findings:
    """Return the findings of the text after as they stand in the text before; what is not whole in both is left out.

    A quote stays without its speaker or cue where only those are gone. A topic stays while some of its evidence does,
    or where it had none to show.
    """
    places = _Places(difference)
    quotes = [one for quote in findings.quotes if (one := _quote(quote, places)) is not None]
    topics = [_topic(hit, places, has_same_title=has_same_title) for hit in findings.topics]
    return replace(
        findings,
        topics=tuple(hit for hit in topics if hit is not None),
        quotes=tuple(quotes),
        mentions=tuple(
            replace(one, span=span)
            for one in findings.mentions
            if (span := _stood(one.span, one.field, places, has_same_title=has_same_title)) is not None
        ),
        credits=tuple(replace(one, span=s) for one in findings.credits if (s := places.before(one.span)) is not None),
        source_marks=tuple(
            replace(one, span=s) for one in findings.source_marks if (s := places.before(one.span)) is not None
        ),
        figures=tuple(replace(one, span=s) for one in findings.figures if (s := places.before(one.span)) is not None),
    )


class _Places:
    """Where stretches of the text after stand in the text before."""

    def __init__(self, difference: Difference) -> None:
        self._same = [piece for piece in difference.pieces if piece.fate is Fate.SAME]
        self._starts = [piece.after.start for piece in self._same]

    def before(self, span: Span) -> Span | None:
        """Return the place of a stretch, None where it was not there as a whole."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or span.end > self._same[at].after.end:
            return None
        shift = self._same[at].before.start - self._same[at].after.start
        return Span(span.start + shift, span.end + shift)


def _quote(quote: Quote, places: _Places) -> Quote | None:
    span = places.before(quote.span)
    if span is None:
        return None
    cue = None if quote.cue is None else places.before(quote.cue)
    return replace(quote, span=span, cue=cue, speaker=_speaker(quote.speaker, places))


def _speaker(speaker: Speaker | None, places: _Places) -> Speaker | None:
    span = None if speaker is None else places.before(speaker.span)
    return None if speaker is None or span is None else replace(speaker, span=span)


def _topic(hit: TopicHit, places: _Places, *, has_same_title: bool) -> TopicHit | None:
    if not hit.evidence:
        return hit
    stood = [
        Evidence(one.field, span, one.term)
        for one in hit.evidence
        if (span := _stood(one.span, one.field, places, has_same_title=has_same_title)) is not None
    ]
    return replace(hit, evidence=tuple(stood)) if stood else None


def _stood(span: Span, field: Field, places: _Places, *, has_same_title: bool) -> Span | None:
    if field is Field.TITLE:
        return span if has_same_title else None
    return places.before(span)
