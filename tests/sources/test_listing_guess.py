"""The list of a page without a feed is found, and read by the rule that was guessed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.news.feed import Fetched
from dateline.sources.listing import read_listing
from dateline.sources.listing_guess import guess_rule

TITLES = (
    "Three ministries answer on rented processors",
    "The trade ministry keeps a list of its own",
    "Who pays for the harbour town's warm school",
    "A clock on the wall, and rows without labels",
    "Landlords will not name their largest tenants",
    "Committee puts off the vote on naming tenants",
)
CHINESE = (
    "审计署公布三家机房的租户名单",
    "供电部门称从报纸上得知机房存在",
    "要求公开租户姓名的法案再次推迟表决",
    "港口城市的学校冬天不用付暖气费",
    "两家房东拒绝说明模型的规模上限",
)
MENU = "<nav><ul>{}</ul></nav>".format(
    "".join(f'<li><a href="/part/{n}">A part of this paper, number {n}</a></li>' for n in range(12))
)
BESIDE = "<aside>{}</aside>".format(
    "".join(f'<p><a href="/most-read/{n}">What everybody reads, story number {n}</a></p>' for n in range(12))
)


def page(rows: str, *, lang: str = "en") -> Fetched:
    body = f"<html lang={lang}><head><title>Ledger</title></head><body>{MENU}<main>{rows}</main>{BESIDE}</body></html>"
    url = "https://ledger.example/chips/"
    return Fetched(url, url, 200, "text/html; charset=utf-8", body.encode())


def cards(n: int, title: str) -> str:
    return (
        f'<div class="card card-{n}"><a class="thumb" href="/2025/{n}"><img src="/{n}.jpg"></a><h3><a href="/2025/{n}">'
        f"{title}</a></h3><p>{'What stands in it, told in some more words. ' * 3}</p>"
        f'<time datetime="2025-11-0{n + 1}T08:00:00Z">a while ago</time></div>'
    )


def items(n: int, title: str) -> str:
    return f'<li><a href="./2025/{n}">{title}</a><span class="when">2025-11-0{n + 1} 16:00</span></li>'


def bare(n: int, title: str) -> str:
    return f'<a class="story" href="/2025/{n}">{title}</a>'


@pytest.mark.parametrize(
    ("rows", "around", "titles", "dated"),
    [
        (cards, "<section>{}</section>", TITLES, True),
        (items, "<ul class='news'>{}</ul>", CHINESE, True),
        (items, "<ul>{}</ul>", CHINESE, True),
        (bare, "<div>{}</div>", TITLES, False),
    ],
)
def test_the_headlines_of_a_list_are_found(rows: object, around: str, titles: tuple[str, ...], dated: bool) -> None:
    assert callable(rows)
    fetched = page(around.format("".join(rows(n, title) for n, title in enumerate(titles))))
    rule = guess_rule(fetched, "Ledger")
    read = read_listing(fetched, rule)
    assert (read.title, tuple(entry.title for entry in read.entries)) == ("Ledger", titles)
    assert all("/2025/" in entry.url for entry in read.entries)
    first = datetime(2025, 11, 1, 8, tzinfo=UTC)
    assert [entry.published_at for entry in read.entries][:1] == [first if dated else None]
    assert all(entry.summary for entry in read.entries) is (rows is cards)


def test_the_rule_reads_what_comes_later_too() -> None:
    rule = guess_rule(page("".join(cards(n, title) for n, title in enumerate(TITLES))), "Ledger")
    later = page("".join(cards(n, title) for n, title in enumerate(reversed(TITLES), start=2)))
    assert [entry.title for entry in read_listing(later, rule).entries] == list(reversed(TITLES))


@pytest.mark.parametrize(
    "rows",
    [
        "",
        "<p>Nothing is listed here.</p>",
        "".join(cards(n, title) for n, title in enumerate(TITLES[:3])),
        "".join(f'<li><a href="https://other.example/{n}">{title}</a></li>' for n, title in enumerate(TITLES)),
        "".join(f'<li><a href="/p/{n}">Page {n}</a></li>' for n in range(40)),
        "".join(f'<li><a href="javascript:go({n})">{title}</a></li>' for n, title in enumerate(TITLES)),
    ],
)
def test_where_there_is_no_list_there_is_no_rule(rows: str) -> None:
    assert guess_rule(page(rows), "Ledger") == ""


def test_what_is_no_page_and_what_nests_without_end_give_no_rule() -> None:
    url = "https://ledger.example/"
    assert guess_rule(Fetched(url, url, 200, "text/html", b""), "Ledger") == ""
    assert guess_rule(page("<div>" * 30_000 + '<a href="/1">One headline that is long enough</a>'), "Ledger") == ""
    assert guess_rule(page("<a href='/x'>A headline of the same address</a>" * 20_000), "Ledger") == ""
