"""What leaves the window by clipboard or by dragging: links and words, each plain and rich at once.

Whoever pastes into a plain field gets plain text, whoever pastes into a document gets a link or a quotation with the
article it is from. Only http and https addresses go out as links.
"""

from __future__ import annotations

import atexit
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from dateline.news.article import ArticleId

_SCHEMES = ("http", "https")
#: Our own form beside the others: which articles a drag inside the window carries, as ids with commas between.
_ARTICLES = "application/x-dateline-articles"
#: A row of the sidebar on its way to another place of it, by its key.
_ROW = "application/x-dateline-row"
#: The last that was made: what the clipboard may still hold when the program ends.
_last: list[QMimeData] = []


def link_data(address: str, title: str) -> QMimeData:
    """Return an address: as a link for browsers and file managers, as text, and as HTML with the title."""
    return links_data([(address, title)])


def links_data(links: Sequence[tuple[str, str]]) -> QMimeData:
    """Return addresses with their titles, as one would be: each on a line of its own."""
    data = _made()
    data.setText("\n".join(address for address, _ in links))
    good = [(address, title) for address, title in links if QUrl(address).scheme() in _SCHEMES]
    if good:
        data.setUrls([QUrl(address) for address, _ in good])
        data.setHtml("<br>".join(_anchor(address, title or address) for address, title in good))
    return data


def with_articles(data: QMimeData, articles: Sequence[ArticleId]) -> QMimeData:
    """Return the data, saying which articles it stands for."""
    data.setData(_ARTICLES, ",".join(map(str, articles)).encode("ascii"))
    return data


def carried_articles(data: QMimeData) -> tuple[ArticleId, ...]:
    """Return the articles that the data stands for; nothing for what comes from elsewhere."""
    said = bytes(data.data(_ARTICLES).data()).decode("ascii", "replace").split(",")
    return tuple(ArticleId(int(one)) for one in said if one.isdecimal())


def row_data(key: str) -> QMimeData:
    """Return what a row of the sidebar is dragged as; outside of it nobody can take it."""
    data = QMimeData()
    data.setData(_ROW, key.encode())
    return data


def carried_row(data: QMimeData) -> str:
    """Return the key of the row that is dragged, "" for anything else."""
    return bytes(data.data(_ROW).data()).decode("utf-8", "replace")


def words_data(words: str, title: str, address: str) -> QMimeData:
    """Return somebody's words: as text, and as an HTML quotation that names the article they are from."""
    data = _made()
    data.setText(words)
    is_link = QUrl(address).scheme() in _SCHEMES
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in words.split("\n") if line.strip())
    cite = f' cite="{escape(address)}"' if is_link else ""
    source = _anchor(address, title) if is_link else escape(title)
    data.setHtml(f"<blockquote{cite}>{paragraphs}</blockquote><p>{source}</p>")
    return data


def cited_data(words: str, citation: str) -> QMimeData:
    """Return words with their citation: one below the other as text, and as an HTML quotation with its source."""
    data = _made()
    data.setText(f"{words}\n{citation}".strip())
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in words.split("\n") if line.strip())
    data.setHtml(f"<blockquote>{paragraphs}</blockquote><p>{escape(citation)}</p>")
    return data


def _anchor(address: str, title: str) -> str:
    return f'<a href="{escape(address)}">{escape(title)}</a>'


def _made() -> QMimeData:
    data = QMimeData()
    _last[:] = [data]
    return data


@atexit.register
def _leave_plain_text() -> None:
    """Put Qt's own data in the place of ours: the clipboard outlives Python, and must not call back into it."""
    application = QGuiApplication.instance()
    if application is not None and _last and isValid(_last[0]):
        clipboard = QGuiApplication.clipboard()
        if clipboard.mimeData() is _last[0]:
            clipboard.setText(clipboard.text())
