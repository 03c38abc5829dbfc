"""A verb starts quickly: what it does without is not imported for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

#: What no verb that only reads the library needs.
_OTHERS_NEED = (
    "dateline.analysis",
    "dateline.comparison",
    "dateline.news.handover",
    "dateline.pipeline",
    "dateline.sources.http",
    "dateline.storage.articles",
    "dateline.storage.tables",
    "multiprocessing",
    "PySide6",
    "sqlalchemy",
    "urllib3",
)


@pytest.mark.parametrize("verb", [["--version"], ["list"], ["list", "chips -tariff"], ["quotes"]], ids=" ".join)
def test_what_other_verbs_need_is_not_imported(verb: list[str], tmp_path: Path) -> None:
    given = ["--library", str(tmp_path / "empty.dateline"), "--quiet", *verb]
    script = f"import sys; from dateline.__main__ import main; main({given!r}); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    imported = done.stderr.split()
    assert "dateline.cli.main" in imported
    assert [name for name in imported if name.startswith(_OTHERS_NEED)] == []
