"""What a site remembers of each brief: enough to list it without making it again."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation that a brief shows."""

    speaker: str
    role: str | None
    text: str
    paragraph: int
    """Number of the body paragraph in the article, from 1."""
    topic: str
    """Of the section of the brief that shows it."""
    anchor: str
    """Of that section; empty where it has none."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One published brief."""

    source: str
    """Path of the article from the site's folder, with forward slashes."""
    sha256: str
    """Of the article."""
    fingerprint: str
    """Of all that the brief depends on: article, options, version."""
    name: str
    """File name of the brief without its ending; it never changes again."""
    title: str
    date: dt.date | None
    topics: tuple[str, ...]
    people: tuple[str, ...]
    outlets: tuple[str, ...]
    bottom_line: str
    quotations: tuple[Quotation, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        values = {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}
        values["date"] = self.date.isoformat() if self.date else None
        values["quotations"] = [dataclasses.asdict(q) for q in self.quotations]
        return values

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Entry:
        """The entry that ``to_json`` gave. Raises TypeError, KeyError or ValueError on anything else."""
        return cls(
            **{
                **values,
                "date": dt.date.fromisoformat(values["date"]) if values["date"] else None,
                "topics": tuple(values["topics"]),
                "people": tuple(values["people"]),
                "outlets": tuple(values["outlets"]),
                "quotations": tuple(Quotation(**q) for q in values["quotations"]),
            }
        )
