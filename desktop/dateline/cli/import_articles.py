"""`dateline import-articles`: articles in bulk from JSON Lines; restartable, and idempotent by address."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import nullcontext
from pathlib import Path

from dateline.cli.desk import open_library
from dateline.cli.main import DONE, SOME_FAILED
from dateline.cli.output import say, write_json
from dateline.errors import InputError
from dateline.pipeline.bulk_import import import_lines
from dateline.pipeline.workers import Workers


def import_articles(given: Namespace) -> int:
    """Import FILE.jsonl or, with -, stdin; ends with one JSON line of counts."""
    try:
        source = nullcontext(sys.stdin.buffer) if given.file == "-" else Path(given.file).open("rb")
    except OSError as error:
        raise InputError(f"{given.file} cannot be read: {error.strerror}.", "Choose another file.") from error

    def complain(n_line: int, sentence: str) -> None:
        say(f"line {n_line}: {sentence}", quiet=given.quiet)

    with source as lines, open_library(given) as library, Workers() as workers:
        report = import_lines(library, workers, lines, complain=complain)
    write_json(
        {
            "imported": report.n_imported,
            "known": report.n_known,
            "failed": report.n_failed,
            "seconds": round(report.seconds, 3),
        }
    )
    return SOME_FAILED if report.n_failed else DONE
