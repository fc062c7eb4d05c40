"""What answers a question: sentences that hold its words, or names that belong to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from briefing.errors import OptionError
from briefing.language.places import countries
from briefing.language.words import content_stems, tokens
from briefing.model import Sentence
from briefing.select import Scores

APART, RELATED = 0.8, 0.6
"""What a sentence counts that holds the words of a phrase apart, and one that only holds a name that belongs to it."""


class Phrase(NamedTuple):
    """One of the phrases asked for; commas part them."""

    text: str
    words: list[str]
    """Its content stems."""
    related: list[list[str]]
    """The words of each name that belongs to it: of its country, its people and capital, and of who has a role there."""


def focused(
    scores: Scores,
    sentences: Sequence[Sentence],
    stems: Sequence[list[str]],
    focus: str,
    language: str,
    people: Mapping[str, str],
) -> tuple[Scores, tuple[str, ...]]:
    """Scores with the sentences that answer ``focus`` lifted above the others, and a note on what none answers.

    ``stems``: content stems of each sentence; ``people``: role of each person whom the text introduces.
    Raises OptionError on a focus without a word that tells something.
    """
    phrases = asked(focus, language, people)
    answers = np.array(
        [[answer(p, s.text, group) for s, group in zip(sentences, stems, strict=True)] for p in phrases]
    )
    notes = tuple(
        f"The text has nothing on {p.text!r}."
        for p, row in zip(phrases, answers, strict=True)
        if not row.any()
    )
    answered = answers.sum(axis=0)
    spread = float(scores.total.max() - scores.total.min()) + 1e-9
    lift = spread * (answered + (answered > 0))
    parts = {**scores.parts, "focus": lift} if scores.parts else {}
    return scores._replace(total=scores.total + lift, parts=parts), notes


def asked(focus: str, language: str, people: Mapping[str, str]) -> list[Phrase]:
    """The phrases of ``focus`` that tell something. Raises OptionError where none does."""
    phrases = [phrase(part, language, people) for part in re.split(r"[,;]", focus)]
    phrases = [p for p in phrases if p.words or p.related]
    if not phrases:
        raise OptionError(
            f"expected a focus with a word that tells something, found {focus!r}; name a subject."
        )
    return phrases


def phrase(text: str, language: str, people: Mapping[str, str]) -> Phrase:
    """What to look for. Names of countries are known in English; ``people`` give who has a role in what is asked for."""
    text = text.strip()
    words = content_stems(text, language)
    table = countries() if language == "en" else {}
    asked = {table[name] for name in table if _holds(_names(text), tokens(name))}
    names = {name for name, country in table.items() if country in asked}
    kin = [*(tokens(name) for name in sorted(names)), tokens(text)]
    in_role = {name.split()[-1] for name, role in people.items() if any(_holds(_names(role), k) for k in kin)}
    return Phrase(text, words, [tokens(name) for name in (*sorted(names), *sorted(in_role))])


def answer(phrase: Phrase, text: str, stems: list[str]) -> float:
    """How well a sentence answers: 1 where it holds the phrase, 0 where nothing of it. ``stems``: its content stems."""
    held = len(set(phrase.words).intersection(stems)) / max(1, len(phrase.words))
    if held == 1:
        return 1.0 if _holds(stems, phrase.words) else APART
    names = _names(text) if phrase.related else []
    return max(APART * held, RELATED * any(_holds(names, name) for name in phrase.related))


def _names(text: str) -> list[str]:
    """The words of ``text`` without the possessive."""
    return [word.removesuffix("’s").removesuffix("'s") for word in tokens(text)]


def _holds(words: list[str], run: list[str]) -> bool:
    """Whether ``words`` hold ``run`` as an unbroken run."""
    size = len(run)
    return size > 0 and any(words[i : i + size] == run for i in range(len(words) - size + 1))
