"""What stands in the middle or at the end of a text and is none of it: newsletter boxes, and what ends a press release."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from briefing.lazy import seldom
from briefing.readers.lines import ENDS_SENTENCE, TAIL

OPENS = re.compile(r"(?:sign up|subscribe|get (?:our|the)\b.{0,60}\bnewsletter|newsletter)\b.{0,80}", re.I)
CLOSES = re.compile(
    r"(?:enter|type) your e-?mail\b.*|privacy notice:.*|(?:after|skip past) newsletter promotion|sign (?:me )?up|subscribed?",
    re.I,
)
FIELD = re.compile(r"(?:enter|type) your e-?mail\b.{0,60}", re.I)
"""Where a reader writes the address."""
OFFER = re.compile(r"\b(?:inbox|newsletters?|subscri\w+|sign up|e-?mails?)\b", re.I)
"""A word of what the newsletter is said to bring."""
NAME = 5
"""Words of its name at most."""
LONGEST = 6
"""Blocks of a newsletter box at most."""
LETTERS = re.compile(
    r"privacy notice:.*|.{2,60} is committed to publishing a diversity of letters\b.*|we[’']d like to hear what you think\b.*|"
    r"(?:are you|have you been|were you) affected by\b.*|this copy is for your personal\b.*|citation: .*\bretrieved\b.*|"
    r"[\[(]?editor[’']?s[’']? note:\s.*|corrections?:\s.*|you can add location information to your tweets\b.*|"
    r"when you tweet with a location\b.*|interested in .{2,60}\? add .*|view this post on \w+.{0,20}|"
    r"a post shared by .*|starting in 1996, alexa internet\b.*",
    re.I | re.S,
)
"""What stands below a guest essay, and below a report on what readers may have seen; what a reader may do with it; what the
editors and the network add of their own."""
DISCLAIMER = seldom(
    r"\bdo(?:es)? not (?:necessarily )?(?:reflect|represent|take)\b.{0,60}\b(?:views|opinions|positions?)\b|"
    r"\bthe (?:views|opinions) (?:expressed|represented|presented|set out)\b.{0,60}\b(?:are|is|belong)\b.{0,40}\b(?:authors?[’']?|own|alone)\b",
    re.I | re.S,
)
"""Whose the views of a comment are not."""
PICTURED = re.compile(r"(?:(?:AFP via )?Getty Images|PA Media|EPA-EFE|Shutterstock) [A-Z]")
"""How the words for a picture open on pages that put its agency first."""
SPONSOR = re.compile(r"a message from (?!(?:the|his|her|their|our|my) (?!sponsor)).{2,40}(?<![.!?:])", re.I)
NOTICE = 600
"""Characters of such a block at most."""
RELEASE = re.compile(r"(?:press|news|media) release\b.{0,60}|(?:for )?immediate release\b.{0,20}", re.I)
HEAD = 6
"""Blocks at the top among which a text says that it is a press release."""
BOILERPLATE = seldom(
    r"about (?:the )?(?-i:[A-Z]|\d+[A-Z])[^.!?]{1,80}|(?:safe harbou?r|cautionary|forward[- ]looking) (?:statements?|"
    r"note)\b.{0,60}|"
    r"(?:media|press|investor)(?: relations)? (?:contacts?|enquiries|inquiries)\b.{0,40}|contacts?:?|disclaimer:?",
    re.I,
)
"""Headings at the end of a press release under which the sender tells of himself."""


REFERENCES = re.compile(
    r"(?:references?|bibliography|further reading|(?:end|foot)?notes|anmerkungen|fußnoten|références|bibliographie|literatur(?:verzeichnis)?|referencias|bibliografía)"
    r"(?: and notes)?:?",
    re.I,
)
"""The heading of a list of works at the end."""
WORK = re.compile(r"\b(?:19|20)\d\d\b|https?:")
"""What an entry of that list holds."""


WRITER = seldom(
    r"(?P<name>[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3})(?:, [^,.]{3,80},)? is (?:an?|the|also|currently|[Ss]enior|[Cc]hief)\b"
    r".*\b(?:author|columnist|contributors?|correspondent|editor|editor-at-large|fellow|journalist|lecturer|professor|reporter|"
    r"writer|[Hh](?:is|er) (?:\w+ )?book|tweets|[Ff]ollow (?:him|her|them))\b.*",
    re.S,
)
"""A block that presents somebody who writes."""
LAST = 2
"""Blocks at the end of a text among which it presents its author."""


def inserted(blocks: Sequence[str]) -> set[int]:
    """Indices of the blocks that are no text of the article."""
    letters = {i for i, block in enumerate(blocks) if len(block) <= NOTICE and _is_notice(block)}
    return (
        letters
        | _pictures(blocks)
        | _sponsored(blocks)
        | _newsletters(blocks)
        | _boilerplate(blocks)
        | _references(blocks)
        | _author(blocks)
    )


def _is_notice(block: str) -> bool:
    """Whether it is what the editors or the publisher add."""
    if LETTERS.fullmatch(block):
        return True
    told = "views" in block or "opinions" in block or "positions" in block
    return told and DISCLAIMER.search(block) is not None


def _pictures(blocks: Sequence[str]) -> set[int]:
    """The words for those who do not see a picture, with its caption below; and captions with a button that hides them."""
    found: set[int] = set()
    for i, block in enumerate(blocks):
        if PICTURED.match(block) and len(block) <= 300 and not ENDS_SENTENCE.search(block[-TAIL:]):
            found.add(i)
            below = blocks[i + 1] if i + 1 < len(blocks) else ""
            if len(below.split()) > NAME and not ENDS_SENTENCE.search(below[-TAIL:]):
                found.add(i + 1)
        elif i > 1 and len(block) <= 15 and block.lower() == "hide caption":
            credit, caption = blocks[i - 1], blocks[i - 2]
            if len(credit.split()) <= 2 * NAME and not ENDS_SENTENCE.search(credit[-TAIL:]):
                found.update((i - 1, i - 2) if len(caption) <= NOTICE else (i - 1,))
                found.update(j for j in range(i + 1, min(i + 4, len(blocks))) if blocks[j] == credit)
    return found


def _sponsored(blocks: Sequence[str]) -> set[int]:
    """What a sponsor tells in a newsletter, with the line above that says so."""
    heads = [i for i, block in enumerate(blocks) if len(block) <= 60 and SPONSOR.fullmatch(block)]
    return {j for i in heads for j in (i, i + 1) if j < len(blocks)}


def _newsletters(blocks: Sequence[str]) -> set[int]:
    """The blocks from "Sign up to ..." to "Enter your email", where they are few."""
    found: set[int] = set()
    for i, block in enumerate(blocks):
        if i not in found and len(block) <= 100 and OPENS.fullmatch(block):
            ends = [j for j in range(i + 1, min(i + LONGEST, len(blocks))) if CLOSES.fullmatch(blocks[j])]
            if ends:
                found.update(range(i, ends[-1] + 1))
        if i > 0 and i not in found and len(block) <= 100 and FIELD.fullmatch(block):
            found.update(_offered(blocks, i))
    return found


def _offered(blocks: Sequence[str], field: int) -> Iterator[int]:
    """The blocks of a box with a ``field`` for the address: what is offered, its name above it, and the button below."""
    yield field
    if field + 1 < len(blocks) and CLOSES.fullmatch(blocks[field + 1]):
        yield field + 1
    if len(blocks[field - 1]) <= NOTICE and OFFER.search(blocks[field - 1]):
        yield field - 1
        if field > 1 and len(blocks[field - 2].split()) <= NAME and blocks[field - 2][-1].isalnum():
            yield field - 2


def _boilerplate(blocks: Sequence[str]) -> set[int]:
    """All from the first heading on under which the sender of a press release tells of himself, in its second half."""
    if not any(RELEASE.fullmatch(block) for block in blocks[:HEAD]):
        return set()
    first = next((i for i in _later_half(blocks) if BOILERPLATE.fullmatch(blocks[i])), len(blocks))
    return set(range(first, len(blocks)))


def _references(blocks: Sequence[str]) -> set[int]:
    """The list of works at the end of a report on research, with its heading."""
    headings = [i for i, block in enumerate(blocks) if len(block) <= 40 and REFERENCES.fullmatch(block)]
    if not headings:
        return set()
    later = set(_later_half(blocks)).intersection(headings)
    first = min((i for i in later if WORK.search(" ".join(blocks[i + 1 : i + 3]))), default=len(blocks))
    return set(range(first, len(blocks)))


def _author(blocks: Sequence[str]) -> set[int]:
    """The last blocks, where they present somebody who writes and whom the others do not tell of."""
    found: set[int] = set()
    for i in range(len(blocks) - 1, max(0, len(blocks) - 1 - LAST), -1):
        match = WRITER.fullmatch(blocks[i]) if len(blocks[i]) <= NOTICE and " is " in blocks[i] else None
        if match and not any(match["name"].rpartition(" ")[2] in block for block in blocks[:i]):
            found.add(i)
    return found


def _later_half(blocks: Sequence[str]) -> list[int]:
    """Indices of the blocks that begin in the second half of the text."""
    starts = list(itertools.accumulate(map(len, blocks), initial=0))
    return [i for i, start in enumerate(starts[:-1]) if start > starts[-1] / 2]
