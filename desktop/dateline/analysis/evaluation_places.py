"""How right credits, unnamed sources, documents and figures are: findings that stand in one place and say one thing.

Pure, like `evaluation`. A finding answers to gold where their spans overlap by at least half of their union, or one
lies in the other, and it says the same: the outlet, the kind, the value. Each gold line is answered at most once.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.analysis.evaluation import Mistake, Tally, overlap, trimmed
from dateline.analysis.normal import normal
from dateline.news.finding import Credit, Figure, Findings, SourceMark
from dateline.text.span import Span

Place = Mapping[str, Any]


@dataclass(slots=True)
class PlaceScore:
    """Found and right; and, of what was found, how often what else gold says of it is right (`date`, `unit` …)."""

    places: Tally = field(default_factory=Tally)
    details: dict[str, Tally] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)


def score_credits(
    gold: Iterable[Mapping[str, Any]], findings: Mapping[str, Findings], same_outlet: Callable[[str, str], bool]
) -> PlaceScore:
    """Return how right the credited outlets are; `date` counts the gold credits that have one.

    `same_outlet(gold, found)` tells whether two names are one outlet's: "路透社" and "Reuters".

    Raises:
        KeyError: a gold line lacks "id", "text" or "citations", or a citation its place or outlet.
    """
    score = PlaceScore(details={"date": Tally()})
    for line in gold:
        found = _of(findings, line, "credits")

        def is_same(wanted: Place, credit: Credit) -> bool:
            return same_outlet(str(wanted["outlet"]), credit.outlet)

        for wanted, credit in _compare(line, line["citations"], found, is_same, score):
            said = credit.date.isoformat() if credit.date else None
            _detail(score, "date", line, credit.span, wanted.get("date"), said)
    return score


def score_source_marks(gold: Iterable[Mapping[str, Any]], findings: Mapping[str, Findings]) -> PlaceScore:
    """Return how right unnamed sources and documents are.

    Raises:
        KeyError: a gold line lacks "id", "text" or "sources", or a source its place or kind.
    """
    score = PlaceScore()
    for line in gold:

        def is_same(wanted: Place, mark: SourceMark) -> bool:
            return str(wanted["kind"]) == mark.kind.value

        _compare(line, line["sources"], _of(findings, line, "source_marks"), is_same, score)
    return score


def score_figures(gold: Iterable[Mapping[str, Any]], findings: Mapping[str, Findings]) -> PlaceScore:
    """Return how right figures are: place, value and unit; `of` and `when` count the gold figures that have them.

    Raises:
        KeyError: a gold line lacks "id", "text" or "figures", or a figure its place or value.
    """
    score = PlaceScore(details={"of": Tally(), "when": Tally()})
    for line in gold:

        def is_same(wanted: Place, figure: Figure) -> bool:
            is_equal = math.isclose(float(wanted["value"]), figure.value, rel_tol=1e-6, abs_tol=1e-9)
            return is_equal and normal(wanted.get("unit") or "") == normal(figure.unit or "")

        for wanted, figure in _compare(line, line["figures"], _of(findings, line, "figures"), is_same, score):
            for name, said in (("of", figure.of), ("when", figure.when)):
                _detail(score, name, line, figure.span, wanted.get(name), said)
    return score


def _of(findings: Mapping[str, Findings], line: Mapping[str, Any], kind: str) -> Sequence[Any]:
    found = findings.get(line["id"])
    return getattr(found, kind) if found is not None else ()


def _compare(
    line: Mapping[str, Any],
    wanted: Sequence[Place],
    found: Sequence[Any],
    is_same: Callable[[Place, Any], bool],
    score: PlaceScore,
) -> list[tuple[Place, Any]]:
    """Count one document's findings of a kind; returns gold and finding where they answer to each other."""
    document, text = str(line["id"]), str(line["text"])
    open_ones = list(found)
    pairs = []
    for place in wanted:
        span = Span(place["start"], place["end"])
        near = [each for each in open_ones if _is_near(text, span, each.span) and is_same(place, each)]
        if near:
            best = max(near, key=lambda each: overlap(span, each.span))
            open_ones.remove(best)
            pairs.append((place, best))
        else:
            score.mistakes.append(Mistake(document, "missed", span, _said(place, span.of(text))))
    score.mistakes += (Mistake(document, "false", each.span, repr_of(each, text)) for each in open_ones)
    score.places.right += len(pairs)
    score.places.missed += len(wanted) - len(pairs)
    score.places.wrong += len(open_ones)
    return pairs


def _is_near(text: str, wanted: Span, found: Span) -> bool:
    one, other = trimmed(text, wanted), trimmed(text, found)
    return overlap(one, other) >= 0.5 or one.holds(other) or other.holds(one)


def _detail(score: PlaceScore, name: str, line: Mapping[str, Any], span: Span, wanted: object, said: object) -> None:
    """Count what gold says beside the place; texts agree where one holds the other."""
    tally = score.details[name]
    if wanted is None:
        return
    one, other = normal(str(wanted)), normal(str(said or ""))
    if other and (one in other or other in one):
        tally.right += 1
        return
    tally.missed += 1
    tally.wrong += said is not None
    score.mistakes.append(Mistake(str(line["id"]), name, span, f"{span.of(line['text'])}: {wanted} / {said or '-'}"))


def _said(place: Place, words: str) -> str:
    more = [str(place[name]) for name in ("outlet", "kind", "value", "unit") if place.get(name) is not None]
    return f"{words} ({' '.join(more)})" if more else words


def repr_of(found: Credit | SourceMark | Figure, text: str) -> str:
    """Return a finding as a line of mistakes shows it: its words and what it says."""
    match found:
        case Credit():
            more = found.outlet
        case SourceMark():
            more = found.kind.value
        case Figure():
            more = f"{found.value:g} {found.unit or ''}".rstrip()
    return f"{found.span.of(text)} ({more})"
