"""Addresses of articles: made canonical, and compared. Pure: nothing is asked of a network.

Two addresses with one `url_key` are one article. What is taken away is what says how a reader came there (campaigns,
shares) or in which dress the page is shown (AMP, mobile, pages in one); what may name the article stays.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

from dateline.text.tracking import kept_parameters
from dateline.text.wrapped import wrapped_address

#: Longer than this is not an article's address.
MOST_CHARACTERS = 4_000

_SCHEMES = ("http", "https")
_PORTS = {"http": 80, "https": 443}
_AMP_PATH = re.compile(r"/(?:amp|amp\.html)/?$|\.amp(?=\.html?$|$)", re.IGNORECASE)
_AMP_FOLDER = re.compile(r"^/amp/(?=.{8})", re.IGNORECASE)
_SESSION = re.compile(r";jsessionid=[^/;]*", re.IGNORECASE)
_SPARE_HOSTS = ("amp.", "www.amp.", "m.", "mobile.", "wap.")
#: 观察者网 shows an article of several pages whole at `_s`, and its later pages at `_2`, `_3` …
_GUANCHA_PAGE = re.compile(r"^(/[\w-]+/\d{4}_\d{2}_\d{2}_\d+)_(?:s|\d{1,2})(\.shtml)$")
_CONTROLS = re.compile(r"[\x00-\x20\x7f\u200b-\u200f\u2028-\u202e\ufeff]+")
_SAFE_PATH = "/%:@!$&'()*+,;=~-._"
_PLAIN_PATH = re.compile(r"[A-Za-z0-9/:@!$&'()*+,;=~._-]*")
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9\-._~]")


def host_of(url: str) -> str:
    """Return the host of an address in lower case, without port; "" where there is none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def canonical_url(url: str) -> str:
    """Return the address an article is known by, "" where `url` is not the http or https address of a page."""
    url = _CONTROLS.sub("", url)
    for _ in range(3):  # an archive of an AMP page of an archive is the deepest ever met
        try:
            parts = urlsplit(url) if len(url) <= MOST_CHARACTERS else SplitResult("", "", "", "", "")
            if not _is_page(parts):
                return ""
            host, port = _server(parts.netloc)
            inner = wrapped_address(host, parts)
            if not inner:
                return _canonical(host, port, parts)
        except ValueError:
            return ""
        url = inner
    return ""


def url_key(url: str) -> str:
    """Return what two addresses of one article have in common: the canonical address without scheme and www."""
    canonical = canonical_url(url)
    return canonical.partition("://")[2].removeprefix("www.").rstrip("/") if canonical else ""


def _is_page(parts: SplitResult) -> bool:
    # A user name in an address serves to make a false host look true.
    if parts.scheme not in _SCHEMES or "@" in parts.netloc:
        return False
    host, port = _server(parts.netloc)
    return bool(host) and port != 0


@lru_cache(maxsize=2_048)  # a feed names the same few over and over
def _server(netloc: str) -> tuple[str, int | None]:
    """Return host and port. Raises ValueError where the port is none."""
    parts = SplitResult("", netloc, "", "", "")
    return parts.hostname or "", parts.port


def _canonical(host: str, port: int | None, parts: SplitResult) -> str:
    host = _host(host)
    path = _path(parts.path)
    if host.endswith("guancha.cn"):
        path = _GUANCHA_PAGE.sub(r"\1\2", path)
    bare = _AMP_FOLDER.sub("/", _AMP_PATH.sub("", path))
    path = bare if bare.strip("/") else path
    netloc = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
    return urlunsplit((parts.scheme, netloc, path or "/", _query(parts.query, host, path), ""))


@lru_cache(maxsize=2_048)
def _host(host: str) -> str:
    host = host.rstrip(".")
    if ":" in host:
        return f"[{host}]"
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    for spare in _SPARE_HOSTS:
        rest = host.removeprefix(spare)
        if rest != host and rest.count(".") >= 1 and not rest.replace(".", "").isdigit():
            return (
                rest if rest.startswith("www.") or (rest.count(".") > 1 and not _is_two_part(rest)) else f"www.{rest}"
            )
    return host


def _is_two_part(host: str) -> bool:
    """Tell whether a host is a registered name under a two-part ending, such as bbc.co.uk or sina.com.cn."""
    labels = host.split(".")
    return len(labels) == 3 and labels[1] in ("co", "com", "org", "net", "gov", "edu", "ac") and len(labels[2]) == 2


def _path(path: str) -> str:
    if not _PLAIN_PATH.fullmatch(path):
        path = _PERCENT.sub(_plain_escape, quote(path, safe=_SAFE_PATH))
    path = re.sub(r"(?<=/)/+", "", path) if "//" in path and "://" not in path else path
    path = _SESSION.sub("", path) if ";" in path else path
    return urlsplit(urljoin("http://h/", path)).path if "/." in path else path


def _plain_escape(match: re.Match[str]) -> str:
    """Return a needless escape as its letter, a needed one in capitals."""
    letter = unquote(match[0], errors="replace")
    return letter if _UNRESERVED.fullmatch(letter) else match[0].upper()


def _query(query: str, host: str, path: str) -> str:
    if not query:
        return ""
    given = parse_qsl(query, keep_blank_values=True, max_num_fields=200)
    return urlencode(sorted(kept_parameters(host, path, given)))
