"""The page on the query language: it names every field, its examples can be read, and it stands beside the window."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from dateline.news.question import FIELDS, HAS_VALUES, IS_VALUES, ORDERS, read_filter
from dateline.settings import resource
from dateline.ui.filter.help import QueryHelp
from dateline.ui.keys import Act
from dateline.ui.main_window import MainWindow
from desk import TODAY

Open = Callable[..., MainWindow]
PAGES = ("help/query-language.md", "help/query-language.zh_CN.md")
_CODE = re.compile(r"`([^`]+)`")


@pytest.mark.parametrize("page", PAGES)
def test_the_page_names_everything_and_its_examples_can_be_read(page: str) -> None:
    text = resource(page).read_text("utf-8")
    assert {name for name in FIELDS if f"`{name}:`" not in text} == set()
    assert {value for value in (*IS_VALUES, *HAS_VALUES, *ORDERS) if f"`{value}`" not in text} == set()
    examples = [code for line in _rows(page) for code in _CODE.findall(line) if not code.endswith(":")]
    assert len(examples) > 40
    for example in examples:
        assert read_filter(example, TODAY).terms, example


def test_both_pages_have_the_same_rows() -> None:
    english, chinese = ([_CODE.findall(line)[0] for line in _rows(page) if "`" in line] for page in PAGES)
    assert english == chinese


def _rows(page: str) -> list[str]:
    return [line for line in resource(page).read_text("utf-8").splitlines() if line.startswith("|")]


@pytest.mark.parametrize(("locale", "title"), [("en_GB", "The query language"), ("zh_CN", "查询语言")])
def test_it_opens_beside_the_window(qtbot: QtBot, open_window: Open, locale: str, title: str) -> None:
    window = open_window()
    before = QLocale()
    QLocale.setDefault(QLocale(locale))
    try:
        window.commands[Act.QUERY_HELP].trigger()
    finally:
        QLocale.setDefault(before)
    page = window.findChild(QueryHelp)
    assert page.windowTitle() == title
    assert not page.isModal()
    shown = page.page.toPlainText()
    assert "speaker:黄仁勋" in shown
    assert "`" not in shown
    page.accept_button.click()
    qtbot.waitUntil(lambda: window.findChild(QueryHelp) is None)
