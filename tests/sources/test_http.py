"""Fetching from a server that behaves as the web does; limits are short so that nobody waits."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler

import pytest

from dateline.errors import FetchError
from dateline.news.feed import Fetched, NotModified, Validators
from dateline.sources.http import Client, Limits
from loopback import Stand, moves_to, packed, says, serving

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
