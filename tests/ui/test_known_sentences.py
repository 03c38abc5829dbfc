"""What the layers below say is said in Chinese in the Chinese window: failures, hints, why a text is not in full."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline
from dateline.errors import DatelineError, FetchError
from dateline.settings import resource
from dateline.ui.filter.reading import read_typed
from dateline.ui.known_sentences import failure_words, spoken
from desk import TODAY

FLOORS = ("sources", "storage", "news", "export", "pipeline", "app.py")
#: What is said in the terminal alone, and what is content and no message.
APART = (
    *("storage/doctor.py", "storage/salvage.py", "pipeline/bulk_import.py"),
    *("sources/sample.py", "export/citing.py", "export/words.py"),
)
_SENTENCE = re.compile(r"(?:[A-Z“{]|the ).*[.!?]", re.DOTALL)
_SQL = re.compile(r"\b(?:SELECT|FROM|WHERE|ORDER BY|UPDATE|INSERT|DELETE|CREATE|PRAGMA)\b")
_HOLE = re.compile(r"\{[a-z_.]*\}")
_HAN = re.compile("[\u4e00-\u9fff]")


def catalogue() -> dict[str, str]:
    return tomllib.loads(resource("translations/sentences_zh_CN.toml").read_text("utf-8"))


def said_below() -> dict[str, str]:
    """Return every sentence that stands in the code of the floors below the window, with the file it stands in."""
    root = Path(dateline.__file__).parent
    found: dict[str, str] = {}
    for floor in FLOORS:
        for file in sorted((root / floor).rglob("*.py")) if (root / floor).is_dir() else [root / floor]:
            name = file.relative_to(root).as_posix()
            if name not in APART and "schema" not in name:
                found.update((sentence, name) for sentence in _sentences(ast.parse(file.read_text("utf-8"))))
    return found


def _sentences(tree: ast.Module) -> Iterator[str]:
    apart = {id(part) for node in ast.walk(tree) for part in _apart(node)}
    for node in ast.walk(tree):
        if id(node) in apart:
            continue
        if isinstance(node, ast.JoinedStr):
            words = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = _HOLE.sub("{}", node.value)
        else:
            continue
        words = words.strip()
        is_long = len(re.sub("[^a-z]", "", words)) > 8
        if " " in words and is_long and _SENTENCE.fullmatch(words) and not _SQL.search(words):
            yield words


def _apart(node: ast.AST) -> Iterator[ast.AST]:
    """Return what is in a node and is no sentence for the user: docstrings, parts of f-strings, log lines, Qt's own."""
    if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)):
        if node.body and isinstance(node.body[0], ast.Expr):
            yield node.body[0].value
    elif isinstance(node, ast.JoinedStr):
        yield from node.values
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        owner = node.func.value
        if isinstance(owner, ast.Name) and owner.id in ("log", "QCoreApplication"):
            yield from ast.walk(node)


def test_every_sentence_from_below_has_its_chinese() -> None:
    known = catalogue()
    assert {sentence: where for sentence, where in said_below().items() if sentence not in known} == {}


def test_a_translation_is_chinese_and_fills_every_hole_once() -> None:
    for english, chinese in catalogue().items():
        holes = [str(number) for number in range(english.count("{}"))]
        assert _HAN.search(chinese), english
        assert sorted(re.findall(r"\{(\d)\}", chinese)) == holes, english


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The page is empty.", "网页为空。"),
        ("ft.example needs a login.", "ft.example 需要登录。"),
        (
            "ft.example refused to answer Dateline. Open the original in the browser, or hand over a saved page.",
            "ft.example 拒绝回应 Dateline。请在浏览器中打开原文，或提供保存的网页。",
        ),
        ("ft.example has a problem of its own (status 502).", "ft.example 自身出现问题（状态码 502）。"),
        (
            "Line 13 of the rule: there is no setting “lnk”; “link” is meant?",
            "规则第 13 行：没有名为“lnk”的设置；是否应为“link”？",
        ),
        ("The rule: there is no setting “colour”.", "规则：没有名为“colour”的设置。"),
        ("Line 3 of the rule: the selector “a[” cannot be understood.", "规则第 3 行：选择器“a[”无法识别。"),
        ("The outlet went on holiday.", "The outlet went on holiday."),
        ("The outlet went on holiday. Try again later.", "The outlet went on holiday. 请稍后再试。"),
        ("", ""),
    ],
)
def test_sentences_are_spoken_in_chinese(said: str, expected: str) -> None:
    assert spoken(said) == expected


@pytest.mark.usefixtures("chinese")
def test_a_failure_says_in_chinese_what_happened_and_what_to_do() -> None:
    error = FetchError("There is no such host: ft.example.", "Check the address, or your connection.")
    assert failure_words(error) == "没有这个主机：ft.example。请检查网址或网络连接。"


@pytest.mark.usefixtures("chinese")
def test_a_filter_that_cannot_be_read_says_so_in_chinese() -> None:
    _, (mistake,) = read_typed("after:yesterdayish", TODAY)
    assert mistake.sentence == "“yesterdayish”不是日期。"


def test_english_stays_as_it_is() -> None:
    error = DatelineError("The page is empty.", "Try again later.")
    assert failure_words(error) == "The page is empty. Try again later."
    assert spoken("ft.example needs a login.") == "ft.example needs a login."
