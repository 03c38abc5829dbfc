"""The layers as Qt draws them: selections over a document that is not touched."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QPen, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QTextEdit

from dateline.news.note import Meaning
from dateline.text.span import Span
from dateline.ui.reader.layers import Layer, Mark
from dateline.ui.theme import Theme

_Underline = QTextCharFormat.UnderlineStyle
#: The line below a highlight, by its meaning.
UNDERLINES = {
    Meaning.KEY: _Underline.SingleUnderline,
    Meaning.CHECK: _Underline.DashUnderline,
    Meaning.DOUBT: _Underline.WaveUnderline,
    Meaning.USE: _Underline.DotLine,
}


def selections(
    document: QTextDocument, marks: Iterable[Mark], theme: Theme, current: Span | None, only_here: Iterable[Span] = ()
) -> list[QTextEdit.ExtraSelection]:
    """Return the marks, the outline of the current quote and what stands only here, for `setExtraSelections`."""
    formats: dict[object, QTextCharFormat] = {}
    last = document.characterCount() - 1
    made: list[QTextEdit.ExtraSelection] = []
    for mark in marks:
        key = (mark.layer, mark.slot, mark.topic, mark.meaning)
        look = formats.get(key)
        if look is None:
            look = formats[key] = _format(mark, theme)
        if mark.span.end <= last:
            made.append(_selection(document, mark.span, look))
    dotted = QTextCharFormat()
    dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    dotted.setUnderlineColor(theme.colour.accent)
    made += [_selection(document, span, dotted) for span in only_here if span.end <= last]
    if current is not None and current.end <= last:
        outline = QTextCharFormat()
        outline.setProperty(QTextFormat.Property.OutlinePen.value, QPen(theme.colour.accent, 2))
        made.append(_selection(document, current, outline))
    return made


def sought_selections(
    document: QTextDocument, places: Iterable[Span], number: int, theme: Theme
) -> list[QTextEdit.ExtraSelection]:
    """Return the places of the words that are looked for, the one gone to in the accent."""
    look, chosen = QTextCharFormat(), QTextCharFormat()
    look.setBackground(theme.colour.selection)
    look.setForeground(theme.colour.accent_on_soft)
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    chosen.setBackground(theme.colour.accent)
    chosen.setForeground(theme.colour.on_accent)
    last = document.characterCount() - 1
    return [
        _selection(document, span, chosen if at == number else look)
        for at, span in enumerate(places)
        if span.end <= last
    ]


def _selection(document: QTextDocument, span: Span, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(document)
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    selection.cursor = cursor
    selection.format = look
    return selection


def _format(mark: Mark, theme: Theme) -> QTextCharFormat:
    look = QTextCharFormat()
    if mark.layer is Layer.QUOTES:
        look.setBackground(theme.colour.hover if mark.slot is None else theme.speaker(mark.slot).tint)
    elif mark.layer is Layer.NOTES and mark.meaning is not None:
        # One yellow for every meaning: the line below tells them apart, and the word in the margin.
        look.setBackground(theme.colour.highlight)
        look.setUnderlineStyle(UNDERLINES[mark.meaning])
        look.setUnderlineColor(theme.colour.highlight_line)
    elif mark.layer is Layer.WHY:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(theme.topic_colour(mark.topic))
    elif mark.layer is Layer.FIGURES:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(theme.colour.text_tertiary)
    else:
        look.setForeground(theme.colour.accent)
    return look
