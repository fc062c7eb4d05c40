"""Which passage answers an accusation: a brief that shows a charge owes its reader the denial."""

from __future__ import annotations

import re

from briefing.language.words import stop_words
from briefing.lazy import seldom
from briefing.model import Span
from briefing.pool import Pool
from briefing.quotes.titles import is_person
from briefing.reserve import holds_back

ACCUSING = frozenset(
    ["accus", "alleg", "blame", "charg", "claim", "indict", "lawsuit", "suspect", "suspicion", "su"]
)
"""Stems, one of which a passage holds that accuses somebody; what follows says whether it does."""
DENYING = frozenset(
    [
        "deni",
        "reject",
        "dismiss",
        "disput",
        "refut",
        "rebut",
        "guilti",
        "innoc",
        "fals",
        "untru",
        "baseless",
        "unfound",
        "groundless",
        "unproven",
        "nonsens",
        "fake",
        "fabric",
        "forg",
        "forgeri",
        "lie",
        "true",
        "wrongdo",
        "wrong",
    ]
)
"""Stems, one of which a passage holds that denies something; they are there already, and quicker than the pattern."""
UNTRUE = r"(?:false|fake|forged|forger(?:y|ies)|fabricated|fabrications?|(?:a )?lies?|untrue|not true|baseless|unfounded|groundless|unproven|nonsense)\b"
CHARGE = r"(?:accusation|allegation|assertion|charge|claim|criticism|insinuation|rumou?r|suggestion)s?\b"
DENIES = seldom(
    r"\b(?:den(?:y|ies|ied|ying)\b"
    rf"|(?:reject|dismiss|disput|refut|rebut)(?:s|es|ed|ted|ing|ting)? (?:\w[\w’'-]* ){{0,4}}{CHARGE}"
    rf"|{CHARGE} (?:(?:is|are|was|were) (?:\w+ )?|as )?[“\"‘']?{UNTRUE}"
    rf"|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )\b(?:called|calls) (?!an? )(?:[\w’'-]+ ){{1,6}}[“\"‘']?{UNTRUE}"
    rf"|\b(?:[Tt]hat|[Tt]his|[Ii]t|[Nn]one of (?:it|that|this)) (?:is|was) (?:simply |completely |utterly )?{UNTRUE}"
    r"|\b(?:reject|dismiss|disput|refut|rebut)(?:s|es|ed|ted) (?:that|this|it)(?=[.;,])"
    r"|\bhad (?:done )?(?:nothing|not done anything) wrong\b|\brejected any wrongdoing\b"
    r"|plead(?:s|ed)? not guilty\b|(?:is|are|was|were) innocent\b(?! \w+s\b)|maintain(?:s|ed)? (?:his|her|their) innocence\b)"
)
"""How a passage denies something."""
UNANSWERING = frozenset(["respond", "return", "repli", "comment", "reach"])
"""Stems, one of which a passage holds that says that somebody did not answer."""
UNANSWERED = seldom(
    r"\b(?:not (?:\w+ )?(?:respond|return|reply)\b|(?:declin|refus)(?:es|ed) (?:to )?comment\b|not be reached\b)"
)
"""How it says so."""
NAME = re.compile(r"\b[A-Z][\w-]+")
LEAST = 5
"""Letters that the names of a land and its people have in common: "Norland" and "Norlandic"."""
REACH = 4
"""Passages behind an accusation in which the answer of somebody who is named in it stands; the next may name nobody."""


def answer_to(pool: Pool, i: int) -> int | None:
    """The passage that answers the accusation in passage ``i``, if it holds one that it does not answer itself."""
    if ACCUSING.isdisjoint(pool.stems[i]) or denial(pool, i):
        return None
    accused = _names(pool, i, pool.text(i))
    last = i
    for j in range(i + 1, min(i + REACH + 1, len(pool.passages))):
        if pool.passages[j].document != pool.passages[i].document:
            return None
        denied = denial(pool, j)
        if j == last + 1 and not denied and not ACCUSING.isdisjoint(pool.stems[j]):
            last = j  # the accusation goes on
        match = denied or _silence(pool, j)
        if not match or pool.passages[j].orphan:
            continue
        if (denied and j == last + 1) or _are_named(accused, _names(pool, j, match.string[: match.start()])):
            return j
    return None


def denial(pool: Pool, i: int) -> re.Match[str] | None:
    """Where somebody denies something in passage ``i``: "denied that", but neither "denied bail" nor "does not deny"."""
    if DENYING.isdisjoint(pool.stems[i]):
        return None
    text = pool.text(i)
    for match in DENIES.finditer(text):
        if holds_back(text, Span(*match.span()), match[0].lower(), aloud=False):
            return match
    return None


def _are_named(accused: set[str], names: set[str]) -> bool:
    """Whether one of the names is that of somebody accused, or of the land or the people: "Norland" and "Norlandic"."""
    return not accused.isdisjoint(names) or any(
        min(len(one), len(other)) >= LEAST and (one.startswith(other) or other.startswith(one))
        for one in accused
        for other in names
    )


def _silence(pool: Pool, i: int) -> re.Match[str] | None:
    """Where passage ``i`` says that somebody did not answer."""
    return None if UNANSWERING.isdisjoint(pool.stems[i]) else UNANSWERED.search(pool.text(i))


def _names(pool: Pool, i: int, words: str) -> set[str]:
    """The names in ``words`` of passage ``i``, and the one for its pronoun."""
    names = NAME.findall(f"{pool.meant(i) or ''} {words}")
    return {n for n in names if n.lower() not in stop_words("en") and not is_person(n.removesuffix("s"))}
