"""Counting rows by what they share, as steps over arrays. It knows nothing of articles, and needs numpy."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

#: Columns of what is shared, how many share it, and how many of these are marked; side by side.
Shares: TypeAlias = tuple[list[list[Any]], list[int], list[int]]
#: For each row the place of its value in a column, or the one place that all have.
Places: TypeAlias = npt.NDArray[np.integer[Any]] | int

#: Beyond so many combinations for each row those that occur are sorted out.
_SPARSE = 8


class Tally:
    """Counts rows by their places in columns, some rows at a time, so that arrays over all of them are never needed."""

    def __init__(self, columns: Sequence[Sequence[Any]], n_rows: int) -> None:
        """Begin to count some `n_rows` rows by columns, whose values rise."""
        self._columns = columns
        self._n_possible = prod(map(len, columns))
        self._is_sparse = self._n_possible > _SPARSE * n_rows
        self._sparse: list[npt.NDArray[np.int64]] = []
        n_dense = 0 if self._is_sparse else self._n_possible * 2
        self._dense = np.zeros(n_dense, np.int64)

    def add(self, places: Sequence[Places], is_marked: npt.NDArray[np.bool_]) -> None:
        """Count some rows: their places in each column, and whether they are marked."""
        number = np.zeros(len(is_marked), np.int64)
        for column, place in zip(self._columns, places, strict=True):
            number *= len(column)
            number += place
        # Whether it is marked is the last digit.
        number *= 2
        number += is_marked
        if self._is_sparse:
            self._sparse.append(number)
        else:
            self._dense += np.bincount(number, minlength=len(self._dense))

    def shares(self) -> Shares:
        """Return each combination of values that rows share, in the order of the columns."""
        if self._is_sparse:
            numbers = np.concatenate((*self._sparse, np.empty(0, np.int64)))
            found, n = np.unique(numbers, return_counts=True)
        else:
            found = np.flatnonzero(self._dense)
            n = self._dense[found]
        first = np.flatnonzero(np.diff(found // 2, prepend=-1))
        in_all, marked = ((np.add.reduceat(some, first) if len(first) else some) for some in (n, n * (found % 2)))
        left = found[first] // 2
        decoded: list[list[Any]] = []
        for column in reversed(self._columns):
            left, place = np.divmod(left, len(column))
            decoded.insert(0, [column[one] for one in place.tolist()])
        return decoded, in_all.tolist(), marked.tolist()
