from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from dateline.analysis.analyse import analyse
from dateline.library import Library
from dateline.news.article import ArticleId
from dateline.news.finding import Document
from dateline.news.library_view import ImportRow, QuoteVersion
from dateline.news.question import TimelineFilter
from dateline.pipeline.compare import compare_all
from dateline.storage import articles, quotes, rebuild, statements, stories, timeline

WHY = "The rules change faster than our products, and nobody tells us why"
FIRE_EN = (
    "A fire has stopped Loomchip's factory in Dresden for 12 weeks, and 340 machines are lost. "
    f"“{WHY},” said Jensen Huang, chief executive of Nvidia, who buys from it."
)
FIRE_TOO = (
    "The Loomchip factory in Dresden will stand still for 12 weeks after a fire that took 340 machines. "
    "Jensen Huang of Nvidia said: “The rules change faster than our products.”"
)
ROBOTS = (
    "Robots learn to fold shirts in Shenzhen. “It is a start, and a slow one for us,” said Zhou Lan, who sells them."
)


class Desk:
    """A library that articles are laid into as an import does."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def lay(self, slug: str, title: str, text: str, day: int, outlet: str) -> ArticleId:
        at = datetime(2025, 11, day, 9, tzinfo=UTC)
        found = analyse(Document(slug, title, text, outlet, None, at))
        url = f"{outlet}.example/{slug}"
        row = ImportRow(f"https://{url}", url, title, text, "", outlet, found.lang, at, (), found, 1)
        (number,) = self.library.write(partial(articles.import_articles, rows=[row])).result().new_articles
        return number

    def story(self, article: ArticleId) -> int | None:
        return self.library.read(partial(stories.story_of, article=article)).result()

    def versions(self, article: ArticleId) -> dict[int, list[QuoteVersion]]:
        return self.library.read(partial(statements.versions_in, article=article)).result()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Library.open(tmp_path / "library.dateline") as library:
        yield Desk(library)


def test_articles_of_one_event_become_a_story_and_their_quotes_a_statement(desk: Desk) -> None:
    first = desk.lay("fire", "Fire stops Loomchip factory in Dresden", FIRE_EN, 9, "paper")
    second = desk.lay("fire-too", "Loomchip's Dresden factory stops after fire", FIRE_TOO, 10, "gazette")
    other = desk.lay("robots", "Robots learn to fold shirts", ROBOTS, 10, "gazette")
    compare_all(desk.library)
    assert desk.story(first) == desk.story(second) == first
    assert desk.story(other) is None
    (versions,) = desk.versions(second).values()
    assert [(one.article, one.words.rstrip(".,")) for one in versions] == [
        (first, WHY),
        (second, "The rules change faster than our products"),
    ]
    assert desk.versions(other) == {}


def test_the_ledger_and_the_cards_name_them(desk: Desk) -> None:
    first = desk.lay("fire", "Fire stops Loomchip factory in Dresden", FIRE_EN, 9, "paper")
    second = desk.lay("fire-too", "Loomchip's Dresden factory stops after fire", FIRE_TOO, 10, "gazette")
    desk.lay("robots", "Robots learn to fold shirts", ROBOTS, 11, "gazette")
    compare_all(desk.library)
    rows = desk.library.read(partial(quotes.quotes, wanted=TimelineFilter(), limit=10)).result()
    by_article = {row.article: row.statement for row in rows}
    assert by_article[first] == by_article[second] is not None
    assert list(by_article.values()).count(None) == 1
    cards = desk.library.read(partial(timeline.first_page, wanted=TimelineFilter(), limit=10)).result()
    assert [card.story for card in cards] == [None, (first, ("paper",), 2), (first, ("gazette",), 2)]


def test_the_order_in_which_they_come_does_not_matter(desk: Desk) -> None:
    second = desk.lay("fire-too", "Loomchip's Dresden factory stops after fire", FIRE_TOO, 10, "gazette")
    compare_all(desk.library)
    first = desk.lay("fire", "Fire stops Loomchip factory in Dresden", FIRE_EN, 9, "paper")
    compare_all(desk.library)
    assert desk.story(first) == desk.story(second) == first
    assert len(desk.versions(first)) == 1


def test_a_rebuild_finds_the_same_again(desk: Desk) -> None:
    first = desk.lay("fire", "Fire stops Loomchip factory in Dresden", FIRE_EN, 9, "paper")
    desk.lay("fire-too", "Loomchip's Dresden factory stops after fire", FIRE_TOO, 10, "gazette")
    compare_all(desk.library)
    before = (desk.story(first), desk.versions(first))
    desk.library.write(rebuild.forget_derived).result()
    assert (desk.story(first), desk.versions(first)) == (None, {})
    waiting = desk.library.read(partial(rebuild.documents, version=1, limit=10)).result()
    results = [rebuild.analysed(one, analyse(one.document)) for one in waiting]
    desk.library.write(partial(rebuild.keep_findings, results=results, version=1)).result()
    compare_all(desk.library)
    assert (desk.story(first), desk.versions(first)) == before


def test_what_the_user_took_apart_stays_apart_through_a_rebuild(desk: Desk) -> None:
    first = desk.lay("fire", "Fire stops Loomchip factory in Dresden", FIRE_EN, 9, "paper")
    second = desk.lay("fire-too", "Loomchip's Dresden factory stops after fire", FIRE_TOO, 10, "gazette")
    compare_all(desk.library)
    (versions,) = desk.versions(second).values()
    one, other = ((version.article, version.words) for version in reversed(versions))
    decide = partial(statements.keep_verdict, one=one, other=other, at=datetime(2025, 11, 12, tzinfo=UTC))
    change = desk.library.write(partial(decide, is_same=False)).result()
    assert set(change.changed_articles) == {first, second}
    compare_all(desk.library)
    assert desk.versions(first) == desk.versions(second) == {}
    desk.library.write(partial(decide, is_same=True)).result()
    compare_all(desk.library)
    assert len(desk.versions(second)) == 1


def test_an_article_read_again_with_other_words_leaves_its_statement(desk: Desk) -> None:
    first = desk.lay("fire", "Fire stops Loomchip factory in Dresden", FIRE_EN, 9, "paper")
    second = desk.lay("fire-too", "Loomchip's Dresden factory stops after fire", FIRE_TOO, 10, "gazette")
    compare_all(desk.library)
    (waiting,) = (
        each
        for each in desk.library.read(partial(rebuild.documents, version=2, limit=10)).result()
        if each.article == second
    )
    silent = analyse(Document(str(second), "Robots", "Robots fold shirts.", "gazette", "en", None))
    results = [rebuild.analysed(waiting, silent)]
    desk.library.write(partial(rebuild.keep_findings, results=results, version=2)).result()
    compare_all(desk.library)
    assert desk.versions(first) == {}
