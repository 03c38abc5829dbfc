"""What must be found across the sample coverage: its stories, and the statements that go through them.

The sample is our own text on public facts, in English and Chinese, with several articles on one company in one week
that are not one event. What is expected here was read from the texts; it changes only with them.
"""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from dateline.analysis.analyse import analyse
from dateline.library import Library
from dateline.news.finding import Document
from dateline.news.library_view import ImportRow
from dateline.pipeline.compare import compare_all
from dateline.settings import resource
from dateline.storage import articles, statements, stories

STORIES = [
    {"huang-china-race", "huang-jingsai", "huang-nanoseconds"},
    {"habit-of-developers", "kaifazhe-zhuanxiang"},
    {"deepseek-wake-up", "deepseek-jingxing"},
]
#: (article, some of the words) of statements that must be one, by the articles that carry them.
STATEMENTS = [
    ("huang-china-race", "win the AI race", {"huang-china-race", "huang-jingsai", "huang-nanoseconds"}),
    ("huang-nanoseconds", "nanoseconds behind", {"huang-nanoseconds", "huang-jingsai"}),
    ("deepseek-wake-up", "wake-up call", {"deepseek-wake-up", "deepseek-jingxing"}),
    ("habit-of-developers", "fast and cheap", {"habit-of-developers", "cheaper-models-startups"}),
]


def row_of(article: dict[str, str | datetime]) -> ImportRow:
    slug, title, text, outlet = (str(article[key]).strip() for key in ("slug", "title", "text", "outlet"))
    at = article["published"]
    assert isinstance(at, datetime)
    found = analyse(Document(slug, title, text, outlet, None, at))
    return ImportRow(
        f"https://x.example/{slug}", f"x.example/{slug}", title, text, "", outlet, found.lang, at, (), found, 1
    )


def test_stories_and_statements_of_the_sample_coverage(tmp_path: Path) -> None:
    sample = tomllib.loads(resource("sample/articles.toml").read_text(encoding="utf-8"))["article"]
    with Library.open(tmp_path / "sample.dateline") as library:
        write = partial(articles.import_articles, rows=[row_of(article) for article in sample], at=datetime.now(UTC))
        library.write(write).result()
        compare_all(library)
        told = library.read(
            lambda c: c.execute(
                "SELECT s.story, a.url FROM story s JOIN article a ON a.id = s.article_id ORDER BY s.story"
            ).fetchall()
        ).result()
        slugs = {
            int(number): str(url).rsplit("/", 1)[-1]
            for number, url in library.read(lambda c: c.execute("SELECT id, url FROM article").fetchall()).result()
        }
        ids = {slug: number for number, slug in slugs.items()}
        versions = {
            slug: library.read(partial(statements.versions_in, article=number)).result() for slug, number in ids.items()
        }
        assert library.read(partial(stories.uncompared, limit=1)).result() == []
    found: dict[int, set[str]] = {}
    for story, url in told:
        found.setdefault(story, set()).add(url.rsplit("/", 1)[-1])
    assert sorted(map(sorted, found.values())) == sorted(map(sorted, STORIES))
    for slug, words, carried in STATEMENTS:
        (every,) = (some for some in versions[slug].values() if any(words in one.words for one in some))
        assert carried <= {slugs[one.article] for one in every}, (slug, words)
        assert len({one.entity for one in every if one.entity}) <= 1, (slug, words)
