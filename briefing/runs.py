"""Runs of equal values in sorted arrays: ``np.unique`` without what it asks first, which takes longer than the few words of
an article."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.int64]


def runs(ordered: IntArray) -> tuple[IntArray, IntArray]:
    """Where each run of equal values begins in a sorted array, and how long it is."""
    bounds = np.ones(len(ordered) + 1, dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=bounds[1:-1])
    at = bounds.nonzero()[0]
    return at[:-1], at[1:] - at[:-1]


def firsts(values: IntArray) -> tuple[IntArray, IntArray]:
    """Where each of the different values, from the least on, stands first, and how often it does."""
    order = values.argsort(kind="stable")
    starts, times = runs(values[order])
    return order[starts], times
