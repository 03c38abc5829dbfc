"""Highlights and notes are kept with the revision they were made on, and are never lost."""

from __future__ import annotations

import pytest

from dateline.errors import InputError
from dateline.news.article import ArticleId
from dateline.news.note import About, Meaning, NewNote, PlacedNote
from dateline.storage import notes, rebuild, timeline, undo
from dateline.text.anchor import make_anchor
from dateline.text.span import Span
from shelf import NOON, Shelf, at

TEXT = "The letter names no date. Officials count licences every spring. 官员每年春天清点许可证。"


def highlight(shelf: Shelf, article: ArticleId, words: str, text: str = "", **more: object) -> None:
    span = Span(TEXT.index(words), TEXT.index(words) + len(words))
    new = NewNote(article, anchor=make_anchor(TEXT, span), text=text, revision=1, **more)  # type: ignore[arg-type]
    shelf.write(notes.add_notes, new=[new], at=NOON)


def placed(shelf: Shelf, article: ArticleId) -> tuple[PlacedNote, ...]:
    return shelf.read(notes.placed_notes, article=article)


def test_a_note_comes_back_as_it_was_made(shelf: Shelf) -> None:
    article = shelf.put("Licences", TEXT)
    highlight(shelf, article, "no date", "**Ask** them.", meaning=Meaning.CHECK, about=About.QUOTE)
    (one,) = placed(shelf, article)
    assert one.place is not None
    assert one.place.of(TEXT) == "no date"
    note = one.note
    assert (note.text, note.meaning, note.about, note.revision) == ("**Ask** them.", Meaning.CHECK, About.QUOTE, 1)
    assert note.anchor is not None
    assert (note.anchor.before, note.anchor.after[:10]) == ("The letter names ", ". Official")
    (card,) = shelf.read(timeline.cards, ids=[article])
    assert card.n_notes == 1


def test_notes_come_in_the_order_of_the_text_after_those_on_the_whole_article(shelf: Shelf) -> None:
    article = shelf.put("Licences", TEXT)
    highlight(shelf, article, "every spring")
    highlight(shelf, article, "letter names")
    highlight(shelf, article, "names no date")  # overlapping is allowed
    shelf.write(notes.add_notes, new=[NewNote(article, About.ARTICLE, text="Read again.")], at=NOON)
    words = [one.note.anchor.words if one.note.anchor else one.note.text for one in placed(shelf, article)]
    assert words == ["Read again.", "letter names", "names no date", "every spring"]


def test_a_changed_text_moves_a_note_and_a_text_without_its_words_leaves_it_loose(shelf: Shelf) -> None:
    article = shelf.announce(shelf.follow(), "Licences")
    shelf.keep(article, TEXT)
    highlight(shelf, article, "no date", "When?")
    highlight(shelf, article, "每年春天", "真的吗？")
    new = "Updated. " + TEXT.replace("The letter names no date. ", "")
    shelf.keep(article, new)
    moved, loose = placed(shelf, article)
    assert moved.place is not None
    assert moved.place.of(new) == "每年春天"
    assert moved.score > 0.9
    assert loose.is_loose
    assert (loose.note.text, loose.note.revision) == ("When?", 1)
    shelf.keep(article, TEXT + " Once more.")
    assert [one.is_loose for one in placed(shelf, article)] == [False, False]


def test_a_note_is_rewritten_given_another_meaning_and_removed(shelf: Shelf) -> None:
    article = shelf.put("Licences", TEXT)
    highlight(shelf, article, "no date", "When?")
    number = placed(shelf, article)[0].note.id
    shelf.write(notes.write_note, note_id=number, text=" In spring? ", at=at(11))
    shelf.write(notes.mean_note, note_id=number, meaning=Meaning.DOUBT, at=at(11))
    note = shelf.read(notes.note, note_id=number)
    assert note is not None
    assert (note.text, note.meaning, note.made_at, note.changed_at) == ("In spring?", Meaning.DOUBT, NOON, at(11))
    shelf.write(notes.remove_notes, ids=[number])
    assert placed(shelf, article) == ()
    assert shelf.titles("has:notes") == []


def test_every_act_on_notes_can_be_taken_back(shelf: Shelf) -> None:
    article = shelf.put("Licences", TEXT)
    highlight(shelf, article, "no date", "When?")
    before = placed(shelf, article)
    number = before[0].note.id
    for job in (
        lambda c: notes.write_note(c, number, "Never mind.", at(11)),
        lambda c: notes.mean_note(c, number, Meaning.USE, at(11)),
        lambda c: notes.remove_notes(c, [number]),
    ):
        done = shelf.write(undo.recorded, act=job)
        assert placed(shelf, article) != before
        assert done.undo is not None
        shelf.write(undo.take_back, number=done.undo)
        assert placed(shelf, article) == before
        assert shelf.titles("note:when") == ["Licences"]


def test_notes_are_found_by_their_own_words_and_those_they_stand_on_in_both_languages(shelf: Shelf) -> None:
    article = shelf.put("Licences", TEXT)
    shelf.put("Other", TEXT)
    highlight(shelf, article, "no date", "Ask the ministry, 问问商务部")
    for question in (
        "note:ministry",
        "note:商务",
        'note:"no date"',
        "note:ask note:DATE",
        "has:notes",
        "note:ask licences",
    ):
        assert shelf.titles(question) == ["Licences"], question
    assert shelf.titles("note:spring") == []
    assert shelf.titles("-note:ministry") == ["Other"]


def test_notes_stay_through_a_rebuild_and_are_found_after_it(shelf: Shelf) -> None:
    article = shelf.put("Licences", TEXT)
    highlight(shelf, article, "no date", "When?")
    before = placed(shelf, article)
    shelf.write(rebuild.forget_derived)
    assert placed(shelf, article) == before
    assert shelf.titles("note:when has:notes") == ["Licences"]


def test_a_note_known_by_its_key_is_kept_once(shelf: Shelf) -> None:
    article = shelf.put("Licences", TEXT)
    for _ in range(2):
        shelf.write(notes.add_notes, new=[NewNote(article, About.ARTICLE, text="Once.", key="k1")], at=NOON)
    assert len(placed(shelf, article)) == 1


def test_a_note_that_says_nothing_or_has_no_article_is_refused(shelf: Shelf) -> None:
    article = shelf.put("Licences", TEXT)
    with pytest.raises(InputError, match="says nothing"):
        shelf.write(notes.add_notes, new=[NewNote(article, About.ARTICLE, text="  ")], at=NOON)
    with pytest.raises(InputError, match="no longer in the library"):
        shelf.write(notes.add_notes, new=[NewNote(ArticleId(5), About.ARTICLE, text="Hm.")], at=NOON)
