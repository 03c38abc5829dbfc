"""Dateline ended and started anew on the same library: for what is in force from a start on, as the language."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

#: What the event loop ends with where a new start is wanted.
START_AGAIN = 64


def start_again() -> None:
    """End the event loop; whoever ran it closes the library, so that the new start can open it."""
    QCoreApplication.exit(START_AGAIN)


def start_on(library: Path) -> bool:
    """Start Dateline on a library that nobody holds any more; False where it could not be started."""
    # A frozen bundle is its own interpreter, and runs Dateline and nothing else.
    module = [] if getattr(sys, "frozen", False) else ["-m", "dateline"]
    from PySide6.QtCore import QProcess

    return QProcess.startDetached(sys.executable, [*module, "--library", str(library)])[0]
