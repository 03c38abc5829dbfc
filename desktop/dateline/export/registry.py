"""Every format, by name; and writing one to a file whole or not at all.

The command line names them in its help, at each of its starts: nothing that writes one is imported before it is used.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from enum import Flag, auto
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from dateline.errors import ExportError
from dateline.export.files import write_whole

if TYPE_CHECKING:
    from dateline.news.handover import Handover


class Uses(Flag):
    """Which of the options a format takes notice of."""

    NOTHING = 0
    NOTES = auto()
    QUOTES = auto()
    FIGURES = auto()
    TOPICS = auto()
    TEXT = auto()
    GROUPS = auto()
    STYLE = auto()
    LANGUAGE = auto()
    PAPER = auto()
    DOCUMENT = NOTES | QUOTES | FIGURES | TOPICS | TEXT | GROUPS | STYLE | LANGUAGE
    ALL = DOCUMENT | PAPER


class Format(NamedTuple):
    """A format: its name on the command line, its file's ending, what it is called, and who writes it."""

    id: str
    suffix: str
    name: str
    writer: str  # module of this package and function, "module:function"
    is_text: bool = True
    uses: Uses = Uses.DOCUMENT

    def write(self, handover: Handover, out: BinaryIO) -> None:
        """Write a handover to a binary stream, text in UTF-8."""
        module, _, function = self.writer.partition(":")
        write: Callable[[Handover, Any], None] = getattr(import_module(f"dateline.export.{module}"), function)
        if not self.is_text:
            write(handover, out)
            return
        text = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="", write_through=False)
        try:
            write(handover, text)
            text.flush()
        finally:
            text.detach()


FORMATS: tuple[Format, ...] = (
    Format("markdown", "md", "Markdown", "markdown:write_markdown"),
    Format("html", "html", "HTML", "html:write_html"),
    Format("epub", "epub", "EPUB", "epub:write_epub", is_text=False),
    Format("pdf", "pdf", "PDF", "pdf:write_pdf", is_text=False, uses=Uses.ALL),
    Format("docx", "docx", "Word", "docx:write_docx", is_text=False, uses=Uses.ALL),
    Format("csv", "csv", "CSV, articles", "tables:write_articles_csv", uses=Uses.NOTES | Uses.TEXT),
    Format("quotes-csv", "csv", "CSV, quotes", "tables:write_quotes_csv", uses=Uses.NOTHING),
    Format("figures-csv", "csv", "CSV, figures", "tables:write_figures_csv", uses=Uses.NOTHING),
    Format(
        "jsonl",
        "jsonl",
        "JSON Lines, articles",
        "tables:write_articles_jsonl",
        uses=Uses.NOTES | Uses.QUOTES | Uses.FIGURES | Uses.TEXT,
    ),
    Format("quotes-jsonl", "jsonl", "JSON Lines, quotes", "tables:write_quotes_jsonl", uses=Uses.NOTHING),
    Format("figures-jsonl", "jsonl", "JSON Lines, figures", "tables:write_figures_jsonl", uses=Uses.NOTHING),
    Format("bibtex", "bib", "BibTeX", "references:write_bibtex", uses=Uses.NOTES),
    Format("ris", "ris", "RIS", "references:write_ris", uses=Uses.NOTES),
    Format("csl-json", "json", "CSL-JSON", "references:write_csl_json", uses=Uses.NOTES),
    Format("annotations", "jsonld", "W3C Web Annotations", "annotations:write_annotations", uses=Uses.NOTHING),
    Format("evidence", "zip", "Evidence pack", "evidence:write_evidence", is_text=False),
)


def format_of(name: str) -> Format:
    """Return the format of a name.

    Raises:
        ExportError: there is none.
    """
    found = next((one for one in FORMATS if one.id == name.lower()), None)
    if found is None:
        names = ", ".join(one.id for one in FORMATS)
        raise ExportError(f"There is no format {name!r}.", f"Choose one of {names}.")
    return found


def write_file(handover: Handover, form: Format, path: Path) -> None:
    """Write a handover to a file: the whole new one, or the old one as it was.

    Raises:
        ExportError: the place cannot be written, or there is no room.
    """
    write_whole(path, partial(form.write, handover))
