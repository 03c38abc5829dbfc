"""Measure what somebody waits for while reading: another filter's first card, and an article on show.

Each is timed from the act to the picture, by the clock and in the UI thread's own processor time ("busy").
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter, thread_time

from tests.benchmarks.bench_gaps import wait_until
from tests.benchmarks.bench_window import fill

from dateline.app import Desk, make_application, network_fetch
from dateline.news.article import ArticleId
from dateline.news.library_view import ImportRow
from dateline.news.question import Term, TimelineFilter
from dateline.storage import articles

FILTERS = {
    "outlet": TimelineFilter((Term("ft", "outlet"),)),
    "unread": TimelineFilter((Term("unread", "is"),)),
    "words": TimelineFilter((Term("licence"),)),
    "all": TimelineFilter(),
}
#: Words of an article → milliseconds that it may take.
LENGTHS = {1_500: 50, 30_000: 200}
_SENTENCE = "The Commerce Department said on Monday that chips of this kind need a licence of their own. "


def main() -> None:
    """Time filters, then articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000, help="articles in the library (default 20,000)")
    parser.add_argument("--library", type=Path, help="time this library's filters instead of one that is made")
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATELINE_HOME"] = folder
        path = asked.library or Path(folder) / "reading.dateline"
        if asked.library is None:
            fill(path, asked.articles)
        desk = Desk(path, network_fetch)
        if asked.library is None:
            keep_long_ones(desk)
        desk.window.resize(1440, 900)
        desk.show()
        wait_until(lambda: desk.window.settling.is_done and desk.window.timeline.timeline.is_whole)
        for name, question in FILTERS.items():
            tell(f"filter to first card, {name}", 60, [time_filter(desk, question) for _ in range(asked.rounds)])
        if asked.library is None:
            for n, (words, aim) in enumerate(LENGTHS.items()):
                taken = [time_article(desk, ArticleId(found(desk, n))) for _ in range(asked.rounds)]
                tell(f"article of {words:,} words on show", aim, taken)
        desk.close()
    application.quit()


def tell(what: str, aim: int, taken: list[tuple[float, float]]) -> None:
    """Print the medians of one act, in milliseconds."""
    clock, busy = (statistics.median(column) for column in zip(*taken[1:], strict=True))
    told = {"what": what, "unit": "ms", "value": round(clock, 1), "busy": round(busy, 1), "aim": f"< {aim}"}
    print(json.dumps(told), flush=True)


def timed(act: Callable[[], None], is_done: Callable[[], bool], picture: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds from an act to its picture, by the clock and of the thread's work."""
    began, worked = perf_counter(), thread_time()
    act()
    wait_until(is_done)
    picture()
    return (perf_counter() - began) * 1000, (thread_time() - worked) * 1000


def time_filter(desk: Desk, question: TimelineFilter) -> tuple[float, float]:
    """Ask a filter from another one; the picture is the list's."""
    window, model = desk.window, desk.window.timeline.timeline
    window.ask(TimelineFilter((Term("guancha", "outlet"),)))
    wait_until(lambda: model.is_whole)
    shown: list[bool] = []
    begun = model.begun.connect(partial(shown.append, True))
    taken = timed(partial(window.ask, question), lambda: bool(shown), window.timeline.view.grab)
    model.begun.disconnect(begun)
    return taken


def time_article(desk: Desk, article: ArticleId) -> tuple[float, float]:
    """Open an article from an empty reader; the picture is the reader's."""
    reader = desk.window.reader
    reader.clear()
    is_open = lambda: reader.page is not None and reader.page.article.id == article  # noqa: E731
    return timed(partial(reader.show_article, article), is_open, reader.grab)


def keep_long_ones(desk: Desk) -> None:
    """Keep an article of each length."""
    at = datetime(2025, 10, 1, tzinfo=UTC)
    rows = [
        ImportRow(
            f"https://long.example/{n}",
            f"long.example/{n}",
            f"A long one {n}",
            "\n".join(_SENTENCE * 5 for _ in range(words // (5 * len(_SENTENCE.split())))),
            outlet="nyt",
            lang="en",
            published_at=at + timedelta(days=n),
        )
        for n, words in enumerate(LENGTHS)
    ]
    desk.library.write(partial(articles.import_articles, rows=rows)).result()


def found(desk: Desk, n: int) -> int:
    """Return the id of a long article."""
    sql = "SELECT id FROM article WHERE title = ?"
    return int(desk.library.read(lambda c: c.execute(sql, (f"A long one {n}",)).fetchone()[0]).result())


if __name__ == "__main__":
    main()
