"""Articles that stand on several pages, and pages that only lead on to the article."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dateline.errors import FetchError
from dateline.news.article import Article, Completeness
from dateline.pipeline.decide import MOST_PARTS, is_own_address, may_go_on
from dateline.storage import articles
from press import BODY, Room

FEED = "https://paper.example/feed.xml"
FIRST = "https://paper.example/1.html"
SECOND = "https://paper.example/1_2.html"
THIRD = "https://paper.example/1_3.html"


def part(number: int, onward: str = "", *, of: int = 3) -> str:
    """Return a page's body: a paragraph that only this part has, after which a link leads on."""
    words = f"<p>Part {number}: the ministry told the makers of chips in hall {number} what its new rule asks of them, "
    words += "and they listened.</p>"
    return words + BODY.replace("Monday", f"day {number}") + f"<p>Page {number} of {of} {onward}</p>"


def following(url: str, number: int) -> str:
    return f'<a href="{url}">{number}</a>'


def read(room: Room) -> Article:
    """Return the one article of the room, as kept."""
    (card,) = room.cards()
    found = room.library.read(lambda c: articles.article(c, card.id)).result()
    assert found is not None
    return found


def follow(room: Room) -> None:
    room.press.feed(FEED, "Chips")
    room.follow(FEED)


def test_the_pages_of_an_article_are_joined(room: Room) -> None:
    follow(room)
    room.press.page(FIRST, "Chips", part(1, following(SECOND, 2)))
    room.press.page(SECOND, "Chips", part(2, following(THIRD, 3)))
    room.press.page(THIRD, "Chips", part(3))

    room.refresh()

    article = read(room)
    assert (article.completeness, article.reason) == (Completeness.FULL, "")
    places = [article.text.index(f"Part {number}:") for number in (1, 2, 3)]
    assert places == sorted(places)
    assert article.html.count("Part ") == 3
    assert room.press.asked == [FEED, FIRST, SECOND, THIRD]
    assert article.n_revisions == 1


def test_a_page_that_does_not_come_leaves_what_was_read_and_says_so(room: Room) -> None:
    follow(room)
    room.press.page(FIRST, "Chips", part(1, following(SECOND, 2)))
    room.press.fails(SECOND, FetchError("paper.example does not answer.", kind="timeout"))

    room.refresh()

    article = read(room)
    assert article.completeness is Completeness.TEASER
    assert article.reason == "This is page 1 of 3; the rest of the article stands on further pages."
    assert "Part 1:" in article.text


def test_pages_that_lead_round_in_a_circle_end(room: Room) -> None:
    follow(room)
    room.press.page(FIRST, "Chips", part(1, following(SECOND, 2)))
    room.press.page(SECOND, "Chips", part(1, following(FIRST, 3)))

    room.refresh()

    assert room.press.asked == [FEED, FIRST, SECOND]
    assert read(room).text.count("Part 1:") == 1


def test_an_article_without_end_is_read_for_ten_pages(room: Room) -> None:
    follow(room)
    pages = [FIRST, *(f"https://paper.example/1_{number}.html" for number in range(2, 30))]
    for number, (url, onward) in enumerate(pairwise(pages), start=1):
        room.press.page(url, "Chips", part(number, following(onward, number + 1), of=40))

    room.refresh()

    assert len(room.press.asked) == 1 + MOST_PARTS
    assert read(room).reason.startswith(f"This is page {MOST_PARTS} of 40;")


def test_a_feed_that_names_the_second_page_names_the_same_article(room: Room) -> None:
    follow(room)
    room.press.page(FIRST, "Chips", part(1, following(SECOND, 2), of=2))
    room.press.page(SECOND, "Chips", part(2, of=2))
    room.refresh()
    other = "https://other.example/feed.xml"
    room.press.feed(other, "Chips", link=SECOND)
    room.follow(other)

    assert room.refresh().n_new == 0
    assert len(room.cards()) == 1


def test_a_page_that_only_leads_on_is_followed_once_on_its_own_host(room: Room) -> None:
    follow(room)
    moved, further = "https://paper.example/moved.html", "https://paper.example/further.html"
    room.press.page(FIRST, "Chips", "", head=f'<meta http-equiv="refresh" content="0; url={moved}">')
    room.press.page(moved, "Chips")

    room.refresh()

    assert read(room).completeness is Completeness.FULL
    room.press.page(moved, "Chips", "", head=f'<meta http-equiv="refresh" content="0; url={further}">')
    room.press.feed(FEED, "Other chips", link="https://paper.example/other/{n}.html")
    room.press.page(
        "https://paper.example/other/1.html", "Other", "", head=f'<meta http-equiv=refresh content="0;url={moved}">'
    )
    room.refresh()
    assert further not in room.press.asked


@pytest.mark.parametrize(
    ("url", "next_url", "n_parts", "may"),
    [
        (FIRST, SECOND, 1, True),
        (FIRST, SECOND, MOST_PARTS, False),
        (FIRST, FIRST, 1, False),
        (FIRST, "", 1, False),
        (FIRST, "https://elsewhere.example/1_2.html", 1, False),
    ],
)
def test_where_reading_may_go_on(url: str, next_url: str, n_parts: int, *, may: bool) -> None:
    assert may_go_on(url, next_url, n_parts) is may


@pytest.mark.parametrize(
    ("url", "named", "is_own"),
    [
        ("https://paper.example/a/chips-1?from=home", "https://www.paper.example/a/chips-1", True),
        ("https://news.paper.example/a/chips-1", "https://paper.example/tech/chips-1", True),
        ("https://paper.example/a/chips-1", "https://paper.example/", False),  # the front page
        ("https://paper.example/a/chips-1", "https://paper.example/a/", False),  # the section
        ("https://paper.example/a/chips-1", "https://agency.example/a/chips-1", False),
        ("https://paper.example/a/chips-1", "https://newspaper.example/a/chips-1", False),
        ("https://paper.example/a/chips-1", "", False),
        ("http://127.0.0.1:8000/ft/chips-1", "https://www.ft.com/content/chips-1", False),
    ],
)
def test_whether_the_address_that_a_page_says_it_has_is_believed(url: str, named: str, *, is_own: bool) -> None:
    assert is_own_address(url, named) is is_own
