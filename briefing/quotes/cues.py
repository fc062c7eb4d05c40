"""The words that report speech, and the force they give to it."""

from __future__ import annotations

import functools
import re
from importlib.resources import files
from typing import cast

from briefing.model import Force

ACCORDING = re.compile(r"\b[Aa]ccording to |\b[Ii]n the words of ")


@functools.cache
def forces() -> dict[str, Force]:
    """Force of each form of each reporting verb, from cues.tsv."""
    table: dict[str, Force] = {}
    for line in files("briefing.quotes").joinpath("cues.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            force, _, forms = line.partition("\t")
            table.update(
                dict.fromkeys((form.replace("_", " ") for form in forms.split()), cast(Force, force))
            )
    return table


@functools.cache
def base_forms() -> frozenset[str]:
    """The forms that may be nouns or need a plural subject ("claim", "report"): the first of each verb."""
    lines = files("briefing.quotes").joinpath("cues.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[1].split()[0] for line in lines if not line.startswith("#")) - {"found"}


@functools.cache
def inner_verbs() -> frozenset[str]:
    """Forms that tell of thinking or going on rather than of speaking: a verb of saying before them is the cue."""
    heads = [
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
        "go_on",
        "agree",
        "offer",
        "decide",
        "question",
    ]
    lines = files("briefing.quotes").joinpath("cues.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t")[1].split() for line in lines if not line.startswith("#")]
    return frozenset(form.replace("_", " ") for row in rows if row[0] in heads for form in row)


@functools.cache
def pattern() -> re.Pattern[str]:
    """Finds the forms of reporting verbs as whole words in lower case."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(forces(), key=lambda f: (-len(f), f)))})(?![\w-])")
