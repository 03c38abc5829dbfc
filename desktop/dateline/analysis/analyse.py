"""The whole analysis of one document: every finder in turn, each given what the ones before it found.

Pure: the same document and edits give the same findings. Raise ANALYSIS_VERSION when findings change though the
lexicon's files do not, and the library is read again in the background.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dateline import settings
from dateline.analysis.credits import find_credits
from dateline.analysis.entities import find_mentions
from dateline.analysis.figures import find_figures
from dateline.analysis.lexicon import Lexicon, load_lexicon
from dateline.analysis.source_marks import find_source_marks
from dateline.analysis.tagger import find_topics
from dateline.compiled import digest_of
from dateline.news.finding import (
    UMBRELLA,
    Document,
    Field,
    Figure,
    Findings,
    Mention,
    Quote,
    SourceMark,
    SourceMarkKind,
)
from dateline.news.lexicon_edit import NO_EDITS, LexiconEdits
from dateline.text.language import detect_language
from dateline.text.script import n_han

ANALYSIS_VERSION = 7


@lru_cache(maxsize=2)
def analysis_version(edits: LexiconEdits = NO_EDITS) -> int:
    """Return a number that stands for the rules, the lexicon's files and the user's edits: findings of another are old.

    Raises:
        OSError: the lexicon cannot be read.
    """
    folder = settings.resource("lexicon")
    contents = [(file.name, file.read_bytes()) for file in sorted(folder.glob("*.toml"))]
    whole = f"{ANALYSIS_VERSION} {digest_of(contents)} {edits!r}"
    return zlib.crc32(whole.encode("utf-8", "surrogatepass")) & 0x7FFFFFFF


def analyse(document: Document, edits: LexiconEdits = NO_EDITS) -> Findings:
    """Return everything that is found in the document; any text is readable, none raises."""
    lexicon = load_lexicon(edits)
    lang = _language(document)
    mentions = find_mentions(document, lexicon)
    topics = find_topics(document, mentions, lexicon, edits)
    in_text = tuple(mention for mention in mentions if mention.field is Field.TEXT)
    marks = find_source_marks(document, in_text, lexicon)
    figures = find_figures(document.text, lang, [each for each in in_text if _is_measured(each, lexicon)])
    return Findings(
        id=document.id,
        lang=lang,
        is_on_topic=any(hit.id == UMBRELLA for hit in topics),
        topics=topics,
        quotes=_quotes(document.text, lang, in_text, lexicon),
        mentions=mentions,
        credits=find_credits(document, in_text, lexicon),
        source_marks=marks,
        figures=tuple(_without_sources(figures, marks)),
    )


def _without_sources(figures: Iterable[Figure], marks: Sequence[SourceMark]) -> Iterator[Figure]:
    """Yield the figures but those that count the people who are not named: 3名消息人士. Both are in order."""
    at = 0
    for figure in figures:
        while at < len(marks) and marks[at].span.end <= figure.span.start:
            at += 1
        is_outside = at == len(marks) or figure.span.start < marks[at].span.start
        if is_outside or marks[at].kind is not SourceMarkKind.ANONYMOUS:
            yield figure


def _is_measured(mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether figures may be of what is named: a firm, a model, a chip; people and outlets only speak of them."""
    return lexicon.entity(mention.entity).kind not in ("person", "outlet", "think-tank")


def _language(document: Document) -> str:
    """Return the language that is claimed where the script agrees with it, else the one the text is written in."""
    sample = document.text[:2_000] or document.title
    claimed = (document.lang or "")[:2].lower()
    words = f"{document.title}\n{document.text}"
    if claimed not in ("en", "zh"):
        return detect_language(words, document.lang)
    if (n_han(sample) * 3 > len(sample)) == (claimed == "zh"):
        return claimed
    return detect_language(words) or claimed


def _quotes(text: str, lang: str, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Quote, ...]:
    """Find quotations by the rules of the text's language; a language without rules is read by its script."""
    if lang == "zh" or (lang != "en" and n_han(text) * 3 > len(text)):
        from dateline.analysis import quotes_zh

        return quotes_zh.find_quotes(text, mentions, lexicon)
    from dateline.analysis import quotes_en

    return quotes_en.find_quotes(text, mentions, lexicon)
