"""What stands beside the text keeps out of one another's way."""

from __future__ import annotations

from dateline.ui.reader.margin_layout import Extent, place


def test_names_that_would_collide_give_way_and_notes_sink() -> None:
    quote, close, note = Extent(0, 100, 120), Extent(1, 108, 128), Extent(2, 108, 150, can_sink=True)
    placed = place((quote, close, note))
    assert [one.has_name for one in placed] == [True, False, True]
    assert [one.words_top for one in placed if one.has_name] == [100, 114]


def test_words_have_the_room_until_the_next_come() -> None:
    first, last = place((Extent(0, 100, 180, can_sink=True), Extent(1, 160, 180)))
    assert (first.room, last.room) == (60, float("inf"))


def test_a_bar_beside_another_moves_out() -> None:
    assert [one.column for one in place((Extent(0, 0, 50), Extent(1, 20, 40), Extent(2, 60, 80)))] == [0, 1, 0]
