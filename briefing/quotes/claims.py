"""Indirect speech: ``Biden said the matter was under review``; who says it, what, and with what force.

For each cue the sources and the contents that its sentence offers are weighed (``readings``). Where no source and content
have a clear share, nothing is claimed.
"""

from __future__ import annotations

import bisect
import functools
from collections import Counter
from collections.abc import Collection

from briefing.model import Claim, Document, Force, Speaker
from briefing.quotes.clauses import beyond_aside, beyond_name, own_subject
from briefing.quotes.cues import Words, table
from briefing.quotes.evidence import Worth, weights
from briefing.quotes.paragraphs import Paragraph, paragraphs_in
from briefing.quotes.passive import is_passive, named_by
from briefing.quotes.people import people_in
from briefing.quotes.readings import CLUES, VERB, Reported, alike, likeliest
from briefing.quotes.sources import named, without_time
from briefing.quotes.words import QUOTATION

CERTAIN = 0.29
"""The share of the odds from which on a claim is one: the best F1 on articles that were not learnt from."""
LETTERS = 4
"""Letters of a cue that are looked for first, for many cues have them in common."""
PASSING = "according to"
CROWDED = 100
"""Cues of one sentence from which on it is none that anybody wrote, and claims nothing."""
VERBS = ("speech", "direct", "inner", "stance")
"""Kinds of cues that have a subject."""
HEARING = frozenset(
    ["told", "warned", "informed", "assured", "advised", "asked", "reminded", "praised", "promised"]
)
"""Participles whose subject is whoever hears it: "Dahl was told that ..."."""
REFUSALS = frozenset(
    [
        "failed",
        "fails",
        "refused",
        "refuses",
        "declined",
        "declines",
        "yet",
        "short",
        "avoided",
        "avoids",
        "without",
        "denied",
        "denies",
    ]
)
"""Words before a verb that nobody does: "stopped short of saying", "has yet to say"."""
REFUSING = frozenset(["to", "of", "avoided", "avoids", "without", "denied", "denies", "having"])
"""What stands between them and the verb."""
NEGATIONS = frozenset({"not", "never", "no", "neither", "cannot"})


@functools.cache
def learnt() -> Worth:
    """What the clues are worth, by claims.tsv."""
    return Worth(CLUES, weights("claims"))


def claims_in(document: Document, index: int = 0, cues: Collection[str] | None = None) -> list[Claim]:
    """Every reported clause of the body without quotation marks, in reading order, at most one per cue; only in English.

    ``cues``: only the claims of these forms.
    """
    if document.metadata.language != "en":
        return []
    people = people_in(document)
    opening = {cue.partition(" ")[0] for cue in cues or ()}
    beginnings = {word[:LETTERS] for word in opening}
    found: list[Claim] = []
    for number, p in enumerate(paragraphs_in(document), 1):
        if cues is not None:
            # Few paragraphs have the word of a cue, and the words of the others need not be read.
            has = p.span.of(p.text).lower().__contains__
            if not (any(map(has, beginnings)) and any(map(has, opening))):
                continue
        for one in reported(p, learnt(), CERTAIN, cues):
            source = _speaker(p, one)
            if source is None:
                continue
            content, mention = p.span_of(one.content), p.span_of(source)
            speaker = Speaker(*people.resolve(mention), mention)
            words = content.of(document.text)
            found.append(
                Claim(words, content, speaker, p.span_of(one.cue), force_of(p, one.cue), number, index)
            )
    return found


def reported(
    p: Paragraph, worth: Worth, certain: float, forms: Collection[str] | None = None
) -> list[Reported]:
    """The claims of a paragraph in order, or those of these ``forms`` alone; where two cues give nearly the same words
    ("declined to comment on"), the likelier one."""
    kept: list[Reported] = []
    cues = cues_of(p) if forms is None else [cue for cue in p.cues if p.form(cue) in forms]
    for cue in _of_sentences(p, cues):
        one = likeliest(worth, p, cue, kept, certain)
        if one is None or _is_tag(p, one):
            continue
        rival = kept[-1] if kept and alike(kept[-1].content, one.content) else None
        if rival and rival.share >= one.share:
            continue
        if rival:
            kept.pop()
        kept.append(one)
    return kept


def _speaker(p: Paragraph, one: Reported) -> Words | None:
    """Who claims it: the subject of the verb, of a passive whoever "by" names; ``None`` where nobody does."""
    source, cue = one.source, one.cue
    if source[1] <= cue[0] and named(p.form(cue))[1] in VERBS:
        source = (
            own_subject(p, source, cue)
            or beyond_aside(p, source, cue)
            or (
                source[1] == cue[0]
                and p.classes[cue[0]] != "G"
                and beyond_name(p, source, p.sentence(cue[0])[0])
            )
            or source
        )
        if is_passive(p, cue) and p.lows[cue[0]] in HEARING:
            return named_by(p, cue[1])
    return without_time(p, source)


def _is_tag(p: Paragraph, one: Reported) -> bool:
    """Whether it only says who speaks, or passes a quotation on: ``"...," said the mayor of Ebba``, ``"...," Berg said,
    according to the Post.``"""
    first, end = one.content
    if (
        first == one.cue[1]
        and p.words[one.cue[0] - 1] == QUOTATION
        and p.lows[one.cue[0]] in ("said", "says")
    ):
        return VERB.search(p.classes[first:end]) is None
    behind = first > p.sentence(first)[0] and p.words[first - 1] == QUOTATION
    says = bisect.bisect_left(p.cue_starts, first) < bisect.bisect_left(p.cue_starts, end)
    opening = [p.form((max(0, first - 1), first + 1)), p.form((first, min(first + 2, end)))]
    return (behind and says and p.form(one.cue) == PASSING) or PASSING in opening


def cues_of(p: Paragraph) -> list[Words]:
    """The cues of a paragraph; a colon behind the words that a sentence opens with is one: ``Report: ...``."""
    labels = [
        (last, last + 1)
        for first, last in p.phrases
        if last + 1 < len(p.words) and p.lows[last] == ":" and p.sentence(first)[0] == first
    ]
    return sorted(p.cues + labels) if labels else p.cues


def _of_sentences(p: Paragraph, cues: list[Words]) -> list[Words]:
    """The cues without those of crowded sentences."""
    if len(cues) < CROWDED:
        return cues
    times = Counter(p.sentence(first) for first, _ in cues)
    return [cue for cue in cues if times[p.sentence(cue[0])] < CROWDED]


def force_of(p: Paragraph, cue: Words) -> Force:
    """How the cue presents the content: what somebody did not say is as good as denied, and not denied is left open."""
    known = table().get(p.form(cue))
    force = known.force if known else "neutral"
    start = p.sentence(cue[0])[0]
    before = p.lows[max(start, cue[0] - 2) : cue[0]]
    left_out = p.lows[max(start, cue[0] - 3) : cue[0]]
    if not REFUSALS.isdisjoint(left_out) and REFUSING.issuperset(left_out[-1:]):
        return "negative"
    if any(word in NEGATIONS or word.endswith(("n't", "n’t")) for word in before):
        return "neutral" if force == "negative" else "negative"
    return force
