"""What is worked out when it is first asked for: attributes, and patterns that few articles need."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, cast, overload

T = TypeVar("T")


class lazy(Generic[T]):
    """``functools.cached_property`` without the lock that Python 3.11 takes each time, which costs as much as many of
    these attributes do."""

    def __init__(self, read: Callable[[Any], T]) -> None:
        self.read = read
        self.name = read.__name__
        self.__doc__ = read.__doc__

    @overload
    def __get__(self, holder: None, owner: type) -> Self: ...

    @overload
    def __get__(self, holder: object, owner: type) -> T: ...

    def __get__(self, holder: object | None, owner: type) -> Self | T:
        if holder is None:
            return self
        found = holder.__dict__[self.name] = self.read(holder)
        return found


class _Seldom:
    """A pattern that is compiled when it is first asked to match."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self.source), name)
        setattr(self, name, found)
        return found


def seldom(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile`` for a pattern that most articles never need: it takes longer to compile than to match, and a command
    lives for a third of a second. What is matched in every article is compiled at once, and looked up quicker."""
    return cast("re.Pattern[str]", _Seldom(pattern, flags))
