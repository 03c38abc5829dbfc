"""A handover as blocks: what every document shows, in the same order, before any format has its say.

A block is text with a kind; formats decide how each kind looks. Nothing here escapes or writes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from dateline.export.citing import accessed_at, cite
from dateline.export.crediting import credited_quotes
from dateline.export.escape import one_line
from dateline.export.words import day_words, word
from dateline.news.finding import Figure, Quote
from dateline.news.handover import ExportOptions, GroupBy, Handover, HandoverItem
from dateline.news.note import PlacedNote
from dateline.text.script import has_han


class Kind(Enum):
    """What a block is."""

    TITLE = auto()  # of the document
    ABOUT = auto()  # its introduction, Markdown as the user wrote it
    GROUP = auto()  # a group's heading
    HEADLINE = auto()  # an article's; `link` is its address, `lang` its language
    BYLINE = auto()
    CITATION = auto()
    REMARK = auto()  # the reading list's note, Markdown as the user wrote it
    SECTION = auto()  # Quotes, Figures, Notes, Text
    QUOTE = auto()  # `who` said it
    FIGURE = auto()
    HIGHLIGHT = auto()  # words the user marked; `who` is their meaning
    NOTE = auto()  # what the user wrote, Markdown
    LINE = auto()  # a plain line: topics, tags
    PARAGRAPH = auto()  # of the article's own text
    COUNT = auto()  # the denominator, at the end


#: What the user wrote: its text is Markdown.
OWN_WORDS = (Kind.ABOUT, Kind.REMARK, Kind.NOTE)


@dataclass(frozen=True, slots=True)
class Block:
    """One block. `text` is plain but where its kind says Markdown."""

    kind: Kind
    text: str
    who: str = ""
    link: str = ""
    lang: str = ""


def blocks(handover: Handover) -> Iterator[Block]:
    """Yield the blocks of a handover, item by item; a group's heading stands before the first of its items."""
    options = handover.options
    yield Block(Kind.TITLE, one_line(handover.title), lang=options.language)
    if handover.about.strip():
        yield Block(Kind.ABOUT, handover.about)
    n = n_full = 0
    heading = None
    for item in handover.items:
        n += 1
        n_full += item.article.completeness.value == "full"
        group = _group(item, options)
        if group is not None and group[0] != heading:
            heading = group[0]
            yield Block(Kind.GROUP, group[1], lang=options.language)
        yield from _article(item, handover)
    if handover.is_excerpt:
        return
    count = word("count", options.language, n=n, full=n_full, day=day_words(handover.made_at, options.language))
    yield Block(Kind.COUNT, count, lang=options.language)


def quote_words(quote: Quote) -> str:
    """Return a quote's words in quotation marks, whatever marks the article used; reported speech has none."""
    words = one_line(quote.text)
    return words if quote.kind.value == "reported" else f"“{words}”"


def source_words(quote: Quote, outlets: Sequence[str], language: str) -> str:
    """Return who said it (the resolved name, else the words of the text) and the outlets credited for it."""
    speaker = quote.speaker
    who = word("unknown", language) if speaker is None else one_line(speaker.name or speaker.surface)
    return word("credited", language, who=who, outlets=word("comma", language).join(outlets)) if outlets else who


def figure_words(figure: Figure, text: str) -> str:
    """Return a figure as the text writes it, with of what and when."""
    parts = [one_line(figure.span.of(text)), figure.of or "", figure.when or ""]
    return ("，" if has_han(parts[0]) else ", ").join(part for part in parts if part)


def _group(item: HandoverItem, options: ExportOptions) -> tuple[object, str] | None:
    article = item.article
    if options.group_by is GroupBy.OUTLET:
        return item.outlet, item.outlet
    if options.group_by is GroupBy.DATE:
        day = day_words(article.published_at, options.language)
        return day, day
    if options.group_by is GroupBy.STORY:
        # A story is called by the headline that opens it; an article without one is a story of its own.
        return item.story if item.story is not None else ("alone", article.id), one_line(article.title)
    return None


def _article(item: HandoverItem, handover: Handover) -> Iterator[Block]:
    article, options = item.article, handover.options
    language = options.language
    yield Block(Kind.HEADLINE, one_line(article.title) or article.url, link=article.url, lang=article.lang)
    yield Block(Kind.BYLINE, _byline(item, language), lang=language)
    if article.is_sample:
        yield Block(Kind.LINE, word("sample", language), lang=language)
    yield Block(Kind.CITATION, cite(item, options.style), link=article.url, lang=article.lang)
    if options.with_notes and item.note.strip():
        yield Block(Kind.REMARK, item.note)
    yield from _labels(item, handover)
    findings = item.findings
    if options.with_quotes and findings is not None and findings.quotes:
        yield Block(Kind.SECTION, word("quotes", language), lang=language)
        for quote, outlets in credited_quotes(item):
            who = source_words(quote, outlets, language)
            yield Block(Kind.QUOTE, quote_words(quote), who=who, lang=article.lang)
    if options.with_figures and findings is not None and findings.figures:
        yield Block(Kind.SECTION, word("figures", language), lang=language)
        for figure in findings.figures:
            yield Block(Kind.FIGURE, figure_words(figure, article.text), lang=article.lang)
    if options.with_notes and item.notes:
        yield Block(Kind.SECTION, word("notes", language), lang=language)
        for placed in item.notes:
            yield from _note(placed, article.lang, language)
    if options.with_text and article.text.strip():
        yield Block(Kind.SECTION, word("text", language), lang=language)
        for paragraph in article.text.split("\n"):
            if paragraph.strip():
                yield Block(Kind.PARAGRAPH, paragraph.strip(), lang=article.lang)


def _labels(item: HandoverItem, handover: Handover) -> Iterator[Block]:
    language = handover.options.language
    comma, colon = word("comma", language), word("colon", language)
    if handover.options.with_topics and item.findings is not None and item.findings.topics:
        names = comma.join(handover.topic_names.get(hit.id, hit.id) for hit in item.findings.topics)
        yield Block(Kind.LINE, word("topics", language) + colon + names, lang=language)
    if item.article.tags:
        tags = comma.join(map(one_line, item.article.tags))
        yield Block(Kind.LINE, word("tags", language) + colon + tags, lang=language)


def _note(placed: PlacedNote, lang: str, language: str) -> Iterator[Block]:
    note = placed.note
    if note.anchor is not None:
        meaning = word(note.meaning.value, language)
        if placed.is_loose:
            meaning += f" ({word('loose', language)})"
        yield Block(Kind.HIGHLIGHT, one_line(note.anchor.words), who=meaning, lang=lang)
    if note.text.strip():
        yield Block(Kind.NOTE, note.text)


def _byline(item: HandoverItem, language: str) -> str:
    article = item.article
    parts = [one_line(item.outlet)]
    if article.authors:
        parts.append(word("by", language, names=word("comma", language).join(map(one_line, article.authors))))
    published, updated = day_words(article.published_at, language), day_words(article.updated_at, language)
    if article.published_at is not None:
        parts.append(word("published", language, day=published))
    if article.updated_at is not None and updated != published:
        parts.append(word("updated", language, day=updated))
    parts.append(word("accessed", language, day=day_words(accessed_at(item), language)))
    parts.append(word(article.completeness.value, language))
    return " · ".join(parts)
