"""The interface's language: the system's, English or 简体中文. It is put on before the first widget is made.

The translations are resources/translations/*.qm, made from the .ts files beside them by `make translations`.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale, QSettings, QTranslator

from dateline.settings import resource

_KEY = "appearance/language"


class Language(StrEnum):
    """The user's choice."""

    SYSTEM = "system"
    ENGLISH = "en"
    CHINESE = "zh"


def remembered_language(settings: QSettings) -> Language:
    """Return what the user chose; anything else counts as the system's."""
    kept = str(settings.value(_KEY, ""))
    return Language(kept) if kept in set(Language) else Language.SYSTEM


def keep_language(settings: QSettings, language: Language) -> None:
    """Remember a choice; it is in force from the next start."""
    settings.setValue(_KEY, language.value)


def speak(application: QCoreApplication, language: Language) -> None:
    """Let the interface speak a language: its words, Qt's own, and how dates and numbers are written."""
    wants_chinese = language is Language.CHINESE or (
        language is Language.SYSTEM and QLocale.system().language() is QLocale.Language.Chinese
    )
    if not wants_chinese:
        if language is Language.ENGLISH:
            QLocale.setDefault(QLocale(QLocale.Language.English))
        return
    from PySide6.QtCore import QLibraryInfo

    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    for name, folder in (
        ("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("dateline_zh_CN", str(resource("translations"))),
    ):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)


def speaks_chinese() -> bool:
    """Tell whether dates, numbers and names are written as Chinese does."""
    return QLocale().language() is QLocale.Language.Chinese
