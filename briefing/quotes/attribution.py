"""Who said it: for each quotation, the sources that the text offers (``candidates``), weighed against each other.

Their weights are learnt (``attribution.tsv``). Where no source has a clear share there is no speaker: never a guess.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from briefing.quotes import embedding
from briefing.quotes.answers import OWN, is_answer
from briefing.quotes.candidates import CLUES, FEW, Candidate, Quoted, Said, around, in_sentence, look
from briefing.quotes.cues import table
from briefing.quotes.evidence import Worth, odds, weights
from briefing.quotes.names import names_somebody
from briefing.quotes.paragraphs import Paragraph
from briefing.quotes.sources import named
from briefing.quotes.unsaid import unsaid
from briefing.quotes.words import QUOTATION

CERTAIN = 0.3
"""The share of the odds from which on a source is named; higher shares name fewer and fewer wrongly."""
SETTLED = 0.5
"""The share from which on a source in the sentence of the quotation leaves no room for one outside it: of 2270 quotations
of annotated articles, looking further changes 3."""
LONGEST = 50_000
"""Characters of a paragraph; one that is longer is no prose."""
UNSURE, SURE = frozenset(["noun", "inner", "stance"]), 0.5
"""Kinds of cues that often stand beside a quotation without reporting it ("has agreed to a “series of steps”"), and the share that a
source must have with them."""
SHORT = ("0", "1", "2", "3", "5")
"""Lengths of quotations, up to eight words, that are often no speech: beside a verb that is not known to report, who speaks is
told wrongly in a third of the articles that were annotated."""


def attribute(paragraphs: Sequence[Paragraph]) -> list[list[Said | None]]:
    """Who said each quotation of each paragraph; ``None`` where the text does not tell."""
    found: list[list[Said | None]] = []
    worth = learnt()
    previous: tuple[Quoted, Candidate] | None = None
    for number, paragraph in enumerate(paragraphs):
        if paragraph.span.end - paragraph.span.start > LONGEST:
            found.append([None] * len(paragraph.quotes))
            continue
        said: list[Said | None] = []
        for index in range(len(paragraph.quotes)):
            quoted = look(paragraph, number, index)
            best = choice(worth, CERTAIN, paragraphs, quoted, previous)
            denied = best is not None and _is_denied(best, paragraph, quoted)
            previous = (quoted, best) if best and not denied else None
            who = None if best is None or _is_borrowed(best, quoted) else best.said
            said.append(who._replace(denied=True) if who and denied else who)
        found.append(said)
    return found


@functools.cache
def learnt() -> Worth:
    """What the clues are worth, by attribution.tsv."""
    return Worth(CLUES, weights("attribution"))


def choice(
    worth: Worth,
    certain: float,
    paragraphs: Sequence[Paragraph],
    quoted: Quoted,
    previous: tuple[Quoted, Candidate] | None,
) -> Candidate | None:
    """The source of the quotation, where one has a share of ``certain``; a quotation whose mark was left open at the
    end of the paragraph before goes on, unless its own sentence names another source."""
    p = paragraphs[quoted.paragraph]
    offered = in_sentence(p, quoted)
    if quoted.at > quoted.within[0] and p.lows[quoted.at - 1] == ":":
        label = next((candidate for candidate in offered if _is_label(candidate, quoted)), None)
        if label:
            return label
    best, offered = _likeliest(worth, certain, paragraphs, quoted, previous, offered)
    if best:
        best = embedding.speaker(_nearest(best, offered), offered, p, quoted.at)
        if best is None:
            return None
        if best.place in ("before", "after"):
            asked = p.words[quoted.within[1] - 1] == "?"
            return None if asked else best  # "Did he really say ...?" does not say that he did
    if quoted.place == 0 and quoted.paragraph and _goes_on(paragraphs, quoted.paragraph):
        left_open = (quoted.paragraph - 1, len(paragraphs[quoted.paragraph - 1].quotes) - 1)
        same = previous is not None and (previous[0].paragraph, previous[0].place) == left_open
        return previous[1] if previous and same else None
    if (
        best
        and previous
        and (_is_labelled(p, best, quoted) or is_answer(paragraphs, best, quoted, *previous))
    ):
        return None
    return best


def _likeliest(
    worth: Worth,
    certain: float,
    paragraphs: Sequence[Paragraph],
    quoted: Quoted,
    previous: tuple[Quoted, Candidate] | None,
    offered: list[Candidate],
) -> tuple[Candidate | None, list[Candidate]]:
    """The candidate with the greatest share, if that is enough, of those ``offered`` by its sentence and, where that settles
    nothing, by the text around it; and all that were looked at."""
    each = odds(worth, [candidate.clues for candidate in offered])
    best, share = weighed(offered, each)
    if share < SETTLED:
        outside = list(around(paragraphs, quoted, previous))
        offered = offered + outside
        each += odds(worth, [candidate.clues for candidate in outside])
        best, share = weighed(offered, each)
    if best and best.place == "after" and embedding.tells_more(best, quoted):
        others = [i for i, c in enumerate(offered) if best.source != c.source and best.cue != c.cue]
        best, share = weighed([offered[i] for i in others], [each[i] for i in others])
    if best is None or share < _enough(best, quoted, certain):
        return None, offered
    return (None if quoted.length in SHORT and not _reports(best) else best), offered


def _enough(best: Candidate, quoted: Quoted, certain: float) -> float:
    """The share that a source must have to be named."""
    part = quoted.opens != "A" or quoted.length in SHORT
    return max(certain, SURE) if part and named(best.paragraph.form(best.cue))[1] in UNSURE else certain


def _is_denied(best: Candidate, paragraph: Paragraph, quoted: Quoted) -> bool:
    """Whether its own sentence names who speaks, and says that they did not."""
    here = best.paragraph is paragraph and best.place in ("before", "after")
    return here and unsaid(best, quoted.at)


def _is_borrowed(best: Candidate, quoted: Quoted) -> bool:
    """Whether it is a word or three and no sentence, and its own sentence names nobody: what a thing is called, and hardly by
    whoever spoke before."""
    part = quoted.opens != "A" or quoted.ends not in ".?!,…"
    return part and quoted.length in FEW and best.place not in ("before", "after")


def _is_label(candidate: Candidate, quoted: Quoted) -> bool:
    """Whether all that stands before the quotation in its sentence is somebody's name and a colon: ``Lena Dahl: "..."``."""
    p, (first, end) = candidate.paragraph, candidate.source
    opens = first == quoted.within[0] or p.words[first - 1] == QUOTATION
    if not opens or (end, end + 1) != (candidate.cue[0], quoted.at) or p.lows[end] != ":":
        return False
    return names_somebody(" ".join(p.words[first:end]), p.text)


def _is_labelled(p: Paragraph, best: Candidate, quoted: Quoted) -> bool:
    """Whether a word in capitals and a colon open its sentence, so that it is not somebody's who is named elsewhere."""
    at = quoted.at
    opens = at == quoted.within[0] + 2 and p.lows[at - 1] == ":" and p.words[at - 2][0].isupper()
    return opens and best.place not in OWN


def _reports(candidate: Candidate) -> bool:
    """Whether its cue is known to report; a word or two beside any other verb is what a thing is called."""
    form = candidate.paragraph.form(candidate.cue)
    return form in table() or not form[0].isalpha()


def _nearest(best: Candidate, offered: Sequence[Candidate]) -> Candidate:
    """The candidate of the same source with the verb next to the quotation: "he said it was safe, adding that ...", "he denied it and
    said"."""
    lows = best.paragraph.lows
    nearer = (
        c
        for c in offered
        if c.place == best.place == "before" and c.source == best.source and c.cue > best.cue
        if _goes_with(lows[c.cue[0] - 1], *named(lows[c.cue[0]])[1:])
    )
    return next(nearer, best)


def _goes_with(before: str, kind: str, ending: str) -> bool:
    """Whether a verb behind the word ``before`` has the subject of the one ahead of it: ", saying", "and said"."""
    return kind == "speech" and (before == "and" or (before == "," and ending == "ing"))


def _goes_on(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether the paragraph opens with a mark and the one before has left one open, or both are speech without marks."""
    p, above = paragraphs[number], paragraphs[number - 1]
    if not above.quotes or p.quotes[0].start != p.span.start or above.quotes[-1].end != above.span.end:
        return False
    opening, closing = above.text[above.quotes[-1].start], above.text[above.span.end - 1]
    if opening in '“"':
        return closing not in '”"' or above.quotes[-1].end - above.quotes[-1].start == 1
    return above.quotes == [above.span] and opening.isalnum() and p.text[p.span.start].isalnum()


def weighed(offered: Sequence[Candidate], each: Sequence[float]) -> tuple[Candidate | None, float]:
    """The candidate of the source with the greatest share, by the odds of ``each``, and that share; several cues can speak
    for one source."""
    if not offered:
        return None, 0.0
    places = [candidate.paragraph.starts[candidate.source[0]] for candidate in offered]
    shares: dict[int, float] = {}
    for place, value in zip(places, each, strict=True):
        shares[place] = shares.get(place, 0.0) + value
    ranks = [(shares[place], value) for place, value in zip(places, each, strict=True)]
    best = max(ranks)
    return offered[ranks.index(best)], best[0] / (1 + sum(each))
