"""Whose verb it is: the subject of the clause that a reporting verb stands in, where that is not the noun phrase beside it."""

from __future__ import annotations

import bisect

from briefing.lazy import seldom
from briefing.quotes.candidates import Candidate
from briefing.quotes.cues import Words
from briefing.quotes.paragraphs import Paragraph
from briefing.quotes.sources import named, phrase_before
from briefing.quotes.words import QUOTATION

NAMING = frozenset(
    [
        "called",
        "named",
        "titled",
        "entitled",
        "known",
        "dubbed",
        "nicknamed",
        "labelled",
        "labeled",
        "termed",
        "billed",
        "branded",
    ]
)
"""Participles that give the thing before them its name."""
AUXILIARIES = frozenset("XAE")
"""Classes of words between a subject and its verb."""
FIRM = seldom(" (?:and|&) ")
"""What joins the names in that of a firm."""
WHERE = frozenset(["in", "at", "near", "outside", "from", "of"])
"""What stands before a place."""
WITHIN = frozenset(["in", "at", "near", "on", "of", "for", "from", "to", "outside"])
"""Prepositions behind which hardly a subject stands."""
ABOUT = frozenset(
    ["to", "against", "about", "on", "for", "near", "with", "like", "behind", "over", "outside"]
)
"""Prepositions behind which stands somebody whom a text or a thing is about, or for: "a lawsuit against Berg"."""
PARTING = frozenset(["while", "but", "whereas", "although", "though", ";"])
"""Words that begin another clause: "Hale left it open, while Berg said that the ..."."""


def subject_of(best: Candidate, at: int) -> Words | None:
    """Who is the subject of the candidate's verb, where that is another than its source; ``at``: the word that the quotation is."""
    p = best.paragraph
    return (
        _subject(p, best)
        or (best.place == "before" and (_relative(p, best, at) or _object(p, best)))
        or (best.place == "before" and beyond_aside(p, best.source, best.cue))
        or _beyond_place(p, best, at)
        or _beyond_preposition(p, best, at)
        or _last_clause(p, best, at)
        or _behind_semicolon(p, best)
    )


def _subject(p: Paragraph, best: Candidate) -> Words | None:
    """The source that the cue itself has beside it, whatever the sentence is about: "what Berg had called a ...", ``The wall, said
    Berg, "was never safe."``"""
    first, end = best.cue
    before = bisect.bisect_left(p.phrase_starts, first) - 1
    own = p.phrases[before] if before >= 0 else best.source
    if (
        own[0]
        and p.lows[own[0] - 1] in ("what", "which")
        and p.classes[own[0]] in "DNP"
        and AUXILIARIES.issuperset(p.classes[own[1] : first])
    ):
        return own
    if p.lows[first] in ("said", "says") and p.lows[first - 1] == "," and best.source[0] < first:
        aside = phrase_at(p, end)
        start = p.sentence(first)[0]
        named = aside and p.classes[aside[0]] == "N"
        behind = p.lows[aside[1] : aside[1] + 1] if named and aside else []
        return (
            aside
            if behind == [":"] or (behind == [","] and "," not in p.classes[start : first - 1])
            else None
        )
    return None


def _relative(p: Paragraph, best: Candidate, at: int) -> Words | None:
    """Whose thing it is that says the quotation behind it, or its "that": "Berg shared a post by Dahl that said: ..."."""
    verb = at - 1 - (p.lows[at - 1] in (":", ","))
    if p.lows[verb - 1] != "that" or best.source[1] >= verb - 1:
        return None
    thing = phrase_before(p, verb - 1)
    if thing is None or not (named(p.lows[verb])[1] == "speech" or p.lows[verb] in ("read", "reads")):
        return None
    if p.lows[thing[0] - 1] == "by" and p.classes[thing[0]] == "N":
        return thing
    return (verb - 1, verb) if p.lows[thing[0]] in ("a", "an") else None


def _object(p: Paragraph, best: Candidate) -> Words | None:
    """Who does what somebody else praises or blames: "Berg sued Dahl for calling him ..."."""
    verb, (_, end) = best.cue[0], best.source
    form = p.form(best.cue)
    kind = named(form)[1]
    if p.lows[verb - 1] not in ("for", "of") or not form.endswith("ing") or kind not in ("speech", "direct"):
        return None
    whom = phrase_before(p, verb - 1)
    if whom is None or whom[0] <= end or p.classes[whom[1] - 1] != "N":
        return None
    blames = p.classes[whom[0] - 1] in "VG" or p.lows[whom[0] - 1].endswith("ing")
    return whom if blames else None


def own_subject(p: Paragraph, source: Words, cue: Words) -> Words | None:
    """The subject right before a verb in a clause of its own, where the source only tells of it: "Dahl said Berg had told her
    that ..."."""
    before = bisect.bisect_left(p.phrase_starts, cue[0]) - 1
    if before < 0 or not AUXILIARIES.issuperset(p.classes[p.phrases[before][1] : cue[0]]):
        return None
    own = p.phrases[before]
    if source[1] >= own[0] or p.classes[own[1] - 1] != "N" or named(p.form(cue))[1] != "speech":
        return None
    lead = p.lows[own[0] - 1]
    return own if lead in ("that", "heard") or named(lead)[1] == "speech" else None


def _beyond_place(p: Paragraph, best: Candidate, at: int) -> Words | None:
    """Who speaks where the source only goes on with a place or a body: "Berg met reporters in Port Ebba, Norland, and called it
    ...", ``"...," Dahl of Lund, Holm & Quist said.``"""
    first, end = best.source
    if p.lows[first - 1] != ",":
        return None
    place = bisect.bisect_left(p.phrase_starts, first) - 1
    start, stop = p.phrases[place] if place >= 0 else (0, 0)
    if stop != first - 1:
        return None
    if best.place == "after":
        joined = FIRM.search(p.text, p.starts[first], p.stops[end - 1])
        firm = joined and "of" in p.lows[start:stop] and "N" in p.classes[start:stop]
        return (start, stop) if firm and start == at + 1 and end == best.cue[0] else None
    if best.place != "before" or p.lows[end : end + 2] != [",", "and"] or p.lows[start - 1] not in WHERE:
        return None
    opening = p.sentence(first)[0]
    main = bisect.bisect_left(p.phrase_starts, opening)
    return p.phrases[main] if p.phrases[main][0] == opening else None


def beyond_aside(p: Paragraph, source: Words, cue: Words) -> Words | None:
    """Who opens the sentence, where the source before a verb stands in a clause between commas: "Berg, as Dahl looked on, said: ...",
    "Berg, the man Dahl had beaten, said: ..."."""
    (first, end), verb = source, cue[0]
    if end >= verb or p.lows[verb - 1] != ",":
        return None
    main = phrase_at(p, p.sentence(verb)[0])
    if main is None or main[1] >= first or p.lows[main[1]] != "," or p.classes[main[1] - 1] not in "NP":
        return None
    opening = main[1] + 1
    if "," in p.lows[opening : verb - 1] or QUOTATION in p.lows[opening : verb - 1]:
        return None
    apposed = first == opening and p.classes[first] == "D" and p.classes[end] == "V"
    return main if apposed or p.classes[opening] in "CRI" else None


def _beyond_preposition(p: Paragraph, best: Candidate, at: int) -> Words | None:
    """The subject of the sentence where the source is no name and stands behind a preposition, right before its verb: "One person
    in the council noted: ..."; with the source where that belongs to it: "A man from the council noted: ..."."""
    (first, end), form = best.source, p.form(best.cue)
    if end != best.cue[0] or form in NAMING or named(form)[1] != "speech":
        return None
    if best.place == "before" and p.classes[first] == "D" and p.lows[first - 1] in WITHIN:
        subject = phrase_at(p, p.sentence(first)[0])
        return (subject[0], end) if subject and subject[1] == first - 1 else subject
    return beyond_name(p, best.source, at + 1 if best.place == "after" else p.sentence(first)[0])


def beyond_name(p: Paragraph, source: Words, start: int) -> Words | None:
    """The subject that begins at ``start``, where the source before a verb only says about whom or for whom that is: "A lawsuit
    against Berg said ...", "Officials investigating Berg said ...", "The man who beat Berg said ..."."""
    first, end = source
    subject = phrase_at(p, start) if start < first and p.classes[end - 1] == "N" else None
    if subject is None or p.classes[start] == "P" or not {",", QUOTATION}.isdisjoint(p.lows[start:first]):
        return None
    if p.classes[subject[1] - 1] == "X":
        return None  # "A newly released report on ..."
    if p.lows[subject[1]] in ("who", "which") and (p.classes[first] == "L" or subject[1] + 1 < first):
        return subject
    lead = p.lows[first - 1]
    doing = p.classes[first - 1] == "G" and subject[1] == first - 1
    if p.classes[first] != "N" or not (lead in ABOUT or doing):
        return None
    kinds = p.classes[start : subject[1]]
    if lead not in ABOUT or subject[1] < first - 1 or kinds == "N":
        return subject
    return (start, end) if kinds.lstrip("D").strip("N") else None  # "The Council on ..." goes on


def _last_clause(p: Paragraph, best: Candidate, at: int) -> Words | None:
    """The subject of the clause before the colon, where another one begins behind the verb: "I tell no more, but Dahl sums it
    up: ..."."""
    if best.place != "before" or p.lows[at - 1] != ":":
        return None
    parts = (k for k in range(at - 2, best.cue[1], -1) if p.lows[k] in PARTING and p.lows[k - 1] == ",")
    start = next(parts, None)
    return phrase_at(p, start + 1) if start is not None else None


def _behind_semicolon(p: Paragraph, best: Candidate) -> Words | None:
    """The subject of the clause that the verb stands in, where a semicolon parts the source from it: "The number is not public; the
    union, the EBU, puts it at ..."."""
    (_, end), cue = best.source, best.cue[0]
    if best.place != "before" or ";" not in p.lows[end:cue]:
        return None
    start = cue - 1 - p.lows[end:cue][::-1].index(";")
    return phrase_at(p, start + 1)


def opens_clause(p: Paragraph, at: int) -> bool:
    """Whether another clause begins with the word there: not the second of two nouns, nor "what he called", where he is the one
    whom the first tells of."""
    if p.lows[at] == "what":
        return p.classes[at + 1] != "P"
    if p.lows[at] == "which":
        return p.lows[at - 1] == "to"  # "..., to which Berg replied"
    if p.lows[at] == ",":
        return p.classes[p.sentence(at)[0]] == "C"  # "When Dahl called, Berg said ..."
    return p.lows[at] in PARTING or (p.lows[at] == "and" and p.lows[at - 1] in (",", QUOTATION))


def phrase_at(p: Paragraph, first: int) -> Words | None:
    """The noun phrase that begins with the word ``first``."""
    place = bisect.bisect_left(p.phrase_starts, first)
    return p.phrases[place] if p.phrase_starts[place : place + 1] == [first] else None
