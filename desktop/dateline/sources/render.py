"""Chosen blocks as the two forms in which an article is kept: text, one line a block, and HTML, the same in order."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.sources.blocks import Block


def text_of(blocks: Sequence[Block]) -> str:
    """Return the words of the article, one line a block; captions and pictures left out."""
    return "\n".join(block.text for block in blocks if block.kind not in ("image", "caption") and block.text)


def html_of(blocks: Sequence[Block]) -> str:
    """Return the same blocks as HTML, not yet sanitised.

    Every line of the text is one p, h2, h3, li, blockquote, pre or td.

    Captions stand in `<figcaption>`, which is no line of the text.
    """
    parts: list[str] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if block.kind == "image":
            parts.append(f'<figure><img src="{html.escape(block.source)}"></figure>')
        elif block.kind == "caption":
            parts.append(f"<figure><figcaption>{block.html}</figcaption></figure>")
        elif block.kind in ("li", "td"):
            end = index + 1
            while end < len(blocks) and blocks[end].kind == block.kind:
                end += 1
            parts.append(_list(blocks[index:end]) if block.kind == "li" else _table(blocks[index:end]))
            index = end
            continue
        else:
            parts.append(f"<{block.kind}>{block.html}</{block.kind}>")
        index += 1
    return "\n".join(parts)


def _list(items: Sequence[Block]) -> str:
    holder = next(items[0].element.iterancestors("ol", "ul"), None)
    name = "ol" if holder is not None and holder.tag == "ol" else "ul"
    return f"<{name}>" + "".join(f"<li>{item.html}</li>" for item in items) + f"</{name}>"


def _table(cells: Sequence[Block]) -> str:
    rows: list[list[str]] = []
    row: object = None
    for cell in cells:
        owner = next(cell.element.iterancestors("tr"), None)
        if owner is None or owner is not row or not rows:
            rows.append([])
            row = owner
        rows[-1].append(f"<td>{cell.html}</td>")
    return "<table><tbody>" + "".join(f"<tr>{''.join(one)}</tr>" for one in rows) + "</tbody></table>"
