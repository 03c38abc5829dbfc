"""What leaves the window by clipboard or by dragging: links and words, each plain and rich at once.

Whoever pastes into a plain field gets plain text, whoever pastes into a document gets a link or a quotation with the
article it is from. Only http and https addresses go out as links.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QMimeData, QUrl

_SCHEMES = ("http", "https")


def link_data(address: str, title: str) -> QMimeData:
    """Return an address: as a link for browsers and file managers, as text, and as HTML with the title."""
    data = QMimeData()
    data.setText(address)
    if QUrl(address).scheme() in _SCHEMES:
        data.setUrls([QUrl(address)])
        data.setHtml(_anchor(address, title or address))
    return data


def words_data(words: str, title: str, address: str) -> QMimeData:
    """Return somebody's words: as text, and as an HTML quotation that names the article they are from."""
    data = QMimeData()
    data.setText(words)
    is_link = QUrl(address).scheme() in _SCHEMES
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in words.split("\n") if line.strip())
    cite = f' cite="{escape(address)}"' if is_link else ""
    source = _anchor(address, title) if is_link else escape(title)
    data.setHtml(f"<blockquote{cite}>{paragraphs}</blockquote><p>{source}</p>")
    return data


def cited_data(words: str, citation: str) -> QMimeData:
    """Return words with their citation: one below the other as text, and as an HTML quotation with its source."""
    data = QMimeData()
    data.setText(f"{words}\n{citation}".strip())
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in words.split("\n") if line.strip())
    data.setHtml(f"<blockquote>{paragraphs}</blockquote><p>{escape(citation)}</p>")
    return data


def _anchor(address: str, title: str) -> str:
    return f'<a href="{escape(address)}">{escape(title)}</a>'
