"""The whole analysis: whatever a text holds, findings lie in it, and they are the same every time."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.analysis.analyse import analyse
from dateline.news.finding import Document, Field, Findings, QuoteKind
from dateline.news.wire import findings_from_json, findings_to_json
from dateline.text.span import Span

AT = datetime(2025, 11, 11, 15, tzinfo=UTC)
TEXT = (
    "WASHINGTON (Reuters) - Nvidia may sell 20,000 chips worth $1.2 billion to Alibaba, people familiar with "
    "the matter said.\n“We follow the law,” said Jensen Huang, its chief executive. He told CNBC that "
    "2-percentage-point cuts hurt.\n"
    "据《纽约时报》3日报道，该公司去年营收增长12%。商务部公告2025年第61号要求许可。"
)
#: Words that rules look for, and characters that unsettle them.
PIECES = st.sampled_from(
    "“|”|\"|''|「|」|《|》|said |told |Reuters |he |Nvidia |Xi |据|报道|表示：|称|他|英伟达|中国|AI |12|$|%"
    "| million|-percentage-point|亿|3日|. |。|\n|\u200f|\u202e|\u200b|\ufeff|\ud83d|\ude00|😀|İ|ß|ﬁ|１２|٣|½|\x00"
    "|\r|\u2028| the | people familiar with the matter|executive order|Section 301|H.R. 5|forty\u00a0six percent"
    "|知情人士|号|第|two-thirds|the Hill |（|(|’s ".split("|")
)


def spans(found: Findings) -> list[tuple[Field, Span]]:
    """Return every span of the findings and where it lies."""
    text = [quote.span for quote in found.quotes]
    text += [quote.cue for quote in found.quotes if quote.cue is not None]
    text += [quote.speaker.span for quote in found.quotes if quote.speaker is not None]
    for each in (*found.credits, *found.source_marks, *found.figures):
        text.append(each.span)
    placed = [(Field.TEXT, span) for span in text]
    placed += [(mention.field, mention.span) for mention in found.mentions]
    return placed + [(proof.field, proof.span) for hit in found.topics for proof in hit.evidence]


def hold(document: Document) -> None:
    """Check what must hold of the findings of any document."""
    found = analyse(document)
    for field, span in spans(found):
        whole = document.title if field is Field.TITLE else document.text
        assert 0 <= span.start < span.end <= len(whole)
    for quote in found.quotes:
        assert quote.span.of(document.text) == quote.text
        assert quote.speaker is None or quote.speaker.span.of(document.text) == quote.speaker.surface
        assert 0 <= quote.confidence <= 1
    assert all(0 <= hit.score <= 1 for hit in found.topics)
    kept = findings_from_json({"id": document.id, **findings_to_json(found, document.text)})
    assert kept == found


@given(
    st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=40).map("".join),
    st.lists(PIECES, max_size=8).map("".join),
    st.sampled_from([None, "en", "zh", "ar"]),
)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_readable_and_its_findings_lie_in_it(text: str, title: str, lang: str | None) -> None:
    hold(Document("1", title, text, "Reuters", lang, AT))


@given(st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_a_sound_text_cut_and_shuffled_is_readable_too(chance: object) -> None:
    cut = [TEXT[at : at + 9] for at in range(0, len(TEXT), 9)]
    chance.shuffle(cut)  # type: ignore[attr-defined]
    hold(Document("1", TEXT[:60], "".join(cut), None, None, AT))


def test_everything_of_a_text_is_found_and_found_again() -> None:
    document = Document("1", "Nvidia may sell AI chips to China", TEXT, None, None, AT)
    found = analyse(document)
    assert found.is_on_topic
    direct = [quote.speaker for quote in found.quotes if quote.kind is QuoteKind.DIRECT]
    assert [speaker and speaker.name for speaker in direct] == ["Jensen Huang"]
    assert {credit.outlet for credit in found.credits} == {"Reuters", "CNBC", "New York Times"}
    assert [mark.span.of(TEXT) for mark in found.source_marks] == [
        "people familiar with the matter",
        "商务部公告2025年第61号",
    ]
    assert {"$1.2 billion", "2-percentage-point"} <= {figure.span.of(TEXT) for figure in found.figures}
    assert analyse(document) == found


@pytest.mark.parametrize(
    ("piece", "n_quotes", "n_mentions", "n_credits", "n_marks", "n_figures"),
    [
        (TEXT, 2, 7, 3, 2, 4),
        ("“a,” ", 0, 0, 0, 0, 0),
        ("said he, ", 0, 0, 0, 0, 0),
        ("据《", 0, 0, 0, 0, 0),
        ("Reuters ", 0, 1, 0, 0, 0),
        ("$1,", 0, 0, 0, 0, 1),
        ("A. ", 0, 0, 0, 0, 0),
        ("the Act of ", 0, 0, 0, 0, 0),
        ("知情人士说", 0, 0, 0, 1, 0),
    ],
)
def test_in_one_endless_paragraph_as_much_is_found_as_in_its_pieces(
    piece: str, n_quotes: int, n_mentions: int, n_credits: int, n_marks: int, n_figures: int
) -> None:
    times = 40_000 // len(piece)
    found = analyse(Document("1", "", piece.replace("\n", " ") * times))
    expected = [times * n for n in (n_quotes, n_mentions, n_credits, n_marks, n_figures)]
    sizes = [len(each) for each in (found.quotes, found.mentions, found.credits, found.source_marks, found.figures)]
    assert sizes == expected
