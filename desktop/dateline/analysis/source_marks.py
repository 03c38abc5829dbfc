"""Sources that are no outlet: people who are not named ("people familiar with the matter", 知情人士) and documents.

A document is one by its name (an act, a numbered order, 商务部公告2025年第61号) or by what is said of it ("a memo seen
by"). The words are data, `resources/lexicon/credits.toml`; the time is linear in the length of the text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import ahocorasick_rs

from dateline import settings
from dateline.analysis.cued import CuedPattern, word_finder
from dateline.analysis.lexicon import Lexicon
from dateline.analysis.normal import normal
from dateline.news.finding import Document, Field, Mention, SourceMark, SourceMarkKind
from dateline.text.script import fold, has_han
from dateline.text.span import Span

_REACH = 80
#: How far before and behind its sign a document's name is looked for, and how many words before it.
_PAPER_REACH, _MOST_WORDS_OF_PAPER = 300, 9
_MATTER = (
    r"\s+(?:the|its|their|his|her|this|that|such)\s+(?:[\w’'-]+\s+){0,2}?(?:matter|situation|plan|plans|talks|discussions|deal"
    r"|negotiations|thinking|decision|process|issue|investigation|effort|efforts|operations|company|administration|deliberations"
    r"|case|proposal|subject|strategy|project|meeting|meetings|conversations|move|order|review)\b(?!['’])"
)
#: What belongs to a person before the word for them: “five senior U.S. officials”.
_BEFORE_PEOPLE = re.compile(
    r"(?:\b(?i:one|two|three|four|five|six|seven|eight|nine|ten|a|an|several|multiple|some|many|other|another|\d{1,3})\s+)?"
    r"(?:\b(?:unnamed|anonymous|unidentified|senior|former|current|company|industry|government|administration|top|party|congressional"
    r"|(?!(?:The|And|But|A|An)\b)(?:[A-Z][\w-]*|[A-Z]\.[A-Z]\.)|[a-z]+-[a-z]+)\s+){0,3}\Z"
)
_MOST_WORDS_BEFORE = 4  # a number and three words of what they are
_UNNAMED_BEFORE = re.compile(r"\b(?:unnamed|anonymous|unidentified)\b")
#: What goes by a number.
_NUMBERED = ("executive order", "presidential memorandum", "proclamation", "section")
#: H.R. 1, S. 1, H. Res. 1; a class comes first, so that the scan for it is fast.
_BILL = re.compile(r"[HS](?<!\w[HS])\.(?:(?<=H\.)\s?R(?:es)?\.|(?<=S\.)(?:\s?Res\.)?)\s?\d")
#: One whom nothing but his work names: a White House official said; or one of those spoken of before.
_ONE = re.compile(r"(?i:an?|another|one)\s")
_ONE_OF = re.compile(r"\b(?i:one|two|three|four|some|several|both|most)\s+of\s+(?:the|those|these)\s+\Z")
_HOLDERS = frozenset("official executive aide adviser advisor diplomat employee insider lawmaker engineer".split())
_ACCORDING = re.compile(
    r"\b(?:according to|told by|citing|quoting|said|says|added|claimed|explained)\s+\Z", re.IGNORECASE
)
#: Where sources are that have no names: multiple sources across TikTok.
_INSIDE = re.compile(r"\s(?:across|within|inside|in|at)\s(?:the\s)?[A-Z]")
_NUMBERED_PEOPLE = re.compile(r"(?:one|two|three|four|five|six|several|multiple|many|some)\s", re.IGNORECASE)


@dataclass(frozen=True)
class _Forms:
    """The patterns for both languages."""

    people: re.Pattern[str]
    they_know: re.Pattern[str]
    they_say: re.Pattern[str]
    unnamed: re.Pattern[str]
    papers: re.Pattern[str]
    seen: re.Pattern[str]
    people_zh: CuedPattern
    papers_zh: CuedPattern
    orders_zh: re.Pattern[str]  # 国发〔2025〕11号
    needles: ahocorasick_rs.AhoCorasick  # in matching form: the words at which the English patterns begin
    kinds: tuple[str, ...]  # of each needle


def find_source_marks(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[SourceMark, ...]:
    """Return the anonymous sources and documents of the document's text, in order, none overlapping another.

    `mentions` are those of the document: a law that is named there is a document.
    """
    text = document.text
    forms = _forms()
    people, papers = _in_english(text, forms)
    papers += (
        mention.span
        for mention in mentions
        if mention.field is Field.TEXT and lexicon.entity(mention.entity).kind == "law"
    )
    if has_han(text):
        folded = fold(text)
        people += (Span(*match.span()) for match in forms.people_zh.finditer(folded, folded))
        papers += (Span(*match.span()) for match in forms.papers_zh.finditer(folded, folded))
        if any(bracket in folded for bracket in "〔[［"):
            papers += (Span(*match.span()) for match in forms.orders_zh.finditer(folded))
    marks = [SourceMark(span, SourceMarkKind.ANONYMOUS) for span in people]
    marks += [SourceMark(span, SourceMarkKind.DOCUMENT) for span in papers]
    return tuple(_without_overlaps(marks))


def _in_english(text: str, forms: _Forms) -> tuple[list[Span], list[Span]]:
    """Return people who are not named, and documents. One pass finds the words at which it is worth looking."""
    people: list[Span] = []
    papers: list[Span] = []
    signs = [match.start() for match in _BILL.finditer(text)]  # of documents
    for index, start, end in forms.needles.find_matches_as_indexes(normal(text)):
        match forms.kinds[index]:
            case "people" if found := forms.people.match(text, start):
                people += _unnamed_people(text, found, forms)
            case "unnamed" if found := forms.unnamed.match(text, start):
                people.append(Span(*found.span()))
            case "seen" if found := forms.seen.match(text, start):
                papers.append(Span(*found.span()))
            case "plain":
                signs.append(start)
            case "named" if text[start].isupper() and not text[end : end + 1].isalnum():
                signs.append(start)
            case "named" if found := forms.seen.match(text, start):  # a memorandum seen by
                papers.append(Span(*found.span()))
    papers += _papers(text, sorted(signs), forms)
    return people, papers


def _papers(text: str, signs: Iterable[int], forms: _Forms) -> Iterator[Span]:
    """Yield the documents; each holds one of the signs, with some words before and a year or a number after it."""
    end = 0
    for sign in signs:
        before = text[max(end, sign - _PAPER_REACH) : sign]
        words = before.rsplit(None, _MOST_WORDS_OF_PAPER)
        begin = sign - len(before) + (len(words[0]) if len(words) > _MOST_WORDS_OF_PAPER else 0)
        while sign >= end and (found := forms.papers.search(text, max(begin, end), sign + _PAPER_REACH)):
            end = found.end()
            yield Span(*found.span())


def _unnamed_people(text: str, found: re.Match[str], forms: _Forms) -> Iterator[Span]:
    """Yield the people with their number and kind, and what keeps them from being named, if anything does."""
    start, end = found.span()
    lowest = max(0, start - _REACH)
    before = text[lowest:start]
    knows = forms.they_know.match(text, end)
    is_source = found.group().lower().startswith(("source", "insider"))
    says = not knows and forms.they_say.match(text, end) is not None
    if says and (of := _ONE_OF.search(before)):
        yield Span(start - len(of.group()), end)
        return
    is_holder = says and found.group().lower() in _HOLDERS
    if not knows and not is_source and not is_holder and not _UNNAMED_BEFORE.search(before.lower()):
        return
    far = before.rsplit(None, _MOST_WORDS_BEFORE)
    with_them = _BEFORE_PEOPLE.search(before, len(far[0]) if len(far) > _MOST_WORDS_BEFORE else 0)
    whole = start - len(with_them.group()) if with_them else start
    if knows:
        yield Span(whole, knows.end())
        return
    of_them = with_them.group() if with_them else ""
    is_one = is_holder and _ONE.match(of_them) is not None
    is_told = is_source and (says or _ACCORDING.search(text[max(0, whole - _REACH) : whole]) is not None)
    is_inside = is_source and _INSIDE.match(text, end) is not None and _NUMBERED_PEOPLE.match(of_them) is not None
    if is_one or is_told or is_inside or _UNNAMED_BEFORE.search(of_them.lower()):
        yield Span(whole, end)


def _without_overlaps(marks: list[SourceMark]) -> Iterator[SourceMark]:
    """Yield the marks in order; of those that overlap the one that begins first, and of these the longest."""
    end = 0
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        if mark.span.start >= end:
            end = mark.span.end
            yield mark


@lru_cache(maxsize=1)
def _forms() -> _Forms:
    with settings.resource("lexicon/credits.toml").open("rb") as file:
        data: dict[str, Any] = tomllib.load(file)
    en, zh = data["unnamed"]["en"], data["unnamed"]["zh"]
    papers, papers_zh = data["documents"]["en"], data["documents"]["zh"]
    knowing, unnamed = _any(en["knowing"]), _any(en["unnamed"])
    needles = {
        **{word.lower(): "seen" for word in papers["seen"]},
        **{word.lower(): "named" for word in papers["named"]},
        **{word.lower(): "plain" for word in (*papers["plain"], *_NUMBERED)},  # a white paper is one in any case
        **{word.lower(): "unnamed" for word in en["unnamed"]},
        **{word.lower(): "people" for word in en["people"]},
    }
    said = r"(?=[^。；\n]{0,8}(?:表示|称|说|透露|指出|认为|告诉|证实|补充|介绍|坦言|强调|的话|的消息))"
    said_next = (
        r"(?=(?:则|也|还|均|都|今天|当天|(?:当地时间)?周[一二三四五六日]|(?:当地时间)?\d{1,2}[日号])?(?:[（(]\d{1,2}[日号][）)])?(?:[对向][^，。；\n]{1,8})?"
        r"(?:表示|称|说|透露|指出|认为|告诉|证实|坦言))"
    )
    return _Forms(
        people=re.compile(rf"\b(?:{_any(en['people'])})\b", re.IGNORECASE),
        they_know=re.compile(
            r"\s+(?:who\s+(?:is|are|was|were)\s+)?(?:directly\s+|closely\s+)?"
            rf"(?:(?:{knowing})\b(?:{_MATTER})?|involved\s+in{_MATTER})"
            rf"|,?\s+(?:who|speaking|and)?\s?(?:[\w’']+\s+){{0,3}}?(?:{unnamed})\b"
        ),
        they_say=re.compile(rf"\s+(?:have\s+|has\s+|also\s+)?(?:{_any(en['saying'])})\b"),
        unnamed=re.compile(rf"\b(?:{unnamed})\b"),
        papers=re.compile(
            r"\b(?:(?:[Ee]xecutive\s+[Oo]rder|Presidential\s+Memorandum|Proclamation)\s+(?:No\.\s?)?\d{4,5}"
            r"|(?!The\s)(?:[A-Z][\w’'&-]*\s+)(?:(?:[A-Z][\w’'&-]*|of|and|for|on|to|in|from|with)\s+){0,7}?"
            rf"(?:{_any(papers['named'])})\b(?:\s+of\s+(?:19|20)\d\d)?"
            r"|(?:H\.\s?R\.|S\.|H\.\s?Res\.|S\.\s?Res\.)\s?\d{1,5}\b"
            r"|(?:Section|section)\s+\d{3}[A-Z]?\s+(?:investigation|probe|report|tariffs)"
            rf"|(?:{_any(papers['plain'])})\b)"
        ),
        seen=re.compile(
            rf"\b(?:{_any(papers['seen'])})\b(?=,?\s+(?:(?:which|that)\s+(?:was|were)\s+)?(?:{_any(papers['seen_by'])})\b"
            r"|(?:\s+(?!(?:and|or|but|said|says|that)\b)[\w’'-]+){1,7}\s+(?:seen|obtained|reviewed|viewed)\s+by\b)"
        ),
        people_zh=CuedPattern(
            re.compile(
                r"(?:[一两二三四五六七八九十数多几\d][名位个家]|多方|有|另一[名位])?"
                rf"(?:(?:{_any(zh['people'])})"
                rf"|(?:{_any(zh['unnamed'])})的?(?:[\u4e00-\u9fff]{{0,8}}?(?:{_any(zh['who'])}))?"
                rf"|(?:{_any(zh['knowing'])})[\u4e00-\u9fffA-Za-z]{{1,14}}?的?(?:人士|官员|高管|消息源|消息人士){said})"
                rf"|[一两二三四五六七八九十数多几\d][名位][\u4e00-\u9fffA-Za-z]{{0,12}}?(?:官员|高管|高层|员工|工程师|顾问){said_next}"
            ),
            (
                *(number + word for number in "一两二三四五六七八九十数多几0123456789" for word in "名位个家"),
                *("多方", "有", "另一名", "另一位", *zh["people"], *zh["unnamed"], *zh["knowing"]),
            ),
        ),
        papers_zh=CuedPattern(
            re.compile(
                rf"《[^《》\n]{{2,50}}(?:{_any(papers_zh['named'])})(?:[（(][^（()）\n]{{1,20}}[)）])?》"
                rf"|(?:{_any(papers_zh['issuers'])})(?:[\u4e00-\u9fff、]{{0,12}})?(?:公告|令)?(?:(?:19|20)\d\d年)?第?\s?\d{{1,4}}\s?号(?:公告|令|文)?"
                r"|公告(?:19|20)\d\d年第?\s?\d{1,4}\s?号|(?:19|20)\d\d年第\s?\d{1,4}\s?号公告"
                r"|第\s?\d{4,5}\s?号行政(?:命)?令"
                rf"|(?:{_any(papers_zh['plain'])})"
            ),
            ("《", *papers_zh["issuers"], "公告", "19", "20", "第", *papers_zh["plain"]),
        ),
        orders_zh=re.compile(r"[\u4e00-\u9fff]{1,6}[〔\[［](?:19|20)\d\d[〕\]］]\s?\d{1,4}\s?号"),
        needles=word_finder(needles),
        kinds=tuple(needles.values()),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
