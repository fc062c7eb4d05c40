"""Weighing what speaks for a reading: figures learnt from annotated articles, added up (a log-linear model).

Each candidate reading comes with its features; the share of a candidate is exp(sum of weights) over that of all
candidates and of "none of them", which is 1. Whoever reads nothing into a sentence below a share holds back where
others would guess. The figures are learnt by tools/quote_weights.py.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable
from importlib.resources import files
from itertools import repeat

Feature = tuple[str, ...]


@functools.cache
def weights(task: str) -> dict[Feature, float]:
    """The figures of ``attribution`` or ``claims``: a line each, the weight and the feature."""
    lines = files("briefing.quotes").joinpath(f"{task}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {tuple(feature): float(weight) for weight, *feature in rows}


def odds(known: dict[Feature, float], features: Iterable[Feature]) -> float:
    """How many times likelier than "none" the candidate with these features is."""
    return math.exp(min(50.0, sum(map(known.get, features, repeat(0.0)))))
