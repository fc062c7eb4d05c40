"""Who speaks where the subject of a reporting verb is told, called or quoted: "Hale was told by Berg", "Hale quoted Berg as saying"."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from briefing.quotes.candidates import Candidate
from briefing.quotes.clauses import NAMING, phrase_at
from briefing.quotes.cues import Words
from briefing.quotes.paragraphs import Paragraph
from briefing.quotes.sources import POSSESSIVE, named
from briefing.quotes.words import QUOTATION

BE = frozenset(
    ["was", "were", "is", "are", "be", "been", "being", "got", "'s", "’s", "'re", "’re", "'m", "’m"]
)
IRREGULAR = frozenset(
    [
        "told",
        "said",
        "given",
        "known",
        "shown",
        "seen",
        "written",
        "sent",
        "taught",
        "thought",
        "put",
        "understood",
        "found",
    ]
)
"""Participles that do not end with -ed."""
SUSPECTED = frozenset(["suspected", "accused", "convicted"])
"""Participles before "of"."""
DESCRIBED = frozenset(["described", "characterized", "characterised", "denounced", "dismissed"])
"""Participles before "by" and whose words they are, and "as"."""
CALLED = frozenset(["as", "a", "an", "the"])
"""What may stand between such a participle and what somebody is called."""
SPEAKING = frozenset(["quoted", "cited", "reported", "recorded", "filmed", "overheard"])
"""Participles whose subject is who speaks: "Dahl was quoted as saying"."""
RELATIVE = frozenset(["what", "which", "who", "whom", "that"])
QUOTES = frozenset(["quoted", "quotes", "quote", "quoting", "cited", "cites", "cite", "citing"])
CLAIMS = frozenset(
    [
        "claim",
        "claims",
        "accusation",
        "allegation",
        "assertion",
        "remark",
        "comment",
        "description",
        "statement",
        "suggestion",
        "view",
    ]
)
"""What somebody claims is called, before the clause that tells it."""
JUDGING = NAMING | frozenset(["calls", "calling", "call", "describes", "describing", "said", "says"])
"""Verbs that say of a claim what it is."""
CLAIM = 14
"""Words before a quotation among which such a noun is looked for."""
SPEECH = frozenset(
    ["answer", "reply", "response", "words", "letter", "message", "statement", "remark", "remarks", "comment"]
)
"""What somebody's speech is called."""


def doer(best: Candidate, offered: Sequence[Candidate], at: int) -> Candidate | None:
    """Who speaks where the source is the one who is told, asked or described: the one behind "by", or nobody but with another
    verb of the same source: "Dahl projected that half of them would be called ..."."""
    p = best.paragraph
    agent = named_by(p, best.cue[1]) or named_by(p, at + 1)
    if agent:
        return best._replace(source=agent)
    same = (c for c in offered if c.place == best.place and c.source == best.source)
    return next((c for c in same if not is_passive(p, c.cue) and named(p.form(c.cue))[1] == "speech"), None)


def is_passive(p: Paragraph, cue: Words) -> bool:
    """Whether the subject is the one who is told, asked or described: "was told", "has often been called"."""
    at, verb = cue[0], p.lows[cue[0]]
    before = at - 1 - (at > 0 and p.classes[at - 1] == "X")
    if verb in SUSPECTED and p.lows[cue[1] : cue[1] + 1] == ["of"]:
        return True  # "a man suspected of ..."
    if verb in NAMING | DESCRIBED and named_by(p, cue[1]):
        return True  # "Dahl, described by Berg as ..."
    participle = verb in IRREGULAR or (verb.endswith("ed") and verb not in SPEAKING)
    return participle and before >= 0 and p.lows[before] in BE and named(p.form(cue))[1] != "state"


def is_naming(p: Paragraph, best: Candidate, at: int) -> bool:
    """Whether the quotation is what a thing is called: "a plan called the ...", and not "what Dahl called a ..."."""
    (start, stop), (first, end) = best.source, best.cue
    bare = at == end or (at == end + 1 and p.classes[end] == "D")
    thing = p.classes[stop - 1] == "L" and not (start and p.lows[start - 1] in RELATIVE)
    return best.place == "before" and bare and thing and p.lows[first] in NAMING


def is_called(p: Paragraph, cue: Words, at: int) -> bool:
    """Whether the subject is who is called so by another: ``Dahl, called "a danger" by Berg, resigned``."""
    straight = CALLED.issuperset(p.lows[cue[1] : at]) and p.lows[cue[0]] in NAMING | DESCRIBED
    agent = named_by(p, at + 1) if straight else None
    return agent is not None and p.classes[agent[1] - 1] in "NP"


def named_by(p: Paragraph, index: int) -> Words | None:
    """Whom "by" names there."""
    return phrase_at(p, index + 1) if p.lows[index : index + 1] == ["by"] else None


def author(p: Paragraph, cue: Words) -> Words | None:
    """Whose speech is called a noun: "Hale knocked a statement by Berg that ..."."""
    author = named_by(p, cue[1]) if named(p.form(cue))[1] == "noun" else None
    return author if author and "N" in p.classes[author[0] : author[1]] else None


def owner_of(p: Paragraph, cue: Words, at: int) -> Words | None:
    """Whose words stand before the colon: "recalled Berg's answer:"; of "in his letter:" the subject is the owner."""
    noun = at - 2
    if (
        noun <= cue[1] - 1
        or p.lows[at - 1] not in (":", ",")
        or p.lows[noun] not in SPEECH
        or not p.lows[noun - 1].endswith(POSSESSIVE)
    ):
        return None
    place = bisect.bisect_right(p.phrase_starts, noun) - 1
    start = p.phrases[place][0] if place >= 0 else noun - 1
    return (max(start, cue[1]), noun)


def claimant(p: Paragraph, cue: Words, at: int) -> Words | None:
    """Whose claim the quotation is a part of, whatever another one does with it: "Berg denied Dahl's claim that he was ..."; but "Berg
    called Dahl's claim that it was so ..."."""
    if p.form(cue) in JUDGING or p.lows[at - 1] == "as":
        return None
    for noun in range(max(cue[1], at - CLAIM), at - 1):
        if p.lows[noun] in CLAIMS and p.lows[noun + 1] == "that" and p.lows[noun - 1].endswith(POSSESSIVE):
            place = bisect.bisect_right(p.phrase_starts, noun) - 1
            start = max(p.phrases[place][0] if place >= 0 else noun - 1, cue[1])
            inside = {",", QUOTATION}.isdisjoint(p.lows[noun:at]) and "N" in p.classes[start:noun]
            return (start, noun) if inside else None
    return None


def quoted_by(p: Paragraph, cue: Words) -> Words | None:
    """Whom another one only quotes: "the Post quoted Berg as saying ...", by either verb."""
    first, end = cue
    if first and p.lows[first - 1] == "as" and p.lows[first].endswith("ing"):
        before = bisect.bisect_left(p.phrase_starts, first) - 1
        whom = p.phrases[before] if before >= 0 else (0, 0)
        return whom if whom[1] == first - 1 and whom[0] and p.lows[whom[0] - 1] in QUOTES else None
    if p.lows[first] not in QUOTES or (first and p.lows[first - 1] in BE):
        return None
    behind = phrase_at(p, end)
    if behind and p.lows[behind[1] : behind[1] + 1] == [":"] and p.classes[behind[1] - 1] == "N":
        return behind  # "Dahl quoted Berg:"
    if behind is None or p.lows[behind[1] : behind[1] + 1] != ["as"]:
        return None
    return behind if named(p.lows[min(behind[1] + 1, len(p.lows) - 1)])[1:] == ("speech", "ing") else None
