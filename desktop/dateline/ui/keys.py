"""The one table of keys: what can be done, by which key, called what. The window acts on it, the key overlay shows it.

Only what the program does stands here. Keys are written as Qt writes them in every language of the interface.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

_translate = QCoreApplication.translate


class Act(StrEnum):
    """What a key does."""

    NEXT = "next"
    PREVIOUS = "previous"
    NEXT_UNREAD = "next-unread"
    ONWARD = "onward"
    OPEN = "open"
    ORIGINAL = "original"
    NEXT_QUOTE = "next-quote"
    PREVIOUS_QUOTE = "previous-quote"
    COPY_QUOTE = "copy-quote"
    FULL_TEXT = "full-text"
    PICTURES = "pictures"
    HIGHLIGHT = "highlight"
    NOTE = "note"
    NEXT_HIGHLIGHT = "next-highlight"
    TAG = "tag"
    LIST = "list"
    SPEAKER = "speaker"
    NO_QUOTE = "no-quote"
    TOPICS = "topics"
    CORRECTIONS = "corrections"
    TAGS = "tags"
    RULES = "rules"
    READ = "read"
    STAR = "star"
    ALL_READ = "all-read"
    UNDO = "undo"
    SEARCH = "search"
    FIND = "find"
    PRINT = "print"
    TEXT_FORM = "text-form"
    SAVE_SEARCH = "save-search"
    REFRESH = "refresh"
    PASTE_PAGE = "paste-page"
    EXPORT = "export"
    SIDEBAR = "sidebar"
    INSPECTOR = "inspector"
    KEYS = "keys"
    PALETTE = "palette"
    SETTINGS = "settings"
    GO_ON_TOPIC = "go-on-topic"
    GO_ALL = "go-all"
    GO_TODAY = "go-today"
    GO_UNREAD = "go-unread"
    GO_STARRED = "go-starred"
    GO_NOTES = "go-notes"
    COMPARE = "compare"
    GO_QUOTES = "go-quotes"
    GO_SOURCES = "go-sources"
    GO_LEXICON = "go-lexicon"
    GO_ACTIVITY = "go-activity"
    ADD_SOURCE = "add-source"
    IMPORT_OPML = "import-opml"
    MENU_BAR = "menu-bar"
    FULL_SCREEN = "full-screen"
    MINIMISE = "minimise"
    QUERY_HELP = "query-help"
    ABOUT = "about"
    QUIT = "quit"
    LEAVE = "leave"


class Where(StrEnum):
    """Where a key works."""

    WINDOW = "window"
    READING = "reading"  # in the list and the reader only: elsewhere a button or a field needs it


class Key(NamedTuple):
    """One row of the table. `keys` in Qt's portable form; the first is the one that is shown."""

    act: Act
    keys: tuple[str, ...]
    name: str
    group: str
    where: Where = Where.WINDOW


def key_table() -> tuple[Key, ...]:
    """Return every key in the interface's language, in the order they are shown."""
    reading = _translate("keys", "Reading")
    marking = _translate("keys", "Marking")
    finding = _translate("keys", "Finding")
    going = _translate("keys", "Going to a view")
    window = _translate("keys", "Window")
    return (
        Key(Act.NEXT, ("J",), _translate("keys", "Next article"), reading),
        Key(Act.PREVIOUS, ("K",), _translate("keys", "Previous article"), reading),
        Key(Act.NEXT_UNREAD, ("N",), _translate("keys", "Next unread article"), reading),
        Key(Act.ONWARD, ("Space",), _translate("keys", "Scroll, then the next unread article"), reading, Where.READING),
        Key(Act.OPEN, ("O",), _translate("keys", "Open the article and read it"), reading),
        Key(Act.ORIGINAL, ("V",), _translate("keys", "Open the original in the browser"), reading),
        Key(Act.NEXT_QUOTE, ("Q",), _translate("keys", "Next quote"), reading),
        Key(Act.PREVIOUS_QUOTE, ("Shift+Q",), _translate("keys", "Previous quote"), reading),
        Key(Act.COPY_QUOTE, ("Y",), _translate("keys", "Copy the quote with its citation"), reading),
        Key(Act.FULL_TEXT, ("D",), _translate("keys", "Get the full text again"), reading),
        Key(Act.PICTURES, ("I",), _translate("keys", "Show the pictures of the article"), reading),
        Key(Act.COMPARE, ("X",), _translate("keys", "Compare with another outlet"), reading),
        Key(
            Act.HIGHLIGHT,
            ("H",),
            _translate("keys", "Highlight the selection, or choose words"),
            marking,
        ),
        Key(Act.NOTE, ("E",), _translate("keys", "Write a note"), marking),
        Key(Act.NEXT_HIGHLIGHT, ("Shift+H",), _translate("keys", "Next highlight"), marking),
        Key(Act.TAG, ("T",), _translate("keys", "Tag the article, or all of this list"), marking),
        Key(Act.LIST, ("L",), _translate("keys", "Put on a reading list"), marking),
        Key(Act.SPEAKER, ("Shift+W",), _translate("keys", "Say who said the quote"), marking),
        Key(Act.NO_QUOTE, ("Shift+X",), _translate("keys", "Say that it is no quote"), marking),
        Key(Act.TOPICS, ("Shift+T",), _translate("keys", "Correct the topics"), marking),
        Key(Act.READ, ("M",), _translate("keys", "Mark read or unread"), marking),
        Key(Act.STAR, ("S",), _translate("keys", "Star, or remove the star"), marking),
        Key(Act.ALL_READ, ("Shift+A",), _translate("keys", "Mark all of this list read"), marking),
        Key(Act.UNDO, ("Ctrl+Z",), _translate("keys", "Undo"), marking),
        Key(Act.SEARCH, ("/",), _translate("keys", "Search"), finding),
        Key(Act.FIND, ("Ctrl+F",), _translate("keys", "Find in the article"), finding),
        Key(Act.TEXT_FORM, ("Ctrl+L",), _translate("keys", "Filter as text, or as chips"), finding),
        Key(Act.SAVE_SEARCH, ("Ctrl+S",), _translate("keys", "Save this search"), finding),
        Key(Act.REFRESH, ("R", "F5"), _translate("keys", "Refresh all sources"), finding),
        Key(Act.GO_ON_TOPIC, ("G, C",), _translate("keys", "US–China AI"), going),
        Key(Act.GO_ALL, ("G, A",), _translate("keys", "All"), going),
        Key(Act.GO_TODAY, ("G, T",), _translate("keys", "Today"), going),
        Key(Act.GO_UNREAD, ("G, U",), _translate("keys", "Unread"), going),
        Key(Act.GO_STARRED, ("G, S",), _translate("keys", "Starred"), going),
        Key(Act.GO_NOTES, ("G, N",), _translate("keys", "With notes"), going),
        Key(Act.GO_QUOTES, ("G, Q",), _translate("keys", "Quotes"), going),
        Key(Act.GO_SOURCES, ("G, O",), _translate("keys", "Sources"), going),
        Key(Act.GO_LEXICON, ("G, L",), _translate("keys", "Lexicon"), going),
        Key(Act.GO_ACTIVITY, ("G, V",), _translate("keys", "Activity"), going),
        Key(Act.CORRECTIONS, ("G, K",), _translate("keys", "Corrections"), going),
        Key(Act.TAGS, ("G, B",), _translate("keys", "Tags"), going),
        Key(Act.RULES, ("G, R",), _translate("keys", "Rules for new articles"), going),
        Key(Act.PRINT, ("Ctrl+P",), _translate("keys", "Print the article, or save it as PDF"), window),
        Key(Act.PASTE_PAGE, ("Ctrl+V",), _translate("keys", "Keep the page that was copied in the browser"), window),
        Key(Act.EXPORT, ("Ctrl+Shift+E",), _translate("keys", "Export these articles, or this reading list"), window),
        Key(Act.SIDEBAR, ("[",), _translate("keys", "Fold or unfold the sidebar"), window),
        Key(Act.INSPECTOR, ("]",), _translate("keys", "Fold or unfold the inspector"), window),
        Key(Act.PALETTE, ("Ctrl+K",), _translate("keys", "Do or go to anything"), window),
        Key(Act.SETTINGS, ("Ctrl+,",), _translate("keys", "Settings"), window),
        Key(Act.KEYS, ("?", "F1"), _translate("keys", "All keys"), window),
        Key(Act.ADD_SOURCE, ("Ctrl+N",), _translate("keys", "Add a source"), window),
        Key(Act.IMPORT_OPML, (), _translate("keys", "Import sources from OPML"), window),
        Key(Act.MENU_BAR, ("Ctrl+M",), _translate("keys", "Menu bar"), window),
        Key(Act.FULL_SCREEN, ("F11",), _translate("keys", "Full screen"), window),
        Key(Act.MINIMISE, (), _translate("keys", "Minimise"), window),
        Key(Act.QUERY_HELP, ("Shift+F1",), _translate("keys", "What can be asked: the query language"), window),
        Key(Act.ABOUT, (), _translate("keys", "About Dateline"), window),
        Key(Act.QUIT, ("Ctrl+W",), _translate("keys", "Close the window"), window),
        Key(Act.LEAVE, ("Ctrl+Q",), _translate("keys", "Quit Dateline"), window),
    )
