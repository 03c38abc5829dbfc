"""Bytes become the text that was meant, whoever lies about the encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.charset import decode

NEWS = "国产芯片取得新进展，这家公司的工程师在上海表示。"
TAIWAN = "晶片出口管制再升級，這些公司表示他們會配合。"


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (NEWS, "utf-8", ""),
        (NEWS, "utf-8", "text/html; charset=iso-8859-1"),
        (NEWS, "gb2312", "text/html; charset=utf-8"),
        (NEWS, "gbk", "text/html; charset=gb2312"),
        (NEWS, "gb18030", "Big5"),
        (NEWS, "gb18030", "windows-1252"),
        (NEWS, "utf-16-le", "utf-8"),
        (NEWS, "utf-16", ""),
        (TAIWAN, "big5", ""),
        (TAIWAN, "big5", "big5"),
        (TAIWAN, "big5", "text/html; charset=UTF-8"),
        ("“Chips” – €5 at the café", "cp1252", "iso-8859-1"),
        ("Привет, это новости дня", "koi8-r", "text/html; charset=koi8-r"),
        ("東京の企業が発表した新しい製品", "shift_jis", "shift_jis"),
    ],
)
def test_the_text_that_was_meant_comes_out(text: str, encoding: str, declared: str) -> None:
    page = f"<html><head><title>News</title></head><body><p>{text}</p></body></html>".encode(encoding)
    assert text in decode(page, declared)


def test_a_late_meta_tag_counts() -> None:
    page = b"<html><head>" + b"<!-- a comment -->" * 200 + '<meta charset="gbk"><title>国产芯片</title>'.encode("gbk")
    assert decode(page).endswith("<title>国产芯片</title>")


def test_one_broken_byte_spoils_one_character_only() -> None:
    page = f"<p>{NEWS}</p>".encode() + b"\xff\xfe\xff" + f"<p>{NEWS}</p>".encode()
    text = decode(page, "utf-8")
    assert text.count(NEWS) == 2
    assert "\ufffd\ufffd" not in text


def test_a_body_cut_inside_a_character_is_read_to_there() -> None:
    assert decode(NEWS.encode()[:-1], "utf-8") == NEWS[:-1]


@pytest.mark.parametrize("declared", ["", "utf-8", "hex", "nonsense", "text/html; charset=utf-7", "charset=", "\x00"])
@given(body=st.binary(max_size=400))
def test_any_bytes_become_some_text(body: bytes, declared: str) -> None:
    text = decode(body, declared)
    assert "\ufffd\ufffd" not in text
    assert "\0" not in text
