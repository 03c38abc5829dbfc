"""What stands beside a statement of the ledger: each version with its mark, and who had it first. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from dateline.comparison.firsts import firsts
from dateline.news.article import ArticleId
from dateline.news.coverage import SameWords
from dateline.news.finding import QuoteKind
from dateline.news.library_view import QuoteVersion
from dateline.text.lead_in import LedIn
from dateline.text.script import has_han
from dateline.ui.across import how_same, same_mark
from dateline.ui.counted import counted
from dateline.ui.dates import at_time, local, short_day
from dateline.ui.inspector.line import Line
from dateline.ui.inspector.words import named_by
from dateline.ui.joined import joined
from dateline.ui.names import Names
from dateline.ui.quotes.rows import LedgerRow, speaker_name
from dateline.ui.reader.speakers import EntityNames

_translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class VersionTarget:
    """A version; `is_link`: choosing it opens its article."""

    version: QuoteVersion
    is_link: bool = True


def version_lines(
    row: LedgerRow,
    credited: Mapping[ArticleId, Collection[str]],
    names: Names,
    people: EntityNames,
    led_in: Mapping[tuple[ArticleId, int], LedIn] = MappingProxyType({}),
) -> list[Line]:
    """Return the lines of a statement, each version as its article leads up to it where that was read."""
    versions = row.statement.versions
    lead = row.statement.lead
    name, second = speaker_name(row.statement, people)
    found = firsts(versions, credited)
    n_langs = len({has_han(version.words) for version in versions})
    how_many = counted(len(versions), _translate("Ledger", "{n} version"), _translate("Ledger", "{n} versions"))
    if n_langs > 1:
        how_many += _translate("Ledger", ", 2 languages")
    lines = [
        Line(
            name or _translate("Ledger", "Speaker unknown"),
            second,
            foot=joined((_kind(row.kind), how_many)),
            bar=row.kind,
            slot=row.slot,
        )
    ]
    for version in versions:
        look = names.outlet(version.outlet)
        is_first = found.published is not None and found.published.article == version.article and len(versions) > 1
        mark = _translate("Ledger", "First") if is_first else _mark(version, lead, credited, names, found.credited)
        printed = led_in.get((version.article, version.start))
        lines.append(
            Line(
                look.name,
                _when(version.published_at or version.first_seen_at, lead),
                words=" ".join(version.words.split()) if printed is None else printed.text,
                marked=None if printed is None else printed.marked,
                slot=row.slot,
                monogram=look,
                badge=mark,
                is_strong_badge=is_first,
                is_chinese=has_han(version.words),
                target=VersionTarget(version),
                carried=(_said(version), _source(version, names), ""),
            )
        )
    if len(versions) > 1:
        lines.append(Line(_translate("Ledger", "Who had it first"), is_heading=True))
        for title, reading in (
            (_translate("Ledger", "By publication"), found.published),
            (_translate("Ledger", "First seen here"), found.first_seen),
            (_translate("Ledger", "By credit"), found.credited),
        ):
            if reading is None:
                continue
            look = names.outlet(reading.outlet)
            is_credit = reading is found.credited
            detail = named_by(found.n_credits, found.n_others) if is_credit else _when(reading.at, lead)
            lines.append(Line(look.name, detail, clock=title, monogram=look))
    return lines


def earliest(row: LedgerRow) -> QuoteVersion:
    """Return the version that a statement is cited by: the one that was published first, as far as that is known."""
    dated = [one for one in row.statement.versions if one.published_at is not None]
    return min(dated, key=lambda one: (one.published_at, one.article)) if dated else row.statement.lead


def quoted_words(row: LedgerRow) -> str:
    """Return a statement as plain text: the words of its earliest version, and below them who said them."""
    return _said(earliest(row), row.speaker)


def carried_by(row: LedgerRow, names: Names) -> tuple[str, str]:
    """Return what goes out where a statement is dragged: its words with their speaker, and their article."""
    return quoted_words(row), _source(earliest(row), names)


def _said(version: QuoteVersion, speaker: str = "") -> str:
    words = " ".join(version.words.split())
    marked = f"“{words}”" if version.kind == QuoteKind.DIRECT.value else words
    by = speaker or version.speaker
    return f"{marked}\n— {by}" if by else marked


def _source(version: QuoteVersion, names: Names) -> str:
    return f"{version.title} ({names.outlet(version.outlet).name})"


def _mark(
    version: QuoteVersion,
    lead: QuoteVersion,
    credited: Mapping[ArticleId, Collection[str]],
    names: Names,
    first_credited: object,
) -> str:
    if version == lead:
        return ""
    how = how_same(lead, version)
    if how is SameWords.POSSIBLE and version.is_confirmed:
        return _translate("Ledger", "confirmed")
    mark = same_mark(how, version.words)
    outlet = getattr(first_credited, "outlet", "")
    if not mark and outlet and outlet in credited.get(version.article, ()):
        return _translate("Ledger", "credits {outlet}").format(outlet=names.short_outlet(outlet))
    return mark


def _when(at: datetime | None, lead: QuoteVersion) -> str:
    beside = lead.published_at or lead.first_seen_at
    if at is None or beside is None:
        return ""
    return at_time(short_day(local(at).date(), local(beside).date()), at)


def _kind(kind: QuoteKind) -> str:
    return {
        QuoteKind.DIRECT: _translate("Ledger", "Direct quote"),
        QuoteKind.MIXED: _translate("Ledger", "Mixed quote"),
        QuoteKind.REPORTED: _translate("Ledger", "Reported"),
    }[kind]
