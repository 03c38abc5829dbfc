"""What a page says about itself: title, authors, dates, access, address, and text kept in its structured data.

JSON-LD first, then Open Graph and the usual `<meta>` names, then what the eye sees (`<h1>`, `<time>`). One pass over
the head's tags; a broken block of JSON costs that block only.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from dateline.sources.page_dates import read_time
from dateline.sources.sanitise import plain_text, tidy
from dateline.sources.shown_date import date_under_headline

if TYPE_CHECKING:
    from datetime import datetime

    from lxml.etree import _Element

_ARTICLE_TYPES = re.compile(
    r"article|newsitem|blogposting|report|review|posting|liveblog|creativework|webpage", re.IGNORECASE
)
_MAX_JSON = 3_000_000
_MAX_NODES = 400
_MAX_AUTHORS = 20
_MOST_HEADINGS = 40
_BY = re.compile(
    r"^(?:(?:by|von|par|por|di|door|oleh|written by|reporting by)\s{0,3}[:：]?\s{1,3}|"
    r"(?:文|作者|记者|撰文|编译|编辑)\s{0,3}[:：/｜|]\s{0,3}|(?:记者|作者)\s{1,3})",
    re.IGNORECASE,
)
_AND = re.compile(r"\s{0,9}(?:,|;|、|，|；|\band\b|&|\|)\s{0,9}")
_NO_AUTHOR = re.compile(
    r"https?://|@|^[\d_]+$|_mobile$|^(?:admin|editors?|name|author|unknown|undefined|none|null|staff writer|www\..*)$",
    re.IGNORECASE,
)
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "date",
    "article.published",
    "og:pubdate",
    "cxenseparse:recs:publishtime",
    "weibo:article:create_at",
    "apub:time",
    "og:release_date",
    "publish_time",
    "ptime",
    "pdate",
    "createdate",
    "dateupdate",
)
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "weibo:article:update_at",
)
_AUTHORS = (
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "authors",
    "article:author_name",
    "mediaid",
    "twitter:data1",
)
#: What a newsroom calls its people, after a name or in its place.
_POST = re.compile(
    r"(?:^|\s+)(?:(?:senior|chief|deputy|executive|managing|associate|contributing|national|foreign|staff|special)\s+"
    r"(?:[\w.&'’-]{2,15}\s+){0,3})?(?:correspondent|reporter|editor|columnist|writer|producer|"
    r"bureau chief|editor-in-chief)"
    r"(?:\s+(?:in|for|at|of)\s.{1,40})?$",
    re.IGNORECASE,
)
#: “Ida Kern in Arnholm”: where somebody wrote is no part of the name.
_FROM_PLACE = re.compile(r"\s+in\s+[A-Z][\w.’'-]{1,20}(?:\s[A-Z][\w.’'-]{1,20}){0,2}$")
_BYLINE_NAME = re.compile(
    r"(?:^|[-_ ])(?:by-?line|author(?:-?name|-?link|s)?|post-?author|article-?author|writer|reporter)(?:$|[-_ ])",
    re.IGNORECASE,
)
_AFTER_NAMES = re.compile(
    r"\s{0,3}(?:[|•·@—–]|\b(?:published|updated|posted|on|in|at)\b|"
    r"\b(?:more|see all|view all)\s(?:\w{1,12}\s)?(?:by|from)\b|"
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{1,6})?\b\.?(?=\s\d)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d)",
    re.IGNORECASE,
)
_BYLINE_REACH = 120
_LONGEST_BYLINE = 120
_HAN_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_PARTICLES = frozenset("van von der den de del della di da dos la le al el bin ibn y".split())
_SLUG_NAME = re.compile(r"[a-z]{2,15}(?:-[a-z]{2,15}){1,2}")
#: What `cssSelector` says in practice; anything richer is not tried.
_PLAIN_SELECTOR = re.compile(r"^[.#][A-Za-z_][\w-]{0,80}$")
_SITE_SUFFIX = re.compile(r"\s[|\-–—_·»]\s[^|\-–—_·»]{2,40}$|[_|][^_|]{2,20}$")
_AROUND_SITE = " |-–—_·»"
#: --频道--人民网, -新华网
_CHINESE_SUFFIX = re.compile(
    r"(?:[-—–_]{1,2}[\u4e00-\u9fff·]{2,9}){0,2}[-—–_]{1,2}[\u4e00-\u9fff·]{2,9}(?:网|报|社|新闻|客户端|频道|中心)$"
)


@dataclass(slots=True)
class PageMetadata:
    """What the page says. Empty where it says nothing."""

    title: str = ""
    headings: tuple[str, ...] = ()  # every wording of the headline: h1, og:title, JSON-LD headline
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    updated_at: datetime | None = None
    description: str = ""
    site_name: str = ""
    image_url: str = ""
    canonical_url: str = ""
    lang: str = ""
    body: str = ""  # articleBody of the structured data, plain
    is_free: bool | None = None  # isAccessibleForFree
    paid_parts: tuple[str, ...] = ()  # selectors of what is not free
    n_words: int = 0  # wordCount
    is_article: bool = False
    metas: dict[str, str] = field(default_factory=dict)


def read_metadata(root: _Element, *, is_chinese: bool = False) -> PageMetadata:
    """Return what the page under `root` says about itself."""
    found = PageMetadata()
    metas = found.metas
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = meta.get("content") or meta.get("value")
        if name and content and len(name) < 80:
            metas.setdefault(name.strip().lower(), content.strip()[:5_000])
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            found.canonical_url = (link.get("href") or "").strip()[:4096]
            break
    found.canonical_url = found.canonical_url or metas.get("og:url", "")
    found.lang = (root.get("lang") or root.get("xml:lang") or metas.get("og:locale") or "")[:20]
    article = _structured(root)
    _from_structured(found, article, is_chinese=is_chinese)
    headlines = [_words(h1) for h1 in root.iter("h1")][:6]
    page_title = next((_words(title) for title in root.iter("title")), "")
    named = [found.title, metas.get("og:title", ""), metas.get("twitter:title", ""), *headlines]
    found.headings = tuple(
        dict.fromkeys(tidy(one) for one in (*named, page_title, _SITE_SUFFIX.sub("", page_title)) if one)
    )
    graph = tidy(metas.get("og:title", ""))
    sites = [one.lower() for one in (found.site_name, metas.get("og:site_name", ""), *_site_in(page_title)) if one]
    without_site = tidy(_SITE_SUFFIX.sub("", page_title)).strip(_AROUND_SITE)
    is_told = bool(found.title or graph) or (without_site != tidy(page_title) and _is_heading(root, without_site))
    headlines = [one for one in headlines if one and (one.lower() not in sites or not is_told)]
    title = _best_title(found.title, graph, headlines, page_title)
    found.title = _CHINESE_SUFFIX.sub("", title)
    found.description = plain_text(metas.get("og:description") or metas.get("description") or "")
    found.site_name = found.site_name or metas.get("og:site_name", "")
    found.image_url = metas.get("og:image") or metas.get("twitter:image") or found.image_url
    if not found.authors:
        for name in _AUTHORS:
            value = metas.get(name)
            if value and (
                name != "twitter:data1" or metas.get("twitter:label1", "").lower().startswith(("written", "by"))
            ):
                found.authors = tuple(one for one in clean_authors([value]) if not _is_site(one, found, page_title))
                if found.authors:
                    break
    if not found.authors:
        found.authors = _byline(root)
    if any(persons := [one for one in found.authors if not _is_site(one, found, page_title)]):
        found.authors = tuple(persons)
    found.published_at = found.published_at or _first_time(metas, _PUBLISHED, is_chinese=is_chinese)
    found.updated_at = found.updated_at or _first_time(metas, _UPDATED, is_chinese=is_chinese)
    _from_shown_times(found, root, is_chinese=is_chinese)
    found.published_at = found.published_at or date_under_headline(root, is_chinese=is_chinese)
    if found.is_free is None and metas.get("article:content_tier", "").lower() in ("locked", "metered"):
        found.is_free = False
    found.is_article = found.is_article or metas.get("og:type", "").lower() == "article"
    return found


def clean_authors(values: list[str]) -> tuple[str, ...]:
    """Return single names from bylines such as "By Ann Lee and Bo Wu"."""
    names: list[str] = []
    for value in values:
        text = plain_text(value)[:300] if value else ""
        for name in _AND.split(_BY.sub("", text)):
            name = _BY.sub("", name).strip(" \n\t.:：/|·-")
            name = _without_post(name)
            if _SLUG_NAME.fullmatch(name):
                name = name.replace("-", " ").title()
            if 2 <= len(name) <= 60 and not _NO_AUTHOR.search(name) and name not in names:
                names.append(name)
    return tuple(names[:_MAX_AUTHORS])


def _without_post(name: str) -> str:
    """Return a name without its place and what its newsroom calls it, "" where it is no more than that."""
    place = _FROM_PLACE.search(name)
    if place is not None and _is_name(name[: place.start()]):
        name = name[: place.start()]
    found = _POST.search(name)
    if found is None or (found.start() and name.count(" ", 0, found.start()) == 0):
        return name  # “Guardian staff reporter” is all that such a byline says
    return name[: found.start()]


def _is_site(author: str, found: PageMetadata, page_title: str) -> bool:
    """Tell whether a page names its own site as the author, as many portals do."""
    name, sites = author.lower(), [one.lower() for one in (found.site_name, *_site_in(page_title))]
    return any(name == site or (not name.isascii() and name in site) for site in sites)


def _is_heading(root: _Element, words: str) -> bool:
    """Tell whether words stand on the page as a heading of their own."""
    return any(_words(heading) == words for heading in islice(root.iter("h1", "h2", "h3"), _MOST_HEADINGS))


def _site_in(page_title: str) -> list[str]:
    """Return the name of the site as the page's title ends with it, if it does."""
    suffix = _SITE_SUFFIX.search(page_title)
    return [suffix[0].strip(_AROUND_SITE)] if suffix is not None else []


def _from_shown_times(found: PageMetadata, root: _Element, *, is_chinese: bool) -> None:
    """Take what the page shows as its times, where nothing else says them."""
    for time in list(root.iter("time"))[:5]:
        moment = read_time(time.get("datetime") or _words(time), is_chinese=is_chinese)
        names = f"{time.get('class') or ''} {time.get('itemprop') or ''}".lower()
        # Themes call the one time that they show “published updated”.
        if ("updated" in names or "modified" in names) and "publish" not in names:
            if moment and found.published_at and moment >= found.published_at:
                found.updated_at = found.updated_at or moment
        else:
            found.published_at = found.published_at or moment


def _byline(root: _Element) -> tuple[str, ...]:
    """Return the names in the line under the headline, where markup says that it is one."""
    n_after = 0
    for element in root.iter("h1", "a", "span", "p", "div", "address", "h6"):
        if element.tag == "h1":
            n_after = 1
            continue
        if not n_after:
            continue
        n_after += 1
        if n_after > _BYLINE_REACH:
            return ()
        names = f"{element.get('class') or ''} {element.get('data-testid') or ''}"
        is_marked = (element.get("rel") or "").lower() == "author" or "author" in (
            element.get("itemprop") or ""
        ).lower()
        if not is_marked and not _BYLINE_NAME.search(names):
            continue
        names_here = _names_in(element)
        parent = element.getparent()
        if names_here and parent is not None and len(around := _names_in(parent)) > len(names_here):
            return around
        if names_here:
            return names_here
    return ()


def _names_in(element: _Element) -> tuple[str, ...]:
    """Return the names of a byline, or nothing where it says anything else."""
    words = tidy(" ".join(" ".join(str(part) for part in element.itertext())[:2_000].split()))
    if not 4 <= len(words) <= _LONGEST_BYLINE or any(mark in words for mark in "?!:"):
        return ()
    names = clean_authors([_AFTER_NAMES.split(words, maxsplit=1)[0]])
    return names if all(_is_name(one) for one in names) else ()


def _is_name(words: str) -> bool:
    """Tell whether words look like a person's name: a few capitalised words, or two to four Chinese characters."""
    if not words.isascii() and _HAN_NAME.fullmatch(words):
        return True
    parts = words.split()
    return 2 <= len(parts) <= 5 and all(part[0].isupper() or part in _PARTICLES for part in parts)


def _structured(root: _Element) -> list[dict[str, Any]]:
    """Return the JSON-LD objects that speak of an article, best first."""
    objects: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "").strip()
        if not text or len(text) > _MAX_JSON:
            continue
        try:
            data = json.loads(text.strip(";").removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [data]
        while waiting and len(objects) < _MAX_NODES:
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting.extend(node[:_MAX_NODES])
            elif isinstance(node, dict):
                objects.append(node)
                waiting.extend(node[key] for key in ("@graph", "mainEntity") if isinstance(node.get(key), list | dict))
    articles = [one for one in objects if _ARTICLE_TYPES.search(_text_of(one.get("@type")))]
    return sorted(
        articles, key=lambda one: ("articleBody" not in one, "headline" not in one, "datePublished" not in one)
    )


def _from_structured(found: PageMetadata, articles: list[dict[str, Any]], *, is_chinese: bool) -> None:
    for article in articles[:6]:
        if not ("headline" in article or "articleBody" in article or "datePublished" in article or "author" in article):
            free = article.get("isAccessibleForFree")
            if free is not None and found.is_free is None:
                found.is_free = _is_true(free)
            continue
        found.is_article = found.is_article or "headline" in article
        found.title = found.title or plain_text(_text_of(article.get("headline")))
        found.authors = found.authors or clean_authors(_names(article.get("author")))
        found.published_at = found.published_at or read_time(
            _text_of(article.get("datePublished")), is_chinese=is_chinese
        )
        found.updated_at = found.updated_at or read_time(_text_of(article.get("dateModified")), is_chinese=is_chinese)
        found.site_name = found.site_name or (_names(article.get("publisher")) or [""])[0][:100]
        found.image_url = found.image_url or _address(article.get("image"))
        found.paid_parts = found.paid_parts or _paid_parts(article.get("hasPart"))
        found.n_words = found.n_words or _number(article.get("wordCount"))
        if not found.body:
            body = _text_of(article.get("articleBody"))
            found.body = plain_text(body) if body else ""
        free = article.get("isAccessibleForFree")
        if free is not None and found.is_free is None:
            found.is_free = _is_true(free)


def _best_title(structured: str, graph: str, headlines: list[str], page_title: str) -> str:
    page_title = tidy(page_title).replace("\n", " ")
    for headline in headlines:
        # The headline the eye sees, when another source confirms it.
        if len(headline) >= 6 and any(
            headline in other or other in headline for other in (structured, graph, page_title) if other
        ):
            if any(headline in other for other in (structured, graph, page_title)):
                return headline
            inner = next((one for one in (structured, graph) if one and one in headline), headline)
            # A heading may hold a button or a label besides its words.
            return inner if len(inner) >= 6 and len(inner) < len(headline) - 3 else headline
    # Where the page's title is the site's name alone, the first heading is all there is.
    without_site = (
        _CHINESE_SUFFIX.sub("", _SITE_SUFFIX.sub("", one)).strip(_AROUND_SITE) for one in (graph, page_title)
    )
    return next(filter(None, (structured, *without_site, *headlines)), "")


def _first_time(metas: dict[str, str], names: tuple[str, ...], *, is_chinese: bool) -> datetime | None:
    for name in names:
        value = metas.get(name)
        if value and (moment := read_time(value, is_chinese=is_chinese)):
            return moment
    return None


def _paid_parts(value: object) -> tuple[str, ...]:
    """Return the CSS classes and ids that a page's `hasPart` names as not free."""
    parts = value if isinstance(value, list) else [value]
    selectors: list[str] = []
    for part in parts[:_MAX_AUTHORS]:
        if isinstance(part, dict) and not _is_true(part.get("isAccessibleForFree")):
            given = part.get("cssSelector")
            selectors.extend(one for one in (given if isinstance(given, list) else [given]) if isinstance(one, str))
    return tuple(one.strip() for one in selectors if _PLAIN_SELECTOR.match(one.strip()))


def _number(value: object) -> int:
    text = str(value) if isinstance(value, int | str) else ""
    return int(text) if text.isdecimal() and len(text) < 7 else 0


def _names(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        name = value.get("name")
        return _names(name) if name else []
    if isinstance(value, list):
        return [name for one in value[:_MAX_AUTHORS] for name in _names(one)]
    return []


def _address(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("url") or value.get("contentUrl") or ""
    return value[:4096] if isinstance(value, str) else ""


def _text_of(value: object) -> str:
    if isinstance(value, list):
        return " ".join(one for one in value if isinstance(one, str))
    return value if isinstance(value, str) else ""


def _is_true(value: object) -> bool:
    return value is True or (
        isinstance(value, str) and value.strip().lower() in ("true", "yes", "1", "http://schema.org/true")
    )


def _words(element: _Element) -> str:
    return tidy(" ".join("".join(str(part) for part in element.itertext())[:2_000].split()))
