"""Who a mention is: the fullest name that the text gives, and the role as the text words it."""

from __future__ import annotations

import re

from briefing.model import Document, Span

TITLES = [
    "President",
    "Secretary",
    "Minister",
    "Chancellor",
    "Chief",
    "Director",
    "General",
    "Senator",
    "Ambassador",
    "Governor",
    "Mayor",
    "Spokesman",
    "Spokeswoman",
    "Spokesperson",
    "Chairman",
    "Chairwoman",
    "King",
    "Queen",
    "Prince",
    "Commissioner",
    "Professor",
    "Judge",
    "Leader",
    "Deputy",
    "Envoy",
    "Analyst",
]
NAME = r"[A-Z][\w’'-]+(?: (?:[A-Z]\.|de|van|von|der|bin|al|el|[A-Z][\w’'-]+)){0,3} ?"
ROLE = re.compile(
    r"(?P<role>(?:(?:[A-Z][\w’'-]*|of|and|for) ){0,5}(?:"
    + "|".join(TITLES)
    + r")(?:[- ](?:General|of [A-Z]\w+(?: [A-Z]\w+)?))?) "
    r"(?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)
PRONOUNS = frozenset({"he", "she", "they", "who"})


class People:
    """The people of one document: surname to full name and role."""

    def __init__(self, document: Document) -> None:
        self.names: dict[str, tuple[str, str | None]] = {}
        self.mentions: list[tuple[int, str]] = []
        for block in document.body:
            for match in ROLE.finditer(document.text, block.span.start, block.span.end):
                name = match.group("name")
                self.names.setdefault(name.split()[-1], (name, match.group("role")))
        surnames = (
            re.compile(r"\b(?:" + "|".join(map(re.escape, self.names)) + r")\b") if self.names else None
        )
        self.text = document.text
        if surnames:
            self.mentions = [(m.start(), m.group()) for m in surnames.finditer(document.text)]

    def resolve(self, mention: Span) -> tuple[str, str | None]:
        """Full name and role of ``mention``; a pronoun is the last person named before it."""
        words = mention.of(self.text)
        if words.lower() in PRONOUNS:
            before = [surname for at, surname in self.mentions if at < mention.start]
            return self.names[before[-1]] if before else (words, None)
        match = ROLE.search(words)
        if match:
            return match.group("name"), match.group("role")
        last = words.split()[-1]
        full = self.names.get(last)
        return full if full and all(word in full[0].split() for word in words.split()) else (words, None)
