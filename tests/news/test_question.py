"""A filter as typed and as read: the two directions agree, and what cannot be read is shown where it stands."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import QuestionError
from dateline.news.question import (
    COMPLETENESS_VALUES,
    DATE_FIELDS,
    FIELDS,
    HAS_VALUES,
    IS_VALUES,
    ORDERS,
    STRETCH_FIELDS,
    Group,
    Term,
    TimelineFilter,
    alternatives,
    day_of,
    days_of,
    every_term,
    filter_text,
    read_filter,
)

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


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2025-11-09", (date(2025, 11, 9), date(2025, 11, 10))),
        ("2025-11", (date(2025, 11, 1), date(2025, 12, 1))),
        ("2025-12", (date(2025, 12, 1), date(2026, 1, 1))),
        ("2025", (date(2025, 1, 1), date(2026, 1, 1))),
        ("9999-12-31", (date(9999, 12, 31), date(9999, 12, 31))),
        ("today", (TODAY, date(2025, 11, 21))),
        ("yesterday", (date(2025, 11, 19), TODAY)),
        ("7d", (date(2025, 11, 13), date(2025, 11, 21))),
        ("2025-11-01..2025-11-09", (date(2025, 11, 1), date(2025, 11, 10))),
        ("2025-10..7d", (date(2025, 10, 1), date(2025, 11, 21))),
        ("2025-11-09..2025-11-01", None),
        ("2025-11-09..", None),
        ("..", None),
        ("soon", None),
    ],
)
def test_stretches_of_days(value: str, days: tuple[date, date] | None) -> None:
    assert days_of(value, TODAY) == days


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a OR b", "a OR b"),
        ("a or b", "a or b"),
        ("a AND b", "a b"),
        ("a NOT b", "a -b"),
        ("NOT NOT a", "a"),
        ("a b OR c", "(a b) OR c"),
        ("a (b OR c)", "a (b OR c)"),
        ("a OR (b OR c)", "a OR b OR c"),
        ("((a b) c)", "a b c"),
        ("-(a OR b)", "-(a OR b)"),
        ("NOT (a b)", "-(a b)"),
        ("-(-a)", "a"),
        ("a AND b OR c AND NOT d", "(a b) OR (c -d)"),
        ("（芯片 OR 英伟达） H20", "(芯片 OR 英伟达) H20"),
        ("f(x)", "f x"),
        ('"f(x)" "OR"', '"f(x)" "OR"'),
        # Side by side, topics are alternatives; AND and parentheses keep them apart.
        ("topic:a topic:b", "topic:a topic:b"),
        ("topic:a AND topic:b", "topic:a (topic:b)"),
        ("topic:a topic:b AND topic:c topic:d", "topic:a topic:b (topic:c topic:d)"),
        ("(topic:a) china", "topic:a china"),
        ("topic:a OR (topic:b)", "topic:a OR topic:b"),
        ("title:a AND title:b", "title:a title:b"),
        ("topic:(chips OR models) lang:zh", "(topic:chips OR topic:models) lang:zh"),
        ("-title:(a b)", "-(title:a title:b)"),
        ("is:(read OR STARRED)", "is:read OR is:starred"),
        ("a OR b order:oldest", "(a OR b) order:oldest"),
        ("sort:relevance chips", "chips order:relevance"),
        ("has:fulltext has:notes", "has:full-text has:notes"),
        ("saved:“My chips”", 'saved:"My chips"'),
        ("a a", "a"),
    ],
)
def test_joins_conditions(typed: str, written: str) -> None:
    wanted = read_filter(typed, TODAY)
    assert filter_text(wanted) == written
    assert read_filter(written, TODAY) == wanted


@pytest.mark.parametrize(
    ("typed", "place", "sentence"),
    [
        ("a (b", "(", "not closed"),
        ("topic:(a", "topic:(", "not closed"),
        ("a) b", ")", "Nothing was opened"),
        ("a ()", "()", "Nothing stands between"),
        ("a OR", "OR", "one is missing"),
        ("OR a", "OR", "one is missing"),
        ("a OR OR b", "OR", "one is missing"),
        ("(a OR) b", "OR", "one is missing"),
        ("AND a", "AND", "one is missing"),
        ("a AND", "AND", "one is missing"),
        ("a NOT", "NOT", "Nothing stands after NOT"),
        ("(order:oldest OR a)", "order:oldest", "The order stands once"),
        ("-order:oldest", "order:oldest", "The order stands once"),
        ("order:oldest order:newest", "order:newest", "The order stands once"),
        ("order:sideways", "order:sideways", "means nothing"),
        ("topic:(a lang:zh)", "lang:zh", "inside the parentheses of “topic:”"),
        ("story:first", "story:first", "not the number"),
        ("on:2025-11-09..2025-11-01", "on:2025-11-09..2025-11-01", "not a date"),
        ("(" * 40 + "a" + ")" * 40, "(", "too deeply"),
    ],
)
def test_points_at_what_joins_nothing(typed: str, place: str, sentence: str) -> None:
    with pytest.raises(QuestionError, match=sentence) as caught:
        read_filter(typed, TODAY)
    assert typed[caught.value.start : caught.value.end] == place
    assert caught.value.hint


def test_what_asks_the_same_is_the_same_value() -> None:
    assert read_filter("topic:a AND (b OR c)", TODAY) == read_filter("(topic:a) ((b) OR (c))", TODAY)
    assert read_filter("a OR b", TODAY).terms == (Group((Term("a"), Term("b"))),)
    assert read_filter("order:oldest", TODAY).order == "oldest"
    assert TimelineFilter().order == "newest"


def test_every_condition_knows_where_it_was_typed() -> None:
    typed = 'chips -(topic:models OR saved:"My search")'
    places = [typed[term.start : term.end] for term in every_term(read_filter(typed, TODAY).terms)]
    assert places == ["chips", "topic:models", 'saved:"My search"']


_PIECES = [
    "a",
    "中",
    "topic:b",
    "-",
    "(",
    ")",
    " ",
    " OR ",
    " AND ",
    " NOT ",
    "lang:zh",
    '"',
    "title:(",
    "order:oldest",
]


@given(
    st.one_of(
        st.text(st.sampled_from('ab中英 -:："“”()topic.is*\n7\u3000'), max_size=40),
        st.lists(st.sampled_from(_PIECES), max_size=14).map("".join),
    )
)
def test_a_filter_read_written_and_read_again_is_the_same(typed: str) -> None:
    try:
        once = read_filter(typed, TODAY)
    except QuestionError as error:
        assert 0 <= error.start < error.end <= len(typed)
        return
    assert read_filter(filter_text(once), TODAY) == once


_VALUES = {"is": IS_VALUES, "has": HAS_VALUES, "completeness": COMPLETENESS_VALUES, "story": ("1", "20")}
_PLAIN = [field for field in FIELDS if field not in _VALUES and field not in DATE_FIELDS and field != "order"]
_words = st.text(st.characters(blacklist_characters='"“”', blacklist_categories=("Cs",)), min_size=1).filter(str.strip)
_terms = st.one_of(
    st.builds(Term, _words, is_negated=st.booleans(), is_phrase=st.just(True)),
    st.builds(Term, _words, st.sampled_from(_PLAIN), is_negated=st.booleans()),
    *(
        st.builds(Term, st.sampled_from(some), st.just(field), is_negated=st.booleans())
        for field, some in _VALUES.items()
    ),
    st.builds(Term, st.dates().map(date.isoformat), st.sampled_from(sorted(DATE_FIELDS)), is_negated=st.booleans()),
    st.builds(Term, st.sampled_from(["7d", "2025", "2025-11..today"]), st.sampled_from(sorted(STRETCH_FIELDS))),
)
_any = st.builds(Group, st.lists(_terms, min_size=2, max_size=4, unique=True).map(tuple), is_negated=st.booleans())


@given(st.lists(st.one_of(_terms, _any), max_size=6, unique=True).map(tuple), st.sampled_from(ORDERS))
def test_a_filter_made_by_hand_survives_being_written(terms: tuple[Term | Group, ...], order: str) -> None:
    wanted = TimelineFilter((*terms, Term(order, "order")))
    assert read_filter(filter_text(wanted), TODAY) == wanted


def test_several_of_one_field_are_alternatives_and_all_else_holds_together() -> None:
    ft, nyt, chips, no_ft = (
        Term("ft", "outlet"),
        Term("nyt", "outlet"),
        Term("chips"),
        Term("ft", "outlet", is_negated=True),
    )
    assert alternatives((ft, chips, nyt)) == [chips, Group((ft, nyt))]
    assert alternatives((ft, chips)) == [chips, ft]
    assert alternatives((no_ft, nyt, Term("two"))) == [no_ft, Term("two"), nyt]
    both = Term("quote", "has"), Term("notes", "has")
    assert alternatives(both) == list(both), "an article can have both"
