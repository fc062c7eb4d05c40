"""The brief as a value: everything that a template may show, each item with its place in its source."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing._version import __version__
from briefing.model import Span


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a source."""

    document: int
    """Number of the source, from 1."""
    paragraph: int
    """Number of its body paragraph, from 1."""


@dataclass(frozen=True, slots=True)
class Item:
    """One statement or quotation of a brief."""

    text: str
    """The words of ``spans``, verbatim, but for this: white space is folded to single spaces; a "He" or "She" that opens it is
    replaced by the name in square brackets; a quotation stands between quotation marks, without the comma that led on to
    "she said", and an ellipsis stands for what is left out of it, between two spans or because the speaker has said more
    before it or goes on, in square brackets where the words have an ellipsis of their own; one shown as a statement has its speaker
    in square brackets before it."""
    spans: tuple[Span, ...]
    """Where the words stand in the text of the first reference's document."""
    references: tuple[Reference, ...]
    """Several where sources repeat each other; the words are the first one's."""
    speaker: str | None = None
    """Of a quotation: the fullest name in the text."""
    role: str | None = None
    """Of a quotation: the speaker's role as the text words it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One section of a brief."""

    topic: str
    """What the section is about, and its heading in the brief."""
    heading: str | None
    """The verbatim subheading without its number, where the source has one that the topic does not repeat."""
    statements: tuple[Item, ...]
    """In reading order."""
    quote: Item | None
    """The key quote, where the section has one that can stand alone."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A person or body of the sources."""

    name: str
    """Fullest name that the text gives."""
    role: str | None
    """As the text words it."""
    whole: int
    """Quotations of whole sentences, all over the sources; one that "she said" interrupts is one."""
    partial: int
    """Quotations of parts of sentences."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A policy brief."""

    title: str
    """The one asked for, else the headline of the source; of several, that of the first that has one."""
    date: dt.date | None
    """The one asked for, else that of the source; of several, the latest."""
    topics: tuple[str, ...]
    """Topics of the sections shown, in their order."""
    people: tuple[str, ...]
    """Those quoted by name, in reading order."""
    sources: tuple[dict[str, Any], ...]
    """Per source what is known of id, title, outlet, author, date, url, file, and its sha256."""
    language: str
    """ISO 639-1 code of the first source."""
    words_in: int
    """Words of the articles' bodies, between white space."""
    words_out: int
    """Words of the statements and quotations shown."""
    bottom_line: tuple[Item, ...]
    """The best statement; where it is a hook, what follows it, and where it accuses somebody, the answer."""
    key_points: tuple[Item, ...]
    """The best statements of several sections in reading order, an accusation with its answer."""
    parts: tuple[Part, ...]
    """What more is told, section by section."""
    who: tuple[Voice, ...]
    """Everyone quoted, most quoted first, then those introduced with a role."""
    sayings: tuple[Item, ...]
    """Every passage that quotes one of ``people``, in reading order; the page of the brief does not show them."""
    caveats: tuple[str, ...]
    """What the tool knows that it does not know."""
    version: str = __version__
    """Of ``briefing``, which made it."""

    @property
    def items(self) -> tuple[Item, ...]:
        """Every statement and quotation, in the order shown."""
        shown = [*self.bottom_line, *self.key_points]
        for part in self.parts:
            shown += [*part.statements, *([part.quote] if part.quote else [])]
        return tuple(shown)

    def markdown(self, template: str | Path = "policy") -> str:
        """The brief in Markdown, through the template of that name or in that file. Raises TemplateError."""
        from briefing.rendering.markdown import render

        return render(self, template)

    def html(self, template: str | Path = "policy") -> str:
        """The brief as one HTML page that asks nothing of other hosts. Raises TemplateError."""
        from briefing.rendering.html import render

        return render(self, template)

    def json(self) -> str:
        """The brief as indented JSON, with the spans of every item."""
        from briefing.rendering.json import render

        return render(self)
