"""Whole sentences, parts of sentences, or not speech at all: titles, names and scare quotes have marks too."""

from __future__ import annotations

import itertools
import re

from briefing.model import Quote, QuoteKind, Span
from briefing.quotes.candidates import Said

MARKS = "\"'“”‘’„«»`「」"
WORD = re.compile(r"\w+")
LETTERS = re.compile(r"\w{1,2}")
"""As many letters as a word has on average in a script that parts none."""
UNPARTED = ("\u3040", "\ua000")
"""Where such scripts begin and end."""
LONG_WORD = re.compile(r"\w{4,}")
SMALL = frozenset(["with", "from", "into", "over", "upon", "than"])
"""Words of four letters that have no capital in a title."""
LOWER = SMALL | frozenset(
    ["a", "an", "and", "as", "at", "but", "by", "for", "in", "of", "on", "or", "the", "to"]
)
"""Words that have none there."""
OWNERS = ("'s", "’s", "s'", "s’")
"""How the owner of a title ends: "the Post's"."""
SHORT = 200
"""Characters of such words at most."""
MANY = 9
"""Words beyond which it does not matter how many there are: no title and no part of a few words has more."""
ENDS = ".?!…。？！"
LED_ON = ENDS + ",，―—–-"
WHOLE = 3
"""Words from which on a stretch with capital and full stop is a sentence wherever it stands."""
FRAGMENT = 6
"""Words from which on a part of a sentence is speech although the text does not say whose: two thirds of the shorter ones
are names, slogans and scare quotes."""
NEAR = 40
"""Characters from a title to the verb that reports it as speech after all."""
INSIDE = re.compile(
    r"\b(?:that|a|an|the|of|as|is|was|are|were|be|been|to|by|for|and|or|his|her|its|their|our|in|on|with|about)$",
    re.I,
)
"""What stands before a part of a sentence."""
LONGEST = 5
"""Letters of the longest of these words."""
NAMING = re.compile(
    r"\b(?:[Ss]o-called|[Kk]nown as|[Rr]eferred to as|[Ii]dentified (?:only )?as|[Tt]itled|[Ee]ntitled|headlined|[Dd]ubbed|[Nn]icknamed|"
    r"[Bb]illed as|[Tt]he (?:word|term|phrase)|"
    r"(?:film|movie|book|novel|song|album|show|series|play|poem|painting|article|essay|game|sang|sing|wrote|starred in|"
    r"memoir|autobiography|biography|documentary|musical|opera|drama|comedy|sitcom|thriller|sequel|podcast),?)"
    r"(?: an?| the| [A-Z]\w+[’']s)?\s*$"
)
"""What stands before a title, a name or a word that is explained."""
TITLED = ("titled", "headlined", "subject line")
"""What ends right before a title, however long, and whatever its last mark."""
GLOSSES = ("or", ", or", "(", "— or", "i.e.")
"""What stands between a word and the words that explain it."""
OPENED = '.?!:”’"'
"""Marks behind which a sentence begins."""


def kind_of(text: str, span: Span, said: Said | None, before: Quote | None, *, english: bool) -> QuoteKind:
    """The kind of the quotation at ``span``; ``before`` is the one before it in its paragraph. Only in ``english`` texts
    does it tell anything that nobody is found who said it."""
    inner = span.of(text).strip(MARKS + " \u00a0")
    word = LETTERS if UNPARTED[0] <= inner[:1] < UNPARTED[1] else WORD
    words = len(list(itertools.islice(word.finditer(inner), MANY)))
    lead = text[max(0, span.start - 60) : span.start]
    if _is_nickname(text, span, words) or (
        before and before.kind == "not speech" and _is_gloss(text, span, before)
    ):
        return "not speech"
    # The full stop behind a title may be that of the sentence: her memoir, "Tough Nights."
    if words <= 8 and (inner[-1:] not in ENDS or _has_capitals(inner)) and NAMING.search(lead):
        return "not speech"
    if not inner[:1].islower() and lead.rstrip(", ").endswith(TITLED):
        return "not speech"
    if _is_title(text, span, inner, words, said):
        return "not speech"
    fewest = FRAGMENT if english else WHOLE
    if inner[:1].islower():
        return _of_a_part(text, span, words, said, before, fewest)
    before_it = lead.rstrip()
    opens_here = not before_it or before_it[-1] in '.?!:,;―—–-("”’»“。？！：，'
    ends = inner[-1:] in LED_ON or text[span.end - 1] not in MARKS
    ends = ends or (words >= WHOLE and text[span.end : span.end + 1] in (".", ",", "?", "!"))
    if (
        ends
        and (opens_here or words >= WHOLE)
        and (said or inner[-1:] in LED_ON)
        and not INSIDE.search(before_it, max(0, len(before_it) - LONGEST))
    ):
        return "direct"
    return "not speech" if said is None and words < fewest else "partial"


def _of_a_part(
    text: str, span: Span, words: int, said: Said | None, before: Quote | None, fewest: int
) -> QuoteKind:
    """What opens in small letters: a part, or the second half of ``"A," she said, "and b."``; ``fewest``: words of one
    that nobody is named for."""
    if said is None:
        return "not speech" if words < fewest else "partial"
    if before and before.kind == "direct" and before.speaker and before.speaker.mention == said.mention:
        between = text[before.span.end : span.start]
        if not between.rpartition(",")[2].strip() or between.rstrip()[-1:] in "―—–":
            return "direct"
    return "partial"


def _is_nickname(text: str, span: Span, words: int) -> bool:
    """``Karl “Bear” Lund``."""
    return (
        words <= 2
        and text[max(0, span.start - 2) : span.start].strip().isalpha()
        and text[span.end - 1] in MARKS
        and text[span.end : span.end + 2].strip().isupper()
        and bool(re.search(r"[^\W\d_]\w* $", text[max(0, span.start - 30) : span.start]))
        and text[max(0, span.start - 30) : span.start].split()[-1][:1].isupper()
    )


def _is_gloss(text: str, span: Span, before: Quote) -> bool:
    """Whether it says in other words what stands in marks before it: ``known as "Il Faro," or "the lighthouse,"``."""
    between = text[before.span.end : span.start].strip()
    return between in GLOSSES and len(span.of(text)) < SHORT


def _has_capitals(inner: str) -> bool:
    """Whether every long word has a capital, as in a title."""
    long = False
    for word in LONG_WORD.finditer(inner):
        if word[0] not in SMALL:
            if not (word[0][0].isupper() or word[0][0].isdigit()):
                return False
            long = True
    return long


def _is_in_title_case(inner: str) -> bool:
    """Whether every word has a capital but those that have none in a title."""
    return all(word[0].isupper() or word in LOWER or not word[0].isalpha() for word in inner.split())


def _is_title(text: str, span: Span, inner: str, words: int, said: Said | None) -> bool:
    """Whether every long word has a capital, and nobody is reported to say just that; a full stop may be that of the
    sentence: ``told the show "Voices of the Harbour."``"""
    lead = text[max(0, span.start - 3) : span.start].rstrip()
    if inner[-1:] in ("?", "!"):  # the Post's "Is Your Wall Safe?"
        return (said is None or lead.endswith(OWNERS)) and words > 2 and _is_in_title_case(inner)
    within = inner[-1:] == "." and words > 1 and (lead[-1:].isalnum() or lead.endswith(OWNERS))
    if inner[-1:] in ENDS and (not within or (said and span.start - said.cue.end in (1, 2))):
        return False
    if not _has_capitals(inner):
        return False
    if said is None:
        return True
    opens = not lead or lead[-1] in OPENED
    led_on = inner[-1:] == "," or (opens and text[span.end : span.end + 1] == ",")  # “Hello”, said Dahl.
    named = INSIDE.search(text, max(0, span.start - LONGEST - 1), span.start - 1) is not None
    reported = 0 <= said.cue.start - span.end < NEAR and led_on and not named
    introduced = 0 <= span.start - said.cue.end < NEAR and lead[-1:] in (",", ":")
    return not reported and not introduced
