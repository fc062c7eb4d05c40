"""Answers: a quotation that follows a question is somebody else's, where nothing beside it says whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.lazy import seldom
from briefing.quotes.candidates import TAG, Candidate, Quoted
from briefing.quotes.paragraphs import Paragraph
from briefing.quotes.sources import named

ASKS = frozenset(["ask", "inquire"])
"""Verbs, by their base forms, of somebody who wants an answer."""
OWN = frozenset(["before", "after", "next sentence"])
"""Places of a source that a quotation has for itself."""
OPENS = seldom(
    r"\W*(?:yes|yeah|yep|yup|no|nope|nah|uh|um|sure|never|absolutely|definitely|exactly|correct|of course)\b(?! (?:one|matter))",
    re.I,
)
"""What an answer begins with."""
YOU = seldom(r"\byou\b", re.I)
"""Whom a question is put to."""
RHETORICAL = "rhetorically"
"""What says that whoever asks gives the answer too."""
SHORT = ("0", "1", "2", "3")
"""Lengths of an answer of up to four words."""


def is_answer(
    paragraphs: Sequence[Paragraph], best: Candidate, quoted: Quoted, question: Quoted, asker: Candidate
) -> bool:
    """Whether the quotation answers the ``question`` before it, so that it is not the ``best`` source's, who asked that:
    ``"Do you fish?" Dahl asked. "Yes."``"""
    asked = best.paragraph is asker.paragraph and best.cue == asker.cue
    if question.ends != "?" or quoted.ends == "?" or not asked or best.place in OWN:
        return False
    above, p = asker.paragraph, paragraphs[quoted.paragraph]
    if (
        named(above.form(asker.cue))[0] not in ASKS
        or RHETORICAL in above.lows[asker.cue[1] : asker.cue[1] + TAG]
    ):
        return False
    apart = quoted.paragraph != question.paragraph or quoted.at == question.at + 1
    if apart or OPENS.match(p.text, p.quotes[quoted.place].start):
        return True
    asks = paragraphs[question.paragraph].quotes[question.place]
    return quoted.length in SHORT and YOU.search(p.text, asks.start, asks.end) is not None
