"""HTML from outside made harmless, and HTML as plain text. Nothing here loads anything.

What is kept is what a reader shows: blocks, emphasis, links (http and https), tables, pictures with an http(s) address.
Scripts, styles, forms, frames, SVG, event handlers, inline styles and tracking pixels go.
"""

from __future__ import annotations

import html as entities
import re
from urllib.parse import urljoin, urlsplit

import nh3

from dateline.sources.depth import limit_depth

_BLOCK_NAMES = (
    "p div section article main header footer figure figcaption h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre "
    "table caption thead tbody tfoot tr td th hr br address details summary aside"
)
_KEPT_NAMES = (
    "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code table caption thead tbody tfoot tr td th hr br a b "
    "strong i em u s sub sup small mark q cite abbr time img figure figcaption div span"
)
#: Taken out with everything inside them.
_DROPPED_NAMES = (
    "script style svg math noscript template iframe frame frameset object embed applet form button select textarea "
    "title head canvas audio video noembed noframes"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_KEPT = frozenset(_KEPT_NAMES.split())
_DROPPED = frozenset(_DROPPED_NAMES.split())
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "style"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_MAX_HTML = 8_000_000
_MAX_PLAIN = 4_000_000
_MAX_ADDRESS = 4096
_PASSES = 4

_IMAGE = re.compile(r'<img((?: [a-z]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
_PIXEL_SIZE = re.compile(r"\s*0*[01](?:\.\d+)?\s*(?:px)?\s*$")
_HIDDEN = re.compile(
    r"display\s{0,9}:\s{0,9}none|(?:width|height)\s{0,9}:\s{0,9}0*[01](?:px)?\s{0,9}(?:;|$|!)", re.IGNORECASE
)
_TRACKER = re.compile(
    r"//(?:[\w.-]*\.)?(?:doubleclick\.net|scorecardresearch\.com|google-analytics\.com|quantserve\.com|chartbeat\.(?:com|net)|"
    r"feedsportal\.com|feedburner\.com/~|pixel\.wp\.com|stats\.wordpress\.com|b\.gif)|[/_-](?:pixel|tracker|tracking|beacon|spacer|"
    r"1x1|blank)\.(?:gif|png|php)",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([a-z0-9]+)>")
_SPACE = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r" *\n[ \n]*")
#: Controls, soft hyphen, zero-width space, marks that turn what follows round. Joiners stay: emoji need them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
#: An address that nothing below would change or refuse: most are.
_PLAIN_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::(?:[0-9]{1,4}|[1-5][0-9]{4}))?/[A-Za-z0-9/_.~%+,=&@-]*(?:\?[A-Za-z0-9/_.~%+,=&@-]+)?"
)
_SCHEMES = frozenset(("http", "https"))


def sanitise_html(html: str, base_url: str) -> str:
    """Return `html` with nothing in it that acts, loads by itself or leads anywhere but to http and https.

    Links and pictures are made absolute against `base_url`. Sanitising the result again changes nothing. Input beyond
    eight million characters is cut.
    """
    if not html or html.isspace():
        return ""
    clean = _pass(_INVISIBLE.sub("", limit_depth(html[:_MAX_HTML])), base_url)
    for _ in range(_PASSES):
        again = _pass(clean, base_url)
        if again == clean:
            break
        clean = again
    return "" if clean.isspace() else clean


def plain_text(html: str) -> str:
    """Return the words of `html`: tags out, entities resolved, one line a block. Plain text passes unharmed.

    Input beyond four million characters is cut.
    """
    html = html[:_MAX_PLAIN]
    if "<" in html:
        bare = nh3.clean(
            limit_depth(html).replace("\n", " "),
            tags=set(_BLOCKS),
            clean_content_tags=set(_DROPPED),
            attributes={},
            link_rel=None,
        )
        html = _TAG.sub("\n", bare)
    return tidy(entities.unescape(html))


def tidy(text: str) -> str:
    """Return `text` without invisible characters, with single spaces, no blank lines and no blanks at line ends."""
    if text.isprintable():  # no invisible character is, and of all white space the plain blank alone
        return " ".join(text.split())
    text = _INVISIBLE.sub(
        "", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    )
    return _LINE_ENDS.sub("\n", _SPACE.sub(" ", text)).strip()


def safe_address(base_url: str, address: str) -> str:
    """Return `address` made absolute if it is http or https and harmless, else ""."""
    if _PLAIN_ADDRESS.fullmatch(address) and len(address) <= _MAX_ADDRESS:
        return address
    address = _INVISIBLE.sub("", address).strip().replace("\n", "").replace("\t", "").replace("\r", "")
    if not address or len(address) > _MAX_ADDRESS:
        return ""
    try:
        whole = urljoin(base_url, address)
        parts = urlsplit(whole)
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SCHEMES or not parts.hostname or parts.username or parts.password:
        return ""
    return whole


def _pass(html: str, base_url: str) -> str:
    def keep(_tag: str, attribute: str, value: str) -> str | None:
        if attribute in ("href", "src"):
            return safe_address(base_url, value) or None
        if attribute in ("colspan", "rowspan"):
            return value if value.isdecimal() and len(value) < 4 else None
        return value

    clean = nh3.clean(
        html,
        tags=set(_KEPT),
        clean_content_tags=set(_DROPPED),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=keep,
        link_rel=None,
        url_schemes={"http", "https"},
    )
    return _IMAGE.sub(_picture, clean)


def _picture(tag: re.Match[str]) -> str:
    values = dict(_ATTRIBUTE.findall(tag.group(1)))
    source = values.get("src", "")
    is_pixel = any(_PIXEL_SIZE.match(values.get(side, "")) for side in ("width", "height"))
    if not source or is_pixel or _HIDDEN.search(values.get("style", "")) or _TRACKER.search(source):
        return ""
    alt = values.get("alt", "")
    return f'<img src="{source}" alt="{alt}">' if alt else f'<img src="{source}">'
