"""Article text that a page carries only inside its scripts, for the browser to put in place.

Many Chinese and some Western sites send an empty page and the article as JSON. The longest string that reads like an
article, under a name that sites give to one, is taken. Bounded, never evaluated.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.sources.sanitise import plain_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAX_SCRIPT = 3_000_000
_MAX_NODES = 60_000
_MIN_TEXT = 200
_NAMES = re.compile(
    r"^(?:article_?body|body(?:_?html|_?text)?|content(?:_?html|_?text|_?data|_?list)?|html_?content|text|"
    r"full_?text|article_?content|rich_?text|detail|description|paragraphs?|story|value|data|"
    # widgetContent, post_body: what it belongs to may stand before; not of whom others speak below.
    r"(?!comment|reply|meta|seo|share)(?-i:[a-z]{2,20}(?=[A-Z])|[a-z]{2,20}_)(?:content|body|html|text))$",
    re.IGNORECASE,
)
_TITLES = ("headline", "title", "article_title", "articleTitle", "name")
#: A name with a long string in what is no JSON, such as the call of a function that makes the data.
_LITERAL = re.compile(r"\b([A-Za-z_]{2,40})\s{0,3}:\s{0,3}(\"(?:[^\"\\]|\\.){200,400000}\")")
_START = re.compile(r"[\[{]")


@dataclass(frozen=True, slots=True)
class ScriptText:
    """An article as a script carries it; empty where none does."""

    text: str = ""  # HTML or plain
    title: str = ""  # what stands beside the text under a headline's name


def text_in_scripts(root: _Element) -> ScriptText:
    """Return the article that stands in the page's scripts."""
    best = ScriptText()
    decoder = json.JSONDecoder(strict=False)
    for script in root.iter("script"):
        kind = (script.get("type") or "").lower()
        text = script.text or ""
        if "ld+json" in kind or not _MIN_TEXT < len(text) < _MAX_SCRIPT:
            continue
        start = _START.search(text)
        tried = 0
        while start is not None and tried < 8:
            tried += 1
            try:
                data, end = decoder.raw_decode(text, start.start())
            except (ValueError, RecursionError):
                start = _START.search(text, start.end())
                continue
            found = _longest(data)
            if len(found.text) > len(best.text):
                best = found
            start = _START.search(text, end)
        if not best.text:
            best = _longest(_literals(text))
    return best if len(plain_text(best.text)) >= _MIN_TEXT else ScriptText()


def _literals(text: str) -> dict[str, str]:
    """Return the long strings of a script that is no JSON by their names, the longest of a name."""
    found: dict[str, str] = {}
    for name, literal in _LITERAL.findall(text):
        try:
            words = json.loads(literal, strict=False)
        except ValueError:  # written as only JavaScript may
            continue
        if len(words) > len(found.get(name, "")):
            found[name] = words
    return found


def _longest(data: object) -> ScriptText:
    best = ""
    beside: dict[str, object] = {}
    waiting: list[tuple[str, object, dict[str, object]]] = [("", data, {})]
    n_seen = 0
    while waiting and n_seen < _MAX_NODES:
        n_seen += 1
        name, value, holder = waiting.pop()
        if isinstance(value, dict):
            waiting.extend((str(key), inner, value) for key, inner in value.items())
        elif isinstance(value, list):
            texts = [one if isinstance(one, str) else _inner(one) for one in value[:2_000]]
            joined = "\n".join(f"<p>{one}</p>" if "<p" not in one else one for one in texts if one)
            if _NAMES.match(name) and len(joined) > len(best) and _is_prose(joined):
                best, beside = joined, holder
            waiting.extend((name, inner, holder) for inner in value)
        elif isinstance(value, str) and _NAMES.match(name) and len(value) > len(best) and _is_prose(value):
            best, beside = value, holder
    names = (*_TITLES, *(name for name in beside if name.lower().endswith("title")))
    title = next((one for name in names if isinstance(one := beside.get(name), str) and one.strip()), "")
    return ScriptText(best, plain_text(title[:1_000]))


def _inner(value: object) -> str:
    if isinstance(value, dict):
        for key in ("data", "text", "content", "value", "html", "body"):
            inner = value.get(key)
            if isinstance(inner, str):
                return inner
    return ""


def _is_prose(text: str) -> bool:
    sample = text[:4_000]
    return len(text) > _MIN_TEXT and sum(sample.count(mark) for mark in (". ", "。", "，", ", ", "</p>")) >= 4
