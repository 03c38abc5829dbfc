"""Measure the start: from process start to the first card painted, against an empty PySide6 window of the same run.

It takes the way of `dateline` without a verb, step by step, so that the first card can be waited for.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter

from dateline.library import Library
from dateline.news.library_view import ImportRow
from dateline.storage import articles

EMPTY = """
import os, sys
from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow, QTextBrowser, QSplitter, QToolBar
application = QApplication(sys.argv)
window = QMainWindow()
window.addToolBar(QToolBar())
panes = QSplitter()
panes.addWidget(QListWidget())
panes.addWidget(QTextBrowser())
window.setCentralWidget(panes)
window.resize(1280, 800)
window.show()
application.processEvents()
window.grab()
print("painted", flush=True)
os._exit(0)
"""

DATELINE = """
import os, sys
from dateline.cli.opening import open_request
request = open_request([])
from dateline.app import Desk, make_application, network_fetch
from dateline.ui.language import remembered_language, speak
from dateline.ui.window_settings import open_settings
application = make_application(sys.argv)
speak(application, remembered_language(open_settings()))
desk = Desk(request.library, network_fetch)
desk.window.resize(1280, 800)
desk.show()
def look():
    desk.window.grab()
    print("painted", flush=True)
    heavy = {"sqlmodel", "sqlalchemy", "trafilatura", "feedparser"} & set(sys.modules)
    print(" ".join(sorted(heavy)), flush=True)
    os._exit(0)
desk.window.timeline.timeline.begun.connect(look)
application.exec()
"""


def main() -> None:
    """Start both in turn, with each library."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000], help="sizes of the libraries to start with")
    parser.add_argument("--library", type=Path, action="append", default=[], help="start with this one too (repeat)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        libraries = list(asked.library)
        for n in asked.articles:
            libraries.append(Path(folder) / f"{n}.dateline")
            fill(libraries[-1], n)
        for library in libraries:
            print(json.dumps(compare(library, Path(folder), asked.rounds), ensure_ascii=False), flush=True)


def compare(library: Path, home: Path, rounds: int) -> dict[str, object]:
    """Return how long both take, as medians: by the clock, and in processor time, which other work stretches less."""
    clock: dict[str, list[float]] = {"empty": [], "dateline": []}
    busy: dict[str, list[float]] = {"empty": [], "dateline": []}
    heavy = ""
    for n in range(rounds + 1):
        for name, script in (("empty", EMPTY), ("dateline", DATELINE)):
            seconds, worked, heavy = start(script, library, home)
            if n:  # the first round fills the disk cache, and compiles
                clock[name].append(seconds * 1000)
                busy[name].append(worked * 1000)
    empty, dateline = (statistics.median(clock[name]) for name in ("empty", "dateline"))
    empty_busy, dateline_busy = (statistics.median(busy[name]) for name in ("empty", "dateline"))
    return {
        "what": f"start to first card, {library.stem}",
        "unit": "ms",
        "value": round(dateline),
        "empty window": round(empty),
        "ratio": round(dateline / empty, 2),
        "busy": round(dateline_busy),
        "empty window busy": round(empty_busy),
        "busy ratio": round(dateline_busy / empty_busy, 2),
        "aim": "≤ 1.5",
        "heavy modules before it": heavy,
    }


def start(script: str, library: Path, home: Path) -> tuple[float, float, str]:
    """Return the seconds until the window says that it painted, those of work, and the heavy modules it had."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "DATELINE_HOME": str(home),
        "DATELINE_LIBRARY": str(library),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = os.times()
    began = perf_counter()
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        seconds = perf_counter() - began
        rest = child.stdout.read().strip()
    after = os.times()
    if line.strip() != "painted":
        raise SystemExit("A window ended before its first paint.")
    worked = after.children_user + after.children_system - before.children_user - before.children_system
    return seconds, worked, rest


def fill(path: Path, n: int) -> None:
    """Make a library of `n` articles."""
    first = datetime(2025, 11, 1, tzinfo=UTC)
    rows = [
        ImportRow(
            f"https://paper.example/{k}",
            f"paper.example/{k}",
            f"Licences for AI chips are in doubt again {k}",
            "The Commerce Department said on Monday that chips need a licence. " * 8,
            outlet="ft" if k % 2 else "guancha",
            lang="en",
            published_at=first + timedelta(minutes=7 * k),
        )
        for k in range(n)
    ]
    with Library.open(path) as library:
        library.write(partial(articles.import_articles, rows=rows)).result()


if __name__ == "__main__":
    main()
