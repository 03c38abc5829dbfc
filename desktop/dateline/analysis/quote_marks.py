"""Which stretches of an English text stand in quotation marks, whatever the marks are and however badly they pair.

Knows marks only: whether a marked stretch is speech, and whose, is for `quotes_en` to tell. One pass over the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.text.span import Span

#: The class comes first, so that the scan for it is fast; of these the last five count only twice.
_DOUBLE = re.compile("[“”„‟\"＂«»`'´’‘](?:(?<![`'´’‘])|(?<=`)`|(?<=')'|(?<=´)´|(?<=’)’|(?<=‘)‘)")
_SINGLE = re.compile("[‘’‛']")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_OPENERS = frozenset(("“", "„", "‟", "«", "``", "‘‘"))
_CLOSERS = frozenset(("”", "»", "´´", "’’"))
#: After these an opening mark may follow without a space.
_BEFORE_OPENING = frozenset("([{—–-―‒/:;,…=>“‘\"'*_|”’`«\u200b\u200e\u200f\ufeff")
_AFTER_CLOSING = frozenset(".,;:!?)]}…—–-”’\"'»/*_|`")
_END_OF_WORDS = frozenset(".,!?…")


class Marked(NamedTuple):
    """A stretch in quotation marks: `span` without them, `outer` with them."""

    span: Span
    outer: Span
    paragraph: int  # index into the paragraphs given
    is_closed: bool
    is_single: bool = False  # in ‘single’ marks


class _Mark(NamedTuple):
    start: int
    end: int
    may_open: bool
    may_close: bool
    sign: str


def find_marked(text: str, paragraphs: Sequence[Span]) -> list[Marked]:
    """Return the outermost marked stretches in order; none reaches over the end of its paragraph.

    An opening mark that is never closed holds to the end of its paragraph: that is how a quotation of several
    paragraphs is written. Single marks count only in a text that has no double ones, or none but within single ones.
    """
    found: list[Marked] = []
    for index, paragraph, signs in _by_paragraph(_DOUBLE, text, paragraphs):
        _pair(text, paragraph, index, signs, found)
    if found and "‘" not in text:
        return found
    single: list[Marked] = []
    for index, paragraph, signs in _by_paragraph(_SINGLE, text, paragraphs):
        _pair_single(text, paragraph, index, signs, single)
    return single if _hold_all(single, found) else found


def _hold_all(outer: Sequence[Marked], inner: Sequence[Marked]) -> bool:
    """Tell whether every one of the inner stretches stands within an outer one; both are in order."""
    at = 0
    for each in inner:
        while at < len(outer) and outer[at].outer.end < each.outer.end:
            at += 1
        if at == len(outer) or outer[at].outer.start > each.outer.start:
            return False
    return True


def _by_paragraph(
    pattern: re.Pattern[str], text: str, paragraphs: Sequence[Span]
) -> Iterator[tuple[int, Span, list[re.Match[str]]]]:
    """Yield the paragraphs that hold signs, with their number and the signs; the text is scanned once."""
    signs = [*pattern.finditer(text)]
    at = 0
    for index, paragraph in enumerate(paragraphs):
        first = at
        while at < len(signs) and signs[at].start() < paragraph.end:
            at += 1
        if at > first:
            yield index, paragraph, signs[first:at]


def _marks(text: str, paragraph: Span, signs: Sequence[re.Match[str]]) -> list[_Mark]:
    marks = []
    in_attribute = wrapped = False
    for match in signs:
        start, end = match.span()
        sign = match.group()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        free_before = before.isspace() or before in _BEFORE_OPENING
        free_after = after.isspace() or after in _AFTER_CLOSING
        if sign in _OPENERS:
            closes = not before.isspace() and free_after and before not in "([{—–"
            marks.append(_Mark(start, end, may_open=not closes, may_close=closes, sign=sign))
        elif sign in _CLOSERS:
            opens = (before.isspace() or before in "([{—–") and not free_after
            marks.append(_Mark(start, end, may_open=opens, may_close=not opens, sign=sign))
        else:
            if before == "=":
                in_attribute = True  # name="value" of a tag that was left in the text
                continue
            if in_attribute:
                in_attribute = False
                continue
            if after == "“" and _is_wrapped(text, end, paragraph):
                wrapped = True  # the mark of somebody who quotes the whole paragraph
                continue
            if wrapped and end == paragraph.end:
                continue
            opens = (free_before or (before in ".!?" and after.isupper())) and not after.isspace()
            closes = (not before.isspace() or after.isspace()) and before not in "([{"
            if opens and closes:
                opens, closes = (not free_after, free_after) if before in "—–-―:,;…/" else (opens, closes)
            marks.append(_Mark(start, end, may_open=opens or not closes, may_close=closes, sign=sign))
    return marks


def _is_wrapped(text: str, start: int, paragraph: Span) -> bool:
    """Tell whether a plain mark before “ is none of the text's: nothing closes it, or only the paragraph's last mark.

    “You win,” he said.": the words within end with a comma or a stop, as somebody's own do.
    """
    later = text.find('"', start, paragraph.end)
    closing = text.find("”", start, paragraph.end)
    return later < 0 or (later == paragraph.end - 1 and closing > start and text[closing - 1] in _END_OF_WORDS)


def _pair(text: str, paragraph: Span, index: int, signs: Sequence[re.Match[str]], found: list[Marked]) -> None:
    marks = _marks(text, paragraph, signs)
    if not marks:
        return
    # How many more marks close than open from each mark on: tells a nested opening from a forgotten closing.
    surplus = [0] * (len(marks) + 1)
    for at in range(len(marks) - 1, -1, -1):
        mark = marks[at]
        surplus[at] = surplus[at + 1] + (1 if mark.may_close else -1)
    opened: list[_Mark] = []
    for at, mark in enumerate(marks):
        if not opened:
            if mark.may_open and not (mark.sign == '"' and _is_inches(text, mark, paragraph)):
                opened.append(mark)
        elif mark.may_close:
            if mark.sign == '"' and len(opened) > 1 and opened[-1].sign == "“" and opened[0].sign == '"':
                del opened[1:]
            first = opened.pop()
            if not opened:
                _keep(text, first.start, first.end, mark.start, mark.end, index, found, is_closed=True)
        elif surplus[at + 1] >= len(opened) + 1:
            opened.append(mark)
        else:
            first = opened[0]
            _keep(text, first.start, first.end, mark.start, mark.start, index, found, is_closed=False)
            opened = [mark]
    if opened and not _is_stray(text, opened[0], paragraph):
        first = opened[0]
        _keep(text, first.start, first.end, paragraph.end, paragraph.end, index, found, is_closed=False)


def _keep(
    text: str, outer: int, start: int, end: int, outer_end: int, index: int, found: list[Marked], *, is_closed: bool
) -> None:
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    end -= len(inner) - len(inner.rstrip())
    if start < end and _ALPHANUMERIC.search(inner):
        found.append(Marked(Span(start, end), Span(outer, outer_end), index, is_closed))


def _is_stray(text: str, mark: _Mark, paragraph: Span) -> bool:
    """Tell whether a plain mark at the head of a paragraph is none: nothing closes it, and what follows has others."""
    if mark.sign != '"' or mark.start != paragraph.start:
        return False
    after = paragraph.end
    while after < len(text) and text[after].isspace():
        after += 1
    return text.startswith("“", after)


def _is_inches(text: str, mark: _Mark, paragraph: Span) -> bool:
    return mark.start > paragraph.start and text[mark.start - 1].isdigit()


def _pair_single(text: str, paragraph: Span, index: int, signs: Sequence[re.Match[str]], found: list[Marked]) -> None:
    opened: int | None = None
    last_closing: int | None = None

    def close(at: int) -> None:
        if opened is not None and text[opened + 1 : at].strip():
            found.append(Marked(Span(opened + 1, at), Span(opened, at + 1), index, is_closed=True, is_single=True))

    for match in signs:
        at = match.start()
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        if (before.isspace() or before in "([—–") and after.isalnum() and match.group() != "’":
            if after.isdigit() and match.group() == "'":
                continue
            if opened is not None and last_closing is not None:
                close(last_closing)
            opened, last_closing = at, None
        elif opened is not None and not before.isspace() and not after.isalnum():
            if before in _END_OF_WORDS:
                close(at)
                opened, last_closing = None, None
            else:
                last_closing = at
    if opened is not None and last_closing is not None:
        close(last_closing)
