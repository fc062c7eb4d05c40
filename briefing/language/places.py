"""Which country a capital, an adjective or a people speaks of: Ankara and Turkish are Turkey."""

from __future__ import annotations

import functools
from pathlib import Path


@functools.cache
def countries() -> dict[str, str]:
    """Country of each name in places.tsv, the country's own among them."""
    table: dict[str, str] = {}
    for line in Path(__file__).with_name("places.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            country, *others = line.split("\t")
            table[country] = country
            table.update((name, country) for cell in others for name in cell.split(","))
    return table
