"""Who a text introduces: the person of each full name, and of each surname that stands with a title.

A person is introduced once by full name (``names``) and afterwards by surname or role. Two people of one surname are
never merged.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from briefing.language.given_names import Gender, given_names
from briefing.language.words import without_article
from briefing.quotes.capitals import SUFFIXES, may_be_first
from briefing.quotes.names import Named
from briefing.quotes.subjects import is_subject
from briefing.quotes.titles import PREPOSITION, head_of, leaders, nicknames, titles

PERSONAL = re.compile(r"(?:,? who| (?:said|says|told|added|asked|was|had|has))\b|[’']s\b")
"""What follows a surname alone."""
LEADS = re.compile(r"(?<!\bvice )(?<!\bdeputy )\b(?:president|prime minister)$", re.I)
"""The office of somebody whom everybody knows by the surname."""
PRONOUN_BEHIND = re.compile(
    r" sa(?:id|ys)(?: [A-Z][a-z]+day)?(?: that)?(?: (?:although|though|while|if|when))? (s?he)\b"
)
"""The pronoun of a sentence that tells what somebody says of themselves."""
ROYAL = frozenset(["King", "Queen", "Prince", "Princess", "Pope", "Crown Prince", "Crown Princess"])
"""Titles before a first name: "King James" is not LeBron James."""
SPOUSE = re.compile(r"\b(?:wife|husband|first lady)\b", re.I)
"""What shows that the office is that of somebody else in the family."""
PARTICLES = frozenset(["Le", "La", "De", "Del", "Della", "Di", "Du", "Van", "Von"])
"""What a surname of two words begins with."""


class Person(NamedTuple):
    """A person of the text."""

    name: str
    role: str | None
    gender: Gender | None
    certain: bool
    """Whether the text, or the first name, shows that it is a person."""


@functools.lru_cache(maxsize=1 << 12)
def surname(name: str) -> str:
    words = [w for w in name.split() if w not in SUFFIXES]
    return words[-1] if words else name


@functools.lru_cache(maxsize=1 << 12)
def short_names(name: str) -> tuple[str, ...]:
    """The words that somebody is called by: the surname, without its article, and the first name where that is another word."""
    return tuple(dict.fromkeys([without_article(surname(name)), name.split()[0]]))


def fits(one: Gender | None, other: Gender | None) -> bool:
    return one is None or other is None or one == other


def introduced_in(text: str, named: Sequence[Named], shared: Collection[str]) -> dict[str, Person]:
    """The person of each full name, and of each surname that stands with a title and never with a first name.

    "Hillary Clinton" and "Hillary Rodham Clinton" are one; a role is the first that the text gives.
    """
    bearers = _bearers(named)
    persons = _in_full(text, named, bearers)
    by_word: dict[str, list[Person]] = {}
    for person in dict.fromkeys(persons.values()):
        for word in short_names(person.name):
            by_word.setdefault(word, []).append(person)
    titled: dict[str, list[Named]] = {}
    for one in named:
        if " " not in one.name and one.certain and one.name not in shared:
            titled.setdefault(one.name, []).append(one)
    for word, found in titled.items():
        called = without_article(word)
        same = [p for p in by_word.get(called, ()) if short_names(p.name)[0] == called]
        if len(same) == 1:
            persons.update(_with_titles(text, word, found, same[0], bearers[_key(same[0].name)]))
        elif called not in by_word and any(n.role for n in found):
            persons[word] = _person(found, certain=True)
    return persons


def _bearers(named: Sequence[Named]) -> dict[tuple[str, ...], list[Named]]:
    """The places of each full name."""
    bearers: dict[tuple[str, ...], list[Named]] = {}
    for one in named:
        if " " in one.name:
            bearers.setdefault(_key(one.name), []).append(one)
    _join_longer(bearers)
    return bearers


def _in_full(
    text: str, named: Sequence[Named], bearers: dict[tuple[str, ...], list[Named]]
) -> dict[str, Person]:
    """The person of each full name that is certain to be one, or does something."""
    alone = {n.name for n in named if " " not in n.name and PERSONAL.match(text, n.span.end)}
    persons: dict[str, Person] = {}
    for found in bearers.values():
        person = _person(found, certain=any(n.certain for n in found) or surname(found[0].name) in alone)
        if person.certain or any(is_subject(text, n.whole.start, n.span.end) for n in found):
            persons.update({one.name: person for one in found})
    return persons


def _with_titles(
    text: str, word: str, titled: Sequence[Named], person: Person, own: Sequence[Named]
) -> Iterator[tuple[str, Person]]:
    """The person, named in full at the places ``own``, with the titles before the surname that can be theirs, and the namesake
    whose the others are."""
    fitting = [n for n in titled if _may_be(text, n, person, own)]
    whole = _person([*own, *fitting], certain=True)
    for one in own:
        yield one.name, whole
    if other := [n for n in titled if n.role and n not in fitting]:
        namesake = _person(other, certain=True)
        yield f"{namesake.role} {word}", namesake


def _may_be(text: str, titled: Named, person: Person, own: Sequence[Named]) -> bool:
    """Whether a title and a surname can be those of the person, whose full name stands at the places ``own``; "President
    Bush" is not Laura Bush."""
    if not fits(titled.gender, person.gender):
        return False
    if titled.role in ROYAL:
        return titled.name == person.name.split()[0]
    if titled.role is None or any(n.role and is_office(titled.role, n.role) for n in own):
        return True
    leads = LEADS.search(titled.role) and leaders().get(titled.name)
    if leads:
        return person.name.split()[0] in leads
    pronoun = PRONOUN_BEHIND.match(text, titled.span.end)
    known: Gender | None = ("f" if pronoun[1] == "she" else "m") if pronoun else None
    return fits(known, person.gender) and not any(SPOUSE.search(n.whole.of(text)) for n in own)


def _join_longer(bearers: dict[tuple[str, ...], list[Named]]) -> None:
    """ "Lessa Dahl" is "Bernardo Lessa Dahl", where one name alone ends so."""
    longer: dict[str, set[tuple[str, ...]]] = {}
    for key, found in bearers.items():
        for one in found:
            ending = one.name.partition(" ")[2]
            while " " in ending:
                longer.setdefault(ending, set()).add(key)
                ending = ending.partition(" ")[2]
    for key in [k for k in bearers if k[0] not in given_names()]:
        whole = longer.get(bearers[key][0].name, set())
        if (
            len(whole) == 1
            and (known := min(whole)) in bearers
            and (may_be_first(known[0]) or key[0] in PARTICLES)
        ):
            bearers[known] += bearers.pop(key)


def _person(found: Sequence[Named], *, certain: bool) -> Person:
    """What the places say together in which one person is named."""
    return Person(
        max((n.name for n in found), key=lambda name: name.count(" ")),
        min([n.role for n in found if n.role], key=_is_past, default=None),
        next(filter(None, [n.gender for n in found]), None),
        certain,
    )


def _is_past(role: str) -> bool:
    """Whether somebody had the role only at the time that is told of: "then-Senator"."""
    return role.lower().startswith("then")


def _key(name: str) -> tuple[str, ...]:
    """First name, surname and "Jr.": what must be the same in two names of one person."""
    words = name.split()
    return (
        nicknames().get(words[0], words[0]),
        short_names(name)[0],
        *(w.rstrip(".") for w in words if w in SUFFIXES),
    )


def is_office(office: str, role: str) -> bool:
    """Whether ``office`` may stand for ``role``: the same noun, no word that is not in it, none left out that matters."""
    wanted, held = office.lower().replace("-", " ").split(), role.lower().replace("-", " ").split()
    core = PREPOSITION.split(role.lower().replace("-", " "), maxsplit=1)[0].split()
    left_out = set(core) - set(wanted)
    return (
        set(wanted) <= set(held)
        and head_of(office) == head_of(role)
        and left_out.isdisjoint(titles("restrictive"))
    )
