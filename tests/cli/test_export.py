"""`dateline export` as another program meets it."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Terminal = Callable[..., Any]

ARTICLES = [
    {
        "url": f"https://www.ft.com/content/{number}",
        "title": f"AI chip rule {number} for China",
        "text": "The United States limits AI chips for China.\n“The rule came late,” said Jensen Huang of Nvidia.",
        "outlet": "Financial Times",
        "lang": "en",
        "published": f"2025-11-0{number}T10:00:00Z",
    }
    for number in (1, 2, 3)
]


@pytest.fixture
def filled(terminal: Terminal) -> Terminal:
    assert terminal("import-articles", "-", stdin="\n".join(map(json.dumps, ARTICLES))).code == 0
    return terminal


def test_a_filter_is_written_newest_first(filled: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "list.md"
    answer = filled("export", "outlet:ft", "--format", "markdown", "-o", str(path), "--title", "The rule")
    assert (answer.code, answer.out) == (0, "")
    text = path.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("### ")] == [
        f"### [AI chip rule {number} for China](<https://www.ft.com/content/{number}>)" for number in (3, 2, 1)
    ]
    assert "limits AI chips" not in text


def test_to_stdout_with_a_limit(filled: Terminal) -> None:
    lines = filled("export", "--all", "--format", "jsonl", "-o", "-", "--limit", "2").lines
    assert [line["title"] for line in lines] == ["AI chip rule 3 for China", "AI chip rule 2 for China"]
    assert lines[0]["quotes"][0]["speaker"] == "Jensen Huang"


def test_wrong_use_says_what_to_do(filled: Terminal, tmp_path: Path) -> None:
    nothing = filled("export", "--format", "csv", "-o", "-")
    assert (nothing.code, "--all" in nothing.err) == (2, True)
    unknown = filled("export", "--all", "--format", "rtf", "-o", "-")
    assert (unknown.code, "epub" in unknown.err) == (1, True)
    nowhere = filled("export", "--all", "--format", "csv", "-o", str(tmp_path / "no" / "where.csv"))
    assert (nowhere.code, "cannot be written" in nowhere.err) == (1, True)
    no_list = filled("export", "--list", "briefing", "--format", "csv", "-o", "-")
    assert (no_list.code, "briefing" in no_list.err) == (1, True)


def test_notes_go_into_a_vault_and_what_the_user_changed_stays(filled: Terminal, tmp_path: Path) -> None:
    answer = filled("export", "--all", "--to-vault", str(tmp_path), "--limit", "2")
    assert (answer.code, answer.out) == (0, "")
    notes = sorted(tmp_path.glob("AI chip rule *.md"))
    assert [note.stem for note in notes] == ["AI chip rule 2 for China", "AI chip rule 3 for China"]
    notes[0].write_text(notes[0].read_text(encoding="utf-8") + "Mine.", encoding="utf-8")
    again = filled("export", "--all", "--to-vault", str(tmp_path))
    assert "3 articles written" in again.err
    assert "Left as you changed them: 1." in again.err
    assert notes[0].read_text(encoding="utf-8").endswith("Mine.")


def test_without_a_zotero_it_says_what_to_do(filled: Terminal) -> None:
    with socket.socket() as taken:  # bound and not listening: nobody answers there
        taken.bind(("127.0.0.1", 0))
        answer = filled("export", "--all", "--to-zotero", "--zotero-port", str(taken.getsockname()[1]))
    assert (answer.code, "Start Zotero" in answer.err) == (1, True)


def test_one_place_at_a_time(filled: Terminal, tmp_path: Path) -> None:
    both = filled("export", "--all", "--to-zotero", "--to-vault", str(tmp_path))
    half = filled("export", "--all", "--format", "csv")
    assert (both.code, half.code) == (2, 2)
    assert "--to-vault FOLDER" in half.err
