"""Topics: the name or noun phrase that sets a section apart from the others, in its own words.

A word is worth how often it stands in the section, what share of its occurrences in the text that is, how rare it is
in the language (keyness; Rayson & Garside 2000, with the language as the third corpus), and whether the section opens
with it; in the first section, in how many paragraphs of the whole text it stands, because a text opens with what all of it
is about. A phrase is worth the words it holds. Capitals, adjectives and peoples count for their country. A subheading
that is a noun phrase is a topic as it stands.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.sections.general import best_known, labels
from briefing.sections.phrases import Phrase, persons, phrases, short_heading, stems_of, written
from briefing.sections.tags import Tagged, rarities, tagged

SHARE, RARITY, OPENING = 0.1, 0.5, 1.0
"""Powers of a word's share and rarity, and what the first sentence adds to its worth."""
LENGTH, TIMES = 0.3, 0.05
"""Powers of a phrase's length that it is divided by, below 1, so that the longer phrase wins where its words are worth
something, and of how often it stands there as a whole."""
MODIFIER, ALONE, TELLING = 0.5, 0.8, 2.0
"""What an adjective is worth beside a noun, and a noun that stands alone beside one with something before it; the rarity
below which that is worth still less ("people")."""
ONCE = 0.6
"""What is left of a noun alone that stands there once."""
HEADED = 2.5
"""How much more a phrase of the subheading is worth."""
TITLED = 1.85
"""How much more a word is worth that stands in the title of the article."""
SUBJECT = 1.5
"""How much more that is worth with which the section begins."""
PERSON = 0.3
"""How much less a person is worth than a thing, a place or a body."""
TELLING_WORDS = 16
"""The words of a section that are worth most, one of which its topic holds: the phrases without are not looked at."""
OPENS = 40
"""Words of a section that are looked at for how it opens."""


class _Section(NamedTuple):
    """A section's paragraphs, its subheading, and the stems of all, of the subheading and of how it opens."""

    paragraphs: Sequence[Tagged]
    heading: Tagged
    stems: Counter[str]
    headed: frozenset[str]
    opening: frozenset[str]


def topics(
    parts: Sequence[Sequence[Tagged]], headings: Sequence[str | None], language: str, title: str | None = None
) -> list[str | None]:
    """One topic per section, given its paragraphs, no two alike; ``None`` where nothing sets a section apart.

    ``title`` is the article's, which tells what its first section is about.
    """
    heads = tagged([heading or "" for heading in headings], language)
    sections = [_section(part, head) for part, head in zip(parts, heads, strict=True)]
    titled = frozenset(stems_of(title or "", language))
    paragraphs = [paragraph for section in sections for paragraph in section.paragraphs]
    people, speaking = persons(paragraphs), labels(paragraphs)
    texts = [text for section in sections for text in (section.heading, *section.paragraphs)]
    total, rare = Counter(_stems(texts)), rarities(texts)
    chosen: list[str | None] = []
    used = _Used()
    for section in sections:
        worth = _worth(section, total, rare) if chosen else _spread(section, paragraphs, rare)
        if not chosen:
            worth = {stem: value * (TITLED if stem in titled else 1) for stem, value in worth.items()}
        topic, stems = _topic(section, worth, rare, people, speaking, used, language)
        chosen.append(topic)
        used.add(stems)
    return chosen


def _topic(
    section: _Section,
    worth: Mapping[str, float],
    rare: Mapping[str, float],
    people: frozenset[str],
    speaking: frozenset[str],
    used: _Used,
    language: str,
) -> tuple[str | None, tuple[str, ...]]:
    """The best topic that is not used yet, and its stems; none where the subheading names topics of other sections alone."""
    own = short_heading(section.heading.text, language)
    stems = (stems_of(own, language) or (own.lower(),)) if own else ()
    if own:
        return (None, ()) if used.whole(stems) else (own, stems)
    named = list(best_known(phrases([section.heading], language, people), language))
    if named and all(used.holds(phrase.stems) for phrase in named):
        return None, ()  # the subheading tells more than another phrase of the text would
    texts = [*section.paragraphs, section.heading]
    most = sorted(worth, key=worth.__getitem__, reverse=True)[:TELLING_WORDS]
    for telling in (section.headed.union(most), None) if language == "en" else (None,):
        found = [p for p in phrases(texts, language, people, telling) if not used.holds(p.stems)]
        found.sort(key=lambda phrase: _score(phrase, worth, rare, section), reverse=True)
        may_be = (p for p in best_known(found, language) if not speaking.issuperset(p.stems))
        best = next(may_be, None)
        if best:
            return written(best, texts, language), best.stems
    return None, ()


class _Used:
    """The topics of the sections before, by their stems."""

    def __init__(self) -> None:
        self.joined: set[str] = set()
        """The stems of each in one word, for a hyphen may part them elsewhere."""
        self.by_stem: dict[str, list[frozenset[str]]] = {}

    def add(self, stems: tuple[str, ...]) -> None:
        self.joined.add("".join(stems).replace("-", ""))
        for stem in stems:
            self.by_stem.setdefault(stem, []).append(frozenset(stems))

    def whole(self, stems: tuple[str, ...]) -> bool:
        """Whether a section has this very topic."""
        return "".join(stems).replace("-", "") in self.joined

    def holds(self, stems: tuple[str, ...]) -> bool:
        """Whether a section has the topic, or one that holds it: "Lund" is none beside "Karl Lund"."""
        return self.whole(stems) or any(other.issuperset(stems) for other in self.by_stem.get(stems[0], ()))


def _section(paragraphs: Sequence[Tagged], heading: Tagged) -> _Section:
    stems = Counter(_stems([heading, *paragraphs]))
    opening = filter(None, paragraphs[0].stems[:OPENS])
    return _Section(paragraphs, heading, stems, frozenset(filter(None, heading.stems)), frozenset(opening))


def _stems(texts: Iterable[Tagged]) -> Iterator[str]:
    """The stems of all content words, in reading order."""
    return filter(None, itertools.chain.from_iterable([text.stems for text in texts]))


def _worth(section: _Section, total: Mapping[str, int], rare: Mapping[str, float]) -> dict[str, float]:
    """How much each stem tells of the section."""
    counts = {
        stem: here if here == total[stem] else here * (here / total[stem]) ** SHARE
        for stem, here in section.stems.items()
    }
    return _weighed(counts, rare, section)


def _spread(section: _Section, paragraphs: Sequence[Tagged], rare: Mapping[str, float]) -> dict[str, float]:
    """How much each stem of the first section tells of the whole text."""
    counts = Counter(itertools.chain.from_iterable(set(paragraph.stems) for paragraph in paragraphs))
    return _weighed({stem: counts[stem] or 1 for stem in section.stems}, rare, section)


def _weighed(counts: Mapping[str, float], rare: Mapping[str, float], section: _Section) -> dict[str, float]:
    return {
        stem: count * rare[stem] ** RARITY * (1 + OPENING * (stem in section.opening))
        for stem, count in counts.items()
    }


def _score(phrase: Phrase, worth: Mapping[str, float], rare: Mapping[str, float], section: _Section) -> float:
    score: float = 0.0
    for stem, letter in zip(phrase.stems, phrase.letters, strict=True):
        score += worth[stem] * (MODIFIER if letter in "jmi" else 1)
    score *= len(phrase.places) ** TIMES / len(phrase.stems) ** LENGTH
    if phrase.letters in ("n", "q", "e", "f", "v"):
        score *= ALONE * min(1.0, rare[phrase.stems[0]] / TELLING)
        if len(phrase.places) == 1:
            score *= ONCE
    if section.headed and section.headed.issuperset(phrase.stems):
        score *= HEADED
    if phrase.opens:
        score *= SUBJECT
    return score * (PERSON if phrase.person else 1.0)
