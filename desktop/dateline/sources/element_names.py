"""What the names that sites give to their elements say: a body, a lead, something beside the article, a small thing.

Class and id are written for stylesheets, but most sites write them in the same words. Nothing here looks at the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
#: `block__part`: the part says what the element is, the block only where it stands.
_PART = re.compile(r"(?<![^ ])[^ ]*[a-z0-9]__(?=[a-z])")
#: Words that say what an article is about, not what an element is: a headline as an id, WordPress's class for a tag.
_NO_NAME = re.compile(
    r"(?<!\S)(?:[^\s_-]+[_-]){9,}[^\s]*|(?<!\S)(?:tag|category|format)-[^\s]+(?=.*\b(?:hentry|type-post)\b)"
)
_ASIDE = re.compile(
    r"(?:^|[-_ ])(?:"
    r"(?:dis)?comments?(?!ary)|cmm?ts?|(?:dian)?zan|article-?audio|disqus|respond|replies|reply|reader-?feedback|feedback|"
    r"related|relat(?:ed)?-?(?:links?|posts?|articles?|news|stor(?:y|ies)|content)|recommend\w*|recirc\w*|"
    r"read-?(?:more|next|also|on)|"
    r"more-?(?:from|on|stories|news|in|articles|like|links)|see-?also|also-?(?:read|like|in)|you-?(?:may|"
    r"might)\w*|up-?next|next-?(?:up|article|story|post)|"
    r"prev-?next|pagination|pager|paging|most-?(?:read|popular|viewed|shared|commented|recent)|popular|trending|"
    r"hot-?(?:news|list|rank)|rank(?:ing)?(?:-?list)?|"
    r"latest(?:-?(?:news|posts|stories|articles))?|top-?stories|teasers?|newsletters?|subscri(?:be|ption|bers?)|"
    r"sign-?up|signup|mailing|register|paywall-?(?:prompt|banner)|(?:access|registration|reg)-?wall|"
    r"sidebar|side-?bar|rail|right-?(?:rail|col|column|side)|aside|footer|foot|site-?header|masthead|nav|navbar|"
    r"navigation|menu|breadcrumbs?|crumbs?|"
    r"share(?:s|d|rs?|this|bars?|box|links?|buttons?|btns?|tools?|icons?|wrap\w*|daddy|article|list)?|sharing\w*|"
    r"addthis\w*|social\w*|sns|follow-?(?:us|me|links?|buttons?)?|bookmark|"
    r"byline|by-?line|author-?(?:bio|box|card|info|details?|footer|about|block|profile|description|meta|end)|"
    r"about-?(?:the-)?authors?|authorship|bio|contributors?|"
    r"post-?(?:meta|info|date|footer|tags|nav|share)|entry-?(?:meta|footer|tags)|article-?(?:meta|info|date|"
    r"footer|tags?|tools?|share|actions?|source|keyword\w*)|meta(?:data|-?info)?|dateline|timestamp|pub-?date|"
    r"publish-?(?:date|time)|"
    r"tags?(?:-?(?:list|links|cloud|box|s))?|topics?(?:-?(?:list|links|tags))|keywords?|categor(?:y|"
    r"ies)(?:-?(?:list|links))|labels?|"
    r"promo\w*|advert\w*|ads?|adsense|ad-?(?:slot|unit|wrap\w*|container|box|block|label|holder|break|zone|space)|"
    r"gpt-ad|dfp|banner\w*|sponsor\w*|outbrain|taboola|zergnet|affiliate-?\w*|commercial-?unit|"
    r"cookies?(?:-?\w*)|consent\w*|onetrust\w*|ot-(?:pc|sdk|cat|vlst|pnl|acc)\w*|didomi\w*|usercentrics\w*|qc-cmp\w*|"
    r"truste\w*|gdpr|privacy-?\w*|popups?|pop-?up|modal|lightbox|overlay|toast|tooltip|snackbar|"
    r"captions?|credits?|copyright\w*|media-?caption|image-?(?:caption|credit|source)|img-?(?:caption|desc)|"
    r"photo-?(?:credit|caption)|wp-caption-text|"
    r"toolbar|tool-?(?:bar|box)|print(?:-?\w+)?|skip-?(?:link|nav|to\w*)|sr-only|visually-?hidden|"
    r"screen-?reader\w*|visuallyhidden|"
    r"login|log-?in|account|search-?(?:form|box|bar)|ratings?|vote|voting|poll|survey|quiz|player-?(?:controls|ui|"
    r"info)|jw-?player|video-?(?:player|js|playlist|meta|info|caption|title)|"
    r"toc|table-?of-?contents|jump-?(?:links?|to)|infobox|navbox|mw-editsection|editsection|catlinks|reflist|"
    r"references|printfooter|hatnote|"
    r"qr-?code|erweima|qrcode|app-?(?:download|banner|promo)|download-?app|statement|disclaimer|shengming|"
    r"xiangguan|relevant|fenxiang|pinglun|zhuanti|"
    r"liveblog-?(?:nav\w*)|key-?points?|donate|donation|membership|support-?us|call-?to-?action|cta|"
    r"widget-?(?:area|title|wrap)|widgets?|"
    r"carousel|slider|swiper|g-artboard|ai2html|slideshow-?(?:nav|thumbs)|thumbnails?|partner\w*|correction-?form|report-?(?:error|link|typo)|"
    r"back-?to-?top|go-?top|"
    r"hidden-?(?:xs|print)?|hide|noprint|no-print|screen-only|loading|spinner|placeholder|empty-state|"
    r"bio-?box|user-?(?:info|card|bio)|profile-?(?:card|box)|kicker|eyebrow|wechat|weixin-?\w*|weibo"
    r")(?=$|[-_ ])"
)
#: Names that say the opposite loudly enough: the article's own body.
_STRONG_BODY = re.compile(
    r"(?:^|[-_ ])(?:article-?body(?:-?\w+)?|articlebody|story-?body(?:-?\w+)?|entry-?content|post-?(?:content|"
    r"body)|artibody|all-txt|js-content|article-?content|"
    r"content-?article|article-?text|article-detail|body-?(?:text|copy)|rm-txt-con|detail-?content|"
    r"news-?(?:content|text|body)|article-?copy|story-?content)(?=$|[-_ ])"
)
_LEAD = re.compile(
    r"(?:^|[-_ ])(?:leads?|lede|standfirst|spot|intro|excerpt|chapo|perex|entradilla|bajada|sapo|daodu)(?=$|[-_ ])"
)
_SMALL = re.compile(
    r"(?:^|[-_ ])(?:cta|call-?to-?action|ads?|advert\w*|ad-?(?:slot|unit|wrap\w*|container|box|block|break)|promo\w*|"
    r"newsletters?|subscri\w*|sign-?up|shar(?:e|er|ing)\w*|social\w*|captions?|banner\w*|paywall\w*|tags?|"
    r"byline|labels?|kicker|print\w*|hide|hidden-xs)(?=$|[-_ ])"
)


@lru_cache(maxsize=20_000)
def names_an_aside(names: str) -> bool:
    """Tell whether class and id name something beside the article: comments, related links, adverts, tools."""
    spaced = _CAMEL.sub("-", _NO_NAME.sub("", names[:400])).lower()
    return _ASIDE.search(spaced) is not None and _STRONG_BODY.search(_PART.sub("", spaced)) is None


@lru_cache(maxsize=20_000)
def names_a_body(names: str) -> bool:
    """Tell whether class and id name the body of an article."""
    return _STRONG_BODY.search(_PART.sub("", _CAMEL.sub("-", names[:400]).lower())) is not None


@lru_cache(maxsize=20_000)
def names_a_lead(names: str) -> bool:
    """Tell whether class and id name an article's opening lines, set apart from its body."""
    return _LEAD.search(_CAMEL.sub("-", names[:400]).lower()) is not None


@lru_cache(maxsize=20_000)
def names_a_small_thing(names: str) -> bool:
    """Tell whether class and id name something that never holds several paragraphs: an advert, a share bar."""
    return _SMALL.search(_CAMEL.sub("-", names[:400]).lower()) is not None


def names_of(element: _Element) -> str:
    """Return class, id and the like of an element in one string."""
    classes, own = element.get("class") or "", element.get("id")
    return f"{classes} {own}".strip() if own else classes.strip()
