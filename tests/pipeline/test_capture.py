"""Pages handed over: by file, from the clipboard, out of a watched folder; each notes where it is from."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

import pytest

from dateline.errors import AddressNeeded, InputError
from dateline.news.article import ArticleId, Completeness
from dateline.news.capture import Captured
from dateline.pipeline.capture import capture_file, capture_page
from dateline.pipeline.capture_folder import (
    FolderWatch,
    Refused,
    take_in,
    take_in_watched,
    watch_folder,
    watched_folder,
)
from dateline.storage import articles, revisions
from press import BODY, Room

URL = "https://paper.example/1.html"
PAGE = f"<html lang=en><head><title>Controls</title></head><body><article><h1>Controls tighten</h1>{BODY}</article>"
NOTED = f"<!-- saved from url=(0028){URL} -->{PAGE}"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))


def origins(room: Room, article: ArticleId) -> list[tuple[str, str]]:
    every = room.library.read(lambda c: revisions.revisions(c, article)).result()
    return [(one.origin, one.provenance) for one in every]


def test_a_saved_file_fills_the_article_that_its_outlet_kept_back(room: Room, tmp_path: Path) -> None:
    feed = "https://paper.example/feed.xml"
    room.press.feed(feed, "Controls tighten")
    room.press.page(URL, "Controls tighten", "<p>Subscribe to continue reading this article.</p>")
    room.follow(feed)
    room.refresh()
    (card,) = room.cards()
    assert card.completeness is not Completeness.FULL
    file = tmp_path / "Controls tighten.html"
    file.write_text(PAGE, encoding="utf-8")
    captured = capture_file(room.library, file, URL + "?utm_source=mail")
    assert (captured.article, captured.is_kept, captured.completeness) == (card.id, True, Completeness.FULL)
    assert origins(room, card.id)[-1] == ("capture", "Controls tighten.html")
    again = capture_file(room.library, file, URL)
    assert (again.article, again.is_kept) == (card.id, False)


def test_a_capture_is_not_replaced_by_the_teaser_of_a_later_refresh(room: Room) -> None:
    captured = capture_page(room.library, NOTED.encode(), provenance="clipboard")
    feed = "https://paper.example/feed.xml"
    room.press.feed(feed, "Controls tighten")
    room.press.page(URL, "Controls tighten", "<p>Subscribe to continue reading this article.</p>")
    room.follow(feed)
    room.refresh()
    article = room.library.read(lambda c: articles.article(c, captured.article)).result()
    assert article is not None
    assert (article.completeness, "licences are worth" in article.text) == (Completeness.FULL, True)
    assert origins(room, captured.article) == [("capture", "clipboard")]


@pytest.mark.parametrize(
    ("html", "url", "sentence"),
    [
        (PAGE, "", "The page does not tell its address."),
        (PAGE, "file:///etc/passwd", "'file:///etc/passwd' is not the address of a page."),
        ("<html><title>Sign in</title><body><form></form>", URL, "The saved page holds no article. "),
        ("", URL, "The saved page holds no article. The page is empty."),
    ],
)
def test_what_holds_no_article_is_refused_and_nothing_kept(room: Room, html: str, url: str, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        capture_page(room.library, html.encode(), url)
    assert refused.value.sentence.startswith(sentence.strip())
    assert isinstance(refused.value, AddressNeeded) is (not url)
    assert room.cards() == []


def test_a_watched_folder_is_taken_in_at_the_next_turn_and_each_file_once(room: Room, tmp_path: Path) -> None:
    folder = tmp_path / "Saved pages"
    folder.mkdir()
    watch_folder(room.library, folder)
    assert watched_folder(room.library) == folder
    (folder / "one.html").write_text(NOTED, encoding="utf-8")
    (folder / "two.html").write_text(PAGE, encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    assert take_in_watched(room.library) == 1
    assert room.titles() == ["Controls tighten"]
    assert list(take_in(room.library, folder)) == []
    (folder / "two.html").write_text(NOTED.replace("1.html", "2.html").replace("tighten", "loosen"), encoding="utf-8")
    (result,) = take_in(room.library, folder)
    assert isinstance(result, Captured)
    assert result.title == "Controls loosen"
    assert sorted(path.name for path in folder.iterdir()) == ["one.html", "picture.png", "two.html"]


def test_a_page_saved_while_the_program_runs_is_taken_in_once_the_browser_is_done(room: Room, tmp_path: Path) -> None:
    folder = tmp_path / "Saved pages"
    folder.mkdir()
    watch_folder(room.library, folder)
    page = folder / "one.html"
    page.write_text(NOTED, encoding="utf-8")
    assert take_in_watched(room.library, at_rest=600) == 0
    os.utime(page, (1_700_000_000, 1_700_000_000))
    came = Event()
    stop = room.library.on_change(lambda change: came.set() if change.new_articles else None)
    watch = FolderWatch(room.library, between=0.01, at_rest=600)
    assert came.wait(60)
    watch.close()
    stop()
    assert room.titles() == ["Controls tighten"]


def test_a_page_that_cannot_be_taken_in_is_told_of_and_hinders_no_other(room: Room, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.mhtml").write_text("MIME-Version: 1.0\nContent-Type: image/png\n\nxx", encoding="utf-8")
    (tmp_path / "c.html").write_text(NOTED, encoding="utf-8")
    results = {type(one).__name__: one for one in take_in(room.library, tmp_path)}
    assert isinstance(results["Refused"], Refused)
    assert isinstance(results["Captured"], Captured)


def test_no_folder_and_a_folder_that_went_away_are_no_failure(room: Room, tmp_path: Path) -> None:
    assert take_in_watched(room.library) == 0
    folder = tmp_path / "gone"
    folder.mkdir()
    watch_folder(room.library, folder)
    folder.rmdir()
    assert take_in_watched(room.library) == 0
    watch_folder(room.library, None)
    assert watched_folder(room.library) is None
    with pytest.raises(InputError):
        watch_folder(room.library, folder)
