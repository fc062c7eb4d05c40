"""The people whom a text introduces: each by the fullest name that it gives, with the role as the text words it.

A person is introduced once by full name (``names``) and afterwards by surname or role. Two people of one surname are
never merged.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from briefing.language.given_names import Gender, given_names
from briefing.language.places import countries
from briefing.language.words import without_article
from briefing.lazy import lazy
from briefing.quotes.capitals import SUFFIXES, may_be_first
from briefing.quotes.names import Named
from briefing.quotes.paragraphs import Paragraph
from briefing.quotes.subjects import is_subject
from briefing.quotes.titles import PREPOSITION, head_of, leaders, nicknames, titles

PERSONAL = re.compile(r"(?:,? who| (?:said|says|told|added|asked|was|had|has))\b|[’']s\b")
"""What follows a surname alone."""
FEMALE = frozenset(["she", "her", "hers", "herself"])
GENDERED = re.compile(r"\b(?:he|his|him|himself|she|hers?|herself)\b", re.I)
HIS = re.compile(r"[^.!?\n“”\"]{0,200}?\b(?:he|his|himself|she|hers?|herself)\b")
"""What follows the name of somebody in their sentence."""
COUPLE = re.compile(r"(?:\b([A-ZÀ-Þ][\w-]+) )?\b([A-ZÀ-Þ][\w-]+) (?:and|&) $")
"""What stands before the second first name in "Joe and Hunter Biden", and the first name of "Lena Grant and Anna Dahl"."""
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
NAMELESS = re.compile(r"(?<!, )\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w-]{1,40} )?$")
"""What stands before the office of somebody without a name."""
NAMED_BEHIND = re.compile(r"\w|, [A-Z]")
WINDOW = 60
"""Characters before an office that are looked at."""


class Person(NamedTuple):
    """A person of the text."""

    name: str
    role: str | None
    gender: Gender | None
    certain: bool
    """Whether the text, or the first name, shows that it is a person."""


class Persons:
    """The persons of one text, and who is meant by a surname, a first name or an office."""

    def __init__(self, text: str, named: Sequence[Named], paragraphs: Sequence[Paragraph]) -> None:
        self.text = text
        self.names = named
        self.shared = _shared(text, named)
        """Surnames that the text gives to two people at once."""
        self._know(_introduced(text, named, self.shared))
        if learnt := self._genders(named, paragraphs):
            self._know(
                {
                    key: person if person.gender else person._replace(gender=learnt.get(person.name))
                    for key, person in self.by_name.items()
                }
            )
        self.offices: dict[str, Person | None] = {}

    def _know(self, by_name: dict[str, Person]) -> None:
        self.by_name = by_name
        self.by_word: dict[str, list[Person]] = {}
        for person in dict.fromkeys(by_name.values()):
            for word in _called(person.name):
                if word not in countries():
                    self.by_word.setdefault(word, []).append(person)

    def _genders(self, named: Sequence[Named], paragraphs: Sequence[Paragraph]) -> dict[str, Gender]:
        """By name the gender of those of whom it was not known, by the pronouns in paragraphs that name nobody else."""
        tally: dict[str, list[int]] = {}
        places = iter(named)
        at = next(places, None)
        for paragraph in paragraphs:
            people = set()
            while at and at.span.start < paragraph.span.end:
                people.add(self.named(at))
                at = next(places, None)
            people.discard(None)
            if len(people) == 1 and (person := people.pop()) and person.gender is None:
                count = tally.setdefault(person.name, [0, 0])
                for match in GENDERED.finditer(unquoted(paragraph)):
                    count[match.group().lower() in FEMALE] += 1
        return {
            name: "f" if women else "m" for name, (men, women) in tally.items() if bool(men) != bool(women)
        }

    @lazy
    def strangers(self) -> frozenset[str]:
        """Surnames of those whom the text introduces nowhere, however common the word: "Swift tried ..." is about somebody
        where the text has "for Swift", never "in Swift", and "her" in a sentence that opens with that name."""
        text = self.text
        places: set[str] = set()
        within: set[str] = set()
        owners: set[str] = set()
        for one, behind in itertools.pairwise([*self.names, None]):
            if one is None or " " in one.name or without_article(one.name) in self.by_word:
                continue
            start = one.whole.start
            if text[max(0, start - 2) : start - 1].islower():
                (places if text.endswith(" in ", 0, start) else within).add(one.name)
            elif HIS.match(text, one.span.end, behind.whole.start if behind else len(text)):
                owners.add(one.name)
        return frozenset(within & owners - places)

    def named(self, named: Named) -> Person | None:
        """Who is named there: by full name, or by a surname or first name that only one person has."""
        return self.by_name.get(named.name) or self.sole(named.name, named.role, named.gender)

    def sole(self, word: str, role: str | None = None, gender: Gender | None = None) -> Person | None:
        """The one person with this surname or first name whom title and honorific do not rule out."""
        called = without_article(word)
        found = self.by_word.get(called)
        if not found or word in self.shared:
            return None
        surnamed = [p for p in found if _called(p.name)[0] == called]
        fitting = [p for p in surnamed or found if fits(p.gender, gender)]
        if role and len(fitting) > 1:
            fitting = [p for p in fitting if p.role and _is_office(role, p.role)]
        if gender and len(fitting) > 1:
            fitting = [p for p in fitting if p.gender == gender]
        return fitting[0] if len(fitting) == 1 else None

    @lazy
    def firsts(self) -> dict[str, int]:
        """Where each person is first named."""
        found: dict[str, int] = {}
        for one in self.names:
            if person := self.named(one):
                found.setdefault(person.name, one.whole.start)
        return found

    def by_role(self, words: str, at: int) -> Person | None:
        """``the secretary of state``: the one person whose office it is, if the text has named them before the place ``at``, and
        no nameless one has it too."""
        article, _, office = words.partition(" ")
        if article.lower() != "the" or not office:
            return None
        if office not in self.offices:
            fitting = [
                p for p in dict.fromkeys(self.by_name.values()) if p.role and _is_office(office, p.role)
            ]
            alone = len(fitting) == 1 and not _is_nameless(self.text, office)
            self.offices[office] = fitting[0] if alone else None
        person = self.offices[office]
        return person if person and self.firsts.get(person.name, at) < at else None

    def short(self, person: Person) -> str:
        """The surname, where it is nobody else's and the role says who that is; else the full name."""
        word = surname(person.name)
        return word if person.role and self.by_word.get(without_article(word)) == [person] else person.name


def _is_nameless(text: str, office: str) -> bool:
    """Whether the text speaks of "a" or "another" one with this office, and does not name them."""
    at = text.find(office)
    while at >= 0:
        end = at + len(office)
        if NAMELESS.search(text, max(0, at - WINDOW), at) and not NAMED_BEHIND.match(text, end):
            return True
        at = text.find(office, end)
    return False


@functools.lru_cache(maxsize=1 << 12)
def surname(name: str) -> str:
    words = [w for w in name.split() if w not in SUFFIXES]
    return words[-1] if words else name


@functools.lru_cache(maxsize=1 << 12)
def _called(name: str) -> tuple[str, ...]:
    """The words that somebody is called by: the surname, without its article, and the first name where that is another word."""
    return tuple(dict.fromkeys([without_article(surname(name)), name.split()[0]]))


def fits(one: Gender | None, other: Gender | None) -> bool:
    return one is None or other is None or one == other


def unquoted(paragraph: Paragraph) -> str:
    """What the paragraph says outside quotations."""
    ends = [paragraph.span.start, *(q.end for q in paragraph.quotes)]
    starts = [*(q.start for q in paragraph.quotes), paragraph.span.end]
    return " ".join(paragraph.text[a:b] for a, b in zip(ends, starts, strict=True))


def _shared(text: str, named: Sequence[Named]) -> frozenset[str]:
    """The surnames in "Joe and Hunter Biden"."""
    behind = [one for one in named if text.endswith(("and ", "& "), 0, one.span.start)]
    couples = [
        (one, COUPLE.search(text, max(0, one.span.start - WINDOW), one.span.start))
        for one in behind
        if one.name.count(" ") == 1
    ]
    return frozenset(
        surname(one.name)
        for one, first in couples
        if first and first[2] in given_names() and first[1] not in given_names()
    )


def _introduced(text: str, named: Sequence[Named], shared: Collection[str]) -> dict[str, Person]:
    """The person of each full name, and of each surname that stands with a title and never with a first name.

    "Hillary Clinton" and "Hillary Rodham Clinton" are one; a role is the first that the text gives.
    """
    bearers = _bearers(named)
    persons = _in_full(text, named, bearers)
    by_word: dict[str, list[Person]] = {}
    for person in dict.fromkeys(persons.values()):
        for word in _called(person.name):
            by_word.setdefault(word, []).append(person)
    titled: dict[str, list[Named]] = {}
    for one in named:
        if " " not in one.name and one.certain and one.name not in shared:
            titled.setdefault(one.name, []).append(one)
    for word, found in titled.items():
        called = without_article(word)
        same = [p for p in by_word.get(called, ()) if _called(p.name)[0] == called]
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
    if titled.role is None or any(n.role and _is_office(titled.role, n.role) for n in own):
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
        _called(name)[0],
        *(w.rstrip(".") for w in words if w in SUFFIXES),
    )


def _is_office(office: str, role: str) -> bool:
    """Whether ``office`` may stand for ``role``: the same noun, no word that is not in it, none left out that matters."""
    wanted, held = office.lower().replace("-", " ").split(), role.lower().replace("-", " ").split()
    core = PREPOSITION.split(role.lower().replace("-", " "), maxsplit=1)[0].split()
    left_out = set(core) - set(wanted)
    return (
        set(wanted) <= set(held)
        and head_of(office) == head_of(role)
        and left_out.isdisjoint(titles("restrictive"))
    )
