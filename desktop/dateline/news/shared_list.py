"""A reading list as a file that another library, or the same one, takes in whole: values and their JSON shape.

The file holds the user's own words (order, notes, highlights, tags) and what names the articles. An outlet's text is in
it only where the user wanted that. Nothing here knows where lists are kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dateline.errors import InputError
from dateline.news.note import About, Meaning
from dateline.text.anchor import Anchor

FORMAT = "dateline reading list"
VERSION = 1
_HINT = "Choose a file that “Share as file” of Dateline wrote."


@dataclass(frozen=True, slots=True)
class SharedNote:
    """A highlight or note on an article of the list."""

    key: str
    about: About
    meaning: Meaning
    anchor: Anchor | None
    text: str
    revision: int | None
    made_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class SharedItem:
    """An article of the list, as far as another library must know it."""

    url: str
    url_key: str
    title: str
    outlet: str
    lang: str
    authors: tuple[str, ...]
    published_at: datetime | None
    note: str
    revision: int | None
    added_at: datetime
    tags: tuple[str, ...] = ()
    notes: tuple[SharedNote, ...] = ()
    text: str = ""  # of that revision
    digest: str = ""  # of that revision, by which another library knows it; numbers differ from library to library


@dataclass(frozen=True, slots=True)
class SharedList:
    """A whole reading list."""

    key: str
    name: str
    about: str
    query: str
    made_at: datetime
    items: tuple[SharedItem, ...]


def write_shared_list(shared: SharedList) -> str:
    """Return the list as the text of a file."""
    data = {
        "format": FORMAT,
        "version": VERSION,
        "key": shared.key,
        "name": shared.name,
        "about": shared.about,
        "query": shared.query,
        "made": shared.made_at.isoformat(),
        "items": [_item_to_json(item) for item in shared.items],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_shared_list(text: str) -> SharedList:
    """Return the list of a file's text.

    Raises:
        InputError: it is not such a file, was cut off, or a later Dateline wrote it.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise InputError("This file is not a reading list, or it was cut off.", _HINT) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise InputError("This file is not a reading list of Dateline.", _HINT)
    if not isinstance(data.get("version"), int) or data["version"] > VERSION:
        raise InputError("A later version of Dateline wrote this reading list.", "Use that version to import it.")
    try:
        return SharedList(
            key=str(data["key"]),
            name=str(data["name"]),
            about=str(data.get("about", "")),
            query=str(data.get("query", "")),
            made_at=_time(data["made"]),
            items=tuple(map(_item, data["items"])),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InputError("This reading list lacks something that it needs; nothing was imported.", _HINT) from error


def _item_to_json(item: SharedItem) -> dict[str, object]:
    made: dict[str, object] = {
        "url": item.url,
        "url_key": item.url_key,
        "title": item.title,
        "outlet": item.outlet,
        "lang": item.lang,
        "authors": list(item.authors),
        "published": item.published_at.isoformat() if item.published_at else None,
        "note": item.note,
        "revision": item.revision,
        "added": item.added_at.isoformat(),
        "tags": list(item.tags),
        "notes": [
            {
                "key": note.key,
                "about": note.about.value,
                "meaning": note.meaning.value,
                "words": note.anchor.words if note.anchor else "",
                "before": note.anchor.before if note.anchor else "",
                "after": note.anchor.after if note.anchor else "",
                "start": note.anchor.start if note.anchor else 0,
                "text": note.text,
                "revision": note.revision,
                "made": note.made_at.isoformat(),
                "changed": note.changed_at.isoformat(),
            }
            for note in item.notes
        ],
    }
    spare = {"digest": item.digest, "text": item.text}
    return made | {name: value for name, value in spare.items() if value}


def _item(data: Mapping[str, Any]) -> SharedItem:
    return SharedItem(
        url=str(data["url"]),
        url_key=str(data["url_key"]),
        title=str(data["title"]),
        outlet=str(data.get("outlet", "")),
        lang=str(data.get("lang", "")),
        authors=tuple(map(str, data.get("authors", ()))),
        published_at=_time(data["published"]) if data.get("published") else None,
        note=str(data.get("note", "")),
        revision=_number(data.get("revision")),
        added_at=_time(data["added"]),
        tags=tuple(map(str, data.get("tags", ()))),
        notes=tuple(map(_note, data.get("notes", ()))),
        text=str(data.get("text", "")),
        digest=str(data.get("digest", "")),
    )


def _note(data: Mapping[str, Any]) -> SharedNote:
    words = str(data.get("words", ""))
    anchor = Anchor(words, str(data["before"]), str(data["after"]), int(data["start"])) if words else None
    return SharedNote(
        key=str(data["key"]),
        about=About(data["about"]),
        meaning=Meaning(data["meaning"]),
        anchor=anchor,
        text=str(data.get("text", "")),
        revision=_number(data.get("revision")),
        made_at=_time(data["made"]),
        changed_at=_time(data["changed"]),
    )


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _time(value: object) -> datetime:
    at = datetime.fromisoformat(str(value))
    if at.tzinfo is None:
        raise ValueError("a time without a zone")
    return at
