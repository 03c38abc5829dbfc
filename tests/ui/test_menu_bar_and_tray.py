"""The menu bar, the tray, About, contrast, and what goes out by clipboard or by dragging."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from dateline import __version__
from dateline.settings import resource
from dateline.ui.about import AboutDialog, needed_packages
from dateline.ui.carrying import cited_data, link_data, words_data
from dateline.ui.keys import Act
from dateline.ui.main_window import MainWindow
from dateline.ui.settings.dialog import SettingsDialog
from dateline.ui.theme import Contrast, make_theme
from desk import Desk

Open = Callable[..., MainWindow]

#: What Qt says of a tray and of raising a window where there is no desktop.
NO_DESKTOP = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise", extend=True)


def test_every_act_of_the_window_stands_in_the_menu_bar_once(open_window: Open) -> None:
    window = open_window()
    menus = {menu.title(): menu for action in window.menu_bar.actions() if (menu := action.menu()) is not None}
    assert list(menus) == ["&File", "&Edit", "&View", "&Go", "&Article", "&Window", "&Help"]
    offered = [
        action for menu in menus.values() for action in menu.actions() if action in window.commands.actions.values()
    ]
    assert set(offered) == set(window.commands.actions.values())
    twice = {act for act, action in window.commands.actions.items() if offered.count(action) > 1}
    assert twice == {Act.FULL_SCREEN, Act.PALETTE}  # where each of two heads would be looked under


def test_the_menu_shows_the_keys_in_force(open_window: Open) -> None:
    window = open_window()
    assert window.commands[Act.STAR].shortcut().toString() == "S"
    assert window.commands[Act.STAR] in window.menu_bar.actions()[4].menu().actions()


def test_the_menu_bar_is_put_away_and_stays_away(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    assert window.menu_bar.isVisible()
    window.commands[Act.MENU_BAR].trigger()
    assert not window.menu_bar.isVisible()
    window.close()
    again = open_window()
    assert not again.menu_bar.isVisible()
    again.commands[Act.MENU_BAR].trigger()
    assert again.menu_bar.isVisible()


def test_about_names_versions_library_and_licences(open_window: Open) -> None:
    window = open_window()
    window.show_about()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AboutDialog)
    said = dialog.text()
    assert f"Dateline {__version__}" in said
    assert str(window.library_path) in said
    assert "Inter: SIL Open Font License" in said
    dialog.accept()
    assert QGuiApplication.clipboard().text() == dialog.details.toPlainText()
    dialog.reject()
    window.activateWindow()


def test_every_package_states_a_licence() -> None:
    assert [name for name, _, licence in needed_packages() if licence == "?"] == []


class FakeTray:
    """A desktop with a tray: what it was told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.told: list[str] = []
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
        monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
        monkeypatch.setattr(QSystemTrayIcon, "show", lambda _: None)
        monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _, _title, words, *_more: self.told.append(words))


@NO_DESKTOP
def test_with_the_tray_closing_leaves_the_program_running(
    open_window: Open, desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    FakeTray(monkeypatch)
    desk.article("Chips for a rival")
    window = open_window()
    window.tray.set_wanted(is_on=True)
    window.close()
    assert not window.isVisible()
    window.tray.opened.emit()
    assert window.isVisible()
    desk.article("A second story")
    qtbot.waitUntil(lambda: window.n_cards() == 2)  # it follows the library all the while
    window.tray.set_wanted(is_on=False)
    assert QApplication.quitOnLastWindowClosed()


def test_without_a_tray_closing_closes(open_window: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    monkeypatch.setenv("PATH", "")
    window = open_window()
    window.tray.set_wanted(is_on=True)
    assert not window.tray.keeps_running
    assert not window.tray.notify("Nobody hears it")
    window.tray.set_wanted(is_on=False)


@pytest.mark.parametrize("has_tray", [True, False])
def test_settings_offer_the_tray_where_there_is_one_and_say_so_where_there_is_none(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, *, has_tray: bool
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: has_tray)
    window = open_window()
    window.commands[Act.SETTINGS].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.pages.setCurrentRow(2)
    said = [label.text() for label in dialog.stack.currentWidget().findChildren(QLabel) if label.isVisible()]
    no_tray = "This desktop shows no tray: closing the window ends Dateline."
    assert (dialog.tray.isEnabled(), no_tray in said) == (has_tray, not has_tray)
    dialog.accept()
    window.activateWindow()


@NO_DESKTOP
def test_new_articles_of_a_saved_search_are_told_to_the_desktop(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = FakeTray(monkeypatch)
    window = open_window()
    window.searching.noticed.emit("2 new articles in “Chips”.")
    assert desktop.told == ["2 new articles in “Chips”."]


@pytest.mark.skipif(sys.platform != "linux", reason="Other desktops have a tray")
def test_a_desktop_without_a_tray_is_told_by_its_command(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    said = tmp_path / "said"
    command = tmp_path / "bin" / "notify-send"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{said}.part" && mv "{said}.part" "{said}"\n', "utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}{os.pathsep}{os.environ['PATH']}")
    window = open_window()
    window.searching.noticed.emit("2 new articles in “R&D <chips>”.")
    qtbot.waitUntil(said.exists)
    assert said.read_text("utf-8").splitlines()[-2:] == ["Dateline", "2 new articles in “R&amp;D &lt;chips&gt;”."]


@NO_DESKTOP
def test_the_tray_says_how_much_is_unread(
    open_window: Open, desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    FakeTray(monkeypatch)
    desk.articles(3)
    window = open_window()
    qtbot.waitUntil(lambda: window.following.n_unread == 3)
    window.tray.notify("Something")  # the icon is made only now
    icon = window.tray.findChild(QSystemTrayIcon)
    assert icon is not None
    assert icon.toolTip() == "Dateline: 3 unread articles"
    desk.article("A fourth story")
    qtbot.waitUntil(lambda: icon.toolTip() == "Dateline: 4 unread articles")


@pytest.mark.parametrize("is_dark", [False, True])
def test_high_contrast_text_stands_at_seven_to_one(is_dark: bool) -> None:
    colour = make_theme(is_dark=is_dark, has_high_contrast=True).colour
    for ink in (colour.text, colour.text_secondary, colour.text_tertiary, colour.accent, colour.warn, colour.danger):
        for ground in (colour.window, colour.list, colour.paper, colour.raised, colour.hover):
            assert contrast(ink, ground) >= 7
    for ground in (colour.window, colour.raised):
        assert contrast(colour.control_border, ground) >= 7
    assert contrast(colour.accent_on_soft, colour.selection) >= 7


def test_contrast_is_chosen_live_and_kept(open_window: Open) -> None:
    window = open_window()
    usual = window.appearance.theme.colour.text_secondary
    window.menu.choose_contrast(Contrast.HIGH)
    assert window.appearance.theme.has_high_contrast
    assert window.appearance.theme.colour.text_secondary != usual
    window.close()
    again = open_window()
    assert again.appearance.theme.has_high_contrast
    again.menu.choose_contrast(Contrast.NORMAL)
    assert again.appearance.theme.colour.text_secondary == usual


def test_high_contrast_names_colours_that_there_are() -> None:
    tokens = json.loads(resource("theme/tokens.json").read_text("utf-8"))
    for scheme in ("light", "dark"):
        assert tokens["high_contrast"][scheme].keys() <= tokens["colour"][scheme].keys()


def test_a_link_goes_out_as_address_text_and_anchor() -> None:
    data = link_data("https://ft.example/1?a=1&b=2", "Chips & <rivals>")
    assert [url.toString() for url in data.urls()] == ["https://ft.example/1?a=1&b=2"]
    assert data.text() == "https://ft.example/1?a=1&b=2"
    assert data.html() == '<a href="https://ft.example/1?a=1&amp;b=2">Chips &amp; &lt;rivals&gt;</a>'


def test_what_is_no_web_address_is_no_link() -> None:
    data = link_data("file:///etc/passwd", "A trap")
    assert not data.hasUrls()
    assert not data.hasHtml()


def test_words_go_out_plain_and_as_a_quotation_with_their_article() -> None:
    data = words_data("First.\nSecond & last.", "Headline", "https://ft.example/1")
    assert data.text() == "First.\nSecond & last."
    assert data.html() == (
        '<blockquote cite="https://ft.example/1"><p>First.</p><p>Second &amp; last.</p></blockquote>'
        '<p><a href="https://ft.example/1">Headline</a></p>'
    )


def test_a_quote_goes_out_with_its_citation_both_ways() -> None:
    data = cited_data("“Chips & chips”\n— Jensen Huang", "“Headline,” FT, 10 November 2025.")
    assert data.text() == "“Chips & chips”\n— Jensen Huang\n“Headline,” FT, 10 November 2025."
    assert data.html() == (
        "<blockquote><p>“Chips &amp; chips”</p><p>— Jensen Huang</p></blockquote>"
        "<p>“Headline,” FT, 10 November 2025.</p>"
    )


def test_selected_words_are_copied_both_ways(open_window: Open, desk: Desk, qtbot: QtBot) -> None:
    desk.article("Chips for a rival", text="Exports rise again.\nNobody asked why.")
    window = open_window()
    window.timeline.view.step(1)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    window.reader.view.selectAll()
    qtbot.keyClick(window.reader.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    kept = QGuiApplication.clipboard().mimeData()
    assert kept.text() == "Exports rise again.\nNobody asked why."
    assert "<blockquote" in kept.html()
    assert "Chips for a rival" in kept.html()


def test_a_card_is_dragged_out_as_a_link(open_window: Open, desk: Desk, qtbot: QtBot) -> None:
    desk.article("Chips for a rival")
    window = open_window()
    qtbot.waitUntil(lambda: window.timeline.timeline.card(0) is not None)
    index = window.timeline.timeline.index(0, 0)
    assert index.flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert window.timeline.timeline.mimeData([index]).text() == "https://ft.example/1"


def test_the_lines_of_the_reader_take_the_chosen_width_and_room(open_window: Open, desk: Desk, qtbot: QtBot) -> None:
    desk.article("Chips for a rival", text="One paragraph.\nAnother paragraph.")
    window = open_window()
    window.resize(1900, 900)
    window.timeline.view.step(1)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    view = window.reader.view
    widths, gaps = [], []
    for measure, gap in ((520, 14), (640, 19), (760, 24)):
        view.set_measures(measure, gap)
        widths.append(view.viewport().width())
        gaps.append(view.document().findBlockByNumber(1).blockFormat().bottomMargin())
    assert widths[0] < widths[1] < widths[2]
    assert gaps == [14, 19, 24]


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours by WCAG 2.1."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_the_menu_says_what_undo_takes_back(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(2)
    window = open_window()
    undo = window.commands[Act.UNDO]
    assert undo.text() == "Undo"
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_J)
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_S)
    assert undo.text() == "Undo: 1 article starred"
    window.work.tagging.add("R&D", (desk.cards()[0].id,))
    qtbot.waitUntil(lambda: undo.text() == "Undo: 1 article tagged “R&&D”")
    undo.trigger()
    qtbot.waitUntil(lambda: undo.text() == "Undo: 1 article starred")
    undo.trigger()
    qtbot.waitUntil(lambda: undo.text() == "Undo")
