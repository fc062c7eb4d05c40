"""What each block of a plain text is: of the article, its title, a subheading, an item of a list, or furniture of the page."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from briefing.lazy import seldom
from briefing.model import BODY, BlockKind
from briefing.readers.boxes import inserted
from briefing.readers.headers import dateline, is_header, is_signed
from briefing.readers.headings import headings, is_mark, is_text, title_case
from briefing.readers.headline import TITLE_LINES, headline, is_long
from briefing.readers.lines import first_guess, is_furniture, is_prose
from briefing.readers.lists import alike
from briefing.readers.repeats import running_heads
from briefing.readers.stories import story_boxes

SENTENCE_WITHIN = seldom(r"[a-zß-ÿ\d][.!?][\"”’)]* [\"“‘(<]*[A-ZÀ-Þ\d<]")
HOLDS = 8
"""Words of a block that holds a sentence, at least, and of a headline that is no subheading."""
LAST_WORDS = seldom(r"[\"“‘«¿¡]?[A-ZÀ-Þ][\w’'-]*,?(?: [\w’'-]+,?)? [a-zß-ÿ][\w’'-]*[.!][\"”’»]?")
"""A sentence of two or three words, and no name."""
WORD = re.compile(r"\w+")
PAGE = 6
"""Blocks without a sentence from which on they are a page's own, above or below the article."""
HEADER = 120
"""Characters of a line with a date or a byline at most."""
TITLE_LENGTH = 160
"""Characters of a title at most."""
STANDFIRST = 6
"""Lines between the title and its standfirst, or between that and the article, which may repeat it, at most."""
SIGNED = 45
"""Lines above the article among which its byline stands."""
MENU = 3
"""Short lines in a row from which on they are a menu."""
LISTED = 8
"""Items of a list at most: longer ones are menus."""
LONG = 60
"""Characters from which on a block without a sentence is a text all the same, where there is no other."""
OPENING = 3
"""Paragraphs that a title is held against."""
QUESTION = 10
"""Words that a heading with a question mark has at most."""
CAPITALS = 0.25
"""The share of lines in capitals from which on a text is written in them, and none is a headline of another one."""
ITEM = 4
"""Words that a list item has at least: shorter ones are menus."""


def classify(paragraphs: Sequence[str], listed: Sequence[bool]) -> list[BlockKind]:
    """The kind of each block, in reading order; ``listed``: before which of them a bullet stands.

    The title is the last heading-like block before the first paragraph; short lines between paragraphs are subheadings; what
    stands before the title or after the last paragraph and is no sentence is furniture.
    """
    kinds = _guessed(paragraphs, listed)
    page = "furniture" in kinds
    _join_items(paragraphs, kinds, listed)
    prose = _prose(paragraphs, kinds)
    if not prose:
        return _without_prose(paragraphs, kinds)
    prose = _with_last_words(paragraphs, kinds, prose)
    lists = alike(paragraphs, kinds)
    body = _with_lists(paragraphs, kinds, lists, _of_the_article(paragraphs, kinds, prose, lists))
    _mark_title(paragraphs, kinds, prose, body)
    items = frozenset(itertools.chain(*lists))
    return _with_headings(paragraphs, kinds, range(body[0], body[-1] + 1), items, page=page)


def _guessed(paragraphs: Sequence[str], listed: Sequence[bool]) -> list[BlockKind]:
    """What each block seems to be by itself, or as a part of a box."""
    kinds = [first_guess(paragraph, item) for paragraph, item in zip(paragraphs, listed, strict=True)]
    for i in inserted(paragraphs):
        kinds[i] = "furniture"
    for i in itertools.chain(running_heads(paragraphs), *story_boxes(paragraphs)):
        kinds[i] = "furniture"
    if "caption" in kinds:
        _mark_captions(paragraphs, kinds)
    return kinds


def _mark_captions(paragraphs: Sequence[str], kinds: list[BlockKind]) -> None:
    """Mark what a gallery says under each view of a picture: it stands there more than once, right above whose the picture is."""
    above = {paragraphs[i] for i, kind in enumerate(kinds[1:]) if kind == "caption" != kinds[i]}
    several = {line for line in above if len(line) > LONG and paragraphs.count(line) > 1}
    for i, paragraph in enumerate(paragraphs):
        if paragraph in several and kinds[i] == "paragraph":
            kinds[i] = "caption"


def _join_items(paragraphs: Sequence[str], kinds: list[BlockKind], listed: Sequence[bool]) -> None:
    """Make items of the short ones between long ones."""
    for i in range(1, len(kinds) - 1):
        beside = listed[i] and kinds[i - 1] == kinds[i + 1] == "list item"
        if beside and kinds[i] == "paragraph" and len(paragraphs[i].split()) >= ITEM:
            kinds[i] = "list item"


def _prose(paragraphs: Sequence[str], kinds: Sequence[BlockKind]) -> list[int]:
    """The blocks that may be text of the article."""
    prose = [
        i
        for i, kind in enumerate(kinds)
        if kind == "list item" or (kind == "paragraph" and is_prose(paragraphs[i]))
    ]
    if prose and _is_repeated(paragraphs, prose[0]):
        prose = prose[1:]
    headlines = len(list(itertools.takewhile(lambda i: _is_headline(paragraphs[i]), prose)))
    if 2 * headlines <= len(prose):  # some texts are all in capitals
        prose = prose[headlines:]
    # Where no page stands around it, a last paragraph may lack its full stop.
    if prose and len(paragraphs) - len(prose) < PAGE:
        behind = range(prose[-1] + 1, len(kinds))
        prose += [i for i in behind if kinds[i] == "paragraph" and _holds_sentence(paragraphs[i])]
    return prose


def _with_last_words(paragraphs: Sequence[str], kinds: Sequence[BlockKind], prose: list[int]) -> list[int]:
    """The prose with a sentence of few words right behind it: "Nobody came."."""
    last = prose[-1] + 1
    short = last < len(paragraphs) and kinds[last] == "paragraph" and LAST_WORDS.fullmatch(paragraphs[last])
    return [*prose, last] if short else prose


def _is_repeated(paragraphs: Sequence[str], standfirst: int) -> bool:
    """Whether the article says again below its byline what stands above it."""
    below = range(standfirst + 1, min(standfirst + 1 + STANDFIRST, len(paragraphs)))
    again = next((i for i in below if paragraphs[i] == paragraphs[standfirst]), standfirst)
    return any(is_signed(line) for line in paragraphs[standfirst:again])


def _without_prose(paragraphs: Sequence[str], kinds: list[BlockKind]) -> list[BlockKind]:
    """The kinds where nothing reads as a sentence: what is long, or alone, is a text all the same."""
    if len(paragraphs) == 1 and kinds[0] == "paragraph":
        return kinds
    some = "paragraph" in kinds
    return kinds if some and len(max(paragraphs, key=len)) > LONG else ["furniture"] * len(kinds)


def _mark_title(paragraphs: Sequence[str], kinds: list[BlockKind], prose: list[int], body: list[int]) -> None:
    """Mark the title above the body, and what stands around the two as furniture."""
    first, last = body[0], body[-1]
    short = [i for i in range(first) if kinds[i] == "paragraph" and _may_be_title(paragraphs[i])]
    close = range(max(0, first - SIGNED), first)
    signed = [i for i in close if kinds[i] == "furniture" and is_signed(paragraphs[i])]
    title = headline(paragraphs, short, signed, " ".join(paragraphs[i] for i in body[:OPENING]))
    begins = title + 1 if title is not None and title in short[-TITLE_LINES:] else first
    above = [i for i in prose if begins <= i < first and min(i - begins, first - i) <= STANDFIRST]
    whole = {*body, *above}  # with the standfirst
    for i, kind in enumerate(kinds):
        if i == title:
            kinds[i] = "title"
        elif kind in BODY and i not in whole and not first < i < last:
            kinds[i] = "furniture"
    if title is not None and is_long(paragraphs[title]):
        for i in range(title + 1, len(kinds)):  # a page may say it again over its article and its pictures
            if paragraphs[i] == paragraphs[title]:
                kinds[i] = "furniture"


def _may_be_title(text: str) -> bool:
    """Whether a line is short enough, does not go on as "Dear friends,", "UPDATE:" and "PORT EBBA |" do, and is no aside, "(From the evening news)"."""
    return len(text) <= TITLE_LENGTH and text[-1] not in ",:|" and not (text[0] == "(" and text[-1] == ")")


def _is_headline(text: str) -> bool:
    """Whether every word has a capital, as in a title that ends like a sentence: "I Was Wrong. Here Is Why."."""
    return len(text) <= TITLE_LENGTH and len(text.split()) >= ITEM and title_case(text) == 1.0


def _holds_sentence(text: str) -> bool:
    """Whether a sentence ends within the block, although the block ends with none."""
    return len(text.split()) >= HOLDS and SENTENCE_WITHIN.search(text) is not None


def _with_lists(
    paragraphs: Sequence[str], kinds: list[BlockKind], lists: list[list[int]], body: list[int]
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
    paragraphs: Sequence[str], kinds: list[BlockKind], prose: list[int], lists: list[list[int]]
) -> list[int]:
    """The blocks of prose that are of the article, without those that a page has above and below it.

    Blocks are given up only together with lines of a page's own, one of which is furniture at first sight: a text
    without such lines, be it full of lists, is an article as it stands. What is in ``lists`` does not count.
    """
    while len(prose) > 1 and is_question(paragraphs[prose[-1]]) and prose[-1] - prose[-2] > 2:
        prose = prose[:-1]  # a title in a list of other articles
    if len(paragraphs) - len(prose) < PAGE:
        return prose
    from briefing.readers.page import (  # many patterns, and most texts are no page
        article_run,
        comments,
        teasers,
        with_the_rest,
    )

    glued = teasers(paragraphs)
    prose = [i for i in prose if i not in glued] or prose
    known = set(prose)
    told = [i in known for i in range(len(paragraphs))]
    thread = comments(paragraphs, told)
    listed = glued.union(*lists)
    start, end = article_run(paragraphs[:thread], told[:thread], listed)
    lines = [kind in ("furniture", "caption") for kind in kinds]
    start, end = with_the_rest(paragraphs[:thread], told[:thread], lines[:thread], start, end)
    start = _beginning(paragraphs, [i for i in prose if start <= i < end], start)
    above, below = (
        any(kinds[i] == "furniture" for i in run) and sum(i not in known for i in run) >= PAGE
        for run in (range(start), range(end, len(paragraphs)))
    )
    start, end = start if above else 0, end if below or thread else len(paragraphs)
    kept = [i for i in prose if start <= i < end] or prose
    return _with_last_words(paragraphs, kinds, kept)


def _beginning(paragraphs: Sequence[str], prose: list[int], start: int) -> int:
    """The first paragraph with a dateline, where the date or the byline of an article stands close above it and the page has
    less above it than behind; otherwise ``start``."""
    at = next((n for n, i in enumerate(prose) if dateline(paragraphs[i], 0, len(paragraphs[i]))), 0)
    i = prose[at] if prose else start
    dated = any(len(line) < HEADER and is_header(line) for line in paragraphs[max(0, i - 2) : i])
    return i if dated and at < len(prose) - at else start


def _with_headings(
    paragraphs: Sequence[str], kinds: list[BlockKind], body: range, items: frozenset[int], *, page: bool
) -> list[BlockKind]:
    """The kinds with the subheadings of the body, which may stand over ``items`` of lists.

    Other short lines in a row are a list where a heading or a colon stands above them, or where no other line is a
    page's (``page``), otherwise a menu.
    """
    inner = [i for i in body if kinds[i] == "paragraph" or i in items]
    result, run, introduced = list(kinds), list[int](), False
    links = [i for i in inner if page and _is_link(paragraphs[i])]
    if links and len(links) < CAPITALS * len(inner):
        for i in links:
            result[i] = "furniture"
        inner = [i for i in inner if i not in links]
    lines = [_one_line(paragraphs[i]) for i in inner]
    for i, line, head in zip(inner, lines, headings(lines), strict=True):
        if i in items:
            continue
        if not head and not is_text(line):
            run.append(i)
            continue
        if run:
            kind = _kind_of_run([paragraphs[j] for j in run], introduced=introduced, page=page)
            for j in run:
                result[j] = kind
        result[i] = "subheading" if head else "paragraph"
        run, introduced = [], head or line.endswith(":")
    for i in body[1:-1]:
        between = result[i - 1] == result[i + 1] == "paragraph"
        if kinds[i] == "furniture" and between and _is_lone_mark(paragraphs[i]):
            result[i] = "subheading"
    return result


def _kind_of_run(lines: Sequence[str], *, introduced: bool, page: bool) -> BlockKind:
    """What short lines in a row are; ``introduced``: a heading or a colon stands above them."""
    small = sum(line[0].islower() for line in lines) > len(lines) / 2  # as no menu begins
    if page and not small and (len(lines) > LISTED if introduced else len(lines) >= MENU):
        return "furniture"
    return "list item" if introduced or len(lines) >= MENU else "paragraph"


def _is_link(line: str) -> bool:
    """Whether a line in the middle of an article is the headline of another one, in capitals: too long for a subheading."""
    return line.isupper() and line.rstrip("'’\"”")[-1:].isalnum() and len(line.split()) >= HOLDS


def _is_lone_mark(line: str) -> bool:
    """Whether a line only parts sections ("* * *"), or numbers one, and is no word of the page."""
    return is_mark(line) and not (line.isalpha() and is_furniture(line))


def _one_line(paragraph: str) -> str:
    """The paragraph with single spaces in place of any white space; most have no other, which is quicker to see."""
    plain = paragraph.isprintable() and "  " not in paragraph
    return paragraph if plain else " ".join(paragraph.split())


def is_question(text: str) -> bool:
    """Whether the block is a short question that nobody asks in quotation marks: a heading where text follows."""
    return text.endswith("?") and len(WORD.findall(text)) <= QUESTION and not re.search(r"[\"“„«.!]", text)
