"""The places outside quotations where somebody is spoken of: by name, by role ("a farmer"), by pronoun."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from briefing.language.given_names import Gender
from briefing.language.rarity import zipf_table
from briefing.model import Span
from briefing.quotes.cues import forces
from briefing.quotes.introductions import Person
from briefing.quotes.names import Named
from briefing.quotes.paragraphs import Paragraph
from briefing.quotes.persons import Persons
from briefing.quotes.subjects import SAYS, is_subject
from briefing.quotes.titles import role_nouns, titles

GENDERS: dict[str, Gender] = {"he": "m", "she": "f"}
PRONOUN = re.compile(r"[HhSs](?<!\w[HhSs])(?:(?<=[Hh])|(?<=[Ss])h)e\b")
SPEAKING = re.compile(r"(?P<who>[A-Z](?<![\w’'-][A-Z])[\w-]+)(?= (?P<verb>[a-z]+)\b)")
"""Somebody whose name could be a word like others, as in "Cuban said"; the letter comes first, to be quick."""
NOUN = re.compile(r" (?:campaign )?([a-z]+)")
"""A word behind a name, of which the name may only be a part."""
INDEFINITE = (" a ", " an ", " any ", " another ", " every ", " no ")
"""What stands before a name that only says which thing is meant."""
ANYBODY = frozenset(["Nobody", "Somebody", "Someone", "Everybody", "Everyone", "Anyone", "None"])
DETERMINER = re.compile(
    r"[AaTtOoHh](?<!\w[AaTtOoHh])(?:(?<=[Aa])(?:n|nother)?|(?<=[Tt])he|(?<=[Oo])ne|(?<=[Hh])(?:is|er)) "
    r"(?=([\w-]+)(?: ([\w-]+)(?: ([\w-]+))?)?)"
)
"""What stands before somebody without a name, and three words behind it; the first letter comes first, to be quick."""
PREDICATE = re.compile(r" [a-z]")
POSSESSIVE = re.compile(r"[’'](?:s\b)?")


class Mention(NamedTuple):
    """A place outside quotations where somebody is spoken of."""

    start: int
    end: int
    person: Person | None
    """``None``: somebody without a name."""
    gender: Gender | None
    subject: bool
    pronoun: bool = False


def mentions_in(paragraph: Paragraph, named: Sequence[Named], persons: Persons) -> Iterator[Mention]:
    """Every mention of a paragraph, in order; ``named``: the names in it. A pronoun's person is not known yet."""
    found = [
        *_by_name(paragraph, named, persons),
        *_by_role(paragraph, named, persons),
        *_by_pronoun(paragraph),
    ]
    yield from _outside(sorted(found, key=itemgetter(0)), paragraph.quotes)


def _by_name(paragraph: Paragraph, named: Sequence[Named], persons: Persons) -> Iterator[Mention]:
    text = paragraph.text
    known: set[int] = set()
    for one in named:
        aide = NOUN.match(text, one.span.end)
        if aide and (
            aide[1] in role_nouns()
            or (one.span == one.whole and text.endswith(INDEFINITE, 0, one.span.start))
        ):
            continue  # "the Dahl spokesman", "a Dahl presidency"
        person = persons.named(one)
        gender = person.gender if person else one.gender
        possessive = POSSESSIVE.match(text, one.span.end)
        subject = not possessive and is_subject(text, one.whole.start, one.span.end)
        stranger = (
            subject
            and PREDICATE.match(text, one.span.end)
            and (_is_rare(one.name) or one.name in persons.strangers)
        )
        if person or one.role or one.certain or stranger:
            known.add(one.span.end)
            yield Mention(one.span.start, one.span.end, person, gender, subject)
    ends = {one.span.end for one in named}
    for match in SPEAKING.finditer(text, paragraph.span.start, paragraph.span.end):
        # Two people may have the surname in "Dahl said"; what else could be a verb may follow any word.
        if (
            match["verb"] in forces()
            and match["who"] not in titles("opener")
            and match["who"] not in ANYBODY
            and match.end("who") not in (known if match["verb"] in SAYS else ends)
        ):
            yield Mention(match.start(), match.end("who"), None, None, True)


def _by_role(paragraph: Paragraph, named: Sequence[Named], persons: Persons) -> Iterator[Mention]:
    text = paragraph.text
    following = iter(named)
    beside = next(following, None)
    for noun, start, end in nameless(text, paragraph.span.start, paragraph.span.end):
        while beside and beside.whole.end < end:
            beside = next(following, None)
        if beside is None or end < beside.whole.start:
            person = persons.by_role(text[start:end], start)
            gender = person.gender if person else people_nouns()[noun]
            apposed = text.startswith((", a ", ", an "), start - 2) and text.startswith(",", end)
            subject = not apposed and is_subject(text, start, end)  # "Berg of Norland, a farmer, said"
            yield Mention(start, end, person, gender, subject)


def _by_pronoun(paragraph: Paragraph) -> Iterator[Mention]:
    text = paragraph.text
    for match in PRONOUN.finditer(text, paragraph.span.start, paragraph.span.end):
        subject = is_subject(text, *match.span())
        yield Mention(match.start(), match.end(), None, GENDERS[match[0].lower()], subject, pronoun=True)


class Nameless(NamedTuple):
    """``a farmer``, ``the old minister``: somebody without a name."""

    noun: str
    start: int
    end: int


def nameless(text: str, start: int, end: int) -> Iterator[Nameless]:
    """Everybody without a name who is spoken of from ``start`` to ``end``, in order and disjoint."""
    after = start
    for match in DETERMINER.finditer(text, start, end):
        if match.start() < after:
            continue
        for place in (1, 2, 3):
            word = match[place]
            if word is None:
                break
            noun = word if word in people_nouns() else word.partition("-")[0]
            if noun in people_nouns():
                after = match.start(place) + len(noun)
                yield Nameless(noun, match.start(), after)
                break


@functools.cache
def people_nouns() -> dict[str, Gender | None]:
    """Nouns in small letters for people, of whom nobody need be the only one: "minister", "farmer", "woman"."""
    return {**titles("person"), **role_nouns()}


def _is_rare(word: str) -> bool:
    """Whether it is no common word of the language, so that it may be somebody's name."""
    return word.lower() not in zipf_table("en")


def _outside(mentions: Sequence[Mention], quotes: Sequence[Span]) -> Iterator[Mention]:
    """The mentions that stand in no quotation; both are in order."""
    at = 0
    for mention in mentions:
        while at < len(quotes) and quotes[at].end <= mention.start:
            at += 1
        if at == len(quotes) or mention.start < quotes[at].start:
            yield mention
