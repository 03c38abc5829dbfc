"""A desk to try the window at: a library filled in words of the trade, and a newsroom that does as the test says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from dateline.analysis.lexicon_listing import list_lexicon, try_edits
from dateline.errors import DatelineError, InputError
from dateline.library import Library
from dateline.news.article import ArticleId, Card
from dateline.news.capture import Captured
from dateline.news.change import Change
from dateline.news.feed import FeedFetch, NewSource, Source, SourceId
from dateline.news.finding import UMBRELLA, Document, Findings, Quote, QuoteKind, Speaker, TopicHit
from dateline.news.handover import HandedOver, HandoverPreview, HandoverWanted, Tell
from dateline.news.lexicon_edit import NO_EDITS, LexiconEdit, LexiconEdits
from dateline.news.lexicon_listing import ListedLexicon, Trial, laid_over
from dateline.news.library_view import ImportRow
from dateline.news.progress import FilingAnew, RefreshEvent
from dateline.news.question import TimelineFilter
from dateline.sources.logins import Login
from dateline.sources.secrets import Place
from dateline.storage import articles, marks, sources, timeline
from dateline.storage.lexicon_edits import lexicon_edits
from dateline.text.span import Span

T = TypeVar("T")

TODAY = date(2025, 11, 10)
NOW = datetime(2025, 11, 10, 14, 30, tzinfo=UTC)


@dataclass
class Desk:
    """Puts articles and sources into a library; `cards` tells what is in it."""

    library: Library
    n: int = 0

    def article(
        self,
        title: str,
        *,
        outlet: str = "ft",
        at: datetime = NOW,
        lang: str = "en",
        topics: Sequence[str] = (),
        says: Sequence[tuple[str, str]] = (),
        text: str = "",
    ) -> ArticleId:
        """Keep an article; `says` are (speaker, words)."""
        row = self.row(title, outlet=outlet, at=at, lang=lang, topics=topics, says=says, text=text)
        return self.library.write(partial(articles.import_articles, rows=(row,), at=NOW)).result().new_articles[0]

    def articles(self, n: int, *, title: str = "Story {n}", step: timedelta = timedelta(hours=3)) -> None:
        """Keep n articles, the first the newest."""
        rows = [self.row(title.format(n=number), at=NOW - number * step) for number in range(n)]
        self.library.write(partial(articles.import_articles, rows=rows, at=NOW)).result()

    def row(
        self,
        title: str,
        *,
        outlet: str = "ft",
        at: datetime = NOW,
        lang: str = "en",
        topics: Sequence[str] = (),
        says: Sequence[tuple[str, str]] = (),
        text: str = "",
    ) -> ImportRow:
        self.n += 1
        body = text or f"{title} is what this article is about.\n"
        quotes = []
        for speaker, words in says:
            start = len(body)
            body += f"{speaker} said: “{words}”.\n"
            span = Span(start + len(speaker) + 8, start + len(speaker) + 8 + len(words))
            who = Speaker(speaker, Span(start, start + len(speaker)), speaker)
            quotes.append(Quote(span, words, QuoteKind.DIRECT, None, who, 0.9))
        hits = tuple(TopicHit(topic, 0.8, ()) for topic in topics)
        return ImportRow(
            url=f"https://{outlet}.example/{self.n}",
            url_key=f"{outlet}.example/{self.n}",
            title=title,
            text=body,
            outlet=outlet,
            lang=lang,
            published_at=at,
            findings=Findings(str(self.n), lang, UMBRELLA in topics, topics=hits, quotes=tuple(quotes)),
            analysis_version=1,
        )

    def source(self, title: str, *, outlet: str = "ft", folder: str = "", fails: str = "") -> SourceId:
        """Follow a source; `fails` says why its last turn ended badly."""
        new = NewSource(f"https://{outlet}.example/feed", title, outlet=outlet, folder=folder)
        number = self.library.write(partial(sources.add_sources, new=(new,))).result().sources[0]
        if fails:
            self.library.write(partial(sources.keep_failure, source_id=number, at=NOW, error=fails)).result()
        return number

    def mark(self, *ids: ArticleId, read: bool | None = None, starred: bool | None = None) -> None:
        if read is not None:
            self.library.write(partial(marks.set_read, ids=ids, is_read=read, at=NOW)).result()
        if starred is not None:
            self.library.write(partial(marks.set_starred, ids=ids, is_starred=starred, at=NOW)).result()

    def cards(self) -> list[Card]:
        """Return every card, newest first."""
        return self.library.read(partial(timeline.first_page, wanted=TimelineFilter(), limit=10_000)).result()

    def titles(self) -> list[str]:
        return [card.title for card in self.cards()]

    def card(self, title: str) -> Card:
        return next(card for card in self.cards() if card.title == title)


@dataclass
class QuietLexicon:
    """Fulfils `ui.newsroom.LexiconDesk` over a library, in the caller's thread; it files nothing anew by itself."""

    library: Library | None = None
    n_filings: int = 0
    n_stops: int = 0
    tellers: list[Callable[[FilingAnew], None]] = field(default_factory=list)

    def open_lexicon(self) -> Future[ListedLexicon]:
        return _done(list_lexicon(self._edits()))

    def try_edit(self, document: Document, edit: LexiconEdit | None) -> Future[Trial]:
        edits = self._edits()
        return _done(try_edits(document, edits, edits if edit is None else laid_over(edits, edit)))

    def file_anew(self) -> Future[int]:
        self.n_filings += 1
        return _done(0)

    def stop_filing(self) -> None:
        self.n_stops += 1

    def on_filing(self, tell: Callable[[FilingAnew], None]) -> Callable[[], None]:
        self.tellers.append(tell)
        return partial(self.tellers.remove, tell)

    def tell(self, event: FilingAnew) -> None:
        for teller in tuple(self.tellers):
            teller(event)

    def _edits(self) -> LexiconEdits:
        return NO_EDITS if self.library is None else self.library.read(lexicon_edits).result()


def _done(answer: T) -> Future[T]:
    future: Future[T] = Future()
    future.set_result(answer)
    return future


@dataclass
class Export:
    """An export that the window began; the test ends it by its future."""

    wanted: HandoverWanted
    to: str
    tell: Tell
    is_wanted: Callable[[], bool]
    future: Future[HandedOver] = field(default_factory=Future)


@dataclass
class QuietNewsroom:
    """Fulfils `ui.newsroom.Newsroom`: remembers what was asked, and tells what the test tells it to."""

    is_refreshing: bool = False
    lexicon: QuietLexicon = field(default_factory=QuietLexicon)
    n_due_asked: int = 0
    n_let_go_asked: int = 0
    folder: Path | None = None
    asked: list[tuple[SourceId, ...] | None] = field(default_factory=list)
    added: list[NewSource] = field(default_factory=list)
    asked_so: list[Source] = field(default_factory=list)
    tellers: list[Callable[[RefreshEvent], None]] = field(default_factory=list)
    found: tuple[NewSource, ...] = ()
    tried: list[str] = field(default_factory=list)
    previews: list[FeedFetch | DatelineError] = field(default_factory=list)
    login: Login | None = None
    cookies: list[tuple[str, str]] = field(default_factory=list)
    passwords: list[tuple[str, str, str]] = field(default_factory=list)
    handed_over: list[tuple[Path | bytes, str]] = field(default_factory=list)
    captures: list[Captured | DatelineError] = field(default_factory=list)
    preview: HandoverPreview = field(default_factory=lambda: HandoverPreview(1_000, 990, 3, "<h1>List</h1>", True))
    exports: list[Export] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)

    def refresh(self, sources: Sequence[SourceId] | None = None, *, only_due: bool = False) -> None:
        self.n_due_asked += only_due
        self.asked.append(None if sources is None else tuple(sources))

    def stop(self) -> None:
        self.is_refreshing = False

    def let_go_now(self) -> Future[int]:
        self.n_let_go_asked += 1
        return _done(3)

    def watched_folder(self) -> Future[Path | None]:
        return _done(self.folder)

    def watch_folder(self, folder: Path | None) -> Future[None]:
        self.folder = folder
        return _done(None)

    def on_progress(self, tell: Callable[[RefreshEvent], None]) -> Callable[[], None]:
        self.tellers.append(tell)
        return partial(self.tellers.remove, tell)

    def tell(self, *events: RefreshEvent) -> None:
        for event in events:
            for teller in tuple(self.tellers):
                teller(event)

    def find_sources(self, address: str) -> Future[tuple[NewSource, ...]]:
        future: Future[tuple[NewSource, ...]] = Future()
        future.set_result(self.found)
        return future

    def add_sources(self, sources: Sequence[NewSource]) -> Future[Change]:
        self.added += sources
        future: Future[Change] = Future()
        future.set_result(Change())
        return future

    def import_opml(self, path: Path) -> Future[Change]:
        future: Future[Change] = Future()
        future.set_result(Change())
        return future

    def capture(self, page: Path | bytes, url: str = "") -> Future[Captured]:
        """Answer with the next of `captures`."""
        self.handed_over.append((page, url))
        future: Future[Captured] = Future()
        answer = self.captures.pop(0)
        if isinstance(answer, DatelineError):
            future.set_exception(answer)
        else:
            future.set_result(answer)
        return future

    def fetch_pictures(self, addresses: Sequence[str]) -> Future[tuple[bytes, ...]]:
        """Answer with what `pictures` has."""
        return _done(tuple(self.pictures.get(address, b"") for address in addresses))

    def preview_rule(self, text: str) -> Future[FeedFetch]:
        """Answer with the next of `previews`; where none is left, with no article."""
        self.tried.append(text)
        future: Future[FeedFetch] = Future()
        answer = self.previews.pop(0) if self.previews else FeedFetch(())
        if isinstance(answer, DatelineError):
            future.set_exception(answer)
        else:
            future.set_result(answer)
        return future

    def try_source(self, source: Source) -> Future[FeedFetch]:
        """Answer with the next of `previews`."""
        self.asked_so.append(source)
        return self.preview_rule(source.url)

    def find_login(self, host: str) -> Future[Login | None]:
        future: Future[Login | None] = Future()
        future.set_result(self.login)
        return future

    def give_cookies(self, host: str, text: str) -> Future[tuple[Login, int]]:
        """Take any text but one that says so."""
        future: Future[tuple[Login, int]] = Future()
        if text == "none":
            future.set_exception(InputError("There are no cookies in this.", "Copy the header."))
        else:
            self.cookies.append((host, text))
            future.set_result((Login(host, Place.FILE, 1), 3))
        return future

    def give_password(self, host: str, user: str, password: str) -> Future[tuple[Login, int]]:
        self.passwords.append((host, user, password))
        future: Future[tuple[Login, int]] = Future()
        future.set_result((Login(host, Place.FILE, has_password=True), 0))
        return future

    def remove_login(self, host: str) -> Future[bool]:
        self.login = None
        future: Future[bool] = Future()
        future.set_result(True)
        return future

    def export_opml(self, path: Path) -> Future[int]:
        future: Future[int] = Future()
        future.set_result(0)
        return future

    def preview_export(self, wanted: HandoverWanted, form: str) -> Future[HandoverPreview]:
        future: Future[HandoverPreview] = Future()
        future.set_result(self.preview)
        return future

    def export(
        self, wanted: HandoverWanted, form: str, path: Path, tell: Tell, is_wanted: Callable[[], bool]
    ) -> Future[HandedOver]:
        self.exports.append(Export(wanted, f"{form}:{path.name}", tell, is_wanted))
        return self.exports[-1].future

    def send_to_zotero(self, wanted: HandoverWanted, tell: Tell, is_wanted: Callable[[], bool]) -> Future[HandedOver]:
        self.exports.append(Export(wanted, "zotero", tell, is_wanted))
        return self.exports[-1].future

    def write_to_vault(
        self, wanted: HandoverWanted, folder: Path, tell: Tell, is_wanted: Callable[[], bool]
    ) -> Future[HandedOver]:
        self.exports.append(Export(wanted, f"vault:{folder.name}", tell, is_wanted))
        return self.exports[-1].future
