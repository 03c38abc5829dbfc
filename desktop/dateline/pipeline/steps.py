"""The steps of a refresh, one function each: values in, values out. None of them knows the others or the library.

`read_source` and `read_article` run in worker processes; what they need is imported inside them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dateline.errors import DatelineError, FetchError
from dateline.news.article import COMPLETENESS_ORDER, ArticleText, Completeness
from dateline.news.feed import FeedEntry, FeedFetch, Fetched, Source, SourceKind
from dateline.news.finding import Document
from dateline.news.lexicon_edit import NO_EDITS, LexiconEdits
from dateline.news.library_view import OutletNames
from dateline.news.plan import EntryDraft, PageDue
from dateline.pipeline.decide import completeness_of_failure, draft_entries, is_own_address, may_go_on
from dateline.storage.laying_open import LaidOpen, lay_open
from dateline.storage.packing import entry_snippet, pack_entry
from dateline.text.tokens import token_text
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
    findings: LaidOpen
    origin: str  # "page" or "feed"
    analysis_version: int
    also_at: tuple[str, ...] = ()  # other addresses of the article that its pages showed (`text.urls.url_key`)
    goes_on_at: str = ""  # the page to read next, "" where there is none or it may not be asked for
    n_parts: int = 1  # pages on which the text stands; 0 where the page only led on to another
    tokens: dict[str, str] = field(default_factory=dict)  # search tokens by what they are of, for the index


@dataclass(frozen=True, slots=True)
class ReadSource:
    """What became of a source's answer: the feed, and its entries ready to be planned."""

    feed: FeedFetch
    drafts: tuple[EntryDraft, ...]
    tokens: dict[str, str]  # search tokens by what they are of, for the index


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
    # The library's one writer has the least time of all to pack them, and to cut them into tokens.
    drafts = draft_entries(feed.entries, outlet=lambda entry: outlet_of_entry(entry, source), pack=pack_entry)
    words = (one for draft in drafts for one in (draft.entry.title, entry_snippet(draft.entry)))
    return ReadSource(feed, drafts, {one: token_text(one) for one in words})


def read_article(
    due: PageDue, page: Fetched | FetchError | None, edits: LexiconEdits = NO_EDITS, before: ReadArticle | None = None
) -> ReadArticle:
    """Take the article's text from its page, else from what the feed said, and analyse it.

    `page` is the answer, the failure to get it, or None where the feed carries the full text or gives no address.
    `before` is what the pages before this one gave, where the article goes on from them.
    """
    from dateline.analysis.analyse import analyse, analysis_version
    from dateline.sources.extract import article_from_feed

    origin, n_parts, goes_on_at = "feed", 1, ""
    also_at: tuple[str, ...] = ()
    if isinstance(page, Fetched):
        text, n_parts, goes_on_at = _read_part(due, page, before)
        origin = "page"
        # What a feed says without the whole text is never fuller than a whole page.
        if text.completeness is not Completeness.FULL or due.entry.content_html:
            text, origin = _better(text, article_from_feed(due.entry))
        also_at = _addresses(page, text, before) if origin == "page" else ()
    else:
        text = article_from_feed(due.entry)
        if page is not None:
            state = completeness_of_failure(page)
            if state is Completeness.EMPTY and text.text:
                state = Completeness.TEASER
            text = replace(text, completeness=state, reason=str(page))
    document = Document(
        id=str(due.article),
        title=due.entry.title or text.title,
        text=text.text,
        outlet=due.outlet or None,
        lang=text.lang or None,
        published_at=due.entry.published_at or text.published_at,
    )
    findings = lay_open(analyse(document, edits), document.title, document.text)
    text = replace(text, lang=text.lang or findings.lang)
    words = (document.title, document.text, *(document.text[quote.start : quote.end] for quote in findings.quotes))
    tokens = {one: token_text(one) for one in words}
    return ReadArticle(text, findings, origin, analysis_version(edits), also_at, goes_on_at, n_parts, tokens)


def _read_part(due: PageDue, page: Fetched, before: ReadArticle | None) -> tuple[ArticleText, int, str]:
    """Return what one page and those before it give, of how many pages that is, and which page is to be read next."""
    from dateline.sources.extract import extract_article

    n_before = before.n_parts if before is not None else 0
    # From the second part on, the feed's summary is no measure of how much should stand on a page.
    entry = due.entry if not n_before else replace(due.entry, summary="")
    found = extract_article(page.body, page.final_url, content_type=page.content_type, entry=entry, number=n_before + 1)
    goes_on_at = found.goes_on_at
    if not found.text:
        if before is not None and n_before:
            return before.text, n_before, ""
        return found, 0, goes_on_at if before is None and may_go_on(page.final_url, goes_on_at, 0) else ""
    if before is not None and n_before:
        if found.text in before.text.text:
            return before.text, n_before, ""
        found = replace(
            before.text,
            text=f"{before.text.text}\n{found.text}",
            html=f"{before.text.html}\n{found.html}",
            completeness=found.completeness,
            reason=found.reason,
        )
    return found, n_before + 1, goes_on_at if may_go_on(page.final_url, goes_on_at, n_before + 1) else ""


def _addresses(page: Fetched, text: ArticleText, before: ReadArticle | None) -> tuple[str, ...]:
    """Return the addresses under which feeds may name the article: where its pages stand, and what they call it."""
    known = before.also_at if before is not None else ()
    if text.completeness is not Completeness.FULL:
        return known
    named = text.canonical_url if is_own_address(page.final_url, text.canonical_url) else ""
    return tuple(dict.fromkeys(filter(None, (*known, url_key(page.final_url), url_key(named)))))


def _better(from_page: ArticleText, from_feed: ArticleText) -> tuple[ArticleText, str]:
    """Return the fuller of page and feed. A page without text leaves its verdict beside the feed's words."""
    page, feed = (COMPLETENESS_ORDER.index(t.completeness) for t in (from_page, from_feed))
    if page > feed or (page == feed and len(from_page.text) >= len(from_feed.text)):
        return from_page, "page"
    if from_feed.completeness is Completeness.FULL:
        return from_feed, "feed"
    if from_page.text and len(from_page.text) >= len(from_feed.text):
        return from_page, "page"
    # The feed's words are the teaser of what a site keeps for its subscribers; a bot check blocks all the same.
    is_teaser = from_page.completeness is Completeness.EMPTY or from_page.is_for_subscribers
    verdict = Completeness.TEASER if is_teaser else from_page.completeness
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
