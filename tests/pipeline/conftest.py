"""The room that the pipeline's stories play in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.library import Library
from press import Press, Room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    library = Library.open(tmp_path / "library.dateline")
    yield Room(library, Press())
    library.close()
