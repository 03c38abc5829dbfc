"""What a figure is of, told by the words right before it: "Loomchip rose 5 percent", 震源深度19公里, 占营收的两成.

Chinese puts the measure straight before the number or joins it with a few words (达, 超过, 下降了); English makes it
the subject of a verb of change. Words, not positions, are given back; every look is bounded.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.analysis.figure_words import any_of, plain_number_words, subject_words

_LONGEST_NOUN = 12
_MOST_LINKS = 6
_REACH = 80
_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{2,12}\Z")
_TIMES_OF = re.compile("(?:是|为|相当于|达到?)[^，。；！？,;\n]{1,24}的(?:约|近|大约)?\\Z")
_SHARE_OF = re.compile("(?:是|为|相当于)[^，。；！？,;\\n]{1,24}的(?:约|近|大约)?\\Z")
_LABEL = re.compile(r"(?:^|[.;\n]\s?)(?P<of>[A-Z][\w’' -]{1,30}):\s\Z")
#: A noun after one of these is not the subject: "revenue at Loomchip rose".
_PREPOSITIONS = frozenset(
    "of in on at to for from by with as after before since about into across between than".split()
)
_AMOUNTS = frozenset(
    "约 大约 近 将近 接近 超 超过 逾 达 达到 高达 多达 共 共有 共计 仅 仅有 只有 至少 不足 不到 突破".split()
)
_NOBODY = frozenset(("there", "here"))
#: The same with an article between: revenue from the data centre business rose.
_GOVERNED = re.compile(r"\s(?:of|in|on|at|to|for|from|by|with|into|across)\s(?:the|its|their|an?)\s\Z")
_BESIDE = 14
_MOST_WORDS = 4
_WORD = re.compile(r"\S+")


def noun_before(text: str, matching: str, low: int, start: int, *, is_count: bool, unit: str | None) -> str | None:
    """Return the Chinese noun that leads to the number at `start`, None where no measure is written there.

    `is_count`: the number has a counting word, so that any noun right before it is what is counted (拖拉机319万台).
    A percentage may be told as 占营收两成, 营收的15% or 数量仅为同行的2%, a multiple as 容量是从前的20倍. `matching` is
    the text's matching form.
    """
    words, end, is_share = subject_words(), start, unit == "%"
    of_others = {"times": _TIMES_OF, "%": _SHARE_OF}.get(unit or "")
    times = of_others.search(matching, low, start) if of_others is not None else None
    if times is not None:
        end = times.start()
    is_amount = True  # only how much it is stands between: 乘客约80万人次
    for _ in range(_MOST_LINKS):
        while end > low and matching[end - 1] in " \u3000：:":
            end -= 1
        links = words.links.get(matching[end - 1 : end], ())
        link = next((link for link in links if matching.endswith(link, low, end)), None)
        if link is None:
            break
        end -= len(link)
        is_amount = is_amount and link in _AMOUNTS
    end -= is_share and matching[end - 1 : end] == "的"
    run = _RUN.search(matching, max(low, end - _LONGEST_NOUN), end)
    if run is None:
        return None
    begin, is_part = run.start(), times is not None
    for cut in words.cuts.finditer(matching, *run.span()):
        if run.end() - cut.end() == 1:
            break  # 覆盖率: no verb before its object
        begin = cut.end()
        is_part = is_part or (is_share and cut.group() == "占")
    noun = matching[begin : run.end()]
    if len(noun) < 2 or noun.isdigit() or noun[0] == "其" or noun[-1] in "前后":
        return None
    if noun.endswith(words.heads) or is_part or (is_count and is_amount):
        return text[begin : run.end()]
    return None


def subject_before(text: str, low: int, start: int) -> str | None:
    """Return the English subject of the verb of change or the label that leads to the number at `start`."""
    low = max(low, start - _REACH)
    label = _LABEL.search(text, low, start)
    if label is not None:
        return label["of"]
    before, verbs = _verb_before()
    if verbs.isdisjoint(text[low:start].split()):
        return None
    match = before.search(text, low, start)
    if match is None:
        return None
    stops, begin, end = plain_number_words().stops | _NOBODY, match.start(), match.start()
    for n_words, word in enumerate(reversed(list(_WORD.finditer(text, low, end)))):
        if word.group().lower() in _PREPOSITIONS and match["worth"] is None:
            return None
        if word.group().strip('“"(').lower() in stops or word.group()[-1] in ',;:)”"' or n_words == _MOST_WORDS:
            break
        begin = word.start()
    if match["worth"] is None and _GOVERNED.search(text, max(0, begin - _BESIDE), begin):
        return None
    return text[begin:end] or None


@lru_cache(maxsize=1)
def _verb_before() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern for a verb and what may stand between it and a number, and the verbs: without one it fails."""
    words = subject_words()
    amount = r"[\d.,]+\s?(?:%|percent|per\scent|points?)"
    pattern = re.compile(
        rf"\s(?:(?:has|have|had|is|was|were|are|now|already)\s){{0,2}}(?:(?:{any_of(words.verbs)})|(?P<worth>worth))\s"
        rf"(?:{amount}\s(?:to|from)\s)?(?:(?:{any_of(words.tails)})\s){{0,5}}\Z"
    )
    return pattern, frozenset((*words.verbs, "worth"))
