"""EPUB 3: a chapter an article, a table of contents, the language of each text told; fonts are named, not embedded."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import BinaryIO
from uuid import NAMESPACE_URL, uuid5

from dateline.export.escape import one_line, xml
from dateline.export.html import html_blocks
from dateline.export.sheet import Block, Kind, blocks
from dateline.export.words import word
from dateline.news.handover import Handover

_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?><container version="1.0" '
    'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/book.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_STYLE = """body { font-family: "Source Serif 4", Georgia, "Songti SC", "Noto Serif CJK SC", serif; line-height: 1.6; }
blockquote { border-left: 3px solid #0b6170; margin: 0.8em 0; padding-left: 1em; }
.byline, .citation, .line, .count, footer { font-size: 0.85em; } .own-heading { font-weight: bold; }
mark { background: #ffe88f; }
"""


def write_epub(handover: Handover, out: BinaryIO) -> None:
    """Write the handover as an EPUB 3 book. Chapters are written as they come, so that memory stays small."""
    language = "zh-CN" if handover.options.language.startswith("zh") else "en"
    names: list[tuple[str, str, str]] = []  # file, title (none for the contents), language
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr("META-INF/container.xml", _CONTAINER)
        book.writestr("EPUB/style.css", _STYLE)
        for number, chapter in enumerate(_chapters(blocks(handover))):
            head = next((one for one in chapter if one.kind in (Kind.HEADLINE, Kind.TITLE)), chapter[0])
            lang = ("zh-CN" if head.lang == "zh" else head.lang) or language
            name = f"chapter-{number:05}.xhtml"
            names.append((name, "" if head.kind is Kind.COUNT else one_line(head.text) or "–", lang))
            book.writestr(f"EPUB/{name}", _page(head.text, lang, "".join(html_blocks(chapter))))
        book.writestr("EPUB/contents.xhtml", _contents(names, language))
        book.writestr("EPUB/book.opf", _package(handover, names, language))


def _chapters(some: Iterator[Block]) -> Iterator[list[Block]]:
    """Part blocks at headlines; a group's heading opens the chapter of its first article."""
    chapter: list[Block] = []
    has_headline = False
    for block in some:
        opens = block.kind is Kind.GROUP or (block.kind is Kind.HEADLINE and has_headline)
        is_first = block.kind is Kind.HEADLINE and any(one.kind is Kind.TITLE for one in chapter)
        if chapter and (opens or is_first or block.kind is Kind.COUNT):
            yield chapter
            chapter, has_headline = [], False
        has_headline |= block.kind is Kind.HEADLINE
        chapter.append(block)
    if chapter:
        yield chapter


def _page(title: str, lang: str, body: str) -> str:
    name = xml(one_line(title)) or "–"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops" lang="{xml(lang)}" xml:lang="{xml(lang)}"><head><title>{name}'
        f'</title><link rel="stylesheet" type="text/css" href="style.css"/></head><body>\n{body}</body></html>\n'
    )


def _contents(names: list[tuple[str, str, str]], language: str) -> str:
    title = xml(word("contents", language))
    rows = "".join(
        f'<li><a href="{name}" lang="{xml(lang)}" xml:lang="{xml(lang)}">{xml(text)}</a></li>'
        for name, text, lang in names
        if text
    )
    return _page(word("contents", language), language, f'<nav epub:type="toc"><h1>{title}</h1><ol>{rows}</ol></nav>')


def _package(handover: Handover, names: list[tuple[str, str, str]], language: str) -> str:
    made = f"{handover.made_at:%Y-%m-%dT%H:%M:%SZ}"
    title = xml(one_line(handover.title)) or "Dateline"
    identifier = uuid5(NAMESPACE_URL, f"dateline:{title}:{made}")
    manifest = "".join(
        f'<item id="c{number}" href="{name}" media-type="application/xhtml+xml"/>'
        for number, (name, _, _) in enumerate(names)
    )
    spine = "".join(f'<itemref idref="c{number}"/>' for number in range(len(names)))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="id" xml:lang="{language}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier><dc:title>{title}</dc:title>'
        f"<dc:language>{language}</dc:language><dc:creator>Dateline</dc:creator>"
        f'<meta property="dcterms:modified">{made}</meta></metadata><manifest>'
        '<item id="nav" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'<item id="css" href="style.css" media-type="text/css"/>{manifest}</manifest>'
        f"<spine>{spine}</spine></package>\n"
    )
