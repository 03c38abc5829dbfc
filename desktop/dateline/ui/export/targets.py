"""Where an export may go: the formats of files, and what the user set up under Settings, as values with their names."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from dateline.export.registry import FORMATS, Uses
from dateline.ui.settings.preferences import Preferences

_translate = QCoreApplication.translate

ZOTERO, VAULT = "zotero", "vault"


@dataclass(frozen=True, slots=True)
class Target:
    """One row of the dialog. `form` is the format that shows it beforehand, `suffix` "" where no file is asked for."""

    id: str
    name: str
    act: str
    uses: Uses
    form: str
    suffix: str = ""


def targets(preferences: Preferences) -> tuple[Target, ...]:
    """Return every target there is, formats first."""
    names = _names()
    found = []
    for form in FORMATS:
        name, short = names[form.id]
        act = _translate("ExportDialog", "Export {format}…").format(format=short)
        found.append(Target(form.id, name, act, form.uses, form.id, form.suffix))
    if preferences.sends_to_zotero:
        uses = Uses.NOTES | Uses.QUOTES | Uses.FIGURES | Uses.LANGUAGE
        found.append(Target(ZOTERO, "Zotero", _translate("ExportDialog", "Send to Zotero"), uses, "csl-json"))
    if preferences.vault:
        name, act = _translate("ExportDialog", "Vault of notes"), _translate("ExportDialog", "Write notes")
        found.append(Target(VAULT, name, act, Uses.DOCUMENT ^ Uses.GROUPS, "markdown"))
    return tuple(found)


def _names() -> dict[str, tuple[str, str]]:
    """Return what each format is called in the list, and on the button."""
    return {
        "markdown": ("Markdown", "Markdown"),
        "html": (_translate("ExportDialog", "HTML, one file"), "HTML"),
        "epub": ("EPUB 3", "EPUB"),
        "pdf": ("PDF", "PDF"),
        "docx": ("DOCX", "DOCX"),
        "csv": (_translate("ExportDialog", "CSV, articles"), "CSV"),
        "quotes-csv": (_translate("ExportDialog", "CSV, quotes"), "CSV"),
        "figures-csv": (_translate("ExportDialog", "CSV, figures"), "CSV"),
        "jsonl": (_translate("ExportDialog", "JSON Lines, articles"), "JSON Lines"),
        "quotes-jsonl": (_translate("ExportDialog", "JSON Lines, quotes"), "JSON Lines"),
        "figures-jsonl": (_translate("ExportDialog", "JSON Lines, figures"), "JSON Lines"),
        "bibtex": ("BibTeX", "BibTeX"),
        "ris": ("RIS", "RIS"),
        "csl-json": ("CSL-JSON", "CSL-JSON"),
        "annotations": ("Web Annotation", "JSON-LD"),
        "evidence": (_translate("ExportDialog", "Evidence pack, ZIP"), "ZIP"),
    }
