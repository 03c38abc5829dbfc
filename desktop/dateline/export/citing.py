"""An article as a citation: as CSL data, and written out in a style by a CSL processor (citeproc-py).

The styles are Dateline's own, short ones for news articles, in resources/citation-styles (CSL 1.0).
"""

from __future__ import annotations

import re
import warnings
from datetime import datetime
from functools import lru_cache
from typing import Any

from dateline.export.escape import one_line
from dateline.news.handover import CitationStyle, HandoverItem
from dateline.settings import resource
from dateline.text.script import has_han

#: Words that tell an agency, desk or paper from a person.
_BODIES = frozenset(
    "reuters bloomberg afp ap xinhua associated press staff news editorial board team agency service desk times post "
    "journal daily institute university council group opinion editors bureau correspondents newsroom sample".split()
)
_STOP_AFTER_MARK = re.compile(r"([^\u3000-\u9fff\uff00-\uffef”’])(’?)”\. ")
#: Two full stops where an entry's part ends: the style's own after an initial's. Three are the headline's.
_STOP_TWICE = re.compile(r"(?<!\.)\.\.(?=[\s”]|$)")
#: What a locale says in entries without being asked by name in a style.
_TERMS = frozenset("and et-al open-quote close-quote open-inner-quote close-inner-quote".split()) | frozenset(
    f"month-{number:02}" for number in range(1, 13)
)
_PARTICLES = frozenset("van von de der den del della di da la le al el bin ibn ter ten".split())


def csl_item(item: HandoverItem) -> dict[str, Any]:
    """Return an article as a CSL-JSON item, with the day it was captured as the day of access."""
    article = item.article
    data: dict[str, Any] = {
        "id": f"dateline-{article.id}",
        "type": "article-newspaper",
        "title": one_line(article.title),
        "container-title": one_line(item.outlet),
        "URL": article.url,
        "language": "zh-CN" if article.lang == "zh" else article.lang or "en",
        "accessed": _date(accessed_at(item)),
    }
    if article.authors:
        data["author"] = [author_name(name) for name in article.authors]
    if article.published_at is not None:
        data["issued"] = _date(article.published_at)
    if article.is_sample:
        data["note"] = "Sample written for Dateline, not an article of this outlet."
    return {key: value for key, value in data.items() if value}


def accessed_at(item: HandoverItem) -> datetime:
    """Return when the text was captured: the newest revision, else when the article was first seen."""
    return item.revisions[-1].captured_at if item.revisions else item.article.first_seen_at


def author_name(name: str) -> dict[str, str]:
    """Return a byline's name as CSL wants it: family and given, or literal for a body, a Chinese or a single name."""
    name = one_line(name)
    words = name.split(" ")
    if has_han(name) or len(words) < 2 or any(word.casefold().strip(".") in _BODIES for word in words):
        return {"literal": name}
    if "," in name:
        family, _, given = name.partition(",")
        return {"family": family.strip(), "given": given.strip()} if given.strip() else {"literal": family.strip()}
    first_of_family = len(words) - 1
    while first_of_family > 1 and words[first_of_family - 1].casefold() in _PARTICLES:
        first_of_family -= 1
    return {"family": " ".join(words[first_of_family:]), "given": " ".join(words[:first_of_family])}


def cite(item: HandoverItem, style: CitationStyle) -> str:
    """Return an article's entry of a bibliography as plain text."""
    data = csl_item(item)
    with warnings.catch_warnings():
        # The processor warns of fields it does not use.
        warnings.simplefilter("ignore")
        from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
        from citeproc.source.json import CiteProcJSON

        bibliography = CitationStylesBibliography(_style(style), CiteProcJSON([data]), formatter.plain)
        bibliography.register(Citation([CitationItem(data["id"])]))
        (entry,) = bibliography.bibliography()
    # A full stop goes inside American quotation marks (not inside Chinese ones), and one is enough after an initial.
    return _STOP_TWICE.sub(".", _STOP_AFTER_MARK.sub(_stop_inside, one_line(str(entry))))


def citation_key(item: HandoverItem) -> str:
    """Return a key that BibTeX takes and that is the same at every export: outlet, year, article."""
    outlet = "".join(c for c in item.article.outlet or "article" if c.isascii() and c.isalnum()).lower() or "article"
    year = item.article.published_at.year if item.article.published_at else "nd"
    return f"{outlet}{year}-{item.article.id}"


def _stop_inside(found: re.Match[str]) -> str:
    last, inner_mark = found.groups()
    return f"{last}{'' if last in '.?!' else '.'}{inner_mark}” "


@lru_cache(maxsize=len(CitationStyle))
def _style(style: CitationStyle) -> Any:
    from citeproc import CitationStylesStyle

    made = CitationStylesStyle(str(resource(f"citation-styles/{style}.csl")), validate=False)
    # The processor goes through all 384 terms of a locale for each that it needs: a third of an entry's time.
    wanted = _TERMS | {part.get("term") for part in made.root.iter()}
    for locale in made.root.locales:
        for term in list(locale.terms):
            if term.get("name") not in wanted:
                locale.terms.remove(term)
    return made


def _date(moment: datetime) -> dict[str, list[list[int]]]:
    return {"date-parts": [[moment.year, moment.month, moment.day]]}
