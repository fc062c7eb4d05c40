"""Whether words can stand alone in a brief: they do not point back to what is not shown, and are nobody's in particular."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.language.words import stop_words
from briefing.lazy import seldom
from briefing.quotes.titles import is_person
from briefing.rankers.surface import DANGLING

TAIL = 40
"""Characters of a statement in which its last words stand."""
OPENING_WORD = re.compile(r"[\"“‘'(\[]*(\w+)")
SAID = seldom(r"[“„«「『\"][^“”„«»「」『』\"]*[”“»」』\"]$")
"""Nothing but a quotation; in English the stage of quotations knows them, and who speaks."""
ASIDE = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)[.!]?")
"""Nothing but what stands in brackets."""
CYRILLIC = re.compile("[а-яё]")
PRONOUN = re.compile(r"[hs](?<!\w[hs])(?:(?<=h)(?:e|im)|(?<=s)he)\b")
"""Somebody who is named before, or above; the first letter comes first, to be quick."""
WORD = re.compile(r"[\w-]+")
QUOTED = re.compile("[\"“]|''")
"""A quotation, in which a pronoun is the speaker's."""
CAPITAL = re.compile(
    r"\W(?!(?:I|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)(?!\w))[A-Z]"
)
"""How a name begins within a sentence; that of a day or a month is nobody's."""
NAME = re.compile(r"[\w.-]*(?: [A-Z][\w.-]*)*")
"""The rest of the name behind its capital."""
PLACED = re.compile(r"\b(?:[Tt]he|[IiOo]n|[Aa]t) $")
"""What stands before the name of a place or a body: "the White House", "on Twitter"."""
OWNING = ("’s ", "'s ")
FRAMES = """
in on at by from under with without for during after before since until when while as if once though although because where
whenever whether unless despite like unlike along within upon amid among even just only now given
"""
"""Words with which a sentence opens that may name somebody only behind the pronoun: "When he was ill, Dahl wrote a book"."""
FRAMING = frozenset(FRAMES.split())
ANYBODY = frozenset(
    [
        "anyone",
        "anybody",
        "everyone",
        "everybody",
        "nobody",
        "one",
        "child",
        "kid",
        "toddler",
        "baby",
        "cop",
        "rev",
    ]
)
"""Who may be meant by a pronoun, besides those whose role or calling is told."""


def points_back(text: str, language: str, *, opens: bool = False) -> bool:
    """Whether it points back to what is not named in it ("That, however, ...") or to a nameless speaker ("he said").

    ``opens``: whether it opens the text, where "The former director of the port" is whom the text introduces. The languages of
    ``alone.toml`` are known; Russian also where its letters alone tell it.
    """
    first = OPENING_WORD.match(text) if language == "en" else None
    if first is not None and first.group(1) in DANGLING:
        return True
    if language != "en" and SAID.match(text):
        return True
    if text[0] == "(" and ASIDE.fullmatch(text):
        return True
    if first is not None and _tells_of_nobody(text, first.group(1).lower()):
        return True
    known = _patterns("ru" if language == "und" and CYRILLIC.search(text) else language)
    words = text.lstrip("\"“‘'([")
    if opens:
        words = words.removeprefix("The former ")
    return bool(
        (known.back and known.back.match(words))
        or (known.within and any(map(words.__contains__, known.holding)) and known.within.match(words))
        or (known.ends and "“" not in text and '"' not in text and known.ends.search(text[-TAIL:]))
        or (known.unnamed and known.unnamed.search(text))
    )


def _tells_of_nobody(text: str, first: str) -> bool:
    """Whether it tells of "he" or "she", but names or calls nobody who could be meant: "The crowd did not let him go".

    ``first``: its first word, in small letters; where that is none of the common ones, it may be a name.
    """
    pronoun = PRONOUN.search(text) if first in stop_words("en") else None
    if pronoun is None:
        return False
    before = text[: pronoun.start()]
    if (
        QUOTED.search(before)
        or _names_somebody(before)
        or (first in FRAMING and CAPITAL.search(text, pronoun.end()))
    ):
        return False
    words = [word.lower() for word in WORD.findall(before)]
    return not any(is_person(w) or w in ANYBODY for w in words)


def _names_somebody(before: str) -> bool:
    """Whether one of the names within a sentence may be a person's: neither "the White House" nor "on Twitter" is."""
    end = 0
    for capital in CAPITAL.finditer(before):
        if capital.start() < end:
            continue
        rest = NAME.match(before, capital.end())
        end = rest.end() if rest else capital.end()
        if before.startswith(OWNING, end) or not PLACED.search(before, 0, capital.end() - 1):
            return True
    return False


def is_personal(text: str, language: str) -> bool:
    """Whether it is in the first person; ``text`` without its quotations."""
    personal = _patterns(language).personal
    return personal is not None and personal.search(text) is not None


class _Patterns(NamedTuple):
    """What ``alone.toml`` has of a language."""

    back: re.Pattern[str] | None
    within: re.Pattern[str] | None
    ends: re.Pattern[str] | None
    unnamed: re.Pattern[str] | None
    personal: re.Pattern[str] | None
    holding: Sequence[str]


@functools.cache
def _patterns(language: str) -> _Patterns:
    table = _table().get(language, {})

    def pattern(name: str) -> re.Pattern[str] | None:
        return re.compile("|".join(table[name])) if name in table else None

    return _Patterns(
        pattern("back"),
        pattern("within"),
        pattern("ends"),
        pattern("unnamed"),
        pattern("personal"),
        table.get("holding", ()),
    )


@functools.cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("alone.toml").read_text("utf-8"))
