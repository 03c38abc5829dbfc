"""What is taken from a page and said of it: text, bylines, times, pictures, and how much of the article it is."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from dateline.news.article import ArticleText, Completeness
from dateline.news.feed import FeedEntry
from dateline.sources.extract import article_from_feed, extract_article
from dateline.sources.second_reading import read_again
from press_pages import TITLE, page, paragraphs

URL = "https://ledger.example/2026/03/rented-processors.html"
FULL, TEASER, BLOCKED, EMPTY = Completeness.FULL, Completeness.TEASER, Completeness.BLOCKED, Completeness.EMPTY


def read(body: bytes, url: str = URL, **more: object) -> ArticleText:
    return extract_article(body, url, **more)  # type: ignore[arg-type]


def entry(**told: object) -> FeedEntry:
    return FeedEntry(**({"key": "1", "url": URL, "title": TITLE} | told))  # type: ignore[arg-type]


def structured(**told: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE} | told
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


class TestText:
    def test_paragraphs_come_one_a_line_and_nothing_else_of_the_page(self) -> None:
        article = read(page(paragraphs(8)))
        lines = article.text.split("\n")
        assert len(lines) == 8
        assert lines[0].startswith("The trade ministry said on Monday")
        assert article.html.count("<p>") == 8
        assert (article.title, article.lang, article.completeness, article.reason) == (TITLE, "en", FULL, "")

    @pytest.mark.parametrize("tab", ["Most read", "相关文章", "7"])
    def test_tabs_and_numbers_below_the_article_are_none_of_it(self, tab: str) -> None:
        tabs = f"<h2><ul><li onclick='show(1)'>{tab}</li></ul></h2>"
        assert len(read(page(paragraphs(6) + tabs)).text.split("\n")) == 6

    @pytest.mark.parametrize(
        "box",
        [
            '<section role="complementary"><h2>So far</h2><p>Who rents a hall, and why nobody counted.</p></section>',
            '<div><a href="/2026/02/halls.html"><div>Why does nobody know who rents the halls?</div></a></div>',
        ],
        ids=["by its role", "a card that is a link"],
    )
    def test_a_box_about_another_article_is_left_out(self, box: str) -> None:
        first = paragraphs(3)
        article = read(page(first + box + paragraphs(6)[len(first) :]))
        assert article.text == read(page(paragraphs(6))).text

    def test_a_day_in_a_table_is_no_stamp(self) -> None:
        table = "<table><tr><td>成文日期</td><td>2026年03月01日</td></tr></table>"
        lines = read(page(table + paragraphs(6, lang="zh"), lang="zh")).text.split("\n")
        assert lines[:2] == ["成文日期", "2026年03月01日"]

    def test_captions_stand_apart_from_the_text(self) -> None:
        figure = (
            '<figure><img src="/halls.jpg"><figcaption>A hall without labels. Photo: Ida Kern</figcaption></figure>'
        )
        article = read(page(paragraphs(3) + figure + paragraphs(6)[len(paragraphs(3)) :]))
        assert "A hall without labels" not in article.text
        assert '<img src="https://ledger.example/halls.jpg">' in article.html
        assert "<figcaption>A hall without labels. Photo: Ida Kern</figcaption>" in article.html

    def test_a_caption_is_known_by_where_it_stands(self) -> None:
        box = '<div><div><img src="/halls.jpg"></div><div>A hall without labels</div><div>HARBOUR PRESS</div></div>'
        again = (
            "<p>A row of racks in one of the forty halls, photographed from the gallery in the spring of last year.</p>"
        )
        shown = f"<figure><img src='/r.jpg'><figcaption>{again[3:-4]}</figcaption></figure>"
        article = read(page(paragraphs(3) + box + shown + again + paragraphs(6)[len(paragraphs(3)) :]))
        assert len(article.text.split("\n")) == 6
        assert article.html.count("<figcaption>") == 3

    @pytest.mark.parametrize(
        ("markup", "words"),
        [
            ('<span class="tooltip">licence<span class="tooltip-text">a permit to ship</span></span>', "licence"),
            (
                '<span class="rollover"><a class="rollover-link">Olsen</a><span class="rollover-box">51</span></span>',
                "Olsen",
            ),
            ('licence<span class="sr-only">opens a window</span>', "licence"),
            ('licence<span aria-hidden="true">↗</span>', "licence"),
            (
                '<a href="/l">licence<svg><path/></svg><span style="clip:rect(0 0 0 0)">, a new tab</span></a>',
                "licence",
            ),
            ('licence<span><button class="watch">Follow</button></span>', "licence"),
            ('licence<span style="display:none">permit</span>', "licence"),
        ],
    )
    def test_a_card_over_a_word_is_not_read_but_the_word_is(self, markup: str, words: str) -> None:
        article = read(page(paragraphs(4) + f"<p>The audit began with one {markup} in a drawer, and ended there.</p>"))
        assert article.text.split("\n")[-1] == f"The audit began with one {words} in a drawer, and ended there."

    @pytest.mark.parametrize(
        "line",
        [
            "quarta-feira, 4 de março de 2026 às 8:30",
            "04/03/2026 - Publicado por: Ida Kern - Categoria: Cidades",
            "Wednesday 4 March 2026 08:30 GMT",
            "原创：港口网2026-03-04 08:30:11",
            "发表于2026-03-04 08:30| 1164次阅读| 来源港口网| 0 条评论",
            "周启明/港口日报",
            "By Ida Kern",
            "2 hours ago",
        ],
    )
    def test_lines_on_when_and_by_whom_are_not_text(self, line: str) -> None:
        article = read(page(f"<div>{line}</div>{paragraphs(6)}"))
        assert len(article.text.split("\n")) == 6

    @pytest.mark.parametrize(
        "line",
        [
            "On 4 March 2026 the first hall was closed.",
            "The vote of 2026-03-04 was 12 to 9, with Petra Olsen abstaining, and it changed little for the towns.",
        ],
    )
    def test_a_sentence_with_a_date_is_text(self, line: str) -> None:
        assert read(page(f"<p>{line}</p>{paragraphs(6)}")).text.startswith(line)

    def test_who_wrote_it_is_not_part_of_what_was_written(self) -> None:
        head = '<meta name="author" content="Ida Kern">'
        about = "<p>Ida Kern</p><p>Ida Kern covers harbours and what is built beside them. She lives in Arnholm.</p>"
        assert len(read(page(paragraphs(8) + about, head=head)).text.split("\n")) == 8
        told = "<p>Ida Kern is the name on the invoice, and nobody at the office could say who that might be.</p>"
        inside = read(page(paragraphs(2) + told + paragraphs(10)[len(paragraphs(2)) :], head=head))
        assert "is the name on the invoice" in inside.text

    @pytest.mark.parametrize(
        "heading", ["Related stories", "More Great Harbour Stories", "Most read", "相关阅读", "About the author"]
    )
    def test_what_follows_the_article_is_left_out(self, heading: str) -> None:
        more = "".join(f"<p>Another report of the harbour ledger, number {k}, tells of roofs.</p>" for k in range(4))
        assert len(read(page(f"{paragraphs(8)}<h3>{heading}</h3>{more}")).text.split("\n")) == 8

    def test_an_article_goes_on_after_a_box_of_others(self) -> None:
        box = '<div class="inset"><h2>More on the halls</h2><p>A first look at what stands in them and why.</p></div>'
        article = read(page(paragraphs(4) + box + paragraphs(8)[len(paragraphs(4)) :]))
        assert len(article.text.split("\n")) == 8
        assert "A first look" not in article.text

    def test_a_longer_article_beside_a_short_one_stays_another(self) -> None:
        other = f'<div class="recommend-wrapper"><h2>Halls by the sea</h2>{paragraphs(10)[len(paragraphs(3)) :]}</div>'
        body = page("").replace(b"</article>", f"{paragraphs(3)}</article>{other}".encode())
        assert len(read(body).text.split("\n")) == 3

    def test_an_article_in_an_oddly_named_box_is_read_all_the_same(self) -> None:
        menu = "".join(f'<a href="/{k}">Harbour section {k}</a>' for k in range(30))
        body = page(f'<div class="sidebar-right">{menu}{paragraphs(8)}</div>')
        assert len(read(body).text.split("\n")) == 8

    def test_an_id_made_of_a_headline_names_nothing(self) -> None:
        slug = "ministers-promoted-the-new-law-and-shared-it-with-related-towns"
        body = page(paragraphs(4) + f'<div id="{slug}">{paragraphs(8)[len(paragraphs(4)) :]}</div>')
        assert len(read(body).text.split("\n")) == 8

    def test_tables_lists_and_headings_keep_their_shape(self) -> None:
        table = "<table><tr><th>Town</th><th>Halls</th></tr><tr><td>Arnholm</td><td>14</td></tr></table>"
        listed = "<h2>What the law asks</h2><ol><li>Tenants are named within a week.</li><li>Meters are read.</li></ol>"
        article = read(page(paragraphs(4) + listed + table + paragraphs(8)[len(paragraphs(4)) :]))
        assert "<h2>What the law asks</h2>" in article.html
        assert "<ol><li>Tenants are named within a week.</li><li>Meters are read.</li></ol>" in article.html
        assert "<tr><td>Arnholm</td><td>14</td></tr>" in article.html
        assert "Arnholm\n14" in article.text

    def test_every_line_of_the_text_is_one_element_of_the_html(self) -> None:
        article = read(page(paragraphs(4) + "<h2>Then</h2><ul><li>One line here.</li></ul>" + paragraphs(9)[600:]))
        closed = sum(article.html.count(f"</{name}>") for name in ("p", "h2", "h3", "li", "blockquote", "pre", "td"))
        assert closed == len(article.text.split("\n"))

    def test_a_paragraph_that_stands_twice_is_read_once(self) -> None:
        article = read(page(paragraphs(5) + f"<blockquote>{paragraphs(1)}</blockquote>"))
        assert len(article.text.split("\n")) == 5
        assert article.text.count("nobody had asked it for a licence before") == 1

    def test_chinese_pages_are_read_as_well(self) -> None:
        body = page(paragraphs(6, lang="zh"), title="三家机房的租户名单", lang="zh-CN")
        article = read(body, "https://news.example.cn/a/1.shtml")
        assert (len(article.text.split("\n")), article.lang, article.completeness) == (6, "zh", FULL)

    @pytest.mark.parametrize(
        "script",
        [
            'window.initialState={"detail":{"widgetTitle":"三家机房","widgetContent":%s,"commentContent":"好，好，好。"}}',
            'window.__NUXT__=(function(a,b){return {data:[{post:{title:a,content:%s,id:b}}]}}("三家机房",2))',
        ],
        ids=["under a name of the site's own", "in a function's call"],
    )
    def test_an_article_that_only_a_script_carries_is_read_from_it(self, script: str) -> None:
        told = script % json.dumps(paragraphs(6, lang="zh"), ensure_ascii=False)
        body = f"<html><head><title>三家机房-港口</title></head><body><div></div><script>{told}</script></body></html>"
        article = read(body.encode())
        assert article.completeness is FULL
        assert article.text == read(page(paragraphs(6, lang="zh"), lang="zh")).text

    def test_text_only_in_a_script_is_read_with_its_headline(self) -> None:
        told = {"props": {"title": TITLE, "body": [line for line in paragraphs(8).split("\n") if line]}}
        body = (
            "<html><head><title>Loading…</title></head><body><div id=root></div>"
            f'<script id="__DATA__" type="application/json">{json.dumps(told)}</script></body></html>'
        ).encode()
        article = read(body)
        assert (article.title, article.completeness, len(article.text.split("\n"))) == (TITLE, FULL, 8)

    def test_nothing_that_acts_is_kept(self) -> None:
        hostile = '<img src="x" onerror="alert(1)"><svg onload="alert(2)"></svg><a href="javascript:alert(3)">more</a>'
        article = read(page(paragraphs(4) + f"<p>Mayors agree. {hostile}</p><script>alert(4)</script>"))
        assert "alert" not in article.html
        assert "alert" not in article.text


class TestMetadata:
    def test_all_authors_published_and_updated(self) -> None:
        people = [{"@type": "Person", "name": "Ida Kern"}, {"@type": "Person", "name": "Tomas Reyes"}]
        told = structured(author=people, datePublished="2026-03-04T08:30:00+08:00", dateModified="2026-03-04T11:00:00Z")
        article = read(page(paragraphs(8), head=told))
        assert article.authors == ("Ida Kern", "Tomas Reyes")
        assert article.published_at == datetime(2026, 3, 4, 0, 30, tzinfo=UTC)
        assert article.updated_at == datetime(2026, 3, 4, 11, 0, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("byline", "authors"),
        [
            ("By Ida Kern and Tomas Reyes", ("Ida Kern", "Tomas Reyes")),
            ("Ida Kern, Tomas Reyes", ("Ida Kern", "Tomas Reyes")),
            ("文/林若安", ("林若安",)),
            ("记者 林若安、周启明", ("林若安", "周启明")),
            ("https://ledger.example/staff/kern", ()),
            ("admin", ()),
            ("ida-kern", ("Ida Kern",)),
        ],
    )
    def test_bylines_become_names(self, byline: str, authors: tuple[str, ...]) -> None:
        assert read(page(paragraphs(8), head=f'<meta name="author" content="{byline}">')).authors == authors

    @pytest.mark.parametrize(
        ("line", "authors"),
        [
            ('<p class="byline">By <a>Ida Kern</a> and <a>Tomas Reyes</a> <span>March 4, 2026</span></p>', 2),
            ('<div class="x">By <a rel="author">Ida Kern</a>, <a rel="author">Tomas Reyes</a></div>', 2),
            ('<span class="post-author">Ida Kern | Harbour desk</span>', 1),
            ('<p class="byline">What is a hall?</p>', 0),
            ('<p class="byline">Written by our readers in nine towns</p>', 0),
        ],
    )
    def test_the_line_under_the_headline_names_authors(self, line: str, authors: int) -> None:
        assert read(page(line + paragraphs(8))).authors == ("Ida Kern", "Tomas Reyes")[:authors]

    def test_a_site_is_not_the_author_of_its_articles(self) -> None:
        head = '<meta name="author" content="港口网"><meta property="og:site_name" content="港口网新闻">'
        article = read(page(paragraphs(6, lang="zh"), title="三家机房的租户名单", head=head, lang="zh"))
        assert article.authors == ()

    def test_the_lead_image_is_made_whole(self) -> None:
        head = '<meta property="og:image" content="/lead.jpg">'
        assert read(page(paragraphs(8), head=head)).image_url == "https://ledger.example/lead.jpg"

    def test_a_dangerous_lead_image_is_left_out(self) -> None:
        head = '<meta property="og:image" content="javascript:alert(1)">'
        assert read(page(paragraphs(8), head=head)).image_url == ""

    def test_the_time_under_a_chinese_headline_is_chinas(self) -> None:
        body = page("<div class=info>2026年3月4日 08:30 来源：港口日报</div>" + paragraphs(6, lang="zh"), lang="zh")
        article = read(body, "https://news.example.cn/a/1.shtml")
        assert article.published_at == datetime(2026, 3, 4, 0, 30, tzinfo=UTC)

    def test_a_chinese_page_is_known_by_its_own_word_where_much_latin_stands_on_top(self) -> None:
        menu = "<nav>" + " ".join(f"Section {n} of the portal" for n in range(200)) + "</nav>"
        head = '<meta property="article:published_time" content="2026-03-04 08:30">'
        body = page(paragraphs(6, lang="zh"), head=head, lang="zh").replace(b"<body>", f"<body>{menu}".encode())
        assert read(body, "https://news.example.com/a/1.html").published_at == datetime(2026, 3, 4, 0, 30, tzinfo=UTC)

    def test_what_the_page_does_not_say_the_feed_does(self) -> None:
        at = datetime(2026, 3, 4, 8, tzinfo=UTC)
        article = read(page(paragraphs(8)), entry=entry(authors=("Ida Kern",), published_at=at))
        assert (article.authors, article.published_at) == (("Ida Kern",), at)

    def test_the_headline_is_without_the_name_of_the_site(self) -> None:
        body = page(paragraphs(8)).replace(f"<h1>{TITLE}</h1>".encode(), b"")
        body = body.replace(f"<title>{TITLE}".encode(), f"<title>{TITLE} | Harbour Ledger".encode())
        assert read(body).title == TITLE


BARRIER = '<div class="paywall"><p>Subscribe to continue reading.</p><p>Already a subscriber? Log in</p></div>'
CONSENT = (
    "<html><head><title>We value your privacy</title></head><body><h1>Before you continue</h1><p>We and our 840 "
    "partners use cookies to personalise content.</p><button>Accept all</button><a>Cookie settings</a></body></html>"
)


class TestCompleteness:
    def test_the_free_lines_before_a_paywall_are_a_teaser(self) -> None:
        article = read(page(paragraphs(2), head=structured(isAccessibleForFree=False), after=BARRIER))
        assert article.completeness is TEASER
        assert "subscri" in article.reason
        assert "Subscribe to continue" not in article.text

    def test_the_part_kept_for_subscribers_is_on_the_page_of_one_who_is_signed_in(self) -> None:
        kept = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".rest"}
        head = structured(isAccessibleForFree=False, hasPart=kept)
        free, rest = paragraphs(1), paragraphs(7)[len(paragraphs(1)) :]
        assert read(page(f'{free}<div class="rest">{rest}</div>', head=head)).completeness is FULL
        assert read(page(f'{free}<div class="rest"></div>', head=head)).completeness is TEASER

    def test_without_the_pages_own_word_the_wall_itself_tells(self) -> None:
        assert read(page(paragraphs(2), after=BARRIER)).completeness is TEASER

    def test_a_long_text_that_breaks_off_under_a_heading_before_a_wall_is_a_teaser(self) -> None:
        wall = (
            '<div class="app-access-wall"><h2>Enjoying our latest content?</h2><h2>Log in or create an account to '
            "continue</h2><ul><li>Explore the features of the week, and the award-winning opinion pages</li></ul></div>"
        )
        article = read(page(paragraphs(24) + "<h2>What the mayors say</h2>" + wall))
        assert article.completeness is TEASER
        assert article.reason == "The text breaks off where the page asks for a subscription or a login."
        assert "award-winning" not in article.text
        assert read(page(paragraphs(24) + wall)).completeness is FULL

    def test_an_app_asks_for_itself(self) -> None:
        asked = '<p class="more">Read the rest in our app.</p>'
        article = read(page(paragraphs(2) + asked))
        assert article.completeness is TEASER
        assert "app" not in article.text
        told = (
            "<p>Engineers read the rest in our app reviews, she said, and nobody in the hall had seen it.</p>"
            "<p>See what the ministry said on the TikTok app.</p>"
        )
        article = read(page(paragraphs(24) + told))
        assert article.completeness is FULL
        assert "nobody in the hall" in article.text
        assert "what the ministry said" in article.text

    def test_a_chinese_app_asks_for_itself(self) -> None:
        asked = '<p class="more">阅读全文，请下载应用。</p>'
        article = read(page(paragraphs(2, lang="zh") + asked, lang="zh"))
        assert article.completeness is TEASER
        assert "应用" not in article.text
        line = f"<html><body><article><h1>三家机房</h1><p>四十家境外客户，一座钟</p>{asked}</article></body></html>"
        article = read(line.encode())
        assert (article.completeness, article.text) == (TEASER, "四十家境外客户，一座钟")

    @pytest.mark.parametrize(
        ("plea", "lang"),
        [
            ("Read the full story in our app", "en"),
            ("Open the Harbour Ledger app to keep reading", "en"),
            ("打开APP阅读全文", "zh"),
            ("下载港口新闻客户端，查看更多", "zh"),
        ],
    )
    def test_a_headline_alone_before_an_app_s_plea_is_a_teaser(self, plea: str, lang: str) -> None:
        body = (
            f'<html lang="{lang}"><head><title>{TITLE}</title></head><body><header>Ledger</header><h1>{TITLE}</h1>'
            "{}<p>{}</p></body></html>"
        )
        article = read(body.format("", plea).encode())
        assert (article.completeness, article.text, article.is_for_subscribers) == (TEASER, "", False)
        line = "The ministries that had not been asked answer on Wednesday, and one of them in writing."
        article = read(body.format(f"<p>{line}</p>", plea).encode())
        assert (article.completeness, article.text) == (TEASER, line)

    def test_an_app_s_plea_beside_a_whole_article_takes_nothing_from_it(self) -> None:
        plea = '<div class="open">打开APP阅读全文</div>'
        assert read(page(paragraphs(6, lang="zh"), after=plea, lang="zh")).completeness is FULL

    def test_a_barrier_in_a_headline_s_place_is_a_barrier(self) -> None:
        body = "<html><head><title>Subscribe to read</title></head><body><h1>Subscribe to read</h1></body></html>"
        article = read(body.encode())
        assert (article.completeness, article.is_for_subscribers) == (BLOCKED, True)

    def test_what_a_barrier_asks_is_no_text_though_it_is_no_known_plea(self) -> None:
        wall = '<div class="paywall"><h2>More for members</h2><p>Claim my post, or buy a subscription.</p></div>'
        article = read(page(paragraphs(3) + wall))
        assert article.completeness is TEASER
        assert article.text == read(page(paragraphs(3))).text

    @pytest.mark.parametrize(
        "box",
        [
            '<div class="photo-gateway"><a href="/photos">Ten photographs of halls</a></div>',
            '<div class="piano-flyout hide"></div>',
            '<div class="no-paywall">Free for everybody</div>',
            '<a href="/story/2026/all">余下全文</a>',
        ],
    )
    def test_what_is_only_named_like_a_wall_is_none(self, box: str) -> None:
        assert read(page(paragraphs(4), after=box)).completeness is FULL

    def test_a_gate_that_asks_for_a_login_is_a_wall(self) -> None:
        gate = '<div id="gateway-content"><h2>Log in or register</h2><p>It takes a minute.</p></div>'
        assert read(page(paragraphs(2), after=gate)).completeness is TEASER

    def test_text_behind_an_overlay_is_taken_as_it_is(self) -> None:
        paid = structured(isAccessibleForFree=False, hasPart={"isAccessibleForFree": False, "cssSelector": ".paid"})
        article = read(page(f'<div class="paid">{paragraphs(12)}</div>', head=paid, after=BARRIER))
        assert (article.completeness, len(article.text.split("\n"))) == (FULL, 12)

    def test_a_cookie_wall_is_never_the_article(self) -> None:
        article = read(CONSENT.encode())
        assert (article.completeness, article.text, article.html) == (BLOCKED, "", "")
        assert "cookie" in article.reason

    def test_a_cookie_banner_beside_an_article_is_left_out(self) -> None:
        banner = (
            '<div id="cookie-banner"><h2>We value your privacy</h2><p>'
            + "We and our partners store and read information on a device, such as cookies, to show adverts. " * 12
            + "</p></div>"
        )
        article = read(page(paragraphs(7), before=banner))
        assert article.completeness is FULL
        assert "partners" not in article.text

    @pytest.mark.parametrize(
        "words",
        [
            "Checking your browser before accessing ledger.example.",
            "Please verify you are a human. Press &amp; hold.",
            "We have detected unusual activity from your network.",
            "请完成安全验证后继续访问",
        ],
    )
    def test_a_bot_check_is_blocked_whatever_its_status(self, words: str) -> None:
        body = f"<html><head><title>One moment</title></head><body><h1>{words}</h1><p>Reference 77f.</p></body></html>"
        article = read(body.encode())
        assert (article.completeness, article.text) == (BLOCKED, "")

    @pytest.mark.parametrize("words", ["Sorry, we can't find that page", "页面不存在", "404"])
    def test_a_page_that_is_not_there_is_not_stored(self, words: str) -> None:
        related = "".join(f'<li><a href="/a/{k}">Harbour towns count their halls again {k}</a></li>' for k in range(20))
        body = f"<html><head><title>{words}</title></head><body><h1>{words}</h1><ul>{related}</ul></body></html>"
        article = read(body.encode())
        assert (article.completeness, article.text) == (EMPTY, "")

    def test_the_front_page_is_not_the_article_that_led_to_it(self) -> None:
        cards = "".join(
            f'<div class="card"><h3><a href="/2026/{k}.html">Harbour towns count their halls again {k}</a></h3>'
            f"<p>Mayors speak of new roofs in town number {k}, and of the heat.</p></div>"
            for k in range(12)
        )
        body = f"<html><head><title>Harbour Ledger</title></head><body><main>{cards}</main></body></html>".encode()
        article = read(body, "https://ledger.example/", entry=entry())
        assert (article.completeness, article.text) == (EMPTY, "")
        assert "front page" in article.reason

    def test_a_feed_that_promises_more_than_the_page_shows(self) -> None:
        promised = entry(summary="The audit office found the invoices in a drawer, and more of them in a cellar. " * 12)
        article = read(page(paragraphs(1)), entry=promised)
        assert article.completeness is TEASER
        assert "feed" in article.reason

    @pytest.mark.parametrize(
        ("body", "reason"),
        [
            (b"", "The page is empty."),
            (b"   \n ", "The page is empty."),
            (b"%PDF-1.7 ...", "The address holds a PDF, not a page."),
            (b"\x1f\x8b\x08\x00" + bytes(range(256)) * 20, "The address holds compressed data, not a page."),
            (bytes(range(1, 32)) * 200, "The address holds data that is no text, not a page."),
            (
                b"<html><head></head><frameset cols='1,*'><frame src='/a'></frameset></html>",
                "The page is a set of frames",
            ),
            (
                b'<html><head><meta http-equiv="refresh" content="0;url=/b.html"></head><body>Wait</body></html>',
                "The page only leads on to another address (/b.html).",
            ),
            (
                b"<html><body><div id=root></div><script>boot()</script></body></html>",
                "The page is filled in by a script, and the text is not in it.",
            ),
        ],
        ids=["nothing", "blanks", "pdf", "gzip", "binary", "frames", "refresh", "script"],
    )
    def test_what_is_no_article_says_what_it_is(self, body: bytes, reason: str) -> None:
        article = read(body)
        assert (article.completeness, article.text) == (EMPTY, "")
        assert article.reason.startswith(reason)


class TestParts:
    """Articles that go on at other addresses."""

    @pytest.mark.parametrize(
        ("here", "onward", "is_part"),
        [
            ("/a/story.html", '<a href="/a/story_2.html">2</a>', True),
            ("/a/story.html", '<a href="story-2.html">Next page</a>', True),
            ("/a/story", '<a href="/a/story/2">Next</a>', True),
            ("/a/story/", '<a href="/a/story/page/2/">2</a>', True),
            ("/a/story.html", '<a href="/a/story.html?page=2">下一页</a>', True),
            ("/2026_03_04_808.shtml", '<a href="2026_03_04_808_2.shtml">下一页</a>', True),
            ("/a/story.html", '<link rel="next" href="/a/part/2">Page 1 of 3', True),
            ("/a/story.html", '<link rel="next" href="/a/part/3">第2页/共3页', True),
            ("/a/story.html", '<link rel="next" href="/a/another-story.html">', False),
            ("/a/story-1.html", '<a href="/a/story-2.html">Next</a>', False),
            ("/a/story.html", '<a href="/a/other_2.html">2</a>', False),
            ("/a/story.html", '<a href="https://else.example/a/story_2.html">2</a>', False),
            ("/a/story.html", '<a href="/a/story_2.html">Our second report on this</a>', False),
            ("/a/story.html", '<link rel="next" href="/a/part/4">Page 3 of 3', False),
            ("/", '<a href="/2">2</a>', False),
        ],
    )
    def test_a_first_page_is_told_from_a_whole_article(self, here: str, onward: str, *, is_part: bool) -> None:
        body = page(paragraphs(8), after=f'<div class="pages">{onward}</div>')
        article = read(body, f"https://ledger.example{here}")
        assert article.completeness is (TEASER if is_part else FULL)
        assert ("page" in article.reason) == is_part
        assert len(article.text.split("\n")) == 8

    def test_the_count_is_told_where_the_page_gives_it(self) -> None:
        body = page(paragraphs(8), after='<div class="pages">Page 1 of 3 <a href="/a/s_2.html">2</a></div>')
        assert read(body, "https://ledger.example/a/s.html").reason.startswith("This is page 1 of 3;")


class TestHostileShapes:
    """Each is read to its end; one that took forever would meet the suite's time limit."""

    def test_one_paragraph_of_five_megabytes(self) -> None:
        article = read(page(f"<p>{'Invoices were found in a drawer. ' * 155_000}</p>"))
        assert article.text.count("Invoices were found in a drawer.") == 155_000

    def test_fifty_thousand_nested_divs(self) -> None:
        article = read(page("<div>" * 50_000 + paragraphs(6) + "</div>" * 50_000))
        assert len(article.text.split("\n")) == 6

    def test_a_hundred_thousand_links(self) -> None:
        links = "".join(f'<a href="/a/{k}">Harbour report number {k}</a> ' for k in range(100_000))
        article = read(f"<html><head><title>Index</title></head><body>{links}</body></html>".encode())
        assert (article.completeness, article.text) == (EMPTY, "")

    @pytest.mark.parametrize("run", [" ", "“", ".", "(", "[", "<", "&", "下一页", "a:", "20", "Page 1 of "])
    def test_an_article_is_read_behind_a_run_that_patterns_begin_with(self, run: str) -> None:
        article = read(page(f"<p>x{run * 150_000}</p>" + paragraphs(5), before=f"<div>{run * 50_000}</div>"))
        assert article.text.split("\n")[-5:] == read(page(paragraphs(5))).text.split("\n")

    def test_tags_that_never_close(self) -> None:
        body = (
            b"<html><head><title>Unclosed<body><table><tr><td><h1>Unclosed tags</h1>"
            + paragraphs(6).replace("</p>", "").encode()
        )
        article = read(body + b"<td>side<body><p>second body")
        assert (article.title, article.completeness) == ("Unclosed tags", FULL)
        assert len(article.text.split("\n")) == 6


class TestFeeds:
    def test_a_feed_with_the_whole_text_gives_the_article(self) -> None:
        article = article_from_feed(entry(content_html=paragraphs(8)))
        assert (article.completeness, len(article.text.split("\n"))) == (FULL, 8)

    def test_what_a_publishing_system_adds_is_no_text(self) -> None:
        added = "<p>The post <a href='/halls'>Halls</a> appeared first on <a href='/'>Harbour Ledger</a>.</p>"
        assert article_from_feed(entry(content_html=paragraphs(8) + added)).text.count("\n") == 7

    def test_a_feed_that_leads_on_to_the_rest_gives_a_teaser(self) -> None:
        article = article_from_feed(
            entry(content_html=f"{paragraphs(8)}<p><a href='/halls'>Read the full story</a></p>")
        )
        assert (article.completeness, article.reason) == (TEASER, "Only the feed's summary is held.")

    def test_a_summary_is_a_teaser_and_a_bare_headline_empty(self) -> None:
        told = article_from_feed(entry(summary="Nobody asked.", summary_html="<p>Nobody asked.</p>"))
        assert (told.completeness, told.text) == (TEASER, "Nobody asked.")
        bare = article_from_feed(entry())
        assert (bare.completeness, bare.text) == (EMPTY, "")


def test_a_page_that_our_reading_finds_nothing_in_is_read_a_second_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second reader is asked only there, and its text counts only if it is an article's."""
    asked: list[str] = []
    words = "The ministry said that it will look at the licences for chips again before the year ends. " * 8

    def second(page: str) -> str:
        asked.append(page)
        return words

    monkeypatch.setattr("dateline.sources.extract.read_again", second)
    sound = f"<html><body><article><h1>Licences</h1><p>{words}</p><p>{words}!</p></article></body></html>"
    assert "licences" in extract_article(sound.encode(), "https://paper.example/1").text
    assert asked == []
    bare = f"<html><head><title>Licences</title></head><body><menu><nav>{words}</nav></menu></body></html>"
    found = extract_article(bare.encode(), "https://paper.example/2")
    assert found.text == words.strip()
    assert len(asked) == 1
    links = "".join(f'<a href="/{n}">The ministry looks at licences for chips again, part {n}</a> ' for n in range(80))
    assert extract_article(f"<html><body><p>{links}</p></body></html>".encode(), "https://paper.example/3").text == ""
    assert len(asked) == 1  # nothing but links is no article


def test_the_second_reader_takes_any_page_quietly() -> None:
    assert read_again("") == ""
    assert read_again("<html><body><nav>Home</nav></body></html>") == ""
    assert read_again("<p>" + "x" * 2_000_001) == ""
    assert read_again("<p>The ministry will look at it again.</p>" * 10_000) == ""
    words = "The ministry said that it will look at the licences for chips again before the year ends. " * 8
    assert words.strip() in read_again(f"<html><body><article><p>{words}</p><p>{words}</p></article></body></html>")
