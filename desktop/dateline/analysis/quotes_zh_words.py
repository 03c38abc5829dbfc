"""How much marked Chinese words look like somebody's speech rather than a term, by the words alone.

Knows neither cues nor speakers: `quotes_zh` adds what stands around the marks.
"""

from __future__ import annotations

import re

_INNER_STOP = re.compile("[，,。；;！？!?…：]")
_PERSONAL = re.compile("我|你|您|咱")
_PREDICATE = re.compile(
    "应该|不是|不会|不能|必须|可以|已经|正在|将会|可能|没有|需要|如果|因为|但是|什么|怎么|为什么|[吗呢吧啊了]$"
)
_HAN = re.compile("[\u3400-\u9fff]")
FINAL = frozenset("。！？!?…")
_SHORTEST_FRAGMENT = 4
_IDIOM = 4  # characters of an idiom: 一哄而上
_SPOKEN = re.compile("[了过過着著太很没沒吗嗎吧呢]|非常")
#: What a piece of a sentence holds and a term seldom does.
_SENTENCE_LIKE = re.compile(
    "[了没沒很太更已将將会會是比都也就能让讓着著却卻还還吗嗎呢]|[过過](?![剩程去度渡敏境滤濾])|不(?!锈|鏽|动产|動產|良|可抗)|[无無]法|令人|而[^后後]"
    "|最(?![美佳高低强強新])|非常|十分|极其|極其|极为|極為|又.+又|^一[个個场場种種次份张張项項件]"
)
#: What leads to a judgement or the rest of a verb: 称这是一个, 形容其为, 应当.
_JUDGED = re.compile(
    "(?:(?<![而不])是|(?<![归歸列视視称稱定作名成译譯誉譽])[为為]|无异于|無異於|属于|屬於|相当于|相當於|等于|等於|如同)(?:一[个個种種场場件次份项項张張])?$"
)
_MODAL = re.compile(
    "(?:应当|应该|必须|需要|不能|不会|不应|可以|正在|已经|試圖|试图|愿意|打算|旨在|意在|力求|致力于|承诺|应|须|将|会)$"
)
#: The same where the words after the marks end the verb's phrase: 正“加紧处理”申请; 将“…”定为 would name a thing.
_MODAL_INSIDE = re.compile(
    "(?:应当|应该|必须|需要|不能|不会|不应|可以|正在|已经|试图|愿意|打算|正|会|(?:让|使|令)[\u4e00-\u9fff]{1,8})$"
)

#: Of whom marked words are the predicate: 称该方案“漏洞百出”, 批评部门“只看数量”.
_BLAMED = re.compile(
    "(?:其|(?:该|其|这[一项种个份场类些番起])[\u4e00-\u9fff]{2,5}"
    "|(?:批评|指责|抨击|痛斥|怒斥|斥责|谴责|嘲讽|讽刺|质疑|形容|称赞|赞扬|炮轰|抱怨)了?[，,]?[\u4e00-\u9fffA-Za-z·]{1,10}"
    "|(?<![反针应绝面相校核])对[\u4e00-\u9fff]{1,8})(?<![的是为以将把了对和与及在有])$"
)


def n_inner_stops(inner: str) -> int:
    """Return how many clauses end within the words before their last character."""
    return len(_INNER_STOP.findall(inner[:-1]))


def is_judged(before: str) -> bool:
    """Tell whether a verb of judging leads to the words: 称这是一个“…”."""
    return _JUDGED.search(before) is not None


def is_blamed(inner: str, before: str) -> bool:
    """Tell whether marked words say what somebody or something is like: 称该方案“漏洞百出”."""
    return len(inner) >= _SHORTEST_FRAGMENT and _BLAMED.search(before) is not None


def is_verb_inside(inner: str, before: str) -> bool:
    """Tell whether marked words are a verb with words of its own, in the midst of a clause: 称正“加紧处理”申请."""
    if len(inner) < _SHORTEST_FRAGMENT or before.endswith("所谓"):
        return False
    is_idiom = len(inner) == _IDIOM and not _SPOKEN.search(inner)
    return _MODAL_INSIDE.search(before) is not None or (not is_idiom and _SENTENCE_LIKE.search(inner) is not None)


def is_fragment(inner: str, before: str) -> bool:
    """Tell whether marked words that run on from a reporting clause are a piece of a sentence rather than a term."""
    if len(inner) < _SHORTEST_FRAGMENT:
        return False
    if before.endswith("所谓"):
        return False
    if len(inner) == _IDIOM and not _SPOKEN.search(inner):
        return is_judged(before) or _MODAL.search(before) is not None  # 认为这是“闭门造车”, 将“加力扩围”
    return bool(_SENTENCE_LIKE.search(inner) or ("的" in inner[1:-1] and is_judged(before)) or _MODAL.search(before))


def weight_of_words(inner: str, n_stops: int) -> float:
    """Weigh how much marked words look like a sentence that somebody spoke."""
    size = len(inner)
    last = inner[-1]
    weight = 2.0 if last == "。" else 1.3 if last in FINAL else 0.8 if last in "，,；" else 0.0
    weight += 1.0 if n_stops else 0.0
    weight += -1.5 if size < 4 else -0.7 if size < 7 else 0.0 if size < 10 else 0.7 if size < 19 else 1.3
    weight += 0.8 if _PERSONAL.search(inner) else 0.0
    weight += 0.5 if _PREDICATE.search(inner) else 0.0
    if not _HAN.search(inner):
        weight -= 0.7
    return weight
