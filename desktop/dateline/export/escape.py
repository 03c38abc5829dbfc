"""Text made harmless for each kind of file: whatever a headline holds, it stays a headline.

No markup is understood here; text goes in, text comes out.
"""

from __future__ import annotations

import html
import re
import unicodedata
from urllib.parse import quote

#: Characters that no text file should carry: controls, lone surrogates, marks that turn what follows round.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]")
_SPACE = re.compile(r"\s+")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~$])")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)")
_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_TEX_SIGN = re.compile("[" + re.escape("".join(_TEX)) + "]")
#: A cell that begins so would be a formula to a spreadsheet (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))]
)


def clean(text: str) -> str:
    """Return text without characters that nobody sees; lines stay."""
    return _UNSEEN.sub("", text)


def one_line(text: str) -> str:
    """Return text on one line."""
    return _SPACE.sub(" ", clean(text)).strip()


def markdown(text: str) -> str:
    """Return one line of text that Markdown shows as it is."""
    return _LINE_START.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", one_line(text)))


def xml(text: str) -> str:
    """Return text for HTML or XML, in an element or in a quoted attribute."""
    return html.escape(clean(text), quote=True)


def tex(text: str) -> str:
    """Return text for a braced BibTeX value."""
    return _TEX_SIGN.sub(lambda sign: _TEX[sign.group()], one_line(text))


def cell(text: str) -> str:
    """Return text for a spreadsheet's cell: never a formula."""
    flat = clean(text)
    return "'" + flat if flat.startswith(_FORMULA) else flat


def address(url: str) -> str:
    """Return a web address in which nothing needs escaping anywhere; "" for any other."""
    if not url.startswith(("http://", "https://")):
        return ""
    return quote(one_line(url), safe="%/:=&?~#+!$,;@()*[]")


def file_name(title: str, suffix: str, *, longest: int = 80) -> str:
    """Return a name that every file system takes, from a title."""
    name = _NOT_IN_NAMES.sub(" ", unicodedata.normalize("NFC", one_line(title)))
    name = _SPACE.sub(" ", name).strip(" .")
    while len(name.encode()) > 200 or len(name) > longest:
        name = name[:-1].rstrip(" .")
    if not name or name.lower() in _RESERVED:
        name = f"Dateline {name}".strip()
    return f"{name}.{suffix}"
