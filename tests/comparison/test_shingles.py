from hypothesis import given
from hypothesis import strategies as st

from dateline.text.shingles import shingles, words_of

words = st.lists(
    st.sampled_from("we they sell chips to nobody who asks for less than a hundred of them".split()), max_size=40
)
passage = st.lists(st.text("abcdefgh", min_size=3, max_size=6), min_size=6, max_size=30)


@given(words, passage, words)
def test_a_passage_of_six_words_is_found_wherever_it_was_cut_out(
    before: list[str], said: list[str], after: list[str]
) -> None:
    assert shingles(said) & shingles(before + said + after)


@given(words)
def test_fewer_numbers_than_words(said: list[str]) -> None:
    assert len(shingles(said)) <= max(1, len(said))


def test_marks_case_and_traditional_characters_say_nothing() -> None:
    assert words_of("“China WILL win,” he’d said…") == ("china", "will", "win", "he", "d", "said")
    assert words_of("我們，赢了。") == tuple("我们赢了")


def test_a_short_quote_has_one_number() -> None:
    assert len(shingles(words_of("a failure"))) == 1
    assert shingles(words_of("")) == frozenset()
