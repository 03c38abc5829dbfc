"""`dateline retention`: how large the archive is, how long articles stay that nobody kept, and what would go."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial

from dateline.cli.desk import open_library
from dateline.cli.keeping import file_size
from dateline.cli.main import DONE
from dateline.cli.output import say, write_json
from dateline.library import Library
from dateline.news.retention import Archive, Leaving
from dateline.pipeline.safe_keeping import let_go_now
from dateline.storage import retention as kept


def retention(given: Namespace) -> int:
    """Show how long articles stay, set it, show what would go, or let it go now, after a backup."""
    now = datetime.now(UTC)
    with open_library(given) as library:
        if given.months or given.forever:
            library.write(partial(kept.keep_for, months=given.months)).result()
        if given.now:
            done = let_go_now(library, now)
            if done.backup is not None:
                say(f"The library as it was is kept as {done.backup}.", quiet=given.quiet)
            say(f"{done.n_gone:,} articles went.", quiet=given.quiet)
        held = library.read(kept.archive).result()
        months = given.preview or held.months
        would_go = None if months is None else library.read(partial(kept.leaving, months=months, now=now)).result()
        _tell(given, library, held, would_go)
    return DONE


def _tell(given: Namespace, library: Library, held: Archive, would_go: Leaving | None) -> None:
    if given.json:
        answer = asdict(held) | {"library": str(library.path)}
        if would_go is not None:
            answer["leaving"] = asdict(would_go) | {"before": would_go.before.isoformat()}
        write_json(answer)
        return
    free = f", of them {file_size(held.n_bytes_free)} free" if held.n_bytes_free else ""
    print(f"{held.n_articles:,} articles, {file_size(held.n_bytes)}{free}.")
    if held.months is None:
        print("Articles are kept for ever.")
    else:
        print(f"Articles that nobody kept go after {held.months} months, after a backup each day.")
    if would_go is not None:
        print(
            f"Older than {would_go.months} months: {would_go.n_older:,}. {would_go.n:,} of them would go "
            f"(about {file_size(would_go.n_bytes)}); {would_go.n_kept:,} are starred, tagged, noted, listed, corrected "
            "or found by a saved search, and stay."
        )
