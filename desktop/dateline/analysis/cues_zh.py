"""The Chinese words of speech and the words around names, as the data files give them, and where they stand in a text.

The words themselves are data, `resources/lexicon/speech-zh.toml` and `names-zh.toml`; this module only compiles them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dateline import settings

#: Function words and beginnings of phrases that may follow the subject of a clause.
ADVERBS = (
    "则 也 还 又 都 就 便 曾 曾经 再 再次 再度 进一步 同时 随后 此前 近日 日前 当天 当日 今天 昨天 今日 昨日 周一 周二 周三 周四 周五 周六 周日 "
    "明确 公开 坦率 直接 首次 多次 一再 反复 继续 接着 最后 最终 最近 最新 当时 当场 现场 事后 之后 后来 早前 稍早 稍后 刚刚 仍 仍然 依然 特别 甚至 只是 只 更 亦 均 皆 并 并且 "
    "不无 如此 这样 如实 郑重 严肃 毫不讳言 毫不掩饰 忍不住 不禁 笑着 哭着 无奈 无奈地 激动 激动地 认真 高兴 连连 纷纷 独家 专门 另外 此外 对此 补充 率先 一致 普遍 集体 "
    "上午 下午 晚间 晚上 早上 清晨 凌晨 深夜 中午 傍晚 本月 上月 本周 上周 去年 今年 前天 明天 早些时候 不久前 事实上 其实 总 常 经常 时常 往往 向来 一直 始终 均 共同 联合 正式 "
    "强硬 罕见 再三 明里暗里 隔空 亲自 亲口 当众 当面 私下 透过 昨 今 日 又一次 第一时间 紧接着 转而 反过来 间接 不断 不得不 也曾 则是 不愿具名 匿名 点名 直截了当"
).split()


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech in the text; `end` includes what belongs to it (说道, 回答称)."""

    start: int
    end: int
    is_strong: bool


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """What the data files say, compiled."""

    cue: re.Pattern[str]  # groups: blocked, strong, weak
    term_before: re.Pattern[str]
    term_after: re.Pattern[str]
    message: re.Pattern[str]
    surnames: frozenset[str]
    double_surnames: frozenset[str]
    not_names: frozenset[str]
    title_end: re.Pattern[str]
    roles: re.Pattern[str]
    organisations: re.Pattern[str]
    nameless: re.Pattern[str]

    def cues(self, text: str) -> list[Cue]:
        """Return the verbs of speech in a folded text, in order."""
        return [
            Cue(match.start(), match.end(), match.lastgroup == "strong")
            for match in self.cue.finditer(text)
            if match.lastgroup != "blocked"
        ]


def alternatives(words: Iterable[str]) -> str:
    """Return the words as one alternation, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


@lru_cache(maxsize=1)
def speech_words() -> SpeechWords:
    """Return the words that were shipped; later calls return the same object."""
    speech, names = _read("lexicon/speech-zh.toml"), _read("lexicon/names-zh.toml")
    verbs, frames = speech["verbs"], speech["frames"]
    endings = alternatives(verbs["endings"].split())
    return SpeechWords(
        cue=re.compile(
            f"(?P<blocked>{alternatives(verbs['blocked'].split())})"
            f"|(?P<strong>(?:{alternatives(verbs['strong'].split())})(?:{endings})?)"
            f"|(?P<weak>(?:{alternatives(verbs['weak'].split())})(?:{endings})?)"
        ),
        term_before=re.compile(f"(?:{alternatives(frames['term_before'].split())})$"),
        term_after=re.compile(f"(?:{alternatives(frames['term_after'].split())})"),
        message=re.compile(f"(?:{alternatives(frames['message'].split())})$"),
        surnames=frozenset(names["surnames"]["single"].replace("\n", "")),
        double_surnames=frozenset(names["surnames"]["double"].split()),
        not_names=frozenset(names["surnames"]["not_names"].split()),
        title_end=re.compile(f"(?:{alternatives(names['titles']['ends'].split())})$"),
        roles=re.compile(f"(?:{alternatives(names['titles']['roles'].split())})$"),
        organisations=re.compile(f"(?:{alternatives(names['titles']['organisations'].split())})$"),
        nameless=re.compile(f"(?:{alternatives(names['titles']['nameless'].split())})"),
    )


def _read(name: str) -> dict[str, Any]:
    with settings.resource(name).open("rb") as file:
        return tomllib.load(file)
