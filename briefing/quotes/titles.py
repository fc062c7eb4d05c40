"""The words of titles.tsv: offices, callings and honorifics beside a name, and words that no name holds."""

from __future__ import annotations

import functools
import re
from pathlib import Path

from briefing.language.given_names import Gender

UPPER = "A-ZÀ-ÖØ-Þ" + "".join(chr(c) for c in range(0x100, 0x250) if chr(c).isupper())
"""Capitals, as the inside of a class of a pattern."""
GENDERS: dict[str, Gender] = {"f": "f", "m": "m"}
"""As titles.tsv writes them behind a kind."""


@functools.cache
def _kinds() -> dict[str, dict[str, Gender | None]]:
    found: dict[str, dict[str, Gender | None]] = {}
    lines = Path(__file__).with_name("titles.tsv").read_text(encoding="utf-8").splitlines()
    for label, words in (line.split("\t") for line in lines if not line.startswith("#")):
        kind, _, gender = label.partition(" ")
        found.setdefault(kind, {}).update(dict.fromkeys(words.split(), GENDERS.get(gender)))
    return found


@functools.cache
def titles(kind: str) -> dict[str, Gender | None]:
    """The words of one kind, as the comments of titles.tsv explain them, each with its gender."""
    return _kinds()[kind]


@functools.cache
def role_nouns() -> dict[str, Gender | None]:
    """Nouns in small letters that say who somebody is: "minister", "farmer", "wife"."""
    return {**titles("office"), **titles("calling"), **titles("kin")}


@functools.cache
def leaders() -> dict[str, set[str]]:
    """By surname the first names of those whom everybody knows as a president or prime minister."""
    found: dict[str, set[str]] = {}
    for name in titles("leader"):
        first, _, last = name.partition("_")
        found.setdefault(last, set()).add(first)
    return found


@functools.cache
def nicknames() -> dict[str, str]:
    """The first name that a short one stands for: "Ken" for "Kenneth"."""
    return dict(pair.split("_") for pair in titles("nickname"))


PREPOSITION = re.compile(
    r"\s(?:of|for|at|in|to|from|with|on|and|who|that|whose|under|since|based|as|by|during|after|before)\b"
)
LATER = frozenset(["after", "before", "during", "since"])
"""Prepositions behind which stands what somebody is doing at the time: "defender scoring after the break" is no role."""
PERSONAL = re.compile(
    r"(?!(?:ex|as|in|re|con|per|sub|de)s?ist|(?:black|short|wish)list|career|german|human|ottoman|roman)"
    r"\w{2,}(?:ist|eer|man|woman|ologist|ician|person)$"
)
"""Endings that words for people have, and few others."""


PREFIX = re.compile(r"(?:co|ex|vice|then)-")
"""What stands before an office with a hyphen."""


def bare(word: str) -> str:
    """The office without a prefix, in small letters: "director" of "Co-director"."""
    return PREFIX.sub("", word.lower())


@functools.lru_cache(maxsize=1 << 10)
def head_of(role: str) -> str:
    """The noun of a role, in small letters: "minister" of "Norlandic minister of defence".

    A preposition can belong to the name of a body, and "and" to what somebody is the head of: "University of Norland
    history professor", "research and policy director".
    """
    first = PREPOSITION.search(role)
    core = (role[: first.start()] if first else role).split()
    if not core:
        return ""
    if (
        first
        and first[0].strip() not in LATER
        and len(core) > 1
        and core[-1].endswith("ing")
        and is_person(core[-2])
    ):
        core.pop()  # "scientist working on"
    head = core[-1].lower()
    if first and not is_person(head):
        joined = core[-1][0].islower() if first[0].strip() == "and" else core[-1][0].isupper()
        second = PREPOSITION.split(role[first.end() :], maxsplit=1)[0].split()[-1:]
        own = second and (second[0].islower() or bare(second[0]) in titles("office"))
        if joined and own and first[0].strip() in ("and", "of", "for", "at"):
            return second[0].lower() if is_person(second[0]) and not second[0].endswith("s") else head
    return head


def is_person(noun: str) -> bool:
    """Whether the noun is an office, a calling or another word for a person."""
    noun = bare(noun)
    return noun in role_nouns() or noun in titles("person") or bool(PERSONAL.match(noun))


def is_role(role: str) -> bool:
    """Whether the words say who somebody is: their noun is an office, a calling or the like."""
    return is_person(head_of(role))


def is_relation(role: str) -> bool:
    """Whether it says only who somebody is to somebody whom it does not name: "wife", "close friend"."""
    return head_of(role) in titles("kin") and not re.search(r"[’']s? | of ", role)
