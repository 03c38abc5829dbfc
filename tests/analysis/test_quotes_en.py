"""Quotations of English texts: what stands in marks, who said it, by which words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.quotes_en import find_quotes
from dateline.news.finding import Quote


class NoLexicon:
    def entity(self, entity_id: str, /) -> None:
        raise KeyError(entity_id)


def quotes_of(text: str) -> tuple[Quote, ...]:
    return find_quotes(text, (), NoLexicon())  # type: ignore[arg-type]


def said(text: str) -> list[tuple[str, str | None, str | None]]:
    """The quotations as (words, speaker's words, cue)."""
    return [
        (quote.text, quote.speaker.surface if quote.speaker else None, quote.cue.of(text) if quote.cue else None)
        for quote in quotes_of(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge is safe,” said Nora Quill.", [("The bridge is safe,", "Nora Quill", "said")]),
        ("“The bridge is safe,” Nora Quill said.", [("The bridge is safe,", "Nora Quill", "said")]),
        ("Nora Quill said, “The bridge is safe.”", [("The bridge is safe.", "Nora Quill", "said")]),
        ('"The bridge is safe," she told reporters.', [("The bridge is safe,", "she", "told")]),
        ("''The bridge is safe,'' she said.", [("The bridge is safe,", "she", "said")]),
        ("``The bridge is safe,'' she said.", [("The bridge is safe,", "she", "said")]),
        ("«The bridge is safe», she said.", [("The bridge is safe", "she", "said")]),
        ("‘The bridge isn’t safe,’ she said.", [("The bridge isn’t safe,", "she", "said")]),
        (
            "“We built it,” Quill said, “and we will mend it.”",
            [("We built it,", "Quill", "said"), ("and we will mend it.", "Quill", "said")],
        ),
        (
            "Quill, an engineer at the port, said: “It holds.”",
            [("It holds.", "Quill", "said")],
        ),
        ("“It holds,” according to the harbour office.", [("It holds,", "the harbour office", "according")]),
        (
            "Quill told the council the plan was ready, adding: “We start in May.”",
            [("We start in May.", "Quill", "adding")],
        ),
    ],
)
def test_forms_of_attribution(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert said(text) == expected


def test_a_quotation_of_several_paragraphs_keeps_its_speaker() -> None:
    text = "Nora Quill wrote:\n“The bridge was built in May.\n“It was opened in June.”"
    assert [(words, who) for words, who, _ in said(text)] == [
        ("The bridge was built in May.", "Nora Quill"),
        ("It was opened in June.", "Nora Quill"),
    ]


def test_a_surname_and_a_pronoun_are_resolved_to_the_full_name() -> None:
    text = (
        "Nora Quill opened the bridge on Monday with Paul Aster.\n"
        "“It holds,” Quill said.\n“It will hold for a century,” she said."
    )
    assert [quote.speaker.name for quote in quotes_of(text) if quote.speaker] == ["Nora Quill", "Nora Quill"]


_MARKS = st.sampled_from([*"“”\"'‘’«»`„\n .,?!:;()", "said", "Smith", "he ", "''", "``", "\u200f", "\u0301", "\ud800"])


@given(st.one_of(st.text(), st.lists(_MARKS, max_size=60).map("".join)))
def test_every_span_slices_to_its_words(text: str) -> None:
    for quote in quotes_of(text):
        assert quote.span.of(text) == quote.text != ""
        assert 0.0 <= quote.confidence <= 1.0
        if quote.cue is not None:
            assert quote.cue.of(text)
        if quote.speaker is not None:
            assert quote.speaker.span.of(text) == quote.speaker.surface != ""
