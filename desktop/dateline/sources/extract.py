"""The article of one page: decoded, read, cleaned, and judged for completeness. Never raises for bad input.

The order of belief: what the page is (a PDF is no page), the site's own rule, the page's body as its structure shows
it (checked against its structured data), then other readings where that one is poor. Nothing here touches the network.
"""

from __future__ import annotations

import re
from datetime import time
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any

from dateline.news.article import ArticleText, Completeness
from dateline.sources.barriers import barriers_of, is_only_asking
from dateline.sources.body import Body, body_within, choose_body
from dateline.sources.charset import decode
from dateline.sources.completeness import BARRIER, FULL_FEED, LEAST_LINE, PageFacts, judge, worth
from dateline.sources.page import parse_page
from dateline.sources.page_dates import CHINA, find_chinese_time, read_time
from dateline.sources.page_metadata import PageMetadata, clean_authors, read_metadata
from dateline.sources.parts import part_of_article
from dateline.sources.render import html_of, text_of
from dateline.sources.sanitise import plain_text, safe_address, sanitise_html, tidy
from dateline.sources.script_text import text_in_scripts
from dateline.sources.second_reading import read_again
from dateline.sources.signatures import told_by
from dateline.sources.site_rule import SiteRule
from dateline.sources.sites import rule_for, select, select_all, site_host
from dateline.sources.trim import shown_headline
from dateline.text.excerpt import is_excerpt
from dateline.text.script import n_han

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from lxml.etree import _Element

    from dateline.news.feed import FeedEntry
    from dateline.sources.blocks import Block

_MAX_BODY = 6_000_000
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "an archive or office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "compressed data"),
)
#: Characters that text does not hold; more of them than this share of the beginning, and it is no text.
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_MOST_CONTROLS = 0.1
_SAMPLE = 4_000
_PAGE_TYPES = ("html", "xml", "text/plain", "octet-stream", "text/")
_CHINESE_HOST = re.compile(r"\.(?:cn|com\.cn)$")
#: What pages are called until a script gives them a title.
_PLACEHOLDER = re.compile(
    r"\W{0,3}(?:loading|please wait|redirecting|just a moment|untitled|document|home|正在加载|加载中|请稍候)\W{0,5}$",
    re.IGNORECASE,
)
#: A first reading worth less than this is checked against a second one.
_POOR = 500.0
#: A reading worth less than this has not found the article at all.
_NEXT_TO_NOTHING = 60.0
_NEAR_TOP = 3_000
_UNDER_HEADLINE = 200
_MOST_SHOWN = 400_000


def extract_article(
    body: bytes, url: str, *, content_type: str = "", entry: FeedEntry | None = None, number: int = 1
) -> ArticleText:
    """Return what can be read of the article on a page.

    `body` is the page as bytes, decompressed; `url` its address (after redirects); `content_type` the header as sent;
    `entry` what the feed said of the article; `number` which page of the article it is. Bad input ends as EMPTY or
    BLOCKED with a reason, never as an exception.
    """
    title = entry.title if entry else ""
    other = _not_a_page(body, content_type)
    if other:
        return _empty(other, title)
    text = decode(body[:_MAX_BODY], content_type)
    if len(_CONTROL.findall(text, 0, _SAMPLE)) > _MOST_CONTROLS * len(text[:_SAMPLE]):
        return _empty("The address holds data that is no text, not a page.", title)
    root = parse_page(text)
    if root is None:
        return _empty("The page is empty.", title)
    return _Reading(root, url, entry, text, number).article()


def article_from_feed(entry: FeedEntry) -> ArticleText:
    """Return the full text a feed carries, or its summary as a teaser."""
    content = entry.content_html
    source = content or entry.summary_html
    root = parse_page(f"<html><body><article>{source}</article></body></html>") if source else None
    blocks: list[Block] = []
    if root is not None:
        from dateline.sources.blocks import read_blocks

        found = choose_body(read_blocks(root), [entry.title], "")
        blocks = found.blocks
    text = text_of(blocks)
    plain = plain_text(source) if source else entry.summary
    if worth(text) < 0.5 * worth(plain):
        text = plain
        markup = _paragraphs(text)
    else:
        markup = html_of(blocks)
    text = text or entry.summary
    is_full = bool(content) and worth(text) >= FULL_FEED and not is_excerpt(plain)
    completeness = Completeness.FULL if is_full else Completeness.TEASER if text else Completeness.EMPTY
    reason = "" if is_full else "Only the feed's summary is held." if text else "The feed gives a headline only."
    return ArticleText(
        text=text,
        html=sanitise_html(markup, entry.url),
        title=entry.title,
        authors=entry.authors,
        published_at=entry.published_at,
        updated_at=entry.updated_at,
        lang=_language(text or entry.title, entry.lang),
        completeness=completeness,
        reason=reason,
        image_url=entry.image_url,
    )


class _Reading:
    """One page being read."""

    def __init__(self, root: _Element, url: str, entry: FeedEntry | None, page: str, number: int) -> None:
        self.root = root
        self._page = page
        self._number = number
        self.url = url
        self.entry = entry
        canonical = ""
        for link in root.iter("link"):
            if (link.get("rel") or "").lower() == "canonical":
                canonical = link.get("href") or ""
                break
        self.host = site_host(url, canonical)
        self.rule = rule_for(self.host)
        self.is_chinese = bool(_CHINESE_HOST.search(self.host)) or (root.get("lang") or "").lower().startswith("zh")
        self.shown = _shown(root)
        self.is_chinese = self.is_chinese or n_han(self.shown[:_NEAR_TOP]) * 3 > len(self.shown[:_NEAR_TOP])
        self.metadata: PageMetadata = read_metadata(root, is_chinese=self.is_chinese)
        self.title_in_script = ""
        self._goes_on_at = ""
        self._breaks_off = False
        self._headline = ""
        self._barriers = barriers_of(root)
        self._is_for_subscribers = False

    def article(self) -> ArticleText:
        """Return the article as kept."""
        metadata, rule = self.metadata, self.rule
        title = self._title()
        body = self._body(title)
        blocks = body.blocks
        self._breaks_off = body.breaks_off
        authors = self._authors() or body.signed or self._told() or (self.entry.authors if self.entry else ())
        if rule is not None:
            blocks, byline = _by_rule(blocks, rule)
            authors = byline or authors
        text = text_of(blocks)
        markup = html_of(blocks)
        text, markup = self._better(text, markup)
        title = self.title_in_script or self._headline or title
        completeness, reason = self._judge(text, title)
        if completeness in (Completeness.BLOCKED, Completeness.EMPTY) or worth(text) < LEAST_LINE:
            text = markup = ""
            self._is_for_subscribers = self._is_for_subscribers or reason == BARRIER
        elif completeness is Completeness.FULL and not text:
            completeness, reason = Completeness.EMPTY, "No article was found on the page."
        published, updated = self._times()
        return ArticleText(
            text=text,
            html=sanitise_html(markup, self.url),
            title=title,
            authors=authors,
            published_at=published,
            updated_at=updated,
            lang=_language(text or title, metadata.lang),
            completeness=completeness,
            reason=reason,
            site_rule=rule.name if rule is not None else None,
            site_name=self._site_name(),
            image_url=safe_address(self.url, metadata.image_url) if metadata.image_url else "",
            is_for_subscribers=self._is_for_subscribers,
            goes_on_at=self._goes_on_at,
            canonical_url=safe_address(self.url, metadata.canonical_url) if metadata.canonical_url else "",
        )

    def _body(self, title: str) -> Body:
        from dateline.sources.blocks import read_blocks

        rule = self.rule
        headings = (*self.metadata.headings, title)
        removed = {one for one in self._barriers if is_only_asking(one)}
        if rule is not None:
            removed.update(select_all(self.root, rule.remove))
        found = read_blocks(self.root, removed, len(self.shown))
        if (headline := shown_headline(found.blocks, title)) and (rule is None or not rule.title):
            self._headline = headline
            headings = (*headings, headline)
        if rule is not None and rule.body and (holders := _outermost(select(self.root, rule.body))):
            return body_within(found, holders, headings, self.host, self.metadata.authors, rule.tail)
        return choose_body(found, headings, self.metadata.body, self.host, self.metadata.authors)

    def _better(self, text: str, markup: str) -> tuple[str, str]:
        """Return the text with its HTML, or another reading of the page where that one is much better."""
        if worth(text) >= _POOR:
            return text, markup
        enough = max(200.0, 1.5 * worth(text))
        plain = _plain(self.metadata.body)
        if worth(plain) > enough:
            return plain, _paragraphs(plain)
        found = text_in_scripts(self.root)
        plain = _plain(found.text)
        if worth(plain) > enough:
            known = self.metadata.title
            if not known or _PLACEHOLDER.match(known) or (found.title and known.startswith(found.title)):
                self.title_in_script = found.title
            return plain, _paragraphs(plain)
        # Where nearly all words are links there is no article, and a second reading takes the square of their number.
        if self.rule is None and worth(text) < _NEXT_TO_NOTHING and worth(_shown(self.root, "a")) > _POOR / 2:
            plain = _plain(read_again(self._page))
            if worth(plain) > _POOR:
                return plain, _paragraphs(plain)
        return text, markup

    def _judge(self, text: str, title: str) -> tuple[Completeness, str]:
        rule, root, shown = self.rule, self.root, self.shown
        if rule is not None:
            if (rule.blocked or rule.barrier) and worth(text) < 400:
                words = f"{self._title()}\n{shown[:20_000]}\n{_scripts(root)}"
                if any(pattern.search(words) for pattern in rule.blocked):
                    return Completeness.BLOCKED, rule.blocked_reason
                if any(pattern.search(words) for pattern in rule.barrier):
                    self._is_for_subscribers = True
                    return Completeness.BLOCKED, rule.teaser_reason
            if rule.teaser and select(root, rule.teaser):
                summary = text or self.metadata.description
                return (Completeness.TEASER if summary else Completeness.BLOCKED), rule.teaser_reason
        refresh_to = _refresh_to(root)
        completeness, reason = judge(
            PageFacts(
                text=text,
                title=f"{title}\n{' '.join(self.metadata.headings[-2:])}",
                shown=shown,
                n_shown=len(shown),
                url=self.url,
                canonical_url=self.metadata.canonical_url,
                is_free=self.metadata.is_free,
                n_paid=self._paid(),
                n_words=self.metadata.n_words,
                is_article=self.metadata.is_article,
                has_barrier=bool(self._barriers),
                breaks_off=self._breaks_off,
                shows_headline=bool(title) and title in shown,
                is_frames=next(root.iter("frameset"), None) is not None,
                refresh_to=refresh_to[:300],
                has_scripts=next(root.iter("script"), None) is not None,
                summary=self.entry.summary if self.entry else "",
                entry_url=self.entry.url if self.entry else "",
            )
        )
        if completeness is Completeness.EMPTY and refresh_to:
            self._goes_on_at = safe_address(self.url, refresh_to)
        part = part_of_article(root, self.url, shown, self._number) if completeness is Completeness.FULL else None
        if part is None or not text:
            return completeness, reason
        self._goes_on_at = part.next_url
        return Completeness.TEASER, part.said

    def _paid(self) -> float:
        """Return the length of the text in the parts that the page calls not free."""
        selectors = self.metadata.paid_parts
        if not selectors or self.metadata.is_free is not False:
            return 0.0
        parts = _outermost(select_all(self.root, selectors))
        return sum(worth(" ".join("".join(str(words) for words in part.itertext()).split())) for part in parts[:200])

    def _title(self) -> str:
        rule = self.rule
        if rule is not None and rule.title:
            for element in select(self.root, rule.title):
                words = tidy(" ".join("".join(str(part) for part in element.itertext()).split()))
                if words:
                    return words
        told = self.entry.title if self.entry else ""
        return told if told and _PLACEHOLDER.match(self.metadata.title) else self.metadata.title or told

    def _authors(self) -> tuple[str, ...]:
        rule = self.rule
        if rule is not None and rule.authors:
            named = clean_authors(
                ["".join(str(part) for part in one.itertext()) for one in select(self.root, rule.authors)]
            )
            if named:
                return named
        return self.metadata.authors

    def _told(self) -> tuple[str, ...]:
        """Return the authors that the words under a Chinese headline name."""
        if not self.is_chinese:
            return ()
        headline = self._headline or self.metadata.title
        at = self.shown.find(headline) if headline else -1
        return told_by(self.shown[at + len(headline) :][:_UNDER_HEADLINE]) if at >= 0 else ()

    def _site_name(self) -> str:
        rule = self.rule
        if rule is not None:
            for element in select(self.root, rule.site_name_at):
                account = " ".join("".join(str(part) for part in element.itertext()).split())
                if account:
                    return account
            if rule.site_name:
                return rule.site_name
        return self.metadata.site_name

    def _times(self) -> tuple[datetime | None, datetime | None]:
        rule, entry, metadata = self.rule, self.entry, self.metadata
        published = metadata.published_at
        if rule is not None and rule.date:
            for element in select(self.root, rule.date):
                published = read_time("".join(str(part) for part in element.itertext()), is_chinese=True) or published
                break
        if published is None and entry is not None:
            published = entry.published_at
        if published is None or published.astimezone(CHINA).time() == time.min:
            # Only a day, or nothing: the line under the headline often has the time too.
            shown = find_chinese_time(self.shown[:_NEAR_TOP])
            if shown is not None and (published is None or _same_day(shown, published)):
                published = shown
        updated = metadata.updated_at or (entry.updated_at if entry else None)
        return published, updated


def _same_day(one: datetime, other: datetime) -> bool:
    return one.astimezone(CHINA).date() == other.astimezone(CHINA).date()


def _not_a_page(body: bytes, content_type: str) -> str:
    """Return why the bytes are no page, in a sentence, or ""."""
    if not body.strip():
        return "The page is empty."
    for mark, name in _SIGNATURES:
        if body.startswith(mark):
            return f"The address holds {name}, not a page."
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/pdf":
        return "The address holds a PDF, not a page."
    if kind and not any(one in kind for one in _PAGE_TYPES):
        return f"The address holds no page ({kind})."
    return ""


def _empty(reason: str, title: str) -> ArticleText:
    return ArticleText(text="", html="", title=title, completeness=Completeness.EMPTY, reason=reason)


def _outermost(elements: Sequence[_Element]) -> list[_Element]:
    known = set(elements)
    return [one for one in elements if not any(parent in known for parent in one.iterancestors())]


def _by_rule(blocks: Sequence[Block], rule: SiteRule) -> tuple[list[Block], tuple[str, ...]]:
    """Apply a rule's patterns: take the byline out of the text, drop lines, cut the tail."""
    authors: tuple[str, ...] = ()
    kept: list[Block] = []
    for block in blocks:
        if block.kind in ("image", "caption"):
            kept.append(block)
            continue
        if any(pattern.search(block.text) for pattern in rule.tail) and kept:
            break
        if any(pattern.search(block.text) for pattern in rule.drop):
            continue
        for pattern in rule.byline:
            found = pattern.search(block.text)
            if found:
                authors = authors or clean_authors([found.group(1)])
                rest = tidy(block.text[: found.start()] + block.text[found.end() :])
                block.parts = (rest,)
                block.text = rest
                break
        if block.text:
            kept.append(block)
    return kept, authors


def _refresh_to(root: _Element) -> str:
    """Return where the page sends its reader on by itself, "" where it does not."""
    for meta in root.iter("meta"):
        if (meta.get("http-equiv") or "").lower() == "refresh":
            return (meta.get("content") or "").partition("=")[2].strip("'\" ")
    return ""


def _scripts(root: _Element) -> str:
    """Return what stands in the page's scripts, bounded: some sites send a reader away by one."""
    return "\n".join((script.text or "")[:5_000] for script in islice(root.iter("script"), 40))


def _shown(root: _Element, outside: str = "") -> str:
    """Return the words a browser would show, bounded, scripts and styles left out, and what stands in `outside`."""
    words = _shown_words(outside)(root)
    return " ".join(" ".join(words).split())[:_MOST_SHOWN]


@lru_cache(maxsize=2)
def _shown_words(outside: str) -> Any:  # lxml's own type says nothing about what is found
    from lxml.etree import XPath

    return XPath(
        # One look at the parent's name: a look for each of them takes half as long again.
        "descendant::text()[not(contains('|script|style|noscript|template|title|head|', concat('|', name(..), '|')))]"
        + (f"[not(ancestor::{outside})]" if outside else ""),
        smart_strings=False,
    )


def _language(text: str, hint: str) -> str:
    """Return the language as the language module tells it; what the scripts say where that is not installed."""
    try:
        from dateline.text.language import detect_language
    except ImportError:
        return "zh" if n_han(text) * 3 > len(text) else hint[:2].lower()
    return detect_language(text, hint[:2].lower() or None)


def _plain(text: str) -> str:
    return plain_text(text) if "<" in text else tidy(text)


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{_escaped(line)}</p>" for line in text.split("\n") if line)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
