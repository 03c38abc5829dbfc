"""A vault of notes: written, brought up to date, and left alone where the user changed something."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import ExportError
from dateline.export.vault import write_notes
from dateline.news.handover import HandedOver, Handover
from dossier import TEXT, chinese, english, hostile

Make = Callable[..., Handover]
NOTE = "What the rule did, and what not.md"


def front(path: Path) -> dict[str, object]:
    """Return a note's front matter: a name and a JSON value a line, which is YAML as well."""
    lines = path.read_text(encoding="utf-8").split("---\n")[1].splitlines()
    return {name: json.loads(value) for name, value in (line.split(": ", 1) for line in lines)}


def test_a_note_an_article_with_front_matter(handover: Make, tmp_path: Path) -> None:
    assert write_notes(handover(), tmp_path) == HandedOver(3)
    notes = {path.name for path in tmp_path.iterdir()}
    assert {NOTE, "规则与“芯片”.md"} < notes
    assert len(notes) == 3
    fields = front(tmp_path / NOTE)
    assert fields.pop("dateline-hash")
    assert fields == {
        "title": "What the rule did, and what not",
        "outlet": "Financial Times",
        "authors": ["Ida Kern", "Ludwig van der Berg", "Reuters Staff"],
        "published": "2025-11-09",
        "url": "https://www.ft.com/content/one?a=1&b=2",
        "topics": ["us-china-ai", "chips"],
        "tags": ["policy/chips", "to-follow"],
        "dateline-article": "https://www.ft.com/content/one?a=1&b=2",
    }
    text = (tmp_path / NOTE).read_text(encoding="utf-8")
    assert "\n# [What the rule did, and what not](<https://www.ft.com/content/one?a=1&b=2>)\n" in text
    assert "\n## Quotes\n" in text
    assert TEXT not in text


def test_a_note_is_brought_up_to_date_until_the_user_changes_it(handover: Make, tmp_path: Path) -> None:
    write_notes(handover(items=(english(),)), tmp_path)
    newer = replace(english(), article=replace(english().article, tags=("new",)))
    assert write_notes(handover(items=(newer,)), tmp_path) == HandedOver(1)
    assert front(tmp_path / NOTE)["tags"] == ["new"]
    mine = (tmp_path / NOTE).read_text(encoding="utf-8") + "My own line.\n"
    (tmp_path / NOTE).write_text(mine, encoding="utf-8")
    assert write_notes(handover(items=(english(),)), tmp_path) == HandedOver(1, n_kept=1)
    assert (tmp_path / NOTE).read_text(encoding="utf-8") == mine


def test_a_renamed_note_stays_where_it_is(handover: Make, tmp_path: Path) -> None:
    write_notes(handover(items=(english(),)), tmp_path)
    (tmp_path / NOTE).rename(tmp_path / "Rule.md")
    newer = replace(english(), article=replace(english().article, title="Another headline"))
    write_notes(handover(items=(newer,)), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["Rule.md"]
    assert front(tmp_path / "Rule.md")["title"] == "Another headline"


def test_another_file_of_the_name_is_left_alone(handover: Make, tmp_path: Path) -> None:
    (tmp_path / NOTE).write_text("The user's own note.")
    (tmp_path / "picture.md").write_bytes(b"\xff\xfe\x00")
    same_title = replace(english(), article=replace(english().article, url="https://www.ft.com/content/two"))
    assert write_notes(handover(items=(english(), same_title)), tmp_path) == HandedOver(2)
    assert (tmp_path / NOTE).read_text() == "The user's own note."
    assert {path.name for path in tmp_path.iterdir()} == {
        NOTE,
        "picture.md",
        "What the rule did, and what not 2.md",
        "What the rule did, and what not 3.md",
    }


def test_a_hostile_headline_stays_in_its_place(handover: Make, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    evil = replace(hostile(), article=replace(hostile().article, title='../../x\n---\nevil: "yes"'))
    write_notes(handover(items=(evil, chinese())), vault)
    assert [path.name for path in tmp_path.iterdir()] == ["vault"]
    note = next(path for path in vault.iterdir() if "evil" in path.name)
    assert front(note)["title"] == '../../x --- evil: "yes"'
    assert "evil" not in front(note)


def test_a_vault_that_is_not_there(handover: Make, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="not there"):
        write_notes(handover(), tmp_path / "gone")
