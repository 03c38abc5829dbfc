"""Fetching over HTTP as a good citizen: conditional, bounded in time and size, two requests at a time to a host.

Everything here ends in a `Fetched`, a `NotModified` or a `FetchError` with a sentence; nothing is retried and
nothing is decided: that is `pipeline.decide`'s. The client is urllib3's; ours are the limits, and who may be asked.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal, Protocol
from urllib.parse import urljoin, urlsplit

from dateline import __version__
from dateline.errors import FetchError
from dateline.news.feed import Fetched, Manner, NotModified, Validators
from dateline.sources.logins import SignIn, no_login, open_logins

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager

Wants = Literal["feed", "page"]

USER_AGENT = f"Mozilla/5.0 (compatible; Dateline/{__version__}; a desktop news reader)"

_ACCEPT: Mapping[str, str] = {
    "feed": "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
    "page": "text/html, application/xhtml+xml;q=0.9, */*;q=0.5",
}
_CHUNK = 64 * 1024
_MOST_COOKIES = 20
_LONGEST_COOKIE = 4_096
#: A server's wish to be left alone is kept for at most so long.
_LONGEST_WAIT = timedelta(days=7)


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
    starts_at_home: bool  # at an address of this machine or network, as the user gave it
    is_permanent: bool = True  # every redirect so far was
    n_redirects: int = 0
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)


class Client:
    """A `Fetch` over the network; safe to call from many threads. Close it when done."""

    def __init__(self, limits: Limits, user_agent: str = USER_AGENT, *, sign_in: SignIn = no_login) -> None:
        self._limits = limits
        self._sign_in = sign_in
        self._user_agent = user_agent
        self._pools: dict[str, PoolManager] = {}
        self._pools_lock = threading.Lock()

    def __call__(
        self, url: str, *, validators: Validators | None = None, wants: Wants = "page", manner: Manner = PLAIN
    ) -> Fetched | NotModified:
        """Ask for an address and follow where it leads, within the limits."""
        trip = _Trip(url, monotonic() + self._limits.seconds, manner, _place(url), starts_at_home=_is_at_home(url))
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
        with self._pools_lock:
            for pool in self._pools.values():
                pool.clear()
            self._pools.clear()

    def _request(self, trip: _Trip, validators: Validators | None, wants: Wants) -> BaseHTTPResponse:
        from urllib3 import Timeout
        from urllib3.exceptions import HTTPError

        left = trip.deadline - monotonic()
        if left <= 0:
            raise _timed_out(trip.url)
        timeout = Timeout(connect=min(self._limits.connect_seconds, left), read=min(self._limits.idle_seconds, left))
        try:
            return self._pool(trip.url, trip.manner.proxy).request(
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
            raise _network_failure(trip.url, error) from error

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
        host = _host(trip.url)
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
        if not trip.starts_at_home and _is_at_home(target):
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
            return NotModified(asked_url, _max_age(response.headers))
        if not 200 <= response.status < 300:
            raise self._refusal(trip.url, response)
        headers = response.headers
        body = self._read(trip, response, self._limits.feed_bytes if wants == "feed" else self._limits.page_bytes)
        return Fetched(
            url=asked_url,
            final_url=trip.url,
            status=response.status,
            content_type=headers.get("Content-Type", ""),
            body=body,
            validators=Validators(headers.get("ETag"), headers.get("Last-Modified")),
            moved_to=trip.url if trip.n_redirects and trip.is_permanent else "",
            max_age=_max_age(headers),
        )

    def _read(self, trip: _Trip, response: BaseHTTPResponse, most_bytes: int) -> bytes:
        """Read a body piece by piece, so that neither a slow nor an endless nor a packed one passes its limit."""
        from urllib3.exceptions import HTTPError

        body = bytearray()
        try:
            for piece in _pieces(response):
                body += piece
                if len(body) > most_bytes:
                    raise FetchError(
                        f"{_host(trip.url)} sent more than {most_bytes // 1024**2} MB, and was stopped.",
                        "Open the original in the browser.",
                        kind="too-large",
                    )
                if monotonic() > trip.deadline:
                    raise _timed_out(trip.url)
        except zlib.error as error:
            raise FetchError(
                f"What {_host(trip.url)} sent cannot be unpacked.", "Dateline tries again later.", kind="truncated"
            ) from error
        except (HTTPError, OSError, ValueError) as error:
            raise _network_failure(trip.url, error) from error
        return bytes(body)

    def _refusal(self, url: str, response: BaseHTTPResponse) -> FetchError:
        retry_at = _retry_at(response.headers.get("Retry-After"))
        sentence, hint = _STATUS.get(response.status, ("", ""))
        if not sentence:
            sentence = "{host} has a problem of its own" if response.status >= 500 else "{host} gave an odd answer"
            sentence += f" (status {response.status})."
            hint = "Dateline tries again later." if response.status >= 500 else "Open the address in a browser."
        return FetchError(
            sentence.format(host=_host(url)), hint, kind="http", status=response.status, retry_at=retry_at
        )

    def _pool(self, url: str, wanted: str) -> PoolManager:
        """Return the connections to use: through the proxy wanted, else straight or through the system's proxy."""
        proxy = "" if wanted == "direct" else wanted or _proxy_of(url)
        with self._pools_lock:
            if proxy not in self._pools:
                self._pools[proxy] = _new_pool(proxy)
            return self._pools[proxy]


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


def _new_pool(proxy: str) -> PoolManager:
    from urllib3 import PoolManager, ProxyManager

    # Two connections a host, and a third request waits for one of them.
    options: dict[str, Any] = {"num_pools": 64, "maxsize": 2, "block": True}
    return ProxyManager(proxy, **options) if proxy else PoolManager(**options)


def _proxy_of(url: str) -> str:
    from urllib.request import getproxies, proxy_bypass

    parts = urlsplit(url)
    proxies = getproxies()
    if not proxies or not parts.hostname or proxy_bypass(parts.hostname):
        return ""
    found = proxies.get(parts.scheme) or proxies.get("all") or ""
    return found if found.startswith(("http://", "https://")) else ""


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


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url[:80]


def _is_same_site(one: str, other: str) -> bool:
    """Tell whether two hosts are one but for `www.`: a site may lead to its own pages however it likes."""
    return one.lower().removeprefix("www.") == other.lower().removeprefix("www.")


def _is_at_home(url: str) -> bool:
    """Tell whether an address leads to this machine or its own network."""
    host = _host(url)
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


def _max_age(headers: Mapping[str, str]) -> int | None:
    """Return for how many seconds an answer is fresh, by Cache-Control, else Expires; None where it does not say."""
    for part in headers.get("Cache-Control", "").lower().split(","):
        name, _, value = part.strip().partition("=")
        if name in ("no-cache", "no-store"):
            return None
        if name == "max-age" and value.strip('"').isdecimal():
            return min(int(value.strip('"')[:9]), 365 * 86_400)
    expires = _date(headers.get("Expires"))
    if expires is None:
        return None
    seconds = (expires - (_date(headers.get("Date")) or datetime.now(UTC))).total_seconds()
    return min(int(seconds), 365 * 86_400) if seconds > 0 else None


def _retry_at(text: str | None) -> datetime | None:
    """Return when a server wants to be asked again, at most a week ahead."""
    if not text:
        return None
    now = datetime.now(UTC)
    if text.strip().isdecimal():
        return now + min(timedelta(seconds=int(text.strip()[:9])), _LONGEST_WAIT)
    date = _date(text)
    return min(date, now + _LONGEST_WAIT) if date is not None else None


def _date(text: str | None) -> datetime | None:
    try:
        date = parsedate_to_datetime(text or "")
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)


def _timed_out(url: str) -> FetchError:
    return FetchError(
        f"{_host(url)} took too long to answer: timed out.", "Dateline tries again later.", kind="timeout"
    )


def _network_failure(url: str, error: BaseException) -> FetchError:
    """Put what urllib3 and the socket say into a sentence."""
    from urllib3 import exceptions as e

    host = _host(url)
    chain = [error]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) is not None and len(chain) < 6:
        chain.append(cause)

    def is_any(*kinds: type[BaseException]) -> bool:
        return any(isinstance(link, kinds) for link in chain)

    later = "Dateline tries again later."
    # A connection that was refused is a ConnectTimeoutError too, in newer versions of urllib3.
    is_late = isinstance(error, e.ConnectTimeoutError) and not isinstance(error, e.NewConnectionError)
    if is_late or isinstance(error, (e.ReadTimeoutError, e.EmptyPoolError)) or is_any(TimeoutError):
        return _timed_out(url)
    if is_any(e.NameResolutionError, socket.gaierror):
        return FetchError(f"There is no such host: {host}.", "Check the address, or your connection.", kind="dns")
    if is_any(e.ProxyError):
        return FetchError("The system's proxy cannot be reached.", "Check the proxy settings.", kind="proxy")
    if is_any(e.SSLError):
        return FetchError(
            f"The connection to {host} cannot be made secure.",
            "Its certificate may be wrong or out of date.",
            kind="tls",
        )
    if is_any(ConnectionRefusedError):
        return FetchError(
            f"{host} refused: connection refused.", "Check the address; the site may be down.", kind="refused"
        )
    if is_any(e.DecodeError):
        return FetchError(f"What {host} sent cannot be unpacked.", later, kind="truncated")
    if is_any(e.NewConnectionError):
        return FetchError(f"{host} cannot be reached.", "Check your connection.", kind="network")
    if is_any(e.IncompleteRead, e.InvalidChunkLength):
        return FetchError(f"The answer of {host} broke off half way.", later, kind="truncated")
    if is_any(e.LocationParseError, UnicodeError) or isinstance(error, ValueError):
        return FetchError("The address cannot be read.", "Check it for a slip of the pen.", kind="address")
    return FetchError(f"The connection to {host} broke off.", later, kind="network")


#: What the common refusals mean for the user: sentence and next step.
_STATUS: Mapping[int, tuple[str, str]] = {
    304: ("{host} says that nothing changed, though nothing was known.", "Dateline asks again later."),
    401: ("{host} needs a login.", "Give Dateline your login there, or hand over a page that you saved."),
    402: ("{host} asks for a payment.", "Open the original in the browser, or hand over a saved page."),
    403: ("{host} refused to answer Dateline.", "Open the original in the browser, or hand over a saved page."),
    404: ("{host} has nothing at this address any more.", "Look for a new address on the site, or remove the source."),
    407: ("The proxy needs a login.", "Check the proxy settings."),
    410: ("{host} says that this is gone for good.", "What was read is kept. Remove the source when you like."),
    429: ("{host} was asked too often.", "Dateline waits as long as it wishes."),
    451: ("{host} may not show this for legal reasons.", "Open the original in the browser."),
    503: ("{host} is not available for the moment.", "Dateline tries again later."),
}
