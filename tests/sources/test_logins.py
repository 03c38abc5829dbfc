"""The user's logins: kept in the keyring or a file of their own, sent to their host alone, shown without values."""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordSetError

from dateline.errors import FetchError, InputError
from dateline.news.feed import Fetched
from dateline.sources.http import Client, Limits
from dateline.sources.logins import Logins, without_login
from dateline.sources.secrets import Place, Secrets
from newsstand import Newsstand

NOW = datetime(2025, 11, 10, 12, tzinfo=UTC)


class Drawer(KeyringBackend):
    """A keyring in memory that may be locked, or take short secrets only."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}
        self.is_locked = False
        self.longest = 10_000

    def get_password(self, service: str, username: str) -> str | None:
        if self.is_locked:
            raise KeyringLocked("locked")
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.is_locked:
            raise KeyringLocked("locked")
        if len(password) > self.longest:
            raise PasswordSetError("too long")
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.held.pop((service, username), None)


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    before = keyring.get_keyring()
    made = Drawer()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def open_in(folder: Path) -> Logins:
    return Logins(folder, Secrets(folder))


def everything_in(folder: Path) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in folder.iterdir())


def test_cookies_lie_in_the_keyring_and_nowhere_else(tmp_path: Path, drawer: Drawer) -> None:
    login = open_in(tmp_path).add_cookies("ft.com", "FTSession=letmein", now=NOW)
    assert (login.host, login.kept_in, login.n_cookies) == ("ft.com", Place.KEYRING, 1)
    assert "letmein" in drawer.held["Dateline", "ft.com"]
    assert "letmein" not in everything_in(tmp_path)
    assert open_in(tmp_path).headers_for("https://www.ft.com/x") == {"Cookie": "FTSession=letmein"}


def test_without_a_keyring_a_file_keeps_them_that_only_the_user_may_read(tmp_path: Path) -> None:
    login = open_in(tmp_path).add_cookies("ft.com", "FTSession=letmein", now=NOW)
    assert login.kept_in is Place.FILE
    file = tmp_path / "secrets.json"
    assert "letmein" in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert open_in(tmp_path).headers_for("https://ft.com/") == {"Cookie": "FTSession=letmein"}


def test_a_keyring_that_is_too_small_gives_way_to_the_file(tmp_path: Path, drawer: Drawer) -> None:
    drawer.longest = 10
    assert open_in(tmp_path).add_cookies("ft.com", "FTSession=letmein", now=NOW).kept_in is Place.FILE
    assert open_in(tmp_path).headers_for("https://ft.com/") == {"Cookie": "FTSession=letmein"}


def test_a_locked_keyring_leaves_the_reader_without_a_login_not_without_a_page(tmp_path: Path, drawer: Drawer) -> None:
    open_in(tmp_path).add_cookies("ft.com", "FTSession=letmein", now=NOW)
    drawer.is_locked = True
    assert open_in(tmp_path).headers_for("https://ft.com/") == {}


def test_a_login_that_was_removed_is_gone_everywhere(tmp_path: Path, drawer: Drawer) -> None:
    logins = open_in(tmp_path)
    logins.add_cookies("ft.com", "FTSession=letmein", now=NOW)
    assert logins.remove("https://www.ft.com/")
    assert not logins.remove("ft.com")
    assert (logins.every(), drawer.held, logins.headers_for("https://ft.com/")) == ((), {}, {})


def test_what_another_dateline_adds_or_removes_is_seen(tmp_path: Path) -> None:
    window, command = open_in(tmp_path), open_in(tmp_path)
    assert window.headers_for("https://ft.com/") == {}
    command.add_cookies("ft.com", "FTSession=letmein", now=NOW)
    assert window.headers_for("https://ft.com/") == {"Cookie": "FTSession=letmein"}
    command.add_cookies("nyt.example", "NYT-S=1", now=NOW)
    command.remove("ft.com")
    assert window.headers_for("https://ft.com/") == {}
    assert [login.host for login in window.every()] == ["nyt.example"]


def test_cookies_and_a_password_of_one_host_stand_side_by_side(tmp_path: Path) -> None:
    logins = open_in(tmp_path)
    logins.add_password("paper.example", "reader", "let me in")
    login = logins.add_cookies("paper.example", "session=1", now=NOW)
    assert (login.n_cookies, login.has_password) == (1, True)
    assert logins.headers_for("https://paper.example/") == {
        "Cookie": "session=1",
        "Authorization": "Basic cmVhZGVyOmxldCBtZSBpbg==",
    }


@pytest.mark.parametrize(
    ("given", "url", "is_sent"),
    [
        ("paper.example", "https://paper.example/feed", True),
        ("paper.example", "https://www.paper.example/feed", True),
        ("paper.example", "https://other.paper.example/feed", False),
        ("paper.example", "http://paper.example/feed", False),
        ("http://paper.example", "http://paper.example/feed", True),
        ("paper.example", "https://paper.example.evil.example/feed", False),
        ("paper.example", "https://[broken", False),
    ],
)
def test_a_password_goes_to_its_host_and_not_in_the_clear(tmp_path: Path, given: str, url: str, is_sent: bool) -> None:
    logins = open_in(tmp_path)
    logins.add_password(given, "reader", "letmein")
    assert ("Authorization" in logins.headers_for(url)) is is_sent


@pytest.mark.parametrize("host", ["", "  ", "com", "ft com", "https://", "http://[", "a/b@"])
def test_what_is_no_site_gets_no_login(tmp_path: Path, host: str) -> None:
    with pytest.raises(InputError):
        open_in(tmp_path).add_cookies(host, "a=1")


def test_a_damaged_file_of_logins_is_none(tmp_path: Path) -> None:
    for damage in ("[1]", '{"ft.com": 1}', '{"ft.com": {"kept_in": "moon"}}', "{"):
        (tmp_path / "logins.json").write_text(damage, encoding="utf-8")
        assert open_in(tmp_path).headers_for("https://ft.com/") == {}


@pytest.mark.parametrize(
    ("address", "bare", "login"),
    [
        ("https://reader:let%20me@paper.example:81/f?x=1", "https://paper.example:81/f?x=1", ("reader", "let me")),
        ("https://reader@paper.example/", "https://paper.example/", ("reader", "")),
        ("https://paper.example/@reader", "https://paper.example/@reader", None),
        ("paper.example", "paper.example", None),
    ],
)
def test_a_login_is_taken_out_of_an_address(address: str, bare: str, login: tuple[str, str] | None) -> None:
    assert without_login(address) == (bare, login)


@pytest.mark.newsstand
def test_a_feed_behind_a_password_opens_with_it_and_says_so_without(
    newsstand: Newsstand, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logins = open_in(tmp_path)
    client = Client(Limits(), sign_in=logins.headers_for)
    try:
        with pytest.raises(FetchError, match="needs a login") as refused:
            client(newsstand.at("/faults/basic-auth"), wants="feed")
        assert refused.value.status == 401
        logins.add_password("http://127.0.0.1", "reader", "letmein")
        answer = client(newsstand.at("/faults/basic-auth"), wants="feed")
        assert isinstance(answer, Fetched)
        assert b"<rss" in answer.body
        assert "@" not in answer.final_url.partition("://")[2].partition("/")[0]
    finally:
        client.close()
    assert "letmein" not in caplog.text
    assert "cmVhZGVy" not in caplog.text


@pytest.mark.newsstand
def test_a_login_does_not_follow_a_redirect_to_another_host(newsstand: Newsstand, tmp_path: Path) -> None:
    logins = open_in(tmp_path)
    logins.add_password("http://127.0.0.1", "reader", "letmein")
    logins.add_cookies("127.0.0.1", "session=1", now=NOW)
    client = Client(Limits(), sign_in=logins.headers_for)
    try:
        client(newsstand.at("/faults/redirect-other-host"), wants="feed")
    finally:
        client.close()
    first, *others = newsstand.asked("/faults")
    assert "session=1" in first["cookie"]
    assert first["authorization"]
    assert others
    for request in others:
        assert request["host"].startswith("localhost")
        assert not request["cookie"]
        assert not request["authorization"]
