"""The binding to Qt itself: some releases of it lose references (docs/decisions/0002-pyside-below-6.12.md)."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication


def test_calls_that_return_nothing_lose_no_reference_to_none(qapp: QApplication) -> None:
    before = sys.getrefcount(None)
    for _ in range(500):
        qapp.processEvents()
    assert sys.getrefcount(None) > before - 250
