"""The learnt weights of the search for topic shifts."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path

Weights = Mapping[str, float]


@functools.cache
def learnt() -> Weights:
    """The weights of ``weights.toml``, by name."""
    return tomllib.loads(Path(__file__).with_name("weights.toml").read_text("utf-8"))
