"""The evidence pack: one ZIP with citations, annotations, quotes, and when each text was captured, with hashes.

Somebody who doubts a quote can capture the page again and compare. An outlet's text is in it only if ticked.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import pickle
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import IO, Any, BinaryIO, TextIO

from dateline.export.annotations import write_annotations
from dateline.export.citing import accessed_at, cite
from dateline.export.escape import cell, one_line
from dateline.export.html import write_html
from dateline.export.references import write_bibtex, write_csl_json
from dateline.export.tables import write_figures_csv, write_quotes_csv
from dateline.news.handover import Handover, HandoverItem

_READ_ME = """Evidence pack made with Dateline on {day}.

captures.csv      each article with its address, the time its text was captured and the SHA-256 of that text (UTF-8)
citations.txt     one citation a line
references.json   the same for citation managers (CSL-JSON); references.bib for LaTeX
quotes.csv        every quote found, with speaker, kind and confidence
figures.csv       every figure found
annotations.json  highlights and notes (W3C Web Annotation), only where they were wanted
document.html     all of it to read
texts/            the captured texts, only where they were wanted
SHA256SUMS        hashes of the files above: sha256sum -c SHA256SUMS
"""


def write_evidence(handover: Handover, out: BinaryIO) -> None:
    """Write the pack. Articles are taken once and laid by on the disk, as every file of the pack goes through them."""
    sums: list[str] = []
    with _LaidBy(handover.items) as items, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        whole = replace(handover, items=items)

        def put(name: str, write: Callable[[Handover, TextIO], object]) -> None:
            with pack.open(name, "w") as member:
                hashed = _Hashed(member)
                with io.TextIOWrapper(io.BufferedWriter(hashed), "utf-8", "replace", newline="") as text:
                    write(whole, text)
            sums.append(f"{hashed.sha256.hexdigest()}  {name}")

        put("README.txt", lambda one, text: text.write(_READ_ME.format(day=f"{one.made_at:%Y-%m-%d}")))
        put("captures.csv", _write_captures)
        put("citations.txt", _write_citations)
        put("references.json", write_csl_json)
        put("references.bib", write_bibtex)
        put("quotes.csv", write_quotes_csv)
        put("figures.csv", write_figures_csv)
        if whole.options.with_notes:
            put("annotations.json", write_annotations)
        put("document.html", write_html)
        if whole.options.with_text:
            for item in items:
                put(f"texts/{item.article.id}.txt", lambda _, text, item=item: text.write(item.article.text))  # type: ignore[misc]
        facts = json.dumps({"made": whole.made_at.isoformat(), "files": len(sums)})
        put("manifest.json", lambda _, text: text.write(facts))
        pack.writestr("SHA256SUMS", "\n".join(sums) + "\n")


class _LaidBy:
    """Articles written to a file of our own that goes with it, to be gone through as often as is needed."""

    def __init__(self, items: Iterable[HandoverItem]) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        try:
            for item in items:
                pickle.dump(item, self._file, pickle.HIGHEST_PROTOCOL)
        except BaseException:
            self._file.close()
            raise
        self._end = self._file.tell()

    def __enter__(self) -> _LaidBy:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[HandoverItem]:
        at = 0
        while at < self._end:
            self._file.seek(at)
            item: HandoverItem = pickle.load(self._file)  # noqa: S301 - nobody else can write this file
            at = self._file.tell()
            yield item


class _Hashed(io.RawIOBase):
    """Writes through to a member of the pack and hashes what goes by."""

    def __init__(self, member: IO[bytes]) -> None:
        self._member = member
        self.sha256 = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.sha256.update(data)
        return self._member.write(data)


def _write_citations(handover: Handover, out: TextIO) -> None:
    out.writelines(cite(item, handover.options.style) + "\n" for item in handover.items)


def _write_captures(handover: Handover, out: TextIO) -> None:
    out.write("\ufeff")
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
