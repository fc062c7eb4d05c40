"""Indirect speech: ``Biden said the matter was under review``; who says it, what, and with what force.

For each cue the sources and the contents that its sentence offers are weighed (Pareti 2015, chapter 5; Newell et al.
2018). Where no source and content have a clear share, nothing is claimed.
"""

from __future__ import annotations

import bisect
import functools
import heapq
import math
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from briefing.model import Claim, Document, Force, Speaker
from briefing.quotes.contents import CONTENT_CLUES, Content, Contents, bare, contents_of
from briefing.quotes.cues import Words, table
from briefing.quotes.evidence import HUNDREDTHS, Clue, Kinds, Parts, Worth, weights
from briefing.quotes.paragraphs import Paragraph, Source, paragraphs_in
from briefing.quotes.people import people_in
from briefing.quotes.sources import SOURCE_CLUES, named, sources_of

CERTAIN = 0.28
"""The share of the odds from which on a claim is one: the best F1 on articles that were not learnt from."""
FEW = 4
"""Contents, the likeliest first, among which the one is chosen that most of them agree on."""
NESTED = 4
"""Claims before a cue that may hold it."""
NEGATIONS = frozenset({"not", "never", "no", "neither", "cannot"})
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
    "pair": ("where opening ends", "where opening", "where opening ends"),
}


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


@functools.cache
def learnt() -> Worth:
    """What the clues are worth, by claims.tsv."""
    return Worth(CLUES, weights("claims"))


def claims_in(document: Document, index: int = 0) -> list[Claim]:
    """Every reported clause of the body without quotation marks, in reading order, at most one per cue."""
    people = people_in(document)
    found: list[Claim] = []
    for number, p in enumerate(paragraphs_in(document), 1):
        for one in reported(p, learnt(), CERTAIN):
            content, mention = p.span_of(one.content), p.span_of(one.source)
            speaker = Speaker(*people.resolve(mention), mention)
            words = content.of(document.text)
            found.append(
                Claim(words, content, speaker, p.span_of(one.cue), force_of(p, one.cue), number, index)
            )
    return found


def reported(p: Paragraph, worth: Worth, certain: float) -> list[Reported]:
    """The claims of a paragraph in order; where two cues give nearly the same words ("declined to comment on"), the
    likelier one."""
    kept: list[Reported] = []
    for cue in cues_of(p):
        one = likeliest(worth, p, cue, kept)
        if one is None or one.share < certain:
            continue
        rival = kept[-1] if kept and _alike(kept[-1].content, one.content) else None
        if rival and rival.share >= one.share:
            continue
        if rival:
            kept.pop()
        kept.append(one)
    return kept


def _alike(a: Words, b: Words) -> bool:
    """Whether two stretches share half of their words."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return 2 * shared >= max(a[1], b[1]) - min(a[0], b[0])


def force_of(p: Paragraph, cue: Words) -> Force:
    """How the cue presents the content: what somebody did not say is as good as denied, and not denied is left open."""
    known = table().get(p.form(cue))
    force = known.force if known else "neutral"
    before = p.lows[max(p.sentence(cue[0])[0], cue[0] - 2) : cue[0]]
    if any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in before):
        return "neutral" if force == "negative" else "negative"
    return force


def likeliest(worth: Worth, p: Paragraph, cue: Words, claimed: Sequence[Reported]) -> Reported | None:
    """What a cue most likely reports; ``claimed``: what the cues before it report.

    The source is the one whose readings weigh most together; its content the one with which the likeliest of them agree
    best: where a clause can end in two places near each other, either speaks for both.
    """
    groups = [_weighed(worth, contents) for contents in contents_of(p, cue)]
    sources = sources_of(p, cue) if groups else []
    heard = worth.total(circumstances(p, cue, claimed)) if sources else 0
    speaker, leads, top, total = None, [0.0], 0.0, 1.0
    for source in sources:
        speaks = heard + worth.total(source.clues)
        each = [_odds(speaks + worth[_pair(p, cue, source, group)]) for group, _, _ in groups]
        weight = 0.0
        for lead, (group, odds, whole) in zip(each, groups, strict=True):
            if not _apart(source.words, group.within):
                beside = [_beside(p, source.words, cue, group, content) for content in group.each]
                whole = sum([value for value, words in zip(odds, beside, strict=True) if words])
            weight += lead * whole
        total += weight
        if weight > top:
            speaker, leads, top = source.words, each, weight
    if speaker is None:
        return None
    offered = [
        (lead * value, words)
        for lead, (group, odds, _) in zip(leads, groups, strict=True)
        for content, value in zip(group.each, odds, strict=True)
        if (words := _beside(p, speaker, cue, group, content))
    ]
    weight, words = _agreed(offered)
    return Reported(cue, speaker, words, weight / total)


def _weighed(worth: Worth, contents: Contents) -> tuple[Contents, list[float], float]:
    """The contents, what each is worth, and what they are worth together."""
    opens = worth.total(contents.clues)
    odds = [_odds(opens + worth.total(content.clues)) for content in contents.each]
    return contents, odds, sum(odds)


def _agreed(offered: list[tuple[float, Words]]) -> tuple[float, Words]:
    """Of the likeliest contents the one that most of them are like, with the weight of those."""
    few = heapq.nlargest(FEW, offered)
    shared = [(sum([w for w, other in few if _alike(words, other)]), words) for _, words in few]
    return max(shared, key=itemgetter(0))


def readings(p: Paragraph, cue: Words, claimed: Sequence[Reported]) -> Iterator[Reading]:
    """Every source with every content that does not hold it, and all that speaks for the two."""
    shared = circumstances(p, cue, claimed)
    groups = list(contents_of(p, cue))
    for source in sources_of(p, cue):
        for contents in groups:
            pair = [_pair(p, cue, source, contents)]
            for content in contents.each:
                words = _beside(p, source.words, cue, contents, content)
                if words:
                    clues = (shared, source.clues, contents.clues, content.clues, pair)
                    yield Reading(source.words, words, clues)


def _odds(hundredths: int) -> float:
    return math.exp(HUNDREDTHS * hundredths)


def _apart(one: Words, other: Words) -> bool:
    return one[1] <= other[0] or other[1] <= one[0]


def _pair(p: Paragraph, cue: Words, source: Source, contents: Contents) -> Clue:
    ends = "ends" if source.words[1] >= p.sentence(cue[0])[1] - 1 else ""
    return ("pair", source.where, contents.opening, ends)


def _beside(p: Paragraph, source: Words, cue: Words, contents: Contents, content: Content) -> Words | None:
    """The content where it does not hold the source; what precedes a cue ends where its source begins."""
    if _apart(source, content.words):
        return content.words
    if contents.opening == "precedes" and source[0] > content.words[0] and source[1] <= cue[0]:
        return bare(p, content.words[0], source[0])
    return None


def cues_of(p: Paragraph) -> list[Words]:
    """The cues of a paragraph; a colon behind the words that a sentence opens with is one: ``Report: ...``."""
    labels = [
        (last, last + 1)
        for first, last in p.phrases
        if last + 1 < len(p.words) and p.lows[last] == ":" and p.sentence(first)[0] == first
    ]
    return sorted(p.cues + labels) if labels else p.cues


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
        ("later", quotes, kind, sooner, str(min(6, (within[1] - cue[1]) // 2))),
    ]
    if form == ":" and cue[0] - within[0] == 1:
        clues.append(("label", p.lows[cue[0] - 1]))
    return clues
