"""Articles that change after they were read: looked at again while young, each edit a revision, no clock one."""

from __future__ import annotations

import re
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from dateline.errors import FetchError
from dateline.news.article import ArticleId, Completeness, Revision
from dateline.news.feed import FeedEntry, NewSource, NotModified, Validators
from dateline.news.plan import Known
from dateline.pipeline.decide import draft_entries, next_look, plan_entries
from dateline.sources.http import Client, Limits
from dateline.sources.logins import Logins
from dateline.sources.secrets import Secrets
from dateline.storage import articles, entries, revisions, sources, visits
from newsstand import Newsstand
from press import BODY, MORNING, Press, Room

FEED = "https://paper.example/feed.xml"
PAGE = "https://paper.example/1.html"


def states(room: Room, article: ArticleId | None = None) -> tuple[Revision, ...]:
    number = article or room.cards()[0].id
    return room.library.read(lambda c: revisions.revisions(c, number)).result()


def text_of(room: Room) -> str:
    number = room.cards()[0].id
    article = room.library.read(lambda c: articles.article(c, number)).result()
    assert article is not None
    return article.text


@pytest.fixture
def read_once(room: Room) -> Room:
    """A room that has read one article on topic."""
    room.press.feed(FEED, "Controls tighten")
    room.press.page(PAGE, "Controls tighten again")
    room.follow(FEED)
    room.refresh()
    return room


def test_a_young_article_is_looked_at_again_and_its_edit_becomes_a_revision(read_once: Room) -> None:
    read_once.press.page(PAGE, "Controls tighten again", BODY.replace("both countries", "three countries"))
    read_once.later(minutes=30)
    read_once.refresh()
    assert len(states(read_once)) == 1
    read_once.later(hours=7)
    read_once.refresh()
    assert [(state.number, state.origin) for state in states(read_once)] == [(1, "page"), (2, "page")]
    assert "three countries" in text_of(read_once)
    assert not read_once.cards()[0].is_read


def test_an_old_article_is_left_alone(read_once: Room) -> None:
    for _ in range(12):
        read_once.later(days=1)
        read_once.refresh()
    n_before = read_once.press.asked.count(PAGE)
    assert n_before <= 5
    read_once.later(days=30)
    read_once.refresh()
    assert read_once.press.asked.count(PAGE) == n_before


def test_a_page_that_only_moved_its_clock_is_no_revision_and_keeps_its_quotes(read_once: Room) -> None:
    card = read_once.cards()[0]
    read_once.press.page(PAGE, "Controls tighten again", f"<p>Updated at 11:15</p>{BODY}")
    read_once.later(hours=8)
    read_once.refresh()
    assert len(states(read_once)) == 1
    found = read_once.library.read(lambda c: articles.findings(c, card.id)).result()
    assert found is not None
    (quote, *_) = found.quotes
    assert text_of(read_once)[quote.span.start : quote.span.end] == quote.text


def test_a_new_headline_on_the_page_is_a_revision_though_the_feed_is_silent(read_once: Room) -> None:
    read_once.press.page(PAGE, "Controls loosen again")
    read_once.later(hours=8)
    read_once.refresh()
    assert [state.title for state in states(read_once)] == ["Controls tighten", "Controls loosen again"]
    assert read_once.titles() == ["Controls loosen again"]


def test_a_new_headline_in_the_feed_is_a_revision_also_where_the_page_is_closed_now(read_once: Room) -> None:
    read_once.press.feed(FEED, "Controls loosen")
    read_once.press.fails(PAGE, FetchError("paper.example refused to answer Dateline.", kind="http", status=403))
    read_once.later(hours=1)
    read_once.refresh()
    assert [(state.title, state.origin) for state in states(read_once)] == [
        ("Controls tighten", "page"),
        ("Controls loosen", "feed"),
    ]
    assert "licences are worth" in text_of(read_once)
    assert read_once.cards()[0].completeness is Completeness.FULL


def test_an_unchanged_page_is_asked_for_with_what_it_gave_and_keeps_its_turn(room: Room) -> None:
    room.press.feed(FEED, "Controls tighten")
    room.press.page(PAGE, "Controls tighten")
    answer = room.press.answers[PAGE]
    assert not isinstance(answer, Exception)
    room.press.answers[PAGE] = type(answer)(
        answer.url, answer.final_url, 200, answer.content_type, answer.body, Validators(etag='"7"')
    )
    room.follow(FEED)
    room.refresh()
    answers: list[object] = []

    class Watched(Press):
        def __call__(self, url: str, **options: object) -> object:  # type: ignore[override]
            answers.append(super().__call__(url, **options))  # type: ignore[arg-type]
            return answers[-1]

    room.press = Watched(room.press.answers, room.press.asked)
    for hours in (8, 12):
        room.later(hours=hours)
        room.refresh()
    assert [one.url for one in answers if isinstance(one, NotModified)] == [PAGE, PAGE]
    assert len(states(room)) == 1


def test_a_page_that_fails_when_looked_at_again_leaves_what_is_held(read_once: Room) -> None:
    read_once.press.fails(PAGE, FetchError("paper.example has nothing there any more.", kind="http", status=404))
    read_once.later(hours=8)
    read_once.refresh()
    assert (len(states(read_once)), read_once.cards()[0].completeness) == (1, Completeness.FULL)


@pytest.mark.parametrize(
    ("published", "seen", "now", "is_on_topic", "look"),
    [
        (0, 0, 0, True, 1),
        (0, 0, 1, True, 3),
        (0, 0, 0.6, True, 3),  # an hour after publication would be too soon after this look
        (0, 0, 26, True, 72),
        (0, 0, 170, True, None),
        (0, 0, 0, False, 4),
        (0, 0, 30, False, None),
        (-100, 0, 0, True, 68),  # a week after publication, not after it was seen
        (-400, 0, 0, True, None),
        (50, 0, 0, True, 1),  # dated in the future: counted from when it was seen
        (None, 0, 0, True, 1),
        (None, 0, 26, True, 72),
        (None, None, 26, True, 27),
        (None, 90_000, 0, True, 1),  # first seen while the clock was ahead
    ],
)
def test_looks_grow_rarer_with_age(
    published: float | None, seen: float | None, now: float, is_on_topic: bool, look: float | None
) -> None:
    def hour(n: float | None) -> datetime | None:
        return None if n is None else MORNING + timedelta(hours=n)

    moment = hour(now)
    assert moment is not None
    due = next_look(moment, published_at=hour(published), first_seen_at=hour(seen), is_on_topic=is_on_topic)
    assert due == hour(look)


# The newsstand --------------------------------------------------------------------------------------------------------


@pytest.fixture
def outside(room: Room, tmp_path: Path) -> Iterator[tuple[Room, Logins]]:
    """A room on the network, with logins of its own."""
    logins = Logins(tmp_path, Secrets(tmp_path))
    client = Client(Limits(), sign_in=logins.headers_for)
    room.press = client  # type: ignore[assignment]
    room.clock = datetime.now(UTC)
    yield room, logins
    client.close()


def follow_page(newsstand: Newsstand, room: Room, fault: str) -> None:
    feed = NewSource(newsstand.at("/faults/etag"), "Faults")
    (source,) = room.library.write(partial(sources.add_sources, new=(feed,))).result().sources
    url = newsstand.at(f"/faults/{fault}")
    entry = FeedEntry(url, url, fault, published_at=room.clock)
    plans = plan_entries(draft_entries((entry,), outlet=lambda _: "paper"), Known())
    room.library.write(partial(entries.keep_entries, source_id=source, plans=plans, seen_at=room.clock)).result()


def article_at(room: Room, url: str) -> ArticleId:
    return next(card.id for card in room.cards() if card.url == url)


@pytest.mark.newsstand
def test_page_changes_a_figure_is_a_revision_and_a_clock_none(
    newsstand: Newsstand, outside: tuple[Room, Logins]
) -> None:
    room, _ = outside
    follow_page(newsstand, room, "page-changes")
    room.refresh()
    room.later(hours=5)
    room.refresh()
    number = article_at(room, newsstand.at("/faults/page-changes"))
    before, after = (room.library.read(lambda c, n=n: revisions.revision_text(c, number, n)).result() for n in (1, 2))
    assert before is not None
    assert after is not None
    assert "The order names 11 companies." in before.text
    assert "The order names 12 companies." in after.text
    assert after.revision.title.endswith("(12 firms)")
    assert len(states(room, number)) == 2


@pytest.mark.newsstand
def test_time_in_text_marks_nothing_as_changed(newsstand: Newsstand, outside: tuple[Room, Logins]) -> None:
    room, _ = outside
    room.follow(newsstand.at("/faults/time-in-text"))
    first = room.refresh()
    room.later(hours=2)
    second = room.refresh()
    assert (first.n_new, second.n_new, second.n_changed) == (5, 0, 0)
    assert [len(states(room, card.id)) for card in room.cards()] == [1] * 5


@pytest.mark.newsstand
def test_titles_change_one_article_with_every_headline(newsstand: Newsstand, outside: tuple[Room, Logins]) -> None:
    room, _ = outside
    room.follow(newsstand.at("/faults/titles-change"))
    for _ in range(3):
        room.refresh()
        room.later(hours=1)
    assert len(room.cards()) == 4
    number = next(card.id for card in room.cards() if "envoys" in card.title)
    assert [state.title.split()[1] for state in states(room, number)] == ["stall", "resume", "fail"]


@pytest.mark.newsstand
def test_a_login_opens_what_was_a_teaser(newsstand: Newsstand, outside: tuple[Room, Logins]) -> None:
    room, logins = outside
    room.follow(newsstand.at("/faults/login-feed"))
    room.refresh()
    assert {card.completeness for card in room.cards()} == {Completeness.TEASER}
    number = room.cards()[0].id
    held = room.library.read(lambda c: articles.article(c, number)).result()
    assert held is not None
    assert "login" in held.reason

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            return None

    form = urllib.request.Request(newsstand.at("/faults/login"), data=b"user=reader&password=letmein")
    with pytest.raises(urllib.request.HTTPError) as answer:
        urllib.request.build_opener(Stay).open(form)
    session = re.search(r"session=\w+", answer.value.headers["Set-Cookie"])
    answer.value.close()
    assert session is not None
    logins.add_cookies("127.0.0.1", session[0])
    room.library.write(lambda c: visits.look_again(c, "127.0.0.1", room.clock)).result()
    room.later(minutes=20)
    room.refresh()
    assert {card.completeness for card in room.cards()} == {Completeness.FULL}
    asked = newsstand.asked("/faults/login/article")
    assert [bool(request["cookie"]) for request in asked] == [False] * 3 + [True] * 3


@pytest.mark.newsstand
def test_a_cookie_wall_is_no_article_and_opens_with_its_cookie(
    newsstand: Newsstand, outside: tuple[Room, Logins]
) -> None:
    room, logins = outside
    follow_page(newsstand, room, "page-cookie-wall")
    room.refresh()
    number = article_at(room, newsstand.at("/faults/page-cookie-wall"))
    held = room.library.read(lambda c: articles.article(c, number)).result()
    assert held is not None
    assert (held.completeness, held.text) == (Completeness.BLOCKED, "")
    assert "cookie wall" in held.reason
    logins.add_cookies("127.0.0.1", "consent=yes")
    room.library.write(lambda c: visits.look_again(c, "127.0.0.1", room.clock)).result()
    room.later(minutes=20)
    room.refresh()
    held = room.library.read(lambda c: articles.article(c, number)).result()
    assert held is not None
    assert held.completeness is Completeness.FULL
    assert "partners" not in held.text
