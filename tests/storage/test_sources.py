"""How a source is asked: what the user sets is kept, what cannot be sent is refused, hosts are left alone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dateline.errors import InputError
from dateline.news.feed import Manner
from dateline.storage import orders, sources
from shelf import NOON, Shelf

MANNER = Manner("Reader of Ida", "http://proxy.example:3128", (("X-Key", "a: b"), ("Accept-Language", "zh")))


def test_a_manner_is_kept_whole(shelf: Shelf) -> None:
    source = shelf.follow()
    shelf.write(sources.set_manner, source_id=source, manner=MANNER, interval_minutes=90)
    (kept,) = shelf.read(sources.list_sources)
    assert (kept.manner, kept.interval_minutes, kept.next_due_at) == (MANNER, 90, None)


@pytest.mark.parametrize(
    ("manner", "interval", "words"),
    [
        (Manner(), 1, "every 5 minutes at most"),
        (Manner(proxy="proxy.example"), None, "proxy is not an address"),
        (Manner(headers=(("Host", "elsewhere.example"),)), None, "“Host”"),
        (Manner(headers=(("X-Key", "a\r\nb"),)), None, "“X-Key”"),
        (Manner(headers=(("X Key", "a"),)), None, "“X Key”"),
    ],
)
def test_what_cannot_be_done_is_refused(shelf: Shelf, manner: Manner, interval: int | None, words: str) -> None:
    source = shelf.follow()
    with pytest.raises(InputError, match=words):
        shelf.write(sources.set_manner, source_id=source, manner=manner, interval_minutes=interval)


def test_a_hosts_wish_is_kept_as_long_as_it_asked(shelf: Shelf) -> None:
    late, early = NOON + timedelta(minutes=9), NOON + timedelta(minutes=2)
    for until in (late, early):
        shelf.write(sources.keep_host_wait, host="paper.example", until=until)
    assert shelf.read(sources.host_waits, now=NOON) == {"paper.example": late}
    assert shelf.read(sources.host_waits, now=late) == {}


def test_a_wish_kept_while_the_clock_was_years_ahead_is_forgotten(shelf: Shelf) -> None:
    shelf.write(sources.keep_host_wait, host="paper.example", until=NOON + timedelta(days=4_000))
    assert shelf.read(sources.host_waits, now=NOON) == {}
    soon = NOON + timedelta(minutes=2)
    shelf.write(sources.keep_host_wait, host="paper.example", until=soon)
    assert shelf.read(sources.host_waits, now=NOON) == {"paper.example": soon}


def test_a_move_for_good_is_believed_when_it_is_said_twice_in_a_row(shelf: Shelf) -> None:
    source = shelf.follow()
    (was,) = shelf.read(sources.list_sources)
    new, other = "https://new.example/feed.xml", "https://other.example/feed.xml"

    def answered(moved_to: str) -> str:
        shelf.write(sources.keep_success, source_id=source, at=NOON, moved_to=moved_to)
        (now,) = shelf.read(sources.list_sources)
        return now.url

    said = [other, "", new, other, new, new]
    assert [answered(one) for one in said] == [was.url] * 5 + [new]


def test_a_login_is_wanted_from_the_refusal_until_the_source_answers(shelf: Shelf) -> None:
    source = shelf.follow()

    def wants_login() -> bool:
        (now,) = shelf.read(sources.list_sources)
        return now.wants_login

    assert not wants_login()
    shelf.write(sources.keep_failure, source_id=source, at=NOON, error="It needs a login.", wants_login=True)
    assert wants_login()
    shelf.write(sources.keep_failure, source_id=source, at=NOON, error="It timed out.")
    assert not wants_login()
    shelf.write(sources.keep_failure, source_id=source, at=NOON, error="It needs a login.", wants_login=True)
    shelf.write(sources.keep_success, source_id=source, at=NOON)
    assert not wants_login()


def test_a_renamed_folder_keeps_its_place_and_joins_one_of_that_name(shelf: Shelf) -> None:
    first, second, third = (shelf.follow(f"https://{name}.example/feed") for name in "abc")
    shelf.write(sources.put_in_folders, folders={first: "Papers", second: "Papers", third: "Blogs"})
    shelf.write(orders.keep_order, what=orders.Ordered.FOLDERS, order=["Papers", "Blogs"])
    shelf.write(sources.rename_folder, folder="Papers", name=" Presse ")
    assert [one.folder for one in shelf.read(sources.list_sources)] == ["Presse", "Presse", "Blogs"]
    assert shelf.read(orders.order_of, what=orders.Ordered.FOLDERS) == ("Presse", "Blogs")
    shelf.write(sources.rename_folder, folder="Presse", name="Blogs")
    assert [one.folder for one in shelf.read(sources.list_sources)] == ["Blogs", "Blogs", "Blogs"]
    assert shelf.read(orders.order_of, what=orders.Ordered.FOLDERS) == ("Blogs",)
    with pytest.raises(InputError, match="needs a name"):
        shelf.write(sources.rename_folder, folder="Blogs", name=" ")
