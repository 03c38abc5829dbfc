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

from dateline.analysis.clauses_zh import Clauses
from dateline.analysis.cues_zh import Cue, SpeechWords, speech_words
from dateline.analysis.names_zh import EntityNames, find_names
from dateline.analysis.quote_marks_zh import Marked, blank_marked, find_marked
from dateline.analysis.quotes_zh_reported import CONFIDENCE, find_reported
from dateline.analysis.quotes_zh_words import (
    FINAL,
    is_blamed,
    is_fragment,
    is_judged,
    is_verb_inside,
    n_inner_stops,
    weight_of_words,
)
from dateline.analysis.speakers_zh import Resolver
from dateline.analysis.surroundings_zh import SENTENCES_BACK, Surroundings
from dateline.news.finding import Mention, Quote, QuoteKind, Speaker
from dateline.text.sentences import paragraphs
from dateline.text.span import Span

_BOUNDARY = re.compile("[。！？!?；;\n]")
_HAN = re.compile("[\u3400-\u9fff]")
_SEPARATOR = re.compile(r"(?:了|着|道|这样|如下)?(?:[这那一][句番段](?:话|名言)?)?[ \u3000]*([：:，,]?)[ \u3000\n>]*")
_TOLD = re.compile(r"[^，,。：:；;\n]{1,24}?[ \u3000]*([：:，,]?)[ \u3000\n>]*")
_BEFORE_CLAUSE = frozenset("，,：:；;。！？!?—\n…")
_AFTER_CLAUSE = frozenset("，,。；;！？!?—\n…")
_CLOSING = frozenset('”’」』"＂）)')
_OPENING = frozenset('“‘「『"＂')
#: Who wrote the article, before its first words: 【文/观察网 林晓】.
_BYLINE = re.compile(r"\s*【[^】\n]{1,40}】\s*")
#: After marked words that are named one after another: “甲”“乙”等, “甲”“乙”在列.
_LISTED = re.compile("等|在列|[两二三四五六七八九十][个大种类家]")
#: Before a verb of speech: nobody speaks. 沈默言没有反驳
_DENIED = re.compile("(?:没有?|并未|未)(?:再|立刻|马上|直接|正面)?$")
_ASKERS = frozenset(("记者", "笔者", "主持人", "有记者"))
_SHORTEST = 4  # characters of a predicate
_LONGEST_INTERRUPTION = 40
_LONGEST_NAME_MARKED = 20  # characters
_TERMS_PASSED = 3
_WINDOW = 160
_THRESHOLD = 1.2


def find_quotes(text: str, mentions: Sequence[Mention], lexicon: EntityNames) -> tuple[Quote, ...]:
    """Return the quotations of `text` in order; `mentions` are the lexicon's entities in it.

    Time is linear in the length of the text.
    """
    cut = paragraphs(text)
    marked = find_marked(text, cut)
    words = speech_words()
    folded = blank_marked(text, marked)
    cues = words.cues(folded)
    if not cues and not marked:
        return ()
    names = find_names(text, folded, mentions, lexicon, cues, words)
    clauses = Clauses(folded, names, words)
    finder = _Finder(text, folded, cut, marked, cues, clauses, words)
    resolver = Resolver(text, folded, names, words)
    quotes = []
    spoken = finder.marked_speech()
    taken = frozenset(each.cue.start for each in spoken if each.cue is not None)
    starts = [each.span.start for each in spoken]
    reported = [
        _Found(each.span, QuoteKind.REPORTED, each.cue, each.speaker, CONFIDENCE)
        for each in find_reported(folded, [cue for cue in cues if cue.start not in taken], starts, clauses, words)
    ]
    for found in sorted((*spoken, *reported), key=lambda each: each.span):
        speaker = None
        if found.speaker is not None:
            name, entity = resolver.resolve(found.speaker)
            speaker = Speaker(found.speaker.of(text), found.speaker, name, entity)
            resolver.note(found.speaker)
        cue = Span(found.cue.start, found.cue.end) if found.cue is not None else None
        quotes.append(Quote(found.span, found.span.of(text), found.kind, cue, speaker, found.confidence))
    return tuple(quotes)


@dataclass(slots=True)
class _Found:
    """Somebody's words before it is told whom the speaker's words mean."""

    span: Span
    kind: QuoteKind
    cue: Cue | None
    speaker: Span | None
    confidence: float


@dataclass(slots=True)
class _Weighed:
    """One marked stretch, and what speaks for its being speech."""

    stretch: Marked
    score: float
    cue: Cue | None = None
    speaker: Span | None = None
    is_framed: bool = False  # the speaker comes from the quotation's own frame
    is_whole: bool = False
    is_alone: bool = False  # nothing else stands in its paragraph
    is_question: bool = False  # an unnamed interviewer's


class _Finder:
    def __init__(
        self,
        text: str,
        folded: str,
        cut: list[Span],
        marked: list[Marked],
        cues: list[Cue],
        clauses: Clauses,
        words: SpeechWords,
    ) -> None:
        self._text = text
        self._folded = folded
        self._cut = cut
        self._marked = marked
        self._cues = cues
        self._cue_starts = [cue.start for cue in cues]
        self._cue_ends = [cue.end for cue in cues]
        self._clauses = clauses
        self._words = words
        self._surroundings = Surroundings(folded, cut, cues, clauses)
        self._speech: list[_Weighed] = []

    def marked_speech(self) -> list[_Found]:
        """Return the marked stretches that are speech."""
        spoken: dict[int, _Found] = {}
        for number, stretch in enumerate(self._marked):
            previous = self._speech[-1] if self._speech else None
            weighed = self._weigh(number, stretch, previous)
            if weighed.score < _THRESHOLD:
                continue
            if weighed.speaker is None:
                weighed.is_question = self._is_question_put(number, weighed, previous)
                if not weighed.is_question:
                    weighed.speaker = self._speaker_around(number, stretch, previous)
            self._speech.append(weighed)
            confidence = 1 / (1 + exp(-(weighed.score - 0.8)))
            if weighed.speaker is None or not weighed.is_framed:
                confidence *= 0.75
            kind = QuoteKind.DIRECT if weighed.is_whole else QuoteKind.MIXED
            spoken[number] = _Found(stretch.span, kind, weighed.cue, weighed.speaker, round(confidence, 3))
        self._join(spoken)
        return [spoken[number] for number in sorted(spoken)]

    def _join(self, spoken: dict[int, _Found]) -> None:
        """Take what stands mark to mark with somebody's words for his too: 声称其“窃取技术”“泄露数据”."""
        for step in (-1, 1):
            for number in sorted(spoken, reverse=step < 0):
                found = spoken[number]
                at = number + step
                while 0 <= at < len(self._marked) and at not in spoken:
                    one, other = sorted((self._marked[at], self._marked[at - step]), key=lambda each: each.span)
                    size = self._marked[at].span.end - self._marked[at].span.start
                    is_joined = one.outer.end == other.outer.start and not _LISTED.match(self._folded, other.outer.end)
                    if found.speaker is None or found.cue is None or not is_joined or size < _SHORTEST:
                        break
                    spoken[at] = _Found(
                        self._marked[at].span, QuoteKind.MIXED, found.cue, found.speaker, found.confidence
                    )
                    at += step

    # -- is it speech, and does its own frame say whose ----------------------------------------------------------

    def _weigh(self, number: int, stretch: Marked, previous: _Weighed | None) -> _Weighed:
        folded, words = self._folded, self._words
        inner = stretch.span.of(self._text)
        outer = stretch.outer
        paragraph = self._cut[stretch.paragraph]
        left, right = self._left(number, stretch), self._right(number, stretch)
        low = self._lead_in(stretch)
        before = folded[max(low, outer.start - 12) : outer.start].rstrip(" \u3000\u00a0>\n")
        follows = folded[outer.end : min(paragraph.end, outer.end + 12)].lstrip()
        pre, post = before[-1:] or "\n", follows[:1] or "\n"
        ends = inner[-1] in FINAL
        pauses = inner[-1] in "，," or post in "，,"
        n_stops = n_inner_stops(inner)
        near = self._cue_before(left, outer.start)
        if near is None and self._folded[max(low, left - 1) : left] in ("；", ";"):
            left = self._clauses.sentence_start(max(low, left - _WINDOW), left - 1)
            near = self._cue_before(left, outer.start)  # 沈默言说，桥很老；船很慢，“…”
        is_told = near is not None and near[1] is not None
        leads_in = pre in _BEFORE_CLAUSE or pre in _CLOSING or is_told
        leads_out = post in _AFTER_CLAUSE or ends or post in _OPENING
        is_clause = leads_in and leads_out

        score = weight_of_words(inner, n_stops)
        if pre == "\n":
            score += 0.6 + (0.6 if post == "\n" and ends else 0.0)
            if post == "\n" and not ends and not n_stops:
                score -= 1.0  # a heading
        if not is_clause:
            score -= 1.2
        is_piece = (
            near is not None
            and near[0].is_strong
            and not leads_in
            and (self._is_piece(inner, before, post) or (leads_out and is_blamed(inner, before)))
        )
        if before.endswith(words.term_before) and pre not in _BEFORE_CLAUSE and not is_told and not is_piece:
            score -= 1.5
        if not ends and words.term_after.match(follows):
            score -= 1.5
        if pre == "、" or post == "、":
            score -= 1.0
        weighed = _Weighed(stretch, score, is_whole=ends or is_clause or n_stops > 0)
        weighed.is_alone = pre == "\n" and folded[outer.end : paragraph.end].strip(" 。，\u3000") == ""

        if near is not None and near[1] is not None:
            cue, separator = near
            weighed.score += {":": 3.3, ",": 2.6}.get(separator or "", 0.9) - (0.0 if cue.is_strong else 0.6)
            if not separator and folded[cue.start : cue.end] in words.telling:
                weighed.score += 1.1 if len(inner) > 4 or not leads_out else 2.0
            elif separator == "" and not cue.is_strong and leads_out and is_fragment(inner, before):
                weighed.score += 1.0  # 他相信“谈判会有结果”
            self._frame(weighed, cue, self._clauses.subject(left, cue.start))
        elif pre in "：:":
            weighed.score += 2.0
            colon = folded.rfind(pre, left, outer.start)
            if near is not None:
                self._frame(weighed, near[0], self._clauses.subject(left, near[0].start))
            else:
                sender = self._clauses.sender(left, max(left, colon))
                self._frame(weighed, None, sender or self._clauses.subject(left, max(left, colon)))
        signed = self._clauses.signature(outer.end, min(len(folded), outer.end + 40))
        if signed is not None:
            weighed.score += 2.5
            self._frame(weighed, None, signed)
        is_led = pre in "：:" and weighed.speaker is not None
        if weighed.cue is None and not is_led and not is_piece and (ends or pauses):
            follow = self._cue_after(outer.end, right)
            is_told_before = pre in "，," and near is not None and near[0].is_strong
            if follow is not None and not (is_told_before and self._leads_on(follow)):
                weighed.score += 3.0
                self._frame(weighed, follow, self._clauses.subject(outer.end, follow.start))
        if weighed.cue is None and weighed.speaker is None and near is not None and is_clause:
            weighed.score += 1.2 if near[0].is_strong else 0.6
            self._frame(weighed, near[0], self._clauses.subject(left, near[0].start))
        if is_piece and near is not None and weighed.speaker is None:
            speaker = self._clauses.subject(left, near[0].start) or self._speaker_before(left, previous)
            if speaker is not None and self._clauses.is_speaker(speaker):
                weighed.score += 4.5 if is_judged(before) else 3.3
                self._frame(weighed, near[0], speaker)
        if weighed.speaker is None and inner[-1] in "，,":
            weighed.score += 1.5  # “好，”他自己倒不在意，“…”
            self._frame(weighed, None, self._clauses.opening(outer.end, right))
        if weighed.cue is None and previous is not None and self._is_interrupted(previous.stretch, stretch):
            weighed.score += 1.5
            if weighed.speaker is None:
                self._frame(weighed, previous.cue, previous.speaker)
        if previous is not None and previous.stretch.is_continued and self._follows(previous, stretch):
            weighed.score += 3.0
            if weighed.speaker is None:
                self._frame(weighed, previous.cue, previous.speaker)
        if stretch.is_continued:
            weighed.score += 2.0
        return weighed

    def _leads_on(self, cue: Cue) -> bool:
        """Tell whether a verb of speech leads to words after it: 沈默言表示，桥很老，“…。”他说，明天…."""
        return self._folded[cue.end : cue.end + 1] in ("，", ",", "：", ":")

    def _is_piece(self, inner: str, before: str, post: str) -> bool:
        """Tell whether marked words within a clause are a piece of what its verb of speech tells."""
        if post in _AFTER_CLAUSE or post in "（(" or inner[-1] in FINAL or post in _OPENING:
            return is_fragment(inner, before) or is_verb_inside(inner, before)
        return is_verb_inside(inner, before)

    def _speaker_before(self, left: int, previous: _Weighed | None) -> Span | None:
        """Return who speaks on in a sentence without a subject right after somebody's words: “…。”并补充说，…."""
        is_near = previous is not None and previous.stretch.outer.end >= left - 1
        return previous.speaker if previous is not None and is_near else None

    def _frame(self, weighed: _Weighed, cue: Cue | None, speaker: Span | None) -> None:
        weighed.cue = cue
        weighed.speaker = speaker
        weighed.is_framed = speaker is not None

    def _follows(self, previous: _Weighed, stretch: Marked) -> bool:
        return previous.stretch.paragraph == stretch.paragraph - 1

    def _is_interrupted(self, earlier: Marked, stretch: Marked) -> bool:
        """Tell whether the stretch goes on with an earlier one that ended with a comma: “好，”他摆摆手，“不提了。”"""
        between = self._folded[earlier.outer.end : stretch.outer.start]
        return (
            self._text[earlier.span.end - 1] in "，,"
            and len(between) <= _LONGEST_INTERRUPTION
            and between.rstrip()[-1:] in ("，", ",")
        )

    def _lead_in(self, stretch: Marked) -> int:
        """Return where the paragraph begins that leads to the stretch: the one before when its words run on."""
        start = self._cut[stretch.paragraph].start
        if stretch.paragraph and not self._folded[start : stretch.outer.start].strip(" \u3000\u00a0>"):
            before = self._cut[stretch.paragraph - 1]
            if self._folded[before.end - 1] in "：:，,":
                return before.start
        return start

    def _left(self, number: int, stretch: Marked) -> int:
        """Return where the sentence that leads to the stretch begins."""
        low = max(self._lead_in(stretch), stretch.outer.start - _WINDOW)
        if number:
            before = self._marked[number - 1]
            if before.span.end > low and self._text[before.span.end - 1] in FINAL:
                low = max(low, before.outer.end)
        return self._clauses.sentence_start(low, stretch.outer.start)

    def _right(self, number: int, stretch: Marked) -> int:
        """Return where the words that follow the stretch end: at a stop or at the next marked stretch but a term."""
        end = stretch.outer.end
        high = min(self._cut[stretch.paragraph].end, end + _WINDOW)
        for following in self._marked[number + 1 : number + 1 + _TERMS_PASSED]:
            if following.outer.start >= high or not self._is_within_name(following):
                high = max(end, min(high, following.outer.start))
                break
        match = _BOUNDARY.search(self._folded, end, high)
        return match.start() if match else high

    def _is_within_name(self, stretch: Marked) -> bool:
        """Tell whether marked words only name something: 众议院“特别委员会”主席."""
        before = self._folded[stretch.outer.start - 1 : stretch.outer.start]
        after = self._folded[stretch.outer.end : stretch.outer.end + 1]
        is_short = stretch.span.end - stretch.span.start <= _LONGEST_NAME_MARKED
        return (
            is_short
            and bool(_HAN.match(before) and _HAN.match(after))
            and self._text[stretch.span.end - 1] not in FINAL
        )

    def _cue_before(self, left: int, end: int) -> tuple[Cue, str | None] | None:
        """Return the last cue of the sentence before the stretch, with what parts them: ":", ",", "" or more (None)."""
        at = bisect_right(self._cue_ends, end) - 1
        if at < 0 or self._cues[at].start < left:
            return None
        cue = self._cues[at]
        match = _SEPARATOR.fullmatch(self._folded, cue.end, end)
        if match is None:
            match = self._told(cue, end)
        if match:
            return cue, {"：": ":", "，": ","}.get(match.group(1), match.group(1))
        while not self._is_far_reaching(cue):
            at -= 1
            if at < 0 or self._cues[at].start < left:
                return None
            cue = self._cues[at]
        return cue, None

    def _told(self, cue: Cue, end: int) -> re.Match[str] | None:
        """Return what parts the stretch from a verb with somebody told between them: 告诉记者, 问母亲：."""
        verb = self._folded[cue.start : cue.end]
        if verb not in self._words.addressing:
            return None
        match = _TOLD.fullmatch(self._folded, cue.end, end)
        return match if match is not None and (match.group(1) or verb == "告诉") else None

    def _is_far_reaching(self, cue: Cue) -> bool:
        """Tell whether a cue can hold words that stand some clauses after it: 表示, 看来, not 问."""
        return cue.is_strong or (
            cue.end - cue.start > 1 and self._folded[cue.end : cue.end + 1] in ("，", ",", "：", ":")
        )

    def _cue_after(self, start: int, right: int) -> Cue | None:
        """Return the cue of the clause that follows the stretch."""
        at = bisect_left(self._cue_starts, start)
        while at < len(self._cues) and self._cues[at].end <= right:
            cue = self._cues[at]
            between = self._folded[start : cue.start].lstrip("，, \u3000")
            if len(between) > 60 or between.count("，") > 1 or _DENIED.search(between):
                return None
            if cue.is_strong or self._folded[cue.end : cue.end + 1] in ("", *"，,：:。\n"):
                return cue
            at += 1
        return None

    # -- a stretch whose own frame names nobody ------------------------------------------------------------------

    def _is_question_put(self, number: int, weighed: _Weighed, previous: _Weighed | None) -> bool:
        """Tell whether the stretch is an unnamed interviewer's: a question alone, and an answer alone after it."""
        stretch = weighed.stretch
        if weighed.cue is not None and self._folded[stretch.outer.end : weighed.cue.start] in _ASKERS:
            return True
        if previous is not None and previous.is_question and self._follows(previous, stretch):
            return False
        if not weighed.is_alone or self._text[stretch.span.end - 1] not in "？?" or number + 1 >= len(self._marked):
            return False
        answer = self._marked[number + 1]
        if answer.paragraph != stretch.paragraph + 1:
            return False
        lead = self._folded[self._cut[answer.paragraph].start : answer.outer.start].rstrip(" \u3000\u00a0")
        return not lead or (len(lead) <= _LONGEST_INTERRUPTION and lead[-1] in "：:，,")

    def _speaker_around(self, number: int, stretch: Marked, previous: _Weighed | None) -> Span | None:
        place = stretch.outer.start
        after = self._clauses.opening(stretch.outer.end, self._right(number, stretch))
        if after is not None:
            return after
        paragraph = self._cut[stretch.paragraph]
        if previous is not None and previous.is_question and len(self._speech) > 1:
            answered = self._speech[-2]
            if answered.is_alone and self._follows(answered, previous.stretch):
                return answered.speaker
        if previous is not None and previous.speaker is not None:
            between = self._folded[previous.stretch.outer.end : place]
            if not _HAN.search(between[:_WINDOW]) and between.count("\n") <= 1:
                return previous.speaker
        byline = _BYLINE.match(self._folded, paragraph.start, place)
        start = byline.end() if byline is not None else paragraph.start
        if place == start:
            found = self._surroundings.revealed(stretch)
            if found is not None:
                return found
        low = max(start, place - 3 * _WINDOW)
        spoken = (previous.stretch, previous.speaker) if previous is not None else None
        found = self._surroundings.spoken_of(low, place, spoken)
        if found is not None:
            return found
        for back in range(1, SENTENCES_BACK + 1):
            if stretch.paragraph - back < 0:
                break
            earlier = self._cut[stretch.paragraph - back]
            found = self._surroundings.spoken_of(max(earlier.start, earlier.end - 3 * _WINDOW), earlier.end, spoken)
            if found is not None:
                return found
        if previous is not None and previous.speaker is not None:
            return previous.speaker
        return self._surroundings.spoken_of_next(stretch)
