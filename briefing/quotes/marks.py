"""Where quotation marks open and close, paragraph by paragraph.

Newspapers leave the mark open at the end of each paragraph of a long quotation, so a mark that nothing closes
reaches to the end of its paragraph and never further. One pass, linear in the paragraph.
"""

from __future__ import annotations

import re

from briefing.model import Span

CLOSERS = {"“": '”"', "”": '”"', "„": '“”"', "«": "»", "»": "«", '"': '"”', "「": "」"}
MARK = re.compile(r"[“”„«»\"'`「」](?<![“”„«»\"'`「」]{5})(?:(?<=[^'`])|(?<=')'|(?<=`)`)")
"""A quotation mark, but for those behind four others, since no more than four stand together."""
BEFORE_OPENING = frozenset("([―—–-‘'/:,")
"""What stands before an opening mark, beyond white space."""
SINGLE_OPENING = re.compile(r"[‘'](?<![^\s(\[―—–:][‘'])(?=[\w¿¡\[])(?!\d\ds\b)")
NEAR = 300
"""Characters behind a number and a mark in which a quotation that holds them must close."""
SINGLE_CLOSING = re.compile(r"[’'](?!\w)")


def quoted_spans(text: str, paragraph: Span) -> list[Span]:
    """Spans of the outermost quotations of one paragraph, marks included, in order and disjoint.

    Single marks count where the paragraph has no double ones, or none outside them.
    """
    marks = list(MARK.finditer(text, paragraph.start, paragraph.end))
    if len(marks) > 3 and _holds_others(text, paragraph, marks):
        return [Span(paragraph.start, marks[-1].end())]
    spans = _double(text, paragraph, marks) if marks else _single(text, paragraph)
    if marks and spans and text[paragraph.start] in "‘'":
        spans = _around(text, paragraph, spans)
    return [span for span in spans if any(map(str.isalnum, span.of(text)))]


def _double(text: str, paragraph: Span, marks: list[re.Match[str]]) -> list[Span]:
    spans: list[Span] = []
    bounds = paragraph.start, paragraph.end
    start = -1
    last = -1
    unclosed = text.count("“", *bounds) > text.count("”", *bounds)
    for match in marks:
        at, mark = match.start(), match.group()
        mark = '"' if len(mark) > 1 else mark
        if (
            start >= 0
            and (mark in CLOSERS.get(text[start], CLOSERS['"']) or _closes_alike(text, start, at))
            and not _opens(text, match, paragraph, strict=True)
            and not _is_inches(text, match, paragraph)
        ):
            if unclosed and last > start and text[start] == "“" and _is_short_of_closing(text, start, last):
                start = last
            spans.append(Span(start, match.end()))
            start = -1
        elif start < 0:
            if _opens(text, match, paragraph, strict=False):
                start = at
        elif mark in "“„" and text[start] == '"' and start == paragraph.start:
            start = at  # a stray mark before a paragraph that quotes within itself
        elif mark in "“„":
            last = at
    if start >= 0:
        spans.append(Span(start, paragraph.end))
        if last > start and text[start] == "“" and _is_short_of_closing(text, start, last):
            spans[-1:] = [Span(start, last), Span(last, paragraph.end)]
    return spans


def _closes_alike(text: str, start: int, at: int) -> bool:
    """Whether a quotation ends as it began: in Swedish, »Nu är det dags», or by mistake, “It is time,“ she said."""
    if text[start] != text[at] or text[at] not in "»“" or text[at + 1 : at + 2].isalnum():
        return False
    return text[at - 1] in ",.?!…" or (text[at] == "»" and not text[at - 1].isspace())


def _around(text: str, paragraph: Span, spans: list[Span]) -> list[Span]:
    """The quotation in single marks that the paragraph opens with, where it holds all of those in double ones and ends
    as speech does; else these."""
    outer = _single(text, paragraph)[:1]
    holds = outer and outer[0].start == paragraph.start and spans[-1].end < outer[0].end
    return outer if holds and text[outer[0].end - 2] in ",.!?…" else spans


def _holds_others(text: str, paragraph: Span, marks: list[re.Match[str]]) -> bool:
    """Whether the paragraph is a quotation in straight marks, with others in curly ones in it."""
    if marks[0][0] != '"' or marks[-1][0] != '"':
        return False
    forms = "".join(match[0] for match in marks)
    return (
        forms[1:-1] == "“”" * (len(forms) // 2 - 1)
        and marks[0].start() == paragraph.start < marks[1].start() - 1
        and not text[marks[-1].end() : paragraph.end].strip()
    )


def _is_short_of_closing(text: str, start: int, last: int) -> bool:
    """Whether a sentence ends between two opening marks: then the first one was never closed."""
    return text[start:last].rstrip()[-1:] in ".!?,"


def _is_inches(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """Whether a mark behind a number counts inches: otherwise the next mark, which can only close, would close nothing."""
    at = match.start()
    if match.group() != '"' or not text[at - 1].isdigit() or not text[at + 1 : at + 3].strip().islower():
        return False
    following = MARK.search(text, at + 1, min(paragraph.end, at + NEAR))
    return bool(following and following[0] == '"' and not text[following.end() : following.end() + 1].strip())


def _opens(text: str, match: re.Match[str], paragraph: Span, *, strict: bool) -> bool:
    """Whether the mark can open a quotation; ``strict``: whether it cannot be a closing one."""
    at, mark = match.start(), match.group()
    before = text[at - 1] if at > paragraph.start else " "
    after = text[match.end()] if match.end() < paragraph.end else " "
    if mark in "“„":
        return not strict or (_leads(before) and not after.isspace())
    if mark == "「":  # in Japanese, which has no spaces
        return not strict
    if mark == "”":  # in Swedish and Finnish
        return not strict and after.isalnum() and _leads(before)
    if mark in "«»":
        bullet = at == paragraph.start and after.isspace() and CLOSERS[mark] not in text[at : paragraph.end]
        return not strict and not bullet
    if after.isspace() or not _leads(before):
        return False
    return not strict or before.isspace()


def _leads(before: str) -> bool:
    """Whether a quotation can open behind this character."""
    return before.isspace() or before in BEFORE_OPENING


def _single(text: str, paragraph: Span) -> list[Span]:
    """Quotations in single marks: a closing one follows punctuation, or ends a word that is no possessive."""
    spans: list[Span] = []
    at = paragraph.start
    if not SINGLE_OPENING.search(text, at, paragraph.end):
        return spans
    closings = [m.start() for m in SINGLE_CLOSING.finditer(text, paragraph.start, paragraph.end)]
    index = 0
    while opening := SINGLE_OPENING.search(text, at, paragraph.end):
        start = opening.start()
        while index < len(closings) and closings[index] <= start + 1:
            index += 1
        end = next(
            (c for c in closings[index : index + 12] if text[c - 1] in ",.!?…" or text[c - 1] != "s"), None
        )
        if end is None:
            end = closings[index] if index < len(closings) else None
        if end is None:
            break
        if " " in text[start:end]:
            spans.append(Span(start, end + 1))
        at = end + 1
    return spans
