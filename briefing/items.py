"""From what is chosen to what is shown: statements, key quotes and sections with their references."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefing.brief import Item, Part, Reference
from briefing.keyquotes import Excerpt
from briefing.language.given_names import given_names
from briefing.model import Document, Section
from briefing.pool import Pool
from briefing.select import repeats

SECTIONS = 7
"""Shown under their own topic; the rest stands under ``REST``."""
NAME = 3
"""Words of somebody's name at most."""
REST = "Also"
NUMBERED = re.compile(r"^(?:(?:\d{1,2}|[IVX]{1,4})[.):] +|\d{1,2}[.)](?=[A-Z][a-z]))")
"""The number of a subheading, which says nothing where the others are not shown."""
PRONOUN = re.compile(r"^(?:He|She)\b")


def parts(pool: Pool, statements: Sequence[int], quoted: Mapping[int, Excerpt]) -> Iterable[Part]:
    """The sections that have something to show, sections of one topic together, the surplus under ``REST``.

    ``statements``: indices of passages in reading order. ``quoted``: the key quote of a section, by its number.
    """
    merged: dict[str, tuple[str | None, list[int], list[Excerpt]]] = {}
    full = _in_full(pool.findings.sections, quoted)
    for number, section in enumerate(pool.findings.sections):
        mine = [i for i in statements if pool.home[i] == number]
        if not mine and number not in quoted:
            continue
        topic = section.topic or NUMBERED.sub("", section.heading or REST)
        topic = _label(full.get(topic, topic))
        if topic not in merged and len(merged) >= SECTIONS:
            topic = REST
        _, held, quotes = merged.setdefault(topic, (section.heading, [], []))
        held += mine
        quotes += [quoted[number]] if number in quoted else []
    for topic, (heading, held, quotes) in merged.items():
        items = tuple(statement(pool, i) for i in held)
        told = NUMBERED.sub("", heading or "")
        yield Part(
            topic,
            told if told and _bare(told) != _bare(topic) else None,
            items,
            quotation(quotes[0]) if quotes else None,
        )


def _bare(heading: str) -> str:
    """A heading without its colon and an article before it."""
    return heading.rstrip(":").casefold().removeprefix("the ")


def _in_full(sections: Sequence[Section], quoted: Mapping[int, Excerpt]) -> dict[str, str]:
    """The names of people of which another section has the longer form: "Dahl", where there is "Lena Dahl" too; but for those under
    which both have a key quote, since a part has one."""
    topics = sorted({section.topic for section in sections if section.topic})
    heard = {sections[number].topic for number in quoted}
    names = [t for t in topics if len(t.split()) <= NAME and all(w[0].isupper() for w in t.split())]
    full = [name for name in names if name.split()[0] in given_names()]  # not "Wall Street" for "Street"
    longer = {name: [other for other in full if other.endswith(f" {name}")] for name in names}
    return {
        name: others[0]
        for name, others in longer.items()
        if len(others) == 1 and not (name in heard and others[0] in heard)
    }


def statement(pool: Pool, i: int) -> Item:
    """Passage ``i`` as it stands in the brief."""
    passage = pool.passages[i]
    words = pool.text(i)
    meant = pool.meant(i)
    if meant:
        words = PRONOUN.sub(f"[{meant}]", words, count=1)
    own = Reference(passage.document + 1, passage.paragraph)
    return Item(" ".join(words.split()), (passage.span,), (own, *_repeats(pool, i)))


def _repeats(pool: Pool, i: int) -> Iterable[Reference]:
    """Where other sources say the same."""
    if len(pool.findings.documents) == 1:
        return ()
    mine = pool.passages[i].document
    others = (
        p
        for p, stems in zip(pool.passages, pool.stems, strict=True)
        if p.document != mine and repeats(pool.stems[i], stems)
    )
    return dict.fromkeys(Reference(p.document + 1, p.paragraph) for p in others)


def said(excerpt: Excerpt) -> Item:
    """A quotation as a statement, behind who speaks in square brackets."""
    item = quotation(excerpt)
    who = ", ".join(part for part in (item.speaker, item.role) if part)
    return dataclasses.replace(item, text=f"[{who}:] {item.text}")


def _label(topic: str) -> str:
    """A topic as a heading: with a capital at its front, unless the word has its own ("iPhone")."""
    first = topic.split(maxsplit=1)[0]
    return topic[0].upper() + topic[1:] if first.islower() else topic


def quotation(excerpt: Excerpt) -> Item:
    """A key quote as it stands in the brief."""
    quote = excerpt.quote
    return Item(
        excerpt.text,
        excerpt.spans,
        (Reference(quote.document + 1, quote.paragraph),),
        quote.speaker.name if quote.speaker else None,
        quote.speaker.role if quote.speaker else None,
    )


def source(number: int, document: Document) -> dict[str, Any]:
    """What is known of a source; ``number`` from 1."""
    meta = document.metadata
    known = {
        "title": meta.title,
        "outlet": meta.outlet,
        "author": meta.author,
        "date": meta.published and meta.published.isoformat(),
        "url": meta.url,
        "file": meta.path,
    }
    return {"id": number, **{key: value for key, value in known.items() if value}, "sha256": meta.sha256}
