"""What outside HTML may still do once it is ours: be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.sanitise import plain_text, safe_address, sanitise_html

PAGE = "https://paper.example/2026/story.html"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<style>@import 'https://evil.example/x.css';</style>",
        '<svg onload="alert(1)"><a href="javascript:alert(1)">x</a></svg>',
        '<img src="x" onerror="alert(1)">',
        '<iframe src="https://evil.example/"></iframe>',
        '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
        '<form action="https://evil.example/"><input name="a"><button>b</button></form>',
        '<a href="javascript:alert(1)">x</a>',
        '<a href="java\nscript:alert(1)">x</a>',
        '<a href="data:text/html,x">x</a>',
        '<a href="file:///etc/passwd">x</a>',
        '<a href="https://good.example@evil.example/">x</a>',
        '<p style="background:url(https://evil.example/p.gif)">x</p>',
        '<object data="https://evil.example/x"></object><embed src="https://evil.example/x">',
        '<math><mtext><img src="https://evil.example/x" onerror="alert(1)"></mtext></math>',
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
        '<base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/x.css">',
    ],
)
def test_nothing_active_stays(hostile: str) -> None:
    clean = sanitise_html(f"<p>before</p>{hostile}<p>after</p>", PAGE)
    for word in (
        "alert",
        "evil.example",
        "javascript",
        "onerror",
        "onload",
        "file:",
        "data:",
        "<form",
        "<input",
        "style",
    ):
        assert word not in clean
    assert "<p>before</p>" in clean
    assert "after" in clean


@pytest.mark.parametrize(
    ("picture", "is_kept"),
    [
        ('<img src="/chip.jpg" width="600" height="400">', True),
        ('<img src="https://cdn.example/chip.jpg" alt="A chip > a wafer">', True),
        ('<img src="https://stat.example/x.gif" width="1" height="1">', False),
        ('<img src="https://stat.example/x.gif" width=0>', False),
        ('<img src="https://stat.example/x.gif" style="display: none">', False),
        ('<img src="https://stat.example/x.gif" style="width:1px;height:1px">', False),
        ('<img src="https://stat.example/pixel.gif">', False),
        ('<img src="https://sb.scorecardresearch.com/p?c1=2">', False),
        ('<img src="data:image/png;base64,AAAA">', False),
        ('<img src="javascript:alert(1)">', False),
        ("<img>", False),
    ],
)
def test_pictures_stay_and_tracking_pixels_go(picture: str, *, is_kept: bool) -> None:
    assert ("<img" in sanitise_html(f"<p>a{picture}</p>", PAGE)) == is_kept


def test_addresses_become_whole() -> None:
    clean = sanitise_html('<a href="../more?a=1&amp;b=2">m</a><img src="//cdn.example/c.jpg">', PAGE)
    assert clean == '<a href="https://paper.example/more?a=1&amp;b=2">m</a><img src="https://cdn.example/c.jpg">'


@given(st.text(alphabet="<>/=\"' abpimgsrcdivtable&;x1\n", max_size=200))
def test_sanitising_again_changes_nothing(html: str) -> None:
    once = sanitise_html(html, PAGE)
    assert sanitise_html(once, PAGE) == once


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One &amp; two</p><p>three</p>", "One & two\nthree"),
        ("a<br>b<div>c</div>", "a\nb\nc"),
        ("Chips &lt;5nm&gt; are\n scarce<b>!</b>", "Chips <5nm> are scarce!"),
        ("no markup\nat all &mdash; none", "no markup\nat all — none"),
        ("<script>var a = '<p>no</p>'</script>yes<style>p{}</style>", "yes"),
        ("Nvi\u200bdia \u202eevil\u202c", "Nvidia evil"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("", ""),
    ],
)
def test_plain_text_keeps_words_and_paragraphs(html: str, text: str) -> None:
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("html", "begins", "text"),
    [
        ("<div>" * 50_000 + "deep" + "</div>" * 50_000, "<div><div>", "deep"),
        ("<b><i><a>" * 20_000, "<b><i><a>", ""),
        ("<" * 300_000, "&lt;&lt;", "<" * 300_000),
        ("<!--" * 100_000, "", ""),
        ("<a b='" * 50_000, "", ""),
    ],
    ids=["nested", "formatting", "brackets", "comments", "quotes"],
)
def test_hostile_lengths_come_out_harmless(html: str, begins: str, text: str) -> None:
    clean = sanitise_html(html, PAGE)
    assert clean.startswith(begins)
    assert bool(clean) == bool(begins)
    assert plain_text(html) == text


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://desk.example/2025/11/09/chips-rules_2.html", "https://desk.example/2025/11/09/chips-rules_2.html"),
        ("https://desk.example/a?id=7&page=2", "https://desk.example/a?id=7&page=2"),
        ("https://desk.example:8443/a", "https://desk.example:8443/a"),
        ("https://desk.example:65536/a", ""),
        ("https://desk.example/a?", "https://desk.example/a"),
        (" https://desk.example/a\n", "https://desk.example/a"),
        ("HTTPS://desk.example/a", "https://desk.example/a"),
        ("https://mail@desk.example/a", ""),
        ("../a", "https://home.example/a"),
        ("ftp://desk.example/a", ""),
        ("https://desk.example/" + "a" * 5_000, ""),
    ],
)
def test_an_address_is_made_whole_or_refused(address: str, expected: str) -> None:
    assert safe_address("https://home.example/feeds/all.xml", address) == expected
