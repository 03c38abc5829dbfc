"""Articles: one with its newest text and its findings; text kept, never a poorer one over a better."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from dateline.news.article import COMPLETENESS_ORDER, Article, ArticleId, ArticleText
from dateline.news.change import Change, Notice
from dateline.news.correction import corrected
from dateline.news.feed import Validators
from dateline.news.finding import Findings
from dateline.news.library_view import ImportRow
from dateline.storage.article_ids import FreeIds, sort_time
from dateline.storage.conditions import FULL
from dateline.storage.correction_rows import corrections_for
from dateline.storage.database import driver, index_at_end
from dateline.storage.findings import forget_findings, replace_findings
from dateline.storage.laying_open import LaidOpen, lay_open
from dateline.storage.listing import refresh_listing
from dateline.storage.outlets import keep_outlets
from dateline.storage.packing import SNIPPET_LENGTH, moment, pack, seconds, stamp, unpack, unpack_json
from dateline.storage.revisions import Newest, add_revision, newest_revision
from dateline.storage.rules import follow_rules
from dateline.storage.settings_rows import is_sample_library
from dateline.storage.visits import keep_visit
from dateline.text.churn import gist
from dateline.text.excerpt import is_cut_from
from dateline.text.script import n_han

if TYPE_CHECKING:
    from dateline.storage.database import Writing

_ARTICLE = """
SELECT a.id, a.url, a.title, a.outlet, a.lang, a.authors, a.published_at, a.updated_at, a.first_seen_at, a.completeness,
       a.reason, a.snippet, a.n_revisions, a.is_sample, coalesce(m.is_read, 0), coalesce(m.is_starred, 0),
       r.text_z, r.html_z
FROM article a
LEFT JOIN mark m ON m.article_id = a.id
LEFT JOIN revision r ON r.article_id = a.id AND r.number = a.n_revisions
WHERE a.id = ?
"""


def article(c: sqlite3.Connection, article_id: ArticleId) -> Article | None:
    """Return an article with the newest revision of its text (the feed's summary where there is none). Read job."""
    row = c.execute(_ARTICLE, (article_id,)).fetchone()
    if row is None:
        return None
    seen = moment(row[8])
    assert seen is not None  # noqa: S101 - the column is never null
    tags = c.execute("SELECT tag FROM tag WHERE article_id = ? ORDER BY tag", (article_id,))
    text = "" if row[16] is None else unpack(row[16])
    return Article(
        id=ArticleId(row[0]),
        url=row[1],
        title=row[2],
        outlet=row[3],
        lang=row[4],
        authors=tuple(filter(None, row[5].split("\n"))),
        published_at=moment(row[6]),
        updated_at=moment(row[7]),
        first_seen_at=seen,
        completeness=COMPLETENESS_ORDER[row[9]],
        reason=row[10],
        text=row[11] if row[16] is None else text,
        html=unpack(row[17], beside=text),
        n_revisions=row[12],
        is_read=bool(row[14]),
        is_starred=bool(row[15]),
        tags=tuple(tag for (tag,) in tags.fetchall()),
        is_sample=bool(row[13]),
    )


def findings(c: sqlite3.Connection, article_id: ArticleId) -> Findings | None:
    """Return what analysis stated about an article's newest text, as the user corrected it. Read job.

    None where it was not analysed.
    """
    row = c.execute("SELECT findings_z FROM finding WHERE article_id = ?", (article_id,)).fetchone()
    if row is None:
        return None
    from dateline.news.wire import findings_from_json

    said = findings_from_json(unpack_json(row[0]))
    corrections = corrections_for(c, article_id)
    if not corrections:
        return said
    text = c.execute(
        "SELECT coalesce(r.text_z, a.snippet), r.id FROM finding f JOIN article a ON a.id = f.article_id "
        "LEFT JOIN revision r ON r.id = f.revision_id WHERE f.article_id = ?",
        (article_id,),
    ).fetchone()
    return corrected(said, corrections, text[0] if text[1] is None else unpack(text[0]))


def find_by_url(c: sqlite3.Connection, url_key: str) -> ArticleId | None:
    """Return the article of a canonical address without its scheme (`text.urls.url_key`). Read job."""
    row = c.execute("SELECT article_id FROM address WHERE url_key = ?", (url_key,)).fetchone()
    return None if row is None else ArticleId(row[0])


def keep_text(
    c: Writing,
    article_id: ArticleId,
    text: ArticleText,
    findings: LaidOpen | None,
    *,
    origin: str,
    captured_at: datetime,
    next_try_at: datetime | None = None,
    has_failed: bool = False,
    analysis_version: int = 0,
    validators: Validators | None = None,
    provenance: str = "",
    also_at: Sequence[str] = (),
    tokens: Mapping[str, str] | None = None,
) -> Change:
    """Keep what was read of an article's page. Write job.

    A poorer text than the one held, or a piece cut from it, changes nothing but when the page is tried again. A text or
    headline that says something else becomes a new revision; findings replace those of before. `has_failed` counts one
    more failed try; `validators` are what the page's answer came with; `also_at` are more addresses
    (`text.urls.url_key`) under which feeds may name the article; `tokens` are search tokens by what they are of, where
    they were made already.
    """
    db = driver(c)
    row = db.execute(
        "SELECT title, snippet, lang, authors, published_at, updated_at, n_tries, first_seen_at, completeness "
        "FROM article WHERE id = ?",
        (article_id,),
    ).fetchone()
    if row is None:
        return Change()
    title, snippet, lang, authors, published_at, updated_at, n_tries, first_seen_at, held = row
    db.executemany(
        "INSERT INTO address(url_key, article_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(key, article_id) for key in also_at],
    )
    tries = (n_tries + 1 if has_failed else 0, stamp(next_try_at))
    newest = newest_revision(db, article_id)
    rank = COMPLETENESS_ORDER.index(text.completeness)
    page_title = text.title if origin in ("page", "capture") else ""
    if newest is not None and (rank < held or is_cut_from(text.text, newest.text)):
        db.execute("UPDATE article SET n_tries = ?, next_try_at = ? WHERE id = ?", (*tries, article_id))
        if gist(title) == gist(newest.title):
            return Change()
        # The feed has another headline now; the text held stands below it.
        _repeat_newest(c, article_id, title, captured_at)
        db.execute("UPDATE article SET n_revisions = ? WHERE id = ?", (newest.number + 1, article_id))
        return Change(changed_articles=(article_id,))
    if newest is not None:
        title = _title_now(title, page_title, newest, rank)
    title = title or text.title
    is_new = bool(text.text.strip()) and (newest is None or not newest.says(title, text.text))
    number, revision = (newest.number, newest.id) if newest else (0, None)
    if is_new:
        number += 1
        revision = add_revision(
            db,
            article_id,
            number,
            text,
            title=title,
            page_title=page_title or (newest.page_title if newest else ""),
            origin=origin,
            captured_at=captured_at,
            provenance=provenance,
        )
    if validators is not None:
        keep_visit(db, article_id, captured_at, validators)
    seen = datetime.fromtimestamp(first_seen_at, UTC)
    db.execute(
        "UPDATE article SET title = ?, snippet = ?, lang = ?, authors = ?, published_at = ?, updated_at = ?, "
        "completeness = ?, reason = ?, n_revisions = ?, n_tries = ?, next_try_at = ? WHERE id = ?",
        (
            title,
            snippet or _snippet(text.text),
            (findings.lang if findings else "") or text.lang or lang,
            "\n".join(text.authors) or authors,
            published_at or (stamp(text.published_at) if _is_sane(text.published_at, seen) else None),
            stamp(text.updated_at) or updated_at,
            rank,
            text.reason,
            number,
            *tries,
            article_id,
        ),
    )
    # Findings point into the text held: those of a text that differs from it by a clock would point beside it.
    if findings is not None and (is_new or newest is None or newest.text == text.text):
        replace_findings(
            db, article_id, findings, revision=revision, title=title, text=text.text, version=analysis_version
        )
    elif is_new:
        forget_findings(db, article_id)
    refresh_listing(db, [article_id])
    index_at_end(c, [article_id], tokens)
    notices = follow_rules(c, [article_id], captured_at).notices
    return Change(changed_articles=(article_id,), notices=notices)


def _title_now(title: str, page_title: str, newest: Newest, rank: int) -> str:
    """Return the article's headline: the feed's, unless the page has changed its own since and the feed has not."""
    has_feed_changed = gist(title) != gist(newest.title)
    has_page_changed = bool(newest.page_title and page_title) and gist(page_title) != gist(newest.page_title)
    # A teaser's headline beside a full page's is another way to say it, not an edit.
    return page_title if has_page_changed and not has_feed_changed and rank == newest.completeness else title


def _repeat_newest(c: Writing, article_id: ArticleId, title: str, captured_at: datetime) -> None:
    """Add a revision that differs from the newest by its headline alone."""
    db = driver(c)
    newest = newest_revision(db, article_id)
    assert newest is not None  # noqa: S101 - the caller looked
    db.execute(
        "INSERT INTO revision(article_id, number, captured_at, origin, provenance, completeness, n_characters, title, "
        "page_title, site_rule, text_z, html_z) SELECT article_id, number + 1, ?, 'feed', '', completeness, "
        "n_characters, ?, page_title, site_rule, text_z, html_z FROM revision WHERE id = ?",
        (seconds(captured_at), title, newest.id),
    )
    refresh_listing(db, [article_id])
    index_at_end(c, [article_id])


def import_articles(c: Writing, rows: Sequence[ImportRow], at: datetime | None = None) -> Change:
    """Keep whole articles; one whose address is known stays as it is unless it was poorer than full. Write job."""
    from sqlalchemy import insert

    from dateline.storage.tables import AddressRow, ArticleRow, RevisionRow

    db = driver(c)
    now = at or datetime.now(UTC)
    keep_outlets(c, {row.outlet: () for row in rows})
    is_sample = is_sample_library(db)
    free = FreeIds(db, (sort_time(row.published_at, now) for row in rows))
    new: dict[str, tuple[ArticleId, ImportRow]] = {}
    richer: list[tuple[ArticleId, ImportRow]] = []
    for row in sorted(rows, key=lambda row: sort_time(row.published_at, now)):
        known = find_by_url(db, row.url_key)
        if known is not None:
            (held,) = db.execute("SELECT completeness FROM article WHERE id = ?", (known,)).fetchone()
            if held < FULL and row.text.strip():
                richer.append((known, row))
        elif row.url_key not in new:
            new[row.url_key] = (free.take(sort_time(row.published_at, now)), row)
    notices: list[Notice] = []
    if new:
        c.execute(
            insert(ArticleRow), [_imported(number, row, now, is_sample=is_sample) for number, row in new.values()]
        )
        c.execute(insert(AddressRow), [{"url_key": row.url_key, "article_id": number} for number, row in new.values()])
        with_text = [(number, row) for number, row in new.values() if row.text.strip()]
        if with_text:
            c.execute(insert(RevisionRow), [_imported_revision(number, row, now) for number, row in with_text])
        for number, row in new.values():
            if row.findings is not None:
                _keep_imported_findings(db, number, row)
        ids = [number for number, _ in new.values()]
        refresh_listing(db, ids)
        index_at_end(c, ids)
        notices += follow_rules(c, ids, now).notices
    changed: list[ArticleId] = []
    for number, row in richer:
        text = ArticleText(row.text, row.html, row.title, row.authors, row.published_at, lang=row.lang)
        kept = keep_text(
            c,
            number,
            text,
            lay_open(row.findings, row.title, row.text) if row.findings is not None else None,
            origin="import",
            captured_at=now,
            analysis_version=row.analysis_version,
        )
        changed += kept.changed_articles
        notices += kept.notices
    return Change(
        new_articles=tuple(number for number, _ in new.values()),
        changed_articles=tuple(changed),
        notices=tuple(notices),
    )


def _imported(number: ArticleId, row: ImportRow, now: datetime, *, is_sample: bool) -> dict[str, Any]:
    has_text = bool(row.text.strip())
    return {
        "id": number,
        "url": row.url,
        "url_key": row.url_key,
        "title": row.title,
        "snippet": _snippet(row.text),
        "outlet": row.outlet,
        "lang": row.lang,
        "authors": "\n".join(row.authors),
        "published_at": stamp(row.published_at),
        "first_seen_at": seconds(now),
        "completeness": FULL if has_text else 0,
        "reason": "" if has_text else "The imported line held no text.",
        "n_revisions": int(has_text),
        "is_sample": is_sample,
        "n_tries": 0,
    }


def _imported_revision(number: ArticleId, row: ImportRow, now: datetime) -> dict[str, Any]:
    return {
        "article_id": number,
        "number": 1,
        "captured_at": seconds(now),
        "origin": "import",
        "provenance": "",
        "completeness": FULL,
        "n_characters": len(row.text),
        "title": row.title,
        "page_title": "",
        "text_z": pack(row.text),
        "html_z": pack(row.html, beside=row.text),
    }


def _keep_imported_findings(db: sqlite3.Connection, number: ArticleId, row: ImportRow) -> None:
    assert row.findings is not None  # noqa: S101 - the caller looked
    found = db.execute("SELECT id FROM revision WHERE article_id = ? AND number = 1", (number,)).fetchone()
    replace_findings(
        db,
        number,
        lay_open(row.findings, row.title, row.text),
        revision=found[0] if found else None,
        title=row.title,
        text=row.text,
        version=row.analysis_version,
    )


def _snippet(text: str) -> str:
    beginning = text[: SNIPPET_LENGTH * 2]
    # A Chinese character is as wide as two letters, and says as much.
    length = SNIPPET_LENGTH // 2 if n_han(beginning) > SNIPPET_LENGTH // 2 else SNIPPET_LENGTH
    return " ".join(beginning.split())[:length]


def _is_sane(published_at: datetime | None, seen: datetime) -> bool:
    return published_at is not None and sort_time(published_at, seen) is not seen
