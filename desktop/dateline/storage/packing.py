"""Long text and structured values as compressed bytes, and times as whole seconds: how values lie in the file."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from dateline.news.feed import FeedEntry

_LEVEL = 3


def pack(text: str) -> bytes:
    """Return `text` compressed (Zstandard); "" is b""."""
    if not text:
        return b""
    import zstandard

    return zstandard.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def unpack(data: bytes | None) -> str:
    """Return what `pack` was given."""
    if not data:
        return ""
    import zstandard

    return zstandard.decompress(data).decode("utf-8", "surrogatepass")


def pack_json(value: Any) -> bytes:
    """Return a JSON value compressed."""
    return pack(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def unpack_json(data: bytes | None) -> Any:
    """Return what `pack_json` was given, None for no data."""
    return json.loads(unpack(data)) if data else None


def stamp(moment: datetime | None) -> int | None:
    """Return a time as whole seconds since 1970 in UTC; a time without a zone is taken for UTC."""
    return None if moment is None else seconds(moment)


def seconds(moment: datetime) -> int:
    """Return a time as whole seconds since 1970 in UTC; a time without a zone is taken for UTC."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return int(moment.timestamp())


def moment(stamp: int | None) -> datetime | None:
    """Return the time of a stamp, in UTC."""
    return None if stamp is None else datetime.fromtimestamp(stamp, UTC)


def entry_to_json(entry: FeedEntry) -> dict[str, Any]:
    """Return what a feed said, without what it left out."""
    said: dict[str, Any] = {}
    for item in fields(entry):
        value = getattr(entry, item.name)
        if value not in ("", None, ()):
            said[item.name] = value.isoformat() if isinstance(value, datetime) else value
    return said


def entry_from_json(said: dict[str, Any]) -> FeedEntry:
    """Return the entry of `entry_to_json`."""
    known = {item.name for item in fields(FeedEntry)}
    values: dict[str, Any] = {name: value for name, value in said.items() if name in known}
    for name in ("published_at", "updated_at"):
        if values.get(name):
            values[name] = datetime.fromisoformat(values[name])
    for name in ("authors", "tags"):
        if name in values:
            values[name] = tuple(values[name])
    return FeedEntry(**({"key": "", "url": "", "title": ""} | values))
