"""Sources: added, removed, and how they did at their last turn."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from dateline.errors import InputError
from dateline.news.change import Change
from dateline.news.feed import Access, Manner, NewSource, Source, SourceId, SourceKind, SourceState, Validators
from dateline.news.manner import check_manner
from dateline.storage.database import driver
from dateline.storage.orders import Ordered, keep_order, order_of
from dateline.storage.outlets import keep_outlets
from dateline.storage.packing import moment, seconds, stamp

if TYPE_CHECKING:
    from dateline.storage.database import Writing

_SOURCES = """
SELECT s.id, s.url, s.title, s.kind, s.outlet, s.folder, s.home_url, s.access, s.rule, s.state, s.error, s.hint,
       s.n_failures, s.interval_minutes, s.last_tried_at, s.last_success_at, s.next_due_at, s.etag, s.last_modified,
       s.fresh_until, s.n_not_modified, s.user_agent, s.proxy, s.headers, s.wants_login,
       s.digest, count(a.id), coalesce(sum(a.completeness = 3), 0)
FROM source s
LEFT JOIN entry e ON e.source_id = s.id
LEFT JOIN article a ON a.id = e.article_id
WHERE s.removed_at IS NULL {more}
GROUP BY s.id ORDER BY s.id
"""


# In seconds. No host is left alone for longer: what goes beyond was kept while the clock was ahead.
_LONGEST_WAIT = 7 * 86_400


def list_sources(c: sqlite3.Connection) -> tuple[Source, ...]:
    """Return every source the user follows, in the order they were added, with counts of their articles. Read job."""
    return tuple(_source(row) for row in c.execute(_SOURCES.format(more="")))


def add_sources(c: Writing, new: Sequence[NewSource]) -> Change:
    """Follow these sources; those followed already stay as they are, one that was removed comes back. Write job."""
    from sqlalchemy import insert, select, update
    from sqlmodel import col

    from dateline.storage.tables import SourceRow

    added: list[SourceId] = []
    keep_outlets(c, {source.outlet: () for source in new if source.outlet})
    for source in new:
        known = c.execute(
            select(col(SourceRow.id), col(SourceRow.removed_at)).where(col(SourceRow.url) == source.url)
        ).first()
        if known is None:
            number = c.execute(insert(SourceRow).values(_new_row(source))).inserted_primary_key
            added.append(SourceId(number[0] if number else 0))
        elif known.removed_at is not None:
            back = {
                "removed_at": None,
                "state": SourceState.NEVER,
                "next_due_at": None,
                "etag": None,
                "last_modified": None,
                "digest": None,
            }
            c.execute(update(SourceRow).where(col(SourceRow.id) == known.id).values(back))
            added.append(SourceId(known.id))
    return Change(sources=tuple(added))


def remove_source(c: Writing, source_id: SourceId) -> Change:
    """Stop following a source. Its articles stay. Write job."""
    return _update(c, source_id, removed_at=seconds(datetime.now(UTC)))


def put_back(c: Writing, sources: Sequence[Source]) -> Change:
    """Let sources be again what they were before the user changed, paused or removed them. Write job."""
    from sqlalchemy import update
    from sqlmodel import col

    from dateline.storage.tables import SourceRow

    for one in sources:
        values: dict[str, Any] = {
            "removed_at": None,
            "title": one.title,
            "folder": one.folder,
            "state": one.state,
            "error": one.error,
            "hint": one.hint,
            "interval_minutes": one.interval_minutes,
            "next_due_at": stamp(one.next_due_at),
            **_manner_columns(one.manner),
        }
        c.execute(update(SourceRow).where(col(SourceRow.id) == one.id).values(values))
    return Change(sources=tuple(one.id for one in sources))


def rename_source(c: Writing, source_id: SourceId, *, title: str, folder: str) -> Change:
    """Call a source what the user calls it, in the folder of the user's choice. Write job."""
    return _update(c, source_id, title=title, folder=folder)


def put_in_folders(c: Writing, folders: Mapping[SourceId, str]) -> Change:
    """Put each of these sources into a folder, "" for none. Write job."""
    put = [(folder.strip(), source) for source, folder in folders.items()]
    driver(c).executemany("UPDATE source SET folder = ? WHERE id = ?", put)
    return Change(sources=tuple(folders))


def rename_folder(c: Writing, folder: str, name: str) -> Change:
    """Call a folder something else, in its place of the order; one of that name already takes its sources. Write job.

    Raises:
        InputError: the name is empty.
    """
    name = name.strip()
    if not name:
        raise InputError("A folder needs a name.", "Give it one or two words.")
    db = driver(c)
    inside = [SourceId(number) for (number,) in db.execute("SELECT id FROM source WHERE folder = ?", (folder,))]
    order = order_of(db, Ordered.FOLDERS)
    if folder in order:
        keep_order(c, Ordered.FOLDERS, (name if one == folder else one for one in order))
    return put_in_folders(c, dict.fromkeys(inside, name))


def set_rule(c: Writing, source_id: SourceId, rule: str, url: str) -> Change:
    """Read a source by another rule from now on, from the list at `url`; it is due at once. Write job.

    Where another source has that address already, the source keeps its own.
    """
    taken = driver(c).execute("SELECT 1 FROM source WHERE url = ? AND id != ?", (url, source_id)).fetchone()
    if taken is not None:
        (url,) = driver(c).execute("SELECT url FROM source WHERE id = ?", (source_id,)).fetchone()
    fresh: dict[str, Any] = {"etag": None, "last_modified": None, "digest": None, "next_due_at": None, "n_failures": 0}
    return _update(c, source_id, kind=SourceKind.LISTING, rule=rule, url=url, error="", hint="", **fresh)


def set_paused(c: Writing, source_id: SourceId, *, is_paused: bool) -> Change:
    """Ask a source no more, or again, at the next refresh. Write job."""
    state = SourceState.PAUSED if is_paused else SourceState.NEVER
    return _update(c, source_id, state=state, error="", hint="", next_due_at=None)


def set_manner(c: Writing, source_id: SourceId, manner: Manner, *, interval_minutes: int | None) -> Change:
    """Ask a source as the user wants it asked, and as often; None is by the feed's own rhythm. Write job.

    Raises:
        InputError: it cannot be asked like that (`news.manner`).
    """
    check_manner(manner, interval_minutes)
    return _update(
        c,
        source_id,
        interval_minutes=interval_minutes,
        next_due_at=None,
        **_manner_columns(manner),
    )


def _manner_columns(manner: Manner) -> dict[str, Any]:
    headers = "\n".join(f"{name}: {value}" for name, value in manner.headers)
    return {"user_agent": manner.user_agent, "proxy": manner.proxy, "headers": headers}


def host_waits(c: sqlite3.Connection, now: datetime) -> dict[str, datetime]:
    """Return the hosts that asked to be left alone, and until when. Read job."""
    sql = "SELECT host, quiet_until FROM host_wait WHERE quiet_until BETWEEN ? AND ?"
    rows = c.execute(sql, (seconds(now) + 1, seconds(now) + _LONGEST_WAIT))
    return {host: datetime.fromtimestamp(until, UTC) for host, until in rows}


def keep_host_wait(c: Writing, host: str, until: datetime) -> Change:
    """Keep that a host asked to be left alone. Write job."""
    driver(c).execute(
        "INSERT INTO host_wait(host, quiet_until) VALUES (?, ?) "
        "ON CONFLICT (host) DO UPDATE SET quiet_until = CASE WHEN quiet_until > excluded.quiet_until + ? "
        "THEN excluded.quiet_until ELSE max(quiet_until, excluded.quiet_until) END",
        (host, seconds(until), _LONGEST_WAIT),
    )
    return Change()


def keep_success(
    c: Writing,
    source_id: SourceId,
    *,
    at: datetime,
    validators: Validators | None = None,
    next_due_at: datetime | None = None,
    fresh_until: datetime | None = None,
    moved_to: str = "",
    title: str = "",
    home_url: str = "",
    hint: str = "",
) -> Change:
    """Keep that a source answered; `validators` None leaves those kept (nothing changed). Write job.

    `hint` is what was wrong with the answer, though it could be read.
    A title is taken only where none was known, so that a name the user gave stays. The address of a permanent move
    becomes the source's own at the second answer in a row that names it, unless it is followed already: the login page
    of a hotel and a slip of a site's editors move things “for good” too, but seldom twice.
    """
    values: dict[str, Any] = {
        "state": SourceState.WORKING,
        "error": "",
        "hint": hint,
        "n_failures": 0,
        "wants_login": False,
        "fresh_until": stamp(fresh_until),
        "last_tried_at": seconds(at),
        "last_success_at": seconds(at),
        "next_due_at": stamp(next_due_at),
    }
    if validators is not None:
        values |= {"etag": validators.etag, "last_modified": validators.last_modified, "digest": validators.digest}
        values["n_not_modified"] = 0
    db = driver(c)
    row = db.execute("SELECT title, home_url, url, moved_to FROM source WHERE id = ?", (source_id,)).fetchone()
    if row is None:
        return Change()
    known_title, known_home, url, moved_before = row
    if title and known_title in ("", url):
        values["title"] = title
    if home_url and not known_home:
        values["home_url"] = home_url
    values["moved_to"] = moved_to
    if moved_to and moved_to == moved_before:
        is_taken = db.execute("SELECT 1 FROM source WHERE url = ?", (moved_to,)).fetchone() is not None
        values |= {} if is_taken else {"url": moved_to, "moved_to": ""}
    return _update(c, source_id, one_more="n_not_modified" if validators is None else "", **values)


def keep_failure(
    c: Writing,
    source_id: SourceId,
    *,
    at: datetime,
    error: str,
    hint: str = "",
    next_due_at: datetime | None = None,
    is_gone: bool = False,
    wants_login: bool = False,
) -> Change:
    """Keep that a source failed, in sentences; one that is gone is paused. Write job."""
    return _update(
        c,
        source_id,
        state=SourceState.PAUSED if is_gone else SourceState.FAILING,
        error=error,
        hint=hint,
        wants_login=wants_login,
        one_more="n_failures",
        last_tried_at=seconds(at),
        next_due_at=stamp(next_due_at),
    )


def _update(c: Writing, source_id: SourceId, *, one_more: str = "", **values: Any) -> Change:
    """Set columns of a source, in plain SQL: a refresh does it for every source. `one_more` names a count to raise."""
    settings = [f"{name} = ?" for name in values] + ([f"{one_more} = {one_more} + 1"] if one_more else [])
    done = driver(c).execute(
        f"UPDATE source SET {', '.join(settings)} WHERE id = ? AND removed_at IS NULL",  # noqa: S608 - our own names
        (*values.values(), source_id),
    )
    return Change(sources=(source_id,)) if done.rowcount else Change()


def _new_row(source: NewSource) -> dict[str, Any]:
    return {
        "url": source.url,
        "title": source.title,
        "kind": source.kind,
        "outlet": source.outlet,
        "folder": source.folder,
        "home_url": source.home_url,
        "access": source.access,
        "rule": source.rule,
        "interval_minutes": source.interval_minutes,
        "state": SourceState.NEVER,
        "error": "",
        "hint": "",
        "n_failures": 0,
        "wants_login": False,
        "user_agent": "",
        "proxy": "",
        "headers": "",
        "n_not_modified": 0,
        "moved_to": "",
        "added_at": seconds(datetime.now(UTC)),
    }


def _source(row: Sequence[Any]) -> Source:
    return Source(
        id=SourceId(row[0]),
        url=row[1],
        title=row[2],
        kind=SourceKind(row[3]),
        outlet=row[4],
        folder=row[5],
        home_url=row[6],
        access=Access(row[7]),
        rule=row[8],
        state=SourceState(row[9]),
        error=row[10],
        hint=row[11],
        n_failures=row[12],
        interval_minutes=row[13],
        last_tried_at=moment(row[14]),
        last_success_at=moment(row[15]),
        next_due_at=moment(row[16]),
        validators=Validators(row[17], row[18], row[25]),
        fresh_until=moment(row[19]),
        n_not_modified=row[20],
        manner=Manner(row[21], row[22], _headers(row[23])),
        wants_login=bool(row[24]),
        n_articles=row[26],
        n_full=row[27],
    )


def _headers(lines: str) -> tuple[tuple[str, str], ...]:
    pairs = (line.partition(": ") for line in lines.split("\n") if line)
    return tuple((name, value) for name, _, value in pairs)
