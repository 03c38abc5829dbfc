"""What a reader changes in the lexicon is found by the next analysis, and only that changes."""

from __future__ import annotations

import pytest

from dateline.analysis.analyse import analyse, analysis_version
from dateline.analysis.lexicon import load_lexicon
from dateline.analysis.topic_terms import load_topic_terms
from dateline.news.finding import Document, Field
from dateline.news.lexicon_edit import NO_EDITS, EntityEdit, LexiconEdits, TermDoubt, TermEdit, TopicEdit


def topics(title: str, edits: LexiconEdits = NO_EDITS, text: str = "") -> dict[str, list[str]]:
    document = Document("1", title, text)
    return {
        hit.id: [proof.span.of(title if proof.field is Field.TITLE else text) for proof in hit.evidence]
        for hit in analyse(document, edits).topics
    }


def named(text: str, edits: LexiconEdits = NO_EDITS) -> list[tuple[str, str]]:
    return [(each.entity, each.span.of(text)) for each in analyse(Document("1", "", text), edits).mentions]


def test_without_edits_the_lexicon_is_the_shipped_one() -> None:
    assert load_lexicon() is load_lexicon(NO_EDITS)
    assert load_lexicon(LexiconEdits(terms=(TermEdit("chips", "x", 1.5),))) is load_lexicon()
    assert load_topic_terms().own_topics == ()


def test_a_term_of_the_users_speaks_for_a_topic() -> None:
    title = "Chinese AI labs rent quarrelstones in America"
    edits = LexiconEdits(terms=(TermEdit("chips", "quarrelstones", 6.0),))
    assert "chips" not in topics(title)
    assert "quarrelstones" in topics(title, edits)["chips"]


def test_a_term_taken_away_speaks_for_it_no_more() -> None:
    title = "US and China race for AI talent"
    edits = LexiconEdits(terms=tuple(TermEdit("talent", term, 0.0) for term in ("talent", "AI talent", "Talent")))
    assert "talent" in topics(title)
    assert "talent" not in topics(title, edits)


def test_a_topic_of_the_users_own_needs_neither_ai_nor_the_countries() -> None:
    edits = LexiconEdits(
        terms=(TermEdit("tides", "spring tide", 3.0), TermEdit("tides", "大潮", 3.0), TermEdit("tides", "moon", 0.6)),
        topics=(TopicEdit("tides", "Tides", "潮汐"),),
    )
    assert topics("A spring tide fills the harbour", edits) == {"tides": ["spring tide"]}
    assert topics("明日大潮", edits) == {"tides": ["大潮"]}
    assert topics("The moon is out", edits) == {}


def test_somebody_new_is_found_in_both_scripts_and_counts_for_its_side() -> None:
    edits = LexiconEdits(
        entities=(EntityEdit("quarrel-ai", "lab", "Quarrel AI", "争鸣智能", ("争鸣",), side="cn", is_ai=True),)
    )
    text = "Quarrel AI, 爭鳴智能, beats OpenAI in America."
    assert ("quarrel-ai", "Quarrel AI") in named(text, edits)
    assert ("quarrel-ai", "爭鳴智能") in named(text, edits)
    assert "us-china-ai" in topics("Washington bans chips for Quarrel AI", edits)
    assert "quarrel-ai" not in dict(named(text))


def test_names_are_added_to_and_dropped_from_one_that_is_shipped() -> None:
    text = "Team Green and Nvidia"
    edits = LexiconEdits(entities=(EntityEdit("nvidia", aliases=("Team Green",), dropped=("Nvidia",)),))
    assert named(text, edits) == [("nvidia", "Team Green")]
    assert load_lexicon(edits).entity("nvidia").side == "us"


def test_who_is_hidden_is_not_looked_for_but_stays_for_those_tied_to_it() -> None:
    edits = LexiconEdits(entities=(EntityEdit("nvidia", is_hidden=True),))
    assert [entity for entity, _ in named("Jensen Huang of Nvidia (英伟达)", edits)] == ["jensen-huang"]


def test_the_version_of_an_analysis_changes_with_the_edits() -> None:
    edits = LexiconEdits(terms=(TermEdit("chips", "quarrelstones", 6.0),))
    assert analysis_version() == analysis_version(NO_EDITS)
    assert analysis_version(edits) == analysis_version(LexiconEdits(terms=edits.terms))
    assert 0 <= analysis_version(edits) != analysis_version()


def test_a_doubted_term_counts_for_less_but_never_for_nothing() -> None:
    def worth(*doubts: TermDoubt) -> float:
        return dict(load_topic_terms(LexiconEdits(doubts=doubts)).worth["talent"])["talent"]

    shipped = worth()
    assert worth(TermDoubt("talent", "Talent", 2)) == pytest.approx(shipped * 0.85**2)
    assert worth(TermDoubt("talent", "talent", 40)) == shipped / 2
    assert worth(TermDoubt("chips", "talent", 3)) == shipped
