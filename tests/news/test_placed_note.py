"""A note is loose where it was made on words that are gone, and only there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dateline.news.article import ArticleId
from dateline.news.note import About, Meaning, Note, NoteId, PlacedNote
from dateline.text.anchor import make_anchor
from dateline.text.span import Span

NOON = datetime(2025, 11, 10, 12, tzinfo=UTC)
ON_WORDS = Note(
    id=NoteId(1),
    key="k1",
    article=ArticleId(1),
    about=About.PASSAGE,
    meaning=Meaning.CHECK,
    anchor=make_anchor("The letter names no date.", Span(4, 10)),
    text="Which letter?",
    revision=1,
    made_at=NOON,
    changed_at=NOON,
)
ON_THE_ARTICLE = replace(ON_WORDS, about=About.ARTICLE, anchor=None)


def test_only_a_note_on_words_that_are_not_found_is_loose() -> None:
    assert PlacedNote(ON_WORDS).is_loose
    assert not PlacedNote(ON_WORDS, Span(4, 10), 1.0).is_loose
    assert not PlacedNote(ON_THE_ARTICLE).is_loose
