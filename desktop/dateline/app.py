"""The window's program: settings → library → newsroom → window. The one file that knows everyone.

Nothing heavy is imported before the first paint; the library's writer and the network's client load when the window
stands.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QLockFile, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from dateline import __version__
from dateline.errors import DatelineError, LibraryInUse
from dateline.library import Library
from dateline.pipeline.newsroom import Newsroom
from dateline.sources.http import Fetch
from dateline.ui.main_window import MainWindow

log = logging.getLogger(__name__)


def run_window(path: Path) -> int:
    """Open the window on a library and return the exit code when the last window is closed."""
    application = make_application(sys.argv)
    sys.excepthook = _show_bug
    try:
        desk = Desk(path, network_fetch)
    except DatelineError as error:
        _show_error(error)
        return 1
    desk.show()
    try:
        return application.exec()
    finally:
        desk.close()


def make_application(arguments: list[str]) -> QApplication:
    """Return Qt's application object with Dateline's name on it."""
    QCoreApplication.setApplicationName("dateline")
    QCoreApplication.setApplicationVersion(__version__)
    QApplication.setApplicationDisplayName("Dateline")
    QApplication.setDesktopFileName("dateline")
    application = QApplication(arguments)
    application.setStyle("Fusion")
    return application


def network_fetch() -> Fetch:
    """Return the client that fetches over the network."""
    from dateline.sources.http import open_client

    return open_client()


class Desk:
    """One window with its library and newsroom; and, once asked for, a second one with the sample coverage.

    Raises:
        LibraryInUse: another window holds the library.
        LibraryError: the library cannot be opened.
    """

    def __init__(self, path: Path, make_fetch: Callable[[], Fetch]) -> None:
        self._lock = _lock_library(path)
        self.library = Library.open(path)
        self.newsroom = Newsroom(self.library, make_fetch)
        self.window = MainWindow(self.library, self.newsroom)
        self.window.sample_wanted.connect(self.open_sample)
        self._sample: Desk | None = None
        self._sample_folder: TemporaryDirectory[str] | None = None

    def show(self) -> None:
        """Show the window; what it does not need for its first paint is loaded after it."""
        self.window.show()
        QTimer.singleShot(400, self.window, self.library.warm_writer)
        QTimer.singleShot(5_000, self.window, self.newsroom.bring_up_to_date)

    def open_sample(self) -> None:
        """Open the sample coverage in a window and a library of its own, thrown away at the end."""
        if self._sample is not None:
            self._sample.window.show()
            self._sample.window.raise_()
            return
        from functools import partial

        from dateline.sources.sample import sample_fetch, sample_sources
        from dateline.storage.settings_rows import mark_as_sample
        from dateline.storage.sources import add_sources

        self._sample_folder = TemporaryDirectory(prefix="dateline-sample-")
        self._sample = Desk(Path(self._sample_folder.name) / "sample.dateline", lambda: sample_fetch)
        self._sample.library.write(mark_as_sample)
        self._sample.library.write(partial(add_sources, new=sample_sources())).result()
        self._sample.show()
        self._sample.newsroom.refresh()

    def close(self) -> None:
        """Close window, newsroom and library, in this order."""
        if self._sample is not None:
            self._sample.close()
        if self._sample_folder is not None:
            with suppress(OSError):
                self._sample_folder.cleanup()
        self.window.close()
        self.newsroom.close()
        self.library.close()
        self._lock.unlock()


def _lock_library(path: Path) -> QLockFile:
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(path) + ".lock")
    lock.setStaleLockTime(0)  # a lock is stale when its process is gone, not when it is old
    if not lock.tryLock(200) and lock.error() is QLockFile.LockError.LockFailedError:
        raise LibraryInUse(
            f"The library {path.name} is open in another Dateline window.",
            "Use that window, or choose another library with --library.",
        )
    return lock


def _show_error(error: DatelineError) -> None:
    box = QMessageBox(QMessageBox.Icon.Critical, "Dateline", error.sentence)
    box.setInformativeText(error.hint)
    box.exec()


def _show_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log what is not an expected failure and show it with its trace; the program goes on."""
    log.critical("Dateline met a bug", exc_info=(kind, error, trace))
    if issubclass(kind, KeyboardInterrupt):
        QCoreApplication.quit()
        return
    box = QMessageBox(
        QMessageBox.Icon.Warning, "Dateline", QCoreApplication.translate("Bug", "Dateline met a bug. Nothing was lost.")
    )
    box.setInformativeText(QCoreApplication.translate("Bug", "The details below help whoever mends it."))
    box.setDetailedText("".join(traceback.format_exception(kind, error, trace)))
    box.exec()
