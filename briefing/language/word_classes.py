"""What class a word is by itself: verb, adjective, adverb or noun, as it is most often; see word_classes.LICENCE.md."""

from __future__ import annotations

import functools
from pathlib import Path


@functools.cache
def class_table(language: str) -> dict[str, str]:
    """Class of each listed word of ``language``, in lower case; empty where there is no table."""
    path = Path(__file__).with_name(f"word_classes_{language}.txt")
    if not path.is_file():
        return {}
    table: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, *words = line.split()
        table.update(dict.fromkeys(words, name))
    return table


def word_class(word: str, language: str) -> str:
    """The class of ``word`` in lower case: "verb", "adjective", "adverb", "noun", or "either" a noun or a verb."""
    table = class_table(language)
    listed = table.get(word) or table.get(word.removesuffix("s")) or table.get(word.removesuffix("es"))
    if listed:
        return listed
    if word.endswith(("ing", "ed")):
        return "verb"
    return "adverb" if word.endswith("ly") else "noun"
