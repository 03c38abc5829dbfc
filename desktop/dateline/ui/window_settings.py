"""Where the window keeps what the user chose of it."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from dateline.settings import config_folder


def open_settings() -> QSettings:
    """Return the window's settings file."""
    return QSettings(str(config_folder() / "window.ini"), QSettings.Format.IniFormat)
