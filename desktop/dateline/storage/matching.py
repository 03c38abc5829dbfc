"""What SQL calls of ours: whether a text says some words, as the search index would understand both."""

from __future__ import annotations

import sqlite3


def says(text: str, words: str) -> bool:
    """Tell whether a text says some words; `*` at their end stands for any ending of the last one."""
    from dateline.text.tokens import token_text

    wanted = token_text(words)
    end = "" if words.rstrip().endswith("*") else " "
    return bool(wanted) and f" {wanted}{end}" in f" {token_text(text)} "


def add_functions(c: sqlite3.Connection) -> None:
    """Give a connection the functions that conditions call."""
    c.create_function("says", 2, says, deterministic=True)
