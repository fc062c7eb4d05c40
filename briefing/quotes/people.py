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

from briefing.language.word_classes import word_class
from briefing.language.words import stop_words
from briefing.model import Document, Span
from briefing.quotes.antecedents import Antecedents
from briefing.quotes.cues import forces
from briefing.quotes.embedding import THINGS
from briefing.quotes.introductions import Person, surname
from briefing.quotes.mentions import GENDERS, NOUN, POSSESSIVE, Mention, mentions_in, nameless
from briefing.quotes.names import Named, names_in
from briefing.quotes.paragraphs import Paragraph, paragraphs_in
from briefing.quotes.passive import CLAIMS, SPEECH
from briefing.quotes.persons import Persons
from briefing.quotes.titles import head_of, role_nouns

OPENING = re.compile(r"(?:He|She)(?=[ ,])")
JOINING = frozenset(
    [
        "about",
        "against",
        "and",
        "at",
        "behind",
        "by",
        "for",
        "from",
        "in",
        "like",
        "near",
        "of",
        "on",
        "or",
        "outside",
        "over",
        "to",
        "with",
    ]
)
"""Words that make the name behind them part of a phrase about somebody else: "a spokesman for Dahl"."""
OWNER = re.compile(r"[’']s?$")
CLIPPED = re.compile(r"[’']s?(?P<what>\s[a-z][\w-]*)$")
"""A mention that ends with the first word of what somebody has."""
OWNED = re.compile(r"\s([a-z][\w-]*)(?:(,\s)|(?=\s|[.,;:]))")
"""What somebody has: the word behind the owner, and the comma of an apposition."""
FURTHER = re.compile(r"\s(\w[\w-]*)(?:(,\s)|(?=\s|[.,;:]))")
"""The word behind it."""
LIKE = frozenset(["fellow", "top", "deputy", "key", "past"])
"""Words that only say what something is like, beyond adjectives, adverbs and participles."""
COUNTS = frozenset(["two", "three", "four", "five", "six"])
"""Stop words among them."""
ENDS = re.compile(r"\b[A-Z](?!nc\b|orp\b|o\b|td\b|r\b)[a-z]{1,3}\.$")
"""A short name at the end of a sentence, whose full stop could be that of an abbreviation."""
PARTY = re.compile(r"[A-Z]-[A-Z][\w.]*")
"""The party and the state of somebody, behind the name."""
OUTLET = re.compile(r"(?:[Tt]he )?(?:[A-Z][\w.-]*\s){0,3}?[A-Z][\w.-]*[’'](?:s )?\s?")
"""What a name stands behind that says for whom somebody works."""
CAMPAIGN = re.compile(
    r"(?:[A-Z][\w.-]*\s){1,3}(?:campaign|team|administration|transition|foundation|family)\s"
)
"""What an office in capitals stands behind that says whose it is."""
NUMBERED = re.compile(r" \d")
"""What follows a name that is a thing's: "District 12 Commissioner Lena Dahl"."""
CONTRAST = re.compile(r", (?:and )?not [A-Z][^,.;:]{0,40}$")
"""Who is named only as the one who does not speak: "It was Berg, not Dahl, who said"."""
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
        if owner and (who := self._of_owner(mention)):
            return who
        if owner:
            mention = Span(mention.start, mention.start + owner.start())
        return self._of_clipped(mention) or self._of_words(mention)

    def _of_owner(self, mention: Span) -> Who | None:
        """Who is meant by somebody’s, and what stands behind it: "the Post’s Lena Dahl", "Tuck’s successor"."""
        whose = OWNED.match(self.text, mention.end)
        if whose and whose[1] not in SPEECH | CLAIMS:
            return self._owned(mention, self._whole(whose))
        whom = self._named_at(mention.end + 1)
        return self._named(whom.name, whom) if whom else None

    def _of_clipped(self, mention: Span) -> Who | None:
        """What "Dahl’s recent" of "Dahl’s recent words" stands for."""
        clipped = CLIPPED.search(mention.of(self.text))
        whose = OWNED.match(self.text, mention.start + clipped.start("what")) if clipped else None
        whole = self._whole(whose) if whose else None
        return self._owned(mention, whole) if whole and whole is not whose else None

    def _of_words(self, mention: Span) -> Who:
        """Who is meant by a pronoun, a label, or words with a name in them or without."""
        words = " ".join(mention.of(self.text).split())
        if words.lower() in GENDERS:
            pronoun = self.antecedents.pronoun(mention.start)
            return _who(pronoun.person if pronoun else None, words)
        if words in ("who", "Who"):
            return self._before_who(mention.start)
        if words in THINGS:
            return self._before_which(mention)
        if words.isupper():  # labels of a transcript: "MINISTER ELSA TROND", "TROND"
            known = itertools.chain(self.persons.by_name, self.persons.by_word)
            words = next((w for w in known if f" {words}".endswith(f" {w.upper()}")), words)
            if words in self.persons.by_name:
                return _who(self.persons.by_name[words], words)
        named = self._names_in(mention)
        if not named:
            office = self.persons.sole(words) or self._apposed(mention)
            return _who(office or self.persons.by_role(words, mention.start), words)
        if len(named) == 1 and not self._clings(mention, named[0]):
            return self._named(words, named[0])
        return words, None

    def _names_in(self, mention: Span) -> list[Named]:
        """The names in a mention: not those within the role of another one, nor places; one alone where others lead up to it."""
        every = names_in(self.text, mention)
        named = [
            n
            for n in every
            if not any(n is not o and o.whole.start <= n.span.start < o.whole.end for o in every)
            and not NUMBERED.match(self.text, n.span.end, mention.end)
        ]
        named = [n for i, n in enumerate(named) if not (i and self._is_place(named[i - 1], n))]
        return named[-1:] if len(named) > 1 and self._leads_up(mention, named[-1]) else named

    def _owned(self, mention: Span, whose: re.Match[str]) -> Who:
        """``Tuck’s successor, Nadia Rahman, said``: not Tuck, but the name behind the comma, or else the words."""
        behind = bisect.bisect_right(self.ends, whose.end())
        named = self.named[behind] if behind < len(self.named) else None
        several = whose[1].endswith("s") and not whose[1].endswith("ss")
        if named and whose[2] and named.whole.start == whose.end() and not several:
            return self._named(named.name, named)
        return " ".join(self.text[mention.start : whose.end(1)].split()), None

    def _whole(self, whose: re.Match[str]) -> re.Match[str]:
        """The last word of what somebody has, behind those that only say what it is like: "words" of "Dahl’s strikingly harsh
        words"."""
        last = whose
        for _ in range(3):
            further = None if last[2] else FURTHER.match(self.text, last.end(1))
            if not further or not _is_like(last[1], further[1]):
                break
            last = further
        return last if last[1][0].islower() else whose

    def _named_at(self, start: int) -> Named | None:
        """The full name that begins there."""
        at = bisect.bisect_right(self.ends, start)
        named = self.named[at] if at < len(self.named) else None
        return named if named and named.whole.start == start and " " in named.name else None

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

    def _leads_up(self, mention: Span, named: Named) -> bool:
        """Whether the other name only says whose the last one is: "Harbour Post's Lena Dahl", "Lund campaign Chairman Karl Berg"."""
        lead = self.text[mention.start : named.whole.start]
        whole = named.certain and " " in named.name and named.span.end == mention.end
        return whole and bool(OUTLET.fullmatch(lead) or (named.role and CAMPAIGN.fullmatch(lead)))

    def _clings(self, mention: Span, named: Named) -> bool:
        """Whether the phrase speaks of somebody else than it names: "Dahl’s lawyer", "a spokesman for Dahl", "a Dahl aide"."""
        tail = self.text[named.span.end : mention.end]
        before = self.text[mention.start : named.whole.start].lower()
        lead = before.rpartition(" winning ")[2].split()  # "Harbour Prize winning writer Lena Dahl"
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

    def _before_which(self, mention: Span) -> Who:
        """``the report, which said``, ``a note that says``: the thing that stands before it, and nobody."""
        which, left = mention.of(self.text), self.text[max(0, mention.start - 80) : mention.start]
        thing, _ = self.antecedents.phrase(mention.start - len(left) + len(left.rstrip(" ,-–—")))
        words = " ".join(thing.of(self.text).split()) if thing else ""
        known = words[:1].isalpha() if which == "which" else words.startswith(("a ", "an "))
        return (words if thing and known and not self._names_in(thing) else which), None

    def _before_who(self, at: int) -> Who:
        """``Lena Dahl, who said``, ``a man who said``: what stands before the "who"."""
        left = self.text[max(0, at - 80) : at].rstrip(" ,-–—")
        end = max(0, at - 80) + len(left)
        if contrast := CONTRAST.search(left):
            return self._before_who(end - len(contrast[0]))
        last = self.antecedents.before(at)
        if (
            last
            and last.person
            and self.text[last.start : end].endswith(surname(last.person.name))
            and end - last.start < 60
        ):
            return last.person.name, last.person.role
        for one in nameless(left, 0, len(left)):
            if one.end == len(left):
                return left[one.start :], None
        before, within = self.antecedents.phrase(end)
        who = self._resolve(before) if before else None
        # "A Democrat in the valley, who said" is not the valley, but "a letter from Dahl, who said" is Dahl.
        return who if who and (not within or who[0] in self.persons.by_name) else ("who", None)


def _is_like(word: str, following: str) -> bool:
    """Whether the word only says what ``following`` is like: "harsh words", "leading rivals", "Harbour workers"."""
    kind = word_class(word.lower(), "en")
    if following in stop_words("en") and following not in COUNTS:
        return False
    if word[0].isupper() or kind == "verb":  # "fighting words", but not "the meeting said"
        return following not in forces() and (word[0].isupper() or word.endswith(("ing", "ed")))
    said = following.endswith("ed") and following in forces() and not word.endswith(("ly", "est"))
    # "the military signalled", but "emotionally charged words"
    return not said and (kind in ("adjective", "adverb") or word in LIKE or "-" in word)


def _who(person: Person | None, words: str) -> Who:
    return (person.name, person.role) if person else (words, None)


@functools.lru_cache(maxsize=8)
def people_in(document: Document) -> People:
    """The people of one document, found once for its quotations, its claims and its roles."""
    return People(document)


def opening_pronouns(document: Document, sentences: Iterable[Span]) -> dict[int, str]:
    """Whom "He" or "She" at the beginning of these sentences stands for, by the name to show, where that is certain."""
    people = people_in(document)
    found = {}
    for span in sentences:
        if OPENING.match(document.text, span.start) and people.antecedents.pronoun(span.start):
            person = people.antecedents.of(span.start, alone=True)
            if person and person.gender and not _tells_of(span.of(document.text), surname(person.name)):
                found[span.start] = people.persons.short(person)
    return found


def _tells_of(sentence: str, name: str) -> bool:
    """Whether a sentence has the bare surname, so that its "he" is somebody else: "He said that Dahl ...", but not "that Ann Dahl"."""
    return name in sentence and any(
        word.startswith(name) and not before[0].isupper()
        for before, word in itertools.pairwise(sentence.split())
    )


def introduced(document: Document) -> dict[str, str]:
    """The people whom the body gives by full name and with a role, in the order found; only in English."""
    if document.metadata.language != "en":
        return {}
    persons = people_in(document).persons.by_name.values()
    return {person.name: person.role for person in persons if person.role and " " in person.name}
