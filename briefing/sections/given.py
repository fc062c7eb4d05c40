"""Sections by topics that a reader names: each paragraph goes where it fits best, the rest under ``OTHER``.

A paragraph fits a topic by the topic's words in it (stems; "Ankara" is Turkey). One without any goes on with what
stands before it, as readers take it: the best path over the paragraphs (Viterbi 1967), in which a change of topic costs
something within a section of the article and nothing where a new one begins.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.errors import OptionError
from briefing.language.words import stop_words, tokens
from briefing.model import OTHER, Section, Sentence
from briefing.sections.phrases import stems_of

CHANGE = 1.0
"""What a change of topic costs within a section of the article, in mentions of a topic."""
SILENT = 0.4
"""What a paragraph costs that does not mention its topic."""
HEADED = 1.0
"""What a mention in the subheading is worth for each paragraph under it."""


def by_topic(sections: Sequence[Section], topics: Sequence[str], language: str) -> list[Section]:
    """The sentences of ``sections`` by ``topics``, in the order named; then ``OTHER``. Topics without any are left out.

    Raises OptionError on a topic without a word that tells something, and where there is none.
    """
    wanted = wanted_stems(topics, language)
    paragraphs, fits, begins = _paragraphs(sections, list(wanted.values()), language)
    path = best_path(fits, begins)
    names = [*wanted, OTHER]
    found = []
    for state, name in enumerate(names):
        mine = [i for i, at in enumerate(path) if at == state]
        if mine:
            said = sum(fits[i][state] > 0 for i in mine) if name != OTHER else 0
            why = (
                f"topic named: in {said} of {len(mine)} paragraphs or above them"
                if said
                else "no topic named"
            )
            found.append(Section(name, None, tuple(s for i in mine for s in paragraphs[i]), why))
    return found


def wanted_stems(topics: Sequence[str], language: str) -> dict[str, frozenset[str]]:
    """The stems of each topic, by its name without spaces around it. Raises OptionError."""
    wanted: dict[str, frozenset[str]] = {}
    for topic in topics:
        name = " ".join(topic.split())
        told = [w for w in tokens(name) if w.lower() not in stop_words(language)]
        if not told:
            raise OptionError(f"expected a topic with a word that tells something, found {topic!r}.")
        stems = frozenset(stems_of(name, language))
        if name == OTHER or stems in wanted.values():
            raise OptionError(f"expected topics that differ, found {topic!r} again; name each one once.")
        wanted[name] = stems
    if not wanted:
        raise OptionError('expected topics such as "Turkey,pipeline", found none.')
    return wanted


def _paragraphs(
    sections: Sequence[Section], wanted: Sequence[frozenset[str]], language: str
) -> tuple[list[list[Sentence]], list[list[float]], list[bool]]:
    """The paragraphs, how well each fits each topic, and whether it begins a section."""
    paragraphs: list[list[Sentence]] = []
    fits: list[list[float]] = []
    begins: list[bool] = []
    for section in sections:
        headed = Counter(stems_of(section.heading or "", language))
        groups: dict[int, list[Sentence]] = {}
        for sentence in section.sentences:
            groups.setdefault(sentence.paragraph, []).append(sentence)
        for n, group in enumerate(groups.values()):
            told = Counter(stems_of(" ".join(s.text for s in group), language))
            paragraphs.append(group)
            fits.append([mentions(told, stems) + HEADED * mentions(headed, stems) for stems in wanted])
            begins.append(n == 0)
    return paragraphs, fits, begins


def mentions(told: Counter[str], stems: frozenset[str]) -> float:
    """How often the words of a topic stand there, on average over its words."""
    return sum(told[stem] for stem in stems) / len(stems)


def best_path(fits: Sequence[Sequence[float]], begins: Sequence[bool]) -> list[int]:
    """The topic of each paragraph, by index; the number of topics stands for none. Ties go to the earlier topic."""
    count = len(fits[0]) + 1
    best, back = [0.0] * count, []
    for fit, begin in zip(fits, begins, strict=True):
        gains = [*(value or -SILENT for value in fit), 0.0]
        top = max(range(count), key=lambda s: (best[s], -s))
        change = 0.0 if begin else CHANGE
        came = [s if best[s] >= best[top] - change else top for s in range(count)]
        best = [max(best[s], best[top] - change) + gains[s] for s in range(count)]
        back.append(came)
    state = max(range(count), key=lambda s: (best[s], -s))
    path = []
    for came in reversed(back):
        path.append(state)
        state = came[state]
    return path[::-1]
