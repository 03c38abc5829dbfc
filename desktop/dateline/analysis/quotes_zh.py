"""Quotations of a Chinese text, each with its speaker and cue.

`find_quotes` is the door: it pairs marks, weighs for each marked stretch whether it is speech or a marked term, finds
the cue and the speaker, and adds reported speech. Positions are code points of the text given.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp

from dateline.analysis.cues_zh import Cue, SpeechWords, speech_words
from dateline.analysis.quote_marks_zh import Marked, find_marked
from dateline.analysis.speakers_zh import EntityNames, Speakers
from dateline.news.finding import Mention, Quote, QuoteKind, Speaker
from dateline.text.script import fold
from dateline.text.sentences import paragraphs
from dateline.text.span import Span

_BOUNDARY = re.compile("[。！？!?；;\n]")
_FINAL = frozenset("。！？!?…")
_INNER_STOP = re.compile("[，,。；;！？!?…]")
_PERSONAL = re.compile("我|你|您|咱")
_SEPARATOR = re.compile(r"(?:了|着|道|这样|如下|一句)?[ \u3000]*([：:，,]?)[ \u3000\n]*")
_BEFORE_CLAUSE = frozenset("，,：:；;。！？!?—\n")
_AFTER_CLAUSE = frozenset("，,。；;！？!?—\n")
_BLANK = "\ue000"
_WINDOW = 160
_THRESHOLD = 2.0
_SHORTEST_REPORTED = 8


def find_quotes(text: str, mentions: Sequence[Mention], lexicon: EntityNames) -> tuple[Quote, ...]:
    """Return the quotations of `text` in order; `mentions` are the lexicon's entities in it.

    Time is linear in the length of the text.
    """
    cut = paragraphs(text)
    marked = find_marked(text, cut)
    words = speech_words()
    folded = _blanked(fold(text), marked)
    cues = words.cues(folded)
    if not cues and not marked:
        return ()
    speakers = Speakers(text, folded, mentions, lexicon, words)
    return tuple(_Finder(text, folded, cut, marked, cues, speakers, words).run())


def _blanked(folded: str, marked: list[Marked]) -> str:
    parts, at = [], 0
    for stretch in marked:
        parts += [folded[at : stretch.span.start], _BLANK * (stretch.span.end - stretch.span.start)]
        at = stretch.span.end
    return "".join((*parts, folded[at:]))


@dataclass(slots=True)
class _Weighed:
    """One marked stretch, and what speaks for its being speech."""

    stretch: Marked
    score: float
    cue: Cue | None
    speaker: Span | None
    is_certain: bool  # speaker from the quotation's own frame
    is_whole: bool


class _Finder:
    def __init__(
        self,
        text: str,
        folded: str,
        cut: list[Span],
        marked: list[Marked],
        cues: list[Cue],
        speakers: Speakers,
        words: SpeechWords,
    ) -> None:
        self._text = text
        self._folded = folded
        self._cut = cut
        self._marked = marked
        self._cues = cues
        self._cue_starts = [cue.start for cue in cues]
        self._cue_ends = [cue.end for cue in cues]
        self._speakers = speakers
        self._words = words

    def run(self) -> list[Quote]:
        quotes: list[Quote] = []
        previous: _Weighed | None = None
        last: Span | None = None
        for number, stretch in enumerate(self._marked):
            weighed = self._weigh(number, stretch, previous)
            if weighed.score < _THRESHOLD:
                continue
            if weighed.speaker is None:
                weighed.speaker = self._speaker_from_around(number, stretch, previous)
            quotes.append(self._quote(weighed, last))
            if weighed.speaker is not None:
                last = weighed.speaker
            previous = weighed
        quotes += self._reported(quotes)
        return sorted(quotes, key=lambda quote: quote.span)

    def _quote(self, weighed: _Weighed, last: Span | None) -> Quote:
        span, text = weighed.stretch.span, self._text
        speaker = None
        if weighed.speaker is not None:
            name, entity = self._speakers.resolve(weighed.speaker, last)
            speaker = Speaker(weighed.speaker.of(text), weighed.speaker, name, entity)
        kind = QuoteKind.DIRECT if weighed.is_whole else QuoteKind.MIXED
        cue = Span(weighed.cue.start, weighed.cue.end) if weighed.cue is not None else None
        confidence = 1 / (1 + exp(-(weighed.score - 1.2)))
        if speaker is None or not weighed.is_certain:
            confidence *= 0.7
        return Quote(span, span.of(text), kind, cue, speaker, round(confidence, 3))

    # -- the frame of a stretch ----------------------------------------------------------------------------------

    def _left(self, number: int, stretch: Marked) -> int:
        """Return where the sentence that leads to the stretch begins."""
        low = max(self._cut[stretch.paragraph].start, stretch.outer.start - _WINDOW)
        if number:
            before = self._marked[number - 1]
            if before.span.end > low and self._text[before.span.end - 1] in _FINAL:
                low = max(low, before.outer.end)
        head = self._folded[low : stretch.outer.start]
        if head.rstrip() and head.rstrip()[-1] in "；;":
            head = head.rstrip()[:-1]
        cut = 0
        for match in _BOUNDARY.finditer(head):
            cut = match.end()
        return low + cut

    def _right(self, number: int, stretch: Marked) -> int:
        """Return where the words that follow the stretch end: at a stop or at the next marked stretch."""
        high = min(self._cut[stretch.paragraph].end, stretch.outer.end + _WINDOW)
        if number + 1 < len(self._marked):
            high = max(stretch.outer.end, min(high, self._marked[number + 1].outer.start))
        match = _BOUNDARY.search(self._folded, stretch.outer.end, high)
        if match and match.start() == stretch.outer.end:
            return match.start()
        return match.start() if match else high

    def _weigh(self, number: int, stretch: Marked, previous: _Weighed | None) -> _Weighed:
        text, folded, words = self._text, self._folded, self._words
        inner = stretch.span.of(text)
        left, right = self._left(number, stretch), self._right(number, stretch)
        before = folded[left : stretch.outer.start].rstrip()
        after = folded[stretch.outer.end : right]
        paragraph = self._cut[stretch.paragraph]
        pre = folded[paragraph.start : stretch.outer.start].rstrip()[-1:] or "\n"
        follows = folded[stretch.outer.end : min(paragraph.end, stretch.outer.end + 12)].lstrip()
        post = follows[:1] or "\n"
        ends = inner[-1] in _FINAL
        stops = len(_INNER_STOP.findall(inner[:-1]))
        is_clause = (pre in _BEFORE_CLAUSE or pre in '”」"') and (post in _AFTER_CLAUSE or ends or post in '“「"')
        size = len(inner)

        score = 0.0
        score += 2.0 if inner[-1] in "。" else 1.3 if ends else 0.8 if inner[-1] in "，," else 0.0
        score += 1.0 if stops else 0.0
        score += -1.5 if size < 4 else -0.7 if size < 7 else 0.0 if size < 11 else 0.7 if size < 19 else 1.3
        score += 0.8 if _PERSONAL.search(inner) else 0.0
        if pre == "\n":
            score += 0.6
        if not is_clause:
            score -= 1.2
        if words.term_before.search(before) and pre not in _BEFORE_CLAUSE:
            score -= 1.5
        if not ends and words.term_after.match(follows):
            score -= 1.5
        if not re.search("[\u4e00-\u9fff]", inner):
            score -= 0.7

        cue, speaker, is_certain = None, None, False
        near = self._cue_before(left, stretch.outer.start)
        if near is not None:
            found, separator = near
            if separator is not None:
                score += {":": 3.3, ",": 2.6, "": 1.3}[separator] - (0.0 if found.is_strong else 0.6)
                cue, speaker, is_certain = found, self._speakers.subject(left, found.start), True
        if cue is None and pre in "：:":
            score += 2.0
            cue, speaker = (near[0] if near is not None else None), None
            speaker = self._speakers.subject(left, cue.start if cue else stretch.outer.start - 1)
            is_certain = speaker is not None
        follow = self._cue_after(stretch.outer.end, right) if cue is None or pre not in "：:，," else None
        if follow is not None and (ends or inner[-1] in "，," or post in "，,"):
            if cue is None:
                score += 3.0
                cue = follow
                speaker, is_certain = self._speakers.subject(stretch.outer.end, follow.start), True
        elif cue is None and near is not None and is_clause:
            score += 1.2 if near[0].is_strong else 0.5
            cue, speaker, is_certain = near[0], self._speakers.subject(left, near[0].start), True
        if (
            previous is not None
            and previous.stretch.is_continued
            and previous.stretch.paragraph == stretch.paragraph - 1
        ):
            score += 3.0
            cue, speaker = cue or previous.cue, speaker or previous.speaker
        if stretch.is_continued:
            score += 2.0
        is_whole = ends or is_clause or stops > 0
        del after
        return _Weighed(stretch, score, cue, speaker, is_certain and speaker is not None, is_whole)

    def _cue_before(self, left: int, end: int) -> tuple[Cue, str | None] | None:
        """Return the last cue of the sentence before the stretch, with what parts them: ":", ",", "" or more (None)."""
        at = bisect_right(self._cue_ends, end) - 1
        if at < 0 or self._cues[at].start < left:
            return None
        cue = self._cues[at]
        match = _SEPARATOR.fullmatch(self._folded, cue.end, end)
        if match:
            return cue, {"：": ":", "，": ","}.get(match.group(1), match.group(1))
        return cue, None

    def _cue_after(self, start: int, right: int) -> Cue | None:
        """Return the cue of the clause that follows the stretch."""
        at = bisect_left(self._cue_starts, start)
        while at < len(self._cues) and self._cues[at].end <= right:
            cue = self._cues[at]
            between = self._folded[start : cue.start].lstrip("，, \u3000")
            if len(between) > 60 or between.count("，") > 1:
                return None
            if cue.is_strong or cue.end == right or self._folded[cue.end : cue.end + 1] in "，,：:。":
                return cue
            at += 1
        return None

    # -- a stretch without a frame of its own --------------------------------------------------------------------

    def _speaker_from_around(self, number: int, stretch: Marked, previous: _Weighed | None) -> Span | None:
        right = self._right(number, stretch)
        after = self._speakers.subject_after(stretch.outer.end, right)
        if after is not None:
            return after
        if previous is not None and previous.speaker is not None:
            between = self._folded[previous.stretch.outer.end : stretch.outer.start]
            if len(between) < _WINDOW and between.count("\n") <= 1:
                named = self._speakers.last_named(previous.stretch.outer.end, stretch.outer.start)
                return named or previous.speaker
        at = stretch.outer.start
        paragraph = self._cut[stretch.paragraph]
        low = paragraph.start
        if at <= low and stretch.paragraph:
            low = self._cut[stretch.paragraph - 1].start
        low = max(low, at - 2 * _WINDOW)
        cue = bisect_left(self._cue_starts, at) - 1
        if cue >= 0 and self._cues[cue].start >= low and self._cues[cue].is_strong:
            found = self._speakers.subject(low, self._cues[cue].start)
            if found is not None:
                return found
        return self._speakers.last_named(low, at)

    # -- reported speech -----------------------------------------------------------------------------------------

    def _reported(self, quotes: list[Quote]) -> list[Quote]:
        found: list[Quote] = []
        taken = {quote.cue for quote in quotes if quote.cue is not None}
        end_of_last = 0
        for cue in self._cues:
            span = Span(cue.start, cue.end)
            if not cue.is_strong or span in taken or cue.start < end_of_last:
                continue
            low = max(0, cue.start - _WINDOW)
            head = self._folded[low : cue.start]
            cut = 0
            for match in _BOUNDARY.finditer(head):
                cut = match.end()
            if self._folded[cue.end : cue.end + 1] not in tuple("：:，,"):
                continue
            start = cue.end + 1
            stop = re.compile("[。！？!?\n]").search(self._folded, start, start + 400)
            end = stop.start() if stop else min(len(self._text), start + 400)
            words = self._text[start:end]
            start += len(words) - len(words.lstrip())
            if end - start < _SHORTEST_REPORTED or _BLANK in self._folded[start : start + 2]:
                continue
            if any(quote.span.start < end and start < quote.span.end for quote in quotes):
                continue
            subject = self._speakers.subject(low + cut, cue.start)
            if subject is None:
                continue
            name, entity = self._speakers.resolve(subject, None)
            end_of_last = end
            speaker = Speaker(subject.of(self._text), subject, name, entity)
            found.append(Quote(Span(start, end), self._text[start:end], QuoteKind.REPORTED, span, speaker, 0.6))
        return found
