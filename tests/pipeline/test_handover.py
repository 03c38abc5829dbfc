"""From the library to a handover: order, progress, an end before its time, and what a preview says."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from concurrent.futures import CancelledError
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import IO, Any

import pytest

from dateline.errors import ExportError, InputError
from dateline.export import files
from dateline.export.registry import FORMATS
from dateline.library import Library
from dateline.news.article import ArticleId, ArticleText, Completeness
from dateline.news.change import Change
from dateline.news.coverage import StoryId
from dateline.news.handover import ExportOptions, GroupBy, HandedOver, HandoverWanted
from dateline.news.library_view import ImportRow
from dateline.news.reading_list import ListId
from dateline.pipeline.handover import preview_handover, wanted_handover, write_handover, write_to_vault
from dateline.storage import articles, lists, stories
from dateline.storage.database import Writing, driver

NOON = datetime(2025, 11, 10, 12, tzinfo=UTC)
N = 25
EVERYTHING = HandoverWanted("All of it")


def go_on() -> bool:
    return True


def tell_nobody(_n_done: int, _n: int) -> None:
    """Nobody waits."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return a library of 25 articles, an hour apart."""
    rows = [
        ImportRow(
            url=f"https://ft.example/{number}",
            url_key=f"ft.example/{number}",
            title=f"Story {number}",
            text=f"Text of story {number}.",
            outlet="ft",
            lang="en",
            published_at=NOON - number * timedelta(hours=1),
        )
        for number in range(N)
    ]
    with Library.open(tmp_path / "kept" / "library.dateline") as opened:
        opened.write(partial(articles.import_articles, rows=rows, at=NOON)).result()
        yield opened


def made_list(library: Library) -> ListId:
    newest = ArticleId(max(library.read(lambda c: [row[0] for row in c.execute("SELECT id FROM article")]).result()))
    library.write(partial(lists.make_list, name="Briefing", at=NOON, articles=[newest], note="First.")).result()
    return library.read(lists.lists).result()[0].id


def test_progress_goes_up_to_all(library: Library, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = tmp_path / "all.jsonl"
    done = write_handover(library, EVERYTHING, "jsonl", path, lambda *how_far: told.append(how_far), go_on)
    assert done == HandedOver(N)
    assert told == [(0, N), (10, N), (20, N), (N, N)]
    titles = [json.loads(line)["title"] for line in path.read_text().splitlines()]
    assert titles == [f"Story {number}" for number in range(N)]


@pytest.mark.parametrize("form", ["jsonl", "pdf", "evidence"])
def test_what_is_wanted_no_longer_leaves_the_old_file(library: Library, tmp_path: Path, form: str) -> None:
    path = tmp_path / "old"
    path.write_text("old")
    told: list[int] = []
    with pytest.raises(CancelledError):
        write_handover(library, EVERYTHING, form, path, lambda n_done, _: told.append(n_done), lambda: len(told) < 2)
    assert told == [0, 10]
    assert path.read_text() == "old"
    assert {one.name for one in tmp_path.iterdir()} == {"old", "kept"}


def test_it_may_end_while_pages_are_set(library: Library, tmp_path: Path) -> None:
    is_over: list[bool] = []

    def tell(n_done: int, n: int) -> None:
        if n_done == n:
            is_over.append(True)

    with pytest.raises(CancelledError):
        write_handover(library, EVERYTHING, "pdf", tmp_path / "all.pdf", tell, lambda: not is_over)
    assert not (tmp_path / "all.pdf").exists()


def test_a_preview_is_of_the_first_and_counts_all(library: Library) -> None:
    page = preview_handover(library, EVERYTHING, "pdf")
    assert (page.n, page.n_full, page.n_shown, page.is_html) == (N, N, 3, True)
    assert page.text.count("<h3") == 3
    assert "25 articles" not in page.text
    assert "3 articles" not in page.text
    table = preview_handover(library, EVERYTHING, "csv")
    assert not table.is_html
    assert table.text.splitlines()[1].startswith(f"{table.text.splitlines()[1].split(',')[0]},Story 0,Financial Times")


def test_a_list_goes_out_with_its_notes(library: Library) -> None:
    number = made_list(library)
    page = preview_handover(library, HandoverWanted("Briefing", reading_list=number), "markdown")
    assert (page.n, page.n_shown) == (1, 1)
    assert "First." in page.text
    with pytest.raises(InputError, match="no longer there"):
        preview_handover(library, HandoverWanted("Gone", reading_list=ListId(99)), "markdown")


def test_a_vault_of_all_articles(library: Library, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    assert write_to_vault(library, EVERYTHING, vault, tell_nobody, go_on) == HandedOver(N)
    assert len(list(vault.glob("Story *.md"))) == N


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.id)
def test_no_file_names_a_folder_a_user_or_a_cookie(
    library: Library, tmp_path: Path, form: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/home/ida-of-the-desk")
    monkeypatch.setenv("USER", "ida-of-the-desk")
    monkeypatch.setenv("LOGNAME", "ida-of-the-desk")
    options = ExportOptions(with_figures=True, with_text=True)
    path = tmp_path / f"all.{form.suffix}"  # type: ignore[attr-defined]
    wanted = HandoverWanted("All of it", options=options)
    write_handover(library, wanted, form.id, path, tell_nobody, go_on)  # type: ignore[attr-defined]
    every = b"".join(unpacked(path))
    secret = [str(tmp_path), str(library.path), str(Path(files.__file__).parent), "ida-of-the-desk"]
    assert [one for one in secret if one.encode() in every] == []
    assert b"cookie" not in every.lower()


def unpacked(path: Path) -> Iterator[bytes]:
    """Yield a file's bytes, and those of every file inside it."""
    import zipfile
    import zlib

    data = path.read_bytes()
    yield data
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as pack:
            yield from (pack.read(name) for name in pack.namelist())
    elif data.startswith(b"%PDF"):
        from pypdf import PdfReader

        reader = PdfReader(path)
        yield repr(reader.metadata).encode()
        for part in data.split(b"stream\n")[1:]:
            try:
                yield zlib.decompress(part)
            except zlib.error:
                continue


def test_a_full_disk_is_told_and_the_old_file_stays(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "all.md"
    path.write_text("old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(ExportError, match=r"There is no room for all\.md"):
        write_handover(library, EVERYTHING, "markdown", path, tell_nobody, go_on)
    assert path.read_text() == "old"
    assert {one.name for one in tmp_path.iterdir()} == {"all.md", "kept"}


@pytest.mark.parametrize("where", ["missing/all.md", "file/all.md", "folder"])
def test_a_place_that_cannot_be_written_is_told(library: Library, tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("a file, not a folder")
    (tmp_path / "folder").mkdir()
    before = {one.name for one in tmp_path.iterdir()}
    with pytest.raises(ExportError, match="cannot be written") as told:
        write_handover(library, EVERYTHING, "markdown", tmp_path / where, tell_nobody, go_on)
    assert told.value.hint == "Choose another place."
    assert {one.name for one in tmp_path.iterdir()} == before


def test_a_read_only_folder_is_told(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = files.Path.open

    def refuse(path: Path, mode: str = "r", **how: Any) -> IO[Any]:
        if "w" in mode:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return usual(path, mode, **how)

    monkeypatch.setattr(files.Path, "open", refuse)
    with pytest.raises(ExportError, match="Read-only file system"):
        write_handover(library, EVERYTHING, "markdown", tmp_path / "all.md", tell_nobody, go_on)


def test_a_reading_list_hands_over_the_words_that_were_read(library: Library, tmp_path: Path) -> None:
    briefing = made_list(library)
    (item,) = library.read(partial(lists.items, list_id=briefing)).result()
    changed = ArticleText("The story says something else by now.", "", completeness=Completeness.FULL)
    keep = partial(articles.keep_text, article_id=item.article, text=changed, findings=None)
    library.write(partial(keep, origin="page", captured_at=NOON + timedelta(days=3))).result()
    told = HandoverWanted("Briefing", reading_list=briefing, options=ExportOptions(with_text=True))
    path = tmp_path / "briefing.jsonl"
    write_handover(library, told, "jsonl", path, tell_nobody, go_on)
    row = json.loads(path.read_text())
    assert (row["text"], row["captured"]) == ("Text of story 0.", NOON.isoformat())
    everything = HandoverWanted("All", options=ExportOptions(with_text=True))
    write_handover(library, everything, "jsonl", path, tell_nobody, go_on)
    assert json.loads(path.read_text().splitlines()[0])["text"] == "The story says something else by now."


def test_chinese_headings_call_outlets_by_their_chinese_names(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "all.md"
    write_handover(
        library, HandoverWanted("All", options=ExportOptions(language="zh")), "markdown", path, tell_nobody, go_on
    )
    assert "\n金融时报 · " in path.read_text()
    assert "Financial Times" not in path.read_text()


@pytest.mark.parametrize(
    ("group_by", "order"),
    [
        (GroupBy.NONE, ["A1", "B1", "A2", "C1", "B2"]),
        (GroupBy.OUTLET, ["A1", "A2", "B1", "B2", "C1"]),
        (GroupBy.DATE, ["A1", "B1", "A2", "C1", "B2"]),
        (GroupBy.STORY, ["A1", "C1", "B1", "A2", "B2"]),
    ],
)
def test_groups_stand_together_in_the_order_of_their_first_article(
    tmp_path: Path, group_by: GroupBy, order: list[str]
) -> None:
    titles = ["A1", "B1", "A2", "C1", "B2"]  # newest first; A1 and C1 tell of the same event
    rows = [
        ImportRow(
            url=f"https://{title}.example/",
            url_key=title,
            title=title,
            text="A text.",
            outlet=f"outlet-{title[0]}",
            lang="en",
            published_at=NOON - number * timedelta(hours=5),
        )
        for number, title in enumerate(titles)
    ]

    def tell_the_same(c: Writing) -> Change:
        kept = driver(c)
        told = kept.execute("SELECT id FROM article WHERE title IN ('A1', 'C1')").fetchall()
        stories.keep_story(kept, StoryId(told[0][0]), [ArticleId(row[0]) for row in told])
        return Change()

    with Library.open(tmp_path / "library.dateline") as library:
        library.write(partial(articles.import_articles, rows=rows, at=NOON)).result()
        library.write(tell_the_same).result()
        wanted = HandoverWanted("All", options=ExportOptions(group_by=group_by))
        made = wanted_handover(library, wanted)
        assert [item.article.title for item in made.items] == order
        assert [item.article.title for item in wanted_handover(library, wanted, limit=3).items] == [
            title for title in order if title in titles[:3]
        ]
