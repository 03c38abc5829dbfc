"""Articles in bulk from JSON Lines: read and analysed in worker processes, kept in batches.

Restartable: what an earlier run kept is known by its address and left as it is. A bad line costs only itself.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from time import monotonic
from typing import TypeAlias

from dateline.library import Library
from dateline.news.finding import Document
from dateline.news.lexicon_edit import LexiconEdits
from dateline.news.library_view import ImportRow
from dateline.pipeline.compare import compare_all
from dateline.pipeline.steps import outlet_names
from dateline.pipeline.workers import Workers
from dateline.storage import articles
from dateline.storage.lexicon_edits import lexicon_edits
from dateline.storage.outlets import keep_names

#: Lines read and analysed by one job, and articles kept in one transaction.
LINES_AT_ONCE = 64
ROWS_AT_ONCE = 1_000
#: Jobs in flight: enough to keep every process busy while the writer writes.
JOBS_IN_FLIGHT = 12
#: Half a character, as JSON may escape it alone; it cannot be kept.
_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the lines."""

    n_imported: int
    n_known: int
    n_failed: int
    seconds: float


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that holds no article, and why."""

    n_line: int
    sentence: str


_Lines: TypeAlias = list[tuple[int, bytes]]
_Rows: TypeAlias = list[ImportRow | BadRow]


def import_lines(
    library: Library,
    workers: Workers,
    lines: Iterable[bytes],
    *,
    complain: Callable[[int, str], None],
    analyses: bool = True,
) -> ImportReport:
    """Import every line; `complain(line number, sentence)` is told of each that cannot be used."""
    began = monotonic()
    library.write(partial(keep_names, outlets=outlet_names())).result()
    edits = library.read(lexicon_edits).result()
    n_imported = n_known = n_failed = 0
    rows: list[ImportRow] = []
    numbered = enumerate(lines, start=1)
    flying: deque[tuple[_Lines, Future[_Rows]]] = deque()

    def submit(some: _Lines) -> Future[_Rows]:
        return workers.submit(read_rows, some, analyses, edits)

    def keep() -> None:
        nonlocal n_imported, n_known
        if rows:
            change = library.write(partial(articles.import_articles, rows=tuple(rows))).result()
            n_imported += len(change.new_articles)
            n_known += len(rows) - len(change.new_articles)
            rows.clear()
            compare_all(library)

    while True:
        batch = list(islice(numbered, LINES_AT_ONCE))
        if batch:
            flying.append((batch, submit(batch)))
        if not flying:
            break
        if batch and len(flying) < JOBS_IN_FLIGHT:
            continue
        for row in _rows(submit, *flying.popleft()):
            if isinstance(row, BadRow):
                n_failed += 1
                complain(row.n_line, row.sentence)
            else:
                rows.append(row)
        if len(rows) >= ROWS_AT_ONCE:
            keep()
    keep()
    return ImportReport(n_imported, n_known, n_failed, monotonic() - began)


def _rows(submit: Callable[[_Lines], Future[_Rows]], batch: _Lines, future: Future[_Rows]) -> _Rows:
    """Return what became of a batch; where its process crashed or took too long, each line is read alone."""
    try:
        return future.result()
    except OSError:  # both the time limit's TimeoutError and pebble's ProcessExpired are
        if len(batch) == 1:
            return [BadRow(batch[0][0], "Reading this line took too long, or more memory than an article may take.")]
        return [row for line in batch for row in _rows(submit, [line], submit([line]))]


def read_rows(lines: _Lines, analyses: bool, edits: LexiconEdits) -> _Rows:  # noqa: FBT001
    """Read a batch of lines; runs in a worker process."""
    return [_read_row(n_line, line, edits if analyses else None) for n_line, line in lines if line.strip()]


def _read_row(n_line: int, line: bytes, edits: LexiconEdits | None) -> ImportRow | BadRow:
    from dateline.analysis.analyse import analyse, analysis_version
    from dateline.sources.outlets import outlet_of
    from dateline.sources.sanitise import plain_text, sanitise_html, tidy
    from dateline.text.language import detect_language
    from dateline.text.times import read_iso
    from dateline.text.urls import canonical_url, url_key

    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        return BadRow(n_line, "The line is not valid JSON in UTF-8.")
    if not isinstance(given, dict):
        return BadRow(n_line, "The line is not a JSON object.")
    texts = {name: given.get(name) or "" for name in ("url", "title", "text", "html", "outlet", "lang", "published")}
    for name, value in texts.items():
        if not isinstance(value, str):
            return BadRow(n_line, f"The field {name!r} must be a string.")
    texts = {name: _HALVES.sub("\ufffd", value) for name, value in texts.items()}
    url = canonical_url(texts["url"])
    if not url.startswith(("http://", "https://")):
        return BadRow(n_line, "The field 'url' must be an http or https address.")
    html = sanitise_html(texts["html"], url) if texts["html"] else ""
    text = (texts["text"] or plain_text(html)).replace("\x00", "")
    title = " ".join(tidy(texts["title"]).split())
    if not title and not text:
        return BadRow(n_line, "The article has neither title nor text.")
    published = read_iso(texts["published"])
    if texts["published"] and published is None:
        return BadRow(n_line, "The field 'published' must be a time such as 2025-11-09T22:00:00Z.")
    author = given.get("author")
    outlet = outlet_of(url, site_name=texts["outlet"])
    lang = texts["lang"] or detect_language(f"{title}\n{text}")
    row = ImportRow(
        url=url,
        url_key=url_key(url),
        title=title or text.split("\n", 1)[0][:120],
        text=text,
        html=html,
        outlet=outlet,
        lang=lang,
        published_at=published,
        authors=(tidy(author),) if isinstance(author, str) and tidy(author) else (),
    )
    if edits is None:
        return row
    document = Document(url, row.title, text, outlet or None, lang or None, published)
    return replace(row, findings=analyse(document, edits), analysis_version=analysis_version(edits))
