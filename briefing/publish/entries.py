"""What a site remembers of each brief: enough to list it without making it again."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Saying:
    """A passage of the article in which somebody is quoted."""

    speaker: str
    role: str | None
    """As the article words it."""
    text: str
    paragraph: int
    """Number of the body paragraph in the article, from 1."""


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
    sayings: tuple[Saying, ...] = ()
    """In reading order."""

    def to_json(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        values = {f.name: getattr(self, f.name) for f in dataclasses.fields(self)}
        values["date"] = self.date.isoformat() if self.date else None
        values["sayings"] = [  # by hand: asdict() takes ten times as long
            {"speaker": s.speaker, "role": s.role, "text": s.text, "paragraph": s.paragraph}
            for s in self.sayings
        ]
        return values

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Entry:
        """The entry that ``to_json`` gave, here or in another version of this package.

        What that version did not know stays empty until the brief is made again. Raises TypeError, KeyError,
        AttributeError or ValueError on anything else.
        """
        known = {f.name: values[f.name] for f in dataclasses.fields(cls) if f.name in values}
        return cls(
            **{
                **known,
                "date": dt.date.fromisoformat(values["date"]) if values["date"] else None,
                "topics": tuple(values["topics"]),
                "people": tuple(values["people"]),
                "outlets": tuple(values["outlets"]),
                "sayings": tuple(Saying(**s) for s in values.get("sayings", ())),
            }
        )
