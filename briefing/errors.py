"""Errors of this package.

BriefingError
├── SourceError        the source cannot be read, or holds no article
├── OptionError        an option has a value that makes no sense (usage: exit code 2)
│   └── UnknownName    a method, template or format nobody knows; names the nearest
├── TemplateError      a template cannot be read or rendered
└── OutputError        the result cannot be written

Every message says what was expected, what was found and what to do. The command turns
BriefingError, what Click says of a wrong call, and a closed or full output into one line and an exit code, and nothing
else: a bug keeps its traceback.
"""

from __future__ import annotations

from collections.abc import Iterable


class BriefingError(Exception):
    """Base of every error that a user can cause."""


class SourceError(BriefingError):
    """The source cannot be read, or holds no article."""


class OptionError(BriefingError):
    """An option has a value that makes no sense."""


class UnknownName(OptionError):
    """A name that is not registered; the message offers the nearest one."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        super().__init__(what, name, sorted(known))  # what a copy, or another process, makes it from

    def __str__(self) -> str:
        import difflib  # seldom asked, and a command waits for it

        what, name, known = self.args
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"choose one of: {', '.join(known)}."
        return f"no {what} called {name!r}; {hint}"


class TemplateError(BriefingError):
    """A template cannot be read or rendered."""


class OutputError(BriefingError):
    """The result cannot be written."""
