"""Who a server is must be proved by a certificate that the system trusts, on every connection."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from dateline.errors import FetchError
from dateline.news.feed import Fetched
from dateline.sources import connections
from dateline.sources.connections import Connections
from dateline.sources.http import Client, Limits

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
