"""Words at the beginning of a paragraph that tell a continuation from a new topic."""

from __future__ import annotations

import functools
from importlib.resources import files

from briefing.language.words import tokens

CONTINUES = 4.0
"""Nats that a cut before a continuation costs more."""
NEAR = 12
"""Words at the beginning of the paragraph that are looked at."""


@functools.cache
def cue_words() -> dict[str, frozenset[str]]:
    """The words of ``cues.txt`` by class."""
    lines = files("briefing.sections").joinpath("cues.txt").read_text("utf-8").splitlines()
    table = (line.partition(":") for line in lines if not line.startswith("#"))
    return {name: frozenset(words.split()) for name, _, words in table}


def continuation(text: str) -> float:
    """How much the paragraph reads as a continuation, from 0 to 1."""
    words = [word.lower() for word in tokens(text[:200])[:NEAR]]
    table = cue_words()
    if text[:1] in "\"“‘«'`" or any(
        words[:1] and words[0] in table[k] for k in ("pronoun", "conjunction", "title")
    ):
        return 1.0
    return 0.5 if table["within"].intersection(words) else 0.0
