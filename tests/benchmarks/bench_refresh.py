"""Measure a refresh of many feeds, with and without pages, beside newsboat and PyPI's `reader` on the same server.

Needs the newsstand's load server beside the checkout; newsboat is measured where it is installed, `reader` in a virtual
environment made for it and thrown away (`--peers`). The server has made every answer once before anything is timed, and
takes its own share of the machine in all of them alike. Prints one JSON object a line; ratios are of this run.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import venv
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter
from unittest.mock import patch

from dateline.library import Library
from dateline.news.feed import NewSource
from dateline.pipeline.article_stages import ArticleStages
from dateline.pipeline.refresh import Refresh
from dateline.pipeline.workers import Workers
from dateline.sources.http import open_client
from dateline.storage import sources

SERVER = Path(__file__).parents[3] / "shared" / "newsstand" / "scale.py"
READER = """
import sys, reader
library = reader.make_reader(sys.argv[1])
for line in open(sys.argv[2]):
    library.add_feed(line.strip(), exist_ok=True)
for _ in library.update_feeds_iter(workers=2):
    pass
"""


def main() -> None:
    """Run all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=500, help="feeds (default 500)")
    parser.add_argument("--items", type=int, default=50, help="items in each (default 50)")
    parser.add_argument("--pages", type=int, default=1_000, help="pages fetched and read (default 1,000)")
    parser.add_argument("--peers", action="store_true", help="measure newsboat and reader too")
    asked = parser.parse_args()
    if not SERVER.exists():
        print(json.dumps({"what": "refresh", "left out": "the load server is not beside this checkout"}))
        return
    with load_server(asked.feeds, asked.items) as host, tempfile.TemporaryDirectory() as folder:
        urls = [f"{host}/feed/{n}.xml" for n in range(asked.feeds)]
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(_get, urls))
        n_entries = asked.feeds * asked.items
        with_index = refresh_feeds(Path(folder), urls)
        tell("feeds, indexed", n_entries / with_index["seconds"], "entries/s", **with_index)
        tell("feeds again, nothing changed", with_index["again"] / with_index["seconds"], "of the first", aim="≤ 0.05")
        if asked.peers:
            for name, seconds in peers(Path(folder), urls).items():
                tell(name, n_entries / seconds, "entries/s", seconds=seconds)
                tell(
                    f"feeds, against {name}", with_index["seconds"] / seconds, "times its time", aim="≤ 0.5 × newsboat"
                )
        n_feeds = max(1, min(asked.feeds, asked.pages // asked.items))
        for page in (f"{host}/a/{n}/{k}" for n in range(n_feeds) for k in range(asked.items)):
            _get(page)
        read = refresh_pages(Path(folder), urls[:n_feeds])
        tell("with pages", n_feeds * asked.items / read["seconds"], "pages/s", aim="≥ 100 on 2 cores", **read)


def tell(what: str, value: float, unit: str, **more: object) -> None:
    """Print one figure."""
    rounded = {key: round(v, 3) if isinstance(v, float) else v for key, v in more.items()}
    print(json.dumps({"what": what, "unit": unit, "value": round(value, 3)} | rounded, ensure_ascii=False), flush=True)


@contextmanager
def load_server(n_feeds: int, n_items: int) -> Iterator[str]:
    """Start the load server on a free port."""
    command = [sys.executable, str(SERVER), "--port", "0", "--feeds", str(n_feeds), "--items", str(n_items)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        try:
            yield json.loads(server.stdout.readline())["url"]
        finally:
            server.terminate()


def refresh_feeds(folder: Path, urls: list[str]) -> dict[str, float]:
    """Refresh feeds alone, twice: seconds of both, CPU seconds of the first, and the parent's peak memory in MB."""
    with Library.open(folder / "feeds.dateline") as library, Workers() as workers:
        _follow(library, urls)
        _warm(library, workers)
        fetch = open_client()
        with patch.object(ArticleStages, "load"):  # the pages are left for later
            began, cpu = perf_counter(), _cpu()
            Refresh(library, fetch, workers, tell=lambda event: None).run()
            seconds, cpu = perf_counter() - began, _cpu() - cpu
            began = perf_counter()
            Refresh(library, fetch, workers, tell=lambda event: None).run()
            again = perf_counter() - began
        fetch.close()
    return {"seconds": seconds, "again": again, "cpu of this process": cpu, "peak MB": _peak()}


def refresh_pages(folder: Path, urls: list[str]) -> dict[str, float]:
    """Refresh feeds and their pages: seconds, and peak memory in MB of this process and of the largest worker."""
    with Library.open(folder / "pages.dateline") as library:
        with Workers() as workers:
            _follow(library, urls)
            _warm(library, workers)
            fetch = open_client()
            began = perf_counter()
            Refresh(library, fetch, workers, tell=lambda event: None).run()
            seconds = perf_counter() - began
            fetch.close()
            # They are no children of this process, so each is asked; which of them answers, nobody can choose.
            peak = max(one.result() for one in [workers.submit(_peak) for _ in range(16)])
        (n_read,) = library.read(lambda c: c.execute("SELECT count(*) FROM finding").fetchone()).result()
    return {
        "seconds": seconds,
        "n_read": n_read,
        "peak MB": _peak(),
        "peak MB of a worker": peak,
    }


def peers(folder: Path, urls: list[str]) -> dict[str, float]:
    """Return the seconds that other readers take for the same feeds, those that are there."""
    found: dict[str, float] = {}
    listed = folder / "urls"
    listed.write_text("\n".join(urls) + "\n", encoding="utf-8")
    if newsboat := shutil.which("newsboat"):
        (folder / "config").write_text("reload-threads 2\n", encoding="utf-8")
        options = ["-u", str(listed), "-c", str(folder / "newsboat.db"), "-C", str(folder / "config"), "-x", "reload"]
        found["newsboat"] = _timed([newsboat, *options], {"HOME": str(folder)})
    python = folder / "reader" / "bin" / "python"
    venv.create(folder / "reader", with_pip=True)
    # Its own copy of feedparser imports a module that it does not ask for.
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "reader", "sgmllib3k"], check=True, stderr=subprocess.DEVNULL
    )
    found["reader"] = _timed([str(python), "-c", READER, str(folder / "reader.db"), str(listed)], {})
    return found


def _timed(command: list[str], environment: dict[str, str]) -> float:
    began = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | environment)
    return perf_counter() - began


def _get(url: str) -> None:
    urllib.request.urlopen(url).close()


def _follow(library: Library, urls: list[str]) -> None:
    new = tuple(NewSource(url, f"Desk {n}") for n, url in enumerate(urls))
    library.write(partial(sources.add_sources, new=new)).result()


def _warm(library: Library, workers: Workers) -> None:
    for future in [workers.submit(len, "warm") for _ in range(4)]:
        future.result()
    library.warm_writer().result()


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
