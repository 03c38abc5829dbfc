"""What feeds said: plans carried out, pages due."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dateline.news.article import ArticleId
from dateline.news.feed import FeedEntry
from dateline.news.plan import EntryAction, EntryPlan
from dateline.storage import entries, sources
from shelf import NOON, Shelf, at


def plan(title: str, action: EntryAction, article: ArticleId | None = None, **more: object) -> EntryPlan:
    entry = FeedEntry(key="guid-1", url="https://paper.example/1", title=title, **more)  # type: ignore[arg-type]
    return EntryPlan(entry, action, "paper.example/1", title, article, "paper")


def test_a_title_that_changes_makes_no_second_article(shelf: Shelf) -> None:
    feed = shelf.follow()
    change = shelf.write(entries.keep_entries, source_id=feed, plans=(plan("Chips", EntryAction.NEW),), seen_at=NOON)
    (number,) = change.new_articles
    later = plan("Chips, updated", EntryAction.CHANGED, number)
    change = shelf.write(entries.keep_entries, source_id=feed, plans=(later,), seen_at=NOON)
    assert (change.new_articles, change.changed_articles) == ((), (number,))
    assert shelf.titles() == ["Chips, updated"]


def test_two_feeds_with_one_address_share_an_article(shelf: Shelf) -> None:
    first, second = shelf.follow(), shelf.follow("https://other.example/feed.xml")
    shelf.write(entries.keep_entries, source_id=first, plans=(plan("Chips", EntryAction.NEW),), seen_at=NOON)
    # Both feeds were planned before either was kept.
    change = shelf.write(entries.keep_entries, source_id=second, plans=(plan("Chips", EntryAction.NEW),), seen_at=NOON)
    assert not change.new_articles
    assert shelf.titles() == ["Chips"]
    known = shelf.read(entries.known, source_id=second, keys=["guid-1"], url_keys=["paper.example/1"])
    assert set(known.by_key) == {"guid-1"}
    assert set(known.articles) == {"paper.example/1"}


def test_pages_are_due_newest_first_until_their_text_is_kept(shelf: Shelf) -> None:
    feed = shelf.follow()
    old = shelf.announce(feed, "Old", published_at=at(8))
    new = shelf.announce(feed, "New", published_at=at(9))
    assert [page.article for page in shelf.read(entries.pages_due, now=NOON, limit=9)] == [new, old]
    shelf.keep(new, "Its whole text.")
    assert [page.article for page in shelf.read(entries.pages_due, now=NOON, limit=9)] == [old]


def test_a_page_that_failed_is_due_again_at_its_time(shelf: Shelf) -> None:
    number = shelf.announce(shelf.follow(), "Chips")
    again = NOON + timedelta(minutes=10)
    shelf.keep(number, "", next_try_at=again, has_failed=True)
    assert shelf.read(entries.pages_due, now=again - timedelta(seconds=1), limit=9) == []
    (page,) = shelf.read(entries.pages_due, now=again, limit=9)
    assert (page.article, page.n_tries) == (number, 1)


@pytest.mark.parametrize(
    ("put_off", "is_due"),
    [(timedelta(days=6), False), (timedelta(days=7), False), (timedelta(days=8), True), (timedelta(days=5_000), True)],
)
def test_a_page_put_off_while_the_clock_was_ahead_is_due(shelf: Shelf, put_off: timedelta, is_due: bool) -> None:
    number = shelf.announce(shelf.follow(), "Chips")
    shelf.keep(number, "", next_try_at=NOON + put_off, has_failed=True)
    assert [page.article for page in shelf.read(entries.pages_due, now=NOON, limit=9)] == [number] * is_due


def test_a_source_that_was_removed_keeps_its_articles(shelf: Shelf) -> None:
    feed = shelf.follow()
    shelf.announce(feed, "Chips")
    shelf.write(sources.remove_source, source_id=feed)
    assert shelf.titles() == ["Chips"]
    assert shelf.read(sources.list_sources) == ()
