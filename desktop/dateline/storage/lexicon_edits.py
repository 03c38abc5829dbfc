"""The user's edits of the lexicon: one row an edited term, topic or entity. User data."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dateline.errors import InputError
from dateline.news.change import Change
from dateline.news.finding import TOPICS, UMBRELLA
from dateline.news.lexicon_edit import EntityEdit, LexiconEdit, LexiconEdits, TermDoubt, TermEdit, TopicEdit
from dateline.storage.corrections import learned_topics
from dateline.storage.database import driver
from dateline.storage.dialect import putting
from dateline.storage.packing import seconds

if TYPE_CHECKING:
    from dateline.storage.database import Writing

#: Corrections that must speak against a term before it counts for less.
FEWEST_DOUBTS = 2
_TERM, _TOPIC, _ENTITY = "term", "topic", "entity"


def lexicon_edits(c: sqlite3.Connection) -> LexiconEdits:
    """Return every edit in the order in which they were made. Read job."""
    found: dict[str, list[Any]] = {_TERM: [], _TOPIC: [], _ENTITY: []}
    for kind, said in c.execute("SELECT kind, said FROM lexicon_edit ORDER BY made_at, kind, about"):
        values = json.loads(said)
        if kind == _TERM:
            found[kind].append(TermEdit(**values))
        elif kind == _TOPIC:
            found[kind].append(TopicEdit(**values))
        else:
            values |= {name: tuple(values[name]) for name in ("aliases", "dropped")}
            found[kind].append(EntityEdit(**values))
    return LexiconEdits(tuple(found[_TERM]), tuple(found[_TOPIC]), tuple(found[_ENTITY]), _doubts(c))


def _doubts(c: sqlite3.Connection) -> tuple[TermDoubt, ...]:
    """Return the terms that corrections speak against; one correction alone says nothing of a term yet."""
    return tuple(
        TermDoubt(topic, term, -votes)
        for (topic, term), votes in sorted(learned_topics(c).items())
        if votes <= -FEWEST_DOUBTS and topic != UMBRELLA
    )


def edit_lexicon(c: Writing, edit: LexiconEdit, at: datetime) -> Change:
    """Keep an edit; it takes the place of an earlier one of the same term, topic or entity. Write job.

    Raises:
        InputError: the term, topic or entity has no name, or the topic is one that is shipped.
    """
    kind, about = _of(edit)
    if not about.strip():
        raise InputError("This entry of the lexicon has no name.", "Type the words to look for.")
    if isinstance(edit, TopicEdit) and (edit.topic in TOPICS or not edit.name.strip()):
        raise InputError(f"{edit.topic!r} cannot be a topic of your own.", "Give it another name.")
    said = json.dumps(asdict(edit), ensure_ascii=False)
    driver(c).execute(
        putting("lexicon_edit", ("kind", "about", "said", "made_at"), ("kind", "about")),
        (kind, about, said, seconds(at)),
    )
    return Change(has_user_data=True)


def drop_edit(c: Writing, edit: LexiconEdit) -> Change:
    """Go back to what is shipped for the edit's term, topic or entity; a topic takes its terms with it. Write job."""
    db = driver(c)
    kind, about = _of(edit)
    n_dropped = db.execute("DELETE FROM lexicon_edit WHERE kind = ? AND about = ?", (kind, about)).rowcount
    if isinstance(edit, TopicEdit):
        db.execute("DELETE FROM lexicon_edit WHERE kind = ? AND about LIKE ?", (_TERM, f"{about}\n%"))
    return Change(has_user_data=n_dropped > 0)


def _of(edit: LexiconEdit) -> tuple[str, str]:
    """Return what kind of edit it is, and of what."""
    match edit:
        case TermEdit():
            return _TERM, f"{edit.topic}\n{edit.term}" if edit.term.strip() else ""
        case TopicEdit():
            return _TOPIC, edit.topic
        case EntityEdit():
            return _ENTITY, edit.entity
