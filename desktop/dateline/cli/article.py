"""`dateline show`: one article with its text, its quotes and the notes on it."""

from __future__ import annotations

import shutil
import textwrap
from argparse import Namespace
from collections.abc import Sequence
from functools import partial
from typing import Any

from dateline.cli.analyse import contract_findings
from dateline.cli.desk import open_library
from dateline.cli.main import DONE
from dateline.cli.output import clock, cut, iso, width_of, write_json
from dateline.cli.timeline import card_to_json, outlet_names
from dateline.errors import InputError
from dateline.news.card import ArticleId, Card
from dateline.news.note import PlacedNote
from dateline.news.topics import UMBRELLA
from dateline.news.wire import findings_to_json
from dateline.storage import articles, copies, notes, timeline
from dateline.storage.revisions import revisions as revisions_of


def show(given: Namespace) -> int:
    """Show one article: what is known about it, its text and its quotes."""
    outlets = outlet_names()
    with open_library(given) as library:
        ids = [ArticleId(given.id)]
        article = library.read(partial(articles.article, article_id=ids[0])).result()
        cards = library.read(partial(timeline.cards, ids=ids)).result()
        if article is None or not cards:
            raise InputError(f"This library has no article {given.id}.", "`dateline list` shows the ids.")
        findings = library.read(partial(articles.findings, article_id=ids[0])).result()
        revisions = library.read(partial(revisions_of, article_id=ids[0])).result()
        placed = library.read(partial(notes.placed_notes, article=ids[0])).result()
        first = library.read(partial(copies.copy_of, article=ids[0])).result()
        others = library.read(partial(copies.same_text, article=ids[0])).result()
    if given.json:
        answer = card_to_json(cards[0], outlets) | {
            "authors": list(article.authors),
            "updated": iso(article.updated_at),
            "reason": article.reason or None,
            "copy_of": first,
            "same_text": others,
            "text": article.text,
            "revisions": [
                {
                    "number": r.number,
                    "captured": iso(r.captured_at),
                    "title": r.title,
                    "completeness": r.completeness.value,
                    "characters": r.n_characters,
                    "origin": r.origin,
                    "provenance": r.provenance or None,
                }
                for r in revisions
            ],
            "findings": None
            if findings is None
            else {"id": str(article.id), **contract_findings(findings_to_json(findings, article.text))},
            "notes": [_note_to_json(one) for one in placed],
        }
        write_json(answer)
        return DONE
    columns = min(shutil.get_terminal_size().columns, 100)
    print(article.title)
    print(" · ".join(_facts(cards[0], outlets, article.authors)))
    print(article.url)
    if article.reason:
        print(article.reason)
    if others:
        print(f"The same text: {', '.join(map(str, others))}{'.' if first is None else f'; {first} had it first.'}")
    print()
    for paragraph in article.text.split("\n"):
        print("\n".join(textwrap.wrap(paragraph, columns if width_of(paragraph) == len(paragraph) else columns // 2)))
        print()
    for quote in findings.quotes if findings is not None else ():
        speaker = (quote.speaker.name or quote.speaker.surface) if quote.speaker else "unknown"
        print(f"“ {speaker} ({quote.kind.value}): {cut(quote.text, columns)}")
    for one in placed:
        words = one.note.anchor.words if one.note.anchor else ""
        print(f"✎ {one.note.meaning.value}{', loose' if one.is_loose else ''}: {cut(words or one.note.text, columns)}")
        if words and one.note.text:
            print(textwrap.indent(one.note.text, "    "))
    return DONE


def _note_to_json(one: PlacedNote) -> dict[str, Any]:
    note = one.note
    return {
        "id": note.id,
        "key": note.key,
        "about": note.about.value,
        "meaning": note.meaning.value,
        "text": note.text,
        "words": note.anchor.words if note.anchor else None,
        "before": note.anchor.before if note.anchor else None,
        "after": note.anchor.after if note.anchor else None,
        "revision": note.revision,
        "start": one.place.start if one.place else None,
        "end": one.place.end if one.place else None,
        "score": round(one.score, 3) if one.place else None,
        "loose": one.is_loose,
        "made": iso(note.made_at),
        "changed": iso(note.changed_at),
    }


def _facts(card: Card, outlets: dict[str, str], authors: Sequence[str]) -> list[str]:
    facts = [outlets.get(card.outlet, card.outlet), *authors]
    if card.published_at is not None:
        facts.append(f"published {clock(card.published_at)}")
    facts += [f"first seen {clock(card.first_seen_at)}", card.completeness.value]
    return facts + ([UMBRELLA] if card.is_on_topic else []) + list(card.topics)
