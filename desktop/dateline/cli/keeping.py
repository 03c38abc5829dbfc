"""`dateline backup`, `restore`, `compact` and `doctor`: the library copied, brought back, made smaller, repaired."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from dateline.cli.desk import open_library
from dateline.cli.main import DONE, SOME_FAILED
from dateline.cli.output import say, write_json
from dateline.errors import InputError, WrongUse
from dateline.pipeline.reanalyse import remake_index
from dateline.settings import library_path
from dateline.storage import backup as backups
from dateline.storage.doctor import Kind, Report, examine
from dateline.storage.salvage import salvage

#: So many articles tell what one takes.
_ENOUGH = 1_000


def backup(given: Namespace) -> int:
    """Copy the library to FILE while it is in use, or list the automatic backups."""
    path = library_path(given.library)
    if given.list:
        for made in backups.list_backups(path):
            answer = {"file": str(made.path), "made": made.made_at.isoformat(), "bytes": made.n_bytes}
            if given.json:
                write_json(answer)
            else:
                print(f"{made.made_at.astimezone():%Y-%m-%d %H:%M}  {file_size(made.n_bytes):>10}  {made.path}")
        return DONE
    if given.file is None:
        raise WrongUse(
            "A backup needs a file to be written to.", "`dateline backup FILE`, or --list for those there are."
        )
    if not path.exists():
        raise InputError(f"There is no library {path}.", "Name one with --library.")
    target = backups.back_up(path, Path(given.file).expanduser())
    say(f"{target}: {file_size(target.stat().st_size)}.", quiet=given.quiet)
    return DONE


def restore(given: Namespace) -> int:
    """Put a backup, else the newest automatic one, in the library's place; what was there is kept aside."""
    path = library_path(given.library)
    if given.file is None:
        newest = backups.newest_backup(path)
        if newest is None:
            raise InputError(f"There is no automatic backup of {path}.", "Name the file to go back to.")
        chosen = newest.path
    else:
        chosen = Path(given.file).expanduser()
    aside = backups.restore(path, chosen, datetime.now(UTC))
    say(f"The library is as it was in {chosen}.", quiet=given.quiet)
    if aside is not None:
        say(f"What it was before is kept as {aside}.", quiet=given.quiet)
    return DONE


def compact(given: Namespace) -> int:
    """Give back what is free inside the library's file."""
    path = library_path(given.library)
    if not path.exists():
        raise InputError(f"There is no library {path}.", "Name one with --library.")
    before, after = backups.compact(path)
    print(f"{path}: {file_size(before)} before, {file_size(after)} now.")
    return DONE


def doctor(given: Namespace) -> int:
    """Examine the library, and with --repair mend what can be mended; exit code 1 while something is wrong."""
    path = library_path(given.library)
    report = examine(path, datetime.now(UTC))
    if given.repair and not report.is_sound:
        _repair(given, path, report)
        report = examine(path, datetime.now(UTC))
    _tell(given, path, report)
    return DONE if report.is_sound else SOME_FAILED


def _repair(given: Namespace, path: Path, report: Report) -> None:
    if any(trouble.kind is not Kind.DERIVED for trouble in report.troubles if trouble.kind is not Kind.ADVICE):
        saved = salvage(path, datetime.now(UTC))
        n_read, n_more = sum(saved.n_read.values()), sum(saved.n_from_backup.values())
        say(
            f"{n_read:,} rows were read, {n_more:,} came from a backup, {saved.n_dropped:,} had to go.",
            quiet=given.quiet,
        )
        if saved.n_articles_lost:
            lost = f"At least {saved.n_articles_lost:,} articles are lost."
            say(f"{lost} A refresh brings back those that their sources still list.", quiet=given.quiet)
        if saved.n_texts_lost:
            lost = f"Of {saved.n_texts_lost:,} articles the newest text is lost; an earlier one or the summary is left."
            say(f"{lost} The next refresh asks again for the pages that came from a source.", quiet=given.quiet)
        say(f"The library as it was is kept as {saved.aside}.", quiet=given.quiet)
    with open_library(given) as library:
        remake_index(library, tell=lambda n: say(f"{n:,} articles indexed", quiet=given.quiet))
    say("Lists and search are made anew. `dateline rebuild` would find quotes and topics anew too.", quiet=given.quiet)


def _tell(given: Namespace, path: Path, report: Report) -> None:
    if given.json:
        write_json(
            {
                "library": str(path),
                "sound": report.is_sound,
                "articles": report.n_articles,
                "revisions": report.n_revisions,
                "bytes": report.n_bytes,
                "bytes_free": report.n_bytes_free,
                "troubles": [
                    {"kind": trouble.kind.value, "sentence": trouble.sentence, "hint": trouble.hint}
                    for trouble in report.troubles
                ],
            }
        )
        return
    print(f"{path}: {report.n_articles:,} articles, {report.n_revisions:,} texts, {file_size(report.n_bytes)}.")
    each = f"{file_size(round(report.n_bytes / max(report.n_articles, 1) * 100_000))} for 100,000 articles; "
    # Of a few articles most is what any library takes.
    print(f"{each if report.n_articles >= _ENOUGH else ''}{file_size(report.n_bytes_free)} can be given back.")
    for trouble in report.troubles:
        print(f"{'-' if trouble.kind is Kind.ADVICE else '!'} {trouble.sentence} {trouble.hint}".rstrip())
    if report.is_sound:
        print("The library is sound.")


def file_size(n_bytes: int) -> str:
    """Return a size in words, such as 85.1 MB."""
    size, unit = float(n_bytes), "bytes"
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000 or unit == "GB":
            break
        size /= 1000
    return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
