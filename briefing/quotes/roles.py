"""Roles beside a name: before it ("duty forecaster Lena Dahl", "its director, Lena Dahl,") or behind it ("Lena Dahl, a
doctor,", "Lena Dahl, who runs the port,")."""

from __future__ import annotations

import re

from briefing.language.given_names import given_names
from briefing.language.word_classes import class_table
from briefing.language.words import stop_words
from briefing.model import Span
from briefing.quotes.capitals import may_be_first
from briefing.quotes.cues import forces
from briefing.quotes.titles import PREPOSITION, UPPER, bare, is_person, is_role, role_nouns, titles

REACH = 100
"""Characters before a name in which its role stands."""
DETERMINER = re.compile(
    r"\b(?:(?i:the|its|his|her|their|our|my|an?) |(?P<owner>(?:[A-ZÀ-Þ][\w-]* ){0,2}[A-ZÀ-Þ][\w-]*[’'](?:s )?)\s?)"
    r"(?=[^,.;:()“”\"\n]{3,60}, $)"
)
"""What a role opens with that stands before a comma and the name: "The archive’s director, Beatrix Thorne"; whose it is
belongs to it: "Norland’s foreign minister, Eva Holm"."""
AFTER = re.compile(
    rf"(?:, (?P<age>\d{{1,3}})(?=[,.\s]))?(?:, (?P<role>(?:[^,.;:“”\"()\n―—]++|(?<=\b[{UPPER}])\.|\.(?=\w)|"
    rf"(?<=\b(?:[MD][rs]|St))\.|(?<=\b(?:Mrs|Sen|Rep|Gov))\.)++))?(?=[,.;:)\n―—]|$)"
)
ANOTHER = re.compile(r"\b(?:the|an?|his|her|its|their|our) ([\w’' -]{3,40}), $", re.I)
"""What stands before a role in a list, where the name need not be theirs: "the president, the vice president, Lena Dahl, knew"."""
FURTHER = re.compile(r" and (?=(?:the|an?|former) )")
"""What joins a second role to the first."""
BODIES = """
Academy Agency Alliance Assembly Association Authority Bank Board Bureau Campaign Center Centre Chamber Church Clinic Club Coalition
College Commission Committee Conference Congress Consortium Corporation Council Department Federation Forum Foundation Fund Group
Hospital Initiative Institute Institution Laboratory League Library Ministry Movement Museum Network Observatory Office Organisation
Organization Party Project School Seminary Service Society Trust Union University
"""
BODY = frozenset(BODIES.split())
"""One of which the name of a body holds."""
AFFILIATED = re.compile(
    rf"(?:,? (?=of )|, (?=from ))(?P<whose>(?:of|from) (?:the )?[{UPPER}][\w&’'-]*(?:(?: (?:of|for|and|in|on)(?: the)?)? [{UPPER}][\w&’'-]*){{0,8}})"
)
"""The body to which somebody belongs, behind the name."""
SHORTEST, LONGEST = 3, 110
"""Characters of a role behind a name."""
CLAUSE = re.compile(
    r"who (?:is|was) (?:also |still )?(?:an? |the |his |her |its |their )?|(?P<whole>who (?:leads|led|heads|headed|"
    r"runs|ran|chairs|chaired|owns|"
    r"owned|directs|represents|founded|manages|teaches|commands|keeps|works|studies|covers) )"
)
LONG_CLAUSE = 80
"""Characters of a who clause at most; a longer one tells a story."""
GROUPED = re.compile(r"\d,\d")
"""A number that the comma does not end: "who leads by 1,428"."""
FINITE = re.compile(
    r"\b(?:am|is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|said|says|told|became|rose|fell)\b"
)
SAYING = re.compile(
    r" (?:said|says|stated|told|tells|added|argued|wrote|warned|noted|explained|claimed)(?: .*)?$"
)
"""What follows a role whose closing comma is missing."""
OBJECT = re.compile(r"\b[a-z]+ed (?:[A-ZÀ-Þ][\w-]*$|(?:an?|the|his|her|its|their) )")
"""Somebody to whom something was done: "recently sued Singer", "invited a woman" are no roles."""
ADJECTIVES = frozenset(["family", "elderly", "daily", "weekly", "monthly", "early"])
"""Words in -ly that a role may hold."""
MODAL = re.compile(r"(?:can|could|will|would|should|must|may|might|did|does|do|not|\w+n[’']t|\w+ly)", re.I)
"""Words before a verb: "could barely"."""
WHO = re.compile(r" (?:who|whose|whom|which)\b")
ARTICLE = re.compile(r"(?:the same|the|an?|another|his|her|its|their) ", re.I)
OPENERS = "no not when where while as for in with after on at by from to"
NO_ROLE = tuple(f"{word} " for word in OPENERS.split())
"""What opens no role behind a name: "for allegedly hitting a producer"."""
OPENS_ABOUT = re.compile(r"(?:^|[.!?]\s+)(?:According to|For|Like|Unlike|With|After|To|Before) $")
ENDS = '.!?:"”’'
"""Marks behind which a sentence begins."""
LEADING = frozenset(["lead", "watch"])
"""Verbs that a role may hold."""
SURNAME = re.compile(r"(?:man|eer|quist|christ)$")
"""How nouns for people end, and surnames as often: "Hoffman", "Lindquist"."""
PARTICLES = frozenset(
    ["van", "von", "der", "den", "de", "del", "della", "la", "da", "dos", "bin", "ibn", "al", "ter", "ten"]
)
"""Words in small letters within a name."""
FORCES = frozenset(["police", "fire", "sheriff's", "sheriff’s"])
"""What an officer's title in capitals stands behind."""
VERBAL = frozenset(["host", "head", "star", "champion"])
"""Roles that are verbs behind "to" and "will"."""
VERBS = frozenset(
    [
        "met",
        "saw",
        "hired",
        "joined",
        "named",
        "replaced",
        "elected",
        "include",
        "includes",
        "including",
        "features",
        "featuring",
        "shows",
        "stars",
        "starring",
        "versus",
        "monday",
        "tuesday",
    ]
)
"""Words before a role that are no part of it, beyond stop words and verbs of saying."""


def before(left: str, following: str, *, sure: bool, apposed: bool) -> tuple[str | None, int]:
    """A role in small letters at the end of ``left``, which stands before a name, and its length; ``following``: what
    follows the name.

    Where the first name does not make it ``sure``, "a member of the movement, Ansar Allah," may name the movement. One that
    is ``apposed`` has a role behind it too: "the abuser of a boy, Lena Dahl, the director, said".
    """
    if left.endswith(", ") and following in (",", "."):
        for opening in reversed(list(DETERMINER.finditer(left))):
            if apposed and opening[0].lower() in ("a ", "an "):
                continue
            another = ANOTHER.search(left[: opening.start()])
            if another and _is_role(another[1]):
                continue
            start = opening.start() if opening["owner"] else opening.end()
            start += _opener(left[start:])
            role = left[start:-2]
            if _is_role(role) and not FINITE.search(role) and (sure or not PREPOSITION.search(role)):
                return " ".join(role.split()), len(left) - start
    leading = adjoining(left)
    return (" ".join(leading.split()), len(leading)) if leading else (None, 0)


def _opener(words: str) -> int:
    """The length of a word that only opens the sentence: "And Norland’s foreign minister"."""
    first, space, _ = words.partition(" ")
    return len(first) + 1 if space and first in titles("opener") else 0


def adjoining(left: str, *, titled: bool = False) -> str | None:
    """The role that ``left`` ends with, and the white space behind it: "duty forecaster "; before a name that is ``titled`` the
    force whose title it is, too: "Ebba police " of "Ebba police Lt."."""
    last = left.rsplit(maxsplit=1)[-1:]
    if not left[-1:].isspace() or not last:
        return None
    if bare(last[0]) not in role_nouns() and not (titled and last[0].lower() in FORCES):
        return None
    words = left.split()
    kept = [words.pop()]
    while words and (_modifies(words[-1]) or _is_named_so(words) or _is_joined(words, kept[0])):
        kept.insert(0, words.pop())
    if words and len(kept) > 1 and kept[0].isalpha() and kept[0].islower() and MODAL.fullmatch(words[-1]):
        kept = kept[1:]  # "could stand Israeli leader"
    if len(kept) == 1 and kept[0] in VERBAL and words and (words[-1] == "to" or MODAL.fullmatch(words[-1])):
        return None  # "to host Dahl’s fight"
    verb = kept[0].endswith("s") and kept[0].lower() in forces()
    if len(kept) > 1 and verb and not (words and words[-1][-1] not in ENDS):
        kept = kept[1:]  # "Notes Norland stylist"
    return left[_start_of(left, kept) :]


def _is_named_so(words: list[str]) -> bool:
    """Whether the last word ends like a participle, but is a name within the sentence: "the Red Bull driver"."""
    last = words[-1]
    return len(words) > 1 and last[0].isupper() and last.endswith("ed") and words[-2][-1] not in ENDS


def _is_joined(words: list[str], following: str) -> bool:
    """Whether the last word stands within the name of a body: "University of Norland geologist", "Social Democratic and
    Labour Party leader", "St. Ebba mayor", "Saturday Night Live cast member"."""
    if words[-1].endswith("day") and following == "Night":
        return True
    if words[-1] == "St." or len(words) < 2 or not (following[0].isupper() and words[-2][0].isupper()):
        return words[-1] == "St."
    body = words[-2]
    return (words[-1] == "of" and body in titles("other")) or (
        words[-1] == "and" and class_table("en").get(body.lower()) == "adjective"
    )


def _start_of(left: str, kept: list[str]) -> int:
    """Where the last words of ``left`` begin."""
    at = len(left)
    for word in reversed(kept):
        at = left.rindex(word, 0, at)
    return at


def _modifies(word: str) -> bool:
    """Whether a word before a role belongs to it: "duty forecaster", not "told reporters that forecaster"."""
    low = word.lower()
    return (
        word[-1].isalnum()
        and (word[0].isupper() or (low not in stop_words("en") and low not in forces() and low not in VERBS))
        and word not in titles("opener")
        and not titles("kin").get(word)
        and (low == "retired" or word in titles("other") or not low.endswith("ed"))
        and not (word.islower() and low not in LEADING and class_table("en").get(low) in ("verb", "adverb"))
        and not (low.endswith("ly") and low not in ADJECTIVES)
        and not (
            word.islower() and low.endswith("ing") and "-" not in low and low not in titles("attributive")
        )
    ) or low in ("former", "first", "new", "press", "cast", "staff", "project", "opposition", "protest")


def affiliation(text: str, end: int) -> str | None:
    """The body behind a name that ends at ``end``, as the text words it: "of the Institute for Tides", "from the University of Ebba"."""
    match = AFFILIATED.match(text, end)
    if match is None or BODY.isdisjoint(match["whose"].split()):
        return None
    whose, *joined = " ".join(match["whose"].split()).split(" and ")
    for words in joined:
        first = words.split()[0]
        if first in given_names() or is_person(first.lower()):
            break  # "of Ebba University and Karl Berg"
        if " of " in words:
            return None  # who knows whether that is a part of the name
        whose = f"{whose} and {words}"
    return whose if not BODY.isdisjoint(whose.split()) else None


def behind(text: str, name: Span, span: Span) -> tuple[str | None, int]:
    """The role in an apposition or a who clause behind the name and its comma, and where it ends, or the age that stands
    there."""
    match = AFTER.match(text, name.end, span.end)
    if not match:
        return None, name.end
    aged = max(match.end("age"), name.end)
    told = match.group("role") or ""
    if len(told) > LONGEST:
        told = FURTHER.split(told, maxsplit=1)[0]
    if not SHORTEST <= len(told) <= LONGEST:
        return None, aged
    words = " ".join(told.split())
    clause = CLAUSE.match(words)
    if clause:
        if len(words) > LONG_CLAUSE or GROUPED.match(text, match.end() - 1):
            return None, match.end()
        said = (
            words.removesuffix(" there") if clause.group("whole") else SAYING.sub("", words[clause.end() :])
        )
        return said if clause.group("whole") or _is_role(said) else None, match.end()
    role = SAYING.sub("", WHO.split(words, maxsplit=1)[0])
    if (
        role.startswith(NO_ROLE)
        or FINITE.search(role)
        or OBJECT.search(role)
        or "''" in role  # of the typewriter: the title of a book
        or not _is_role(role)
    ):
        return None, aged
    if text[match.end() : match.end() + 1] != "," and OPENS_ABOUT.search(
        text[max(span.start, name.start - 20) : name.start]
    ):
        return None, aged  # "According to Lena Dahl, the wall ..."
    article = ARTICLE.match(role)
    return role[article.end() :] if article else role, match.end()


def _is_role(words: str) -> bool:
    """Whether words say who somebody is, and do not end with somebody's name: "harbour coach", but not "Karl Baker"."""
    return is_role(words) and not _ends_with_name(PREPOSITION.split(words, maxsplit=1)[0].split())


def _ends_with_name(words: list[str]) -> bool:
    """Whether the last word is a surname, that looks like a noun for a person: "coach Karl Hoffman", "Lena Judge", "Zelda Baker"."""
    if len(words) < 2 or not words[-1][0].isupper():
        return False
    last = bare(words[-1])
    if last not in role_nouns() and SURNAME.search(last):
        return True
    if len(words) == 2 and last in titles("calling") and words[0][0].isupper() and may_be_first(words[0]):
        return True
    for at in range(len(words) - 2, -1, -1):
        word = words[at]
        if word in given_names() and word.lower() not in class_table("en"):
            return at == 0 or words[at - 1][0].islower() or bare(words[at - 1]) in role_nouns()
        within = word[0].isupper() and word not in titles("other") and bare(word) not in role_nouns()
        if not (within or word in PARTICLES):
            return False
    return False
