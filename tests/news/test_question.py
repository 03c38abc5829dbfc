"""A filter as typed and as read: the two directions agree, and what cannot be read is shown where it stands."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import QuestionError
from dateline.news.question import FIELDS, HAS_VALUES, IS_VALUES, Term, TimelineFilter, day_of, filter_text, read_filter

TODAY = date(2025, 11, 20)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", ()),
        ("  ", ()),
        ("chips", (Term("chips"),)),
        ("英伟达H20", (Term("英伟达H20"),)),
        ("two words", (Term("two"), Term("words"))),
        ('"battle of developers"', (Term("battle of developers", is_phrase=True),)),
        ("“人工智能 竞赛”", (Term("人工智能 竞赛", is_phrase=True),)),
        ('"not closed', (Term("not closed", is_phrase=True),)),
        ('one"two"', (Term("one"), Term("two", is_phrase=True))),
        ("-tariff", (Term("tariff", is_negated=True),)),
        ('-"soy beans"', (Term("soy beans", is_negated=True, is_phrase=True),)),
        ("a-b", (Term("a-b"),)),
        ("12:30", (Term("12:30"),)),
        ("topic:export-controls", (Term("export-controls", "topic"),)),
        ("topic：chips", (Term("chips", "topic"),)),
        ("他说：好", (Term("他说：好"),)),
        ("TOPIC:chips", (Term("chips", "topic"),)),
        ('outlet:"Financial Times"', (Term("Financial Times", "outlet"),)),
        ("-outlet:观察者网", (Term("观察者网", "outlet", is_negated=True),)),
        ("speaker:huang lang:zh", (Term("huang", "speaker"), Term("zh", "lang"))),
        ("after:2025-11-01 before:7d", (Term("2025-11-01", "after"), Term("7d", "before"))),
        ("is:Unread has:quote", (Term("unread", "is"), Term("quote", "has"))),
        ('- "" --', ()),
    ],
)
def test_reads_what_was_typed(typed: str, terms: tuple[Term, ...]) -> None:
    assert read_filter(typed, TODAY).terms == terms


@pytest.mark.parametrize(
    ("typed", "word", "sentence"),
    [
        ("chips author:lee", "author:lee", "no field “author:”"),
        ("is:wrong", "is:wrong", "“is:wrong” means nothing"),
        ("a has:video b", "has:video", "means nothing"),
        ("-after:yesterdy", "after:yesterdy", "not a date"),
        ("before:2025-13", "before:2025-13", "not a date"),
        ("after:2025-02-30", "after:2025-02-30", "not a date"),
        ("after:99999y", "after:99999y", "not a date"),
        ("英伟达 topic:", "topic:", "Nothing stands after"),
        ('outlet:" "', 'outlet:" "', "Nothing stands after"),
    ],
)
def test_points_at_the_word_that_cannot_be_read(typed: str, word: str, sentence: str) -> None:
    with pytest.raises(QuestionError, match=sentence) as caught:
        read_filter(typed, TODAY)
    assert typed[caught.value.start : caught.value.end] == word
    assert caught.value.hint


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-11-09", date(2025, 11, 9)),
        ("2025-1-9", date(2025, 1, 9)),
        ("2025-11", date(2025, 11, 1)),
        ("2025", date(2025, 1, 1)),
        ("today", TODAY),
        ("yesterday", date(2025, 11, 19)),
        ("7d", date(2025, 11, 13)),
        ("2w", date(2025, 11, 6)),
        ("0000", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates(value: str, day: date | None) -> None:
    assert day_of(value, TODAY) == day


@given(st.text(alphabet=st.sampled_from('ab中英 -:："“”topic.is\n7\u3000'), max_size=40))
def test_a_filter_read_written_and_read_again_is_the_same(typed: str) -> None:
    try:
        once = read_filter(typed, TODAY)
    except QuestionError as error:
        assert 0 <= error.start < error.end <= len(typed)
        return
    assert read_filter(filter_text(once), TODAY) == once


_words = st.text(st.characters(blacklist_characters='"“”', blacklist_categories=("Cs",)), min_size=1).filter(str.strip)
_fields = st.sampled_from([field for field in FIELDS if field not in ("is", "has", "after", "before")])
_terms = st.one_of(
    st.builds(Term, _words, is_negated=st.booleans(), is_phrase=st.just(True)),
    st.builds(Term, _words, _fields, is_negated=st.booleans()),
    st.builds(Term, st.sampled_from(IS_VALUES), st.just("is"), is_negated=st.booleans()),
    st.builds(Term, st.sampled_from(HAS_VALUES), st.just("has"), is_negated=st.booleans()),
    st.builds(Term, st.dates().map(date.isoformat), st.sampled_from(["after", "before"]), is_negated=st.booleans()),
)


@given(st.lists(_terms, max_size=6).map(tuple).map(TimelineFilter))
def test_a_filter_made_by_hand_survives_being_written(wanted: TimelineFilter) -> None:
    assert read_filter(filter_text(wanted), TODAY) == wanted
