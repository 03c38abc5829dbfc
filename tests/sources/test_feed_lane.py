"""The fast lane says what feedparser says, or leaves a feed to it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.news.feed import FeedFetch, Fetched
from dateline.sources import feed_lane
from dateline.sources.feed_text import bounded_xml, feed_text
from dateline.sources.feeds import read_feed

SHARED = Path(__file__).parents[3] / "shared"
AT = "https://ledger.example/feeds/all.xml"
NAMES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom" '
    'xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
)

#: What an item may hold; {t} is a text.
RSS_PARTS = (
    "<title>{t}</title>",
    "<title><![CDATA[{t}]]></title>",
    "<link>https://ledger.example/{n}?a=1&amp;b=2</link>",
    "<link>/relative/{n}</link>",
    "<link/>",
    '<guid isPermaLink="false">g-{n}</guid>',
    "<guid>https://ledger.example/guid/{n}</guid>",
    "<guid>relative-{n}</guid>",
    "<description>{t}</description>",
    "<description/>",
    "<content:encoded><![CDATA[<p>{t}</p><img src='/p.jpg'>]]></content:encoded>",
    "<pubDate>Mon, 10 Nov 2025 08:0{n}:00 +0800</pubDate>",
    "<pubDate>Mon, 10 Nov 2025 08:0{n}:00 CST</pubDate>",
    "<pubDate>yesterday</pubDate>",
    "<dc:date>2025-11-10T08:0{n}:00Z</dc:date>",
    "<dc:creator>{t}</dc:creator>",
    "<author>ida@ledger.example (Ida Kern)</author>",
    "<author>Ida Kern and Bo Lin</author>",
    "<category>{t}</category>",
    '<category domain="https://ledger.example/beats">chips</category>',
    '<enclosure url="https://ledger.example/{n}.png" type="image/png" length="9"/>',
    '<media:content url="https://ledger.example/{n}.jpg" medium="image"/>',
    '<media:thumbnail url="/{n}-small.jpg"/>',
    '<media:content url="/{n}.jpg" type="image/jpeg"><media:thumbnail url="/{n}-s.jpg"/></media:content>',
    "<media:description>{t}</media:description>",
    "<slash:comments>3</slash:comments>",
    '<source url="https://elsewhere.example/feed">{t}</source>',
    "<note>{t}</note>",
    '<atom:link rel="replies" href="https://ledger.example/{n}/replies"/>',
)
ATOM_PARTS = (
    "<title>{t}</title>",
    '<title type="html">&lt;b&gt;{t}&lt;/b&gt;</title>',
    '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{t}</div></title>',
    "<id>urn:ledger:{n}</id>",
    "<id>https://ledger.example/id/{n}</id>",
    '<link href="https://ledger.example/{n}"/>',
    '<link rel="alternate" type="text/html" href="/{n}.html"/>',
    '<link rel="enclosure" type="image/png" href="https://ledger.example/{n}.png"/>',
    '<link rel="self" href="{n}.xml"/>',
    "<published>2025-11-10T08:0{n}:00Z</published>",
    "<updated>2025-11-10T09:0{n}:00+08:00</updated>",
    "<summary>{t}</summary>",
    '<summary type="html">&lt;p&gt;{t}&lt;/p&gt;</summary>',
    '<content type="html">&lt;p&gt;{t}&lt;/p&gt;</content>',
    "<content>{t}</content>",
    "<author><name>{t}</name><uri>https://ledger.example/ida</uri></author>",
    '<category term="chips" label="{t}"/>',
    "<rights>{t}</rights>",
    '<entry xml:lang="zh"/>',
)
TEXTS = (
    *(
        "Chips",
        "Q&amp;A on &lt;i&gt;export&lt;/i&gt; rules",
        "芯片“出口管制”",
        "cafÃ©",
        "a  b\n c",
        "",
        "5 &gt; 3",
        "\x93so\x94",
    ),
)


def document(parts: list[list[str]], *, is_atom: bool, lang: str) -> str:
    """Return a feed with an item for each list of parts."""
    if is_atom:
        entries = "".join(f"<entry>{''.join(part)}</entry>" for part in parts)
        code = f' xml:lang="{lang}"' if lang else ""
        return f'<feed xmlns="http://www.w3.org/2005/Atom"{code}><title>Ledger</title><id>u:1</id>{entries}</feed>'
    items = "".join(f"<item>{''.join(part)}</item>" for part in parts)
    language = f"<language>{lang}</language>" if lang else ""
    return (
        f'<rss version="2.0" {NAMES}><channel><title>Ledger</title><link>https://ledger.example/</link>{language}'
        f'<atom:link rel="self" href="{AT}"/><ttl>60</ttl>{items}</channel></rss>'
    )


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Draw a feed of parts in any order."""
    is_atom = draw(st.booleans())
    pool = ATOM_PARTS if is_atom else RSS_PARTS
    items = [
        [
            part.replace("{n}", str(n)).replace("{t}", draw(st.sampled_from(TEXTS)))
            for part in draw(st.lists(st.sampled_from(pool), max_size=7))
        ]
        for n in range(draw(st.integers(1, 3)))
    ]
    return document(items, is_atom=is_atom, lang=draw(st.sampled_from(("", "en-us", "zh_CN"))))


def read(text: str, monkeypatch: pytest.MonkeyPatch | None = None) -> FeedFetch:
    """Read a feed, by feedparser alone where a monkeypatch is given."""
    if monkeypatch is not None:
        monkeypatch.setattr(feed_lane, "read_plain", lambda xml: None)
    return read_feed(Fetched(AT, AT, 200, "application/xml; charset=utf-8", text.encode()))


@settings(max_examples=150, deadline=None)
@given(documents())
def test_both_lanes_say_the_same(text: str) -> None:
    fast = read(text)
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert fast == read(text, monkeypatch)


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [
        (document([["<title>A</title>", "<link>https://ledger.example/1</link>"]], is_atom=False, lang="en"), True),
        (document([["<title>A</title>", "<id>u:2</id>", '<link href="/1"/>']], is_atom=True, lang="en"), True),
        (document([["<title>A <b>b</b></title>"]], is_atom=False, lang=""), False),  # markup that is not escaped
        (document([["<title>A</title>", "<note>odd</note>"]], is_atom=False, lang=""), False),
        (document([["<title>A</title>"]], is_atom=False, lang="").replace("<item>", '<item xml:base="/x/">'), False),
        (document([["<title>A"]], is_atom=False, lang=""), False),  # broken
        ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", False),
    ],
)
def test_what_is_plain(text: str, is_plain: bool) -> None:
    assert (feed_lane.read_plain(text) is not None) is is_plain


@pytest.mark.newsstand
@pytest.mark.parametrize(
    "name",
    ["ft/home-01.xml", "ft/myft-05.xml", "nyt/Economy-03.xml", "nyt/Business.xml", "bloomberg/markets.xml"],
)
def test_real_feeds_are_plain_and_read_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (SHARED / "newsstand" / name).read_text(encoding="utf-8")
    assert feed_lane.read_plain(bounded_xml(feed_text(text.encode(), ""))[0]) is not None
    fast = read(text)
    assert len(fast.entries) > 10
    assert fast == read(text, monkeypatch)


@pytest.mark.parametrize(("channel", "title"), [("", "Halls"), ("<title>Ledger</title>", "")])
def test_words_on_a_picture_are_a_headline_only_where_there_is_none_at_all(channel: str, title: str) -> None:
    item = "<item><link>https://ledger.example/1</link><media:title>Halls</media:title></item>"
    feed = read(f'<rss version="2.0" {NAMES}><channel>{channel}{item}</channel></rss>')
    assert [entry.title for entry in feed.entries] == [title]


def test_a_feed_of_videos_has_the_words_that_the_media_module_gives() -> None:
    words = "<media:title>HALLS.mov</media:title><media:description>Forty halls, and one clock.</media:description>"
    entry = (
        f'<entry><id>v1</id><title>Halls</title><link href="https://ledger.example/1"/>'
        f"<media:group>{words}</media:group></entry>"
    )
    names = NAMES.replace("xmlns:atom=", "xmlns=")
    (told,) = read(f"<feed {names}><title>Films</title>{entry}</feed>").entries
    assert (told.title, told.summary) == ("Halls", "Forty halls, and one clock.")


@pytest.mark.parametrize(
    ("language", "headline", "hour"),
    [
        ("", "三家机房周一关闭", 0),
        ("zh-CN", "DeepSeek V3", 0),
        ("en", "三家机房周一关闭", 8),
        ("", "Three halls close", 8),
        ("", "半導体の輸出規制", 8),
    ],
)
def test_a_bare_time_is_beijing_s_where_the_feed_or_its_headline_is_chinese(
    language: str, headline: str, hour: int
) -> None:
    item = f"<item><title>{headline}</title><guid>1</guid><pubDate>2025-11-09 08:30:00</pubDate></item>"
    (told,) = read(f'<rss version="2.0"><channel><language>{language}</language>{item}</channel></rss>').entries
    assert told.published_at == datetime(2025, 11, 9, hour, 30, tzinfo=UTC)


def test_a_picture_in_a_news_sitemap_is_a_picture_and_no_headline() -> None:
    (told,) = read(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" '
        'xmlns:i="http://www.google.com/schemas/sitemap-image/1.1"><url>'
        "<i:image><i:loc>https://ledger.example/h.jpg</i:loc><i:title>A hall</i:title></i:image>"
        "<loc>https://ledger.example/1</loc><n:news><n:title>Halls close</n:title></n:news></url></urlset>"
    ).entries
    assert (told.url, told.title) == ("https://ledger.example/1", "Halls close")
    assert told.image_url == "https://ledger.example/h.jpg"
