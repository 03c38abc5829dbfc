"""What the reader says in words: clocks, completeness, kinds of quotes. Strings in, strings out."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from dateline.news.article import Completeness
from dateline.news.finding import Quote, QuoteKind
from dateline.ui.dates import at_time, full_moment, local, short_day
from dateline.ui.joined import joined, sentences
from dateline.ui.known_sentences import spoken
from dateline.ui.reader.page import Page, n_words
from dateline.ui.reader.speakers import SURE_ENOUGH, EntityNames, full_name, printed_name

_translate = QCoreApplication.translate


def stamp(at: datetime | None, beside: datetime | None = None) -> str:
    """Return a moment as the reader's three clocks show it; the year is left out where `beside` has the same.

    "Not stated" for None: an outlet that does not say when it updated is not given a time.
    """
    if at is None:
        return _translate("Reader", "Not stated")
    if beside is None:
        return full_moment(at)
    return at_time(short_day(local(at).date(), local(beside).date()), at)


def grouped(n: int) -> str:
    """Return a number with its thousands set apart."""
    return f"{n:,}"


def completeness_sentence(page: Page) -> str:
    """Return how much of the article there is, why, and whether it changed, in one or two plain sentences."""
    article = page.article
    n, is_characters = n_words(article)
    if is_characters:
        length = _translate("Reader", "{n} characters").format(n=grouped(n))
    else:
        length = _translate("Reader", "1 word") if n == 1 else _translate("Reader", "{n} words").format(n=grouped(n))
    if article.completeness is Completeness.FULL:
        sentence = _translate("Reader", "Full text, {length}.").format(length=length)
    elif article.completeness is Completeness.TEASER:
        sentence = _translate("Reader", "Teaser only, {length}.").format(length=length)
    elif article.completeness is Completeness.BLOCKED:
        sentence = _translate("Reader", "Blocked: the site did not show the article.")
    else:
        sentence = _translate("Reader", "Empty: no text was found.")
    said = [sentence]
    reason = article.reason.strip()
    if reason and article.completeness is not Completeness.FULL:
        said.append(spoken(reason if reason[-1] in ".。!?" else f"{reason}."))
    if article.n_revisions > 1:
        said.append(_translate("Reader", "{n} revisions.").format(n=article.n_revisions))
    return sentences(said)


def kind_name(kind: QuoteKind) -> str:
    """Return what kind of quote it is, as the inspector says it."""
    return {
        QuoteKind.DIRECT: _translate("Reader", "direct"),
        QuoteKind.MIXED: _translate("Reader", "mixed"),
        QuoteKind.REPORTED: _translate("Reader", "reported"),
    }[kind]


def quote_sentence(quote: Quote, text: str) -> str:
    """Return kind, cue and confidence of a quote: `Mixed quote, after “told”, 94% sure`."""
    kind = {
        QuoteKind.DIRECT: _translate("Reader", "Direct quote"),
        QuoteKind.MIXED: _translate("Reader", "Mixed quote"),
        QuoteKind.REPORTED: _translate("Reader", "Reported, not in quotation marks"),
    }[quote.kind]
    parts = [kind]
    if quote.cue is not None:
        cue = quote.cue.of(text)
        if quote.cue.start < quote.span.start:
            parts.append(_translate("Reader", "after “{cue}”").format(cue=cue))
        else:
            parts.append(_translate("Reader", "before “{cue}”").format(cue=cue))
    parts.append(_translate("Reader", "{n}% sure").format(n=round(quote.confidence * 100)))
    return joined(parts)


def speaker_line(quote: Quote, names: EntityNames) -> str:
    """Return who speaks: the full name, with a question mark where it is not sure; words for nobody named."""
    name = full_name(quote.speaker, names)
    if not name:
        return _translate("Reader", "Speaker unknown")
    is_sure = quote.confidence >= SURE_ENOUGH
    return name if is_sure else name + "?"


def quoted_words(quote: Quote, names: EntityNames) -> str:
    """Return a quote as plain text: its words, and below them who said it."""
    words = " ".join(quote.text.split())
    marked = words if quote.kind is not QuoteKind.DIRECT else f"“{words}”"
    speaker = printed_name(quote.speaker, names)
    if speaker and quote.confidence < SURE_ENOUGH:
        speaker += "?"
    return f"{marked}\n— {speaker or _translate('Reader', 'Speaker unknown')}"
