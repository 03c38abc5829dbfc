"""Measure whether the window waits: gaps of its event loop while idle, scrolling a large library and refreshing feeds.

A heartbeat of one millisecond is missed for as long as something else has the UI thread. What the machine itself does
to a heartbeat stands beside it: an empty PySide6 window in the same minutes, and the thread's own processor time
between two beats ("busy"), which a machine with other work does not stretch. `--who` names what had the thread for
longer than a frame, by looking at its stack from another thread; it slows the window, so figures are taken without it.

Of the scrolling it also says how many cards came to be painted in a frame's time: those that were drawn ahead and those
that were not, as they came.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from threading import Event, Thread, get_ident
from time import perf_counter, thread_time
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser
from tests.benchmarks.bench_refresh import SERVER, load_server
from tests.benchmarks.bench_window import fill

from dateline.app import Desk, make_application, network_fetch
from dateline.news.feed import NewSource
from dateline.storage import sources
from dateline.ui.timeline.delegate import CardDelegate

T = TypeVar("T")

FRAME_MS = 16.0


class Beat(NamedTuple):
    """What lay between two heartbeats, in milliseconds: of the clock, and of the thread's work."""

    gap: float
    busy: float


def main() -> None:
    """Record idle, scrolling and refreshing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000, help="articles in the library (default 20,000)")
    parser.add_argument("--library", type=Path, help="scroll this library, and refresh nothing")
    parser.add_argument("--feeds", type=int, default=100, help="feeds to refresh (default 100)")
    parser.add_argument("--items", type=int, default=20, help="items in each (default 20)")
    parser.add_argument("--seconds", type=float, default=6.0, help="how long to look at each (default 6)")
    parser.add_argument("--most", type=float, default=60.0, help="seconds of the refresh to look at (default 60)")
    parser.add_argument("--who", action="store_true", help="name what had the thread")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder, ExitStack() as open_:
        os.environ["DATELINE_HOME"] = folder
        tell("empty window, idle", empty_window(asked.seconds))
        path = asked.library or Path(folder) / "gaps.dateline"
        if asked.library is None:
            fill(path, asked.articles)
        painting = Painting()
        desk = Desk(path, network_fetch)
        desk.window.resize(1440, 900)
        desk.show()
        wait_until(lambda: desk.window.timeline.timeline.is_whole and desk.window.settling.is_done)
        watch = partial(record, names=Counter() if asked.who else None)
        run_for(1.5)  # what is loaded after the first paint
        tell("idle", *watch(lambda: run_for(asked.seconds)))
        painting.begin()
        beats, names = watch(lambda: scroll(desk, asked.seconds))
        n_rows = desk.window.timeline.timeline.rowCount()
        tell("scrolling", beats, names, articles=n_rows)
        print(json.dumps(painting.told() | {"articles": n_rows}), flush=True)
        if asked.library is None and SERVER.exists():
            host = open_.enter_context(load_server(asked.feeds, asked.items))
            new = tuple(NewSource(f"{host}/feed/{n}.xml", f"Desk {n}") for n in range(asked.feeds))
            desk.library.write(partial(sources.add_sources, new=new)).result()
            tell(
                "refreshing",
                *watch(lambda: refresh(desk, asked.most)),
                feeds=asked.feeds,
                read=desk.window.refreshing.n_pages_done,
            )
        desk.close()
    application.quit()


class Painting:
    """Counts the cards that the list paints and draws, and the thread's time for both. Make it before the window."""

    def __init__(self) -> None:
        self.begin()
        CardDelegate.paint = self._watched(CardDelegate.paint, "painted")  # type: ignore[method-assign]
        CardDelegate._draw = self._watched(CardDelegate._draw, "drawn")  # type: ignore[method-assign]
        CardDelegate.paint_ahead = self._watched(CardDelegate.paint_ahead, "ahead")  # type: ignore[method-assign]

    def begin(self) -> None:
        """Count from here."""
        self.n: Counter[str] = Counter()
        self.ms: Counter[str] = Counter()

    def told(self) -> dict[str, object]:
        """Return the cards painted in a frame's time, and the same with the time in which they were drawn ahead."""
        in_frames, ahead = self.ms["painted"], self.ms["ahead"]
        return {
            "what": "cards painted in a frame's time, scrolling",
            "value": round(self.n["painted"] / in_frames * FRAME_MS),
            "with what was drawn ahead": round(self.n["painted"] / (in_frames + ahead) * FRAME_MS),
            "painted": self.n["painted"],
            "drawn": self.n["drawn"],
            "ms to draw one": round(self.ms["drawn"] / max(1, self.n["drawn"]), 2),
            "aim": "≥ 120",
        }

    def _watched(self, call: Callable[..., T], name: str) -> Callable[..., T]:
        def watched(*arguments: object) -> T:
            began = thread_time()
            try:
                return call(*arguments)
            finally:
                self.n[name] += 1
                self.ms[name] += (thread_time() - began) * 1000

        return watched


def tell(what: str, beats: list[Beat], names: Counter[str] | None = None, **more: object) -> None:
    """Print the gaps of one phase, in milliseconds."""
    gaps, busy = sorted(beat.gap for beat in beats), sorted(beat.busy for beat in beats)
    told = {
        "what": f"event loop, {what}",
        "unit": "ms",
        **_spread("", gaps),
        **_spread("busy ", busy),
        "over a frame": sum(one > FRAME_MS for one in busy),
        "beats": len(beats),
        "aim": "busy p99 < 16",
    }
    print(json.dumps(told | more), flush=True)
    for name, n in (names or Counter()).most_common(15):
        print(f"  {n:4d} × {name}", flush=True)


def _spread(name: str, ordered: list[float]) -> dict[str, float]:
    parts = {"p50": ordered[len(ordered) // 2], "p99": ordered[len(ordered) * 99 // 100], "max": ordered[-1]}
    return {name + part: round(value, 2) for part, value in parts.items()}


def record(act: Callable[[], None], names: Counter[str] | None = None) -> tuple[list[Beat], Counter[str] | None]:
    """Return what lay between heartbeats while an act went on, and who had the thread in the long ones."""
    beats: list[Beat] = []
    last, worked = perf_counter(), thread_time()

    def beat() -> None:
        nonlocal last, worked
        now, work = perf_counter(), thread_time()
        beats.append(Beat((now - last) * 1000, (work - worked) * 1000))
        last, worked = now, work

    heart = QTimer()
    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.timeout.connect(beat)
    heart.start(1)
    stop, ui_thread = Event(), get_ident()

    def look() -> None:
        assert names is not None
        seen = 0.0
        while not stop.wait(0.004):
            if perf_counter() - last > FRAME_MS / 1000 and seen != last:
                seen = last
                names[_place(ui_thread)] += 1

    watcher = Thread(target=look)
    if names is not None:
        watcher.start()
    act()
    stop.set()
    if names is not None:
        watcher.join()
    heart.stop()
    return beats, names


def _place(thread: int) -> str:
    """Return the calls of Dateline's own that a thread is in, the innermost first."""
    frame = sys._current_frames().get(thread)
    calls: list[str] = []
    while frame is not None and len(calls) < 4:
        path = frame.f_code.co_filename
        if "dateline" in path:
            calls.append(f"{Path(path).name}:{frame.f_lineno} {frame.f_code.co_name}")
        frame = frame.f_back
    return " < ".join(calls)


def run_for(seconds: float) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def wait_until(is_so: Callable[[], bool], most_seconds: float = 60) -> None:
    """Let the event loop run until something is so, or for so many seconds."""
    loop = QEventLoop()
    QTimer.singleShot(round(most_seconds * 1000), loop, loop.quit)
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if is_so() else None)
    timer.start(5)
    loop.exec()
    timer.stop()


def scroll(desk: Desk, seconds: float) -> None:
    """Scroll through the whole library, a third of a page a frame, and jump now and then."""
    bar = desk.window.timeline.view.verticalScrollBar()
    n = 0

    def step() -> None:
        nonlocal n
        n += 1
        jump = 0 if n % 60 else (n * 7919 * bar.pageStep()) % max(1, bar.maximum())
        bar.setValue((bar.value() + bar.pageStep() // 3 + jump) % max(1, bar.maximum()))

    timer = QTimer()
    timer.timeout.connect(step)
    timer.start(round(FRAME_MS))
    run_for(seconds)
    timer.stop()


def refresh(desk: Desk, most_seconds: float) -> None:
    """Refresh every source until its pages are read, or for as long as is looked at most."""
    refreshing = desk.window.refreshing
    refreshing.start()
    wait_until(lambda: refreshing.is_running)
    wait_until(lambda: not refreshing.is_running, most_seconds)
    refreshing.stop()


def empty_window(seconds: float) -> list[Beat]:
    """Return the gaps of a window that does nothing."""
    window = QMainWindow()
    window.setCentralWidget(QTextBrowser())
    window.show()
    QApplication.processEvents()
    beats, _ = record(lambda: run_for(seconds))
    window.close()
    return beats


if __name__ == "__main__":
    main()
