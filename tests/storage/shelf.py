"""A library whose articles are put there in a line each, with findings made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, TypeVar

from dateline.library import Library
from dateline.news.article import ArticleId, ArticleText, Completeness
from dateline.news.change import Change
from dateline.news.feed import FeedEntry, NewSource, SourceId
from dateline.news.finding import Evidence, Field, Findings, Mention, Quote, QuoteKind, Speaker, TopicHit
from dateline.news.library_view import ImportRow, OutletNames
from dateline.news.plan import EntryAction, EntryPlan
from dateline.news.question import TimelineFilter, read_filter
from dateline.storage import articles, entries, sources, timeline
from dateline.storage.laying_open import lay_open
from dateline.storage.outlets import keep_names
from dateline.text.span import Span

T = TypeVar("T")
NOON = datetime(2025, 11, 10, 12, tzinfo=UTC)
TODAY = date(2025, 11, 12)


def at(day: int, hour: int = 12) -> datetime:
    """Return a time in November 2025."""
    return datetime(2025, 11, day, hour, tzinfo=UTC)


def found_in(text: str, *, topics: str = "", said: str = "", speaker: str = "", entity: str | None = None) -> Findings:
    """Return findings: topics by id (the umbrella makes it on topic), one quote by a speaker in the text."""
    quotes: tuple[Quote, ...] = ()
    mentions: tuple[Mention, ...] = ()
    if said:
        who = Span(text.index(speaker), text.index(speaker) + len(speaker))
        span = Span(text.index(said), text.index(said) + len(said))
        quotes = (Quote(span, said, QuoteKind.DIRECT, None, Speaker(speaker, who, speaker, entity), 0.9),)
        mentions = (Mention(entity, who),) if entity else ()
    hits = tuple(TopicHit(topic, 0.8, (Evidence(Field.TEXT, Span(0, 1), topic),)) for topic in topics.split())
    return Findings("", "en", "us-china-ai" in topics.split(), hits, quotes, mentions)


@dataclass
class Shelf:
    """A library and short ways to fill it and to ask it."""

    library: Library

    def read(self, job: Callable[..., T], **given: Any) -> T:
        return self.library.read(partial(job, **given)).result()

    def write(self, job: Callable[..., Change], **given: Any) -> Change:
        return self.library.write(partial(job, **given)).result()

    def put(self, title: str, text: str = "Some words.", *, at: datetime = NOON, **more: Any) -> ArticleId:
        """Put an article there; `more` are fields of ImportRow."""
        slug = f"{title}{at:%d%H%M}".replace(" ", "-")
        row = ImportRow(f"https://paper.example/{slug}", f"paper.example/{slug}", title, text, published_at=at, **more)
        (number,) = self.write(articles.import_articles, rows=(row,)).new_articles
        return number

    def name_outlets(self, **names: tuple[str, ...]) -> None:
        """Say what outlets are called."""
        self.write(keep_names, outlets=[OutletNames(outlet, known) for outlet, known in names.items()])

    def follow(self, url: str = "https://paper.example/feed.xml") -> SourceId:
        """Follow a feed."""
        (number,) = self.write(sources.add_sources, new=(NewSource(url, "Paper"),)).sources
        return number

    def announce(self, source: SourceId, title: str, *, seen_at: datetime = NOON, **more: Any) -> ArticleId:
        """Let a feed announce an article whose page is still to be read; `more` are fields of FeedEntry."""
        entry = FeedEntry(key=title, url=f"https://paper.example/{title}", title=title, **more)
        plan = EntryPlan(entry, EntryAction.NEW, f"paper.example/{title}", digest=title, outlet="paper")
        change = self.write(entries.keep_entries, source_id=source, plans=(plan,), seen_at=seen_at)
        return change.new_articles[0]

    def keep(
        self, article: ArticleId, text: str, completeness: Completeness = Completeness.FULL, **more: Any
    ) -> Change:
        """Keep a text read from the article's page; `more` are arguments of `keep_text`."""
        read = ArticleText(text, f"<p>{text}</p>", completeness=completeness, reason="" if text else "It was empty.")
        findings = lay_open(more.pop("findings", None) or found_in(text), "", text)
        given = {"origin": "page", "captured_at": NOON} | more
        return self.write(articles.keep_text, article_id=article, text=read, findings=findings, **given)

    def titles(self, question: str | TimelineFilter = "", limit: int = 100) -> list[str]:
        """Return the titles of the articles that answer, newest first."""
        wanted = read_filter(question, TODAY) if isinstance(question, str) else question
        return [card.title for card in self.read(timeline.first_page, wanted=wanted, limit=limit)]
