"""`dateline analyse`: texts in, findings out, as JSON Lines."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import datetime

from dateline.cli.lines import BadLine, answer_lines, text_of
from dateline.cli.main import DONE, SOME_FAILED
from dateline.news.finding import Document
from dateline.text.times import read_iso


def analyse_lines(given: Namespace) -> int:
    """Analyse each line of stdin; exit code 1 when a line could not be read."""
    are_all_good = True
    for answer, is_good in answer_lines(sys.stdin.buffer, analyse_line, n_jobs=given.jobs):
        print(answer, flush=True)
        are_all_good &= is_good
    return DONE if are_all_good else SOME_FAILED


def analyse_line(given: dict[str, object]) -> dict[str, object]:
    """Return the findings of one contract line."""
    from dateline.analysis.analyse import analyse
    from dateline.news.wire import findings_to_json

    document = document_of(given)
    return {"id": document.id, **contract_findings(findings_to_json(analyse(document), document.text))}


def document_of(given: dict[str, object]) -> Document:
    """Return the document of one contract line.

    Raises:
        BadLine: a field is missing or is not what it should be.
    """
    return Document(
        id=text_of(given, "id", is_required=True),
        title=text_of(given, "title"),
        text=text_of(given, "text"),
        outlet=text_of(given, "outlet") or None,
        lang=text_of(given, "lang") or None,
        published_at=moment_of(given, "published"),
    )


def contract_findings(kept: dict[str, object]) -> dict[str, object]:
    """Return kept findings as the contract lists them: positions are positions in the text, so the title's stay out."""
    return {key: value for key, value in kept.items() if key != "title_mentions"}


def moment_of(given: dict[str, object], field: str) -> datetime | None:
    """Return an ISO 8601 time of a line, in UTC; a time without a zone is taken as UTC.

    Raises:
        BadLine: it is not a time.
    """
    text = text_of(given, field)
    if not text.strip():
        return None
    moment = read_iso(text)
    if moment is None:
        raise BadLine(f"The field {field!r} must be a time such as 2025-11-09T22:00:00Z.")
    return moment
