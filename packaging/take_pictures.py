"""Take the pictures of README and docs anew: a real window on the sample coverage, into docs/pictures/.

    make pictures

Without a display it starts itself again on a virtual screen (Xvfb). Each picture is taken in a process of its own, so
that scaling and language are what a fresh start shows. Nothing is fetched: the sample coverage goes through the real
pipeline from files.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
_PATIENCE_SECONDS = 60.0


@dataclass(frozen=True)
class Scene:
    """One picture. `query` and `title` choose what is open; `screen` names an attribute of the window."""

    name: str
    query: str = "topic:us-china-ai"
    title: str = ""
    scheme: str = "light"
    language: str = "en"
    scale: str = "1"
    size: tuple[int, int] = (1440, 900)
    density: str = "comfortable"
    contrast: str = "normal"
    screen: str = "reading"
    n_quote: int = 0  # press Q so often
    opens_story: bool = False  # the first card's


SCENES = (
    Scene("main-light", title="The AI race", n_quote=3, opens_story=True),
    Scene("main-dark", title="DeepSeek", scheme="dark"),
    Scene("chinese-light", query="lang:zh", title="黄仁勋"),
    Scene("chinese-dark", query="lang:zh", title="梁文锋", scheme="dark"),
    Scene("chinese-interface-light", title="nanoseconds behind", language="zh", n_quote=1),
    Scene("chinese-interface-dark", query="lang:zh", title="梁文锋", scheme="dark", language="zh"),
    Scene("narrow", size=(1000, 720), density="compact", title="Huang"),
    Scene("scaled-150", scale="1.5", size=(1440, 900), title="Huang"),
    Scene("sources", screen="sources"),
    Scene("quotes", screen="quotes"),
    Scene("lexicon-dark", screen="lexicon", scheme="dark", title="Hours after"),
    Scene("comparison", screen="comparison", title="The AI race", opens_story=True),
    Scene("quotes-chinese-150", screen="quotes", language="zh", scale="1.5", size=(2100, 1350)),
    Scene("sources-chinese-150-dark", screen="sources", scheme="dark", language="zh", scale="1.5", size=(2100, 1350)),
    Scene("high-contrast", title="The AI race", contrast="high", n_quote=2, opens_story=True),
)


def main() -> int:
    """Take every picture, or those named on the command line."""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        return _on_virtual_screen()
    if len(sys.argv) == 3 and sys.argv[1] == "--take":
        _take(next(scene for scene in SCENES if scene.name == sys.argv[2]))
        return 0
    wanted = [scene for scene in SCENES if not sys.argv[1:] or scene.name in sys.argv[1:]]
    PICTURES.mkdir(parents=True, exist_ok=True)
    code = 0
    for scene in wanted:
        environment = {**os.environ, "QT_SCALE_FACTOR": scene.scale, "TZ": "UTC"}
        command = [sys.executable, __file__, "--take", scene.name]
        code |= subprocess.run(command, env=environment, check=False).returncode
    return code


def _on_virtual_screen() -> int:
    starter = shutil.which("xvfb-run")
    if starter is None:
        print("There is no display, and xvfb-run is missing: install the package xvfb.", file=sys.stderr)
        return 1
    screen = ["-a", "-s", "-screen 0 2400x1500x24"]
    return subprocess.run([starter, *screen, sys.executable, __file__, *sys.argv[1:]], check=False).returncode


def _take(scene: Scene) -> None:
    with TemporaryDirectory(prefix="dateline-pictures-") as folder:
        os.environ["DATELINE_HOME"] = folder
        _settle(Path(folder), scene)
        from dateline.app import make_application
        from dateline.library import Library
        from dateline.pipeline.newsroom import Newsroom
        from dateline.pipeline.sample import gather_sample
        from dateline.sources.sample import sample_fetch
        from dateline.ui.language import Language, speak
        from dateline.ui.main_window import MainWindow

        application = make_application([sys.argv[0]])
        # Before the window is made: its words are put into it as it is built.
        speak(application, Language(scene.language))
        with Library.open(Path(folder) / "sample.dateline") as library:
            gather_sample(library, tell=lambda _: None)
            newsroom = Newsroom(library, lambda: sample_fetch)
            window = MainWindow(library, newsroom)
            scale = float(scene.scale)
            window.resize(round(scene.size[0] / scale), round(scene.size[1] / scale))
            window.move(0, 0)
            window.show()
            _arrange(application, window, scene)
            picture = application.primaryScreen().grabWindow(0, 0, 0, window.width(), window.height())
            picture.save(str(PICTURES / f"{scene.name}.png"))
            window.close()
            newsroom.close()
    print(f"{scene.name}.png", flush=True)


def _settle(home: Path, scene: Scene) -> None:
    """Write the settings that a user would have chosen."""
    from PySide6.QtCore import QSettings

    config = home / "config"
    config.mkdir(parents=True)
    settings = QSettings(str(config / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("appearance/scheme", scene.scheme)
    settings.setValue("appearance/density", scene.density)
    settings.setValue("appearance/contrast", scene.contrast)
    settings.setValue("appearance/language", scene.language)
    settings.setValue("window/filter", scene.query)
    settings.sync()


def _arrange(application: object, window: object, scene: Scene) -> None:
    from typing import Any

    from dateline.ui.screens import Screen

    app: Any = application
    shown: Any = window
    model = shown.timeline.timeline

    def until(is_so: Callable[[], bool]) -> None:
        end = monotonic() + _PATIENCE_SECONDS
        while not is_so():
            if monotonic() > end:
                raise TimeoutError(f"The picture {scene.name} could not be arranged.")
            app.processEvents()

    def rest(seconds: float) -> None:
        end = monotonic() + seconds
        while monotonic() < end:
            app.processEvents()

    def row_titled(words: str) -> int:
        cards = enumerate(model.card(row) for row in range(model.rowCount()))
        return next((row for row, card in cards if card is not None and words in card.title), -1)

    until(lambda: model.is_whole and shown.sidebar.is_filled)
    until(lambda: all(model.card(row) is not None for row in range(min(model.rowCount(), 12))))
    if scene.title:
        if scene.opens_story:
            # The newest article of a story stands for it; the others come out under it.
            model.unfold(model.id_at(0), is_open=True)
            until(lambda: model.is_unfolded(model.id_at(0)) and row_titled(scene.title) >= 0)
        until(lambda: row_titled(scene.title) >= 0)
        shown.timeline.view.select(row_titled(scene.title))
        until(lambda: shown.reader.page is not None)
        rest(0.5)
        for _ in range(scene.n_quote):
            shown.reader.next_quote()
    if scene.screen == Screen.COMPARISON:
        shown.across.compare()
        until(lambda: shown.screens.on_show is Screen.COMPARISON)
    elif scene.screen != Screen.READING:
        shown.show_screen(Screen(scene.screen))
    if scene.screen == Screen.QUOTES:
        until(lambda: len(shown.across.quotes.view.rows) > 1)
        shown.across.quotes.view.step(1)
    if scene.screen == Screen.LEXICON:
        until(lambda: shown.lexicon.screen.terms.topic is not None)
    rest(2.0)  # names of people come once the lexicon is read


if __name__ == "__main__":
    raise SystemExit(main())
