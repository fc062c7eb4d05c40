"""Who signs a plain text: a name under the standfirst, and what is told of the author at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.model import BODY, BlockKind
from briefing.readers.headers import is_person, presents

ABOUT = re.compile(r"(?:about|über|sobre|à propos de|acerca de|over|om) ", re.I)
"""What stands before the author's name over a paragraph about him."""
THEMSELVES = re.compile(
    r"about the (?:authors?|writers?)|(?:über den|zum|zur) autor(?:in)?|sobre (?:el autor|la autora)|à propos de l[’']auteure?",
    re.I,
)
"""The heading over a paragraph about whoever wrote the article."""
AND = re.compile(r",? (?:and|und|et|y|och|e) |, ")
"""What stands between two names."""
BESIDE = 2
"""Paragraphs at the beginning and at the end among which a line about the author stands."""


def signature(paragraphs: Sequence[str], kinds: Sequence[BlockKind], told: str) -> int | None:
    """Which block is the name of the author between the standfirst and the article, if one is: the only heading that
    is a name, behind the first paragraph, and of nobody whom the article tells of (``told``)."""
    names = [i for i, kind in enumerate(kinds) if kind == "subheading" and is_person(paragraphs[i])]
    if (
        len(names) != 1
        or sum(kind in BODY for kind in kinds[: names[0]]) != 1
        or paragraphs[names[0]] in told
    ):
        return None
    return names[0]


def author_box(paragraphs: Sequence[str], kinds: Sequence[BlockKind]) -> list[int]:
    """The blocks at the end that tell who the author is: the only heading that is a name, with or without "About", of
    nobody whom the article tells of, and no more than two paragraphs."""
    heads = [i for i, kind in enumerate(kinds) if kind == "subheading"]
    if heads and THEMSELVES.fullmatch(paragraphs[heads[-1]]):
        below = [i for i in range(heads[-1], len(kinds)) if kinds[i] in BODY]
        return [heads[-1], *below] if 1 <= len(below) <= BESIDE else []
    names = [name for i in heads if is_person(name := ABOUT.sub("", paragraphs[i]))]
    if len(names) != 1 or not paragraphs[heads[-1]].endswith(names[0]):
        return []
    below = [i for i in range(heads[-1], len(kinds)) if kinds[i] in BODY]
    first, last = names[0].split()[0], names[0].split()[-1]
    if not 1 <= len(below) <= BESIDE or first not in paragraphs[below[0]]:
        return []
    above = (paragraphs[i] for i in range(heads[-1]) if kinds[i] in BODY)
    told = names[0] == paragraphs[heads[-1]] and any(last in paragraph for paragraph in above)
    return [] if told else [heads[-1], *below]


def presenting(paragraphs: Sequence[str], kinds: Sequence[BlockKind], author: str | None) -> Iterable[int]:
    """The first and the last paragraphs that tell who the author is, and the name above the last."""
    body = [i for i, kind in enumerate(kinds) if kind in ("paragraph", "subheading")]
    if author is None or len(body) <= BESIDE:
        return []
    names = AND.split(author)
    first, last = body[:BESIDE], body[-BESIDE - 1 :]
    about = [i for i in {*first, *last} if any(presents(paragraphs[i], name) for name in names)]
    signed = {name.casefold() for name in names}
    return [*about, *(i for i in last if paragraphs[i].casefold() in signed)]
