"""Which language a text is in, by the share of its words that are stop words of each language.

Function words tell languages apart on a paragraph (Grefenstette 1995). English is tried first, since the other lists
take longer to load than a brief takes to make. A text that fits none well is in English where most of its words are
common English ones, and otherwise in none of those known ("und", as ISO 639-2 has it). A library would know more
languages, but py3langid, the lightest that is kept up, takes 2.4 s to load and answer once.
"""

from __future__ import annotations

import re

from briefing.language.rarity import zipf_table
from briefing.language.words import LANGUAGES, WORD, stop_words

SAMPLE = 2000
"""Characters that are looked at."""
END, PLAIN = 250, 0.38
"""Characters at both ends of these that are enough where so large a share of what white space parts are English stop words."""
CLEAR = 0.3
"""A share of stop words that a text has only in its own language."""
LIKELY = 0.19
"""A share that tells the best of several languages; their neighbours (Dutch, Danish, Romanian) stay below it."""
COMMON = 0.5
"""Share of common English words from which on a text without sentences, such as a list, is in English."""
SCRIPTS = {
    "ja": r"[\u3040-\u30ff]",
    "zh": r"[\u4e00-\u9fff]",
    "ko": r"[\uac00-\ud7af]",
    "th": r"[\u0e00-\u0e7f]",
    "he": r"[\u0590-\u05ff]",
    "el": r"[\u0370-\u03ff]",
    "uk": "[іїєґІЇЄҐ]",
}
"""Languages that their letters tell, by first match; compiled where needed, for wide ranges take long."""
ENOUGH = {"ja": 0.1, "uk": 0.02}
"""Share of its letters that tells a language; 0.3 for the others."""
FOREIGN = re.compile("[^\0-\u036f\u2000-\u206f]")
"""What is neither a Latin letter or mark nor general punctuation."""


def detect(text: str) -> str:
    """ISO 639-1 code of the language of ``text``, or "und"."""
    sample = text[:SAMPLE]
    ends = f"{sample[:END]} {sample[-END:]}"
    if _share(ends.lower().split(), "en") >= PLAIN:
        return "en"  # whatever names it gives in their own letters
    if not sample.isascii() and any(map(str.isalpha, FOREIGN.findall(sample))):
        letters = sum(char.isalpha() for char in sample) or 1
        for code, script in SCRIPTS.items():
            if len(re.findall(script, sample)) > letters * ENOUGH.get(code, 0.3):
                return code
    words = WORD.findall(sample.lower())
    if _share(words, "en") >= CLEAR:
        return "en"
    shares = {code: _share(words, code) for code in LANGUAGES}
    best = max(sorted(shares), key=lambda code: shares[code])
    if shares[best] >= LIKELY:
        return best
    common = sum(map(zipf_table("en").__contains__, words))
    return "en" if common >= COMMON * len(words) else "und"


def _share(words: list[str], language: str) -> float:
    """Share of the words that are stop words of ``language``."""
    stop = stop_words(language)
    return sum(map(stop.__contains__, words)) / len(words) if words else 0.0
