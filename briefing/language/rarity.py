"""How rare a word is in the language: what tells something in a text is rare outside it.

Zipf frequencies (van Heuven et al. 2014) of the commonest English words, from wordfreq; see
frequencies.LICENCE.md. A language without a table treats every word as rare.
"""

from __future__ import annotations

import functools
from itertools import repeat
from pathlib import Path

COMMONEST = 7.5
"""A Zipf frequency just above that of "the"."""
UNLISTED = 3.0
"""Taken as the Zipf frequency of words too rare to be listed, and of names."""


@functools.cache
def zipf_table(language: str) -> dict[str, float]:
    """Zipf frequency of each listed word of ``language``, in lower case; empty where there is no table."""
    path = Path(__file__).with_name(f"frequencies_{language}.txt")
    if not path.is_file():
        return {}
    table: dict[str, float] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        zipf, *words = line.split()
        table.update(zip(words, repeat(float(zipf)), strict=False))
    return table


def rarity(word: str, language: str) -> float:
    """``COMMONEST`` less the word's Zipf frequency: 0.1 for "the", 4.5 for a word nobody lists."""
    return max(0.1, COMMONEST - zipf_table(language).get(word.lower(), UNLISTED))
