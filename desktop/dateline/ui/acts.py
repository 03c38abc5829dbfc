"""What the window does at each act of the key table, and what the command palette offers beside them.

Only the way from an act to the part of the window that does it; a part that is not there yet is made by being asked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QFontMetrics

from dateline.news.topics import UMBRELLA
from dateline.ui.keys import Act
from dateline.ui.screens import Screen
from dateline.ui.sidebar.rows import Kind, view_question

if TYPE_CHECKING:
    from dateline.news.article import Card
    from dateline.ui.main_window import MainWindow
    from dateline.ui.palette import PaletteEntry

_translate = QCoreApplication.translate
#: How wide the menu lets the words on what would be taken back be.
_UNDO_WIDTH = 320

_VIEWS = {
    Act.GO_ON_TOPIC: UMBRELLA,
    Act.GO_ALL: "all",
    Act.GO_TODAY: "today",
    Act.GO_UNREAD: "unread",
    Act.GO_STARRED: "starred",
    Act.GO_NOTES: "notes",
}


def acts_of(window: MainWindow) -> dict[Act, Callable[[], object]]:
    """Return what the window does at each act."""
    does: dict[Act, Callable[[], object]] = {
        Act.NEXT: partial(_step, window, 1),
        Act.PREVIOUS: partial(_step, window, -1),
        Act.NEXT_UNREAD: window.timeline.go_to_next_unread,
        Act.ONWARD: lambda: window.articles.go_onward(),
        Act.OPEN: lambda: window.articles.open(),
        Act.ORIGINAL: lambda: window.shown_reader.open_original(),
        Act.NEXT_QUOTE: lambda: window.shown_reader.next_quote(),
        Act.PREVIOUS_QUOTE: lambda: window.shown_reader.previous_quote(),
        Act.COPY_QUOTE: partial(_copy, window),
        Act.FULL_TEXT: partial(_get_full_text, window),
        Act.HIGHLIGHT: lambda: window.work.highlight(),
        Act.NOTE: lambda: window.work.write(),
        Act.NEXT_HIGHLIGHT: lambda: window.work.next_highlight(),
        Act.TAG: lambda: window.work.tag(),
        Act.LIST: partial(_put_on_list, window),
        Act.SPEAKER: lambda: window.work.choose_speaker(),
        Act.NO_QUOTE: lambda: window.work.is_no_quote(),
        Act.TOPICS: lambda: window.work.choose_topics(),
        Act.CORRECTIONS: lambda: window.work.show_corrections(),
        Act.TAGS: lambda: window.work.edit_tags(),
        Act.RULES: lambda: window.work.edit_rules(),
        Act.READ: lambda: window.articles.toggle_read(_card_on_list(window)),
        Act.STAR: lambda: window.articles.toggle_star(_card_on_list(window)),
        Act.ALL_READ: lambda: window.marking.read_all(window.timeline.filter),
        Act.UNDO: lambda: window.undo.undo(),
        Act.SEARCH: partial(_search, window),
        Act.SAVE_SEARCH: lambda: window.searching.save(),
        Act.TEXT_FORM: window.bar.field.toggle_form,
        Act.FIND: lambda: window.shown_reader.find_words(),
        Act.PRINT: lambda: window.shown_reader.print_page(),
        Act.REFRESH: window.refresh,
        Act.PASTE_PAGE: lambda: window.capturing.paste(),
        Act.EXPORT: window.export_shown,
        Act.SIDEBAR: window.frame.fold_sidebar,
        Act.INSPECTOR: window.frame.fold_inspector,
        Act.GO_SOURCES: partial(window.show_screen, Screen.SOURCES),
        Act.GO_LEXICON: partial(window.show_screen, Screen.LEXICON),
        Act.GO_QUOTES: partial(window.show_screen, Screen.QUOTES),
        Act.COMPARE: lambda: window.across.compare(),
        Act.SETTINGS: window.open_settings,
        Act.KEYS: lambda: window.keys_overlay.open(),
        Act.PALETTE: lambda: window.command_palette.open(),
        Act.PICTURES: lambda: window.picturing.show_in(window.shown_reader),
        Act.GO_ACTIVITY: partial(window.show_screen, Screen.ACTIVITY),
        Act.ADD_SOURCE: lambda: window.sources_desk.add(),
        Act.IMPORT_OPML: lambda: window.sources_desk.choose_opml(),
        Act.MENU_BAR: lambda: window.menu_bar.toggle(),
        Act.FULL_SCREEN: window.toggle_full_screen,
        Act.MINIMISE: window.showMinimized,
        Act.QUERY_HELP: window.show_query_help,
        Act.ABOUT: window.show_about,
        Act.QUIT: window.close,
        Act.LEAVE: window.leave,
    }
    for act, view in _VIEWS.items():
        question = view_question(view)
        if question is not None:
            does[act] = partial(window.ask, question)
    return does


def name_undo(action: QAction, last: str) -> None:
    """Let the menu say what would be taken back: `last` is what was said of it, "" where that is not known."""
    name = _translate("keys", "Undo")
    if last:
        said = QFontMetrics(action.font()).elidedText(last.rstrip(".。"), Qt.TextElideMode.ElideMiddle, _UNDO_WIDTH)
        name = _translate("MainWindow", "Undo: {what}").format(what=said.replace("&", "&&"))
    action.setText(name)


def _step(window: MainWindow, by: int) -> None:
    """Go to the next row of what is on show: the timeline, a reading list, the ledger."""
    if window.screens.on_show is Screen.LISTS:
        window.work.lists.rows.step(by)
    elif window.screens.on_show is Screen.QUOTES:
        window.across.quotes.view.step(by)
    else:
        window.timeline.view.step(by)


def _search(window: MainWindow) -> None:
    """Go to the line of the bar; from a screen that put the bar away, back to reading."""
    if window.bar.isHidden():
        window.show_screen(Screen.READING)
    window.bar.focus_search()


def _copy(window: MainWindow) -> None:
    """Copy the statement of the ledger, else the quote of the reader on show."""
    if window.screens.on_show is Screen.QUOTES:
        window.across.quotes.copy_statement()
    else:
        window.shown_reader.copy_quote()


def _get_full_text(window: MainWindow) -> None:
    article = window.shown_reader.article
    if article is not None:
        window.articles.look_at(article)


def _put_on_list(window: MainWindow) -> None:
    if window.screens.on_show is Screen.QUOTES:
        window.across.quotes.put_on_list()
    else:
        window.work.put_on_list()


def _card_on_list(window: MainWindow) -> Card | None:
    """Return the card of the reading list's chosen article, None where no list is on show."""
    item = window.work.lists.rows.list_item() if window.screens.on_show is Screen.LISTS else None
    return None if item is None else item.card


def palette_entries(window: MainWindow) -> list[PaletteEntry]:
    """Return everything that can be done or gone to."""
    from dateline.ui.palette import PaletteEntry

    commands = window.commands
    entries = [
        PaletteEntry(key.name, key.group, commands[key.act].trigger, "  ".join(commands.keys(key.act)))
        for key in commands.rows()
        if key.act is not Act.PALETTE
    ]
    kinds = {
        Kind.TOPIC: _translate("MainWindow", "Topic"),
        Kind.PERSON: _translate("MainWindow", "Person or organisation"),
        Kind.OUTLET: _translate("MainWindow", "Outlet"),
        Kind.FOLDER: _translate("MainWindow", "Folder"),
        Kind.SEARCH: _translate("MainWindow", "Saved search"),
    }
    for row in window.sidebar.every_row():
        if row.kind in kinds and row.question is not None:
            go = partial(window.ask, row.question)
            entries.append(PaletteEntry(row.name, kinds[row.kind], go, also=row.second))
    return entries
