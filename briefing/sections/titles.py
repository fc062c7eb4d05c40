"""Topics: the name or noun phrase that sets a section apart from the others, in its own words.

A word tells a section apart by how often it stands there, what share of its occurrences in the text that is, and
how rare it is in the language (log-likelihood-like keyness; Rayson & Garside 2000, with the language as the third
corpus). A phrase is worth the words it holds. Capitals, adjectives and peoples count for their country.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.language.places import countries
from briefing.language.rarity import rarity
from briefing.language.words import WORD, stems, stop_words
from briefing.model import Sentence

NAME_RUN = re.compile(
    r"(?<![\w’'&.-])(?:[A-ZÀ-Þ][\w’'&.-]{0,30}\w|[A-Z])(?: (?:(?:of|the|de|del|von|van|al) )*(?:[A-ZÀ-Þ][\w’'&-]{0,30}\w|[A-Z]\b|\d+\b(?![.,]\d))){0,7}"
)
TITLES = frozenset(
    [
        "President",
        "Vice",
        "Prime",
        "Minister",
        "Secretary",
        "Secretary-General",
        "Chancellor",
        "Chief",
        "Director",
        "General",
        "Senator",
        "Sen",
        "Rep",
        "Ambassador",
        "Governor",
        "Gov",
        "Mayor",
        "Spokesman",
        "Spokeswoman",
        "Spokesperson",
        "Chairman",
        "Chairwoman",
        "King",
        "Queen",
        "Prince",
        "Princess",
        "Commissioner",
        "Professor",
        "Judge",
        "Leader",
        "Deputy",
        "Envoy",
        "Foreign",
        "Defence",
        "Defense",
        "Interior",
        "Finance",
        "Justice",
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Sir",
        "Lord",
        "Lady",
        "Pope",
        "Captain",
        "Colonel",
        "Sergeant",
        "Officer",
        "Sheriff",
        "Attorney",
        "Justice",
        "Congressman",
        "Congresswoman",
        "Representative",
    ]
)
SPEAKS = re.compile(
    r"\b([A-ZÀ-Þ][\w’'-]+),? (?:has |had |also )?(?:said|says|told|tells|claimed|added|warned|insisted|urged|asked|wrote|tweeted|explained)\b|"
    r"\b(?:said|says|added|warned|told) ((?:[A-ZÀ-Þ][\w’'-]+ ?){1,3})"
)
NOUN = re.compile(r" ([a-z]{4,20})\b")
HEADED = 2.5
"""How much more a phrase of the subheading is worth."""
PERSON = 0.3
"""How much less a person is worth than a thing, a place or a body."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A candidate as the text writes it, its words' stems, and whether it names a person."""

    text: str
    stems: tuple[str, ...]
    person: bool


def topics(
    parts: Sequence[list[Sentence]], headings: Sequence[str | None], language: str
) -> list[str | None]:
    """One topic per section, no two alike; ``None`` where nothing sets a section apart."""
    texts = [
        " ".join([f"{heading}." if heading else "", *(" ".join(s.text.split()) for s in part)])
        for part, heading in zip(parts, headings, strict=True)
    ]
    persons = _persons(" ".join(texts))
    counted = [Counter(_stems(text, language)) for text in texts]
    total: Counter[str] = sum(counted, Counter())
    chosen: list[str | None] = []
    used: set[str] = set()
    for text, heading, counts in zip(texts, headings, counted, strict=True):
        worth = {stem: _worth(stem, n, total[stem], len(parts)) for stem, n in counts.items()}
        headed = frozenset(_stems(heading or "", language))
        best, best_score = None, 0.0
        for phrase, times in _phrases(text, language, persons, total).items():
            score = _score(phrase, times, worth, headed)
            if score > best_score and phrase.text.lower() not in used:
                best, best_score = phrase.text, score
        chosen.append(best)
        used.add((best or "").lower())
    return chosen


def _worth(stem: str, here: int, everywhere: int, parts: int) -> float:
    """How much a word tells the section apart from the others."""
    share = here / everywhere if parts > 1 else 1.0
    return float(here**0.75 * share * rarity(stem, "en"))


def _score(phrase: _Phrase, times: int, worth: dict[str, float], headed: frozenset[str]) -> float:
    values = [worth.get(stem, 0.0) for stem in dict.fromkeys(phrase.stems)]
    score: float = sum(values) / len(values) ** 0.6 * (1.0 if times > 1 or headed else 0.6)
    if headed and headed >= set(phrase.stems):
        score *= HEADED
    return score * (PERSON if phrase.person else 1.0)


def _stems(text: str, language: str) -> list[str]:
    """Stems of the content words; what names a country is that country."""
    stop = stop_words(language)
    place = countries() if language == "en" else {}
    words = [
        place.get(w.removesuffix("'s").removesuffix("’s"), w)
        for w in WORD.findall(text)
        if w.lower() not in stop
    ]
    return stems(words, language)


def _persons(text: str) -> frozenset[str]:
    """Words of the names of people: after a title, or beside a verb of saying."""
    found: set[str] = set()
    for run in NAME_RUN.findall(text):
        words = run.split()
        last = max((i for i, w in enumerate(words) if w in TITLES), default=len(words))
        found.update(words[last + 1 :])
    for match in SPEAKS.finditer(text):
        found.update((match.group(1) or match.group(2)).split())
    return frozenset(found - countries().keys())


def _phrases(text: str, language: str, persons: frozenset[str], total: Counter[str]) -> dict[_Phrase, int]:
    """Names, names with the noun after them, and single content words, with how often each stands there."""
    stop = stop_words(language)
    place = countries() if language == "en" else {}
    found: Counter[_Phrase] = Counter()

    def add(words: list[str], person: bool = False) -> None:
        phrase = " ".join(words)
        if phrase and phrase.lower() not in stop:
            found[_Phrase(phrase, tuple(_stems(phrase, language)) or (phrase.lower(),), person)] += 1

    for match in NAME_RUN.finditer(text):
        lead = text[max(0, match.start() - 6) : match.start()].rstrip("\"“'‘( ")
        opening = match.start() == 0 or lead[-1:] in ".!?:"
        words = [re.sub(r"[’']s?$", "", w) for w in match.group().split()]
        if opening and (words[0].lower() in stop or total.get(_stem(words[0], language), 0) < 2):
            words = words[1:]
        cut = next((i for i, w in enumerate(words) if w in TITLES), len(words))
        for group in (words[:cut], [w for w in words[cut:] if w not in TITLES]):
            whole = " ".join(group)
            if not group:
                continue
            if whole in place:
                country = place[whole]
                add([country if re.search(rf"\b{re.escape(country)}\b", text) else whole])
                continue
            person = any(w in persons for w in group)
            add(group, person)
            after = NOUN.match(text, match.end())
            if (
                after
                and group is not words
                and not person
                and words[:cut] == group
                and after.group(1) not in stop
            ):
                noun = after.group(1)
                if len(re.findall(rf"\b{re.escape(noun)}\b", text)) >= 2:
                    add([*group, noun])
    for word in WORD.findall(text):
        if word.islower() and len(word) > 3 and word not in stop and not word.endswith(("ing", "ed", "ly")):
            add([word])
    return dict(found)


def _stem(word: str, language: str) -> str:
    return stems([word], language)[0]
