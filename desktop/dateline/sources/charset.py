"""Bytes of a page or feed into text, whatever the header claims.

The order of belief: a byte order mark, UTF-16 by its pattern of NULs, valid UTF-8, then every encoding that somebody
declared (header, XML declaration, `<meta>` anywhere in the first 64 kB) if the bytes bear it out, then sniffing.
Chinese is told apart by how many of the characters are everyday ones. Never raises, never answers with a run of U+FFFD,
never with a NUL.
"""

from __future__ import annotations

import codecs
import re

#: As browsers do: a label stands for the superset that people really use.
_SUPERSET = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "cp950": "big5hkscs",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: More than one byte a character: text that is none rarely passes for one of these.
_WIDE_CODECS = frozenset(("gb18030", "big5hkscs", "hz", "iso2022_jp", "cp932", "cp949", "euc_jp"))
_DECLARATION_BYTES = 65_536
_SNIFF_BYTES = 65_536
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_LABEL = re.compile(r"""charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_MARKUP_NOISE = re.compile(rb"[\x00-\x7f]+")
_BAD_RUN = re.compile("\ufffd+")
#: The commonest characters of written Chinese, both scripts: about two fifths of any running text.
_EVERYDAY = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法"
    "所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四"
    "日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代"
    "想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
    "這個為們來說國時會對發動過產種後學經進著電裡現實兩體機當點從業應開還關線內數與變條沒結問無軍題總長資邊級圖統論運億報導訊華"
    "市场记者晶片美中科技公司网新闻，。、：；？！“”「」《》（）"
)


def decode(body: bytes, declared: str = "") -> str:
    """Return the text of `body`. `declared` is a Content-Type value or a bare charset label; it may lie."""
    if not body:
        return ""
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _clean(body[len(mark) :].decode(encoding, "replace"))
    wide = _wide_encoding(body)
    if wide:
        return _clean(body.decode(wide, "replace"))
    has_shifts = b"\x1b" in body and b"\x1b$" in body  # one byte is looked for ten times as fast as two
    if body.isascii() and not has_shifts:
        return _clean(body.decode("ascii"))
    unicode = _strictly(body, "utf-8")
    if unicode is not None and not has_shifts:
        return _clean(unicode)
    return _clean(_decode_legacy(body, _declared_encodings(body, declared)))


def _decode_legacy(body: bytes, named: list[str]) -> str:
    sample = body[:_SNIFF_BYTES]
    if "utf-8" in named or not named:
        # Broken bytes in honest UTF-8 (a cut inside a character, one field pasted in from elsewhere) are no reason to
        # doubt it: of text in another encoding hardly one byte in ten reads as UTF-8.
        text = body.decode("utf-8", "replace")
        n_bad = text.count("\ufffd")
        n_sound = sum(1 for character in text[:_SNIFF_BYTES] if character > "\x7f") - n_bad
        if 2 * n_sound >= n_bad:
            return text
    readings = [(name, reading) for name in named if (reading := _tolerantly(sample, name)) is not None]
    shares = [(name, _everyday_share(reading)) for name, reading in readings]
    encoding, share = max(shares, key=lambda one: one[1], default=("", 0.0))
    is_wide = encoding in _WIDE_CODECS
    sniffed, sniffed_share = _sniff_chinese(sample)
    if sniffed and sniffed_share > 0.2 and not (is_wide and share > sniffed_share - 0.15):
        return body.decode(sniffed, "replace")
    if is_wide:
        return body.decode(encoding, "replace")
    for name, _ in readings:
        if name != "utf-8":
            return _western(body) if name == "cp1252" else body.decode(name, "replace")
    return body.decode(_sniff_any(sample), "replace")


def _wide_encoding(body: bytes) -> str:
    """Tell UTF-16 without a mark by where the NULs of its ASCII characters stand; "" when it is not."""
    head = body[:4096]
    if head.count(0) * 5 < len(head):
        return ""
    n_even, n_odd = head[0::2].count(0), head[1::2].count(0)
    if n_odd > 4 * n_even:
        return "utf-16-le"
    return "utf-16-be" if n_even > 4 * n_odd else ""


def _declared_encodings(body: bytes, declared: str) -> list[str]:
    label = _LABEL.search(declared)
    labels = [label.group(1) if label else declared if "/" not in declared else ""]
    labels += [found.decode("ascii") for found in _DECLARED.findall(body[:_DECLARATION_BYTES])[:8]]
    names: list[str] = []
    for one in labels:
        name = _codec(one)
        if name and name not in names:
            names.append(name)
    return names


def _codec(label: str) -> str:
    plain = label.strip().lower()
    plain = _SUPERSET.get(plain, plain)
    try:
        found = codecs.lookup(plain)
        b"aa".decode(plain)  # refuses codecs such as hex, which make no text of bytes
    except (LookupError, ValueError):
        return ""
    # UTF-16 would have been seen by its NULs, and the others are no encodings of pages.
    if found.name.startswith(("utf-16", "utf-32", "utf-7", "unicode", "raw", "idna")):
        return ""
    return found.name


def _strictly(body: bytes, encoding: str) -> str | None:
    try:
        # A transfer cut inside a character is still sound up to there.
        return codecs.getincrementaldecoder(encoding)("strict").decode(body, final=False)
    except UnicodeDecodeError:
        return None


def _tolerantly(sample: bytes, encoding: str) -> str | None:
    """Decode `sample` if at most one character in two hundred of the foreign ones cannot be read."""
    text = sample.decode(encoding, "replace")
    n_foreign = sum(1 for character in text if character > "\x7f")
    return text if text.count("\ufffd") * 200 <= n_foreign + 199 else None


def _everyday_share(text: str) -> float:
    """Return the share of everyday Chinese characters and marks among what is not ASCII, 0..1."""
    foreign = [character for character in text if character > "\x7f"]
    return sum(character in _EVERYDAY for character in foreign) / len(foreign) if foreign else 0.0


def _sniff_chinese(sample: bytes) -> tuple[str, float]:
    readings = [(name, _tolerantly(sample, name)) for name in ("gb18030", "big5hkscs")]
    shares = [(name, _everyday_share(text)) for name, text in readings if text is not None]
    return max(shares, key=lambda reading: reading[1], default=("", 0.0))


def _sniff_any(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:16_384], steps=5, chunk_size=512).best()
    if best is None or not best.encoding or len(_MARKUP_NOISE.sub(b"", sample)) < 8:
        return "cp1252"
    return best.encoding


def _western(body: bytes) -> str:
    # The five bytes that windows-1252 leaves open become what browsers make of them.
    return body.decode("cp1252", "replace") if _strictly(body, "cp1252") is not None else body.decode("latin-1")


def _clean(text: str) -> str:
    if "\0" in text:
        text = text.replace("\0", "")
    return _BAD_RUN.sub("\ufffd", text) if "\ufffd" in text else text
