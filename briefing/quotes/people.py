"""Who a mention is: the fullest name that the text gives, and the role as the text words it.

A person is introduced once by full name (``names``) and afterwards by surname, pronoun or role. Two people of one
surname are never merged, and a pronoun with more than one possible person stays a pronoun: a wrong name is worse than
none.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.language.given_names import Gender
from briefing.language.rarity import zipf_table
from briefing.model import Document, Span
from briefing.quotes.cues import forces
from briefing.quotes.marks import quoted_spans
from briefing.quotes.names import SUFFIXES, Named, names_in
from briefing.quotes.titles import PREPOSITION, head_of, role_nouns, titles

GENDERS: dict[str, Gender] = {"he": "m", "she": "f"}
PERSONAL = re.compile(r"(?:,? who| (?:said|says|told|added|asked|was|had|has))\b|[’']s\b")
"""What follows a surname alone."""
NOUNS = frozenset(
    ["states", "claims", "reports", "notes", "calls", "demands", "offers", "comments", "answers", "promises"]
)
"""Forms of reporting verbs that are nouns as often: "the member states"."""
SPEAKING = re.compile(r"(?<![\w’'-])(?P<who>[A-Z][\w-]+)(?= (?P<verb>[a-z]+)\b)")
"""Somebody whose name could be a word like others, as in "Cuban said"."""
PREDICATE = re.compile(r" [a-z]")
POSSESSIVE = re.compile(r"[’'](?:s\b)?")
FEMALE = frozenset(["she", "her", "hers", "herself"])
GENDERED = re.compile(r"\b(?:he|his|him|himself|she|hers?|herself)\b", re.I)
PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
OPENING = re.compile(r"(?:He|She)(?=[ ,])")
SENTENCE_START = re.compile(r"(?:^|[.!?:][\"”’)]*\s+|[\"”’]\s)(?:[^.!?\n]{0,80}, )?(?:[\w’'.-]+ ){0,1}$")
NAMELESS = r"(?<!, )\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w-]+ )?{}\b(?!, [A-Z])"
INVERTED = re.compile(
    r"\b(?:said|says|added|adds|asked|replied|wrote|explained|insisted|argued|recalled|noted|[A-Z]\w+,? and)\s+$"
)
"""What stands before a subject: "said Dahl" ("told Dahl" names the one who was told), "Lund and Dahl said"."""
REACH = 4
"""Paragraphs back in which a pronoun's person may be named, if those between are nothing but quotations."""
SPEAKS = re.compile(r"\w\W+\w")
JOINING = frozenset(["of", "for", "to", "with", "from", "and", "or", "by", "at", "in", "on", "about"])
"""Words that make the name behind them part of a phrase about somebody else: "a spokesman for Dahl"."""
LEAD = 3
"""Words that may stand before a name and its title: "the late", "a more cautious"."""
WINDOW = 30
"""Mentions of a paragraph that are looked at."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the text."""

    name: str
    role: str | None
    gender: Gender | None
    certain: bool
    """Whether the text, or the first name, shows that it is a person."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place outside quotations where somebody is spoken of."""

    start: int
    end: int
    person: Person | None
    """``None``: somebody without a name."""
    gender: Gender | None
    subject: bool
    """Whether a sentence opens with it, or it stands beside a verb of saying."""
    pronoun: bool = False


class People:
    """The people of one document."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.paragraphs = [block.span for block in document.body]
        self.named = [n for span in self.paragraphs for n in names_in(self.text, span)]
        self.quoted = [q for span in self.paragraphs for q in quoted_spans(self.text, span)]
        self._know(_persons(self.text, self.named))
        self._know(self._with_genders())
        self.offices: dict[str, Person | None] = {}
        self.mentions: list[Mention] = []
        self.starts: list[int] = []
        self.meant: dict[int, Person | None] = {}
        self._follow()

    def _follow(self) -> None:
        """Read the mentions in order, so that a pronoun looks back at those whom earlier pronouns stand for."""
        for mention in _outside(
            sorted([*self._mentions(), *self._pronouns()], key=lambda m: m.start), self.quoted
        ):
            if mention.pronoun:
                person = self.antecedent(mention.start)
                self.meant[mention.start] = person
                mention = replace(mention, person=person)
            self.mentions.append(mention)
            self.starts.append(mention.start)

    def _know(self, persons: dict[str, Person]) -> None:
        self.persons = persons
        self.by_word: dict[str, list[Person]] = {}
        for person in dict.fromkeys(persons.values()):
            for word in {_surname(person.name), person.name.split()[0]}:
                self.by_word.setdefault(word, []).append(person)

    def _with_genders(self) -> dict[str, Person]:
        """The persons, with the gender of the pronouns in paragraphs that name nobody else, where it was not known."""
        tally: dict[str, list[int]] = {}
        named = iter(self.named)
        at = next(named, None)
        for paragraph in self.paragraphs:
            people = set()
            while at and at.span.start < paragraph.end:
                people.add(self.person(at))
                at = next(named, None)
            people.discard(None)
            if len(people) == 1 and (person := people.pop()) and person.gender is None:
                count = tally.setdefault(person.name, [0, 0])
                for match in GENDERED.finditer(_unquoted(self.text, paragraph, self.quoted)):
                    count[match.group().lower() in FEMALE] += 1
        learnt: dict[str, Gender] = {
            name: "f" if women else "m" for name, (men, women) in tally.items() if bool(men) != bool(women)
        }
        return {
            key: replace(person, gender=person.gender or learnt.get(person.name))
            for key, person in self.persons.items()
        }

    def resolve(self, mention: Span) -> tuple[str, str | None]:
        """Full name and role of ``mention``; the words themselves where the text does not tell more."""
        words = " ".join(mention.of(self.text).split())
        low = words.lower()
        if low in GENDERS:
            person = self.meant.get(mention.start)
            return (person.name, person.role) if person else (words, None)
        if low == "who":
            return self._before_who(mention.start)
        if words.isupper() and " " not in words:
            words = next((w for w in self.by_word if w.upper() == words), words)
        named = list(names_in(self.text, mention))
        named = [
            n
            for n in named
            if not any(n is not o and o.whole.start <= n.span.start < o.whole.end for o in named)
        ]
        if not named:
            person = self._sole(words, None, None) or self._apposed(mention) or self.by_role(words)
            return (person.name, person.role) if person else (words, None)
        if len(named) == 1 and not self._clings(mention, named[0]):
            return self._named(words, named[0])
        return words, None

    def _named(self, words: str, named: Named) -> tuple[str, str | None]:
        person = self.person(named)
        if person:
            return person.name, person.role or named.role
        if " " in named.name or named.role:
            return named.name, named.role
        return words, None

    def _clings(self, mention: Span, named: Named) -> bool:
        """Whether the phrase speaks of somebody else than it names: "Dahl’s lawyer", "a spokesman for Dahl"."""
        tail = self.text[named.span.end : mention.end]
        lead = self.text[mention.start : named.whole.start].lower().split()
        return bool(POSSESSIVE.match(tail)) or len(lead) > LEAD or not JOINING.isdisjoint(lead)

    def person(self, named: Named) -> Person | None:
        """Who is named there: by full name, or by a surname or first name that only one person has."""
        return self.persons.get(named.name) or self._sole(named.name, named.role, named.gender)

    def _sole(self, word: str, role: str | None, gender: Gender | None) -> Person | None:
        """The one person with this surname or first name whom title and honorific do not rule out."""
        found = self.by_word.get(word, [])
        surnamed = [p for p in found if _surname(p.name) == word]
        fitting = [p for p in surnamed or found if _fits(p.gender, gender)]
        if role and len(fitting) > 1:
            fitting = [p for p in fitting if p.role and _is_office(role, p.role)]
        if gender and len(fitting) > 1:
            fitting = [p for p in fitting if p.gender == gender]
        return fitting[0] if len(fitting) == 1 else None

    def _apposed(self, mention: Span) -> Person | None:
        """``its director, Petra Oyelaran, said``: the name behind the comma."""
        if (
            head_of(mention.of(self.text)) not in role_nouns()
            or self.text[mention.end : mention.end + 2] != ", "
        ):
            return None
        behind = next(names_in(self.text, Span(mention.end + 2, min(len(self.text), mention.end + 80))), None)
        return self.persons.get(behind.name) if behind and behind.whole.start == mention.end + 2 else None

    def by_role(self, words: str) -> Person | None:
        """``the secretary of state``: the one person whose office it is, where no nameless one has it too."""
        article, _, office = words.partition(" ")
        if article.lower() != "the" or not office:
            return None
        if office not in self.offices:
            fitting = [
                p for p in dict.fromkeys(self.persons.values()) if p.role and _is_office(office, p.role)
            ]
            alone = len(fitting) == 1 and not re.search(NAMELESS.format(re.escape(office)), self.text)
            self.offices[office] = fitting[0] if alone else None
        return self.offices[office]

    def _before_who(self, at: int) -> tuple[str, str | None]:
        """``Lena Dahl, who said``, ``a man who said``: what stands before the "who"."""
        left = self.text[max(0, at - 80) : at].rstrip(" ,")
        end = max(0, at - 80) + len(left)
        last = bisect.bisect_left(self.starts, at) - 1
        person = self.mentions[last].person if last >= 0 else None
        if (
            person
            and self.text[self.starts[last] : end].endswith(_surname(person.name))
            and end - self.starts[last] < 60
        ):
            return person.name, person.role
        phrase = list(somebody().finditer(left))[-1:]
        return (phrase[0].group(), None) if phrase and phrase[0].end() == len(left) else ("who", None)

    def _mentions(self) -> Iterator[Mention]:
        """Everyone spoken of outside quotations."""
        for named in self.named:
            person = self.person(named)
            gender = person.gender if person else named.gender
            possessive = POSSESSIVE.match(self.text, named.span.end)
            subject = not possessive and _is_subject(self.text, named.whole.start, named.span.end)
            stranger = subject and PREDICATE.match(self.text, named.span.end) and _is_rare(named.name)
            if person or named.role or stranger:
                yield Mention(named.span.start, named.span.end, person, gender, subject)
        ends = {named.span.end for named in self.named}
        for paragraph in self.paragraphs:
            for match in SPEAKING.finditer(self.text, paragraph.start, paragraph.end):
                known = match.end("who") in ends or match.group("who") in titles("opener")
                if not known and match.group("verb") in forces():
                    yield Mention(match.start(), match.end("who"), None, None, True)
        following = iter(self.named)
        beside = next(following, None)
        for paragraph in self.paragraphs:
            for match in somebody().finditer(self.text, paragraph.start, paragraph.end):
                while beside and beside.whole.end < match.end():
                    beside = next(following, None)
                if beside is None or match.end() < beside.whole.start:
                    person = self.by_role(" ".join(match.group().split()))
                    gender = person.gender if person else somebody_gender(match.group("noun"))
                    subject = _is_subject(self.text, match.start(), match.end())
                    yield Mention(match.start(), match.end(), person, gender, subject)

    def _pronouns(self) -> Iterator[Mention]:
        for paragraph in self.paragraphs:
            for match in PRONOUN.finditer(self.text, paragraph.start, paragraph.end):
                subject = _is_subject(self.text, match.start(), match.end())
                gender = GENDERS[match.group().lower()]
                yield Mention(match.start(), match.end(), None, gender, subject, pronoun=True)

    def antecedent(self, at: int, *, alone: bool = False) -> Person | None:
        """The person whom "he" or "she" at ``at`` stands for, where only one can be meant.

        ``alone``: nobody else is mentioned there who could be, not even in passing.
        """
        gender: Gender = "f" if self.text[at] in "Ss" else "m"
        number = bisect.bisect_right(self.paragraphs, at, key=lambda span: span.start) - 1
        end = at
        for paragraph in reversed(self.paragraphs[max(0, number - REACH) : number + 1]):
            last = bisect.bisect_left(self.starts, end)
            first = max(bisect.bisect_left(self.starts, paragraph.start), last - WINDOW)
            held = [m for m in self.mentions[first:last] if _fits(m.gender, gender)]
            if held and held[-1].end == at - 2 and self.text[at - 2 : at] == ", ":
                held = [m for m in held if m.person != held[-1].person]  # "Dahl, he said, is a liar"
            if any(m.person or m.subject for m in held):
                several = len({m.person.name if m.person else "" for m in held}) > 1
                return None if alone and several else _only(held)
            if end != at and SPEAKS.search(_unquoted(self.text, paragraph, self.quoted)):
                return None
            end = paragraph.start
        return None

    def short(self, person: Person) -> str:
        """The surname, where it is nobody else's and the role says who that is; else the full name."""
        surname = _surname(person.name)
        return surname if person.role and self.by_word[surname] == [person] else person.name


@functools.cache
def somebody() -> re.Pattern[str]:
    """``a farmer``, ``the old minister``: somebody without a name."""
    nouns = "|".join(map(re.escape, [*role_nouns(), *titles("person")]))
    return re.compile(
        rf"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er) (?P<role>(?:[\w-]+ ){{0,2}}?(?P<noun>{nouns})\b)"
    )


def somebody_gender(noun: str) -> Gender | None:
    return role_nouns().get(noun) or titles("person").get(noun)


def _only(held: list[Mention]) -> Person | None:
    """The one of those mentioned who can be meant: nobody else is there, or the one of whom the sentences tell."""
    people = {m.person.name for m in held if m.person and m.person.certain}
    told = {m.person.name if m.person else "" for m in held if m.subject}
    if len(people) == 1:
        last = max(i for i, m in enumerate(held) if m.person and m.person.name in people)
        rivals = held[last + 1 :] if people & told else held
        return None if any(m.subject for m in rivals) else held[last].person
    subject = next((m.person for m in held if m.subject), None)
    return subject if len(told) == 1 and subject and subject.certain else None


def _is_subject(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 100) : start]
    behind = (text[end : end + 30].split() or [""])[0]
    return (behind in forces() and behind not in NOUNS) or bool(
        INVERTED.search(before) or SENTENCE_START.search(before)
    )


def _persons(text: str, named: list[Named]) -> dict[str, Person]:
    """The person of each full name, and of each surname that stands with a title and never with a first name.

    "Hillary Clinton" and "Hillary Rodham Clinton" are one; a role is the first that the text gives.
    """
    alone = {n.name for n in named if " " not in n.name and PERSONAL.match(text, n.span.end)}
    bearers: dict[tuple[str, ...], list[Named]] = {}
    for one in named:
        if " " in one.name:
            bearers.setdefault(_key(one.name), []).append(one)
    persons: dict[str, Person] = {}
    short: dict[str, list[Person]] = {}
    for found in bearers.values():
        person = _person(found, certain=any(n.certain for n in found) or _surname(found[0].name) in alone)
        if person.certain or any(_is_subject(text, n.whole.start, n.span.end) for n in found):
            persons.update({one.name: person for one in found})
            for word in {_surname(person.name), person.name.split()[0]}:
                short.setdefault(word, []).append(person)
    titled: dict[str, list[Named]] = {}
    for one in named:
        if " " not in one.name and one.certain:
            titled.setdefault(one.name, []).append(one)
    for word, found in titled.items():
        same = [p for p in short.get(word, ()) if _surname(p.name) == word]
        if len(same) == 1:
            fitting = [n for n in found if _fits(n.gender, same[0].gender)]
            person = _person([*bearers[_key(same[0].name)], *fitting], certain=True)
            persons.update({one.name: person for one in bearers[_key(same[0].name)]})
        elif word not in short and any(n.role for n in found):
            persons[word] = _person(found, certain=True)
    return persons


def _person(found: list[Named], *, certain: bool) -> Person:
    """What the places say together in which one person is named."""
    return Person(
        max((n.name for n in found), key=lambda name: name.count(" ")),
        next((n.role for n in found if n.role), None),
        next((n.gender for n in found if n.gender), None),
        certain,
    )


def _key(name: str) -> tuple[str, ...]:
    """First name, surname and "Jr.": what must be the same in two names of one person."""
    words = name.split()
    return words[0], _surname(name), *(w.rstrip(".") for w in words if w in SUFFIXES)


def _unquoted(text: str, paragraph: Span, quotes: list[Span]) -> str:
    """What the paragraph says outside quotations."""
    first = bisect.bisect_left(quotes, paragraph.start, key=lambda quote: quote.start)
    last = bisect.bisect_left(quotes, paragraph.end, key=lambda quote: quote.start)
    ends = [paragraph.start, *(q.end for q in quotes[first:last])]
    starts = [*(q.start for q in quotes[first:last]), paragraph.end]
    return " ".join(text[a:b] for a, b in zip(ends, starts, strict=True))


def _is_rare(word: str) -> bool:
    """Whether it is no common word of the language, so that it may be somebody's name."""
    return word.lower() not in zipf_table("en")


def _outside(mentions: list[Mention], quotes: list[Span]) -> list[Mention]:
    """The mentions that stand in no quotation; both are in order."""
    kept, at = [], 0
    for mention in mentions:
        while at < len(quotes) and quotes[at].end <= mention.start:
            at += 1
        if at == len(quotes) or mention.start < quotes[at].start:
            kept.append(mention)
    return kept


def _surname(name: str) -> str:
    words = [w for w in name.split() if w not in SUFFIXES]
    return words[-1] if words else name


def _fits(one: Gender | None, other: Gender | None) -> bool:
    return one is None or other is None or one == other


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


@functools.lru_cache(maxsize=8)
def people_in(document: Document) -> People:
    """The people of one document, found once for its quotations, its claims and its roles."""
    return People(document)


def opening_pronouns(document: Document, starts: Iterable[int]) -> dict[int, str]:
    """Whom "He" or "She" at these places stands for, by the name to show, where that is certain."""
    people = people_in(document)
    found = {}
    for start in starts:
        if start in people.meant and OPENING.match(document.text, start):
            person = people.antecedent(start, alone=True)
            if person and person.gender:
                found[start] = people.short(person)
    return found


def introduced(document: Document) -> dict[str, str]:
    """The people whom the body gives by full name and with a role, in the order found."""
    persons = people_in(document).persons.values()
    return {person.name: person.role for person in persons if person.role and " " in person.name}
