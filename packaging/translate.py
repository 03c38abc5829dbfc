"""Bring the translations up to date: strings of the interface into resources/translations/*.ts, and those into .qm.

    make translations

Only what is translated in the .ts file is shown; a string without a translation stands in English. Qt's own tools are
used, as PySide6 ships them.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN",)
_TOOLS = Path(PySide6.__file__).parent


def main() -> int:
    """Update and compile every language."""
    TRANSLATIONS.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        ts = TRANSLATIONS / f"dateline_{language}.ts"
        update(ts, language)
        compiled = ts.with_suffix(".qm.new")
        subprocess.run([_TOOLS / "lrelease", "-silent", ts, "-qm", compiled], check=True)
        # Put in its place whole: a window that is open has the file mapped, and would be killed if it were cut short.
        compiled.replace(ts.with_suffix(".qm"))
    return 0


def update(ts: Path, language: str) -> None:
    """Put the interface's strings of today into a .ts file; translations that are there stay."""
    sources = sorted((ROOT / "desktop" / "dateline" / "ui").rglob("*.py"))
    command: list[str | Path] = [
        *(_TOOLS / "lupdate", "-silent", "-no-obsolete", "-locations", "none"),
        # `_translate` is QCoreApplication.translate under a shorter name.
        *("-tr-function-alias", "translate+=_translate"),
        *("-source-language", "en", "-target-language", language),
        *sources,
        ROOT / "desktop" / "dateline" / "app.py",
        *("-ts", ts),
    ]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main())
