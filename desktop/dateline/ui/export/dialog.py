"""The Export dialog: a format, what goes along, how it will look, and one line of truth. Writing is done elsewhere.

It asks the newsroom for the preview and for the writing, tells how far that is, and may end it.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QSettings, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QProgressBar, QWidget
from shiboken6 import isValid

from dateline.errors import DatelineError
from dateline.export.escape import file_name
from dateline.export.registry import Uses
from dateline.news.handover import HandedOver, HandoverPreview, HandoverWanted
from dateline.ui.counted import counted
from dateline.ui.dates import n_articles
from dateline.ui.dialog import Dialog
from dateline.ui.export.options import OptionsColumn
from dateline.ui.export.preview import ExportPreview
from dateline.ui.export.targets import VAULT, ZOTERO, Target, targets
from dateline.ui.known_sentences import failure_words, spoken
from dateline.ui.newsroom import Newsroom
from dateline.ui.settings.preferences import Preferences
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance

_FORMAT_KEY, _FOLDER_KEY = "export/format", "export/folder"
_USUAL = "pdf"
_PREVIEW_SLOT = "export.preview"
_SIZE = (940, 640)
_FORMATS_WIDTH = 190
_CHOSEN_MS = 150


class ExportDialog(Dialog):
    """Hands over what is wanted; `done_saying` carries the sentence on what became of it."""

    done_saying = Signal(str)
    _went_on = Signal(object, int, int)  # the run it is of, articles done, of how many

    def __init__(
        self,
        appearance: Appearance,
        tasks: Tasks,
        newsroom: Newsroom,
        settings: QSettings,
        preferences: Preferences,
        wanted: HandoverWanted,
        parent: QWidget,
    ) -> None:
        super().__init__(appearance, "", "", parent, fills_body=True)
        title = self.tr("Export “{title}”").format(title=wanted.title)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self._tasks = tasks
        self._newsroom = newsroom
        self._settings = settings
        self._vault = preferences.vault
        self._wanted = wanted
        self._preview: HandoverPreview | None = None
        self._stop: Event | None = None  # while an export is under way
        self._place = ""  # what the export under way writes to, in words
        self.formats = QListWidget(self)
        self.formats.setProperty("kind", "pages")
        self.formats.setFrameShape(QFrame.Shape.NoFrame)
        self.formats.setFixedWidth(round(_FORMATS_WIDTH * max(1.0, appearance.theme.text_scale)))
        self.formats.setAccessibleName(self.tr("Format"))
        self.formats.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._targets = targets(preferences)
        for target in self._targets:
            QListWidgetItem(target.name, self.formats)
        self.options = OptionsColumn(appearance, settings, self)
        self.preview = ExportPreview(appearance, self)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.progress.hide()
        self._lay_out(parent)
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_CHOSEN_MS)
        self._asking.timeout.connect(self._ask)
        self.formats.currentRowChanged.connect(self._choose)
        self.options.changed.connect(self._choose)
        self._went_on.connect(self._show_progress)
        kept = settings.value(_FORMAT_KEY, _USUAL)
        usual = next((at for at, one in enumerate(self._targets) if one.id == _USUAL), 0)
        self.formats.setCurrentRow(next((at for at, one in enumerate(self._targets) if one.id == kept), usual))
        self.formats.setFocus()
        self._ask()

    @property
    def target(self) -> Target:
        """Where it is to go."""
        return self._targets[max(0, self.formats.currentRow())]

    @property
    def is_writing(self) -> bool:
        """Whether an export is under way."""
        return self._stop is not None

    def choose_format(self, name: str) -> None:
        """Choose a target by its id."""
        self.formats.setCurrentRow([one.id for one in self._targets].index(name))

    def accept(self) -> None:
        """Ask for the file where one is needed, and begin."""
        if self.is_writing or not self.accept_button.isEnabled():
            return
        if not self.target.suffix:
            self.hand_over()
            return
        folder = str(self._settings.value(_FOLDER_KEY, "")) or QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        proposed = str(Path(folder) / file_name(self._wanted.title, self.target.suffix))
        pattern = f"{self.target.name} (*.{self.target.suffix})"
        name, _ = QFileDialog.getSaveFileName(self, self.target.act.rstrip("…"), proposed, pattern)
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Begin to write to a file; it gets the format's ending where it has none."""
        if not path.suffix:
            path = path.with_suffix(f".{self.target.suffix}")
        self._settings.setValue(_FOLDER_KEY, str(path.parent))
        self._start(path.name, partial(self._newsroom.export, self._ask_for(), self.target.id, path))

    def hand_over(self) -> None:
        """Begin to send to Zotero or to write into the vault."""
        if self.target.id == ZOTERO:
            self._start("Zotero", partial(self._newsroom.send_to_zotero, self._ask_for()))
        elif self.target.id == VAULT:
            folder = Path(self._vault)
            self._start(folder.name, partial(self._newsroom.write_to_vault, self._ask_for(), folder))

    def reject(self) -> None:
        """End the export that is under way; where none is, close."""
        if self._stop is None:
            super().reject()
            return
        self._stop.set()
        self._end()
        self.truth.setText(self._stopped_words())

    def showEvent(self, event: QShowEvent) -> None:
        """Set the rows once the style sheet has told how high they are."""
        super().showEvent(event)
        self.formats.doItemsLayout()

    # Parts

    def _lay_out(self, parent: QWidget) -> None:
        columns = QHBoxLayout()
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        left = QWidget(self)
        inset = QHBoxLayout(left)
        inset.setContentsMargins(10, 12, 10, 12)
        inset.addWidget(self.formats)
        left.setProperty("kind", "pages")
        columns.addWidget(left)
        columns.addWidget(self.options)
        columns.addWidget(self.preview, 1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addLayout(columns, 1)
        self.body.addWidget(self.progress)
        room = parent.window()
        width, height = _SIZE
        scale = self.appearance.theme.text_scale
        self.resize(
            min(round(width * max(1.0, scale * 0.9)), room.width() - 40),
            min(round(height * max(1.0, scale * 0.9)), room.height() - 60),
        )

    def _ask_for(self) -> HandoverWanted:
        return replace(self._wanted, options=self.options.options())

    def _choose(self) -> None:
        target = self.target
        self.options.offer(target.uses)
        self.accept_button.setText(target.act)
        self.accept_button.setEnabled(self._preview is not None and self._preview.n > 0)
        self._tell_truth()
        self._asking.start()

    def _ask(self) -> None:
        asked = self._newsroom.preview_export(self._ask_for(), self.target.form)
        self._tasks.follow(asked, self._show, slot=_PREVIEW_SLOT, failed=self._cannot_show)

    def _show(self, preview: HandoverPreview) -> None:
        self._preview = preview
        if preview.n:
            self.preview.show_preview(preview)
        else:
            self.preview.say(self.tr("There is nothing here to export."))
        if not self.is_writing:
            self.accept_button.setEnabled(preview.n > 0)
            self._tell_truth()

    def _cannot_show(self, error: DatelineError) -> None:
        self._preview = None
        self.preview.say(failure_words(error))
        self.accept_button.setEnabled(False)
        self.truth.setText(spoken(error.sentence))

    def _tell_truth(self) -> None:
        """Say what goes out: how many articles, how many of them not whole, and whether the outlets' texts go along."""
        found = self._preview
        if found is None:
            self.truth.clear()
            return
        parts = [n_articles(found.n)]
        n_partial = found.n - found.n_full
        if n_partial:
            one = self.tr("{n} is not in full text and goes out as such")
            many = self.tr("{n} are not in full text and go out as such")
            parts.append(counted(n_partial, one, many))
        if Uses.TEXT in self.target.uses and self.options.text.isChecked():
            parts.append(self.tr("the outlets' full text goes along"))
        self.truth.setText(self.tr("; ").join(parts) + self.tr("."))

    # Under way

    def _start(self, place: str, begin: Callable[..., Future[HandedOver]]) -> None:
        self.options.keep()
        self._settings.setValue(_FORMAT_KEY, self.target.id)
        self._place = place
        stop = self._stop = Event()
        self._switch(is_writing=True)
        self.progress.setRange(0, 0)
        self.truth.setText(self.tr("Writing…"))

        def tell(n_done: int, n: int) -> None:
            # Runs in the export's thread.
            if isValid(self):
                self._went_on.emit(stop, n_done, n)

        future = begin(tell=tell, is_wanted=lambda: not stop.is_set())
        # No slot: an export that was ended and another begun are told apart by their own events.
        self._tasks.follow(future, partial(self._done, stop), slot="", failed=partial(self._failed, stop))

    def _show_progress(self, run: Event, n_done: int, n: int) -> None:
        if run is not self._stop:
            return
        if n_done >= n:
            self.progress.setRange(0, 0)
            self.truth.setText(self.tr("Finishing {place}…").format(place=self._place))
        else:
            self.progress.setRange(0, n)
            self.progress.setValue(n_done)
            self.truth.setText(self.tr("Writing {some} of {all}").format(some=f"{n_done:,}", all=f"{n:,}"))

    def _done(self, run: Event, done: HandedOver) -> None:
        if run is not self._stop:
            return
        self._end()
        said = self.tr("{n} written to {place}.").format(n=n_articles(done.n), place=self._place)
        if self.target.id == ZOTERO:
            said = self.tr("{n} sent to Zotero.").format(n=n_articles(done.n))
        if done.n_kept:
            one = self.tr("1 note that you changed was left as it is.")
            many = self.tr("{n} notes that you changed were left as they are.")
            said = f"{said} {counted(done.n_kept, one, many)}"
        self.done_saying.emit(said)
        super().accept()

    def _failed(self, run: Event, error: DatelineError) -> None:
        if run is self._stop:
            self._end()
            self.truth.setText(failure_words(error))

    def _end(self) -> None:
        self._stop = None
        self._switch(is_writing=False)

    def _switch(self, *, is_writing: bool) -> None:
        for widget in (self.formats, self.options):
            widget.setEnabled(not is_writing)
        self.accept_button.setEnabled(not is_writing)
        self.progress.setVisible(is_writing)
        self.cancel_button.setText(self.tr("Stop") if is_writing else self.tr("Cancel"))
        if is_writing:
            self.cancel_button.setFocus()
        else:
            self.accept_button.setFocus()

    def _stopped_words(self) -> str:
        if self.target.id == ZOTERO:
            return self.tr("Stopped. What Zotero has by now stays there.")
        if self.target.id == VAULT:
            return self.tr("Stopped. Notes that are written stay.")
        return self.tr("Stopped. No file was written.")
