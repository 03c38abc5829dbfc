"""An article's outlet is told by its address, then by what its site, its feed and its folder are called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.feed import Access
from dateline.sources.outlets import bare_host, outlet_at, outlet_of, outlets

HERE = "http://127.0.0.1:8765"


def test_the_list_names_the_four_outlets_with_what_they_give() -> None:
    known = outlets()
    assert [
        (known[id_].name, known[id_].letters, known[id_].access) for id_ in ("bloomberg", "ft", "nyt", "guancha")
    ] == [
        ("Bloomberg", "B", Access.BLOCKED),
        ("Financial Times", "FT", Access.TEASER),
        ("New York Times", "NY", Access.TEASER),
        ("Observer", "观", Access.FULL),
    ]
    assert known["guancha"].names[:2] == ("Observer", "观察者网")


def test_no_host_belongs_to_two_outlets_and_every_mark_is_short() -> None:
    hosts = [host for outlet in outlets().values() for host in outlet.hosts]
    assert len(hosts) == len(set(hosts))
    assert all(1 <= len(outlet.letters) <= 2 for outlet in outlets().values())
    assert outlets() is outlets()


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.ft.com/content/31ff", "ft"),
        ("https://FT.com./content/31ff", "ft"),
        ("https://cn.nytimes.com/technology/20251022/chips/", "nyt"),
        ("https://www.bloomberg.co.jp/news/1", "bloomberg"),
        ("https://feeds.bbci.example.com.bbc.co.uk/1", "bbc"),
        ("https://m.guancha.cn/politics/2025_11_10_1.shtml", "guancha"),
        ("https://user.guancha.cn/main/content?id=1", "guancha-posts"),
        ("https://observer.co.uk/news/1", "the-observer-uk"),
        ("https://observer.com/2025/1", "observer-us"),
        ("https://notft.com/a", "notft.com"),
        ("https://ft.com.evil.example/a", "ft.com.evil.example"),
    ],
)
def test_a_host_decides_by_whole_labels_from_the_end(url: str, outlet: str) -> None:
    assert outlet_of(url) == outlet


def test_a_known_host_wins_over_every_name() -> None:
    assert outlet_of("https://www.ft.com/a", site_name="Reuters", feed_title="NYT > Technology", folder="CNN") == "ft"


@pytest.mark.parametrize(
    ("url", "names", "outlet"),
    [
        ("https://mp.weixin.qq.com/s?__biz=1&mid=2", {"feed_title": "量子位"}, "qbitai"),
        ("https://mp.weixin.qq.com/s/abc", {"site_name": "微信公众平台", "feed_title": "芯片账本"}, "芯片账本"),
        ("https://mp.weixin.qq.com/s/abc", {"site_name": "微信公众平台"}, "mp.weixin.qq.com"),
        ("https://chipledger.substack.com/p/1", {"site_name": "Chip Ledger"}, "Chip Ledger"),
        ("https://news.qq.com/a/1", {"feed_title": "量子位"}, "tencent-news"),
        (f"{HERE}/world/mp.weixin.qq.com/s", {"feed_title": "机器之心"}, "jiqizhixin"),
    ],
)
def test_where_many_publish_the_account_or_the_feed_is_the_outlet(url: str, names: dict[str, str], outlet: str) -> None:
    assert outlet_of(url, **names) == outlet
    assert outlet_at(url) == (outlet if "news.qq.com" in url else "")


@pytest.mark.parametrize(
    ("names", "outlet"),
    [
        ({"site_name": "guancha"}, "guancha"),
        ({"site_name": "Observer"}, "guancha"),
        ({"site_name": "The Observer"}, "the-observer-uk"),
        ({"site_name": "《金融时报》"}, "ft"),
        ({"site_name": "紐約時報"}, "nyt"),
        ({"site_name": "barron’s"}, "barrons"),
        ({"feed_title": "NYT > Technology"}, "nyt"),
        ({"feed_title": "BBC News - Technology"}, "bbc"),
        ({"feed_title": "Bloomberg Technology"}, "bloomberg"),
        ({"feed_title": "纽约时报中文网 国际纵览"}, "nyt"),
        ({"feed_title": "观察者网 - 头条"}, "guancha"),
        ({"feed_title": "Artificial intelligence (FT)"}, "ft"),
        ({"feed_title": "Science | The Guardian"}, "guardian"),
        ({"feed_title": "Nature of Business"}, "Nature of Business"),
        ({"feed_title": "Time – Zvi's notes"}, "Time – Zvi's notes"),
        ({"site_name": "Chip Ledger", "feed_title": "Reuters"}, "reuters"),
        ({"site_name": " Chip \n Ledger ", "feed_title": "All posts"}, "Chip Ledger"),
        ({"feed_title": "All posts"}, "All posts"),
        ({"folder": "Reuters"}, "ledger.example"),
        ({}, "ledger.example"),
    ],
)
def test_names_decide_where_the_address_is_unknown(names: dict[str, str], outlet: str) -> None:
    assert outlet_of("https://www.ledger.example/a", **names) == outlet


@pytest.mark.parametrize(
    ("url", "names", "outlet"),
    [
        (f"{HERE}/nyt/2017/01/13/a.html", {"feed_title": "NYT: saved pages", "folder": "Papers"}, "nyt"),
        (f"{HERE}/world/edition.cnn.com/2025/a.html", {"feed_title": "World, English"}, "cnn"),
        (f"{HERE}/world/edition.cnn.com/2025/a.html", {"site_name": "Reuters"}, "reuters"),
        (f"{HERE}/pulse/1.html", {"feed_title": "量子位"}, "qbitai"),
        (f"{HERE}/x/1.html", {"feed_title": "Headlines", "folder": "Financial Times"}, "ft"),
        (f"{HERE}/observer/politics/2026_03_02_808001.shtml", {}, "guancha"),
        (f"{HERE}/x/1.html", {"feed_title": "Chip notes", "folder": "Mine"}, "Chip notes"),
        (f"{HERE}/x/1.html", {"folder": "Mine"}, "Mine"),
        (f"{HERE}/saved/ft.com.html", {}, "127.0.0.1"),
        ("http://[::1]:9/nyt/a", {}, "nyt"),
        ("http://localhost/ft/a", {}, "ft"),
    ],
)
def test_a_copy_on_this_machine_belongs_to_whom_it_is_named_after(url: str, names: dict[str, str], outlet: str) -> None:
    assert outlet_of(url, **names) == outlet


def test_no_address_and_no_name_is_no_outlet() -> None:
    assert [outlet_of(url) for url in ("", "http://[::bad/x", "mailto:a@b", "   ")] == ["", "", "", ""]


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=40))
def test_anything_given_is_answered_with_a_string(url: str, title: str, name: str) -> None:
    assert isinstance(outlet_of(f"https://{url}", feed_title=title, folder=name, site_name=name), str)


def test_a_bare_host_keeps_its_own_labels() -> None:
    assert [bare_host(h) for h in ("www.a.com", "m.a.co.uk", "amp.com", "www.com")] == [
        "a.com",
        "a.co.uk",
        "amp.com",
        "www.com",
    ]
