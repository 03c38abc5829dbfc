import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.comparison.statements import Candidate, Verdicts, is_same_speaker, place_quote, same_words
from dateline.comparison.translation import nearness, notions, numbers_in
from dateline.news.article import ArticleId
from dateline.news.coverage import QuoteInPrint, SameWords, StatementId, statement_id

A_DAY = 24 * 60
RULES = "The rules change faster than our products, and nobody tells us why."


def said(
    words: str, *, by: str = "", entity: str | None = None, article: int = 1, day: int = 0, **more: object
) -> QuoteInPrint:
    return QuoteInPrint(ArticleId(article), 10, words, "", day * A_DAY, by, entity, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (RULES, "“The rules change faster than our products and nobody tells us why”", SameWords.EXACT),
        (RULES, "the rules change faster than our products", SameWords.TRIMMED),
        (RULES, "The rules change faster than anybody can read them.", None),
        ("China will win the AI race", "中国将赢得人工智能竞赛", SameWords.POSSIBLE),
        ("China will win the AI race", "美国将输掉这场贸易战", None),
    ],
)
def test_how_two_quotes_of_one_person_are_the_same(one: str, other: str, expected: SameWords | None) -> None:
    assert same_words(said(one, entity="weaver"), said(other, entity="weaver", article=2)) is expected


@given(
    words=st.one_of(
        st.lists(st.sampled_from("rules products chips export licence power grid the of and a".split()), min_size=9),
        st.lists(st.sampled_from("规则变得比产品还快芯片出口许可电力"), min_size=16),
    ),
    cut=st.data(),
)
def test_whatever_a_paper_keeps_of_somebodys_words_is_the_statement(words: list[str], cut: st.DataObject) -> None:
    is_chinese = words[0] >= "\u3400"
    least = 15 if is_chinese else 8  # a run so long is nobody's phrase
    n = cut.draw(st.integers(least, len(words)))
    start = cut.draw(st.integers(0, len(words) - n))
    joint = "" if is_chinese else " "
    whole, part = (joint.join(some) for some in (words, words[start : start + n]))
    found = same_words(said(whole, entity="weaver"), said(part, entity="weaver", article=2))
    assert found is (SameWords.EXACT if n == len(words) else SameWords.TRIMMED)


@given(
    words=st.one_of(
        st.lists(st.sampled_from("rules products chips export licence power grid".split()), min_size=20, max_size=40),
        st.lists(st.sampled_from("规则变得比产品还快芯片出口许可电力"), min_size=36, max_size=60),
    ),
    place=st.data(),
)
def test_a_word_that_a_paper_mended_leaves_it_the_statement(words: list[str], place: st.DataObject) -> None:
    is_chinese = words[0] >= "\u3400"
    at = place.draw(st.integers(2, len(words) - 3))
    mended = [*words[:at], "某" if is_chinese else "something", *words[at + 1 :]]
    joint = "" if is_chinese else " "
    one, other = (said(joint.join(some), entity="weaver", article=n) for n, some in enumerate((words, mended)))
    assert same_words(one, other) is SameWords.TRIMMED


def test_a_phrase_of_another_speaker_is_not_the_statement() -> None:
    one, other = "make the industry great again", "make the industry great again, he says, as if it had been small"
    assert same_words(said(one, entity="weaver"), said(other, entity="weaver", article=2)) is SameWords.TRIMMED
    assert same_words(said(one, entity="weaver"), said(other, entity="ferrand", article=2)) is None


def test_two_words_are_a_statement_only_near_in_time() -> None:
    one, other = said("nanoseconds behind", entity="weaver"), "They are nanoseconds behind."
    assert same_words(one, said(other, entity="weaver", article=2, day=3)) is SameWords.TRIMMED
    assert same_words(one, said(other, entity="weaver", article=2, day=90)) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Anna Weaver", "Ms. Weaver", True),
        ("Anna Weaver", "Tomas Ferrand", False),
        ("Anna Weaver, chief executive of Loomchip", "Weaver", True),
        ("Anna Weaver", "she", None),
        ("Anna Weaver", "the chief executive", None),
        ("布莱恩·切斯基", "切斯基", True),
        ("Anna Weaver", "韦弗", None),
    ],
)
def test_speakers(one: str, other: str, expected: bool | None) -> None:
    assert is_same_speaker(said("x", by=one), said("x", by=other)) is expected


def test_a_new_quote_joins_the_statement_of_its_words() -> None:
    kept = Candidate(said(RULES, article=1), StatementId(77))
    place = place_quote(said("The rules change faster than our products", article=2), [kept])
    assert place is not None
    assert (place.statement, place.joining, place.merged) == (77, (), ())


def test_the_first_two_quotes_open_a_statement_named_after_the_older() -> None:
    older = said(RULES, article=5)
    place = place_quote(said(RULES, article=9), [Candidate(older, None)])
    assert place is not None
    assert place.statement == statement_id(ArticleId(5), 10)
    assert place.joining == (older,)


def test_a_longer_quote_ties_two_statements_together() -> None:
    whole = "We have eleven months of stock in the warehouse. After that we have hope and a prayer for better rules."
    parts = [
        Candidate(said("We have eleven months of stock in the warehouse", article=1), StatementId(1)),
        Candidate(said("After that we have hope and a prayer for better rules", article=2), StatementId(2)),
    ]
    place = place_quote(said(whole, article=3), parts)
    assert place is not None
    assert (place.statement, place.merged) == (1, (2,))


def test_quotes_of_the_same_article_are_not_other_articles() -> None:
    assert place_quote(said(RULES, article=1), [Candidate(said(RULES, article=1), StatementId(7))]) is None


def test_what_the_user_decided_wins() -> None:
    kept = Candidate(said(RULES, article=1), StatementId(7))
    assert place_quote(said(RULES, article=2), [kept], Verdicts(different=frozenset({StatementId(7)}))) is None
    place = place_quote(said("Something else.", article=2), [], Verdicts(same=frozenset({StatementId(7)})))
    assert place is not None
    assert place.statement == 7


def test_of_two_translations_in_one_article_that_are_equally_near_neither_is_taken() -> None:
    near = [
        Candidate(said("中国将赢得这场竞赛", entity="huang", article=2), None),
        Candidate(said("中国会在竞赛中胜出并赢", entity="huang", article=2), None),
    ]
    quote = said("China will win the race", entity="huang", article=1)
    assert all(same_words(quote, one.quote) is SameWords.POSSIBLE for one in near)
    assert place_quote(quote, near) is None
    assert place_quote(quote, near[:1]) is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3.853亿次", [385.3e6]), ("385.3 million", [385.3e6]), ("50万", [5e5]), ("$2.4bn", [2.4e9]), ("R1, H20", [])],
)
def test_numbers_of_either_language(text: str, expected: list[float]) -> None:
    assert numbers_in(text.casefold()) == expected


def test_notions_are_the_same_in_both_languages() -> None:
    assert {"cheap", "fast"} <= notions("It's fast and cheaper").known & notions("又快又便宜").known


def test_other_numbers_are_another_statement() -> None:
    one = said("We spent $2.4 billion on chips that we cannot ship.")
    assert nearness(one, said("我们花了24亿美元买了不能出货的芯片。")) > 0.4
    assert nearness(one, said("我们花了31亿美元买了不能出货的芯片。")) == 0.0


def test_one_language_is_no_translation() -> None:
    assert nearness(said("China will win"), said("China will win")) == 0.0
