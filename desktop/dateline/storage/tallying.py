"""Counting rows by what they share, as steps over arrays. It knows nothing of articles, and needs numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

#: Columns of what is shared, how many share it, and how many of these are marked; side by side.
Shares: TypeAlias = tuple[list[list[Any]], list[int], list[int]]

#: Where there are more combinations than so many times the rows, those that occur are sorted out first.
_SPARSE = 8


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """For each row the place of its value in `values`, which rise."""

    place: npt.NDArray[np.int64]
    values: Sequence[Any]


def tally(columns: Sequence[Column], is_marked: npt.NDArray[np.bool_]) -> Shares:
    """Return each combination of values that rows share, in the order of the columns."""
    number = np.zeros(len(is_marked), np.int64)
    for column in columns:
        number = number * len(column.values) + column.place
    n_possible = prod(len(column.values) for column in columns)
    if n_possible > _SPARSE * len(number):
        found, n = np.unique(number, return_counts=True)
        n_marked = np.bincount(np.searchsorted(found, number[is_marked]), minlength=len(found))
    else:
        every = np.bincount(number, minlength=n_possible)
        found = np.flatnonzero(every)
        n, n_marked = every[found], np.bincount(number[is_marked], minlength=n_possible)[found]
    decoded: list[list[Any]] = []
    for column in reversed(columns):
        found, place = np.divmod(found, len(column.values))
        decoded.insert(0, [column.values[one] for one in place.tolist()])
    return decoded, n.tolist(), n_marked.tolist()
