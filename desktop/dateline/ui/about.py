"""About Dateline: versions, where the library lies, and whose work it stands on, under which licences."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from dateline import __version__
from dateline.settings import config_folder, resource
from dateline.ui.buttons import Button
from dateline.ui.dialog import Dialog
from dateline.ui.icons import application_icon
from dateline.ui.theme import Appearance

_ICON = 64
#: What is shipped beside Python packages.
_SHIPPED = (
    ("Inter", "SIL Open Font License 1.1"),
    ("Source Serif 4", "SIL Open Font License 1.1"),
    ("Lucide", "ISC"),
)
_NAME = re.compile(r"[A-Za-z0-9._-]+")


class AboutDialog(Dialog):
    """The dialog; its details can be copied for a report."""

    def __init__(self, appearance: Appearance, library: Path, parent: QWidget) -> None:
        super().__init__(appearance, self.tr("About Dateline"), self.tr("Copy these details"), parent)
        self._library = library
        self.cancel_button.setText(self.tr("Close"))
        picture = QLabel(self)
        picture.setPixmap(application_icon().pixmap(_ICON, _ICON))
        name = QLabel(f"Dateline {__version__}", self)
        name.setFont(appearance.theme.font("view_title"))
        what = QLabel(self.tr("Follow how the United States and China compete over AI."), self)
        what.setWordWrap(True)
        words = QVBoxLayout()
        words.addWidget(name)
        words.addWidget(what)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.details = QPlainTextEdit(self.text(), self)
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("Versions, places and licences"))
        self.details.setMinimumHeight(240)
        self.folder = Button(appearance, self.tr("Show the library's folder"), self, icon="folder", kind="quiet")
        self.folder.setAutoDefault(False)
        self.folder.clicked.connect(self._show_folder)
        row = QHBoxLayout()
        row.addWidget(self.folder)
        row.addStretch()
        self.body.addLayout(head)
        self.body.addWidget(self.details)
        self.body.addLayout(row)
        self.setMinimumWidth(560)

    def accept(self) -> None:
        """Copy the details; the dialog stays."""
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.truth.setText(self.tr("Copied."))

    def text(self) -> str:
        """Return versions, places and licences as plain text."""
        lines = [
            f"Dateline {__version__}, Apache-2.0",
            f"Python {platform.python_version()}, Qt {qVersion()}, PySide6 {PySide6.__version__}",
            f"{platform.system()} {platform.release()}, {QGuiApplication.platformName()}",
            "",
            self.tr("Library: {path}").format(path=self._library),
            self.tr("Settings: {path}").format(path=config_folder()),
            "",
            self.tr("Dateline stands on the work of others:"),
            *(f"{name} {version}: {licence}" for name, version, licence in needed_packages()),
            *(f"{name}: {licence}" for name, licence in _SHIPPED),
            "",
            self.tr("The licences of fonts and icons lie in {path}.").format(path=resource("fonts").parent),
        ]
        return "\n".join(lines)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._library.parent)))


def needed_packages() -> Iterator[tuple[str, str, str]]:
    """Return name, version and licence of each package that Dateline needs, as the packages state them."""
    for need in metadata.requires("dateline") or ():
        found = _NAME.match(need)
        if found is None or "extra ==" in need:
            continue
        try:
            package = metadata.metadata(found.group())
        except metadata.PackageNotFoundError:
            continue
        yield package["Name"], package["Version"], _licence(package)


def _licence(package: metadata.PackageMetadata) -> str:
    if "License-Expression" in package:
        return package["License-Expression"]
    classified = [one.rpartition(" :: ")[2] for one in package.get_all("Classifier") or () if one.startswith("License")]
    named = " ".join(package["License"].split()) if "License" in package else ""
    # Some packages put the whole licence where its name belongs.
    return ", ".join(classified) or (named if len(named) < 60 else "") or "?"
