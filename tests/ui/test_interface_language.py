"""The interface speaks 简体中文: every string has a translation, and a window opened in Chinese shows it."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.news.finding import UMBRELLA, Speaker
from dateline.settings import resource
from dateline.sources.outlets import outlets
from dateline.text.span import Span
from dateline.ui.dates import day_name, day_rest, full_moment, n_articles, short_day
from dateline.ui.joined import joined, listed
from dateline.ui.keys import Act
from dateline.ui.main_window import MainWindow
from dateline.ui.names import Names
from dateline.ui.reader.speakers import EntityName, full_name, other_name, printed_name, short_name
from dateline.ui.settings.dialog import SettingsDialog
from desk import Desk

Open = Callable[..., MainWindow]

_PLACE = re.compile(r"\{[^}]*\}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
#: Marks of Latin punctuation right after a Han character, or a space beside a Chinese mark.
_MISSET = re.compile(r"(?<=[\u4e00-\u9fff])[,;:!?](?![a-z])|[，。；：！？、（）“”] | [，。；：！？、（）]")


@dataclass(frozen=True, slots=True)
class Message:
    """One string of a .ts file."""

    context: str
    source: str
    comment: str
    translation: str
    is_finished: bool

    def __str__(self) -> str:
        return f"{self.context}: {self.source}"


def read_ts(path: Path) -> list[Message]:
    """Return the strings of a translation file, in its order."""
    messages = []
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            words = translation.text or ""
            source, comment = message.findtext("source") or "", message.findtext("comment") or ""
            messages.append(Message(name, source, comment, words, translation.get("type") is None))
    return messages


CHINESE = read_ts(resource("translations") / "dateline_zh_CN.ts")


def test_every_string_is_translated() -> None:
    assert [str(one) for one in CHINESE if not one.is_finished or not one.translation] == []


def test_a_translation_fills_the_same_places_as_its_source() -> None:
    wrong = [one for one in CHINESE if sorted(_PLACE.findall(one.source)) != sorted(_PLACE.findall(one.translation))]
    assert [str(one) for one in wrong] == []


def test_translations_are_set_as_chinese_is() -> None:
    misset = [
        one.translation
        for one in CHINESE
        if _HAN.search(one.translation) and _MISSET.search(one.translation.replace(" (*.", "(*."))
    ]
    assert misset == []


def test_the_compiled_file_says_what_the_source_file_says() -> None:
    translator = QTranslator()
    assert translator.load("dateline_zh_CN", str(resource("translations")))
    differing = [
        str(one) for one in CHINESE if translator.translate(one.context, one.source, one.comment) != one.translation
    ]
    assert differing == []


def test_no_string_of_the_window_is_missing_and_none_is_left_over(tmp_path: Path) -> None:
    packaging = Path(__file__).resolve().parents[2] / "packaging"
    if not (packaging / "translate.py").is_file():
        pytest.skip("the program's own folder is not there")
    today = tmp_path / "dateline_zh_CN.ts"
    shutil.copy(resource("translations") / today.name, today)
    try:
        runpy.run_path(str(packaging / "translate.py"))["update"](today, "zh_CN")
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"Qt's lupdate does not run here: {error}")
    before = {(one.context, one.source, one.comment) for one in CHINESE}
    after = {(one.context, one.source, one.comment) for one in read_ts(today)}
    assert (sorted(after - before), sorted(before - after)) == ([], []), "run `make translations` and translate"


@pytest.mark.usefixtures("chinese")
def test_a_window_opened_in_chinese_speaks_it(open_window: Open, desk: Desk, qtbot: QtBot) -> None:
    desk.source("FT: Technology", outlet="ft")
    desk.article("Chips for Beijing", topics=(UMBRELLA, "chips"), says=(("Jensen Huang", "China will win this race"),))
    window = open_window()
    rows = {
        str(window.sidebar.rows.index(row, 0).data(Qt.ItemDataRole.DisplayRole))
        for row in range(window.sidebar.rows.rowCount())
    }
    assert {"中美人工智能", "全部", "今天", "未读", "芯片", "金融时报"} <= rows
    assert window.bar.save.text() == "存储搜索"
    window.commands[Act.SETTINGS].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    pages = [dialog.pages.item(row).text() for row in range(dialog.pages.count())]
    assert {"外观", "阅读", "刷新", "快捷键"} <= set(pages)
    assert all(_HAN.search(page) for page in pages)
    dialog.accept()


@pytest.mark.usefixtures("chinese")
def test_days_numbers_and_names_are_written_as_chinese_does(qapp: QApplication) -> None:
    day, today = date(2025, 11, 9), date(2025, 11, 10)
    assert short_day(day, today) == "11月9日"
    assert short_day(day, date(2026, 1, 1)) == "2025年11月9日"
    assert day_name(day, today) + day_rest(day, today) == "星期日 11月9日"
    assert day_name(today, today) + day_rest(today, today) == "今天 11月10日 星期一"
    assert full_moment(datetime(2025, 11, 9, 22, 0, tzinfo=UTC).astimezone()).startswith("2025年11月9日 ")
    assert n_articles(1234) == "1,234 篇文章"
    names = Names(outlets())
    assert [names.outlet(one).name for one in ("guancha", "bloomberg", "ft")] == ["观察者网", "彭博社", "金融时报"]
    huang = {"jensen-huang": EntityName("Jensen Huang", "黄仁勋", "person", "Huang")}
    he = Speaker("Huang", Span(0, 5), "Jensen Huang", "jensen-huang")
    assert (full_name(he, huang), other_name(he, huang)) == ("黄仁勋", "Jensen Huang")
    assert printed_name(he, huang) == "Jensen Huang"
    in_margin = [short_name(replace(he, surface=surface), huang) for surface in ("Huang", "he", "他")]
    assert in_margin == ["Huang", "Huang", "黄仁勋"]  # an English text's names stay English beside it
    assert joined(("黄仁勋", "", "三条引语")) == "黄仁勋，三条引语"
    assert listed(("金融时报", "彭博社")) == "金融时报、彭博社"
