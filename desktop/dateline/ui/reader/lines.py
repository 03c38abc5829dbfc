"""Where a stretch of a document stands on paper, line by line. Measures, and changes nothing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextDocument

from dateline.text.span import Span


def line_rects(document: QTextDocument, span: Span) -> list[QRectF]:
    """Return the lines of a stretch (UTF-16), each from its first to its last character, where they stand on paper."""
    layout = document.documentLayout()
    rects: list[QRectF] = []
    block = document.findBlock(span.start)
    while block.isValid() and block.position() < span.end:
        place_of = layout.blockBoundingRect(block)
        lines = block.layout()
        for number in range(lines.lineCount()):
            line = lines.lineAt(number)
            start = max(span.start - block.position(), line.textStart())
            end = min(span.end - block.position(), line.textStart() + line.textLength())
            if start < end:
                left, right = _x(line, start), _x(line, end)
                top = place_of.top() + line.y()
                rects.append(QRectF(place_of.left() + left, top, right - left, line.height()))
        block = block.next()
    return rects


def _x(line: Any, position: int) -> float:
    # PySide returns (x, position) from cursorToX in some versions and x alone in others.
    answer = line.cursorToX(position)
    return float(answer[0] if isinstance(answer, tuple) else answer)
