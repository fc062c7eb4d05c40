"""The words that report speech, and the force they give to it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal, cast

from briefing.model import Force, Span

ACCORDING = re.compile(r"\b[Aa]ccording to |\b[Ii]n the words of ")


@dataclass(frozen=True, slots=True)
class Verb:
    """A row of cues.tsv."""

    force: Force
    kind: Literal["speech", "direct", "inner", "stance"]
    forms: tuple[str, ...]
    """The base form first."""


@functools.cache
def verbs() -> tuple[Verb, ...]:
    """The reporting verbs, as cues.tsv lists them."""
    lines = files("briefing.quotes").joinpath("cues.tsv").read_text(encoding="utf-8").splitlines()
    found = []
    for force, kind, forms in (line.split("\t") for line in lines if not line.startswith("#")):
        shown = tuple(form.replace("_", " ") for form in forms.split())
        found.append(
            Verb(cast(Force, force), cast(Literal["speech", "direct", "inner", "stance"], kind), shown)
        )
    return tuple(found)


def forms_of(*kinds: str) -> frozenset[str]:
    """All forms of the verbs of these kinds."""
    return frozenset(form for verb in verbs() if verb.kind in kinds for form in verb.forms)


@functools.cache
def forces() -> dict[str, Force]:
    """Force of each form of each reporting verb."""
    return {form: verb.force for verb in verbs() for form in verb.forms}


@functools.cache
def base_forms() -> frozenset[str]:
    """The forms that may be nouns or need a plural subject ("claim", "report")."""
    return frozenset(verb.forms[0] for verb in verbs()) - {"found"}


@functools.cache
def stance_forms() -> frozenset[str]:
    """Forms that tell of a position: indirect speech, but nothing that anybody said word for word."""
    return forms_of("stance")


@functools.cache
def weak_forms() -> frozenset[str]:
    """Forms that give way to a verb of saying before them: thinking, taking a stand, going on."""
    return forms_of("inner", "stance") | {"continue", "continues", "continued", "begin", "begins", "began"}


@functools.cache
def clause_forms() -> frozenset[str]:
    """Forms that take a clause or a position as what they report."""
    return forms_of("speech", "inner", "stance")


WORDS = re.compile(r"(?<![\w-])[a-z]{2,16}(?: (?:back|out|on|for|to|in)(?![\w-]))?(?![\w-])")


def find_cues(text: str, start: int, end: int) -> list[Span]:
    """Spans of the forms of reporting verbs in ``text[start:end]``, whole words in lower case, in order."""
    known = forces()
    found: list[Span] = []
    for match in WORDS.finditer(text, start, end):
        words = match.group()
        if words not in known:
            words = words.partition(" ")[0]
        if words in known:
            found.append(Span(match.start(), match.start() + len(words)))
    return found
