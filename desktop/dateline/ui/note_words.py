"""What highlights and notes are called in the interface."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextDocument

from dateline.news.note import About, Meaning, Note, PlacedNote

_translate = QCoreApplication.translate


def meaning_name(meaning: Meaning) -> str:
    """Return the name of a meaning, as buttons and lists have it."""
    return {
        Meaning.KEY: _translate("notes", "Key point"),
        Meaning.CHECK: _translate("notes", "To check"),
        Meaning.DOUBT: _translate("notes", "Doubtful"),
        Meaning.USE: _translate("notes", "To use"),
    }[meaning]


def margin_word(note: Note) -> str:
    """Return the word that stands in the margin beside a note."""
    if note.about is About.ARTICLE:
        return _translate("notes", "Note")
    return meaning_name(note.meaning)


@lru_cache(maxsize=512)
def plain_words(markdown: str) -> str:
    """Return what a note says, without its Markdown, on one line."""
    if not markdown:
        return ""
    document = QTextDocument()
    document.setMarkdown(markdown)
    return " ".join(document.toPlainText().split())


def loose_sentence(placed: PlacedNote) -> str:
    """Return why a note has no place in the text."""
    if placed.note.revision is None:
        return _translate("notes", "Its words are not in the article as it is now.")
    return _translate("notes", "Its words stood in revision {n}; the article no longer has them.").format(
        n=placed.note.revision
    )
