"""Corrections hold on findings made anew, and on nothing else."""

from __future__ import annotations

from dateline.news.correction import QuoteCorrection, TopicCorrection, corrected
from dateline.news.finding import UMBRELLA, Evidence, Field, Findings, Quote, QuoteKind, Speaker, TopicHit
from dateline.text.span import Span

TEXT = "“We wait,” said Ann Lee. “We wait,” said her aide."
WHY = (Evidence(Field.TEXT, Span(1, 3), "We"),)


def said(start: int, speaker: str, at: int) -> Quote:
    return Quote(
        Span(start, start + 8),
        "We wait,",
        QuoteKind.DIRECT,
        None,
        Speaker(speaker, Span(at, at + len(speaker)), speaker),
        0.8,
    )


FINDINGS = Findings(
    id="1",
    lang="en",
    is_on_topic=True,
    topics=(TopicHit(UMBRELLA, 0.7, WHY), TopicHit("chips", 0.6, WHY), TopicHit("talent", 0.5, WHY)),
    quotes=(said(1, "Ann Lee", 16), said(26, "her aide", 41)),
)


def test_without_corrections_findings_stay_as_they_are() -> None:
    assert corrected(FINDINGS, ()) == FINDINGS


def test_a_topic_taken_away_and_one_given() -> None:
    found = corrected(FINDINGS, (TopicCorrection("chips", is_wanted=False), TopicCorrection("models", is_wanted=True)))
    assert [(hit.id, hit.score) for hit in found.topics] == [(UMBRELLA, 0.7), ("models", 1.0), ("talent", 0.5)]


def test_a_topic_confirmed_keeps_its_evidence() -> None:
    found = corrected(FINDINGS, (TopicCorrection("talent", is_wanted=True),))
    assert found.topics[1] == TopicHit("talent", 1.0, WHY)


def test_the_umbrella_decides_whether_it_is_on_topic() -> None:
    assert not corrected(FINDINGS, (TopicCorrection(UMBRELLA, is_wanted=False),)).is_on_topic
    away = corrected(FINDINGS, (TopicCorrection(UMBRELLA, is_wanted=False),))
    assert corrected(away, (TopicCorrection(UMBRELLA, is_wanted=True),)).topics[0].id == UMBRELLA


def test_of_quotations_alike_the_nearest_is_meant() -> None:
    found = corrected(FINDINGS, (QuoteCorrection("We wait,", 28, speaker="Bo Wu", entity="bo-wu"),))
    assert found.quotes[0] == FINDINGS.quotes[0]
    assert found.quotes[1].speaker == Speaker("", Span(26, 26), "Bo Wu", "bo-wu")
    assert found.quotes[1].confidence == 1.0


def test_a_speaker_confirmed_keeps_the_words_of_the_text() -> None:
    found = corrected(FINDINGS, (QuoteCorrection("We wait,", 1, speaker="Ann Lee", entity="ann-lee"),))
    assert found.quotes[0].speaker == Speaker("Ann Lee", Span(16, 23), "Ann Lee", "ann-lee")


def test_what_is_no_quotation_and_whom_nobody_knows() -> None:
    found = corrected(FINDINGS, (QuoteCorrection("We wait,", 0, is_quote=False), QuoteCorrection("We wait,", 26)))
    assert [(quote.span.start, quote.speaker) for quote in found.quotes] == [(26, None)]


def test_words_that_are_gone_change_nothing() -> None:
    assert corrected(FINDINGS, (QuoteCorrection("We go,", 1, is_quote=False),)) == FINDINGS
