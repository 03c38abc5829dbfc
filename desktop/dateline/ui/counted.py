"""Numbers with their noun. The strings come translated: a language without plural forms gives the same twice."""

from __future__ import annotations


def counted(n: int, one: str, many: str) -> str:
    """Return `one` or `many` with `{n}` filled in, thousands set apart."""
    return (one if n == 1 else many).format(n=f"{n:,}")
