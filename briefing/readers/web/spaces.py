"""Spaces between words of a web page beside links and words in italics: trafilatura drops some of them ("the<a>port</a>owner").

They are written as a sign that it takes for a letter, and as spaces again behind it.
"""

from __future__ import annotations

from lxml.etree import _Element

MARKED = ("a", "b", "strong", "i", "em", "u", "kbd", "samp", "tt", "var", "sub", "sup", "del", "s", "strike")
"""Elements that trafilatura keeps as links and marked words."""
SIGN = "␣"
"""Stands for a space; a page that shows it itself gets a space there."""


def guard_spaces(tree: _Element) -> None:
    """Write the spaces beside links and marked words as signs."""
    for element in tree.iter(*MARKED):
        previous, parent = element.getprevious(), element.getparent()
        if previous is not None:
            previous.tail = _closed(previous.tail)
        elif parent is not None:
            parent.text = _closed(parent.text)
        element.text = _closed(element.text)
        element.tail = _opened(element.tail)


def _closed(text: str | None) -> str | None:
    """The text with a sign for the spaces at its end."""
    told = (text or "").rstrip()
    return f"{told}{SIGN}" if told and text != told else text


def _opened(text: str | None) -> str | None:
    """The text with a sign for the spaces that it begins with."""
    told = (text or "").lstrip()
    return f"{SIGN}{told}" if told and text != told else text


def with_spaces(tree: _Element) -> None:
    """Write the signs as spaces again."""
    for element in tree.iter():
        if element.text and SIGN in element.text:
            element.text = element.text.replace(SIGN, " ")
        if element.tail and SIGN in element.tail:
            element.tail = element.tail.replace(SIGN, " ")
