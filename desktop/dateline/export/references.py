"""References for citation managers: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
from typing import TextIO

from dateline.export.citing import accessed_at, author_name, citation_key, csl_item
from dateline.export.escape import address, one_line, tex
from dateline.news.handover import Handover, HandoverItem


def write_bibtex(handover: Handover, out: TextIO) -> None:
    """Write one `@article` an article, with the fields that biblatex and BibTeX's url styles know."""
    for item in handover.items:
        article = item.article
        fields = {
            "author": " and ".join(_bibtex_name(name) for name in article.authors),
            "title": "{" + tex(article.title) + "}",
            "journal": "{" + tex(item.outlet) + "}",
            "date": f"{article.published_at:%Y-%m-%d}" if article.published_at else "",
            "year": f"{article.published_at:%Y}" if article.published_at else "",
            "url": address(article.url),
            "urldate": f"{accessed_at(item):%Y-%m-%d}",
            "langid": {"zh": "chinese", "en": "english"}.get(article.lang, ""),
            "keywords": ", ".join(tex(tag) for tag in article.tags),
            "annote": tex(item.note) if handover.options.with_notes else "",
        }
        lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
        out.write(f"@article{{{citation_key(item)},\n" + ",\n".join(lines) + "\n}\n\n")


def write_ris(handover: Handover, out: TextIO) -> None:
    """Write one NEWS record an article."""
    for item in handover.items:
        article = item.article
        rows = [("TY", "NEWS")]
        rows += [("AU", _ris_name(name)) for name in article.authors]
        rows += [("TI", one_line(article.title)), ("T2", one_line(item.outlet))]
        if article.published_at is not None:
            rows += [("PY", f"{article.published_at:%Y}"), ("DA", f"{article.published_at:%Y/%m/%d}")]
        rows += [("UR", one_line(article.url)), ("Y2", f"{accessed_at(item):%Y/%m/%d}")]
        rows += [("LA", article.lang)] if article.lang else []
        rows += [("KW", one_line(tag)) for tag in article.tags]
        if handover.options.with_notes and item.note.strip():
            rows.append(("N1", one_line(item.note)))
        rows.append(("ID", citation_key(item)))
        out.write("".join(f"{tag}  - {value}\r\n" for tag, value in rows) + "ER  - \r\n\r\n")


def write_csl_json(handover: Handover, out: TextIO) -> None:
    """Write a CSL-JSON array, as Zotero and Pandoc read it."""
    out.write("[")
    for number, item in enumerate(handover.items):
        data = _csl_with_note(item, with_notes=handover.options.with_notes)
        out.write((",\n" if number else "\n") + json.dumps(data, ensure_ascii=False, indent=1))
    out.write("\n]\n")


def _csl_with_note(item: HandoverItem, *, with_notes: bool) -> dict[str, object]:
    data = csl_item(item)
    if item.article.tags:
        data["keyword"] = ", ".join(map(one_line, item.article.tags))
    if with_notes and item.note.strip():
        data["annote"] = one_line(item.note)
    return data


def _bibtex_name(name: str) -> str:
    parts = author_name(name)
    if "literal" in parts:
        return "{" + tex(parts["literal"]) + "}"
    return f"{tex(parts['family'])}, {tex(parts['given'])}"


def _ris_name(name: str) -> str:
    parts = author_name(name)
    return parts.get("literal") or f"{parts['family']}, {parts['given']}"
