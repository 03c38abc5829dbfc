"""What a page says about itself: its site's name in places where others' belong, posts, and times that it shows."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.news.article import ArticleText, Completeness
from dateline.sources.extract import extract_article
from press_pages import TITLE, page, paragraphs

GRAPH_TITLE = f'<meta property="og:title" content="{TITLE}">'
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def read(body: bytes) -> ArticleText:
    return extract_article(body, "https://ledger.example/2026/halls.html")


@pytest.mark.parametrize(
    ("site", "head"),
    [
        ("Harbour Ledger", GRAPH_TITLE),
        ("HARBOUR LEDGER", GRAPH_TITLE),
        ("ledger.example", f'{GRAPH_TITLE}<meta property="og:site_name" content="ledger.example">'),
    ],
)
def test_a_site_s_name_over_its_page_is_not_the_headline(site: str, head: str) -> None:
    body = page(paragraphs(8), title=f"{TITLE} | Harbour Ledger", head=head, before=f"<h1>{site}</h1>")
    assert read(body.replace(f"<h1>{TITLE} | Harbour Ledger</h1>".encode(), b"<h2>A box</h2>")).title == TITLE


def test_where_the_title_is_only_the_site_s_name_the_heading_is_the_headline() -> None:
    body = page(paragraphs(8, lang="zh"), title="三家机房周一关闭").replace(
        "<title>三家机房周一关闭<".encode(), "<title>-港口历史网<".encode()
    )
    assert read(body).title == "三家机房周一关闭"


def test_a_headline_that_is_all_there_is_stays_though_the_site_is_called_so() -> None:
    body = page(paragraphs(8), title="Harbour Ledger", head='<meta property="og:site_name" content="Harbour Ledger">')
    assert read(body).title == "Harbour Ledger"


@pytest.mark.parametrize("headline", ["h1", "h2"])
def test_a_site_s_name_as_the_first_heading_gives_way_to_what_the_page_s_title_begins_with(headline: str) -> None:
    shown = f'<h1 class="site-title">Harbour Ledger</h1><{headline}>{TITLE}</{headline}>'
    body = page(paragraphs(8), title=f"{TITLE} – Harbour Ledger").replace(
        f"<h1>{TITLE} – Harbour Ledger</h1>".encode(), shown.encode()
    )
    assert read(body).title == TITLE


def test_the_headline_is_as_it_stands_on_the_page_without_the_site_s_name_after_it() -> None:
    body = page(paragraphs(8, lang="zh"), title="三家机房周一关闭-港口在线").replace(
        "<h1>三家机房周一关闭-港口在线</h1>".encode(), "<div><b>三家机房周一关闭</b></div>".encode()
    )
    article = read(body)
    assert article.title == "三家机房周一关闭"
    assert len(article.text.split("\n")) == 8


def test_a_line_that_is_only_the_title_s_beginning_is_not_the_headline() -> None:
    body = page(f"<p>{TITLE}</p>{paragraphs(8)}", title=f"{TITLE} and none is sorry")
    assert read(body).title == f"{TITLE} and none is sorry"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("2026年03月04日 18:05　来源：港口网　作者：王明", ("王明",)),
        ("2026-03-04 18:05 | 作者：王明、李小雨 | 编辑：周七", ("王明", "李小雨")),
        ("来源：港口网 作者：港口日报", ()),
        ("本报记者　王 明 李小雨 2026年03月04日18:05 来源：港口日报", ("王明", "李小雨")),
        ("记者 走访 港口 发现，名单不全。", ()),
        ("来源：港口网", ()),
    ],
)
def test_the_line_under_a_chinese_headline_names_the_author(line: str, authors: tuple[str, ...]) -> None:
    body = page(f"<div>{line}</div>{paragraphs(6, lang='zh')}", title="三家机房周一关闭", lang="zh")
    assert read(body).authors == authors


def test_a_time_without_its_machine_form_is_read_as_it_is_shown() -> None:
    assert read(page(f"<time>March 4, 2026</time>{paragraphs(8)}")).published_at == NOON.replace(hour=0)
    assert read(page(f"<time>2 hours ago</time>{paragraphs(8)}")).published_at is None


def test_a_day_under_the_headline_is_read_where_its_element_is_named_after_one() -> None:
    shown = '<div class="field field--release-date"><p>FOR IMMEDIATE RELEASE</p><p>March 4, 2026</p></div>'
    assert read(page(f"{shown}{paragraphs(8)}")).published_at == NOON.replace(hour=0)
    below = f'{paragraphs(8)}<div class="update-list"><p>March 4, 2026</p></div>'
    assert read(page(below)).published_at is None


def test_a_line_of_several_authors_is_no_text() -> None:
    body = page(f'<p class="authors">Ida Kern and Petra Olsen</p>{paragraphs(8)}')
    article = read(body)
    assert article.authors == ("Ida Kern", "Petra Olsen")
    assert len(article.text.split("\n")) == 8


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Ida Kern, Senior Harbour Correspondent", ("Ida Kern",)),
        ("Ida Kern Senior Harbour Correspondent", ("Ida Kern",)),
        ("Ida Kern, editor of the harbour pages, and Tomas Reyes", ("Ida Kern", "Tomas Reyes")),
        ("Ida Kern, Harbour Ledger", ("Ida Kern",)),
        ("Ida Kern in New Arnholm and Tomas Reyes in Beijing", ("Ida Kern", "Tomas Reyes")),
        ("Centre for Women in Technology", ("Centre for Women in Technology",)),
        ("Ledger staff reporter", ("Ledger staff reporter",)),
        ("The Editorial Board", ("The Editorial Board",)),
        ("Ida Writer", ("Ida Writer",)),
    ],
)
def test_neither_posts_nor_the_site_are_authors_beside_persons(byline: str, authors: tuple[str, ...]) -> None:
    head = f'<meta name="author" content="{byline}"><meta property="og:site_name" content="Harbour Ledger">'
    assert read(page(paragraphs(8), head=head)).authors == authors


def test_a_name_ends_where_a_link_to_more_of_its_articles_begins() -> None:
    line = '<div class="author">Ida Kern <div><a rel="author">More stories by Ida Kern</a></div></div>'
    assert read(page(f"<address>by {line}</address>{paragraphs(8)}")).authors == ("Ida Kern",)


@pytest.mark.parametrize(
    ("later", "published", "updated"),
    [
        ('<time class="updated" datetime="2026-03-04T15:00Z"></time>', 12, 15),
        ('<time class="updated" datetime="2026-03-04T09:00Z"></time>', 12, None),
        ("", 12, None),
    ],
)
def test_times_that_are_only_shown(later: str, published: int, updated: int | None) -> None:
    first = '<time class="entry-date published updated" datetime="2026-03-04T12:00Z"></time>'
    article = read(page(first + later + paragraphs(8)))
    assert article.published_at == NOON.replace(hour=published)
    assert article.updated_at == (NOON.replace(hour=updated) if updated else None)


@pytest.mark.parametrize(
    "plea",
    [
        "To view this content, JavaScript must be enabled, and our player be installed, of the newest kind.",
        "请启用JavaScript后查看本页内容，谢谢您的配合与支持，感谢您的理解。",
    ],
)
def test_a_plea_for_scripts_is_no_article(plea: str) -> None:
    article = read(page(f"<p>{plea}</p><script></script>"))
    assert (article.completeness, article.text) == (Completeness.EMPTY, "")
    assert "script" in article.reason
