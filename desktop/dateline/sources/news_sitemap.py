"""News sitemaps (sitemaps.org with Google's news extension): an outlet's newest articles where it offers no feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.errors import FeedError
from dateline.news.feed import FeedEntry, FeedFetch
from dateline.sources.feed_dates import read_date
from dateline.sources.feed_text import MOST_ENTRIES
from dateline.sources.sanitise import plain_text, safe_address

if TYPE_CHECKING:
    from lxml.etree import _Element


def read_sitemap(text: str, base: str) -> FeedFetch:
    """Return the articles a news sitemap lists, in its order.

    Raises:
        FeedError: it cannot be read, or lists addresses without headlines.
    """
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    entries: list[FeedEntry] = []
    n_addresses = 0
    title = ""
    for url in () if root is None else root.iter("{*}url"):
        n_addresses += 1
        entry = _entry(url, base)
        if entry is not None:
            entries.append(entry)
            title = title or _text(url, "name")
        if len(entries) == MOST_ENTRIES:
            break
    if not entries:
        sentence = "This sitemap lists addresses without headlines." if n_addresses else "This sitemap lists nothing."
        raise FeedError(sentence, "Look for the site's news sitemap, or add the site's own address.")
    return FeedFetch(tuple(entries), title=title)


def _entry(url: _Element, base: str) -> FeedEntry | None:
    pictures = list(url.iterfind("{*}image"))
    for picture in pictures:  # it has an address and a title too
        url.remove(picture)
    shown = _text(pictures[0], "loc") if pictures else ""
    address = safe_address(base, _text(url, "loc"))
    title = " ".join(plain_text(_text(url, "title")).split())[:500]
    if not address or not title:
        return None
    lang = _text(url, "language")[:2].lower()
    return FeedEntry(
        key=address,
        url=address,
        title=title,
        published_at=read_date(_text(url, "publication_date"), lang) or read_date(_text(url, "lastmod"), lang),
        updated_at=read_date(_text(url, "lastmod"), lang),
        tags=tuple(tag.strip()[:100] for tag in _text(url, "keywords").split(",")[:40] if tag.strip()),
        image_url=safe_address(base, shown) if shown else "",
        lang=lang,
    )


def _text(url: _Element, name: str) -> str:
    found = next(url.iter("{*}" + name), None)
    return (found.text or "").strip() if found is not None else ""
