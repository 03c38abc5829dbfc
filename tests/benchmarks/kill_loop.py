"""Kill a process that writes, again and again: `python -m tests.benchmarks.kill_loop --rounds 1000`.

Each round forks a process that opens a library (at every tenth round a new one, so that its schema is made meanwhile)
and imports, annotates, refreshes or lets articles go, and ends it with SIGKILL at a moment drawn by lot. Whatever the
process said was kept must be there, and the library sound. Prints one JSON object; exit code 1 at the first loss.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, cast

from dateline.library import Library
from dateline.news.article import ArticleId
from dateline.news.feed import Fetched, NewSource
from dateline.news.library_view import ImportRow
from dateline.news.note import About, NewNote
from dateline.news.progress import ArticleRead
from dateline.news.question import read_filter
from dateline.pipeline.refresh import Refresh
from dateline.pipeline.workers import Workers
from dateline.sources.http import Fetch
from dateline.storage import articles, marks, notes, retention, sources, tables, tags, timeline  # noqa: F401 - imported once
from dateline.storage.doctor import examine

#: Called with the ids of articles whose writes were acknowledged.
Say = Callable[[tuple[ArticleId, ...]], None]
NOW = datetime.now(UTC)


def rows(name: str, n: int) -> list[ImportRow]:
    """Return articles to import."""
    keys = [f"p.example/{name}-{n}-{k}" for k in range(1 + n % 7)]
    return [ImportRow("https://" + key, key, "Title", "Words 芯片. " * 200) for key in keys]


def brought(library: Library, name: str) -> Iterator[tuple[ArticleId, ...]]:
    """Import articles for ever."""
    for n in range(100_000):
        yield library.write(partial(articles.import_articles, rows=rows(name, n))).result().new_articles


def import_and_star(library: Library, name: str, say: Say) -> None:
    """Import, star and tag; what was said is starred and tagged."""
    for ids in brought(library, name):
        library.write(partial(marks.set_starred, ids=ids, is_starred=True, at=NOW)).result()
        library.write(partial(tags.add_tag, articles=ids, name="kept", at=NOW)).result()
        say(ids)


def annotate(library: Library, name: str, say: Say) -> None:
    """Write notes; what was said has one, is starred and tagged too."""
    for ids in brought(library, name):
        new = [NewNote(one, About.ARTICLE, text=f"Ask about {one}.") for one in ids]
        waiting = [
            library.write(partial(notes.add_notes, new=new, at=NOW)),
            library.write(partial(marks.set_starred, ids=ids, is_starred=True, at=NOW)),
            library.write(partial(tags.add_tag, articles=ids, name="kept", at=NOW)),
        ]
        for one in waiting:
            one.result()
        say(ids)


def refresh(library: Library, name: str, say: Say) -> None:
    """Refresh from a feed of pages; what was said was read in full, and is starred and tagged then."""
    for n in range(1_000):
        ids = refreshed(library, f"https://f.example/{name}/{n}/feed.xml")
        library.write(partial(marks.set_starred, ids=ids, is_starred=True, at=NOW)).result()
        library.write(partial(tags.add_tag, articles=ids, name="kept", at=NOW)).result()
        say(ids)


def refreshed(library: Library, url: str) -> tuple[ArticleId, ...]:
    """Add a feed, refresh it, and return the articles that were told of as read."""
    added = library.write(partial(sources.add_sources, new=[NewSource(url, "Feed")])).result()
    read: list[ArticleId] = []

    def tell(event: object) -> None:
        if isinstance(event, ArticleRead):
            read.append(event.id)

    Refresh(library, cast("Fetch", answer), cast("Workers", Here()), tell=tell).run(added.sources)
    return tuple(read)


def let_go(library: Library, name: str, say: Say) -> None:
    """Import articles, keep the first of each batch and let the others go; what was said is kept."""
    for ids in brought(library, name):
        library.write(partial(marks.set_starred, ids=ids[:1], is_starred=True, at=NOW)).result()
        library.write(partial(tags.add_tag, articles=ids[:1], name="kept", at=NOW)).result()
        library.write(partial(retention.let_go, ids=ids, months=6, now=NOW + timedelta(days=400))).result()
        say(ids[:1])


#: A process lives at most so long.
SECONDS = {"import_and_star": 1.5, "annotate": 1.5, "refresh": 5.0, "let_go": 1.5}
ACTS = {one.__name__: one for one in (import_and_star, annotate, refresh, let_go)}


class Here:
    """Reads pages in the process that is killed, where the program has processes of their own for it."""

    def submit(self, job: Callable[..., Any], *values: Any) -> Future[Any]:
        """Run the job at once."""
        future: Future[Any] = Future()
        try:
            future.set_result(job(*values))
        except Exception as error:
            future.set_exception(error)
        return future


def answer(url: str, **_: object) -> Fetched:
    """Answer for a feed of five pages, and for each of them."""
    if url.endswith("feed.xml"):
        at = url.removesuffix("feed.xml")
        items = "".join(f"<item><title>Story {k}</title><link>{at}{k}</link></item>" for k in range(5))
        body = f"<rss version='2.0'><channel><title>Feed</title>{items}</channel></rss>"
        return Fetched(url, url, 200, "application/rss+xml", body.encode())
    words = " ".join(f"Officials in {url[-3:]} said that licence {n} was granted on Monday." for n in range(60))
    page = f"<html><head><title>Story</title></head><body><article><h1>Story</h1><p>{words}</p></article></body></html>"
    return Fetched(url, url, 200, "text/html; charset=utf-8", page.encode())


def main() -> int:
    """Run the rounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    dice = random.Random(asked.seed)
    kept: set[int] = set()
    n_said: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.dateline"
        with Library.open(path) as library:  # what a refresh imports is imported here, once for all rounds
            refreshed(library, "https://f.example/first/feed.xml")
        for n in range(asked.rounds):
            if n % 10 == 0:
                path = Path(folder) / f"library-{n}.dateline"
                kept = set()
            act = dice.choice(list(ACTS))
            said = killed_round(path, act, f"{asked.seed}-{n}", dice.random() ** 2 * SECONDS[act])
            n_said[act] += len(said)
            kept |= said
            trouble = troubles(path, kept) if path.exists() else []
            if trouble:
                print(json.dumps({"round": n, "act": act, "trouble": trouble}))
                return 1
    print(json.dumps({"what": "killed while writing", "rounds": asked.rounds, "lost": 0, "acknowledged": n_said}))
    return 0


def troubles(path: Path, kept: set[int]) -> list[str]:
    """Return what is wrong with the library, and how many of the articles are gone that were said to be kept."""
    with Library.open(path) as library:
        wanted = read_filter("is:starred tag:kept has:full-text", date.today())
        lost = kept - set(library.read(partial(timeline.spine, wanted=wanted)).result())
    found = [trouble.sentence for trouble in examine(path, datetime.now(UTC)).troubles if trouble.kind != "advice"]
    return [*found, *([f"{len(lost)} lost"] if lost else [])]


def killed_round(path: Path, act: str, name: str, seconds: float) -> set[int]:
    """Fork a writer, kill it after so long, and return the articles that it said were kept."""
    out, into = os.pipe()
    writer = os.fork()
    if writer == 0:
        os.close(out)
        try:
            with Library.open(path) as library:
                ACTS[act](library, name, lambda ids: void(os.write(into, (" ".join(map(str, ids)) + "\n").encode())))
        finally:
            os._exit(1)
    os.close(into)
    time.sleep(seconds)
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    with os.fdopen(out, encoding="ascii") as said:
        whole = said.read().split("\n")[:-1]
    return {int(word) for line in whole for word in line.split()}


def void(_: object) -> None:
    """Take an answer that nobody needs."""


if __name__ == "__main__":
    sys.exit(main())
