"""Topics: the name or noun phrase that sets a section apart from the others, in its own words."""

from __future__ import annotations

import math
import re
from collections import Counter

from briefing.language.words import stop_words
from briefing.model import Document, Sentence

PHRASE = re.compile(
    r"\b[A-Z][\w’'-]*(?: (?:of |the )?(?:[A-Z][\w-]*|\d+))*(?: (?:pipeline|project|deal|accord|pandemic|crisis|talks|reform|plan|budget|law))?"
)
SAYS = re.compile(r"(?:^|\s)(?:said|says|told|claimed|added|warned|insisted|urged)\b")


def topics(parts: list[list[Sentence]], headings: list[str | None], document: Document) -> list[str | None]:
    """One topic per part, no two alike; ``None`` where nothing sets a part apart."""
    stop = stop_words(document.metadata.language)
    counts = [Counter(_phrases(part, stop)) for part in parts]
    spread = Counter(phrase for count in counts for phrase in count)
    speakers = {
        m
        for part in parts
        for s in part
        for m in re.findall(r"\b([A-Z][\w’'-]+) (?:said|told|claimed|says|added)\b", s.text)
    }
    chosen: list[str | None] = []
    for count, heading in zip(counts, headings, strict=True):

        def weight(phrase: str, count: Counter[str] = count, heading: str | None = heading) -> float:
            apart = math.log((1 + len(parts)) / spread[phrase]) + 0.1
            headed = 2.0 if heading and phrase in heading else 1.0
            return count[phrase] * apart * headed * (1 + 0.2 * phrase.count(" "))

        usable = [p for p in count if p.split()[-1] not in speakers and p not in chosen]
        best = max(sorted(usable), key=weight, default=None)
        chosen.append(best)
    return chosen


def _phrases(part: list[Sentence], stop: frozenset[str]) -> list[str]:
    found = []
    for sentence in part:
        for match in PHRASE.finditer(sentence.text):
            phrase = re.sub(r"[’']s$", "", match.group())
            if phrase.lower() not in stop and not (match.start() == 0 and " " not in phrase):
                found.append(phrase)
    return found
