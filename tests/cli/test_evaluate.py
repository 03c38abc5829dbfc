"""`dateline evaluate` as somebody meets it who labelled texts of their own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Terminal = Callable[..., Any]

TEXT = (
    "“We will not wait,” said Jensen Huang. Reuters reported on Monday that Washington limits AI chip exports to China."
)
LABELLED = {
    "id": "a",
    "title": "US tightens AI chip export controls on China",
    "text": TEXT,
    "lang": "en",
    "published": "2025-11-11T12:00:00Z",
    "on_topic": "yes",
    "facets": ["chips", "export-controls"],
    "quotes": [
        {
            "start": 1,
            "end": 18,
            "kind": "direct",
            "speaker": {"surface": "Jensen Huang", "name": "Jensen Huang"},
        }
    ],
    "citations": [
        {"outlet": "路透社", "start": TEXT.index("Reuters"), "end": TEXT.index(" reported"), "date": "2025-11-10"}
    ],
}


def gold(folder: Path, *lines: object) -> str:
    file = folder / "gold.jsonl"
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return str(file)


def test_everything_that_is_labelled_is_measured(terminal: Terminal, tmp_path: Path) -> None:
    answer = terminal("evaluate", gold(tmp_path, LABELLED), "--json")
    assert answer.code == 0
    f1 = {line["measured"]: line["f1"] for line in answer.lines if "measured" in line}
    for name in ("on topic", "on topic, en", "chips", "direct", "speaker", "credits", "credits: date"):
        assert f1[name] == 1.0, answer.out
    assert "figures" not in f1


def test_mistakes_are_shown_with_their_place(terminal: Terminal, tmp_path: Path) -> None:
    answer = terminal("evaluate", gold(tmp_path, LABELLED | {"citations": [], "facets": ["talent"]}))
    assert answer.code == 0
    place = f"{TEXT.index('Reuters')}–{TEXT.index(' reported')}"
    assert f"false    a {place}: Reuters (Reuters)" in answer.out
    assert "talent: missed" in answer.out
    assert "precision" in answer.out


def test_long_lists_of_mistakes_say_how_many_are_left_out(terminal: Terminal, tmp_path: Path) -> None:
    lines = [LABELLED | {"id": str(number), "on_topic": "no", "near": "us-china", "facets": []} for number in range(4)]
    answer = terminal("evaluate", gold(tmp_path, *lines), "--mistakes", "2")
    assert "more; --mistakes N shows N." in answer.out


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (({"id": "a", "text": TEXT},), "has no labels"),
        (("text",), "Line 1 of"),
        (({"id": "a", "text": TEXT, "citations": [{"start": 0}]},), "The labels for credits"),
        (({"id": "a", "text": 5, "figures": []},), "The field 'text' must be a string"),
    ],
)
def test_what_cannot_be_measured_is_said(
    terminal: Terminal, tmp_path: Path, lines: tuple[object, ...], sentence: str
) -> None:
    answer = terminal("evaluate", gold(tmp_path, *lines))
    assert answer.code == 1
    assert sentence in answer.err


def test_a_file_that_is_not_there(terminal: Terminal, tmp_path: Path) -> None:
    answer = terminal("evaluate", str(tmp_path / "none.jsonl"))
    assert (answer.code, "cannot be read" in answer.err) == (1, True)
