"""Loose text of web pages: words that stand in a box without a paragraph of their own, between links and words in italics.

trafilatura makes a paragraph of each piece between two such elements, and drops the spaces beside them ("In a", "speechin
Ebba"). Where a box holds such text, what block elements part is a paragraph; ``breaks.py`` has made such of what empty lines part.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from lxml.etree import SubElement, _Element
from lxml.html import HtmlElement

from briefing.readers.lines import is_prose
from briefing.readers.web.breaks import INLINE

BOXES = ("div", "section", "article", "main", "td", "center")
"""Elements that hold blocks, or loose text."""
WHOLE = 1000
"""Characters of the paragraphs of a list item from which on it is no item."""
PROSE = 40
"""Characters of loose text outside links from which on it is prose, and no menu."""

Item: TypeAlias = str | _Element
"""A piece of text, or an element without what follows it."""


def wrap_loose(tree: HtmlElement) -> None:
    """Make paragraphs of the loose text that stands beside paragraphs, and on a page that has more loose text than
    paragraphs, of all in the boxes in which it is parted and in those made alike."""
    _retag(tree)
    boxes = [_Box(box, list(_runs(box))) for box in tree.iter(*BOXES) if _holds_text(box)]
    makes = {box.make for box in boxes if any(map(_is_parted, box.runs))}
    telling = [box for box in boxes if any(map(_is_prose, box.runs))]
    alike = [box for box in telling if box.make in makes]
    loose = sum(_length(run) for box in alike for run in box.runs)
    most = loose > sum(len(paragraph.text_content().strip()) for paragraph in tree.iter("p"))
    for box in alike if most else [box for box in telling if box.element.find("p") is not None]:
        _rebuild(box.element, box.runs)


def _retag(tree: HtmlElement) -> None:
    """Make a box of a list item that holds a whole article, and paragraphs of sections that hold nothing but marked words and
    of spans of whole sentences without a space between."""
    for item in tree.iter("li"):
        if sum(len(paragraph.text_content()) for paragraph in item.iter("p")) >= WHOLE:
            item.tag = "div"
    for section in tree.iter("section"):
        if all(map(_is_inline, section)) and is_prose(" ".join(section.text_content().split())):
            section.tag = "p"
    for box in tree.iter(*BOXES):
        if len(box) > 1 and not (box.text or "").strip() and all(map(_is_apart, box)):
            for span in box:
                span.tag = "p"


class _Box(NamedTuple):
    """An element that holds loose text."""

    element: HtmlElement
    runs: list[list[Item]]

    @property
    def make(self) -> tuple[str, str]:
        """How it is made: those of one make hold the same kind of text."""
        return self.element.tag, self.element.get("class", "")


def _is_apart(element: _Element) -> bool:
    """Whether it is a span of whole sentences with nothing behind it, not even the space that would part it from the next."""
    return (
        element.tag == "span" and not element.tail and is_prose(" ".join("".join(element.itertext()).split()))
    )


def _runs(box: HtmlElement) -> Iterator[list[Item]]:
    """What the box holds, in runs that block elements part; each of these stands by itself."""
    items: list[Item] = [box.text or ""]
    for child in box:
        items += [child, child.tail or ""]
    run: list[Item] = []
    for item in items:
        if isinstance(item, str) or _is_inline(item):
            run.append(item)
        else:
            yield from (run, [item])
            run = []
    yield run


def _is_inline(element: _Element) -> bool:
    return element.tag in INLINE and all(inner.tag in INLINE for inner in element.iterdescendants())


def _holds_text(box: HtmlElement) -> bool:
    return bool((box.text or "").strip() or any((child.tail or "").strip() for child in box))


def _is_prose(run: Sequence[Item]) -> bool:
    """Whether the run is loose text of some length."""
    return _length(run) >= PROSE


def _length(run: Sequence[Item]) -> int:
    """Characters of loose text."""
    return sum(len(item.strip()) for item in run if isinstance(item, str))


def _is_parted(run: Sequence[Item]) -> bool:
    """Whether there are words in elements between the loose text."""
    return _is_prose(run) and any(
        not isinstance(item, str) and "".join(item.itertext()).strip() for item in run
    )


def _rebuild(box: HtmlElement, runs: Sequence[Sequence[Item]]) -> None:
    """Give the box its runs anew: each that holds loose text as a paragraph, the others as they are."""
    box.text = ""
    for child in list(box):
        box.remove(child)
    for run in runs:
        if any(isinstance(item, str) and item.strip() for item in run):
            _fill(SubElement(box, "p"), run)
        else:
            for element in (item for item in run if not isinstance(item, str)):
                element.tail = " "
                box.append(element)


def _fill(paragraph: _Element, run: Sequence[Item]) -> None:
    """Put the text and the elements of a run into a new paragraph."""
    last: _Element | None = None
    for item in run:
        if not isinstance(item, str):
            item.tail, last = "", item
            paragraph.append(item)
        elif last is None:
            paragraph.text = (paragraph.text or "") + item
        else:
            last.tail += item
