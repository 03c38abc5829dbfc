"""The words by which a text credits an outlet, compiled from `resources/lexicon/credits.toml` into patterns.

Every pattern looks at a bounded stretch before or after a name; none knows any outlet.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dateline import settings
from dateline.analysis.cued import CuedPattern, first_words

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WHEN = (
    rf"(?:(?:on|late|early|earlier|last|this|in)\s+)*(?:{_WEEKDAY}|week|month|year|yesterday|today"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{1,2})?(?:,?\s+\d{4})?)"
)
#: What may stand between a frame's word and the name: “told state-run broadcaster …”, “a report in Japan's …”.
_FILL = (
    r"(?:(?!(?:at|of|in|from|that|who|which|about|on|for|with|and|to|he|she|it|they|how|why|when|by|as|is|was)\b)"
    r"[\w’'.-]+\s+){0,4}"
)
_PERSON = r"(?:[A-Z][\w’'.-]*\s+){1,3}(?:of|at|from|with)\s+(?:the\s+)?"
_ZH_DATE = (
    r"(?:当地时间|北京时间|美东时间)?(?:(?:19|20)\d\d\s?年\s?)?(?:\d{1,2}\s?月\s?)?"
    r"(?:\d{1,2}\s?[日号]|(?:上|本|这)?(?:周|星期|礼拜)[一二三四五六日天]|[今昨][天日]|\d{1,2}\s?月|(?:19|20)\d\d\s?年)"
    r"(?:\s?[（(][^（()）]{1,7}[)）])?(?:早间|晚间|凌晨|上午|下午|早上|晚上|早|晚|中午)?"
)
_ZH_PART_OF_MONTH = r"(?:\d{1,2}\s?月|[上本]个?月)(?:初|底|末|[上中下]旬)"


#: What an outlet did whose name follows the verb: “…,” reported the Daily Post.
_REPORTING = (
    "reported",
    "reports",
    "noted",
    "notes",
    "wrote",
    "writes",
    "emphasised",
    "emphasized",
    "stressed",
    "concluded",
)
#: What is done with news given to an outlet: confirmed the layoffs to the Daily Post.
_GIVING = ("confirmed", "disclosed", "revealed", "acknowledged", "leaked")


@dataclass(frozen=True)
class EnglishForms:
    """Patterns for English: before a name (anchored at its start) and after it."""

    before: CuedPattern
    after: re.Pattern[str]
    report_after: re.Pattern[str]  # the stricter one, for a name that no list has
    on_air: CuedPattern
    business: re.Pattern[str]
    itself: re.Pattern[str]
    not_newsroom: re.Pattern[str]
    heads: tuple[str, ...]  # last words of the names of outlets that no list has
    told: re.Pattern[str]  # before a name that may be a firm's: it was told somebody's words, or had the news
    told_after: re.Pattern[str]  # what then follows the name
    date_before: re.Pattern[str]
    everyday: frozenset[str]


@dataclass(frozen=True)
class ChineseForms:
    """Patterns for Chinese: before a name (anchored at its start) and after it."""

    by: re.Pattern[str]
    source_line: re.Pattern[str]
    said: re.Pattern[str]
    staff_wrote: re.Pattern[str]
    said_on: re.Pattern[str]  # somebody of the outlet stands between its name and the day
    on_air: re.Pattern[str]
    on_air_ends: re.Pattern[str]
    to_alone: re.Pattern[str]
    to: re.Pattern[str]
    to_ends: re.Pattern[str]
    dispatch: re.Pattern[str]
    date_before: re.Pattern[str]
    unlisted: re.Pattern[str]
    marked_only: frozenset[str]
    marked_by: tuple[str, ...]


@lru_cache(maxsize=1)
def english_forms() -> EnglishForms:
    """Return the English patterns; later calls return the same ones."""
    words = credit_words()["en"]
    made, nouns, adverbs = _any(words["made"]), _any(words["nouns"]), _any(words["adverbs"])
    said = _any(words["said"])
    adverb = rf"(?:(?:{adverbs}|{_WHEN}),?\s+){{0,3}}"
    before = (
        rf"(?:\b(?i:{_any(words['to'])}|{_any(words['by'])})\s+(?:{_PERSON})?"
        rf"|\b(?i:{nouns})\s+(?:{_WHEN}\s+)?(?:\w+\s+){{0,2}}?(?:{_any(words['links'])})\s+(?:{_PERSON})?"
        rf"|\b(?i:{_any(words['given'])})\s+to\s+"
        r"|\b(?:reported|revealed|disclosed|published)\s+(?:earlier|first|previously|separately|exclusively)\s+(?:by|in)\s+"
        rf"|(?<=[,”\"’–—-]\s)(?:{_any(_REPORTING)})\s+"
        rf"|\b(?:{_any(_GIVING)})\s+(?:[\w’'-]+\s+){{1,6}}to\s+"
        r"|\b(?:wrote|writes)\s+(?:[A-Z][\w’'.-]*\s+){1,3}in\s+"
        rf"){_FILL}[“\"'‘]?\Z"
    )
    after = (
        r"(?:\s(?:UK|U\.?S\.?|Asia|China|Europe|Africa|India|Australia|Japan))?(?:\s?\([^()\n]{1,30}\))?(?:"
        rf"[”\"'’]?\s+{adverb}(?P<verb>{said})\b"
        rf"|,\s+(?:an?|the)\s+[^,.;:\n]{{1,40}},\s+{adverb}(?P<verb3>{said})\b"
        r"|\s+(?:that|which)\s+(?:first\s+)?(?:broke|reported|revealed|published|uncovered)\b"
        r"|,\s+(?:citing|quoting|which\s+(?:first\s+)?(?:cited|reported|quoted))\b"
        rf"|['’]s?\s+(?:[A-Z][\w’'.-]*\s+){{1,3}}{adverb}(?P<verb2>{said})\b"
        rf"|['’]s\s+(?:[\w-]+\s+){{0,2}}(?:{_any(words['writers'])})\s+{adverb}(?:reported|reports|wrote|writes|noted|notes)\b"
        rf"|\s+(?:{_any(words['writers'])})\s+(?:[A-Z][\w’'.-]*\s+){{1,3}}{adverb}(?:reported|reports|wrote|writes|noted|notes)\b"
        rf"|(?:['’]s?)?(?:\s+[a-z-]+)?\s+(?:{made})\b"
        r"|[/–-][^\n]{1,40}?\s(?:poll|survey)\b"
        r")"
    )
    return EnglishForms(
        before=CuedPattern(
            re.compile(before),
            first_words((*words["to"], *words["by"], *words["nouns"], *words["given"], *_REPORTING, *_GIVING)),
        ),
        after=re.compile(after),
        report_after=re.compile(
            rf"(?:['’]s\s+(?:[A-Z][\w’'.-]*\s+){{1,3}})?\s+{adverb}(?:report(?:ed|s)|wrote|writes|revealed)\b|\s+report\b"
        ),
        on_air=CuedPattern(
            re.compile(
                rf"\b(?:{_any(words['on'])})\s+(?:(?!that\b)[\w’'.]+,?\s+){{0,4}}?on\s+(?:the\s+)?[“\"]?\Z",
                re.IGNORECASE,
            ),
            words["on"],
        ),
        business=re.compile(rf"(?:\s+(?!that\b)\S+){{0,5}}?\s+(?:{_any(words['business'])})\b", re.IGNORECASE),
        itself=re.compile(rf"\s+(?:that\s+)?(?:{_any(words['itself'])})\b|\s+in\s+a\s+(?:statement|filing)\b"),
        not_newsroom=re.compile(
            rf"\s+(?:{_any(words['not_newsroom'])})(?!\w)|['’]?s?(?:\s+(?!(?:that|{said})\b)\w+){{0,2}}"
            rf"\s+(?:{_any(words['people'])})\b"
        ),
        heads=tuple(words["heads"]),
        told=re.compile(
            r"(?:[”\"’]\s[^“”\"\n]{1,80}\b(?:told|tells)|\breported\s(?:earlier\s|first\s)?(?:by|in)"
            r"|\binterview\swith)\s\Z"
        ),
        told_after=re.compile(r"['’]s\b|[.,;:”\")]|\s(?:that|in|on|at|this|last|via|during|after|before|when)\b|\Z"),
        date_before=re.compile(
            rf"(?P<date>{_WHEN})[\s,]*(?:(?:{nouns})\s*,?\s*)?(?:(?:by|in|from)\s+)?(?:the|a|an)?\s*[“\"(]?\Z",
            re.IGNORECASE,
        ),
        everyday=frozenset(words["everyday"]),
    )


_TIMES = ("day", "week", "month", "year", *"jan feb mar apr may jun jul aug sep oct nov dec".split())


def names_time(words: str) -> bool:
    """Tell whether a day, a month or the like may be named at all, which is asked before a pattern is tried."""
    low = words.lower()
    return any(time in low for time in _TIMES)


@lru_cache(maxsize=1)
def chinese_forms() -> ChineseForms:
    """Return the Chinese patterns; later calls return the same ones."""
    words = credit_words()["zh"]
    lands = rf"(?:(?:{_any(words['lands'])}|{_ZH_DATE})[，,]?\s?){{0,3}}"
    open_mark = r"[《「“\"]?\s?\Z"
    close_mark = r"\s?[》」”\"]?(?:\s?[（(][^（()）\n]{1,40}[)）])?\s?"
    between = rf"(?:{_any(words['between'])}|{_ZH_DATE}|{_ZH_PART_OF_MONTH}|\s){{0,6}}?"
    programme = "(?:[\u4e00-\u9fff]{2,4}(?:频道|栏目|节目))?"
    described = "用[“「][^”」\n]{2,20}[”」](?:等词|一词|来)?(?:形容|描述|评价)"
    entitled = "以[“《「][^”》」\n]{1,30}[”》」]为题(?:报道|报导|刊文|发文|撰文)"
    sent_from = "发自[\u4e00-\u9fff]{2,6}?的?(?:消息|报道|报导)"
    where = "(?:在[^，,。！？；：:、\n“”「」]{0,14}?(?:文章|报道|报导|社论|评论|专栏|社评|一文)[中里]?)?"
    return ChineseForms(
        by=re.compile(rf"(?:{_any(words['by'])})(?:[，,]\s?)?{lands}{open_mark}"),
        source_line=re.compile(
            rf"(?:(?<!图片)(?<!图)(?<!视频)来源\s?[:：|｜]|(?:转自|摘自|源自)\s?[:：|｜]?|本文(?:来源|来自)\s?[:：]?)"
            rf"[^，。\n]{{0,20}}?{open_mark}"
        ),
        said=re.compile(
            rf"{close_mark}{programme}{where}{between}(?P<verb>{_any(words['said'])}|{described}|{sent_from}|{entitled})"
        ),
        staff_wrote=re.compile(
            rf"{close_mark}(?:{_any(words['staff'])}|从)[^，,。！？；：:、\n“”「」]{{0,24}}?(?:{_any(words['wrote'])})"
        ),
        said_on=re.compile(
            rf"[^，,。！？；：:、\n“”「」]{{0,24}}?(?P<date>{_ZH_DATE})(?:在[^，,。！？；：:\n“”「」]{{1,10}}?)?(?:{_any(words['said'])})"
        ),
        on_air=re.compile(rf"在{lands}{open_mark}"),
        on_air_ends=re.compile(
            rf"{close_mark}的?(?:[《“「][^》”」\n]{{1,20}}[》”」])?(?:栏目|节目|专栏|播客|访谈)?[中上里]"
            rf"[^，,。！？；\n]{{0,10}}?(?:{_any(words['told_there'])})"
        ),
        to_alone=re.compile(rf"(?:{_any(words['to_alone'])})(?:了)?{lands}{open_mark}"),
        to=re.compile(rf"(?:{_any(words['to'])})(?:了)?{lands}{open_mark}"),
        to_ends=re.compile(rf"{close_mark}[^。！？；\n“”「」]{{0,14}}?(?:{_any(words['to_ends'])})"),
        dispatch=re.compile(
            rf"(?:{_any(words['agencies'])})(?=[^。，\n]{{0,10}}(?:{_ZH_DATE}|[一二三四五六七八九十廿]{{1,3}}日)(?:电|讯))"
        ),
        date_before=re.compile(
            rf"(?P<date>{_ZH_DATE})[，,]?\s?(?:据|根据|在|，|在?接受|[对向]|告诉)?(?:{_any(words['lands'])})?{open_mark}"
        ),
        unlisted=re.compile(
            # A class comes first, so that the scan for it is fast.
            rf"[《据受对向诉经](?:(?<=《)(?P<marked>[^《》\n]{{1,10}}(?:{_any(words['heads'])}))》"
            rf"|(?<=《)(?<=[对向]《)(?P<spoken>[^《》\n]{{1,10}})(?=》(?:记者)?(?:{_any(words['spoken_to'])}))"
            r"|(?<=告诉《)(?P<told>[^《》\n]{1,10})(?=》)"
            r"|(?<=接受《)(?P<asking>[^《》\n]{1,10})(?=》[^。，！？；\n]{0,8}(?:采访|专访|访问|访谈))"
            r"|(?<=据《)(?P<source>[^《》\n]{1,10})(?=》[^。，！？；\n]{0,8}(?:报道|报导|消息|援引|获悉))"
            r"|(?<=《)(?P<staffed>[^《》\n]{1,10})(?=》(?:记者(?:获悉|了解到|注意到|采访|查阅|从)|援引|引述))"
            r"|(?<!《)(?P<bare>[\u4e00-\u9fff]{2,6}(?:时报|日报|晚报|邮报|电视台|新闻网|通讯社|广播公司)(?!站))"
            rf"|(?<=据)(?P<reported>[\u4e00-\u9fff]{{2,14}}?(?:报|社|网|台|周刊|财经|新闻))(?=(?:{_ZH_DATE}|此前|近日|日前)?报道))"
        ),
        marked_only=frozenset(words["marked_only"]),
        marked_by=tuple(words["marked_by"]),
    )


@lru_cache(maxsize=1)
def credit_words() -> dict[str, Any]:
    """Return the words of `resources/lexicon/credits.toml`, by language and use; later calls return the same ones."""
    with settings.resource("lexicon/credits.toml").open("rb") as file:
        return tomllib.load(file)


def _any(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longest first; a * is any ending of a word, a blank any white space."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for word in longest_first)
