"""Whom "he" and "she" stand for. A pronoun with more than one possible person stays a pronoun: a wrong name is worse
than none."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from briefing.language.given_names import Gender
from briefing.lazy import seldom
from briefing.model import Span
from briefing.quotes.introductions import Person, fits
from briefing.quotes.mentions import PRONOUN, Mention
from briefing.quotes.paragraphs import Paragraph
from briefing.quotes.persons import unquoted
from briefing.quotes.subjects import says

REACH = 4
"""Paragraphs back in which a pronoun's person may be named, if those between are nothing but quotations."""
SPEAKS = re.compile(r"\w\W+\w")
SAID_LAST = re.compile(r" \w+(?: \w+){0,2}[.:]$")
"""A verb of saying, perhaps with whom or when, at the end of a paragraph."""
ASKED = seldom(r" asked\b")
"""What is said of who wants an answer: whoever speaks next may give it."""
REPLIES = seldom(r"\w+ (?:replied|answered|responded|retorted|countered|agreed|disagreed)\b")
"""A pronoun that says that another one speaks."""
GOES_ON = seldom(r"\w+ (?:continued|added|went on)\b")
"""A pronoun that says that the same one speaks on."""
TAG = re.compile(r"\w+ [a-z]+(?: [\w’']+){0,3}\.")
"""A pronoun that only says who speaks: "she said.", "he told reporters on Monday."."""
WINDOW = 30
"""Mentions of a paragraph that are looked at."""


class Antecedents:
    """The mentions of a text, each pronoun with its person, where only one can be meant; read where they are asked for."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], mentions_in: Callable[[Paragraph], Iterable[Mention]]
    ) -> None:
        self.paragraphs = paragraphs
        self.mentions_in = mentions_in
        self.starts = [p.span.start for p in paragraphs]
        self.known: dict[int, list[Mention]] = {}
        """By index of its paragraph."""

    def pronoun(self, at: int) -> Mention | None:
        """The pronoun at this place, unless it stands in a quotation."""
        mentions = self._mentions(self._number(at))
        end = _until(mentions, at + 1)
        return (
            mentions[end - 1] if end and mentions[end - 1].start == at and mentions[end - 1].pronoun else None
        )

    def before(self, at: int) -> Mention | None:
        """The last mention of the paragraph before this place."""
        mentions = self._mentions(self._number(at))
        end = _until(mentions, at)
        return mentions[end - 1] if end else None

    def phrase(self, end: int) -> tuple[Span | None, bool]:
        """The noun phrase that ends there, and whether it stands behind a preposition."""
        paragraph = self.paragraphs[self._number(end - 1)]
        found = next((words for words in paragraph.phrases if paragraph.stops[words[1] - 1] == end), None)
        if found is None:
            return None, False
        return paragraph.span_of(found), found[0] > 0 and paragraph.classes[found[0] - 1] == "I"

    def of(self, at: int, *, alone: bool = False) -> Person | None:
        """The person whom "he" or "she" at ``at`` stands for, where only one can be meant.

        ``alone``: nobody else is mentioned there who could be, not even in passing.
        """
        text = self.paragraphs[0].text
        gender: Gender = "f" if text[at] in "Ss" else "m"
        own = self._number(at)
        for number in range(own, max(-1, own - REACH - 1), -1):
            held = self._held(number, at, gender, within=number == own)
            if number == own - 1 and not alone and self._tags(own, at):
                last = next((m for m in reversed(held) if m.subject), None)
                if last and self._ends_with(number, last):
                    asks = ASKED.match(text, last.end) and not GOES_ON.match(text, at)
                    return None if asks or REPLIES.match(text, at) else last.person
            if any(m.person or m.subject for m in held):
                several = len({m.person.name if m.person else "" for m in held}) > 1
                return None if alone and several else _only(held)
            if number != own and self._speaks(number):
                return None
        return None

    def _held(self, number: int, at: int, gender: Gender, *, within: bool) -> list[Mention]:
        """Those mentioned in a paragraph before ``at`` who may be meant there; ``within``: it is the paragraph of ``at``."""
        text = self.paragraphs[0].text
        mentions = self._mentions(number)
        end = _until(mentions, at)
        held = [m for m in mentions[max(0, end - WINDOW) : end] if fits(m.gender, gender)]
        if text[at - 2 : at] != ", ":
            return held
        if within and held and held[-1].end == at - 2:
            liar = held.pop().person  # "Dahl, he said, is a liar"
            return [m for m in held if not m.person or m.person != liar]
        told_of = self._told_of(self._number(at), at)
        return [m for m in held if m not in told_of]

    def _told_of(self, number: int, at: int) -> Sequence[Mention]:
        """Those whom the sentence names within what the pronoun at its end says: in "The wall has stood since Dahl came, he
        said." Dahl is not "he", if somebody else can be."""
        paragraph = self.paragraphs[number]
        if not TAG.match(paragraph.text, at) or not says(paragraph.text, paragraph.text.find(" ", at)):
            return ()
        first = paragraph.sentence(bisect.bisect_left(paragraph.starts, at))[0]
        if paragraph.classes[first] in "CI":
            return ()  # "When Dahl came, he said nothing."
        mentions = self._mentions(number)
        within = mentions[_until(mentions, paragraph.starts[first] + 1) : _until(mentions, at)]
        return [m for m in within if not m.pronoun and not m.subject]

    def _tags(self, number: int, at: int) -> bool:
        """Whether the paragraph opens with a quotation, and the pronoun only says who speaks: ``"...," he said.``"""
        paragraph = self.paragraphs[number]
        quotes = paragraph.quotes
        return bool(
            quotes
            and quotes[0].start == paragraph.span.start
            and quotes[0].end <= at
            and says(paragraph.text, paragraph.text.find(" ", at))
        )

    def _ends_with(self, number: int, mention: Mention) -> bool:
        """Whether the paragraph ends with who says what it tells: "..., Dahl said."; he speaks on in the next one."""
        end = self.paragraphs[number].span.end
        text = self.paragraphs[number].text
        return says(text, mention.end) and SAID_LAST.match(text, mention.end, end) is not None

    def _number(self, at: int) -> int:
        return bisect.bisect_right(self.starts, at) - 1

    def _mentions(self, number: int) -> list[Mention]:
        if number not in self.known:
            # The first of those that its pronouns can look back to comes first, so that nothing calls itself.
            first = number
            while first and first not in self.known and (self._refers(first) or not self._speaks(first)):
                first -= 1
            for n in range(first, number + 1):
                if n not in self.known:
                    self._read(n)
        return self.known[number]

    def _read(self, number: int) -> None:
        known = self.known[number] = []
        for mention in self.mentions_in(self.paragraphs[number]):
            known.append(mention._replace(person=self.of(mention.start)) if mention.pronoun else mention)

    def _refers(self, number: int) -> bool:
        """Whether a pronoun stands in the paragraph outside quotations."""
        return bool(PRONOUN.search(unquoted(self.paragraphs[number])))

    def _speaks(self, number: int) -> bool:
        """Whether the paragraph is more than quotations."""
        return bool(SPEAKS.search(unquoted(self.paragraphs[number])))


def _until(mentions: Sequence[Mention], at: int) -> int:
    """How many of the mentions stand before the place."""
    return bisect.bisect_left(mentions, at, key=attrgetter("start"))


def _only(held: list[Mention]) -> Person | None:
    """The one of those mentioned who can be meant: nobody else is there, or the one of whom the sentences tell."""
    people = {m.person.name for m in held if m.person and (m.person.certain or m.person.gender)}
    told = {m.person.name if m.person else "" for m in held if m.subject}
    if len(people) == 1:
        last = max(i for i, m in enumerate(held) if m.person and m.person.name in people)
        rivals = held[last + 1 :] if people & told else held
        only = held[last].person
        return only if only and only.certain and not any(m.subject for m in rivals) else None
    subject = next((m.person for m in held if m.subject), None)
    return subject if len(told) == 1 and subject and subject.certain else None
