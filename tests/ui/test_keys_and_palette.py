"""Keys, their presets and conflicts, the sheet of all keys, and the command palette."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.news.question import TimelineFilter, filter_text
from dateline.ui.key_bindings import KeyBindings, Preset
from dateline.ui.keys import Act
from dateline.ui.main_window import MainWindow
from dateline.ui.palette import PaletteEntry, match
from desk import Desk, QuietNewsroom

Open = Callable[..., MainWindow]


@pytest.mark.parametrize("preset", list(Preset))
def test_no_preset_gives_a_key_to_two_acts(preset: Preset) -> None:
    assert KeyBindings(preset).conflicts() == {}


def test_a_key_given_to_two_acts_is_a_conflict() -> None:
    bindings = KeyBindings().with_own(Act.STAR, ("J",))
    (holders,) = bindings.conflicts().values()
    assert {key.act for key in holders} == {Act.NEXT, Act.STAR}
    assert bindings.with_own(Act.STAR, None).conflicts() == {}


def test_what_the_user_chose_is_remembered(settings: QSettings) -> None:
    chosen = KeyBindings(Preset.NETNEWSWIRE).with_own(Act.STAR, ("F", "Ctrl+D")).with_own(Act.OPEN, ())
    chosen.keep(settings)
    again = KeyBindings.remembered(settings)
    assert (again.preset, again.own) == (Preset.NETNEWSWIRE, {Act.STAR: ("F", "Ctrl+D"), Act.OPEN: ()})


def test_nonsense_in_the_settings_counts_as_not_chosen(settings: QSettings) -> None:
    settings.setValue("keys/preset", "emacs")
    settings.setValue("keys/own", "fly\tX\nstar")
    again = KeyBindings.remembered(settings)
    assert (again.preset, again.own) == (Preset.GOOGLE_READER, {})


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("", True),
        ("mark", True),
        ("all read", True),
        ("read all", True),
        ("MARK ALL", True),
        ("mlr", True),
        ("全部", True),
        ("unread", False),
        ("zz", False),
    ],
)
def test_a_few_letters_find_an_entry(typed: str, *, is_found: bool) -> None:
    entry = PaletteEntry("Mark all of this list read", "Marking", lambda: None, also="全部标为已读")
    assert (match(entry, typed) is not None) == is_found


def test_a_beginning_is_better_than_a_middle_and_a_middle_better_than_scattered_letters() -> None:
    names = ("Chips", "Export chips", "Microchips", "Check his place soon")
    scores = [match(PaletteEntry(name, "", lambda: None), "chips") for name in names]
    assert all(score is not None for score in scores)
    assert scores == sorted(scores, key=lambda score: -(score or 0))


def test_the_question_mark_shows_every_key_and_any_key_closes(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(2)
    window = open_window()
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Question)
    assert window.keys_overlay.isVisible()
    shown = dict(row for _, rows in window.keys_overlay.groups() for row in rows)
    assert shown["Next article"] == "J"
    assert shown["All keys"] == "?  F1"
    qtbot.keyClick(window.keys_overlay, Qt.Key.Key_J)
    assert not window.keys_overlay.isVisible()
    assert window.timeline.current() is None


def test_return_goes_from_the_list_into_the_article(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(2)
    window = open_window()
    window.timeline.view.setFocus()
    window.timeline.view.select(0)
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.focusWidget() is window.reader.view)


def test_d_asks_for_the_full_text_again(qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open) -> None:
    desk.articles(1)
    window = open_window()
    window.timeline.view.select(0)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_D)
    # It came from no feed: nobody can be asked, which is said.
    qtbot.waitUntil(lambda: "Hand over its page" in window.toast.sentence)
    assert newsroom.asked == []


@pytest.mark.parametrize("size", [(1000, 560), (1000, 720), (1100, 700), (1440, 900)])
def test_the_sheet_of_keys_has_every_key_in_sight(
    qtbot: QtBot, desk: Desk, open_window: Open, size: tuple[int, int]
) -> None:
    desk.articles(1)
    window = open_window(*size)
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Question)
    overlay = window.keys_overlay
    columns = overlay.columns()
    shown = [(line.name, line.keys) for lines in columns for line in lines if line.keys]
    assert shown == [row for _, rows in overlay.groups() for row in rows]
    assert 100 + 25 * max(map(len, columns)) <= overlay.height() - 40
    assert not overlay.grab().isNull()


def test_the_palette_goes_to_a_topic_by_a_few_letters(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.article("Chips are scarce", topics=("chips",))
    desk.article("Models are many", topics=("models",))
    window = open_window()
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.command_palette
    assert palette.isVisible()
    assert palette.field.hasFocus()
    assert "Next article" in palette.names()
    qtbot.keyClicks(palette.field, "chip")
    assert palette.names()[0] == "Chips"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert filter_text(window.timeline.filter) == "topic:chips"
    assert window.timeline.view.hasFocus()


def test_the_palette_says_where_nothing_has_that_name(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.article("On chips")
    palette = open_window().command_palette
    palette.open()
    assert not palette.nothing.isVisible()
    qtbot.keyClicks(palette.field, "zzzz")
    assert palette.nothing.isVisible()
    assert palette.field.accessibleDescription() == palette.nothing.text() == "Nothing has that name."
    assert palette.rect().contains(palette.nothing.geometry())
    palette.field.clear()
    qtbot.keyClicks(palette.field, "next")
    assert (palette.nothing.isVisible(), palette.list.isVisible()) == (False, True)


def test_escape_leaves_the_palette_without_doing_anything(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    window = open_window()
    window.command_palette.open()
    qtbot.keyClick(window.command_palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(window.command_palette.field, Qt.Key.Key_Escape)
    assert not window.command_palette.isVisible()
    assert window.timeline.filter == TimelineFilter()


def test_other_keys_are_in_force_at_once(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(2)
    window = open_window()
    window.commands.rebind(KeyBindings(Preset.NETNEWSWIRE))
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: all(card.is_read for card in desk.cards()))
    assert window.commands.keys(Act.ALL_READ) == ("K",)


@pytest.mark.parametrize("key", [Qt.Key.Key_Question, Qt.Key.Key_K, Qt.Key.Key_T, Qt.Key.Key_F])
def test_the_keyboard_goes_back_to_where_it_was_and_nowhere_else(
    qtbot: QtBot, desk: Desk, open_window: Open, key: Qt.Key
) -> None:
    desk.articles(2)
    window = open_window()
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    place = window.reader.view if key is Qt.Key.Key_F else window.timeline.view
    place.setFocus()
    is_letter = key in (Qt.Key.Key_T, Qt.Key.Key_Question)
    been: list[QObject] = []
    qtbot.keyClick(place, key, Qt.KeyboardModifier.NoModifier if is_letter else Qt.KeyboardModifier.ControlModifier)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is not place
    window.windowHandle().focusObjectChanged.connect(been.append)
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert been == [place]
