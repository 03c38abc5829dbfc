"""The window's program: settings → library → newsroom → window. The one file that knows everyone.

Nothing heavy is imported before the first paint; the library's writer, the network's client and what a second start
rings at are loaded when the window stands.
"""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import dateline.ui.lean_pyside  # noqa: F401 # isort: skip - before PySide6 is imported
from PySide6.QtCore import QCoreApplication, QLockFile, QTimer
from PySide6.QtWidgets import QApplication

from dateline import __version__
from dateline.errors import DamagedLibrary, DatelineError, LibraryInUse, NewerLibrary
from dateline.ui.language import remembered_language, speak
from dateline.ui.start_again import START_AGAIN, start_on
from dateline.ui.style_sheet import FUSION
from dateline.ui.window_settings import open_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future
    from tempfile import TemporaryDirectory
    from types import TracebackType

    from dateline.pipeline.safe_keeping import SafeKeeping
    from dateline.sources.http import Fetch
    from dateline.ui.one_window import Doorbell

log = logging.getLogger(__name__)

_LOOK_FOR_BACKUP_MS = 6 * 3_600_000
#: How long another thread may go on where the window's wants a turn; Python's own 5 ms is a third of a frame.
_TURN_SECONDS = 0.001


def run_window(path: Path, wanted: Sequence[str] = ()) -> int:
    """Open the window on a library, and in it files and links; return the exit code when the last window is closed.

    Where a window stands on the library already, it comes to the front and opens them.
    """
    application = make_application(sys.argv)
    speak(application, remembered_language(open_settings()))
    sys.excepthook = _show_bug
    while True:
        try:
            desk = _open_desk(path)
            break
        except DatelineError as error:
            if isinstance(error, LibraryInUse) and _hand_over(path, wanted):
                return 0
            way_on = choose_way_on(error, path)
            if way_on is None:
                return 1
            path = way_on
    if desk is None:
        return 1
    desk.show()
    if wanted:
        desk.window.opening.open(wanted)
    desk.keep_safe()
    try:
        code = application.exec()
    finally:
        desk.close()
    if code == START_AGAIN:
        return 0 if start_on(path) else 1
    return code


def _hand_over(path: Path, wanted: Sequence[str]) -> bool:
    from dateline.ui.one_window import hand_over

    return hand_over(path, wanted)


def _open_desk(path: Path) -> Desk | None:
    """Return the desk on a library; of a damaged one, offer the newest backup. None where the user wants neither."""
    try:
        return Desk(path, network_fetch)
    except DamagedLibrary as error:
        if not error.backup:
            raise
        if not wants_backup(error):
            return None
        from dateline.storage.backup import restore

        restore(path, Path(error.backup), datetime.now(UTC))
        return Desk(path, network_fetch)


def make_application(arguments: list[str]) -> QApplication:
    """Return Qt's application object with Dateline's name on it."""
    QCoreApplication.setApplicationName("dateline")
    QCoreApplication.setApplicationVersion(__version__)
    QApplication.setApplicationDisplayName("Dateline")
    QApplication.setDesktopFileName("dateline")
    sys.setswitchinterval(_TURN_SECONDS)
    # As an argument: `setStyle` answers with the style, and to make a QStyle of Python's is 15 ms of the start.
    application = QApplication([*arguments, "-style", "fusion"])
    application.setProperty(FUSION, "yes")
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

    def __init__(self, path: Path, make_fetch: Callable[[], Fetch], *, is_sample: bool = False) -> None:
        from dateline.library import Library
        from dateline.pipeline.newsroom import Newsroom
        from dateline.ui.main_window import MainWindow

        self._lock = _lock_library(path)
        try:
            self.library = Library.open(path)
        except DatelineError:
            self._lock.unlock()  # at once: the library is opened again when the user has found a way on
            raise
        self.newsroom = Newsroom(self.library, make_fetch)
        self.window = MainWindow(self.library, self.newsroom, is_sample=is_sample)
        self.window.sample_wanted.connect(self.open_sample)
        self.window.settling.done.connect(self._settle)
        self._doorbell: Doorbell | None = None
        self._sample: Desk | None = None
        self._sample_folder: TemporaryDirectory[str] | None = None

    def show(self) -> None:
        """Show the window; what it does not need for its first paint is loaded after it."""
        self.window.show()

    def _settle(self) -> None:
        from dateline.ui.one_window import Doorbell
        from dateline.ui.tidying import Tidying

        Tidying(self.window)
        self._doorbell = Doorbell(self.library.path, self.window)
        self._doorbell.rang.connect(self._come_forward)
        self.window.tell_of_typefaces()
        if self.library.is_on_network:
            self.window.tell_of_network()
        if self.library.is_read_only:
            return
        QTimer.singleShot(400, self.window, self.library.warm_writer)
        QTimer.singleShot(5_000, self.window, self.newsroom.bring_up_to_date)
        QTimer.singleShot(5_000, self.window, self.newsroom.look_at_folder)

    def _come_forward(self, wanted: list[str]) -> None:
        self.window.come_forward()
        self.window.opening.open(wanted)

    def keep_safe(self) -> None:
        """Back the library up once a day while the window stands; one that nobody can change needs none."""
        if self.library.is_read_only:
            return
        self._safe_keeping = QTimer(self.window)
        self._safe_keeping.setInterval(_LOOK_FOR_BACKUP_MS)
        self._safe_keeping.timeout.connect(self._back_up)
        self._safe_keeping.start()
        QTimer.singleShot(60_000, self.window, self._back_up)

    def _back_up(self) -> None:
        def tell(made: Future[SafeKeeping]) -> None:
            error = None if made.cancelled() else made.exception()
            if isinstance(error, DatelineError):
                log.warning("%s", error)

        self.newsroom.keep_safe().add_done_callback(tell)

    def open_sample(self) -> None:
        """Open the sample coverage in a window and a library of its own, thrown away at the end."""
        if self._sample is not None:
            self._sample.window.show()
            self._sample.window.raise_()
            return
        from functools import partial
        from tempfile import TemporaryDirectory

        from dateline.sources.sample import sample_fetch, sample_sources
        from dateline.storage.settings_rows import mark_as_sample
        from dateline.storage.sources import add_sources

        self._sample_folder = TemporaryDirectory(prefix="dateline-sample-", ignore_cleanup_errors=True)
        self._sample = Desk(Path(self._sample_folder.name) / "sample.dateline", lambda: sample_fetch, is_sample=True)
        self._sample.library.write(mark_as_sample)
        self._sample.library.write(partial(add_sources, new=sample_sources())).result()
        self._sample.show()
        self._sample.newsroom.refresh()

    def close(self) -> None:
        """Close window, newsroom and library, in this order."""
        if self._sample is not None:
            self._sample.close()
        if self._sample_folder is not None:
            self._sample_folder.cleanup()
        if self._doorbell is not None:
            self._doorbell.close()
        self.window.leave()
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


def wants_backup(error: DamagedLibrary) -> bool:
    """Say that the library is damaged, and ask whether to go back to its newest backup."""
    from PySide6.QtWidgets import QMessageBox

    from dateline.ui.chosen_looks import remembered_appearance
    from dateline.ui.known_sentences import spoken

    looks = remembered_appearance(open_settings())  # there is no window yet that would have dressed it
    box = QMessageBox(QMessageBox.Icon.Critical, "Dateline", spoken(error.sentence))
    box.setFont(looks.theme.font("control"))
    made = datetime.fromtimestamp(Path(error.backup).stat().st_mtime, UTC).astimezone()
    box.setInformativeText(
        QCoreApplication.translate("Damaged", "There is a backup of {day}. The damaged file is kept beside it.").format(
            day=f"{made:%Y-%m-%d %H:%M}"
        )
        + "\n"
        + QCoreApplication.translate(
            "Damaged", "Close this and run “dateline doctor --repair” to save what was added since."
        )
    )
    yes = box.addButton(
        QCoreApplication.translate("Damaged", "Go back to the backup"), QMessageBox.ButtonRole.AcceptRole
    )
    box.addButton(QMessageBox.StandardButton.Close)
    box.exec()
    return box.clickedButton() is yes


def choose_way_on(error: DatelineError, path: Path) -> Path | None:
    """Say why the library cannot be opened, and return the one to open next; None where the user gives up.

    It is the same one again where that may change, or another one.
    """
    from PySide6.QtWidgets import QFileDialog, QMessageBox

    from dateline.ui.chosen_looks import remembered_appearance
    from dateline.ui.known_sentences import spoken

    looks = remembered_appearance(open_settings())  # there is no window yet that would have dressed it
    box = QMessageBox(QMessageBox.Icon.Critical, "Dateline", spoken(error.sentence))
    box.setFont(looks.theme.font("control"))
    box.setInformativeText(spoken(error.hint))
    again = None
    if not isinstance(error, DamagedLibrary | NewerLibrary):
        again = box.addButton(QCoreApplication.translate("Opening", "Try again"), QMessageBox.ButtonRole.AcceptRole)
    name = QCoreApplication.translate("Opening", "Choose another library…")
    other = box.addButton(name, QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.exec()
    if box.clickedButton() is other:
        kinds = QCoreApplication.translate("Opening", "Libraries (*.dateline);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(None, name.rstrip("…"), str(path.parent), kinds)
        return Path(chosen) if chosen else path  # who chose none is told again why
    return path if again is not None and box.clickedButton() is again else None


def _show_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log what is not an expected failure and show it with its trace; the program goes on."""
    import traceback

    from PySide6.QtWidgets import QMessageBox

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
