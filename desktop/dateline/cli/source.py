"""`dateline source`: one source, and how it is asked: shown, tried, changed, paused, removed."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from functools import partial

from dateline.cli.desk import network_fetch, open_library
from dateline.cli.main import DONE
from dateline.cli.output import clock, say, write_json
from dateline.cli.sources import source_line, source_to_json
from dateline.errors import InputError
from dateline.library import Library
from dateline.news.feed import FeedFetch, Manner, Source
from dateline.news.manner import read_headers, read_interval
from dateline.storage import sources as kept


def source(given: Namespace) -> int:
    """Do with a source what is asked, then show it; with `--test`, ask it first and say what came."""
    with open_library(given) as library:
        one = _find(library, given.source)
        if given.remove:
            library.write(partial(kept.remove_source, source_id=one.id)).result()
            say(f"{one.title} is followed no more; its articles stay.", quiet=given.quiet)
            return DONE
        changed = _changed(one, given)
        if given.test:
            say(told(_asked(changed)), quiet=False)
        _keep(library, one, changed)
        if given.pause or given.resume:
            library.write(partial(kept.set_paused, source_id=one.id, is_paused=given.pause)).result()
        (one,) = (known for known in library.read(kept.list_sources).result() if known.id == one.id)
    if given.json:
        write_json(source_to_json(one))
    else:
        print(source_line(one))
        print(f"    {_manner(one)}")
    return DONE


def told(feed: FeedFetch) -> str:
    """Return in a sentence what a source brought."""
    if not feed.entries:
        return "It answers, but lists no article."
    dates = [entry.published_at for entry in feed.entries if entry.published_at is not None]
    newest = f"the newest of {clock(max(dates))}" if dates else "without dates"
    n_full = sum(bool(entry.content_html) for entry in feed.entries)
    problems = "".join(f" {problem}" for problem in feed.problems)
    n = "1 article" if len(feed.entries) == 1 else f"{len(feed.entries)} articles"
    return f"It lists {n}, {newest}, {n_full} of them in full.{problems}"


def _find(library: Library, wanted: str) -> Source:
    every = library.read(kept.list_sources).result()
    found = [one for one in every if one.url == wanted] or [
        one for one in every if one.title.casefold() == wanted.strip().casefold()
    ]
    if len(found) != 1:
        what = "several sources of that name" if found else f"no source {wanted!r}"
        raise InputError(f"This library has {what}.", "`dateline sources` shows the addresses.")
    return found[0]


def _changed(one: Source, given: Namespace) -> Source:
    """Return the source as it shall be; what was not given stays."""
    old = one.manner
    headers = old.headers
    if given.header is not None:
        fresh = read_headers("\n".join(given.header))
        names = {name.lower() for name, _ in fresh}
        # A header without a value is taken back.
        headers = tuple(header for header in (*(h for h in headers if h[0].lower() not in names), *fresh) if header[1])
    return replace(
        one,
        title=one.title if given.title is None else given.title.strip() or one.url,
        folder=one.folder if given.folder is None else given.folder.strip(),
        interval_minutes=one.interval_minutes if given.every is None else read_interval(given.every),
        manner=Manner(
            old.user_agent if given.user_agent is None else given.user_agent.strip(),
            old.proxy if given.proxy is None else given.proxy.strip(),
            headers,
        ),
    )


def _keep(library: Library, one: Source, changed: Source) -> None:
    if (changed.manner, changed.interval_minutes) != (one.manner, one.interval_minutes):
        job = partial(
            kept.set_manner, source_id=one.id, manner=changed.manner, interval_minutes=changed.interval_minutes
        )
        library.write(job).result()
    if (changed.title, changed.folder) != (one.title, one.folder):
        library.write(
            partial(kept.rename_source, source_id=one.id, title=changed.title, folder=changed.folder)
        ).result()


def _asked(one: Source) -> FeedFetch:
    from dateline.pipeline.trial import try_source
    from dateline.pipeline.workers import Workers

    fetch, workers = network_fetch(), Workers(1)
    try:
        return try_source(one, fetch, workers)
    finally:
        workers.close()
        getattr(fetch, "close", lambda: None)()


def _manner(one: Source) -> str:
    """Return how a source is asked; of its headers only the names, for values may be secrets."""
    minutes = one.interval_minutes
    facts = ["as often as the feed's own rhythm asks" if minutes is None else f"every {minutes} min"]
    facts += [f"as “{one.manner.user_agent}”"] if one.manner.user_agent else []
    facts += [f"through {one.manner.proxy}" if one.manner.proxy != "direct" else "through no proxy"] * bool(
        one.manner.proxy
    )
    facts += [f"with {', '.join(name for name, _ in one.manner.headers)}"] if one.manner.headers else []
    return "Asked " + ", ".join(facts) + "."
