"""Who a mention is: the fullest name that the text gives, and the role as the text words it.

Rules for news style: a person is introduced once by full name, with the role before it ("Foreign Minister Karl
Brandt") or behind it ("Hugh Hill, a doctor,"), and afterwards by surname, pronoun or role. Two people of one surname
are never merged, and a pronoun with more than one possible person stays a pronoun.
"""

from __future__ import annotations

import bisect
import functools
import re
from dataclasses import dataclass

from briefing.language.places import countries
from briefing.model import Document, Span

HEADS = (
    "President|Vice President|Chief Executive|Superintendent|Prosecutor|Prime Minister|Premier|Secretary of [A-Z]\\w+|Secretary[- ]General|Secretary|Chancellor|"
    "Foreign Minister|Defen[cs]e Minister|Finance Minister|Interior Minister|[A-Z]\\w+ Minister|Minister|Chief|Director|"
    "General|Senator|Sen\\.|Rep\\.|Representative|Congressman|Congresswoman|Ambassador|Governor|Gov\\.|Mayor|Speaker|"
    "Spokes(?:man|woman|person)|Chair(?:man|woman)?|King|Queen|Prince|Princess|Pope|Commissioner|Professor|Prof\\.|Judge|"
    "Justice|Leader|Envoy|Attorney General|Gen\\.|Col\\.|Lt\\. Gen\\.|Adm\\.|Admiral|Captain|Sergeant|Dr\\.|Inspector"
)
LOWER_HEADS = (
    "spokes(?:man|woman|person)|director|chief|chair(?:man|woman)?|president|minister|secretary|leader|analyst|professor|"
    "commissioner|mayor|adviser|advisor|officer|manager|lawyer|attorney|economist|researcher|candidate|author|editor|"
    "founder|owner|head|ambassador|envoy|official|senator|governor|doctor|executive|coach|strategist|engineer|forecaster|"
    "negotiator|prosecutor|inspector|detective|historian|scientist|teacher|farmer|lawmaker|activist|campaigner|judge|"
    "journalist|correspondent|superintendent|commander|captain|colonel|general|nurse|surgeon|physician|resident"
)
OFFICE = re.compile(rf"\b(?:{HEADS}|{LOWER_HEADS})(?!\w)")
PART = r"[A-ZÀ-Þ][\w’'-]{0,30}[\w’]|[A-ZÀ-Þ]\."
NAME = rf"(?:[A-ZÀ-Þ][\w’'-]{{0,30}}\w)(?: (?:(?:de|del|van|von|der|bin|al|el|la|Al) )*(?:{PART})){{1,3}}"
ROLED = re.compile(
    rf"(?<![\w’'-])(?P<role>(?:(?:the|former|acting|deputy|[A-ZÀ-Þ][\w’'.-]{{0,30}}) ){{0,6}}?(?:(?:Deputy|Former|Acting) )?(?:{HEADS})|"
    rf"(?:[A-Za-zÀ-ÿ][\w’'-]{{0,30}} ){{0,3}}?\b(?:{LOWER_HEADS})) (?P<name>{NAME})"
)
APPOSED = re.compile(
    rf"\b(?P<name>{NAME}), (?P<role>(?:an?|the|who is an?|who is the|[A-Z][\w’']{{1,30}}(?:’s|'s|s’)) [^,.;“”\"]{{3,70}}?)(?=,|\.|;)"
)
PRE_APPOSED = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?) (?P<role>(?:(?!(?:the|an?|to|of|that|and) )[\w’'-]{1,30} ){0,4}?"
    rf"(?:{LOWER_HEADS})\b(?: (?:of|for|on|at|in) [^,.;:()“”\"]{{2,50}})?), (?P<name>{NAME})(?=[,.])"
)
"""The role first: "The archive’s director, Beatrix Thorne, ..."."""
LEADING = re.compile(
    rf"\b(?P<name>{NAME}), (?P<role>who (?:leads|led|heads|headed|runs|ran|chairs|chaired|owns|owned|directs|represents|founded|"
    r"manages|teaches|commands|keeps) [^,.;:()“”\"]{3,60})(?=[,.;])"
)
"""The role as a clause: "Marit Solberg, who leads the Seafarers' Union"."""
APPOSITION = re.compile(rf", (?P<name>{NAME})(?=[,.])")
TITLED = re.compile(rf"^(?:[\w’'.-]+ ){{0,4}}?(?:{HEADS}) (?=[A-ZÀ-Þ][\w’'.-]* [A-ZÀ-Þ])")
FULL = re.compile(rf"\b{NAME}")
HONORIFIC = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Prof)\.? ")
SAYS = r"(?:said|says|told|tells|added|adds|asked|warned|argued|wrote|tweeted|explained|insisted|claimed|noted|called|replied)"
PERSONAL = re.compile(
    rf"(?<!\w)([A-ZÀ-Þ][\w’'-]{{1,30}})(?:, [^,.]{{2,60}},)? (?:also |has |had |later |then )?{SAYS}\b|\b{SAYS} ((?:[A-ZÀ-Þ][\w’'-]{{1,30}} ?){{1,3}})|"
    r"\b(?:Mr|Mrs|Ms|Dr)\.? ([A-ZÀ-Þ][\w’'-]{1,30})|(?<!\w)([A-ZÀ-Þ][\w’'-]{1,30}),? who\b"
)
"""Words that only a person's name stands beside."""
OPENERS = re.compile(
    r"^(?:(?:What|When|While|Where|Why|How|Who|Did|Does|Is|Was|Has|On|In|At|As|By|For|And|But|If|So|That|Then|Like|Unlike|"
    r"After|Before|With|From|To|Of|The|A|An|Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Prof|President|Vice|Secretary|Senator|Sen|Rep|"
    r"Gov|Governor|Chancellor|Minister|Prime|Foreign|Republican|Democrat|Democratic|Former|Chief|Judge|Mayor|General|Gen|"
    r"Speaker|Professor|King|Queen|Prince|Princess|Pope|Ambassador|Congressman|Congresswoman|Representative)\.? )+"
)
PRONOUNS = frozenset({"he", "she", "who"})
NOT_NAMES = frozenset(
    [
        "The",
        "A",
        "An",
        "In",
        "On",
        "At",
        "By",
        "For",
        "And",
        "But",
        "Or",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "North",
        "South",
        "East",
        "West",
        "New",
        "United",
        "European",
        "Supreme",
        "High",
        "National",
        "International",
        "World",
        "House",
        "White",
        "State",
        "Department",
        "Ministry",
        "University",
        "Union",
        "Council",
        "Court",
        "Party",
        "Agency",
        "Times",
        "Post",
        "News",
        "Street",
        "Avenue",
        "Committee",
        "Office",
        "Group",
        "Bank",
        "Institute",
        "Association",
        "Foundation",
        "Center",
        "Centre",
        "School",
        "College",
        "Church",
        "City",
    ]
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the text."""

    name: str
    role: str | None


class People:
    """The people of one document."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.roles: dict[str, str | None] = {}
        spans = [block.span for block in document.body]
        for span in spans:
            self._read(span)
        self.persons = {
            word
            for span in spans
            for match in PERSONAL.finditer(self.text, span.start, span.end)
            for word in (next(filter(None, match.groups()))).split()[-1:]
        }
        for span in spans:
            self._read_bare(span)
        self.by_surname: dict[str, str | None] = {}
        for name in self.roles:
            surname = name.split()[-1]
            self.by_surname[surname] = name if self.by_surname.get(surname, name) == name else None
        self.mentions = self._mentions(spans)
        self.starts = [start for start, _ in self.mentions]
        self.paragraphs = [span.start for span in spans]

    def _read(self, span: Span) -> None:
        """Names with their roles, and names alone, of one paragraph."""
        for match in ROLED.finditer(self.text, span.start, span.end):
            name = _clean(match.group("name"))
            if _is_person(name):
                role = _role(match.group("role"))
                self.roles[name] = self.roles.get(name) or role
        for pattern in (APPOSED, PRE_APPOSED, LEADING):
            for match in pattern.finditer(self.text, span.start, span.end):
                name = _clean(match.group("name"))
                if _is_person(name):
                    self.roles[name] = self.roles.get(name) or _role(match.group("role"))

    def _read_bare(self, span: Span) -> None:
        """Names without a role, of those who speak, are spoken of as "who", or bear an honorific."""
        for match in FULL.finditer(self.text, span.start, span.end):
            name = _clean(match.group())
            if name not in self.roles and _is_person(name) and name.split()[-1] in self.persons:
                self.roles[name] = None

    def _mentions(self, spans: list[Span]) -> list[tuple[int, str]]:
        """Start and name of every mention by surname, in order."""
        surnames = [re.escape(surname) for surname, name in self.by_surname.items() if name]
        if not surnames:
            return []
        pattern = re.compile(rf"\b(?:{'|'.join(sorted(surnames, key=lambda s: (-len(s), s)))})\b")
        found = [m for span in spans for m in pattern.finditer(self.text, span.start, span.end)]
        return [(m.start(), self.by_surname[m.group()] or m.group()) for m in found]

    def resolve(self, mention: Span) -> tuple[str, str | None]:
        """Full name and role of ``mention``; the words themselves where the text does not tell more."""
        words = " ".join(mention.of(self.text).split())
        if words.lower() in PRONOUNS:
            name = self._antecedent(mention.start, relative=words.lower() == "who")
            return (name, self.roles[name]) if name else (words, None)
        roled = ROLED.search(words)
        if roled and _clean(roled.group("name")) in self.roles:
            name = _clean(roled.group("name"))
            return name, self.roles[name]
        bare = _clean(HONORIFIC.sub("", words))
        for name in (bare, self.by_surname.get(bare.split()[-1] if bare else "")):
            if name in self.roles and set(bare.split()) <= set(name.split()):
                return name, self.roles[name]
        apposed = APPOSITION.match(self.text, mention.end)
        beside = _clean(apposed.group("name")) if apposed else ""
        if beside in self.roles:
            return beside, self.roles[beside]  # "its director, Petra Oyelaran, said"
        inside = [name for name in self.roles if name in words]
        if len(inside) == 1:
            return inside[0], self.roles[inside[0]]
        return self._by_role(words)

    def _by_role(self, words: str) -> tuple[str, str | None]:
        """``the secretary of state``: the one person whose role holds these words."""
        if words.lower().startswith("the "):
            wanted = set(words.lower().split()[1:])
            fitting = [n for n, role in self.roles.items() if role and wanted <= set(role.lower().split())]
            if len(fitting) == 1:
                return fitting[0], self.roles[fitting[0]]
        return words, None

    def _antecedent(self, at: int, *, relative: bool) -> str | None:
        """The person whom a pronoun at ``at`` stands for, where only one can be meant.

        The last one named in its own paragraph; else the first one of the paragraph before, its subject.
        """
        last = bisect.bisect_left(self.starts, at)
        if relative:
            return self.mentions[last - 1][1] if last and at - self.starts[last - 1] < 80 else None
        paragraph = bisect.bisect_right(self.paragraphs, at) - 1
        for back in (0, 1, 2):
            if paragraph - back < 0:
                return None
            first = bisect.bisect_left(self.starts, self.paragraphs[paragraph - back])
            end = (
                last if back == 0 else bisect.bisect_left(self.starts, self.paragraphs[paragraph - back + 1])
            )
            named = [name for _, name in self.mentions[first:end]]
            if named:
                return named[0] if len(set(named)) == 1 or back else self._subject(first, end)
        return None

    def _subject(self, first: int, end: int) -> str | None:
        """The only one of several who opens a sentence."""
        opening = {
            name
            for start, name in self.mentions[first:end]
            if re.search(r"(?:^|[.!?][\"”’]?\s+|\n)(?:\S+ ){0,4}$", self.text[max(0, start - 60) : start])
        }
        return opening.pop() if len(opening) == 1 else None


@functools.lru_cache(maxsize=8)
def people_in(document: Document) -> People:
    """The people of one document, found once for its quotations, its claims and its roles."""
    return People(document)


def introduced(document: Document) -> dict[str, str]:
    """The people whom the body gives by full name, in the order found, with their role.

    An inn and a hamlet have appositions too: a role counts that names an office or a profession.
    """
    found = people_in(document).roles
    return {name: role for name, role in found.items() if role and OFFICE.search(role)}


def _clean(name: str) -> str:
    """The name without what clings to it: titles, sentence openers, a possessive."""
    name = re.sub(r"[’']s?$", "", " ".join(name.split()).strip(" ,."))
    return TITLED.sub("", OPENERS.sub("", name))


def _role(role: str) -> str:
    role = re.sub(r"^(?:who is |the |an? )", "", " ".join(role.split()))
    return role


def _is_person(name: str) -> bool:
    """Whether a run of capitalised words can be a person's name: no word of a body, a day or a place in it."""
    words = name.split()
    return (
        2 <= len(words) <= 4
        and not NOT_NAMES.intersection(words)
        and not any(w.isupper() and len(w) > 2 for w in words)
        and name not in countries()
        and not any(w in countries() for w in words)
    )
