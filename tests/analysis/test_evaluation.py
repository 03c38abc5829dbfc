"""Figures of an evaluation: what counts as right, wrong and missed."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.analysis.evaluation import Tally, overlap, same_name, same_surface, score_quotes, score_topics, trimmed
from dateline.news.finding import Findings, Quote, QuoteKind, Speaker, TopicHit
from dateline.text.span import Span

TEXT = "“The gate is open,” said Nora Quill. The “night list” was “very long”."


def quote(words: str, speaker: str | None = None, name: str | None = None, kind: str = "direct") -> Quote:
    start = TEXT.index(words)
    who = None
    if speaker is not None:
        at = TEXT.index(speaker)
        who = Speaker(speaker, Span(at, at + len(speaker)), name)
    return Quote(Span(start, start + len(words)), words, QuoteKind(kind), None, who, 0.9)


def span_of(words: str) -> dict[str, Any]:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


GOLD = {
    "id": "a",
    "text": TEXT,
    "quotes": [
        {**span_of("The gate is open,"), "kind": "direct", "speaker": {"surface": "Nora Quill", "name": "Nora Quill"}},
        {**span_of("very long"), "kind": "mixed", "speaker": None},
    ],
    "not_speech": [span_of("night list")],
}


def test_everything_right() -> None:
    found = [quote("The gate is open,", "Nora Quill", "Nora Quill"), quote("very long", kind="mixed")]
    score = score_quotes([GOLD], {"a": found})
    assert (score.f1, score.mixed.recall, score.speakers.recall, score.names.recall) == (1.0, 1.0, 1.0, 1.0)
    assert (score.wrong, score.n_terms, score.mistakes) == (0, 1, [])


def test_a_term_taken_for_speech_and_a_speaker_unknown() -> None:
    found = [quote("The gate is open"), quote("night list", kind="mixed")]
    score = score_quotes([GOLD], {"a": found})
    assert (score.direct.right, score.mixed.missed, score.wrong, score.wrong_on_terms) == (1, 1, 1, 1)
    assert (score.speakers.right, score.speakers.wrong, score.speakers.missed) == (0, 0, 1)
    assert [(each.kind, each.words) for each in score.mistakes] == [
        ("speaker", "Nora Quill / -"),
        ("name", "Nora Quill / -"),
        ("missed", "very long"),
        ("false", "night list"),
    ]


def test_reported_speech_and_what_is_to_be_ignored_are_left_out() -> None:
    gold = {**GOLD, "ignore": [span_of("night list")]}
    found = [quote("night list", kind="mixed"), quote("said Nora Quill", kind="reported")]
    assert score_quotes([gold], {"a": found}).wrong == 0


def test_a_document_without_findings_found_nothing() -> None:
    score = score_quotes([GOLD], {})
    assert (score.f1, score.direct.missed, score.speakers.missed) == (0.0, 1, 1)


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ("Nora Quill, the engineer", "Quill", True),
        ("Mr. Quill", "Nora Quill", True),
        ("she", "Nora Quill", False),
        ("She", "she", True),
        ("the ministry", "the spokesman", False),
        ("外交部发言人", "发言人", True),
    ],
)
def test_speakers_as_written(gold: str, found: str, expected: bool) -> None:
    assert same_surface(gold, found) is expected


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ("Nora Quill", "Quill", True),
        ("Nora Quill", "N. Quill", True),
        ("Nora Quill", "Paul Quill", False),
        ("Nora Quill", "Nora Aster", False),
        ("弗兰克·米勒", "米勒", True),
        ("王小明", "王大明", False),
    ],
)
def test_names(gold: str, found: str, expected: bool) -> None:
    assert same_name(gold, found) is expected


def test_spans() -> None:
    assert trimmed("“ yes. ”", Span(0, 8)) == Span(2, 5)
    assert trimmed("“…”", Span(0, 3)) == Span(0, 3)
    assert overlap(Span(0, 10), Span(5, 15)) == pytest.approx(1 / 3)
    assert overlap(Span(0, 5), Span(5, 9)) == 0.0


def test_tallies_of_nothing_are_zero() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (0.0, 0.0, 0.0)


def test_topics() -> None:
    gold = [
        {"id": "a", "on_topic": "yes", "facets": ["chips"]},
        {"id": "b", "on_topic": "no", "near": "us-ai", "facets": ["models"]},
        {"id": "c", "on_topic": "borderline", "facets": ["chips"]},
        {"id": "d", "on_topic": "no", "near": None, "facets": []},
    ]
    found = {
        "a": Findings("a", "en", is_on_topic=True, topics=(TopicHit("chips", 1.0, ()),)),
        "b": Findings("b", "en", is_on_topic=True, topics=(TopicHit("talent", 1.0, ()),)),
        "d": Findings("d", "en", is_on_topic=False, topics=(TopicHit("chips", 1.0, ()),)),
    }
    score = score_topics(gold, found)
    assert (score.on_topic.right, score.on_topic.wrong, score.on_topic.missed) == (1, 1, 0)
    assert (score.facets["chips"].right, score.facets["chips"].wrong, score.facets["chips"].missed) == (1, 0, 1)
    assert score.macro_f1 == pytest.approx((2 / 3 + 0.0) / 2)
    assert [each.words for each in score.mistakes] == [
        "on topic: no",
        "models: missed",
        "talent: false",
        "chips: missed",
    ]
