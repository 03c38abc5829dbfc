"""观察者网 read as a whole: list, pages and what is theirs, from a press of our own and from the newsstand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

import pytest

from dateline.news.article import Article, Completeness
from dateline.news.feed import Fetched, NewSource, SourceKind
from dateline.sources.http import Client, Limits
from dateline.sources.outlets import outlet_at
from dateline.storage import articles, sources
from newsstand import Newsstand
from press import Room

LIST = "https://www.guancha.cn/GuanChaZheTouTiao/list_1.shtml"
PARAGRAPH = (
    "美国商务部周一再次收紧对华人工智能芯片出口管制，企业询问许可证的价值。业内人士认为，国产芯片将因此获得更多订单。"
    * 3
)
PAGE = f"""<html lang="zh"><head><title>芯片新规</title></head><body>
<li class="left left-main"><h3>芯片新规</h3><div class="time fix"><span>2025-11-10 08:30:00</span></div>
<div class="content all-txt"><p>【文/观察者网 王一】{PARAGRAPH}</p><p>{PARAGRAPH}</p>
<p>本文系观察者网独家稿件，未经授权，不得转载。</p><p>关注观察者网微信guanchacn，每日阅读趣味文章。</p></div>
<div class="ranking-comment"><p>最热评论：支持国产。</p></div></li></body></html>"""


def follow(room: Room, url: str) -> None:
    new = NewSource(url, "观察者网：头条", kind=SourceKind.LISTING, rule="guancha", outlet="guancha")
    room.library.write(partial(sources.add_sources, new=(new,))).result()


def read(room: Room) -> dict[str, Article]:
    """Return every article by the end of its address."""
    found = [room.library.read(partial(articles.article, article_id=card.id)).result() for card in room.cards()]
    return {article.url.rpartition("/")[2]: article for article in found if article is not None}


def test_an_article_is_read_unfolded_with_its_byline_and_beijings_time_and_without_its_tail(room: Room) -> None:
    item = "<li><div class=content-headline><h3><a href='/economy/2025_11_10_700001.shtml'>芯片新规</a></h3></div></li>"
    html = f"<html><body><ul class='headline-list'>{item}</ul></body></html>"
    room.press.answers[LIST] = Fetched(LIST, LIST, 200, "text/html; charset=utf-8", html.encode())
    page = "https://www.guancha.cn/economy/2025_11_10_700001_s.shtml"
    room.press.answers[page] = Fetched(page, page, 200, "text/html; charset=utf-8", PAGE.encode())
    follow(room, LIST)
    room.refresh()
    (article,) = read(room).values()
    assert page in room.press.asked
    assert (article.title, article.authors, article.outlet) == ("芯片新规", ("王一",), "guancha")
    assert article.published_at == datetime(2025, 11, 10, 0, 30, tzinfo=UTC)
    assert article.text == f"{PARAGRAPH}\n{PARAGRAPH}"
    assert article.completeness is Completeness.FULL


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.guancha.cn/economy/2025_11_10_700001.shtml", "guancha"),
        ("https://user.guancha.cn/main/content?id=1", "guancha-posts"),
        ("http://127.0.0.1:80/world/user.guancha.cn/main/content?id=1", "guancha-posts"),
        ("https://unlisted.example/1", ""),
        ("not an address", ""),
    ],
)
def test_readers_posts_are_told_from_the_newsrooms_articles(url: str, outlet: str) -> None:
    assert outlet_at(url) == outlet


@pytest.fixture
def outside(room: Room) -> Iterator[Room]:
    client = Client(Limits())
    room.press = client  # type: ignore[assignment]
    yield room
    client.close()


@pytest.mark.newsstand
def test_the_newsstands_guancha_is_read_in_full_where_it_may(newsstand: Newsstand, outside: Room) -> None:
    follow(outside, newsstand.at("/observer/GuanChaZheTouTiao/list_1.shtml"))
    outside.refresh()
    found = read(outside)
    whole = found["2026_03_04_808003_s.shtml"]
    assert (whole.outlet, whole.completeness) == ("guancha", Completeness.FULL)
    assert whole.published_at == datetime(2026, 3, 3, 23, 30, tzinfo=UTC)
    members = found["2026_03_02_808001_s.shtml"]
    assert (members.completeness, members.reason) == (
        Completeness.BLOCKED,
        "Guancha keeps this article for its members.",
    )
    assert found["content?id=1400001&page=0"].outlet == "guancha-posts"
    for article in found.values():
        assert "责任编辑" not in article.text[-200:]
        assert "未经授权" not in article.text[-200:]
