"""Measure the pipeline: pages a second against bare trafilatura, analysis against extraction, entries a second.

Every figure is a ratio of two measures of this run, or stands beside the measure it is to be read against.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

from tests.benchmarks.pages import feed, page, sites

from dateline.library import Library
from dateline.news.feed import Fetched, NewSource
from dateline.news.finding import Document
from dateline.pipeline.refresh import Refresh
from dateline.pipeline.workers import Workers
from dateline.sources.http import open_client
from dateline.storage import sources

N_ITEMS = 50


def main() -> None:
    """Run all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=400, help="pages read (default 400)")
    asked = parser.parse_args()
    n_pages = max(N_ITEMS, asked.pages // N_ITEMS * N_ITEMS)
    bare = bare_trafilatura(n_pages)
    tell("bare trafilatura.extract, one process", "pages/s", bare)
    whole, again = whole_pipeline(n_pages)
    tell("fetched, extracted, analysed and kept", "pages/s", whole, ratio=whole / bare, aim="≥ 1.5 × bare on 2 cores")
    tell("second refresh, nothing changed", "of the first", again, aim="≤ 0.05")
    extraction, analysis = one_article(min(n_pages, 150))
    tell("extraction", "ms an article", extraction)
    tell("analysis", "ms an article", analysis, ratio=analysis / extraction, aim="≤ 0.15 × extraction")
    ours, theirs = feeds(20)
    tell("feedparser alone", "entries/s", theirs)
    tell("feed to entries", "entries/s", ours, ratio=ours / theirs)


def tell(what: str, unit: str, value: float, **more: object) -> None:
    """Print one figure."""
    rounded = {key: round(v, 3) if isinstance(v, float) else v for key, v in more.items()}
    line = {"what": what, "unit": unit, "value": round(value, 3)} | rounded
    print(json.dumps(line, ensure_ascii=False), flush=True)


def bare_trafilatura(n_pages: int) -> float:
    """Return pages a second of `trafilatura.extract` as it comes, in this process."""
    import trafilatura

    pages = [page(n) for n in range(n_pages)]
    trafilatura.extract(pages[0])
    began = perf_counter()
    for html in pages:
        trafilatura.extract(html)
    return n_pages / (perf_counter() - began)


def whole_pipeline(n_pages: int) -> tuple[float, float]:
    """Return pages a second from feed to library, and how long a second refresh takes of the first."""
    with (
        tempfile.TemporaryDirectory() as folder,
        sites(n_pages // N_ITEMS, N_ITEMS) as feeds,
        Library.open(Path(folder) / "bench.dateline") as library,
        Workers() as workers,
    ):
        new = tuple(NewSource(url, f"Ledger {n}") for n, url in enumerate(feeds))
        library.write(partial(sources.add_sources, new=new)).result()
        for warm in [workers.submit(len, "warm") for _ in range(4)]:
            warm.result()
        fetch = open_client()
        taken = []
        for _ in range(2):
            began = perf_counter()
            Refresh(library, fetch, workers, tell=lambda event: None).run()
            taken.append(perf_counter() - began)
        fetch.close()
        (n_read,) = library.read(lambda c: c.execute("SELECT count(*) FROM finding").fetchone()).result()
    assert n_read == n_pages, f"{n_read} of {n_pages} articles were read"
    return n_pages / taken[0], taken[1] / taken[0]


def one_article(n_pages: int) -> tuple[float, float]:
    """Return the median milliseconds of CPU that an article's extraction and its analysis take."""
    from dateline.analysis.analyse import analyse
    from dateline.sources.extract import extract_article

    extraction: list[float] = []
    analysis: list[float] = []
    for n in range(-5, n_pages):
        body = page(abs(n)).encode()
        began = process_time()
        text = extract_article(body, f"https://ledger.example/a/{n}", content_type="text/html; charset=utf-8")
        between = process_time()
        analyse(Document(str(n), text.title, text.text, None, text.lang or None))
        ended = process_time()
        if n >= 0:  # the first few load what is loaded once
            extraction.append((between - began) * 1000)
            analysis.append((ended - between) * 1000)
    return statistics.median(extraction), statistics.median(analysis)


def feeds(n_feeds: int) -> tuple[float, float]:
    """Return entries a second of reading a feed as Dateline does, and of feedparser as it comes."""
    import feedparser

    from dateline.sources.feeds import read_feed

    bodies = [feed(n, N_ITEMS, "https://ledger.example").encode() for n in range(n_feeds)]
    fetched = [
        Fetched(f"https://ledger.example/{n}", f"https://ledger.example/{n}", 200, "application/rss+xml", body)
        for n, body in enumerate(bodies)
    ]
    read_feed(fetched[0])
    began = process_time()
    for body in bodies:
        feedparser.parse(body)
    between = process_time()
    for one in fetched:
        read_feed(one)
    ended = process_time()
    n_entries = n_feeds * N_ITEMS
    return n_entries / (ended - between), n_entries / (between - began)


if __name__ == "__main__":
    main()
