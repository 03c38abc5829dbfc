"""Long text and structured values as compressed bytes, and times as whole seconds: how values lie in the file."""

from __future__ import annotations

import json
import threading
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from dateline.news.feed import FeedEntry

_LEVEL = 3
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ENTRY = tuple(item.name for item in fields(FeedEntry))
#: Making a compressor costs more than using it on a short text; none may be used by two threads at once.
_tools = threading.local()


def pack(text: str) -> bytes:
    """Return `text` compressed (Zstandard); "" is b""."""
    if not text:
        return b""
    return _compress(text.encode("utf-8", "surrogatepass"))


def unpack(data: bytes | None) -> str:
    """Return what `pack` was given."""
    if not data:
        return ""
    return _decompress(data).decode("utf-8", "surrogatepass")


def pack_json(value: Any) -> bytes:
    """Return a JSON value compressed."""
    return pack(_to_json(value))


def _compress(data: bytes) -> bytes:
    if not hasattr(_tools, "compressor"):
        import zstandard

        _tools.compressor = zstandard.ZstdCompressor(level=_LEVEL)
    packed: bytes = _tools.compressor.compress(data)
    return packed


def _decompress(data: bytes) -> bytes:
    if not hasattr(_tools, "decompressor"):
        import zstandard

        _tools.decompressor = zstandard.ZstdDecompressor()
    unpacked: bytes = _tools.decompressor.decompress(data)
    return unpacked


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
    for name in _ENTRY:
        value = getattr(entry, name)
        if value:
            said[name] = value.isoformat() if isinstance(value, datetime) else value
    return said


def entry_from_json(said: dict[str, Any]) -> FeedEntry:
    """Return the entry of `entry_to_json`."""
    values: dict[str, Any] = {name: value for name, value in said.items() if name in _ENTRY}
    for name in ("published_at", "updated_at"):
        if values.get(name):
            values[name] = datetime.fromisoformat(values[name])
    for name in ("authors", "tags"):
        if name in values:
            values[name] = tuple(values[name])
    return FeedEntry(**({"key": "", "url": "", "title": ""} | values))
