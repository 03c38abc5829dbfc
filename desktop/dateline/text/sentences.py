"""Paragraphs and sentences of a text, as spans. It cuts; what a sentence means is somebody else's question.

One pass over the text with bounded look-around at each stop, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.text.span import Span

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
#: Written twice, so that a class comes first: the scan for that is several times as fast as for a repeated one.
_ENGLISH_STOP = re.compile(r"[.!?\u2026][.!?\u2026]*")
_CHINESE_STOP = re.compile("[。！？!?；…][。！？!?；…]*")
_CLOSING = frozenset("\"'”’»)]}」』）】〉》＂`")
_OPENING = frozenset("\"'“‘«([{「『（【〈《＂`¿¡")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Written with a stop that does not end a sentence when a name or number follows.
_TITLES = _words(
    "mr mrs ms mx dr prof rev hon gen lt col maj capt cmdr sgt cpl adm gov sen rep reps sens amb st mt ft messrs "
    "fr pres supt det insp vs no nos art fig figs eq sec para pp vol ch cf al approx dept univ assn bros e.g i.e "
    "viz"
)
#: May end a sentence or not: the next word decides.
_SHORTENED = _words(
    "inc corp co ltd llc plc jr sr esq ph.d m.d b.a m.a u.s u.k u.n e.u d.c a.m p.m jan feb mar apr jun jul aug "
    "sep sept oct nov dec mon tue tues wed thu thurs fri sat sun ave blvd rd est etc calif conn mass mich minn "
    "fla ga ill ind pa va wash wis tenn tex okla ore ariz colo ark ala del ky la md me mo mont neb nev n.c n.d "
    "n.h n.j n.m n.y s.c s.d r.i w.va vt wyo u.s.a p.r.c h.k st ste gen"
)
#: Words that seldom stand in the middle of a name: after a shortened word they begin a sentence.
_STARTERS = _words(
    "the a an he she it they we i you this that these those there his her its their our my but and or if in on at "
    "for as when while after before since because so then now still also yet even what who how why where with by "
    "from to mr mrs ms dr sen rep gov one some many most all no not such under during last however meanwhile "
    "according"
)
_LONGEST_CLOSING = 6
_LONGEST_WORD = 12


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs that hold more than white space, in order, without the white space around them."""
    found = []
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        start, end = _past_space(text, start, end), _before_space(text, start, end)
        if start < end:
            found.append(Span(start, end))
    return found


def sentences(text: str, lang: str, within: Sequence[Span] | None = None) -> list[Span]:
    """Return the sentences, in order; closing quotation marks belong to the sentence they close.

    `lang` is an ISO 639-1 code; "zh" is cut at Chinese stops, everything else by the rules of English. `within` are
    the paragraphs to cut, where not all of the text's are wanted.
    """
    found: list[Span] = []
    chinese = lang.startswith("zh")
    for paragraph in paragraphs(text) if within is None else within:
        start = paragraph.start
        stops = _CHINESE_STOP if chinese else _ENGLISH_STOP
        for match in stops.finditer(text, paragraph.start, paragraph.end):
            end = _past_closing(text, match.end(), paragraph.end)
            if end <= start:
                continue
            ends = (
                _ends_chinese(text, match.start(), end, paragraph.end)
                if chinese
                else ends_sentence(text, match.start(), match.end(), end, paragraph.end)
            )
            if ends:
                found.append(Span(start, end))
                start = _past_space(text, end, paragraph.end)
        if start < paragraph.end:
            found.append(Span(start, paragraph.end))
    return found


def ends_sentence(text: str, stop: int, stop_end: int, end: int, limit: int) -> bool:
    """Tell whether the English stop at `text[stop:stop_end]` ends a sentence.

    `end` is the position after the closing marks that follow it, `limit` the end of the paragraph.
    """
    if end >= limit:
        return True
    if not text[end].isspace():
        return False
    following = _past_space(text, end, limit)
    while following < limit and text[following] in _OPENING:
        following += 1
    if following >= limit:
        return True
    first = text[following]
    if first.islower():
        return False
    if text[stop] != "." or stop_end - stop > 1:
        return True
    word = _word_before(text, stop)
    if not word:
        return True
    lowered = word.lower()
    if end == stop_end:
        if lowered in _TITLES and (word[0].isupper() or lowered in ("e.g", "i.e", "vs", "cf", "viz", "approx")):
            return lowered in ("no", "art", "sec") and not first.isdigit() and word[0].islower()
        if len(word) == 1 and word.isupper() and word != "I":
            return False
        if lowered in _SHORTENED and (word[0].isupper() or "." in word):
            return _word_after(text, following, limit).lower() in _STARTERS
    return True


def _ends_chinese(text: str, stop: int, end: int, limit: int) -> bool:
    if end >= limit:
        return True
    if text[stop] in "…；":
        return text[stop] == "；" or text[end - 1] in _CLOSING
    return text[end] not in "，、：,:;）)"


def _past_closing(text: str, at: int, limit: int) -> int:
    end = min(limit, at + _LONGEST_CLOSING)
    while at < end and text[at] in _CLOSING:
        at += 1
    return at


def _past_space(text: str, at: int, limit: int) -> int:
    while at < limit and text[at].isspace():
        at += 1
    return at


def _before_space(text: str, low: int, at: int) -> int:
    while at > low and text[at - 1].isspace():
        at -= 1
    return at


def _word_before(text: str, at: int) -> str:
    start = at
    lowest = max(0, at - _LONGEST_WORD)
    while start > lowest and (text[start - 1].isalpha() or text[start - 1] == "."):
        start -= 1
    return text[start:at].lstrip(".")


def _word_after(text: str, at: int, limit: int) -> str:
    end = at
    highest = min(limit, at + _LONGEST_WORD)
    while end < highest and text[end].isalpha():
        end += 1
    return text[at:end]
