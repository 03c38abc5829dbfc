"""DOCX: headings that Word's outline knows, East Asian fonts named for Chinese runs, paragraphs written as they come.

python-docx makes the file around the text (styles, fonts, paper); the text itself is streamed into it, so that a long
document neither fills the memory nor slows down.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import IO, Any, BinaryIO

from dateline.export.escape import address, clean, xml
from dateline.export.own_words import OwnParagraph, Run, own_paragraphs
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
_TEXT, _LINKS = "word/document.xml", "word/_rels/document.xml.rels"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
#: Twentieths of a point that a step to the right takes, and that a list's mark stands to the left.
_STEP, _HANGING = 360, 280


def write_docx(handover: Handover, out: BinaryIO) -> None:
    """Write the handover as a Word document."""
    frame, styles = _frame(handover)
    links: list[str] = []
    with zipfile.ZipFile(io.BytesIO(frame)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as document:
        for name in made.namelist():
            if name not in (_TEXT, _LINKS):
                document.writestr(name, made.read(name))
        before, _, rest = made.read(_TEXT).decode().partition("<w:body>")
        after = rest[rest.rindex("<w:sectPr") :]
        with document.open(_TEXT, "w") as text:
            _write(text, before + "<w:body>")
            for block in blocks(handover):
                for paragraph in _paragraphs(block, styles, links):
                    _write(text, paragraph)
            _write(text, after)
        with document.open(_LINKS, "w") as known:
            head, end, _ = made.read(_LINKS).decode().partition("</Relationships>")
            _write(known, head)
            for number, link in enumerate(links):
                _write(
                    known, f'<Relationship Id="{_id(number)}" Type="{_LINK}" Target="{link}" TargetMode="External"/>'
                )
            _write(known, end)


def _paragraphs(block: Block, styles: dict[Kind, str], links: list[str]) -> Iterator[str]:
    """Yield a block's paragraphs as Word's XML; addresses that are linked to are added to `links`."""
    if block.kind in OWN_WORDS:
        for own in own_paragraphs(block.text):
            yield _own(own, links)
        return
    link = address(block.link) if block.kind is Kind.HEADLINE else ""
    is_quiet = block.kind in (Kind.BYLINE, Kind.CITATION, Kind.LINE) and block.lang != "zh"
    runs = _run(Run(block.text, is_italic=is_quiet, link=link), links)
    if block.who:
        runs += _run(Run(f"\n— {block.who}"), links)
    yield f'<w:p><w:pPr><w:pStyle w:val="{styles[block.kind]}"/></w:pPr>{runs}</w:p>'


def _own(own: OwnParagraph, links: list[str]) -> str:
    """Return a paragraph that the user wrote."""
    hanging = f' w:hanging="{_HANGING}"' if own.mark else ""
    place = f'<w:pPr><w:ind w:left="{_STEP * own.depth}"{hanging}/></w:pPr>' if own.depth else ""
    runs = _run(Run(f"{own.mark} "), links) if own.mark else ""
    return f"<w:p>{place}{runs}{''.join(_run(run, links) for run in own.runs)}</w:p>"


def _run(run: Run, links: list[str]) -> str:
    looks = ("<w:b/>" if run.is_bold else "") + ("<w:i/>" if run.is_italic else "")
    lines = (f'<w:t xml:space="preserve">{xml(line)}</w:t>' for line in clean(run.text).split("\n"))
    made = f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{'<w:br/>'.join(lines)}</w:r>"
    if not run.link:
        return made
    links.append(xml(run.link))
    return f'<w:hyperlink r:id="{_id(len(links) - 1)}">{made}</w:hyperlink>'


def _id(number: int) -> str:
    return f"link{number}"


def _write(part: IO[bytes], text: str) -> None:
    part.write(text.encode("utf-8", "replace"))


def _frame(handover: Handover) -> tuple[bytes, dict[Kind, str]]:
    """Return a document without text, and the ids of its styles."""
    from docx import Document

    document = Document()
    document.core_properties.title = clean(handover.title)[:255]
    document.core_properties.author = "Dateline"
    document.core_properties.comments = ""
    _name_fonts(document)
    _take_paper(document, handover.options.paper)
    styles = {kind: str(document.styles[_STYLES.get(kind, "Normal")].style_id) for kind in Kind}
    out = io.BytesIO()
    document.save(out)
    return out.getvalue(), styles


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
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme"):  # a theme's font goes before one that is named
                names.attrib.pop(qn(f"w:{theme}"), None)
            names.set(qn("w:ascii"), "Georgia")
            names.set(qn("w:hAnsi"), "Georgia")
            names.set(qn("w:eastAsia"), "SimSun")
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:eastAsia"), "zh-CN")
