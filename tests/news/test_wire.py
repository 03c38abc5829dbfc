"""Findings go to JSON in the contract's shape and come back unharmed."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dateline.news.finding import (
    TOPICS,
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
from dateline.news.wire import findings_from_json, findings_to_json
from dateline.text.span import Span

TEXT = "“我们会投资芯片，”林岳说。据《晨报》3日报道，投资达20亿元。"
FINDINGS = Findings(
    id="",
    lang="zh",
    is_on_topic=True,
    topics=(TopicHit("chips", 0.75, (Evidence(Field.TEXT, Span(6, 8), "芯片"),)),),
    quotes=(
        Quote(
            Span(1, 9),
            "我们会投资芯片，",
            QuoteKind.DIRECT,
            Span(12, 13),
            Speaker("林岳", Span(10, 12), "林岳", None),
            0.9,
        ),
    ),
    mentions=(Mention("lin-yue", Span(0, 2), Field.TITLE), Mention("lin-yue", Span(10, 12))),
    credits=(Credit("晨报", Span(16, 18), date(2026, 3, 3)),),
    source_marks=(SourceMark(Span(14, 23), SourceMarkKind.DOCUMENT),),
    figures=(Figure(Span(27, 31), 2e9, "元", "投资", None),),
)


def test_the_answer_has_the_shape_of_the_contract() -> None:
    assert findings_to_json(FINDINGS, TEXT) == {
        "lang": "zh",
        "on_topic": True,
        "topics": [
            {"id": "chips", "score": 0.75, "evidence": [{"field": "text", "start": 6, "end": 8, "term": "芯片"}]}
        ],
        "quotes": [
            {
                "start": 1,
                "end": 9,
                "text": "我们会投资芯片，",
                "kind": "direct",
                "cue": {"start": 12, "end": 13},
                "speaker": {"surface": "林岳", "start": 10, "end": 12, "name": "林岳", "entity": None},
                "confidence": 0.9,
            }
        ],
        "mentions": [{"entity": "lin-yue", "start": 10, "end": 12}],
        "title_mentions": [{"entity": "lin-yue", "start": 0, "end": 2}],
        "citations": [{"outlet": "晨报", "start": 16, "end": 18, "date": "2026-03-03"}],
        "sources": [{"start": 14, "end": 23, "kind": "document"}],
        "figures": [{"start": 27, "end": 31, "value": 2e9, "unit": "元", "of": "投资", "when": None}],
    }


def test_no_speaker_and_no_cue_are_null() -> None:
    findings = Findings("", "en", False, quotes=(Quote(Span(0, 2), "我们", QuoteKind.DIRECT, None, None, 0.2),))
    quote = findings_to_json(findings, "我们会")["quotes"]
    assert quote == [
        {"start": 0, "end": 2, "text": "我们", "kind": "direct", "cue": None, "speaker": None, "confidence": 0.2}
    ]


def test_a_line_of_analyse_comes_back_with_its_id() -> None:
    line = {"id": "a1", **findings_to_json(FINDINGS, TEXT)}
    assert findings_from_json(line).id == "a1"


def test_what_an_older_record_left_out_was_not_found() -> None:
    assert findings_from_json({"lang": "en", "on_topic": False}) == Findings("", "en", is_on_topic=False)


WORDS = st.text(max_size=8)
SHARES = st.floats(0, 1)


@st.composite
def findings_of_a_text(draw: st.DrawFn) -> tuple[str, Findings]:
    """Any text, and findings of which every span lies in it."""
    text = draw(st.text(min_size=1, max_size=60))
    places = st.integers(0, len(text))
    spans = st.builds(lambda a, b: Span(min(a, b), max(a, b)), places, places)
    speakers = spans.flatmap(
        lambda span: st.builds(Speaker, st.just(span.of(text)), st.just(span), st.none() | WORDS, st.none() | WORDS)
    )
    quotes = spans.flatmap(
        lambda span: st.builds(
            Quote,
            st.just(span),
            st.just(span.of(text)),
            st.sampled_from(QuoteKind),
            st.none() | spans,
            st.none() | speakers,
            SHARES,
        )
    )
    hits = st.builds(
        TopicHit,
        st.sampled_from(TOPICS),
        SHARES,
        st.lists(st.builds(Evidence, st.sampled_from(Field), spans, WORDS), max_size=3).map(tuple),
    )
    mentions = st.lists(st.builds(Mention, WORDS, spans, st.sampled_from(Field)), max_size=4).map(
        lambda found: tuple(sorted(found, key=lambda mention: mention.field is Field.TEXT))
    )
    figures = st.builds(
        Figure, spans, st.floats(allow_nan=False), st.none() | WORDS, st.none() | WORDS, st.none() | WORDS
    )
    return text, Findings(
        id="",
        lang=draw(st.sampled_from(("en", "zh", "fr"))),
        is_on_topic=draw(st.booleans()),
        topics=tuple(draw(st.lists(hits, max_size=3))),
        quotes=tuple(draw(st.lists(quotes, max_size=3))),
        mentions=draw(mentions),
        credits=tuple(draw(st.lists(st.builds(Credit, WORDS, spans, st.none() | st.dates()), max_size=3))),
        source_marks=tuple(draw(st.lists(st.builds(SourceMark, spans, st.sampled_from(SourceMarkKind)), max_size=3))),
        figures=tuple(draw(st.lists(figures, max_size=3))),
    )


@given(findings_of_a_text())
def test_findings_come_back_unharmed(given_both: tuple[str, Findings]) -> None:
    text, findings = given_both
    assert findings_from_json(json.loads(json.dumps(findings_to_json(findings, text)))) == findings
