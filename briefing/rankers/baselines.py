"""Baselines that every method is held against."""

from __future__ import annotations

import numpy as np

from briefing.rankers.prepare import FloatArray, Prepared


def lead(prepared: Prepared) -> FloatArray:
    """The first sentences come first."""
    return np.linspace(1.0, 0.0, num=len(prepared.sentences))
