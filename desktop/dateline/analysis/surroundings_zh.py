"""Who is spoken of around marked Chinese words that do not say themselves whose they are.

Reads the sentences before and after them; what the words' own frame says is for `quotes_zh`. Every look is bounded.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dateline.analysis.clauses_zh import Clauses
from dateline.analysis.cues_zh import Cue
from dateline.analysis.quote_marks_zh import Marked
from dateline.text.span import Span

_SENTENCE_END = re.compile("[。！？!?\n]")
_OPENING = frozenset('“‘「『"＂')
SENTENCES_BACK = 3
_PARAGRAPHS_ON = 4
_WINDOW = 160


class Surroundings:
    """The sentences of one text, asked for whom they are about."""

    def __init__(self, folded: str, cut: Sequence[Span], cues: Sequence[Cue], clauses: Clauses) -> None:
        self._folded = folded
        self._cut = cut
        self._cues = cues
        self._cue_starts = [cue.start for cue in cues]
        self._clauses = clauses

    def revealed(self, stretch: Marked) -> Span | None:
        """Return whom the sentence after words that open a paragraph is about."""
        start = stretch.outer.end
        end = self._cut[stretch.paragraph].end
        if start >= end:
            following = self._cut[stretch.paragraph + 1 : stretch.paragraph + 2]
            if not following or not self._folded.startswith("说", following[0].start):
                return None
            start, end = following[0]
        stop = _SENTENCE_END.search(self._folded, start, min(end, start + _WINDOW))
        return self._clauses.revealed(start, stop.start() if stop else min(end, start + _WINDOW))

    def spoken_of_next(self, stretch: Marked) -> Span | None:
        """Return whom the paragraph after the stretch is about: a text may open with words whose speaker follows."""
        for following in self._cut[stretch.paragraph + 1 : stretch.paragraph + 1 + _PARAGRAPHS_ON]:
            stop = _SENTENCE_END.search(self._folded, following.start, min(following.end, following.start + _WINDOW))
            if self._folded[following.start] not in _OPENING:
                return self._clauses.topic(following.start, stop.start() if stop else following.end)
        return None

    def spoken_of(self, low: int, place: int, previous: tuple[Marked, Span | None] | None) -> Span | None:
        """Return who is spoken of right before a place: the speaker of its last sentence, or whom it is about.

        `previous` are the words last spoken before it, and by whom.
        """
        end = place
        for _ in range(SENTENCES_BACK + 1):
            while end > low and (self._folded[end - 1].isspace() or self._folded[end - 1] in '。！？!?；;”」"'):
                end -= 1
            if end <= low:
                return None
            if previous is not None and previous[0].span.start < end <= previous[0].outer.end:
                if previous[1] is not None:
                    return previous[1]
                end = previous[0].outer.start
                continue
            start = self._clauses.sentence_start(low, end)
            at = bisect_left(self._cue_starts, end) - 1
            while at >= 0 and self._cues[at].start >= start:
                if self._cues[at].is_strong:
                    found = self._clauses.subject(start, self._cues[at].start)
                    if found is not None:
                        return found
                at -= 1
            found = self._clauses.topic(start, end)
            if found is not None:
                return found
            end = start
        return None
