"""A terminal: verbs go in, answers, messages and an exit code come out."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dateline.cli.main import run_verb


@dataclass(frozen=True)
class Answer:
    """What a verb did."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Terminal = Callable[..., Answer]


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Return `run(verb, …, stdin=…)`; the library and the logins are the test's own."""

    monkeypatch.setenv("DATELINE_HOME", str(tmp_path / "home"))

    def run(*arguments: str, stdin: str | bytes = b"") -> Answer:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        code = run_verb(["--library", str(tmp_path / "library.dateline"), *arguments])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return run
