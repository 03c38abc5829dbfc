"""The same text in other outlets and under other addresses: found, kept, told from the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest

from dateline.analysis.analyse import analyse
from dateline.comparison.copies import is_copy, marks, sentences_in
from dateline.library import Library
from dateline.news.article import ArticleId, ArticleText
from dateline.news.finding import Document
from dateline.news.library_view import ImportRow
from dateline.news.question import read_filter
from dateline.pipeline.compare import compare_all
from dateline.storage import articles, copies, counting, rebuild, stories
from dateline.storage.laying_open import lay_open

REPORT = (
    "Loomchip will build its next accelerators in a new hall near Dresden, the company said on Sunday evening.\n"
    "The hall is to employ four hundred people and to open before the end of next summer, if permits come in time.\n"
    "Washington had asked the maker of chips to keep its most advanced lines away from customers in China.\n"
    "Officials in Beijing called the request a provocation and said that the country would train on chips of its own.\n"
    "Analysts at two banks expect that the move costs the company a tenth of what it earns in a year.\n"
)
CHINESE = (
    "织芯公司周日晚间表示，将在德累斯顿附近的新厂房生产下一代人工智能加速芯片。\n"
    "新厂房将雇用四百名员工，如果许可按时下发，明年夏天结束之前就能投入使用。\n"
    "华盛顿此前要求这家芯片制造商不要向中国客户提供最先进的产品线。\n"
    "北京的官员称这一要求是挑衅，并表示中国将用自己的芯片训练大模型。\n"
    "两家银行的分析师预计，此举将使公司损失全年收入的十分之一左右。\n"
)
OTHER = (
    "Loomchip will build its next accelerators in a new hall near Dresden, but nobody knows who shall work in it.\n"
    "Schools in Saxony train a hundred technicians a year, and the older factories take all of them, teachers say.\n"
    "The town has no flats left, and the tram to the site is to run only from the year after next, its mayor admits.\n"
    "Neighbours fear for their water: a hall of that size drinks as much as a village of two thousand people does.\n"
    "The company answers that it will bring its own wells, its own buses and, where it must, its own houses as well.\n"
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (REPORT, REPORT, True),
        (
            REPORT,
            f"DRESDEN (Agency) - {REPORT}Reporting by Ida Kern; editing by Tom Ash.",
            True,
        ),
        (REPORT, REPORT.replace("\n", " ").upper(), True),
        (REPORT, REPORT[: REPORT.index("Analysts")], True),
        (CHINESE, CHINESE.replace("，", ", ").replace("中国", "中國"), True),
        (REPORT, OTHER, False),
        (REPORT, f"{REPORT}{OTHER}", False),  # an article that quotes the whole of it is another article
        (REPORT, CHINESE, False),
        ("Subscribe.", "Subscribe.", False),
    ],
)
def test_what_is_the_same_text(one: str, other: str, *, same: bool) -> None:
    assert is_copy(sentences_in(one), sentences_in(other)) is same
    assert is_copy(sentences_in(other), sentences_in(one)) is same


def test_marks_weigh_nothing_and_short_texts_have_none() -> None:
    assert {mark.weight for mark in marks(REPORT)} == {0.0}
    assert marks("Subscribe. Log in. Read on.") == ()


Lay = Callable[..., ArticleId]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.dateline") as library:
        yield library


@pytest.fixture
def lay(library: Library) -> Lay:
    """Return `lay(outlet, day, text)`, which imports an article and gives its id."""

    def lay(outlet: str, day: int, text: str = REPORT, title: str = "Loomchip to build in Dresden") -> ArticleId:
        at = datetime(2025, 11, day, 9, tzinfo=UTC)
        found = analyse(Document(outlet, title, text, outlet, None, at))
        url = f"{outlet}.example/{day}/{len(text)}"
        row = ImportRow(f"https://{url}", url, title, text, "", outlet, found.lang, at, (), found, 1)
        (number,) = library.write(partial(articles.import_articles, rows=[row])).result().new_articles
        compare_all(library)
        return number

    return lay


def first_of(library: Library, article: ArticleId) -> ArticleId | None:
    return library.read(partial(copies.copy_of, article=article)).result()


def n(library: Library, query: str) -> int:
    return library.read(partial(counting.count, wanted=read_filter(query, date(2025, 11, 12)))).result().n


def test_the_earliest_is_the_first_in_whatever_order_they_come(library: Library, lay: Lay) -> None:
    later = lay("gazette", 10, f"{REPORT}Reporting by Ida Kern.")
    first = lay("agency", 9)
    latest = lay("courier", 11, f"(Agency) {REPORT}")
    other = lay("ledger", 10, OTHER)

    assert [first_of(library, one) for one in (first, later, latest, other)] == [None, first, first, None]
    assert library.read(partial(copies.same_text, article=later)).result() == [first, latest]
    told = {library.read(partial(stories.story_of, article=one)).result() for one in (first, later, latest)}
    assert len(told) == 1
    assert told != {None}
    assert (n(library, ""), n(library, "is:copy"), n(library, "-is:copy")) == (4, 2, 2)


def test_a_first_that_is_rewritten_leaves_the_rest_to_the_next(library: Library, lay: Lay) -> None:
    first, second, third = (lay(outlet, day) for outlet, day in (("agency", 9), ("gazette", 10), ("courier", 11)))
    at = datetime(2025, 11, 12, tzinfo=UTC)
    title = "Loomchip to build in Dresden"
    found = lay_open(analyse(Document("agency", title, OTHER, "agency", None, at)), title, OTHER)
    text = ArticleText(OTHER, "", title)
    library.write(
        partial(articles.keep_text, article_id=first, text=text, findings=found, origin="page", captured_at=at)
    ).result()
    compare_all(library)
    assert [first_of(library, one) for one in (first, second, third)] == [None, None, second]


def test_a_rebuild_finds_copies_again(library: Library, lay: Lay) -> None:
    first, second = lay("agency", 9), lay("gazette", 10)
    library.write(rebuild.forget_derived).result()
    assert first_of(library, second) is None
    for waiting in library.read(partial(rebuild.documents, version=1, limit=9)).result():
        done = rebuild.analysed(waiting, analyse(waiting.document))
        library.write(partial(rebuild.keep_findings, results=[done], version=1)).result()
    compare_all(library)
    assert first_of(library, second) == first
