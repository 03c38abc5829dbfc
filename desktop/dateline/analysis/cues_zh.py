"""The Chinese words of speech and the words around names, as the data files give them, and where they stand in a text.

The words themselves are data, `resources/lexicon/speech-zh.toml` and `names-zh.toml`; this module only compiles them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import ahocorasick_rs

from dateline import settings
from dateline.analysis.cued import word_finder
from dateline.text.span import Span


class Cue(NamedTuple):
    """A verb of speech in the text; `end` includes what belongs to it (说道, 回答称)."""

    start: int
    end: int
    is_strong: bool


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """What the data files say, compiled; patterns are matched, not searched, unless said otherwise."""

    verbs: ahocorasick_rs.AhoCorasick
    strengths: tuple[bool | None, ...]  # of the verbs: strong, weak, or None for a word that is no verb of speech
    term_before: tuple[str, ...]
    term_after: re.Pattern[str]
    message: re.Pattern[str]  # searched; its last group: who sent the message that is received
    telling: frozenset[str]
    reporting: frozenset[str]
    stopped: frozenset[str]  # verbs of speech only where a comma, a colon or a mark follows
    addressing: frozenset[str]  # verbs that somebody told may follow
    adverbs: frozenset[str]
    not_adverbs: tuple[str, ...]
    openings: re.Pattern[str]
    phrase_ends: tuple[str, ...]
    leads: re.Pattern[str]  # searched; group lead, or none where the word only looks like one
    #: What shows, after a name, that the name is the subject: by first character words, what bars them, and sure words.
    follow: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]
    surnames: str
    double_surnames: frozenset[str]
    everyday: frozenset[str]
    not_given: frozenset[str]
    foreign: frozenset[str]  # characters that foreign names are written with
    foreign_letters: str  # the same
    not_names: frozenset[str]
    title_ends: tuple[str, ...]
    roles: tuple[str, ...]
    organisations: tuple[str, ...]
    speakers: tuple[str, ...]
    courtesy: re.Pattern[str]  # searched; group 1: the family name
    honoured: re.Pattern[str]  # searched; group 1: the full name before a title: 顾青 in 的顾青教授
    honorific: re.Pattern[str]
    bearer: re.Pattern[str]  # what a body's name is only a part of: 外交部 in 外交部发言人, 苹果 in 苹果公司
    nameless: re.Pattern[str]
    everyday_gram: re.Pattern[str]  # found: a surname that is an everyday word (group 1), before two Han (group 2)
    heads: frozenset[str]  # characters that surnames begin with
    begin_names: frozenset[str]  # the same, and those that foreign names are written with
    initial_gram: re.Pattern[str]  # found: a surname's character and the one after it where no Han stands before
    nickname: re.Pattern[str]  # searched
    led_nickname: re.Pattern[str]  # searched: 小赵 of 对面的小赵, of a surname that is no everyday word
    titles: ahocorasick_rs.AhoCorasick

    def cues(self, text: str) -> list[Cue]:
        """Return the verbs of speech in a folded text without lone surrogates, in order."""
        found = []
        for index, start, end in self.verbs.find_matches_as_indexes(text):
            is_strong = self.strengths[index]
            if text[start:end] in self.stopped and text[end : end + 1] not in _LEADING:
                continue
            if is_strong is not None and not (end - start > 1 and self._is_noun(text, start, end)):
                found.append(Cue(start, end, is_strong))
        return found

    def titles_in(self, text: str) -> list[Span]:
        """Return the titles before what may be a name, in order, those that overlap too, a longer one first."""
        found = self.titles.find_matches_as_indexes(text, overlapping=True)
        before_names = [Span(start, end) for _, start, end in found if text[end : end + 1] in self.begin_names]
        return sorted(before_names, key=lambda span: (span.start, -span.end))

    def follows_name(self, text: str, at: int) -> bool:
        """Tell whether what stands at a place shows that the name before it is a subject: 表示, 则, 在, a comma."""
        known = self.follow.get(text[at])
        if known is None:
            return False
        words, barring, sure = known
        return text.startswith(sure, at) or (text.startswith(words, at) and not text.startswith(barring, at))

    def _is_noun(self, text: str, start: int, end: int) -> bool:
        """Tell whether the word stands as a noun: 网友的质疑, 作为补充, 受到批评."""
        if text[end - 1] in "说道称" or text.endswith(("回答", "答复"), start, end):
            return False
        return text[start - 1 : start] == "的" or text.endswith(_GOVERNING, max(0, start - 2), start)


#: What leads from a verb of speech to the words.
_LEADING = frozenset('，,：:“‘「『"＂')
#: What a verb of speech is the object of.
_GOVERNING = (
    "作为",
    "受到",
    "遭到",
    "引发",
    "招致",
    "面临",
    "构成",
    "无视",
    "不顾",
    "面对",
    "引起",
    "回避",
    "接受",
    "拒绝",
)


def alternatives(words: Iterable[str]) -> str:
    """Return the words as one alternation, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


@lru_cache(maxsize=1)
def speech_words() -> SpeechWords:
    """Return the words that were shipped; later calls return the same object."""
    speech, names = _read("lexicon/speech-zh.toml"), _read("lexicon/names-zh.toml")
    verbs, frames, clause = _split(speech["verbs"]), _split(speech["frames"]), _split(speech["clause"])
    surnames, titles = names["surnames"], _split(names["titles"])
    first = "".join(surnames["single"].split()) + "".join(double[0] for double in surnames["double"].split())
    heads = first + "".join(double[0] for double in surnames["japanese"].split())
    strengths: dict[str, bool | None] = {}
    for is_strong, kind in ((False, "weak"), (True, "strong")):
        strengths.update({verb + ending: is_strong for verb in verbs[kind] for ending in ("", *verbs["endings"])})
    strengths.update(dict.fromkeys((*verbs["blocked"], *verbs["before_verbs"])))
    leads = alternatives(clause["leads"])
    not_leads = alternatives(clause["not_leads"])
    return SpeechWords(
        verbs=ahocorasick_rs.AhoCorasick(
            list(strengths),
            matchkind=ahocorasick_rs.MatchKind.LeftmostLongest,
            store_patterns=False,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        ),
        strengths=tuple(strengths.values()),
        term_before=tuple(frames["term_before"]),
        term_after=re.compile(alternatives(frames["term_after"])),
        message=re.compile(
            rf"(?:(?:{alternatives(frames['receive'])})了?([^，,。：:]{{2,16}}?)(?:发来)?的?"
            rf"|(?:是|有|上|里)?([^，,。：:是]{{2,8}}?)(?:发|寄|传|打|写)来的)(?:{alternatives(frames['message'])})$"
        ),
        telling=frozenset(verb + ending for verb in verbs["telling"] for ending in ("", *verbs["endings"])),
        reporting=frozenset(verbs["reporting"]),
        stopped=frozenset(verbs["stopped"]),
        addressing=frozenset(verbs["addressing"]),
        adverbs=frozenset(clause["adverbs"]),
        not_adverbs=tuple(clause["not_adverbs"]),
        openings=re.compile(f"(?:{alternatives(clause['openings'])})[，,]?"),
        phrase_ends=tuple(clause["phrase_ends"]),
        leads=re.compile(f"(?:{not_leads})|(?P<lead>{leads})"),
        follow=_by_first(
            (*clause["adverbs"], *clause["leads"]),
            clause["not_leads"],
            (*verbs["strong"], *verbs["weak"], *"（(，,、：:。0123456789０１２３４５６７８９对向跟据"),
        ),
        surnames="".join(surnames["single"].split()),
        double_surnames=frozenset((*surnames["double"].split(), *surnames["japanese"].split())),
        everyday=frozenset(surnames["everyday"]),
        not_given=frozenset(surnames["not_given"]),
        foreign=frozenset(surnames["foreign"]),
        foreign_letters=surnames["foreign"],
        not_names=frozenset(surnames["not_names"].split()),
        title_ends=tuple(titles["ends"]),
        roles=tuple(titles["roles"]),
        organisations=tuple(titles["organisations"]),
        speakers=tuple(titles["speakers"]),
        # A head of state or of a party is named after it: 美国总统, 执政党主席.
        courtesy=re.compile(f"(?![国党])([{first}])(?:{alternatives(titles['courtesy'])})"),
        honoured=re.compile(
            f"([{first}](?<=[的，。、：\n”」].)[\u4e00-\u9fff]{{1,2}})(?:{alternatives(titles['after_names'])})(?![姐们])"
        ),
        honorific=re.compile(alternatives(titles["courtesy"])),
        bearer=re.compile(
            alternatives(end for kind in ("ends", "roles", "organisations", "speakers") for end in titles[kind])
        ),
        nameless=re.compile(alternatives(titles["nameless"])),
        heads=frozenset(heads),
        begin_names=frozenset(heads + surnames["foreign"]),
        everyday_gram=re.compile(f"([{''.join(surnames['everyday'])}])(?=([\u4e00-\u9fff]{{2}}))"),
        # This and others begin with a class, so that the scan for them is fast.
        initial_gram=re.compile(f"[{first}](?<![\u4e00-\u9fff].)[\u4e00-\u9fff]"),
        nickname=re.compile(
            f"[老小{first}](?<![\u4e00-\u9fff].)"
            f"(?:(?<=[老小])[{first}](?![\u4e00-\u9fff]?[·工品区])|(?<=[{first}])老(?![师板家年人百]))"
        ),
        led_nickname=re.compile(f"[老小][{''.join(sorted(set(first) - set(surnames['everyday'])))}]"),
        titles=word_finder(titles["ends"], ahocorasick_rs.MatchKind.Standard),
    )


def _by_first(
    words: Iterable[str], unless: Iterable[str], always: Iterable[str]
) -> dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """Return, by first character, the words, what bars them, and the words that nothing bars.

    One alternation of a thousand words would be tried word by word at every place.
    """
    plain, barring, free = _grouped(words), _grouped(unless), _grouped(always)
    return {
        first: (tuple(plain.get(first, ())), tuple(barring.get(first, ())), tuple(free.get(first, ())))
        for first in {*plain, *free}
    }


def _grouped(words: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word)
    return groups


def _split(table: dict[str, str]) -> dict[str, list[str]]:
    return {key: words.split() for key, words in table.items()}


def _read(name: str) -> dict[str, Any]:
    with settings.resource(name).open("rb") as file:
        return tomllib.load(file)
