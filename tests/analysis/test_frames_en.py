"""Paragraphs as tokens: where each stands in the text, and that what was read before is read alike again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.frames_en import POINT, WORD, read_frame
from dateline.analysis.quote_marks import find_marked
from dateline.text.sentences import paragraphs
from dateline.text.span import Span


def words_and_points(text: str) -> list[str]:
    frame = read_frame(text, Span(0, len(text)), 0, ())
    return [frame.span(at, at + 1).of(text) for at in range(len(frame.tokens))]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Mr. Quill left.", ["Mr", "Quill", "left", "."]),  # the stop shortens the title
        ("He'd gone -- to U.S. firms", ["He", "gone", "--", "to", "U.S.", "firms"]),
        ("a dash - here", ["a", "dash", "-", "here"]),
        ("no dash here -", ["no", "dash", "here"]),  # nothing follows: the rest of a word that was cut
        ("two  blanks,\u00a0one\thard", ["two", "blanks", ",", "one", "hard"]),
        ("x" * 80 + ", then", ["x" * 80, ",", "then"]),  # longer than what is remembered
        ("", []),
    ],
)
def test_words_and_points_stand_where_the_text_has_them(text: str, read: list[str]) -> None:
    assert words_and_points(text) == read
    assert words_and_points(text) == read  # read before, and so remembered


@given(st.text(st.sampled_from('Nora said no. U.S.-“”"’ \u00a0\n…é\ud800中'), max_size=120))
def test_tokens_are_in_order_and_slice_to_their_words(text: str) -> None:
    cut = paragraphs(text)
    marked = find_marked(text, cut)
    for index, paragraph in enumerate(cut):
        own = [(number, stretch) for number, stretch in enumerate(marked) if stretch.paragraph == index]
        frame = read_frame(text, paragraph, index, own)
        end = paragraph.start
        for at, token in enumerate(frame.tokens):
            span = frame.span(at, at + 1)
            assert end <= span.start < span.end <= paragraph.end
            end = span.end
            if token.kind == WORD:
                assert token.word.startswith(span.of(text))
            elif token.kind == POINT:
                assert span.of(text) == token.word
            else:
                assert span == marked[token.quote].outer
