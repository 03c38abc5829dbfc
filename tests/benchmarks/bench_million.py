"""Hold a large library to its aims: one JSON object a line, {"what", "aim", "value", "unit", "n", "load", …}.

    python -m tests.benchmarks.bench_million --library FILE         a library that is there; it is left as it was
    python -m tests.benchmarks.bench_million --n 1000000            makes one first (`--articles` as in bench_library)

Times are the processor's, of the thread that did the work, so that a machine with other work gives the same figures;
`waited` is what somebody would have waited for. Percentiles are over every filter and round. Ratios are taken in turns.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice, product
from pathlib import Path
from threading import Event, Thread
from time import perf_counter, thread_time
from typing import Any

from tests.benchmarks import bench_library

from dateline.library import Library
from dateline.news.article import ArticleId
from dateline.news.library_view import ImportRow
from dateline.news.question import read_filter
from dateline.storage import articles, counting, marks, timeline
from dateline.storage.packing import pack, unpack
from dateline.storage.search import in_columns, word
from dateline.text.script import fold
from dateline.text.tokens import token_text

#: What is searched for; `{rare}` and `{outlet}` are taken from the library.
WORDS = {
    "rare word": "{rare}",
    "common word": "china",
    "phrase": '"export controls"',
    "two Chinese characters": "中国",
    "long Chinese word": "人工智能",
    "mixed scripts": "英伟达H20",
}
SLOWER_WORDS = {"prefix": "semi*", "exclusion": "china -policy", "without a word": "-china"}
FILTERS = ("", "outlet:{outlet}", "topic:chips", "is:unread", "after:{middle}", "outlet:{outlet} topic:chips is:unread")
#: Filters of the sidebar and the bar, and mixtures.
OTHERS = (
    *("is:unread", "is:starred", "topic:talent", "speaker:huang", "lang:zh", "order:first-seen", "has:quote"),
    *("china OR 人工智能", "china OR is:starred", "(china OR 中国) -(outlet:{outlet} OR lang:zh) after:{middle}"),
    *("quote:china", "china order:relevance", "china order:oldest", "completeness:full -topic:chips"),
)
CHINESE = (
    "中国",
    "美国",
    "芯片",
    "人工智能",
    "英伟达",
    "出口",
    "华",
    "数据中心",
    "半导体",
    "特朗普",
    "开源模型",
    "稀土",
)
_LEFT_OUT = 20_000


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--n", type=int, default=100_000)
    parser.add_argument("--articles", type=Path, help="JSON Lines file to take them from")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="", help="comma-separated beginnings of measures, such as search,spine")
    asked = parser.parse_args()
    measures: dict[str, Callable[[Bench], None]] = {
        "open": opening,
        "first page": first_pages,
        "search": searches,
        "spine": spines,
        "pulse": pulses,
        "recall": recall,
        "import": imports,
        "marks": mark_many,
        "busy": busy_reader,
        "size": size,
        "memory": memory,
    }
    with tempfile.TemporaryDirectory() as folder:
        path = asked.library or Path(folder) / "bench.dateline"
        with Library.open(path) as library:
            library.warm_writer().result()
            if not path.exists() or asked.library is None:
                bench_library.import_all(library, asked)
            bench = Bench(library, Path(folder), asked)
            for name, measure in measures.items():
                if not asked.only or any(name.startswith(one) for one in asked.only.split(",")):
                    measure(bench)


class Bench:
    """A library under measure, and words that it is asked for."""

    def __init__(self, library: Library, folder: Path, asked: argparse.Namespace) -> None:
        self.library, self.folder, self.asked = library, folder, asked
        spine = library.read(lambda c: timeline.spine(c, read_filter("", date.today()))).result()
        self.n = len(spine)
        (card,) = library.read(lambda c: timeline.cards(c, [ArticleId(spine[self.n // 2])])).result()
        middle = datetime.fromtimestamp(card.id // 64 * 60, UTC).date()
        self.names = {"outlet": f'"{card.outlet}"', "middle": middle, "rare": self._rare()}

    def ask(self, text: str) -> Any:
        """Return the filter of a text with the library's own words in it."""
        return read_filter(text.format(**self.names), date.today())

    def tell(self, what: str, value: float, unit: str, aim: str, **more: Any) -> None:
        """Print one figure."""
        line = {"what": what, "value": round(value, 3), "unit": unit, "aim": aim, "n": self.n}
        print(json.dumps(line | {"load": round(os.getloadavg()[0], 1)} | more, ensure_ascii=False), flush=True)

    def timed(self, job: Callable[[Any], Any]) -> tuple[float, float]:
        """Return the processor's time and the time waited for a read job, in milliseconds."""

        def watched(c: Any) -> float:
            began = thread_time()
            job(c)
            return (thread_time() - began) * 1000

        began = perf_counter()
        busy = self.library.read(watched).result()
        return busy, (perf_counter() - began) * 1000

    def each(self, what: str, aim: str, jobs: dict[str, Callable[[Any], Any]]) -> None:
        """Print the 95th percentile over these jobs, each after one round to warm up, and the slowest of them."""
        every: list[tuple[float, float]] = []
        by_name: dict[str, float] = {}
        for name, job in jobs.items():
            self.timed(job)
            some = [self.timed(job) for _ in range(self.asked.rounds)]
            every += some
            by_name[name] = min(busy for busy, _ in some)
        slowest = dict(sorted(by_name.items(), key=lambda one: -one[1])[:5])
        self.tell(
            what,
            percentile([busy for busy, _ in every], 95),
            "ms p95",
            aim,
            waited=round(percentile([waited for _, waited in every], 95), 1),
            slowest={name: round(value, 1) for name, value in slowest.items()},
        )

    def _rare(self) -> str:
        page = self.library.read(lambda c: timeline.first_page(c, read_filter("", date.today()), 200)).result()
        words = {part.lower() for card in page for part in card.snippet.split() if part.isascii() and part.isalpha()}
        counted = {
            part: len(self.library.read(partial(timeline.spine, wanted=read_filter(part, date.today()))).result())
            for part in sorted(words, key=len)[-60:]
        }
        return min(counted, key=lambda part: (abs(counted[part] - 50), part))


def percentile(values: Sequence[float], share: int) -> float:
    """Return the value that so many hundredths do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def opening(bench: Bench) -> None:
    """Compare the time to the first page with that of a library of a thousand articles, in processes of their own."""
    small = bench.folder / "thousand.dateline"
    with Library.open(small) as library:
        rows = list(plain_rows(bench, 1_000))
        library.write(partial(articles.import_articles, rows=rows)).result()
    program = (
        "import sys, time\nfrom datetime import date\nfrom pathlib import Path\n"
        "from dateline.library import Library\nfrom dateline.news.question import TimelineFilter\n"
        "from dateline.storage import timeline\nbegan = time.process_time()\n"
        "with Library.open(Path(sys.argv[1])) as library:\n"
        "    library.read(lambda c: timeline.first_page(c, TimelineFilter(), 100)).result()\n"
        "    print((time.process_time() - began) * 1000)\n"
    )
    taken: dict[Path, list[float]] = {small: [], bench.library.path: []}
    for _ in range(7):
        for path, some in taken.items():
            out = subprocess.run([sys.executable, "-c", program, str(path)], check=True, capture_output=True, text=True)
            some.append(float(out.stdout))
    at_thousand, here = (min(some) for some in taken.values())
    bench.tell("open to first page / at 1,000", here / at_thousand, "×", "≤ 1.2", ms=round(here, 1))


def combinations() -> dict[str, str]:
    """Return every word with every filter, and the other filters."""
    words = {"": "", **WORDS, **SLOWER_WORDS}
    made = {f"{text} {more}".strip(): f"{text} {more}" for text, more in product(words.values(), FILTERS)}
    return made | {text: text for text in OTHERS}


def first_pages(bench: Bench) -> None:
    """Take the first page of every combination."""
    jobs = {
        name: partial(timeline.first_page, wanted=bench.ask(text), limit=100) for name, text in combinations().items()
    }
    bench.each("first page of any filter", "< 20 ms", jobs)


def searches(bench: Bench) -> None:
    """Take the first hundred of every kind of search, and compare with the best SQL that one would write by hand."""
    for name, text in {**WORDS, **SLOWER_WORDS}.items():
        jobs = {
            more or "alone": partial(timeline.first_page, wanted=bench.ask(f"{text} {more}"), limit=100)
            for more in FILTERS
        }
        bench.each(f"search: {name}", "< 100 ms" if name in SLOWER_WORDS else "< 30 ms", jobs)
    ratios = {}
    for name, text in WORDS.items():
        said = text.format(**bench.names)
        ours = partial(timeline.first_page, wanted=bench.ask(text), limit=100)
        pairs = [(bench.timed(ours)[0], bench.timed(partial(by_hand, said=said))[0]) for _ in range(9)]
        ratios[name] = round(min(one for one, _ in pairs) / min(other for _, other in pairs), 2)
    bench.tell("search / SQL by hand", max(ratios.values()), "× at most", "≤ 1.5", each=ratios)


def by_hand(c: sqlite3.Connection, said: str) -> list[Any]:
    """Return a page as SQL written for this one question would: the index newest first, then the cards' rows."""
    sql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 100"
    ids = [row[0] for row in c.execute(sql, (in_columns("title body", said),))]
    cards = timeline._CARDS.format(marks=",".join("?" * len(ids)))
    return c.execute(cards, ids).fetchall()


def spines(bench: Bench) -> None:
    """Take all ids of every combination."""
    jobs = {name: partial(timeline.spine, wanted=bench.ask(text)) for name, text in combinations().items()}
    bench.each("spine of any filter", "< 250 ms", jobs)


def pulses(bench: Bench) -> None:
    """Count every combination by day and outlet."""
    jobs = {name: partial(counting.pulse, wanted=bench.ask(text)) for name, text in combinations().items()}
    bench.each("pulse of any filter", "< 150 ms", jobs)


def recall(bench: Bench) -> None:
    """Compare Chinese searches with a scan of the newest texts by Python's `in`."""

    def texts(c: sqlite3.Connection) -> dict[int, str]:
        rows = c.execute(
            "SELECT a.id, a.title, r.text_z FROM article a JOIN revision r ON r.article_id = a.id "
            "AND r.number = a.n_revisions ORDER BY a.id DESC LIMIT ?",
            (_LEFT_OUT,),
        )
        return {number: fold(f"{title}\n{unpack(text)}") for number, title, text in rows}

    held = bench.library.read(texts).result()
    n_missed = n_more = n_found = 0
    for said in CHINESE:
        scanned = {number for number, text in held.items() if said in text}
        found = bench.library.read(partial(timeline.spine, wanted=read_filter(said, date.today()))).result()
        here = set(found) & held.keys()
        n_missed, n_more, n_found = n_missed + len(scanned - here), n_more + len(here - scanned), n_found + len(scanned)
    bench.tell("Chinese words missed", n_missed, f"of {n_found:,}", "0", more_than_the_scan=n_more, texts=len(held))


def plain_rows(bench: Bench, n: int) -> Iterator[ImportRow]:
    """Yield articles without findings."""
    asked = argparse.Namespace(n=n, articles=bench.asked.articles)
    for row in bench_library.given_rows(asked):
        yield replace(row, findings=None)


def imports(bench: Bench) -> None:
    """Compare a bulk import with sqlite3 written by hand that builds the same index, into empty files, in turns."""
    rows = list(plain_rows(bench, _LEFT_OUT))
    ours = theirs = 0.0
    path = bench.folder / "hand.sqlite"
    with Library.open(bench.folder / "import.dateline") as library, closing(sqlite3.connect(path)) as hand:
        library.warm_writer().result()
        hand.executescript(_HAND)
        source = iter(rows)
        while batch := list(islice(source, 2_000)):
            took: list[float] = []

            def job(c: Any, some: list[ImportRow] = batch, took: list[float] = took) -> Any:
                from dateline.storage.database import index_now

                began = thread_time()
                change = articles.import_articles(c, some)
                index_now(c)
                took.append(thread_time() - began)
                return change

            library.write(job).result()
            ours += took[0]
            began = thread_time()
            import_by_hand(hand, batch)
            theirs += thread_time() - began
    bench.tell("bulk import / by hand", ours / theirs, "×", "≤ 1.3", articles_a_second=round(len(rows) / ours))


_HAND = """
PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
CREATE TABLE article (id INTEGER PRIMARY KEY, url TEXT UNIQUE, title TEXT, snippet TEXT, outlet TEXT, lang TEXT,
    published_at INTEGER, text_z BLOB);
CREATE INDEX by_outlet ON article (outlet, id);
CREATE VIRTUAL TABLE search USING fts5(body, title, meta, content='', tokenize="ascii tokenchars '-_'");
INSERT INTO search(search, rank) VALUES ('hashsize', 67108864);
"""


def import_by_hand(c: sqlite3.Connection, rows: Sequence[ImportRow]) -> None:
    """Insert articles as a short script would: the rows, the texts compressed, the same words indexed."""
    ordered = sorted(rows, key=lambda row: row.published_at or datetime.min.replace(tzinfo=UTC))
    (n,) = c.execute("SELECT count(*) FROM article").fetchone()
    c.executemany(
        "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (n + k, r.url, r.title, r.text[:300], r.outlet, r.lang, int(r.published_at.timestamp()), pack(r.text))
            for k, r in enumerate(ordered)
            if r.published_at
        ],
    )
    c.executemany(
        "INSERT INTO search(rowid, body, title, meta) VALUES (?, ?, ?, ?)",
        [
            (n + k, token_text(r.text), token_text(r.title), f"{word('outlet', r.outlet)} {word('lang', r.lang)}")
            for k, r in enumerate(ordered)
        ],
    )
    c.commit()


def mark_many(bench: Bench) -> None:
    """Mark a hundred thousand articles read and take it back."""
    ids = bench.library.read(partial(timeline.spine, wanted=bench.ask("is:unread"))).result()[:100_000]
    for what, value in (("mark 100,000 read", True), ("undo", False)):
        took: list[float] = []

        def job(c: Any, is_read: bool = value, took: list[float] = took) -> Any:
            began = thread_time()
            change = marks.set_read(c, map(ArticleId, ids), is_read, datetime.now(UTC))
            took.append(thread_time() - began)
            return change

        began = perf_counter()
        bench.library.write(job).result()
        bench.tell(what, took[0], "s", "< 1 s", waited=round(perf_counter() - began, 2), marked=len(ids))


def busy_reader(bench: Bench) -> None:
    """Take first pages while the writer imports, into a library of its own made for it."""
    path = bench.folder / "busy.dateline"
    rows = list(plain_rows(bench, 12_000))
    with Library.open(path) as library:
        library.write(partial(articles.import_articles, rows=rows[:6_000])).result()
        other = Bench.__new__(Bench)
        other.library, other.n, other.names, other.asked = library, 6_000, bench.names, bench.asked
        jobs = [partial(timeline.first_page, wanted=bench.ask(text), limit=100) for text in ("", "is:unread", "china")]
        idle = [other.timed(job) for job in jobs * 100]
        is_over = Event()

        def write() -> None:
            for start in range(6_000, len(rows), 50):
                if is_over.is_set():
                    return
                library.write(partial(articles.import_articles, rows=rows[start : start + 50])).result()

        writer = Thread(target=write)
        writer.start()
        taken = [other.timed(job) for job in jobs * 100]
        was_busy = writer.is_alive()
        is_over.set()
        writer.join()
    bench.tell(
        "writer busy: reader",
        percentile([busy for busy, _ in taken], 99),
        "ms p99",
        "< 10 ms",
        idle=round(percentile([busy for busy, _ in idle], 99), 2),
        waited=round(percentile([waited for _, waited in taken], 99), 1),
        writer_was_busy=was_busy,
    )


def size(bench: Bench) -> None:
    """Compare the file with the titles and texts in it, measured on every so manieth article."""

    def given(c: sqlite3.Connection) -> float:
        (low, high) = c.execute("SELECT min(id), max(id) FROM revision").fetchone()
        dice = random.Random(1)
        chosen = [dice.randrange(low, high + 1) for _ in range(4_000)]
        rows = (c.execute("SELECT title, text_z FROM revision WHERE id = ?", (one,)).fetchone() for one in chosen)
        sizes = [len((row[0] + unpack(row[1])).encode()) for row in rows if row]
        return sum(sizes) / len(sizes)

    n_bytes = bench.library.path.stat().st_size
    raw = bench.library.read(given).result()
    bench.tell(
        "library / titles and texts", n_bytes / bench.n / raw, "×", "≤ 1.8", per_article=round(n_bytes / bench.n)
    )


def memory(bench: Bench) -> None:
    """Open the window on the library, scroll about, and take the most memory it held."""
    program = (
        "import re, sys\nfrom pathlib import Path\nfrom PySide6.QtCore import QTimer\nfrom dateline import app\n"
        "application = app.make_application(['dateline'])\ndesk = app.Desk(Path(sys.argv[1]), app.network_fetch)\n"
        "desk.show()\nbar = desk.window.timeline.view.verticalScrollBar()\n"
        "for k in range(20):\n"
        "    QTimer.singleShot(4000 + 150 * k, lambda k=k: bar.setValue(bar.maximum() * k // 20))\n"
        "QTimer.singleShot(9000, lambda: (desk.window.close(), application.quit()))\n"
        "application.exec()\n"
        # Not `getrusage`, which counts in what the process was that started this one.
        "most = int(re.search('VmHWM:\\\\s+(\\\\d+) kB', Path('/proc/self/status').read_text())[1])\n"
        "print(desk.window.timeline.timeline.rowCount(), most // 1024)\n"
        "desk.close()\n"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "DATELINE_HOME": str(bench.folder / "home")}
    out = subprocess.run(
        [sys.executable, "-c", program, str(bench.library.path)],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    )
    rows, most = out.stdout.split()[-2:]
    bench.tell("memory of the window", float(most), "MB at most", "≤ 250", rows=int(rows))


if __name__ == "__main__":
    main()
