"""Plain text, also as pasted from a browser: lines become blocks, and furniture is told from the article."""

from __future__ import annotations

import itertools
import re

from briefing.lazy import seldom
from briefing.model import BODY, Block, BlockKind, Document, Metadata, Span
from briefing.readers.boxes import inserted
from briefing.readers.headers import author, dateline, is_header, is_person, presents, published, title_among
from briefing.readers.headings import headings, is_mark, is_text, title_case
from briefing.readers.lines import first_guess, is_furniture, is_prose
from briefing.readers.lists import alike

PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
SENTENCE_WITHIN = seldom(r"[a-zß-ÿ\d][.!?][\"”’)]* [\"“‘(<]*[A-ZÀ-Þ\d<]")
HOLDS = 8
"""Words of a block that holds a sentence, at least."""
WORD = re.compile(r"\w+")
BULLETS = frozenset("-–•*‣◦·▪")
BULLET = seldom(rf"[{re.escape(''.join(sorted(BULLETS)))}]\s+(?=\S)")
PAGE = 6
"""Blocks without a sentence from which on they are a page's own, above or below the article."""
HEADER = 120
"""Characters of a line with a date or a byline at most."""
TITLE_LINES = 12
"""Lines above the article among which its title stands."""
TITLE_LENGTH = 160
"""Characters of a title at most."""
ABOUT = re.compile(r"(?:about|über|sobre|à propos de|acerca de|over|om) ", re.I)
"""What stands before the author's name over a paragraph about him."""
BESIDE = 2
"""Paragraphs at the beginning and at the end among which a line about the author stands."""
MENU = 3
"""Short lines in a row from which on they are a menu."""
LISTED = 8
"""Items of a list at most: longer ones are menus."""
QUESTION = 10
"""Words that a heading with a question mark has at most."""
ITEM = 4
"""Words that a list item has at least: shorter ones are menus."""


def read_text(text: str) -> Document:
    """Plain text to a Document: blocks by blank lines, or by lines where there are none.

    The title is the last heading-like block before the first paragraph; short lines between paragraphs
    are subheadings; what stands before the title or after the last paragraph and is no sentence is furniture.
    """
    spans = paragraph_spans(text)
    paragraphs = [span.of(text) for span in spans]
    listed = [_has_bullet(text, span) for span in spans]
    kinds = [
        _item(paragraph, kind) if bullet else kind
        for paragraph, kind, bullet in zip(paragraphs, classify(paragraphs, listed), listed, strict=True)
    ]
    title = next(
        (" ".join(p.split()) for kind, p in zip(kinds, paragraphs, strict=True) if kind == "title"), None
    )
    told = "\n".join([title or "", *(p for p, kind in zip(paragraphs, kinds, strict=True) if kind in BODY)])
    signed = _signature(paragraphs, kinds, told)
    if signed is not None:
        kinds[signed] = "furniture"
    if "subheading" in kinds:
        for i in _author_box(paragraphs, kinds):
            kinds[i] = "furniture"
    around = [i for i, kind in enumerate(kinds) if kind == "furniture"]
    body = [i for i, kind in enumerate(kinds) if kind == "paragraph"]
    opening = paragraphs[body[0]] if body else ""
    middle = body[len(body) // 2] if body else 0  # a standfirst may stand above the date
    lines = {i: " ".join(paragraphs[i].split()) for i in around}
    above, below = ([lines[i] for i in around if (i < middle) == before] for before in (True, False))
    writer = author([*above, *below], told) or (paragraphs[signed] if signed is not None else None)
    metadata = Metadata(title=title, author=writer, published=published(above, opening, below))
    if metadata.author and len(body) > BESIDE:
        for i in {*body[:BESIDE], *body[-BESIDE:]}:
            if presents(paragraphs[i], metadata.author):
                kinds[i] = "furniture"
    blocks = tuple(Block(kind, span) for kind, span in zip(kinds, spans, strict=True))
    return Document(text, blocks, metadata)


def _signature(paragraphs: list[str], kinds: list[BlockKind], told: str) -> int | None:
    """Which block is the name of the author between the standfirst and the article, if one is: the only heading that
    is a name, behind the first paragraph, and of nobody whom the article tells of (``told``)."""
    names = [i for i, kind in enumerate(kinds) if kind == "subheading" and is_person(paragraphs[i])]
    if (
        len(names) != 1
        or sum(kind in BODY for kind in kinds[: names[0]]) != 1
        or paragraphs[names[0]] in told
    ):
        return None
    return names[0]


def _author_box(paragraphs: list[str], kinds: list[BlockKind]) -> list[int]:
    """The blocks at the end that tell who the author is: the only heading that is a name, with or without "About", of
    nobody whom the article tells of, and no more than two paragraphs."""
    heads = [i for i, kind in enumerate(kinds) if kind == "subheading"]
    names = [name for i in heads if is_person(name := ABOUT.sub("", paragraphs[i]))]
    if len(names) != 1 or not paragraphs[heads[-1]].endswith(names[0]):
        return []
    below = [i for i in range(heads[-1], len(kinds)) if kinds[i] in BODY]
    first, last = names[0].split()[0], names[0].split()[-1]
    if not 1 <= len(below) <= BESIDE or first not in paragraphs[below[0]]:
        return []
    above = (paragraphs[i] for i in range(heads[-1]) if kinds[i] in BODY)
    told = names[0] == paragraphs[heads[-1]] and any(last in paragraph for paragraph in above)
    return [] if told else [heads[-1], *below]


def _has_bullet(text: str, span: Span) -> bool:
    return text[text.rfind("\n", 0, span.start) + 1 : span.start].strip() in BULLETS


def _item(paragraph: str, kind: BlockKind) -> BlockKind:
    """A list item, of some length, in place of what would be a paragraph or a subheading without its bullet."""
    long = kind in ("paragraph", "subheading") and len(WORD.findall(paragraph)) >= ITEM
    return "list item" if long else kind


def paragraph_spans(text: str) -> list[Span]:
    """Spans of the paragraphs: blank lines part them; so do line ends, unless the lines are hard-wrapped."""
    spans: list[Span] = []
    at = 0
    for match in [*PARAGRAPH_BREAK.finditer(text), None]:
        end = match.start() if match else len(text)
        spans.extend(_lines(text, at, end))
        at = match.end() if match else end
    return spans


def _lines(text: str, start: int, end: int) -> list[Span]:
    lines: list[Span] = []
    at, listed = start, False
    for line in text[start:end].split("\n"):
        inner = line.strip()
        if inner:
            begin = at + len(line) - len(line.lstrip())
            bullet = BULLET.match(inner) if inner[0] in BULLETS else None
            listed = listed or bullet is not None
            lines.append(Span(begin + (bullet.end() if bullet else 0), begin + len(inner)))
        at += len(line) + 1
    wrapped = len(lines) > 1 and not listed and _is_wrapped(lines)
    return [Span(lines[0].start, lines[-1].end)] if wrapped else lines


def _is_wrapped(lines: list[Span]) -> bool:
    """Whether several lines are one paragraph broken at a fixed width: all but the last about as long."""
    lengths = [line.end - line.start for line in lines]
    full = lengths[:-1]
    return 55 <= max(full) <= 110 and max(full) - min(full) <= 20 and lengths[-1] <= max(full)


def _may_be_title(text: str) -> bool:
    """Whether a line is short enough, and does not go on as "Dear friends," does."""
    return len(text) <= TITLE_LENGTH and not text.endswith(",")


def _is_headline(text: str) -> bool:
    """Whether every word has a capital, as in a title that ends like a sentence: "I Was Wrong. Here Is Why."."""
    return len(text) <= TITLE_LENGTH and len(text.split()) >= ITEM and title_case(text) == 1.0


def _holds_sentence(text: str) -> bool:
    """Whether a sentence ends within the block, although the block ends with none."""
    return len(text.split()) >= HOLDS and SENTENCE_WITHIN.search(text) is not None


def classify(paragraphs: list[str], listed: list[bool]) -> list[BlockKind]:
    """The kind of each block, in reading order; ``listed``: before which of them a bullet stands."""
    kinds = [first_guess(paragraph, item) for paragraph, item in zip(paragraphs, listed, strict=True)]
    for i in inserted(paragraphs):
        kinds[i] = "furniture"
    page = "furniture" in kinds
    for i in range(1, len(kinds) - 1):  # a short item between long ones
        beside = listed[i] and kinds[i - 1] == kinds[i + 1] == "list item"
        if beside and kinds[i] == "paragraph" and len(paragraphs[i].split()) >= ITEM:
            kinds[i] = "list item"
    prose = [
        i
        for i, kind in enumerate(kinds)
        if kind == "list item" or (kind == "paragraph" and is_prose(paragraphs[i]))
    ]
    while len(prose) > 1 and _is_headline(paragraphs[prose[0]]):
        prose = prose[1:]
    # Where no page stands around it, a last paragraph may lack its full stop.
    if prose and len(paragraphs) - len(prose) < PAGE:
        prose += [
            i
            for i in range(prose[-1] + 1, len(kinds))
            if kinds[i] == "paragraph" and _holds_sentence(paragraphs[i])
        ]
    if not prose:
        if len(paragraphs) == 1 and kinds[0] == "paragraph":
            return kinds
        some = "paragraph" in kinds
        return kinds if some and len(max(paragraphs, key=len)) > 60 else ["furniture"] * len(kinds)
    lists = alike(paragraphs, kinds)
    body = _with_lists(paragraphs, kinds, lists, _of_the_article(paragraphs, kinds, prose, lists))
    first, last = body[0], body[-1]
    short = [i for i in range(first) if kinds[i] == "paragraph" and _may_be_title(paragraphs[i])]
    long = [i for i in short if len(paragraphs[i].split()) >= ITEM]
    before = long[-TITLE_LINES:] or short[-TITLE_LINES:]
    opening = " ".join(paragraphs[i] for i in body[:3])
    chosen = title_among([paragraphs[i] for i in before], opening)
    title = before[chosen] if chosen is not None else None
    nearest = short[-TITLE_LINES:]
    standfirst = [i for i in prose if title is not None and nearest[0] <= title < i < first]
    whole = {*standfirst, *body}
    for i in range(len(kinds)):
        if kinds[i] in BODY and i not in whole:
            kinds[i] = "title" if i == title else kinds[i] if first < i < last else "furniture"
    if title in long:  # a page may say it again over its article and its pictures
        for i in range(title + 1, len(kinds)):
            if paragraphs[i] == paragraphs[title]:
                kinds[i] = "furniture"
    return _with_headings(paragraphs, kinds, first, last, frozenset(itertools.chain(*lists)), page=page)


def _with_lists(
    paragraphs: list[str], kinds: list[BlockKind], lists: list[list[int]], body: list[int]
) -> list[int]:
    """The body with the lists whose lines are alike within it and right behind it, be it under a heading."""
    held, last = set(body), body[-1]
    for lines in lists:
        between = range(last + 1, lines[0])
        behind = lines[0] > last and len(between) <= 1 and not any(kinds[i] == "furniture" for i in between)
        if body[0] < lines[0] < last or behind:
            for i in lines:
                kinds[i] = "list item"
            for i in between:
                kinds[i] = "paragraph" if paragraphs[i].endswith(":") else "subheading"
            held.update(between, lines)
            last = max(last, lines[-1])
    return sorted(held)


def _of_the_article(
    paragraphs: list[str], kinds: list[BlockKind], prose: list[int], lists: list[list[int]]
) -> list[int]:
    """The blocks of prose that are of the article, without those that a page has above and below it.

    Blocks are given up only together with lines of a page's own, one of which is furniture at first sight: a text
    without such lines, be it full of lists, is an article as it stands. What is in ``lists`` does not count.
    """
    while len(prose) > 1 and is_question(paragraphs[prose[-1]]) and prose[-1] - prose[-2] > 2:
        prose = prose[:-1]  # a title in a list of other articles
    if len(paragraphs) - len(prose) < PAGE:
        return prose
    from briefing.readers.page import article_run, comments  # many patterns, and most texts are no page

    known = set(prose)
    told = [i in known for i in range(len(paragraphs))]
    thread = comments(paragraphs, told)
    start, end = article_run(paragraphs[:thread], told[:thread], frozenset(itertools.chain(*lists)))
    start = _beginning(paragraphs, [i for i in prose if start <= i < end], start)
    above, below = (
        any(kinds[i] == "furniture" for i in run) and sum(i not in known for i in run) >= PAGE
        for run in (range(start), range(end, len(paragraphs)))
    )
    start, end = start if above else 0, end if below or thread else len(paragraphs)
    return [i for i in prose if start <= i < end] or prose


def _beginning(paragraphs: list[str], prose: list[int], start: int) -> int:
    """The first paragraph with a dateline, where the date or the byline of an article stands close above it and the page has
    less above it than behind; otherwise ``start``."""
    at = next((n for n, i in enumerate(prose) if dateline(paragraphs[i], 0, len(paragraphs[i]))), 0)
    i = prose[at] if prose else start
    dated = any(len(line) < HEADER and is_header(line) for line in paragraphs[max(0, i - 2) : i])
    return i if dated and at < len(prose) - at else start


def _with_headings(
    paragraphs: list[str], kinds: list[BlockKind], first: int, last: int, items: frozenset[int], *, page: bool
) -> list[BlockKind]:
    """The kinds with the subheadings between the first and the last paragraph, which may stand over ``items`` of lists.

    Other short lines in a row are a list where a heading or a colon stands above them, or where no other line is a
    page's (``page``), otherwise a menu.
    """
    inner = [i for i in range(first, last + 1) if kinds[i] == "paragraph" or i in items]
    lines = [_one_line(paragraphs[i]) for i in inner]
    result, run, introduced = list(kinds), list[int](), False
    for i, line, head in zip(inner, lines, headings(lines), strict=True):
        if i in items:
            continue
        if not head and not is_text(line):
            run.append(i)
            continue
        small = sum(paragraphs[j][0].islower() for j in run) > len(run) / 2  # as no menu begins
        menu = page and not small and (len(run) > LISTED if introduced else len(run) >= MENU)
        listed = introduced or (len(run) >= MENU and not menu)
        for j in run:
            result[j] = "furniture" if menu else "list item" if listed else "paragraph"
        result[i] = "subheading" if head else "paragraph"
        run, introduced = [], head or line.endswith(":")
    for i in range(first + 1, last):
        if (
            kinds[i] == "furniture"
            and is_mark(paragraphs[i])
            and not (paragraphs[i].isalpha() and is_furniture(paragraphs[i]))
            and result[i - 1] == result[i + 1] == "paragraph"
        ):
            result[i] = "subheading"
    return result


def _one_line(paragraph: str) -> str:
    """The paragraph with single spaces in place of any white space; most have no other, which is quicker to see."""
    plain = paragraph.isprintable() and "  " not in paragraph
    return paragraph if plain else " ".join(paragraph.split())


def is_question(text: str) -> bool:
    """Whether the block is a short question that nobody asks in quotation marks: a heading where text follows."""
    return text.endswith("?") and len(WORD.findall(text)) <= QUESTION and not re.search(r"[\"“„«.!]", text)
