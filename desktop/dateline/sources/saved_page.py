"""A page as a browser saves or copies it: its HTML, and the address it was saved from where the file tells.

HTML files of any browser, single files (MHTML, Safari's web archive, the SingleFile extension) and HTML from the
clipboard. Whether there is an article on the page is `extract`'s question; no picture or style of it is kept.
"""

from __future__ import annotations

import email
import email.policy
import plistlib
import re
from dataclasses import dataclass
from email.message import EmailMessage
from xml.parsers.expat import ExpatError

from dateline.errors import InputError
from dateline.sources.charset import decode
from dateline.sources.page import parse_page
from dateline.text.urls import canonical_url

#: A single file holds the page's pictures too.
LARGEST_FILE = 64 * 1024**2
_HEAD = 100_000
_MHTML = re.compile(
    rb"\A\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Snapshot-Content-Location):", re.IGNORECASE
)
_CLIPBOARD = re.compile(rb"\AVersion:[\d.]+\s")
_FRAGMENT_START = re.compile(rb"StartHTML:(\d{1,10})")
_SAID = (
    re.compile(r"<!--\s*saved from url=\(\d{1,5}\)(\S{1,4000}?)\s*-->", re.IGNORECASE),
    re.compile(r"<!--[^>]{0,200}?\burl:\s*(https?://\S{1,4000})", re.IGNORECASE),
    re.compile(r"\bSourceURL:(https?://\S{1,4000})", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page's HTML as bytes, with its encoding where that was told; `url` is "" where the file does not tell."""

    body: bytes
    url: str = ""
    content_type: str = ""


def read_saved_page(data: bytes) -> SavedPage:
    """Return the page of a saved file, or of the clipboard's HTML.

    Raises:
        InputError: it is too large, or an archive that cannot be read.
    """
    if len(data) > LARGEST_FILE:
        raise InputError(
            f"The saved page is larger than {LARGEST_FILE // 1024**2} MB.",
            "Save it as HTML only, without its pictures.",
        )
    if data.startswith(b"bplist") or b"WebMainResource" in data[:4_000]:
        return _from_webarchive(data)
    if _MHTML.match(data[:20_000]):
        return _from_mhtml(data)
    if _CLIPBOARD.match(data):
        start = _FRAGMENT_START.search(data[:1_000])
        url = _said(data[:4_000].decode("utf-8", "replace"))
        return SavedPage(data[int(start[1]) if start else 0 :], url, "text/html; charset=utf-8")
    return SavedPage(data, _address(data, ""))


def _from_mhtml(data: bytes) -> SavedPage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    url = _header(message, "Snapshot-Content-Location") or _header(message, "Content-Location")
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise InputError("The saved file holds no page.", "Save the page again from the browser.")
    main = next((part for part in pages if url and _header(part, "Content-Location") == url), pages[0])
    body = main.get_payload(decode=True)
    charset = main.get_content_charset("")
    content_type = f"text/html; charset={charset}" if charset else ""
    found = body if isinstance(body, bytes) else b""
    url = canonical_url(url) or canonical_url(_header(main, "Content-Location"))
    return SavedPage(found, url or _address(found, content_type), content_type)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return "".join(str(message.get(name, "")).split())
    except (ValueError, LookupError, TypeError):
        return ""  # the standard library trips over some broken headers


def _from_webarchive(data: bytes) -> SavedPage:
    try:
        main = plistlib.loads(data)["WebMainResource"]
        body, url = main["WebResourceData"], str(main.get("WebResourceURL", ""))
        charset = str(main.get("WebResourceTextEncodingName", ""))
        if not isinstance(body, bytes):
            raise TypeError
    except (plistlib.InvalidFileException, ExpatError, ValueError, KeyError, TypeError, AttributeError, OverflowError):
        raise InputError("The web archive cannot be read.", "Save the page again, as HTML.") from None
    content_type = f"text/html; charset={charset}" if charset else ""
    return SavedPage(body, canonical_url(url) or _address(body, content_type), content_type)


def _address(body: bytes, content_type: str) -> str:
    """Return the address a page says it has: as the browser noted it, else its own canonical one."""
    url = _said(body[:_HEAD].decode("utf-8", "replace"))
    if url:
        return url
    root = parse_page(decode(body[: 20 * _HEAD], content_type))
    if root is None:
        return ""
    named = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    named += [meta.get("content") for meta in root.iter("meta") if meta.get("property") in ("og:url", "al:web:url")]
    return next((url for one in named if one and (url := canonical_url(one))), "")


def _said(head: str) -> str:
    return next((url for pattern in _SAID if (found := pattern.search(head)) and (url := canonical_url(found[1]))), "")
