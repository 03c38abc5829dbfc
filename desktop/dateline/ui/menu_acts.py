"""Which act stands in which menu of the menu bar, and where macOS puts it. Only the table; see `ui.menu_bar`."""

from __future__ import annotations

from PySide6.QtGui import QAction

from dateline.ui.keys import Act

#: What macOS moves into the program's own menu.
ROLES = {
    Act.SETTINGS: QAction.MenuRole.PreferencesRole,
    Act.ABOUT: QAction.MenuRole.AboutRole,
    Act.LEAVE: QAction.MenuRole.QuitRole,
}
#: What stands in each menu; None is a line between groups.
FILE = (
    *(Act.ADD_SOURCE, Act.IMPORT_OPML, None, Act.REFRESH, None, Act.PASTE_PAGE, None, Act.EXPORT, Act.PRINT, None),
    *(Act.QUIT, Act.LEAVE),
)
EDIT = (Act.UNDO, None, Act.COPY_QUOTE, None, Act.SEARCH, Act.FIND, Act.SAVE_SEARCH, None, Act.SETTINGS)
VIEW = (Act.SIDEBAR, Act.INSPECTOR, Act.TEXT_FORM, None, Act.MENU_BAR, Act.FULL_SCREEN)
GO = (
    *(Act.NEXT, Act.PREVIOUS, Act.NEXT_UNREAD, Act.ONWARD, None),
    *(Act.GO_ON_TOPIC, Act.GO_ALL, Act.GO_TODAY, Act.GO_UNREAD, Act.GO_STARRED, Act.GO_NOTES, None),
    *(Act.GO_QUOTES, Act.GO_SOURCES, Act.GO_LEXICON, Act.GO_ACTIVITY, None),
    *(Act.TAGS, Act.RULES, Act.CORRECTIONS, None, Act.PALETTE),
)
ARTICLE = (
    *(
        Act.OPEN,
        Act.ORIGINAL,
        Act.COMPARE,
        Act.PICTURES,
        Act.FULL_TEXT,
        None,
        Act.READ,
        Act.STAR,
        Act.TAG,
        Act.LIST,
        None,
    ),
    *(Act.HIGHLIGHT, Act.NOTE, Act.NEXT_HIGHLIGHT, None),
    *(Act.NEXT_QUOTE, Act.PREVIOUS_QUOTE, Act.SPEAKER, Act.NO_QUOTE, Act.TOPICS, None, Act.ALL_READ),
)
WINDOW = (Act.MINIMISE, Act.FULL_SCREEN)
HELP = (Act.KEYS, Act.PALETTE, Act.QUERY_HELP, None, Act.ABOUT)

#: The menus in the order of the bar.
MENUS: tuple[tuple[Act | None, ...], ...] = (FILE, EDIT, VIEW, GO, ARTICLE, WINDOW, HELP)
