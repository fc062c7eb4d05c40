"""Turns news articles into policy briefs: extractive, verbatim, offline.

The public names are loaded when they are first used (PEP 562): ``brief --help`` does not wait for numpy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from briefing._version import __version__

if TYPE_CHECKING:
    from briefing.brief import Brief, Item, Part, Reference, Voice
    from briefing.errors import (
        BriefingError,
        OptionError,
        OutputError,
        SourceError,
        TemplateError,
        UnknownName,
    )
    from briefing.model import (
        Block,
        Claim,
        Document,
        Metadata,
        Quote,
        Section,
        Sentence,
        Span,
        Speaker,
        Summary,
    )
    from briefing.pipeline import (
        Source,
        find_claims,
        find_quotes,
        find_sections,
        make_brief,
        split_sentences,
        summarise,
    )
    from briefing.readers import read

__all__ = [
    "Block",
    "Brief",
    "BriefingError",
    "Claim",
    "Document",
    "Item",
    "Metadata",
    "OptionError",
    "OutputError",
    "Part",
    "Quote",
    "Reference",
    "Section",
    "Sentence",
    "Source",
    "SourceError",
    "Span",
    "Speaker",
    "Summary",
    "TemplateError",
    "UnknownName",
    "Voice",
    "__version__",
    "find_claims",
    "find_quotes",
    "find_sections",
    "make_brief",
    "read",
    "split_sentences",
    "summarise",
]

HOMES = ("briefing.pipeline", "briefing.readers", "briefing.model", "briefing.errors", "briefing.brief")
"""Modules in which the public names live."""


def __getattr__(name: str) -> Any:
    if name in __all__:
        for home in map(import_module, HOMES):
            if hasattr(home, name):
                return getattr(home, name)
    raise AttributeError(f"module 'briefing' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
