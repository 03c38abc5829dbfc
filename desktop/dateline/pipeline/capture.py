"""A page that the user saved and hands over becomes its article's full text. No network is touched."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from dateline.errors import InputError
from dateline.library import Library
from dateline.news.article import ArticleText, Completeness
from dateline.news.change import Change
from dateline.news.finding import Document
from dateline.pipeline.compare import compare_all


def capture_page(library: Library, body: bytes, url: str) -> tuple[ArticleText, Change]:
    """Take the article out of a saved page and keep it; returns the text and what changed.

    Raises:
        InputError: the address is none, or the page holds no article; nothing is kept then.
    """
    from dateline.analysis.analyse import analyse, analysis_version
    from dateline.sources.extract import extract_article
    from dateline.sources.outlets import outlet_of
    from dateline.storage.captures import keep_capture
    from dateline.storage.lexicon_edits import lexicon_edits
    from dateline.text.urls import canonical_url, url_key

    address = canonical_url(url)
    if not address:
        raise InputError(f"{url!r} is not the address of a page.", "Give the article's http or https address.")
    text = extract_article(body, address)
    if text.completeness in (Completeness.EMPTY, Completeness.BLOCKED) or not text.text.strip():
        raise InputError(
            f"The saved page holds no article. {text.reason}".rstrip(),
            "Open the article in the browser until its text shows, then save the page again.",
        )
    outlet = outlet_of(address, site_name=text.site_name)
    edits = library.read(lexicon_edits).result()
    document = Document(address, text.title, text.text, outlet or None, text.lang or None, text.published_at)
    kept = library.write(
        partial(
            keep_capture,
            url=address,
            url_key=url_key(address),
            text=text,
            findings=analyse(document, edits),
            outlet=outlet,
            captured_at=datetime.now(UTC),
            analysis_version=analysis_version(edits),
        )
    )
    change = kept.result()
    compare_all(library)
    return text, change
