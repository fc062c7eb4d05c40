"""First names that tell whether a woman or a man bears them; see given_names.LICENCE.md."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Literal

Gender = Literal["f", "m"]


@functools.cache
def given_names() -> dict[str, Gender]:
    """Gender of each first name that mostly one gender bears; the others are not listed."""
    women, men = Path(__file__).with_name("given_names.txt").read_text("utf-8").splitlines()
    return {**dict.fromkeys(women.split(), "f"), **dict.fromkeys(men.split(), "m")}
