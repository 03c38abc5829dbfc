"""The loopback stand-in for the internet, where it lies beside the checkout: started once, reset for every test."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SERVER = Path(__file__).parents[2] / "shared" / "newsstand" / "serve.py"


@dataclass(frozen=True)
class Newsstand:
    """A running newsstand."""

    url: str

    def at(self, path: str) -> str:
        """Return the address of a path."""
        return self.url + path

    def control(self, command: str, **parameters: Any) -> None:
        """Give an order: `reset`, `poll`, `fail` …"""
        query = urllib.parse.urlencode(parameters)
        urllib.request.urlopen(f"{self.url}/_control/{command}?{query}", data=b"").close()

    def asked(self, path: str = "") -> list[dict[str, Any]]:
        """Return the requests seen since the reset, those whose path begins with `path`."""
        query = urllib.parse.urlencode({"path": path} if path else {})
        with urllib.request.urlopen(f"{self.url}/_control/log?{query}") as answer:
            seen: list[dict[str, Any]] = json.loads(answer.read())["requests"]
        return seen


@contextmanager
def open_newsstand() -> Iterator[Newsstand]:
    """Start a newsstand on a free port and end it afterwards."""
    server = subprocess.Popen(
        [sys.executable, str(_SERVER), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert server.stdout is not None
    try:
        yield Newsstand(json.loads(server.stdout.readline())["url"])
    finally:
        server.terminate()
        server.wait()
        server.stdout.close()
