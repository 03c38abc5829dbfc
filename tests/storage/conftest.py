"""The shelf that storage's stories stand on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.library import Library
from shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    with Library.open(tmp_path / "library.dateline") as library:
        yield Shelf(library)
