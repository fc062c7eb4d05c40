"""The sources that the text offers for a quotation, with what speaks for each of them.

They are what news style offers (Pareti et al. 2013; O'Keefe et al. 2012, section 3): the sources of the reporting verbs in
the sentence of the quotation, before or behind it; those of the sentence before, at the end of the paragraph before, in a
sentence that follows a question at once; and the speaker of the quotation before.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.model import Span
from briefing.quotes.cues import Words, table
from briefing.quotes.evidence import Clue, Kinds, Parts
from briefing.quotes.paragraphs import Paragraph, Source
from briefing.quotes.sources import SOURCE_CLUES, named, sources_of

REACH = 60
"""Words within which a cue is looked for on either side of a quotation."""
RANKS = ("0", "1", "2", "3", "4")
"""Cues looked at on either side, the nearest first."""
CUES = len(RANKS)
TAG = 12
"""Words in which a sentence behind a quotation must say who spoke: ``?" Biden asked.``"""
FEW = ("0", "1", "2", "3")
"""Lengths of a quotation that is hardly a sentence."""
QUOTE_MARKS = "\"“”‘’'«»„ "
STEPS = [str(next(step for step in (16, 9, 5, 3, 2, 1, 0) if count >= step)) for count in range(17)]
"""A count in steps: 0, 1, 2, 3, 5, 9, 16."""
CLUES: Kinds = {
    **SOURCE_CLUES,
    "cue": ("place name rank kind", "place name", "place rank", "place kind"),
    "steps": ("place kind steps", "place steps", "place kind steps"),
    "quotation": ("place kind opens ends", "place opens ends", "place kind opens ends"),
    "length": ("place length", "place length"),
    "leading": ("place kind lead", "place lead", "place kind lead"),
    "last": ("place kind last opens", "place last opens", "place kind last"),
    "gap": ("place gap where ends", "place gap where", "place gap ends"),
    "source": ("place where kind inside", "place where kind", "place where inside", "where kind"),
    "above": ("where kind", "where kind"),
    "page": ("alone quotes ends", "alone", "quotes", "ends"),
    "same": ("place opens ends lead by", "place opens ends", "place lead", "place by"),
    "count": ("place cues names lead", "place cues lead", "place names", "place names lead"),
    "open": ("new open lead alone", "new lead", "open", "alone"),
    "tail": ("tail lead", "tail lead"),
}


class Said(NamedTuple):
    """Where the text names the speaker, and the words that report the speech."""

    mention: Span
    cue: Span
    denied: bool = False
    """Whether the text says that they have not said it, or only might have."""


class Candidate(NamedTuple):
    """A source that may have spoken a quotation."""

    paragraph: Paragraph
    """The one that the source and the cue stand in."""
    source: Words
    cue: Words
    place: str
    clues: Parts

    @property
    def said(self) -> Said:
        return Said(self.paragraph.span_of(self.source), self.paragraph.span_of(self.cue))


class Quoted(NamedTuple):
    """A quotation by its place, and what it looks like."""

    paragraph: int
    place: int
    """Among the quotations of the paragraph."""
    at: int
    """The word of its paragraph that it is."""
    within: Words
    """The sentence that it stands in."""
    opens: str
    """``A`` with a capital, ``a`` without, ``-`` with neither."""
    ends: str
    """Its last mark, or ``a`` where it ends with a word."""
    length: str


def look(paragraph: Paragraph, number: int, index: int) -> Quoted:
    """What the quotation looks like."""
    inner = paragraph.quotes[index].of(paragraph.text).strip(QUOTE_MARKS)
    opens = "A" if inner[:1].isupper() else "a" if inner[:1].isalpha() else "-"
    ends = inner[-1:] if inner[-1:] in tuple(",.?!-—–…:;") else "a"
    at = paragraph.places[index]
    return Quoted(number, index, at, paragraph.sentence(at), opens, ends, _few(len(inner[:200].split())))


def in_sentence(p: Paragraph, quoted: Quoted) -> list[Candidate]:
    """Every source that the sentence of the quotation offers."""
    at, (first, end) = quoted.at, quoted.within
    found = _beside(p, quoted, (max(first, at - REACH), at), "before") if first < at else []
    if at + 1 < end:
        found += _beside(p, quoted, (at + 1, min(end, at + REACH)), "after")
    return found


def around(
    paragraphs: Sequence[Paragraph], quoted: Quoted, previous: tuple[Quoted, Candidate] | None
) -> Iterator[Candidate]:
    """Every source that the text around that sentence offers; ``previous``: who spoke the quotation before."""
    p = paragraphs[quoted.paragraph]
    at, within = quoted.at, quoted.within
    if at == within[1] - 1 and within[1] < len(p.words) and not _closes_sentence(p, quoted):
        end = min(p.sentence(within[1])[1], within[1] + TAG)
        yield from _beside(p, quoted, (within[1], end), "next sentence")
    if at <= within[0] + 1:
        if within[0] > 0:
            earlier = (max(p.sentence(within[0] - 1)[0], within[0] - REACH), within[0])
            yield from _beside(p, quoted, earlier, "sentence before")
        elif quoted.paragraph and quoted.place == 0 and paragraphs[quoted.paragraph - 1].words:
            yield from _above(paragraphs[quoted.paragraph - 1], p, quoted)
    if previous:
        yield from _same(paragraphs, quoted, *previous)


def _closes_sentence(p: Paragraph, quoted: Quoted) -> bool:
    """Whether it is a part of the sentence that its full stop ends, so that nobody in the next one says it: ``The law bans
    "annoyance." The court said ...``"""
    within = quoted.at > quoted.within[0] and p.words[quoted.at - 1][-1].isalnum()
    return within and quoted.ends == "." and (quoted.opens != "A" or quoted.length in FEW)


def _beside(p: Paragraph, quoted: Quoted, stretch: Words, place: str) -> list[Candidate]:
    """The sources of the cues in a stretch of the paragraph."""
    found = []
    at = quoted.at
    behind = place in ("after", "next sentence")
    for rank, cue in zip(RANKS, _cues(p, stretch, at, place), strict=False):
        name, kind, ending = named(p.form(cue))
        kind += ending
        steps = _few(cue[0] - at - 1 if behind else stretch[1] - cue[1])
        clues: list[Clue] = [
            ("cue", place, name, rank, kind),
            ("steps", place, kind, steps),
            ("quotation", place, kind, quoted.opens, quoted.ends),
            ("length", place, quoted.length),
            ("leading", place, kind, p.shape(cue[0] - 1, stretch)),
        ]
        if place == "before":
            clues.append(("last", place, kind, p.shape(at - 1, stretch), quoted.opens))
        for source in sources_of(p, cue):
            beside = _placed(p, place, at, cue, source, kind, quoted.ends)
            found.append(Candidate(p, source.words, cue, place, (clues, beside, source.clues)))
    return found


def _cues(p: Paragraph, stretch: Words, at: int, place: str) -> list[Words]:
    """The cues of the stretch, the nearest to the quotation first; verbs in -ed that are no known cues, and a colon or
    a dash beside the quotation, can be cues too."""
    first = bisect.bisect_left(p.cue_starts, stretch[0])
    cues = p.cues[first : bisect.bisect_left(p.cue_starts, stretch[1], first)]
    if place == "before":
        # what stands nearer and is known to report takes precedence
        cues = cues + _verbs(p, (cues[-1][1] if cues else stretch[0], stretch[1]))[-2:]
        if at > stretch[0] and p.lows[at - 1] == ":":
            cues.append((at - 1, at))
    if place == "after":
        cues = sorted(cues + _verbs(p, stretch)[:1])
    if place in ("after", "next sentence"):
        if at + 1 < stretch[1] and p.classes[at + 1] in "—–-":
            cues.insert(0, (at + 1, at + 2))
        return cues[:CUES]
    return cues[: -CUES - 1 : -1]


def _verbs(p: Paragraph, stretch: Words) -> list[Words]:
    """The verbs in -ed of a stretch that are no known cues."""
    found = []
    known = table()
    index = p.classes.find("V", *stretch)
    while index >= 0:
        at = bisect.bisect_right(p.cue_starts, index) - 1
        if p.lows[index] not in known and (at < 0 or p.cues[at][1] <= index):
            found.append((index, index + 1))
        index = p.classes.find("V", index + 1, stretch[1])
    return found


def _placed(
    p: Paragraph, place: str, at: int, cue: Words, source: Source, kind: str, ends: str
) -> list[Clue]:
    """How source and quotation stand to each other."""
    where, start = source.where, source.words[0]
    if place in ("after", "next sentence"):
        words = min(start, cue[0]) - at - 1
        gap = _few(max(0, words - (p.classes[at + 1] == ",")))
        return [("gap", place, gap, where, ends)]
    return [("source", place, where, kind, "inside" if cue[1] <= start < at else "")]


def _above(above: Paragraph, p: Paragraph, quoted: Quoted) -> Iterator[Candidate]:
    """The sources of the last sentence of the paragraph before: ``He put it so:``, ``Biden agreed.``"""
    within = above.sentence(len(above.words) - 1)
    first = bisect.bisect_left(above.cue_starts, max(within[0], within[1] - REACH))
    cues = above.cues[first:]
    if above.lows[-1] == ":":
        cues = [*cues, (len(above.words) - 1, len(above.words))]
    place = "paragraph before"
    page = (
        "page",
        "alone" if len(p.words) == 1 else "",
        "quotes" if above.quotes else "",
        above.lows[-1],
    )
    for rank, cue in zip(RANKS, cues[:-CUES:-1], strict=False):
        name, kind, ending = named(above.form(cue))
        clues: list[Clue] = [
            ("cue", place, name, rank, kind + ending),
            ("quotation", place, "", quoted.opens, quoted.ends),
            page,
        ]
        for source in sources_of(above, cue):
            parts: Parts = (clues, [("above", source.where, kind + ending)], source.clues)
            yield Candidate(above, source.words, cue, place, parts)


def _same(
    paragraphs: Sequence[Paragraph], quoted: Quoted, before: Quoted, speaker: Candidate
) -> Iterator[Candidate]:
    """The speaker of the quotation before, in this paragraph or at the end of the one before."""
    p, earlier = paragraphs[quoted.paragraph], paragraphs[before.paragraph]
    at, then, within = quoted.at, before.at, quoted.within
    clues: list[Clue]
    if before.paragraph == quoted.paragraph:
        place = "same sentence" if then >= within[0] else "same paragraph"
        start = max(within[0], then + 1)
        lead = _few(at - start)
        names = _few(_count(p.phrase_starts, (then + 1, at)))
        clues = [
            ("count", place, _few(_count(p.cue_starts, (start, at))), names, lead),
            ("last", place, "", p.shape(at - 1, within), quoted.opens),
            ("length", place, quoted.length),
        ]
    elif before.paragraph == quoted.paragraph - 1 and quoted.place == 0:
        place = "quotation before"
        end = earlier.sentence(then)[1]
        lead, tail = _few(at), _few(len(earlier.words) - then - 1)
        left_open = then == len(earlier.words) - 1 and earlier.text[earlier.span.end - 1] not in QUOTE_MARKS
        names = _few(_count(earlier.phrase_starts, (end, len(earlier.words))))
        clues = [
            (
                "open",
                "new" if end < len(earlier.words) else "",
                "open" if left_open else "",
                lead,
                "alone" if len(p.words) == 1 else "",
            ),
            ("tail", tail, lead),
            ("count", place, _few(len(p.cues)), names, lead),
        ]
    else:
        return
    clues += [("same", place, quoted.opens, quoted.ends, lead, speaker.place)]
    yield speaker._replace(place=place, clues=(clues,))


def _count(starts: Sequence[int], stretch: Words) -> int:
    return bisect.bisect_left(starts, stretch[1]) - bisect.bisect_left(starts, stretch[0])


def _few(count: int) -> str:
    return STEPS[count] if 0 <= count < len(STEPS) else STEPS[-1 if count > 0 else 0]
