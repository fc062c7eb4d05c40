"""Names and noun phrases of a section: what may be its topic."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from briefing.language.places import countries
from briefing.language.words import ELIDING, WORD, stop_words
from briefing.lazy import seldom
from briefing.sections.tags import OFFICE, Tagged, bare, stem_of

# In letters of tokens (tags.py). A noun, and what may stand before one, depend on the letter before and behind; each begins
# with its own letter, to be quick.
NAME = r"c+#?(?:(?:od?|k+)c+#?)*"
NOUN = r"[nq]|e(?<=[djpoe]e)|e(?<=ne)(?!d)|f(?<=[djpoe]f)(?![dcjnq])|v(?<=[do]v)"
BEFORE = r"[jn]|q(?=[nq])|e(?<=[djnpo]e)(?=[nqef])|i(?<=[dj]i)|m(?<=[djpo]m)"
PHRASE = re.compile(
    r"(?=[c#wjnqefvim])(?:c+(?=t)|#[nqmjief]+|w[nqe]|"
    rf"(?P<phrase>{NAME}[jm]{{0,4}}(?:{NOUN}){{0,4}}|(?:{BEFORE}){{0,8}}(?:{NOUN})))"
)
"""A noun phrase: a name, and what it modifies, or modifiers and a noun. No topic are what an office is for ("Transport
Minister"), what is counted ("40 tonnes"), and a verb that might be a noun elsewhere ("could face"). The counts bound the
time on a text of adjectives."""
PERSON = re.compile(r"c(?:(?<=tc)c*|(?=\.?x?s)|(?<=sc)c{0,2})")
"""Who has an office before the name, or stands beside a verb of saying."""
SPEAKING = 0.25
"""Share of its mentions from which on a name is that of somebody who speaks or holds an office."""
FIRST = 2
"""Tokens within which a phrase begins that a text begins with."""
SEEN = 20
"""Places of a phrase that are looked at for how it is written."""
LONGEST = 5
"""Words of a topic at most."""
SENTENCE = seldom(
    r"[?!…,]|\d:\d\d|\b(?:to|no|not|wie|wer|was|wo|warum|is|are|was|were|be|been|has|have|had|will|would|can|could|"
    r"should|may|must|do|does|did|isn't|aren't|says?|"
    r"said|gets?|makes?|comes?|goes|remains?|i|you|he|she|we|they|it|who|what|why|how|when|where)\b",
    re.I,
)
"""What a noun phrase does not hold, and a time of day."""
LEADING = seldom(
    r"^(?:(?:(?:step|part|chapter|method|tip|rule|reason|schritt|teil|paso) )?(?:\d{1,2}|"
    r"[IVX]{1,4})(?: of \d+)?[.:)]\s+)?(?:(?:the|an?|der|die|das|ein|eine|el|la|los|las) )?",
    re.I,
)
HEADING_WORDS = 5
"""Words of a subheading at most that is a topic as it stands."""
ARTICLE = re.compile(r"le|las?|les|une?|des|du|el|los|una|il|lo|gli|dei|della|os?|as|um|uma|do|da", re.I)
"""Before a noun in languages that write nouns in small letters and have no table of word classes."""
ELIDED = re.compile(r"^(?:l|d|un|(?:de|a|ne|su)ll)[’'](?=\w)", re.I)
"""An article or preposition written together with its noun."""
DEFINITE = re.compile(r"[وفبك]?(?=ال\w{2})")
"""What may be written together with an Arabic article, before a word that has one."""
NO_NOUN = ("ing", "ed", "ly")
"""Endings of words that no noun phrase ends with."""


Place = tuple[Tagged, int, int]
"""A text, and a span of its tokens."""


class Phrase(NamedTuple):
    """A candidate: all that has the same stems."""

    stems: tuple[str, ...]
    """Of its content words."""
    letters: str
    """Of these words (``tags.py``)."""
    places: list[Place]
    """Where it stands, in reading order."""
    opens: bool = False
    """Whether the text begins with it."""
    person: bool = False
    """Whether it names a person."""


def short_heading(heading: str, language: str) -> str | None:
    """The noun phrase that a subheading is, without its number and article; ``None`` where it is none."""
    if heading[:1] in "\"'“‘„«" or SENTENCE.search(heading):
        return None
    words = LEADING.sub("", heading.rstrip(".:")).split()
    told = {w for w in map(str.lower, words) if not w.isnumeric()} - stop_words(language)
    if not told or len(words) > HEADING_WORDS or any(w.endswith(NO_NOUN) for w in words[1:]):
        return None
    return None if language == "de" and words[-1].islower() else " ".join(words)


def persons(texts: Sequence[Tagged]) -> frozenset[str]:
    """Words of the names of people who hold an office or speak, and are seldom named otherwise."""
    names = [itertools.compress(text.words, map("c".__eq__, text.letters)) for text in texts]
    seen = Counter(itertools.chain.from_iterable(names))
    told = Counter(
        bare(word)
        for text in texts
        for match in PERSON.finditer(text.letters)
        for word in text.words[match.start() : match.end()]
    )
    own = {word + genitive: word for word in told for genitive in ("", "'s", "’s")}
    named: Counter[str] = Counter()
    for form in own.keys() & seen.keys():
        named[own[form]] += seen[form]
    return frozenset(
        word for word, times in told.items() if times >= SPEAKING * named[word] and word not in countries()
    )


def phrases(
    texts: Sequence[Tagged], language: str, people: frozenset[str], telling: Set[str] | None = None
) -> list[Phrase]:
    """The noun phrases, with and without what stands before their heads; single nouns, where there is none of these.

    Where stems ``telling`` are given, only the phrases that hold one of them.
    """
    places: dict[tuple[str, ...], list[Place]] = {}
    for text in texts:
        stems = text.stems
        for match in PHRASE.finditer(text.letters):
            at, end = match.span("phrase")
            if at < 0 or (telling is not None and telling.isdisjoint(stems[at:end])):
                continue
            for first, last in _parts(match[0]):
                key = tuple(filter(None, stems[at + first : at + last]))
                if len(set(key)) == len(key):  # no name that a line repeats
                    places.setdefault(key, []).append((text, at + first, at + last))
    places.pop((), None)
    if telling is not None:
        places = {stems: mine for stems, mine in places.items() if not telling.isdisjoint(stems)}
    elif not places or language != "en":
        spans = _definite if language == "ar" else functools.partial(_nouns, language=language)
        for text in texts:
            for start, end in spans(text):
                if key := tuple(filter(None, text.stems[start:end])):
                    places.setdefault(key, []).append((text, start, end))
    return [_phrase(stems, mine, texts[0], people) for stems, mine in places.items()]


def _definite(text: Tagged) -> Iterator[tuple[int, int]]:
    """Arabic nouns with their article, alone and with the adjective behind or the word before ("port of the city")."""
    named = [
        bool(stem) and DEFINITE.match(word) is not None
        for word, stem in zip(text.words, text.stems, strict=True)
    ]
    adjective = [
        named[i] and text.words[i].startswith("ال") and i > 0 and named[i - 1] for i in range(len(named))
    ]
    for noun in (i for i, known in enumerate(named) if known and not adjective[i]):
        before = noun > 0 and bool(text.stems[noun - 1]) and text.words[noun].startswith("ال")
        behind = noun + 1 < len(named) and adjective[noun + 1]
        for start in range(noun - before, noun + 1):
            for end in range(noun + 1, noun + 2 + behind):
                yield start, end


def _nouns(text: Tagged, language: str) -> Iterator[tuple[int, int]]:
    """Words in small letters that may be nouns: in English by the table, in other languages behind an article."""
    for i, word in enumerate(text.words):
        bare_word = ELIDED.sub("", word) if language in ELIDING else word
        if len(bare_word) < 4 or not bare_word.islower() or not text.stems[i] or word.endswith(NO_NOUN):
            continue
        behind = bare_word != word or (i > 0 and ARTICLE.fullmatch(text.words[i - 1]) is not None)
        if text.letters[i] in "ef" if language == "en" else behind:
            yield i, i + 1


@functools.lru_cache(maxsize=1024)
def _parts(letters: str) -> list[tuple[int, int]]:
    """The spans of tokens within a phrase that are phrases themselves: its ends, and its name with one noun or none."""
    inside = range(1, len(letters))
    starts = [
        0,
        *(i for i in inside if letters[i] in "nqj" or (letters[i] == "c" and letters[i - 1] not in "cok")),
    ]
    stops = [*(i for i in inside if letters[i] in "nqjimefv" and letters[i - 1] in "c#"), len(letters)]
    spans = [(a, b) for a in starts for b in stops if 0 < b - a <= LONGEST and letters[b - 1] in "nqcefv#"]
    return [(a, b) for a, b in spans if letters[a] != "c" or letters[a:b][-2:-1] not in set("nqjm")]


def _phrase(stems: tuple[str, ...], places: list[Place], first: Tagged, people: frozenset[str]) -> Phrase:
    text, start, end = places[0]
    letters = "".join(itertools.compress(text.letters[start:end], text.stems[start:end]))
    named = "c" in letters and not people.isdisjoint(map(bare, text.words[start:end]))
    person = named or is_office(text.words[end - 1])
    return Phrase(stems, letters, places, text is first and start < FIRST, person)


@functools.lru_cache(maxsize=50_000)
def is_office(word: str) -> bool:
    """Whether a word is one for who holds an office ("minister")."""
    return OFFICE.fullmatch(word.capitalize()) is not None


def written(phrase: Phrase, texts: Sequence[Tagged], language: str) -> str:
    """How a phrase is written most often, and first, without a genitive at its end; a people by its country."""
    forms = Counter(text.written(start, end) for text, start, end in phrase.places[:SEEN])
    form = max(forms, key=forms.__getitem__)
    form = ELIDED.sub("", form) if language in ELIDING else form
    form = DEFINITE.sub("", form, count=1) if language == "ar" and DEFINITE.match(form) else form
    country = countries().get(form) if language == "en" else None
    return country if country and any(country == bare(w) for text in texts for w in text.words) else form


def stems_of(text: str, language: str) -> tuple[str, ...]:
    """Stems of the content words; what names a country is that country."""
    return tuple(filter(None, (stem_of(word, language) for word in WORD.findall(text))))
