"""What two articles share and what only one has: quotes and figures linked, the rest told apart. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from dateline.comparison.statements import same_words
from dateline.comparison.translation import nearness
from dateline.news.coverage import QuoteInPrint, SameWords
from dateline.news.finding import Field, Figure, Quote, QuoteKind
from dateline.text.script import has_han
from dateline.text.span import Span
from dateline.ui.across import same_mark
from dateline.ui.inspector.line import Line
from dateline.ui.names import Names
from dateline.ui.reader import wording
from dateline.ui.reader.page import Page
from dateline.ui.reader.speakers import EntityNames

_translate = QCoreApplication.translate
_LARGE = 10_000


@dataclass(frozen=True, slots=True)
class Link:
    """The same in both: where it stands in each text, and whose tint it has (figures: none)."""

    left: Span
    right: Span
    is_figure: bool
    slot: int | None
    line: Line


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two articles compared. Spans are in each one's text."""

    links: tuple[Link, ...]
    only_left: tuple[Line, ...]
    only_right: tuple[Line, ...]
    only_left_spans: tuple[Span, ...]
    only_right_spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PlaceTarget:
    """A place in one of the texts."""

    is_left: bool
    span: Span


def side_by_side(left: Page, right: Page, names: Names, people: EntityNames) -> SideBySide:
    """Compare two articles; each quote is linked at most once, the surest first."""
    pairs = _paired_quotes(left, right)
    links = [_quote_link(left, right, one, other, how, people) for one, other, how in pairs]
    linked_left = {one for one, _, _ in pairs}
    linked_right = {other for _, other, _ in pairs}
    links += _figure_links(left, right)
    left_lines, left_spans = _only(left, linked_left, right, names, people, is_left=True)
    right_lines, right_spans = _only(right, linked_right, left, names, people, is_left=False)
    return SideBySide(tuple(links), left_lines, right_lines, left_spans, right_spans)


def _paired_quotes(left: Page, right: Page) -> list[tuple[int, int, SameWords]]:
    sure = {SameWords.EXACT: 3.0, SameWords.TRIMMED: 2.0}
    found: list[tuple[float, int, int, SameWords]] = []
    mine, theirs = _printed(left), _printed(right)
    for one, quote in enumerate(mine):
        for other, its in enumerate(theirs):
            how = same_words(quote, its)
            if how is not None:
                found.append((sure.get(how) or nearness(quote, its), one, other, how))
    found.sort(key=lambda each: (-each[0], each[1], each[2]))
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    pairs = []
    for _, one, other, how in found:
        if one not in taken_left and other not in taken_right:
            taken_left.add(one)
            taken_right.add(other)
            pairs.append((one, other, how))
    return sorted(pairs)


def _printed(page: Page) -> list[QuoteInPrint]:
    at = page.article.published_at or page.article.first_seen_at
    mentions = [mention for mention in page.findings.mentions if mention.field is Field.TEXT]
    return [
        QuoteInPrint(
            page.article.id,
            quote.span.start,
            quote.text,
            page.article.lang,
            int(at.timestamp() // 60),
            (quote.speaker.name or "") if quote.speaker else "",
            quote.speaker.entity if quote.speaker else None,
            frozenset(
                mention.entity
                for mention in mentions
                if quote.span.start <= mention.span.start and mention.span.end <= quote.span.end
            ),
        )
        for quote in page.quotes
    ]


def _quote_link(left: Page, right: Page, one: int, other: int, how: SameWords, people: EntityNames) -> Link:
    quote, its = left.quotes[one], right.quotes[other]
    slot = left.slot_of(quote)
    spans = left.tinted(quote), right.tinted(its)
    mark = same_mark(how, its.text) or _translate("Comparison", "same words")
    line = Line(wording.speaker_line(quote, people), mark, words=_short(quote), bar=quote.kind, slot=slot, target=spans)
    return Link(*spans, is_figure=False, slot=slot, line=line)


def _figure_links(left: Page, right: Page) -> list[Link]:
    theirs = list(right.findings.figures)
    links = []
    for figure in left.findings.figures:
        its = next((one for one in theirs if _agree(figure, one)), None)
        if its is not None:
            theirs.remove(its)
            here, there = figure.span.of(left.article.text), its.span.of(right.article.text)
            words = here if here == there else f"{here} = {there}"
            line = Line(
                _translate("Comparison", "Figure"), figure.of or "", words=words, target=(figure.span, its.span)
            )
            links.append(Link(figure.span, its.span, is_figure=True, slot=None, line=line))
    return links


def _agree(one: Figure, other: Figure) -> bool:
    """Tell whether two figures may be the same: of one value and unit.

    A large number is seldom the same by chance: there it is enough that the units do not contradict each other, as one
    text counts without a word for it, or each in its own language (10.6 million downloads, 1060万次).
    """
    if f"{one.value:.4g}" != f"{other.value:.4g}":
        return False
    if one.unit == other.unit:
        return True
    if abs(one.value) < _LARGE:
        return False
    if one.unit is None or other.unit is None:
        return not _is_measure(one.unit or other.unit or "")
    return has_han(one.unit) is not has_han(other.unit) and not (_is_measure(one.unit) or _is_measure(other.unit))


def _is_measure(unit: str) -> bool:
    """Tell whether a unit measures instead of counting: a currency by its code, a share."""
    return unit == "%" or unit.isupper()


def _only(
    page: Page, linked: set[int], other: Page, names: Names, people: EntityNames, *, is_left: bool
) -> tuple[tuple[Line, ...], tuple[Span, ...]]:
    lines: list[Line] = []
    spans: list[Span] = []
    for number, quote in enumerate(page.quotes):
        if number in linked:
            continue
        span = page.tinted(quote)
        spans.append(span)
        lines.append(
            Line(
                wording.speaker_line(quote, people),
                wording.kind_name(quote.kind),
                words=_short(quote),
                bar=quote.kind,
                slot=page.slot_of(quote),
                target=PlaceTarget(is_left, span),
            )
        )
    elsewhere = {credit.outlet for credit in other.findings.credits}
    seen: set[str] = set()
    for credit in page.findings.credits:
        if credit.outlet in elsewhere or credit.outlet in seen:
            continue
        seen.add(credit.outlet)
        look = names.outlet_called(credit.outlet)
        title = _translate("Comparison", "Credit to {outlet}").format(outlet=look.name)
        lines.append(Line(title, monogram=look, target=PlaceTarget(is_left, credit.span)))
    return tuple(lines), tuple(spans)


def _short(quote: Quote) -> str:
    words = " ".join(quote.text.split())
    words = words if len(words) <= 90 else f"{words[:88].rstrip()}…"
    return f"“{words}”" if quote.kind is QuoteKind.DIRECT else words
