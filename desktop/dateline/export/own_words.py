"""What the user wrote, in Markdown, for formats that do not speak it: as paragraphs of runs, and as safe XHTML.

CommonMark by markdown-it-py. No HTML of the user's passes, no picture is loaded, and a heading in a note is set as a
heavier line: it must not become one of the document's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dateline.export.escape import address, clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it import MarkdownIt


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look."""

    text: str  # "\n" where the line ends
    is_bold: bool = False
    is_italic: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class OwnParagraph:
    """A paragraph. `mark` stands before an item of a list ("•", "2."), `depth` is how many lists or quotes it is in."""

    runs: tuple[Run, ...]
    mark: str = ""
    depth: int = 0

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


def own_paragraphs(markdown: str) -> list[OwnParagraph]:
    """Return what Markdown means as paragraphs."""
    made: list[OwnParagraph] = []
    depth = 0
    marks: list[str] = []  # of the lists that are open: "•", or the number that comes next
    mark = ""
    is_heading = False
    for token in _reader().parse(clean(markdown)):
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                depth += 1
                marks.append("•" if token.type.startswith("bullet") else str(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                depth -= 1
                marks.pop()
            case "list_item_open":
                mark = marks[-1] if marks[-1] == "•" else f"{marks[-1]}."
                if marks[-1] != "•":
                    marks[-1] = str(int(marks[-1]) + 1)
            case "blockquote_open":
                depth += 1
            case "blockquote_close":
                depth -= 1
            case "heading_open" | "heading_close":
                is_heading = token.type == "heading_open"
            case "inline":
                runs = tuple(_runs(token.children or ()))
                runs = tuple(replace(run, is_bold=True) for run in runs) if is_heading else runs
                made.append(OwnParagraph(runs, mark, depth))
                mark = ""
            case "fence" | "code_block":
                made.append(OwnParagraph((Run(token.content.rstrip("\n")),), mark, depth))
                mark = ""
    return [one for one in made if one.text.strip()]


def own_xhtml(markdown: str) -> str:
    """Return what Markdown means as well-formed XHTML that loads and runs nothing."""
    return str(_reader().render(clean(markdown))).strip()


def _runs(tokens: Sequence[Any]) -> Iterator[Run]:
    bold = italic = 0
    link = ""
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                link = address(str(token.attrGet("href") or ""))
            case "link_close":
                link = ""
            case "softbreak" | "hardbreak":
                yield Run("\n")
            case _ if token.content:
                yield Run(token.content, bold > 0, italic > 0, link)


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML

    class _Renderer(RendererHTML):
        def heading_open(self, *_: Any) -> str:
            return '<p class="own-heading">'

        def heading_close(self, *_: Any) -> str:
            return "</p>\n"

    reader = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True, "breaks": True}, renderer_cls=_Renderer)
    reader.validateLink = lambda url: url.startswith(("http://", "https://", "mailto:"))  # type: ignore[method-assign]
    return reader.disable(["image", "html_block", "html_inline"])
