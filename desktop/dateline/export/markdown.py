"""Markdown with front matter: readable as text, and at home in an Obsidian vault."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TextIO

from dateline.export.escape import address, clean, markdown, one_line
from dateline.export.sheet import Block, Kind, blocks
from dateline.news.handover import Handover


def write_markdown(handover: Handover, out: TextIO) -> None:
    """Write the handover as one Markdown file."""
    # JSON strings are YAML strings, whatever stands in them.
    title = json.dumps(one_line(handover.title), ensure_ascii=False)
    out.write(f"---\ntitle: {title}\ndate: {handover.made_at:%Y-%m-%d}\ngenerator: Dateline\n---\n\n")
    out.writelines(text for _, text in markdown_blocks(blocks(handover)))


def markdown_blocks(some: Iterable[Block]) -> Iterator[tuple[Kind, str]]:
    """Yield blocks as Markdown, each with the empty line that ends it; the items of a list have one after the last."""
    is_in_list = False
    for block in some:
        if is_in_list and block.kind is not Kind.FIGURE:
            yield Kind.FIGURE, "\n"
        is_in_list = block.kind is Kind.FIGURE
        yield block.kind, _block(block)


def _block(block: Block) -> str:
    text = markdown(block.text)
    match block.kind:
        case Kind.TITLE:
            return f"# {text}\n\n"
        case Kind.GROUP:
            return f"## {text}\n\n"
        case Kind.HEADLINE:
            link = address(block.link)
            return f"### [{text}](<{link}>)\n\n" if link else f"### {text}\n\n"
        case Kind.SECTION:
            return f"#### {text}\n\n"
        case Kind.ABOUT | Kind.REMARK:
            return f"{_own(block.text)}\n\n"
        case Kind.QUOTE:
            return f"> {text}\n> — {markdown(block.who)}\n\n"
        case Kind.HIGHLIGHT:
            return f"> =={text}== *{markdown(block.who)}*\n\n"
        case Kind.NOTE:
            return f"{_own(block.text)}\n\n"
        case Kind.FIGURE:
            return f"- {text}\n"
        case Kind.COUNT:
            return f"---\n\n*{text}*\n"
        case _:
            return f"{text}\n\n"


def _own(text: str) -> str:
    """Return the user's own Markdown; a heading in it must not become one of the document's."""
    return "\n".join("\\" + line if line.startswith(("#", "---", "===")) else line for line in clean(text).split("\n"))
