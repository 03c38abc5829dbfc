"""PDF by ReportLab: text that can be selected, an outline, embedded typefaces, Chinese broken into lines as it should.

Paragraphs are made while pages are set, and a page is packed once it is full: of a long document only that stands in
memory which will be in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any, BinaryIO, SupportsIndex

from dateline.export.escape import address, clean, xml
from dateline.export.line_breaks import break_lines
from dateline.export.own_words import OwnParagraph, Run, own_paragraphs
from dateline.export.pdf_fonts import Fonts, known_fonts
from dateline.export.sheet import OWN_WORDS, Block, Kind, blocks
from dateline.news.handover import GroupBy, Handover, PaperSize
from dateline.text.script import has_han

_SIZES = {
    Kind.TITLE: (22, 28),
    Kind.GROUP: (16, 21),
    Kind.HEADLINE: (14, 18),
    Kind.SECTION: (10.5, 14),
    Kind.BYLINE: (8.5, 12),
    Kind.CITATION: (8.5, 12),
    Kind.LINE: (8.5, 12),
    Kind.COUNT: (8.5, 12),
}
_TEXT_SIZE = (10.5, 15.5)
_HEADINGS = (Kind.TITLE, Kind.GROUP, Kind.HEADLINE, Kind.SECTION)
_QUIET = (Kind.BYLINE, Kind.CITATION, Kind.LINE, Kind.COUNT)
_INSET = (Kind.QUOTE, Kind.HIGHLIGHT, Kind.FIGURE, Kind.NOTE)
_INDENT = 14
_INK, _QUIET_INK, _ACCENT, _MARK = "#1E1D1B", "#55514A", "#0B6170", "#FFE88F"
_SIDES_MM, _TOP_MM, _FOOT_MM = 26, 22, 12
#: What ReportLab leaves free on each side of its frame, in points.
_FRAME = 6
#: Left of a line's room, so that the library's own sum of widths never comes out above it.
_SPARE = 0.5
#: Paragraphs made ahead of the page that is set; more than ever stand together as headings.
_AHEAD = 40


def write_pdf(handover: Handover, out: BinaryIO) -> None:
    """Write the handover as a PDF on the paper that was chosen."""
    from reportlab.lib.pagesizes import A4, LETTER
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    fonts = known_fonts()
    size = LETTER if handover.options.paper is PaperSize.LETTER else A4
    document = SimpleDocTemplate(
        out,
        pagesize=size,
        leftMargin=_SIDES_MM * mm,
        rightMargin=_SIDES_MM * mm,
        topMargin=_TOP_MM * mm,
        bottomMargin=_TOP_MM * mm,
        title=clean(handover.title),
        author="Dateline",
        creator="Dateline",
        lang="zh-CN" if handover.options.language.startswith("zh") else "en",
        initialFontName=fonts.latin,  # else Helvetica is named in every file
    )
    width = size[0] - 2 * (_SIDES_MM * mm + _FRAME)
    outline = _Outline(has_groups=handover.options.group_by is not GroupBy.NONE)
    made = (one for block in blocks(handover) for one in _paragraphs(block, outline, fonts, width))
    document.build(_Story(made), onFirstPage=_number, onLaterPages=_number, canvasmaker=_packing_canvas())


@lru_cache(maxsize=1)
def _packing_canvas() -> type[Any]:
    """Return a canvas that packs each page once it is full; the library's own keeps all of them loose until the end."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFZCompress
    from reportlab.pdfgen.canvas import Canvas

    class PackingCanvas(Canvas):  # type: ignore[misc]
        def showPage(self) -> None:  # noqa: N802 - the library's name
            super().showPage()
            page = self._doc.Pages.pages[-1]
            packed = PDFZCompress.encode(page.stream)
            filters = PDFDictionary({"Filter": PDFArray([PDFName(PDFZCompress.pdfname)])})
            page.Contents, page.stream = PDFStream(filters, packed), None

    return PackingCanvas


class _Story(list[Any]):
    """The paragraphs that come next. The library takes them off the front; more are made as they go."""

    def __init__(self, made: Iterator[Any]) -> None:
        super().__init__()
        self._made = made
        self._fill()

    def __delitem__(self, at: SupportsIndex | slice) -> None:
        super().__delitem__(at)
        self._fill()

    def _fill(self) -> None:
        while len(self) < _AHEAD:
            paragraph = next(self._made, None)
            if paragraph is None:
                return
            self.append(paragraph)


class _Outline:
    """The document's outline: groups, and below them articles."""

    def __init__(self, *, has_groups: bool) -> None:
        self._levels = {Kind.GROUP: 0, Kind.HEADLINE: int(has_groups)}
        self._number = 0

    def follow(self, paragraph: Any, block: Block) -> Any:
        """Return the paragraph; one of a heading adds itself to the outline where it is drawn."""
        level = self._levels.get(block.kind)
        if level is None:
            return paragraph
        draw = paragraph.draw
        self._number += 1
        key = f"b{self._number}"

        def draw_and_outline() -> None:
            canvas = paragraph.canv
            canvas.bookmarkPage(key)
            canvas.addOutlineEntry(clean(block.text)[:200], key, level)
            draw()

        paragraph.draw = draw_and_outline
        return paragraph


def _paragraphs(block: Block, outline: _Outline, fonts: Fonts, width: float) -> Iterator[Any]:
    if block.kind not in OWN_WORDS:
        settable = replace(block, text=fonts.named(clean(block.text)), who=fonts.named(clean(block.who)))
        yield outline.follow(_paragraph(settable, fonts, width), block)
        return
    for paragraph in own_paragraphs(block.text):
        paragraph = replace(paragraph, runs=tuple(replace(run, text=fonts.named(run.text)) for run in paragraph.runs))
        yield _own(paragraph, _INDENT if block.kind in _INSET else 0, fonts, width)


def _own(paragraph: OwnParagraph, indent: float, fonts: Fonts, width: float) -> Any:
    """Return a paragraph that the user wrote."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    size, leading = _TEXT_SIZE
    is_chinese = has_han(paragraph.text)
    indent += _INDENT * paragraph.depth
    style = ParagraphStyle(
        "OWN",
        fontName=fonts.latin,
        fontSize=size,
        leading=leading * (1.1 if is_chinese else 1),
        spaceBefore=1,
        spaceAfter=4,
        leftIndent=indent,
        bulletIndent=indent - 10,
        bulletFontName=fonts.latin,
        bulletFontSize=size,
        textColor=_colour(_INK),
        # Lines of several looks are broken by the library, which for Chinese counts letters and not words.
        wordWrap="CJK" if is_chinese and len(paragraph.runs) > 1 else None,
    )
    if len(paragraph.runs) == 1 and is_chinese:
        lines = paragraph.text.split("\n")
        parts = [part for line in lines for part in _broken(line, fonts, fonts.latin, size, width - indent)]
        text = _run(replace(paragraph.runs[0], text="\n".join(parts)), fonts, is_chinese=True)
    else:
        text = "".join(_run(run, fonts, is_chinese=is_chinese) for run in paragraph.runs)
    return Paragraph(text, style, bulletText=paragraph.mark or None)


def _run(run: Run, fonts: Fonts, *, is_chinese: bool) -> str:
    text = "<br/>".join(_marked(line, fonts, is_chinese=is_chinese) for line in run.text.split("\n"))
    if run.is_bold:
        text = f'<font face="{fonts.bold}">{text}</font>'
    if run.link:
        text = f'<a href="{xml(run.link)}" color="{_ACCENT}">{text}</a>'
    return text


def _paragraph(block: Block, fonts: Fonts, width: float) -> Any:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    size, leading = _SIZES.get(block.kind, _TEXT_SIZE)
    is_chinese = has_han(block.text)
    is_heading = block.kind in _HEADINGS
    indent = _INDENT if block.kind in _INSET else 0
    name = fonts.bold if is_heading else fonts.latin
    ink = _ACCENT if block.kind is Kind.SECTION else _QUIET_INK if block.kind in _QUIET else _INK
    style = ParagraphStyle(
        block.kind.name,
        fontName=name,
        fontSize=size,
        leading=leading * (1.1 if is_chinese else 1),
        spaceBefore=14 if block.kind in (Kind.GROUP, Kind.HEADLINE, Kind.COUNT) else 6 if is_heading else 1,
        spaceAfter=6 if is_heading else 4,
        leftIndent=indent,
        bulletIndent=indent - 8,
        bulletFontName=fonts.latin,
        bulletFontSize=size,
        textColor=_colour(ink),
        keepWithNext=is_heading,
        splitLongWords=True,
    )
    lines = block.text.split("\n")
    if is_chinese:
        lines = [part for line in lines for part in _broken(line, fonts, name, size, width - indent)]
    text = "<br/>".join(_marked(line, fonts, is_chinese=is_chinese) for line in lines)
    link = address(block.link) if block.kind is Kind.HEADLINE else ""
    if link:
        text = f'<a href="{xml(link)}">{text}</a>'
    if block.kind is Kind.HIGHLIGHT:
        text = f'<font backColor="{_MARK}">{text}</font>'
    if block.who:
        who = _marked(f"— {block.who}", fonts, is_chinese=False)
        text += f'<br/><font size="8.5" color="{_QUIET_INK}">{who}</font>'
    bullet = "•" if block.kind is Kind.FIGURE else None
    return Paragraph(text, style, bulletText=bullet)


def _broken(line: str, fonts: Fonts, name: str, size: float, room: float) -> list[str]:
    """Return a line with Chinese in it as the lines that it is set in."""
    faces = [
        fonts.chinese if is_chinese_font else name
        for run, is_chinese_font in fonts.runs(line, is_chinese=True)
        for _ in run
    ]
    widths = [_width(sign, face, size) for sign, face in zip(line, faces, strict=True)]
    return break_lines(line, widths, room - _SPARE) or [""]


@lru_cache(maxsize=20_000)
def _width(sign: str, face: str, size: float) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(sign, face, size))


@lru_cache(maxsize=8)
def _colour(name: str) -> Any:
    """Return a colour as the library has it; given a name it would work it out for every run."""
    from reportlab.lib.colors import HexColor

    return HexColor(name)


def _marked(text: str, fonts: Fonts, *, is_chinese: bool) -> str:
    """Return text as ReportLab's markup, with its fonts."""
    return "".join(
        f'<font face="{fonts.chinese}">{xml(run)}</font>' if is_chinese_font else xml(run)
        for run, is_chinese_font in fonts.runs(text, is_chinese=is_chinese)
    )


def _number(canvas: Any, document: Any) -> None:
    from reportlab.lib.units import mm

    canvas.setFont(known_fonts().latin, 8)
    canvas.drawRightString(document.pagesize[0] - _SIDES_MM * mm, _FOOT_MM * mm, str(document.page))
