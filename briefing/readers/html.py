"""Web pages, through trafilatura: the article's body with its subheadings, without the page around it."""

from __future__ import annotations

import copy
import functools
import itertools
from collections.abc import Iterator, Sequence
from configparser import ConfigParser

import trafilatura
from lxml.etree import _Element, iterwalk
from lxml.html import HtmlElement
from trafilatura.settings import DEFAULT_CONFIG

from briefing.errors import SourceError
from briefing.model import Block, BlockKind, Document, Metadata, Span
from briefing.readers.boxes import inserted
from briefing.readers.headers import presents
from briefing.readers.headings import is_text
from briefing.readers.lines import ENDS_SENTENCE, first_guess, is_prose
from briefing.readers.repeats import repeated
from briefing.readers.stories import story_boxes
from briefing.readers.web.breaks import part_blocks
from briefing.readers.web.bylines import page_author
from briefing.readers.web.closing import mark_threads, without_end
from briefing.readers.web.dates import page_date
from briefing.readers.web.linked import linked_objects
from briefing.readers.web.loose import wrap_loose
from briefing.readers.web.signers import DASHES, is_signature, sign_quotes
from briefing.readers.web.spaces import guard_spaces, with_spaces
from briefing.readers.web.titles import is_headline, page_title

KINDS: dict[str, BlockKind] = {
    "head": "subheading",
    "item": "list item",
    "quote": "block quote",
    "p": "paragraph",
}
LEAVES = ("p", "li", "td", "th", "dt", "dd", "figcaption", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")
"""Elements that hold a block of the page's words, where they hold none of their kind."""
PULLED = " .,;\"'“”‘’«»„"
"""What a pull quote may have at its ends that the paragraph has not."""
CAPITALS = 2
"""Words in capitals from which on a line is a heading: one alone may be anything."""
SHORTEST = 80
"""Characters of an article at least: some are flashes of news, and Chinese is written in few."""
BESIDE = 2
"""Paragraphs at the end of an article among which a line about its author stands."""
NOTHING = "expected a page with an article, found none; save the article's text as .txt."
MOST = 2000
"""Elements of a page that are looked at for what the article has not got."""


def read_html(text: str) -> Document:
    """An HTML page to a Document whose text is the extracted article, a blank line between blocks, and below it what
    else the page says: menus, captions and tables, as furniture.

    Raises SourceError where the page holds no article.
    """
    tree = trafilatura.load_html(text)
    if tree is None:
        raise SourceError(NOTHING)
    page = trafilatura.extract_metadata(
        tree, date_config={"extensive_search": False, "original_date": True}, extensive=False
    )
    body = _extracted(tree, page.url)
    title = page_title(tree, page.title, page.sitename or "")
    pieces: list[tuple[BlockKind, str]] = [("title", title)] if title else []
    pieces += _without_lines(list(_pieces(body, title)))
    linked = linked_objects(tree)
    author = page_author(tree, linked, page.sitename or "", page.url or "")
    pieces = without_end(_without_presented(list(_without_pulled(pieces)), author))
    pieces += _left_out(tree, " ".join(words for _, words in pieces))
    blocks, at = [], 0
    for kind, words in pieces:
        blocks.append(Block(kind, Span(at, at + len(words))))
        at += len(words) + 2
    metadata = Metadata(
        title=title,
        outlet=page.sitename,
        author=author,
        published=page_date(tree, linked, page.date, page.url or ""),
        url=page.url,
    )
    return Document("\n\n".join(words for _, words in pieces), tuple(blocks), metadata)


def _extracted(tree: HtmlElement, url: str | None) -> _Element:
    """What trafilatura takes for the article. Raises SourceError where there is none."""
    mark_threads(tree)
    part_blocks(tree)
    sign_quotes(tree)
    wrap_loose(tree)
    guard_spaces(tree)
    body = _body(tree, url, DEFAULT_CONFIG)
    if body is not None and [child.tag for child in body] == ["p"] and tree.find(".//p") is not None:
        flash = _body(tree, url, _brief())
        body = flash if flash is not None and len(flash) > 1 else body
    if body is None:
        raise SourceError(NOTHING)
    for told in (tree, body):
        with_spaces(told)
    return body


def _body(tree: HtmlElement, url: str | None, config: ConfigParser) -> _Element | None:
    """What trafilatura takes for the body of the article, if anything."""
    page = trafilatura.bare_extraction(
        tree,
        url=url,
        include_comments=False,
        include_tables=False,
        include_formatting=True,
        include_links=True,
        config=config,
    )
    return None if page is None or isinstance(page, dict) else page.body


@functools.cache
def _brief() -> ConfigParser:
    """The settings of trafilatura for articles of a few lines: of a page with one it would take everything for one paragraph."""
    config = copy.deepcopy(DEFAULT_CONFIG)
    config.set("DEFAULT", "min_extracted_size", str(SHORTEST))
    return config


def _pieces(body: _Element, title: str | None) -> Iterator[tuple[BlockKind, str]]:
    """What the extracted body holds, in order; what stands above its title is the page's, where it is the lesser part."""
    found: list[tuple[BlockKind, str]] = []
    above: list[tuple[BlockKind, str]] = []
    for element, words in _told(body):
        if words == title or (element is not None and not found and is_headline(element.tag, words, title)):
            above, found = [*above, *found], []
        elif element is None:
            found.append(("paragraph", words))
        elif element.tag in ("p", "item") and _is_link(element, words):
            found.append(("furniture", words))
        elif element.tag == "p" and found and found[-1][0] == "block quote" and is_signature(words):
            found.append(("block quote", words))
        else:
            below = bool(found) and found[-1][0] == "paragraph"
            heads = is_bold_line(element, words) or (below and is_capital_line(element, words))
            found.append(("subheading" if heads else KINDS[element.tag], words))
    lesser = sum(len(words) for _, words in above) < sum(len(words) for _, words in found)
    yield from (("furniture" if lesser else kind, words) for kind, words in above)
    yield from found


def _told(body: _Element) -> Iterator[tuple[_Element | None, str]]:
    """Each block of the body with its words, and what stands loose between them."""
    for apart in body.iter("lb", "item", "head", "p"):  # a new line parts words as a space does
        apart.text, apart.tail = f" {apart.text or ''}", f" {apart.tail or ''}"
    for event, element in iterwalk(body, events=("start", "end")):
        if any(parent.tag in KINDS for parent in element.iterancestors()):
            continue
        if event == "end":
            block, told = None, element.tail or ""
        else:
            block, told = element, "".join(element.itertext()) if element.tag in KINDS else ""
        if words := " ".join(told.split()):
            yield block, words


def _is_link(element: _Element, words: str) -> bool:
    """Whether a paragraph or an item leads to another story: it is nothing but a link, numbers aside, and no sentence or with a
    heading beside it."""
    parts = [part for part in element.iter("ref", "head") if part.getparent().tag not in ("ref", "head")]
    tags = {part.tag for part in parts if "".join(part.itertext()).strip()}
    inside = sum(character.isalpha() for part in parts for character in "".join(part.itertext()))
    alone = "ref" in tags and inside == sum(map(str.isalpha, words))
    return alone and ("head" in tags or not ENDS_SENTENCE.search(words))


def _without_lines(pieces: Sequence[tuple[BlockKind, str]]) -> Iterator[tuple[BlockKind, str]]:
    """The pieces with the kind of each, some of which are lines of the page that trafilatura took along."""
    told = [words for _, words in pieces]
    again = {i for i in repeated(told) if pieces[i][0] == "paragraph"}  # two lists may share an item
    boxes = inserted(told).union(again, *story_boxes(told))
    prose = [i for i, (_, words) in enumerate(pieces) if is_prose(words)]
    for i, (kind, words) in enumerate(pieces):
        outside = prose and kind == "paragraph" and not prose[0] <= i <= prose[-1]
        guess = "paragraph" if kind in ("title", "block quote") else first_guess(words)
        if i in boxes or (outside and not ENDS_SENTENCE.search(words)):
            yield "furniture", words
        else:
            yield kind if guess == "paragraph" else guess, words


def _without_pulled(pieces: Sequence[tuple[BlockKind, str]]) -> Iterator[tuple[BlockKind, str]]:
    """The pieces without the block quotes that only show in large letters what a paragraph says, and who signs them."""
    told = " ".join(words for kind, words in pieces if kind == "paragraph")
    pulled = False
    for kind, words in pieces:
        again = kind == "block quote" and words.strip(PULLED) in told
        pulled = again or (pulled and kind == "block quote" and words[0] in DASHES)
        yield "furniture" if pulled else kind, words


def _without_presented(
    pieces: list[tuple[BlockKind, str]], author: str | None
) -> list[tuple[BlockKind, str]]:
    """The pieces with what tells who the author is, among the last paragraphs, as furniture."""
    last = [i for i, (kind, _) in enumerate(pieces) if kind == "paragraph"][BESIDE:][-BESIDE:]
    about = {i for i in last if author and presents(pieces[i][1], author)}
    return [("furniture" if i in about else kind, words) for i, (kind, words) in enumerate(pieces)]


def _left_out(tree: HtmlElement, article: str) -> Iterator[tuple[BlockKind, str]]:
    """The blocks of the page that are not in the article, with their kind."""
    for element in itertools.islice(tree.iter(*LEAVES), MOST):
        if next(element.iterdescendants(*LEAVES), None) is None:
            words = " ".join("".join(element.itertext()).split())
            if words and words not in article:
                yield ("caption" if element.tag == "figcaption" else "furniture"), words


def is_bold_line(element: _Element, words: str) -> bool:
    """Whether a paragraph is a short line in bold and no sentence: what many pages have for a subheading."""
    if element.tag != "p" or len(element) != 1 or is_text(words):
        return False
    inner = " ".join("".join(element[0].itertext()).split())
    return element[0].tag == "hi" and "#b" in element[0].get("rend", "") and inner == words


def is_capital_line(element: _Element, words: str) -> bool:
    """Whether a paragraph is a short line in capitals and no sentence."""
    return element.tag == "p" and words.isupper() and len(words.split()) >= CAPITALS and not is_text(words)
