"""What a text says, without what changes by itself: clocks, “5 minutes ago”, counters, and how it is set.

Two texts with one gist say the same: a page that shows the time of day was not edited. Times that are news stay: only
a clock with seconds, a time beside a word such as “updated”, and short lines of nothing but counters are taken away.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CLOCK = r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\.\d{1,9})?(?:\s?[ap]\.?m\.?\b)?"
_DAY = (
    r"(?:(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?"
    r"|\d{1,2}\s?[-/.月]\s?\d{1,2}日?(?:[-/.](?:19|20)?\d\d)?"
    r"|(?:[a-z]{3,9},?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s[a-z]{3,9}\.?|[a-z]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?),?(?:\s(?:19|20)\d\d)?"
    r"|today|今天|今日)"
)
_ZONE = r"(?:\s?(?:z|utc|gmt|[ecmp][sd]?t|bst|cst|hkt|北京时间)\b|\s?[+-]\d\d:?\d\d)?"
_MOMENT = rf"(?:{_DAY}[\s,t·at]{{0,6}}{_CLOCK}|{_CLOCK}[\s,·on]{{0,6}}{_DAY}|{_CLOCK}|{_DAY}){_ZONE}"
_MADE = r"(?:updated|modified|refreshed|generated|served|retrieved|accessed|printed|checked)"
#: One of these stands wherever something changes by itself (in small letters); looking for them is a hundred times as
#: quick as the expression that finds it, and most texts have few.
_SIGNS = (
    *":,updated,modified,refreshed,generated,served,retrieved,accessed,printed,checked, ago,just now".split(","),
    *"更新 刷新 时间 现在 前 刚刚".split(),
)
_NUMBER = r"[\d.,]{1,12}\s?(?:[kmb]|thousand|million|万|亿|千)?\+?"
_COUNTED = (
    r"(?:(?:people|readers?|users?)\s(?:are\s)?(?:reading|now|online)|views?|reads?|readers?(?:\snow)?|comments?|shares?|"
    r"likes?|replies|votes?|claps?|reactions?|people\sreading(?:\sthis)?|min(?:ute)?s?\sread|次?阅读|阅读量?|阅|评论|条评论|"
    r"跟帖|点赞|赞|转发|分享|收藏|浏览|次浏览|人参与|人在看|在看|热度|播放)"
)
_LONGEST_COUNTERS = 90
_PLAIN = (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"), ("–", "-"), ("—", "-"), ("\u00ad", ""), ("\u200b", ""))


def gist(text: str) -> str:
    """Return what the text says, for comparing: folded in width, quotation marks and white space, case kept."""
    folded = text
    if not text.isascii():
        folded = unicodedata.normalize("NFKC", text)
        for form, plain in _PLAIN:
            folded = folded.replace(form, plain)
    lower = folded.lower()
    signs = [sign for sign in _SIGNS if sign in lower]
    kept: list[str] = []
    for line in folded.split("\n"):
        said = " ".join(line.split())
        if signs and any(sign in said.lower() for sign in signs):
            said = " ".join(_self_changing().sub(" ", said).split())
        if not said or (len(said) <= _LONGEST_COUNTERS and _counters().fullmatch(said)):
            continue
        kept.append(said)
    # Where paragraphs end is how a page is set.
    return " ".join(kept)


# Both take tens of milliseconds to compile, which the first article on show is spared.
@lru_cache(maxsize=1)
def _self_changing() -> re.Pattern[str]:
    """Return a pattern for what changes by itself within a line."""
    return re.compile(
        "|".join(
            (
                # a moment told to the second is a machine's
                rf"\b(?:19|20)\d\d-\d\d-\d\d[t\s]\d\d:\d\d:\d\d(?:\.\d{{1,9}})?{_ZONE}",
                rf"(?<![\d:])(?:[01]?\d|2[0-3]):[0-5]\d:[0-5]\d(?![\d:]){_ZONE}",
                rf"\b(?:last\s|page\s)?{_MADE}(?:\s(?:at|on|in))?\s?:?\s?{_MOMENT}",
                rf"\b(?:it is now|the time is|current time|now)\s?:?\s?{_CLOCK}{_ZONE}",
                rf"(?:最后更新|更新时间|更新于|更新|刷新时间|当前时间|现在时间|现在是|访问时间)(?:时间)?\s?[::]?\s?{_MOMENT}",
                r"\b(?:\d{1,4}|an?|one|two|a few)\s?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?)\sago\b",
                r"\d{1,4}\s?个?(?:秒钟?|分钟?|小时|天|周)(?:之?前)",
                r"\bjust now\b|刚刚",
            )
        ),
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _counters() -> re.Pattern[str]:
    """Return a pattern for a line of nothing but counters, share buttons and a time."""
    return re.compile(
        rf"(?:[\s|·•,/()\-–—:]|\b(?:most read|now|and)\b|{_COUNTED}\s?[::(]?\s?{_NUMBER}\)?|{_NUMBER}\s?{_COUNTED}"
        rf"|{_MOMENT}|{_COUNTED})+",
        re.IGNORECASE,
    )
