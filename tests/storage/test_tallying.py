"""Counting by columns is what counting one by one gives."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.storage import tallying
from dateline.storage.tallying import Tally

ROWS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2), st.booleans()))


@pytest.mark.parametrize("sparse", [0, 8, 10**6], ids=["sorted out", "as it is", "all combinations"])
@given(rows=ROWS)
def test_it_counts_what_is_shared(rows: list[tuple[int, int, bool]], sparse: int) -> None:
    days, names = range(20_000, 20_005), ["", "ft", "nyt"]
    first, second = (np.array([row[place] for row in rows], np.int64) for place in (0, 1))
    is_marked = np.array([row[2] for row in rows], np.bool_)
    n = Counter((days[day], names[name]) for day, name, _ in rows)
    n_marked = Counter((days[day], names[name]) for day, name, is_marked in rows if is_marked)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tallying, "_SPARSE", sparse)
        tally = Tally([days, names], len(rows))
        for start in range(0, len(rows), 3):
            part = slice(start, start + 3)
            tally.add([first[part], second[part]], is_marked[part])
        (in_days, in_names), counted, marked = tally.shares()
    keys = list(zip(in_days, in_names, strict=True))
    assert keys == sorted(n)
    assert counted == [n[key] for key in keys]
    assert marked == [n_marked[key] for key in keys]


def test_one_place_may_be_that_of_all_rows() -> None:
    tally = Tally([["", "chips", "models"]], 4)
    tally.add([1], np.array([True, False]))
    tally.add([0], np.array([False]))
    tally.add([1], np.array([True]))
    assert tally.shares() == ([["", "chips"]], [1, 3], [0, 2])


def test_without_a_column_all_rows_are_one() -> None:
    tally = Tally([], 2)
    tally.add([], np.array([True, False]))
    assert tally.shares() == ([], [2], [1])
