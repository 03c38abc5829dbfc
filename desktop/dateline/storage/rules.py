"""Rules: kept in an order, tried on a filter, and carried out on new articles in the write that brings them.

A rule acts on an article once and never again, so that what the user took back afterwards stays taken back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from dateline.errors import InputError, QuestionError
from dateline.news.article import ArticleId
from dateline.news.change import Change, Notice
from dateline.news.question import read_filter
from dateline.news.rule import NewRule, Rule, RuleId
from dateline.news.tag import clean_tag
from dateline.storage.conditions import conditions
from dateline.storage.database import driver, index_now
from dateline.storage.dialect import among, values_of
from dateline.storage.marks import set_read, set_starred
from dateline.storage.packing import seconds
from dateline.storage.tags import add_tag

if TYPE_CHECKING:
    from dateline.storage.database import Writing

_RULES = """
SELECT r.id, r.name, r.query, r.tags, r.wants_star, r.wants_read, r.wants_notice, r.is_on,
       (SELECT count(*) FROM rule_done d WHERE d.rule_id = r.id)
FROM rule r
"""


def rules(c: sqlite3.Connection) -> tuple[Rule, ...]:
    """Return every rule in the order in which they act. Read job."""
    return tuple(
        Rule(
            RuleId(number),
            NewRule(
                name, query, tuple(filter(None, tags.split("\n"))), bool(star), bool(read), bool(notice), bool(is_on)
            ),
            n,
        )
        for number, name, query, tags, star, read, notice, is_on, n in c.execute(_RULES + "ORDER BY r.id")
    )


def keep_rule(c: Writing, said: NewRule, at: datetime, rule: RuleId | None = None) -> Change:
    """Keep a new rule, or another wording of one there is. It acts on what comes from now on. Write job.

    Raises:
        InputError: it has no condition, does nothing, or names no tag. QuestionError: its query cannot be read.
    """
    if not said.query.strip():
        raise InputError("This rule would act on every article.", "Say which articles it is for, such as topic:chips.")
    read_filter(said.query, at.astimezone().date())
    tags = tuple(clean_tag(tag) for tag in said.tags if tag.strip())
    if not (tags or said.wants_star or said.wants_read or said.wants_notice):
        raise InputError("This rule does nothing yet.", "Let it add a tag, star, mark read or tell you.")
    values = (
        " ".join(said.name.split()) or said.query.strip(),
        said.query.strip(),
        "\n".join(tags),
        said.wants_star,
        said.wants_read,
        said.wants_notice,
        said.is_on,
    )
    db = driver(c)
    if rule is None:
        db.execute(
            "INSERT INTO rule(name, query, tags, wants_star, wants_read, wants_notice, is_on, made_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*values, seconds(at)),
        )
    else:
        db.execute(
            "UPDATE rule SET name = ?, query = ?, tags = ?, wants_star = ?, wants_read = ?, wants_notice = ?, "
            "is_on = ? WHERE id = ?",
            (*values, rule),
        )
    return Change(has_user_data=True)


def remove_rule(c: Writing, rule: RuleId) -> Change:
    """Remove a rule; what it did stays. Write job."""
    db = driver(c)
    db.execute("DELETE FROM rule_done WHERE rule_id = ?", (rule,))
    db.execute("DELETE FROM rule WHERE id = ?", (rule,))
    return Change(has_user_data=True)


def apply_to_all(c: Writing, rule: RuleId, at: datetime) -> Change:
    """Let a rule act on everything in the library that answers it and that it has not acted on. Write job."""
    held = next((one for one in rules(driver(c)) if one.id == rule), None)
    return Change() if held is None else _act(c, held, None, at)


def follow_rules(c: Writing, articles: Sequence[ArticleId], at: datetime) -> Change:
    """Let every rule that is on act on those of these articles that answer it. Write job.

    Returns what the rules changed; a rule whose query cannot be read any more is passed over.
    """
    changed: dict[ArticleId, None] = {}
    notices: list[Notice] = []
    acting = [rule for rule in rules(driver(c)) if rule.said.is_on] if articles else []
    if acting:
        index_now(c)
    for rule in acting:
        done = _act(c, rule, articles, at)
        changed |= dict.fromkeys(done.changed_articles)
        notices += done.notices
    return Change(changed_articles=tuple(changed), has_user_data=bool(changed), notices=tuple(notices))


def _act(c: Writing, rule: Rule, articles: Sequence[ArticleId] | None, at: datetime) -> Change:
    db = driver(c)
    try:
        asked = conditions(db, read_filter(rule.said.query, at.astimezone().date()))
    except QuestionError:  # a later Dateline wrote it
        return Change()
    sql, values = asked.select("{id} AS id")
    only = "" if articles is None else f"AND {among('x.id')}"
    found = db.execute(
        f"SELECT x.id, a.title FROM ({sql}) x JOIN article a ON a.id = x.id WHERE NOT EXISTS "  # noqa: S608
        f"(SELECT 1 FROM rule_done d WHERE d.rule_id = ? AND d.article_id = x.id) {only} ORDER BY x.id",
        [*values, rule.id, *([] if articles is None else [values_of(articles)])],
    ).fetchall()
    ids = [ArticleId(row[0]) for row in found]
    if not ids:
        return Change()
    db.executemany(
        "INSERT INTO rule_done(rule_id, article_id, done_at) VALUES (?, ?, ?)",
        [(rule.id, number, seconds(at)) for number in ids],
    )
    for tag in rule.said.tags:
        add_tag(c, ids, tag, at)
    if rule.said.wants_star:
        set_starred(c, ids, is_starred=True, at=at)
    if rule.said.wants_read:
        set_read(c, ids, is_read=True, at=at)
    notices = [Notice(number, rule.said.name, title) for number, title in found] if rule.said.wants_notice else []
    return Change(changed_articles=tuple(ids), has_user_data=True, notices=tuple(notices))
