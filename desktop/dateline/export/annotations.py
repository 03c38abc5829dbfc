"""Highlights and notes as W3C Web Annotations (JSON-LD), which Hypothesis and other tools understand.

https://www.w3.org/TR/annotation-model/ : an annotation targets the article's address by a quote and a position.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from dateline.news.handover import Handover, HandoverItem
from dateline.news.note import PlacedNote

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write_annotations(handover: Handover, out: TextIO) -> None:
    """Write an AnnotationPage with every note of every article."""
    head = {"@context": _CONTEXT, "type": "AnnotationPage", "id": f"urn:dateline:{handover.made_at:%Y%m%dT%H%M%SZ}"}
    out.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "items": [')
    n = 0
    for item in handover.items:
        for placed in item.notes:
            out.write((",\n" if n else "\n") + json.dumps(annotation(item, placed), ensure_ascii=False))
            n += 1
    out.write("\n]}\n")


def annotation(item: HandoverItem, placed: PlacedNote) -> dict[str, Any]:
    """Return one note as an annotation; it is about the whole page where it has no words."""
    note = placed.note
    target: dict[str, Any] = {"source": item.article.url}
    if note.anchor is not None:
        selectors: list[dict[str, Any]] = [
            {
                "type": "TextQuoteSelector",
                "exact": note.anchor.words,
                "prefix": note.anchor.before,
                "suffix": note.anchor.after,
            }
        ]
        if placed.place is not None:
            selectors.append({"type": "TextPositionSelector", "start": placed.place.start, "end": placed.place.end})
        target["selector"] = selectors
    made: dict[str, Any] = {
        "@context": _CONTEXT,
        "id": f"urn:dateline:note:{note.key}",
        "type": "Annotation",
        "motivation": "commenting" if note.text.strip() else "highlighting",
        "created": note.made_at.isoformat(),
        "modified": note.changed_at.isoformat(),
        "generator": {"type": "Software", "name": "Dateline"},
        "target": target,
    }
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": "tagging", "value": note.meaning.value},
    ]
    if note.text.strip():
        bodies.insert(
            0, {"type": "TextualBody", "purpose": "commenting", "value": note.text, "format": "text/markdown"}
        )
    made["body"] = bodies
    return made
