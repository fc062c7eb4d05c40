"""Whom "he" and "she" stand for. A pronoun with more than one possible person stays a pronoun: a wrong name is worse
than none."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence

from briefing.language.given_names import Gender
from briefing.quotes.mentions import Mention
from briefing.quotes.paragraphs import Paragraph
from briefing.quotes.persons import Person, fits, unquoted

REACH = 4
"""Paragraphs back in which a pronoun's person may be named, if those between are nothing but quotations."""
SPEAKS = re.compile(r"\w\W+\w")
WINDOW = 30
"""Mentions of a paragraph that are looked at."""


class Antecedents:
    """The mentions of a text in order, each pronoun with its person, where only one can be meant."""

    def __init__(self, paragraphs: Sequence[Paragraph], mentions: Iterable[Mention]) -> None:
        self.paragraphs = paragraphs
        self.mentions: list[Mention] = []
        self.starts: list[int] = []
        self.meant: dict[int, Person | None] = {}
        """By place of each pronoun."""
        for mention in mentions:
            if mention.pronoun:
                person = self.of(mention.start)
                self.meant[mention.start] = person
                mention = mention._replace(person=person)
            self.mentions.append(mention)
            self.starts.append(mention.start)

    def of(self, at: int, *, alone: bool = False) -> Person | None:
        """The person whom "he" or "she" at ``at`` stands for, where only one can be meant.

        ``alone``: nobody else is mentioned there who could be, not even in passing.
        """
        text = self.paragraphs[0].text
        gender: Gender = "f" if text[at] in "Ss" else "m"
        number = bisect.bisect_right(self.paragraphs, at, key=lambda p: p.span.start) - 1
        end = at
        for paragraph in reversed(self.paragraphs[max(0, number - REACH) : number + 1]):
            last = bisect.bisect_left(self.starts, end)
            first = max(bisect.bisect_left(self.starts, paragraph.span.start), last - WINDOW)
            held = [m for m in self.mentions[first:last] if fits(m.gender, gender)]
            if held and held[-1].end == at - 2 and text[at - 2 : at] == ", ":
                held = [m for m in held if m.person != held[-1].person]  # "Dahl, he said, is a liar"
            if any(m.person or m.subject for m in held):
                several = len({m.person.name if m.person else "" for m in held}) > 1
                return None if alone and several else _only(held)
            if end != at and SPEAKS.search(unquoted(paragraph)):
                return None
            end = paragraph.span.start
        return None

    def before(self, at: int) -> Mention | None:
        """The last mention that begins before ``at``."""
        last = bisect.bisect_left(self.starts, at) - 1
        return self.mentions[last] if last >= 0 else None


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
