"""Findings as JSON values: the answer of `dateline analyse`, and the form in which a library keeps them.

Only shapes are known here; nothing is checked or found. A key left out of an older record means that nothing was found.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from dateline.news.finding import (
    Credit,
    Evidence,
    Field,
    Figure,
    Findings,
    Mention,
    Quote,
    QuoteKind,
    SourceMark,
    SourceMarkKind,
    Speaker,
    TopicHit,
)
from dateline.text.span import Span


def findings_to_json(findings: Findings, text: str) -> dict[str, object]:
    """Return the findings in the form of the analyse contract, without the document's id.

    `text` is the text that the spans lie in; a quotation's words are taken from it. Mentions of the title stand apart
    from those of the text, under `title_mentions`, because the contract's positions are positions in the text.
    """
    return {
        "lang": findings.lang,
        "on_topic": findings.is_on_topic,
        "topics": [
            {
                "id": hit.id,
                "score": hit.score,
                "evidence": [
                    {"field": proof.field.value, **_place(proof.span), "term": proof.term} for proof in hit.evidence
                ],
            }
            for hit in findings.topics
        ],
        "quotes": [_quote_to_json(quote, text) for quote in findings.quotes],
        "mentions": _mentions_to_json(findings, Field.TEXT),
        "title_mentions": _mentions_to_json(findings, Field.TITLE),
        "citations": [
            {"outlet": credit.outlet, **_place(credit.span), "date": credit.date.isoformat() if credit.date else None}
            for credit in findings.credits
        ],
        "sources": [{**_place(mark.span), "kind": mark.kind.value} for mark in findings.source_marks],
        "figures": [
            {
                **_place(figure.span),
                "value": figure.value,
                "unit": figure.unit,
                "of": figure.of,
                "when": figure.when,
            }
            for figure in findings.figures
        ],
    }


def findings_from_json(data: Mapping[str, Any]) -> Findings:
    """Return the findings that `findings_to_json` was given; mentions of the title come first.

    The document's id is taken from `id` where it is there, as in a line of `dateline analyse`, and is "" otherwise.

    Raises:
        KeyError, ValueError: a finding lacks what the contract asks for.
    """
    return Findings(
        id=data.get("id") or "",
        lang=data["lang"],
        is_on_topic=data["on_topic"],
        topics=tuple(
            TopicHit(
                hit["id"],
                hit["score"],
                tuple(Evidence(Field(proof["field"]), _span(proof), proof["term"]) for proof in hit["evidence"]),
            )
            for hit in data.get("topics", ())
        ),
        quotes=tuple(_quote(quote) for quote in data.get("quotes", ())),
        mentions=tuple(
            Mention(mention["entity"], _span(mention), field)
            for key, field in (("title_mentions", Field.TITLE), ("mentions", Field.TEXT))
            for mention in data.get(key, ())
        ),
        credits=tuple(
            Credit(credit["outlet"], _span(credit), date.fromisoformat(credit["date"]) if credit["date"] else None)
            for credit in data.get("citations", ())
        ),
        source_marks=tuple(SourceMark(_span(mark), SourceMarkKind(mark["kind"])) for mark in data.get("sources", ())),
        figures=tuple(
            Figure(_span(figure), figure["value"], figure["unit"], figure["of"], figure["when"])
            for figure in data.get("figures", ())
        ),
    )


def _quote_to_json(quote: Quote, text: str) -> dict[str, object]:
    speaker = quote.speaker
    return {
        **_place(quote.span),
        "text": quote.span.of(text),
        "kind": quote.kind.value,
        "cue": _place(quote.cue) if quote.cue is not None else None,
        "speaker": None
        if speaker is None
        else {
            "surface": speaker.surface,
            **_place(speaker.span),
            "name": speaker.name,
            "entity": speaker.entity,
        },
        "confidence": quote.confidence,
    }


def _quote(data: Mapping[str, Any]) -> Quote:
    speaker, cue = data["speaker"], data["cue"]
    return Quote(
        span=_span(data),
        text=data["text"],
        kind=QuoteKind(data["kind"]),
        cue=_span(cue) if cue is not None else None,
        speaker=None
        if speaker is None
        else Speaker(speaker["surface"], _span(speaker), speaker["name"], speaker["entity"]),
        confidence=data["confidence"],
    )


def _mentions_to_json(findings: Findings, field: Field) -> list[dict[str, object]]:
    return [
        {"entity": mention.entity, **_place(mention.span)} for mention in findings.mentions if mention.field is field
    ]


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _span(data: Mapping[str, Any]) -> Span:
    return Span(data["start"], data["end"])
