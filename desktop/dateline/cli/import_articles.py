"""`dateline import-articles`: articles in bulk from JSON Lines; restartable, and idempotent by address."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dateline.cli.desk import open_library
from dateline.cli.main import DONE, SOME_FAILED
from dateline.cli.output import say, write_json
from dateline.errors import InputError
from dateline.pipeline.bulk_import import import_lines
from dateline.pipeline.workers import Workers


def import_articles(given: Namespace) -> int:
    """Import FILE.jsonl or, with -, stdin; ends with one JSON line of counts."""

    def complain(n_line: int, sentence: str) -> None:
        say(f"line {n_line}: {sentence}", quiet=given.quiet)

    with _open_lines(given.file) as lines, open_library(given) as library, Workers() as workers:
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


@contextmanager
def _open_lines(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        lines = Path(name).open("rb")  # noqa: SIM115 - the `with` below closes it
    except OSError as error:
        raise InputError(f"{name} cannot be read: {error.strerror}.", "Choose another file.") from error
    with lines:
        yield lines
