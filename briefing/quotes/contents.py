"""What a cue can report: stretches of its sentence, before it, behind it or around it, and what speaks for each.

Behind a cue a content begins at once, at a late "that" or "to", or behind whom it is said to; it ends with the sentence
or at a word at which another clause can begin.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from typing import NamedTuple

from briefing.quotes.cues import Words
from briefing.quotes.evidence import Clue, Kinds
from briefing.quotes.paragraphs import Paragraph
from briefing.quotes.sources import named
from briefing.quotes.words import QUOTATION

LONGEST = 150
"""Words that a content has at most; what runs on longer is no sentence."""
PRECEDING = 3
"""Words that stand before a cue that reports them, at least."""
LATE = 16
"""Words within which "that" or "to" can open what a cue reports."""
ENDS = 8
"""Places looked at where a content can end, besides the end of the sentence."""
ASIDE = 9
"""Words from a comma to the cue, or from the cue to a comma, that set it off with its source."""
CLAUSE = 20
"""Words before a cue in which the word is looked for that opens its clause."""
TAIL = 8
"""Marks that a sentence may end with."""
BREAKS = frozenset(
    [
        "and",
        "but",
        "as",
        "while",
        "after",
        "when",
        "because",
        "during",
        "in",
        "at",
        "on",
        "if",
        "who",
        "which",
    ]
) | {"for", "by", "with", ",", ";", ":", "—", "–", "-", "("}
"""At what a content can end; a quotation ends it too."""
SIZES = [str(max(n for n in (0, 1, 2, 3, 4, 7, 12, 20) if size >= n)) for size in range(21)]
LEFT = [str(count // 4) for count in range(17)]
CONTENT_CLUES: Kinds = {
    "opens": ("opening first kind", "opening", "opening first", "opening first kind"),
    "opens with": (
        "word kind name opening first",
        "word",
        "word kind opening",
        "name opening",
        "name opening first",
    ),
    "ends": ("mark then second ending", "mark", "mark then", "mark then second", "mark then ending"),
    "extent": ("mark size left comma clause", "size", "mark size", "mark left", "mark comma", "mark clause"),
    "closing": ("mark opening kind first leaves", "mark opening", "mark kind", "mark first", "mark leaves"),
    "clause": ("clause opening kind goes mark", "clause opening kind", "clause opening", "clause goes mark"),
    "last": ("word mark", "word mark"),
    "clause of": ("setting mark then", "setting mark", "setting mark then"),
    "takes": ("mark name clause first", "mark name", "clause name", "clause name first"),
    "precedes": ("last size", "", "last", "size"),
    "interrupted": ("ahead behind kind name", "ahead behind", "ahead behind kind", "name", "kind"),
    "goes on": ("then", "then"),
    "precedes with": ("comma rest name quotes then", "comma rest", "name", "quotes", "then"),
}


class Content(NamedTuple):
    """What a cue may report."""

    words: Words
    clues: list[Clue]


class Contents(NamedTuple):
    """What a cue may report that begins at the same place."""

    opening: str
    """By what it begins behind the cue; before the cue, what it is."""
    clues: list[Clue]
    each: list[Content]
    within: Words
    """A stretch that holds them all."""


def contents_of(p: Paragraph, cue: Words) -> Iterator[Contents]:
    """What the cue may report, by where it begins."""
    yield from _following(p, cue)
    yield from _preceding(p, cue)
    yield from _interrupted(p, cue)


def _following(p: Paragraph, cue: Words) -> Iterator[Contents]:
    """What stands behind the cue: from there, from a late "that" or "to", or from behind whom it is said to."""
    within = p.sentence(cue[0])
    end = within[1]
    while end > max(cue[1], within[1] - TAIL) and p.lows[end - 1] in ".,;:?!…":
        end -= 1
    name, kind, ending = named(p.form(cue))
    verbs = [n for n in range(cue[1], min(end, cue[1] + LONGEST + LATE)) if p.classes[n] in "VEA"]
    at = bisect.bisect_left(p.places, within[1]) - 1
    quoted = p.places[at] if at >= 0 else -1
    setting = _setting(p, cue[0], within)
    for start, opening in _openings(p, cue, end):
        first = p.classes[start]
        opens: list[Clue] = [
            ("opens", opening, first, kind),
            ("opens with", p.lows[start], kind, name, opening, first),
        ]
        verb = next((n for n in verbs if n >= start), end)
        comma = p.classes.find(",", start, start + 40)
        found = []
        for stop, mark in _stops(p, start, end):
            words = bare(p, start, stop)
            if words is None:
                continue
            size = SIZES[min(stop - start, 20)]
            then, second = (p.shape(stop + 1, within), p.shape(stop + 2, within)) if stop < end else ("", "")
            clause = "verb" if verb < stop else ""
            clues: list[Clue] = [
                ("ends", mark, then, second, ending),
                (
                    "extent",
                    mark,
                    size,
                    LEFT[min(16, end - stop)],
                    "," if 0 <= comma < stop else "",
                    clause,
                ),
                ("closing", mark, opening[:4], kind, first, "quotes" if quoted >= stop else ""),
                ("clause", clause, opening[:4], kind, "verb" if verbs and verbs[-1] >= stop else "", mark),
                ("last", p.shape(stop - 1, within), mark),
                ("clause of", setting, mark, then),
                ("takes", mark if mark in ("", ",", "and") else "other", name, clause, first),
            ]
            found.append(Content(words, clues))
        if found:
            yield Contents(opening, opens, found, (start, end))


def _setting(p: Paragraph, at: int, within: Words) -> str:
    """By what the clause of the cue is opened: a conjunction, "who", or a comma, and with a comma before it or not."""
    for index in range(at - 1, max(within[0] - 1, at - CLAUSE), -1):
        kind = p.classes[index]
        if kind in "CR;:," or p.lows[index] == "and":
            lead = "," if index > within[0] and p.classes[index - 1] == "," else ""
            return ("^" if index == within[0] else lead) + p.lows[index]
    return "" if at - CLAUSE < within[0] else "far"


def _openings(p: Paragraph, cue: Words, end: int) -> Iterator[tuple[int, str]]:
    """Where a content can begin behind the cue, and by what."""
    if end <= cue[1]:
        return
    yield cue[1], "cue"
    late = p.lows[cue[1] : min(end - 1, cue[1] + LATE)]
    that = late.index("that") if "that" in late else len(late)
    to = late.index("to") if "to" in late else len(late)
    if 0 < to < that:
        yield cue[1] + to, f"to {min(3, to)}"
    if that < len(late):
        yield cue[1] + that + 1, f"that {min(3, that)}"
    at = bisect.bisect_left(p.phrase_starts, cue[1])
    if (
        at < len(p.phrases)
        and p.phrases[at][0] <= cue[1] + 1
        and p.phrases[at][1] < end
        and p.classes[p.phrases[at][1]] not in "AE"
    ):
        yield p.phrases[at][1], "object"


def _stops(p: Paragraph, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where a content can end, and at what; at the end of its sentence at nothing."""
    if end - start <= LONGEST:
        yield end, ""
    found = 0
    for stop in range(start + 1, min(end, start + LONGEST)):
        if p.lows[stop] in BREAKS or p.words[stop] == QUOTATION:
            yield stop, p.lows[stop]
            found += 1
            if found == ENDS:
                return


def _preceding(p: Paragraph, cue: Words) -> Iterator[Contents]:
    """What stands before the cue, from the beginning of its sentence."""
    within = p.sentence(cue[0])
    start = within[0]
    while start < cue[0] and p.lows[start] in ("but", "and", '"'):
        start += 1
    words = bare(p, start, cue[0])
    if words is None or not PRECEDING <= cue[0] - start <= LONGEST:
        return
    name, _, _ = named(p.form(cue))
    comma = "," if "," in p.classes[max(within[0], cue[0] - 8) : cue[0]] else ""
    quotes = "quotes" if p.quotes_within(cue[1], within[1]) else ""
    clues: list[Clue] = [
        ("clause of", _setting(p, cue[0], within), "precedes", p.shape(cue[1], within)),
        ("precedes", p.classes[cue[0] - 1], str(min(5, (cue[0] - start) // 5))),
        (
            "precedes with",
            comma,
            str(min(3, (within[1] - cue[1]) // 2)),
            name,
            quotes,
            p.shape(cue[1], within),
        ),
    ]
    yield Contents("precedes", [], [Content(words, clues)], words)


def _interrupted(p: Paragraph, cue: Words) -> Iterator[Contents]:
    """The whole sentence, where commas set off the cue and whom it belongs to: ``The plan, she said, is not settled.``"""
    within = p.sentence(cue[0])
    before = p.classes.rfind(",", max(within[0] + 1, cue[0] - ASIDE), cue[0])
    behind = p.classes.find(",", cue[1], min(within[1] - PRECEDING, cue[1] + ASIDE))
    if before < 0 or behind < 0:
        return
    words = bare(p, within[0], within[1] - 1)
    if words is not None and words[1] - words[0] <= LONGEST:
        name, kind, _ = named(p.form(cue))
        clues: list[Clue] = [
            ("interrupted", p.classes[before + 1 : cue[0]][:4], p.classes[cue[1] : behind][:4], kind, name),
            ("goes on", p.shape(behind + 1, within)),
        ]
        yield Contents("interrupted", [], [Content(words, clues)], words)


def bare(p: Paragraph, start: int, end: int) -> Words | None:
    """The stretch without marks around it; ``None`` where nothing is left, or where it holds a quotation."""
    while start < end and p.lows[start] in (",", ":", "that"):
        start += 1
    while end > start and p.lows[end - 1] in (",", "—", "-", "--", "–", "that"):
        end -= 1
    if end <= start or p.quotes_within(start, end):
        return None
    return start, end
