"""Saved pages: whatever a browser writes, its HTML and its address come out, or a sentence does."""

from __future__ import annotations

import plistlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.sources.saved_page import read_saved_page

URL = "https://paper.example/chips.html"

MHTML = f"""From: <Saved by Blink>\r
Snapshot-Content-Location: {URL}?utm_source=x\r
Subject: =?utf-8?Q?Chips?=\r
Date: Mon, 10 Nov 2025 12:00:00 -0000\r
MIME-Version: 1.0\r
Content-Type: multipart/related; type="text/html"; boundary="----B"\r
\r
------B\r
Content-Type: text/html; charset="utf-8"\r
Content-Location: https://ads.example/frame.html\r
\r
<html>frame</html>\r
------B\r
Content-Type: text/html; charset="utf-8"\r
Content-Transfer-Encoding: quoted-printable\r
Content-Location: {URL}?utm_source=x\r
\r
<html><body>=E8=8A=AF=E7=89=87</body></html>\r
------B--\r
""".encode()


def test_an_mhtml_file_gives_its_main_page_and_address() -> None:
    page = read_saved_page(MHTML)
    assert (page.url, page.content_type) == (URL, "text/html; charset=utf-8")
    assert page.body.decode("utf-8").strip() == "<html><body>芯片</body></html>"


def test_a_web_archive_gives_its_page_and_address() -> None:
    main = {"WebResourceURL": URL, "WebResourceData": b"<p>Chips</p>", "WebResourceTextEncodingName": "UTF-8"}
    for form in (plistlib.FMT_BINARY, plistlib.FMT_XML):
        page = read_saved_page(plistlib.dumps({"WebMainResource": main}, fmt=form))
        assert (page.body, page.url, page.content_type) == (b"<p>Chips</p>", URL, "text/html; charset=UTF-8")


@pytest.mark.parametrize(
    "html",
    [
        f"<!DOCTYPE html>\n<!-- saved from url=(0032){URL} -->\n<html>",
        f"<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: {URL} \n saved date: Mon Nov 10 2025\n-->",
        f"<html><head><link href='{URL}?utm_medium=rss' rel='canonical'></head>",
        f"<html><head><meta property='og:url' content='{URL}'></head>",
        f"Version:0.9\r\nStartHTML:00000071\r\nSourceURL:{URL}\r\n{' ' * 9}<html>",
    ],
)
def test_the_address_is_found_where_browsers_note_it(html: str) -> None:
    assert read_saved_page(html.encode()).url == URL


def test_the_browsers_note_goes_before_the_pages_own_word() -> None:
    html = f"<!-- saved from url=(0032){URL} --><link rel=canonical href=https://other.example/>"
    assert read_saved_page(html.encode()).url == URL


@pytest.mark.parametrize(
    "html", ["", "<p>Words</p>", "<link rel=canonical href='javascript:1'>", "<link rel=canonical>"]
)
def test_a_page_without_an_address_has_none(html: str) -> None:
    page = read_saved_page(html.encode())
    assert (page.url, page.body) == ("", html.encode())


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"bplist00rubbish", "The web archive cannot be read."),
        (plistlib.dumps({"WebMainResource": {"WebResourceData": "text"}}), "The web archive cannot be read."),
        (b"MIME-Version: 1.0\nContent-Type: image/png\n\nxx", "The saved file holds no page."),
        (b" " * (64 * 1024**2 + 1), "The saved page is larger than 64 MB."),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        read_saved_page(data)
    assert refused.value.sentence == sentence


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"MIME-Version: 1.0\n", b"bplist00", b"<?xml WebMainResource", MHTML[:300]]),
)
def test_any_bytes_are_a_page_or_refused(data: bytes, begin: bytes) -> None:
    try:
        page = read_saved_page(begin + data)
    except InputError:
        return
    assert isinstance(page.body, bytes)
