"""One HTML file: no script, nothing loaded from elsewhere, set for paper and screen; also the chapters of an EPUB."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from dateline.export.escape import address, xml
from dateline.export.own_words import own_xhtml
from dateline.export.sheet import Block, Kind, blocks
from dateline.news.handover import Handover

STYLE = """
body { font: 17px/1.6 "Source Serif 4", Charter, Georgia, "Songti SC", "Noto Serif CJK SC", serif; max-width: 40em;
  margin: 2em auto; padding: 0 1em; color: #1e1d1b; background: #fdfcfa; }
h1 { font-size: 1.9em; line-height: 1.2; } h2 { margin-top: 2.5em; border-bottom: 1px solid #d3cfc6; }
h3 { margin: 2em 0 0.3em; line-height: 1.25; } h3 a { color: inherit; text-decoration: none; }
h4 { margin: 1.2em 0 0.4em; }
.byline, .citation, .line, .count { font: 13px/1.5 Inter, "Segoe UI", "PingFang SC", "Noto Sans CJK SC", sans-serif;
  color: #55514a; margin: 0.3em 0; }
blockquote { margin: 0.8em 0; padding-left: 1em; border-left: 3px solid #0b6170; }
blockquote footer { font-size: 0.85em; color: #55514a; } mark { background: #ffe88f; border-bottom: 2px solid #866400; }
.own-heading { font-weight: 600; } :lang(zh) { line-height: 1.8; font-style: normal; }
@media (prefers-color-scheme: dark) { body { color: #e6e3dd; background: #1b1c1f; }
  .byline, .citation, .line, .count, blockquote footer { color: #b3afa7; }
  mark { background: #6b5600; color: inherit; } }
"""


def write_html(handover: Handover, out: TextIO) -> None:
    """Write the handover as one HTML file."""
    title = xml(handover.title)
    language = xml(handover.options.language)
    out.write(
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"/>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>"
        f'<meta name="generator" content="Dateline"/><title>{title}</title><style>{STYLE}</style></head><body>\n'
    )
    out.writelines(html_blocks(blocks(handover)))
    out.write("</body></html>\n")


def html_blocks(some: Iterable[Block]) -> Iterable[str]:
    """Yield blocks as well-formed XHTML, one element each."""
    for block in some:
        yield _block(block) + "\n"


def _block(block: Block) -> str:
    text = xml(block.text)
    lang = f' lang="{xml(block.lang)}" xml:lang="{xml(block.lang)}"' if block.lang else ""
    match block.kind:
        case Kind.TITLE:
            return f"<h1{lang}>{text}</h1>"
        case Kind.GROUP:
            return f"<h2{lang}>{text}</h2>"
        case Kind.HEADLINE:
            link = address(block.link)
            inner = f'<a href="{xml(link)}">{text}</a>' if link else text
            return f"<h3{lang}>{inner}</h3>"
        case Kind.SECTION:
            return f"<h4{lang}>{text}</h4>"
        case Kind.ABOUT | Kind.REMARK:
            return f'<div class="remark">{own_xhtml(block.text)}</div>'
        case Kind.NOTE:
            return f'<div class="note">{own_xhtml(block.text)}</div>'
        case Kind.QUOTE:
            return f"<blockquote{lang}><p>{text}</p><footer>— {xml(block.who)}</footer></blockquote>"
        case Kind.HIGHLIGHT:
            return f"<blockquote{lang}><p><mark>{text}</mark></p><footer>{xml(block.who)}</footer></blockquote>"
        case Kind.BYLINE | Kind.CITATION | Kind.LINE | Kind.COUNT:
            return f'<p class="{block.kind.name.lower()}"{lang}>{text}</p>'
        case _:
            return f"<p{lang}>{text}</p>"
