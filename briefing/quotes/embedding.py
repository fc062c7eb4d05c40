"""Speech within speech: who speaks where the sentence turns its subject into the one who is told, or quotes another.

The subject of a reporting verb is not the speaker in "Hale was told by Berg", "a plan called the ...", "Hale quoted Berg as
saying", "Berg wrote that Hale had told her:" and "Hale recalled Berg's answer:". These are rules, for they are rare, and each
of them a wrong name.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.language.word_classes import class_table
from briefing.quotes.candidates import Candidate, Quoted
from briefing.quotes.clauses import PARTING, opens_clause, phrase_at, subject_of
from briefing.quotes.paragraphs import Paragraph
from briefing.quotes.passive import (
    author,
    claimant,
    doer,
    is_called,
    is_naming,
    is_passive,
    owner_of,
    quoted_by,
)
from briefing.quotes.sources import OWNERS, named, without_time
from briefing.quotes.titles import titles
from briefing.quotes.words import QUOTATION

NOBODY = frozenset(
    ["you", "the", "a", "an", "this", "its", "such", "nearly"]
    + [f"{word}{mark}s" for word in ("let", "that", "there", "here", "what") for mark in "'’"]
)
"""Words that name nobody who speaks, though a noun phrase or a sentence begins with them."""
ADVERBIAL = ("edly", "ently", "antly", "ingly", "ously", "fully", "ively")
"""How an adverb ends, and no name."""
THINGS = frozenset(["which", "that"])
"""Words that stand for a thing named right before."""
SAYS = frozenset(["said", "says", "say"])
TOLD = frozenset(["told", "tells"])
"""Verbs behind which stands who hears it."""
CRIES = frozenset(["shouts", "cries", "chants", "calls", "screams", "cheers", "jeers"])
"""Nouns for what a crowd says."""
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
CONNECTING = frozenset(
    [
        "that",
        "as",
        ",",
        ":",
        "the",
        "a",
        "an",
        "it",
        "was",
        "of",
        "about",
        "against",
        "for",
        "to",
        "with",
        "his",
        "her",
        "their",
    ]
)
"""Words that may stand between their verb and the quotation."""
NOT = ("n't", "n’t")
"""How an auxiliary ends that denies."""
LEAD = 3
"""Words between the verb and the quotation that it introduces, the colon among them, at most: "told her at once:"."""
ABOUT = frozenset(["on", "about", "why", "how", "what", "when", "in", "at", "for", "from"])
"""Words with which a label opens that tells what is spoken of: "ON HAPPINESS: “...”"."""
BETWEEN = 2
"""Words between a subject and its verb at most: "had then told"."""


def speaker(best: Candidate, offered: Sequence[Candidate], paragraph: Paragraph, at: int) -> Candidate | None:
    """The candidate whose words they are, given the ``best`` one for the quotation that is word ``at`` of its ``paragraph``,
    which need not be that of the candidate; ``None`` where nobody is named."""
    p = best.paragraph
    subject = subject_of(best, at)
    who = without_time(p, subject or best.source)
    if who is None:
        return None
    if who != best.source:
        best = best._replace(source=who)
    if _names_nobody(p, best) or _is_anybody(best, paragraph, at):
        return None
    if named(p.form(best.cue))[1] == "source":
        return next(
            (c for c in offered if _says(c, best) or _is_told(c, best) or _is_passed_on(c, best, at)), best
        )
    if best.place == "before" and not subject:
        other = owner_of(p, best.cue, at) or author(p, best.cue) or claimant(p, best.cue, at)
        if other:
            return best._replace(source=other)
        best = next((c for c in offered if _is_inner(c, best, at) or _has_clause(c, best, at)), best)
    elif best.place == "after":
        best = next((c for c in offered if _is_introduced(c, at) or _is_recalled(c, best)), best)
    if quoted := quoted_by(p, best.cue):
        return best._replace(source=quoted)
    if best.place not in ("before", "after"):
        return None if _is_denied(p, best) else best
    if p.lows[best.cue[0]] in TOLD and best.source[0] == best.cue[1]:
        return None  # "told the Post": who hears it
    passive = best.source[1] <= best.cue[0] and (
        is_passive(p, best.cue) or is_naming(p, best, at) or is_called(p, best.cue, at)
    )
    return doer(best, offered, at) if passive else best


def _names_nobody(p: Paragraph, best: Candidate) -> bool:
    """Whether the source is a word that names nobody, or only what a quotation is explained by."""
    if best.place == "after" and _is_gloss(p, best):
        return True
    first, end = best.source
    word = p.words[first] if end == first + 1 else ""
    label = p.lows[best.cue[0]] == ":" and (
        word.upper() in titles("label") or word.lower() in titles("part") or p.lows[first] in ABOUT
    )
    # "according to her “clawback” plan"
    owner = word.lower() in OWNERS and named(p.form(best.cue))[1] == "source"
    # "..., which votes in June"
    clause = word.lower() in THINGS and (word[0].isupper() or best.place == "after")
    return label or owner or clause or p.lows[first - 1] == "nor" or _is_nobody(word.lower())


def _is_anybody(best: Candidate, paragraph: Paragraph, at: int) -> bool:
    """Whether nobody in particular says it right before the quotation: ``Someone shouted "...," as Berg spoke.``, ``Berg was met
    with shouts of "...".``"""
    p = best.paragraph
    if p.form(best.cue) in CRIES and p.lows[best.cue[0] - 1] in ("with", "to", "by", "amid", "and"):
        return True
    lows = paragraph.lows
    verb = at - 1 - (at > 0 and lows[at - 1] in (",", ":"))
    return verb > 0 and paragraph.classes[verb - 1] == "Z" and named(lows[verb])[1] in ("speech", "direct")


def _is_nobody(word: str) -> bool:
    """Whether a source of one word is whoever reads, no noun phrase, or an adverb that opens the sentence: "Suddenly"."""
    return word in NOBODY or word.endswith(ADVERBIAL) or class_table("en").get(word) == "adverb"


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
    if p.lows[cue[0]] in TELLS and (whom := phrase_at(p, behind)):
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
    verb = p.lows[best.cue[0]]
    tells = best.source[1] == best.cue[0] and verb not in TOLD and not verb.endswith("ing")
    speaks = one.place == "after" and one.source[0] == best.cue[1] and one.cue[0] == one.source[1]
    return tells and speaks and named(p.form(one.cue))[1] == "speech"


def _is_told(one: Candidate, best: Candidate) -> bool:
    """Whether ``one`` says what ``best`` only tells of: ``According to the Post, Berg said "..."``"""
    p, (start, end) = one.paragraph, one.source
    behind = p is best.paragraph and one.place == best.place == "before" and best.source[1] < start
    beside = p.lows[start - 1] == "," and end == one.cue[0] and p.classes[end - 1] != "D"
    return behind and beside and named(p.form(one.cue))[1] == "speech"


def _is_inner(one: Candidate, best: Candidate, at: int) -> bool:
    """Whether ``one`` speaks within what ``best`` reports or behind it, and its verb leads straight to the quotation."""
    p, (first, end) = one.paragraph, one.cue
    within = one.place == "before" and best.cue[1] <= one.source[0] and 0 <= at - end <= LEAD
    own = 0 <= first - one.source[1] <= BETWEEN
    if not (within and own):
        return False
    kind = named(p.form(one.cue))[1]
    if kind not in ("speech", "stance"):
        return False
    straight = p.lows[at - 1] == ":" and (
        p.lows[one.source[0] - 1] in ("that", ",") or _is_reported(one, best)
    )
    if kind == "speech" and straight:
        return True
    parted = opens_clause(p, one.source[0] - 1) and CONNECTING.issuperset(p.lows[end:at])
    return parted and (kind == "speech" or p.lows[one.source[0]] not in THINGS)  # "while Berg warned of"


def _has_clause(one: Candidate, best: Candidate, at: int) -> bool:
    """Whether ``one`` is a name that opens the last clause before the quotation, with a verb of its own: "Dahl said that ..., while
    Berg accused the council of ..."."""
    p, (first, end), opening = one.paragraph, one.cue, one.source[0] - 1
    if one.place != "before" or opening < best.cue[1] or not 0 <= first - one.source[1] <= BETWEEN:
        return False
    if p.lows[opening] not in PARTING or p.lows[opening - 1] not in (",", QUOTATION):
        return False
    last = PARTING.isdisjoint(p.lows[opening + 1 : at])
    reports = named(p.form(one.cue))[1] in ("speech", "stance", "direct") and p.lows[end] != "to"
    return last and reports and p.classes[one.source[1] - 1] == "N"


def _is_reported(one: Candidate, best: Candidate) -> bool:
    """Whether ``one`` stands right behind the verb of ``best``, who is not the one who is told: "Dahl said Berg had told her:"."""
    p, (first, end) = best.paragraph, one.source
    behind = first == best.cue[1] and best.source[1] <= best.cue[0] and p.lows[best.cue[0]] not in TELLS
    return behind and p.classes[end - 1] == "N" and not p.lows[one.cue[0]].endswith("ing")


def _is_denied(p: Paragraph, best: Candidate) -> bool:
    """Whether it is said that the source did not say it: "Dahl did not mention the wall"."""
    stop, verb = best.source[1], best.cue[0]
    if not 0 < verb - stop <= BETWEEN or named(p.form(best.cue))[1] not in ("speech", "direct"):
        return False  # "He is not convinced" tells what he thinks
    return any(w == "not" or w.endswith(NOT) for w in p.lows[stop:verb])
