"""Who said it: patterns around the quotation, in its own paragraph."""

from __future__ import annotations

import re

from briefing.model import Span

CUES = [
    "said",
    "says",
    "told",
    "added",
    "adds",
    "asked",
    "asks",
    "insisted",
    "warned",
    "argued",
    "wrote",
    "writes",
    "tweeted",
    "explained",
    "noted",
    "stated",
    "claimed",
    "declared",
    "announced",
    "continued",
    "concluded",
    "replied",
    "recalled",
    "acknowledged",
    "admitted",
    "confirmed",
    "denied",
    "suggested",
    "stressed",
    "urged",
    "called",
    "described",
    "testified",
]
CUE = "(?:" + "|".join(CUES) + ")"
NAME = (
    r"(?:(?:[A-Z][\w’'.-]*|[Tt]he|a|an|of|for|and) ?){0,6}[A-Z][\w’'-]+|he|she|they|He|She|They|"
    r"(?:[Tt]he|[Aa]n?) (?:[\w-]+ ){0,3}?[\w-]+"
)
APPOSITION = r"(?:,[^,.;“\"]{2,60},)?"
AFTER = re.compile(
    rf"[,.]?\s*(?:(?P<who>{NAME}){APPOSITION} (?:also |later |then )?(?P<cue>{CUE})\b|(?P<cue2>{CUE}) (?P<who2>{NAME}))"
)
BEFORE = re.compile(
    rf"(?:^|[.;,] |\b(?:that|and|but|as|while) )(?P<who>{NAME}){APPOSITION} (?:also |later |then |has |had )?"
    rf"(?P<cue>{CUE})\b[^.!?“\"]{{0,80}}$"
)


def attribute(text: str, paragraph: Span, quote: Span) -> tuple[Span, Span] | None:
    """Spans of the mention of the speaker and of the cue, or ``None`` where this paragraph does not tell."""
    after = AFTER.match(text[quote.end : min(paragraph.end, quote.end + 160)])
    if after:
        which = "" if after.group("who") else "2"
        return _shifted(after, "who" + which, quote.end), _shifted(after, "cue" + which, quote.end)
    start = max(paragraph.start, quote.start - 240)
    before = BEFORE.search(text[start : quote.start].rstrip(" :,"))
    if before:
        return _shifted(before, "who", start), _shifted(before, "cue", start)
    return None


def _shifted(match: re.Match[str], group: str, offset: int) -> Span:
    return Span(offset + match.start(group), offset + match.end(group))
