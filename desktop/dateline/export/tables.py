"""Tables for spreadsheets and programs: articles, quotes and figures as CSV or JSON Lines, one row at a time.

A CSV cell is never a formula. Rows are written as they come: memory stays the same for any number of articles.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, TextIO

from dateline.export.citing import accessed_at
from dateline.export.crediting import credited_quotes
from dateline.export.escape import cell, one_line
from dateline.news.handover import Handover, HandoverItem

Row = dict[str, Any]


def write_articles_csv(handover: Handover, out: TextIO) -> None:
    """Write one row an article."""
    _csv(handover, out, article_rows)


def write_quotes_csv(handover: Handover, out: TextIO) -> None:
    """Write one row a quote."""
    _csv(handover, out, quote_rows)


def write_figures_csv(handover: Handover, out: TextIO) -> None:
    """Write one row a figure."""
    _csv(handover, out, figure_rows)


def write_articles_jsonl(handover: Handover, out: TextIO) -> None:
    """Write one object an article, its quotes, figures and notes inside as far as they were wanted."""
    options = handover.options
    for item in handover.items:
        (row,) = article_rows(item, handover)
        if options.with_quotes:
            row["quotes"] = list(quote_rows(item, handover))
        if options.with_figures:
            row["figures"] = list(figure_rows(item, handover))
        if options.with_notes:
            row["notes"] = [
                {
                    "words": placed.note.anchor.words if placed.note.anchor else None,
                    "meaning": placed.note.meaning.value,
                    "note": placed.note.text,
                    "loose": placed.is_loose,
                    "made": _iso(placed.note.made_at),
                }
                for placed in item.notes
            ]
        _json_line(row, out)


def write_quotes_jsonl(handover: Handover, out: TextIO) -> None:
    """Write one object a quote."""
    for item in handover.items:
        for row in quote_rows(item, handover):
            _json_line(row, out)


def write_figures_jsonl(handover: Handover, out: TextIO) -> None:
    """Write one object a figure."""
    for item in handover.items:
        for row in figure_rows(item, handover):
            _json_line(row, out)


def article_rows(item: HandoverItem, handover: Handover) -> Iterator[Row]:
    """Yield an article's row."""
    article, findings = item.article, item.findings
    row: Row = {
        "id": article.id,
        "title": one_line(article.title),
        "outlet": item.outlet,
        "authors": "; ".join(article.authors),
        "published": _iso(article.published_at),
        "updated": _iso(article.updated_at),
        "first_seen": _iso(article.first_seen_at),
        "captured": _iso(accessed_at(item)),
        "lang": article.lang,
        "completeness": article.completeness.value,
        "topics": " ".join(hit.id for hit in findings.topics) if findings else "",
        "n_quotes": len(findings.quotes) if findings else 0,
        "tags": "; ".join(article.tags),
        "starred": article.is_starred,
        "list_note": item.note if handover.options.with_notes else "",
        "url": article.url,
    }
    if handover.options.with_text:
        row["text"] = article.text
    yield row


def quote_rows(item: HandoverItem, _handover: Handover) -> Iterator[Row]:
    """Yield a row a quote."""
    for quote, outlets in credited_quotes(item):
        speaker = quote.speaker
        yield {
            "quote": one_line(quote.text),
            "kind": quote.kind.value,
            "speaker": one_line(speaker.name or speaker.surface) if speaker else "",
            "entity": (speaker.entity if speaker else None) or "",
            "credit": "; ".join(outlets),
            "confidence": round(quote.confidence, 2),
            **_source(item),
        }


def figure_rows(item: HandoverItem, _handover: Handover) -> Iterator[Row]:
    """Yield a row a figure."""
    for figure in item.findings.figures if item.findings else ():
        yield {
            "figure": one_line(figure.span.of(item.article.text)),
            "value": figure.value,
            "unit": figure.unit or "",
            "of": figure.of or "",
            "when": figure.when or "",
            **_source(item),
        }


def _source(item: HandoverItem) -> Row:
    article = item.article
    return {
        "outlet": item.outlet,
        "title": one_line(article.title),
        "published": _iso(article.published_at),
        "lang": article.lang,
        "article": article.id,
        "url": article.url,
    }


def _csv(handover: Handover, out: TextIO, rows: Callable[[HandoverItem, Handover], Iterator[Row]]) -> None:
    out.write("\ufeff")  # without it Excel reads Chinese as Latin letters
    writer = None
    for item in handover.items:
        for row in rows(item, handover):
            if writer is None:
                writer = csv.DictWriter(out, list(row))
                writer.writeheader()
            writer.writerow({key: cell(value) if isinstance(value, str) else value for key, value in row.items()})


def _json_line(row: Row, out: TextIO) -> None:
    # What a page's lone surrogate would break is replaced, as everywhere at the program's edge.
    out.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace").decode() + "\n")


def _iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment is not None else ""
