"""The editor: what goes into the brief, within the budget, and nothing twice."""

from __future__ import annotations

import datetime as dt

from briefing.brief import Brief
from briefing.candidates import Candidates, Findings
from briefing.care import caveats
from briefing.items import REST, SECTIONS, parts, source, statement
from briefing.keyquotes import Excerpt
from briefing.model import OTHER
from briefing.sayings import sayings
from briefing.select import repeats, word_count
from briefing.voices import named, voices

KEY_POINTS = range(3, 6)
KEY_SHARE = 0.5
"""How much of the budget the key points may use."""
GENEROSITY = 1.25
"""How far a section's first quotation or statement may pass the section's even share of what is left."""


def default_words(source_words: int) -> int:
    """Length of a brief in words: a third of its source, at least 120 and at most 700."""
    return min(700, max(120, source_words // 3))


def compose(
    findings: Findings, *, words: int | None, quotes: int | None, title: str | None, date: dt.date | None
) -> Brief:
    """Fill the parts of a brief within ``words``: bottom line, key points, key quotes, then the sections.

    ``quotes`` bounds the key quotes; ``title`` and ``date`` stand in for what the sources say.
    """
    documents = findings.documents
    words_in = sum(word_count(s.text) for s in findings.sentences)
    candidates = Candidates(findings)
    editor = _Editor(candidates, default_words(words_in) if words is None else words)
    bottom = editor.bottom_line()
    points = editor.key_points()
    quoted = editor.key_quotes(SECTIONS if quotes is None else quotes)
    statements = editor.fill()
    shown = tuple(parts(candidates, statements, quoted))
    people = voices(findings.quotes, findings.introduced)
    date = date or max((d.metadata.published for d in documents if d.metadata.published), default=None)
    return Brief(
        title=title or next((d.metadata.title for d in documents if d.metadata.title), "Untitled"),
        date=date,
        topics=tuple(dict.fromkeys(part.topic for part in shown if part.topic not in (REST, OTHER))),
        people=tuple(named(people)),
        sources=tuple(source(number, document) for number, document in enumerate(documents, 1)),
        language=documents[0].metadata.language,
        words_in=words_in,
        words_out=editor.used,
        bottom_line=tuple(statement(candidates, p) for p in bottom),
        key_points=tuple(statement(candidates, p) for p in points),
        parts=shown,
        who=tuple(people),
        sayings=sayings(documents, candidates.passages, findings.quotes),
        caveats=(*findings.notes, *caveats(documents, findings.quotes, findings.claims, date)),
    )


class _Editor:
    """Keeps the budget and what has been said already."""

    def __init__(self, candidates: Candidates, budget: int) -> None:
        self.candidates = candidates
        self.budget = budget
        self.used = 0
        self.taken: list[int] = []
        self.statements: list[int] = []

    def bottom_line(self) -> list[int]:
        """The best passage; the lead, where the ranking holds it nearly as good; the shortest, where none fits."""
        fitting = [i for i in self.candidates.ranked if self.candidates.passages[i].words <= self.budget]
        fitting = fitting or [min(self.candidates.ranked, key=lambda i: self.candidates.passages[i].words)]
        plain = [i for i in fitting if self.candidates.stands_alone(i)]
        plain = plain or [i for i in fitting if not self.candidates.passages[i].orphan] or fitting
        first = 0 if 0 in plain[:3] else plain[0]
        self._take(first)
        return [first]

    def key_points(self) -> list[int]:
        """The best passages of different sections first, then the best of all, in reading order."""
        chosen: list[int] = []
        homes: set[int] = set()
        limit = min(self.budget, self.used + round(KEY_SHARE * self.budget))
        longest = GENEROSITY * KEY_SHARE * self.budget / KEY_POINTS[0]
        plain = [i for i in self.candidates.ranked if self.candidates.stands_alone(i)]
        short = [i for i in plain if self.candidates.passages[i].words <= longest]
        best = {self.candidates.home[i]: self.candidates.score[i] for i in reversed(short)}
        for i in short:
            if self.candidates.score[i] < best[self.candidates.home[i]] - self.candidates.spread:
                continue  # far below what its section has to say: rather no point at all
            if self.candidates.home[i] not in homes and len(chosen) < KEY_POINTS[-1] and self._fits(i, limit):
                self._take(i)
                chosen.append(i)
                homes.add(self.candidates.home[i])
        for i in (*short, *(i for i in plain if self.candidates.passages[i].words > longest)):
            if len(chosen) < KEY_POINTS[0] and self._fits(i, limit):
                self._take(i)
                chosen.append(i)
        return sorted(chosen)

    def key_quotes(self, limit: int) -> dict[int, Excerpt]:
        """At most one quotation per section, the best one.

        Each section in turn may use its share of what is left, so that the last ones are not crowded out; one
        that has no quotation of that length gets its best statement instead.
        """
        found: dict[int, Excerpt] = {}
        candidates: dict[int, list[tuple[int, Excerpt]]] = {}
        for i, excerpt in self.candidates.quotations():
            candidates.setdefault(self.candidates.home[i], []).append((i, excerpt))
        homes = list(dict.fromkeys(self.candidates.home))[:SECTIONS]
        for left, section in zip(range(len(homes), 0, -1), homes, strict=True):
            allowed = GENEROSITY * (self.budget - self.used) / left
            fitting = [c for c in candidates.get(section, ()) if c[1].words <= allowed and self._is_new(c[0])]
            if fitting and len(found) < limit:
                i, excerpt = max(fitting, key=lambda c: (c[1].merit, c[1].words, -c[0]))
                found[section] = excerpt
                self.taken.append(i)
                self.used += word_count(excerpt.text)
            else:
                mine = (
                    i
                    for i in self.candidates.ranked
                    if self.candidates.home[i] == section and self.candidates.passages[i].words <= allowed
                )
                best = next((i for i in mine if self.candidates.is_plain(i) and self._fits(i)), None)
                if best is not None:
                    self._take(best)
                    self.statements.append(best)
        return found

    def fill(self) -> list[int]:
        """Passages for the sections, best first: one for each section, then whatever fits."""
        homes: set[int] = set()
        for once in (True, False):
            for i in self.candidates.ranked:
                if (
                    self.candidates.passages[i].orphan
                    or self.candidates.curt[i]
                    or not self._has_its_context(i)
                    or (once and (self.candidates.home[i] in homes or not self.candidates.is_plain(i)))
                ):
                    continue
                if self._fits(i):
                    self._take(i)
                    self.statements.append(i)
                    homes.add(self.candidates.home[i])
        return sorted(self.statements)

    def _fits(self, i: int, limit: int | None = None) -> bool:
        """Whether passage ``i`` is new and within ``limit`` words."""
        within = self.used + self.candidates.passages[i].words <= (limit or self.budget)
        return within and i not in self.taken and self._twin(i) is None

    def _twin(self, i: int) -> int | None:
        return next(
            (j for j in self.taken if j != i and repeats(self.candidates.stems[i], self.candidates.stems[j])),
            None,
        )

    def _take(self, i: int) -> None:
        self.taken.append(i)
        self.used += self.candidates.passages[i].words

    def _has_its_context(self, i: int) -> bool:
        """Whether passage ``i`` stands alone, or is shown below the passage that it leans on."""
        return not self.candidates.leaning[i] or (
            i - 1 in self.statements and self.candidates.home[i - 1] == self.candidates.home[i]
        )

    def _is_new(self, i: int) -> bool:
        return i not in self.taken and self._twin(i) is None
