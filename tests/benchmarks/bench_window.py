"""Measure the start: from process start to the first card painted, against an empty PySide6 window of the same run."""

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
from pathlib import Path
from dateline.app import Desk, make_application, network_fetch
from PySide6.QtCore import QTimer
application = make_application(sys.argv)
desk = Desk(Path(sys.argv[1]), network_fetch)
desk.window.resize(1280, 800)
desk.show()
def look():
    model = desk.window.timeline.timeline
    if model.rowCount() and model.card(0) is not None:
        desk.window.grab()
        print("painted", flush=True)
        heavy = {"sqlmodel", "sqlalchemy", "trafilatura", "feedparser"} & set(sys.modules)
        print(" ".join(sorted(heavy)), flush=True)
        os._exit(0)
timer = QTimer()
timer.timeout.connect(look)
timer.start(1)
application.exec()
"""


def main() -> None:
    """Start both in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--articles", type=int, default=2_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.dateline"
        fill(path, asked.articles)
        taken: dict[str, list[float]] = {"empty": [], "dateline": []}
        heavy = ""
        for n in range(asked.rounds + 1):
            for name, script in (("empty", EMPTY), ("dateline", DATELINE)):
                seconds, heavy = start(script, path)
                if n:  # the first round fills the disk cache
                    taken[name].append(seconds * 1000)
    empty, dateline = (statistics.median(taken[name]) for name in ("empty", "dateline"))
    report = {
        "what": "start to first card",
        "unit": "ms",
        "value": round(dateline),
        "empty window": round(empty),
        "ratio": round(dateline / empty, 2),
        "aim": "≤ 1.5",
        "heavy modules before it": heavy,
    }
    print(json.dumps(report, ensure_ascii=False), flush=True)


def start(script: str, path: Path) -> tuple[float, str]:
    """Return the seconds from process start until the window says that it painted, and the heavy modules it had."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "DATELINE_HOME": str(path.parent)}
    began = perf_counter()
    command = [sys.executable, "-c", script, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        seconds = perf_counter() - began
        rest = child.stdout.read().strip()
    if line.strip() != "painted":
        raise SystemExit("A window ended before its first paint.")
    return seconds, rest


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
