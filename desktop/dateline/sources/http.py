"""Fetching over HTTP as a good citizen: conditional, bounded in time and size, two requests at a time to a host.

Everything here ends in a `Fetched`, a `NotModified` or a `FetchError` with a sentence; nothing is retried and
nothing is decided: that is `pipeline.decide`'s. The client is urllib3's; ours are the limits, and who may be asked.
"""

from __future__ import annotations

import ipaddress
import socket
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Literal, Protocol
from urllib.parse import urljoin, urlsplit

from dateline import __version__
from dateline.errors import FetchError
from dateline.news.feed import Fetched, Manner, NotModified, Validators
from dateline.sources.connections import Connections
from dateline.sources.http_failures import host_named, network_failure, refusal, timed_out, too_large
from dateline.sources.http_times import max_age
from dateline.sources.logins import SignIn, no_login, open_logins

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

Wants = Literal["feed", "page"]

USER_AGENT = f"Mozilla/5.0 (compatible; Dateline/{__version__}; a desktop news reader)"

_ACCEPT: Mapping[str, str] = {
    "feed": "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
    "page": "text/html, application/xhtml+xml;q=0.9, */*;q=0.5",
}
_CHUNK = 64 * 1024
_MOST_COOKIES = 20
_LONGEST_COOKIE = 4_096
#: Dateline's own way of asking.
PLAIN = Manner()


class Fetch(Protocol):
    """Asks for an address. `Client` does it over the network, tests and the sample coverage without one."""

    def __call__(
        self, url: str, *, validators: Validators | None = None, wants: Wants = "page", manner: Manner = PLAIN
    ) -> Fetched | NotModified:
        """Return the answer.

        Raises:
            FetchError: there is none that could be used.
        """
        ...


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may take: seconds in all, to connect, and without a byte; bytes unpacked; redirects followed."""

    seconds: float = 45.0
    connect_seconds: float = 10.0
    idle_seconds: float = 20.0
    feed_bytes: int = 24 * 1024**2
    page_bytes: int = 16 * 1024**2
    redirects: int = 8


@dataclass
class _Trip:
    """One fetch on its way: where it stands, until when it may go on, and the cookies each host set along the way."""

    url: str
    deadline: float
    manner: Manner
    start: str  # scheme, host and port of the first address: no other is given the user's headers
    is_permanent: bool = True  # every redirect so far was
    n_redirects: int = 0
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)


class Client:
    """A `Fetch` over the network; safe to call from many threads. Close it when done."""

    def __init__(self, limits: Limits, user_agent: str = USER_AGENT, *, sign_in: SignIn = no_login) -> None:
        self._limits = limits
        self._sign_in = sign_in
        self._user_agent = user_agent
        self._connections = Connections()

    def __call__(
        self, url: str, *, validators: Validators | None = None, wants: Wants = "page", manner: Manner = PLAIN
    ) -> Fetched | NotModified:
        """Ask for an address and follow where it leads, within the limits."""
        trip = _Trip(url, monotonic() + self._limits.seconds, manner, _place(url))
        while True:
            asked = validators if trip.n_redirects == 0 else None
            response = self._request(trip, asked, wants)
            try:
                location = response.headers.get("Location")
                if response.status in (301, 302, 303, 307, 308) and location is not None:
                    self._follow(trip, response, location)
                    continue
                return self._answer(url, trip, response, asked, wants)
            finally:
                _let_go(response)

    def close(self) -> None:
        """Close every connection."""
        self._connections.close()

    def _request(self, trip: _Trip, validators: Validators | None, wants: Wants) -> BaseHTTPResponse:
        from urllib3 import Timeout
        from urllib3.exceptions import HTTPError

        left = trip.deadline - monotonic()
        if left <= 0:
            raise timed_out(trip.url)
        timeout = Timeout(connect=min(self._limits.connect_seconds, left), read=min(self._limits.idle_seconds, left))
        try:
            return self._connections.to(trip.url, trip.manner.proxy).request(
                "GET",
                trip.url,
                headers=self._headers(trip, validators, wants),
                timeout=timeout,
                redirect=False,
                retries=False,
                preload_content=False,
                pool_timeout=left,  # two requests of this host are under way
            )
        except (HTTPError, OSError, UnicodeError, ValueError) as error:
            raise network_failure(trip.url, error) from error

    def _headers(self, trip: _Trip, validators: Validators | None, wants: Wants) -> dict[str, str]:
        headers = {
            "User-Agent": trip.manner.user_agent or self._user_agent,
            "Accept": _ACCEPT[wants],
            "Accept-Encoding": "gzip, deflate, br, zstd",
            "Accept-Language": "en, zh-CN;q=0.9, zh;q=0.8, *;q=0.5",
        }
        if validators is not None and validators.etag:
            headers["If-None-Match"] = validators.etag
        if validators is not None and validators.last_modified:
            headers["If-Modified-Since"] = validators.last_modified
        login = self._sign_in(trip.url)
        ticket = "; ".join(f"{name}={value}" for name, value in trip.cookies.get(urlsplit(trip.url).netloc, {}).items())
        if cookies := "; ".join(filter(None, (login.pop("Cookie", ""), ticket))):
            headers["Cookie"] = cookies
        if _place(trip.url) == trip.start:
            headers |= dict(trip.manner.headers)
        return headers | login

    def _follow(self, trip: _Trip, response: BaseHTTPResponse, location: str) -> None:
        """Go on to where an answer points, if one may go there.

        Raises:
            FetchError: too many redirects, or a target that is no page of the web.
        """
        trip.n_redirects += 1
        host = host_named(trip.url)
        if trip.n_redirects > self._limits.redirects:
            raise FetchError(
                f"{host} is caught in a redirect loop.",
                "Open the site in a browser and add its address again.",
                kind="loop",
            )
        try:
            target = urljoin(trip.url, location.strip())
            parts = urlsplit(target)
            is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and bool(location.strip())
        except ValueError:
            is_web = False
        if not is_web:
            raise FetchError(
                f"{host} redirects to something that is not a page of the web.", "It was not followed.", kind="unsafe"
            )
        # From home one may be led elsewhere at home. Names are looked up for an answer that leads on, and no other.
        if _is_at_home(target) and not _is_at_home(trip.start):
            raise FetchError(f"{host} redirects into your own network.", "It was not followed.", kind="unsafe")
        there = parts.hostname or ""
        if trip.url.startswith("https:") and parts.scheme == "http" and not _is_same_site(there, host):
            raise FetchError(
                f"{host} redirects to {there} over a connection that is not secure.",
                "It was not followed. Look at it in a browser, and add the new address if you trust it.",
                kind="unsafe",
            )
        trip.is_permanent &= response.status in (301, 308)
        _keep_cookies(trip, response.headers.getlist("Set-Cookie"))
        trip.url = target

    def _answer(
        self, asked_url: str, trip: _Trip, response: BaseHTTPResponse, validators: Validators | None, wants: Wants
    ) -> Fetched | NotModified:
        if response.status == 304 and validators is not None and (validators.etag or validators.last_modified):
            return NotModified(asked_url, max_age(response.headers))
        if not 200 <= response.status < 300:
            raise refusal(trip.url, response, is_feed=wants == "feed")
        headers = response.headers
        body = self._read(trip, response, wants)
        return Fetched(
            url=asked_url,
            final_url=trip.url,
            status=response.status,
            content_type=headers.get("Content-Type", ""),
            body=body,
            validators=Validators(headers.get("ETag"), headers.get("Last-Modified")),
            moved_to=trip.url if trip.n_redirects and trip.is_permanent else "",
            max_age=max_age(headers),
        )

    def _read(self, trip: _Trip, response: BaseHTTPResponse, wants: Wants) -> bytes:
        """Read a body piece by piece, so that neither a slow nor an endless nor a packed one passes its limit."""
        from urllib3.exceptions import HTTPError

        body = bytearray()
        most_bytes = self._limits.feed_bytes if wants == "feed" else self._limits.page_bytes
        try:
            for piece in _pieces(response):
                body += piece
                if len(body) > most_bytes:
                    raise too_large(trip.url, most_bytes, is_feed=wants == "feed")
                if monotonic() > trip.deadline:
                    raise timed_out(trip.url)
        except zlib.error as error:
            raise FetchError(
                f"What {host_named(trip.url)} sent cannot be unpacked.", "Dateline tries again later.", kind="truncated"
            ) from error
        except (HTTPError, OSError, ValueError) as error:
            raise network_failure(trip.url, error) from error
        return bytes(body)


def open_client(limits: Limits | None = None) -> Client:
    """Return a client for the network, with the user's logins."""
    return Client(limits or Limits(), sign_in=open_logins().headers_for)


def _pieces(response: BaseHTTPResponse) -> Iterator[bytes]:
    """Yield a body piece by piece, unpacked. One that is gzipped must come to its end: urllib3 does not look."""
    if response.headers.get("Content-Encoding", "").strip().lower() not in ("gzip", "x-gzip"):
        while piece := response.read1(_CHUNK, decode_content=True):
            yield piece
        return
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    while packed := response.read1(_CHUNK, decode_content=False):
        while packed:
            yield unpacker.decompress(packed, _CHUNK)
            packed = unpacker.unconsumed_tail
            if unpacker.eof and unpacker.unused_data.startswith(b"\x1f\x8b"):  # one more member of the same file
                packed = unpacker.unused_data
                unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    if not unpacker.eof:
        raise zlib.error("it breaks off")


def _let_go(response: BaseHTTPResponse) -> None:
    """Give the connection back: as it is after a whole answer, closed where the rest of one is not wanted."""
    if response.status == 304:
        response.drain_conn()  # an answer without a body is whole, but nobody has read its end
    response.close()
    response.release_conn()


def _keep_cookies(trip: _Trip, lines: list[str]) -> None:
    """Keep what an answer on the way sets, for its host and this fetch only: some sites hand a ticket to the gate."""
    jar = trip.cookies.setdefault(urlsplit(trip.url).netloc, {})
    for line in lines[:_MOST_COOKIES]:
        name, is_set, value = line.partition(";")[0].partition("=")
        is_plain = name.strip().isascii() and value.isascii() and value.isprintable()
        if is_set and is_plain and len(jar) < _MOST_COOKIES and len(line) <= _LONGEST_COOKIE:
            jar[name.strip()] = value.strip()


def _place(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}".lower()


def _is_same_site(one: str, other: str) -> bool:
    """Tell whether two hosts are one but for `www.`: a site may lead to its own pages however it likes."""
    return one.lower().removeprefix("www.") == other.lower().removeprefix("www.")


def _is_at_home(url: str) -> bool:
    """Tell whether an address leads to this machine or its own network."""
    host = host_named(url)
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        pass
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False  # it will not be reached either
    return any(not ipaddress.ip_address(str(place[4][0]).partition("%")[0]).is_global for place in found)
