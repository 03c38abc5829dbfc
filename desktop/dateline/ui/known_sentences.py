"""Sentences of the layers below in the interface's language: failures, what to do next, why an article is not in full.

They are English where they arise, and are kept so in the library: the layers below know no interface. Their Chinese
stands in resources/translations/sentences_zh_CN.toml, by the sentence with {} for what changes in it; a test holds that
list to the sentences there are. A sentence that is not there, such as one of the system's own, stands as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.errors import DatelineError
from dateline.settings import resource
from dateline.ui.joined import sentences
from dateline.ui.language import speaks_chinese

_END = re.compile(r"(?<=[.!?。])\s+")
#: Longer than anything that is said below, and short enough to be looked through at once.
_LONGEST = 2_000


def spoken(text: str) -> str:
    """Return one or several sentences of the layers below in the interface's language."""
    if not text or not speaks_chinese():
        return text
    return _spoken(text.strip()[:_LONGEST])


def failure_words(error: DatelineError) -> str:
    """Return what happened and what to do next, in the interface's language."""
    return sentences((spoken(error.sentence), spoken(error.hint)))


def _spoken(text: str) -> str:
    whole = _known(text)
    if whole is not None:
        return whole
    # The longest beginning that is known, then the rest of it: a hole may hold a full stop of its own.
    cuts = list(_END.finditer(text))
    for cut in reversed(cuts):
        first = _known(text[: cut.start()])
        if first is not None:
            return first + _spoken(text[cut.end() :])
    if cuts:
        return text[: cuts[0].start()] + " " + _spoken(text[cuts[0].end() :])
    return text


def _known(sentence: str) -> str | None:
    for pattern, translation in _catalogue():
        found = pattern.fullmatch(sentence)
        if found is not None:
            return translation.format(*(_inside(hole) for hole in found.groups()))
    return None


def _inside(hole: str) -> str:
    """Return what stands in a hole: a name or an address as it is, a sentence spoken too."""
    return _spoken(hole) if " " in hole else hole


@lru_cache(maxsize=1)
def _catalogue() -> tuple[tuple[re.Pattern[str], str], ...]:
    import tomllib

    listed = tomllib.loads(resource("translations/sentences_zh_CN.toml").read_text(encoding="utf-8"))
    # Those with most words of their own go first: a pattern that is nearly all hole would take theirs too.
    ordered = sorted(listed.items(), key=lambda one: -len(one[0].replace("{}", "")))
    return tuple(
        (re.compile("(.+?)".join(re.escape(part) for part in sentence.split("{}")), re.DOTALL), translation)
        for sentence, translation in ordered
    )
