"""Make briefing/language/word_classes_en.txt from WordNet: python tools/word_classes.py [FOLDER]

FOLDER holds WordNet's index.* and *.exc files and cntlist.rev; Debian's package wordnet-base puts them into
/usr/share/wordnet. Each word of frequencies_en.txt is counted as a noun, verb, adjective and adverb: how often its senses
are tagged so in SemCor (cntlist(5WN)), half a count for each lemma that is only listed. Words that are nouns, and those
that their endings tell ("-ly", "-ing", "-ed"), are left out.
"""

from __future__ import annotations

import sys
import textwrap
from collections import Counter
from pathlib import Path

from briefing.language import rarity
from briefing.language.rarity import zipf_table

TABLE = Path(rarity.__file__).with_name("word_classes_en.txt")
PLACE = Path("/usr/share/wordnet")
FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SENSES = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
ENDINGS = {
    "n": ["s ", "ses s", "xes x", "zes z", "ches ch", "shes sh", "men man", "ies y"],
    "v": ["s ", "ies y", "es e", "es ", "ed e", "ed ", "ing e", "ing "],
    "a": ["er ", "est ", "er e", "est e"],
    "r": [],
}
"""Endings of inflected words and what they stand for (morphy(7WN))."""
MOSTLY, RATHER = 8, 1
"""How many times as often as a noun a word is a verb that is taken for one, and that may be either."""


class WordNet:
    """Lemmas and their counts by part of speech."""

    def __init__(self, folder: Path) -> None:
        self.listed: dict[str, set[str]] = {}
        self.irregular: dict[tuple[str, str], list[str]] = {}
        self.tagged: Counter[tuple[str, str]] = Counter()
        for name, part in FILES.items():
            lines = (folder / f"index.{name}").read_text("utf-8").splitlines()
            self.listed[part] = {line.split()[0] for line in lines if not line.startswith(" ")}
            for line in (folder / f"{name}.exc").read_text("utf-8").splitlines():
                word, *bases = line.split()
                self.irregular[part, word] = bases
        for line in (folder / "cntlist.rev").read_text("utf-8").splitlines():
            sense, _, count = line.split()
            lemma, _, kind = sense.partition("%")
            self.tagged[SENSES[kind[0]], lemma] += int(count)

    def count(self, word: str, part: str) -> float:
        """How often the word is this part of speech."""
        return sum(self.tagged[part, lemma] + 0.5 for lemma in self._lemmas(word, part))

    def _lemmas(self, word: str, part: str) -> set[str]:
        guesses = {word, *self.irregular.get((part, word), [])}
        for ending, base in (rule.split(" ") for rule in ENDINGS[part]):
            if word.endswith(ending) and len(word) > len(ending) + 1:
                stem = word.removesuffix(ending) + base
                guesses |= {stem, stem[:-1]} if part == "v" and stem[-2:-1] == stem[-1:] else {stem}
        return guesses & self.listed[part]


def word_class(word: str, wordnet: WordNet) -> str:
    """The class of a word as the table names it; "" where the word is a noun or unknown."""
    noun, verb, adjective, adverb = (wordnet.count(word, part) for part in "nvar")
    if word.endswith("ing"):
        noun = wordnet.tagged["n", word] + 0.5 * (word in wordnet.listed["n"])
    if verb > max(adjective, adverb) and verb > RATHER * noun:
        return "verb" if verb > MOSTLY * noun else "either"
    if adjective > max(verb, adverb, noun):
        return "adjective"
    if adverb > max(verb, adjective, noun):
        return "adverb"
    return "" if noun else by_ending(word)


def by_ending(word: str) -> str:
    """The class that an ending tells; "" for a noun."""
    return {"ly": "adverb", "ng": "verb" * word.endswith("ing"), "ed": "verb"}.get(word[-2:], "")


def main() -> None:
    """Write the table."""
    wordnet = WordNet(Path(sys.argv[1]) if len(sys.argv) > 1 else PLACE)
    words = sorted(word for word in zipf_table("en") if word.isalpha() and len(word) > 2)
    classes = {word: word_class(word, wordnet) for word in words}
    lines = []
    for name in ("verb", "either", "adjective", "adverb", "noun"):
        mine = [w for w, found in classes.items() if (found or "noun") == name and by_ending(w) != found]
        lines += textwrap.wrap(" ".join(mine), 110, initial_indent=f"{name} ", subsequent_indent=f"{name} ")
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
