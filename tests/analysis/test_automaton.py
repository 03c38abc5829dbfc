"""Finding names in one pass: boundaries, case, the longest form, false friends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.automaton import NameAutomaton, form
from dateline.analysis.normal import normal

NAMES = NameAutomaton(
    [
        form("Nvidia", "nvidia"),
        form("US", "us"),
        form("chips", "chips"),
        form("Meta", "meta"),
        form("Claude", "claude"),
        form("Claude Monet", ""),
        form("GPT-4", "gpt-4", is_open=True),
        form("英伟达", "nvidia"),
        form("中国", "china"),
        form("China", "china"),
        form("to China", "trade"),
        form("open model", "open"),
    ]
)


def test_a_name_that_begins_with_an_article_hides_no_longer_one_without() -> None:
    names = NameAutomaton([form("The Pier", "a paper"), form("Pier Safety Agency", "an agency")])
    assert [hit[2][0].value for hit in names.find("The Pier wrote of the Pier Safety Agency.")] == [
        "a paper",
        "an agency",
    ]
    assert [hit[2][0].value for hit in names.find("The Pier Safety Agency fined a Pier Safety Agency.")] == [
        "an agency"
    ] * 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nvidia rose", ["Nvidia"]),
        ("NVIDIA and nvidia", ["NVIDIA"]),  # a name with a capital begins with one
        ("tell us about the US", ["US"]),  # an acronym stands as written
        ("Chips, chips", ["Chips", "chips"]),
        ("Metaphor, Meta's", ["Meta"]),
        ("Claude Monet painted; Claude wrote", ["Claude"]),
        ("GPT-4o and GPT-4", ["GPT-4", "GPT-4"]),
        ("輝達即英偉達，在中國", ["英偉達", "中國"]),  # Traditional is met through folding
        ("race with ChinaArtificial intelligence", ["China"]),  # words glued together by a feed
        ("MetaMask", []),
        ("sold to China", ["to China"]),
        ("smuggled into China", ["China"]),  # a longer form that does not fit covers nothing
        ("Nvidia open modelling for US chips", ["Nvidia", "US", "chips"]),
        ("", []),
    ],
)
def test_names_are_found_as_words(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in NAMES.find(text)] == found


@given(st.text(st.characters(), max_size=200))
def test_the_matching_form_has_the_length_of_the_text(text: str) -> None:
    assert len(normal(text)) == len(text)


@given(st.text(st.sampled_from("Nvidia US英伟達中國\u200f\u200b\ud800İß 𝕏"), max_size=120))
def test_hits_are_in_order_and_do_not_overlap(text: str) -> None:
    last = 0
    for start, end, _ in NAMES.find(text):
        assert last <= start < end <= len(text)
        last = end
