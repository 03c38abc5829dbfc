"""A correction shows at once, holds through every later analysis, and can be taken back."""

from __future__ import annotations

from typing import Any

import pytest

from dateline.errors import InputError
from dateline.news.article import ArticleId
from dateline.news.correction import Correction, QuoteCorrection, SameSpeaker, TopicCorrection
from dateline.news.finding import Findings
from dateline.news.lexicon_edit import TermDoubt
from dateline.news.question import TimelineFilter
from dateline.storage import articles, corrections, quotes, rebuild, undo
from dateline.storage.lexicon_edits import lexicon_edits
from shelf import NOON, Shelf, at, found_in

TEXT = "“Rules change,” said Anna Weaver. Chips are scarce."
FINDINGS = found_in(TEXT, topics="us-china-ai chips", said="Rules change,", speaker="Anna Weaver")


@pytest.fixture
def article(shelf: Shelf) -> ArticleId:
    number = shelf.announce(shelf.follow(), "Rules")
    shelf.keep(number, TEXT, findings=FINDINGS, analysis_version=1)
    return number


def correct(shelf: Shelf, said: Correction, article: ArticleId | None = None) -> Any:
    return shelf.write(undo.recorded, act=lambda c: corrections.correct(c, said, NOON, article))


def found(shelf: Shelf, article: ArticleId) -> Findings:
    findings = shelf.read(articles.findings, article_id=article)
    assert findings is not None
    return findings


def analyse_again(shelf: Shelf) -> None:
    shelf.write(rebuild.forget_derived)
    batch = shelf.read(rebuild.documents, version=1, limit=10)
    results = [rebuild.analysed(waiting, FINDINGS) for waiting in batch]
    shelf.write(rebuild.keep_findings, results=results, version=1)


def test_a_wrong_topic_goes_and_a_missing_one_comes_also_after_a_rebuild(shelf: Shelf, article: ArticleId) -> None:
    correct(shelf, TopicCorrection("chips", is_wanted=False, terms=("scarce",)), article)
    correct(shelf, TopicCorrection("regulation", is_wanted=True), article)
    for _ in range(2):
        assert [hit.id for hit in found(shelf, article).topics] == ["us-china-ai", "regulation"]
        assert shelf.titles("topic:chips") == []
        assert shelf.titles("topic:regulation") == ["Rules"]
        analyse_again(shelf)
    assert shelf.read(corrections.learned_topics) == {("chips", "scarce"): -1}


def test_terms_that_told_a_topic_wrongly_twice_are_doubted_by_the_next_analysis(
    shelf: Shelf, article: ArticleId
) -> None:
    other = shelf.put("Other", TEXT, at=at(5))
    wrong = TopicCorrection("chips", is_wanted=False, terms=("licence", "scarce"))
    correct(shelf, wrong, article)
    assert shelf.read(lexicon_edits).doubts == ()
    correct(shelf, TopicCorrection("chips", is_wanted=False, terms=("scarce",)), other)
    assert shelf.read(lexicon_edits).doubts == (TermDoubt("chips", "scarce", 2),)
    correct(shelf, TopicCorrection("chips", is_wanted=True, terms=("scarce",)), other)
    assert shelf.read(lexicon_edits).doubts == ()


def test_the_umbrella_itself_can_be_wrong(shelf: Shelf, article: ArticleId) -> None:
    correct(shelf, TopicCorrection("us-china-ai", is_wanted=False), article)
    assert not found(shelf, article).is_on_topic
    assert shelf.titles("is:on-topic") == []


def test_another_speaker_is_shown_listed_and_searched_and_survives(shelf: Shelf, article: ArticleId) -> None:
    said = QuoteCorrection("Rules change,", TEXT.index("Rules"), speaker="Ben Ode", before="“", after="” said")
    correct(shelf, said, article)
    for _ in range(2):
        (quote,) = found(shelf, article).quotes
        assert quote.speaker is not None
        assert (quote.speaker.name, quote.confidence) == ("Ben Ode", 1.0)
        assert [row.speaker for row in shelf.read(quotes.quotes, wanted=TimelineFilter(), limit=9)] == ["Ben Ode"]
        assert shelf.titles("speaker:ode") == ["Rules"]
        assert shelf.titles("speaker:weaver") == []
        analyse_again(shelf)


def test_what_is_no_quote_stays_none_in_the_next_revision(shelf: Shelf, article: ArticleId) -> None:
    said = QuoteCorrection(
        "Rules change,", TEXT.index("Rules"), is_quote=False, before="“", after="” said Anna Weaver."
    )
    correct(shelf, said, article)
    new = "Updated at noon. " + TEXT
    shelf.keep(article, new, findings=found_in(new, said="Rules change,", speaker="Anna Weaver"), analysis_version=1)
    assert found(shelf, article).quotes == ()
    assert shelf.titles("has:quote") == []


def test_two_names_of_one_speaker_become_one_in_every_article(shelf: Shelf, article: ArticleId) -> None:
    text = "“We wait,” said A. Weaver."
    shelf.put("Waiting", text, findings=found_in(text, said="We wait,", speaker="A. Weaver"), analysis_version=1)
    done = correct(shelf, SameSpeaker("Anna Weaver", "A. Weaver"))
    assert {row.speaker for row in shelf.read(quotes.quotes, wanted=TimelineFilter(), limit=9)} == {"Anna Weaver"}
    assert shelf.titles('speaker:"anna weaver"') == ["Waiting", "Rules"]
    shelf.write(undo.take_back, number=done.undo)
    assert {row.speaker for row in shelf.read(quotes.quotes, wanted=TimelineFilter(), limit=9)} == {
        "Anna Weaver",
        "A. Weaver",
    }
    with pytest.raises(InputError, match="one speaker already"):
        correct(shelf, SameSpeaker("Anna Weaver", "Anna Weaver"))


def test_corrections_are_listed_and_each_can_be_taken_back(shelf: Shelf, article: ArticleId) -> None:
    before = found(shelf, article)
    correct(shelf, TopicCorrection("chips", is_wanted=False), article)
    correct(shelf, QuoteCorrection("Rules change,", 1, is_quote=False), article)
    listed = shelf.read(corrections.corrections)
    assert [(one.title, type(one.said)) for one in listed] == [("Rules", QuoteCorrection), ("Rules", TopicCorrection)]
    for one in listed:
        shelf.write(corrections.remove_correction, correction_id=one.id)
    assert found(shelf, article) == before
    assert shelf.titles("topic:chips has:quote") == ["Rules"]


def test_the_last_word_on_a_thing_counts_and_stands_alone(shelf: Shelf, article: ArticleId) -> None:
    correct(shelf, TopicCorrection("chips", is_wanted=False), article)
    correct(shelf, TopicCorrection("chips", is_wanted=True), article)
    assert len(shelf.read(corrections.corrections)) == 1
    assert shelf.titles("topic:chips") == ["Rules"]
