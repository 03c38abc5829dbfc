"""Measure the library: bulk import, entries a second, first page, spine, search, counts, pulse, marks, size.

Prints one JSON object a line: {"what", "n", "unit", "value", …}. Articles come from a JSON Lines file (`--articles`, as
`dateline import-articles` takes it), else from the newsstand's generator where it is found, else from this script.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import Any

from dateline.library import Library
from dateline.news.feed import FeedEntry, NewSource
from dateline.news.finding import TOPICS, Findings, Quote, QuoteKind, Speaker, TopicHit
from dateline.news.library_view import ImportRow
from dateline.news.plan import EntryAction, EntryPlan
from dateline.news.question import read_filter
from dateline.storage import articles, counting, entries, marks, sidebar, sources, timeline
from dateline.text.span import Span

NEWSSTAND = Path(__file__).parents[3] / "shared" / "newsstand" / "make_articles.py"
ROWS_AT_ONCE = 2_000
WORDS_EN = tuple("chip export control model open weights data power talent rule trade supply".split())
HAN = "中国人工智能芯片出口管制模型开源数据中心电力人才投资规则贸易供应链报道表示英伟达黄仁勋阿里巴巴"
SPEAKERS = [("Jensen Huang", "jensen-huang"), ("Ada Lin", None), ("王小明", None), ("Mary Cole", "mary-cole")]

#: Filters whose first page, spine, count and pulse are taken.
QUESTIONS = {
    "none": "",
    "unread": "is:unread",
    "topic": "topic:chips",
    "rare topic": "topic:talent",
    "outlet": "outlet:{outlet}",
    "outlet topic unread": "outlet:{outlet} topic:chips is:unread",
    "speaker": "speaker:huang",
    "dates": "after:{middle}",
    "language": "lang:zh",
    "common word": "{word}",
    "common Chinese word": "中国",
    "long Chinese word": "人工智能",
    "phrase": '"{phrase}"',
    "word outlet unread": "{word} outlet:{outlet} is:unread",
    "exclusion": "-{word}",
    "alternatives": "{word} OR 人工智能",
    "word or starred": "{word} OR is:starred",
    "group": "({word} OR 中国) -(outlet:{outlet} OR lang:zh) after:{middle}",
    "prefix": "semi*",
    "mixed scripts": "英伟达H20",
    "words in quotes": "quote:{word}",
    "relevance": "{word} order:relevance",
    "oldest": "{word} order:oldest",
    "first seen": "order:first-seen",
    "word unread topic": "{word} topic:chips is:unread",
    "word starred": "{word} is:starred",
}


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=100_000, help="articles (default 100,000)")
    parser.add_argument("--articles", type=Path, help="JSON Lines file to take them from")
    parser.add_argument("--library", type=Path, help="where to build it; one that is there already is used as it is")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--feeds", type=int, default=100, help="feeds of 50 entries for the entries measure")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.library or Path(folder) / "bench.dateline"
        is_there = path.exists()
        with Library.open(path) as library:
            library.warm_writer().result()
            if not is_there:
                import_all(library, asked)
            read_all(library, asked)
            mark_all(library, asked)
            tell("library size", asked.n, "bytes an article", path.stat().st_size / asked.n)
        open_first_page(path, asked)
        with Library.open(Path(folder) / "feeds.dateline") as library:
            library.warm_writer().result()
            keep_feeds(library, asked)


def tell(what: str, n: int, unit: str, value: float, **more: Any) -> None:
    """Print one measure."""
    line = {"what": what, "n": n, "unit": unit, "value": round(value, 3)} | more
    print(json.dumps(line, ensure_ascii=False), flush=True)


def import_all(library: Library, asked: argparse.Namespace) -> None:
    """Import the articles with made-up findings, as analysis would bring them."""
    busy, n, n_characters = 0.0, 0, 0
    rows = given_rows(asked)
    while batch := list(islice(rows, ROWS_AT_ONCE)):
        n_characters += sum(len(row.text.encode()) for row in batch)
        began = perf_counter()
        n += len(library.write(partial(articles.import_articles, rows=batch)).result().new_articles)
        busy += perf_counter() - began
    tell("import", asked.n, "articles/s", n / busy, imported=n, bytes_of_text=n_characters)


def read_all(library: Library, asked: argparse.Namespace) -> None:
    """Take first page, spine, count and pulse of every question, and the sidebar."""
    newest = library.read(lambda c: timeline.first_page(c, read_filter("", date.today()), 1)).result()
    oldest_id = library.read(lambda c: timeline.spine(c, read_filter("", date.today()))).result()[-1]
    span = (newest[0].id - oldest_id) // 64 // 1440
    middle = datetime.fromtimestamp((newest[0].id // 64) * 60, UTC).date() - timedelta(days=span // 2)
    word = next((w for w in newest[0].snippet.split() if w.isascii() and w.isalpha() and len(w) > 3), "china")
    names = {"outlet": newest[0].outlet, "middle": middle, "word": "china", "phrase": "export controls", "any": word}
    for name, question in QUESTIONS.items():
        wanted = read_filter(question.format(**names), date.today())
        jobs: dict[str, Callable[[Any], Any]] = {
            "first page": partial(timeline.first_page, wanted=wanted, limit=100),
            "spine": partial(timeline.spine, wanted=wanted),
            "count": partial(counting.count, wanted=wanted),
            "pulse": partial(counting.pulse, wanted=wanted),
        }
        found = len(library.read(jobs["spine"]).result())
        for what, job in jobs.items():
            median, more = timed(library, job, asked.rounds)
            tell(what, asked.n, "ms", median, **more, filter=name, found=found)
    median, more = timed(library, sidebar.counts, asked.rounds)
    tell("sidebar", asked.n, "ms", median, **more)


def timed(library: Library, job: Callable[[Any], Any], rounds: int) -> tuple[float, dict[str, float]]:
    """Return the median of some rounds in milliseconds as the caller waits for them; the worst; the processor's share.

    Where the machine has other work, the processor's time is the figure to compare.
    """
    taken: list[float] = []
    busy: list[float] = []

    def watched(c: Any) -> None:
        began = thread_time()
        job(c)
        busy.append((thread_time() - began) * 1000)

    for _ in range(rounds):
        began = perf_counter()
        library.read(watched).result()
        taken.append((perf_counter() - began) * 1000)
    return statistics.median(taken), {"worst": round(max(taken), 3), "cpu": round(statistics.median(busy), 3)}


def mark_all(library: Library, asked: argparse.Namespace) -> None:
    """Mark everything read and take it back."""
    wanted, now = read_filter("", date.today()), datetime.now(UTC)
    began = perf_counter()
    change = library.write(partial(marks.set_read_all, wanted=wanted, is_read=True, at=now)).result()
    tell("mark all read", asked.n, "s", perf_counter() - began)
    began = perf_counter()
    library.write(partial(marks.set_read, ids=change.changed_articles, is_read=False, at=now)).result()
    tell("undo", asked.n, "s", perf_counter() - began)


def open_first_page(path: Path, asked: argparse.Namespace) -> None:
    """Open the library and read the first page in a new process, as a start of the window does."""
    program = (
        "import sys, time; began = time.perf_counter()\n"
        "from datetime import date\nfrom pathlib import Path\n"
        "from dateline.library import Library\nfrom dateline.news.question import TimelineFilter\n"
        "from dateline.storage import timeline\n"
        "with Library.open(Path(sys.argv[1])) as library:\n"
        "    library.read(lambda c: timeline.first_page(c, TimelineFilter(), 100)).result()\n"
        "    print((time.perf_counter() - began) * 1000, 'sqlalchemy' in sys.modules)\n"
    )
    taken = []
    for _ in range(asked.rounds):
        out = subprocess.run([sys.executable, "-c", program, str(path)], check=True, capture_output=True, text=True)
        milliseconds, is_heavy = out.stdout.split()
        taken.append(float(milliseconds))
    tell("import, open, first page", asked.n, "ms", statistics.median(taken), brings_sqlalchemy=is_heavy == "True")


def keep_feeds(library: Library, asked: argparse.Namespace) -> None:
    """Keep feeds of 50 entries each, as a first refresh does."""
    dice = random.Random(7)
    now = datetime.now(UTC)
    new = [NewSource(f"https://feed{n}.example/rss", f"Feed {n}", outlet=f"Feed {n}") for n in range(asked.feeds)]
    library.write(partial(sources.add_sources, new=new)).result()
    plans = {
        source.id: [feed_plan(dice, source.id, n, now) for n in range(50)]
        for source in library.read(sources.list_sources).result()
    }
    began, busy = perf_counter(), process_time()
    kept = [
        library.write(partial(entries.keep_entries, source_id=number, plans=some, seen_at=now))
        for number, some in plans.items()
    ]
    n = sum(len(future.result().new_articles) for future in kept)
    tell("keep entries", n, "entries/s", n / (perf_counter() - began), cpu_seconds=round(process_time() - busy, 2))


def feed_plan(dice: random.Random, source: int, n: int, now: datetime) -> EntryPlan:
    """Return a new entry, one in three Chinese, half with the full text."""
    is_chinese, url = n % 3 == 0, f"feed{source}.example/{n}"
    say = partial(chinese, dice) if is_chinese else partial(english, dice)
    content = f"<p>{say(400)}</p>" if n % 2 else ""
    entry = FeedEntry(
        f"key-{n}",
        f"https://{url}",
        say(12),
        say(40),
        content_html=content,
        published_at=now - timedelta(minutes=dice.randrange(20_000)),
    )
    return EntryPlan(entry, EntryAction.NEW, url, f"{n:024x}", outlet=f"Feed {source}", wants_page=not content)


def given_rows(asked: argparse.Namespace) -> Iterator[ImportRow]:
    """Yield the articles of the file, the newsstand or this script, with findings drawn by lot."""
    dice = random.Random(1)
    for n, given in enumerate(islice(given_articles(asked), asked.n)):
        published = datetime.fromisoformat(given["published"])
        yield ImportRow(
            url=given["url"],
            url_key=given["url"].partition("//")[2],
            title=given["title"],
            text=given["text"],
            outlet=given["outlet"],
            lang=given["lang"],
            published_at=published,
            findings=lot(dice, n, given),
        )


def lot(dice: random.Random, n: int, given: dict[str, Any]) -> Findings:
    """Return findings as frequent as real ones: a tenth on topic, two topics, a quote in three articles."""
    text = given["text"]
    is_on_topic = dice.random() < 0.1
    some = dice.choices(TOPICS[1:], weights=range(12, 0, -1), k=2) if is_on_topic or dice.random() < 0.2 else []
    quotes = ()
    if dice.random() < 0.33 and len(text) > 60:
        name, entity = dice.choice(SPEAKERS)
        span, place = Span(0, 40), Span(41, min(60, len(text)))
        speaker = Speaker(place.of(text), place, name, entity)
        quotes = (Quote(span, span.of(text), QuoteKind.DIRECT, None, speaker, 0.9),)
    hits = tuple(TopicHit(topic, 0.8, ()) for topic in dict.fromkeys(some))
    return Findings(str(n), given["lang"], is_on_topic, hits, quotes)


def given_articles(asked: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Yield articles as `dateline import-articles` takes them."""
    if asked.articles:
        with asked.articles.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)
    elif NEWSSTAND.exists():
        command = [sys.executable, str(NEWSSTAND), "--n", str(asked.n)]
        environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as made:
            assert made.stdout is not None
            yield from map(json.loads, made.stdout)
    else:
        yield from own_articles(asked.n)


def own_articles(n: int) -> Iterator[dict[str, Any]]:
    """Yield articles of drawn words, one in three Chinese, over ten years."""
    dice = random.Random(3)
    first = datetime(2016, 1, 1, tzinfo=UTC)
    for number in range(n):
        say = partial(chinese, dice) if number % 3 == 0 else partial(english, dice)
        published = first + timedelta(minutes=dice.randrange(10 * 365 * 1440))
        yield {
            "url": f"https://outlet{number % 12}.example/{number}",
            "title": say(10),
            "text": "\n".join(say(80) for _ in range(5)),
            "outlet": f"outlet{number % 12}",
            "lang": "zh" if number % 3 == 0 else "en",
            "published": published.isoformat(),
        }


def english(dice: random.Random, n: int) -> str:
    """Return `n` drawn words."""
    return " ".join(dice.choices(WORDS_EN, k=n)).capitalize() + "."


def chinese(dice: random.Random, n: int) -> str:
    """Return `2 n` drawn characters with commas."""
    return "".join(dice.choice(HAN) + ("，" if dice.random() < 0.08 else "") for _ in range(2 * n)) + "。"


if __name__ == "__main__":
    main()
