"""A press that prints feeds and pages, and a newsroom that reads them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from html import escape
from typing import Any

from dateline.errors import FetchError
from dateline.library import Library
from dateline.news.article import Card
from dateline.news.feed import Fetched, Manner, NewSource, NotModified, Source, Validators
from dateline.news.progress import ArticleRead, Outcome, RefreshDone, RefreshEvent, SourceRead
from dateline.news.question import TimelineFilter, read_filter
from dateline.pipeline.refresh import Refresh
from dateline.storage import sources, timeline

MORNING = datetime(2025, 11, 10, 6, tzinfo=UTC)

BODY = (
    "<p>The United States tightened its export controls on artificial intelligence chips for China again on Monday, "
    "and chipmakers asked what their licences are worth.</p>"
    "<p>“The rules change faster than our products,” said Anna Weaver, chief executive of Loomchip, a maker of AI "
    "accelerators. She expects Chinese customers to buy from Huawei instead.</p>"
    "<p>Officials in Beijing said that the controls harm both countries and that China will train its models on chips "
    "of its own. The commerce ministry did not name a date for an answer to Washington.</p>"
)


@dataclass
class Press:
    """A fake internet: `feed`, `page` and `fails` say what stands where; calling it fetches, and `asked` remembers."""

    answers: dict[str, Fetched | Exception] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def feed(self, url: str, *titles: str, tag: str = "", link: str = "https://paper.example/{n}.html") -> None:
        """Print an RSS feed with an item a title; item n stands at `link`."""
        items = "".join(
            f"<item><title>{escape(title)}</title><link>{link.format(n=n)}</link><guid>{link.format(n=n)}</guid>"
            f"<pubDate>Mon, 10 Nov 2025 0{n}:00:00 GMT</pubDate>"
            f"<description>Summary of {escape(title)}.</description></item>"
            for n, title in enumerate(titles, start=1)
        )
        body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title>{items}</channel></rss>'
        self.answers[url] = Fetched(url, url, 200, "application/rss+xml", body.encode(), Validators(etag=tag or None))

    def page(self, url: str, title: str, body: str = BODY, head: str = "") -> None:
        """Print an article's page; `head` is put into its head."""
        html = (
            f"<html lang=en><head><title>{escape(title)}</title>{head}</head><body><nav><a href=/>Home</a></nav>"
            f"<article><h1>{escape(title)}</h1>{body}</article><footer>Imprint</footer></body></html>"
        )
        self.answers[url] = Fetched(url, url, 200, "text/html; charset=utf-8", html.encode())

    def fails(self, url: str, error: Exception) -> None:
        """Let an address fail."""
        self.answers[url] = error

    def __call__(
        self,
        url: str,
        *,
        validators: Validators | None = None,
        wants: str = "page",
        manner: Manner | None = None,
    ) -> Fetched | NotModified:
        self.asked.append(url)
        answer = self.answers.get(url, FetchError("The page does not exist.", kind="http", status=404))
        if isinstance(answer, Exception):
            raise answer
        if validators is not None and validators.etag and validators.etag == answer.validators.etag:
            return NotModified(url)
        return answer


class Inline:
    """Worker processes that are none: the job is done before `submit` returns."""

    def submit(self, job: Callable[..., Any], *values: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(job(*values))
        except Exception as error:
            future.set_exception(error)
        return future


@dataclass
class Room:
    """A library, a press and a clock, with the questions that stories ask."""

    library: Library
    press: Press
    clock: datetime = MORNING
    events: list[RefreshEvent] = field(default_factory=list)
    workers: Any = field(default_factory=Inline)

    def follow(self, *urls: str) -> None:
        new = tuple(NewSource(url, url.split("/")[2]) for url in urls)
        self.library.write(partial(sources.add_sources, new=new)).result()

    def refresh(self, **options: Any) -> RefreshDone:
        self.events.clear()
        run = Refresh(self.library, self.press, self.workers, tell=self.events.append, now=lambda: self.clock)
        return run.run(**options)

    def later(self, **time: float) -> None:
        self.clock += timedelta(**time)

    def cards(self) -> list[Card]:
        return self.library.read(lambda c: timeline.first_page(c, TimelineFilter(), 100)).result()

    def found(self, query: str) -> list[str]:
        wanted = read_filter(query, self.clock.date())
        return [card.title for card in self.library.read(lambda c: timeline.first_page(c, wanted, 100)).result()]

    def titles(self) -> list[str]:
        return [card.title for card in self.cards()]

    def sources(self) -> dict[str, Source]:
        return {source.url: source for source in self.library.read(sources.list_sources).result()}

    def sources_read(self) -> list[SourceRead]:
        return [event for event in self.events if isinstance(event, SourceRead)]

    def outcomes(self) -> dict[str, Outcome]:
        return {event.url: event.outcome for event in self.sources_read()}

    def articles_read(self) -> list[ArticleRead]:
        return [event for event in self.events if isinstance(event, ArticleRead)]
