"""Reported speech of a Chinese text: what somebody is said to say, without quotation marks: 商务部表示，……。

Believes only a verb of reporting that a comma or a colon follows, with somebody as its subject who is no outlet. Linear
in the length of the text: each verb is read once, with a bounded stretch on either side.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.analysis.clauses_zh import Clauses
from dateline.analysis.cues_zh import Cue, SpeechWords
from dateline.text.span import Span

CONFIDENCE = 0.6
_SENTENCE_END = re.compile("[。！？!?\n]")
_OUTLET = re.compile("(?:》|社|报|网|周刊|新闻|通讯|报道|报导)(?:中|所|还|的报道)?$")
_SHORTEST = 8  # characters
_LONGEST = 400
_WINDOW = 160


@dataclass(frozen=True, slots=True)
class Reported:
    """Somebody's words as another tells them, with the verb and the words that name the speaker."""

    span: Span
    cue: Cue
    speaker: Span


def find_reported(
    folded: str, cues: Sequence[Cue], speech: Sequence[int], clauses: Clauses, words: SpeechWords
) -> Iterator[Reported]:
    """Yield the reported speech of a text in Simplified characters, in order.

    `cues` are the verbs of speech that belong to no quotation, `speech` the places where quotations begin.
    """
    ends = 0
    for cue in cues:
        if cue.start < ends:
            continue
        verb = folded[cue.start : cue.end]
        if verb not in words.reporting and verb.rstrip("道说称") not in words.reporting:
            continue
        if folded[cue.end : cue.end + 1] not in ("，", ",", "：", ":"):
            continue
        start = cue.end + 1
        stop = _SENTENCE_END.search(folded, start, start + _LONGEST)
        end = stop.start() if stop else min(len(folded), start + _LONGEST)
        while start < end and folded[start].isspace():
            start += 1
        at = bisect_left(speech, start)
        if end - start < _SHORTEST or (at < len(speech) and speech[at] < end):
            continue
        speaker = clauses.subject(clauses.sentence_start(max(0, cue.start - _WINDOW), cue.start), cue.start)
        if speaker is not None and _OUTLET.search(speaker.of(folded)) is None:
            ends = end
            yield Reported(Span(start, end), cue, speaker)
