"""A site's address is enough: what can be followed there is found, or a sentence says why not."""

from __future__ import annotations

import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import Literal

import pytest

from dateline.errors import FetchError, SourceError
from dateline.news.feed import Access, Fetched, Manner, NewSource, SourceKind, Validators
from dateline.sources.discover import discover
from newsstand import Newsstand

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Chip Ledger</title>
    <link>https://ledger.example/</link>{}</channel></rss>"""
ITEM = "<item><title>One</title><link>https://ledger.example/1</link></item>"
FEED = RSS.format(ITEM)
ATOM = """<?xml version="1.0"?><!-- a --><feed xmlns="http://www.w3.org/2005/Atom"><title>Chip Ledger</title>
    <id>u:1</id><updated>2025-11-10T08:30:00Z</updated></feed>"""
JSON_FEED = """{"version": "https://jsonfeed.org/version/1.1", "title": "Chip Ledger", "items": [{"id": "1"}]}"""
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://ledger.example/1</loc><news:news>
    <news:publication><news:name>Ledger</news:name><news:language>en</news:language></news:publication>
    <news:publication_date>2025-11-10T08:30:00Z</news:publication_date><news:title>One</news:title></news:news></url>
    </urlset>"""
GUANCHA = """<ul class="headline-list"><li><div class="content-headline"><h3><a href="/e/2025_11_10_1.shtml">示例</a>
    </h3></div></li></ul>"""


@dataclass
class Site:
    """A site that answers with what was put there, 404 for all else; `asked` remembers what was asked."""

    pages: dict[str, str | FetchError] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    otherwise: FetchError | None = None

    def __call__(
        self,
        url: str,
        *,
        validators: Validators | None = None,
        wants: Literal["feed", "page"] = "page",
        manner: Manner | None = None,
    ) -> Fetched:
        self.asked.append(url)
        final = self.moved.get(url, url)
        page = self.pages.get(final)
        if page is None:
            page = self.otherwise or FetchError("Not found.", kind="status", status=404)
        if isinstance(page, FetchError):
            raise page
        return Fetched(url, final, 200, "text/html; charset=utf-8", page.encode(), moved_to="")


def html(head: str = "", body: str = "", title: str = "Chip Ledger") -> str:
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def found(address: str, site: Site) -> list[tuple[str, str]]:
    return [(source.url, source.title) for source in discover(address, site)]


def test_the_address_of_a_feed_is_that_feed() -> None:
    site = Site({"https://ledger.example/all.xml": FEED})
    assert discover("https://ledger.example/all.xml", site) == (
        NewSource("https://ledger.example/all.xml", "Chip Ledger", home_url="https://ledger.example/"),
    )
    assert site.asked == ["https://ledger.example/all.xml"]


def test_a_feed_of_a_known_outlet_is_that_outlets() -> None:
    site = Site({"https://www.ft.com/china?format=rss": FEED})
    (source,) = discover("https://www.ft.com/china?format=rss", site)
    assert (source.outlet, source.access) == ("ft", Access.TEASER)


@pytest.mark.parametrize("feed", ["\n<br />\n<b>Warning</b>: something\n" + FEED, ATOM, JSON_FEED])
def test_a_feed_of_any_kind_is_recognised(feed: str) -> None:
    url = "https://ledger.example/f"
    assert found("ledger.example/f", Site({url: feed})) == [(url, "Chip Ledger")]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("ledger.example", "https://ledger.example"),
        ("  ledger.example/all \n", "https://ledger.example/all"),
        ("//ledger.example/all", "https://ledger.example/all"),
        ("http://ledger.example", "http://ledger.example"),
        ("feed:https://ledger.example/all", "https://ledger.example/all"),
        ("feed://ledger.example/all", "https://ledger.example/all"),
        ("ledger.example:8080/all", "https://ledger.example:8080/all"),
        ("HTTPS://Ledger.example/all", "https://Ledger.example/all"),
    ],
)
def test_an_address_may_be_typed_as_people_do(typed: str, asked: str) -> None:
    site = Site({asked: FEED})
    assert found(typed, site)[0][1] == "Chip Ledger"
    assert site.asked == [asked]


def test_a_site_without_encryption_is_asked_again_unless_https_was_typed() -> None:
    silence = FetchError("No answer.", kind="network")
    site = Site({"https://ledger.example": silence, "http://ledger.example": FEED})
    assert found("ledger.example", site) == [("http://ledger.example", "Chip Ledger")]
    with pytest.raises(FetchError, match="No answer"):
        discover("https://ledger.example", site)


def test_a_page_names_its_feeds_and_comments_come_last() -> None:
    site = Site(
        {
            "https://ledger.example/chips/": html(
                '<base href="https://cdn.ledger.example/x/">'
                '<link rel="alternate" type="application/rss+xml" title="Comments Feed" href="/comments/feed/">'
                '<link rel="ALTERNATE nofollow" type="application/rss+xml; charset=utf-8" title="RSS" href="all.rss">'
                '<link rel="alternate" type="application/atom+xml" title="Ledger: chips" href="https://ledger.example/a.atom">'
                '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts">'
                '<link rel="alternate" type="application/json" title="Ledger JSON" href="/feed.json">'
                '<link rel="alternate" hreflang="zh" href="https://ledger.example/zh/">'
                '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">'
                '<link rel="stylesheet" type="application/rss+xml" href="/no.xml">'
            )
        }
    )
    assert found("https://ledger.example/chips/", site) == [
        ("https://cdn.ledger.example/x/all.rss", "Chip Ledger"),
        ("https://ledger.example/a.atom", "Ledger: chips"),
        ("https://cdn.ledger.example/feed.json", "Ledger JSON"),
        ("https://cdn.ledger.example/comments/feed/", "Comments Feed"),
    ]
    assert len(site.asked) == 1


def test_links_count_from_where_the_site_sent_us() -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="feed">'
    site = Site(
        {"https://www.ledger.example/en/": html(link)},
        moved={"https://ledger.example": "https://www.ledger.example/en/"},
    )
    assert found("ledger.example", site) == [("https://www.ledger.example/en/feed", "Chip Ledger")]


def test_a_link_on_the_page_that_turns_out_to_be_a_feed_is_taken() -> None:
    body = '<a href="/about">About</a><a href="/rss-help">What is RSS?</a><a href="/out/news.rss">RSS</a>'
    pages = {"": html(body=body), "/rss-help": html(), "/out/news.rss": FEED}
    site = Site({f"https://ledger.example{path}": page for path, page in pages.items()})
    assert found("ledger.example", site) == [("https://ledger.example/out/news.rss", "Chip Ledger")]


@pytest.mark.parametrize(
    "place", ["/feed", "/rss", "/rss.xml", "/atom.xml", "/feed.json", "/chips/feed", "/chips?format=rss"]
)
def test_feeds_are_looked_for_where_they_usually_are(place: str) -> None:
    site = Site({"https://ledger.example/chips": html(), f"https://ledger.example{place}": FEED})
    assert found("https://ledger.example/chips", site) == [(f"https://ledger.example{place}", "Chip Ledger")]


def test_a_page_without_a_feed_that_lists_articles_is_followed_as_a_list() -> None:
    rows = "".join(f'<li class="story"><a href="/2025/{n}">Chips are short again, part {n}</a></li>' for n in range(8))
    site = Site({"https://ledger.example/chips": html(body=f"<ul>{rows}</ul>")})
    (source,) = discover("https://ledger.example/chips", site)
    assert (source.url, source.title, source.kind) == (
        "https://ledger.example/chips",
        "Chip Ledger",
        SourceKind.LISTING,
    )
    assert 'item = "li.story"' in source.rule
    article = html(head='<meta property="og:type" content="article">', body=f"<ul>{rows}</ul>")
    with pytest.raises(SourceError, match="No feed was found"):
        discover("https://ledger.example/chips", Site({"https://ledger.example/chips": article}))


def test_json_that_lists_something_else_is_no_feed() -> None:
    site = Site({"https://ledger.example/list.json": '{"items": [{"TITLE": "Chips", "HTTP_URL": "/1"}]}'})
    with pytest.raises(SourceError, match="No feed was found"):
        discover("https://ledger.example/list.json", site)


def test_a_page_that_answers_for_every_place_is_no_feed() -> None:
    usual = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/robots.txt")
    site = Site({f"https://ledger.example{path}": html(body="Not found") for path in ("", *usual)})
    with pytest.raises(SourceError) as refused:
        discover("ledger.example", site)
    assert refused.value.sentence == "No feed was found at ledger.example."
    assert "RSS" in refused.value.hint
    assert len(site.asked) <= 12


def test_a_news_sitemap_named_in_robots_is_followed() -> None:
    robots = "User-agent: *\nSitemap: https://ledger.example/all.xml\nsitemap: https://ledger.example/news.xml\n"
    pages = {"": html(), "/robots.txt": robots, "/news.xml": SITEMAP}
    site = Site({f"https://ledger.example{path}": page for path, page in pages.items()})
    assert [url for url, _ in found("ledger.example", site)] == ["https://ledger.example/news.xml"]


def test_a_known_outlet_that_lets_nobody_in_comes_with_its_known_feeds() -> None:
    refused = FetchError("Refused.", kind="status", status=403)
    sources = discover("https://www.bloomberg.com/europe", Site(otherwise=refused))
    assert [(source.title, source.access) for source in sources] == [
        ("Bloomberg: Technology", Access.BLOCKED),
        ("Bloomberg: Politics", Access.BLOCKED),
    ]


def test_an_outlet_can_be_called_by_its_name() -> None:
    site = Site(otherwise=FetchError("Refused.", kind="status", status=403))
    assert [source.title for source in discover("Financial Times", site)][:1] == ["FT: Technology"]
    assert site.asked == ["https://www.ft.com"]
    with pytest.raises(SourceError, match="“gibberish” is not the address of a site"):
        discover("gibberish", site)


def test_a_site_without_a_feed_is_followed_by_its_rule() -> None:
    site = Site({"https://www.guancha.cn/economy/": html(body=GUANCHA), "https://www.guancha.cn/": html()})
    assert [(s.url, s.kind, s.rule, s.outlet, s.access) for s in discover("https://www.guancha.cn/economy/", site)] == [
        ("https://www.guancha.cn/economy/", SourceKind.LISTING, "guancha", "guancha", Access.FULL)
    ]
    assert [source.rule for source in discover("https://www.guancha.cn/", site)] == ["guancha", "guancha-rolling"]
    assert [source.rule for source in discover("thepaper.cn", Site({"https://thepaper.cn": html()}))] == ["thepaper"]


def test_a_site_that_never_answers_is_left_alone_soon() -> None:
    site = Site(otherwise=FetchError("The connection timed out.", kind="timeout"))
    with pytest.raises(FetchError, match="timed out"):
        discover("https://ledger.example", site)
    assert len(site.asked) == 1
    site = Site({"https://ledger.example": html()}, otherwise=FetchError("The connection timed out.", kind="timeout"))
    with pytest.raises(SourceError, match="No feed was found"):
        discover("https://ledger.example", site)
    assert len(site.asked) == 4


def test_a_page_that_is_refused_says_so_when_nothing_else_is_there() -> None:
    site = Site({"https://ledger.example": FetchError("The site refused.", kind="status", status=403)})
    with pytest.raises(FetchError, match="The site refused"):
        discover("ledger.example", site)
    site.pages["https://ledger.example/feed"] = FEED
    assert found("ledger.example", site) == [("https://ledger.example/feed", "Chip Ledger")]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "No address was given."),
        ("  ", "No address was given."),
        ("ftp://ledger.example/x", "Addresses that begin with ftp: cannot be followed."),
        ("javascript:alert(1)", "Addresses that begin with javascript: cannot be followed."),
        ("file:///etc/passwd", "Addresses that begin with file: cannot be followed."),
        ("http://[::bad/x", "“http://[::bad/x” is not the address of a site."),
        ("https://user:secret@ledger.example/", "“https://user:secret@ledger.example/” is not the address of a site."),
        ("https:///", "“https:///” is not the address of a site."),
    ],
)
def test_what_is_no_address_is_refused_unasked(address: str, sentence: str) -> None:
    site = Site()
    with pytest.raises(SourceError) as refused:
        discover(address, site)
    assert refused.value.sentence == sentence
    assert site.asked == []


@pytest.mark.newsstand
def test_the_newsstands_sections_are_discovered(newsstand: Newsstand) -> None:
    def fetch(url: str, *, validators: Validators | None = None, wants: Literal["feed", "page"] = "page") -> Fetched:
        try:
            with urllib.request.urlopen(url) as got:
                return Fetched(url, got.url, 200, got.headers["Content-Type"], got.read())
        except urllib.error.HTTPError as error:
            with error:
                raise FetchError("Refused.", kind="status", status=error.code) from error

    assert [s.url.removeprefix(newsstand.url) for s in discover(newsstand.at("/ft/"), fetch)] == [
        "/ft/rss/home",
        "/ft/myft/following/newsstand.rss",
    ]
    (listing,) = discover(newsstand.at("/observer/"), fetch)
    assert (listing.kind, listing.rule, listing.outlet) == (SourceKind.LISTING, "guancha", "guancha")
    assert [s.title for s in discover(newsstand.at("/world/en.json"), fetch)] == ["World pages, English"]
