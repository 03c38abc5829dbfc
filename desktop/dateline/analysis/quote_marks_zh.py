"""Which stretches of a Chinese text stand in quotation marks, whatever the marks are and however badly they pair.

Knows marks only: whether a marked stretch is speech, and whose, is for `quotes_zh` to tell. One pass over the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from dateline.text.script import fold
from dateline.text.span import Span

#: A class comes first, so that the scan for it is fast.
_MARK = re.compile("[“”„‟〝〞〟＂\"「」『』﹁﹂﹃﹄‘’‛＇'](?:(?<=‘)‘|(?<=’)’)?")
_PARTNERS = {"「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄"}
_CURLY_OPENING = frozenset(("“", "„", "‟", "〝", "‘‘"))
_CURLY_CLOSING = frozenset(("”", "〞", "〟", "’’"))
_STRAIGHT = frozenset(('"', "＂"))
_SINGLE = frozenset(("‘", "’", "‛", "＇", "'"))
#: Before these no quotation begins and after those none ends.
_NEVER_AFTER_OPENING = frozenset("，。！？；：、,.!?;:）)】》”’」』")
_NEVER_BEFORE_CLOSING = frozenset("（(【《“‘「『：:")
_LONGEST_SINGLE = 400
_LONGEST_CARRIED = 1000
_MOST_PARAGRAPHS = 6
_MOST_MARKS = 8


#: Stands for every character inside marks.
_BLANK = "\ue000"
_ALIKE = (("︰", "："), ("﹕", "："), ("﹐", "，"), ("｡", "。"))
_SURROGATE = re.compile("[\ud800-\udfff]")


class Marked(NamedTuple):
    """A stretch in quotation marks: `span` without them, `outer` with them."""

    span: Span
    outer: Span
    paragraph: int  # index into the paragraphs given
    is_closed: bool
    is_continued: bool = False  # the next paragraph goes on with it, opening mark repeated
    sign: str = "“"


def find_marked(text: str, paragraphs: Sequence[Span]) -> list[Marked]:
    """Return the outermost marked stretches in order; none reaches over the end of its paragraph.

    An opening mark that is never closed holds to the end of its paragraph when the next paragraph begins with the
    same mark again, or when nothing but the missing mark is wrong there.
    """
    found: list[Marked] = []
    carried = ""
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1 : index + 1 + _MOST_PARAGRAPHS]
        carried = _pair(text, paragraph, index, following, found, carried)
    return found


def blank_marked(text: str, marked: Sequence[Marked]) -> str:
    """Return the text in Simplified characters, positions the same, with what stands inside marks blanked."""
    folded = fold(text)
    for sign, plain in _ALIKE:
        folded = folded.replace(sign, plain)
    parts, at = [], 0
    for stretch in marked:
        parts += [folded[at : stretch.span.start], _BLANK * (stretch.span.end - stretch.span.start)]
        at = stretch.span.end
    return _SURROGATE.sub(_BLANK, "".join((*parts, folded[at:])))


def is_blank(folded: str, span: Span) -> bool:
    """Tell whether a place in a text that went through `blank_marked` stood in quotation marks."""
    return folded[span.start] == _BLANK


def _pair(text: str, paragraph: Span, index: int, following: Sequence[Span], found: list[Marked], carried: str) -> str:
    """Pair the marks of one paragraph; return the sign that stays open into the next one, "" for none.

    `carried` is the sign that an earlier paragraph left open.
    """
    opened = carried  # the sign of the outermost open mark
    start = outer = paragraph.start
    depth = 1 if carried else 0
    single: tuple[int, int] | None = None
    free_until = paragraph.start

    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        sign, at, end = match.group(), match.start(), match.end()
        if at < free_until:
            continue
        before = text[at - 1] if at > paragraph.start else ""
        after = text[end] if end < paragraph.end else ""
        if sign in _SINGLE:
            if opened or _is_apostrophe(before, after):
                continue
            if single is None:
                if sign != "’" and after not in _NEVER_AFTER_OPENING:
                    single = (at, end)
            elif sign in "’＇'":
                if at - single[1] <= _LONGEST_SINGLE:
                    _keep(text, single[0], single[1], at, end, index, found, sign="‘")
                single = None
            continue
        if not opened:
            if _opens(sign, before, after):
                opened, outer, start, depth = _kind(sign), at, end, 1
                single = None
            continue
        change = _change(opened, sign, before, after)
        depth += change
        if change > 0 and depth == 2 and opened == "“" and not _closes_twice(text, end, paragraph.end):
            # The earlier mark was never closed, or the writer closed with an opening mark.
            if before in "。！？!?…，,":
                _keep(text, outer, start, at, end, index, found)
                opened, depth = "", 0
            elif _has_closing(text, end, paragraph.end):
                _keep(text, outer, start, _end_of_clause(text, start, at), at, index, found, is_closed=False)
                opened, outer, start, depth = "“", at, end, 1
            else:
                _keep(text, outer, start, at, end, index, found)
                opened, depth = "", 0
        elif depth == 0:
            _keep(text, outer, start, at, end, index, found, sign=opened)
            opened = ""
            free_until = end
    if opened:
        repeats = bool(following) and _kind(text[following[0].start]) == opened and text[following[0].start] != "”"
        carried = opened if not repeats and _closes_later(text, following, opened) else ""
        is_continued = repeats or bool(carried)
        _keep(
            text,
            outer,
            start,
            paragraph.end,
            paragraph.end,
            index,
            found,
            is_closed=False,
            is_continued=is_continued,
            sign=opened,
        )
        return carried
    return ""


def _closes_later(text: str, following: Sequence[Span], opened: str) -> bool:
    """Tell whether the next mark in the paragraphs that follow closes what is open."""
    closing = _PARTNERS.get(opened, "”")
    for paragraph in following:
        match = _MARK.search(text, paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_CARRIED))
        if match:
            return opened != '"' and match.group() == closing
    return False


def _kind(sign: str) -> str:
    if sign in _STRAIGHT:
        return '"'
    return sign if sign in _PARTNERS else "“"


def _opens(sign: str, before: str, after: str) -> bool:
    if sign in _PARTNERS or sign in _CURLY_OPENING:
        return True
    if sign in _STRAIGHT:
        return not (before.isdigit() and before.isascii() and not after.isalnum())  # inches
    # A closing mark where nothing is open: used for an opening one when words follow it and none precede it.
    is_free = sign in _CURLY_CLOSING and (not before or before in "：:（( \u3000")
    return is_free and bool(after) and after not in _NEVER_AFTER_OPENING


def _change(opened: str, sign: str, before: str, after: str) -> int:
    if opened in _PARTNERS:
        return 1 if sign == opened else -1 if sign == _PARTNERS[opened] else 0
    if opened == '"':
        return -1 if sign in _STRAIGHT and before not in _NEVER_BEFORE_CLOSING else 0
    if sign in _CURLY_OPENING:
        return 1
    if sign in _CURLY_CLOSING:
        return -1
    return -1 if sign in _STRAIGHT and (not after or after in "，。！？；、,.!?;") else 0


def _closes_twice(text: str, start: int, limit: int) -> bool:
    """Tell whether two marks close before another opens: then the inner one is nested."""
    n_closing = 0
    for match in islice(_MARK.finditer(text, start, min(limit, start + _LONGEST_SINGLE)), _MOST_MARKS):
        if match.group() in _CURLY_OPENING:
            if n_closing == 1:
                return False
        elif match.group() in _CURLY_CLOSING:
            n_closing += 1
            if n_closing == 2:
                return True
    return False


def _has_closing(text: str, start: int, limit: int) -> bool:
    match = re.compile("[“”]").search(text, start, min(limit, start + _LONGEST_SINGLE))
    return match is not None and match.group() == "”"


def _end_of_clause(text: str, start: int, at: int) -> int:
    """Return where an unclosed quotation ends before `at`: at the first end of a sentence."""
    match = re.compile("[。！？!?]").search(text, start, at)
    return match.end() if match else at


def _is_apostrophe(before: str, after: str) -> bool:
    return (
        before.isascii() and before.isalnum() and (not after or (after.isascii() and (after.isalnum() or after == " ")))
    )


def _keep(
    text: str,
    outer: int,
    start: int,
    end: int,
    outer_end: int,
    index: int,
    found: list[Marked],
    *,
    is_closed: bool = True,
    is_continued: bool = False,
    sign: str = "“",
) -> None:
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    end -= len(inner) - len(inner.rstrip())
    if start < end and any(character.isalnum() for character in inner):
        found.append(Marked(Span(start, end), Span(outer, outer_end), index, is_closed, is_continued, sign))
