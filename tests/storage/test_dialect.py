"""What only SQLite says stands in the two modules that own it, so that another database can come without a rewrite."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import storage

#: Statements have their dialect here, the search index its own.
OWNERS = {"dialect.py", "search.py"}
#: About SQLite's file and connection, which a server replaces as a whole; `first_light` is its schema.
ABOUT_THE_FILE = {
    *("connecting.py", "database.py", "failures.py", "matching.py", "migrations.py", "first_light.py"),
    *("backup.py", "doctor.py", "salvage.py", "undo.py"),
    "row.py",  # SQLAlchemy's option for SQLite alone
}
_SQLITE = re.compile(
    r"json_each|json_extract|group_concat|\bifnull\b|INSERT OR|REPLACE INTO|CROSS JOIN|\bPRAGMA\b|\browid\b|NOCASE|"
    r"\bVACUUM\b|sqlite_|strftime|unixepoch|julianday|\bGLOB\b|\bMATCH\b|bm25|\bchar\(|last_insert|INDEXED BY|printf\("
)


def peculiar(code: str) -> Iterator[str]:
    """Yield what a module says that only SQLite understands, docstrings apart."""
    tree = ast.parse(code)
    told = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield from _SQLITE.findall(node.value)
        elif isinstance(node, ast.Attribute) and node.attr == "lastrowid":
            yield node.attr


def modules() -> list[Path]:
    return sorted(Path(storage.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("module", modules(), ids=lambda path: path.stem)
def test_only_the_owners_speak_sqlite(module: Path) -> None:
    said = sorted(set(peculiar(module.read_text("utf-8"))))
    assert said == [] or module.name in OWNERS | ABOUT_THE_FILE


def test_what_is_peculiar_is_recognised() -> None:
    code = 'def f(c):\n    """A rowid."""\n    c.execute(f"SELECT group_concat(id) FROM {t} CROSS JOIN u").lastrowid'
    assert sorted(peculiar(code)) == ["CROSS JOIN", "group_concat", "lastrowid"]
    spoken = {word for name in OWNERS for word in peculiar((modules()[0].parent / name).read_text("utf-8"))}
    assert {"json_each", "group_concat", "CROSS JOIN", "MATCH", "rowid"} <= spoken
