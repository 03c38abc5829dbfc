"""Pages the user saved in a browser and handed over: the subscriber's way to a full text."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from dateline.news.article import ArticleText
from dateline.news.change import Change
from dateline.news.finding import Findings
from dateline.news.library_view import ImportRow
from dateline.storage.articles import find_by_url, import_articles, keep_text
from dateline.storage.database import driver
from dateline.storage.laying_open import lay_open

if TYPE_CHECKING:
    from dateline.storage.database import Writing


def keep_capture(
    c: Writing,
    url: str,
    url_key: str,
    text: ArticleText,
    findings: Findings,
    *,
    outlet: str,
    captured_at: datetime,
    analysis_version: int,
    provenance: str = "",
) -> Change:
    """Keep a captured page as the text of its article, which need not be known yet. Write job.

    `provenance` says how the page was handed over: the file's name, or “clipboard”.
    The change is empty where the library holds the same text or a fuller one.
    """
    article = find_by_url(driver(c), url_key)
    new: Change = Change()
    if article is None:
        announced = ImportRow(
            url, url_key, text.title, "", outlet=outlet, lang=text.lang, published_at=text.published_at
        )
        new = import_articles(c, (announced,), captured_at)
        (article,) = new.new_articles
    held = driver(c).execute("SELECT n_revisions FROM article WHERE id = ?", (article,)).fetchone()[0]
    kept = keep_text(
        c,
        article,
        text,
        lay_open(findings, text.title, text.text),
        origin="capture",
        captured_at=captured_at,
        analysis_version=analysis_version,
        provenance=provenance,
    )
    now = driver(c).execute("SELECT n_revisions FROM article WHERE id = ?", (article,)).fetchone()[0]
    if now == held:
        return new
    return Change(new_articles=new.new_articles, changed_articles=() if new else kept.changed_articles)
