"""Any feed as `FeedFetch`: RSS 0.9 to 2.0, RDF, Atom (feedparser), JSON Feed and news sitemaps (our own few lines).

Runs in a worker process: bytes in, frozen values out. Fields are plain text, addresses are absolute http or https, and
dates are UTC. HTML of an entry is handed on as it came; `sanitise` meets it before anything is kept. A feed with faults
gives what can be read of it, and says what was wrong.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from dateline.errors import FeedError
from dateline.news.feed import FeedEntry, FeedFetch, Fetched
from dateline.sources import feed_lane
from dateline.sources.feed_dates import read_date
from dateline.sources.feed_text import MOST_ENTRIES, bounded_xml, feed_text, mended_xml, root_of
from dateline.sources.json_feed import read_json_feed
from dateline.sources.news_sitemap import read_sitemap
from dateline.sources.sanitise import plain_text, safe_address

#: Characters kept of each field; what is longer is no headline, no summary, no name.
TITLE_LENGTH, SUMMARY_LENGTH, AUTHOR_LENGTH, TAG_LENGTH = 500, 2_000, 200, 100
CONTENT_LENGTH = 2_000_000
MOST_AUTHORS, MOST_TAGS = 20, 40
#: A description with so many characters of text is the article itself, as full-text services put it there.
FULL_TEXT_LENGTH, FULL_TEXT_LENGTH_HAN = 1_500, 600

_PERIODS = {"hourly": 60, "daily": 1_440, "weekly": 10_080, "monthly": 43_200, "yearly": 525_600}
_LONGEST_INTERVAL = 24 * 60
_LINK = re.compile(r"<link\b[^>]{1,1000}>", re.IGNORECASE)
_HREF = re.compile(r"""href\s*=\s*["']?([^"'\s>]{1,1000})""", re.IGNORECASE)
_IMAGE = re.compile(r"""<img\b[^>]{0,2000}?\bsrc\s*=\s*["']([^"']{1,2000})["']""", re.IGNORECASE)
_HAN = re.compile("[\u4e00-\u9fff]")
_SEPARATORS = re.compile(r"\s*(?:,|;|、|，|；|\band\b|&)\s+|\s*[、，；]\s*|\s+and\s+")
_BY = re.compile(r"^(?:by|作者|文)\s*[:：|/]?\s+|^(?:作者|文)\s*[:：|/]\s*", re.IGNORECASE)
_MARKUP_ROOTS = ("html", "body", "head", "div", "p", "frameset", "table", "meta", "script")


def read_feed(fetched: Fetched) -> FeedFetch:
    """Return what a feed says.

    Raises:
        FeedError: the answer is not a feed; `found_feeds` are the ones that an HTML page names instead.
    """
    if fetched.status == 204:
        return FeedFetch(())
    if not fetched.body.strip():
        raise FeedError("The answer is empty.", "Dateline tries again later.")
    base = fetched.final_url or fetched.url
    text = feed_text(fetched.body, fetched.content_type)
    root = root_of(text)
    if root == "json":
        feed = read_json_feed(text, base)
    elif root.endswith("urlset"):
        feed = read_sitemap(text, base)
    elif root.endswith("sitemapindex"):
        raise FeedError("This is an index of sitemaps, not a feed.", "Add the address of one of the sitemaps in it.")
    elif root in _MARKUP_ROOTS or not root:
        raise _not_a_feed(text, base)
    else:
        feed = _read_xml(text, base, root)
    return replace(feed, entries=_with_steady_keys(feed.entries))


def _not_a_feed(text: str, base: str) -> FeedError:
    found = tuple(
        address
        for link in _LINK.findall(text[:200_000])
        if "alternate" in link.lower() and re.search(r"rss|atom|feed\+json", link, re.IGNORECASE)
        for href in _HREF.findall(link)
        if (address := safe_address(base, href))
    )
    hint = (
        f"The page names a feed: {found[0]}" if found else "Add the site's own address: Dateline looks for its feeds."
    )
    return FeedError("This address gives a web page, not a feed.", hint, found_feeds=found)


def _read_xml(text: str, base: str, root: str) -> FeedFetch:
    xml, problems, is_cut = bounded_xml(text)
    plain = feed_lane.read_plain(xml)
    channel, given, is_sound = (*plain, True) if plain is not None else _read_any(mended_xml(xml), base, root)
    lang = _language(channel.get("language"))
    entries = [entry for one in given[:MOST_ENTRIES] if (entry := _entry(one, base, lang)) is not None]
    if not is_sound and not problems:
        problems = ("The feed has faults in its XML: what can be read was read.",)
    return FeedFetch(
        entries=tuple(entries),
        title=_line(channel.get("title"), TITLE_LENGTH),
        home_url=safe_address(base, str(channel.get("link") or "")),
        lang=lang,
        problems=problems,
        interval_minutes=_interval(channel),
        is_cut=is_cut,
    )


def _read_any(xml: str, base: str, root: str) -> tuple[Mapping[str, Any], list[dict[str, Any]], bool]:
    """Return channel, entries, and whether the XML is sound, as feedparser reads them.

    Raises:
        FeedError: it is no feed that feedparser knows.
    """
    import feedparser

    parsed = feedparser.parse(
        xml.encode("utf-8", "replace"),
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": base},
    )
    if not parsed.version and not parsed.entries:
        raise FeedError(
            "This address gives no feed.", f"It begins with <{root[:40]}>. Add the site's own address instead."
        )
    return parsed.feed, parsed.entries, not parsed.bozo


def _entry(given: dict[str, Any], base: str, lang: str) -> FeedEntry | None:
    link = _link(given, base)
    own_base = urljoin(base, str((given.get("title_detail") or {}).get("base") or "")) or base
    summary_html = str(given.get("summary") or "")[:CONTENT_LENGTH]
    content_html = next((str(part.get("value") or "") for part in given.get("content", ()) if part.get("value")), "")[
        :CONTENT_LENGTH
    ]
    if content_html == summary_html:
        summary_html = ""
    summary = plain_text(summary_html)
    if not content_html and _is_whole(summary):
        content_html = summary_html
    words = summary or plain_text(content_html[: SUMMARY_LENGTH * 4])
    title = _line(given.get("title"), TITLE_LENGTH) or _line(words.split("\n", 1)[0], 120)
    if not title and not link:
        return None
    lang = _language((given.get("title_detail") or {}).get("language")) or lang
    # Asked in the usual way, feedparser would answer with the other date, and warn.
    updated_at = read_date(str(dict.get(given, "updated") or ""), lang, title)
    return FeedEntry(
        key=str(given.get("id") or "")[:1_000],
        url=link,
        title=title,
        summary=_cut(words.replace("\n", " "), SUMMARY_LENGTH),
        summary_html=summary_html,
        content_html=content_html,
        authors=_authors(given),
        published_at=read_date(str(given.get("published") or given.get("created") or ""), lang, title) or updated_at,
        updated_at=updated_at,
        tags=tuple(
            dict.fromkeys(
                term for tag in given.get("tags", ())[:MOST_TAGS] if (term := _line(tag.get("term"), TAG_LENGTH))
            )
        ),
        image_url=_image(given, own_base, content_html or summary_html),
        lang=lang,
    )


def _link(given: Mapping[str, Any], base: str) -> str:
    alternate = next(
        (link.get("href") for link in given.get("links", ()) if link.get("rel") == "alternate" and link.get("href")), ""
    )
    found = safe_address(base, str(given.get("feedburner_origlink") or given.get("link") or alternate or ""))
    if not found and given.get("guidislink", True):
        guid = str(given.get("id") or "")
        found = safe_address(base, guid) if guid.startswith(("http://", "https://")) else ""
    return found


def _authors(given: Mapping[str, Any]) -> tuple[str, ...]:
    named = [str(author.get("name") or "") for author in given.get("authors", ()) if author]
    if not any(named):
        named = [str(given.get("author") or "")]
    names: dict[str, None] = {}
    for line in named[:MOST_AUTHORS]:
        plain = _BY.sub("", _line(line, AUTHOR_LENGTH * 4))
        for name in _SEPARATORS.split(plain):
            if name and len(name) <= AUTHOR_LENGTH and not name.startswith(("http://", "https://")):
                names[name] = None
    return tuple(names)[:MOST_AUTHORS]


def _image(given: Mapping[str, Any], base: str, html: str) -> str:
    """Return the lead image: what the media module names, else an enclosed picture, else the first in the text."""
    candidates: Iterable[Any] = (
        *(media.get("url") for media in given.get("media_content", ()) if _is_picture(media)),
        *(media.get("url") for media in given.get("media_thumbnail", ())),
        *(file.get("href") for file in given.get("enclosures", ()) if _is_picture(file)),
        *_IMAGE.findall(html[:20_000])[:1],
    )
    return next((address for url in candidates if url and (address := safe_address(base, str(url)))), "")


def _is_picture(media: Mapping[str, Any]) -> bool:
    return media.get("medium") == "image" or str(media.get("type") or "").startswith("image/")


def _is_whole(text: str) -> bool:
    return len(text) >= FULL_TEXT_LENGTH or (
        len(text) >= FULL_TEXT_LENGTH_HAN and len(_HAN.findall(text)) > len(text) // 3
    )


def _interval(channel: Mapping[str, Any]) -> int | None:
    """Return how many minutes the feed asks to be left alone (ttl, sy:updatePeriod), at most a day."""
    ttl = str(channel.get("ttl") or "").strip()
    if ttl.isdecimal() and int(ttl[:9]) > 0:
        return min(int(ttl[:9]), _LONGEST_INTERVAL)
    period = _PERIODS.get(str(channel.get("sy_updateperiod") or "").strip().lower())
    if period is None:
        return None
    frequency = str(channel.get("sy_updatefrequency") or "1").strip()
    times = int(frequency[:6]) if frequency.isdecimal() and int(frequency[:6]) > 0 else 1
    return min(max(1, period // times), _LONGEST_INTERVAL)


def _with_steady_keys(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    """Give every entry a key that is its own and the same at every poll: guid, else address, else its words.

    A guid that several entries share names none of them. Entries that say the very same are one.
    """
    entries = tuple(entries)
    shared = {key for key, n in Counter(entry.key for entry in entries).items() if n > 1}
    found: dict[str, FeedEntry] = {}
    for entry in entries:
        key = entry.key
        if not key or key in shared:
            key = entry.url or _digest(entry)
        found.setdefault(key, entry if key == entry.key else replace(entry, key=key))
    return tuple(found.values())


def _digest(entry: FeedEntry) -> str:
    words = "\n".join((entry.title, entry.summary, entry.content_html[:2_000]))
    return "words:" + hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=12).hexdigest()


def _language(value: object) -> str:
    code = str(value or "").strip().lower().replace("_", "-").partition("-")[0]
    return code if code.isalpha() and len(code) == 2 else ""


def _line(value: object, length: int) -> str:
    # Only the beginning can be kept, and the rest of a monstrous field costs time.
    text = str(value or "")[: length * 8]
    return _cut(" ".join(plain_text(text).split()), length)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
