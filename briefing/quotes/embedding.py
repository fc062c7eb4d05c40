"""Speech within speech: who speaks where the sentence turns its subject into the one who is told, or quotes another.

The subject of a reporting verb is not the speaker in "Hale was told by Berg", "a plan called the ...", "Hale quoted Berg as
saying", "Berg wrote that Hale had told her:" and "Hale recalled Berg's answer:". These are rules, for they are rare, and each
of them a wrong name.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from briefing.language.word_classes import class_table
from briefing.lazy import seldom
from briefing.quotes.candidates import Candidate, Quoted
from briefing.quotes.cues import Words
from briefing.quotes.paragraphs import Paragraph
from briefing.quotes.sources import OWNERS, POSSESSIVE, named, without_time
from briefing.quotes.titles import titles
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
NOBODY = frozenset(
    ["you", "the", "a", "an", "this", "its", "such", "nearly"]
    + [f"{word}{mark}s" for word in ("let", "that", "there", "here", "what") for mark in "'’"]
)
"""Words that name nobody who speaks, though a noun phrase or a sentence begins with them."""
ADVERBIAL = ("edly", "ently", "antly", "ingly", "ously", "fully", "ively")
"""How an adverb ends, and no name."""
SUSPECTED = frozenset(["suspected", "accused", "convicted"])
"""Participles before "of"."""
SPEAKING = frozenset(["quoted", "cited", "reported", "recorded", "filmed", "overheard"])
"""Participles whose subject is who speaks: "Dahl was quoted as saying"."""
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
THINGS = frozenset(["which", "that"])
"""Words that stand for a thing named right before."""
RELATIVE = frozenset(["what", "which", "who", "whom", "that"])
QUOTES = frozenset(["quoted", "quotes", "quote", "quoting", "cited", "cites", "cite", "citing"])
SPEECH = frozenset(
    ["answer", "reply", "response", "words", "letter", "message", "statement", "remark", "remarks", "comment"]
)
"""What somebody's speech is called."""
SAYS = frozenset(["said", "says", "say"])
TOLD = frozenset(["told", "tells"])
"""Verbs behind which stands who hears it."""
TELLS = frozenset(["told", "tells", "tell", "asked", "asks"])
CONTENT = frozenset(
    ["that", "how", "why", "whether", "if", "there", "what", "he", "she", "it", "they", "we", ":"]
)
"""What may open what a verb reports behind it."""
DESCRIBES = frozenset(["describe", "characterize", "characterise", "dismiss", "denounce"])
"""Verbs, by their base forms, with "as" before the quotation."""
LATELY = frozenset(
    ["last", "late", "early", "again", "then", "earlier", "later", "recently", "once", "also", "twice"]
)
"""Words that only say when."""
FIRM = seldom(" (?:and|&) ")
"""What joins the names in that of a firm."""
WHERE = frozenset(["in", "at", "near", "outside", "from", "of"])
"""What stands before a place."""
WITHIN = frozenset(["in", "at", "near", "on", "of", "for", "from", "to"])
"""Prepositions behind which hardly a subject stands."""
PARTING = frozenset(["while", "but", "whereas", "although", "though", ";"])
"""Words that begin another clause: "Hale left it open, while Berg said that the ..."."""
CONNECTING = frozenset(["that", "as", ",", ":", "the", "a", "an", "it", "was"])
"""Words that may stand between their verb and the quotation."""
NOT = ("n't", "n’t")
"""How an auxiliary ends that denies."""
LEAD = 3
"""Words between the verb and the quotation that it introduces, the colon among them, at most: "told her at once:"."""
BETWEEN = 2
"""Words between a subject and its verb at most: "had then told"."""


def speaker(best: Candidate, offered: Sequence[Candidate], at: int) -> Candidate | None:
    """The candidate whose words they are, given the ``best`` one for the quotation that is word ``at`` of its paragraph;
    ``None`` where nobody is named."""
    p = best.paragraph
    subject = (
        _subject(p, best)
        or _beyond_place(p, best, at)
        or _beyond_preposition(p, best)
        or _last_clause(p, best, at)
    )
    who = without_time(p, subject or best.source)
    if who is None:
        return None
    if who != best.source:
        best = best._replace(source=who)
    if _names_nobody(p, best):
        return None
    if named(p.form(best.cue))[1] == "source":
        return next(
            (c for c in offered if _says(c, best) or _is_told(c, best) or _is_passed_on(c, best, at)), best
        )
    if best.place == "before" and not subject:
        other = _owner(p, best.cue, at) or _author(p, best.cue)
        if other:
            return best._replace(source=other)
        best = next((c for c in offered if _is_inner(c, best, at)), best)
    elif best.place == "after":
        best = next((c for c in offered if _is_introduced(c, at) or _is_recalled(c, best)), best)
    if quoted := _quoted(p, best.cue):
        return best._replace(source=quoted)
    if best.place not in ("before", "after"):
        return None if _is_denied(p, best) else best
    if p.lows[best.cue[0]] in TOLD and best.source[0] == best.cue[1]:
        return None  # "told the Post": who hears it
    passive = best.source[1] <= best.cue[0] and (_is_passive(p, best.cue) or _is_naming(p, best, at))
    return _doer(best, offered, at) if passive else best


def _names_nobody(p: Paragraph, best: Candidate) -> bool:
    """Whether the source is a word that names nobody, or only what a quotation is explained by."""
    if best.place == "after" and _is_gloss(p, best):
        return True
    first, end = best.source
    word = p.words[first] if end == first + 1 else ""
    label = p.lows[best.cue[0]] == ":" and (word.upper() in titles("label") or word.lower() in titles("part"))
    # "according to her “clawback” plan"
    owner = word.lower() in OWNERS and named(p.form(best.cue))[1] == "source"
    clause = word.lower() in THINGS and (
        word[0].isupper() or best.place == "after"
    )  # "..., which votes in June"
    return label or owner or clause or _is_nobody(word.lower())


def _doer(best: Candidate, offered: Sequence[Candidate], at: int) -> Candidate | None:
    """Who speaks where the source is the one who is told, asked or described: the one behind "by", or nobody but with another
    verb of the same source: "Dahl projected that half of them would be called ..."."""
    p = best.paragraph
    agent = _agent(p, best.cue[1]) or _agent(p, at + 1)
    if agent:
        return best._replace(source=agent)
    same = (c for c in offered if c.place == best.place and c.source == best.source)
    return next((c for c in same if not _is_passive(p, c.cue) and named(p.form(c.cue))[1] == "speech"), None)


def _quoted(p: Paragraph, cue: Words) -> Words | None:
    """Whom another one only quotes: "the Post quoted Berg as saying ...", by either verb."""
    first, end = cue
    if first and p.lows[first - 1] == "as" and p.lows[first].endswith("ing"):
        before = bisect.bisect_left(p.phrase_starts, first) - 1
        whom = p.phrases[before] if before >= 0 else (0, 0)
        return whom if whom[1] == first - 1 and whom[0] and p.lows[whom[0] - 1] in QUOTES else None
    if p.lows[first] not in QUOTES or (first and p.lows[first - 1] in BE):
        return None
    behind = _phrase(p, end)
    if behind is None or p.lows[behind[1] : behind[1] + 1] != ["as"]:
        return None
    return behind if named(p.lows[min(behind[1] + 1, len(p.lows) - 1)])[1:] == ("speech", "ing") else None


def _is_nobody(word: str) -> bool:
    """Whether a source of one word is whoever reads, no noun phrase, or an adverb that opens the sentence: "Suddenly"."""
    return word in NOBODY or word.endswith(ADVERBIAL) or class_table("en").get(word) == "adverb"


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
        aside = _phrase(p, end)
        start = p.sentence(first)[0]
        named = aside and p.classes[aside[0]] == "N" and p.lows[aside[1] : aside[1] + 1] == [","]
        return aside if named and "," not in p.classes[start : first - 1] else None
    return None


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


def _beyond_preposition(p: Paragraph, best: Candidate) -> Words | None:
    """The subject of the sentence where the source is no name and stands behind a preposition, right before its verb: "One person
    in the council noted: ..."; with the source where that belongs to it: "A man from the council noted: ..."."""
    first, end = best.source
    if p.lows[first - 1] not in WITHIN or best.place != "before" or end != best.cue[0]:
        return None
    form = p.form(best.cue)
    if p.classes[first] != "D" or form in NAMING or named(form)[1] != "speech":
        return None
    subject = _phrase(p, p.sentence(first)[0])
    return (subject[0], end) if subject and subject[1] == first - 1 else subject


def tells_more(best: Candidate, quoted: Quoted) -> bool:
    """Whether its verb stands behind a quotation within a sentence and tells something of its own: ``After Berg spoke of "old
    walls," Dahl said that ...``; but of ``Citing "old walls," Dahl said that ...`` both are hers."""
    p, (first, end), cue = best.paragraph, quoted.within, best.cue
    behind = cue[1]
    if (
        not quoted.at < best.source[0] < cue[0]
        or quoted.at == first
        or behind >= end
        or "G" in p.classes[first : quoted.at]
    ):
        return False
    if p.lows[cue[0]] in TELLS and (whom := _phrase(p, behind)):
        return p.lows[min(whom[1], end - 1)] in CONTENT
    if p.lows[cue[0]] in SAYS or named(p.form(cue))[1] != "speech":
        return p.lows[behind] in CONTENT or (p.classes[behind] in "DLNPXV" and p.lows[behind] not in LATELY)
    return p.lows[behind] in CONTENT


def _is_gloss(p: Paragraph, best: Candidate) -> bool:
    """Whether what stands behind a quotation only explains it: ``A "covered work" means ...``, ``a "hug" -- an image``."""
    form = p.form(best.cue)
    return named(form)[0] == "mean" or (form[0] in "-—–" and p.classes[best.source[0]] != "N")


def _says(one: Candidate, best: Candidate) -> bool:
    """Whether ``one`` says what ``best`` only passes on: ``"...," Berg said, according to the Post.``"""
    p, (first, end), (start, stop) = one.paragraph, one.cue, one.source
    speech = named(p.form(one.cue))[1] in ("speech", "direct")
    beside = stop == first or end == start
    behind = p is best.paragraph and one.place == best.place and end <= best.cue[0]
    return speech and beside and behind and p.words[min(start, first) - 1] == QUOTATION


def _is_passed_on(one: Candidate, best: Candidate, at: int) -> bool:
    """Whether ``one`` says before the quotation what ``best`` behind it only passes on: ``Berg called it "old," according to the
    Post.``"""
    p, (first, end), start = one.paragraph, one.cue, one.source[0]
    if (one.place, best.place) != ("before", "after") or not 0 <= first - one.source[1] <= BETWEEN:
        return False
    if start > p.sentence(start)[0] and (p.classes[start - 1] not in ",C" or p.lows[start - 1] == "and"):
        return False
    name, kind, _ = named(p.form(one.cue))
    return kind == "speech" and (at - end <= 1 or (p.lows[at - 1] == "as" and name in DESCRIBES))


def _is_introduced(one: Candidate, at: int) -> bool:
    """Whether ``one`` leads up to the quotation by a comma or a colon, so that who stands behind it only recalls it: ``Berg said,
    "It is me," Dahl recalled.``"""
    p, (first, end) = one.paragraph, one.cue
    leads = one.place == "before" and end == at - 1 and p.lows[end] in (",", ":") and one.source[1] == first
    return leads and named(p.form(one.cue))[1] == "speech"


def _is_recalled(one: Candidate, best: Candidate) -> bool:
    """Whether ``one`` says what ``best`` only recalls: ``"It is me," Dahl said Berg told her.``"""
    p = best.paragraph
    tells = best.source[1] == best.cue[0] and p.lows[best.cue[0]] not in TOLD
    speaks = one.place == "after" and one.source[0] == best.cue[1] and one.cue[0] == one.source[1]
    return tells and speaks and named(p.form(one.cue))[1] == "speech"


def _is_told(one: Candidate, best: Candidate) -> bool:
    """Whether ``one`` says what ``best`` only tells of: ``According to the Post, Berg said "..."``"""
    p, (start, end) = one.paragraph, one.source
    behind = p is best.paragraph and one.place == best.place == "before" and best.source[1] < start
    beside = p.lows[start - 1] == "," and end == one.cue[0] and p.classes[end - 1] != "D"
    return behind and beside and named(p.form(one.cue))[1] == "speech"


def _is_passive(p: Paragraph, cue: Words) -> bool:
    """Whether the subject is the one who is told, asked or described: "was told", "has often been called"."""
    at, verb = cue[0], p.lows[cue[0]]
    before = at - 1 - (at > 0 and p.classes[at - 1] == "X")
    if verb in SUSPECTED and p.lows[cue[1] : cue[1] + 1] == ["of"]:
        return True  # "a man suspected of ..."
    participle = verb in IRREGULAR or (verb.endswith("ed") and verb not in SPEAKING)
    return participle and before >= 0 and p.lows[before] in BE and named(p.form(cue))[1] != "state"


def _reports(p: Paragraph, cue: Words) -> bool:
    """Whether it is a verb that is known to report."""
    return named(p.form(cue))[1] in ("speech", "inner", "stance")


def _is_naming(p: Paragraph, best: Candidate, at: int) -> bool:
    """Whether the quotation is what a thing is called: "a plan called the ...", and not "what Dahl called a ..."."""
    (start, stop), (first, end) = best.source, best.cue
    bare = at == end or (at == end + 1 and p.classes[end] == "D")
    thing = p.classes[stop - 1] == "L" and not (start and p.lows[start - 1] in RELATIVE)
    return best.place == "before" and bare and thing and p.lows[first] in NAMING


def _agent(p: Paragraph, index: int) -> Words | None:
    """Whom "by" names there."""
    return _phrase(p, index + 1) if p.lows[index : index + 1] == ["by"] else None


def _author(p: Paragraph, cue: Words) -> Words | None:
    """Whose speech is called a noun: "Hale knocked a statement by Berg that ..."."""
    author = _agent(p, cue[1]) if named(p.form(cue))[1] == "noun" else None
    return author if author and "N" in p.classes[author[0] : author[1]] else None


def _owner(p: Paragraph, cue: Words, at: int) -> Words | None:
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


def _is_inner(one: Candidate, best: Candidate, at: int) -> bool:
    """Whether ``one`` speaks within what ``best`` reports or behind it, and its verb leads straight to the quotation."""
    p, (first, end) = one.paragraph, one.cue
    within = one.place == "before" and best.cue[1] <= one.source[0] and 0 <= at - end <= LEAD
    own = 0 <= first - one.source[1] <= BETWEEN
    if not (within and own and named(p.form(one.cue))[1] == "speech"):
        return False
    if p.lows[at - 1] == ":" and p.lows[one.source[0] - 1] in ("that", ","):
        return True
    return _opens_clause(p, one.source[0] - 1) and CONNECTING.issuperset(p.lows[end:at])


def _is_denied(p: Paragraph, best: Candidate) -> bool:
    """Whether it is said that the source did not say it: "Dahl did not mention the wall"."""
    stop, verb = best.source[1], best.cue[0]
    if not 0 < verb - stop <= BETWEEN or named(p.form(best.cue))[1] not in ("speech", "direct"):
        return False  # "He is not convinced" tells what he thinks
    return any(w == "not" or w.endswith(NOT) for w in p.lows[stop:verb])


def _last_clause(p: Paragraph, best: Candidate, at: int) -> Words | None:
    """The subject of the clause before the colon, where another one begins behind the verb: "I tell no more, but Dahl sums it
    up: ..."."""
    if best.place != "before" or p.lows[at - 1] != ":":
        return None
    parts = (k for k in range(at - 2, best.cue[1], -1) if p.lows[k] in PARTING and p.lows[k - 1] == ",")
    start = next(parts, None)
    return _phrase(p, start + 1) if start is not None else None


def _opens_clause(p: Paragraph, at: int) -> bool:
    """Whether another clause begins with the word there: not the second of two nouns, nor "what he called", where he is the one
    whom the first tells of."""
    if p.lows[at] == "what":
        return p.classes[at + 1] != "P"
    if p.lows[at] == "which":
        return p.lows[at - 1] == "to"  # "..., to which Berg replied"
    if p.lows[at] == ",":
        return p.classes[p.sentence(at)[0]] == "C"  # "When Dahl called, Berg said ..."
    return p.lows[at] in PARTING or (p.lows[at] == "and" and p.lows[at - 1] in (",", QUOTATION))


def _phrase(p: Paragraph, first: int) -> Words | None:
    """The noun phrase that begins with the word ``first``."""
    place = bisect.bisect_left(p.phrase_starts, first)
    return p.phrases[place] if p.phrase_starts[place : place + 1] == [first] else None
