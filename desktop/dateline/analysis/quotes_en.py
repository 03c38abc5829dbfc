"""Quotations of an English text, each with its speaker and cue.

`find_quotes` is the door: it pairs marks, asks for each stretch whether it is speech and whose, carries a speaker on
to the quotation that follows without one, and has names resolved. Positions are code points of the text given.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from dateline.analysis.attribution_en import Attribution, attribute
from dateline.analysis.cues_en import SpeechWords, speech_words
from dateline.analysis.frames_en import WORD, Frame, read_frame
from dateline.analysis.quote_marks import Marked, find_marked
from dateline.analysis.quotes_en_reported import CONFIDENCE, find_reported
from dateline.analysis.speakers_en import EntityNames, Resolver
from dateline.analysis.subjects_en import clause_subject, speaks, subject_of
from dateline.analysis.terms_en import termhood
from dateline.news.finding import Mention, Quote, QuoteKind, Speaker
from dateline.text.sentences import paragraphs
from dateline.text.span import Span


def find_quotes(text: str, mentions: Sequence[Mention], lexicon: EntityNames) -> tuple[Quote, ...]:
    """Return the quotations of `text` in order; `mentions` are the lexicon's entities in it.

    Time is linear in the length of the text.
    """
    cut = paragraphs(text)
    marked = find_marked(text, cut)
    words = speech_words()
    found = _Attributor(text, cut, marked, words).run()
    reported = list(find_reported(text, cut, marked, words))
    if not found and not reported:
        return ()
    resolver = Resolver(text, mentions, lexicon, words, [stretch.span for stretch in marked])
    for _, named, _, _ in found.values():
        if named is not None:
            resolver.note_speaker(named)
    for each in reported:
        resolver.note_speaker(each.speaker)
    quotes = []
    for number, stretch in enumerate(marked):
        given = found.get(number)
        if given is None:
            continue
        cue, span, strength, is_whole = given
        speaker = _speaker(text, span, resolver) if span is not None else None
        kind = QuoteKind.DIRECT if is_whole else QuoteKind.MIXED
        quotes.append(Quote(stretch.span, stretch.span.of(text), kind, cue, speaker, strength))
    for each in reported:
        speaker = _speaker(text, each.speaker, resolver)
        quotes.append(Quote(each.span, each.span.of(text), QuoteKind.REPORTED, each.cue, speaker, CONFIDENCE))
    quotes.sort(key=lambda quote: quote.span)
    return tuple(quotes)


def _speaker(text: str, span: Span, resolver: Resolver) -> Speaker:
    name, entity = resolver.resolve(span)
    return Speaker(span.of(text), span, name, entity)


#: Who speaks, as a transcript writes it: QUILL: We built it.
_LABEL = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s")
#: What an outlet puts under an article, in marks or not: Follow Ann Lee on Twitter @annlee.
_SIGNED_OFF = re.compile(r"(?:Follow|Email|Contact|Find|Reach)\s[^.!?\n]{1,60}\s(?:on|at|via)\s[^.!?\n]{0,40}@\w")
_Found = tuple[Span | None, Span | None, float, bool]  # cue, speaker, confidence, whether the words are a whole


class _Attributor:
    def __init__(self, text: str, cut: list[Span], marked: list[Marked], words: SpeechWords) -> None:
        self._text = text
        self._cut = cut
        self._marked = marked
        self._words = words
        self._found: dict[int, _Found] = {}

    def run(self) -> dict[int, _Found]:
        by_paragraph: dict[int, list[tuple[int, Marked]]] = {}
        for number, stretch in enumerate(self._marked):
            by_paragraph.setdefault(stretch.paragraph, []).append((number, stretch))
        last_paragraph = -2
        carried: _Found | None = None
        for index, stretches in by_paragraph.items():
            frame = read_frame(self._text, self._cut[index], index, stretches)
            if last_paragraph != index - 1:
                carried = None
            carried = self._paragraph(frame, index, carried)
            last_paragraph = index
        self._lead_to_next()
        return self._found

    def _lead_to_next(self) -> None:
        """Give paragraphs of one quotation, each opened and not closed, the speaker who is named at its end only."""
        for number in range(len(self._marked) - 2, -1, -1):
            stretch, following = self._marked[number], self._marked[number + 1]
            given = self._found.get(number + 1)
            if (
                given is not None
                and number not in self._found
                and not stretch.is_closed
                and stretch.outer.start == self._cut[stretch.paragraph].start
                and following.paragraph == stretch.paragraph + 1
                and following.outer.start == self._cut[following.paragraph].start
                and (given[1] is None or given[1].start != following.span.start)  # QUILL: is the next speaker
            ):
                self._found[number] = given[0], given[1], given[2] * 0.85, True

    def _paragraph(self, frame: Frame, index: int, carried: _Found | None) -> _Found | None:
        places = frame.quotes
        own: dict[int, _Found] = {}
        for at in places:
            label = _LABEL.match(self._text, self._marked[frame.tokens[at].quote].span.start)
            if label is not None:
                own[at] = None, Span(label.start(), label.end(1)), 0.9, True
                continue
            attribution = attribute(frame, at, self._text, self._words)
            if attribution is not None:
                own[at] = self._spans(frame, at, attribution)
        strong = [at for at in places if at in own and own[at][2] >= 0.7]
        previous: _Found | None = None
        for at in places:
            given = own.get(at)
            sureness = given[2] if given is not None else 0.0
            if given is None or given[2] < 0.4:
                if previous is None:
                    following = bisect_right(strong, at)
                    if following < len(strong) and self._only_quotes(frame, at, strong[following]):
                        given = own[strong[following]]
                    else:
                        given = self._from_before(frame, at, index, carried) or given
                elif given is None:
                    given = (previous[0], previous[1], previous[2] * 0.9, True)
            words_of = self._marked[frame.tokens[at].quote].span.of(self._text)
            if (
                given is None
                or _SIGNED_OFF.match(words_of)
                or termhood(frame, at, words_of, max(sureness, min(given[2], 0.6)), self._words) > 0
            ):
                continue
            self._found[frame.tokens[at].quote] = given
            previous = given
        return previous

    def _only_quotes(self, frame: Frame, at: int, later: int) -> bool:
        return all(token.kind != WORD for token in frame.tokens[at + 1 : later])

    def _from_before(self, frame: Frame, at: int, index: int, carried: _Found | None) -> _Found | None:
        text, words = self._text, self._words
        if at > 0:
            start, end = frame.sentence_of(at - 1)
            span = clause_subject(frame.tokens, start, end, words)
            if span[0] < span[1]:
                return None, self._span(frame, span), 0.45, True
            return None
        if carried is not None:
            return carried[0], carried[1], carried[2] * 0.85, True
        if index == 0:
            return None
        before = read_frame(text, self._cut[index - 1], index - 1, [])
        start, end = before.bounds[-2], before.bounds[-1]
        tokens = before.tokens
        for cue in range(end - 1, start - 1, -1):
            if speaks(tokens, cue, words):
                span = subject_of(tokens, start, cue, words)
                if span[0] < span[1]:
                    return before.span(cue, cue + 1), self._span(before, span), 0.65, True
        span = clause_subject(tokens, start, end, words)
        if span[0] < span[1]:
            return None, self._span(before, span), 0.4, True
        return None

    def _spans(self, frame: Frame, at: int, attribution: Attribution) -> _Found:
        cue = frame.span(attribution.cue, attribution.cue + 1) if attribution.cue >= 0 else None
        return cue, self._span(frame, attribution.speaker), attribution.strength, self._is_whole(frame, at)

    def _span(self, frame: Frame, tokens: tuple[int, int]) -> Span | None:
        return frame.span(*tokens) if tokens[0] < tokens[1] else None

    def _is_whole(self, frame: Frame, at: int) -> bool:
        stretch = self._marked[frame.tokens[at].quote]
        words = stretch.span.of(self._text)
        return words[0].isupper() and (words[-1] in ".,?!…" or len(words) > 60)
