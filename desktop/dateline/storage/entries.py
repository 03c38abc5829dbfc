"""Entries: what feeds said of articles; plans carried out in bulk; which pages are due."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dateline.news.article import COMPLETENESS_ORDER, ArticleId, Completeness
from dateline.news.change import Change
from dateline.news.feed import SourceId, Validators
from dateline.news.plan import EntryAction, EntryPlan, Known, KnownEntry, PageDue
from dateline.storage.article_ids import FreeIds, sort_time
from dateline.storage.conditions import FULL
from dateline.storage.database import driver, index_at_end
from dateline.storage.dialect import EACH, THEN, among, values_of
from dateline.storage.listing import refresh_listing
from dateline.storage.outlets import keep_outlets
from dateline.storage.packing import entry_from_json, entry_snippet, moment, pack_entry, seconds, stamp, unpack_json
from dateline.storage.rules import follow_rules
from dateline.storage.settings_rows import is_sample_library

if TYPE_CHECKING:
    from dateline.storage.database import Writing

# In seconds: neither the next look at a page nor its server asks for more (`pipeline.decide`).
_LONGEST_WAIT = 7 * 86_400
_TEASER = COMPLETENESS_ORDER.index(Completeness.TEASER)
_EMPTY = COMPLETENESS_ORDER.index(Completeness.EMPTY)


def known(c: sqlite3.Connection, source_id: SourceId, keys: Iterable[str], url_keys: Iterable[str]) -> Known:
    """Return what the library knows of a feed's entries, by their keys and addresses. Read job."""
    by_key = {
        row[0]: KnownEntry(row[0], row[1], row[2], ArticleId(row[3]))
        for row in c.execute(
            f"SELECT e.key, e.url_key, e.digest, e.article_id FROM {EACH} "  # noqa: S608 - names of ours
            f"{THEN} entry e ON e.source_id = ? AND e.key = j.value",
            (values_of(keys), source_id),
        )
    }
    by_url_key: dict[str, KnownEntry] = {}
    articles: dict[str, ArticleId] = {}
    for url_key, article, key, entry_url_key, digest in c.execute(
        f"SELECT d.url_key, d.article_id, e.key, e.url_key, e.digest FROM {EACH} "  # noqa: S608 - names of ours
        f"{THEN} address d ON d.url_key = j.value "
        "LEFT JOIN entry e ON e.article_id = d.article_id AND e.source_id = ?",
        (values_of(url_keys), source_id),
    ):
        articles[url_key] = ArticleId(article)
        if key is not None:
            by_url_key[url_key] = KnownEntry(key, entry_url_key, digest, ArticleId(article))
    return Known(by_key, by_url_key, articles)


def keep_entries(
    c: Writing,
    source_id: SourceId,
    plans: Sequence[EntryPlan],
    seen_at: datetime,
    *,
    tokens: Mapping[str, str] | None = None,
) -> Change:
    """Carry out the plans for one feed's entries; `tokens` are as in `articles.keep_text`. Write job.

    `changed_articles` are those of which the feed now says something else, or brings the full text first.
    """
    db = driver(c)
    (is_here,) = db.execute("SELECT count(*) FROM source WHERE id = ?", (source_id,)).fetchone()
    gone = _let_go(db, [plan.url_key for plan in plans if plan.article is None])
    plans = [plan for plan in plans if plan.action is not EntryAction.SAME and plan.url_key not in gone]
    if not is_here or not plans:
        return Change()
    keep_outlets(c, {plan.outlet: () for plan in plans})
    is_sample = is_sample_library(db)
    free = FreeIds(db, (sort_time(plan.entry.published_at, seen_at) for plan in plans))
    new: dict[str, tuple[ArticleId, EntryPlan]] = {}
    places: list[tuple[ArticleId, EntryPlan]] = []
    changed: list[ArticleId] = []
    # A feed lists the newest first: of one minute, what stands higher gets the higher id.
    ordered = list(reversed(plans))
    ordered.sort(key=lambda plan: sort_time(plan.entry.published_at, seen_at))
    known = _articles_at(db, [plan.url_key for plan in plans if plan.article is None])
    for plan in ordered:
        article = plan.article or known.get(plan.url_key) or new.get(plan.url_key, (None,))[0]
        if article is None:
            article = free.take(sort_time(plan.entry.published_at, seen_at))
            new[plan.url_key] = (article, plan)
        places.append((article, plan))
    if new:
        db.executemany(
            _INSERT_ARTICLE, [_new_article(number, plan, seen_at, is_sample=is_sample) for number, plan in new.values()]
        )
        db.executemany(
            "INSERT INTO address(url_key, article_id) VALUES (?, ?)",
            [(key, number) for key, (number, _) in new.items()],
        )
    _keep_said(db, source_id, places, seen_at)
    fresh = {number for number, _ in new.values()}
    for article, plan in places:
        if article not in fresh and _apply(db, article, plan, seen_at):
            changed.append(article)
    touched = [*fresh, *changed]
    refresh_listing(db, touched)
    index_at_end(c, touched, tokens)
    return Change(
        new_articles=tuple(number for number, _ in new.values()),
        changed_articles=tuple(dict.fromkeys(changed)),
        notices=follow_rules(c, touched, seen_at).notices,
    )


def _let_go(db: sqlite3.Connection, url_keys: Sequence[str]) -> set[str]:
    """Return the addresses of articles that have left the library and that nobody brought back."""
    rows = db.execute(
        f"SELECT g.url_key FROM {EACH} {THEN} let_go g ON g.url_key = j.value "  # noqa: S608 - names of ours
        "WHERE NOT EXISTS (SELECT 1 FROM address d WHERE d.url_key = g.url_key)",
        (values_of(url_keys),),
    )
    return {row[0] for row in rows}


def _articles_at(db: sqlite3.Connection, url_keys: Sequence[str]) -> dict[str, ArticleId]:
    rows = db.execute(
        f"SELECT d.url_key, d.article_id FROM {EACH} {THEN} address d ON d.url_key = j.value",  # noqa: S608
        (values_of(url_keys),),
    )
    return {url_key: ArticleId(article) for url_key, article in rows}


def pages_due(
    c: sqlite3.Connection, now: datetime, limit: int, sources: Iterable[SourceId] | None = None
) -> list[PageDue]:
    """Return the articles whose text is to be read now, newest first, of the given sources or of all. Read job.

    One that would wait for more than a week was put off while the clock was ahead, and its turn has come.
    """
    of_sources = "" if sources is None else f"AND {among('e.source_id', ':sources')}"
    rows = c.execute(
        f"""
        SELECT a.id, a.url, a.outlet, a.n_tries, a.completeness, a.n_revisions, a.first_seen_at, v.etag,
               v.last_modified, coalesce(l.is_on_topic, 0), e.source_id, e.has_full_text, e.said_z
        FROM article a
        LEFT JOIN visit v ON v.article_id = a.id
        LEFT JOIN listing l ON l.id = a.id
        JOIN entry e ON e.id = (SELECT e.id FROM entry e WHERE e.article_id = a.id {of_sources}
                                ORDER BY e.has_full_text DESC, e.seen_at DESC, e.id DESC LIMIT 1)
        WHERE (a.next_try_at <= :now OR a.next_try_at > :now + {_LONGEST_WAIT}) ORDER BY a.id DESC LIMIT :limit
        """,  # noqa: S608 - only a constant is put in
        {"now": seconds(now), "limit": max(limit, 0)} | ({} if sources is None else {"sources": values_of(sources)}),
    )
    return [
        PageDue(
            article=ArticleId(number),
            source=SourceId(source),
            url=url,
            outlet=outlet,
            entry=entry_from_json(unpack_json(said)),
            has_full_text=bool(has_full_text),
            n_tries=n_tries,
            held=COMPLETENESS_ORDER[completeness] if n_revisions else None,
            is_on_topic=bool(is_on_topic),
            first_seen_at=moment(first_seen_at),
            validators=Validators(etag, modified) if n_revisions and completeness == FULL else Validators(),
        )
        for (
            number,
            url,
            outlet,
            n_tries,
            completeness,
            n_revisions,
            first_seen_at,
            etag,
            modified,
            is_on_topic,
            source,
            has_full_text,
            said,
        ) in rows
    ]


_INSERT_ARTICLE = """
INSERT INTO article(id, url, url_key, title, snippet, outlet, lang, authors, published_at, updated_at, first_seen_at,
                    completeness, reason, n_revisions, is_sample, n_tries, next_try_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, ?, 0, ?)
"""


def _new_article(number: ArticleId, plan: EntryPlan, seen_at: datetime, *, is_sample: bool) -> tuple[Any, ...]:
    entry = plan.entry
    return (
        number,
        entry.url,
        plan.url_key,
        entry.title,
        entry_snippet(entry),
        plan.outlet,
        entry.lang,
        "\n".join(entry.authors),
        stamp(entry.published_at),
        stamp(entry.updated_at),
        seconds(seen_at),
        _TEASER if entry.summary.strip() else _EMPTY,
        is_sample,
        seconds(seen_at),
    )


def _keep_said(
    db: sqlite3.Connection, source_id: SourceId, places: Sequence[tuple[ArticleId, EntryPlan]], seen_at: datetime
) -> None:
    db.executemany(
        "INSERT INTO entry(source_id, article_id, key, url_key, digest, has_full_text, seen_at, said_z) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source_id, key) DO UPDATE SET article_id = excluded.article_id, "
        "url_key = excluded.url_key, digest = excluded.digest, has_full_text = excluded.has_full_text, "
        "seen_at = excluded.seen_at, said_z = excluded.said_z",
        [
            (
                source_id,
                article,
                plan.entry.key,
                plan.url_key,
                plan.digest,
                _has_full_text(plan),
                seconds(seen_at),
                plan.packed or pack_entry(plan.entry),
            )
            for article, plan in places
        ],
    )


def _apply(db: sqlite3.Connection, article: ArticleId, plan: EntryPlan, seen_at: datetime) -> bool:
    """Bring a known article up to what the feed says now; tell whether that changed it."""
    entry = plan.entry
    if plan.action is EntryAction.CHANGED:
        done = db.execute(
            "UPDATE article SET title = ?, snippet = ?, updated_at = coalesce(?, updated_at), next_try_at = ?, "
            "n_tries = 0 WHERE id = ?",
            (entry.title, entry_snippet(entry), stamp(entry.updated_at), seconds(seen_at), article),
        )
        # The feed says that it changed: the page is asked for as a whole.
        db.execute("DELETE FROM visit WHERE article_id = ?", (article,))
        return done.rowcount > 0
    # Joined from another feed: worth reading again only where that feed brings what the article lacks.
    done = db.execute(
        "UPDATE article SET next_try_at = ?, n_tries = 0 WHERE id = ? AND ? AND completeness < ?",
        (seconds(seen_at), article, _has_full_text(plan), FULL),
    )
    return done.rowcount > 0


def _has_full_text(plan: EntryPlan) -> bool:
    return bool(plan.entry.content_html) and not plan.wants_page
