"""Edits of the lexicon are kept, replaced, dropped, and taken back."""

from __future__ import annotations

from functools import partial

import pytest

from dateline.errors import InputError
from dateline.news.lexicon_edit import NO_EDITS, EntityEdit, LexiconEdits, TermEdit, TopicEdit
from dateline.storage.lexicon_edits import drop_edit, edit_lexicon, lexicon_edits
from dateline.storage.undo import recorded, take_back
from shelf import NOON, Shelf, at

TERM = TermEdit("chips", "quarrelstones", 6.0)
TOPIC = TopicEdit("tides", "Tides", "潮汐")
TIDE = TermEdit("tides", "spring tide", 3.0)
ENTITY = EntityEdit("quarrel-ai", "lab", "Quarrel AI", "争鸣智能", ("争鸣",), ("QA",), "cn", is_ai=True)


def test_what_was_kept_comes_back_as_it_was(shelf: Shelf) -> None:
    assert shelf.read(lexicon_edits) == NO_EDITS
    for day, edit in enumerate((TERM, TOPIC, ENTITY, TIDE), 1):
        assert shelf.write(edit_lexicon, edit=edit, at=at(day)).has_user_data
    assert shelf.read(lexicon_edits) == LexiconEdits((TERM, TIDE), (TOPIC,), (ENTITY,))


def test_a_later_edit_of_the_same_takes_its_place(shelf: Shelf) -> None:
    shelf.write(edit_lexicon, edit=TERM, at=at(1))
    shelf.write(edit_lexicon, edit=TermEdit("chips", "quarrelstones", 0.0), at=at(2))
    assert shelf.read(lexicon_edits).terms == (TermEdit("chips", "quarrelstones", 0.0),)


def test_a_topic_that_is_dropped_takes_its_terms_with_it(shelf: Shelf) -> None:
    for edit in (TERM, TOPIC, TIDE, ENTITY):
        shelf.write(edit_lexicon, edit=edit, at=NOON)
    shelf.write(drop_edit, edit=TOPIC)
    assert shelf.read(lexicon_edits) == LexiconEdits((TERM,), (), (ENTITY,))
    assert not shelf.write(drop_edit, edit=TOPIC)


def test_an_edit_can_be_taken_back(shelf: Shelf) -> None:
    change = shelf.write(recorded, act=partial(edit_lexicon, edit=TERM, at=NOON))
    assert change.undo is not None
    shelf.write(take_back, number=change.undo)
    assert shelf.read(lexicon_edits) == NO_EDITS


@pytest.mark.parametrize(
    "edit", [TermEdit("chips", " ", 3.0), TopicEdit("chips", "Chips"), TopicEdit("tides", ""), EntityEdit("")]
)
def test_what_has_no_name_of_its_own_is_refused(shelf: Shelf, edit: TermEdit | TopicEdit | EntityEdit) -> None:
    with pytest.raises(InputError):
        shelf.write(edit_lexicon, edit=edit, at=NOON)
    assert shelf.read(lexicon_edits) == NO_EDITS
