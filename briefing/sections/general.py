"""What is too general for a topic: "man", "good conversation", a first name alone, a word that stands there by chance."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from briefing.language.given_names import given_names
from briefing.language.places import countries
from briefing.language.word_classes import word_class
from briefing.lazy import seldom
from briefing.sections.phrases import Phrase, Place
from briefing.sections.tags import Tagged

AGAIN = 2
"""Times that a topic stands in its section which ends with a number, or is one word in a language without word classes."""
FAMILIAR = 3
"""Times that somebody is called by the first name alone whom the text calls so."""
OPENING = 10
"""Words at the beginning of a paragraph that may say who speaks."""
CAPITALISED = ("en", "de")
"""Languages in which a noun is known by a table, or by its capital."""
ARTICLE = seldom(r"d(?:er|ie|as|e[nms])|k?eine?[nmrs]?|[ia]m|zu[mr]|vom|beim|ins", re.I)
"""A German article, or a preposition written together with one."""
ADJECTIVE = re.compile(r"[A-Z]\w+(?:ic|ish|[ae]an|ian|ese)")
"""A name that may be an adjective ("Islamic"), which is no topic alone."""
SHORT = 3
"""Letters of an abbreviation at most that could be an adjective in capitals."""
CLOSING = re.compile(
    r"today|tomorrow|yesterday|tonight|behalf|parts?|past|versus|\w+(?:al|ous|ive|ent|ant|ate|ed|ing)ly|spokes\w+|"
    r"ex-.*|.*-(?:born|based|led|run|owned|backed|style|like)|[DRI]-[A-Z]\w*"
)
"""Words that no topic ends with, "(D-Mass.)" among them."""
BOUND = ("d", "j", "n", "q", "m", "i")
"""Letters of what stands between a noun and its article, the article among them."""
AGED = re.compile(r"\w+-(?:year|month|week|day)s?-olds?", re.I)
"""How old somebody is, which is no part of a topic: "six-year-old Ana Berg"."""
ADDRESS = re.compile(r"\w\.\w{2,}/")
PEOPLE = re.compile(r"[A-Z]\w+(?:ans|ats|ists|ens|ese)")
"""A name for many people, which stands before no noun, but before a verb that could be one: "Republicans fear"."""


@functools.cache
def general_words(language: str) -> frozenset[str]:
    """The words of ``general_words.txt`` for a language."""
    lines = Path(__file__).with_name("general_words.txt").read_text("utf-8").splitlines()
    return frozenset(w for line in lines if line.startswith(f"{language}: ") for w in line.split()[1:])


def is_telling(phrase: Phrase, language: str) -> bool:
    """Whether a phrase may be a topic by its words and by how often it stands in its section."""
    text, start, end = phrase.places[0]
    words = [w for w, stem in zip(text.words[start:end], text.stems[start:end], strict=True) if stem]
    if _is_no_topic(words, language):
        return False
    if language == "en" and all(_leads_on(place) for place in phrase.places):
        return False
    if language == "en" and len(words) == 1 and all(_is_adjective(t.words[at]) for t, at, _ in phrase.places):
        return False
    return len(phrase.places) >= _fewest(words, language)


def _is_no_topic(words: Sequence[str], language: str) -> bool:
    """Whether no section is about these words, however often they stand in it."""
    lows = [word.lower() for word in words]
    general = general_words(language)
    if CLOSING.fullmatch(lows[-1]) or AGED.fullmatch(lows[0]) or general.issuperset(lows):
        return True
    if any("/" in word and (ADDRESS.search(word) or not word.isupper()) for word in words):
        return True  # an address, or a credit ("Reuters/Ann Lee"), but not "CNN/ORC"
    if len(words) == 1:
        return len(words[0]) == 1 and not words[0].isnumeric()
    if words[-1].islower() and PEOPLE.fullmatch(words[-2]):
        return True
    # "Jahre Lärm": a run of capitals is seldom one name where nouns have them
    return language != "en" and not general.isdisjoint((lows[0], lows[-1]))


def _fewest(words: Sequence[str], language: str) -> int:
    """How often the words must stand in a section that is about them."""
    if words[-1][0].isnumeric() or (len(words) > 1 and words[0] in general_words(language)):
        return AGAIN  # "Article 9", "high court"
    if len(words) > 1:
        return AGAIN if language == "ar" else 1  # before an Arabic noun with its article a verb may stand
    if words[0] in given_names() and words[0] not in countries():
        return FAMILIAR
    return 1 if language in CAPITALISED else AGAIN


def _leads_on(place: Place) -> bool:
    """Whether the last word of an English phrase is no noun where it stands, or one that only tells who or what the name behind
    it is.

    "Port owner Ann Lee", "the port's official letter", "Ebba Democratic leaders", and verbs before an article: "Ebba record the
    biggest catch", "the port owner mirrors the mayor". A singular noun without an article is seldom followed by one.
    """
    text, start, end = place
    last, behind = text.words[end - 1], text.letters[end : end + 1]
    if not last.islower():
        return end - start > 1 and behind in ("n", "q", "e", "f") and _is_adjective(last)
    if behind == "d" and end - start > 1:
        return text.letters[end - 1] == "q" or text.letters[start - 1 : start] not in BOUND
    return behind == "c"


def _is_adjective(word: str) -> bool:
    """Whether a name is that of a people, a party or a faith as it stands before a noun ("Islamic"), or a word of a line in
    capitals ("WRONG")."""
    capitals = len(word) > SHORT and word.isupper()
    return bool(capitals or ADJECTIVE.fullmatch(word)) and word_class(word.lower(), "en") == "adjective"


def best_known(found: Iterable[Phrase], language: str) -> Iterator[Phrase]:
    """The phrases that may be a topic, in their order. Without word classes those that come again, where any does; in
    German first those behind an article, since people have none."""
    telling = (phrase for phrase in found if is_telling(phrase, language))
    if language == "en":
        return telling
    every = list(telling)
    things = [phrase for phrase in every if any(map(_has_article, phrase.places))] if language == "de" else []
    tiers = [[p for p in some if len(p.places) >= AGAIN] for some in (things, every)]
    return iter(tiers[0] or things or tiers[1] or every)


def _has_article(place: Place) -> bool:
    """Whether a German article stands before these words, or one word further on the left."""
    text, start, _ = place
    return any(ARTICLE.fullmatch(word) for word in text.words[max(0, start - 2) : start])


def labels(paragraphs: Sequence[Tagged]) -> frozenset[str]:
    """Stems of the words that open paragraphs again and again before a colon: who speaks in a transcript."""
    found: Counter[tuple[str, ...]] = Counter()
    for paragraph in paragraphs:
        if ":" in paragraph.words[:OPENING]:
            found[tuple(paragraph.stems[: paragraph.words.index(":")])] += 1
    return frozenset(stem for label, times in found.items() if times >= AGAIN for stem in label if stem)
