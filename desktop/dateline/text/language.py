"""Which language a text is written in, as an ISO 639-1 code; "" where that cannot be told.

Chinese, Japanese and Korean are told by their scripts, English by its commonest words; only what is left is given to
the statistical identifier (py3langid), which is loaded when it is first needed.
"""

from __future__ import annotations

import re
from collections import Counter

#: Enough of a text to tell by; the rest of a long one is not looked at.
_SAMPLE = 3_000

_HAN = "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_KANA = "[\u3041-\u3096\u30a1-\u30fa\u30fc-\u30ff]"
_HANGUL = "[\uac00-\ud7a3\u1100-\u11ff]"
#: Runs of each. Written twice, so that a single character comes first: the scan for that is several times as fast.
_RUNS = tuple(re.compile(f"{script}{script}*") for script in (_HAN, _KANA, _HANGUL))
#: A character of one of the three: where there is none, they need not be counted.
_ASIAN = re.compile(
    "[\u1100-\u11ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
)
_LETTER = "[a-zà-öø-ÿāăąćčďēėęěğģīįķłńņňőœřśşšţťūůűųźžżșț]"
#: Of a text in lower case. A single letter comes first, so that the scan is fast.
_WORD = re.compile(rf"{_LETTER}{_LETTER}*(?:['’][a-z]+)?")
#: Most texts in Latin letters have none beyond ÿ, and beyond it only these signs and the apostrophe: their words are
#: parted by a table, which is several times as fast as `_WORD`. An apostrophe goes as the sign that no word has.
_SIGNS = "`“”—–―…‘•"
_IN_WORDS = frozenset(f"'`abcdefghijklmnopqrstuvwxyz{''.join(map(chr, range(0xE0, 0x100)))}") - {"÷"}
_PARTED = bytes(code if chr(code) in _IN_WORDS else 0x20 for code in range(0x100))
_SHORTENED = re.compile(r"[a-zà-öø-ÿ]+(?:['`][a-z]+)?")
_OTHER_LETTER = re.compile("[\u0370-\u1fff\u2c00-\u2dff\ua640-\uabff\ufb1d-\ufefc]")
#: Nothing of a language: addresses would count as its words.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")

#: Words that carry grammar and are rare in other languages' texts.
_COMMON: dict[str, frozenset[str]] = {
    "en": frozenset(
        "the of and to in is that for it as was with be by on not he his but at are this have from or had an "
        "they which you were her she will would there their we been has when who more no if out so said what "
        "up its about than into them can only other new some could these two may after how over why could "
        "says amid against says its our your my me do does did won't isn't don't can't it's".split()
    ),
    "de": frozenset(
        "der die das und ist von den mit für auf nicht ein eine im dem des zu sich auch wird nach bei über".split()
    ),
    "fr": frozenset(
        "le la les des et est une dans pour que qui sur pas du au par avec son ses aux ce cette plus ont".split()
    ),
    "es": frozenset(
        "el la los las de y en que del por una con para su se al es más como lo sus este sobre entre".split()
    ),
    "it": frozenset(
        "il di che la per un una è in del con non della le si dei gli alla nel sono più al anche da".split()
    ),
    "pt": frozenset(
        "o os de que e do da em um uma para com não por mais dos das na no ao se como pela são foi".split()
    ),
    "nl": frozenset(
        "de het een en van is dat op te zijn met voor niet aan er om ook als bij naar uit door over wordt".split()
    ),
    "id": frozenset("yang dan di dengan untuk dari ini pada tidak itu dalam akan ke oleh adalah juga telah".split()),
}
#: All of them: most words of a text are none.
_ANY_COMMON = frozenset().union(*_COMMON.values())


def detect_language(text: str, hint: str | None = None) -> str:
    """Return the ISO 639-1 code of the text's language, "" for a text without words.

    Args:
        text: A text of any length, a bare headline too.
        hint: What the feed or page claims ("zh-Hans", "en_GB"). It decides where the text itself does not.
    """
    sample = text[:_SAMPLE]
    if "@" in sample or "://" in sample or "www." in sample:
        sample = _ADDRESS.sub(" ", sample)
    claimed = (hint or "").replace("_", "-").partition("-")[0].strip().lower()
    claimed = claimed if len(claimed) == 2 and claimed.isalpha() and claimed.isascii() else ""
    latin = _latin_words(sample)
    if latin is not None:
        return _by_words(sample, latin, claimed, n_foreign=0) if latin else claimed
    n_han = n_kana = n_hangul = 0
    if _ASIAN.search(sample):
        n_han, n_kana, n_hangul = (sum(map(len, runs.findall(sample))) for runs in _RUNS)
    words = _WORD.findall(sample.lower())
    if n_hangul > n_han + n_kana and n_hangul >= len(words) / 2:
        return "ko"
    if n_han or n_kana:
        asian = _by_han(n_han, n_kana, words)
        if asian:
            return asian
    n_foreign = len(_OTHER_LETTER.findall(sample))
    return _by_words(sample, words, claimed, n_foreign) if words or n_foreign else claimed


def _latin_words(sample: str) -> list[str] | None:
    """Return the words of a sample without letters beyond ÿ, None of another."""
    plain = sample.lower()
    for sign in _SIGNS:
        plain = plain.replace(sign, " ")
    try:
        parted = plain.replace("’", "`").encode("latin-1").translate(_PARTED)
    except UnicodeEncodeError:
        return None
    words = []
    for word in parted.decode("latin-1").split():
        if "'" in word or "`" in word:
            words += [part.replace("`", "’") for part in _SHORTENED.findall(word)]
        else:
            words.append(word)
    return words


def _by_han(n_han: int, n_kana: int, words: list[str]) -> str:
    """Tell Chinese and Japanese from a text that only holds some of their characters."""
    n_asian = n_han + n_kana
    share = n_asian / (n_asian + len(words))
    n_english = sum(word in _COMMON["en"] for word in words)
    if share < 0.15 or (share < 0.6 and n_english * 7 >= len(words) and n_english >= n_asian / 8):
        return ""
    return "ja" if n_kana * 8 >= n_asian else "zh"


def _by_words(sample: str, words: list[str], claimed: str, n_foreign: int) -> str:
    seen = Counter(filter(_ANY_COMMON.__contains__, words))
    counts = {lang: sum(map(seen.__getitem__, common & seen.keys())) for lang, common in _COMMON.items()}
    best = max(counts, key=lambda lang: (counts[lang], lang == claimed, lang == "en"))
    is_latin = n_foreign * 3 < sum(map(len, words))
    second = max(count for lang, count in counts.items() if lang != best)
    if is_latin and counts[best] >= 2 and counts[best] * 8 >= len(words) and counts[best] >= 1.5 * second:
        return best
    if is_latin and len(words) < 20:
        # A headline: too few words for statistics. What holds only plain letters is English unless somebody says else.
        if claimed:
            return claimed
        if counts["en"] >= max(counts.values()) and "".join(words).isascii():
            return "en"
    return _by_statistics(sample) or claimed


def _by_statistics(sample: str) -> str:
    import py3langid

    found = str(py3langid.classify(sample)[0])
    return found if len(found) == 2 else ""
