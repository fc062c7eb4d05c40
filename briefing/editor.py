"""What goes into a brief, within its length, and nothing twice: bottom line, key points, key quotes, statements."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator

from briefing.brief import Item
from briefing.care import places
from briefing.denials import answer_to, denial
from briefing.items import SECTIONS, said, statement
from briefing.keyquotes import Excerpt
from briefing.language.words import content_stems
from briefing.passages import MARKS
from briefing.pool import Pool
from briefing.select import repeats, word_count

KEY_POINTS = range(3, 6)
BOTTOM_LINE = 2
"""Sentences of the bottom line at most."""
HOOK = 10
"""Words below which a bottom line is a headline or a hook ("Nobody knew her name.") that leaves the news to what follows."""
LEADS = 3
"""Passages among which the lead is: a standfirst or a list may stand above it."""
SHARED = 3
"""Stems that the opening has in common with the headline at least, half of the headline's, to be the news."""
KEY_SHARE = 0.5
"""How much of the budget the key points may use."""
RETOLD, ALIKE = 7, 0.5
"""Stems that a sentence of another source shares at least, and their share of the shorter one's, where both tell the same event
in their own words."""
GENEROSITY = 1.25
"""How far a section's first quotation or statement may pass the section's even share of what is left."""


class Editor:
    """Keeps the budget and what has been said already."""

    def __init__(self, pool: Pool, budget: int) -> None:
        self.pool = pool
        self.budget = budget
        self.used = 0
        self.points = 0
        self.taken: list[int] = []
        self.statements: list[int] = []
        self._answer_to = functools.cache(functools.partial(answer_to, pool))

    def bottom_line(self) -> Iterator[Item]:
        """What is best as such, and where that is a hook, the sentence that follows it; where it accuses somebody, the answer."""
        yield self._bottom_line()
        best = self.taken[-1]
        if self.pool.passages[best].words < HOOK and self._follows(best):
            yield self._state(best + 1)
        elif (answer := self._answer(best)) is not None:
            yield self._state(answer)

    def _follows(self, i: int) -> bool:
        """Whether what follows passage ``i`` may be told together with it."""
        if i + 1 == len(self.pool.passages) or self.pool.home[i] != self.pool.home[i + 1]:
            return False
        sentences = sum(len(self.pool.passages[j].sentences) for j in (i, i + 1))
        plain = self.pool.is_plain(i) and self.pool.is_plain(i + 1) and not self.pool.is_somebodys(i + 1)
        return plain and sentences <= BOTTOM_LINE and self._fits(i + 1)

    def _bottom_line(self) -> Item:
        """The best passage of two sentences at most; the lead, where the ranking holds it nearly as good, or it says what the
        headline says.

        Where all is direct speech, the best quotation, of a statement rather than of an answer; where nothing fits, the
        shortest passage.
        """
        fitting = [i for i in self.pool.ranked if self._is_short(i)]
        telling = [i for i in self.pool.telling if self._is_short(i)]
        telling = telling or [i for i in fitting if self.pool.stands_alone(i)]
        telling = telling or [i for i in fitting if self.pool.names_its_speaker(i)]
        if not telling:
            short = [c for c in self._sayings(self.budget) if c[1].sentences <= BOTTOM_LINE]
            for i, excerpt in sorted(short, key=lambda c: (self.pool.answers(c[0]), -c[1].tells)):
                return self._say(i, excerpt)
        telling = telling or [i for i in fitting if not self.pool.passages[i].orphan]
        telling = telling or fitting or [min(self.pool.ranked, key=lambda i: self.pool.passages[i].words)]
        lead = min(telling)
        best = lead if lead in telling[:3] and lead < LEADS else self._headlined(telling)
        return self._state(best + 1 if self._is_headline(best) and best + 1 in telling else best)

    def _headlined(self, telling: list[int]) -> int:
        """The opening that says what the headline says, or else the best of all."""
        document = self.pool.findings.documents[0]
        title = set(content_stems(document.metadata.title or "", document.metadata.language))
        for i in sorted(i for i in telling if i < LEADS):
            if len(shared := title & self.pool.stems[i]) >= SHARED and 2 * len(shared) >= len(title):
                return i
        return telling[0]

    def _is_headline(self, i: int) -> bool:
        """Whether the next passage says the same as passage ``i``, and more."""
        short = self.pool.passages[i].words < HOOK and i + 1 < len(self.pool.passages)
        return short and repeats(self.pool.stems[i], self.pool.stems[i + 1])

    def key_points(self) -> list[Item]:
        """The best passages of different sections first, then the best of all, in reading order."""
        chosen: dict[int, Item] = {}
        homes: set[int] = set()
        limit = min(self.budget, self.used + round(KEY_SHARE * self.budget))
        longest = GENEROSITY * KEY_SHARE * self.budget / KEY_POINTS[0]
        short = [i for i in self.pool.telling if self.pool.passages[i].words <= longest]
        best = {self.pool.home[i]: self.pool.score[i] for i in reversed(short)}
        for i in short:
            if self.pool.score[i] < best[self.pool.home[i]] - self.pool.spread:
                continue  # far below what its section has to say: rather no point at all
            if self.pool.home[i] not in homes and len(chosen) < KEY_POINTS[-1] and self._fits(i, limit):
                chosen |= self._answered(i)
                homes.add(self.pool.home[i])
        for within in (limit, self.budget):
            for i in itertools.chain(short, self.pool.telling, self._second_best()):
                if len(chosen) >= KEY_POINTS[0]:
                    break
                if self._fits(i, within):
                    chosen |= self._answered(i)
            while len(chosen) < KEY_POINTS[0] and (quoted := next(self._sayings(within), None)):
                chosen[quoted[0]] = self._say(*quoted)
        self.points = len(chosen)
        return [chosen[i] for i in sorted(chosen)]

    def notes(self) -> Iterator[str]:
        """What a reader should know of the choice."""
        if self.points < KEY_POINTS[0]:
            yield self._why_few()
        documents = self.pool.findings.documents
        spoken = [self.pool.passages[i] for i in self.taken if self.pool.is_somebodys(i)]
        if spoken:
            where = places([(p.document, p.paragraph) for p in spoken], len(documents) > 1)
            yield f"In the first person without quotation marks, so of the author or of somebody asked: {where}."
        yield from self._answers_left_out()

    def _answers_left_out(self) -> Iterator[str]:
        """The answers to accusations that are shown, where they are not, word for word."""
        left_out: dict[int, list[tuple[int, int]]] = {}
        for i in self.taken:
            answer = self._answer_to(i)
            if answer is not None and self._is_new(answer):
                left_out.setdefault(answer, []).append(self._place(i))
        several = len(self.pool.findings.documents) > 1
        for answer, accusing in sorted(left_out.items()):
            words = " ".join(self.pool.text(answer).split())
            where = places([self._place(answer)], several)
            yield f"The answer to {places(accusing, several)} is not shown above: “{words}” {where}."

    def _place(self, i: int) -> tuple[int, int]:
        """Document and paragraph of passage ``i``."""
        return self.pool.passages[i].document, self.pool.passages[i].paragraph

    def _why_few(self) -> str:
        """Why there are fewer key points than there should be."""
        left = any(
            self._is_new(i) and (self.pool.stands_alone(i) or self.pool.names_its_speaker(i))
            for i in self.pool.ranked
        )
        why = (
            f"{self.budget} words have no room for more"
            if left
            else "the text has no more that can stand alone"
        )
        return f"Key points: {self.points or 'none'}, since {why}."

    def _second_best(self) -> Iterator[int]:
        """Passages for a text with few statements: who speaks is said, or they are in the first person or unfinished."""
        for fits in (self.pool.names_its_speaker, self.pool.stands_alone):
            yield from (i for i in self.pool.ranked if fits(i))

    def _is_short(self, i: int) -> bool:
        passage = self.pool.passages[i]
        return passage.words <= self.budget and len(passage.sentences) <= BOTTOM_LINE

    def _sayings(self, limit: int) -> Iterator[tuple[int, Excerpt]]:
        """Passage and excerpt of the quotations that are new and within ``limit`` words, best first; what only asks
        says nothing."""
        says = ((i, e) for i, e in self.pool.quotations if not e.text.rstrip(MARKS).endswith("?"))
        return ((i, e) for i, e in says if self.used + e.words <= limit and self._is_new(i))

    def _state(self, i: int) -> Item:
        self._take(i)
        return statement(self.pool, i)

    def _answered(self, i: int) -> dict[int, Item]:
        """Passage ``i``, and where it accuses somebody, the answer."""
        shown = {i: self._state(i)}
        answer = self._answer(i)
        return shown if answer is None else shown | {answer: self._state(answer)}

    def _answer(self, i: int) -> int | None:
        """The passage that denies what passage ``i`` accuses somebody of, where it fits and can be understood there."""
        answer = self._answer_to(i)
        if answer is None or not denial(self.pool, answer) or not self._fits(answer):
            return None
        below = answer == i + 1 and self.pool.home[answer] == self.pool.home[i]
        return answer if below or not self.pool.leans(answer) else None

    def _say(self, i: int, excerpt: Excerpt) -> Item:
        item = said(excerpt)
        self.taken += self.pool.heard(i, excerpt)
        self.used += word_count(item.text)
        return item

    def key_quotes(self, limit: int) -> dict[int, Excerpt]:
        """At most one quotation per section, the best one.

        Each section in turn may use its share of what is left, so that the last ones are not crowded out; one
        that has no quotation of that length gets its best statement instead.
        """
        found: dict[int, Excerpt] = {}
        said_in: dict[int, list[tuple[int, Excerpt]]] = {}
        for i, excerpt in self.pool.quotations:
            said_in.setdefault(self.pool.home[i], []).append((i, excerpt))
        homes = list(dict.fromkeys(self.pool.home))[:SECTIONS]
        for left, section in zip(range(len(homes), 0, -1), homes, strict=True):
            allowed = GENEROSITY * (self.budget - self.used) / left
            mine = said_in.get(section, ()) if len(found) < limit else ()
            fitting = (c for c in mine if c[1].words <= allowed and self._is_new(c[0]))
            if quoted := next(fitting, None):
                i, excerpt = quoted
                found[section] = excerpt
                self.taken += self.pool.heard(i, excerpt)
                self.used += word_count(excerpt.text)
            else:
                self._keep_best_of(section, allowed)
        return found

    def _keep_best_of(self, section: int, allowed: float) -> None:
        """The best statement of a section within ``allowed`` words, if there is one."""
        mine = (i for i in self.pool.ranked if self.pool.home[i] == section)
        for i in mine:
            if self.pool.passages[i].words <= allowed and self.pool.stands_alone(i) and self._fits(i):
                self._keep(i)
                return

    def _keep(self, i: int) -> None:
        """Passage ``i`` among the statements, and where it accuses somebody, the answer."""
        self._take(i)
        self.statements.append(i)
        answer = self._answer(i)
        if answer is not None:
            self._keep(answer)

    def fill(self) -> list[int]:
        """Passages for the sections, best first: one for each section, then whatever fits."""
        homes: set[int] = set()
        for once in (True, False):
            for i in self.pool.ranked:
                if (
                    self.pool.passages[i].orphan
                    or self.pool.curt[i]
                    or (once and (self.pool.home[i] in homes or not self.pool.is_plain(i)))
                ):
                    continue
                if self._fits(i) and self._has_its_context(i):
                    self._keep(i)
                    homes.add(self.pool.home[i])
        return sorted(self.statements)

    def _fits(self, i: int, limit: int | None = None) -> bool:
        """Whether passage ``i`` is new and within ``limit`` words."""
        within = self.used + self.pool.passages[i].words <= (limit or self.budget)
        return within and i not in self.taken and self._twin(i) is None

    def _twin(self, i: int) -> int | None:
        return next((j for j in self.taken if j != i and self._are_twins(i, j)), None)

    def _are_twins(self, i: int, j: int) -> bool:
        """Whether two passages say the same, in nearly the same words, or in two sources in half of them."""
        one, other = self.pool.stems[i], self.pool.stems[j]
        if self.pool.passages[i].document == self.pool.passages[j].document:
            return repeats(one, other)
        return repeats(one, other) or (len(one & other) >= RETOLD and repeats(one, other, ALIKE))

    def _take(self, i: int) -> None:
        self.taken.append(i)
        self.used += self.pool.passages[i].words

    def _has_its_context(self, i: int) -> bool:
        """Whether passage ``i`` stands alone, or is shown below the passage that it leans on."""
        return not self.pool.leans(i) or (
            i - 1 in self.statements and self.pool.home[i - 1] == self.pool.home[i]
        )

    def _is_new(self, i: int) -> bool:
        return i not in self.taken and self._twin(i) is None
