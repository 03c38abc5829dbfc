"""OPML comes in as other readers write it and goes out so that it comes back unharmed."""

from __future__ import annotations

import urllib.request

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.news.feed import Access, NewSource, SourceKind
from dateline.sources.defaults import default_sources
from dateline.sources.opml import LARGEST_FILE, read_opml, write_opml
from newsstand import Newsstand

PAPERS = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Mine</title></head><body>
  <outline text="Loose" xmlUrl="https://loose.example/feed"/>
  <outline text="Papers" title="Papers">
    <outline type="rss" text="short" title="FT: China" xmlUrl="https://www.ft.com/china?format=rss&amp;a=1"
             htmlUrl="https://www.ft.com/china"/>
    <outline text="Asia">
      <outline type="rss" text="  Straits   Notes " xmlUrl=" https://straits.example/rss "/>
    </outline>
    <outline type="atom" text="After Asia" xmlUrl="https://after.example/atom"/>
  </outline>
</body></opml>"""


def opml(*outlines: str) -> bytes:
    return f'<?xml version="1.0"?><opml version="1.1"><body>{"".join(outlines)}</body></opml>'.encode()


def read(*outlines: str) -> list[tuple[str, str, str]]:
    return [(source.url, source.title, source.folder) for source in read_opml(opml(*outlines))]


def test_sources_come_with_title_home_and_nested_folders() -> None:
    assert [(s.url, s.title, s.folder, s.home_url) for s in read_opml(PAPERS.encode())] == [
        ("https://loose.example/feed", "Loose", "", ""),
        ("https://www.ft.com/china?format=rss&a=1", "FT: China", "Papers", "https://www.ft.com/china"),
        ("https://straits.example/rss", "Straits Notes", "Papers/Asia", ""),
        ("https://after.example/atom", "After Asia", "Papers", ""),
    ]


def test_a_source_of_a_known_outlet_comes_with_what_that_outlet_gives() -> None:
    known = [(source.outlet, source.access) for source in read_opml(PAPERS.encode())]
    assert known == [("", Access.UNKNOWN), ("ft", Access.TEASER), ("", Access.UNKNOWN), ("", Access.UNKNOWN)]


def test_another_reader_finds_every_source_in_its_folder_whatever_it_is_called() -> None:
    import listparser

    hostile = '=cmd|"/c calc"!A1 </outline> & \u202eمرحبا 👩\u200d🚀'
    sources = [
        NewSource("https://loose.example/feed?a=1&b=2", hostile),
        NewSource("https://guancha.example/rss", "观察者网", folder="China/Press", home_url="https://guancha.example/"),
        NewSource("https://ft.example/rss", "FT", folder="Papers"),
    ]
    found = listparser.parse(write_opml(sources))
    assert (found.bozo, found.version) == (0, "opml2")
    titles = {feed.url: feed.title for feed in found.feeds}
    assert titles["https://guancha.example/rss"] == "观察者网"
    assert titles["https://loose.example/feed?a=1&b=2"].startswith('=cmd|"/c calc"!A1 </outline> &')
    assert {feed.url: feed.categories for feed in found.feeds}["https://guancha.example/rss"] == [["China", "Press"]]


@pytest.mark.parametrize(
    ("outline", "found"),
    [
        ('<outline text="Case" XMLURL="https://a.example/f"/>', ("https://a.example/f", "Case", "")),
        ('<outline text="Feed" xmlUrl="feed:https://a.example/f"/>', ("https://a.example/f", "Feed", "")),
        ('<outline text="Feed" xmlUrl="feed://a.example/f"/>', ("http://a.example/f", "Feed", "")),
        ('<outline type="rss" text="Url" url="https://a.example/f"/>', ("https://a.example/f", "Url", "")),
        ('<outline xmlUrl="https://a.example/f"/>', ("https://a.example/f", "https://a.example/f", "")),
        (
            '<outline text="Q&A & R&D" xmlUrl="https://a.example?a=1&b=2"/>',
            ("https://a.example?a=1&b=2", "Q&A & R&D", ""),
        ),
        ('<outline text="Caf&eacute;&nbsp;&lt;" xmlUrl="https://a.example/f"/>', ("https://a.example/f", "Café <", "")),
        ('<outline text="&#0;N\x01UL&#x41;" xmlUrl="https://a.example/f"/>', ("https://a.example/f", "NULA", "")),
        (
            '<outline text="C" category="/AI/Chips,x" xmlUrl="https://a.example"/>',
            ("https://a.example", "C", "AI/Chips"),
        ),
        ('<outline><outline text="In" xmlUrl="https://a.example/f"/></outline>', ("https://a.example/f", "In", "")),
        ('<!-- - --><?x y?><Outline text="U" xmlUrl="https://a.example/f"/>', ("https://a.example/f", "U", "")),
    ],
)
def test_what_other_readers_write_is_understood(outline: str, found: tuple[str, str, str]) -> None:
    assert read(outline) == [found]


def test_what_is_no_web_address_and_what_comes_twice_is_left_out() -> None:
    assert read(
        '<outline text="Good" xmlUrl="https://a.example/f"/>',
        '<outline text="Script" xmlUrl="javascript:alert(1)"/>',
        '<outline text="File" xmlUrl="file:///etc/passwd"/>',
        '<outline type="link" text="Page" url="https://b.example/"/>',
        '<outline text="Folder"><outline text="Again" xmlUrl="https://a.example/f"/></outline>',
    ) == [("https://a.example/f", "Good", "")]


def test_feeds_inside_a_feed_are_found_too() -> None:
    inner = '<outline text="Inner" xmlUrl="https://b.example/f"/>'
    assert [url for url, _, _ in read(f'<outline text="Outer" xmlUrl="https://a.example/f">{inner}</outline>')] == [
        "https://a.example/f",
        "https://b.example/f",
    ]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("gb18030", "GB2312"), ("gb18030", "UTF-8"), ("utf-16", "UTF-16"), ("utf-8-sig", "UTF-8"), ("big5", "Big5")],
)
def test_chinese_titles_survive_their_charset(encoding: str, declared: str) -> None:
    title = "中國晶片與人工智慧的新聞報導" if encoding == "big5" else "中国芯片与人工智能的新闻报道"
    text = f'<?xml version="1.0" encoding="{declared}"?><opml><body><outline text="{title}" xmlUrl="https://a.example/f"/></body></opml>'
    assert read_opml(text.encode(encoding))[0].title == title


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The OPML file is empty."),
        (b"  \n", "The OPML file is empty."),
        (PAPERS[:300].encode(), "The OPML file is broken at line 5"),
        (b'<opml><body>\n<outline text="a></body></opml>', "The OPML file is broken at line 2"),
        (b"not xml at all", "The OPML file is broken at line 1"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "The OPML file is broken at line 1"),
        (b"<rss><channel/></rss>", "The file is not OPML: it begins with <rss>."),
        (b"<opml><body/></opml>", "The OPML file lists no feed."),
        (b'<opml><body><outline text="x" xmlUrl="ftp://x"/></body></opml>', "The OPML file lists no feed."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        read_opml(data)
    assert refused.value.sentence.startswith(sentence)


def test_entities_of_the_files_own_are_refused_unread() -> None:
    bomb = '<!DOCTYPE o [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + PAPERS.partition("?>")[2].replace(
        "Mine", "&b;"
    )
    peek = '<!doctype o [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + PAPERS.partition("?>")[2].replace(
        "Loose", "&x;"
    )
    for text in (bomb, peek):
        with pytest.raises(InputError, match="entities of its own"):
            read_opml(text.encode())
    named = '<!DOCTYPE opml SYSTEM "http://127.0.0.1:9/opml.dtd">' + PAPERS.partition("?>")[2]
    assert len(read_opml(named.encode())) == 4


def test_ten_thousands_of_sources_are_all_read() -> None:
    data = opml(*(f'<outline text="Feed {i} &" xmlUrl="https://s{i}.example/f"/>' for i in range(20_000)))
    assert [source.title for source in read_opml(data)] == [f"Feed {i} &" for i in range(20_000)]


def test_folders_nested_beyond_reason_are_read_or_refused() -> None:
    deep = '<outline text="d">' * 5_000 + '<outline text="f" xmlUrl="https://a.example/f"/>' + "</outline>" * 5_000
    with pytest.raises(InputError, match="broken at line 1"):
        read_opml(opml(deep))


def test_the_default_sources_go_out_and_come_back_listings_included() -> None:
    assert read_opml(write_opml(default_sources()).encode()) == default_sources()


def test_a_listing_is_no_feed_to_other_readers() -> None:
    listing = NewSource("https://a.example/list", "List", SourceKind.LISTING, rule='kind = "html"\nitem = "li > a"\n')
    written = write_opml([listing])
    assert "xmlUrl" not in written
    assert read_opml(written.encode()) == (listing,)


def test_folders_are_opened_once_and_closed_in_order() -> None:
    sources = [
        NewSource("https://a.example/1", "One", folder="A/B"),
        NewSource("https://a.example/2", "Two", folder="C"),
        NewSource("https://a.example/3", "Three", folder="A"),
        NewSource("https://a.example/4", "Four"),
    ]
    written = write_opml(sources)
    assert written.count("<outline text=") == 3
    assert [(s.title, s.folder) for s in read_opml(written.encode())] == [
        ("Four", ""),
        ("Three", "A"),
        ("One", "A/B"),
        ("Two", "C"),
    ]


_WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Z")), min_size=1, max_size=12)
_TITLES = st.lists(_WORDS, min_size=1, max_size=4).map(lambda words: " ".join(" ".join(words).split())).filter(bool)


@given(
    st.lists(
        st.tuples(_TITLES, st.lists(_TITLES, max_size=3), _WORDS, st.sampled_from(["", "guancha", "a = 1\n\tb"])),
        min_size=1,
        max_size=12,
    )
)
def test_whatever_is_written_is_read_back(rows: list[tuple[str, list[str], str, str]]) -> None:
    sources = [
        NewSource(
            url=f"https://s{n}.example/{path}",
            title=title,
            kind=SourceKind.LISTING if rule else SourceKind.FEED,
            folder="/".join(part for part in " / ".join(folders).replace("/ /", "/").split("/") if part.strip()),
            rule=rule,
        )
        for n, (title, folders, path, rule) in enumerate(rows)
    ]

    def tidy(source: NewSource) -> tuple[str, str, str, SourceKind, str]:
        folder = "/".join(" ".join(part.split()) for part in source.folder.split("/") if part.strip())
        return source.url.strip(), source.title, folder, source.kind, source.rule

    back = read_opml(write_opml(sources).encode())
    assert sorted(map(tidy, back)) == sorted(map(tidy, sources))
    again = read_opml(write_opml(back).encode())
    assert again == back


@pytest.mark.newsstand
def test_the_newsstands_files_are_read(newsstand: Newsstand) -> None:
    def fetched(name: str) -> tuple[NewSource, ...]:
        with urllib.request.urlopen(newsstand.at(f"/opml/{name}.opml")) as answer:
            return read_opml(answer.read())

    assert len(fetched("default")) == 25
    assert [source.folder for source in fetched("odd")] == ["", "", "A/B/C & D", "", ""]


def test_a_file_that_is_far_too_large_is_not_parsed() -> None:
    with pytest.raises(InputError, match="larger than 32 MB"):
        read_opml(b"<opml>" + bytes(LARGEST_FILE))
