"""The persons of a text, and who of them is meant by a surname, a first name or an office: each by the fullest name that
the text gives, with the role as it words it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from briefing.language.given_names import Gender, given_names
from briefing.language.places import countries
from briefing.language.words import without_article
from briefing.lazy import lazy
from briefing.quotes.introductions import Person, fits, introduced_in, is_office, short_names, surname
from briefing.quotes.names import Named
from briefing.quotes.paragraphs import Paragraph

FEMALE = frozenset(["she", "her", "hers", "herself"])
GENDERED = re.compile(r"\b(?:he|his|him|himself|she|hers?|herself)\b", re.I)
HIS = re.compile(r"[^.!?\n“”\"]{0,200}?\b(?:he|his|himself|she|hers?|herself)\b")
"""What follows the name of somebody in their sentence."""
COUPLE = re.compile(r"(?:\b([A-ZÀ-Þ][\w-]+) )?\b([A-ZÀ-Þ][\w-]+) (?:and|&) $")
"""What stands before the second first name in "Joe and Hunter Biden", and the first name of "Lena Grant and Anna Dahl"."""
NAMELESS = re.compile(r"(?<!, )\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w-]{1,40} )?$")
"""What stands before the office of somebody without a name."""
NAMED_BEHIND = re.compile(r"\w|, [A-Z]")
WINDOW = 60
"""Characters before an office that are looked at."""


class Persons:
    """The persons of one text, and who is meant by a surname, a first name or an office."""

    def __init__(self, text: str, named: Sequence[Named], paragraphs: Sequence[Paragraph]) -> None:
        self.text = text
        self.names = named
        self.shared = _shared(text, named)
        """Surnames that the text gives to two people at once."""
        self._know(introduced_in(text, named, self.shared))
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
            for word in short_names(person.name):
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
        surnamed = [p for p in found if short_names(p.name)[0] == called]
        fitting = [p for p in surnamed or found if fits(p.gender, gender)]
        if role and len(fitting) > 1:
            fitting = [p for p in fitting if p.role and is_office(role, p.role)]
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
                p for p in dict.fromkeys(self.by_name.values()) if p.role and is_office(office, p.role)
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
