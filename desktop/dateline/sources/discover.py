"""From a site's address to what can be followed there: feeds, a news sitemap, a list that a rule can read.

Looks in this order and stops at the first that gives something: the address itself, what its page names as feeds, what
Dateline knows of the site, links on the page that look like feeds, the usual places, the news sitemaps of robots.txt,
the list that the page itself shows.
Asks a site a dozen times at most. Adds nothing to the library.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from dateline.errors import FeedError, FetchError, SourceError
from dateline.news.feed import Access, Fetched, NewSource, SourceKind
from dateline.sources.charset import decode
from dateline.sources.defaults import default_sources
from dateline.sources.listing import read_listing
from dateline.sources.listing_rule import listing_rules
from dateline.sources.outlets import bare_host, outlet_of, outlets
from dateline.sources.page import parse_page
from dateline.sources.sanitise import safe_address

if TYPE_CHECKING:
    from lxml.etree import _Element

    from dateline.sources.http import Fetch

_USUAL_PLACES = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json")
_HEAD = 20_000
_MOST_LINKS = 40
_MOST_GUESSES = 12
_MOST_SITEMAPS = 3
#: So many answers in a row that never came, and the site is left alone.
_MOST_SILENCES = 2

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST_AND_PORT = re.compile(r"[\w.-]+:\d{1,5}(?:[/?#]|$)")
_FEED_TYPES = frozenset(("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"))
_VAGUE_TYPES = frozenset(("application/json", "application/xml", "text/xml"))
_LOOKS_LIKE_FEED = re.compile(
    r"(?:^|[/._?=-])(?:rss|atom|feeds?|rdf)(?:$|[/._?=&-]|xml)|\.rss$|format=rss", re.IGNORECASE
)
_FEED_ROOT = re.compile(r"<(?:[a-z]{1,9}:)?(?:rss|feed|rdf|urlset)[\s>]", re.IGNORECASE)
_PAGE_ROOT = re.compile(r"<(?:html|head|body)[\s>]", re.IGNORECASE)
_OF_COMMENTS = re.compile(r"/comments(?:/|$)|comments feed|评论", re.IGNORECASE)
_SITEMAP = re.compile(r"^\s*sitemap\s*:\s*(\S{1,2000})", re.IGNORECASE | re.MULTILINE)
_HINT = (
    "Look on the site for a link called RSS or Feed and add its address, or add the feed of a service that makes one."
)


def discover(address: str, fetch: Fetch) -> tuple[NewSource, ...]:
    """Return what can be followed at an address, best first. `address` may lack https://, or be an outlet's name.

    Raises:
        SourceError: the address is none, the site does not answer, or nothing was found there.
    """
    url = _address(address)
    failure: FetchError | None = None
    fetched: Fetched | None = None
    try:
        fetched = _ask(url, fetch)
    except FetchError as error:
        failure = error
        if error.status is None and not _SCHEME.match(address.strip()):
            url = "http" + url.removeprefix("https")
            fetched, failure = _ask_again(url, fetch, error)
    known = _known(url)
    if fetched is None:
        if known:
            return known
        if failure is not None and failure.status is None:
            raise failure
    else:
        feed = _as_feed(fetched)
        if feed is not None:
            return (feed,)
        found = _named(fetched) or _as_listing(fetched) or known or _linked(fetched, fetch)
        if found:
            return found
    found = _guessed(url if fetched is None else fetched.final_url or url, fetch)
    if found:
        return found
    if failure is not None:
        raise failure
    if fetched is not None and (listed := _as_list(fetched)):
        return listed
    raise SourceError(f"No feed was found at {bare_host(urlsplit(url).hostname or url)}.", _HINT)


# The address ----------------------------------------------------------------------------------------------------------


def _address(address: str) -> str:
    """Return the http(s) address that was meant."""
    text = "".join(address.split()) if "." in address or "/" in address else address.strip()
    if not text:
        raise SourceError("No address was given.", "Type a site's address such as example.org.")
    if text.lower().startswith("feed:"):
        text = text[5:].removeprefix("//")
    scheme = _SCHEME.match(text)
    if scheme is None or _HOST_AND_PORT.match(text):
        if "." not in text and not text.lower().startswith("localhost") and ":" not in text:
            text = _host_of_outlet(text)
        text = f"https://{text.lstrip('/')}"
    elif scheme.group(1).lower() not in ("http", "https"):
        raise SourceError(
            f"Addresses that begin with {scheme.group(1)}: cannot be followed.", "A source is an http or https address."
        )
    url = safe_address(text, text)
    if not url:
        raise SourceError(f"“{address.strip()[:200]}” is not the address of a site.", "Type it as in example.org/news.")
    return url


def _host_of_outlet(name: str) -> str:
    known = outlets().get(outlet_of("", site_name=name))
    if known is None or not known.hosts:
        raise SourceError(f"“{name[:200]}” is not the address of a site.", "Type it as in example.org/news.")
    return f"www.{known.hosts[0]}" if known.hosts[0].count(".") == 1 else known.hosts[0]


def _ask(url: str, fetch: Fetch) -> Fetched | None:
    answer = fetch(url, wants="page")
    return answer if isinstance(answer, Fetched) else None


def _ask_again(url: str, fetch: Fetch, before: FetchError) -> tuple[Fetched | None, FetchError | None]:
    """Ask without encryption a site that was named without saying how; its first failure is the one to tell."""
    try:
        return _ask(url, fetch), None
    except FetchError as error:
        return None, before if error.status is None else error


# What Dateline knows --------------------------------------------------------------------------------------------------


def _known(url: str) -> tuple[NewSource, ...]:
    """Return the default sources and shipped listings of the site that an address belongs to."""
    host = urlsplit(url).hostname or ""
    outlet = outlet_of(url)
    defaults = [source for source in default_sources() if source.outlet == outlet and _is_its_host(host, outlet)]
    listed = {source.url for source in defaults}
    rules = [
        _listing(name, rule.url)
        for name, rule in listing_rules().items()
        if rule.url not in listed and any(host == one or host.endswith(f".{one}") for one in rule.hosts)
    ]
    return (*defaults, *rules)


def _is_its_host(host: str, outlet: str) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in outlets()[outlet].hosts)


def _as_listing(fetched: Fetched) -> tuple[NewSource, ...]:
    """Return a listing if the page itself can be read by a rule of its outlet."""
    url = fetched.final_url or fetched.url
    outlet = outlet_of(url)
    for name, rule in listing_rules().items():
        if rule.outlet != outlet:
            continue
        try:
            read_listing(fetched, name)
        except FeedError:
            continue
        return (_listing(name, url),)
    return ()


def _as_list(fetched: Fetched) -> tuple[NewSource, ...]:
    """Return a listing if the page shows a list that can be guessed; its rule is the user's own to mend."""
    from dateline.sources.listing_guess import guess_rule
    from dateline.sources.page_metadata import read_metadata

    root, base = _page(fetched)
    if root is None or read_metadata(root).is_article:
        return ()
    name = _site_name(root)
    rule = guess_rule(fetched, name)
    if not rule:
        return ()
    url = fetched.final_url or fetched.url
    return (NewSource(url=url, title=name or url, kind=SourceKind.LISTING, home_url=base, rule=rule),)


def _listing(name: str, url: str) -> NewSource:
    rule = listing_rules()[name]
    known = outlets().get(rule.outlet)
    return NewSource(
        url=url,
        title=rule.name,
        kind=SourceKind.LISTING,
        outlet=rule.outlet,
        home_url=rule.home_url,
        access=known.access if known else Access.UNKNOWN,
        rule=name,
    )


# What the page says ---------------------------------------------------------------------------------------------------


def _named(fetched: Fetched) -> tuple[NewSource, ...]:
    """Return the feeds that the page names in its head, those of comments last."""
    root, base = _page(fetched)
    if root is None:
        return ()
    site = _site_name(root)
    found: dict[str, NewSource] = {}
    for link in root.iter("link"):
        url = safe_address(base, link.get("href", ""))
        if not url or "alternate" not in link.get("rel", "").lower().split() or not _is_feed_link(link, url):
            continue
        title = " ".join(link.get("title", "").split())
        found.setdefault(url, _feed(url, _title(title, site), base))
        if len(found) == _MOST_LINKS:
            break
    return tuple(sorted(found.values(), key=lambda one: _OF_COMMENTS.search(f"{one.url} {one.title}") is not None))


def _is_feed_link(link: _Element, url: str) -> bool:
    kind = link.get("type", "").partition(";")[0].strip().lower()
    if kind in _FEED_TYPES:
        return True
    return kind in _VAGUE_TYPES and _LOOKS_LIKE_FEED.search(urlsplit(url).path) is not None


def _linked(fetched: Fetched, fetch: Fetch) -> tuple[NewSource, ...]:
    """Return the first of the page's ordinary links that looks like a feed and is one."""
    root, base = _page(fetched)
    if root is None:
        return ()
    links = (safe_address(base, link.get("href", "")) for link in root.iter("a"))
    likely = (url for url in links if url and _LOOKS_LIKE_FEED.search(url.partition("//")[2].partition("/")[2]))
    return _first_feed(dict.fromkeys(likely), fetch, most=4)


def _page(fetched: Fetched) -> tuple[_Element | None, str]:
    """Return a page's root and the address its links count from."""
    url = fetched.final_url or fetched.url
    root = parse_page(decode(fetched.body, fetched.content_type))
    if root is None:
        return None, url
    base = next((one.get("href", "") for one in root.iter("base")), "")
    return root, safe_address(url, base) or url


def _site_name(root: _Element) -> str:
    named = (one.get("content", "") for one in root.iter("meta") if one.get("property", "") == "og:site_name")
    titled = ("".join(str(part) for part in one.itertext()) for one in root.iter("title"))
    return next((" ".join(name.split())[:200] for name in (*named, *titled) if name.strip()), "")


def _title(title: str, site: str) -> str:
    """Return a feed's title; one that says no more than what it is gets the site's name before it."""
    if site and (not title or re.fullmatch(r"(?:rss|atom|json)?[\s\d.-]*(?:feed|rss|atom)?", title, re.IGNORECASE)):
        return site
    return title


# Where feeds usually are ----------------------------------------------------------------------------------------------


def _guessed(url: str, fetch: Fetch) -> tuple[NewSource, ...]:
    return _first_feed(_guesses(url), fetch, most=_MOST_GUESSES) or _first_feed(
        _sitemaps(url, fetch), fetch, most=_MOST_SITEMAPS
    )


def _guesses(url: str) -> dict[str, None]:
    parts = urlsplit(url)
    path = parts.path.rstrip("/")
    site = f"{parts.scheme}://{parts.netloc}"
    own = [f"{site}{path}/feed", f"{site}{path}?format=rss"] if path else []
    return dict.fromkeys([*own, *(site + place for place in _USUAL_PLACES)])


def _sitemaps(url: str, fetch: Fetch) -> Iterator[str]:
    """Yield the news sitemaps that robots.txt names."""
    try:
        robots = _ask(urljoin(url, "/robots.txt"), fetch)
    except FetchError:
        return
    if robots is None:
        return
    for found in _SITEMAP.findall(decode(robots.body[:500_000], robots.content_type)):
        if "news" in found.lower():
            yield safe_address(url, found)


def _first_feed(urls: Iterable[str], fetch: Fetch, *, most: int) -> tuple[NewSource, ...]:
    n_asked = n_silences = 0
    for url in filter(None, urls):
        if n_asked == most or n_silences == _MOST_SILENCES:
            break
        n_asked += 1
        try:
            answer = fetch(url, wants="feed")
        except FetchError as error:
            n_silences = n_silences + 1 if error.status is None else 0
            continue
        feed = _as_feed(answer) if isinstance(answer, Fetched) else None
        if feed is not None:
            return (feed,)
    return ()


def _as_feed(fetched: Fetched) -> NewSource | None:
    """Return the source if an answer is a feed."""
    if not _may_be_feed(decode(fetched.body[:_HEAD], fetched.content_type)):
        return None
    from dateline.sources.feeds import read_feed

    try:
        feed = read_feed(fetched)
    except FeedError:
        return None
    url = fetched.moved_to or fetched.url
    return _feed(url, feed.title, feed.home_url)


def _may_be_feed(head: str) -> bool:
    """Tell from its beginning whether an answer is worth reading as a feed, whatever it calls itself."""
    root = _FEED_ROOT.search(head)
    if root is not None:
        return _PAGE_ROOT.search(head, 0, root.start()) is None
    return head.lstrip().startswith("{") and ('"items"' in head or "jsonfeed.org" in head)


def _feed(url: str, title: str, home_url: str) -> NewSource:
    known = outlets().get(outlet_of(url, feed_title=title))
    return NewSource(
        url=url,
        title=title or url,
        outlet=known.id if known else "",
        home_url=home_url,
        access=known.access if known else Access.UNKNOWN,
    )
