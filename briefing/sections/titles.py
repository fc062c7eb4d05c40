"""Topics: the name or noun phrase that sets a section apart from the others, in its own words.

A word is worth how often it stands in the section, what share of its occurrences in the text that is, how rare it is
in the language (keyness; Rayson & Garside 2000, with the language as the third corpus), and whether the section opens
with it. A phrase is worth the words it holds. Capitals, adjectives and peoples count for their country. A subheading
that is a noun phrase is a topic as it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.language.rarity import rarity
from briefing.model import Sentence
from briefing.sections.phrases import Phrase, persons, phrases, short_heading, stems_of

SHARE, RARITY, OPENING, LENGTH = 0.25, 0.5, 1.0, 0.2
"""Powers of a word's share and rarity, what the first sentence adds to its worth, and the power of a phrase's length
that it is divided by: below 1, so that the longer phrase wins where its words are worth something."""
HEADED = 2.5
"""How much more a phrase of the subheading is worth."""
PERSON = 0.3
"""How much less a person is worth than a thing, a place or a body."""
OPENS = 40
"""Words of a section that are looked at for how it opens."""


@dataclass(frozen=True, slots=True)
class _Section:
    """A section's text with its subheading, the stems of both, and the stems it opens with."""

    text: str
    heading: str
    stems: Counter[str]
    headed: frozenset[str]
    opening: frozenset[str]


def topics(
    parts: Sequence[list[Sentence]], headings: Sequence[str | None], language: str
) -> list[str | None]:
    """One topic per section, no two alike; ``None`` where nothing sets a section apart."""
    sections = [_section(part, head or "", language) for part, head in zip(parts, headings, strict=True)]
    total: Counter[str] = Counter()
    for section in sections:
        total.update(section.stems)
    people = persons(" ".join(s.text for s in sections))
    chosen: list[str | None] = []
    used: set[tuple[str, ...]] = set()
    for section in sections:
        worth = _worth(section, total, len(sections), language)
        found = phrases(section.text, language, people)
        ranked = sorted((-_score(phrase, worth, section.headed, language), phrase.text) for phrase in found)
        own = short_heading(section.heading, language)
        names = [own] if own else []
        names += [text for score, text in ranked if score < 0]
        best = next((name for name in names if _key(name, language) not in used), None)
        chosen.append(best)
        used.add(_key(best or "", language))
    return chosen


def _section(part: Sequence[Sentence], heading: str, language: str) -> _Section:
    body = " ".join(" ".join(s.text.split()) for s in part)
    first = " ".join(part[0].text.split()[:OPENS])
    text = f"{heading} | {body}" if heading else body
    headed, opening = (frozenset(stems_of(words, language)) for words in (heading, first))
    return _Section(text, heading, Counter(stems_of(text, language)), headed, opening)


def _worth(section: _Section, total: Mapping[str, int], parts: int, language: str) -> dict[str, float]:
    """How much each stem tells of the section."""
    worth = {}
    for stem, here in section.stems.items():
        share = (here / total[stem]) ** SHARE if parts > 1 else 1.0
        opens = 1 + OPENING * (stem in section.opening)
        worth[stem] = here * share * rarity(stem, language) ** RARITY * opens
    return worth


def _score(phrase: Phrase, worth: Mapping[str, float], headed: frozenset[str], language: str) -> float:
    own = list(dict.fromkeys(stems_of(phrase.text, language))) or [phrase.text.lower()]
    score: float = sum(worth.get(stem, 0.0) for stem in own) / len(own) ** LENGTH
    if headed and headed.issuperset(own):
        score *= HEADED
    return score * (PERSON if phrase.person else 1.0)


def _key(name: str, language: str) -> tuple[str, ...]:
    return tuple(stems_of(name, language)) or (name.lower(),)
