"""Who can be the source of a cue: noun phrases of its sentence, and what speaks for each."""

from __future__ import annotations

import bisect
import re

from briefing.quotes.cues import Words, table
from briefing.quotes.evidence import Feature
from briefing.quotes.paragraphs import Paragraph

NEAREST = 4
"""Noun phrases looked at before a cue, besides the one that the sentence opens with."""
OPENING = 6
"""Noun phrases among which the first that follows no preposition is the sentence's main one."""
POSSESSIVE = ("’s", "'s", "s’", "s'")
CAUSING = re.compile(
    r"(?:prompt|lead|ask|urge?|forc|caus|allow|tell|order|push|press|encourag|inspir|persuad|convinc|invit|pressur|spurr?)"
    r"(?:ed|ing|e?s)|led|told|want(?:ed|s|ing)"
)
"""Verbs whose object does what follows: "prompting Biden to say"."""
OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})


def sources_of(p: Paragraph, cue: Words) -> list[tuple[Words, list[Feature]]]:
    """The candidates, each with its features."""
    within = p.sentence(cue[0])
    first = bisect.bisect_left(p.phrase_starts, within[0])
    at = bisect.bisect_left(p.phrase_starts, cue[0], first)
    around = p.phrases[at - 1] if at > first and p.phrases[at - 1][1] > cue[0] else None
    before = [
        q
        for q in p.phrases[max(first, at - NEAREST - bool(around)) : at - bool(around)]
        if p.lows[q[0]] != "it" or p.classes[q[1]] != "E"  # "it was said" names nobody
    ]
    if before and p.lows[cue[0] - 1] == "to" and before[-1][1] == cue[0] - 1:
        made = before[-1]
        if made[0] > within[0] and CAUSING.fullmatch(p.lows[made[0] - 1]):
            return [(made, _before(p, cue, made, within, "before 1", False))]
    opening = p.phrases[first : min(at - bool(around), first + OPENING)]
    main = next((q for q in opening if q[0] == within[0] or p.classes[q[0] - 1] != "I"), None)
    found = [
        (q, _before(p, cue, q, within, f"before {n}", q == main)) for n, q in enumerate(reversed(before), 1)
    ]
    if main and main not in before:
        found.append((main, _before(p, cue, main, within, "opening", True)))
    if around:
        found.append(_around(p, cue, around))
    last = bisect.bisect_left(p.phrase_starts, cue[1], at)
    for n, q in enumerate(p.phrases[last : last + 2], 1):
        if q[0] < within[1]:
            found.append((q, _after(p, cue, q, within, n)))
    return found


def cue_name(p: Paragraph, cue: Words) -> tuple[str, str, str]:
    """Base form, kind and ending of the cue; of a verb that is no known cue, its ending alone."""
    form = " ".join(p.lows[cue[0] : cue[1]])
    head = p.lows[cue[0]]
    ending = next((e for e in ("ing", "ed", "s") if head.endswith(e)), "")
    known = table().get(form)
    if known is None:
        return ("verb" if form[0].isalpha() else form), "other", ending
    return known.forms[0], known.kind, "" if form == known.forms[0] else ending or "past"


def _before(p: Paragraph, cue: Words, q: Words, within: Words, place: str, main: bool) -> list[Feature]:
    between = p.between(q[1], cue[0])
    opens = "main" if main else ""
    lead = p.classes[q[0] - 1] if q[0] > within[0] else "^"
    return [
        ("source", place, opens),
        ("between", between),
        ("between", between[:1], place, opens),
        ("between", between, cue_name(p, cue)[2], "" if between[:1] != "I" else place, opens),
        ("lead", p.shape(q[0] - 1, within)),
        ("lead", place, lead),
        *_what(p, q, "before"),
    ]


def _around(p: Paragraph, cue: Words, q: Words) -> tuple[Words, list[Feature]]:
    """A phrase that the cue is part of: "his claim", "Clinton's call"; the owner is the source."""
    owner = next(
        (k for k in range(q[0], cue[0]) if p.lows[k].endswith(POSSESSIVE) or p.lows[k] in OWNERS), None
    )
    source = (q[0], cue[0] if owner is None else owner + 1)
    features = [
        ("source", "around", "owner" if owner is not None else ""),
        ("to cue", p.between(source[1], cue[0])),
        *_what(p, source, "around"),
    ]
    return source, features


def _after(p: Paragraph, cue: Words, q: Words, within: Words, n: int) -> list[Feature]:
    between = " ".join(p.lows[cue[1] : q[0]]) if q[0] - cue[1] <= 2 else "far"
    then = p.shape(q[1], within)
    return [
        ("source", f"after {n}"),
        ("past cue", between),
        ("then", then),
        ("inverted", p.classes[cue[0] - 1] if cue[0] > within[0] else "^"),
        ("inverts", p.lows[cue[0]]),
        *_what(p, q, "after"),
    ]


def _what(p: Paragraph, q: Words, side: str) -> list[Feature]:
    """What kind of phrase it is: a pronoun, a name, a noun."""
    kind, head = p.classes[q[0]], p.classes[q[1] - 1]
    if kind in "PR":
        return [("who", side, p.lows[q[0]])]
    if head == "N":
        return [("who", side, kind if kind == "N" else kind + "N"), ("words", str(min(3, q[1] - q[0])))]
    return [("who", side, kind + "L"), ("noun", p.lows[q[1] - 1])]
