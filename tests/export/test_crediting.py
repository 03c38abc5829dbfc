"""Quotes go out with the outlet that the article credits for them, and with no other."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.export.crediting import credited_quotes
from dateline.export.registry import format_of
from dateline.news.finding import Credit, Findings, Quote, QuoteKind, Speaker
from dateline.news.handover import Handover, HandoverItem
from dateline.text.span import Span
from dossier import english

ENGLISH = (
    "“The rule came late,” Ida Kern told the Morning Paper. “It did little,” she wrote on Friday. "
    "The Evening Paper first reported the sales. “We read the Morning Paper,” said Tom Vale."
)
CHINESE = "研究员林岳对《晨报》表示：“规则来得太晚。”他又说：“作用很小。”"


def spoken(text: str, lang: str, said: tuple[str, ...], speaker: str, outlets: tuple[str, ...]) -> HandoverItem:
    """Return an article with quotes and credits at the first place of their words."""

    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    who = Speaker(speaker, at(speaker), speaker)
    quotes = tuple(
        Quote(at(one), one, QuoteKind.DIRECT, None, who if n == 0 else None, 0.9) for n, one in enumerate(said)
    )
    credits_ = tuple(Credit(one, at(one)) for one in outlets)
    base = english()
    findings = Findings("1", lang, is_on_topic=True, quotes=quotes, credits=credits_)
    return replace(base, article=replace(base.article, text=text, lang=lang), findings=findings, notes=())


@pytest.mark.parametrize(
    ("item", "credited"),
    [
        (
            spoken(
                ENGLISH,
                "en",
                ("The rule came late,", "It did little,", "We read the Morning Paper,"),
                "Ida Kern",
                ("Morning Paper", "Evening Paper"),
            ),
            [("Morning Paper",), (), ()],
        ),
        # The paper says it itself.
        (spoken(ENGLISH, "en", ("The rule came late,",), "Morning Paper", ("Morning Paper",)), [()]),
        (spoken(CHINESE, "zh", ("规则来得太晚。", "作用很小。"), "林岳", ("晨报",)), [("晨报",), ()]),
    ],
)
def test_a_credit_is_of_the_quotes_own_sentence(item: HandoverItem, credited: list[tuple[str, ...]]) -> None:
    assert [outlets for _, outlets in credited_quotes(item)] == credited


def test_documents_and_tables_say_it(handover: Callable[..., Handover]) -> None:
    item = spoken(ENGLISH, "en", ("The rule came late,",), "Ida Kern", ("Morning Paper",))

    def written(form: str, language: str = "en") -> str:
        out = io.BytesIO()
        format_of(form).write(handover(items=(item,), language=language), out)
        return out.getvalue().decode("utf-8-sig")

    assert "— Ida Kern, credited to Morning Paper" in written("markdown")
    assert "— Ida Kern，转引自Morning Paper" in written("html", "zh")
    (row,) = csv.DictReader(io.StringIO(written("quotes-csv"), newline=""))
    assert (row["speaker"], row["credit"]) == ("Ida Kern", "Morning Paper")
