"""What the parts of the lexicon are called in the window: strengths of terms, signals, kinds, sides."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dateline.news.lexicon_edit import TERM_POINTS, EntityEdit, LexiconEdit, TermEdit
from dateline.news.lexicon_listing import ListedTopic
from dateline.ui.names import Names

_translate = QCoreApplication.translate

#: Tab → the kinds of entity that it lists.
KINDS: dict[str, tuple[str, ...]] = {
    "people": ("person",),
    "organisations": ("company", "lab", "agency", "think-tank", "outlet"),
    "models": ("model", "chip", "law"),
}
SIDES = ("", "us", "cn", "tw", "hk", "eu", "uk", "jp", "kr", "nl")


def strength(points: float) -> str:
    """Return what a term's points are called."""
    names = {
        "sure": _translate("lexicon", "Sure"),
        "strong": _translate("lexicon", "Strong"),
        "plain": _translate("lexicon", "Plain"),
        "faint": _translate("lexicon", "Faint"),
    }
    for key, value in TERM_POINTS.items():
        if points >= value:
            return names[key]
    return _translate("lexicon", "Not looked for")


def topic_name(topic: ListedTopic, names: Names) -> str:
    """Return what a topic or signal is called."""
    if topic.is_own:
        return topic.name
    signals = {
        "ai": _translate("lexicon", "AI"),
        "us": _translate("lexicon", "The American side"),
        "us actors": _translate("lexicon", "American firms and people"),
        "china": _translate("lexicon", "The Chinese side"),
        "china actors": _translate("lexicon", "Chinese firms and people"),
        "relation": _translate("lexicon", "What lies between them"),
        "dealing": _translate("lexicon", "What one does to the other"),
        "elsewhere": _translate("lexicon", "Other countries"),
    }
    return signals.get(topic.id, topic.id) if topic.is_signal else names.topic(topic.id)


def kind_name(kind: str) -> str:
    """Return what a kind of entity is called."""
    names = {
        "person": _translate("lexicon", "Person"),
        "company": _translate("lexicon", "Company"),
        "lab": _translate("lexicon", "Lab"),
        "agency": _translate("lexicon", "Agency"),
        "think-tank": _translate("lexicon", "Think tank"),
        "outlet": _translate("lexicon", "Outlet"),
        "model": _translate("lexicon", "Model"),
        "chip": _translate("lexicon", "Chip"),
        "law": _translate("lexicon", "Law or rule"),
    }
    return names.get(kind, kind)


def side_name(side: str) -> str:
    """Return what a side is called."""
    names = {
        "": _translate("lexicon", "None"),
        "us": _translate("lexicon", "United States"),
        "cn": _translate("lexicon", "China"),
        "tw": _translate("lexicon", "Taiwan"),
        "hk": _translate("lexicon", "Hong Kong"),
        "eu": _translate("lexicon", "European Union"),
        "uk": _translate("lexicon", "United Kingdom"),
        "jp": _translate("lexicon", "Japan"),
        "kr": _translate("lexicon", "South Korea"),
        "nl": _translate("lexicon", "Netherlands"),
    }
    return names.get(side, side.upper())


def edit_sentence(edit: LexiconEdit, names: Names) -> str:
    """Return one line that says what an edit makes different."""
    if isinstance(edit, TermEdit):
        topic = names.topic(edit.topic)
        if edit.points <= 0:
            return _translate("lexicon", "“{term}” does not speak for {topic}").format(term=edit.term, topic=topic)
        said = _translate("lexicon", "“{term}” speaks for {topic}: {strength}")
        return said.format(term=edit.term, topic=topic, strength=strength(edit.points).lower())
    if isinstance(edit, EntityEdit):
        if edit.is_hidden:
            return _translate("lexicon", "{name} is not looked for").format(name=edit.name or edit.entity)
        return _translate("lexicon", "{name} is changed or added").format(name=edit.name or edit.entity)
    return _translate("lexicon", "Topic of your own: {name}").format(name=edit.name)
