"""`dateline sources`, `add`, `import` and `export-opml`: the sources the user follows."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from dateline.cli.desk import network_fetch, open_library, open_newsroom
from dateline.cli.main import DONE
from dateline.cli.output import clock, iso, pad, say, write_json
from dateline.news.feed import Source, SourceState
from dateline.storage import sources as kept


def list_sources(given: Namespace) -> int:
    """List the sources with their state."""
    with open_library(given) as library:
        every = library.read(kept.list_sources).result()
    for source in every:
        if given.json:
            write_json(source_to_json(source))
        else:
            print(source_line(source))
    if not every:
        say("This library has no source yet. `dateline add URL` adds one; `dateline refresh` starts with the defaults.")
    return DONE


def add(given: Namespace) -> int:
    """Add the first feed or listing found at an address; a name and password in it are kept apart from it."""
    from dateline.sources.discover import discover
    from dateline.sources.logins import open_logins, without_login

    address, login = without_login(given.address)
    if login is not None:
        open_logins().add_password(address, *login)
    fetch = network_fetch()
    try:
        found = discover(address, fetch)
    finally:
        getattr(fetch, "close", lambda: None)()
    chosen = replace(found[0], folder=given.folder or found[0].folder)
    with open_library(given) as library:
        change = library.write(partial(kept.add_sources, new=(chosen,))).result()
    if given.json:
        write_json({"url": chosen.url, "title": chosen.title, "kind": chosen.kind.value, "added": len(change.sources)})
    else:
        print(f"Added {chosen.title}: {chosen.url}" if change.sources else f"Already there: {chosen.url}")
        if "=" in chosen.rule:
            say(
                "It has no feed: its page is read as a list, by a rule that was guessed from it "
                f"(`dateline rule show {chosen.url}`).",
                quiet=given.quiet,
            )
        for other in found[1:]:
            say(f"Also found there: {other.title}: {other.url}", quiet=given.quiet)
    return DONE


def import_opml(given: Namespace) -> int:
    """Add the sources of an OPML file; those known already are left as they are."""
    with open_library(given) as library, open_newsroom(library) as newsroom:
        change = newsroom.import_opml(Path(given.file)).result()
        total = len(library.read(kept.list_sources).result())
    n = len(change.sources)
    print(f"{'1 source' if n == 1 else f'{n} sources'} added; the library has {total}.")
    return DONE


def export_opml(given: Namespace) -> int:
    """Write the sources as OPML, with their folders."""
    from dateline.export.files import write_whole
    from dateline.sources.opml import write_opml

    with open_library(given) as library:
        every = library.read(kept.list_sources).result()
    text = write_opml(every)
    if given.file == "-":
        sys.stdout.write(text)
        return DONE
    path = Path(given.file)
    write_whole(path, lambda out: out.write(text.encode("utf-8", "replace")))
    say(f"{len(every)} sources written to {path}.", quiet=given.quiet)
    return DONE


def source_to_json(source: Source) -> dict[str, Any]:
    """Return a source as JSON, state and next step included."""
    return {
        "id": source.id,
        "url": source.url,
        "title": source.title,
        "kind": source.kind.value,
        "outlet": source.outlet or None,
        "folder": source.folder,
        "access": source.access.value,
        "state": source.state.value,
        "error": source.error or None,
        "hint": source.hint or None,
        "last_tried": iso(source.last_tried_at),
        "last_success": iso(source.last_success_at),
        "next_due": iso(source.next_due_at),
        "failures": source.n_failures,
        "interval_minutes": source.interval_minutes,
        "user_agent": source.manner.user_agent or None,
        "proxy": source.manner.proxy or None,
        "headers": [name for name, _ in source.manner.headers],  # values may be secrets
        "articles": source.n_articles,
        "full_text": source.n_full,
    }


def source_line(source: Source) -> str:
    """Return a source as a person reads it, in two lines or three."""
    success = clock(source.last_success_at) if source.last_success_at else "never"
    share = f"{source.n_full} of {source.n_articles} in full text" if source.n_articles else "no articles yet"
    due = source.next_due_at if source.state is SourceState.FAILING else None
    again = f" Next try: {clock(due)}." if due is not None else ""
    trouble = f"\n    {source.error} {source.hint}".rstrip() + again if source.error else ""
    return f"{pad(source.title, 40)} {source.state.value:8} {pad(success, 20)} {share}\n    {source.url}{trouble}"
