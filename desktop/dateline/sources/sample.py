"""The sample coverage as if it came from outside: feeds and pages printed from `resources/sample/articles.toml`.

`sample_fetch` answers like the network client, so that the real pipeline reads the sample. Nothing here is ever asked
of the network; every address ends in `.invalid`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import datetime
from email.utils import format_datetime
from functools import lru_cache
from html import escape
from typing import Any, Literal

from dateline.errors import FetchError
from dateline.news.feed import Access, Fetched, Manner, NewSource, NotModified, Validators
from dateline.settings import resource

FOLDER = "Sample coverage"
_NOTICE = "Sample article, written for Dateline on documented facts; not an article of this outlet."
_SUBSCRIBE = {"en": "Subscribe to read the full article.", "zh": "订阅后可阅读全文。"}


def sample_sources() -> tuple[NewSource, ...]:
    """Return the outlets of the sample coverage as sources."""
    return tuple(
        NewSource(
            url=outlet["home"] + "feed.xml",
            title=outlet["title"],
            outlet=outlet["id"],
            folder=FOLDER,
            home_url=outlet["home"],
            access=Access.FULL,
        )
        for outlet in _coverage()["outlet"]
    )


def sample_fetch(
    url: str,
    *,
    validators: Validators | None = None,
    wants: Literal["feed", "page"] = "page",
    manner: Manner | None = None,
) -> Fetched | NotModified:
    """Answer for the sample's addresses as a server would.

    Raises:
        FetchError: the sample has no such address.
    """
    del wants, manner  # an address is either a feed or a page, whatever is wanted
    tag = Validators(etag='"sample-1"')
    if validators is not None and validators.etag == tag.etag:
        return NotModified(url)
    for outlet in _coverage()["outlet"]:
        if url == outlet["home"] + "feed.xml":
            body = _print_feed(outlet, [a for a in _coverage()["article"] if a["outlet"] == outlet["id"]])
            return Fetched(url, url, 200, "application/rss+xml; charset=utf-8", body.encode(), tag)
    for article in _coverage()["article"]:
        if url == _address(article):
            body = _print_page(_outlet(article), article)
            return Fetched(url, url, 200, "text/html; charset=utf-8", body.encode(), tag)
    raise FetchError("The sample coverage has no such address.", kind="http", status=404)


@lru_cache(maxsize=1)
def _coverage() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(resource("sample/articles.toml").read_text(encoding="utf-8"))


def _outlet(article: Mapping[str, Any]) -> dict[str, Any]:
    return next(outlet for outlet in _coverage()["outlet"] if outlet["id"] == article["outlet"])


def _address(article: Mapping[str, Any]) -> str:
    return f"{_outlet(article)['home']}{article['slug']}.html"


def _print_feed(outlet: Mapping[str, Any], articles: list[dict[str, Any]]) -> str:
    items = "".join(
        f"""
    <item>
      <title>{escape(article["title"])}</title>
      <link>{escape(_address(article))}</link>
      <guid isPermaLink="true">{escape(_address(article))}</guid>
      <pubDate>{_rfc_822(article["published"])}</pubDate>
      <description>{escape(_paragraphs(article)[0])}</description>
    </item>"""
        for article in articles
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
  <channel>
    <title>{escape(outlet["title"])}</title>
    <link>{escape(outlet["home"])}</link>
    <description>{escape(_NOTICE)}</description>
    <language>{outlet["lang"]}</language>{items}
  </channel>
</rss>
"""


def _print_page(outlet: Mapping[str, Any], article: Mapping[str, Any]) -> str:
    is_free = article.get("access", "full") == "full"
    paragraphs = _paragraphs(article) if is_free else _paragraphs(article)[:1]
    body = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs)
    barrier = "" if is_free else f'<aside class="paywall">{_SUBSCRIBE[outlet["lang"]]}</aside>'
    published = article["published"].isoformat()
    return f"""<!DOCTYPE html>
<html lang="{outlet["lang"]}">
<head>
<meta charset="utf-8">
<title>{escape(article["title"])}</title>
<link rel="canonical" href="{escape(_address(article))}">
<meta property="og:site_name" content="{escape(outlet["title"])}">
<meta property="article:published_time" content="{published}">
<meta name="author" content="{escape(article["author"])}">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"isAccessibleForFree": {str(is_free).lower()}, "datePublished": "{published}"}}</script>
</head>
<body>
<header><nav><a href="{escape(outlet["home"])}">{escape(outlet["title"])}</a></nav></header>
<main>
<article>
<h1>{escape(article["title"])}</h1>
<div class="article-body">
{body}
</div>
{barrier}
</article>
</main>
<footer>{escape(_NOTICE)}</footer>
</body>
</html>
"""


def _paragraphs(article: Mapping[str, Any]) -> list[str]:
    return [line for line in article["text"].splitlines() if line.strip()]


def _rfc_822(moment: datetime) -> str:
    return format_datetime(moment)
