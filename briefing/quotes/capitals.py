"""What a run of capitalised words says by itself: a person's name, with a title or without, or none."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from briefing.language.given_names import Gender, given_names
from briefing.language.places import countries
from briefing.language.rarity import zipf_table
from briefing.language.word_classes import class_table
from briefing.language.words import has_capital
from briefing.quotes.cues import forces
from briefing.quotes.titles import bare, nicknames, role_nouns, titles
from briefing.quotes.words import is_participle

LONGEST = 12
"""Words that a run with a title and a name has at most."""
MEMBERS = frozenset(["Democrat", "Republican"])
"""Whom a party has, before the name."""
RANKS = frozenset(["Con", "Const", "Insp", "Ch", "Pro", "pro", "Tempore", "tempore", "Tem", "tem"])
"""What goes on with a rank or an office: "Det Con", "Det Ch Insp", "Senate President pro Tempore"."""
SURNAMES = frozenset(
    ["White", "Hall", "West", "Day", "Church", "Post", "Cross", "Lake", "Love", "Law", "King"]
)
"""Words of buildings and the like that are surnames as often."""
PARK = "Park"
"""A place too often to be a surname without a title: "Lt. Kenny Park", but "Stanley Park"; and a Korean surname, before a name
with a hyphen: "Park Min-seo"."""
FIRST = "Christian"
"""A first name that is an adjective too; before a word that is no common one it is a name."""
VERB = "Said"
"""A name that is a verb too: "Omar Said Hassan"."""
OFFICES = frozenset(["Bishop", "Judge", "Justice", "Prince", "Pope", "King", "Duke", "Baron"])
"""Offices that are surnames as often."""
LONG = 8
"""Letters from which on a word in -ly is an adverb and no first name, as "Kelly" is."""
SAYS = frozenset(["Says", "Adds", "Asks", "Writes"])
"""Verbs that stand before the name of who speaks, and open the sentence."""
FROM = ("-based", "-born", "-bred", "-raised", "-trained", "-educated")
"""How a word ends that says where somebody is from."""
LADY = "First Lady "
"""A role of two words, the second of which is an honorific elsewhere."""
TITLES = (
    LADY,
    "First Minister ",
    "First Secretary ",
    "First Deputy ",
    "First Vice ",
    "Managing Director ",
    "Managing Editor ",
    "Managing Partner ",
    "Commanding Officer ",
    "Commanding General ",
)
"""Titles whose first word opens sentences elsewhere."""
DEGREES = frozenset(["Ph", "PhD", "MD", "M.D", "M.D.", "J.D", "J.D.", "Esq"])
"""What stands behind a name and is no part of it."""
SUFFIXES = frozenset(["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"])


class Run(NamedTuple):
    """What a run of capitalised words says by itself; places count from its beginning."""

    name: str
    start: int
    """Where the name begins."""
    whole: int
    """Where the title begins, or else the name."""
    single: bool
    """Whether the name is one word."""
    role: str | None
    gender: Gender | None
    """Of an honorific in the title."""
    first: Gender | None
    """Of the first name."""


@functools.lru_cache(maxsize=1 << 12)
def run_of(words: str) -> Run | None:
    """What a run of capitalised words says; ``None`` where it can name no person."""
    if words in titles("opener") or words.count(" ") >= LONGEST:
        return None
    parts = [(w[0], w.start()) for w in re.finditer(r"\S+", words)]
    while parts and _opens(parts[0][0]) and not words.startswith(TITLES, parts[0][1]):
        parts = parts[1:]
    while len(parts) > 1 and parts[-1][0] in DEGREES:
        parts = parts[:-1]
    cut = _title(parts)
    title, name = parts[:cut], _without_party(parts[cut:])
    if title and title[-1][0] in ("of", "the"):
        return None  # "Archbishop of Ebba"
    honoured = len(name) == 1 and title and title[-1][0] in titles("honorific")
    ranked = bool(title) and title[-1][0].endswith(".")
    if not (honoured and _is_surname(name[0][0])) and not _can_be_name([w for w, _ in name], ranked=ranked):
        return None  # but "Ms. White"
    role, gender = _titled([w for w, _ in title])
    start = name[0][1]
    whole = title[0][1] if title else start
    first = given_names().get(name[0][0]) if len(name) > 1 else None
    return Run(" ".join(w for w, _ in name), start, whole, len(name) == 1, role, gender, first)


def _without_party(words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The name where other capitals lead up to it: "Senate Democrat Anna Lund"."""
    other = [i for i, (w, _) in enumerate(words) if w in titles("other")]
    if other:
        first = next((i for i, (w, _) in enumerate(words[:-1]) if i and w in given_names()), 0)
        if other == [0] and len(words) > 2 and words[0][0] in MEMBERS and may_be_first(words[1][0]):
            first = 1  # "Democrat Zelda Brook", whatever her first name
        return words[first:]
    return words


def _opens(word: str) -> bool:
    """Whether a capitalised word only opens a sentence, or says where somebody is from: "But", "Monday", "Using", "Tweeted",
    "Eventually", "Ebba-based"."""
    if word in titles("opener") or word.endswith(FROM):
        return True
    low = word.lower()
    verb = (is_participle(word) and (word.endswith("ing") or low in forces())) or word in SAYS
    adverb = class_table("en").get(low) == "adverb" or (
        len(low) >= LONG and low.endswith("ly") and low in zipf_table("en") and low not in class_table("en")
    )
    return (verb or adverb) and word not in given_names()


def _title(words: list[tuple[str, int]]) -> int:
    """How many of the words are a title: 3 of "US Secretary of State Antony Blinken" and its "of"."""
    cut = 0
    for i, (word, _) in enumerate(words[:-1]):
        if word in ("of", "the"):
            first = next((j for j in range(i + 2, len(words)) if words[j][0] in given_names()), i + 2)
            cut = min(first, len(words) - 1)
        elif (
            bare(word) in titles("office")
            or word in titles("honorific")
            or (cut == i > 0 and word in RANKS)
            or (word.lower() in titles("rank") and may_be_first(words[i + 1][0]))
        ):
            cut = i + 1
        elif i == 0 and len(words) > 2 and bare(word) in titles("calling") and word not in given_names():
            # "Photographer Lena Dahl", but not "Witness Mr. Dahl"
            cut = int(may_be_first(words[1][0]) and words[1][0] not in titles("honorific"))
    return cut


def may_be_first(word: str) -> bool:
    """Whether it is a first name, a short one too, or no common word of the language ("Incumbent")."""
    return word in given_names() or word in nicknames() or word.lower() not in zipf_table("en")


def _can_be_name(words: list[str], *, ranked: bool) -> bool:
    """Whether the words can be a person's name: no word of a body, a day or a place among them; ``ranked``: an abbreviated
    title stands before them."""
    core = [w for w in words if w not in SUFFIXES]
    if ranked and core[1:] == [PARK] and core[0] not in titles("other"):
        return True
    return (
        1 <= len(core) <= 5
        and not (len(core) == 1 and core[0].lower() in role_nouns())
        and titles("opener")
        .keys()
        .isdisjoint(word for word in core[1:-1] if word != VERB)  # "Expect When Snooki"
        and not (bare(core[-1]) in titles("office") and core[-1] not in OFFICES)  # "Medical Examiner"
        and not any(_is_other(w, core) or _is_land(w, core) or any(c.isdigit() for c in w) for w in core)
        and not any(w.isupper() and len(w) > 2 and "." not in w for w in core)
        and core[-1][-1] != "."
        and core[-1] != "I"  # "Am I"
        and has_capital(core[-1])
        and " ".join(core) not in countries()
    )


def _is_other(word: str, name: list[str]) -> bool:
    """Whether the word shows that the name is no person's; behind a first name some are surnames: "Tom Hall"."""
    if word not in titles("other"):
        return False
    if word == PARK == name[0] and len(name) == 2 and "-" in name[1]:
        return False
    if word == FIRST:
        return not (word == name[0] and len(name) > 1 and name[1].lower() not in zipf_table("en"))
    return not (len(name) in (2, 3) and word != name[0] and word in SURNAMES and name[0] in given_names())


def _is_surname(word: str) -> bool:
    """Whether a word of a building, an office or a calling is a surname as often: "Ms. White", "Mr. Singer"."""
    return word in SURNAMES or word in OFFICES or word.lower() in titles("calling")


def _is_land(word: str, name: list[str]) -> bool:
    """Whether the word is a country, or who is from there, and no surname as in "Jim Jordan"."""
    return word in countries() and not (
        len(name) > 1 and word == name[-1] and all(map(given_names().get, name[:-1]))
    )


def _titled(title: list[str]) -> tuple[str | None, Gender | None]:
    """Role of a title in capitals, and the gender of an honorific, which is no role."""
    gender = next((g for w in title if (g := titles("honorific").get(w))), None)
    if " ".join(title[-2:]) == LADY.strip():
        return " ".join(title), gender
    offices = [w for w in title if w not in titles("honorific")]
    held = any(bare(w) in role_nouns() or w.lower() in titles("rank") for w in offices)
    return " ".join(offices) if held else None, gender
