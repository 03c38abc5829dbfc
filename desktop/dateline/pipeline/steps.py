"""The steps of a refresh, one function each: values in, values out. None of them knows the others or the library.

`read_source` and `read_article` run in worker processes; what they need is imported inside them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.errors import DatelineError, FetchError
from dateline.news.article import COMPLETENESS_ORDER, ArticleText, Completeness
from dateline.news.feed import FeedEntry, FeedFetch, Fetched, Source, SourceKind
from dateline.news.finding import Document, Findings
from dateline.news.lexicon_edit import NO_EDITS, LexiconEdits
from dateline.news.library_view import OutletNames
from dateline.news.plan import EntryDraft, PageDue
from dateline.pipeline.decide import completeness_of_failure, draft_entries
from dateline.text.urls import url_key


@dataclass(frozen=True, slots=True)
class Failed:
    """A step that did not work out, as a value: what was being done, and the sentence for the user."""

    stage: str
    error: str
    hint: str = ""

    @classmethod
    def of(cls, stage: str, error: BaseException) -> Failed:
        """Put an exception into words; what is not an expected failure names itself."""
        if isinstance(error, DatelineError):
            return cls(stage, error.sentence, error.hint)
        if isinstance(error, TimeoutError):
            return cls(stage, "Reading it took too long and was given up.", "Open the original in the browser.")
        return cls(stage, f"Reading it failed unexpectedly ({type(error).__name__}).", "The log has the details.")


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """What became of one article: its text and what analysis found in it."""

    text: ArticleText
    findings: Findings
    origin: str  # "page" or "feed"
    analysis_version: int
    also_at: str = ""  # the address to which its own led (`text.urls.url_key`), where the article was found there


@dataclass(frozen=True, slots=True)
class ReadSource:
    """What became of a source's answer: the feed, and its entries ready to be planned."""

    feed: FeedFetch
    drafts: tuple[EntryDraft, ...]


def read_source(source: Source, fetched: Fetched) -> ReadSource:
    """Read a source's answer, by its rule where it has one.

    Raises:
        FeedError: the answer is not a feed, or the listing no longer matches.
    """
    if source.kind is SourceKind.LISTING:
        from dateline.sources.listing import read_listing

        feed = read_listing(fetched, source.rule)
    else:
        from dateline.sources.feeds import read_feed

        feed = read_feed(fetched)
    return ReadSource(feed, draft_entries(feed.entries, outlet=lambda entry: outlet_of_entry(entry, source)))


def read_article(due: PageDue, page: Fetched | FetchError | None, edits: LexiconEdits = NO_EDITS) -> ReadArticle:
    """Take the article's text from its page, else from what the feed said, and analyse it.

    `page` is the answer, the failure to get it, or None where the feed carries the full text or gives no address.
    """
    from dateline.analysis.analyse import analyse, analysis_version
    from dateline.sources.extract import article_from_feed, extract_article

    from_feed = article_from_feed(due.entry)
    text, origin = from_feed, "feed"
    if isinstance(page, Fetched):
        from_page = extract_article(page.body, page.final_url, content_type=page.content_type, entry=due.entry)
        text, origin = _better(from_page, from_feed)
    elif page is not None:
        state = completeness_of_failure(page)
        if state is Completeness.EMPTY and from_feed.text:
            state = Completeness.TEASER
        text = replace(from_feed, completeness=state, reason=str(page))
    findings = analyse(
        Document(
            id=str(due.article),
            title=due.entry.title or text.title,
            text=text.text,
            outlet=due.outlet or None,
            lang=text.lang or None,
            published_at=due.entry.published_at or text.published_at,
        ),
        edits,
    )
    also_at = ""
    if isinstance(page, Fetched) and origin == "page" and text.completeness is Completeness.FULL:
        also_at = url_key(page.final_url)
    text = replace(text, lang=text.lang or findings.lang)
    return ReadArticle(text, findings, origin, analysis_version(edits), also_at)


def _better(from_page: ArticleText, from_feed: ArticleText) -> tuple[ArticleText, str]:
    """Return the fuller of page and feed. A page without text leaves its verdict beside the feed's words."""
    page, feed = (COMPLETENESS_ORDER.index(t.completeness) for t in (from_page, from_feed))
    if page > feed or (page == feed and len(from_page.text) >= len(from_feed.text)):
        return from_page, "page"
    if from_feed.completeness is Completeness.FULL:
        return from_feed, "feed"
    if from_page.text and len(from_page.text) >= len(from_feed.text):
        return from_page, "page"
    verdict = from_page.completeness if from_page.completeness is not Completeness.EMPTY else Completeness.TEASER
    return replace(
        from_feed,
        completeness=verdict if from_feed.text else from_page.completeness,
        reason=from_page.reason,
        authors=from_page.authors or from_feed.authors,
        published_at=from_feed.published_at or from_page.published_at,
        updated_at=from_page.updated_at or from_feed.updated_at,
        image_url=from_page.image_url or from_feed.image_url,
        site_name=from_page.site_name,
        site_rule=from_page.site_rule,
    ), "page"


def outlet_names() -> tuple[OutletNames, ...]:
    """Return what every outlet that Dateline knows is called, for `outlet:` in a filter."""
    from dateline.sources.outlets import outlets

    return tuple(
        OutletNames(outlet.id, tuple(filter(None, (outlet.name, outlet.zh, *outlet.aliases))))
        for outlet in outlets().values()
    )


def outlet_of_entry(entry: FeedEntry, source: Source) -> str:
    """Return the outlet that carries an entry: by its address where that is an outlet's, else the source's.

    A list may lead to other outlets, and to readers' posts that its newsroom does not answer for.
    """
    from dateline.sources.outlets import outlet_at, outlet_of

    known = outlet_at(entry.url) or source.outlet
    return known or outlet_of(entry.url or source.url, feed_title=source.title, folder=source.folder)
