"""Turns news articles into policy briefs: extractive, verbatim, offline."""

from __future__ import annotations

from briefing._version import __version__
from briefing.errors import BriefingError, OptionError, OutputError, SourceError, TemplateError, UnknownName
from briefing.pipeline import find_quotes, find_sections, make_brief, split_sentences, summarise
from briefing.readers import read

__all__ = [
    "BriefingError",
    "OptionError",
    "OutputError",
    "SourceError",
    "TemplateError",
    "UnknownName",
    "__version__",
    "find_quotes",
    "find_sections",
    "make_brief",
    "read",
    "split_sentences",
    "summarise",
]
