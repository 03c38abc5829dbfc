"""Every fault of the newsstand ends in the right state, says so, and costs nobody else anything."""

from __future__ import annotations

import json
import urllib.request
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from dateline.errors import FetchError
from dateline.news.article import ArticleId, Completeness
from dateline.news.feed import FeedEntry, Fetched, Manner, NotModified, SourceId, SourceState, Validators
from dateline.news.plan import PageDue
from dateline.pipeline.steps import read_article
from dateline.sources.http import Client, Limits
from dateline.sources.robots import Robots
from press import Room

if TYPE_CHECKING:
    from newsstand import Newsstand

pytestmark = pytest.mark.newsstand

QUICK = Limits(seconds=1.5, connect_seconds=0.5, idle_seconds=0.6)
PATIENT = Limits(seconds=60, connect_seconds=30, idle_seconds=30)

#: Feeds that fail: what is said.
FAILING = {
    "timeout": "timed out",
    "timeout-after-headers": "timed out",
    "drip": "timed out",
    "status-500": "status 500",
    "status-502": "status 502",
    "status-503": "not available for the moment",
    "status-429": "asked too often",
    "status-401": "Login… in the source's menu",
    "status-403": "try another user agent",
    "status-404": "remove the source",
    "status-451": "legal reasons",
    "status-999": "status 999",
    "flaky": "status 500",
    "redirect-loop": "redirect loop",
    "redirect-chain": "redirect loop",
    "redirect-self": "redirect loop",
    "redirect-to-file": "not a page of the web",
    "redirect-to-data": "not a page of the web",
    "redirect-to-javascript": "not a page of the web",
    "redirect-to-ftp": "not a page of the web",
    "redirect-to-empty": "not a page of the web",
    "redirect-to-bad-url": "not a page of the web",
    "redirect-to-closed-port": "connection refused",
    "redirect-to-no-such-host": "no such host",
    "endless": "more than 24 MB",
    "gzip-bomb": "more than 24 MB",
    "gzip-cut": "cannot be unpacked",
    "gzip-lie": "cannot be unpacked",
    "length-too-long": "broke off half way",
    "chunked-broken": "broke off",
    "reset": "broke off",
    "no-answer": "broke off",
    "not-http": "broke off",
    "huge-header": "broke off",
    "html-instead": "faults/moved/feed.xml",
    "html-as-rss": "not a feed",
    "empty-200": "empty",
    "json-error": "not a feed",
    "captive-portal": "not a feed",
    "304-unasked": "nothing changed",
    "basic-auth": "needs a login",
}


@dataclass(frozen=True)
class Read:
    """A feed that is read: how many articles, one of their headlines, what the next poll brings, what is remarked."""

    n: int
    title: str = ""
    then_new: int = 0
    then_changed: int = 0
    hint: str = ""


BROKEN_OFF = "The feed breaks off: what came whole was read."
FAULTY = "The feed has faults in its XML: what can be read was read."
CHINESE, TAIWANESE = "国产芯片取得新进展", "晶片出口管制再升級"

READ = {
    "slow-3s": Read(5),
    "status-204": Read(0),
    "redirect-other-host": Read(5),
    "redirect-301": Read(5),
    "redirect-308": Read(5),
    "redirect-302": Read(5),
    "redirect-307": Read(5),
    "redirect-303": Read(5),
    "redirect-relative": Read(5),
    "gzip-twice": Read(5),
    "gzip-unnamed": Read(5),
    "deflate-raw": Read(5),
    "brotli": Read(5, "Brotli item 1"),
    "brotli-if-asked": Read(5, "Brotli item 1"),
    "length-too-short": Read(9, hint=BROKEN_OFF),
    "cookie-flood": Read(5),
    "truncated-xml": Read(7, hint=BROKEN_OFF),
    "billion-laughs": Read(2, "Sound item 2"),
    "quadratic-blowup": Read(1),
    "xxe-file": Read(2, "Sound item 2"),
    "xxe-http": Read(2, "Sound item 2"),
    "xinclude": Read(1),
    "xml-stylesheet": Read(1),
    "nul-bytes": Read(2, "Beforeafter"),
    "control-chars": Read(3, "Refs end"),
    "bad-utf8": Read(3, "Good 中文"),
    "unescaped": Read(5, "AT&T & Q&A", hint=FAULTY),
    "leading-junk": Read(5),
    "trailing-junk": Read(5),
    "bom": Read(5),
    "deep-xml": Read(2),
    "two-channels": Read(4, "Sound item 12"),
    "charset-gb2312-as-utf8": Read(2, CHINESE),
    "charset-gb2312": Read(2, CHINESE),
    "charset-gbk-header-lies": Read(2, CHINESE),
    "charset-utf8-header-latin1": Read(2, CHINESE),
    "charset-big5": Read(2, TAIWANESE),
    "charset-big5-unnamed": Read(2, TAIWANESE),
    "charset-text-xml-no-charset": Read(2, CHINESE),
    "charset-utf16": Read(2, CHINESE),
    "charset-utf16-header-utf8": Read(2, CHINESE),
    "charset-windows-1252": Read(1, "“Quotes” – and €5"),
    "no-items": Read(0),
    "no-content-type": Read(5),
    "octet-stream": Read(5),
    "items-10000": Read(2_000, hint="The feed lists 10,000 entries: the first 2,000 were read."),
    "long-fields": Read(3),
    "description-5mb": Read(2),
    "items-without-guid": Read(5),
    "items-without-link": Read(5),
    "items-without-date": Read(5),
    "items-without-title": Read(5, "Text of item 1."),
    "items-without-description": Read(5),
    "items-without-guid-and-link": Read(5),
    "items-without-anything": Read(0),
    "dates-future": Read(3),
    "dates-past": Read(4),
    "dates-garbage": Read(11),
    "dates-zones": Read(12),
    "guids-duplicate": Read(5),
    "guids-change": Read(5),
    "guids-and-links-change": Read(5),
    "time-in-text": Read(5),
    "titles-change": Read(4, then_changed=1),
    "order-shuffled": Read(20),
    "rolls-off": Read(10, then_new=1),
    "links-relative": Read(5),
    "links-dangerous": Read(15),
    "links-odd": Read(7),
    "titles-odd": Read(21, "Bold & italic"),
    "xss-feed": Read(23),
    "tracking-pixels": Read(5),
    "enclosures": Read(4),
    "formats-rss091": Read(1, "Old item"),
    "formats-rdf": Read(3, "RDF item 3"),
    "formats-atom03": Read(1, "Entry"),
    "formats-atom-xhtml": Read(1, "A & B bold"),
    "formats-jsonfeed-odd": Read(3, "One"),
    "hints": Read(3),
    "etag": Read(5),
    "etag-weak": Read(5),
    "last-modified": Read(5),
    "etag-ignored": Read(5),
    "etag-stale": Read(5),
    "login-feed": Read(3),
    "user-agent": Read(5),
    "robots": Read(2),
    "one-connection": Read(5),
}


class FeedsOnly:
    """A client that fetches feeds and leaves their articles' pages alone: those have tests of their own."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def __call__(
        self, url: str, *, validators: Validators | None = None, wants: str = "page", manner: Manner | None = None
    ) -> Fetched | NotModified:
        if wants == "page":
            raise FetchError("No page today.", status=404)
        return self._client(url, validators=validators, wants="feed")


def at_the_stand(room: Room, newsstand: Newsstand, name: str, limits: Limits = PATIENT) -> str:
    """Follow a fault and ask it through the network; returns its address."""
    room.press = FeedsOnly(Client(limits))  # type: ignore[assignment]
    room.clock = datetime.now(UTC)
    url = newsstand.at(f"/faults/{name}")
    room.follow(url)
    return url


def no_trap_was_asked_for(newsstand: Newsstand) -> bool:
    return not newsstand.asked("/faults/canary") and not newsstand.asked("/faults/pixel")


@pytest.mark.parametrize(("name", "sentence"), FAILING.items())
def test_a_feed_that_cannot_be_had_says_why(room: Room, newsstand: Newsstand, name: str, sentence: str) -> None:
    url = at_the_stand(room, newsstand, name, QUICK if sentence == "timed out" else PATIENT)
    room.refresh()
    source = room.sources()[url]
    assert (source.state, source.n_failures) == (SourceState.FAILING, 1)
    assert sentence in f"{source.error} {source.hint}"
    n_asked = len(newsstand.asked(f"/faults/{name}"))
    room.refresh()
    assert len(newsstand.asked(f"/faults/{name}")) == n_asked  # not before its time
    assert room.cards() == []
    assert no_trap_was_asked_for(newsstand)


@pytest.mark.parametrize(("name", "read"), READ.items())
def test_a_feed_with_faults_is_read(room: Room, newsstand: Newsstand, name: str, read: Read) -> None:
    url = at_the_stand(room, newsstand, name)
    first = room.refresh()
    (source,) = room.sources().values()
    assert (source.state, source.error, source.hint) == (SourceState.WORKING, "", read.hint)
    assert first.n_new == source.n_articles == read.n
    assert read.title in ("", *room.titles())
    assert source.url == url
    assert all(card.url.startswith(("http://", "https://")) or not card.url for card in room.cards())
    then = room.refresh()
    assert (then.n_failed, then.n_new, then.n_changed) == (0, read.then_new, read.then_changed)
    moved = newsstand.at("/faults/moved/feed.xml")
    assert set(room.sources()) == {moved if name in ("redirect-301", "redirect-308") else url}
    assert no_trap_was_asked_for(newsstand)


def test_a_feed_that_is_gone_is_asked_no_more(room: Room, newsstand: Newsstand) -> None:
    url = at_the_stand(room, newsstand, "status-410")
    room.refresh()
    room.later(days=30)
    room.refresh()
    assert room.sources()[url].state is SourceState.PAUSED
    assert len(newsstand.asked("/faults/status-410")) == 1


def test_a_host_that_is_asked_too_often_is_left_alone_by_all_its_feeds_and_after_a_restart(
    room: Room, newsstand: Newsstand
) -> None:
    at_the_stand(room, newsstand, "status-429")
    room.refresh()
    other = at_the_stand(room, newsstand, "etag")
    room.refresh()
    assert newsstand.asked("/faults/etag") == []
    room.later(seconds=125)
    room.refresh()
    assert len(newsstand.asked("/faults/etag")) == 1
    assert room.sources()[other].state is SourceState.WORKING


def test_what_a_broken_answer_gave_to_ask_with_is_not_used(room: Room, newsstand: Newsstand) -> None:
    at_the_stand(room, newsstand, "304-with-broken-first")
    room.refresh()
    room.refresh()
    assert [one["if_none_match"] for one in newsstand.asked("/faults/304-with-broken-first")] == [None, None]
    assert len(room.cards()) == 5


def test_a_server_that_never_changes_its_tag_is_now_and_then_asked_for_all(room: Room, newsstand: Newsstand) -> None:
    at_the_stand(room, newsstand, "etag-stale")
    for _ in range(26):
        room.refresh()
    asked = newsstand.asked("/faults/etag-stale")
    assert [n for n, one in enumerate(asked) if one["if_none_match"] is None] == [0, 25]
    assert len(room.cards()) > 5


def test_what_is_fresh_is_not_asked_for_again_for_an_hour(room: Room, newsstand: Newsstand) -> None:
    at_the_stand(room, newsstand, "hints")
    room.refresh()
    room.later(minutes=59)
    room.refresh()
    assert len(newsstand.asked("/faults/hints")) == 1
    room.later(minutes=2)
    room.refresh(only_due=True)
    assert len(newsstand.asked("/faults/hints")) == 1  # a scheduled refresh keeps to the day it asks for
    room.refresh()
    assert len(newsstand.asked("/faults/hints")) == 2


def test_neither_cookies_nor_headers_follow_a_redirect_to_another_host(newsstand: Newsstand) -> None:
    client = Client(PATIENT)
    manner = Manner(headers=(("X-Key", "secret"),), user_agent="Reader of Ida")
    client(newsstand.at("/faults/redirect-other-host"), wants="feed", manner=manner)
    client.close()
    landed = newsstand.asked("/faults/moved/here")[0]
    assert landed["host"].startswith("localhost")
    assert (landed["cookie"], landed["authorization"]) == (None, False)
    assert landed["user_agent"] == "Reader of Ida"


def test_robots_txt_is_heeded(newsstand: Newsstand) -> None:
    client = Client(PATIENT)
    robots = Robots(client)
    with pytest.raises(FetchError, match=r"robots\.txt"):
        robots.check(newsstand.at("/faults/private/page"))
    robots.check(newsstand.at("/faults/page-plain"))
    client.close()
    assert len(newsstand.asked("/robots.txt")) == 1


# Pages ----------------------------------------------------------------------------------------------------------------

#: What is made of a page that does not come, and a piece of the reason; those that come are extraction's own tests.
PAGES = {
    "status-429-page": (Completeness.BLOCKED, "asked too often"),
    "endless-page": (Completeness.TEASER, "more than 16 MB"),
    "gzip-bomb-page": (Completeness.TEASER, "more than 16 MB"),
    "image-bomb": (Completeness.TEASER, "picture"),
    "login": (Completeness.TEASER, "No article"),
}


@pytest.mark.parametrize(("name", "completeness", "reason"), [(name, *verdict) for name, verdict in PAGES.items()])
def test_a_page_with_faults_says_what_it_gave(
    newsstand: Newsstand, name: str, completeness: Completeness, reason: str
) -> None:
    url = newsstand.at(f"/faults/{name}")
    entry = FeedEntry(url, url, "What the feed called it", summary="What the feed said of it.")
    client = Client(PATIENT)
    page: Fetched | FetchError
    try:
        answer = client(url, wants="page")
        assert isinstance(answer, Fetched)
        page = answer
    except FetchError as error:
        page = error
    client.close()
    read = read_article(PageDue(ArticleId(1), SourceId(1), url, "paper", entry), page)
    assert read.text.completeness is completeness
    assert reason in read.text.reason
    assert no_trap_was_asked_for(newsstand)


@pytest.mark.parametrize(
    ("path", "completeness"),
    [("/ft/content/any", Completeness.TEASER), ("/bloomberg/news/articles/any", Completeness.BLOCKED)],
    ids=["kept for subscribers", "bot check"],
)
def test_the_feeds_words_are_the_teaser_of_what_is_kept_for_subscribers(
    newsstand: Newsstand, path: str, completeness: Completeness
) -> None:
    """Only a site that asks for a subscription gives a teaser; one that asks for proof of being human gives nothing."""
    url = newsstand.at(path)
    entry = FeedEntry(url, url, "Ministers meet", summary="Ministers of nine countries met on Monday.")
    client = Client(PATIENT)
    try:
        page: Fetched | FetchError = client(url, wants="page")  # type: ignore[assignment]
    except FetchError as error:
        page = error
    client.close()
    read = read_article(PageDue(ArticleId(1), SourceId(1), url, "paper", entry), page)
    assert (read.text.completeness, read.text.text) == (completeness, entry.summary)


def test_no_fault_is_left_out(newsstand: Newsstand) -> None:
    with urllib.request.urlopen(newsstand.at("/faults/index.json")) as answer:
        every = {fault["name"] for fault in json.loads(answer.read()) if not fault["name"].startswith("page-")}
    assert every == {*FAILING, *READ, *PAGES, "status-410", "304-with-broken-first"}


@pytest.mark.parametrize(
    ("name", "pages"),
    [("page-multi", ["page-multi", "multi/2", "multi/3"]), ("page-meta-refresh", ["page-meta-refresh"])],
)
def test_an_article_is_followed_over_its_pages(room: Room, newsstand: Newsstand, name: str, pages: list[str]) -> None:
    client, press = Client(PATIENT), room.press
    press.feed("https://paper.example/feed.xml", "Story", link=newsstand.at(f"/faults/{name}"))

    def fetch(url: str, *, wants: str = "page", **options: Any) -> Fetched | NotModified:
        return press(url, wants=wants, **options) if wants == "feed" else client(url, **options)

    room.press = fetch  # type: ignore[assignment]
    room.follow("https://paper.example/feed.xml")
    room.refresh()
    client.close()
    (card,) = room.cards()
    assert card.completeness is Completeness.FULL
    assert [len(newsstand.asked(f"/faults/{page}")) for page in pages] == [1] * len(pages)
