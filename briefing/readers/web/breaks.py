"""Paragraphs, headings and answers of a web page that its elements do not tell: trafilatura would make one block of them."""

from __future__ import annotations

from lxml.html import Element, HtmlElement

from briefing.readers.headings import is_text
from briefing.readers.lines import is_prose

HOLDERS = (
    "body",
    "main",
    "article",
    "section",
    "div",
    "span",
    "font",
    "center",
    "p",
    "td",
    "li",
    "dd",
    "blockquote",
)
"""Elements that may hold paragraphs with empty lines between them."""
UNFIT = ("p", "span", "font", "center")
"""Those of them that hold no paragraph by rights."""
STYLED = (
    "a",
    "b",
    "code",
    "del",
    "em",
    "font",
    "i",
    "kbd",
    "s",
    "samp",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "tt",
    "u",
    "var",
)
INLINE = frozenset(
    (*STYLED, "abbr", "acronym", "bdi", "big", "br", "cite", "img", "mark", "q", "small", "time", "wbr")
)
"""Elements that stand within a line; others part paragraphs by themselves."""


def part_blocks(tree: HtmlElement) -> None:
    """Makes elements of what the page parts by line breaks, paragraphs with an empty line between them and a short line in
    bold above a paragraph, and of the questions and answers in a list headings and paragraphs."""
    breaks = list(tree.iter("br"))
    for holder in {br.getparent(): None for br in breaks if _is_empty_line(br)}:
        if holder.tag in HOLDERS:
            _part(holder)
    for br in breaks:
        if _is_headed(br):
            heading = _paragraph(None)
            br.getparent().addprevious(heading)
            heading.append(br.getprevious())
            br.drop_tree()
        else:
            br.tail = f" {br.tail or ''}"  # a new line parts words as a space does
    for answers in list(tree.iter("dl")):
        _head_answers(answers)


def _is_empty_line(br: HtmlElement) -> bool:
    """Whether another line break follows with nothing between."""
    after = br.getnext()
    return after is not None and after.tag == "br" and not (br.tail or "").strip()


def _part(holder: HtmlElement) -> None:
    """Puts what stands between empty lines into paragraphs."""
    empty = {br for br in holder.iterchildren("br") if _is_empty_line(br)}
    parts = [_paragraph(holder.text)]
    holder.text, below = None, False
    for child in list(holder):
        holder.remove(child)
        tail = child.tail or ""
        if isinstance(child.tag, str) and child.tag not in INLINE:
            child.tail = None
            parts += [child, _paragraph(tail)]
        elif child in empty or below:
            parts.append(_paragraph(tail))
        else:
            parts[-1].append(child)
        below = child in empty
    holder.extend(part for part in parts if part.tag != "p" or part.text_content().strip() or len(part))
    holder.tag = "div" if holder.tag in UNFIT else holder.tag


def _paragraph(text: str | None) -> HtmlElement:
    paragraph = Element("p")
    paragraph.text = text
    return paragraph


def _is_headed(br: HtmlElement) -> bool:
    """Whether nothing but a short line in bold stands before the break, and the paragraph goes on behind it."""
    bold, paragraph = br.getprevious(), br.getparent()
    return (
        bold is not None
        and bold.tag in ("b", "strong")
        and bold.getprevious() is None
        and paragraph.tag == "p"
        and paragraph.getparent() is not None
        and not ((paragraph.text or "") + (bold.tail or "")).strip()
        and bool((br.tail or "").strip() or br.getnext() is not None)
        and not is_text(" ".join(bold.text_content().split()))
    )


def _head_answers(answers: HtmlElement) -> None:
    """Makes headings of what a list explains or answers, where it does so in sentences."""
    told = list(answers.iter("dd"))
    prose = sum(is_prose(" ".join(answer.text_content().split())) for answer in told)
    if 2 * prose > len(told):
        answers.tag = "div"
        for asked in list(answers.iter("dt")):
            asked.tag = "h3"
        for answer in told:
            answer.tag = "div" if answer.find("p") is not None else "p"
