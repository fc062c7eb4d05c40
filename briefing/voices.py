"""Who's who: the people of the sources, their roles as the text words them, and how often each is quoted."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence

from briefing.brief import Voice
from briefing.language.word_classes import word_class
from briefing.model import Quote
from briefing.passages import askers
from briefing.quotes.titles import head_of

NOBODY = re.compile(
    r"(?:he|she|they|it|who|i(?!\.)|we|you|his|hers?|their|its|my|our|this|that|these|those|some|others?|where|when|what|which|"
    r"instead|still|then|there|here|back|each|every)\b|\W*\d|\W|(?:the|an?|one|both|all|many|several|sir|madam|contrary|moments|minutes|"
    r"hours|days|weeks|months|years)$",
    re.I,
)
"""How a mention opens that tells nobody who is meant."""
DANGLES = re.compile(
    r"(?<![\w-])(?:of|for|at|in|to|from|with|on|and|or|the|an?)$|\b(?:is|are|was|were|has|had|have|went|came|that)\b",
    re.I,
)
"""What no name of a person or a body ends with or holds."""
MEASURE = re.compile(
    r"(?:(?:the|an?) )?(?:average|share|lot|series|type|kind|sort|form|proportion|percentage) of\b|.*\b(?:per ?cent|ago)$",
    re.I,
)
"""A measure or a kind of something, which says nothing."""
WORDING = re.compile(
    r"(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother) )?(?:(?:first|last|new|same|second|short|text|written) )?"
    r"(?:ad|advert|article|banner|book|caption|claim|comment|cover|cry|definition|description|document|e-?mail|entry|film|"
    r"graffiti|headline|image|inscription|letter|line|listing|memo|message|movie|name|note|petition|photo|picture|placard|"
    r"post|response|sign|slogan|song|statement|threat|title|transcript|tweet|video|voice)s?|"
    r"[^’']* (?:banner|caption|footnote|headline|inscription|placard|slogan|tweet)s?"
)
"""What words stand in, which does not tell whose they are, as "the ministry’s statement" does."""
THINGS = """
act action attack attempt battle behavior behaviour benefit career choice controversy crisis cup day death effort election event
experience fact failure farm fight game idea incident interview issue life match money month move opportunity popularity problem
process race rally reaction reason result scandal season shooting situation step success system thing war warning week year
"""
"""What is done or happens, and says nothing by itself; a report, a law or a poll does."""
DEEDS = frozenset(THINGS.split())
NO_NOUN = frozenset(["verb", "adjective", "adverb"])
"""Classes of words with which no mention of somebody ends, but half of a phrase: "Dahl's recent", "the ones known"."""
NOUNS = frozenset(
    ["firm", "show", "insider", "major", "general", "executive", "representative", "individual"]
)
"""Nouns that are adjectives or verbs more often."""
DIGIT = re.compile(r"\d")
LONGEST = 12
"""Words of a mention from which on it is no name but half a sentence."""
UNNAMED = ("a ", "an ", "the ", "one ", "two ", "some ", "another ", "several ")


def voices(quotes: Sequence[Quote], introduced: Mapping[str, str]) -> list[Voice]:
    """Everyone quoted, most quoted first, then those whom the text introduces with a role, in reading order.

    ``introduced``: full names with their roles. A speaker known only by a pronoun is nobody yet and is left out.
    So is an interviewer without a role, such as a newspaper. What one "she said" reports in whole sentences, before it, behind it and over paragraphs, is one quotation.
    """
    counts: dict[str, list[int]] = {}
    spelt: dict[str, str] = {}
    roles: dict[str, str | None] = {}
    heard: set[tuple[int, int]] = set()
    asking = askers(quotes)
    for quote in quotes:
        if quote.speaker is None or quote.kind == "not speech" or not is_somebody(quote.speaker.name):
            continue
        if quote.speaker.role is None and (quote.document, quote.speaker.name) in asking:
            continue
        name = spelt.setdefault(quote.speaker.name.casefold(), quote.speaker.name)
        count = counts.setdefault(name, [0, 0])
        mention = (quote.document, quote.speaker.mention.start)
        if quote.kind == "partial" or mention not in heard:
            count[quote.kind == "partial"] += 1
        if quote.kind == "direct":
            heard.add(mention)  # "A," she said. "B." is one quotation, interrupted
        roles[name] = roles.get(name) or quote.speaker.role
    speaking = sorted(counts, key=lambda name: -sum(counts[name]))
    silent = [name for name in introduced if name not in counts]
    return [
        *(Voice(name, roles[name], *counts[name]) for name in speaking),
        *(Voice(name, introduced[name], 0, 0) for name in silent),
    ]


def named(people: Iterable[Voice]) -> Iterable[str]:
    """The names of those quoted by name; "a spokesman" and "the ministry" have none."""
    return (v.name for v in people if v.whole + v.partial and is_name(v.name))


@functools.lru_cache(maxsize=1 << 12)
def is_somebody(name: str) -> bool:
    """Whether a reader who has not read the source knows who is meant: neither "she" nor "its director"."""
    return (
        not NOBODY.match(name)
        and not DANGLES.search(name)
        and not MEASURE.match(name)
        and not WORDING.fullmatch(name)
        and len(name.split()) < LONGEST
        and _ends_as_noun(name)
    )


def _ends_as_noun(name: str) -> bool:
    last = name.rpartition(" ")[2]
    if not last.islower():
        return last != name or word_class(last.lower(), "en") != "adverb"  # "Simply", which opens a sentence
    head = head_of(name)
    if head in DEEDS or head.removesuffix("s") in DEEDS:
        return False
    return last in NOUNS or word_class(last, "en") not in NO_NOUN


@functools.lru_cache(maxsize=1 << 12)
def is_name(name: str) -> bool:
    """Whether it is a full name rather than "a spokesman", "Dahl", "Norland's sports minister" or "Title 39 of the Code"."""
    first, _, last = name.rpartition(" ")
    names = bool(first) and name[0].isupper() and not last.islower() and not DIGIT.search(name)
    return names and not name.lower().startswith(UNNAMED)
