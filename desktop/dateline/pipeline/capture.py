"""A page that the user saved and hands over becomes its article's full text. No network is touched."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from dateline.errors import AddressNeeded, InputError
from dateline.library import Library
from dateline.news.article import ArticleId, Completeness
from dateline.news.capture import Captured
from dateline.news.finding import Document
from dateline.pipeline.compare import compare_all


def capture_file(library: Library, path: Path, url: str = "") -> Captured:
    """Keep the article of a saved file; its name is noted as where the text is from.

    Raises:
        InputError: the file cannot be read, or as `capture_page` says.
    """
    from dateline.sources.saved_page import LARGEST_FILE

    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", "Give the path of a saved page.") from error
    return capture_page(library, data, url, provenance=path.name)


def capture_page(library: Library, data: bytes, url: str = "", *, provenance: str = "") -> Captured:
    """Take the article out of a saved or copied page and keep it.

    `url` is the article's address, "" for the one the page itself tells; `provenance` says how it was handed over.

    Raises:
        AddressNeeded: neither `url` nor the page tells the address.
        InputError: the address is none, or the page holds no article; nothing is kept then.
    """
    from dateline.analysis.analyse import analyse, analysis_version
    from dateline.sources.extract import extract_article
    from dateline.sources.outlets import outlet_of
    from dateline.sources.saved_page import read_saved_page
    from dateline.storage.articles import find_by_url
    from dateline.storage.captures import keep_capture
    from dateline.storage.lexicon_edits import lexicon_edits
    from dateline.text.urls import canonical_url, url_key

    page = read_saved_page(data)
    address = canonical_url(url) if url else page.url
    if not address:
        if not url:
            raise AddressNeeded("The page does not tell its address.", "Give the article's http or https address.")
        raise InputError(f"{url!r} is not the address of a page.", "Give the article's http or https address.")
    text = extract_article(page.body, address, content_type=page.content_type)
    if text.completeness in (Completeness.EMPTY, Completeness.BLOCKED) or not text.text.strip():
        raise InputError(
            f"The saved page holds no article. {text.reason}".rstrip(),
            "Open the article in the browser until its text shows, then save the page again.",
        )
    outlet = outlet_of(address, site_name=text.site_name)
    edits = library.read(lexicon_edits).result()
    document = Document(address, text.title, text.text, outlet or None, text.lang or None, text.published_at)
    change = library.write(
        partial(
            keep_capture,
            url=address,
            url_key=url_key(address),
            text=text,
            findings=analyse(document, edits),
            outlet=outlet,
            captured_at=datetime.now(UTC),
            analysis_version=analysis_version(edits),
            provenance=provenance,
        )
    ).result()
    if change:
        compare_all(library)
    article = library.read(partial(find_by_url, url_key=url_key(address))).result()
    return Captured(
        article=article or ArticleId(0),
        url=address,
        title=text.title,
        completeness=text.completeness,
        n_characters=len(text.text),
        is_kept=bool(change),
        reason=text.reason,
    )
