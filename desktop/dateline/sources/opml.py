"""OPML, the file in which readers hand their sources to one another, in and out, with folders.

Reading is strict where a mistake would lose sources and lenient where it would not: a bare `&` or an HTML entity is
mended, a file that breaks off is refused with its line. The file's own entities are never expanded and nothing it names
is opened. A folder inside folders is one name with “/” between.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from html.entities import html5
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.news.feed import Access, NewSource, Source, SourceKind
from dateline.sources.charset import decode
from dateline.sources.outlets import outlet_of, outlets

if TYPE_CHECKING:
    from lxml.etree import _Element

#: What other readers do not know (listings, outlets) goes into attributes of this namespace.
_OURS = "urn:dateline:opml"
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,500}\?>\s*")
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]{0,2000}(?P<own>\[)?", re.IGNORECASE)
_NO_XML_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_AMPERSAND = re.compile(r"&(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,31});|#(?P<number>[0-9]{1,9}|[xX][0-9a-fA-F]{1,8});)?")
_XML_NAMES = frozenset(("amp", "lt", "gt", "quot", "apos"))
_FEED_TYPES = frozenset(("rss", "rss1", "rss2", "atom", "atom1", "json", "jsonfeed", "feed"))
_HTTP = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_XML_REASON = re.compile(r",\s*line \d+.*", re.DOTALL)


#: No reader's list is longer; a file that is, is something else.
LARGEST_FILE = 32 * 1024**2


def read_opml(data: bytes) -> tuple[NewSource, ...]:
    """Return the sources of an OPML file in its order, each address once; what is no http(s) address is left out.

    Raises:
        InputError: the file is not OPML, is too large, is broken, or lists no source.
    """
    if len(data) > LARGEST_FILE:
        raise InputError(
            f"The OPML file is larger than {LARGEST_FILE // 1024**2} MB.",
            "Export it again from the reader it comes from.",
        )
    root = _parse(decode(data))
    found: dict[str, NewSource] = {}
    for source in _sources(root):
        found.setdefault(source.url, source)
    if not found:
        raise InputError("The OPML file lists no feed.", "Export it again from the reader it comes from.")
    return tuple(found.values())


def write_opml(sources: Iterable[Source | NewSource]) -> str:
    """Return an OPML 2.0 file of these sources, those of one folder together; `read_opml` gives the same back."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0" xmlns:dateline="{_OURS}">',
        "  <head>",
        "    <title>Dateline</title>",
        "  </head>",
        "  <body>",
    ]
    open_folders: tuple[str, ...] = ()
    for folders, source in _by_folder(sources):
        n_shared = _n_shared(open_folders, folders)
        lines += [f"{_indent(depth)}</outline>" for depth in range(len(open_folders) - 1, n_shared - 1, -1)]
        lines += [
            f"{_indent(depth)}<outline{_attributes({'text': folders[depth], 'title': folders[depth]})}>"
            for depth in range(n_shared, len(folders))
        ]
        lines.append(f"{_indent(len(folders))}<outline{_attributes(_outline(source))}/>")
        open_folders = folders
    lines += [f"{_indent(depth)}</outline>" for depth in range(len(open_folders) - 1, -1, -1)]
    return "\n".join([*lines, "  </body>", "</opml>", ""])


# Reading --------------------------------------------------------------------------------------------------------------


def _parse(text: str) -> _Element:
    from lxml import etree

    doctype = _DOCTYPE.search(text[:10_000])
    if doctype and doctype.group("own"):
        raise InputError("The OPML file defines entities of its own, which Dateline does not read.")
    # Line breaks stay, so that an error's line is the file's.
    text = _DECLARATION.sub(lambda match: "\n" * match.group().count("\n"), text.lstrip("\ufeff"), count=1)
    text = _AMPERSAND.sub(_mended, _NO_XML_CHARACTER.sub("", text))
    if not text.strip():
        raise InputError("The OPML file is empty.", "Export it again from the reader it comes from.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        reason = _XML_REASON.sub("", error.msg or "not well-formed").strip()
        raise InputError(
            f"The OPML file is broken at line {line}: {reason}.", "Export it again from the reader it comes from."
        ) from error
    if _local(root) not in ("opml", "outlinedocument") and root.find(".//outline") is None:
        raise InputError(
            f"The file is not OPML: it begins with <{_local(root)}>.", "A feed is added by its address, not imported."
        )
    return root


def _mended(match: re.Match[str]) -> str:
    """Write an HTML entity as its character and a bare ampersand as one; leave out characters that XML forbids."""
    name, number = match.group("name"), match.group("number")
    if number:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        sound = code <= 0x10FFFF and not _NO_XML_CHARACTER.match(chr(code))
        return match.group() if sound else ""
    if name in _XML_NAMES:
        return match.group()
    if name and f"{name};" in html5:
        return escape(html5[f"{name};"])
    return "&amp;" + match.group()[1:]


def _local(element: _Element) -> str:
    return element.tag.rpartition("}")[2].lower()


def _sources(root: _Element) -> Iterator[NewSource]:
    from lxml import etree

    folders: list[str] = []
    is_folder: list[bool] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if _local(element) != "outline":
            continue
        if event == "end":
            if is_folder.pop():
                folders.pop()
            continue
        given = {name.rpartition("}")[2].lower(): value for name, value in element.attrib.items()}
        url = _address(given)
        name = _one_line(given.get("title", "")) or _one_line(given.get("text", ""))
        is_folder.append(not url and len(element) > 0 and bool(name))
        if is_folder[-1]:
            folders.append(name)
        elif url:
            yield _source(given, url, name, "/".join(folders) or _category(given))


def _source(given: dict[str, str], url: str, name: str, folder: str) -> NewSource:
    home_url = given.get("htmlurl", "").strip()
    rule = given.get("rule", "")
    outlet = given.get("outlet", "")
    known = outlets().get(outlet or outlet_of(url, feed_title=name, folder=folder))
    return NewSource(
        url=url,
        title=name or url,
        kind=SourceKind.LISTING if rule else SourceKind.FEED,
        outlet=known.id if known else outlet,
        folder="/".join(_folders(folder)),
        home_url=home_url if _HTTP.match(home_url) else "",
        access=known.access if known else Access.UNKNOWN,
        rule=rule,
    )


def _address(given: dict[str, str]) -> str:
    """Return the http(s) address an outline names, "" for none. `feed:` is how some readers write http."""
    url = given.get("xmlurl", "").strip()
    if not url and (given.get("type", "").strip().lower() in _FEED_TYPES or given.get("rule")):
        url = given.get("url", "").strip()
    if url.lower().startswith("feed:"):
        url = url[5:] if _HTTP.match(url[5:]) else "http:" + url[5:]
    return url if _HTTP.match(url) else ""


def _category(given: dict[str, str]) -> str:
    """Return the folder that an outline outside any folder names itself: the first of its categories that is a path."""
    return next((one for one in given.get("category", "").split(",") if one.strip().startswith("/")), "")


# Writing --------------------------------------------------------------------------------------------------------------


def _by_folder(sources: Iterable[Source | NewSource]) -> list[tuple[tuple[str, ...], Source | NewSource]]:
    """Return sources with their folders, those of one folder together, folders in the order they first appear."""
    places: dict[tuple[str, ...], int] = {(): 0}
    rows = [(_folders(source.folder), source) for source in sources]
    for folders, _ in rows:
        for depth in range(1, len(folders) + 1):
            places.setdefault(folders[:depth], len(places))
    rows.sort(key=lambda row: [places[row[0][:depth]] for depth in range(1, len(row[0]) + 1)])
    return rows


def _folders(folder: str) -> tuple[str, ...]:
    return tuple(part for part in map(_one_line, folder.split("/")) if part)


def _n_shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _outline(source: Source | NewSource) -> dict[str, str]:
    is_listing = source.kind is SourceKind.LISTING
    return {
        "type": "link" if is_listing else "rss",
        "text": source.title or source.url,
        "title": source.title or source.url,
        "url" if is_listing else "xmlUrl": source.url,
        "htmlUrl": source.home_url,
        "dateline:rule": source.rule,
        "dateline:outlet": source.outlet,
    }


def _attributes(values: dict[str, str]) -> str:
    return "".join(f' {name}="{_quoted(value)}"' for name, value in values.items() if value)


def _quoted(value: str) -> str:
    """Escape for an attribute; line breaks and tabs as references, since a parser would make blanks of them."""
    plain = escape(_NO_XML_CHARACTER.sub("", value))
    return plain.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _indent(depth: int) -> str:
    return "  " * (depth + 2)
