"""Words that the text only says were not said: ``Dahl never said "..."``, ``no evidence that Dahl said "..."``.

They have marks around them and a reporting verb beside them, and are nobody's: to print them as somebody's is the worst that a
brief can do. Rules on the words before the verb.
"""

from __future__ import annotations

import bisect
import re

from briefing.quotes.candidates import Candidate
from briefing.quotes.cues import Words
from briefing.quotes.paragraphs import Paragraph
from briefing.quotes.sources import named
from briefing.quotes.words import QUOTATION

SAYING = frozenset(
    [
        "say",
        "tell",
        "write",
        "tweet",
        "post",
        "claim",
        "assert",
        "state",
        "declare",
        "call",
        "ask",
        "shout",
        "yell",
    ]
)
"""Verbs, by their base forms, whose object is what was said."""
STRAIGHT = frozenset([",", ":", "that", "the", "word", "words", "phrase"])
"""What may stand between such a verb and the quotation that it leads up to."""
REACH = 14
"""Words before it that are looked at."""
ADVERB = r"(?: (?:ever|even|once|also|then|actually|really|explicitly|directly|publicly|specifically|himself|herself|themselves))?"
WORDS = r"(?: (?!(?:and|but|who|which)\b)[\w’'.-]+)"
DENIES = re.compile(
    rf"\b(?:[Nn]ot|[Nn]ever|cannot|\w+n[’']t){ADVERB}(?: (?:have|had|be|been))?{ADVERB}(?: (?:quoted|reported|recorded|heard|seen)(?: as| to)?)?$|"
    rf"\b(?:den(?:y|ied|ies|ying)|avoid(?:ed|s|ing)?|[Ww]ithout|short of|refrain(?:ed|s|ing)? from){ADVERB}(?: having)?$|"
    rf"\b(?:refus(?:ed?|es|ing)|declin(?:ed?|es|ing)|fail(?:ed|s|ing)?|forgot|neglected) to{ADVERB}(?: have)?$|"
    r"\b(?:(?:falsely|wrongly|incorrectly|mistakenly) (?:quoted|reported|cited)|misquoted)(?: as)?$"
)
"""What leads up to the verb whose subject stands before it: "did not", "denied ever", "is falsely quoted as"."""
SUPPOSED = re.compile(
    rf"\b(?:may|might)(?: well)?$|\b(?:would|could|should|might|may|must){ADVERB} have$|"
    rf"\b(?:[Nn]o|little|[Ww]ithout|without any) (?:evidence|record|recording|proof|indication|sign|suggestion|trace) (?:that|of){WORDS}{{1,6}}$|"
    rf"\bden(?:y|ied|ies|ying)(?: that)?{WORDS}{{1,6}}$|"
    rf"\b(?:falsely|wrongly|incorrectly|mistakenly|baselessly) [a-z]+(?: that)?{WORDS}{{1,6}}$|\b[Ii]f{WORDS}{{1,6}}$"
)
"""What leads up to a verb right before the quotation, with the subject in it: "no evidence that Dahl ever", "denied that Dahl
had", "if Dahl"."""
FAKE = re.compile(
    r"\b(?:fake|faked|fabricated|false|invented|made-up|bogus|doctored|manipulated|spurious) (?:quote|quotation|statement|remark|post|tweet|"
    rf"image|video|clip|recording|letter)s?{WORDS}{{0,2}}(?: in which)?{WORDS}{{0,6}}$"
)
"""What says so, or in which somebody says so: "a fake video in which Dahl"."""
NEGATIVE = """
not never cannot deny denied denies denying avoid avoided avoids avoiding without short refrain refrained refraining refuse refused
refuses refusing decline declined declines declining fail failed fails failing forgot neglected made falsely wrongly incorrectly mistakenly
baselessly misquoted may might would could should must if no little fake faked fabricated false invented made-up bogus doctored
manipulated spurious didn't doesn't don't hasn't hadn't haven't wasn't isn't weren't wouldn't couldn't won't can't
"""
HINTS = frozenset(NEGATIVE.split()) | frozenset(NEGATIVE.replace("'", "’").split())
"""Words of which what these match holds one: looked for first, to be quick."""
SUBJECT = r"[\s”\"’]{0,4}(?:S?[Hh]e|They|It|[A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20})?)"
DENIED = re.compile(
    rf"{SUBJECT} (?:(?:did not|didn[’']t|never) sa(?:y|id) (?:so|that|it|this|any such thing|anything of the (?:kind|sort)|those words)|made no such)\b|"
    r"[\s”\"’]{0,4}(?:The|This|That) (?:quote|quotation) (?:is|was) (?:\w+ )?(?:fake|false|fabricated|invented|made[ -]up|doctored|bogus)\b"
)
"""The sentence behind one that tells what somebody has said: "She never said that.", "The quote is fake"."""
DENYING = (" not", "n’t", "n't", "never", " no ", "quot")
"""What such a sentence holds."""
NEAR = 90
"""Characters of it that are looked at."""
NO = re.compile(rf"{SUBJECT} (?:did not|didn[’']t|never did|ha[sd] not|ha[sd]n[’']t)[.!]")
"""That sentence where somebody else tells that they have said it: "The post claims that Dahl said ... She did not."."""


def unsaid(best: Candidate, at: int) -> bool:
    """Whether the text says that the source, which is named in the sentence of the quotation, has not said it, or only that they
    might have; ``at``: the word of the paragraph that the quotation is."""
    p, cue = best.paragraph, best.cue
    if HINTS.isdisjoint(p.lows):
        return False
    if best.place == "before":
        last = bisect.bisect_left(p.cue_starts, at)
        cue = next((c for c in p.cues[max(0, last - 1) : last] if _leads_to(p, c, at)), cue)
    first, end = p.sentence(cue[0])
    following = p.text[p.stops[end - 1] : min(p.span.end, p.stops[end - 1] + NEAR)]
    if any(map(following.__contains__, DENYING)):
        if DENIED.match(following):
            return True
        if NO.match(following):
            return _is_retold(p, cue)
    start = max(first, cue[0] - REACH)
    while (quotation := p.classes.find(QUOTATION, start, cue[0])) >= 0:
        start = quotation + 1
    if HINTS.isdisjoint(p.lows[start : cue[0]]):
        return False
    ahead = " ".join(p.words[start : cue[0]])
    own = best.place == "after" or best.source[0] < cue[0]  # "I did not tell all, but Dahl sums it up:"
    if own and named(p.form(cue))[0] in SAYING and DENIES.search(ahead):
        return True
    if best.place != "before" or not _leads_to(p, cue, at):
        return False
    fake = FAKE.search(ahead)
    within = fake and best.source[1] > start + ahead.count(" ", 0, fake.start())
    return bool(within or SUPPOSED.search(ahead))


def _is_retold(p: Paragraph, cue: Words) -> bool:
    """Whether the subject of the verb stands behind another verb of saying: "the post claims that Dahl said"."""
    place = bisect.bisect_left(p.phrase_starts, cue[0]) - 1
    if place < 0 or cue[0] - p.phrases[place][1] > 1:
        return False
    lead = p.phrases[place][0]
    lead -= p.lows[lead - 1] == "that"
    outer = bisect.bisect_left(p.cue_starts, lead) - 1
    return outer >= 0 and p.cues[outer][1] == lead


def _leads_to(p: Paragraph, cue: Words, at: int) -> bool:
    """Whether the cue is a verb of saying right before the quotation."""
    return named(p.form(cue))[0] in SAYING and STRAIGHT.issuperset(p.lows[cue[1] : at])
