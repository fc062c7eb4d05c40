"""What a cue reports: its sources and contents, weighed together (Pareti 2015, chapter 5; Newell et al. 2018)."""

from __future__ import annotations

import bisect
import heapq
import math
import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from briefing.quotes.contents import CONTENT_CLUES, Content, Contents, bare, contents_of
from briefing.quotes.cues import Words
from briefing.quotes.evidence import HUNDREDTHS, Clue, Kinds, Parts, Worth
from briefing.quotes.paragraphs import Paragraph, Source
from briefing.quotes.sources import SOURCE_CLUES, interrupts, inverts, named, sources_of, without_stop

FEW = 4
"""Contents, the likeliest first, among which the one is chosen that most of them agree on."""
ASIDE = 3
"""Words between a source and its cue within commas, at most."""
SETTING_OFF = 4
"""Words within which a comma ends the aside of who says it: ``, she told reporters on Monday,``."""
NESTED = 4
"""Claims before a cue that may hold it."""
CLUES: Kinds = {
    **SOURCE_CLUES,
    **CONTENT_CLUES,
    "cue": ("name after before", "name", "name after", "name before"),
    "form": ("form after", "form", "form after"),
    "kind": ("kind after before", "kind", "after", "before", "kind after", "kind before", "before after"),
    "two": ("ahead before after second", "ahead before", "after second"),
    "earlier": (
        "earlier kind inside name",
        "earlier",
        "earlier kind",
        "inside",
        "inside kind",
        "inside name",
    ),
    "later": ("quotes kind sooner rest", "quotes", "quotes kind", "sooner", "rest"),
    "label": ("word", "word"),
    "pair": ("where opening", "where opening"),
    "crosses": ("where verb comma link", "where verb comma link", "where verb", "where comma", "where link"),
}


VERB = re.compile("[EAV]")
"""Classes of verbs."""
LINK = re.compile("[CR;:]")
"""Classes of words that link clauses."""


class Reported(NamedTuple):
    """What a cue most likely reports."""

    cue: Words
    source: Words
    content: Words
    share: float


class Reading(NamedTuple):
    """A source and a content of one cue."""

    source: Words
    content: Words
    clues: Parts


def likeliest(
    worth: Worth, p: Paragraph, cue: Words, claimed: Sequence[Reported], certain: float
) -> Reported | None:
    """What a cue reports, where it has a share of ``certain``; ``claimed``: what the cues before it report.

    The source is the one whose readings weigh most together; its content the one with which the likeliest of them agree
    best: where a clause can end in two places near each other, either speaks for both.
    """
    if inverts(p, cue):
        return _inverted(p, cue)
    if certainly := _interrupted(p, cue):
        return certainly
    groups = [_weighed(worth, contents) for contents in contents_of(p, cue)]
    sources = sources_of(p, cue) if groups else []
    heard = worth.total(circumstances(p, cue, claimed)) if sources else 0
    speaker, leads, top, total = None, [0.0], 0.0, 1.0
    for source in sources:
        speaks = heard + worth.total(source.clues) + worth[_crosses(p, source, cue)]
        each = [_odds(speaks + worth["pair", source.where, group.opening]) for group, _, _ in groups]
        weight = 0.0
        for lead, (group, odds, whole) in zip(each, groups, strict=True):
            if not _apart(source.words, group.within):
                beside = [_beside(p, source.words, cue, group, content) for content in group.each]
                whole = sum([value for value, words in zip(odds, beside, strict=True) if words])
            weight += lead * whole
        total += weight
        if weight > top:
            speaker, leads, top = source.words, each, weight
    if speaker is None or top < certain * total:
        return None
    offered = [
        (lead * value, words)
        for lead, (group, odds, _) in zip(leads, groups, strict=True)
        for content, value in zip(group.each, odds, strict=True)
        if (words := _beside(p, speaker, cue, group, content))
    ]
    weight, words = _agreed(offered)
    return Reported(cue, speaker, words, weight / total) if weight >= certain * total else None


def _interrupted(p: Paragraph, cue: Words) -> Reported | None:
    """The whole sentence, where ", said Lena Dahl," stands between its subject and its verb."""
    speaker = interrupts(p, cue)
    start, end = p.sentence(cue[0])
    content = bare(p, start, end - 1) if speaker else None
    return Reported(cue, speaker, content, 1.0) if speaker and content else None


def _inverted(p: Paragraph, cue: Words) -> Reported | None:
    """All that stands before ", said Lena Dahl." is what she said: a rule, for newspapers seldom write it without marks."""
    start, end = p.sentence(cue[0])
    content = bare(p, start, cue[0])
    return Reported(cue, (cue[1], without_stop(p, end)), content, 1.0) if content else None


def _weighed(worth: Worth, contents: Contents) -> tuple[Contents, list[float], float]:
    """The contents, what each is worth, and what they are worth together."""
    opens = worth.total(contents.clues)
    odds = [_odds(opens + worth.total(content.clues)) for content in contents.each]
    return contents, odds, sum(odds)


def _agreed(offered: list[tuple[float, Words]]) -> tuple[float, Words]:
    """Of the likeliest contents the one that most of them are like, with the weight of those."""
    few = heapq.nlargest(FEW, offered)
    shared = [(sum([w for w, other in few if alike(words, other)]), words) for _, words in few]
    return max(shared, key=itemgetter(0))


def readings(p: Paragraph, cue: Words, claimed: Sequence[Reported]) -> Iterator[Reading]:
    """Every source with every content that does not hold it, and all that speaks for the two."""
    shared = circumstances(p, cue, claimed)
    groups = list(contents_of(p, cue))
    for source in sources_of(p, cue):
        for contents in groups:
            pair: list[Clue] = [("pair", source.where, contents.opening), _crosses(p, source, cue)]
            for content in contents.each:
                words = _beside(p, source.words, cue, contents, content)
                if words:
                    clues = (shared, source.clues, contents.clues, content.clues, pair)
                    yield Reading(source.words, words, clues)


def _crosses(p: Paragraph, source: Source, cue: Words) -> Clue:
    """What stands between a source and its cue: a verb, a comma, and the first word that links clauses."""
    first, end = sorted((source.words, cue))
    between = p.classes[first[1] : end[0]]
    verb = VERB.search(between)
    link = LINK.search(between)
    return (
        "crosses",
        source.where,
        verb[0] if verb else "",
        "," if "," in between else "",
        p.lows[first[1] + link.start()] if link else "",
    )


def _odds(hundredths: int) -> float:
    return math.exp(HUNDREDTHS * hundredths)


def _apart(one: Words, other: Words) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def _beside(p: Paragraph, source: Words, cue: Words, contents: Contents, content: Content) -> Words | None:
    """The content where it does not hold the source, but for one that is interrupted by it; what precedes a cue ends where
    its source begins."""
    if contents.opening == "interrupted":
        held = content.words[0] < min(source[0], cue[0]) and max(source[1], cue[1]) < content.words[1]
        return content.words if held and _is_aside(p, source, cue) else None
    if _apart(source, content.words):
        return content.words
    if contents.opening == "precedes" and source[0] > content.words[0] and source[1] <= cue[0]:
        return bare(p, content.words[0], source[0])
    return None


def _is_aside(p: Paragraph, source: Words, cue: Words) -> bool:
    """Whether commas stand right around the source and its cue, and little between the two."""
    end = max(source[1], cue[1])
    if max(source[0], cue[0]) - min(source[1], cue[1]) > ASIDE:
        return False
    return p.lows[min(source[0], cue[0]) - 1] == "," and "," in p.lows[end : end + SETTING_OFF]


def alike(a: Words, b: Words) -> bool:
    """Whether two stretches share half of their words."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return 2 * shared >= max(a[1], b[1]) - min(a[0], b[0])


def circumstances(p: Paragraph, cue: Words, claimed: Sequence[Reported]) -> list[Clue]:
    """What the cue is, what stands beside it, whether quotations do, and whether a claim holds it."""
    within = p.sentence(cue[0])
    form = p.form(cue)
    name, kind, ending = named(form)
    kind = kind + ending
    after, before = p.shape(cue[1], within), p.shape(cue[0] - 1, within)
    second, ahead = p.shape(cue[1] + 1, within), p.shape(cue[0] - 2, within)
    at = bisect.bisect_left(p.cue_starts, cue[0])
    earlier = "none"
    if at and p.cue_starts[at - 1] >= within[0]:
        last = p.cues[at - 1]
        earlier = f"{named(p.form(last))[1]} {min(3, cue[0] - last[1])}"
    inside = next((c.cue for c in claimed[: -NESTED - 1 : -1] if c.content[0] <= cue[0] < c.content[1]), None)
    quotes = "quotes" if p.quotes_within(cue[1], within[1]) else ""
    sooner = "quotes" if p.quotes_within(within[0], cue[0]) else ""
    rest = str(min(6, (within[1] - cue[1]) // 2))
    clues: list[Clue] = [
        (
            "cue",
            name,
            p.classes[cue[1]] if cue[1] < within[1] else "$",
            p.classes[cue[0] - 1] if cue[0] > within[0] else "^",
        ),
        ("form", form, after),
        ("kind", kind, after, before),
        ("two", ahead, before, after, second),
        ("earlier", earlier, kind, "" if inside is None else named(p.form(inside))[1], name),
        ("later", quotes, kind, sooner, rest),
    ]
    if form == ":" and cue[0] - within[0] == 1:
        clues.append(("label", p.lows[cue[0] - 1]))
    return clues
