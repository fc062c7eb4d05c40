"""The words that report speech, and the force they give to it."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NamedTuple, cast

from briefing.model import Force

Kind = Literal["speech", "direct", "inner", "stance", "state", "noun", "source"]
Words = tuple[int, int]
"""A stretch of the words of a paragraph: the first, and the one after the last."""


class Cue(NamedTuple):
    """A row of cues.tsv."""

    force: Force
    kind: Kind
    forms: tuple[str, ...]
    """The base form first."""


@functools.cache
def table() -> dict[str, Cue]:
    """The row of each form, as cues.tsv lists them."""
    lines = Path(__file__).with_name("cues.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, Cue] = {}
    for force, kind, forms in (line.split("\t") for line in lines if not line.startswith("#")):
        cue = Cue(
            cast(Force, force), cast(Kind, kind), tuple(form.replace("_", " ") for form in forms.split())
        )
        found.update(dict.fromkeys(cue.forms, cue))
    return found


def forms_of(*kinds: Kind) -> frozenset[str]:
    """All forms of the cues of these kinds."""
    return frozenset(form for form, cue in table().items() if cue.kind in kinds)


@functools.cache
def forces() -> dict[str, Force]:
    """Force of each form."""
    return {form: cue.force for form, cue in table().items()}


COMPOUNDS = {
    "press": frozenset(
        ["secretary", "conference", "release", "officer", "office", "briefing", "agency", "corps"]
    ),
}
"""Cues that are no verbs before these nouns."""
ELSE = {
    "begin": frozenset(["to"]),
    "go on": frozenset(["to"]),
    "show": frozenset(["up", "off"]),
}
"""Cues, by their base forms, that tell of no speech before these words and no other cue: "dusk began to fall", but "went on to
say"."""
ARTICLES = frozenset(["a", "an", "the", "its", "their", "our", "my"])
"""What stands before no verb."""
NOUNS = frozenset(["state"])
"""Cues that are nouns, unless something shows that they are verbs: "state officials", but "the rules state that"."""
VERBAL = frozenset(
    ["to", "not", "will", "would", "can", "could", "must", "should", "may", "might", "i", "we", "they", "you"]
)
"""What stands before a bare verb."""


@functools.cache
def openers() -> dict[str, int]:
    """First words of the forms, with how many words the longest has that begins so."""
    found: dict[str, int] = {}
    for form in table():
        opener = form.partition(" ")[0]
        found[opener] = max(found.get(opener, 1), 1 + form.count(" "))
    return found


def cues_in(words: Sequence[str], lows: Sequence[str]) -> list[Words]:
    """The cues among the words of a paragraph (as they stand, and in lower case), in order and disjoint."""
    first, known = openers(), table()
    found: list[Words] = []
    for index in [i for i, low in enumerate(lows) if low in first]:
        if (found and index < found[-1][1]) or _is_noun(lows, index):
            continue
        low = lows[index]
        for length in range(first[low], 0, -1):
            form = " ".join(lows[index : index + length]) if length > 1 else low
            if form in known and (words[index] == low or known[form].kind == "source"):
                end = min(len(lows), index + length)
                if not _is_else(lows, known[form].forms[0], end):
                    found.append((index, end))
                break
    return found


def _is_else(lows: Sequence[str], base: str, end: int) -> bool:
    """Whether a cue that ends there tells of no speech, by the words behind it."""
    if base not in ELSE or end == len(lows) or lows[end] not in ELSE[base]:
        return False
    return end + 1 == len(lows) or lows[end + 1] not in table()


def _is_noun(lows: Sequence[str], index: int) -> bool:
    """Whether a word that can be a cue is a noun there, or part of one: "press secretary", "state officials", "the detailed plan"."""
    low, behind = lows[index], lows[index + 1] if index + 1 < len(lows) else ""
    before = lows[index - 1] if index else ""
    if low in NOUNS:
        return before == "the" or (behind not in ("that", ":", ",") and before not in VERBAL)
    return behind in COMPOUNDS.get(low, ()) or (before in ARTICLES and low.endswith("ed"))
