"""`dateline lexicon`: terms listed, added and taken out, and the library filed anew by them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from dateline.library import Library
from dateline.news.library_view import ImportRow
from dateline.storage import articles

Terminal = Callable[..., Any]


def test_a_term_is_added_files_the_library_anew_and_is_removed(terminal: Terminal, tmp_path: Path) -> None:
    title = "Chinese AI labs rent quarrelstones in America"
    row = ImportRow("https://paper.example/1", "paper.example/1", title, "It is said.", outlet="ft", lang="en")
    with Library.open(tmp_path / "library.dateline") as library:
        library.write(partial(articles.import_articles, rows=(row,), at=datetime(2025, 11, 10, tzinfo=UTC))).result()
    assert terminal("lexicon", "add", "chips", "quarrelstones", "--weight", "sure").code == 0
    assert [card["title"] for card in terminal("list", "--json", "topic:chips").lines] == [title]
    assert terminal("lexicon", "--json").lines == [
        {"topic": "chips", "term": "quarrelstones", "points": 6.0, "shipped": None}
    ]
    assert terminal("lexicon", "remove", "chips", "quarrelstones").code == 0
    assert terminal("list", "--json", "topic:chips").lines == []
    assert terminal("lexicon", "--json").lines == []


def test_a_shipped_term_is_taken_out_and_comes_back(terminal: Terminal) -> None:
    assert terminal("lexicon", "remove", "export-controls", "Entity List").code == 0
    (gone,) = terminal("lexicon", "list", "--json").lines
    assert (gone["term"], gone["points"], gone["shipped"]) == ("entity list", 0.0, 6.0)
    assert terminal("lexicon", "remove", "export-controls", "entity list", "--as-shipped").code == 0
    assert terminal("lexicon", "list", "--json").lines == []


def test_what_is_not_there_is_said_in_a_sentence(terminal: Terminal) -> None:
    answer = terminal("lexicon", "add", "soybeans", "bean")
    assert answer.code == 1
    assert "no topic “soybeans”" in answer.err
    assert "is no term of chips" in terminal("lexicon", "remove", "chips", "bean").err
