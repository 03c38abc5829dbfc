"""Which parameters of an address say how its reader came there, and not what the page is. Pure.

Three kinds: names that services are known to append; names that mean a way only with certain values (`ref=rss`); and
everything after the question mark at sites whose path alone names the article. What may name the article stays: two
articles taken for one are worse than one taken for two.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Parameters that tell of campaigns, shares and sessions. Facts: the documented names of the services that append them.
_TRACKING = frozenset(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh li_fat_id mc_cid mc_eid mkt_tok "
    "_hsenc _hsmi vero_id vero_conv oly_anon_id oly_enc_id wickedid rb_clickid s_cid s_kwcid cmpid ocid ncid icid ito "
    "sref smid smtyp srnd partner emc campaign_id segmentation ftag ftcamp "
    "sharetype desktopweblink spm scm share_token "
    "share_source share_medium shareuid from_source isappinstalled nsukey seid wt_mc wt.mc_id at_medium at_campaign "
    "at_custom1 at_custom2 at_custom3 at_custom4 xtor piano_t __twitter_impression guccounter guce_referrer "
    "guce_referrer_sig unlocked_article_code accesstoken ns_mchannel ns_source ns_campaign ns_linkname ns_fee "
    "referringsource searchresultposition taid leadsource _gl _ga usqp amp_js_v amp_gsa amp_ct aoh intcmp icmpid "
    "int_source int_medium int_campaign phpsessid jsessionid reflink _branch_match_id _branch_referrer epik rdt_cid "
    "irclickid irgwc ss_source ss_campaign_id ss_email_id triedredirect showwelcomeonshare".split()
)
_TRACKING_PREFIXES = (
    "utm_", "pk_", "mtm_", "piwik_", "matomo_", "hsa_", "ga_", "gaa_", "at_recipient", "trk_", "__s", "_x_tr_",
)  # fmt: skip
#: Parameters that only choose a dress of the page.
_DRESS = frozenset(("amp", "output", "outputtype", "mobile"))
_DRESS_VALUES = frozenset(("", "1", "amp", "true"))
#: Parameters that tell of a way where they say one of these: elsewhere they may name a section or a page.
_WAYS = frozenset("ref source src from f share via cmp referrer refer".split())
_WAY = re.compile(
    r"(?:rss2?|atom|feeds?)(?:-{2,}[0-9a-z-]*)?|home(?:page)?|twitter|facebook|linkedin|reddit|whatsapp|telegram|"
    r"e?mail|newsletter|weibo|wechat|weixin|timeline|singlemessage|groupmessage|wap|sohu",
    re.IGNORECASE,
)
#: Newsletters add `ref=` with their own host to every link.
_HOST = re.compile(r"(?:[a-z0-9-]+\.){1,4}(?!html?$|php$|aspx?$|pdf$)[a-z]{2,10}", re.IGNORECASE)
#: Sites, without `www.`, where an article's path names it and its parameters never do.
_PATH_SITES = frozenset(
    "ft.com ftchinese.com nytimes.com cn.nytimes.com bloomberg.com wsj.com economist.com reuters.com apnews.com "
    "bbc.com bbc.co.uk theguardian.com washingtonpost.com cnn.com edition.cnn.com cnbc.com scmp.com asia.nikkei.com "
    "wired.com newyorker.com theverge.com techcrunch.com arstechnica.com politico.com axios.com semafor.com "
    "time.com fortune.com foreignpolicy.com foreignaffairs.com businessinsider.com theinformation.com guancha.cn "
    "caixin.com caixinglobal.com 36kr.com thepaper.cn ithome.com yicai.com jiemian.com sohu.com finance.sina.com.cn "
    "tech.sina.com.cn huanqiu.com globaltimes.cn chinadaily.com.cn".split()
)
#: What such a path holds at least: a year or number, or a headline's words; and no script that is told the article.
_NAMES_ARTICLE = re.compile(r"\d{4}|[0-9a-f]{8}-[0-9a-f]{4}|(?:[^/-]+-){3}[^/]*/?$")
_SCRIPT = re.compile(r"\.(?:php|jsp|aspx?|do|cgi|d\.html)$", re.IGNORECASE)
#: What names an article of a WeChat account; the rest is the reader's telephone.
_WEIXIN, _WEIXIN_NAMES = "mp.weixin.qq.com", frozenset(("__biz", "mid", "idx", "sn"))


def kept_parameters(host: str, path: str, given: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return those of an address's parameters that may name its article; `host` and `path` are canonical."""
    site = host.removeprefix("www.")
    if _is_named_by_path(site, path):
        return []
    if site == _WEIXIN and any(name in ("mid", "sn") for name, _ in given):
        return [(name, value) for name, value in given if name in _WEIXIN_NAMES]
    return [(name, value) for name, value in given if not _is_tracking(name.lower(), value)]


def _is_named_by_path(site: str, path: str) -> bool:
    if site in _PATH_SITES:
        return _NAMES_ARTICLE.search(path) is not None and _SCRIPT.search(path) is None
    return (site.endswith(".substack.com") and path.startswith("/p/")) or (site == _WEIXIN and path.startswith("/s/"))


def _is_tracking(name: str, value: str) -> bool:
    return (
        name in _TRACKING
        or name.startswith(_TRACKING_PREFIXES)
        or (name in _DRESS and value.lower() in _DRESS_VALUES)
        or (name in _WAYS and _WAY.fullmatch(value) is not None)
        or (name == "ref" and _HOST.fullmatch(value) is not None)
    )
