"""What callers give: looked at for its type and its range where it comes in, so that a mistake is one clear error."""

from __future__ import annotations

import operator
import sys
from collections.abc import Iterable
from typing import Any

from briefing.characters import well_formed
from briefing.errors import OptionError

SHOWN = 60
"""Characters of a wrong value that tell which one it was."""


def expect(what: str, value: Any, *kinds: type) -> None:
    """Raises OptionError where ``value`` is of none of these types."""
    if not isinstance(value, kinds):
        names = [kind.__name__ for kind in kinds]
        known = " or ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
        raise OptionError(f"expected {what} of type {known}, found {_told(value)}; give one.")


def text(what: str, value: Any) -> str:
    """Text. Raises OptionError on anything else."""
    expect(what, value, str)
    return well_formed(value)


def several(what: str, value: Any, kind: type) -> list[Any]:
    """Values of one type. Raises OptionError on others, and on one that stands alone: the letters of a text are no topics."""
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        raise OptionError(f"expected a list of {what}, found {_told(value)}; give a list also of one.")
    given = list(value)
    for one in given:
        expect(f"each of the {what}", one, kind)
    return given


def whole(what: str, value: Any, least: int) -> int:
    """A whole number of at least ``least``, also one of numpy's. Raises OptionError on anything else."""
    try:
        number = operator.index(value)
    except TypeError:
        number = least - 1
    if number < least or isinstance(value, bool):
        raise OptionError(f"expected {what} of at least {least}, found {value!r}; give a whole number.")
    return min(number, sys.maxsize)  # no text is longer, and a float holds it


def _told(value: object) -> str:
    """A wrong value as a message has it: what it is, and of what type."""
    shown = repr(value)
    return f"{shown if len(shown) <= SHOWN else shown[:SHOWN] + '...'} ({type(value).__name__})"
