"""The words that a document of Dateline says itself, in English and Chinese; and dates as each writes them."""

from __future__ import annotations

from datetime import datetime

_WORDS = {
    "en": {
        "by": "By {names}",
        "published": "Published {day}",
        "updated": "updated {day}",
        "seen": "first seen {day}",
        "full": "full text",
        "teaser": "teaser only",
        "blocked": "blocked",
        "empty": "no text",
        "quotes": "Quotes",
        "figures": "Figures",
        "notes": "Notes",
        "topics": "Topics",
        "tags": "Tags",
        "text": "Text",
        "unknown": "Speaker unknown",
        "credited": "{who}, credited to {outlets}",
        "loose": "words no longer in the article",
        "count": "{n} articles, {full} of them in full text. Made with Dateline, {day}.",
        "accessed": "Accessed {day}",
        "sample": "Sample written for Dateline, not an article of this outlet.",
        "key": "Key",
        "check": "To check",
        "doubt": "Doubtful",
        "use": "To use",
        "colon": ": ",
        "comma": ", ",
        "contents": "Contents",
        "no_date": "no date",
    },
    "zh": {
        "by": "作者：{names}",
        "published": "发布于{day}",
        "updated": "更新于{day}",
        "seen": "首次收录于{day}",
        "full": "全文",
        "teaser": "仅摘要",
        "blocked": "受阻",
        "empty": "无正文",
        "quotes": "引语",
        "figures": "数据",
        "notes": "笔记",
        "topics": "主题",
        "tags": "标签",
        "text": "正文",
        "unknown": "说话人不明",
        "credited": "{who}，转引自{outlets}",
        "loose": "原文中已找不到这些字句",
        "count": "共{n}篇文章，其中{full}篇为全文。由 Dateline 于{day}生成。",
        "accessed": "访问于{day}",
        "sample": "本文为 Dateline 样例，并非该媒体的文章。",
        "key": "要点",
        "check": "待核实",
        "doubt": "存疑",
        "use": "可引用",
        "colon": "：",
        "comma": "、",
        "contents": "目录",
        "no_date": "日期不明",
    },
}
_MONTHS = "January February March April May June July August September October November December".split()


def word(key: str, language: str, **values: object) -> str:
    """Return a word or sentence in a language; any language but Chinese is English."""
    return _WORDS["zh" if language.startswith("zh") else "en"][key].format(**values)


def day_words(moment: datetime | None, language: str) -> str:
    """Return a day as a document writes it: 9 November 2025, 2025年11月9日; in UTC, so that all read the same."""
    if moment is None:
        return word("no_date", language)
    if language.startswith("zh"):
        return f"{moment.year}年{moment.month}月{moment.day}日"
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
