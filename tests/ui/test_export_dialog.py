"""The Export dialog as somebody uses it: by keys, with a preview, progress, an end before its time, and errors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from dateline.errors import ExportError
from dateline.news.handover import CitationStyle, GroupBy, HandedOver, HandoverPreview
from dateline.news.reading_list import ListId
from dateline.pipeline.newsroom import Newsroom
from dateline.storage import lists
from dateline.ui.export.dialog import ExportDialog
from dateline.ui.export.options import remembered_options
from dateline.ui.main_window import MainWindow
from dateline.ui.settings.preferences import Preferences
from desk import NOW, Desk, QuietNewsroom

Open = Callable[..., MainWindow]
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(desk: Desk, open_window: Open) -> MainWindow:
    desk.article("Chips", says=[("Ida Kern", "The rule came late")])
    return open_window()


def opened(qtbot: QtBot, window: MainWindow) -> ExportDialog:
    """Open the dialog by its key and wait for its preview."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_E, CONTROL_SHIFT)
    dialog = window.exporting.dialog
    assert dialog is not None
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.accept_button.isEnabled())
    return dialog


def test_it_names_its_act_and_tells_what_goes_out(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window)
    assert dialog.windowTitle() == "Export “All articles”"
    assert dialog.accept_button.text() == "Export PDF…"
    assert dialog.truth.text() == "1,000 articles; 10 are not in full text and go out as such."
    assert dialog.preview.of.text() == "The first 3 of 1,000 articles"
    assert dialog.preview.page.toPlainText() == "List"
    dialog.options.text.click()
    assert dialog.truth.text().endswith("; the outlets' full text goes along.")
    dialog.formats.setFocus()
    qtbot.keyClick(dialog.formats, Qt.Key.Key_Down)
    assert dialog.accept_button.text() == "Export DOCX…"
    dialog.choose_format("quotes-csv")
    assert not dialog.options.notes.isEnabled()
    assert "full text goes" not in dialog.truth.text()


def test_every_control_has_a_name_and_is_reached_by_tab(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window)
    options = dialog.options
    wanted = [options.notes, options.quotes, options.figures, options.topics, options.text]
    wanted += [options.groups, options.styles, options.languages, options.papers, dialog.preview.page]
    names = [one.accessibleName() or getattr(one, "text", str)() for one in wanted]
    assert names[5:] == ["Grouped by", "Citations", "Language of headings", "Paper", "Preview"]
    assert all(names)
    seen = []
    dialog.formats.setFocus()
    for _ in range(20):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert [one for one in wanted if one not in seen] == []
    assert dialog.accept_button in seen


def test_the_button_asks_for_a_file_and_writes_it(
    qtbot: QtBot, window: MainWindow, newsroom: QuietNewsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot, window)
    dialog.options.groups.setCurrentIndex(2)
    dialog.options.styles.setCurrentIndex(1)
    proposed = []

    def choose(_parent: object, _title: str, name: str, pattern: str) -> tuple[str, str]:
        proposed.append((Path(name).name, pattern))
        return str(tmp_path / "week"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert proposed == [("All articles.pdf", "PDF (*.pdf)")]
    (export,) = newsroom.exports
    assert export.to == "pdf:week.pdf"
    assert (export.wanted.options.group_by, export.wanted.options.style) == (GroupBy.OUTLET, CitationStyle.APA)
    export.tell(120, 1_000)
    qtbot.waitUntil(lambda: dialog.truth.text() == "Writing 120 of 1,000")
    assert (dialog.progress.value(), dialog.progress.isVisible()) == (120, True)
    assert not dialog.accept_button.isEnabled()
    export.tell(1_000, 1_000)
    qtbot.waitUntil(lambda: dialog.truth.text() == "Finishing week.pdf…")
    with qtbot.waitSignal(window.exporting.told) as said:
        export.future.set_result(HandedOver(1_000))
    assert said.args == ["1,000 articles written to week.pdf."]


def test_stop_ends_it_and_the_dialog_stays(
    qtbot: QtBot, window: MainWindow, newsroom: QuietNewsroom, tmp_path: Path
) -> None:
    dialog = opened(qtbot, window)
    dialog.export_to(tmp_path / "week.pdf")
    first = newsroom.exports[0]
    assert first.is_wanted()
    assert dialog.cancel_button.text() == "Stop"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not first.is_wanted()
    assert dialog.isVisible()
    assert dialog.truth.text() == "Stopped. No file was written."
    dialog.export_to(tmp_path / "week.pdf")
    first.tell(990, 1_000)  # late, and of a run that was ended
    newsroom.exports[1].tell(10, 1_000)
    qtbot.waitUntil(lambda: dialog.truth.text() == "Writing 10 of 1,000")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_an_error_is_a_sentence_and_one_may_try_again(
    qtbot: QtBot, window: MainWindow, newsroom: QuietNewsroom, tmp_path: Path
) -> None:
    dialog = opened(qtbot, window)
    dialog.export_to(tmp_path / "week.pdf")
    newsroom.exports[0].future.set_exception(ExportError("There is no room for week.pdf.", "Free some space."))
    qtbot.waitUntil(lambda: dialog.truth.text() == "There is no room for week.pdf. Free some space.")
    assert dialog.accept_button.isEnabled()


def test_nothing_to_export_says_so(qtbot: QtBot, window: MainWindow, newsroom: QuietNewsroom) -> None:
    newsroom.preview = HandoverPreview(0, 0, 0, "", is_html=True)
    qtbot.mouseClick(window.bar.export, Qt.MouseButton.LeftButton)
    dialog = window.exporting.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.preview.page.toPlainText() == "There is nothing here to export.")
    assert not dialog.accept_button.isEnabled()


def test_choices_are_remembered_but_full_text_is_ticked_anew(
    qtbot: QtBot, window: MainWindow, newsroom: QuietNewsroom, tmp_path: Path
) -> None:
    dialog = opened(qtbot, window)
    dialog.choose_format("markdown")
    dialog.options.figures.click()
    dialog.options.text.click()
    dialog.options.languages.setCurrentIndex(1)
    dialog.export_to(tmp_path / "week.md")
    with qtbot.waitSignal(window.exporting.told):
        newsroom.exports[0].future.set_result(HandedOver(1))
    again = opened(qtbot, window)
    assert again.target.id == "markdown"
    assert again.options.options() == replace(remembered_options(window.settings), with_figures=True, language="zh")
    assert not again.options.text.isChecked()
    window.settings.setValue("export/style", "no such style")
    assert remembered_options(window.settings).style is CitationStyle.CHICAGO


def test_a_reading_list_is_exported_from_its_screen(
    qtbot: QtBot, desk: Desk, window: MainWindow, newsroom: QuietNewsroom, tmp_path: Path
) -> None:
    change = partial(lists.make_list, name="Briefing", at=NOW, articles=[desk.card("Chips").id])
    desk.library.write(change).result()
    (one,) = desk.library.read(lists.lists).result()
    window.work.show_list(one.id)
    qtbot.waitUntil(lambda: window.work.lists.isVisible())
    qtbot.mouseClick(window.work.lists.export, Qt.MouseButton.LeftButton)
    dialog = window.exporting.dialog
    assert dialog is not None
    assert dialog.windowTitle() == "Export “Briefing”"
    qtbot.waitUntil(lambda: dialog.accept_button.isEnabled())
    dialog.export_to(tmp_path / "briefing.pdf")
    assert newsroom.exports[0].wanted.reading_list == ListId(one.id)


def test_zotero_and_a_vault_stand_there_once_they_are_set_up(
    qtbot: QtBot, window: MainWindow, newsroom: QuietNewsroom
) -> None:
    before = opened(qtbot, window)
    assert [before.formats.item(row).text() for row in range(before.formats.count())][-1] == "Evidence pack, ZIP"
    before.reject()
    window.preferences = replace(Preferences(), sends_to_zotero=True, vault="/home/ida/vault")
    dialog = opened(qtbot, window)
    dialog.choose_format("zotero")
    assert dialog.accept_button.text() == "Send to Zotero"
    dialog.choose_format("vault")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert newsroom.exports[0].to == "vault:vault"
    with qtbot.waitSignal(window.exporting.told) as said:
        newsroom.exports[0].future.set_result(HandedOver(3, n_kept=1))
    assert said.args == ["3 articles written to vault. 1 note that you changed was left as it is."]


def test_the_real_newsroom_writes_the_file_while_the_window_lives(
    qtbot: QtBot, desk: Desk, tmp_path: Path, appearance: object, settings: QSettings
) -> None:
    desk.articles(120)
    newsroom = Newsroom(desk.library, lambda: pytest.fail("no network is needed"))
    window = MainWindow(desk.library, newsroom)
    qtbot.addWidget(window, before_close_func=lambda _: None)
    window.show()
    qtbot.waitUntil(lambda: window.timeline.timeline.is_whole)
    window.commands.actions["export"].trigger()  # type: ignore[index]
    dialog = window.exporting.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.accept_button.isEnabled(), timeout=20_000)
    assert dialog.truth.text() == "120 articles."
    assert dialog.preview.of.text() == "The first 3 of 120 articles"
    assert "Story 0" in dialog.preview.page.toPlainText()
    dialog.choose_format("jsonl")
    with qtbot.waitSignal(window.exporting.told, timeout=20_000) as said:
        dialog.export_to(tmp_path / "all.jsonl")
    assert said.args == ["120 articles written to all.jsonl."]
    assert len((tmp_path / "all.jsonl").read_text().splitlines()) == 120
    newsroom.close()
