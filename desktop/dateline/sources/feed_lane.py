"""The fast lane for the plain majority of feeds: sound RSS 2.0 and Atom 1.0 of well-known elements, walked with lxml.

Answers as feedparser would, in feedparser's own terms, or not at all: whatever is not known here down to the last
attribute (an odd element, a base address, markup that is not escaped, broken XML) is left to feedparser. A test
holds the two equal. Nothing here decides what an entry is: `feeds` does, for both.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element

#: A feed or entry in feedparser's terms.
Given = dict[str, Any]

_ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MEDIA = "{http://search.yahoo.com/mrss/}"
_SY = "{http://purl.org/rss/1.0/modules/syndication/}"
_FEEDBURNER = "{http://rssnamespace.org/feedburner/ext/1.0}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_PICTURES = {f"{_MEDIA}content": "media_content", f"{_MEDIA}thumbnail": "media_thumbnail"}
#: Links of an item that lead to something else than its article.
_OTHER_LINKS = frozenset(("self", "standout", "replies", "related"))
#: Elements that say nothing an entry holds, in item and entry.
_SILENT = frozenset(
    (
        *(
            "comments",
            "{http://purl.org/rss/1.0/modules/slash/}comments",
            "{http://wellformedweb.org/CommentAPI/}comments",
        ),
        *("{http://wellformedweb.org/CommentAPI/}commentRss", f"{_DC}rights", f"{_MEDIA}credit"),
        "{com-wordpress:feed-additions:1}post-id",
        *(f"{_ATOM}{name}" for name in ("rights", "contributor")),
    )
)
#: What a channel may hold besides what is read of it.
_SILENT_CHANNEL = frozenset(
    (
        *"description pubDate lastBuildDate generator docs copyright managingEditor webMaster category image".split(),
        *("cloud", "skipHours", "skipDays", "rating", f"{_SY}updateBase", f"{_DC}rights", f"{_DC}creator"),
        *(f"{_ATOM}{name}" for name in ("updated", "subtitle", "generator", "icon", "logo", "rights", "author")),
    )
)
_HTML_TYPES = ("text/html", "application/xhtml+xml")
#: What feedparser makes of the controls between ASCII and Latin-1: the marks that Windows has in their place.
_WINDOWS = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_BARE_ENTITY = re.compile("&([A-Za-z0-9_]+);")
_ODD_SCHEME = re.compile("(?!https?:)(?i:https?:)")


class _NotPlain(Exception):
    """This feed is feedparser's."""


def read_plain(xml: str) -> tuple[Given, list[Given]] | None:
    """Return channel and entries of a plain feed, None where it is not plain."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(xml.encode("utf-8", "replace"), parser)
        if root.tag == "rss":
            return _rss(root)
        if root.tag == f"{_ATOM}feed":
            return _atom(root)
    except (etree.XMLSyntaxError, _NotPlain):
        pass
    return None


# RSS ------------------------------------------------------------------------------------------------------------------


def _rss(root: _Element) -> tuple[Given, list[Given]]:
    if set(root.attrib) - {"version"} or len(root) != 1 or root[0].tag != "channel" or root[0].attrib:
        raise _NotPlain
    channel: Given = {}
    entries: list[Given] = []
    for element in root[0]:
        tag = element.tag
        if tag == "item":
            entries.append(_item(element))
        elif tag in ("title", "link", "language", "ttl"):
            _once(channel, tag, _text(element))
        elif tag == f"{_ATOM}link":
            if element.get("rel") == "alternate":
                raise _NotPlain
        elif tag in (f"{_SY}updatePeriod", f"{_SY}updateFrequency"):
            _once(channel, "sy_" + tag.rpartition("}")[2].lower(), _text(element))
        elif tag not in _SILENT_CHANNEL:
            raise _NotPlain
    return channel, entries


def _item(item: _Element) -> Given:
    if item.attrib:
        raise _NotPlain
    given: Given = {"title_detail": {}, "links": []}
    for element in item:
        tag = element.tag
        if tag in _ITEM_TEXTS:
            _once(given, _ITEM_TEXTS[tag], _text(element))
        elif tag == "link":
            _once(given, "link", _BARE_ENTITY.sub(r"&\g<1>", _text(element).replace("&amp;", "&")))
        elif tag == "guid":
            _guid(given, element)
        elif tag in ("author", f"{_DC}creator"):
            _author(given, _text(element))
        elif tag == "category":
            _tag(given, _text(element, "domain"))
        elif tag == _CONTENT:
            given.setdefault("content", []).append({"value": _text(element)})
        elif tag == "enclosure":
            given.setdefault("enclosures", []).append(_attributes(element, rename={"url": "href"}))
        elif tag in _PICTURES:
            _picture(given, element)
        elif tag == f"{_ATOM}link" and element.get("rel") in _OTHER_LINKS:
            _leaf(element)
        elif tag == "source":
            _text(element, "url")
        elif tag not in _SILENT:
            raise _NotPlain
        else:
            _leaf(element)
    # Text in full counts as the summary where there is none.
    if "summary" not in given and "content" in given:
        given["summary"] = given["content"][0]["value"]
    return given


_ITEM_TEXTS = {
    "title": "title",
    "description": "summary",
    "pubDate": "published",
    f"{_DC}date": "updated",
    f"{_FEEDBURNER}origLink": "feedburner_origlink",
}


def _guid(given: Given, element: _Element) -> None:
    value = _text(element, "isPermaLink")
    is_link = (element.get("isPermaLink") or "true") == "true"
    _once(given, "id", value)
    given["guidislink"] = is_link and "link" not in given
    if is_link:
        if not value.startswith(("http://", "https://")):
            raise _NotPlain  # counts from the feed's own address
        given.setdefault("link", value)


# Atom -----------------------------------------------------------------------------------------------------------------


def _atom(root: _Element) -> tuple[Given, list[Given]]:
    if set(root.attrib) - {_LANG}:
        raise _NotPlain
    lang = root.get(_LANG) or ""
    channel: Given = {"language": lang.replace("_", "-")}
    entries: list[Given] = []
    for element in root:
        tag = element.tag
        if tag == f"{_ATOM}entry":
            entries.append(_atom_entry(element, lang))
        elif tag == f"{_ATOM}title":
            _once(channel, "title", _construct(element))
        elif tag == f"{_ATOM}link":
            link = _link(element)
            if _is_page(link):
                channel["link"] = link["href"]
        elif tag == f"{_ATOM}id":
            _once(channel, "id", _text(element))
        elif tag not in _SILENT_CHANNEL:
            raise _NotPlain
    _id_as_link(channel)
    return channel, entries


def _id_as_link(given: Given) -> None:
    """Let an Atom id stand in for a missing link: it may be an address."""
    if "link" not in given:
        given["link"] = given.get("id", "")


def _atom_entry(entry: _Element, lang: str) -> Given:
    if entry.attrib:
        raise _NotPlain
    given: Given = {"title_detail": {"language": lang}, "links": []}
    for element in entry:
        name = element.tag.removeprefix(_ATOM) if element.tag.startswith(_ATOM) else ""
        if name in ("title", "summary"):
            _once(given, name, _construct(element))
        elif name == "content":
            _once(given, "content", [{"value": _construct(element)}])
        elif name == "id":
            _once(given, "id", _text(element))
            if _ODD_SCHEME.match(given["id"]):
                raise _NotPlain  # feedparser writes it anew
        elif name in ("published", "updated"):
            _once(given, name, _text(element))
        elif name == "link":
            link = _link(element)
            given["links"].append(link)
            if _is_page(link):
                given["link"] = link["href"]
            if link.get("rel") == "enclosure":
                given.setdefault("enclosures", []).append(link)
        elif name == "author":
            _person(given, element)
        elif name == "category":
            _leaf(element)
            _tag(given, element.get("term", ""))
        elif element.tag in _PICTURES:
            _picture(given, element)
        elif element.tag not in _SILENT:
            raise _NotPlain
    if "summary" not in given and "content" in given:
        given["summary"] = given["content"][0]["value"]
    _id_as_link(given)
    return given


def _construct(element: _Element) -> str:
    if element.get("type", "text") not in ("text", "html", "text/html", "text/plain"):
        raise _NotPlain
    return _text(element, "type")


def _link(element: _Element) -> dict[str, str]:
    link = _attributes(element)
    if "href" not in link:
        raise _NotPlain
    rel = link.setdefault("rel", "alternate").lower()
    link["rel"] = rel
    link.setdefault("type", "application/atom+xml" if rel == "self" else "text/html")
    return link


def _is_page(link: dict[str, str]) -> bool:
    return link["rel"] == "alternate" and link["type"].lower() in _HTML_TYPES


def _person(given: Given, element: _Element) -> None:
    names = [_text(part) for part in element if part.tag == f"{_ATOM}name"]
    known = (f"{_ATOM}name", f"{_ATOM}uri", f"{_ATOM}email")
    if element.attrib or len(names) != 1 or any(part.tag not in known for part in element):
        raise _NotPlain
    if names[0] != "".join((part.text or "").strip() for part in element if part.tag == f"{_ATOM}name"):
        raise _NotPlain  # feedparser mends a person's name in some places and not in others
    given.setdefault("authors", []).append({"name": names[0]})


# Both -----------------------------------------------------------------------------------------------------------------


def _author(given: Given, name: str) -> None:
    if "@" in name or not name:
        raise _NotPlain  # an address of mail, taken apart by feedparser
    given.setdefault("authors", []).append({"name": name})


def _picture(given: Given, element: _Element) -> None:
    """Take a picture, and those that are given inside it as smaller ones of it."""
    given.setdefault(_PICTURES[element.tag], []).append(_attributes(element, is_leaf=False))
    for part in element:
        if part.tag == f"{_MEDIA}thumbnail":
            _picture(given, part)
        elif part.tag == f"{_MEDIA}credit":
            _leaf(part)
        else:
            raise _NotPlain


def _tag(given: Given, term: str) -> None:
    if term:
        given.setdefault("tags", []).append({"term": term})


def _once(given: Given, name: str, value: Any) -> None:
    if name in given:
        raise _NotPlain
    given[name] = value


def _leaf(element: _Element) -> None:
    if len(element):
        raise _NotPlain


def _text(element: _Element, *known: str) -> str:
    """Return what an element says; it holds no other element and no attribute but those known."""
    if len(element) or (element.attrib and set(element.attrib) - set(known)):
        raise _NotPlain
    text = (element.text or "").strip()
    if text.isascii():
        return text
    # Text that was taken for Latin-1 and encoded once more is what feedparser mends.
    with suppress(UnicodeError):
        text = text.encode("iso-8859-1").decode("utf-8")
    return text.translate(_WINDOWS)


def _attributes(element: _Element, rename: dict[str, str] | None = None, *, is_leaf: bool = True) -> dict[str, str]:
    if (len(element) and is_leaf) or (element.text or "").strip():
        raise _NotPlain
    given: dict[str, str] = {}
    for name, value in ((str(name), str(value)) for name, value in element.attrib.items()):
        if name.startswith("{") or name in ("base", "lang"):
            raise _NotPlain
        low = name.lower()
        given[(rename or {}).get(low, low)] = value.lower() if low in ("rel", "type") else value
    return given
