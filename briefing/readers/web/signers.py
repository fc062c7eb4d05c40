"""Who said what a web page quotes in a block: put behind the words, before trafilatura drops it or adds it to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import Element, HtmlElement

from briefing.readers.lines import ENDS_SENTENCE, TAIL

DASHES = "―—–~-"
"""What a page may put before the name of the one who said it."""
COMMAS = re.compile(r"(?: ?, ?)+")
IN_WORK = re.compile(r"[ ,]+(?:in|from|at|for|on)$")
"""What stands between a name and the work that it is of."""
SIGNED = 160
"""Characters of a signature at most."""
SIGNATURE = re.compile(rf"[{DASHES}]{{1,2}} ?[A-ZÀ-Þ]")
SHOWN = ("img", "picture", "video", "iframe", "table", "blockquote", "figcaption")
"""What a figure may show: where it is more than one quotation and one caption, the caption need not name who said it."""


def sign_quotes(tree: HtmlElement) -> None:
    """Gives every block quote of the page that tells whose it is, in a ``footer``, a ``cite`` at its end or the caption of
    its figure, a block quote of its own behind it: "— Lena Dahl, mayor"."""
    for quote, signer in [*_within(tree), *_in_figures(tree)]:
        words = _name(signer)
        if not 0 < len(words) <= SIGNED:
            continue
        _without_dash(signer)
        signer.drop_tree()
        figure = next(quote.iterancestors("figure"), None)
        if figure is not None:  # trafilatura reads none
            figure.tag = "div"
        signature = Element("blockquote")
        signature.text = f"— {words}"
        quote.addnext(signature)


def _name(signer: HtmlElement) -> str:
    """The words of a signature, its lines parted by commas, without the work that it names behind the person."""
    work = next((cited for cited in signer.iter("cite") if cited is not signer), None)
    if work is not None and not _words(signer).startswith(_words(work)):
        work.drop_tree()
    for line in signer.iter("br", "p", "div"):
        line.tail = f", {line.tail or ''}"
    return COMMAS.sub(", ", IN_WORK.sub("", _words(signer)).rstrip(", "))


def _words(element: HtmlElement) -> str:
    """The words of an element without a dash before them, a comma between those of two parts with nothing but space between
    them."""
    words = ""
    for part in element.itertext():
        beside = part.isspace() or (words[-1:].isalnum() and part[:1].isalnum())
        words += f", {part}" if beside else part
    return " ".join(words.split()).lstrip(f"{DASHES}, ")


def _within(tree: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """Each block quote that names within itself who said it, with the element that does."""
    for quote in tree.iter("blockquote"):
        held = [] if quote.find(".//blockquote") is not None else list(quote.iter("footer", "cite"))
        footers = [element for element in held if element.tag == "footer"]
        if footers:
            yield quote, footers[-1]
        elif held and _stands_apart(held[-1], quote):
            yield quote, held[-1]


def _in_figures(tree: HtmlElement) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """Each block quote with the caption of its figure, where the figure holds no more."""
    for figure in tree.iter("figure"):
        held = list(figure.iter(*SHOWN))
        if [element.tag for element in held] == ["blockquote", "figcaption"]:
            yield held[0], held[1]


def _stands_apart(cited: HtmlElement, quote: HtmlElement) -> bool:
    """Whether it is the last of the quotation, behind a whole sentence or a dash: within a sentence it is a work."""
    words, last = quote.text_content().rstrip(), cited.text_content().rstrip()
    before = words.removesuffix(last).rstrip()
    apart = before.endswith(tuple(DASHES)) or ENDS_SENTENCE.search(before[-TAIL:]) is not None
    return before != words and apart


def is_signature(words: str) -> bool:
    """Whether a paragraph is a name behind a dash, as below a block quote."""
    return len(words) <= SIGNED and SIGNATURE.match(words) is not None and not ENDS_SENTENCE.search(words)


def _without_dash(signer: HtmlElement) -> None:
    """Takes the dash away that stands before it."""
    previous, parent = signer.getprevious(), signer.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "").rstrip().rstrip(DASHES)
    elif parent is not None:
        parent.text = (parent.text or "").rstrip().rstrip(DASHES)
