"""Sites without a feed are read by rules that are data; a list that changed says so."""

from __future__ import annotations

import json
import pickle
import urllib.request
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import FeedError, InputError
from dateline.news.feed import FeedEntry, Fetched
from dateline.sources.listing import read_listing
from dateline.sources.listing_dates import read_date
from dateline.sources.listing_rule import listing_rules, parse_rule
from newsstand import Newsstand

BEIJING = timezone(timedelta(hours=8))
NOON = datetime(2025, 11, 10, 4, 0, tzinfo=UTC)  # noon in Beijing

ITHOME = """<div id="list"><div class="fl"><ul class="bl"><li><div class="c" data-ot="2025-11-10T08:30:00.1+08:00">
    <h2><a href="https://www.ithome.com/0/895/1.htm">示例四</a></h2><div class="m">概述</div></div>
    </li></ul></div></div>"""
NOTHING_THERE = "The list no longer matches its rule: nothing stands at “data.list”."
NO_LINKS = (
    "The list no longer matches its rule: none of its 2 rows has a link at “a@href” and a title at “a@title” or “a”."
)
NOT_JSON = "The list's address answers with something that is not JSON."
OURS = {"source": {"name": "本报"}}
NOTES = """
name = "Chip notes"
url = "https://notes.example/list"
zone = "+08:00"
format = "html"
item = "ul.news > li"
link = "a@href"
title = ["a@title", "a"]
summary = "p"
author = "em"
date = "time@datetime"
"""

PAPER = """
name = "Paper"
url = "https://paper.example/api/list"
format = "json"
zone = "+08:00"
item = "data.list"
link = ["url", "https://paper.example/a/{id}.html"]
title = "title"
summary = "digest"
author = ["author", "source.name"]
date = "time"
"""


def page(*rows: str) -> Fetched:
    html = f'<html><head><meta charset="utf-8"></head><body><ul class="news">{"".join(rows)}</ul></body></html>'
    return Fetched("https://notes.example/list", "https://www.notes.example/list", 200, "text/html", html.encode())


def answer(data: object, *, before: str = "", after: str = "") -> Fetched:
    body = before + json.dumps(data, ensure_ascii=False) + after
    return Fetched("https://paper.example/api", "https://paper.example/api/", 200, "application/json", body.encode())


def read(fetched: Fetched, rule: str) -> tuple[FeedEntry, ...]:
    return read_listing(fetched, rule, now=NOON).entries


def test_a_row_of_a_list_page_becomes_an_entry() -> None:
    fetched = page(
        '<li><a href="/a/1.html" title="国产芯片的&amp;路">国产芯片…</a><p> 第一句。\n 第二句。</p><em>李木</em>'
        '<time datetime="2025-11-10 08:30:00"></time></li>',
        '<li><a href="//cdn.notes.example/a/2">Two</a></li>',
    )
    assert read(fetched, NOTES) == (
        FeedEntry(
            key="https://www.notes.example/a/1.html",
            url="https://www.notes.example/a/1.html",
            title="国产芯片的&路",
            summary="第一句。 第二句。",
            authors=("李木",),
            published_at=datetime(2025, 11, 10, 0, 30, tzinfo=UTC),
        ),
        FeedEntry(key="https://cdn.notes.example/a/2", url="https://cdn.notes.example/a/2", title="Two"),
    )


def test_a_member_of_a_json_list_becomes_an_entry() -> None:
    fetched = answer(
        {
            "data": {
                "list": [
                    {
                        "id": 7,
                        "title": "<em>模型</em>出口 &amp; 管制",
                        "digest": None,
                        "time": 1762734600000,
                        "source": {"name": "本报"},
                    },
                    {
                        "url": "/b?x=1&copy=2",
                        "title": "B",
                        "author": ["A. Lin", "C. Wu"],
                        "time": "2025-11-10T09:00:00+09:00",
                    },
                    "not a row",
                ]
            }
        }
    )
    assert [(e.url, e.title, e.authors, e.published_at) for e in read(fetched, PAPER)] == [
        ("https://paper.example/a/7.html", "模型出口 & 管制", ("本报",), datetime(2025, 11, 10, 0, 30, tzinfo=UTC)),
        ("https://paper.example/b?x=1&copy=2", "B", ("A. Lin, C. Wu",), datetime(2025, 11, 10, 0, 0, tzinfo=UTC)),
    ]


def test_rows_without_link_or_title_and_rows_seen_already_are_left_out() -> None:
    fetched = page(
        '<li><a href="/a/1">One</a></li>',
        "<li><a>no link</a></li>",
        '<li><a href="/a/2"> </a></li>',
        '<li><a href="javascript:alert(1)">script</a></li>',
        '<li><a href="file:///etc/passwd">file</a></li>',
        '<li><a href="/a/1">One again</a></li>',
    )
    answered = read_listing(fetched, NOTES)
    assert [(e.url, e.title) for e in answered.entries] == [("https://www.notes.example/a/1", "One")]
    assert answered.problems == (
        "4 rows of the list have no link or no title and were left out.",
        "No time could be read at “time@datetime”; the articles are dated by when they were first seen.",
    )


def test_links_can_be_chosen_and_rewritten() -> None:
    rule = NOTES + "link_pattern = '/a/\\d+'\nlink_replace = ['\\.html$', \"_s.html\"]\n"
    fetched = page('<li><a href="/a/1.html">One</a></li>', '<li><a href="/special">Special</a></li>')
    assert [e.url for e in read(fetched, rule)] == ["https://www.notes.example/a/1_s.html"]


def test_the_first_place_with_rows_counts_or_all_of_them() -> None:
    data = {
        "top": [{"id": 1, "title": "Top"}],
        "rest": {"x": [{"id": 2, "title": "Rest"}], "y": [{"id": 3, "title": "More"}]},
    }
    rule = PAPER.replace('"data.list"', '["none", "top", "rest.*"]')
    assert [e.title for e in read(answer(data), rule)] == ["Top"]
    assert [e.title for e in read(answer(data), rule + "join_items = true\n")] == ["Top", "Rest", "More"]


def test_json_is_found_in_a_call_and_in_a_script_of_a_page() -> None:
    data = {"data": {"list": [{"id": 1, "title": "One"}]}}
    assert [e.title for e in read(answer(data, before="/**/callback(", after=");"), PAPER)] == ["One"]
    state = f"a={{}};window.state={json.dumps(data)};go()"
    html = f"<html><body><script>var a = [1];</script><script>{state}</script></body></html>"
    fetched = Fetched("https://paper.example/", "https://paper.example/", 200, "text/html", html.encode())
    rule = PAPER + 'script = "script"\nscript_after = "window.state="\n'
    assert [e.url for e in read(fetched, rule)] == ["https://paper.example/a/1.html"]
    with pytest.raises(FeedError, match="no script stands at “script”"):
        read(page(), rule)


@pytest.mark.parametrize(
    ("fetched", "rule", "sentence"),
    [
        (page(), NOTES, "The list no longer matches its rule: nothing stands at “ul.news > li”."),
        (
            page("<li>bare</li>", "<li><a>x</a></li>"),
            NOTES,
            NO_LINKS,
        ),
        (
            page('<li><a href="/x">x</a></li>'),
            NOTES + 'link_pattern = "/a/"',
            "The list no longer matches its rule: none of its 1 links is an article's (/a/).",
        ),
        (answer({"data": {}}), PAPER, "The list no longer matches its rule: nothing stands at “data.list”."),
        (
            answer({"data": {"list": "soon"}}),
            PAPER,
            "The list no longer matches its rule: nothing stands at “data.list”.",
        ),
        (page("<li>x</li>"), PAPER, "The list's address answers with something that is not JSON."),
        (Fetched("u", "u", 200, "", b""), PAPER, "The list's address answers with something that is not JSON."),
        (
            Fetched("u", "u", 200, "", b"[" * 100_000),
            PAPER,
            "The list's address answers with something that is not JSON.",
        ),
        (Fetched("u", "u", 200, "", b""), NOTES, "The list's address answers with something that is not a page."),
        (page("<li>x</li>"), "no-such-rule", "There is no rule “no-such-rule” for this list."),
        (page("<li>x</li>"), "a = 1", "Line 1 of the rule: there is no setting “a”."),
    ],
)
def test_a_list_that_does_not_match_says_so(fetched: Fetched, rule: str, sentence: str) -> None:
    with pytest.raises(FeedError) as refused:
        read_listing(fetched, rule)
    assert refused.value.sentence == sentence
    assert refused.value.hint


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("name =", "name"), "Line 2 of the rule cannot be read: Expected '=' after a key in a key/value pair."),
        (('"ul.news > li"', '"ul.news > li'), "Line 6 of the rule cannot be read: Illegal character '\\n'."),
        (("link =", "lnk ="), "Line 7 of the rule: there is no setting “lnk”; “link” is meant?"),
        (('title = ["a@title", "a"]\n', ""), "The rule lacks “title”."),
        (('"a@href"', "7"), "Line 7 of the rule: “link” is a text in quotation marks, or several in brackets."),
        (('"a@href"', "[]"), "Line 7 of the rule: “link” is empty."),
        (('"+08:00"', '"Beijing"'), "Line 4 of the rule: “zone” is hours from UTC such as +08:00, not “Beijing”."),
        (('"ul.news > li"', '"ul[["'), "Line 6 of the rule: the selector “ul[[” cannot be understood."),
        (('"html"', '"xml"'), "Line 5 of the rule: “format” is html or json, not “xml”."),
        (
            ('"https://notes', '"notes'),
            "Line 3 of the rule: “url” is the address of the list, beginning with https://.",
        ),
        (('"Chip notes"', "3"), "Line 2 of the rule: “name” is a text in quotation marks."),
        (
            ("zone", 'link_pattern = "((b"\nzone'),
            "Line 4 of the rule: the pattern “((b” cannot be understood: missing ), unterminated subpattern.",
        ),
        (
            ("zone", 'link_replace = ["a"]\nzone'),
            "Line 4 of the rule: “link_replace” is a pattern and what stands in its place.",
        ),
        (("zone", 'date_formats = "%H:%M"\nzone'), "Line 4 of the rule: the date format “%H:%M” names no day (%d)."),
        (("zone", 'join_items = "yes"\nzone'), "Line 4 of the rule: “join_items” is true or false."),
    ],
)
def test_a_rule_that_cannot_be_used_names_its_line(change: tuple[str, str], sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_rule(NOTES.replace(*change, 1))
    assert refused.value.sentence == sentence


def test_a_rule_beyond_reason_is_refused() -> None:
    with pytest.raises(InputError, match="longer than 20000 characters"):
        parse_rule(NOTES + "#" * 20_000)


@given(st.text(max_size=300))
def test_any_text_is_a_rule_or_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_rule(text)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2025-11-10 08:30:15", "2025-11-10 00:30:15"),
        ("2025-11-10T08:30:00+00:00", "2025-11-10 08:30:00"),
        ("2025-11-10", "2025-11-09 16:00:00"),
        ("2025/11/9 8:05", "2025-11-09 00:05:00"),
        ("2025年11月10日 08:30", "2025-11-10 00:30:00"),
        ("发布时间：2025.11.10 来源：本报", "2025-11-09 16:00:00"),
        ("1762734600", "2025-11-10 00:30:00"),
        ("1762734600000", "2025-11-10 00:30:00"),
        ("11-10 08:30", "2025-11-10 00:30:00"),
        ("11月9日", "2025-11-08 16:00:00"),
        ("12-31 23:00", "2024-12-31 15:00:00"),
        ("今天 08:30", "2025-11-10 00:30:00"),
        ("昨日 23:15", "2025-11-09 15:15:00"),
        ("前天 06:00", "2025-11-07 22:00:00"),
        ("Yesterday 10:00", "2025-11-09 02:00:00"),
        ("5分钟前", "2025-11-10 03:55:00"),
        ("3小时前", "2025-11-10 01:00:00"),
        ("an hour ago", "2025-11-10 03:00:00"),
        ("2 days ago", "2025-11-08 04:00:00"),
        ("1周前", "2025-11-03 04:00:00"),
        ("刚刚", "2025-11-10 04:00:00"),
        ("08:30", "2025-11-10 00:30:00"),
        ("23:15", "2025-11-09 15:15:00"),
    ],
)
def test_times_are_read_as_lists_write_them(text: str, time: str) -> None:
    found = read_date(text, BEIJING, NOON)
    assert found is not None
    assert f"{found:%Y-%m-%d %H:%M:%S}" == time
    assert found.tzinfo is UTC


@pytest.mark.parametrize("text", ["", "soon", "3.5", "第11-12期", "2025-02-30", "99:99", "10-1-2", "2/30", "9" * 400])
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_date(text, BEIJING, NOON) is None


def test_a_rules_own_formats_are_tried_alone() -> None:
    assert read_date("10.11.25 08h30", BEIJING, NOON, ("%d/%m/%y", "%d.%m.%y %Hh%M")) == datetime(
        2025, 11, 10, 0, 30, tzinfo=UTC
    )
    assert read_date("2025-11-10", BEIJING, NOON, ("%d/%m/%y",)) is None


@given(st.text(max_size=100))
def test_any_text_is_a_time_or_none(text: str) -> None:
    found = read_date(text, BEIJING, NOON)
    assert found is None or found.tzinfo is UTC


def test_the_shipped_rules_are_sound_and_can_be_sent_to_a_worker() -> None:
    assert list(listing_rules()) == ["guancha", "guancha-rolling", "ithome-ai", "thepaper", "yicai"]
    assert pickle.loads(pickle.dumps(listing_rules())) == listing_rules()  # noqa: S301 - our own
    assert all(
        rule.zone == "+08:00" and rule.outlet and rule.hosts and rule.lang == "zh" for rule in listing_rules().values()
    )


def test_guanchas_headlines_are_read_with_their_times_and_unfolded() -> None:
    html = """<ul class="headline-list"><li><div class="content-headline">
        <h3><a href="/politics/2025_11_10_800001.shtml">示例：出口管制又一年</a></h3><p>概述一句。</p>
        <span class="time">2025-11-10 08:30:00</span></div></li>
        <li><div class="content-headline"><h3><a href="https://user.guancha.cn/main/content?id=7&amp;page=0">示例：读者来稿</a></h3>
        <p></p><span>2025-11-10 07:00:00</span></div></li></ul>"""
    fetched = Fetched("https://www.guancha.cn/x", "https://www.guancha.cn/x", 200, "text/html", html.encode())
    answered = read_listing(fetched, "guancha")
    assert [(e.url, e.title, e.summary, e.published_at) for e in answered.entries] == [
        (
            "https://www.guancha.cn/politics/2025_11_10_800001_s.shtml",
            "示例：出口管制又一年",
            "概述一句。",
            datetime(2025, 11, 10, 0, 30, tzinfo=UTC),
        ),
        (
            "https://user.guancha.cn/main/content?id=7&page=0",
            "示例：读者来稿",
            "",
            datetime(2025, 11, 9, 23, 0, tzinfo=UTC),
        ),
    ]
    assert (answered.title, answered.lang, answered.problems) == ("观察者网：头条", "zh", ())


@pytest.mark.parametrize(
    ("rule", "fetched", "entry"),
    [
        (
            "guancha-rolling",
            answer(
                {
                    "items": [
                        {
                            "TITLE": "示例一",
                            "HTTP_URL": "/economy/2025_11_10_1.shtml",
                            "CREATED_AT": "2025-11-10 08:30:00",
                        }
                    ]
                }
            ),
            ("https://paper.example/economy/2025_11_10_1_s.shtml", "示例一", 8),
        ),
        (
            "thepaper",
            answer({"data": {"hotNews": [{"contId": "31", "name": "示例二", "pubTimeLong": 1762734600000}]}}),
            ("https://www.thepaper.cn/newsDetail_forward_31", "示例二", 8),
        ),
        (
            "yicai",
            answer([{"NewsTitle": "示例三", "url": "/news/7.html", "CreateDate": "2025-11-10T08:30:00"}]),
            ("https://paper.example/news/7.html", "示例三", 8),
        ),
        (
            "ithome-ai",
            Fetched("u", "https://next.ithome.com/", 200, "text/html", ITHOME.encode()),
            ("https://www.ithome.com/0/895/1.htm", "示例四", 8),
        ),
    ],
)
def test_the_other_shipped_rules_read_lists_of_their_shape(
    rule: str, fetched: Fetched, entry: tuple[str, str, int]
) -> None:
    (found,) = read(fetched, rule)
    assert found.published_at is not None
    assert (found.url, found.title, found.published_at.astimezone(BEIJING).hour) == entry


def test_a_list_of_any_length_is_read_up_to_its_limit() -> None:
    fetched = answer({"data": {"list": [{"id": n, "title": f"T{n}"} for n in range(1_500)]}})
    answered = read_listing(fetched, PAPER)
    assert len(answered.entries) == 1_000
    assert answered.problems[0] == "The list has 1500 rows; the first 1000 were read."


@pytest.mark.newsstand
def test_the_newsstands_guancha_is_read_by_page_and_by_json(newsstand: Newsstand) -> None:
    found = []
    for rule, path in (
        ("guancha", "/observer/GuanChaZheTouTiao/list_1.shtml"),
        ("guancha-rolling", "/observer/api/gundong.htm"),
    ):
        with urllib.request.urlopen(newsstand.at(path)) as got:
            fetched = Fetched(newsstand.at(path), newsstand.at(path), 200, got.headers["Content-Type"], got.read())
        found.append([(entry.url, entry.title, entry.published_at) for entry in read_listing(fetched, rule).entries])
    assert found[0][:6] == found[1][:6]
    assert [url.removeprefix(newsstand.url) for url, _, _ in found[0][2:4]] == [
        "/observer/economy/2026_03_04_808003_s.shtml",
        "/world/user.guancha.cn/main/content?id=1400001&page=0",
    ]
