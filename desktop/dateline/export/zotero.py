"""Articles as Zotero's own items, as its local connector takes them. Nothing is sent from here.

The fields are those of Zotero's item type newspaperArticle (https://api.zotero.org/itemTypeFields); notes are HTML.
"""

from __future__ import annotations

from typing import Any

from dateline.export.citing import accessed_at, author_name
from dateline.export.crediting import credited_quotes
from dateline.export.escape import address, one_line, xml
from dateline.export.own_words import own_xhtml
from dateline.export.sheet import figure_words, quote_words, source_words
from dateline.export.words import word
from dateline.news.handover import ExportOptions, HandoverItem


def zotero_item(item: HandoverItem, options: ExportOptions) -> dict[str, Any]:
    """Return an article as an item; its notes, quotes and figures become Zotero notes as far as they are wanted."""
    article = item.article
    data: dict[str, Any] = {
        "id": f"dateline-{article.id}",
        "itemType": "newspaperArticle",
        "title": one_line(article.title) or article.url,
        "creators": [_creator(name) for name in article.authors],
        "publicationTitle": one_line(item.outlet),
        "date": f"{article.published_at:%Y-%m-%d}" if article.published_at else "",
        "url": address(article.url),
        "accessDate": f"{accessed_at(item):%Y-%m-%dT%H:%M:%SZ}",
        "language": "zh-CN" if article.lang == "zh" else article.lang,
        "libraryCatalog": "Dateline",
        "tags": [{"tag": one_line(tag)} for tag in article.tags],
        "notes": [{"note": note} for note in _notes(item, options)],
        "attachments": [],
    }
    if article.is_sample:
        data["extra"] = word("sample", options.language)
    return {key: value for key, value in data.items() if value != ""}


def _creator(name: str) -> dict[str, Any]:
    parts = author_name(name)
    if "literal" in parts:
        return {"lastName": parts["literal"], "fieldMode": 1, "creatorType": "author"}
    return {"lastName": parts["family"], "firstName": parts["given"], "creatorType": "author"}


def _notes(item: HandoverItem, options: ExportOptions) -> list[str]:
    found, language = item.findings, options.language
    notes = []
    if options.with_notes and item.note.strip():
        notes.append(own_xhtml(item.note))
    if options.with_notes:
        for placed in item.notes:
            words = placed.note.anchor.words if placed.note.anchor else ""
            quoted = f"<blockquote>{xml(one_line(words))}</blockquote>" if words else ""
            written = own_xhtml(placed.note.text) if placed.note.text.strip() else ""
            notes.append(f"<p><strong>{word(placed.note.meaning.value, language)}</strong></p>{quoted}{written}")
    if options.with_quotes and found is not None and found.quotes:
        rows = "".join(
            f"<p>{xml(quote_words(quote))} — {xml(source_words(quote, outlets, language))}</p>"
            for quote, outlets in credited_quotes(item)
        )
        notes.append(f"<h1>{word('quotes', language)}</h1>{rows}")
    if options.with_figures and found is not None and found.figures:
        rows = "".join(f"<li>{xml(figure_words(figure, item.article.text))}</li>" for figure in found.figures)
        notes.append(f"<h1>{word('figures', language)}</h1><ul>{rows}</ul>")
    return notes
