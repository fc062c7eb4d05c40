"""TextTiling (Hearst 1997) as NLTK has it, with our stop words, so that nothing is downloaded: a yardstick.

NLTK is slow to import, so this module is imported only when the method is asked for.
"""

from __future__ import annotations

import bisect
import itertools

from nltk.tokenize.texttiling import TextTilingTokenizer

from briefing.language.words import stop_words


def starts(paragraphs: list[str], language: str) -> list[int]:
    """Indices of the paragraphs that begin a tile; 0 always does. A text too short to tile is one tile."""
    folded = [" ".join(paragraph.split()) for paragraph in paragraphs]
    begins = list(itertools.accumulate((len(p) + 2 for p in folded), initial=0))
    tiler = TextTilingTokenizer(stopwords=sorted(stop_words(language)) or ["the"])
    try:
        tiles = tiler.tokenize("\n\n".join(folded))
    except (ValueError, IndexError):  # NLTK's words for a text with too few paragraphs or words
        return [0]
    offsets = itertools.accumulate(map(len, tiles), initial=0)
    return sorted({bisect.bisect_right(begins, at + 2) - 1 for at in list(offsets)[:-1]} | {0})
