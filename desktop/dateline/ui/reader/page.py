"""One article made ready for the reader: blocks, findings and the map between the text and the document. Pure.

The document holds the headline as its first block, then one block a line of the text: the headline's positions start at
0, the text's right after it. Everything here may run in any thread; nothing here touches Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.news.article import Article, ArticleId, Revision
from dateline.news.finding import Field, Findings, Quote
from dateline.news.note import PlacedNote
from dateline.text.script import n_han
from dateline.text.span import Span
from dateline.ui.reader.blocks import Block, blocks_of
from dateline.ui.reader.offsets import OffsetMap
from dateline.ui.reader.speakers import person_id
from dateline.ui.theme import speaker_slots

#: Marks that belong to a quote's words, though its span leaves them out. Straight ones look the same on both sides.
_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("《", "》"), ("«", "»"), ('"', '"'), ("'", "'"))


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """An article as the reader takes it. Positions in the document are UTF-16 units, half-open."""

    article: Article
    findings: Findings
    title: str
    title_block: Block
    blocks: tuple[Block, ...]
    title_map: OffsetMap
    text_map: OffsetMap
    quotes: tuple[Quote, ...]  # in the order of the text
    slots: dict[str, int]  # tint slot of each named speaker
    revisions: tuple[Revision, ...] = ()  # up to the one on show
    notes: tuple[PlacedNote, ...] = ()  # those about the whole article, then in the order of the text, then loose ones

    @property
    def revision(self) -> int | None:
        """The number of the revision on show; None where no text was kept."""
        return self.revisions[-1].number if self.revisions else None

    @property
    def text_start(self) -> int:
        """Where the text starts in the document."""
        return self.title_map.n_units + 1

    def in_document(self, span: Span, field: Field = Field.TEXT) -> Span:
        """Return where a stretch of the text (or of the headline) stands in the document."""
        if field is Field.TITLE:
            return Span(self.title_map.to_units(span.start), self.title_map.to_units(span.end))
        start = self.text_start
        return Span(start + self.text_map.to_units(span.start), start + self.text_map.to_units(span.end))

    def in_text(self, position: int) -> int | None:
        """Return the position in the text of a position in the document; None for the headline."""
        if position < self.text_start:
            return None
        return self.text_map.to_point(position - self.text_start)

    def slot_of(self, quote: Quote) -> int | None:
        """Return the tint slot of a quote's speaker; None where nobody is named."""
        person = person_id(quote.speaker)
        return None if person is None else self.slots[person]

    def tinted(self, quote: Quote) -> Span:
        """Return a quote's span in the text with the quotation marks around it."""
        text = self.article.text
        start, end = quote.span
        before = text[start - 1] if start > 0 else ""
        after = text[end] if end < len(text) else ""
        words = text[start:end]
        for opening, closing in _PAIRS:
            n_open, n_closed = words.count(opening), words.count(closing)
            # Opened before the words and closed in them, or after them; or opened in them and closed after.
            if before == opening and (after == closing or n_closed > n_open or "\n" in words):
                start -= 1
            if after == closing and (before == opening or n_open > n_closed):
                end += 1
            if start < quote.span.start or end > quote.span.end:
                break
        return Span(start, end)

    def note_at(self, position: int) -> int | None:
        """Return the number of the note at a position in the text; of overlapping ones, the shortest."""
        found = [
            (note.place.end - note.place.start, number)
            for number, note in enumerate(self.notes)
            if note.place is not None and note.place.start <= position < note.place.end
        ]
        return min(found)[1] if found else None

    def quote_at(self, position: int) -> int | None:
        """Return the number of the quote at a position in the text; of nested ones, the inner."""
        found: int | None = None
        for number, quote in enumerate(self.quotes):
            span = self.tinted(quote)
            if span.start > position:
                break
            if position < span.end:
                found = number
        return found


def make_page(
    article: Article,
    findings: Findings | None,
    revisions: tuple[Revision, ...] = (),
    notes: tuple[PlacedNote, ...] = (),
) -> Page:
    """Return the article made ready; time is linear in its length."""
    title = " ".join(article.title.split()) or "–"
    found = findings if findings is not None else Findings(id=str(article.id), lang=article.lang, is_on_topic=False)
    n = len(article.text)
    quotes = tuple(
        sorted((one for one in found.quotes if 0 <= one.span.start < one.span.end <= n), key=lambda one: one.span)
    )
    persons = [person for quote in quotes if (person := person_id(quote.speaker)) is not None]
    return Page(
        article=article,
        findings=found,
        title=title,
        title_block=blocks_of(title)[0],
        blocks=blocks_of(article.text, article.html),
        title_map=OffsetMap(title),
        text_map=OffsetMap(article.text),
        quotes=quotes,
        slots=speaker_slots(persons),
        revisions=revisions,
        notes=notes,
    )


def read_page(connection: Any, article_id: ArticleId, revision: int | None = None) -> Page | None:
    """Read an article from the library, ready for the reader: at a revision, or as it stands now. A read job.

    None where the article is no longer there.
    """
    from dateline.storage.pinned import article_at

    at = article_at(connection, article_id, revision)
    return None if at is None else make_page(at.article, at.findings, at.revisions, at.notes)


def n_words(article: Article) -> tuple[int, bool]:
    """Return the length of an article, and whether it is counted in characters (Chinese) instead of words."""
    characters = n_han(article.text)
    if characters > 0.15 * len(article.text):
        return characters, True
    return len(article.text.split()), False
