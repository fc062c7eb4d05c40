"""The words that name a speaker: the subject of a reporting verb, before it or after it."""

from __future__ import annotations

import re

from briefing.model import Span

AUXILIARIES = frozenset(
    [
        "has",
        "had",
        "have",
        "is",
        "was",
        "are",
        "were",
        "be",
        "been",
        "being",
        "would",
        "will",
        "could",
        "can",
        "may",
        "might",
        "did",
        "does",
        "do",
        "not",
        "also",
        "then",
        "later",
        "again",
        "recently",
        "once",
        "just",
        "even",
        "now",
        "still",
        "already",
        "often",
        "never",
        "ever",
        "further",
        "soon",
        "first",
        "repeatedly",
        "reportedly",
        "previously",
        "himself",
        "herself",
        "themselves",
        "itself",
        "who",
        "that",
        "which",
        "and",
        "to",
    ]
)
BOUNDARIES = frozenset(
    [
        "and",
        "but",
        "or",
        "as",
        "while",
        "when",
        "that",
        "after",
        "because",
        "which",
        "if",
        "although",
        "though",
        "since",
        "where",
        "whether",
        "before",
        "until",
        "so",
        "than",
        "what",
        "how",
        "why",
        "like",
        "unless",
    ]
)
PREPOSITIONS = frozenset(
    [
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "during",
        "after",
        "before",
        "under",
        "over",
        "since",
        "about",
        "against",
        "among",
        "between",
        "through",
        "of",
        "to",
        "into",
        "upon",
        "within",
        "without",
        "following",
        "despite",
        "amid",
        "near",
        "outside",
        "inside",
    ]
)
PRONOUNS = frozenset(["he", "she", "they", "we", "it", "i", "you"])
PLAIN_CUES = frozenset({"said", "says", "told", "added"})
NOT_SPEAKERS = frozenset(
    [
        "it",
        "there",
        "this",
        "these",
        "those",
        "what",
        "which",
        "something",
        "nothing",
        "anything",
        "everything",
        "here",
        "today",
        "yesterday",
        "now",
    ]
)
DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "our",
        "my",
        "your",
        "one",
        "some",
        "many",
        "several",
        "two",
        "three",
        "four",
        "another",
        "other",
        "most",
        "both",
        "all",
        "any",
        "each",
        "no",
        "few",
    ]
)
NOUN_PREPOSITIONS = frozenset(["of", "for", "at", "from", "with", "in", "on", "to"])
TOKEN = re.compile(r"[\w$€£%&’'.-]*[\w$€£%](?:[’'](?!')|\.)?|[,;:—–()“”\"]|''")
SEPARATORS = frozenset([*',;:—–()“”"', "''"])
ENDING = re.compile(r"[.!?;:][\"”’)]*\s|[\"“”„«»]|\n")


def subject_before(text: str, start: int, verb: int) -> Span | None:
    """Span of the subject of the verb at ``verb``, looking back no further than ``start``; ``None`` without one."""
    tokens = list(TOKEN.finditer(text, max(start, verb - 240), verb))
    tokens = _without_brackets(tokens)
    _drop_adverbs(tokens)
    if not tokens:
        return None
    if tokens[-1].group() == "who":
        return Span(tokens[-1].start(), tokens[-1].end())
    if tokens[-1].group() in ",—–":
        return _before_comma(tokens[:-1])
    return _phrase(tokens)


def subject_of_infinitive(text: str, start: int, to: int) -> Span | None:
    """Who is to do it: "prompting Biden to say", "Biden continued to say"; ``to`` is where "to" stands."""
    tokens = _without_brackets(list(TOKEN.finditer(text, max(start, to - 240), to)))
    while tokens and tokens[-1].group().islower() and tokens[-1].group().endswith(("ed", "ing", "s")):
        tokens.pop()
    _drop_adverbs(tokens)
    return _phrase(tokens) if tokens else None


def _without_brackets(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """The tokens without what stands in round brackets: "Ted Hale (R-Tex.) said"."""
    kept: list[re.Match[str]] = []
    depth = 0
    for token in tokens:
        depth += token.group() == "("
        if not depth:
            kept.append(token)
        depth = max(0, depth - (token.group() == ")"))
    return kept if not depth else tokens


def _drop_adverbs(tokens: list[re.Match[str]]) -> None:
    while tokens and (tokens[-1].group().lower() in AUXILIARIES or tokens[-1].group().endswith("ly")):
        if tokens[-1].group() in ("and", "to"):
            break
        if tokens[-1].group() == "who":
            return  # it is the word beside the verb; ``people`` tells whom it stands for
        relative = tokens[-1].group() in ("that", "which")
        tokens.pop()
        if relative:
            if tokens and tokens[-1].group() == ",":
                tokens.pop()
            return


def _before_comma(tokens: list[re.Match[str]]) -> Span | None:
    """The subject where a comma stands before the verb: an apposition or a clause lies between."""
    inner = _phrase(tokens)
    cut = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].group() in ",—–(;:"), None)
    if cut is None:
        return None
    outer = _phrase(tokens[:cut])
    if inner and _is_name(inner, tokens):
        return inner if outer is None or not _is_name(outer, tokens) else outer
    return outer or inner


def _is_name(span: Span, tokens: list[re.Match[str]]) -> bool:
    inside = [t.group() for t in tokens if span.start <= t.start() < span.end]
    return bool(inside) and inside[-1][:1].isupper() and inside[0].lower() not in DETERMINERS


def _phrase(tokens: list[re.Match[str]]) -> Span | None:
    """The noun phrase that the tokens end with."""
    chunk: list[re.Match[str]] = []
    for token in reversed(tokens):
        word = token.group()
        if word in SEPARATORS or word.lower() in BOUNDARIES or len(chunk) > 14:
            break
        chunk.insert(0, token)
    verb = max((i for i, t in enumerate(chunk) if t.group() in PLAIN_CUES), default=-1)
    chunk = _without_adverbial(chunk[verb + 1 :])
    while chunk and chunk[-1].group().lower() in AUXILIARIES:
        chunk.pop()
    if not chunk:
        return None
    first, last = chunk[0].group(), chunk[-1].group()
    if last.endswith(("’s", "'s", "s’", "s'")) or (first.lower() in NOT_SPEAKERS and len(chunk) == 1):
        return None
    if last.lower() in PREPOSITIONS or (
        last.lower() in DETERMINERS
        and len(chunk) == 1
        and last.lower() not in {"one", "some", "many", "both", "all", "most", "few", "another"}
    ):
        return None
    return Span(
        chunk[0].start(), chunk[-1].start() + len(last.rstrip(".")) if last.endswith(".") else chunk[-1].end()
    )


def _without_adverbial(chunk: list[re.Match[str]]) -> list[re.Match[str]]:
    """The phrase without what leads up to it: "On Friday Clinton" is Clinton, "was filed in court" is nobody."""
    if not chunk:
        return chunk
    if chunk[-1].group().lower() in PRONOUNS:
        return chunk[-1:]
    first = chunk[0].group()
    if first.lower() in AUXILIARIES:
        return []
    opens = first.lower() in DETERMINERS or first[:1].isupper() or first[:1].isdigit()
    if first.lower() not in PREPOSITIONS and (opens or len(chunk) <= 3):
        return chunk
    starts = [i for i, t in enumerate(chunk) if i and t.group().lower() in DETERMINERS]
    if starts:
        return chunk[starts[-1] :]
    run = len(chunk)
    while (
        run > 0
        and chunk[run - 1].group()[:1].isupper()
        and chunk[run - 1].group().lower() not in PREPOSITIONS
    ):
        run -= 1
    return chunk[run:]


def subject_after(text: str, verb_end: int, end: int) -> Span | None:
    """Span of the subject of an inverted verb ("said Biden"); ``None`` where something else follows."""
    limit = ENDING.search(text, verb_end, min(end, verb_end + 160))
    stop = (
        limit.start()
        if limit and not re.match(r"\.\s", text[limit.start() : limit.start() + 2])
        else min(end, verb_end + 160)
    )
    tokens = list(TOKEN.finditer(text, verb_end, stop))
    chunk: list[re.Match[str]] = []
    for token in tokens:
        word = token.group()
        low = word.lower().rstrip(".")
        if (
            word in SEPARATORS
            or (low in BOUNDARIES and chunk)
            or low in {"that", "to", "it", "this"}
            or len(chunk) > 10
        ):
            break
        if chunk and low in PREPOSITIONS - {"of", "for", "at", "from", "with"}:
            break
        if chunk and low in {"who", "in", "on"}:
            break
        chunk.append(token)
        if word.endswith(".") and len(word) > 3 and low not in {"gen", "sen", "rep", "gov", "mrs", "lt"}:
            break
    if not chunk:
        return None
    first = chunk[0].group()
    if not (
        first[:1].isupper()
        or first.lower() in DETERMINERS
        or first.lower() in PRONOUNS - {"it", "you", "i"}
        or _names(chunk)
    ):
        return None
    last = chunk[-1].group()
    return Span(chunk[0].start(), chunk[-1].end() - (1 if last.endswith(".") else 0))


def _names(chunk: list[re.Match[str]]) -> bool:
    """Whether the phrase holds a name after its first words: "state attorney Dave Aronberg"."""
    return any(t.group()[:1].isupper() for t in chunk[1:6])


LEADING = re.compile(
    r"\s*(?:(?:[Ii]n|[Oo]n|[Aa]t|[Aa]fter|[Dd]uring|[Bb]efore|[Ss]peaking|[Aa]sked|[Ww]hen|[Ff]or|[Ww]ith|[Bb]ut|[Aa]nd|"
    r"[Ll]ater|[Ee]arlier|[Ll]ike|[Uu]nlike|[Aa]s|[Bb]y|[Ff]rom|[Tt]o|[Uu]nder|[Dd]espite|[Ww]hile|[Hh]ours|[Ii]f|[Aa]dditionally|[Mm]eanwhile|[Hh]owever)\b[^,“\"]{0,120}, )?(?:[Bb]ut |[Aa]nd )?"
    r"((?:He|She|They|he|she|they)\b|(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne) (?:[\w-]+ ){0,2})?"
    r"(?:[A-Z][\w.’'-]*[\w])(?: (?:(?:of|the|de|van) )?[A-Z][\w.’'-]*[\w]){0,5}|(?:The|A|An|His|Her|Their) (?:[\w-]+ )?[\w-]+)"
)


def leading_subject(text: str, start: int, end: int) -> Span | None:
    """Span of the phrase that a sentence opens with, after an adverbial; ``None`` where it opens otherwise."""
    match = LEADING.match(text, start, end)
    if not match or match.group(1).lower() in NOT_SPEAKERS | BOUNDARIES | PREPOSITIONS:
        return None
    return Span(*match.span(1))
