"""What a refresh does, from feed to findings, against a press that prints what the story needs."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from functools import partial
from types import ModuleType
from typing import Any

import pytest

from dateline.errors import FetchError, LibraryError
from dateline.news.article import Completeness
from dateline.news.change import Change
from dateline.news.feed import Fetched, SourceId, SourceState
from dateline.news.progress import Outcome, RefreshDone, RefreshStarted
from dateline.pipeline import article_stages, decide
from dateline.pipeline.steps import read_source
from dateline.storage import articles, entries, search, sources, visits
from dateline.text import tokens
from press import Room

FEED = "https://paper.example/feed.xml"
OTHER = "https://other.example/feed.xml"
FIRST, SECOND = "https://paper.example/1.html", "https://paper.example/2.html"


def test_a_feed_becomes_articles_with_text_and_findings(room: Room) -> None:
    room.press.feed(FEED, "Chip rules for China tightened", "Power lines wanted")
    room.press.page(FIRST, "Chip rules for China tightened")
    room.press.page(SECOND, "Power lines wanted", "<p>Substations are full; who pays for new ones?</p>" * 9)
    room.follow(FEED)

    done = room.refresh()

    assert (done.n_sources, done.n_failed, done.n_new, done.n_changed) == (1, 0, 2, 0)
    assert room.titles() == ["Power lines wanted", "Chip rules for China tightened"]
    power, chips = room.cards()  # one of the two quotes is reported without marks
    assert (chips.completeness, chips.is_on_topic, chips.n_quotes) == (Completeness.FULL, True, 2)
    assert chips.first_speaker == "Anna Weaver"
    assert "export-controls" in chips.topics
    assert not power.is_on_topic
    assert {event.url: event.n_quotes for event in room.articles_read()} == {FIRST: 2, SECOND: 0}
    assert isinstance(room.events[0], RefreshStarted)
    assert isinstance(room.events[-1], RefreshDone)


def test_the_writer_finds_the_words_of_what_it_keeps_cut_already(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """Search tokens are made where a text is read: the library's one writer has the least time of all for them."""
    cut: set[str] = set()

    def token_text(text: str) -> str:
        cut.add(text)
        return tokens.token_text(text)

    monkeypatch.setattr(search, "token_text", token_text)
    room.press.feed(FEED, "Chip rules for China tightened", "芯片管制“再收紧”")
    room.press.page(FIRST, "Chip rules for China tightened")
    room.follow(FEED)
    with monkeypatch.context() as feed_alone:
        feed_alone.setattr(article_stages.ArticleStages, "load", lambda *_: None)
        room.refresh()
    assert cut == set()

    room.refresh()

    # What the feed had said leaves the index as the article's text comes.
    assert {text for text in cut if text} == {"Summary of Chip rules for China tightened."}
    assert room.found("licences") == room.found('"faster than our products"') == ["Chip rules for China tightened"]
    assert room.found("收紧") == ["芯片管制“再收紧”"]
    assert room.found("summary") == ["芯片管制“再收紧”"]


def test_nothing_new_downloads_no_page_again(room: Room) -> None:
    room.press.feed(FEED, "Chips", tag='"one"')
    room.press.page(FIRST, "Chips")
    room.follow(FEED)
    room.refresh()
    room.press.asked.clear()

    done = room.refresh()

    assert room.press.asked == [FEED]
    assert room.outcomes() == {FEED: Outcome.UNCHANGED}
    assert (done.n_new, done.n_changed) == (0, 0)


def test_a_feed_that_says_the_same_without_a_tag_is_not_read_again(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.press.feed(FEED, "Chips")
    room.press.page(FIRST, "Chips")
    room.follow(FEED)
    room.refresh()
    jobs: list[Callable[..., Any]] = []
    submit = room.workers.submit

    def noting(job: Callable[..., Any], *values: Any) -> Future[Any]:
        jobs.append(job)
        return submit(job, *values)  # type: ignore[no-any-return]

    monkeypatch.setattr(room.workers, "submit", noting)

    for _ in range(decide.MOST_NOT_MODIFIED):
        room.later(hours=6)
        room.refresh()
    assert read_source not in jobs
    assert room.outcomes() == {FEED: Outcome.UNCHANGED}

    room.later(hours=6)
    room.refresh()
    assert jobs.count(read_source) == 1  # now and then it is read all the same
    room.press.feed(FEED, "Chips", "Robots")
    room.refresh()
    assert jobs.count(read_source) == 2


@pytest.mark.parametrize("tag", ["", '"one"'])
def test_what_was_wrong_with_a_feed_is_told_for_as_long_as_it_stays_the_same(room: Room, tag: str) -> None:
    room.press.feed(FEED, "Chips", tag=tag)
    good = room.press.answers[FEED]
    assert isinstance(good, Fetched)
    broken = replace(good, body=good.body.replace(b"</title>", b"</ttle>", 1))
    room.press.answers[FEED] = broken
    room.follow(FEED)
    room.refresh()
    hint = room.sources()[FEED].hint
    assert hint
    room.refresh()
    assert room.sources()[FEED].hint == hint
    assert [event.hint for event in room.sources_read()] == [hint]


def test_a_feed_that_failed_is_read_anew(room: Room) -> None:
    room.press.feed(FEED, "Chips")
    room.follow(FEED)
    room.refresh()
    feed = room.press.answers[FEED]
    assert isinstance(feed, Fetched)
    room.press.answers[FEED] = feed = replace(feed, body=feed.body.replace(b"</title>", b"</ttle>", 1))
    room.refresh()
    hint = room.sources()[FEED].hint
    room.press.fails(FEED, FetchError("The server is away.", "Try later.", status=503))
    room.refresh()
    assert room.sources()[FEED].hint == "Try later."
    room.press.answers[FEED] = feed
    room.later(days=2)
    room.refresh()
    assert room.sources()[FEED].hint == hint


def test_a_headline_that_changes_makes_no_second_article(room: Room) -> None:
    room.press.feed(FEED, "Chips, first edition")
    room.press.page(FIRST, "Chips")
    room.follow(FEED)
    room.refresh()
    room.press.feed(FEED, "Chips, late edition")

    done = room.refresh()

    assert (done.n_new, done.n_changed) == (0, 1)
    assert room.titles() == ["Chips, late edition"]


def test_one_broken_source_stops_no_other(room: Room) -> None:
    room.press.fails(OTHER, FetchError("other.example does not answer: timed out.", "Try again later.", kind="timeout"))
    room.press.feed(FEED, "Chips")
    room.press.page(FIRST, "Chips")
    room.follow(OTHER, FEED)

    done = room.refresh()

    assert room.outcomes() == {OTHER: Outcome.FAILED, FEED: Outcome.UPDATED}
    assert (done.n_failed, done.n_new) == (1, 1)
    broken = room.sources()[OTHER]
    assert (broken.state, broken.error, broken.hint) == (
        SourceState.FAILING,
        "other.example does not answer: timed out.",
        "Try again later.",
    )


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (LibraryError("The disk failed.", "Check the disk."), "The disk failed."),
        pytest.param(
            ValueError("a bug"), "Reading it failed unexpectedly (ValueError).", marks=pytest.mark.expects_log
        ),
    ],
)
@pytest.mark.parametrize("job", ["known", "keep_entries", "keep_success"])
def test_a_source_that_the_library_fails_stops_no_other(
    room: Room, monkeypatch: pytest.MonkeyPatch, job: str, error: Exception, sentence: str
) -> None:
    room.press.feed(OTHER, "Power", link="https://other.example/{n}.html")
    room.press.feed(FEED, "Chips")
    room.press.page(FIRST, "Chips")
    room.follow(OTHER, FEED)
    broken = room.sources()[OTHER].id
    place = sources if job == "keep_success" else entries
    good = getattr(place, job)

    def fails(connection: object, source_id: SourceId, *values: object, **named: object) -> object:
        if source_id == broken:
            raise error
        return good(connection, source_id, *values, **named)

    monkeypatch.setattr(place, job, fails)

    done = room.refresh()

    assert room.outcomes() == {OTHER: Outcome.FAILED, FEED: Outcome.UPDATED}
    assert done.n_failed == 1
    assert [event.error for event in room.sources_read() if event.url == OTHER] == [sentence]
    assert "Chips" in room.titles()


@pytest.mark.expects_log
@pytest.mark.parametrize("job", [(entries, "pages_due"), (articles, "keep_text"), (article_stages, "compare_some")])
@pytest.mark.parametrize("error", [LibraryError("The disk failed.", "Check the disk."), ValueError("a bug")])
def test_an_article_that_the_library_fails_ends_no_refresh(
    room: Room, monkeypatch: pytest.MonkeyPatch, job: tuple[ModuleType, str], error: Exception
) -> None:
    """It is read again at the next refresh, or compared then."""
    room.press.feed(FEED, "Chips", tag='"one"')
    room.press.page(FIRST, "Chips")
    room.follow(FEED)

    def fails(*_: object, **__: object) -> Change:
        raise error

    with monkeypatch.context() as broken:
        broken.setattr(article_stages, "ARTICLES_AT_ONCE", 1)
        broken.setattr(*job, fails)
        assert room.refresh().n_failed == 0
    room.refresh()

    assert [card.completeness for card in room.cards()] == [Completeness.FULL]


def test_a_failing_source_is_left_alone_until_its_time(room: Room) -> None:
    room.press.fails(FEED, FetchError("Busy.", status=503, retry_at=room.clock + timedelta(hours=1)))
    room.follow(FEED)
    room.refresh()
    room.press.asked.clear()

    room.later(minutes=30)
    room.refresh()
    assert room.outcomes() == {FEED: Outcome.SKIPPED}
    assert room.press.asked == []

    room.later(minutes=31)
    room.press.feed(FEED, "Chips")
    room.refresh()
    assert room.outcomes() == {FEED: Outcome.UPDATED}
    assert room.sources()[FEED].state is SourceState.WORKING


def test_a_feed_that_is_refused_without_an_account_waits_for_a_login(room: Room) -> None:
    room.follow(FEED)
    for status, wants_login in ((401, True), (503, False), (402, True), (403, False)):
        room.press.fails(FEED, FetchError("Not for you.", status=status))
        room.later(days=30)
        room.refresh()
        assert room.sources()[FEED].wants_login is wants_login


def test_a_source_that_is_gone_is_paused_and_keeps_its_articles(room: Room) -> None:
    room.press.feed(FEED, "Chips")
    room.press.page(FIRST, "Chips")
    room.follow(FEED)
    room.refresh()
    room.press.fails(FEED, FetchError("The feed is gone for good.", status=410))
    room.refresh()
    assert room.sources()[FEED].state is SourceState.PAUSED
    assert room.titles() == ["Chips"]
    room.press.asked.clear()
    room.refresh()
    assert room.press.asked == []


def test_html_instead_of_a_feed_keeps_the_old_articles(room: Room) -> None:
    room.press.feed(FEED, "Chips")
    room.press.page(FIRST, "Chips")
    room.follow(FEED)
    room.refresh()
    room.press.page(FEED, "Please sign in to the hotel network")

    room.refresh()

    assert room.outcomes() == {FEED: Outcome.FAILED}
    assert "feed" in room.sources()[FEED].error
    assert room.titles() == ["Chips"]


def test_a_feed_that_asked_for_a_login_is_asked_again_once_there_is_one(room: Room) -> None:
    room.press.fails(FEED, FetchError("paper.example needs a login.", "Give it.", status=401))
    room.follow(FEED)
    room.refresh()
    room.press.feed(FEED, "Chips")
    room.press.page(FIRST, "Chips")
    room.refresh()
    assert room.outcomes() == {FEED: Outcome.SKIPPED}

    room.library.write(partial(visits.look_again, host="other.example", now=room.clock)).result()
    room.refresh()
    assert room.outcomes() == {FEED: Outcome.SKIPPED}

    room.library.write(partial(visits.look_again, host="paper.example", now=room.clock)).result()
    room.refresh()
    assert room.outcomes() == {FEED: Outcome.UPDATED}


def test_a_refused_page_leaves_the_feeds_words_and_says_so(room: Room) -> None:
    room.press.feed(FEED, "Chips")
    room.press.fails(FIRST, FetchError("paper.example refused the page.", "Add your cookies.", status=403))
    room.follow(FEED)

    room.refresh()

    (card,) = room.cards()
    article = room.library.read(partial(articles.article, article_id=card.id)).result()
    assert article is not None
    assert article.completeness is Completeness.BLOCKED
    assert article.text == "Summary of Chips."
    assert article.reason == "paper.example refused the page. Add your cookies."
    room.press.asked.clear()
    room.refresh()
    assert FIRST not in room.press.asked  # asking again soon would not help


def test_a_page_that_failed_for_a_moment_is_tried_again(room: Room) -> None:
    room.press.feed(FEED, "Chips", tag='"one"')
    room.press.fails(FIRST, FetchError("paper.example does not answer.", kind="timeout"))
    room.follow(FEED)
    room.refresh()
    assert [card.completeness for card in room.cards()] == [Completeness.TEASER]

    room.press.page(FIRST, "Chips")
    room.refresh()
    assert [card.completeness for card in room.cards()] == [Completeness.TEASER]  # not before its time

    room.later(minutes=11)
    room.refresh()
    assert [card.completeness for card in room.cards()] == [Completeness.FULL]


def test_two_feeds_with_one_article_show_it_once(room: Room) -> None:
    room.press.feed(FEED, "Chips")
    room.press.feed(OTHER, "Chips", link="https://paper.example/{n}.html?utm_source=other")
    room.press.page(FIRST, "Chips")
    room.follow(FEED)
    room.refresh()
    room.follow(OTHER)
    room.press.asked.clear()

    room.refresh()

    assert room.titles() == ["Chips"]
    assert FIRST not in room.press.asked


def test_the_address_that_a_short_link_leads_to_is_the_same_article(room: Room) -> None:
    short = "https://go.example/a1"
    room.press.feed(FEED, "Chips", link=short)
    room.press.page(FIRST, "Chips")
    page = room.press.answers[FIRST]
    assert isinstance(page, Fetched)
    room.press.answers[short] = replace(page, url=short, final_url=FIRST)
    room.follow(FEED)
    room.refresh()
    room.press.feed(OTHER, "Chips, as the paper's own feed has it", link=FIRST)
    room.follow(OTHER)

    done = room.refresh()

    assert (done.n_new, room.titles()) == (0, ["Chips"])


def test_a_feed_with_the_whole_text_needs_no_page(room: Room) -> None:
    room.press.feed(FEED, "Chips")
    fetched = room.press.answers[FEED]
    words = f"<content:encoded><![CDATA[<p>{'Every word of it stands in the feed. ' * 50}</p>]]></content:encoded>"
    body = fetched.body.decode().replace("</item>", words + "</item>")  # type: ignore[union-attr]
    body = body.replace("<rss ", '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" ')
    room.press.answers[FEED] = Fetched(FEED, FEED, 200, "application/rss+xml", body.encode())
    room.follow(FEED)

    room.refresh()

    assert room.press.asked == [FEED]
    (card,) = room.cards()
    assert card.completeness is Completeness.FULL


def test_a_refresh_that_was_killed_is_taken_up_again(room: Room) -> None:
    """Entries are kept before their pages are fetched, so a run that ends in between loses nothing."""
    room.press.feed(FEED, "Chips", tag='"one"')
    room.press.page(FIRST, "Chips")
    room.follow(FEED)

    class Stopped(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Stopped

    good = room.workers.submit
    room.workers.submit = lambda job, *values: killed() if job.__name__ == "read_article" else good(job, *values)
    with pytest.raises(Stopped):
        room.refresh()
    assert room.titles() == ["Chips"]

    room.workers.submit = good
    room.refresh()

    assert room.outcomes() == {FEED: Outcome.UNCHANGED}
    assert [card.completeness for card in room.cards()] == [Completeness.FULL]


@pytest.mark.expects_log
def test_a_page_that_breaks_the_reader_costs_only_itself(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.press.feed(FEED, "Chips", "Power")
    room.press.page(FIRST, "Chips")
    room.press.page(SECOND, "Power")
    room.follow(FEED)
    good = room.workers.submit

    def submit(job: object, *values: object) -> object:
        if getattr(values[0], "url", "") == FIRST:
            return good(lambda: 1 / 0)
        return good(job, *values)

    room.workers.submit = submit
    room.refresh()

    power, chips = room.cards()  # one of the two quotes is reported without marks
    assert power.completeness is Completeness.FULL
    assert chips.completeness is Completeness.EMPTY


def test_stopping_ends_soon_and_keeps_what_was_read(room: Room) -> None:
    room.press.feed(FEED, *[f"Story {n}" for n in range(1, 9)])
    for n in range(1, 9):
        room.press.page(f"https://paper.example/{n}.html", f"Story {n}")
    room.follow(FEED)
    from dateline.pipeline.refresh import Refresh

    run = Refresh(room.library, room.press, room.workers, tell=lambda _: run.stop(), now=lambda: room.clock)
    done = run.run()

    assert done.was_stopped
    room.refresh()
    assert [card.completeness for card in room.cards()] == [Completeness.FULL] * len(room.cards())
