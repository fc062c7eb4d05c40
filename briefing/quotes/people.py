"""Who a mention is: the fullest name that the text gives, and the role as the text words it.

Those whom the text introduces are in ``persons``, those for whom pronouns stand in ``antecedents``. What the text leaves
open stays the words that it uses: a wrong name is worse than none.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Iterable, Iterator

from briefing.language.words import stop_words
from briefing.model import Document, Span
from briefing.quotes.antecedents import Antecedents
from briefing.quotes.cues import forces
from briefing.quotes.embedding import SPEECH
from briefing.quotes.mentions import GENDERS, NOUN, POSSESSIVE, Mention, mentions_in, somebody
from briefing.quotes.names import Named, names_in
from briefing.quotes.paragraphs import Paragraph, paragraphs_in
from briefing.quotes.persons import Person, Persons, surname
from briefing.quotes.titles import head_of, role_nouns

OPENING = re.compile(r"(?:He|She)(?=[ ,])")
JOINING = frozenset(["of", "for", "to", "with", "from", "and", "or", "by", "at", "in", "on", "about"])
"""Words that make the name behind them part of a phrase about somebody else: "a spokesman for Dahl"."""
OWNER = re.compile(r"[’']s?$")
OWNED = re.compile(r"\s([a-z][\w-]*(?:\s[a-z][\w-]*){0,2}?)(?:(,\s)|(?=\s|[.,;:]))")
"""What somebody has: the words behind the owner, and the comma of an apposition."""
ENDS = re.compile(r"\b[A-Z](?!nc\b|orp\b|o\b|td\b|r\b)[a-z]{1,3}\.$")
"""A short name at the end of a sentence, whose full stop could be that of an abbreviation."""
PARTY = re.compile(r"[A-Z]-[A-Z][\w.]*")
"""The party and the state of somebody, behind the name."""
LEAD = 3
"""Words that may stand before a name and its title: "the late", "a more cautious"."""

Who = tuple[str, str | None]
"""Name and role."""


def _mentions(
    named: list[Named], ends: list[int], persons: Persons, paragraph: Paragraph
) -> Iterator[Mention]:
    """The mentions of a paragraph; ``ends``: where each of the names ends."""
    first = bisect.bisect_left(ends, paragraph.span.start)
    last = bisect.bisect_right(ends, paragraph.span.end, first)
    return mentions_in(paragraph, named[first:last], persons)


class People:
    """The people of one document."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        paragraphs = paragraphs_in(document)
        named = [n for p in paragraphs for n in names_in(self.text, p.span)]
        self.named = named
        self.ends = [n.span.end for n in named]
        self.persons = Persons(self.text, named, paragraphs)
        # No method of its own: what refers to itself is freed late, by the search for garbage.
        self.antecedents = Antecedents(
            paragraphs, functools.partial(_mentions, named, self.ends, self.persons)
        )
        self.resolved: dict[tuple[int, int], Who] = {}

    def resolve(self, mention: Span) -> Who:
        """Full name and role of ``mention``; the words themselves where the text does not tell more."""
        key = mention.start, mention.end
        if key not in self.resolved:
            self.resolved[key] = self._resolve(mention)
        return self.resolved[key]

    def _resolve(self, mention: Span) -> Who:
        if ENDS.search(self.text, mention.start, mention.end):
            mention = Span(mention.start, mention.end - 1)
        beside = self._beside(mention)
        if beside:
            return self._named(beside.name, beside)
        owner = OWNER.search(mention.of(self.text))
        if owner:
            whose = OWNED.match(self.text, mention.end)
            if whose and whose[1] not in SPEECH:
                return self._owned(mention, whose)
            mention = Span(mention.start, mention.start + owner.start())
        words = " ".join(mention.of(self.text).split())
        low = words.lower()
        if low in GENDERS:
            pronoun = self.antecedents.pronoun(mention.start)
            return _who(pronoun.person if pronoun else None, words)
        if words in ("who", "Who"):
            return self._before_who(mention.start)
        if words.isupper():  # labels of a transcript: "MINISTER ELSA TROND", "TROND"
            known = itertools.chain(self.persons.by_name, self.persons.by_word)
            words = next((w for w in known if f" {words}".endswith(f" {w.upper()}")), words)
            if words in self.persons.by_name:
                return _who(self.persons.by_name[words], words)
        named = names_in(self.text, mention)
        named = [
            n
            for n in named
            if not any(n is not o and o.whole.start <= n.span.start < o.whole.end for o in named)
        ]
        named = [n for i, n in enumerate(named) if not (i and self._is_place(named[i - 1], n))]
        if not named:
            return _who(
                self.persons.sole(words) or self._apposed(mention) or self.persons.by_role(words), words
            )
        if len(named) == 1 and not self._clings(mention, named[0]):
            return self._named(words, named[0])
        return words, None

    def _owned(self, mention: Span, whose: re.Match[str]) -> Who:
        """``Tuck’s successor, Nadia Rahman, said``: not Tuck, but the name behind the comma, or else the words."""
        behind = bisect.bisect_right(self.ends, whose.end())
        named = self.named[behind] if behind < len(self.named) else None
        if named and whose.group(2) and named.whole.start == whose.end():
            return self._named(named.name, named)
        return " ".join(self.text[mention.start : whose.end(1)].split()), None

    def _beside(self, mention: Span) -> Named | None:
        """The name whose role the mention is a part of: "Norland’s foreign minister, Eva Holm, said", and behind it
        "Eva Holm, chair of the council:" and "Senator Eva Holm (D-Mass.) said"."""
        at = bisect.bisect_right(self.ends, mention.end)
        behind = self.named[at] if at < len(self.named) else None
        if behind and behind.whole.start < mention.end <= behind.span.start:
            return behind if behind.role or behind.certain else None
        first = bisect.bisect_right(self.ends, mention.start)
        before = self.named[first - 1] if first else None
        if before and mention.end <= before.whole.end:
            return before if before.role else None
        if before and self.text[before.whole.end : mention.start] in (" (", ", "):
            return before if before.certain and PARTY.match(self.text, mention.start) else None
        return None

    def _named(self, words: str, named: Named) -> Who:
        person = self.persons.named(named)
        if person:
            return person.name, person.role or named.role
        if " " in named.name or named.role:
            return named.name, named.role
        return words, None

    def _is_place(self, person: Named, named: Named) -> bool:
        """Whether a single name says where the person before it is from: "Defence Minister Luc Perrin of Galland"."""
        between = self.text[person.span.end : named.span.start]
        place = between.startswith((" of ", " from ")) and "," not in between
        return place and person.certain and not (named.certain or " " in named.name)

    def _clings(self, mention: Span, named: Named) -> bool:
        """Whether the phrase speaks of somebody else than it names: "Dahl’s lawyer", "a spokesman for Dahl", "a Dahl aide"."""
        tail = self.text[named.span.end : mention.end]
        lead = self.text[mention.start : named.whole.start].lower().split()
        noun = NOUN.match(tail)
        return (
            bool(POSSESSIVE.match(tail))
            or (noun is not None and noun[1] not in stop_words("en") and noun[1] not in forces())
            or len(lead) > LEAD
            or not JOINING.isdisjoint(lead)
        )

    def _apposed(self, mention: Span) -> Person | None:
        """``its director, Petra Oyelaran, said``: the name behind the comma."""
        if (
            head_of(mention.of(self.text)) not in role_nouns()
            or self.text[mention.end : mention.end + 2] != ", "
        ):
            return None
        behind = next(
            iter(names_in(self.text, Span(mention.end + 2, min(len(self.text), mention.end + 80)))), None
        )
        return (
            self.persons.by_name.get(behind.name)
            if behind and behind.whole.start == mention.end + 2
            else None
        )

    def _before_who(self, at: int) -> Who:
        """``Lena Dahl, who said``, ``a man who said``: what stands before the "who"."""
        left = self.text[max(0, at - 80) : at].rstrip(" ,")
        end = max(0, at - 80) + len(left)
        last = self.antecedents.before(at)
        if (
            last
            and last.person
            and self.text[last.start : end].endswith(surname(last.person.name))
            and end - last.start < 60
        ):
            return last.person.name, last.person.role
        phrase = list(somebody().finditer(left))[-1:]
        return (phrase[0].group(), None) if phrase and phrase[0].end() == len(left) else ("who", None)


def _who(person: Person | None, words: str) -> Who:
    return (person.name, person.role) if person else (words, None)


@functools.lru_cache(maxsize=8)
def people_in(document: Document) -> People:
    """The people of one document, found once for its quotations, its claims and its roles."""
    return People(document)


def opening_pronouns(document: Document, starts: Iterable[int]) -> dict[int, str]:
    """Whom "He" or "She" at these places stands for, by the name to show, where that is certain."""
    people = people_in(document)
    found = {}
    for start in starts:
        if OPENING.match(document.text, start) and people.antecedents.pronoun(start):
            person = people.antecedents.of(start, alone=True)
            if person and person.gender:
                found[start] = people.persons.short(person)
    return found


def introduced(document: Document) -> dict[str, str]:
    """The people whom the body gives by full name and with a role, in the order found."""
    persons = people_in(document).persons.by_name.values()
    return {person.name: person.role for person in persons if person.role and " " in person.name}
