"""Why a section begins where it does, in words of the text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from briefing.runs import firsts
from briefing.sections.occurrences import IntArray, Occurrences

WORDS = 3
"""Words on each side of a cut that are shown."""


def shifts_between(words: Occurrences, starts: Sequence[int]) -> list[str]:
    """The reason of the cut before each section but the first, which begin at these paragraphs."""
    if len(starts) == 1:
        return []
    section = np.searchsorted(np.array(starts), words.unit, side="right") - 1
    new = _weightiest(words, section, _first(words.word, section), len(starts))
    old = _weightiest(words, section, _first(words.word[::-1], section[::-1]), len(starts))
    return [_reason(begin, end) for begin, end in zip(new[1:], old, strict=False)]


def _first(word: IntArray, section: IntArray) -> IntArray:
    """The section in which each word of the vocabulary comes first."""
    found: IntArray = section[firsts(word)[0]]
    return found


def _weightiest(words: Occurrences, section: IntArray, bound: IntArray, count: int) -> list[list[str]]:
    """For each section, of the words bound to it, those that tell most: often there, and rare in the language."""
    inside = np.flatnonzero(section == bound[words.word])
    first, times = firsts(words.word[inside])
    found: list[list[str]] = [[] for _ in range(count)]
    order = np.argsort((0.5 - times) * words.rarity, kind="stable")
    for word, at in zip(order.tolist(), bound[order].tolist(), strict=True):
        if len(found[at]) < WORDS and not words.stems[word][0].isdigit():
            found[at].append(f"“{words.written[inside[first[word]]]}”")
    return found


def _reason(new: list[str], old: list[str]) -> str:
    parts = [f"{', '.join(words)} {verb}" for words, verb in ((new, "begin"), (old, "end")) if words]
    return "topic shift" + (f": {'; '.join(parts)}" if parts else "")
