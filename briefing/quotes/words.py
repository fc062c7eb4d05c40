"""The words of a paragraph, and what each of them can be.

There is no tagger here: a closed list of function words (``words.tsv``) and the shape of all other words tell names,
nouns and verbs apart well enough to see whom a verb can belong to, and cost a microsecond.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Literal

from briefing.language.given_names import given_names
from briefing.language.vocabulary import Vocabulary
from briefing.language.words import has_capital
from briefing.quotes.cues import COMPOUNDS, forms_of

TOKEN = re.compile(
    r"[A-Za-z]{2,}+(?= )|(?:Jr|Sr)\.(?:[’']s?)?|(?:[A-Z][a-z]{0,3}\.(?:-[A-Z][a-z]{1,3}\.)?|(?:[A-Za-z]\.){2,})(?=\s)"
    r"|(?:[Hh]e|[Ss]he|[Ii]t?|[Tt]hey|[Ww]e|[Yy]ou|[Ww]ho)(?=[’'](?:s|re|m|ve|ll|d)\b)|[’'](?:s|re|m|ve|ll|d)\b"
    r"|[\w$€£@#][\w’'&@%-]*(?:\.\w+|,\d{3}\b)*|--+|[()\[\]]{3,}+|[.,;:!?()\[\]—–―…/-]"
)
"""A word, with its full stop where it is abbreviated, or a mark; most are letters before a space, which is seen first. Only
the space behind a word is looked at besides. Of "he's" the pronoun is a word, for it may be who speaks."""
QUOTATION = '"'
"""Stands for a whole quotation, as a word and as its class."""
FUNCTION_CLASSES = "DPORAEXICTZ"
OTHER_PAST = frozenset({"said", "told", "wrote", "thought", "knew", "sought", "saw", "spoke", "went"})

BODIES = frozenset(["family", "assembly"])
"""Words in -ly that are no adverbs, and may speak."""


NAMES = frozenset(
    [
        "Ahmed",
        "Beijing",
        "Boeing",
        "Chongqing",
        "Fleming",
        "Irving",
        "Mohamed",
        "Nanjing",
        "Saeed",
        "Sayed",
        "Sterling",
        "Stirling",
        "Syed",
        "Waleed",
        "Wyoming",
    ]
)
"""Names that end as participles do, beyond first names."""


def is_participle(word: str) -> bool:
    """Whether a word with a capital can open a sentence as "Citing" and "Asked" do: not "Beijing", "Ming" or "Alfred"."""
    if not word.lower().endswith(("ing", "ed")) or len(word) < 5:
        return False
    return word not in NAMES and word not in given_names()


@functools.cache
def function_words() -> dict[str, str]:
    """Class of each function word, as words.tsv lists them."""
    found: dict[str, str] = {}
    for line in Path(__file__).with_name("words.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            letter, _, words = line.split("\t")
            for word in words.split():
                found[word] = found[word.replace("'", "’")] = letter
    return found


@functools.cache
def finite_forms() -> frozenset[str]:
    """Forms of reporting verbs that are verbs wherever they stand: "said", "claimed", "says"."""
    known = forms_of("speech", "direct", "inner", "stance")
    finite = (form for form in known if form.endswith(("ed", "s")) or form in OTHER_PAST)
    return frozenset(finite) - COMPOUNDS.keys()  # "press secretary Lena Dahl"


Token = tuple[str, str, str, int, int]
"""A word as it stands and in lower case, its class by itself, and where in its piece it begins and ends."""


@functools.cache
def vocabulary(behind: Literal[" ", ""]) -> Vocabulary[Token]:
    """The tokens of a piece of text without spaces, by what stands behind it."""
    return Vocabulary(lambda piece: map(_token, TOKEN.finditer(piece + behind)))


def _token(match: re.Match[str]) -> Token:
    word = match[0]
    plain = word.replace("―", "—")  # a bar is a dash
    return word, plain.lower(), class_of(plain), *match.span()


def class_of(word: str) -> str:
    """The letter for what ``word`` can be, by itself.

    Those of words.tsv, and N(ame), # (a number), G (in -ing), V (a verb in -ed, or a form of a reporting verb),
    X (in -ly), L (any other word in lower case); a mark stands for itself.
    """
    low = word.lower()
    if word.isupper() and len(word) > 1:
        return "N"  # the WHO, the US
    if low in function_words():
        return function_words()[low]
    if has_capital(word):
        return "N"
    first = word[0]
    if first.isdigit() or first in "$€£":
        return "#"
    if not first.isalpha():
        return first if first in '.,;:()[]—–-!?"' else "L"
    if low.endswith("ly") and len(low) > 4 and low not in BODIES:
        return "X"
    if low.endswith("ing") and len(low) > 5:
        return "G"
    return "V" if low in finite_forms() or (low.endswith("ed") and len(low) > 4) else "L"
