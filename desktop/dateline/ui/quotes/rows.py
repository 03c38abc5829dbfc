"""The rows of the ledger: statements under headings by speaker, date or topic. Pure: values in, rows out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from dateline.news.finding import QuoteKind
from dateline.news.library_view import Statement
from dateline.text.script import has_han
from dateline.ui.counted import counted
from dateline.ui.dates import at_time, local, short_day
from dateline.ui.joined import joined, listed
from dateline.ui.language import speaks_chinese
from dateline.ui.names import Names, OutletLook
from dateline.ui.reader.speakers import EntityNames, both_names
from dateline.ui.theme import home_slot

_translate = QCoreApplication.translate


class Grouping(StrEnum):
    """What the ledger's headings are."""

    SPEAKER = "speaker"
    DATE = "date"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its name, the one in the other language, how much stands under it."""

    key: str
    name: str
    second: str
    amount: str
    slot: int | None  # a speaker's bar; None: no bar, or nobody named
    has_bar: bool
    is_open: bool

    @property
    def speech(self) -> str:
        """What a screen reader says."""
        return joined((self.name, self.second, self.amount))


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A statement as it is shown: words, the words in the other language, who carries them, who had them first."""

    statement: Statement
    words: str
    other_words: str
    kind: QuoteKind
    slot: int | None
    speaker: str
    carried: tuple[tuple[OutletLook, str], ...]  # outlet, language
    first: OutletLook
    first_name: str
    first_at: str
    first_day: str  # the same without the time of day
    topic: str
    topic_name: str

    @property
    def speech(self) -> str:
        """What a screen reader says."""
        carried = listed(look.name for look, _ in self.carried)
        first = _translate("Ledger", "first {outlet}, {at}").format(outlet=self.first.name, at=self.first_at)
        parts = (self.speaker, self.words, self.other_words, carried, first, self.topic_name)
        return joined(parts)


def ledger_rows(
    statements: Sequence[Statement],
    grouping: Grouping,
    names: Names,
    people: EntityNames,
    closed: Collection[str] = (),
) -> list[Heading | LedgerRow]:
    """Return headings, each with its statements under it; those of a closed heading are left out."""
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(_group_key(statement, grouping), []).append(statement)
    keys = list(groups)
    if grouping is Grouping.SPEAKER:
        # Who says most comes first; nobody comes last.
        keys.sort(key=lambda key: (not key, -len(groups[key])))
    elif grouping is Grouping.DATE:
        keys.sort(reverse=True)
    else:
        keys.sort(key=lambda key: (not key, -len(groups[key])))
    rows: list[Heading | LedgerRow] = []
    for key in keys:
        some = groups[key]
        is_open = key not in closed
        rows.append(_heading(key, some, grouping, names, people, is_open=is_open))
        if is_open:
            rows += [_row(statement, names, people) for statement in some]
    return rows


def speaker_name(statement: Statement, people: EntityNames) -> tuple[str, str]:
    """Return what the speaker is called, and in the other language; "" twice for nobody known."""
    lead = statement.lead
    if not statement.is_named:
        return "", ""
    known = people.get(lead.entity) if lead.entity else None
    if known is not None:
        return both_names(known, in_chinese=speaks_chinese())
    return lead.speaker, ""


def _group_key(statement: Statement, grouping: Grouping) -> str:
    lead = statement.lead
    if grouping is Grouping.SPEAKER:
        return (lead.entity or lead.speaker) if statement.is_named else ""
    if grouping is Grouping.DATE:
        at = lead.published_at or lead.first_seen_at
        return "" if at is None else local(at).date().isoformat()
    return statement.topic


def _heading(
    key: str, some: Sequence[Statement], grouping: Grouping, names: Names, people: EntityNames, *, is_open: bool
) -> Heading:
    n_articles = len({version.article for statement in some for version in statement.versions})
    amount = _translate("Ledger", "{statements} in {articles}").format(
        statements=counted(len(some), _translate("Ledger", "{n} statement"), _translate("Ledger", "{n} statements")),
        articles=counted(n_articles, _translate("Ledger", "{n} article"), _translate("Ledger", "{n} articles")),
    )
    second, slot = "", None
    if grouping is Grouping.SPEAKER:
        name, second = speaker_name(some[0], people)
        slot = home_slot(key) if key else None
        if not key:
            name = _translate("Ledger", "Speaker unknown")
            said = [statement.lead.speaker for statement in some if statement.lead.speaker]
            second = listed(f"“{word}”" for word in dict.fromkeys(said[:2]))
    elif grouping is Grouping.DATE:
        at = some[0].lead.published_at or some[0].lead.first_seen_at
        name = _translate("Ledger", "No date") if at is None else _day(at)
    else:
        name = names.topic(key) if key else _translate("Ledger", "No topic")
    return Heading(key, name, second, amount, slot, grouping is Grouping.SPEAKER, is_open)


def _row(statement: Statement, names: Names, people: EntityNames) -> LedgerRow:
    lead = statement.lead
    other = next((one for one in statement.versions if has_han(one.words) != has_han(lead.words)), None)
    carried = dict.fromkeys((version.outlet, version.lang[:2]) for version in statement.versions)
    dated = [one for one in statement.versions if one.published_at is not None]
    first = min(dated, key=lambda one: (one.published_at, one.article)) if dated else lead
    at = first.published_at or first.first_seen_at
    return LedgerRow(
        statement=statement,
        words=_marked(lead.words, lead.kind),
        other_words="" if other is None else _marked(other.words, other.kind),
        kind=QuoteKind(lead.kind),
        slot=home_slot(lead.entity or lead.speaker) if statement.is_named else None,
        speaker=speaker_name(statement, people)[0] or _translate("Ledger", "Speaker unknown"),
        carried=tuple((names.outlet(outlet), _language(lang)) for outlet, lang in carried),
        first=names.outlet(first.outlet),
        first_name=names.short_outlet(first.outlet),
        first_at="" if at is None else at_time(_day(at), at),
        first_day="" if at is None else _day(at),
        topic=statement.topic,
        topic_name=names.topic(statement.topic) if statement.topic else "",
    )


def _language(lang: str) -> str:
    return {"zh": "中文", "en": _translate("Ledger", "en")}.get(lang, lang)


def _marked(words: str, kind: str) -> str:
    said = " ".join(words.split())
    return f"“{said}”" if kind == QuoteKind.DIRECT.value else said


def _day(at: datetime) -> str:
    return short_day(local(at).date(), datetime.now(at.tzinfo).date())
