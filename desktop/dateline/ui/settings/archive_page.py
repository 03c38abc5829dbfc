"""The archive page: how large the library is, how long articles stay that nobody kept, and what would go.

Choosing shows what would go; nothing does before the button is pressed, and never without a backup.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dateline.errors import DatelineError
from dateline.news.change import Change
from dateline.news.retention import Archive, Leaving
from dateline.ui.buttons import Button
from dateline.ui.dates import n_articles
from dateline.ui.known_sentences import failure_words
from dateline.ui.newsroom import Newsroom
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance

_SLOT = "archive"
_MONTHS = (3, 6, 12, 24, 36, 60, 120)


class ArchivePage(QWidget):
    """Shows the archive and lets unkept articles go."""

    #: A sentence on what was done.
    told = Signal(str)

    def __init__(self, appearance: Appearance, tasks: Tasks, newsroom: Newsroom, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._newsroom = newsroom
        self._archive: Archive | None = None
        self.size_now = _line()
        self.months = QComboBox()
        self.months.setAccessibleName(self.tr("Articles that nobody kept stay"))
        self.months.activated.connect(self._ask)
        self.preview = _line()
        self.go = Button(appearance, "", self)
        self.go.setAutoDefault(False)
        self.go.hide()
        self.go.clicked.connect(self._let_go)
        about = _line(
            self.tr(
                "What you starred, tagged, noted, put on a list or corrected always stays, and so does what a saved "
                "search finds. Before anything goes, a backup is made; “dateline restore” goes back to it."
            )
        )
        about.setProperty("kind", "hint")
        name = QLabel(self.tr("Articles that nobody kept stay"))
        name.setBuddy(self.months)
        row = QHBoxLayout()
        row.addWidget(name)
        row.addWidget(self.months)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.size_now)
        column.addLayout(row)
        column.addWidget(self.preview)
        button = QHBoxLayout()
        button.addWidget(self.go)
        button.addStretch(1)
        column.addLayout(button)
        column.addWidget(about)
        column.addStretch(1)
        self._look()

    @property
    def chosen(self) -> int | None:
        """Return the number of months that is chosen, None for ever."""
        months: int | None = self.months.currentData()
        return months

    def _look(self) -> None:
        self._tasks.read(_read_archive, self._take_archive, slot=_SLOT)

    def _take_archive(self, archive: Archive) -> None:
        self._archive = archive
        words = self.tr("{articles}, {size} on the disk").format(
            articles=n_articles(archive.n_articles), size=_size(archive.n_bytes)
        )
        if archive.n_bytes_free:
            free = self.tr("{size} of it free for what comes (“dateline compact” gives it back)")
            words += ", " + free.format(size=_size(archive.n_bytes_free))
        self.size_now.setText(words + ".")
        self.months.clear()
        self.months.addItem(self.tr("for ever"), None)
        own = () if archive.months is None or archive.months in _MONTHS else (archive.months,)
        for months in sorted((*_MONTHS, *own)):
            self.months.addItem(self._time(months), months)
        self.months.setCurrentIndex(self.months.findData(archive.months))
        self.months.setEnabled(not self._tasks.is_read_only)
        self.preview.setText("" if archive.months is None else self.tr("Looked after once a day, after the backup."))
        self.go.hide()

    def _time(self, months: int) -> str:
        if months % 12:
            return self.tr("for {n} months").format(n=months)
        return self.tr("for a year") if months == 12 else self.tr("for {n} years").format(n=months // 12)

    def _ask(self) -> None:
        self.go.hide()
        if self.chosen is not None:
            self.preview.setText(self.tr("Looking what would go…"))
            job = partial(_read_leaving, months=self.chosen, now=datetime.now(UTC))
            self._tasks.read(job, self._take_leaving, slot=_SLOT)
            return
        self.preview.setText("")
        if self._archive is not None and self._archive.months is not None:
            self.go.setText(self.tr("Keep everything"))
            self.go.show()

    def _take_leaving(self, leaving: Leaving) -> None:
        day = QLocale().toString(leaving.before.astimezone().date(), QLocale.FormatType.ShortFormat)  # type: ignore[call-overload]
        words = self.tr("Of {older} older than {day}, {going} would go (about {size}); {kept} were kept and stay.")
        self.preview.setText(
            words.format(
                older=n_articles(leaving.n_older),
                day=day,
                going=n_articles(leaving.n),
                size=_size(leaving.n_bytes),
                kept=n_articles(leaving.n_kept),
            )
        )
        self.go.setText(
            self.tr("Back up and let {going} go").format(going=n_articles(leaving.n))
            if leaving.n
            else self.tr("Let them go from then on")
        )
        self.go.show()

    def _let_go(self) -> None:
        self.go.hide()
        self._tasks.write(partial(_keep_for, months=self.chosen), self._kept, failed=self._failed)

    def _kept(self, _change: Change) -> None:
        if self.chosen is None:
            self.told.emit(self.tr("Everything is kept."))
            self._look()
            return
        self.preview.setText(self.tr("Backing up, then letting go…"))
        self._tasks.follow(self._newsroom.let_go_now(), self._gone, slot="let go", failed=self._failed)

    def _gone(self, n: int) -> None:
        self.told.emit(self.tr("{n} went; a backup from before is kept.").format(n=n_articles(n)) if n else "")
        self._look()

    def _failed(self, error: DatelineError) -> None:
        self.preview.setText(failure_words(error))


def _line(words: str = "") -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    return label


def _size(n_bytes: int) -> str:
    return QLocale().formattedDataSize(n_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _read_archive(connection: Any) -> Archive:
    from dateline.storage import retention

    return retention.archive(connection)


def _read_leaving(connection: Any, months: int, now: datetime) -> Leaving:
    from dateline.storage import retention

    return retention.leaving(connection, months, now)


def _keep_for(connection: Any, months: int | None) -> Change:
    from dateline.storage import retention

    return retention.keep_for(connection, months)
