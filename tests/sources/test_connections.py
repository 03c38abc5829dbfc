"""Who a server is must be proved by a certificate that the system trusts, on every connection."""

from __future__ import annotations

import ssl
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer

import pytest

from dateline.errors import FetchError
from dateline.news.feed import Fetched, Manner
from dateline.settings import keep_proxy
from dateline.sources import connections
from dateline.sources.connections import Connections
from dateline.sources.http import Client, Limits
from loopback import says, serving

#: A certificate for 127.0.0.1 that nobody vouches for, and its key: made for these tests, of use nowhere else.
STRANGER = Path(__file__).with_name("stranger.pem")


class Secure(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "6")
        self.end_headers()
        self.wfile.write(b"<rss/>")

    def log_message(self, format: str, *values: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


class Quiet(HTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that hung up."""


@pytest.fixture
def url() -> Iterator[str]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(STRANGER)
    with Quiet(("127.0.0.1", 0), Secure) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"https://127.0.0.1:{server.server_address[1]}/feed"
        server.shutdown()
        thread.join()


@pytest.fixture
def client() -> Iterator[Client]:
    connections._trust.cache_clear()
    client = Client(Limits(seconds=5, connect_seconds=5, idle_seconds=5))
    yield client
    client.close()
    connections._trust.cache_clear()


def test_a_server_that_nobody_vouches_for_is_refused(url: str, client: Client) -> None:
    for _ in range(2):
        with pytest.raises(FetchError) as caught:
            client(url, wants="feed")
        assert caught.value.kind == "tls"


def test_one_that_the_system_trusts_is_asked(url: str, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(STRANGER))
    assert isinstance(client(url, wants="feed"), Fetched)


def test_the_system_s_proxy_is_taken_but_where_the_user_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:3128")
    monkeypatch.setenv("no_proxy", "paper.example")
    ways = Connections()
    straight = ways.to("http://desk.example/feed", "direct")
    by_proxy = ways.to("http://desk.example/feed", "")
    assert by_proxy is not straight
    assert ways.to("http://paper.example/feed", "") is straight
    assert ways.to("http://desk.example/feed", "http://127.0.0.1:3129") not in (straight, by_proxy)
    ways.close()


def test_the_users_proxy_goes_before_the_systems_and_after_a_sources_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path))
    for name in ("http_proxy", "https_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:3128")
    ways = Connections()
    straight, by_system = ways.to("http://desk.example/", "direct"), ways.to("http://desk.example/", "")

    keep_proxy("http://ida:let%20me@127.0.0.1:3129")
    assert (tmp_path / "config" / "proxy").stat().st_mode & 0o077 == 0
    by_user = ways.to("http://desk.example/", "")
    assert by_user not in (straight, by_system)
    assert ways.to("http://desk.example/", "direct") is straight
    assert ways.to("http://127.0.0.1:8765/", "") is not by_user

    keep_proxy("direct")
    assert ways.to("http://desk.example/", "") is straight
    keep_proxy("")
    assert ways.to("http://desk.example/", "") is by_system
    ways.close()


@contextmanager
def socks_proxy() -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Stand at an address as a SOCKS5 proxy that answers in the place of every server; yields it and who was wanted."""
    wanted: list[tuple[str, int]] = []

    class Gate(StreamRequestHandler):
        def handle(self) -> None:
            _, n_ways = self.rfile.read(2)
            self.rfile.read(n_ways)
            self.wfile.write(b"\x05\x00")
            kind = self.rfile.read(4)[3]
            length = {1: 4, 3: 0}[kind] or self.rfile.read(1)[0]
            host = self.rfile.read(length)
            port = int.from_bytes(self.rfile.read(2), "big")
            wanted.append((host.decode() if kind == 3 else ".".join(map(str, host)), port))
            self.wfile.write(b"\x05\x00\x00\x01" + bytes(6))
            while self.rfile.readline().strip():
                pass
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<rss/>")

    with ThreadingTCPServer(("127.0.0.1", 0), Gate) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"127.0.0.1:{server.server_address[1]}", wanted
        finally:
            server.shutdown()
            thread.join()


def test_a_socks_proxy_is_gone_through_and_may_look_up_names_itself(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socks_proxy() as (place, wanted):
        answer = client("http://desk.invalid/feed", wants="feed", manner=Manner(proxy=f"socks5h://{place}"))
        assert isinstance(answer, Fetched)
        assert answer.body == b"<rss/>"
        monkeypatch.setenv("all_proxy", f"socks://{place}")
        client("http://paper.invalid:8080/feed", wants="feed")
    assert wanted == [("desk.invalid", 80), ("paper.invalid", 8080)]


@pytest.mark.parametrize("proxy", ["socks5h://127.0.0.1:9", "http://127.0.0.1:9", "gopher://127.0.0.1:70"])
def test_nothing_goes_around_a_proxy_that_cannot_be_used(
    client: Client, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    with pytest.raises(FetchError) as caught:
        client("http://desk.invalid/feed", wants="feed")
    assert (caught.value.kind, caught.value.sentence) == ("proxy", "The proxy cannot be reached.")


def test_a_proxy_s_login_goes_to_the_proxy(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as stand:
        stand.answers["http://desk.invalid/feed"] = says(b"<rss/>")
        monkeypatch.setenv("http_proxy", stand.url.replace("http://", "http://ida:let%20me@"))
        client("http://desk.invalid/feed", wants="feed")
    assert stand.asked[0].headers["proxy-authorization"] == f"Basic {b64encode(b'ida:let me').decode()}"


def test_a_socks_proxy_of_the_system_s_settings_is_known_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("urllib.request.getproxies", lambda: {"socks": "http://127.0.0.1:1080"})
    ways = Connections()
    by_socks = ways.to("http://desk.example/feed", "socks5h://127.0.0.1:1080")
    assert ways.to("http://desk.example/feed", "") is by_socks
    ways.close()
