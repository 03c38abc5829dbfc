"""Compare search with plain FTS5 and with PyPI's `reader` on the same articles in one run.

    python -m tests.benchmarks.bench_readers --n 5000 --reader-python VENV/bin/python

`reader` is asked for in an environment of its own, made for this (`python -m venv VENV; VENV/bin/pip install reader`),
and left out where none is named. Prints one JSON object a line: for each, seconds to fill, milliseconds of
the processor for the first hundred of each search, and how many of the articles that Python's `in` finds were found.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

from tests.benchmarks import bench_library

from dateline.library import Library
from dateline.news.library_view import ImportRow
from dateline.news.question import read_filter
from dateline.storage import articles, timeline

QUESTIONS = ("china", "semiconductor", '"export controls"', "中国", "人工智能", "芯")

_READER = """
import json, sys
from time import process_time
from reader import make_reader
lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
questions = json.loads(sys.argv[3])
began = process_time()
reader = make_reader(sys.argv[2])
reader.add_feed("https://bench.example/feed", allow_invalid_url=True)
for line in lines:
    reader.add_entry({"feed_url": "https://bench.example/feed", "id": line["url"], "title": line["title"],
                      "content": [{"value": line["text"], "type": "text/plain"}]})
reader.enable_search()
reader.update_search()
filled = process_time() - began
answers = {}
for said in questions:
    took = []
    for _ in range(3):
        began = process_time()
        found = [one.id for one, _ in zip(reader.search_entries(said), range(100))]
        took.append(process_time() - began)
    every = [one.id for one in reader.search_entries(said)]
    answers[said] = [min(took) * 1000, every]
print(json.dumps([filled, answers]))
"""


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--n", type=int, default=5_000)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--reader-python", type=Path)
    asked = parser.parse_args()
    given = list(islice(bench_library.given_articles(asked), asked.n))
    with tempfile.TemporaryDirectory() as folder:
        tell("dateline", given, *dateline(Path(folder), given))
        tell("plain FTS5", given, *plain(Path(folder), given))
        if asked.reader_python:
            tell("reader", given, *reader(Path(folder), given, asked.reader_python))


def tell(who: str, given: Sequence[dict[str, Any]], filled: float, answers: dict[str, tuple[float, list[str]]]) -> None:
    """Print one measure."""
    line: dict[str, Any] = {"what": who, "n": len(given), "seconds_to_fill": round(filled, 2)}
    for said, (milliseconds, found) in answers.items():
        word = said.strip('"')
        scanned = {one["url"] for one in given if word.casefold() in f"{one['title']}\n{one['text']}".casefold()}
        share = round(len(scanned & set(found)) / max(len(scanned), 1), 3)
        line[said] = {"ms": round(milliseconds, 2), "found_of_scanned": share, "scanned": len(scanned)}
    print(json.dumps(line, ensure_ascii=False), flush=True)


def timed(first: Callable[[], object], every: Callable[[], Iterable[str]]) -> tuple[float, list[str]]:
    """Return the least of three times of the first hundred in milliseconds, and all that was found."""
    took = []
    for _ in range(3):
        began = process_time()
        first()
        took.append((process_time() - began) * 1000)
    return min(took), list(every())


def dateline(folder: Path, given: Sequence[dict[str, Any]]) -> tuple[float, dict[str, tuple[float, list[str]]]]:
    """Import and search as the program does; its cards are part of what is timed."""
    rows = [
        ImportRow(one["url"], one["url"].partition("//")[2], one["title"], one["text"], outlet=one["outlet"])
        for one in given
    ]
    with Library.open(folder / "library.dateline") as library:
        library.warm_writer().result()
        began = process_time()
        library.write(partial(articles.import_articles, rows=rows)).result()
        filled = process_time() - began
        answers = {}
        for said in QUESTIONS:
            wanted = read_filter(said, date.today())
            first = partial(timeline.first_page, wanted=wanted, limit=100)
            every = library.read(partial(timeline.first_page, wanted=wanted, limit=len(rows))).result()
            answers[said] = timed(lambda first=first: library.read(first).result(), lambda every=every: _urls(every))  # type: ignore[misc]
    return filled, answers


def _urls(cards: Iterable[Any]) -> list[str]:
    return [card.url for card in cards]


def plain(folder: Path, given: Sequence[dict[str, Any]]) -> tuple[float, dict[str, tuple[float, list[str]]]]:
    """Fill a table of FTS5 as it comes, and search it newest first."""
    with closing(sqlite3.connect(folder / "plain.sqlite")) as c:
        began = process_time()
        c.execute("CREATE VIRTUAL TABLE entry USING fts5(url UNINDEXED, title, body)")
        c.executemany("INSERT INTO entry VALUES (?, ?, ?)", [(one["url"], one["title"], one["text"]) for one in given])
        c.commit()
        filled = process_time() - began
        sql = "SELECT url, title FROM entry WHERE entry MATCH ? ORDER BY rowid DESC"
        answers = {
            said: timed(
                lambda said=said: c.execute(sql + " LIMIT 100", (said,)).fetchall(),  # type: ignore[misc]
                lambda said=said: [row[0] for row in c.execute(sql, (said,))],  # type: ignore[misc]
            )
            for said in QUESTIONS
        }
    return filled, answers


def reader(
    folder: Path, given: Sequence[dict[str, Any]], python: Path
) -> tuple[float, dict[str, tuple[float, list[str]]]]:
    """Fill and search `reader` in its own environment."""
    lines = folder / "articles.jsonl"
    lines.write_text("\n".join(json.dumps(one) for one in given), encoding="utf-8")
    command = [str(python), "-c", _READER, str(lines), str(folder / "reader.sqlite"), json.dumps(QUESTIONS)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    filled, answers = json.loads(out.splitlines()[-1])
    return filled, answers


if __name__ == "__main__":
    main()
