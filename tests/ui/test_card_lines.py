"""Lines that are found from pairs of letters are those that Qt finds, or none."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from dateline.ui.fonts import load_fonts
from dateline.ui.theme import make_theme
from dateline.ui.timeline.line_breaks import ELLIPSIS, PairWidths, plain_lines

STYLES = ("card_headline", "snippet")
WORDS = st.one_of(
    st.sampled_from(
        ["Beijing", "chips", "AVATAR", "Taiwan’s", "“export", "controls,”", "US-China", "A.I.", "3,000", "f("]
    ),
    st.text(st.sampled_from("abcfijlotvwyATVWY019.,;:!?()'’“”-–—/…&%$€éßøž"), min_size=1, max_size=14),
)
TEXTS = st.lists(WORDS, min_size=1, max_size=24).map(" ".join)


def qt_lines(text: str, style: str, width: float) -> list[str]:
    """Return all lines of a text, as Qt breaks it."""
    layout = QTextLayout(text, make_theme(is_dark=False).font(style))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return lines


@cache
def pairs_of(style: str) -> PairWidths:
    return PairWidths(QFontMetricsF(make_theme(is_dark=False).font(style)).horizontalAdvance)


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    load_fonts()


@given(TEXTS, st.sampled_from(STYLES), st.integers(90, 520), st.integers(1, 3))
def test_lines_are_those_of_qt(text: str, style: str, width: int, n_lines: int) -> None:
    pairs = pairs_of(style)
    found = plain_lines(text, width, n_lines, pairs)
    if found is None:
        return
    wanted = qt_lines(text, style, width)
    if len(wanted) <= n_lines:
        assert found == wanted
        return
    *whole, cut = found
    assert whole == wanted[: n_lines - 1]
    assert cut.endswith(ELLIPSIS)
    assert text.startswith(cut[:-1], len(" ".join([*whole, ""])))
    metrics = QFontMetricsF(make_theme(is_dark=False).font(style))
    assert (
        metrics.horizontalAdvance(cut) <= width + 1
    )  # the last letter may have been half of two that are drawn as one


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Commerce Department weighs new rules for chips",
            ["Commerce Department weighs new", "rules for chips"],
        ),
        ("Chips", ["Chips"]),
        ("", [""]),
    ],
)
def test_headlines_are_broken_without_qt(text: str, lines: list[str]) -> None:
    assert plain_lines(text, 250.0, 2, pairs_of("card_headline")) == lines


@pytest.mark.parametrize(
    "text",
    [
        "Chips and 出口管制 of late",
        "رقائق",
        "Chips 🚢 of late",
        "zero\u200bwidth",
        "soft\u00adhyphen",
        "W" * 90,  # one word on several lines
        "Department US-China-talks-of-late",  # may end a line within the word
    ],
)
def test_other_texts_are_left_to_qt(text: str) -> None:
    assert plain_lines(text, 200.0, 2, pairs_of("card_headline")) is None


def test_a_card_too_narrow_for_an_ellipsis_is_left_to_qt() -> None:
    assert plain_lines("Chips", 4.0, 1, pairs_of("card_headline")) is None
