"""How the user wants the window to look, as the settings have it; nonsense there counts as not chosen."""

from __future__ import annotations

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from dateline.ui.theme import Appearance, Contrast, Scheme
from dateline.ui.timeline.card_layout import Density

SCHEME_KEY = "appearance/scheme"
CONTRAST_KEY = "appearance/contrast"
DENSITY_KEY = "appearance/density"
TEXT_KEY = "appearance/text_percent"
READING_FONT_KEY = "appearance/reading_font"
TEXT_PERCENTS = (90, 100, 110, 125, 150)


def remembered_appearance(settings: QSettings, parent: QWidget | None = None, *, has_sheet: bool = True) -> Appearance:
    """Dress the application as the user chose; what the answer follows lasts as long as it is held."""
    return Appearance(
        parent,
        scheme=remembered_scheme(settings),
        contrast=remembered_contrast(settings),
        text_scale=remembered_percent(settings) / 100,
        reading_font=remembered_reading_font(settings),
        has_sheet=has_sheet,
    )


def remembered_scheme(settings: QSettings) -> Scheme:
    """Return the kept choice of light and dark."""
    kept = str(settings.value(SCHEME_KEY, ""))
    return Scheme(kept) if kept in set(Scheme) else Scheme.SYSTEM


def remembered_contrast(settings: QSettings) -> Contrast:
    """Return the kept choice of contrast."""
    kept = str(settings.value(CONTRAST_KEY, ""))
    return Contrast(kept) if kept in set(Contrast) else Contrast.SYSTEM


def remembered_density(settings: QSettings) -> Density:
    """Return the kept room of the cards."""
    kept = str(settings.value(DENSITY_KEY, ""))
    return Density(kept) if kept in set(Density) else Density.COMFORTABLE


def remembered_percent(settings: QSettings) -> int:
    """Return the kept size of the text in percent."""
    kept = str(settings.value(TEXT_KEY, ""))
    return int(kept) if kept.isdigit() and int(kept) in TEXT_PERCENTS else 100


def remembered_reading_font(settings: QSettings) -> str:
    """Return the kept family of articles, "" for the one Dateline comes with."""
    return str(settings.value(READING_FONT_KEY, ""))
