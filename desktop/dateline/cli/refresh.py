"""`dateline refresh`: gather what is new, telling it source by source."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from dateline.cli.desk import add_default_sources, open_library, open_newsroom
from dateline.cli.main import DONE, SOME_FAILED
from dateline.cli.output import say, write_json
from dateline.cli.site_rules import tell_wrong_rules
from dateline.errors import InputError, LibraryError
from dateline.library import Library
from dateline.news.feed import SourceId
from dateline.news.progress import ArticleRead, Outcome, RefreshDone, RefreshEvent, SourceRead
from dateline.pipeline.safe_keeping import keep_safe
from dateline.storage.sources import list_sources


def refresh(given: Namespace) -> int:
    """Refresh the named sources, else all; exit code 1 when one of them failed."""
    tell_wrong_rules()
    with open_library(given) as library:
        if add_default_sources(library):
            say("The library had no source yet; the default ones were added.", quiet=given.quiet)
        chosen = _named(library, given.source) if given.source else None
        with open_newsroom(library) as newsroom:
            newsroom.on_progress(lambda event: tell(event, as_json=given.json, quiet=given.quiet))
            done = newsroom.refresh_now(chosen, only_due=given.due)
        _keep_safe(library, quiet=given.quiet)
    return SOME_FAILED if done.n_failed else DONE


def _keep_safe(library: Library, *, quiet: bool) -> None:
    """Back the library up once a day: whoever only ever refreshes by a scheduler has no window that would."""
    try:
        done = keep_safe(library, datetime.now(UTC))
    except LibraryError as error:
        say(f"dateline: {error}")
        return
    if done.backup is not None:
        say(f"The library was backed up to {done.backup}.", quiet=quiet)
    if done.n_gone:
        say(f"{done.n_gone:,} articles went that nobody kept (`dateline retention`).", quiet=quiet)


def tell(event: RefreshEvent, *, as_json: bool, quiet: bool = False) -> None:
    """Write one event: as the contract's JSON line on stdout, or as a sentence on stderr."""
    if as_json:
        line = event_to_json(event)
        if line:
            write_json(line)
    else:
        sentence = event_sentence(event)
        if sentence:
            say(sentence, quiet=quiet)


def event_to_json(event: RefreshEvent) -> dict[str, Any] | None:
    """Return the contract's JSON for an event, None for one it does not know."""
    match event:
        case SourceRead():
            return {
                "event": "source",
                "url": event.url,
                "outcome": event.outcome.value,
                "new": event.n_new,
                "changed": event.n_changed,
                "error": event.error,
                "hint": event.hint,
            }
        case ArticleRead():
            return {
                "event": "article",
                "id": event.id,
                "url": event.url,
                "completeness": event.completeness.value,
                "on_topic": event.is_on_topic,
                "n_quotes": event.n_quotes,
            }
        case RefreshDone():
            return {
                "event": "summary",
                "sources": event.n_sources,
                "failed": event.n_failed,
                "new": event.n_new,
                "changed": event.n_changed,
                "seconds": round(event.seconds, 3),
            }
        case _:
            return None


def event_sentence(event: RefreshEvent) -> str:
    """Return what a person is told of an event; articles are told of in tens."""
    match event:
        case SourceRead(outcome=Outcome.FAILED):
            return f"✗ {event.title}: {event.error}" + (f" {event.hint}" if event.hint else "")
        case SourceRead(outcome=Outcome.SKIPPED):
            return f"– {event.title}: not asked this time." + (f" {event.error}" if event.error else "")
        case SourceRead(outcome=Outcome.UNCHANGED):
            return f"✓ {event.title}: nothing new"
        case SourceRead():
            changed = f", {event.n_changed} changed" if event.n_changed else ""
            return f"✓ {event.title}: {event.n_new} new{changed}"
        case ArticleRead() if event.n_done % 10 == 0:
            return f"  {event.n_done} of {event.n_pages} articles read"
        case RefreshDone():
            failed = f"; {event.n_failed} of {event.n_sources} sources failed" if event.n_failed else ""
            return f"{event.n_new} new, {event.n_changed} changed in {event.seconds:.1f} s{failed}."
        case _:
            return ""


def _named(library: Library, urls: Sequence[str]) -> list[SourceId]:
    known = {source.url: source.id for source in library.read(list_sources).result()}
    unknown = [url for url in urls if url not in known]
    if unknown:
        raise InputError(f"No source has the address {unknown[0]}.", "`dateline sources` lists them.")
    return [known[url] for url in urls]
