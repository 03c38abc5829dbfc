"""What was found in the newest text is said of an older one only as far as the older one shows it."""

from __future__ import annotations

from dateline.news.carried import carried_back
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
from dateline.text.difference import compare
from dateline.text.span import Span

MORNING = """Five makers of chips were asked for their licences.
“We will answer in time,” said Anna Weaver, who runs the smallest. The letter names 40 accelerators.
"""
EVENING = """Updated at noon. Five makers of chips were asked for their licences, Reuters reported.
“We will answer in time,” said Weaver. “They have all they need,” an official said. The letter names 90 accelerators.
"""


def at(words: str, text: str = EVENING) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def quote(words: str, cue: str | None, speaker: str) -> Quote:
    return Quote(
        span=at(words),
        text=words,
        kind=QuoteKind.DIRECT,
        cue=None if cue is None else at(cue),
        speaker=Speaker(speaker, at(speaker), name="Anna Weaver"),
        confidence=0.9,
    )


def carried(*, has_same_title: bool = True, **found: object) -> Findings:
    findings = Findings("story", "en", is_on_topic=True, **found)  # type: ignore[arg-type]
    return carried_back(findings, compare(MORNING, EVENING), has_same_title=has_same_title)


def test_a_quote_moves_to_where_the_older_text_has_it_with_the_words_that_lead_to_it() -> None:
    (old,) = carried(quotes=(quote("We will answer in time,", "said", "Weaver"),)).quotes
    assert old.span == at("We will answer in time,", MORNING)
    assert old.cue == at("said", MORNING)
    assert old.speaker == Speaker("Weaver", at("Weaver", MORNING), name="Anna Weaver")


def test_a_quote_stays_without_a_speaker_whom_the_older_text_does_not_name() -> None:
    (old,) = carried(quotes=(quote("We will answer in time,", None, "an official"),)).quotes
    assert old.span == at("We will answer in time,", MORNING)
    assert old.cue is None
    assert old.speaker is None


def test_what_was_added_later_is_claimed_of_the_older_text_by_nothing() -> None:
    old = carried(
        quotes=(quote("They have all they need,", "said", "Weaver"),),
        credits=(Credit("Reuters", at("Reuters")),),
        source_marks=(SourceMark(at("an official"), SourceMarkKind.ANONYMOUS),),
        figures=(Figure(at("90 accelerators"), 90.0),),
        mentions=(Mention("reuters", at("Reuters")),),
    )
    assert old == Findings("story", "en", is_on_topic=True)


def test_a_mention_moves_and_one_of_the_headline_stays_only_with_the_headline() -> None:
    in_text, in_title = Mention("chips", at("chips")), Mention("nvidia", Span(0, 6), Field.TITLE)
    moved = Mention("chips", at("chips", MORNING))
    assert carried(mentions=(in_text, in_title)).mentions == (moved, in_title)
    assert carried(mentions=(in_text, in_title), has_same_title=False).mentions == (moved,)


def test_a_topic_stays_while_some_of_its_evidence_does() -> None:
    shown = TopicHit("chips", 0.8, (Evidence(Field.TEXT, at("chips"), "chips"), Evidence(Field.TEXT, at("90"), "90")))
    gone = TopicHit("talent", 0.6, (Evidence(Field.TEXT, at("an official"), "official"),))
    by_the_user = TopicHit("models", 1.0, ())
    old = carried(topics=(shown, gone, by_the_user))
    assert old.topics == (TopicHit("chips", 0.8, (Evidence(Field.TEXT, at("chips", MORNING), "chips"),)), by_the_user)
