"""DOCX by python-docx: headings that Word's outline knows, East Asian fonts named for Chinese runs."""

from __future__ import annotations

from typing import Any, BinaryIO

from dateline.export.escape import address, clean
from dateline.export.own_words import OwnParagraph, own_paragraphs
from dateline.export.sheet import OWN_WORDS, Block, Kind, blocks
from dateline.news.handover import Handover, PaperSize

_STYLES = {
    Kind.TITLE: "Title",
    Kind.GROUP: "Heading 1",
    Kind.HEADLINE: "Heading 2",
    Kind.SECTION: "Heading 3",
    Kind.QUOTE: "Quote",
    Kind.HIGHLIGHT: "Intense Quote",
    Kind.FIGURE: "List Bullet",
    Kind.COUNT: "Caption",
}


def write_docx(handover: Handover, out: BinaryIO) -> None:
    """Write the handover as a Word document."""
    from docx import Document

    document = Document()
    document.core_properties.title = clean(handover.title)[:255]
    document.core_properties.author = "Dateline"
    document.core_properties.comments = ""
    _name_fonts(document)
    _take_paper(document, handover.options.paper)
    # Looked up once: the library searches all styles at every paragraph.
    styles = {kind: document.styles[_STYLES.get(kind, "Normal")].style_id for kind in Kind}
    for block in blocks(handover):
        if block.kind in OWN_WORDS:
            for one in own_paragraphs(block.text):
                _add_own(document, one)
        else:
            _add(document, block, styles[block.kind])
    document.save(out)


def _add(document: Any, block: Block, style: str) -> None:
    paragraph = document.add_paragraph()
    paragraph._p.style = style  # noqa: SLF001 - by its id, which the library's own way searches for anew
    link = address(block.link) if block.kind is Kind.HEADLINE else ""
    if link:
        _link(paragraph, clean(block.text), link)
    else:
        run = paragraph.add_run(clean(block.text))
        run.italic = block.kind in (Kind.BYLINE, Kind.CITATION, Kind.LINE) and block.lang != "zh"
    if block.who:
        paragraph.add_run(f"\n— {clean(block.who)}")


def _add_own(document: Any, own: OwnParagraph) -> None:
    """Add a paragraph that the user wrote."""
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Pt(18 * own.depth)
    if own.mark:
        paragraph.paragraph_format.first_line_indent = Pt(-14)
        paragraph.add_run(f"{own.mark} ")
    for words in own.runs:
        if words.link:
            _link(paragraph, words.text, words.link)
            continue
        run = paragraph.add_run(words.text)
        run.bold, run.italic = words.is_bold, words.is_italic


def _link(paragraph: Any, text: str, link_to: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(link_to, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(text)
    link.append(run._r)  # noqa: SLF001 - the library gives no other way to put a run into a link
    paragraph._p.append(link)  # noqa: SLF001


def _take_paper(document: Any, paper: PaperSize) -> None:
    from docx.shared import Mm

    width, height = (215.9, 279.4) if paper is PaperSize.LETTER else (210, 297)
    for section in document.sections:
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin = section.right_margin = Mm(26)


def _name_fonts(document: Any) -> None:
    """Name a Latin and a Chinese font for every style; Word takes the one that the letters need."""
    from docx.oxml.ns import qn

    for style in document.styles:
        fonts = getattr(getattr(style, "element", None), "rPr", None)
        if fonts is None and style.name == "Normal":
            fonts = style.element.get_or_add_rPr()
        if fonts is not None:
            names = fonts.get_or_add_rFonts()
            names.set(qn("w:ascii"), "Georgia")
            names.set(qn("w:hAnsi"), "Georgia")
            names.set(qn("w:eastAsia"), "SimSun")
