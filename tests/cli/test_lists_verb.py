"""`dateline lists`, and notes and tags in what `list` and `show` answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dateline.library import Library
from dateline.news.article import ArticleId
from dateline.news.library_view import ImportRow
from dateline.news.note import About, Meaning, NewNote
from dateline.storage import articles, lists, notes, tags
from dateline.text.anchor import make_anchor
from dateline.text.span import Span

Terminal = Callable[..., Any]

NOON = datetime(2025, 11, 10, 12, tzinfo=UTC)
TEXT = "The letter names no date. 信中没有日期。"


@pytest.fixture
def article(tmp_path: Path) -> ArticleId:
    """Put one article there, with a tag, two notes and on a list."""
    row = ImportRow("https://paper.example/1", "paper.example/1", "Licences", TEXT, outlet="ft", lang="en")
    with Library.open(tmp_path / "library.dateline") as library:
        number = library.write(partial(articles.import_articles, rows=(row,), at=NOON)).result().new_articles[0]
        library.write(partial(tags.add_tag, articles=[number], name="policy/芯片", at=NOON)).result()
        anchor = make_anchor(TEXT, Span(11, 24))
        new = [
            NewNote(number, About.ARTICLE, text="Read *again*.", key="k1"),
            NewNote(number, meaning=Meaning.CHECK, anchor=anchor, text="When?", revision=1, key="k2"),
        ]
        library.write(partial(notes.add_notes, new=new, at=NOON)).result()
        library.write(partial(lists.make_list, name="Briefing", at=NOON, articles=[number])).result()
    return number


def test_notes_and_tags_stand_in_the_answers(terminal: Terminal, article: ArticleId) -> None:
    (card,) = terminal("list", "--json", "tag:policy note:when list:briefing has:notes").lines
    assert card["tags"] == ["policy/芯片"]
    (shown,) = terminal("show", str(article), "--json").lines
    whole, passage = shown["notes"]
    assert (whole["about"], whole["text"], whole["words"], whole["start"]) == ("article", "Read *again*.", None, None)
    assert passage["words"] == TEXT[passage["start"] : passage["end"]] == "names no date"
    assert (passage["meaning"], passage["revision"], passage["loose"], passage["score"]) == ("check", 1, False, 1.0)
    assert "✎ check: names no date\n    When?" in terminal("show", str(article)).out


def test_a_list_goes_out_and_comes_back(terminal: Terminal, article: ArticleId, tmp_path: Path) -> None:
    (one,) = terminal("lists", "--json").lines
    assert (one["name"], one["articles"], one["query"]) == ("Briefing", 1, None)
    (item,) = terminal("lists", "show", "briefing", "--json").lines
    assert (item["number"], item["title"], item["revision"], item["newer_version"]) == (1, "Licences", 1, False)
    file = tmp_path / "briefing.json"
    assert terminal("lists", "share", "briefing", str(file)).code == 0
    assert json.loads(file.read_text(encoding="utf-8"))["items"][0]["notes"][1]["text"] == "When?"
    answer = terminal("lists", "import", str(file))
    assert answer.out == "“Briefing”: 1 articles, 0 of them new here.\n"
    assert [one["name"] for one in terminal("lists", "--json").lines] == ["Briefing", "Briefing (2)"]


def test_what_is_missing_is_said_in_a_sentence(terminal: Terminal, tmp_path: Path) -> None:
    assert "no reading list yet" in terminal("lists").err
    assert "There is no reading list “Nowhere”" in terminal("lists", "show", "Nowhere").err
    assert "No reading list was named" in terminal("lists", "share").err
    assert "cannot be read" in terminal("lists", "import", str(tmp_path / "missing.json")).err
