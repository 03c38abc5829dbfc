"""JSON Feed 1.0 and 1.1 (jsonfeed.org), read with patience: numbers for ids, null for text, a string for a list."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dateline.errors import FeedError
from dateline.news.feed import FeedEntry, FeedFetch
from dateline.sources.feed_dates import read_date
from dateline.sources.feed_text import MOST_ENTRIES
from dateline.sources.sanitise import plain_text, safe_address

_TITLE, _SUMMARY, _CONTENT, _NAME = 500, 2_000, 2_000_000, 200


def read_json_feed(text: str, base: str) -> FeedFetch:
    """Return what a JSON Feed says.

    Raises:
        FeedError: the JSON is broken, or is something else.
    """
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FeedError("The answer is broken JSON, not a feed.", "Dateline tries again later.") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(feed, dict) or not isinstance(items, list):
        raise _no_feed()
    lang = _text(feed.get("language"))[:2].lower()
    entries = [
        entry
        for item in items[:MOST_ENTRIES]
        if isinstance(item, dict) and (entry := _entry(item, base, lang)) is not None
    ]
    if items and not entries and "jsonfeed.org" not in _text(feed.get("version")):
        raise _no_feed()  # a list of something else, such as one that a site's own page is made from
    return FeedFetch(
        tuple(entries),
        title=_line(feed.get("title"), _TITLE),
        home_url=safe_address(base, _text(feed.get("home_page_url"))),
        lang=lang,
    )


def _no_feed() -> FeedError:
    return FeedError("The answer is JSON, but not a feed.", "Add the site's own address: its feeds are looked for.")


def _entry(item: Mapping[str, Any], base: str, lang: str) -> FeedEntry | None:
    url = safe_address(base, _text(item.get("url")) or _text(item.get("external_url")))
    content_html = _text(item.get("content_html"))[:_CONTENT]
    content_text = _text(item.get("content_text"))[:_CONTENT]
    if not content_html and content_text:
        content_html = "".join(f"<p>{_escaped(line)}</p>" for line in content_text.split("\n") if line.strip())
    summary = plain_text(_text(item.get("summary"))) or plain_text(content_html[: _SUMMARY * 4])
    title = _line(item.get("title"), _TITLE) or _line(summary.split("\n", 1)[0], 120)
    if not title and not url:
        return None
    lang = _text(item.get("language"))[:2].lower() or lang
    updated_at = read_date(_text(item.get("date_modified")), lang, title)
    return FeedEntry(
        key=_text(item.get("id"))[:1_000],
        url=url,
        title=title,
        summary=" ".join(summary.split())[:_SUMMARY],
        content_html=content_html,
        authors=_authors(item),
        published_at=read_date(_text(item.get("date_published")), lang, title) or updated_at,
        updated_at=updated_at,
        tags=tuple(dict.fromkeys(tag for value in _list(item.get("tags"))[:40] if (tag := _line(value, 100)))),
        image_url=safe_address(base, _text(item.get("image")) or _text(item.get("banner_image"))),
        lang=lang,
    )


def _authors(item: Mapping[str, Any]) -> tuple[str, ...]:
    given = _list(item.get("authors")) or _list(item.get("author"))
    names = (_line(one.get("name") if isinstance(one, dict) else one, _NAME) for one in given[:20])
    return tuple(dict.fromkeys(name for name in names if name))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def _line(value: object, length: int) -> str:
    return " ".join(plain_text(_text(value)[: length * 8]).split())[:length]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
