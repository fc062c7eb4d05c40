"""Make briefing/language/vectors_en.npz from WordNet: python tools/word_vectors.py [FOLDER]

FOLDER holds WordNet's data.noun, data.verb, data.adj and data.adv; Debian's package wordnet-base puts them into
/usr/share/wordnet. Each synset is a small document: its words twice, its gloss, and the words of the synsets that it
points to. Stems that share documents more often than chance (positive pointwise mutual information, with the context
distribution smoothed: Levy, Goldberg & Dagan 2015, sections 2 and 3) are near each other in the leading singular vectors,
which are kept, less their mean, as small whole numbers. Needs scipy.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import svds

from briefing.language.words import content_stems

TABLE = Path(__file__).resolve().parent.parent / "briefing" / "language" / "vectors_en.npz"
PLACE = Path("/usr/share/wordnet")
COUNT, RAREST, DIMENSIONS = 12_000, 8, 64
LONGEST = 60
"""Stems of a document that are read."""
SMOOTHING, STRETCH = 0.75, 0.25
"""Powers of the context's frequency and of the singular values."""


def synsets(folder: Path) -> dict[str, tuple[list[str], list[str], list[str]]]:
    """Words, gloss and pointers of each synset, by part of speech and offset (wndb(5WN) tells the format)."""
    found = {}
    for name in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{name}").read_text("utf-8").splitlines():
            if line.startswith(" "):
                continue
            head, _, gloss = line.partition("|")
            field = head.split()
            end = 4 + 2 * int(field[3], 16)
            words = " ".join(field[4:end:2]).replace("_", " ")
            pointers = range(end + 1, end + 1 + 4 * int(field[end]), 4)
            targets = [_key(field[i + 2], field[i + 1]) for i in pointers if field[i] != "!"]
            found[_key(field[2], field[0])] = (
                content_stems(words, "en"),
                content_stems(gloss, "en"),
                targets,
            )
    return found


def _key(part: str, offset: str) -> str:
    """A synset's key; satellite adjectives ("s") stand among the adjectives."""
    return part.replace("s", "a") + offset


def documents(folder: Path) -> Iterator[list[str]]:
    found = synsets(folder)
    for words, gloss, targets in found.values():
        yield [*words, *words, *gloss, *(w for t in targets if t in found for w in found[t][0])]


def together(texts: list[list[str]], index: dict[str, int]) -> sparse.coo_matrix:
    """How often two stems share a document, each document counted as often as it has stems."""
    rows, columns, values = [], [], []
    for i, text in enumerate(texts):
        known = [index[w] for w in text if w in index][:LONGEST]
        rows += [i] * len(known)
        columns += known
        values += [max(1, len(known) - 1) ** -0.5] * len(known)
    uses = sparse.coo_matrix((values, (rows, columns)), shape=(len(texts), len(index))).tocsr()
    pairs = (uses.T @ uses).tolil()
    pairs.setdiag(0)
    return pairs.tocoo()


def vectors(pairs: sparse.coo_matrix) -> np.ndarray:
    """Unit vectors, shape (stems, DIMENSIONS)."""
    share = np.asarray(pairs.sum(axis=1)).ravel() / pairs.sum()
    context = share**SMOOTHING / (share**SMOOTHING).sum()
    expected = share[pairs.row] * context[pairs.col]
    with np.errstate(divide="ignore"):
        gain = np.log(pairs.data / pairs.sum() / expected)
    kept = gain > 0
    matrix = sparse.coo_matrix((gain[kept], (pairs.row[kept], pairs.col[kept])), shape=pairs.shape)
    left, strength, _ = svds(matrix.tocsr(), DIMENSIONS, v0=np.ones(pairs.shape[0]))
    found = left * strength**STRETCH
    found -= found.mean(axis=0)
    unit: np.ndarray = found / np.linalg.norm(found, axis=1, keepdims=True)
    return unit


def main() -> None:
    texts = list(documents(Path(sys.argv[1]) if len(sys.argv) > 1 else PLACE))
    counts = Counter(w for text in texts for w in text)
    words = sorted(w for w, n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:COUNT] if n >= RAREST)
    found = vectors(together(texts, {w: i for i, w in enumerate(words)}))
    small = np.round(found * (127 / np.abs(found).max(axis=1, keepdims=True))).astype(np.int8)
    np.savez(TABLE, stems=np.array("\n".join(words).encode()), vectors=small)
    print(len(words), "stems,", TABLE.stat().st_size // 1024, "KiB")


if __name__ == "__main__":
    main()
