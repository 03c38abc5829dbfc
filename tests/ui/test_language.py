"""The interface speaks 简体中文: every string has a translation, and a window opened in Chinese shows it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTranslator

from dateline.settings import resource

_PLACE = re.compile(r"\{[^}]*\}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
#: Marks of Latin punctuation right after a Han character, or a space beside a Chinese mark.
_MISSET = re.compile(r"(?<=[\u4e00-\u9fff])[,;:!?](?![a-z])|[，。；：！？、（）“”] | [，。；：！？、（）]")


@dataclass(frozen=True, slots=True)
class Message:
    """One string of a .ts file."""

    context: str
    source: str
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
            messages.append(Message(name, message.findtext("source") or "", words, translation.get("type") is None))
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
    differing = [str(one) for one in CHINESE if translator.translate(one.context, one.source) != one.translation]
    assert differing == []
