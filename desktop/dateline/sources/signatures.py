"""Who signs a Chinese report in its own text: the reporter in brackets in its first line, or a line of names.

Chinese pages seldom name authors in their metadata; newsrooms write them into the text. A line that only signs is no
text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROLE = "(?:特约|见习|本报|实习)?(?:记者|评论员|撰稿人|通讯员|实习生|作者)"
_NAME = "[\u4e00-\u9fff·]{2,4}"
_NAMES = rf"{_NAME}(?:(?:[、，,]|\s{{1,3}}){_NAME}){{0,7}}"
#: 新华社巴黎12月9日电（记者唐霁） / 新京报讯（记者 陆一夫 通讯员 王立）
_IN_BRACKETS = re.compile(
    rf"[（(](?:[^（）()]{{0,8}}?){_ROLE}\s{{0,3}}({_NAMES}(?:\s{{0,3}}{_ROLE}\s{{0,3}}{_NAMES})?)[）)]"
)
#: 澎湃新闻记者 贺梨萍 / 《棱镜》作者 周纯 / 文丨政能亮特约评论员 韩涵 / 执笔/王小雨
_LINE = re.compile(
    rf"[（(【\[]?(?:(?:文|撰文|执笔|采写)\s?[丨｜|/／:：]\s?)?(?:[《\u4e00-\u9fff》A-Za-z]{{0,14}}?{_ROLE}\s{{1,3}}|"
    rf"(?<=[丨｜|/／:：])\s?)({_NAMES}?)(?:\s[\u4e00-\u9fff]{{2,4}}报道)?[）)】\]]?"
)
#: 编辑 刘晓阳 校对 李铭 / 监 制：高明勇 / 新媒体编辑：王小雨
_DESK = re.compile(
    r"[（(【\[]?(?:[\u4e00-\u9fff]{0,4}\s?(?:总?监\s?制|审\s?[读核校]|编\s?辑|校\s?对|责\s?编|主\s?编|终\s?审|策\s?划|统\s?筹|美\s?编)"
    rf"(?:\s?[:：丨｜|/／]\s{{0,3}}|\s{{1,3}})(?:{_NAMES}|[\u4e00-\u9fff]\s[\u4e00-\u9fff])[；;\s]{{0,3}}){{1,6}}[）)】\]]?"
)
#: What stands where a name could, and is none.
_NO_NAMES = frozenset("整合 综合 报道 编译 摄影 整理 编辑 实习 供稿 他们 我们".split())
#: How newsrooms are called: 观察者网 张三 is one name and not two.
_NEWSROOM = re.compile("[\u4e00-\u9fff]+(?:网|客户端|新闻|日报|晚报|周刊|杂志|通讯社|电视台)")
#: 来源：港口网　作者：王明
_TOLD = re.compile(rf"(?:^|[\s|｜])(?:作者|记者|撰文)\s?[:：]\s{{0,3}}({_NAMES})(?=[\s|｜)）]|$)")
#: 本报记者 王 明 李小雨 2026年03月04日: without a colon a date must follow, since any two characters could be a name.
_TOLD_BEFORE_DATE = re.compile(rf"(?:^|[\s|｜])[\u4e00-\u9fff]{{0,4}}记者\s{{1,3}}({_NAMES})\s{{0,3}}(?=20\d\d[-年])")
#: Names of two characters are set apart to be as wide as those of three.
_SET_APART = re.compile("(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_LEAD = 160
_LONGEST_LINE = 60
_MOST_NAMES = 20
_JOINTS = re.compile(rf"(?:[、，,]|\s|{_ROLE})+")


def _is_person(name: str) -> bool:
    return len(name) >= 2 and name not in _NO_NAMES and _NEWSROOM.fullmatch(name) is None


def signing_line(text: str) -> bool:
    """Tell whether a line only says who wrote, edited or checked the article."""
    return len(text) <= _LONGEST_LINE and (_LINE.fullmatch(text) is not None or _DESK.fullmatch(text) is not None)


def told_by(line: str) -> tuple[str, ...]:
    """Return the authors whom the line under a headline names beside time and source; empty where it names none."""
    line = _SET_APART.sub(r"\1\2", line)
    found = _TOLD.search(line) or _TOLD_BEFORE_DATE.search(line)
    names = _JOINTS.split(found[1]) if found is not None else ()
    return tuple(dict.fromkeys(name for name in names if _is_person(name)))


def signed_by(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the reporters whom an article's lines name as its authors, in order; empty where they name none."""
    names: list[str] = []
    for place, line in enumerate(lines):
        found = None
        if len(line) <= _LONGEST_LINE:
            found = _LINE.fullmatch(line)
        if found is None and place < 3:
            found = _IN_BRACKETS.search(line[:_LEAD])
        if found is not None:
            names.extend(name for name in _JOINTS.split(found[1]) if _is_person(name))
    return tuple(dict.fromkeys(names))[:_MOST_NAMES]
