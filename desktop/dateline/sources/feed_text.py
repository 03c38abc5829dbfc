"""A feed's bytes made ready for a parser: unpacked, decoded, without traps, and cut to a size that can be read.

Nothing here knows what the elements of a feed mean.
"""

from __future__ import annotations

import re
import zlib
from html import escape
from html.entities import html5

from dateline.errors import FeedError
from dateline.sources.charset import decode

#: More entries than this of one answer are not read; a feed lists the newest first.
MOST_ENTRIES = 2_000
_MOST_UNPACKED = 24 * 1024**2

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_REFERENCE = re.compile("&#(?:([0-9]+)|[xX]([0-9a-fA-F]+));")
_XML_DECLARATION = re.compile(r"<\?xml[^>]{0,200}\?>", re.IGNORECASE)
#: Entities of its own make a feed expand or reach for files; no feed needs any.
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,2000}(?:\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_STYLE_SHEET = re.compile(r"<\?xml-stylesheet[^>]{0,2000}\?>", re.IGNORECASE)
_ROOT = re.compile(r"<(?!\?|!)([A-Za-z][\w.-]*(?::[\w.-]+)?)[\s/>]")
_FEED_ROOT = re.compile(r"<((?:\w+:)?(?:rss|feed|rdf))[\s>]", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEAD = 20_000
#: What the media module says of a picture would be taken for the article's own headline and text.
_OF_PICTURES = {
    name: re.compile(
        rf"<media:{name}\b[^>]{{0,500}}(?:/>|>[^<]*(?:<!\[CDATA\[.*?\]\]>[^<]*)?</media:{name}>)", re.DOTALL
    )
    for name in ("title", "description")
}
#: Where a feed has words of its own, they stand in one of these.
_WORDS = re.compile(r"<(?:description|summary|content(?::encoded)?)[\s>]")
#: No name is so long, and looking for an address of mail in one takes feedparser minutes.
_LONG_NAME = re.compile(r"(<(?:\w+:)?(?:author|creator|name|managingEditor|webMaster)\b[^>]{0,500}>[^<]{1000})[^<]+")
_AMPERSAND = re.compile(
    r"<!\[CDATA\[.*?\]\]>|&(?:([A-Za-z][A-Za-z0-9]{1,31});|#[0-9]+;|#[xX][0-9a-fA-F]+;)?", re.DOTALL
)
_XML_NAMES = frozenset(("amp", "lt", "gt", "quot", "apos"))


def feed_text(body: bytes, content_type: str) -> str:
    """Return a feed's text, whatever the headers say of its bytes: no NULs, no entity definitions, no junk before it.

    Raises:
        FeedError: packed bytes that cannot be unpacked.
    """
    if body[:2] == b"\x1f\x8b":
        body = _unpacked(body)
    text = _REFERENCE.sub(_sound_reference, _CONTROLS.sub("", decode(body, content_type)))
    return text.lstrip("\ufeff \t\r\n")


def _sound_reference(match: re.Match[str]) -> str:
    """Return a reference to a character as it is, "" where there is no such character or XML forbids it."""
    decimal, hexadecimal = match.groups()
    code = int(decimal[:10]) if decimal else int(hexadecimal[:10], 16)
    return match.group() if code <= 0x10FFFF and not _CONTROLS.match(chr(code)) else ""


def root_of(text: str) -> str:
    """Return the name of the first element in lower case, "json" for JSON, "" where there is neither."""
    head = text[:_HEAD]
    if head[:1] in ("{", "["):
        return "json"
    found = _ROOT.search(_COMMENT.sub("", head))
    if found is None and "<!DOCTYPE" in head.upper():
        # A definition of entities may be as long as it likes.
        found = _ROOT.search(_COMMENT.sub("", _DOCTYPE.sub("", text)[:_HEAD]))
    return found[1].lower() if found else ""


def bounded_xml(text: str) -> tuple[str, tuple[str, ...], bool]:
    """Return XML that a parser can read in bounded time, sentences on what was cut away, and whether it broke off.

    Junk around the document, definitions of entities and style sheets go; of more than `MOST_ENTRIES` entries the first
    stay; a document that breaks off ends after its last whole entry.
    """
    text = _STYLE_SHEET.sub("", _DOCTYPE.sub("", _XML_DECLARATION.sub("", text)))
    # In a feed without any, such as one of videos, the module's words are all there are.
    if "<title" in text:
        text = _OF_PICTURES["title"].sub("", text)
    if _WORDS.search(text):
        text = _OF_PICTURES["description"].sub("", text)
    text = _LONG_NAME.sub(r"\1", text)
    root = _FEED_ROOT.search(text) or _ROOT.search(text)
    if root is None:
        return text, (), False
    text = text[root.start() :]
    name = root[1]
    end = f"</{name}>"
    found = text.rfind(end)
    problems: list[str] = []
    if found >= 0:
        text = text[: found + len(end)]
    item = "entry" if name.lower().endswith("feed") else "item"
    closing = re.compile(rf"</(?:[\w.-]+:)?{item}\s*>", re.IGNORECASE)
    ends = [match.end() for match in closing.finditer(text)]
    is_cut = found < 0 and len(text.rstrip()) > len(name) + 3 and not text.rstrip().endswith("/>")
    if is_cut:
        text = text[: ends[-1]] + _close(name) if ends else text
        problems.append("The feed breaks off: what came whole was read.")
    if len(ends) > MOST_ENTRIES:
        text = text[: ends[MOST_ENTRIES - 1]] + _close(name)
        problems.append(f"The feed lists {len(ends):,} entries: the first {MOST_ENTRIES:,} were read.")
    return text, tuple(problems), is_cut


def mended_xml(text: str) -> str:
    """Return XML whose bare ampersands are written as XML wants them, and HTML's entities as their characters."""
    return _AMPERSAND.sub(_mended, text)


def _mended(match: re.Match[str]) -> str:
    whole, name = match.group(), match[1]
    if whole.startswith(("<", "&#")) or name in _XML_NAMES:
        return whole
    if name and f"{name};" in html5:
        return escape(html5[f"{name};"])
    return "&amp;" + whole[1:]


def _close(root: str) -> str:
    return f"</channel></{root}>" if root.lower() == "rss" else f"</{root}>"


def _unpacked(body: bytes) -> bytes:
    try:
        unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        text = unpacker.decompress(body, _MOST_UNPACKED)
    except zlib.error as error:
        raise FeedError("The answer is packed and cannot be unpacked.", "Dateline tries again later.") from error
    if unpacker.unconsumed_tail:
        raise FeedError("The answer unpacks to more than Dateline reads.", "It is not a feed for a reader.")
    return text
