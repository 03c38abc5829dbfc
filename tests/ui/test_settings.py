"""Settings hold at once and are remembered; articles become read as the user wants; what is due is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QRect, QSettings, Qt
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QTableWidget
from pytestqt.qtbot import QtBot

from dateline.news.feed import Source, SourceId, SourceState
from dateline.news.handover import CitationStyle
from dateline.settings import wanted_proxy
from dateline.ui.export.remembered import remembered_options
from dateline.ui.key_bindings import Preset
from dateline.ui.keys import Act
from dateline.ui.language import Language, keep_language, remembered_language, speak
from dateline.ui.main_window import MainWindow
from dateline.ui.refreshing import Refreshing
from dateline.ui.settings.dialog import SettingsDialog
from dateline.ui.settings.preferences import Preferences, ReadPolicy
from dateline.ui.start_again import START_AGAIN
from dateline.ui.theme import Scheme
from desk import Desk, QuietNewsroom

Open = Callable[..., MainWindow]


@pytest.fixture
def _scheme_back() -> Iterator[None]:
    yield
    QApplication.styleHints().setColorScheme(Qt.ColorScheme.Unknown)


def open_settings(window: MainWindow) -> SettingsDialog:
    window.commands[Act.SETTINGS].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    return dialog


def leave(qtbot: QtBot, dialog: SettingsDialog, window: MainWindow) -> None:
    """Close the dialog and go back, as a window manager would: the offscreen screen has none."""
    dialog.accept()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def choose(box: QComboBox, words: str) -> None:
    at = box.findText(words)
    assert at >= 0, words
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_preferences_are_remembered_and_nonsense_is_not(settings: QSettings) -> None:
    wanted = Preferences(ReadPolicy.AFTER_A_WHILE, 12, refreshes_by_itself=False, sends_to_zotero=True, vault="/x")
    wanted.keep(settings)
    settings.sync()
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert Preferences.remembered(again) == wanted
    settings.setValue("preferences/read_policy", "sometimes")
    settings.setValue("preferences/read_after_seconds", "900")
    settings.setValue("preferences/refreshes_by_itself", "perhaps")
    kept = Preferences.remembered(settings)
    assert (kept.read_policy, kept.read_after_seconds, kept.refreshes_by_itself) == (ReadPolicy.AT_ONCE, 3, True)


@pytest.mark.usefixtures("_scheme_back")
def test_dark_holds_at_once_and_is_ticked_in_the_menu(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    window = open_window()
    choose(open_settings(window).scheme, "Dark")
    assert window.appearance.scheme is Scheme.DARK
    assert window.appearance.theme.is_dark
    assert next(action.text() for action in window.menu.actions() if action.isChecked()) == "Dark"


def test_a_page_has_its_name_over_it(desk: Desk, open_window: Open) -> None:
    desk.article("Chips")
    dialog = open_settings(open_window())
    assert dialog.heading.text() == "Appearance"
    dialog.pages.setCurrentRow(dialog.pages.count() - 1)
    assert dialog.heading.text() == "Archive"
    dialog.reject()


def test_by_hand_leaves_an_opened_article_unread(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(2)
    window = open_window()
    dialog = open_settings(window)
    choose(dialog.read_policy, "only by hand (M)")
    leave(qtbot, dialog, window)
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    assert not any(card.is_read for card in desk.cards())
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: desk.card("Story 0").is_read)


def test_after_a_while_an_article_left_sooner_stays_unread(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(2)
    window = open_window()
    dialog = open_settings(window)
    assert not dialog.read_after.isEnabled()
    choose(dialog.read_policy, "after a while")
    assert dialog.read_after.isEnabled()
    dialog.read_after.setValue(1)
    leave(qtbot, dialog, window)
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_J)
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: desk.card("Story 1").is_read)
    assert not desk.card("Story 0").is_read


def test_new_keys_hold_at_once_and_a_conflict_is_named(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    window = open_window()
    page = open_settings(window).keys
    page.select(Act.STAR)
    page.edit.setKeySequence(QKeySequence("F"))
    page.edit.editingFinished.emit()
    assert window.commands.keys(Act.STAR) == ("F",)
    page.edit.setKeySequence(QKeySequence("J"))
    page.edit.editingFinished.emit()
    assert page.said.text() == (
        "J is set for “Next article”, “Star, or remove the star”. Neither will work until one of them has another key."
    )
    qtbot.mouseClick(page.reset, Qt.MouseButton.LeftButton)
    assert window.commands.keys(Act.STAR) == ("S",)
    assert page.said.text() == ""
    choose(page.preset, "NetNewsWire")
    assert window.commands.bindings.preset is Preset.NETNEWSWIRE
    assert window.commands.keys(Act.ALL_READ) == ("K",)


def test_the_row_that_is_chosen_stays_whole_when_a_conflict_is_told_below_it(
    qtbot: QtBot, desk: Desk, open_window: Open
) -> None:
    desk.articles(1)
    dialog = open_settings(open_window())
    page = dialog.keys
    dialog.pages.setCurrentRow(dialog.stack.indexOf(page))
    table = page.table
    qtbot.waitUntil(lambda: table.isVisible() and table.viewport().height() > 200)
    whole = [row for row in range(table.rowCount()) if table.viewport().rect().contains(cell(table, row))]
    table.selectRow(whole[-1])
    before = table.viewport().height()
    page.edit.setKeySequence(QKeySequence("J"))
    page.edit.editingFinished.emit()
    qtbot.waitUntil(lambda: table.viewport().height() < before)
    qtbot.waitUntil(lambda: table.viewport().rect().contains(cell(table, whole[-1])))


def cell(table: QTableWidget, row: int) -> QRect:
    return table.visualRect(table.model().index(row, 0))


def test_the_table_of_keys_is_dressed_as_other_lists(desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    window = open_window()
    table = open_settings(window).keys.table
    head = table.horizontalHeader()
    assert head.defaultAlignment() == Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    assert (head.font().weight(), table.rowHeight(0)) == (QFont.Weight.Medium, 36)
    window.appearance.choose_text_scale(1.5)
    assert table.rowHeight(0) == 54


def source(due: datetime | None, state: SourceState = SourceState.WORKING) -> Source:
    return Source(SourceId(1), "https://a.example/feed", "A", state=state, next_due_at=due)


@pytest.mark.parametrize(
    ("sources", "is_asked"),
    [
        ([], False),
        ([source(None)], False),
        ([source(datetime.now(UTC) + timedelta(hours=1))], False),
        ([source(datetime.now(UTC) - timedelta(minutes=1))], True),
        ([source(datetime.now(UTC) - timedelta(minutes=1), SourceState.PAUSED)], False),
        ([source(None), source(datetime.now(UTC) - timedelta(minutes=1))], True),
    ],
)
def test_only_what_is_due_is_asked_by_itself(qtbot: QtBot, sources: list[Source], *, is_asked: bool) -> None:
    newsroom = QuietNewsroom()
    refreshing = Refreshing(newsroom)
    refreshing.know_sources(sources)
    refreshing.start_what_is_due()
    assert newsroom.n_due_asked == is_asked
    refreshing.close()


def test_the_language_is_remembered(settings: QSettings) -> None:
    assert remembered_language(settings) is Language.SYSTEM
    keep_language(settings, Language.CHINESE)
    assert remembered_language(settings) is Language.CHINESE
    settings.setValue("appearance/language", "tlh")
    assert remembered_language(settings) is Language.SYSTEM


def test_english_is_spoken_where_it_is_chosen(qapp: QCoreApplication) -> None:
    before = QLocale()
    try:
        speak(qapp, Language.ENGLISH)
        assert QLocale().language() is QLocale.Language.English
    finally:
        QLocale.setDefault(before)


def test_the_style_of_citations_is_the_one_that_exports_begin_with(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    window = open_window()
    window.open_settings()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.citations.setCurrentIndex(dialog.citations.findText("GB/T 7714"))
    dialog.citations.activated.emit(dialog.citations.currentIndex())
    assert remembered_options(window.settings).style is CitationStyle.GB_T_7714
    dialog.reject()


def test_zotero_and_a_vault_are_off_until_they_are_set(
    desk: Desk, open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.articles(1)
    window = open_window()
    assert (window.preferences.sends_to_zotero, window.preferences.vault) == (False, "")
    dialog = open_settings(window)
    dialog.zotero.click()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog.choose_vault.click()
    assert (window.preferences.sends_to_zotero, window.preferences.vault) == (True, str(tmp_path))
    dialog.vault.clear()
    dialog.vault.editingFinished.emit()
    assert window.preferences.vault == ""


def test_another_language_can_be_started_at_once(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(QCoreApplication, "exit", ended.append)
    window = open_window()
    dialog = open_settings(window)
    assert not dialog.again.isVisible()
    dialog.language.setCurrentIndex(2)
    dialog.language.activated.emit(2)
    assert dialog.again.isVisible()
    qtbot.mouseClick(dialog.again, Qt.MouseButton.LeftButton)
    assert ended == [START_AGAIN]
    assert remembered_language(window.settings) is Language.CHINESE
    dialog.close()
    window.activateWindow()


def test_articles_are_set_in_the_readers_own_typeface(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.article("Chips", text="Chips cross no border.\n中国芯片没有过境。\n")
    window = open_window()
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    headline = window.appearance.theme.font("card_headline").families()

    def first_family(line: str) -> str:
        document = window.reader.view.document()
        cursor = document.find(line)
        return cursor.charFormat().font().families()[0]

    chinese = first_family("中国芯片")
    dialog = open_settings(window)
    assert dialog.font_box.currentFont().family() == "Source Serif 4"
    dialog.font_box.setCurrentFont(QFont("Inter"))

    assert (first_family("Chips cross"), first_family("中国芯片")) == ("Inter", chinese)
    assert window.appearance.theme.font("card_headline").families() == headline
    leave(qtbot, dialog, window)
    window.close()
    again = open_window()
    assert again.appearance.theme.font("body").families()[0] == "Inter"
    open_settings(again).font_box.setCurrentFont(QFont("Source Serif 4"))
    assert again.appearance.theme.font("body").families()[0] == "Source Serif 4"


def test_the_proxy_of_everything_is_kept_where_it_is_one(qtbot: QtBot, open_window: Open) -> None:
    page = open_settings(open_window()).network
    assert page.way.currentText() == "As the system"
    assert page.address.isHidden()

    choose(page.way, "This one")
    assert not page.address.isHidden()
    assert wanted_proxy() == ""
    page.address.setText("a proxy")
    page.address.editingFinished.emit()
    assert page.trouble.text().startswith("The proxy is not an address.")
    assert wanted_proxy() == ""
    page.address.setText("socks5h://127.0.0.1:9050")
    page.address.editingFinished.emit()
    assert (page.trouble.text(), wanted_proxy()) == ("", "socks5h://127.0.0.1:9050")

    choose(page.way, "None")
    assert wanted_proxy() == "direct"
    choose(page.way, "As the system")
    assert wanted_proxy() == ""


@pytest.mark.parametrize("percent", [100, 150])
def test_every_page_is_named_in_full(qtbot: QtBot, open_window: Open, percent: int) -> None:
    window = open_window()
    window.appearance.choose_text_scale(percent / 100)
    pages = open_settings(window).pages
    qtbot.waitExposed(pages)
    assert pages.sizeHintForColumn(0) <= pages.viewport().width()
