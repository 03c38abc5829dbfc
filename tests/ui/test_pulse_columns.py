"""The pulse's columns are never too narrow to be seen, however far back a library goes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.news.library_view import PulseDay
from dateline.ui.timeline.pulse_columns import NARROWEST, Unit, make_columns, make_pulse

TODAY = date(2025, 11, 10)


@pytest.mark.parametrize(
    ("first", "unit", "n"),
    [
        (date(2025, 11, 1), Unit.DAY, 44),  # as many days as fit at their widest
        (date(2025, 1, 6), Unit.WEEK, 45),
        (date(2022, 11, 20), Unit.MONTH, 37),
        (date(2010, 5, 20), Unit.QUARTER, 63),
        (date(1994, 2, 1), Unit.YEAR, 32),
    ],
)
def test_longer_stretches_stand_for_more_than_a_day(first: date, unit: Unit, n: int) -> None:
    made = make_columns(make_pulse([PulseDay(first, "ft", 3, 1)]), TODAY, 400)
    assert (made.unit, len(made.columns)) == (unit, n)
    assert made.columns[-1].first <= TODAY < made.columns[-1].end
    assert [(one.n, one.n_full) for one in made.columns if one.first <= first < one.end] == [(3, 1)]


def test_a_quarter_begins_with_its_first_month() -> None:
    made = make_columns(make_pulse([PulseDay(date(2012, 5, 20), "ft", 1, 0)]), TODAY, 400)
    assert [one.first for one in made.columns[:4]] == [
        date(2012, 4, 1),
        date(2012, 7, 1),
        date(2012, 10, 1),
        date(2013, 1, 1),
    ]


@given(st.dates(date(1990, 1, 1), TODAY), st.floats(160, 900))
def test_columns_are_wide_enough_and_follow_one_another(first: date, width: float) -> None:
    made = make_columns(make_pulse([PulseDay(first, "ft", 1, 1)]), TODAY, width)
    assert len(made.columns) * NARROWEST <= width + NARROWEST
    assert all(one.end == other.first for one, other in zip(made.columns, made.columns[1:], strict=False))
    assert sum(one.n for one in made.columns) == 1
    assert made.columns[-1].end > TODAY - timedelta(days=1)


def test_a_day_knows_its_articles_and_five_outlets_are_told_apart() -> None:
    monday, tuesday = date(2025, 11, 3), date(2025, 11, 4)
    counts = [PulseDay(monday, outlet, n, 1) for n, outlet in enumerate("abcdefg", start=1)]
    pulse = make_pulse([PulseDay(tuesday, "a", 9, 2), *counts])
    assert (pulse.n_of(monday), pulse.n_of(tuesday), pulse.n_of(date(2025, 11, 5))) == (28, 9, None)
    assert pulse.keys == ("a", "d", "e", "f", "g")
    (week,) = (one for one in make_columns(pulse, TODAY, 12).columns if one.first <= monday < one.end)
    assert (week.n, week.n_full) == (37, 9)
    assert week.parts == (("a", 10), ("d", 4), ("e", 5), ("f", 6), ("g", 7), ("", 5))
