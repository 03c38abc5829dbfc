"""Addresses of articles: made canonical, and compared. Pure: nothing is asked of a network.

Two addresses with one `url_key` are one article. What is taken away is what says how a reader came there (campaigns,
shares) or in which dress the page is shown (AMP, mobile, pages in one); what may name the article stays.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

#: Longer than this is not an article's address.
MOST_CHARACTERS = 4_000

_SCHEMES = ("http", "https")
_PORTS = {"http": 80, "https": 443}
#: Parameters that tell of campaigns and shares. Facts: the documented names of the services that append them.
_TRACKING = frozenset(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid mkt_tok "
    "_hsenc _hsmi vero_id vero_conv oly_anon_id oly_enc_id wickedid rb_clickid s_cid s_kwcid cmpid ocid ncid icid ito "
    "sref smid smtyp srnd partner emc campaign_id segmentation ftag ftcamp "
    "sharetype desktopweblink spm scm share_token "
    "share_source share_medium shareuid from_source isappinstalled nsukey seid wt_mc wt.mc_id at_medium at_campaign "
    "at_custom1 at_custom2 at_custom3 at_custom4 xtor piano_t __twitter_impression guccounter guce_referrer "
    "guce_referrer_sig unlocked_article_code accesstoken".split()
)
_TRACKING_PREFIXES = ("utm_", "pk_", "mtm_", "piwik_", "matomo_", "hsa_", "ga_", "at_recipient", "trk_", "__s")
#: Parameters that only choose a dress of the page.
_DRESS = frozenset(("amp", "outputtype", "mobile"))
_AMP_CACHE = re.compile(r"(?:[a-z0-9-]+\.)?(?:cdn\.ampproject\.org|ampproject\.net)")
_AMP_PATH = re.compile(r"/(?:amp|amp\.html)/?$|\.amp(?=\.html?$|$)", re.IGNORECASE)
_ARCHIVE_PATH = re.compile(r"/(?:web/)?(?:\d{4,14}[a-z_]{0,4}|o|newest|latest)/(?=https?:)", re.IGNORECASE)
_ARCHIVES = frozenset(
    "web.archive.org archive.today archive.ph archive.is archive.li archive.md archive.vn archive.fo".split()
)
_SPARE_HOSTS = ("amp.", "www.amp.", "m.", "mobile.", "wap.")
#: 观察者网 shows an article of several pages whole at `_s`, and its later pages at `_2`, `_3` …
_GUANCHA_PAGE = re.compile(r"^(/[\w-]+/\d{4}_\d{2}_\d{2}_\d+)_(?:s|\d{1,2})(\.shtml)$")
_CONTROLS = re.compile(r"[\x00-\x20\x7f\u200b-\u200f\u2028-\u202e\ufeff]+")
_SAFE_PATH = "/%:@!$&'()*+,;=~-._"
_PLAIN_PATH = re.compile(r"[A-Za-z0-9/:@!$&'()*+,;=~._-]*")
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}")
_UNRESERVED = re.compile(r"[A-Za-z0-9\-._~]")


def host_of(url: str) -> str:
    """Return the host of an address in lower case, without port; "" where there is none."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def canonical_url(url: str) -> str:
    """Return the address an article is known by, "" where `url` is not the http or https address of a page."""
    url = _CONTROLS.sub("", url)
    for _ in range(3):  # an archive of an AMP page of an archive is the deepest ever met
        try:
            parts = urlsplit(url) if len(url) <= MOST_CHARACTERS else SplitResult("", "", "", "", "")
            if not _is_page(parts):
                return ""
            inner = _wrapped(parts)
            if not inner:
                return _canonical(parts)
        except ValueError:
            return ""
        url = inner
    return ""


def url_key(url: str) -> str:
    """Return what two addresses of one article have in common: the canonical address without scheme and www."""
    canonical = canonical_url(url)
    return canonical.partition("://")[2].removeprefix("www.").rstrip("/") if canonical else ""


def _is_page(parts: SplitResult) -> bool:
    # A user name in an address serves to make a false host look true.
    return parts.scheme in _SCHEMES and bool(parts.hostname) and "@" not in parts.netloc and _port(parts) != 0


def _port(parts: SplitResult) -> int | None:
    return parts.port


def _wrapped(parts: SplitResult) -> str:
    """Return the address that an archive's or an AMP cache's address holds, else ""."""
    host = parts.hostname or ""
    if host in _ARCHIVES:
        found = _ARCHIVE_PATH.match(parts.path)
        if found:
            rest = parts.path[found.end() :]
            rest = re.sub(r"^(https?):/(?!/)", r"\1://", rest)
            return f"{rest}?{parts.query}" if parts.query else rest
    if _AMP_CACHE.fullmatch(host):
        kind, _, rest = parts.path.lstrip("/").partition("/")
        if kind in ("c", "v", "i") and rest:
            scheme, rest = ("https", rest[2:]) if rest.startswith("s/") else ("http", rest)
            return f"{scheme}://{rest}" + (f"?{parts.query}" if parts.query else "")
    if host.removeprefix("www.") == "google.com" and parts.path.startswith("/amp/"):
        rest = parts.path[5:]
        scheme, rest = ("https", rest[2:]) if rest.startswith("s/") else ("http", rest)
        return f"{scheme}://{rest}"
    return ""


def _canonical(parts: SplitResult) -> str:
    host = _host(parts.hostname or "")
    path = _path(parts.path)
    if host.endswith("guancha.cn"):
        path = _GUANCHA_PAGE.sub(r"\1\2", path)
    bare = _AMP_PATH.sub("", path)
    path = bare if bare.strip("/") else path
    port = parts.port
    netloc = host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"
    return urlunsplit((parts.scheme, netloc, path or "/", _query(parts.query), ""))


@lru_cache(maxsize=2_048)
def _host(host: str) -> str:
    host = host.rstrip(".")
    if ":" in host:
        return f"[{host}]"
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    for spare in _SPARE_HOSTS:
        rest = host.removeprefix(spare)
        if rest != host and rest.count(".") >= 1 and not rest.replace(".", "").isdigit():
            return (
                rest if rest.startswith("www.") or (rest.count(".") > 1 and not _is_two_part(rest)) else f"www.{rest}"
            )
    return host


def _is_two_part(host: str) -> bool:
    """Tell whether a host is a registered name under a two-part ending, such as bbc.co.uk or sina.com.cn."""
    labels = host.split(".")
    return len(labels) == 3 and labels[1] in ("co", "com", "org", "net", "gov", "edu", "ac") and len(labels[2]) == 2


def _path(path: str) -> str:
    if not _PLAIN_PATH.fullmatch(path):
        path = _PERCENT.sub(_plain_escape, quote(path, safe=_SAFE_PATH))
    return re.sub(r"(?<=/)/+", "", path) if "//" in path and "://" not in path else path


def _plain_escape(match: re.Match[str]) -> str:
    """Return a needless escape as its letter, a needed one in capitals."""
    letter = unquote(match[0], errors="replace")
    return letter if _UNRESERVED.fullmatch(letter) else match[0].upper()


def _query(query: str) -> str:
    if not query:
        return ""
    kept = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True, max_num_fields=200)
        if not _is_tracking(name.lower(), value)
    ]
    return urlencode(sorted(kept))


def _is_tracking(name: str, value: str) -> bool:
    return (
        name in _TRACKING
        or name.startswith(_TRACKING_PREFIXES)
        or (name in _DRESS and value.lower() in ("", "1", "amp", "true"))
    )
