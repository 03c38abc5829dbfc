"""Fetching from a server that behaves as the web does; limits are short so that nobody waits."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler

import pytest
from urllib3 import HTTPResponse

from dateline.errors import FetchError
from dateline.news.feed import Fetched, Manner, NotModified, Validators
from dateline.sources import http
from dateline.sources.http import Client, Limits
from dateline.sources.robots import Robots
from loopback import Stand, moves_to, packed, says, serving, writes

QUICK = Limits(seconds=1.5, connect_seconds=0.5, idle_seconds=0.4, feed_bytes=200_000, page_bytes=100_000, redirects=4)


@pytest.fixture
def stand() -> Iterator[Stand]:
    with serving() as stand:
        yield stand


@pytest.fixture
def client() -> Iterator[Client]:
    client = Client(QUICK)
    yield client
    client.close()


def failure(client: Client, url: str) -> FetchError:
    """Return how fetching fails."""
    with pytest.raises(FetchError) as caught:
        client(url, wants="feed")
    return caught.value


def test_an_unchanged_answer_is_asked_for_with_what_the_server_gave(stand: Stand, client: Client) -> None:
    stand.answers["/feed"] = says("<rss/>", ETag='W/"a,b"', Last_Modified="Mon, 01 Jun 2026 08:00:00 GMT")
    first = client(f"{stand.url}/feed", wants="feed")
    assert isinstance(first, Fetched)
    stand.answers["/feed"] = says(b"", 304, Cache_Control="max-age=600")

    assert client(f"{stand.url}/feed", validators=first.validators, wants="feed") == NotModified(
        f"{stand.url}/feed", 600
    )
    again = stand.asked[-1].headers
    assert (again["If-None-Match"], again["If-Modified-Since"]) == ('W/"a,b"', "Mon, 01 Jun 2026 08:00:00 GMT")


def test_any_number_of_unchanged_answers_leaves_the_connections_free(stand: Stand, client: Client) -> None:
    stand.answers["/feed"] = says(b"", 304)
    asked = Validators(etag='"one"')
    for _ in range(5):
        assert isinstance(client(f"{stand.url}/feed", validators=asked, wants="feed"), NotModified)
    assert len({one.port for one in stand.asked}) == 1  # and it is the same connection each time


def test_refusals_and_redirects_leave_the_connections_free(stand: Stand, client: Client) -> None:
    stand.answers["/no"] = says("no", 500)
    stand.answers["/away"] = moves_to("/there")
    stand.answers["/there"] = says("<rss/>")
    for _ in range(3):
        assert failure(client, f"{stand.url}/no").status == 500
        assert isinstance(client(f"{stand.url}/away"), Fetched)


def test_a_host_is_asked_two_things_at_a_time(stand: Stand, client: Client) -> None:
    under_way: list[int] = []
    most: list[int] = []

    def slowly(request: BaseHTTPRequestHandler) -> None:
        under_way.append(1)
        stand.closing.wait(0.05)
        most.append(len(under_way))
        under_way.pop()
        says("<rss/>")(request)

    stand.answers["/feed"] = slowly
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(client, [f"{stand.url}/feed"] * 6))
    assert all(isinstance(answer, Fetched) for answer in answers)
    assert max(most) == 2


def test_a_packed_body_is_unpacked(stand: Stand, client: Client) -> None:
    stand.answers["/feed"] = packed(b"<rss/>")
    answer = client(f"{stand.url}/feed")
    assert isinstance(answer, Fetched)
    assert answer.body == b"<rss/>"
    assert stand.asked[0].headers["Accept-Encoding"] == "gzip, deflate, br, zstd"


SECRET = Manner(headers=(("X-Key", "secret"),), user_agent="Reader of Ida")


def test_the_users_headers_stay_with_the_users_host(stand: Stand, client: Client) -> None:
    stand.answers["/feed"] = moves_to(stand.url.replace("127.0.0.1", "localhost") + "/there", Set_Cookie="ticket=1")
    stand.answers["/there"] = says("<rss/>")
    client(f"{stand.url}/feed", manner=SECRET)
    first, second = (one.headers for one in stand.asked)
    assert (first["X-Key"], first["User-Agent"]) == ("secret", "Reader of Ida")
    assert "X-Key" not in second
    assert "Cookie" not in second


@pytest.mark.parametrize(
    ("location", "kind"),
    [
        ("file:///etc/passwd", "unsafe"),
        ("data:text/html,x", "unsafe"),
        ("javascript:alert(1)", "unsafe"),
        ("http://[::bad/feed", "unsafe"),
        ("", "unsafe"),
        ("/feed", "loop"),
        ("http://127.0.0.1:9/feed", "refused"),
    ],
)
def test_a_redirect_to_nowhere_good(stand: Stand, client: Client, location: str, kind: str) -> None:
    stand.answers["/feed"] = moves_to(location)
    assert failure(client, f"{stand.url}/feed").kind == kind


def test_the_outside_may_not_lead_into_ones_own_network(
    stand: Stand, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand.answers["/feed"] = moves_to("http://127.0.0.1:9/router")
    monkeypatch.setattr(http, "_is_at_home", lambda url: "router" in url)  # the stand plays a public host
    refused = failure(client, f"{stand.url}/feed")
    assert (refused.kind, refused.sentence) == ("unsafe", "127.0.0.1 redirects into your own network.")


def test_no_name_is_looked_up_for_an_answer_that_leads_nowhere(
    stand: Stand, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[str] = []
    monkeypatch.setattr(http, "_is_at_home", looked_up.append)
    stand.answers["/feed"] = says(b"chips")
    client(f"{stand.url}/feed", wants="feed")
    assert looked_up == []
    stand.answers["/moved"] = moves_to("/feed")
    client(f"{stand.url}/moved", wants="feed")
    assert looked_up == [f"{stand.url}/feed"]


@pytest.mark.parametrize(
    ("location", "then"),
    [
        ("http://elsewhere.example/feed", "elsewhere.example over a connection that is not secure"),
        ("http://www.paper.example/feed", "redirect loop"),  # the site's own: followed, here for ever
        ("https://elsewhere.example/feed", "redirect loop"),
    ],
)
def test_a_secure_address_does_not_lead_to_an_open_one_elsewhere(
    client: Client, monkeypatch: pytest.MonkeyPatch, location: str, then: str
) -> None:
    monkeypatch.setattr(http, "_is_at_home", lambda _url: False)

    def answer(trip: http._Trip, *_: object) -> HTTPResponse:
        trip.url = "https://paper.example/feed"
        return HTTPResponse(b"", status=301, headers={"Location": location}, preload_content=False)

    monkeypatch.setattr(client, "_request", answer)
    assert then in failure(client, "https://paper.example/feed").sentence


@pytest.mark.parametrize(
    ("pieces", "pause", "kind"),
    [
        ((b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", *[b"x"] * 9), 0.25, "timeout"),  # a drip
        ((b"", b"late"), 0.6, "timeout"),
        ((b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", b"half"), 0, "truncated"),
        ((b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\nzz\r\n",), 0, "network"),
        ((b"220 mail.example ESMTP ready\r\n",), 0, "network"),
        ((b"HTTP/1.1 200 OK\r\nX-Long: " + b"a" * 100_000 + b"\r\n\r\n",), 0, "network"),
        ((b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"<rss/>" * 99)[:20],), 0, "truncated"),
        ((b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n<rss/>",), 0, "truncated"),
        ((b"HTTP/1.1 200 OK\r\n\r\n", *[b"<item/>" * 9_999] * 9), 0, "too-large"),
    ],
)
def test_an_answer_that_never_ends_well(
    stand: Stand, client: Client, pieces: tuple[bytes, ...], pause: float, kind: str
) -> None:
    stand.answers["/feed"] = writes(*pieces, pause=pause, stand=stand)
    assert failure(client, f"{stand.url}/feed").kind == kind


def test_a_packed_bomb_is_stopped_at_its_limit(stand: Stand, client: Client) -> None:
    stand.answers["/feed"] = packed(b"A" * 50_000_000)
    stopped = failure(client, f"{stand.url}/feed")
    assert (stopped.kind, stopped.hint) == ("too-large", "This may be no feed. Look at the address in a browser.")
    with pytest.raises(FetchError) as caught:
        client(f"{stand.url}/feed", wants="page")
    assert caught.value.hint == "Open the original in the browser."


@pytest.mark.parametrize(
    ("status", "words"),
    [(401, "needs a login"), (403, "refused"), (410, "gone for good"), (451, "legal"), (500, "500"), (999, "999")],
)
def test_a_refusal_says_why(stand: Stand, client: Client, status: int, words: str) -> None:
    stand.answers["/feed"] = says("no", status)
    refused = failure(client, f"{stand.url}/feed")
    assert refused.status == status
    assert words in refused.sentence


def test_robots_txt_is_asked_once_and_heeded(stand: Stand, client: Client) -> None:
    stand.answers["/robots.txt"] = says("User-agent: *\nDisallow: /private/\n")
    robots = Robots(client)
    robots.check(f"{stand.url}/public")
    with pytest.raises(FetchError, match="robots"):
        robots.check(f"{stand.url}/private/page")
    assert stand.paths() == ["/robots.txt"]
