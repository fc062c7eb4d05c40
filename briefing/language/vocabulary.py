"""Words looked up once: what is known of each, by what stands between white space."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


class Vocabulary(dict[str, tuple[T, ...]]):
    """For a piece of text without white space, what ``read`` tells of each of its words; a text has few different
    pieces, and reading them is most of the work."""

    MOST = 1 << 17
    """Pieces that are remembered."""

    def __init__(self, read: Callable[[str], Iterable[T]]) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, piece: str) -> tuple[T, ...]:
        if len(self) >= self.MOST:
            self.clear()
        self[piece] = known = tuple(self.read(piece))
        return known
