"""The words that report speech, and the force they give to it."""

from __future__ import annotations

import functools
import re
from importlib.resources import files
from typing import cast

from briefing.model import Force

ACCORDING = re.compile(r"\b[Aa]ccording to |\b[Ii]n the words of ")


INNER = frozenset(
    [
        "think",
        "believe",
        "hope",
        "expect",
        "fear",
        "know",
        "find",
        "wonder",
        "doubt",
        "continue",
        "begin",
        "go",
        "agree",
        "offer",
        "decide",
        "question",
    ]
)
"""Verbs that tell of thinking or going on rather than of speaking."""


@functools.cache
def _table() -> tuple[tuple[Force, tuple[str, ...]], ...]:
    """Force and forms of each verb of cues.tsv, the base form first."""
    lines = files("briefing.quotes").joinpath("cues.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(
        (cast(Force, force), tuple(f.replace("_", " ") for f in forms.split())) for force, forms in rows
    )


def rows() -> list[tuple[str, ...]]:
    """The forms of each verb, the base form first."""
    return [forms for _, forms in _table()]


@functools.cache
def forces() -> dict[str, Force]:
    """Force of each form of each reporting verb."""
    return {form: force for force, forms in _table() for form in forms}


@functools.cache
def base_forms() -> frozenset[str]:
    """The forms that may be nouns or need a plural subject ("claim", "report")."""
    return frozenset(forms[0] for forms in rows()) - {"found"}


@functools.cache
def inner_verbs() -> frozenset[str]:
    """All forms of the verbs of ``INNER``: a verb of saying before them is the cue."""
    return frozenset(form for forms in rows() if forms[0].split()[0] in INNER for form in forms)


@functools.cache
def pattern() -> re.Pattern[str]:
    """Finds the forms of reporting verbs as whole words in lower case."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(forces(), key=lambda f: (-len(f), f)))})(?![\w-])")
