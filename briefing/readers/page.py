"""Where the article stands on a pasted page: the run of blocks with the highest sum of log-odds.

Pasternack & Roth (2009), "Extracting Article Text from the Web with Maximum Subsequence Segmentation": a linear model
says of every block how likely it is to be of the article, and the contiguous run with the highest sum is the article.
Menus, lists of other articles and comment threads hold sentences too; what gives them away is what stands around them.
"""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from briefing.language.endings import WHOLE
from briefing.language.rarity import zipf_table
from briefing.readers.lines import WORD, count_words

MARKER = re.compile(
    r"\W*(?:(?:\d+|view|show|see|leave|post|add|all|read|your|a|an)\W+){0,3}(?:comments?|repl(?:y|ies)|responses?)\b|"
    r"\W*(?:related|recommended|recent|popular|trending|latest|most (?:popular|read|viewed)|more (?:from|on|in|stories|news)|"
    r"you (?:may|might)|previous (?:post|article)|next (?:post|article|up)|about the author|tags?\b|topics\b|filed under|"
    r"posted in|categor|share\b|sign up|subscribe|newsletter|follow\b|copyright|©|all rights|disclaimer|source:|"
    r"(?:first|originally) published|top stories|editor|like this|want more|sponsored|promoted|advert)",
    re.I,
)
"""How the lines behind an article begin."""
COMMENTS = re.compile(
    r"\W*(?:(?:(?:\d+|view|leave|post|add|read|a|all)\W+){0,3}(?:comments?|repl(?:y|ies)|responses)\W*\d*\W*$|"
    r"(?:\d+|one) (?:comments?|repl(?:y|ies)|responses?|thoughts?) (?:to|on)\b|"
    r"(?:\d+\W+)?(?:kommentare|commentaires|comentarios|comentários|commenti|reacties|kommentarer|comentar|"
    r"комментари[иейв]+)\W*\d*\W*$|"
    r"(?:schreibe? einen kommentar|laisser un commentaire|deja (?:un comentario|una respuesta)|"
    r"deix[ea]r? (?:um comentário|uma resposta)|lascia un commento|laat een reactie achter|добавить комментарий)\b)",
    re.I,
)
"""The heading of a comment thread, and of the form below it."""
CLOSER = re.compile(
    r"\W*(?:(?:(?:\d+|view|show|leave|post|add|all|read|your|a)\W+){0,3}(?:comments?|repl(?:y|ies)|responses)\b|copyright|©|all rights|"
    r"(?:tags?|topics|categories|source)\b|filed under|posted in|about (?:the author|us)\b|privacy|terms of|contact us|"
    r"(?:previous|next) (?:post|article|story)|(?:first|originally) published|disclaimer|ends$)",
    re.I,
)
"""Lines behind which no article goes on."""
GAP = 10
"""Lines of a box in an article at most."""
PROSE = 8
"""Words of each of the two paragraphs with which an article goes on, at least."""
SHARED = 2
"""Words that they have in common with it, at least, where as many lines between are not known to be the page's."""
STEM = 6
"""Letters of a word that count."""
STAMP = re.compile(r"\b(?:ago|comments?|shares?|min read|[ap]\.?m\.?|said:|reply)\b", re.I)
SERVICES = [
    "cookie",
    "subscri",
    "newsletter",
    "sign up",
    "log in",
    "privacy",
    "terms",
    "copyright",
    "rights reserved",
    "advert",
    "click",
    "facebook",
    "twitter",
    "follow",
    "e-mail",
    "email",
]
SERVICE = re.compile(rf"\b(?:{'|'.join(SERVICES)})")
INSERTED = re.compile(
    r"(?:read (?:more|also|next)|also read|lesen sie (?:auch|mehr)|lire (?:aussi|plus)|lee también|leggi anche|leia também|"
    r"lees ook|läs (?:också|mer)|читайте (?:также|ещё|еще)|اقرأ (?:أيضا|أيضاً))\b.*|listen to this .*|"
    r"(?:photographs?|photos?|pictures?|images?|illustration|credit)(?: by|:).{2,80}|advertis(?:e?ment|ing)|ad|"
    r"anzeige|annons:?|publicité|publicidad|pubblicità|реклама|إعلان|广告|"
    r"(?:story|article|report) continues.*|continue reading.*|\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?| [A-Z]{2,4})?|"
    r"\[?edit(?: source)?\]?|share this (?:post|entry|update)|\d+ min(?:utes?)?(?: read)?",
    re.I,
)
"""Lines that a page puts into the middle of an article, and that tell nothing of where it ends."""
GLUED = re.compile(r"[A-Z](?<=[a-z?!’”].)[a-z]* ")
"""Where a page has lost the line end between the headline of another article and its teaser: "Wall Is SafeThe council ..."."""
TEASERS = 5
"""Blocks with such a place from which on they are a list: a brand ("HarbourBank") stands in one or two, or again and again."""
LEAST = 15
"""Characters of a headline at least."""
SHORT = 15
"""Words of a line at most that is one of a page's own."""
FULL = 40
"""Words from which on a block weighs no more."""
THREAD = 200
"""Characters of the heading of a comment thread at most: it may hold the title of the article."""
HEAD = 80
"""Words of prose above a heading "Comments" from which on it closes the article."""


def features(blocks: Sequence[str], prose: Sequence[bool]) -> list[dict[str, float]]:
    """What tells of every block whether it is of the article; ``prose``: which ones read as a sentence."""
    lengths = [count_words(block) for block in blocks]
    told = [min(n, FULL) / FULL if is_prose else 0.0 for n, is_prose in zip(lengths, prose, strict=False)]
    so_far = [0.0, *itertools.accumulate(told)]

    def around(start: int, end: int) -> float:
        return so_far[max(0, min(end, len(told)))] - so_far[max(0, min(start, len(told)))]

    found = []
    for i, block in enumerate(blocks):
        low = block.lower()
        serves = any(map(low.__contains__, SERVICES)) and SERVICE.search(low)  # few hold one
        short = lengths[i] < SHORT
        found.append(
            {
                "bias": 1.0,
                "length": min(lengths[i], 60) / 20,
                "prose": float(prose[i]),
                "ends a sentence": float(WHOLE.search(block[-12:]) is not None),
                "comma": float("," in block and lengths[i] > 8),
                "a word or three": float(lengths[i] <= 3),
                "marker": float(short and MARKER.match(block) is not None),
                "stamp": float(short and STAMP.search(block) is not None),
                "service": float(bool(serves)),
                "prose just before": around(i - 1, i),
                "prose before": around(i - 3, i),
                "prose just after": around(i + 1, i + 2),
                "prose after": around(i + 1, i + 4),
            }
        )
    return found


@functools.lru_cache(maxsize=1)
def learnt() -> dict[str, float]:
    """The weights, learnt by ``tools/page_weights.py``."""
    found: dict[str, float] = tomllib.loads(Path(__file__).with_name("page.toml").read_text("utf-8"))[
        "weights"
    ]
    return found


def article_run(
    blocks: Sequence[str], prose: Sequence[bool], listed: frozenset[int] = frozenset()
) -> tuple[int, int]:
    """First block of the article and the one behind its last: the run with the highest sum of log-odds.

    ``blocks`` are those above the comments; those in ``listed`` tell nothing of where the article ends.
    """
    weights = learnt()
    told = [i for i, block in enumerate(blocks) if i not in listed and not INSERTED.fullmatch(block)]
    rows = features([blocks[i] for i in told], [prose[i] for i in told])
    start, end = best_run([sum([weights[name] * value for name, value in row.items()]) for row in rows])
    return (told[start], told[end - 1] + 1) if end else (0, 0)


def teasers(blocks: Sequence[str]) -> frozenset[int]:
    """Indices of the blocks that are headlines of other articles glued to their teasers, where there is a list of them."""
    common = zipf_table("en")
    found: dict[str, int] = {}
    for i, block in enumerate(blocks):
        for match in GLUED.finditer(block, LEAST):
            ahead = re.split(r"\W", block[: match.start()].rstrip("?!’”"))[-1].lower()
            behind = match[0].rstrip().lower()
            if ahead in common and behind in common and ahead + behind not in common:
                found[ahead + behind] = -1 if found.get(ahead + behind, i) != i else i
                break
    glued = frozenset(found.values()) - {-1}
    return glued if len(glued) >= TEASERS else frozenset()


def with_the_rest(
    blocks: Sequence[str], prose: Sequence[bool], known: Sequence[bool], start: int, end: int
) -> tuple[int, int]:
    """The run with what a box of the page parts from it, above and below: two paragraphs in a row that take up its words, behind
    a few lines none of which closes an article; ``known``: which blocks are the page's beyond doubt."""
    last = len(blocks) - 1
    end = _further(blocks, prose, known, start, end, closed=True)
    upwards = _further(blocks[::-1], prose[::-1], known[::-1], last + 1 - end, last + 1 - start, closed=False)
    return last + 1 - upwards, end


def _further(
    blocks: Sequence[str], prose: Sequence[bool], known: Sequence[bool], start: int, end: int, *, closed: bool
) -> int:
    """The end of the run with what goes on behind it; ``closed``: whether lines that close an article may stand there."""
    told: set[str] = set()
    behind = end
    while True:
        at = next((n for n in range(behind, min(behind + GAP, len(blocks) - 1)) if prose[n]), None)
        lines = range(behind, at or behind)
        if at is None or (closed and any(len(blocks[n]) < HEAD and CLOSER.match(blocks[n]) for n in lines)):
            return behind
        pair, unknown = blocks[at : at + 2], sum(not known[n] for n in lines)
        long = unknown <= 1 or all(count_words(block) >= PROSE for block in pair)
        if not (all(prose[at : at + 2]) and long):
            return behind + (at == behind > end)
        told = told or _stems(blocks[start:end])
        if len(told & _stems(pair)) < max(min(unknown, SHARED), min(at - behind, 1)):
            return behind + (at == behind > end)
        told |= _stems(pair)
        behind = at + 2


def _stems(blocks: Sequence[str]) -> set[str]:
    """The beginnings of the longer words."""
    return {word.lower()[:STEM] for block in blocks for word in WORD.findall(block) if len(word) > 3}


def comments(blocks: Sequence[str], prose: Sequence[bool]) -> int | None:
    """Index of the heading of the comment thread, if there is one below some prose."""
    words = 0
    for i, (block, is_prose) in enumerate(zip(blocks, prose, strict=True)):
        if words > HEAD and len(block) < THREAD and COMMENTS.match(block):
            return i
        words += count_words(block) if is_prose and words <= HEAD else 0
    return None


def best_run(values: Sequence[float]) -> tuple[int, int]:
    """Start and end of the contiguous run with the highest sum; linear (Kadane's algorithm)."""
    best, run, total, start = 0.0, (0, 0), 0.0, 0
    for i, value in enumerate(values):
        if total <= 0:
            total, start = 0.0, i
        total += value
        if total > best:
            best, run = total, (start, i + 1)
    return run
