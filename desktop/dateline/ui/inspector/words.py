"""What the inspector says of an article: the lines of its panels. Pure: values in, lines out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from dateline.news.article import ArticleId, Completeness
from dateline.news.finding import Field, Figure, Quote
from dateline.news.library_view import QuoteVersion
from dateline.text.script import has_han
from dateline.text.span import Span
from dateline.ui.across import Across
from dateline.ui.counted import counted
from dateline.ui.dates import at_time, local, short_day
from dateline.ui.inspector.line import Line
from dateline.ui.joined import joined
from dateline.ui.language import speaks_chinese
from dateline.ui.names import Names
from dateline.ui.reader import wording
from dateline.ui.reader.page import Page
from dateline.ui.reader.speakers import EntityNames, both_names, full_name, other_name, person_id

_translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class QuoteTarget:
    """A quote of the article on show, by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class SpanTarget:
    """A place in the article's text."""

    span: Span


@dataclass(frozen=True, slots=True)
class ArticleTarget:
    """Another article."""

    article: ArticleId


def quote_lines(page: Page, across: Across | None, names: Names, people: EntityNames) -> list[Line]:
    """Return the quotes of an article: who, the words, who else carries them."""
    if not page.quotes:
        return []
    speakers = {person for quote in page.quotes if (person := person_id(quote.speaker)) is not None}
    lines = [
        Line(
            counted(len(page.quotes), _translate("Inspector", "{n} quote"), _translate("Inspector", "{n} quotes")),
            counted(
                len(speakers),
                _translate("Inspector", "{n} speaker named"),
                _translate("Inspector", "{n} speakers named"),
            ),
            is_heading=True,
        )
    ]
    lines += [_quote_line(page, number, quote, across, names, people) for number, quote in enumerate(page.quotes)]
    return lines


def people_lines(page: Page, people: EntityNames) -> list[Line]:
    """Return who speaks and who is named in an article, each with how often."""
    said: Counter[str] = Counter()
    first_quote: dict[str, int] = {}
    shown: dict[str, tuple[str, str]] = {}
    for number, quote in enumerate(page.quotes):
        person = person_id(quote.speaker)
        if person is not None:
            said[person] += 1
            first_quote.setdefault(person, number)
            shown.setdefault(person, (full_name(quote.speaker, people), other_name(quote.speaker, people)))
    lines: list[Line] = []
    if said:
        lines.append(Line(_translate("Inspector", "Who speaks"), is_heading=True))
    for person in sorted(said, key=lambda one: first_quote[one]):
        quote = page.quotes[first_quote[person]]
        n = counted(said[person], _translate("Inspector", "{n} quote"), _translate("Inspector", "{n} quotes"))
        lines.append(
            Line(
                *shown[person],
                foot=n,
                bar=quote.kind,
                slot=page.slot_of(quote),
                target=QuoteTarget(first_quote[person]),
            )
        )
    mentioned: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for mention in page.findings.mentions:
        mentioned[mention.entity] += 1
        if mention.field is Field.TEXT:
            first.setdefault(mention.entity, mention.span)
    if mentioned:
        lines.append(Line(_translate("Inspector", "Named in it"), is_heading=True))
    for entity, n_named in sorted(mentioned.items(), key=lambda item: (-item[1], item[0])):
        known = people.get(entity)
        kind = "" if known is None else _kind(known.kind)
        name, other = (entity, "") if known is None else both_names(known, in_chinese=speaks_chinese())
        times = counted(n_named, _translate("Inspector", "{n} mention"), _translate("Inspector", "{n} mentions"))
        place = first.get(entity)
        lines.append(
            Line(
                name,
                other,
                foot=joined((kind, times)),
                target=None if place is None else SpanTarget(place),
            )
        )
    return lines


def coverage_lines(page: Page, across: Across | None, names: Names) -> list[Line]:
    """Return who else covers the event, and who had it first by each clock."""
    if across is None or len(across.members) < 2:
        return []
    own = page.article
    outlets = {member.outlet for member in across.members}
    lines = [
        Line(
            counted(len(across.members), "", _translate("Inspector", "{n} articles on this event")),
            counted(len(outlets), _translate("Inspector", "{n} outlet"), _translate("Inspector", "{n} outlets")),
            is_heading=True,
        )
    ]
    lines += _first_lines(across, names, page)
    lines.append(Line(_translate("Inspector", "Also covered by"), is_heading=True))
    for member in across.members:
        if member.article == own.id:
            continue
        look = names.outlet(member.outlet)
        at = member.published_at or member.first_seen_at
        when = "" if at is None else at_time(short_day(local(at).date(), local(_shown_at(page)).date()), at)
        lines.append(
            Line(
                look.name,
                when,
                words=member.title,
                foot=_translate("Inspector", "the same text")
                if member.article in across.same_text
                else _completeness(member.completeness),
                monogram=look,
                is_chinese=has_han(member.title[:20]),
                target=ArticleTarget(member.article),
            )
        )
    return lines


def figure_lines(page: Page, names: Names) -> list[Line]:
    """Return the figures of an article, and under them whom it credits."""
    figures = page.findings.figures
    lines: list[Line] = []
    if figures:
        title = counted(len(figures), _translate("Inspector", "{n} figure"), _translate("Inspector", "{n} figures"))
        lines.append(Line(title, is_heading=True))
        lines += [_figure_line(page, figure) for figure in figures]
    credits_ = page.findings.credits
    if credits_:
        lines.append(Line(_translate("Inspector", "Credits"), is_heading=True))
    seen: set[tuple[str, object]] = set()
    for credit in credits_:
        if (credit.outlet, credit.date) in seen:
            continue
        seen.add((credit.outlet, credit.date))
        look = names.outlet_called(credit.outlet)
        day = (
            _translate("Inspector", "no date given")
            if credit.date is None
            else short_day(credit.date, local(_shown_at(page)).date())
        )
        lines.append(Line(look.name, day, monogram=look, target=SpanTarget(credit.span)))
    return lines


def first_words(versions: Sequence[QuoteVersion], across: Across, start: int, names: Names, page: Page) -> str:
    """Return who had a quote first: `FT first, 5 Nov`; nothing where only one outlet has it."""
    if len({version.outlet for version in versions}) < 2:
        return ""
    published = across.firsts_of(start).published
    if published is None or published.at is None:
        return ""
    day = short_day(local(published.at).date(), local(_shown_at(page)).date())
    return _translate("Inspector", "{outlet} first, {day}").format(outlet=names.short_outlet(published.outlet), day=day)


def _quote_line(
    page: Page, number: int, quote: Quote, across: Across | None, names: Names, people: EntityNames
) -> Line:
    versions = across.versions.get(quote.span.start, ()) if across is not None else ()
    carried = list(dict.fromkeys(version.outlet for version in versions))
    n = len({version.article for version in versions})
    foot = ""
    if versions and across is not None:
        foot = first_words(versions, across, quote.span.start, names, page) or _translate(
            "Inspector", "in {n} articles"
        ).format(n=n)
    words = " ".join(quote.text.split())
    said = f"“{words}”" if quote.kind.value == "direct" else words
    speaker = full_name(quote.speaker, people)
    return Line(
        wording.speaker_line(quote, people),
        wording.kind_name(quote.kind),
        words=said,
        foot=foot,
        bar=quote.kind,
        slot=page.slot_of(quote),
        outlets=tuple(names.outlet(outlet) for outlet in carried[:6]),
        is_chinese=has_han(words),
        target=QuoteTarget(number),
        carried=(
            f"{said}\n— {speaker}" if speaker else said,
            f"{page.article.title} ({names.outlet(page.article.outlet).name})",
            page.article.url,
        ),
    )


def _first_lines(across: Across, names: Names, page: Page) -> list[Line]:
    found = across.story_firsts
    lines = [Line(_translate("Inspector", "Who had it first"), is_heading=True)]
    for clock_name, reading in (
        (_translate("Inspector", "By publication"), found.published),
        (_translate("Inspector", "First seen here"), found.first_seen),
        (_translate("Inspector", "By credit"), found.credited),
    ):
        if reading is None:
            continue
        look = names.outlet(reading.outlet)
        when = ""
        if reading is found.credited:
            when = named_by(found.n_credits, found.n_others)
        elif reading.at is not None:
            when = at_time(short_day(local(reading.at).date(), local(_shown_at(page)).date()), reading.at)
        lines.append(Line(look.name, when, clock=clock_name, monogram=look, target=ArticleTarget(reading.article)))
    return lines


def named_by(n: int, of: int) -> str:
    """Return by how many of the others an outlet is credited."""
    return _translate("Inspector", "named by {n} of {of}").format(n=n, of=of)


def _figure_line(page: Page, figure: Figure) -> Line:
    written = " ".join(figure.span.of(page.article.text).split())
    details = [_said_otherwise(figure, written), figure.when or _translate("Inspector", "date not stated")]
    return Line(written, figure.of or "", foot=joined(details), is_figure=True, target=SpanTarget(figure.span))


def _said_otherwise(figure: Figure, written: str) -> str:
    """Return a figure in the scale of the interface's language; nothing where the article prints it so."""
    value = QLocale().toString(figure.value, "g", 6) if abs(figure.value) < 1e6 else _grouped(figure.value)
    shown = value if not figure.unit else f"{value} {figure.unit}"
    is_same = _digits(written) == _digits(shown) and has_han(written) == has_han(shown)
    return "" if is_same else shown


def _digits(words: str) -> str:
    return "".join(sign for sign in words if sign.isdecimal() or sign == ".").strip(".")


def _grouped(value: float) -> str:
    if speaks_chinese():
        # Chinese counts large numbers by ten thousands, so that no word of the other scale says the same.
        scale = ((1e12, "{n} 万亿"), (1e8, "{n} 亿"), (1e4, "{n} 万"))
    else:
        scale = ((1e12, "{n} trillion"), (1e9, "{n} billion"), (1e6, "{n} million"))
    size, word = next(step for step in (*scale, (1.0, "{n}")) if abs(value) >= step[0])
    return word.format(n=f"{value / size:g}")


def _completeness(completeness: Completeness) -> str:
    return {
        Completeness.FULL: _translate("Inspector", "full text"),
        Completeness.TEASER: _translate("Inspector", "teaser"),
        Completeness.BLOCKED: _translate("Inspector", "blocked"),
        Completeness.EMPTY: _translate("Inspector", "no text"),
    }[completeness]


def _kind(kind: str) -> str:
    return {
        "person": _translate("Inspector", "person"),
        "company": _translate("Inspector", "company"),
        "lab": _translate("Inspector", "lab"),
        "model": _translate("Inspector", "model"),
        "chip": _translate("Inspector", "chip"),
        "agency": _translate("Inspector", "agency"),
        "law": _translate("Inspector", "law"),
        "think-tank": _translate("Inspector", "think tank"),
        "outlet": _translate("Inspector", "outlet"),
    }.get(kind, kind)


def _shown_at(page: Page) -> datetime:
    return page.article.published_at or page.article.first_seen_at
