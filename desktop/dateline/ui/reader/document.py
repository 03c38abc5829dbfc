"""An article set as a Qt document: the headline, then one block a line, in the reading faces of its script.

The document holds the text character for character; it is made once and never edited, so spans stay true. No resource
is ever loaded into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
    QTextOption,
)

from dateline.ui.reader.blocks import Block, BlockKind, Run
from dateline.ui.reader.page import Page
from dateline.ui.theme import Theme

#: Between paragraphs, in pixels, where the user wants no other.
PARAGRAPH_GAP = 14
#: Left and right of the text inside the document, so that the outline of a quote is not cut off.
EDGE = 4
#: Above the headline: the outlet's line stands there.
HEAD_HEIGHT = 40
#: Above the text, where the headline stands elsewhere.
BARE_HEIGHT = 18
#: Below the last line.
FOOT_HEIGHT = 120
_INDENT = 22

#: Characters that Qt would take for a new block or refuse; each is shown as one other character.
_STRANGE = re.compile("[\x00-\x08\x0b-\x1f\u2028\u2029\ufdd0\ufdd1\ud800-\udfff]")
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


def make_document(
    page: Page, theme: Theme, parent: QObject | None = None, *, gap: int = PARAGRAPH_GAP
) -> QTextDocument:
    """Return the document of a page; `gap` is the room between paragraphs in pixels."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(theme.font("body"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _set_title(cursor, page, theme)
    _set_text(cursor, page, theme, gap)
    cursor.endEditBlock()
    frame = document.rootFrame()
    edges = frame.frameFormat()
    edges.setLeftMargin(EDGE)
    edges.setRightMargin(EDGE)
    edges.setTopMargin(HEAD_HEIGHT)
    edges.setBottomMargin(FOOT_HEIGHT)
    frame.setFrameFormat(edges)
    return document


def reserve_below_title(document: QTextDocument, height: int) -> None:
    """Keep room between headline and text, where dates, completeness and topics stand."""
    title = document.firstBlock()
    block_format = title.blockFormat()
    if block_format.bottomMargin() != height:
        block_format.setBottomMargin(height)
        QTextCursor(title).setBlockFormat(block_format)


def hide_title(document: QTextDocument) -> None:
    """Begin with the text: the headline keeps its place among the positions, but not on paper."""
    title = document.firstBlock()
    title.setVisible(False)
    frame = document.rootFrame()
    edges = frame.frameFormat()
    edges.setTopMargin(BARE_HEIGHT)
    frame.setFrameFormat(edges)
    document.markContentsDirty(title.position(), title.length())


def _set_title(cursor: QTextCursor, page: Page, theme: Theme) -> None:
    is_chinese = page.title_block.is_chinese
    style = "headline_zh" if is_chinese else "headline"
    block_format = QTextBlockFormat()
    block_format.setLineHeight(theme.line(style), _FIXED)
    block_format.setHeadingLevel(1)
    cursor.setBlockFormat(block_format)
    cursor.insertText(_shown(page.title), _title_format(theme, is_chinese=is_chinese))
    for run in _off_script(page.title_block):
        span = page.title_map.to_units(run.span.start), page.title_map.to_units(run.span.end)
        _select(cursor, *span)
        cursor.setCharFormat(_title_format(theme, is_chinese=run.is_han))
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _title_format(theme: Theme, *, is_chinese: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    font = theme.font("headline_zh" if is_chinese else "headline")
    made.setFont(font)
    if not is_chinese:
        made.setFontLetterSpacingType(font.SpacingType.AbsoluteSpacing)
        made.setFontLetterSpacing(-0.35)
    return made


def _set_text(cursor: QTextCursor, page: Page, theme: Theme, gap: int) -> None:
    """Insert the whole text in the look most blocks have, then set what differs: few calls even for a long text."""
    is_chinese = sum(1 if block.is_chinese else -1 for block in page.blocks if block.kind is not BlockKind.BLANK) > 0
    usual = _block_format(theme, BlockKind.PARAGRAPH, gap, is_chinese=is_chinese)
    cursor.insertBlock(usual, _char_format(theme, is_han=is_chinese))
    cursor.insertText(_shown(page.article.text))
    in_list = None
    for block in page.blocks:
        start, end = page.in_document(block.span)
        if block.kind is not BlockKind.PARAGRAPH or block.is_chinese != is_chinese:
            _select(cursor, start, end)
            cursor.setBlockFormat(_block_format(theme, block.kind, gap, is_chinese=block.is_chinese))
            if block.is_chinese != is_chinese or block.kind is BlockKind.HEADING:
                made = _char_format(theme, is_han=block.is_chinese, is_bold=block.kind is BlockKind.HEADING)
                cursor.setCharFormat(made)
                cursor.setBlockCharFormat(made)
        if block.kind is BlockKind.LIST_ITEM:
            if in_list is None:
                list_format = QTextListFormat()
                list_format.setStyle(QTextListFormat.Style.ListDisc)
                list_format.setIndent(0)
                in_list = cursor.createList(list_format)
            else:
                in_list.add(cursor.block())
        else:
            in_list = None
        for run in block.runs:
            if run.is_han != block.is_chinese or run.is_bold or run.is_italic or run.href:
                _select(cursor, *page.in_document(run.span))
                cursor.setCharFormat(_run_format(theme, run, is_heading=block.kind is BlockKind.HEADING))


def _block_format(theme: Theme, kind: BlockKind, gap: int, *, is_chinese: bool) -> QTextBlockFormat:
    made = QTextBlockFormat()
    if kind is BlockKind.BLANK:
        made.setLineHeight(1, _FIXED)
        return made
    made.setLineHeight(theme.line("body_zh" if is_chinese else "body"), _FIXED)
    made.setBottomMargin(gap)
    if kind is BlockKind.HEADING:
        made.setTopMargin(gap + 6)
        made.setBottomMargin(6)
        made.setHeadingLevel(2)
    elif kind is BlockKind.QUOTATION:
        made.setLeftMargin(_INDENT)
        made.setRightMargin(_INDENT)
    elif kind is BlockKind.LIST_ITEM:
        made.setLeftMargin(_INDENT)
        made.setBottomMargin(6)
    return made


def _char_format(theme: Theme, *, is_han: bool, is_bold: bool = False, is_italic: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    # Chinese is never slanted.
    made.setFont(
        theme.font("body_zh" if is_han else "body", weight=600 if is_bold else None, is_italic=is_italic and not is_han)
    )
    return made


def _run_format(theme: Theme, run: Run, *, is_heading: bool) -> QTextCharFormat:
    made = _char_format(theme, is_han=run.is_han, is_bold=run.is_bold or is_heading, is_italic=run.is_italic)
    if run.href:
        made.setAnchor(True)
        made.setAnchorHref(run.href)
        made.setForeground(theme.colour.accent)
    return made


def _off_script(block: Block) -> Iterable[Run]:
    return (run for run in block.runs if run.is_han != block.is_chinese)


def _select(cursor: QTextCursor, start: int, end: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)


def _shown(text: str) -> str:
    """Return the text with every character that Qt cannot hold replaced by one that it can; positions stay."""
    return _STRANGE.sub(_stand_in, text) if _STRANGE.search(text) else text


def _stand_in(match: re.Match[str]) -> str:
    return "\ufffd" if match.group() >= "\ud800" and match.group() <= "\udfff" else " "
