"""Articles that nobody kept go when the user wants it so: only those, wholly, and no feed brings them back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dateline.library import Library
from dateline.news.article import ArticleId
from dateline.news.correction import TopicCorrection
from dateline.news.note import About, NewNote
from dateline.news.rule import NewRule
from dateline.pipeline.safe_keeping import keep_safe, let_go_now
from dateline.storage import corrections, lists, marks, notes, retention, rules, searches, tags
from dateline.storage.backup import list_backups, restore
from dateline.storage.doctor import examine
from shelf import NOON, Shelf, found_in

#: What is put on the shelf today is seven months old then.
LATER = datetime.now(UTC) + timedelta(days=214)


def keep_by_list(shelf: Shelf, number: ArticleId) -> None:
    shelf.write(lists.make_list, name="Background", at=NOON)
    (made,) = shelf.read(lists.lists)
    shelf.write(lists.add_to_list, list_id=made.id, articles=[number], at=NOON)


def keep_by_note(shelf: Shelf, number: ArticleId) -> None:
    shelf.write(notes.add_notes, new=[NewNote(number, About.ARTICLE, text="Ask them.")], at=NOON)


WAYS: dict[str, Callable[[Shelf, ArticleId], object]] = {
    "starred": lambda shelf, number: shelf.write(marks.set_starred, ids=[number], is_starred=True, at=NOON),
    "tagged": lambda shelf, number: shelf.write(tags.add_tag, articles=[number], name="memo", at=NOON),
    "noted": keep_by_note,
    "listed": keep_by_list,
    "corrected": lambda shelf, number: shelf.write(
        corrections.correct, said=TopicCorrection("chips", is_wanted=True), at=NOON, article=number
    ),
    "searched": lambda shelf, _: shelf.write(searches.save_search, name="Kept", query="searched", at=NOON),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_somebody_kept_stays(shelf: Shelf, way: str) -> None:
    WAYS[way](shelf, shelf.put(way, f"Words of what is {way}."))
    plain = shelf.put("Plain", "Words that nobody kept.")
    shelf.write(marks.set_read, ids=[plain], is_read=True, at=NOON)
    leaving = shelf.read(retention.leaving, months=6, now=LATER)
    assert (leaving.n_older, leaving.n, leaving.n_kept) == (2, 1, 1)
    assert 0 < leaving.n_bytes < shelf.read(retention.archive).n_bytes
    shelf.write(retention.let_go, ids=shelf.read(retention.unkept, months=6, now=LATER), months=6, now=LATER)
    assert shelf.titles() == [way]
    assert shelf.titles("words") == [way]


def test_what_was_kept_since_it_was_looked_up_stays(shelf: Shelf) -> None:
    number = shelf.put("Late star")
    going = shelf.read(retention.unkept, months=6, now=LATER)
    shelf.write(marks.set_starred, ids=[number], is_starred=True, at=NOON)
    assert not shelf.write(retention.let_go, ids=going, months=6, now=LATER).changed_articles
    assert shelf.titles() == ["Late star"]


def test_what_is_young_by_either_clock_stays(shelf: Shelf) -> None:
    shelf.put("Published long ago, seen today", at=NOON)
    assert shelf.read(retention.unkept, months=6, now=datetime.now(UTC)) == []


def test_what_goes_leaves_nothing_behind_and_no_feed_brings_it_back(shelf: Shelf) -> None:
    source = shelf.follow()
    old = shelf.announce(source, "Old")
    shelf.keep(old, "“Chips are scarce,” said Ada Lin.")
    said = "“Chips are scarce,” said Ada Lin."
    findings = found_in(said, topics="chips", said="Chips are scarce,", speaker="Ada Lin")
    shelf.keep(old, said + " More.", findings=findings)
    shelf.write(rules.keep_rule, said=NewRule("Read", "scarce", wants_read=True), at=NOON)
    (rule,) = shelf.read(rules.rules)
    shelf.write(rules.apply_to_all, rule=rule.id, at=NOON)
    shelf.write(retention.let_go, ids=[old], months=6, now=LATER)
    assert shelf.titles() == shelf.titles("scarce") == shelf.titles("speaker:lin") == []
    assert examine(shelf.library.path, NOON).is_sound
    with pytest.raises(IndexError):  # the feed still lists it
        shelf.announce(source, "Old")
    assert shelf.titles() == []


def test_whoever_brings_one_back_has_it_again(shelf: Shelf) -> None:
    number = shelf.put("Once more")
    shelf.write(retention.let_go, ids=[number], months=6, now=LATER)
    shelf.put("Once more", "Words again.")
    assert shelf.titles("again") == ["Once more"]


def test_everything_stays_for_ever_unless_the_user_says_otherwise(shelf: Shelf) -> None:
    shelf.put("Old")
    assert shelf.read(retention.archive).months is None
    assert keep_safe(shelf.library, LATER).n_gone == 0
    assert let_go_now(shelf.library, LATER).backup is None
    assert shelf.titles() == ["Old"]


def test_nothing_goes_without_a_backup_that_has_it(tmp_path: Path) -> None:
    path = tmp_path / "library.dateline"
    with Library.open(path) as library:
        shelf = Shelf(library)
        shelf.put("Old")
        shelf.write(retention.keep_for, months=6)
        done = keep_safe(library, LATER)
        assert (done.n_gone, shelf.titles()) == (1, [])
        shelf.put("Old, too")
        assert keep_safe(library, LATER + timedelta(hours=1)).n_gone == 0  # the day's backup is made
        again = let_go_now(library, LATER + timedelta(hours=1))
        assert (again.n_gone, shelf.titles()) == (1, [])
    assert {done.backup, again.backup} == {made.path for made in list_backups(path)}
    assert done.backup is not None
    restore(path, done.backup, LATER)
    with Library.open(path) as library:
        assert Shelf(library).titles() == ["Old"]


@pytest.mark.parametrize(
    ("now", "months", "day"),
    [("2025-11-20", 6, "2025-05-20"), ("2025-03-31", 1, "2025-02-28"), ("2025-01-05", 12, "2024-01-05")],
)
def test_months_are_those_of_the_calendar(now: str, months: int, day: str) -> None:
    found = retention.moment_before(datetime.fromisoformat(now).replace(tzinfo=UTC), months)
    assert found.date().isoformat() == day
