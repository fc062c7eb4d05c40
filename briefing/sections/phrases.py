"""Names and noun phrases of a section, without a tagger: what may be its topic."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from briefing.language.places import countries
from briefing.language.words import WORD, stems, stop_words

NAME_RUN = re.compile(
    r"(?<![\w’'&.-])(?:[A-ZÀ-Þ][\w’'&.-]{0,30}\w|[A-Z])(?: (?:(?:of|the|de|del|von|van|al) )*(?:[A-ZÀ-Þ][\w’'&-]{0,30}\w|[A-Z]\b|\d+\b(?![.,]\d))){0,7}"
)
TITLE = re.compile(
    r"(?:Vice|Prime|Chief|Deputy|Foreign|Defen[cs]e|Interior|Finance|Justice|Attorney|President|Minister|Secretary|"
    r"Secretary-General|Chancellor|Director|General|Senator|Sen|Rep|Representative|Congress(?:wo)?man|Ambassador|Envoy|"
    r"Governor|Gov|Mayor|Spokes(?:man|woman|person)|Chair(?:wo)?man|Commissioner|Professor|Judge|Leader|King|Queen|Prince|"
    r"Princess|Mr|Mrs|Ms|Dr|Sir|Lord|Lady|Pope|Captain|Colonel|Sergeant|Officer|Sheriff)"
)
"""Words of an office, before the name of a person."""
SPEAKS = re.compile(
    r"\b([A-ZÀ-Þ][\w’'-]+),? (?:has |had |also )?(?:said|says|told|tells|claimed|added|warned|insisted|urged|asked|wrote|tweeted|explained)\b|"
    r"\b(?:said|says|added|warned|told) ((?:[A-ZÀ-Þ][\w’'-]+ ?){1,3})"
)
SMALL_WORD = re.compile(r"\b[a-zß-ÿ][\w’'-]*")
INSIDE = re.compile(r"(?<=[\w,’'] )[A-ZÀ-Þ][\w’'&.-]*\w")
"""Words without a capital, and words with one within a sentence."""
NOUN = re.compile(r" ([a-z]{4,20})\b")
BEFORE = (
    r"(?:the|an?|this|that|these|those|his|her|its|their|our|your|my|of|in|on|for|with|by|from|at|into|about|over|under|"
    r"between|and|or|no|any|some|each|every|more|many|several|two|three)"
)
AFTER = (
    r"(?: (?:of|in|on|for|with|to|at|by|from|and|or|is|are|was|were|has|have|had|will|would|can|could|may|must|that|which|"
    r"who|as|than|but|into|over|after|before|between|through|during|since|because|so|when|while|if|should)\b|[,.;:!?)”’\"–—]|$)"
)
COMMON = re.compile(rf"\b(?i:{BEFORE}) (?=((?:[a-z][a-z’'-]*[a-z] ){{0,2}}[a-z][a-z’'-]*[a-z]){AFTER})")
"""Up to three words in lower case between words that stand around noun phrases."""
DATE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)"
)
"""Capitalised words that are no topic."""
NUMERAL = re.compile(r"(?:hundred|thousand|million|billion|dozen)s?|[a-z]+ly")
"""What a noun phrase does not begin with."""
VERB = re.compile(
    r"(?:begin|start|made|make|take|took|gave|give|went|come|came|began|left|lost|held|kept|grew|grow|rose|fell|fall|ran|saw|"
    r"met|paid|sold|sent|stood|thought|wrote|found|spoke|broke|drove|flew|chose|knew|threw|won|say|said|told|ask|want|need|"
    r"seem|remain|pay|get|put|let|hold|keep|become|became|include|due|able)s?"
)
"""Common verbs that would pass for the last noun of a phrase."""
NO_NOUN = ("ing", "ed", "ly")
"""Endings of words that no noun phrase ends with."""
SENTENCE = re.compile(
    r"[?!…,]|\b(?:to|no|not|wie|wer|was|wo|warum|is|are|was|were|be|been|has|have|had|will|would|can|could|should|may|must|do|does|did|isn't|aren't|says?|"
    r"said|gets?|makes?|comes?|goes|remains?|i|you|he|she|we|they|it|who|what|why|how|when|where)\b",
    re.I,
)
"""What a noun phrase does not hold."""
LEADING = re.compile(
    r"^(?:(?:(?:step|part|chapter|method|tip|rule|reason|schritt|teil|paso) )?(?:\d{1,2}|[IVX]{1,4})(?: of \d+)?[.:)]\s+)?(?:(?:the|an?|der|die|das|ein|eine|el|la|los|las) )?",
    re.I,
)
HEADING_WORDS = 5
"""Words of a subheading at most that is a topic as it stands."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A candidate as the text writes it, and whether it names a person."""

    text: str
    person: bool = False


def short_heading(heading: str, language: str) -> str | None:
    """The noun phrase that a subheading is, without its number and article; ``None`` where it is none."""
    if heading[:1] in "\"'“‘„«" or SENTENCE.search(heading):
        return None
    words = LEADING.sub("", heading.rstrip(".:")).split()
    told = {w for w in map(str.lower, words) if not w.isnumeric()} - stop_words(language)
    if not told or len(words) > HEADING_WORDS or any(w.endswith(NO_NOUN) for w in words[1:]):
        return None
    return None if language == "de" and words[-1].islower() else " ".join(words)


def persons(text: str) -> frozenset[str]:
    """Words of the names of people: after a title, or beside a verb of saying."""
    found: set[str] = set()
    for run in NAME_RUN.findall(text):
        words = run.split()
        last = max((i for i, w in enumerate(words) if TITLE.fullmatch(w)), default=len(words))
        found.update(words[last + 1 :])
    for match in SPEAKS.finditer(text):
        found.update((match.group(1) or match.group(2)).split())
    return frozenset(found - countries().keys())


def phrases(text: str, language: str, people: frozenset[str]) -> set[Phrase]:
    """Names, names with the noun after them, common noun phrases and nouns; any words, where there is none of these."""
    stop = stop_words(language)
    common = _common(text, stop) if language == "en" else set[str]()
    nouns = {phrase.split()[-1] for phrase in common}
    found = _names(text, language, people, nouns) | {Phrase(phrase) for phrase in common | nouns}
    if found and language == "en":
        return found
    words = {w for w in WORD.findall(text) if w.islower() and len(w) > 3}
    return found | {Phrase(w) for w in words - stop if not w.endswith(NO_NOUN)}


def _common(text: str, stop: frozenset[str]) -> set[str]:
    """Noun phrases of up to three words in lower case."""
    found = set()
    for match in COMMON.finditer(text):
        words = match.group(1).split()
        while words and (words[0] in stop or NUMERAL.fullmatch(words[0])):
            words = words[1:]
        if words and not stop.intersection(words) and _is_noun(words[-1]):
            found.add(" ".join(words))
    return found


def _names(text: str, language: str, people: frozenset[str], nouns: set[str]) -> set[Phrase]:
    stop = stop_words(language)
    place = countries() if language == "en" else {}
    found: set[Phrase] = set()
    small, inside = set(SMALL_WORD.findall(text)), set(INSIDE.findall(text))
    for match in NAME_RUN.finditer(text):
        words = [re.sub(r"[’']s?$", "", w) for w in match.group().split()]
        number = next((i for i, w in enumerate(words) if w.isnumeric()), len(words))
        words = [] if any(map(DATE.fullmatch, words)) else words[: number + 1]
        if words and _opens(text, match.start()) and not _is_name(words[0], small, inside, stop):
            words = words[1:]
        while words and (words[0].islower() or words[0] == "The"):
            words = words[1:]
        cut = next((i for i, w in enumerate(words) if TITLE.fullmatch(w)), len(words))
        before, behind = words[:cut], [w for w in words[cut:] if not TITLE.fullmatch(w)]
        for group in (before, behind):
            whole = " ".join(group)
            if not whole or whole.lower() in stop:
                continue
            country = place.get(whole) or place.get(f"{whole}.")
            if country:
                named = country in text and re.search(rf"\b{re.escape(country)}\b", text)
                found.add(Phrase(country if named else whole))
                continue
            person = any(w in people for w in group)
            found.add(Phrase(whole, person))
            after = NOUN.match(text, match.end())
            if group is before and not behind and not person and after and after.group(1) in nouns:
                found.add(Phrase(f"{whole} {after.group(1)}"))
    return found


def _opens(text: str, at: int) -> bool:
    """Whether a sentence begins at ``at``."""
    lead = text[max(0, at - 6) : at].rstrip("\"“'‘( ")
    return at == 0 or lead[-1:] in (".", "!", "?", ":")


def _is_name(word: str, small: set[str], inside: set[str], stop: frozenset[str]) -> bool:
    """Whether a word that opens a sentence is a name: it has its capital within one too, and is nowhere without it."""
    lower = word.lower()
    return lower not in stop and lower not in small and (word.isupper() or word in inside)


def _is_noun(word: str) -> bool:
    """Whether a noun phrase may end with the word."""
    return len(word) > 3 and not word.endswith(NO_NOUN) and not VERB.fullmatch(word)


@functools.lru_cache(maxsize=20_000)
def stems_of(text: str, language: str) -> tuple[str, ...]:
    """Stems of the content words; what names a country is that country. Phrases come up again and again."""
    stop = stop_words(language)
    place = countries() if language == "en" else {}
    words = [
        place.get(w.removesuffix("'s").removesuffix("’s"), w)
        for w in WORD.findall(text)
        if w.lower().replace("’", "'") not in stop
    ]
    return tuple(stems(words, language))
