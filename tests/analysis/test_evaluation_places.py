"""What counts as right among credits, sources and figures."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.analysis.evaluation_places import PlaceScore, score_credits, score_figures, score_source_marks
from dateline.news.finding import Credit, Figure, Findings, SourceMark, SourceMarkKind
from dateline.text.span import Span

TEXT = "The Lantern reported on Monday that 12 million chips left, two officials said. The Post said 40%."


def place(words: str, **said: object) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), **said}


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def findings(**found: Any) -> dict[str, Findings]:
    return {"a": Findings(id="a", lang="en", is_on_topic=False, **found)}


def counted(score: PlaceScore) -> tuple[int, int, int]:
    return score.places.right, score.places.wrong, score.places.missed


def test_a_credit_needs_its_outlet_and_its_date_is_counted_apart() -> None:
    gold = [
        {
            "id": "a",
            "text": TEXT,
            "citations": [
                place("Lantern", outlet="Lantern", date="2025-11-03"),
                place("Post", outlet="The Post", date=None),
            ],
        }
    ]
    found = findings(credits=(Credit("The Lantern", span("The Lantern"), date(2025, 11, 4)), Credit("X", span("Post"))))
    score = score_credits(gold, found, lambda one, other: one in other)
    assert counted(score) == (1, 1, 1)
    assert (score.details["date"].right, score.details["date"].wrong) == (0, 1)
    assert [(each.kind, each.words) for each in score.mistakes] == [
        ("missed", "Post (The Post)"),
        ("false", "Post (X)"),
        ("date", "The Lantern: 2025-11-03 / 2025-11-04"),
    ]


def test_a_source_needs_its_kind() -> None:
    gold = [{"id": "a", "text": TEXT, "sources": [place("two officials", kind="anonymous")]}]
    right = findings(source_marks=(SourceMark(span("two officials"), SourceMarkKind.ANONYMOUS),))
    assert counted(score_source_marks(gold, right)) == (1, 0, 0)
    wrong = findings(source_marks=(SourceMark(span("two officials"), SourceMarkKind.DOCUMENT),))
    assert counted(score_source_marks(gold, wrong)) == (0, 1, 1)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (12e6, "chips", (1, 0, 0)),
        (12e6, None, (0, 1, 1)),
        (12.0, "chips", (0, 1, 1)),
        (12e6 + 0.001, "Chips", (1, 0, 0)),
    ],
)
def test_a_figure_needs_its_value_and_unit(value: float, unit: str | None, expected: tuple[int, int, int]) -> None:
    gold = [
        {"id": "a", "text": TEXT, "figures": [place("12 million chips", value=12_000_000, unit="chips", of="left")]}
    ]
    score = score_figures(gold, findings(figures=(Figure(span("12 million"), value, unit, "chips that left"),)))
    assert counted(score) == expected
    assert score.details["of"].right == expected[0]


def test_one_finding_answers_to_one_label_only() -> None:
    figure = place("12 million", value=12e6)
    found = findings(figures=(Figure(span("12 million"), 12e6),))
    assert counted(score_figures([{"id": "a", "text": TEXT, "figures": [figure, figure]}], found)) == (1, 0, 1)


def test_a_document_without_findings_found_nothing() -> None:
    gold = [{"id": "b", "text": TEXT, "figures": [place("40%", value=40, unit="%")]}]
    assert counted(score_figures(gold, {})) == (0, 0, 1)
