"""Sentences of the layers below in the interface's language: why an article is not held in full.

They are kept in the library in English, as they were said when the page was read. Those that are listed here have a
translation; any other stands as it is.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

#: Listed for the translations alone; `sources/completeness.py` and `sources/extract.py` say them.
KNOWN = (
    QT_TRANSLATE_NOOP("known", "The site asked whether a person is reading (a bot check) and sent no article."),
    QT_TRANSLATE_NOOP("known", "The site says that this page does not exist; there is no article on it."),
    QT_TRANSLATE_NOOP("known", "The page is a set of frames; the article stands in another document."),
    QT_TRANSLATE_NOOP("known", "The site showed only its cookie wall and asks for consent before the article."),
    QT_TRANSLATE_NOOP("known", "The address leads to the site's front page; the article is not on it."),
    QT_TRANSLATE_NOOP("known", "The site says the rest is for subscribers."),
    QT_TRANSLATE_NOOP("known", "The page asks for a subscription or a login to read on."),
    QT_TRANSLATE_NOOP("known", "The page shows less of the article than its feed does."),
    QT_TRANSLATE_NOOP("known", "The page shows no more than the feed's summary."),
    QT_TRANSLATE_NOOP("known", "The text breaks off after a few lines."),
    QT_TRANSLATE_NOOP("known", "The page is a barrier: the site asks for a subscription or a login."),
    QT_TRANSLATE_NOOP("known", "The page is filled in by a script, and the text is not in it."),
    QT_TRANSLATE_NOOP("known", "The page is empty."),
    QT_TRANSLATE_NOOP("known", "No article was found on the page."),
    QT_TRANSLATE_NOOP("known", "Only the feed's summary is held."),
    QT_TRANSLATE_NOOP("known", "The feed gives a headline only."),
)


def spoken(sentence: str) -> str:
    """Return a sentence of the layers below in the interface's language, as it is where it is not known."""
    return QCoreApplication.translate("known", sentence)
