"""The evidence pack: one ZIP with citations, annotations, quotes, and when each text was captured, with hashes.

Somebody who doubts a quote can capture the page again and compare. An outlet's text is in it only if ticked.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO, TextIO

from dateline.export.annotations import write_annotations
from dateline.export.citing import accessed_at, cite
from dateline.export.escape import cell, one_line
from dateline.export.html import write_html
from dateline.export.references import write_bibtex, write_csl_json
from dateline.export.tables import write_figures_csv, write_quotes_csv
from dateline.news.handover import Handover

_READ_ME = """Evidence pack made with Dateline on {day}.

captures.csv      each article with its address, the time its text was captured and the SHA-256 of that text (UTF-8)
citations.txt     one citation a line
references.json   the same for citation managers (CSL-JSON); references.bib for LaTeX
quotes.csv        every quote found, with speaker, kind and confidence
figures.csv       every figure found
annotations.json  highlights and notes (W3C Web Annotation)
document.html     all of it to read
texts/            the captured texts, only where they were wanted
SHA256SUMS        hashes of the files above: sha256sum -c SHA256SUMS
"""


def write_evidence(handover: Handover, out: BinaryIO) -> None:
    """Write the pack."""
    whole = replace(handover, items=list(handover.items))
    hashes: list[str] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:

        def put(name: str, data: bytes) -> None:
            pack.writestr(name, data)
            hashes.append(f"{hashlib.sha256(data).hexdigest()}  {name}")

        put("README.txt", _READ_ME.format(day=f"{handover.made_at:%Y-%m-%d}").encode())
        put("captures.csv", _captures(whole))
        citations = "".join(cite(item, whole.options.style) + "\n" for item in whole.items)
        put("citations.txt", citations.encode("utf-8", "replace"))
        for name, write in (
            ("references.json", write_csl_json),
            ("references.bib", write_bibtex),
            ("quotes.csv", write_quotes_csv),
            ("figures.csv", write_figures_csv),
            ("annotations.json", write_annotations),
            ("document.html", write_html),
        ):
            put(name, _text(whole, write))
        if whole.options.with_text:
            for item in whole.items:
                put(f"texts/{item.article.id}.txt", item.article.text.encode("utf-8", "replace"))
        put("manifest.json", json.dumps({"made": whole.made_at.isoformat(), "files": len(hashes)}).encode())
        pack.writestr("SHA256SUMS", "\n".join(hashes) + "\n")


def _captures(handover: Handover) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["article", "title", "outlet", "url", "captured", "revision", "completeness", "origin", "sha256"])
    for item in handover.items:
        article = item.article
        newest = item.revisions[-1] if item.revisions else None
        digest = hashlib.sha256(article.text.encode("utf-8", "replace")).hexdigest()
        writer.writerow(
            [
                article.id,
                cell(one_line(article.title)),
                cell(item.outlet),
                article.url,
                accessed_at(item).isoformat(),
                newest.number if newest else "",
                article.completeness.value,
                newest.origin if newest else "feed",
                digest,
            ]
        )
    return ("\ufeff" + out.getvalue()).encode("utf-8", "replace")


def _text(handover: Handover, write: Callable[[Handover, TextIO], None]) -> bytes:
    out = io.StringIO(newline="")
    write(handover, out)
    return out.getvalue().encode("utf-8", "replace")
