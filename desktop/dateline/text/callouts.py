"""What matters in a difference: a headline, a number or a quotation that is not what it was.

Told by form alone (digits, quotation marks); who said it is for analysis to find.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from dateline.text.churn import gist
from dateline.text.difference import Difference, Region, compare
from dateline.text.script import n_han
from dateline.text.span import Span


class CalloutKind(StrEnum):
    """What was changed."""

    HEADLINE = "headline"
    NUMBER = "number"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Callout:
    """A change worth a reader's eye. A side that is "" was not there; spans are of the bodies, None for a headline."""

    kind: CalloutKind
    before: str
    after: str
    before_span: Span | None = None
    after_span: Span | None = None


_NUMBER = re.compile(
    r"(?:[$€£¥￥]\s?)?\d[\d,]*(?:\.\d+)?(?:\s?(?:%|％|‰|percent\b|per cent\b|trillion\b|billion\b|million\b|thousand\b|"
    r"bn\b|tn\b|nm\b|个百分点|万亿|千亿|百亿|亿|千万|百万|万|纳米))?(?:\s?(?:美元|人民币|元|dollars\b|yuan\b))?"
    r"|[〇零一二两三四五六七八九十百千万亿]{2,}(?=[个家项名款年月日元倍亿万%])",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"“[^“”\n]{1,2000}”|「[^「」\n]{1,2000}」|『[^『』\n]{1,2000}』|«[^«»\n]{1,2000}»|„[^„“\n]{1,2000}“"
    r"|(?<![^\s(\[—–-])\"[^\"\n]{1,2000}\"",
)
#: Fewer words, or Chinese characters, in quotation marks are a term and no statement.
_LEAST_WORDS, _LEAST_HAN = 3, 6
#: An article that was written anew differs in everything.
MOST_CALLOUTS = 60


def call_out(
    title: tuple[str, str], text: tuple[str, str], difference: Difference | None = None
) -> tuple[Callout, ...]:
    """Return what matters between two states of an article, each a pair (before, after): headline, numbers, quotes.

    `difference` is that of the texts, where it is known already. At most `MOST_CALLOUTS` are named, in the order of
    the text; a clock or a count of comments is none.
    """
    found: list[Callout] = []
    if gist(title[0]) != gist(title[1]):
        found.append(Callout(CalloutKind.HEADLINE, *title))
    regions = (difference or compare(*text)).regions()
    in_text = [*_quotes(*text, regions), *_numbers(*text, regions)]
    in_text.sort(key=lambda one: one.after_span or one.before_span or Span(0, 0))
    return tuple((found + in_text)[:MOST_CALLOUTS])


def _numbers(before: str, after: str, regions: Sequence[Region]) -> Iterator[Callout]:
    """Yield numbers that differ where both sides say something; a number in a wholly new sentence is no change."""
    old = _Places([Span(*match.span()) for match in _NUMBER.finditer(before)])
    new = _Places([Span(*match.span()) for match in _NUMBER.finditer(after)])
    for region in regions:
        if region.before.start == region.before.end and not old.touching(region.before):
            continue
        if region.after.start == region.after.end and not new.touching(region.after):
            continue
        here, there = old.touching(region.before), new.touching(region.after)
        said, says = {_value(one.of(before)) for one in here}, {_value(one.of(after)) for one in there}
        went = [one for one in here if _value(one.of(before)) not in says]
        came = [one for one in there if _value(one.of(after)) not in said]
        for was, now in zip_longest(went, came):
            yield Callout(CalloutKind.NUMBER, was.of(before) if was else "", now.of(after) if now else "", was, now)


def _quotes(before: str, after: str, regions: Sequence[Region]) -> Iterator[Callout]:
    old = _Places(list(_quoted(before)))
    new = _Places(list(_quoted(after)))
    said, says = ({_words(span.of(text)) for span in places.spans} for text, places in ((before, old), (after, new)))
    told: set[Span] = set()
    for region in regions:
        went = [span for span in old.touching(region.before) if _words(span.of(before)) not in says]
        came = [span for span in new.touching(region.after) if _words(span.of(after)) not in said]
        for was, now in zip_longest(
            [span for span in went if span not in told], [span for span in came if span not in told]
        ):
            told.update(filter(None, (was, now)))
            yield Callout(CalloutKind.QUOTE, was.of(before) if was else "", now.of(after) if now else "", was, now)


def _quoted(text: str) -> Iterator[Span]:
    for match in _QUOTED.finditer(text):
        inner = match.group()[1:-1]
        if len(inner.split()) >= _LEAST_WORDS or n_han(inner) >= _LEAST_HAN:
            yield Span(match.start() + 1, match.end() - 1)


def _words(quote: str) -> str:
    """Return a quotation for comparing: the mark before its end belongs to the sentence around it."""
    return gist(quote).rstrip(".,;。，； ")


def _value(number: str) -> str:
    return " ".join(number.replace(",", "").split()).casefold()


class _Places:
    """Spans that do not overlap, in order, and which of them a change touches."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = spans
        self._ends = [span.end for span in spans]

    def touching(self, changed: Span) -> list[Span]:
        """Return the spans that share a character with a change, or in which it stands."""
        is_point = changed.start == changed.end
        found = []
        for number in range(bisect_left(self._ends, changed.start), len(self.spans)):
            span = self.spans[number]
            if span.start > changed.end or (span.start == changed.end and not is_point):
                break
            inside = span.start < changed.start < span.end
            if span.overlaps(changed) or (is_point and inside):
                found.append(span)
        return found
