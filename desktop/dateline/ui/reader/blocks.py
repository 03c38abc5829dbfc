"""An article's text as blocks and runs, ready to be set: what is a heading, what is Chinese, what is a link. Pure.

The text decides; its HTML only adds structure where a block of it has the same words as a line of the text. Every
position is a code point position in the text, so findings need no translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import urlsplit

from dateline.text.script import n_han
from dateline.text.span import Span


class BlockKind(StrEnum):
    """What a line of the text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one block set in one way. `span` lies in the article's text."""

    span: Span
    is_han: bool = False  # takes the Chinese reading face
    is_italic: bool = False
    is_bold: bool = False
    href: str = ""  # http or https only


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the text; runs cover the span without gap."""

    kind: BlockKind
    span: Span
    is_chinese: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class _Style:
    """Inline style of a stretch of an HTML block, in positions of its text without spaces."""

    start: int
    end: int
    is_italic: bool = False
    is_bold: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class _Element:
    """One block of the HTML: its text without spaces, and its styles."""

    kind: BlockKind
    squeezed: str
    styles: tuple[_Style, ...]


#: A line with at least this share of ideographs is set as Chinese.
CHINESE_SHARE = 0.15
#: How many HTML blocks a line may skip to find its own.
_LOOK_AHEAD = 12

_HAN_RUN = re.compile(
    "[\u2e80-\u2fdf\u3000-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]+"
)
# The same with the marks that Latin faces own too; inside a Chinese block they belong to Chinese, an apostrophe apart.
_CHINESE_RUN = re.compile(
    "(?:[\u2e80-\u2fdf\u3000-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff“”‘…—·]|’(?![A-Za-z]))+"
)
_SPACE = re.compile(r"\s+")


def blocks_of(text: str, html: str = "") -> tuple[Block, ...]:
    """Return one block a line of `text`, in order; time is linear in the length of both."""
    elements = _read_elements(html) if html else []
    blocks: list[Block] = []
    start = 0
    at = 0
    for line in text.split("\n"):
        span = Span(start, start + len(line))
        start = span.end + 1
        squeezed = _SPACE.sub("", line)
        if not squeezed:
            blocks.append(Block(BlockKind.BLANK, span, is_chinese=False, runs=(Run(span),) if line else ()))
            continue
        element = None
        for index in range(at, min(at + _LOOK_AHEAD, len(elements))):
            if _is_same(elements[index].squeezed, squeezed):
                element = elements[index]
                at = index + 1
                break
        blocks.append(_block(line, span, element))
    return tuple(blocks)


def _is_same(element: str, line: str) -> bool:
    return element == line or (line[0] in "-•*–" and line[1:] == element)


def _block(line: str, span: Span, element: _Element | None) -> Block:
    is_chinese = n_han(line) >= CHINESE_SHARE * len(line)
    runs = _script_runs(line, span.start, is_chinese=is_chinese)
    kind = BlockKind.PARAGRAPH
    if element is not None:
        kind = element.kind
        if element.styles:
            skipped = len(_SPACE.sub("", line)) - len(element.squeezed)
            runs = _styled(runs, _positions(line, span.start)[skipped:], element.styles)
    return Block(kind, span, is_chinese, tuple(runs))


def _script_runs(line: str, start: int, *, is_chinese: bool) -> list[Run]:
    runs: list[Run] = []
    at = 0
    if not line.isascii():
        for match in (_CHINESE_RUN if is_chinese else _HAN_RUN).finditer(line):
            if match.start() > at:
                runs.append(Run(Span(start + at, start + match.start())))
            runs.append(Run(Span(start + match.start(), start + match.end()), is_han=True))
            at = match.end()
    if at < len(line):
        runs.append(Run(Span(start + at, start + len(line))))
    return runs


def _positions(line: str, start: int) -> list[int]:
    """Return where each character that is not a space stands, and the end of the last one."""
    places = [start + index for index, character in enumerate(line) if not character.isspace()]
    return [*places, places[-1] + 1]


def _styled(runs: Sequence[Run], positions: Sequence[int], styles: Iterable[_Style]) -> list[Run]:
    spans = [
        (Span(positions[style.start], positions[style.end - 1] + 1), style)
        for style in styles
        if style.start < style.end < len(positions)
    ]
    cuts = sorted({edge for span, _ in spans for edge in span})
    pieces = _cut(runs, cuts)
    styled: list[Run] = []
    at = 0
    open_spans: list[tuple[Span, _Style]] = []
    for piece in pieces:
        while at < len(spans) and spans[at][0].start <= piece.span.start:
            open_spans.append(spans[at])
            at += 1
        open_spans = [(span, style) for span, style in open_spans if span.end > piece.span.start]
        for _, style in open_spans:
            piece = replace(
                piece,
                is_italic=piece.is_italic or style.is_italic,
                is_bold=piece.is_bold or style.is_bold,
                href=style.href or piece.href,
            )
        styled.append(piece)
    return styled


def _cut(runs: Sequence[Run], cuts: Sequence[int]) -> Iterator[Run]:
    at = 0
    for run in runs:
        while at < len(cuts) and cuts[at] <= run.span.start:
            at += 1
        edges = [run.span.start]
        while at < len(cuts) and cuts[at] < run.span.end:
            edges.append(cuts[at])
            at += 1
        edges.append(run.span.end)
        for start, end in pairwise(edges):
            yield replace(run, span=Span(start, end))


_BLOCK_TAGS = (
    "p div h1 h2 h3 h4 h5 h6 li ul ol blockquote pre section article td th tr table figcaption figure dt dd dl"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class _Reader(HTMLParser):
    """Collects blocks and their inline styles; forgiving of tags that are not closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[_Element] = []
        self._kinds: list[tuple[str, BlockKind]] = []
        self._parts: list[str] = []
        self._length = 0
        self._open: list[tuple[str, int, str]] = []
        self._styles: list[_Style] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._flush()
            self._kinds.append((tag, _kind(tag, self._kinds[-1][1] if self._kinds else BlockKind.PARAGRAPH)))
        elif tag in ("br", "hr"):
            self._flush()
        elif tag in ("em", "i", "strong", "b", "a"):
            self._open.append((tag, self._length, _safe(dict(attrs).get("href")) if tag == "a" else ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
            for index in range(len(self._kinds) - 1, -1, -1):
                if self._kinds[index][0] == tag:
                    del self._kinds[index:]
                    break
        elif tag in ("em", "i", "strong", "b", "a"):
            for index in range(len(self._open) - 1, -1, -1):
                if self._open[index][0] == tag:
                    self._close(self._open.pop(index))
                    break

    def handle_data(self, data: str) -> None:
        squeezed = _SPACE.sub("", data)
        self._parts.append(squeezed)
        self._length += len(squeezed)

    def close(self) -> None:
        super().close()
        self._flush()

    def _close(self, opened: tuple[str, int, str]) -> None:
        tag, start, href = opened
        if start < self._length:
            self._styles.append(
                _Style(start, self._length, is_italic=tag in ("em", "i"), is_bold=tag in ("strong", "b"), href=href)
            )

    def _flush(self) -> None:
        for opened in self._open:  # a style that runs on into the next block starts anew there
            self._close(opened)
        self._open = [(tag, 0, href) for tag, _, href in self._open[-8:]]
        squeezed = "".join(self._parts)
        if squeezed:
            kind = self._kinds[-1][1] if self._kinds else BlockKind.PARAGRAPH
            styles = sorted((s for s in self._styles if not s.is_bold or kind is not BlockKind.HEADING), key=_start)
            self.elements.append(_Element(kind, squeezed, tuple(styles)))
        self._parts, self._length, self._styles = [], 0, []


def _start(style: _Style) -> int:
    return style.start


def _kind(tag: str, around: BlockKind) -> BlockKind:
    if tag in _HEADINGS:
        return BlockKind.HEADING
    if tag == "li":
        return BlockKind.LIST_ITEM
    if tag == "blockquote":
        return BlockKind.QUOTATION
    return around


def _safe(href: str | None) -> str:
    """Return the address where it is one a reader may follow, else nothing."""
    if not href:
        return ""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return ""
    return href.strip() if parts.scheme in ("http", "https") and parts.netloc else ""


def _read_elements(html: str) -> list[_Element]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.elements
