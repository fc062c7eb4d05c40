"""Which words are about the same things: "church" is near "pastor", "iodine" near "chlorine".

Vectors of stems from the glosses and relations of WordNet (Miller 1995); see vectors.LICENCE.md.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


@functools.cache
def _table(language: str) -> tuple[dict[str, int], NDArray[np.int8]]:
    """The row of each stem, and the rows; empty for a language without a table."""
    path = Path(__file__).with_name(f"vectors_{language}.npz")
    if not path.is_file():
        return {}, np.zeros((0, 0), dtype=np.int8)
    with path.open("rb") as file, np.load(file, allow_pickle=False) as table:
        words = table["stems"].item().decode("utf-8").split("\n")
        return dict(zip(words, range(len(words)), strict=True)), table["vectors"]


def vectors(stems: Sequence[str], language: str) -> NDArray[Any]:
    """Unit vectors of ``stems``, shape (stems, dimensions); zero for one that the table does not hold."""
    index, table = _table(language)
    rows = np.array(list(map(index.get, stems, itertools.repeat(-1))), dtype=np.int64)
    found = np.zeros((len(rows), table.shape[1]), dtype=np.float32)
    known = rows >= 0
    found[known] = table[rows[known]]
    norms = np.sqrt(np.einsum("ij,ij->i", found, found))
    found /= np.where(norms > 0, norms, 1)[:, None]
    return found
