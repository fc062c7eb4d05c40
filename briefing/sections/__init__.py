"""Sections: subheadings first, then topic shifts, each with a topic that sets it apart."""

from __future__ import annotations

import itertools

import numpy as np

from briefing.arguments import text
from briefing.errors import UnknownName
from briefing.model import BODY, Document, Section, Sentence
from briefing.sections.cohesion import cohesion
from briefing.sections.cues import opening_costs
from briefing.sections.occurrences import FloatArray, Occurrences, occurrences
from briefing.sections.reasons import shifts_between
from briefing.sections.shifts import topic_starts
from briefing.sections.tags import tagged
from briefing.sections.titles import topics
from briefing.sections.units import inner, units_of
from briefing.sections.weights import learnt

WIDTH = 120
"""Paragraphs; no segment found by cohesion is longer."""
LEAD, HEADED = 24.0, 130.0
"""Nats that a cut before the first subheading and after it costs more: the source has parted its topics itself."""
FAR = 60
"""Units for which a subheading speaks: in what is further away it tells nothing of how the source parts its topics."""
WITHIN, OVERWHELMING = 20.0, 40.0
"""Nats that a cut inside a paragraph costs more, and that it must gain more than others on average."""
METHODS = ("cohesion", "texttiling")


def sections_in(document: Document, sentences: list[Sentence], method: str = "cohesion") -> list[Section]:
    """The sections of ``document``: every sentence belongs to exactly one, in reading order.

    ``method``: "cohesion" (``shifts.py``) or, to compare, "texttiling" (``texttiling.py``); subheadings begin a
    section under both. Raises UnknownName.
    """
    if text("a method", method) not in METHODS:
        raise UnknownName("section method", method, METHODS)
    units = units_of(sentences)
    if not units:
        return []
    headings = _headings(document, units)
    texts = [" ".join(document.text[unit[0].span.start : unit[-1].span.end].split()) for unit in units]
    language = document.metadata.language
    tags = tagged(texts, language)
    words = occurrences(tags)
    if method == "texttiling":
        starts = _tiles(texts, headings, language)
    else:
        costs = opening_costs(tags, [len(unit) for unit in units], learnt())
        starts = _split(words, costs, inner(units), headings, language)
    bounds = list(itertools.pairwise([*starts, len(units)]))
    parts = [tuple(s for unit in units[a:b] for s in unit) for a, b in bounds]
    heads = [headings.get(start) for start in starts]
    told = [tags[a:b] for a, b in bounds]
    names = topics(told, heads, language, document.metadata.title)
    shifts = ["start of the text", *shifts_between(words, starts)]
    whys = ["subheading" if head else shift for head, shift in zip(heads, shifts, strict=True)]
    return [Section(*fields) for fields in zip(names, heads, parts, whys, strict=True)]


def _split(
    words: Occurrences, costs: FloatArray, inside: list[int], headings: dict[int, str], language: str
) -> list[int]:
    """Indices of the units that begin a section, by cohesion; ``inside``: of those within a paragraph."""
    texture = cohesion(words, min(WIDTH, words.count), language, learnt())
    costs = costs + _parted(sorted(headings), len(costs))
    costs[inside] += WITHIN
    doubts = np.full(words.count, learnt()["doubt"])
    doubts[inside] += OVERWHELMING
    return topic_starts(texture, costs, doubts, frozenset(headings), learnt())


def _parted(headings: list[int], count: int) -> FloatArray:
    """Nats that a cut before each unit costs more near the subheadings, which begin at these units."""
    held = np.zeros(count)
    for first in headings[:1]:
        held[max(0, first - FAR) : first] = LEAD
    for start in headings:
        held[start : start + FAR] = HEADED
    return held


def _tiles(texts: list[str], headings: dict[int, str], language: str) -> list[int]:
    """The same by NLTK's TextTiling, which takes longer to import than a brief to make."""
    from briefing.sections.texttiling import starts

    return sorted({*starts(texts, language), *headings})


def _headings(document: Document, units: list[list[Sentence]]) -> dict[int, str]:
    """The verbatim subheading before each unit that has one, by the unit's index."""
    index = {unit[0].paragraph: i for i, unit in reversed(list(enumerate(units)))}
    found: dict[int, str] = {}
    heading, number = None, 0
    for block in document.blocks:
        if block.kind == "subheading":
            heading = " ".join(block.span.of(document.text).split())
        elif block.kind in BODY:
            number += 1
            if heading and number in index:
                found[index[number]] = heading
                heading = None
    return found
