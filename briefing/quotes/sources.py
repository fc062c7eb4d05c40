"""Who can be the source of a cue: noun phrases of its sentence, and what speaks for each."""

from __future__ import annotations

import bisect
import functools

from briefing.lazy import seldom
from briefing.quotes.cues import Words, table
from briefing.quotes.evidence import Clue, Kinds
from briefing.quotes.paragraphs import Paragraph, Source
from briefing.quotes.words import QUOTATION

BEFORE = ("before 1", "before 2", "before 3", "before 4")
"""Noun phrases looked at before a cue, the nearest first, besides the one that the sentence opens with."""
NEAREST = len(BEFORE)
AFTER = ("after 1", "after 2")
"""Noun phrases looked at behind a cue."""
OPENING = 6
"""Noun phrases among which the first that follows no preposition is the sentence's main one."""
POSSESSIVE = ("’s", "'s", "s’", "s'")
CAUSING = seldom(
    r"(?:prompt|lead|ask|urge?|forc|caus|allow|tell|order|push|press|encourag|inspir|persuad|convinc|invit|pressur|spurr?)"
    r"(?:ed|ing|e?s)|led|told|want(?:ed|s|ing)"
)
"""Verbs whose object does what follows: "prompting Biden to say"."""
WHEN = "day night morning afternoon evening week weekend month summer winter season year decade century"
TIMES = frozenset(WHEN.split())
WHICH = frozenset(["this", "last", "next", "that", "same", "past", "previous", "every", "each"])
"""What stands before these nouns in words that say when, and never who: "Biden this week called it a mistake"."""
WITH = frozenset(["with", "left", "leaving", "heard", "caught"])
"""Words before somebody who does what follows: "with Biden saying that ..."."""
OWNERS = frozenset({"his", "her", "their", "its", "my", "our"})


SOURCE_CLUES: Kinds = {
    "before": (
        "between first where main ending prep",
        "where main",
        "between",
        "first where main",
        "between ending prep main",
    ),
    "lead": ("where shape class", "shape", "where class"),
    "around": ("owner between", "owner", "between"),
    "after": ("where past", "where", "past"),
    "behind": ("then", "then"),
    "inverted": ("class cue", "class", "cue"),
    "who": ("side kind", "side kind"),
    "noun": ("word", "word"),
    "size": ("words", "words"),
}


def sources_of(p: Paragraph, cue: Words) -> list[Source]:
    """The candidates, each with its clues; read once for quotations and claims."""
    found = p.sources.get(cue)
    if found is None:
        found = p.sources[cue] = _sources(p, cue)
    return found


def _sources(p: Paragraph, cue: Words) -> list[Source]:
    within = p.sentence(cue[0])
    _, kind, ending = named(p.form(cue))
    first = bisect.bisect_left(p.phrase_starts, within[0])
    at = bisect.bisect_left(p.phrase_starts, cue[0], first)
    last = bisect.bisect_left(p.phrase_starts, cue[1], at)
    behind = [q for q in p.phrases[last : last + len(AFTER)] if q[0] < within[1]]
    if kind == "source":  # "according to": who stands right behind it
        return [_after(p, cue, q, within, AFTER[0]) for q in behind[:1] if q[0] == cue[1]]
    if inverts(p, cue):
        return [_after(p, cue, behind[0], within, AFTER[0])]
    around = p.phrases[at - 1] if at > first and p.phrases[at - 1][1] > cue[0] else None
    ahead = at - 1 if around else at
    before = [
        q
        for q in p.phrases[max(first, ahead - NEAREST) : ahead]
        if p.lows[q[0]] != "it" or p.classes[q[1]] != "E"  # "it was said" names nobody
    ]
    if before and before[-1][0] > within[0] and _is_subject(p, cue, before[-1]):
        return [_before(p, cue, before[-1], within, BEFORE[0], "", ending)]
    main = None
    for q in p.phrases[first : min(ahead, first + OPENING)]:
        if q[0] == within[0] or p.classes[q[0] - 1] != "I":
            main = q
            break
    found = [
        _before(p, cue, q, within, where, "main" if q == main else "", ending)
        for where, q in zip(BEFORE, reversed(before), strict=False)
    ]
    if main and main not in before:
        found.append(_before(p, cue, main, within, "opening", "main", ending))
    if around:
        found.append(_around(p, cue, around))
    found += [_after(p, cue, q, within, where) for where, q in zip(AFTER, behind, strict=False)]
    return found


def _is_subject(p: Paragraph, cue: Words, q: Words) -> bool:
    """Whether the phrase before a cue can only be who says it, by the word before: "prompting Biden to say", "with Biden
    saying"."""
    lead, between = p.lows[q[0] - 1], cue[0] - q[1]
    if between:
        return between == 1 and p.lows[q[1]] == "to" and bool(CAUSING.fullmatch(lead))
    return lead in WITH and p.lows[cue[0]].endswith("ing")


def inverts(p: Paragraph, cue: Words) -> bool:
    """Whether the sentence ends with who says it: ``The wall is sound, said Lena Dahl.``"""
    if p.lows[cue[0]] not in ("said", "says") or p.lows[cue[0] - 1] != ",":
        return False
    start, end = p.sentence(cue[0])
    stop = without_stop(p, end)
    at = bisect.bisect_left(p.phrase_starts, cue[1])
    last = p.phrases[at : at + 1] == [(cue[1], stop)]
    return last and start < cue[0] - 1 and p.classes[stop - 1] in "NPL" and p.classes[end - 1] != QUOTATION


def interrupts(p: Paragraph, cue: Words) -> Words | None:
    """Who says it between a subject and its verb: ``The wall, said Lena Dahl, is sound.``"""
    if p.lows[cue[0]] not in ("said", "says") or p.lows[cue[0] - 1] != ",":
        return None
    at = bisect.bisect_left(p.phrase_starts, cue[1])
    if p.phrase_starts[at : at + 1] != [cue[1]]:
        return None
    end = p.phrases[at][1]
    goes_on = p.lows[end : end + 1] == [","] and p.classes[end + 1 : end + 2] in ("E", "A")
    return p.phrases[at] if goes_on and end + 1 < p.sentence(cue[0])[1] else None


def without_stop(p: Paragraph, end: int) -> int:
    """The end of a sentence without its full stop, which a short name keeps as if it were an abbreviation: "said Lee."."""
    return end - (p.words[end - 1] in ".?!…" or p.classes[end - 1] != "N")


def without_time(p: Paragraph, source: Words) -> Words | None:
    """Who is named before the words that say when: "Biden" of "Biden this week" and, where that is two phrases, of "this week";
    ``None`` if nobody is."""
    first, end = source
    if p.words[end - 1] not in TIMES or p.lows[end - 2] not in WHICH:
        return source
    end -= 2
    while end > first and (p.classes[end - 1] in "DVX" or p.lows[end - 1] in ("late", "early")):
        end -= 1
    return (first, end) if end > first else phrase_before(p, first)


def phrase_before(p: Paragraph, end: int) -> Words | None:
    """The noun phrase that ends before the word ``end``."""
    place = bisect.bisect_left(p.phrase_starts, end) - 1
    return p.phrases[place] if place >= 0 and p.phrases[place][1] == end else None


@functools.lru_cache(maxsize=1 << 12)
def named(form: str) -> tuple[str, str, str]:
    """Base form, kind and ending of a cue; of a verb that is no known cue, its ending alone."""
    head = form.partition(" ")[0]
    ending = next((e for e in ("ing", "ed", "s") if head.endswith(e)), "")
    known = table().get(form)
    if known is None:
        return ("verb" if form[0].isalpha() else form), "other", ending
    return known.forms[0], known.kind, "" if form == known.forms[0] else ending or "past"


def _before(p: Paragraph, cue: Words, q: Words, within: Words, where: str, main: str, ending: str) -> Source:
    between = p.between(q[1], cue[0])
    first = between[:1]
    opens = q[0] == within[0]
    lead, shape = ("^", "^") if opens else (p.classes[q[0] - 1], p.shapes[q[0] - 1])
    clues: list[Clue] = [
        ("before", between, first, where, main, ending, where if first == "I" else ""),
        ("lead", where, shape, lead),
        *_what(p, q, "before"),
    ]
    return Source(q, where, clues)


def _around(p: Paragraph, cue: Words, q: Words) -> Source:
    """A phrase that the cue is part of: "his claim", "Clinton's call"; the owner is the source."""
    owner = next(
        (k for k in range(q[0], cue[0]) if p.lows[k].endswith(POSSESSIVE) or p.lows[k] in OWNERS), None
    )
    source = (q[0], cue[0] if owner is None else owner + 1)
    clues: list[Clue] = [
        ("around", "" if owner is None else "owner", p.between(source[1], cue[0])),
        *_what(p, source, "around"),
    ]
    return Source(source, "around", clues)


def _after(p: Paragraph, cue: Words, q: Words, within: Words, where: str) -> Source:
    past = " ".join(p.lows[cue[1] : q[0]]) if q[0] - cue[1] <= 2 else "far"
    clues: list[Clue] = [
        ("after", where, past),
        ("behind", p.shape(q[1], within)),
        ("inverted", p.classes[cue[0] - 1] if cue[0] > within[0] else "^", p.lows[cue[0]]),
        *_what(p, q, "after"),
    ]
    return Source(q, where, clues)


def _what(p: Paragraph, q: Words, side: str) -> list[Clue]:
    """What kind of phrase it is: a pronoun, a name, a noun."""
    kind, head = p.classes[q[0]], p.classes[q[1] - 1]
    if kind in "PR":
        return [("who", side, p.lows[q[0]])]
    if head == "N":
        return [("who", side, kind if kind == "N" else kind + "N"), ("size", str(min(3, q[1] - q[0])))]
    return [("who", side, kind + "L"), ("noun", p.lows[q[1] - 1])]
