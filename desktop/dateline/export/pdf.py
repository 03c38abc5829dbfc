"""PDF by ReportLab: text that can be selected, an outline, the shipped typefaces embedded, Chinese set by its own font.

Chinese comes from a TrueType font of this computer, embedded; where there is none, from the reader's own
STSong-Light, named and not embedded.
"""

from __future__ import annotations

import logging
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from dateline.export.escape import address, clean, xml
from dateline.export.sheet import Block, Kind, blocks
from dateline.news.handover import Handover
from dateline.settings import resource

log = logging.getLogger(__name__)

#: TrueType Chinese fonts, (path, number in a collection), best first. OpenType ones with CFF cannot be embedded.
_CHINESE_FONTS = (
    ("/usr/share/fonts/truetype/arphic/uming.ttc", 0),
    ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0),
    ("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0),
    ("/System/Library/Fonts/Supplemental/Songti.ttc", 6),
    ("/Library/Fonts/Arial Unicode.ttf", 0),
    ("C:/Windows/Fonts/simsun.ttc", 0),
    ("C:/Windows/Fonts/msyh.ttc", 0),
)
_NAMED_CHINESE = "STSong-Light"
#: Runs that the Latin typeface has no letters for.
_CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\U00020000-\U0003ffff]+")
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
_LEVELS = {Kind.GROUP: 0, Kind.HEADLINE: 0}
_INSET = (Kind.QUOTE, Kind.HIGHLIGHT, Kind.FIGURE, Kind.NOTE)


def write_pdf(handover: Handover, out: BinaryIO) -> None:
    """Write the handover as a PDF on A4."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    latin, chinese = _fonts()
    document = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=26 * mm,
        rightMargin=26 * mm,
        topMargin=22 * mm,
        bottomMargin=22 * mm,
        title=clean(handover.title),
        author="Dateline",
        creator="Dateline",
    )
    story = [_flow(block, number, latin, chinese) for number, block in enumerate(blocks(handover))]
    document.build(story, onFirstPage=_number, onLaterPages=_number)


def _flow(block: Block, number: int, latin: str, chinese: str) -> Any:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    size, leading = _SIZES.get(block.kind, (10.5, 15.5))
    has_chinese = bool(_CHINESE.search(block.text))
    is_heading = block.kind in (Kind.TITLE, Kind.GROUP, Kind.HEADLINE, Kind.SECTION)
    style = ParagraphStyle(
        block.kind.name,
        fontName=f"{latin}-Bold" if is_heading else latin,
        fontSize=size,
        leading=leading * (1.1 if has_chinese else 1),
        spaceBefore=14 if block.kind is Kind.HEADLINE else 6 if is_heading else 1,
        spaceAfter=6 if is_heading else 4,
        leftIndent=14 if block.kind in _INSET else 0,
        textColor="#55514A" if block.kind in (Kind.BYLINE, Kind.CITATION, Kind.LINE, Kind.COUNT) else "#1E1D1B",
        keepWithNext=is_heading,
        wordWrap="CJK" if has_chinese and len(_CHINESE.sub("", block.text)) < len(block.text) / 2 else None,
    )
    text = _marked(block.text, chinese)
    link = address(block.link) if block.kind is Kind.HEADLINE else ""
    if link:
        text = f'<a href="{xml(link)}">{text}</a>'
    if block.who:
        text += f'<br/><font size="8.5" color="#55514A">— {_marked(block.who, chinese)}</font>'
    return _outlined(Paragraph(text.replace("\n", "<br/>"), style), block, number)


def _marked(text: str, chinese: str) -> str:
    """Return text as ReportLab's markup, Chinese runs in the Chinese font."""
    return _CHINESE.sub(lambda run: f'<font face="{chinese}">{run.group()}</font>', xml(text))


def _outlined(paragraph: Any, block: Block, number: int) -> Any:
    """Return the paragraph; one of a heading adds itself to the outline where it is drawn."""
    if block.kind not in _LEVELS:
        return paragraph
    draw = paragraph.draw

    def draw_and_outline() -> None:
        canvas = paragraph.canv
        canvas.bookmarkPage(f"b{number}")
        canvas.addOutlineEntry(clean(block.text)[:200], f"b{number}", _LEVELS[block.kind])
        draw()

    paragraph.draw = draw_and_outline
    return paragraph


def _number(canvas: Any, document: Any) -> None:
    from reportlab.lib.units import mm

    canvas.setFont(_fonts()[0], 8)
    canvas.drawRightString(document.pagesize[0] - 26 * mm, 12 * mm, str(document.page))


@lru_cache(maxsize=1)
def _fonts() -> tuple[str, str]:
    """Make the fonts known; returns the Latin family and the Chinese font."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    folder = resource("fonts")
    pdfmetrics.registerFont(TTFont("SourceSerif4", str(folder / "SourceSerif4-Regular.ttf")))
    pdfmetrics.registerFont(TTFont("SourceSerif4-Bold", str(folder / "SourceSerif4-Semibold.ttf")))
    for path, number in _CHINESE_FONTS:
        if Path(path).exists():
            try:
                pdfmetrics.registerFont(TTFont("DatelineChinese", path, subfontIndex=number))
            except (TTFError, OSError, ValueError) as error:
                log.info("%s cannot be embedded: %s", path, error)
            else:
                return "SourceSerif4", "DatelineChinese"
    pdfmetrics.registerFont(UnicodeCIDFont(_NAMED_CHINESE))
    return "SourceSerif4", _NAMED_CHINESE
