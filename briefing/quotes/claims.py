"""Indirect speech: ``Biden said the matter was under review``; who says it, what, and with what force.

For each cue the sources and the contents that its sentence offers are weighed (Pareti 2015, chapter 5; Newell et al.
2018): what follows the cue, up to the end of the sentence or to a word at which another clause can begin, or what
stands before it (``The plan is dead, Biden said``). Where no pair has a clear share, nothing is claimed.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model import Claim, Document, Force, Speaker
from briefing.quotes.cues import Words, table
from briefing.quotes.evidence import Feature, odds, weights
from briefing.quotes.paragraphs import Paragraph, paragraphs_in
from briefing.quotes.people import people_in
from briefing.quotes.sources import cue_name, sources_of

CERTAIN = 0.22
"""The share of the odds from which on a claim is one: near the best F1 on articles that were not learnt from."""
SHORTEST = 3
"""Words that a claim has at least."""
LONGEST = 150
"""Words that a claim has at most; what runs on longer is no sentence."""
LATE = 16
"""Words within which "that" or "to" can open what a cue reports."""
ENDS = 8
"""Places looked at where a content can end, besides the end of the sentence."""
BREAKS = frozenset(
    [
        *[
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
            "for",
            "by",
            "with",
        ],
        *",;:—–-(",
    ]
)
FIRST_PERSONS = frozenset({"i", "we", "you", "me"})
NEGATIONS = frozenset({"not", "never", "no", "neither", "cannot"})


@dataclass(frozen=True, slots=True)
class Content:
    """What a cue may report."""

    words: Words
    features: list[Feature]


@dataclass(frozen=True, slots=True)
class Reading:
    """A source and a content of one cue."""

    source: Words
    content: Words
    features: tuple[list[Feature], list[Feature]]


def claims_in(document: Document, index: int = 0) -> list[Claim]:
    """Every reported clause of the body without quotation marks, in reading order, at most one per cue."""
    people = people_in(document)
    found: list[Claim] = []
    for number, p in enumerate(paragraphs_in(document), 1):
        for cue, reading in reported(p, weights("claims"), CERTAIN):
            content, mention = p.span_of(reading.content), p.span_of(reading.source)
            speaker = Speaker(*people.resolve(mention), mention)
            words = content.of(document.text)
            found.append(Claim(words, content, speaker, p.span_of(cue), force_of(p, cue), number, index))
    return found


def reported(p: Paragraph, known: dict[Feature, float], certain: float) -> list[tuple[Words, Reading]]:
    """Cue and reading of each claim, in order; where two cues give nearly the same words ("declined to comment on"),
    the likelier one."""
    kept: list[tuple[float, Words, Reading]] = []
    for cue in cues_of(p):
        reading, share = weighed(known, circumstances(p, cue), readings(p, cue))
        if reading is None or share < certain or p.lows[reading.source[0]] in FIRST_PERSONS:
            continue
        if reading.content[1] - reading.content[0] < SHORTEST:
            continue
        rival = kept[-1] if kept and _alike(kept[-1][2].content, reading.content) else None
        if rival and rival[0] >= share:
            continue
        if rival:
            kept.pop()
        kept.append((share, cue, reading))
    return [(cue, reading) for _, cue, reading in kept]


def _alike(a: Words, b: Words) -> bool:
    """Whether two stretches share half of their words."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return 2 * shared >= max(a[1], b[1]) - min(a[0], b[0])


def force_of(p: Paragraph, cue: Words) -> Force:
    """How the cue presents the content: what somebody did not say is as good as denied, and not denied is left open."""
    known = table().get(" ".join(p.lows[cue[0] : cue[1]]))
    force = known.force if known else "neutral"
    before = p.lows[max(p.sentence(cue[0])[0], cue[0] - 2) : cue[0]]
    if any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in before):
        return "neutral" if force == "negative" else "negative"
    return force


def weighed(
    known: dict[Feature, float], shared: list[Feature], offered: list[Reading]
) -> tuple[Reading | None, float]:
    """The likeliest reading, and its share; ``shared`` are the features of the cue itself."""
    if not offered:
        return None, 0.0
    cue = odds(known, shared)
    distinct = {id(f): f for reading in offered for f in reading.features}  # readings share their lists
    parts = {key: odds(known, f) for key, f in distinct.items()}
    each = [cue * parts[id(r.features[0])] * parts[id(r.features[1])] for r in offered]
    best = max(range(len(each)), key=each.__getitem__)
    return offered[best], each[best] / (1 + sum(each))


def cues_of(p: Paragraph) -> list[Words]:
    """The cues of a paragraph; a colon behind the words that a sentence opens with is one: ``Report: ...``."""
    labels = [
        (last, last + 1)
        for first, last in p.phrases
        if last + 1 < len(p.words) and p.lows[last] == ":" and p.sentence(first)[0] == first
    ]
    return sorted(p.cues + labels) if labels else p.cues


def circumstances(p: Paragraph, cue: Words) -> list[Feature]:
    """What the cue is, what stands beside it, and whether quotations do."""
    within = p.sentence(cue[0])
    form = " ".join(p.lows[cue[0] : cue[1]])
    name, kind, ending = cue_name(p, cue)
    kind = kind + ending
    after, before = p.shape(cue[1], within), p.shape(cue[0] - 1, within)
    second, ahead = p.shape(cue[1] + 1, within), p.shape(cue[0] - 2, within)
    at = bisect.bisect_left(p.cue_starts, cue[0])
    earlier = "none"
    if at and p.cue_starts[at - 1] >= within[0]:
        last = p.cues[at - 1]
        earlier = f"{cue_name(p, last)[1]} {min(3, cue[0] - last[1])}"
    quoted = "quotes" if _holds_quotation(p, cue[1], within[1]) else ""
    return [
        ("cue", name),
        ("form", form),
        ("kind", kind),
        ("after", after),
        ("before", before),
        ("kind after", kind, after),
        ("kind before", kind, before),
        ("cue after", name, p.classes[cue[1]] if cue[1] < within[1] else "$"),
        ("cue before", name, p.classes[cue[0] - 1] if cue[0] > within[0] else "^"),
        ("form after", form, after),
        ("earlier cue", earlier),
        ("earlier cue", earlier, kind),
        ("beside", before, after),
        ("two before", ahead, before),
        ("two after", after, second),
        ("rest", str(min(6, (within[1] - cue[1]) // 2))),
        ("later", quoted),
        ("later", quoted, kind),
        ("sooner", "quotes" if _holds_quotation(p, within[0], cue[0]) else ""),
        ("label", p.lows[cue[0] - 1] if form == ":" and cue[0] - within[0] == 1 else ""),
    ]


def readings(p: Paragraph, cue: Words) -> list[Reading]:
    """Every source with every content that does not hold it."""
    behind = [(c, words) for c in _following(p, cue) if (words := _bare(p, *c.words))]
    preceding = list(_preceding(p, cue))
    found = []
    for source, speaks in sources_of(p, cue):
        features = [("source of", *feature) for feature in speaks]
        for content, words in behind:
            start, end = content.words
            if not (source[0] >= cue[1] and start < source[1] and source[0] < end):
                found.append(Reading(source, words, (features, content.features)))
        for content in preceding:
            start, end = content.words
            kept = _bare(p, start, min(end, source[0]) if source[1] <= cue[0] else end)
            if kept:
                found.append(Reading(source, kept, (features, content.features)))
    return found


def _following(p: Paragraph, cue: Words) -> Iterator[Content]:
    """What stands behind the cue: from there, from a late "that" or "to", or from behind whom it is said to."""
    within = p.sentence(cue[0])
    end = within[1]
    while end > cue[1] and p.lows[end - 1] in ".,;:?!…":
        end -= 1
    name, kind, _ = cue_name(p, cue)
    for start, opening in _openings(p, cue, end):
        first = p.classes[start]
        shared: list[Feature] = [
            ("opens", opening),
            ("opens", opening, first),
            ("opens", kind, opening, first),
            ("opens", name, opening),
        ]
        for stop, mark in _stops(p, start, end):
            size = next(str(n) for n in (20, 12, 7, 4, 3, 2, 1) if stop - start >= n)
            then = (p.shape(stop + 1, within), p.shape(stop + 2, within)) if stop < end else ("", "")
            yield Content(
                (start, stop),
                [
                    *shared,
                    ("ends", mark),
                    ("ends", mark, then[0]),
                    ("ends", mark, *then),
                    ("ends", mark, "size", size),
                    ("size", size),
                    ("ends", mark, "left", str(min(4, (end - stop) // 4))),
                    ("ends", mark, "opens", opening[:4]),
                    ("ends", mark, "kind", kind),
                    ("ends", mark if mark in ("", ",", "and") else "other", "cue", name),
                    ("ends", mark, "first", first),
                    ("ends", mark, "leaves", "quotes" if _holds_quotation(p, stop, within[1]) else ""),
                    ("ends", mark, "holds", "," if "," in p.words[start : min(stop, start + 40)] else ""),
                ],
            )


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
    if at < len(p.phrases) and p.phrases[at][0] <= cue[1] + 1 and p.phrases[at][1] < end:
        yield p.phrases[at][1], "object"


def _stops(p: Paragraph, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where a content can end, and at what; at the end of its sentence at nothing."""
    if end - start <= LONGEST:
        yield end, ""
    found = 0
    for stop in range(start + 1, min(end, start + LONGEST)):
        if p.lows[stop] in BREAKS or p.words[stop] == '"':
            yield stop, p.lows[stop]
            found += 1
            if found == ENDS:
                return


def _preceding(p: Paragraph, cue: Words) -> Iterator[Content]:
    """What stands before the cue, from the beginning of its sentence."""
    within = p.sentence(cue[0])
    start = within[0]
    while start < cue[0] and p.lows[start] in ("but", "and", '"'):
        start += 1
    if not SHORTEST <= cue[0] - start <= LONGEST:
        return
    name, _, _ = cue_name(p, cue)
    last = p.classes[cue[0] - 1]
    comma = "," if "," in p.lows[max(within[0], cue[0] - 8) : cue[0]] else ""
    features: list[Feature] = [
        ("precedes",),
        ("precedes", "up to", last),
        ("precedes", "size", str(min(5, (cue[0] - start) // 5))),
        ("precedes", "comma", comma, str(min(3, (within[1] - cue[1]) // 2))),
        ("precedes", "cue", name),
        ("precedes", "quotes" if _holds_quotation(p, cue[1], within[1]) else ""),
        ("precedes", "then", p.shape(cue[1], within)),
    ]
    yield Content((start, cue[0]), features)


def _bare(p: Paragraph, start: int, end: int) -> Words | None:
    """The stretch without marks around it; ``None`` where nothing is left, or where it holds a quotation."""
    while start < end and p.lows[start] in (",", ":", "that"):
        start += 1
    while end > start and p.lows[end - 1] in (",", "—", "-", "--", "–", "that"):
        end -= 1
    if end <= start or _holds_quotation(p, start, end):
        return None
    return start, end


def _holds_quotation(p: Paragraph, start: int, end: int) -> bool:
    at = bisect.bisect_left(p.places, start)
    return at < len(p.places) and p.places[at] < end
