"""Tell the beginning of a text from the whole of it, by how it ends, or by the whole where that is at hand. Pure."""

from __future__ import annotations

import re

#: What a publishing system adds after a text, whole or not.
_ADDED = re.compile(r"\s{0,5}The post .{1,300} (?:appeared first|first appeared) on .{1,120}$", re.DOTALL)
_LEADS_ON = re.compile(
    r"\b(?:read more|read on|keep reading|(?:read|view|see) (?:the )?(?:full|whole|entire|complete|rest of th(?:e|is))"
    r"(?: [\w’']{1,20}){0,4}|full (?:story|article|text)(?: here)?)\W{0,6}$|"
    r"\bcontinue reading[^.\n]{0,150}$|"
    r"(?:阅读|查看|点击(?:阅读|查看)?|继续阅读|下载后看)全文\W{0,6}$|(?:阅读更多|继续阅读|更多内容请)\W{0,6}$",
    re.IGNORECASE,
)
_BROKEN_OFF = ("…", "...", "…]", "...]", "…)", "...)")
#: One of these stands in whatever `_LEADS_ON` finds; looking for them first is ten times as fast.
_SIGNS = ("read", "full", "全文", "更多", "继续阅读")
_END, _LAST_WORDS = 500, 200
_MUCH_SHORTER = 0.7


def is_excerpt(text: str) -> bool:
    """Tell whether a plain text breaks off and leads its reader on to the rest: “…”, “Continue reading”, 阅读全文."""
    end = text[-_END:].rstrip()
    if "first" in end:
        end = _ADDED.sub("", end).rstrip()
    if end.endswith(_BROKEN_OFF):
        return True
    last = end[-_LAST_WORDS:]
    return any(sign in last.lower() for sign in _SIGNS) and _LEADS_ON.search(last) is not None


def is_cut_from(text: str, whole: str) -> bool:
    """Tell whether a text is the beginning of a much longer one, broken off within a line of it or before “…”.

    One that ends where a line ends may as well be the same text with less beside it.
    """
    if not text or len(text) > _MUCH_SHORTER * len(whole):
        return False
    before, _, last = text.rpartition("\n")
    begun = last.rstrip(" .…[]()")[:_LAST_WORDS]
    if not begun or not whole.startswith(before):
        return False
    rest = whole[len(before) :].lstrip("\n")
    return rest.startswith(begun) and (is_excerpt(text) or len(rest.partition("\n")[0]) > len(last) + 1)
