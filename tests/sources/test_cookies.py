"""Cookies handed over: read from what browsers and extensions write, sent only where they belong."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.sources.cookies import Cookie, cookie_header, cookies_from_json, cookies_to_json, read_cookies

NOW = datetime(2025, 11, 10, 12, tzinfo=UTC)
LATER = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp())
EARLIER = int(datetime(2025, 1, 1, tzinfo=UTC).timestamp())

JAR = f"""# Netscape HTTP Cookie File
#HttpOnly_.ft.com\tTRUE\t/\tTRUE\t{LATER}\tFTSession\tabc==
www.ft.com\tFALSE\t/markets\tFALSE\t0\tlayout\twide
.bank.example\tTRUE\t/\tTRUE\t{LATER}\taccount\tsecret
.ft.com\tTRUE\t/\tTRUE\t{EARLIER}\told\tgone
.com\tTRUE\t/\tFALSE\t{LATER}\teverywhere\tno
"""


def test_of_a_whole_jar_only_the_sites_own_living_cookies_are_taken() -> None:
    taken = read_cookies(JAR, "ft.com", NOW)
    assert [(one.name, one.domain, one.path, one.is_host_only, one.is_secure) for one in taken] == [
        ("FTSession", "ft.com", "/", False, True),
        ("layout", "www.ft.com", "/markets", True, False),
    ]
    assert taken[0].expires_at == datetime(2026, 1, 1, tzinfo=UTC)
    assert taken[1].expires_at is None


@pytest.mark.parametrize(
    ("pasted", "names"),
    [
        ("Cookie: FTSession=abc==; spoor-id=1", ["FTSession", "spoor-id"]),
        ("FTSession=abc==; spoor-id=1;", ["FTSession", "spoor-id"]),
        ("a=1;\n b=2", ["a", "b"]),
        ("curl 'https://www.ft.com/' -H 'accept: */*' -H 'cookie: a=1; b=2' --compressed", ["a", "b"]),
        ("curl 'https://www.ft.com/' -b 'a=1; b=2'", ["a", "b"]),
        (f'[{{"domain":".ft.com","name":"a","value":"1","expirationDate":{LATER}.5,"secure":true}}]', ["a"]),
        ('{"cookies":[{"domain":"www.ft.com","name":"a","value":"1","hostOnly":true},{"domain":null}]}', ["a"]),
    ],
)
def test_a_pasted_header_a_curl_command_and_an_extensions_list_are_read(pasted: str, names: list[str]) -> None:
    assert [one.name for one in read_cookies(pasted, "ft.com", NOW)] == names


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There are no cookies in this."),
        ("# Netscape HTTP Cookie File\n", "There are no cookies in this."),
        ("<html><body>Log in</body></html>", "There are no cookies in this."),
        ("[1, 2", "There are no cookies in this."),
        (".nyt.example\tTRUE\t/\tTRUE\t0\ta\t1", "None of these 1 cookies is for ft.com."),
        (f".ft.com\tTRUE\t/\tTRUE\t{EARLIER}\ta\t1", "All of these cookies for ft.com have expired."),
    ],
)
def test_what_holds_no_cookie_of_the_site_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        read_cookies(text, "ft.com", NOW)
    assert refused.value.sentence == sentence
    assert "cookies.txt" in refused.value.hint


@pytest.mark.parametrize(
    ("url", "header"),
    [
        ("https://www.ft.com/markets/today", "layout=wide; FTSession=abc=="),
        ("https://www.ft.com/marketsandmore", "FTSession=abc=="),
        ("https://ft.com/", "FTSession=abc=="),
        ("https://next.ft.com/", "FTSession=abc=="),
        ("http://www.ft.com/markets", "layout=wide"),  # the session is for https only
        ("https://evilft.com/", ""),
        ("https://ft.com.evil.example/", ""),
    ],
)
def test_a_cookie_goes_only_where_it_belongs(url: str, header: str) -> None:
    assert cookie_header(read_cookies(JAR, "ft.com", NOW), url, NOW) == header


def test_an_expired_cookie_is_not_sent() -> None:
    cookies = read_cookies(JAR, "ft.com", NOW)
    assert cookie_header(cookies, "https://ft.com/", datetime(2026, 2, 1, tzinfo=UTC)) == ""


def test_a_cookies_value_stands_in_no_repr() -> None:
    (cookie,) = read_cookies("session=letmein", "ft.com", NOW)
    assert "letmein" not in repr(cookie)


@given(st.text())
def test_no_text_writes_a_header_of_its_own(text: str) -> None:
    try:
        cookies = read_cookies(text, "ft.com", NOW)
    except InputError:
        return
    header = cookie_header(cookies, "https://ft.com/", NOW)
    assert header
    assert not set(header) & set("\r\n\0")
    assert header.encode("latin-1")


@given(
    st.lists(
        st.builds(
            Cookie,
            st.text(min_size=1),
            st.text(),
            st.text(),
            st.text(),
            st.booleans(),
            st.booleans(),
            st.none() | st.just(datetime(2026, 1, 1, tzinfo=UTC)),
        )
    )
)
def test_cookies_come_back_as_they_were_kept(cookies: list[Cookie]) -> None:
    assert cookies_from_json(cookies_to_json(cookies)) == tuple(cookies)
