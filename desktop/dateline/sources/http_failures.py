"""Why a fetch gave nothing, as a `FetchError` with a sentence and a next step. Nothing here asks or decides."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dateline.errors import FetchError
from dateline.sources.http_times import retry_at

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse


def host_named(url: str) -> str:
    """Return the host of an address as a sentence names it; what can be read of the address where it has none."""
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url[:80]


def refusal(url: str, response: BaseHTTPResponse, *, is_feed: bool) -> FetchError:
    """Return what a server that answered, but gave nothing, says: its status as a sentence and a next step.

    What to do next is another thing for a feed than for an article: nobody hands over a feed as a saved page.
    """
    at = retry_at(response.headers.get("Retry-After"))
    sentence, hint = _STATUS.get(response.status, ("", ""))
    hint = _OF_FEEDS.get(response.status, hint) if is_feed else hint
    if not sentence:
        sentence = "{host} has a problem of its own" if response.status >= 500 else "{host} gave an odd answer"
        sentence += f" (status {response.status})."
        hint = "Dateline tries again later." if response.status >= 500 else "Open the address in a browser."
    return FetchError(sentence.format(host=host_named(url)), hint, kind="http", status=response.status, retry_at=at)


def too_large(url: str, most_bytes: int, *, is_feed: bool) -> FetchError:
    """Return the failure of an answer that goes on for longer than is read."""
    return FetchError(
        f"{host_named(url)} sent more than {most_bytes // 1024**2} MB, and was stopped.",
        "This may be no feed. Look at the address in a browser." if is_feed else "Open the original in the browser.",
        kind="too-large",
    )


def timed_out(url: str) -> FetchError:
    """Return the failure of a server that took too long."""
    return FetchError(
        f"{host_named(url)} took too long to answer: timed out.", "Dateline tries again later.", kind="timeout"
    )


def network_failure(url: str, error: BaseException) -> FetchError:
    """Put what urllib3 and the socket say into a sentence."""
    from urllib3 import exceptions as e

    host = host_named(url)
    chain = [error]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) is not None and len(chain) < 6:
        chain.append(cause)

    def is_any(*kinds: type[BaseException]) -> bool:
        return any(isinstance(link, kinds) for link in chain)

    later = "Dateline tries again later."
    if is_any(e.ProxyError, e.ProxySchemeUnknown) or any(type(link).__module__ == "socks" for link in chain):
        if any("407" in str(link) for link in chain):
            return FetchError(*_STATUS[407], kind="proxy")
        return FetchError("The proxy cannot be reached.", "Check the proxy settings.", kind="proxy")
    # A connection that was refused is a ConnectTimeoutError too, in newer versions of urllib3.
    is_late = isinstance(error, e.ConnectTimeoutError) and not isinstance(error, e.NewConnectionError)
    if is_late or isinstance(error, (e.ReadTimeoutError, e.EmptyPoolError)) or is_any(TimeoutError):
        return timed_out(url)
    if is_any(e.NameResolutionError, socket.gaierror):
        return FetchError(f"There is no such host: {host}.", "Check the address, or your connection.", kind="dns")
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
#: The next step where it is a feed that was refused.
_OF_FEEDS: Mapping[int, str] = {
    401: "Give Dateline your login there: Login… in the source's menu.",
    402: "If you pay for it, give Dateline your login there: Login… in the source's menu.",
    403: "Open the address in a browser. If it shows the feed, try another user agent (Edit…) or your login (Login…).",
    451: "A proxy in another country may help: Edit… in the source's menu.",
}
