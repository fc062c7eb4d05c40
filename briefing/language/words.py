"""Words: tokens, stop words and stems."""

from __future__ import annotations

import functools
import re
from importlib.util import find_spec
from pathlib import Path

import Stemmer

ELIDING = frozenset({"ca", "fr", "it"})
ELISION = re.compile(r"^(?:[cdjlmnst]|qu|un|\w{0,3}ll)'(?=\w)")
"""What is written together with the next word in these languages: "l'accord", "dell'anno"."""
CONJOINED = re.compile(r"^[وف](?=(?:ال|لل|بال|كال)\w)")
""""And" and "so", written together with the next word in Arabic, which its stemmer leaves where an article follows."""
WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
ARTICLES = ("al-", "el-", "ad-", "ar-", "as-", "ash-", "az-", "ul-", "ur-", "d'", "d’")
"""Arabic articles, and the French "de", behind which the capital of a name stands: "al-Sayed", "d’Aubray"."""
LANGUAGES = {
    "ar": "arabic",
    "cs": "czech",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "he": "hebrew",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "pl": "polish",
    "pt": "portuguese",
    "sk": "slovak",
    "sv": "swedish",
    "th": "thai",
    "uk": "ukrainian",
    "zh": "chinese",
}
"""ISO 639-1 codes of the languages that sumy has stop words for, and the names of their files and stemmers."""
STEMMED = LANGUAGES | {
    "ca": "catalan",
    "da": "danish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""With those that Snowball alone knows: their texts get stems where the language is given."""


def without_article(word: str) -> str:
    """A name without its article: "Sayed" of "al-Sayed"."""
    if not word.startswith(ARTICLES):
        return word
    return word.removeprefix(next(filter(word.startswith, ARTICLES)))


def has_capital(word: str) -> bool:
    """Whether a word begins with a capital, behind an Arabic article too."""
    return without_article(word)[:1].isupper()


def tokens(text: str) -> list[str]:
    """The words of ``text`` as written: "S-400", "COVID-19" and "Ukraine’s" are one each."""
    return WORD.findall(text)


@functools.cache
def stop_words(language: str) -> frozenset[str]:
    """Stop words of ``language`` (an ISO code) in lower case, from sumy's package data with what its lists lack;
    empty where it has none."""
    spec = find_spec("sumy")
    name = LANGUAGES.get(language)
    if spec is None or spec.origin is None or name is None:
        return frozenset()
    path = Path(spec.origin).parent / "data" / "stopwords" / f"{name}.txt"
    added = Path(__file__).with_name(f"stopwords_{language}.txt")
    own = added.read_text("utf-8") if added.is_file() else ""
    listed = path.read_text("utf-8") if path.exists() else ""
    return frozenset(word.strip().lower() for word in (listed + "\n" + own).split() if word)


@functools.cache
def stemmer(language: str) -> Stemmer.Stemmer | None:
    """The Snowball stemmer of ``language``, or ``None`` where there is none."""
    name = STEMMED.get(language)
    return Stemmer.Stemmer(name) if name in Stemmer.algorithms() else None


def stems(words: list[str], language: str) -> list[str]:
    """Lower-case stems of ``words``; the lower-case words where the language has no stemmer."""
    lower = [word.lower().replace("’", "'").removesuffix("'s") for word in words]
    if language in ELIDING:
        lower = [ELISION.sub("", word) for word in lower]
    if language == "ar":
        lower = [CONJOINED.sub("", word) for word in lower]
    engine = stemmer(language)
    return engine.stemWords(lower) if engine else lower


def content_stems(text: str, language: str) -> list[str]:
    """Stems of the words of ``text`` that are no stop words, in order."""
    stop = stop_words(language)
    return stems(
        [w for w in tokens(text) if w.lower() not in stop and w.lower().replace("’", "'") not in stop],
        language,
    )
