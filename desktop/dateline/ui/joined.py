"""How several facts or sentences become one line, in the interface's language."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from dateline.ui.language import speaks_chinese


def joined(parts: Iterable[str]) -> str:
    """Return the parts that are not empty, as one line: `Paused, 3 new`."""
    return QCoreApplication.translate("joined", ", ").join(part for part in parts if part)


def listed(names: Iterable[str]) -> str:
    """Return names as a list within a sentence: `FT, Bloomberg`; Chinese has a mark of its own for it."""
    return QCoreApplication.translate("joined", ", ", "between names").join(name for name in names if name)


def sentences(parts: Iterable[str]) -> str:
    """Return whole sentences one after the other; those that are empty are left out."""
    return ("" if speaks_chinese() else " ").join(part for part in parts if part)
