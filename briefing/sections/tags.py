"""Tokens with one letter each for what they are, so that phrases are found by regular expressions over the letters.

This is chunking (Abney 1991; Ramshaw & Marcus 1995) without a tagger: a word has the class that it has most often, and
the grammar of ``phrases.py`` looks at its neighbours.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.language.given_names import given_names
from briefing.language.places import countries
from briefing.language.rarity import rarity, zipf_table
from briefing.language.vocabulary import Vocabulary
from briefing.language.word_classes import word_class
from briefing.language.words import has_capital, stems, stop_words

INSIDE = r"(?:[-’'.&/][^\W_]++)*+"
TOKEN = re.compile(
    rf"[^\W_]{{2,}}+{INSIDE}|(?:[^\W\d_]\.){{2,}}|[A-ZÀ-Þ]\.(?=[ _][A-ZÀ-Þ])|[^\W_]{INSIDE}|[^\w\s]"
)
"""A word, abbreviations such as "U.S." and initials with their stops, or a mark."""
INITIAL = re.compile(r"\. (?<=(?<!\w)[A-ZÀ-Þ]\. )(?=[A-ZÀ-Þ])")
"""The stop and the space of an initial, which its name is looked up with."""
OFFICE = re.compile(
    r"(?:Vice|Prime|Chief|Deputy|Foreign|Defen[cs]e|Interior|Finance|Justice|Attorney|President|Minister|Secretary|"
    r"Secretary-General|Chancellor|Director|General|Senators?|Sens?|Reps?|Representatives?|Congress(?:wo)?man|Ambassador|Envoy|"
    r"Governor|Gov|Mayor|Spokes(?:man|woman|person)|Chair(?:wo)?man|Commissioner|Professor|Judge|Leader|King|Queen|Prince|"
    r"Princess|Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Pope|Captain|Colonel|Sergeant|Officer|Sheriff)"
)
"""Words of an office, before the name of a person."""
DATE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Feb|Apr|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)"
)
"""Capitalised words that are no topic."""
NAMING = frozenset({"New", "Old", "First", "Second", "Third"})
"""Stop words that begin names ("New York", "First Amendment")."""
TITLE_CASE = 4
"""How many capitalised words there are to one in small letters, function words aside, in a line in title case."""
LINE = 25
"""Tokens of such a line at most."""
BEGINS = frozenset(".!?:|")
"""Marks after which a capital tells nothing."""


class Tagged(NamedTuple):
    """A text with its tokens; ``words``, ``letters``, ``stems`` and ``rarities`` are parallel."""

    text: str
    words: Sequence[str]
    letters: str
    """What each token is: c name, n noun, q noun in the plural, j adjective, e noun or verb, f the same in -s, m verb in
    -ed, i verb in -ing, v verb, s verb of saying, w modal verb, d determiner, p preposition, o "of", k link of a name, t office, # number,
    . mark, x anything else."""
    stems: Sequence[str]
    """Of each content word; "" of stop words and marks."""
    rarities: Sequence[float]
    """How rare each is in the language."""

    def written(self, start: int, end: int) -> str:
        """The tokens from ``start`` to ``end`` as they stand there, without a genitive at their end."""
        joined = " ".join(self.words[start:end])
        if joined in self.text:
            return bare(joined)
        tokens = list(itertools.islice(TOKEN.finditer(self.text), start, end))
        return bare(self.text[tokens[0].start() : tokens[-1].end()])


def tagged(texts: Sequence[str], language: str) -> list[Tagged]:
    """The tokens of each text; what is a name in one of them is one where it opens a sentence in another."""
    known = _vocabulary(language)
    # Column by column, without a loop over the words: a text has a thousand.
    columns = [_columns(text, known) for text in texts]
    letters = [list(letters) for _, letters, _, _ in columns]
    inside: set[str] = set()
    opening = []
    for (some, *_), mine in zip(columns, letters, strict=True):
        capitals = list(itertools.compress(range(len(mine)), map("C".__eq__, mine)))
        titled = language == "en" and _in_title_case(some, mine, capitals)
        for i in capitals:
            if titled or _opens(i, some, mine):
                opening.append((some, mine, i))
            elif (
                some[i] == "State" and mine[i - 1 : i] == ["o"] and OFFICE.fullmatch(some[i - 2].title())
            ):  # "Secretary of State Ana Berg"
                mine[i] = "t"
            else:
                mine[i] = "c"
                inside.add(some[i])
    written = set(itertools.chain.from_iterable([some for some, *_ in columns]))
    for some, mine, i in opening:
        first = mine[i + 1 : i + 2] == ["c"] and (some[i] in given_names() or some[i] in NAMING)
        named = first or _named(some[i], inside, written, language)
        mine[i] = "c" if named else _common(some[i].lower(), language)
    return [
        Tagged(text, some, "".join(mine), stems, rare)
        for text, mine, (some, _, stems, rare) in zip(texts, letters, columns, strict=True)
    ]


Kind = tuple[str, str, str, float]
"""A token with its letter, its stem and its rarity, by itself."""
Columns = tuple[Sequence[str], Sequence[str], Sequence[str], Sequence[float]]
"""The same of every token."""


@functools.cache
def _vocabulary(language: str) -> Vocabulary[Kind]:
    return Vocabulary(lambda piece: [_look_up(language, word) for word in TOKEN.findall(piece)])


def _look_up(language: str, word: str) -> Kind:
    return word, _letter(word, language), stem_of(word, language), rarity(word, language)


def _columns(text: str, known: Vocabulary[Kind]) -> Columns:
    """The tokens of a text, their letters, their stems and their rarities; only an initial looks beyond white space."""
    pieces = INITIAL.sub("._", text).split()
    kinds = list(itertools.chain.from_iterable(map(known.__getitem__, pieces)))
    if not kinds:
        return (), (), (), ()
    words, letters, stems, rare = zip(*kinds, strict=True)
    return words, letters, stems, rare


def _in_title_case(words: Sequence[str], letters: list[str], capitals: list[int]) -> bool:
    """Whether a line in English has capitals that tell nothing: on nearly all its words, a verb among them."""
    if (
        len(words) > LINE
        or len(capitals) < TITLE_CASE
        or len(capitals) < TITLE_CASE * sum(map(letters.count, "nqjefmvi"))
    ):
        return False
    return any(_common(words[i].lower(), "en") in "vmi" for i in capitals[1:])


def _opens(i: int, words: Sequence[str], letters: list[str]) -> bool:
    """Whether a word may open a sentence, so that its capital tells nothing."""
    before = i - 1
    while before >= 0 and letters[before] == "." and words[before] not in BEGINS:
        before -= 1
    return before < 0 or letters[before] == "."


def _named(word: str, inside: set[str], known: set[str], language: str) -> bool:
    """Whether a word that opens a sentence is a name.

    It has its capital within one too, or nobody lists it, and it is nowhere without.
    """
    lower = word.lower()
    unlisted = language == "en" and lower not in zipf_table(language) and not lower.endswith(("ing", "ed"))
    return lower not in known and (word in inside or unlisted or (word.isupper() and len(word) > 1))


@functools.cache
def function_words() -> dict[str, str]:
    """The letter of each word of ``function_words.txt``."""
    lines = Path(__file__).with_name("function_words.txt").read_text("utf-8").splitlines()
    table = (line.partition(": ") for line in lines if not line.startswith("# "))
    return {word: letter for letter, _, words in table for word in words.split()}


def _letter(word: str, language: str) -> str:
    """The letter of a token by itself; C where it is capitalised and no function word."""
    lower = word.lower().replace("’", "'")
    if not word[0].isalnum():
        return "."
    if word[0].isdigit():
        return "#"
    letter = function_words().get(lower)
    if letter and not (letter == "k" and word[0].isupper()):
        return letter
    if word in NAMING and language == "en":
        return "C"
    if lower in stop_words(language) or (len(word) == 1 and not word.isupper()):
        return "x"
    if has_capital(word):
        return "x" if DATE.fullmatch(word) else "t" if OFFICE.fullmatch(word) else "C"
    return _common(lower, language)


@functools.lru_cache(maxsize=50_000)
def _common(word: str, language: str) -> str:
    """The letter of a word in lower case; other languages have no table, and so no common nouns."""
    if language != "en" or "n't" in word:
        return "x"
    if word.endswith("'s"):
        return "d"
    kind = word_class(word, language)
    if kind == "verb":
        return "i" if word.endswith("ing") else "m" if word.endswith("ed") else "v"
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    if kind == "noun":
        return "x" if len(word) < 3 else "q" if plural else "n"
    return {"adjective": "j", "adverb": "x", "either": "f" if plural else "e"}[kind]


@functools.lru_cache(maxsize=50_000)
def stem_of(word: str, language: str) -> str:
    """The stem of a word; of a country's capital or people, the country's; "" of a stop word and a mark."""
    if not word[0].isalnum() or word.lower().replace("’", "'") in stop_words(language):
        return ""
    place = countries() if language == "en" else {}
    return stems([place.get(bare(word), word)], language)[0]


def bare(word: str) -> str:
    """A word without its genitive."""
    return word.removesuffix("'s").removesuffix("’s")


def rarities(texts: Sequence[Tagged]) -> dict[str, float]:
    """How rare each stem is in the language, by the word with which it is first written."""
    found: dict[str, float] = {}
    for text in reversed(texts):
        found.update(zip(reversed(text.stems), reversed(text.rarities), strict=True))
    return found
