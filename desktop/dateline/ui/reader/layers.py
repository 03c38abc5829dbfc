"""What is marked over an article's text, layer by layer, as spans in the document. Pure: no colour, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum

from dateline.news.finding import Field
from dateline.news.note import Meaning
from dateline.text.span import Span
from dateline.ui.reader.page import Page


class Layer(StrEnum):
    """A layer that can be switched on and off; in the order they are laid, the last on top."""

    CREDITS = "credits"
    FIGURES = "figures"
    WHY = "why"
    QUOTES = "quotes"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of the document and what it is."""

    layer: Layer
    span: Span  # in the document
    slot: int | None = None  # quotes: the speaker's tint, None for somebody unknown
    topic: str = ""  # why: the topic it speaks for
    meaning: Meaning | None = None  # notes: why it was highlighted


def marks_of(page: Page, layers: Collection[Layer]) -> tuple[Mark, ...]:
    """Return the marks of the layers that are on, in the order they are laid."""
    marks: list[Mark] = []
    for layer in Layer:
        if layer in layers:
            marks.extend(_LAYERS[layer](page))
    return tuple(marks)


def _credits(page: Page) -> list[Mark]:
    return [Mark(Layer.CREDITS, page.in_document(credit.span)) for credit in page.findings.credits]


def _figures(page: Page) -> list[Mark]:
    return [Mark(Layer.FIGURES, page.in_document(figure.span)) for figure in page.findings.figures]


def _why(page: Page) -> list[Mark]:
    # The strongest topic is laid last, so that its colour wins where two topics lean on the same words.
    marks: list[Mark] = []
    bounds = {Field.TITLE: len(page.title), Field.TEXT: len(page.article.text)}
    for topic in reversed(page.findings.topics):
        for evidence in topic.evidence:
            if evidence.span.end <= bounds[evidence.field]:
                span = page.in_document(evidence.span, evidence.field)
                marks.append(Mark(Layer.WHY, span, topic=topic.id))
    return marks


def _quotes(page: Page) -> list[Mark]:
    return [Mark(Layer.QUOTES, page.in_document(page.tinted(quote)), slot=page.slot_of(quote)) for quote in page.quotes]


def _notes(page: Page) -> list[Mark]:
    # The longest first, so that one inside another still shows.
    placed = [(one.place, one.note.meaning) for one in page.notes if one.place is not None]
    placed.sort(key=lambda one: one[0].start - one[0].end)
    return [Mark(Layer.NOTES, page.in_document(place), meaning=meaning) for place, meaning in placed]


_LAYERS: dict[Layer, Callable[[Page], list[Mark]]] = {
    Layer.CREDITS: _credits,
    Layer.FIGURES: _figures,
    Layer.WHY: _why,
    Layer.QUOTES: _quotes,
    Layer.NOTES: _notes,
}
