"""Long text and structured values as compressed bytes, and times as whole seconds: how values lie in the file."""

from __future__ import annotations

import json
import threading
from dataclasses import fields
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zstandard import ZstdCompressionDict, ZstdCompressor, ZstdDecompressor

    from dateline.news.feed import FeedEntry

#: Characters of text that a card shows.
SNIPPET_LENGTH = 300
_LEVEL = 6
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
#: What is the same in the JSON of findings and entries, so that little more than the values takes room. It may never
#: change: what was packed beside it can be read beside nothing else.
_SHAPE = (
    '{"key":"","url":"https://www.","title":"","summary":"<p>","content_html":"<p>","published_at":"2025-","updated_at":'
    '"+00:00","authors":[""],"tags":[""],"lang":"zh","lang":"en","on_topic":true,"topics":[{"id":"data-platforms","score":'
    '0.,"evidence":[{"field":"title","start":,"end":,"term":"人工智能"},{"id":"trade-diplomacy"},{"id":"supply-chain"},{"id":'
    '"security"},{"id":"regulation"},{"id":"talent"},{"id":"investment"},{"id":"compute-energy"},{"id":"open-source"},'
    '{"id":"models"},{"id":"chips"},{"id":"export-controls"},{"id":"us-china-ai","score":1.0,"evidence":[{"field":"text",'
    '"start":,"end":,"term":""}]}],"quotes":[{"start":,"end":,"text":"","kind":"reported","kind":"mixed","kind":"direct",'
    '"cue":{"start":,"end":},"speaker":{"surface":"","start":,"end":,"name":null,"entity":null},"speaker":null,'
    '"confidence":0.9}],"mentions":[{"entity":"","start":,"end":}],"citations":[{"outlet":"","start":,"end":,"date":null}],'
    '"sources":[{"start":,"end":,"kind":"anonymous"}],"figures":[{"start":,"end":,"value":,"unit":"$","of":"","when":null}]'
    '{"lang":"en","on_topic":false,"topics":[],"quotes":[],"mentions":[],"title_mentions":[],"citations":[],"sources":[],'
    '"figures":[]}'
)


class _Tools(threading.local):
    """Compressors and their opposites. Making one costs more than using it; none may be used by two threads at once."""

    def __init__(self) -> None:
        self.compressors: dict[str, ZstdCompressor] = {}
        self.decompressors: dict[str, ZstdDecompressor] = {}


_tools = _Tools()


def pack(text: str, *, beside: str = "") -> bytes:
    """Return `text` compressed (Zstandard); "" is b"".

    What it shares with `beside`, which must be at hand to unpack it, takes next to no room: an article's HTML beside
    its text.
    """
    if not text:
        return b""
    packed: bytes = _compressor(beside).compress(_bytes(text))
    return packed


def unpack(data: bytes | None, *, beside: str = "") -> str:
    """Return what `pack` was given."""
    if not data:
        return ""
    unpacked: bytes = _decompressor(beside).decompress(data)
    return unpacked.decode("utf-8", "surrogatepass")


def pack_json(value: Any) -> bytes:
    """Return a JSON value compressed."""
    return pack(_to_json(value), beside=_SHAPE)


def unpack_json(data: bytes | None) -> Any:
    """Return what `pack_json` was given, None for no data."""
    return json.loads(unpack(data, beside=_SHAPE)) if data else None


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _compressor(beside: str) -> ZstdCompressor:
    found = _tools.compressors.get(beside)
    if found is None:
        import zstandard

        found = zstandard.ZstdCompressor(level=_LEVEL, dict_data=_dictionary(beside))
        if beside in ("", _SHAPE):
            _tools.compressors[beside] = found
    return found


def _decompressor(beside: str) -> ZstdDecompressor:
    found = _tools.decompressors.get(beside)
    if found is None:
        import zstandard

        found = zstandard.ZstdDecompressor(dict_data=_dictionary(beside))
        if beside in ("", _SHAPE):
            _tools.decompressors[beside] = found
    return found


def _dictionary(text: str) -> ZstdCompressionDict | None:
    import zstandard

    return zstandard.ZstdCompressionDict(_bytes(text), dict_type=zstandard.DICT_TYPE_RAWCONTENT) if text else None


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


@lru_cache(maxsize=1)
def _names() -> tuple[str, ...]:
    from dateline.news.feed import FeedEntry

    return tuple(item.name for item in fields(FeedEntry))


def entry_to_json(entry: FeedEntry) -> dict[str, Any]:
    """Return what a feed said, without what it left out."""
    said: dict[str, Any] = {}
    for name in _names():
        value = getattr(entry, name)
        if value:
            said[name] = value.isoformat() if isinstance(value, datetime) else value
    return said


def pack_entry(entry: FeedEntry) -> bytes:
    """Return an entry as the library keeps it."""
    return pack_json(entry_to_json(entry))


def entry_snippet(entry: FeedEntry) -> str:
    """Return what a card shows of an entry's summary."""
    return " ".join(entry.summary[: SNIPPET_LENGTH * 2].split())[:SNIPPET_LENGTH]


def entry_from_json(said: dict[str, Any]) -> FeedEntry:
    """Return the entry of `entry_to_json`."""
    from dateline.news.feed import FeedEntry

    known = _names()
    values: dict[str, Any] = {name: value for name, value in said.items() if name in known}
    for name in ("published_at", "updated_at"):
        if values.get(name):
            values[name] = datetime.fromisoformat(values[name])
    for name in ("authors", "tags"):
        if name in values:
            values[name] = tuple(values[name])
    return FeedEntry(**({"key": "", "url": "", "title": ""} | values))
