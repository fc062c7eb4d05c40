"""What a line or a paragraph is by itself, wherever it stands: prose, a caption, or a line of the page (``furniture.txt``)."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import NamedTuple
from unicodedata import category

from briefing.language.endings import MARKS, ending
from briefing.lazy import seldom
from briefing.model import BlockKind
from briefing.readers.headers import is_header, is_person

ENDS_SENTENCE = ending(f"{MARKS}:")
"""How a line of prose ends, also one that leads on to the next."""
CAPTION = re.compile(
    r"[\[(]?(?:This )?file (?:photo|picture|image)\b|(?:\d{1,3} (?=File\b))?(?:File\s?[-–—]+ ?)?(?:In )?this\b[\w ,.]{0,40}?"
    r"(?:(?:file|undated|handout|combination) (?:photo|picture|image|combination)|"
    r"(?:photo|picture|image),? (?:taken|provided|released|made available))\b|"
    r"\d{1,3}of\d{1,3}(?=[^\W\d])|(?:Hide |Show )?Caption \d{1,3} of \d|\d{1,3} (?:of|/) \d{1,3}\. |"
    r"(?-i:CLOSE [A-Z][a-z])|(?:Image|Media|Video) (?:copyright|caption|source)\b|Media playback is (?:not |"
    r"un)supported\b|Bildunterschrift\s*:|[\[(]?(?:Photo|Image|Picture|Caption|Credit|Photograph|Foto|Bild|Crédit|"
    r"Фото)\s*(?:by|credit|photo)?\s*:",
    re.I,
)
GALLERY = re.compile(r"\d{1,3} (?:of|/) \d{1,3} [Ff]ull [Ss]creen\b")
"""How the captions of a gallery open, all in one, of any length."""
CREDIT = seldom(
    r"\((?:(?i:photo|image|picture)\s*)?(?:(?i:by|via|credit:?|courtesy of)\s*)?:?\s*(?:AFP|AP|Reuters|Getty|EPA|"
    r"Xinhua|IRNA|TASS|AA|CNN|YouTube|C-SPAN|Screen(?:grab|shot))\b[^)]{0,60}\)$|"
    r"\((?i:photo|image|picture|by|via|credit|courtesy of)\b[^)]{1,60}\)$|"
    r"\((?:Associated Press|[A-ZÀ-Þ]\w{2,}/[A-ZÀ-Þ][\w.’'-]* [^()]{1,40})\)$|"
    r"\[File: ?[A-ZÀ-Þ][^\[\]]{1,40}\]$|"
    r"\((?!Reporting |Editing |Writing )[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){1,3} ?/ ?[A-ZÀ-Þ][^()]{1,40}\)$",
)
AGENCIES = (
    "Getty Images",
    "AFP via Getty",
    "AP Photo",
    "Reuters/",
    "REUTERS/",
    "via REUTERS",
    "/ Reuters",
    "EPA-EFE",
    "Shutterstock",
    "Credit...",
)
CREDIT_END = 40
"""Characters behind the name of an agency at most, at the end of a caption."""
POLL = ("poll.", "survey.")
"""What an agency may have a part in that is no picture: "a Reuters/Ipsos poll."."""
CREDITED = re.compile(
    r"(?:^|[.!?][\"”’]? )(?:Photographs?|Photos?|Pictures?|Images?|Illustration|(?:(?:Photo|Image|"
    r"Picture) )?[Cc]redits?)(?: by)?: [A-Z\d][^.!?:]{2,60}$|"
    r"\b(?:Photograph|Fotos?|Bild|Фото): [A-ZÀ-ÞА-Я\d][^.!?:]{2,60}$"
)
CREDITING = ("hoto", "icture", "mage", "redit", "llustration", "Bild", "Фото")
"""What such words hold: looked for first, to be quick."""
SIGNED = re.compile(
    r"(?:[|•] ?|[.!?…:][\"”’)]? ?|\d )(?:[A-ZÀ-Þ][\w.’'-]*[ -]){1,3}?[A-ZÀ-Þ][\w.’'-]+ ?/ ?[A-ZÀ-Þ][\w&.’'-]*(?: [A-ZÀ-Þ][\w&’'-]*){0,3}$|"
    r"\bCC[ -]BY\b.{0,12}$"
)
"""Who took the picture and for whom, behind a sentence or a date, or its licence: "... in Ebba. Ann Lee/The Ebba Post"."""
PICTURED = re.compile(r"^(?:图为|資料圖|资料图)|(?:[ 　](?:\w{2,4} )?摄|供图|图源[:：].{1,12}|资料图)[)）]?$")
"""How captions in Chinese open or close."""
CREDIT_LINE = re.compile(
    r"(?:.{2,40} ?/ ?)?(?:Getty(?: Images)?|Reuters|REUTERS|AFP|AP(?: Photo)?|EPA|Alamy)(?: ?/ ?[A-ZÀ-Þ][\w ]{1,30}| \(\d\))?\.?|"
    r"(?P<name>[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3}) ?/ ?[A-ZÀ-Þ][\w.’'&-]*(?: [A-ZÀ-Þ][\w.’'&-]*){0,3}\.?"
)
"""Whose a picture is, alone in a line."""
CREDITS = 80
"""Characters of such a line at most."""
UNFOLDING, BEFORE_IT = ("less", "more"), (". ", "… ", "! ", "? ", '" ', "” ")
"""What unfolds a caption of a gallery, and what stands between it and its last sentence ("... more")."""
CASED = "(?-i:"
"""What a pattern holds to which capitals matter."""
SIGN = "#"
"""Stands for the beginning of a line that is no letter."""
UNLETTERED = (r"\d", r"[(\[]", r"\[", r"\(", "©", "[/|", r"(?:</", r"[\W")
"""How a pattern begins that matches only such lines."""
BEGINNING = re.compile(r"(?:[^\W\d_](?![?*{])){0,3}")
"""The letters that every line begins with that a pattern matches."""
FURNITURE_LENGTH = 200
"""Characters of a line of furniture at most."""
CAPTION_LENGTH = 600
"""Characters of a caption at most."""
CREDIT_LENGTH = 120
"""Characters at the end of a caption in which its credit stands."""
SEPARATORS = "/|>»›•·"
BREADCRUMB = re.compile(rf"^[^.!?]{{1,40}}?(?:\s+[{SEPARATORS}]\s+[^.!?]{{1,40}}?){{1,6}}$")
WORD = re.compile(r"\w+")
UNSPACED = seldom(r"[\u3040-\u30ff\u3400-\u9fff]")
"""Kana and Chinese characters."""
TELLING = 7
"""Words from which on a list item is none of a menu."""
LOTS = 60
"""Words from which on it does not matter how many there are."""
LONG, MANY = 400, 25
"""Characters and words: no heading and no menu entry is so long."""
MENU, CAPITALS = 120, 0.8
"""Characters of a menu without its line ends at least, and the share of its words that have a capital."""
SIGNS, JOINERS = ("So", "Sm"), "\ufe0f\u200d"
"""Kinds of characters that are pictures and arrows, and what belongs to them."""
TAIL = 12
"""Characters at the end in which a sentence's last mark stands."""


def is_prose(text: str) -> bool:
    """Whether the block reads as at least one whole sentence."""
    if text[-1:].isalnum() and len(text) > MENU and _is_menu(text):
        return False
    if len(text) > LONG:
        return True
    # Scripts without spaces between words have about a word in every two characters.
    words = len(text) // 2 if text.lstrip("“「『《（(")[:1] >= "\u2e80" else len(text.split(None, MANY))
    ends = (text[-1:] == ";" and text[0].islower()) or ENDS_SENTENCE.search(text[-TAIL:]) is not None
    if words > MANY or (words >= 4 and ends):
        return True
    if text[:1] > "z":
        words = max(words, len(WORD.findall(text[:LONG])))
    elif words < 4 and not text.isascii():  # "Kindle書籍を読む。"
        words += len(UNSPACED.findall(text)) // 2
    return words > MANY or (words >= 4 and ends)


def _is_menu(text: str) -> bool:
    """Whether nearly every word has a capital: a menu that has lost its line ends."""
    words = text.split()
    return sum(word[0].isupper() for word in words) >= CAPITALS * len(words)


def count_words(text: str) -> int:
    """How many words there are, in scripts without spaces about one in every two characters; of many it does not matter."""
    words = len(WORD.findall(text))
    return words if words > LOTS or text.isascii() else words + len(UNSPACED.findall(text)) // 2


class Furniture(NamedTuple):
    """What ``furniture.txt`` tells of the lines of a page."""

    patterns: dict[str, list[str]]
    """By the letters that a line begins with, three at most, the patterns of such lines."""
    words: tuple[str, ...]
    """What no other line holds."""
    ends: tuple[str, ...]
    """What ends one."""


@functools.cache
def furniture() -> Furniture:
    """The lines of ``furniture.txt``."""
    lines = Path(__file__).with_name("furniture.txt").read_text("utf-8").splitlines()
    patterns: dict[str, list[str]] = {}
    for line in lines:
        if line and line[0] not in "#~$":
            patterns.setdefault(_beginning(line), []).append(line)
    words = tuple(line.removeprefix("~ ") for line in lines if line.startswith("~"))
    return Furniture(
        patterns, words, tuple(line.removeprefix("$ ") for line in lines if line.startswith("$"))
    )


def _beginning(pattern: str) -> str:
    """The letters that every line begins with that a pattern matches; ``SIGN`` where no such line begins with a letter."""
    sign = pattern.startswith(UNLETTERED) and not pattern.startswith(r"\(?")
    return SIGN if sign else next(BEGINNING.finditer(pattern))[0]


@functools.cache
def _patterns(beginning: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a line that begins so matches in small letters, and what it matches as it stands. An article has few such lines,
    and to compile the patterns of all takes as long as to read it; those that ignore case take twice as long."""
    some = furniture().patterns[beginning]
    small = "|".join(pattern for pattern in some if CASED not in pattern)
    return re.compile(small), re.compile("|".join(pattern for pattern in some if CASED in pattern), re.I)


def is_furniture(line: str) -> bool:
    """Whether a line is one of those of ``furniture.txt``."""
    patterns, words, ends = furniture()
    low = line.lower()
    # With a sentence before it, it is the article's.
    if (line.rstrip(".:!").endswith(ends) and ". " not in line) or any(map(low.__contains__, words)):
        return True
    for beginning in (low[:3], low[:2], low[:1], "") if low[:1].isalpha() else ("", SIGN):
        if beginning in patterns:
            small, cased = _patterns(beginning)
            if small.fullmatch(low) or cased.fullmatch(line):
                return True
    return False


def first_guess(paragraph: str, listed: bool = False) -> BlockKind:
    """What the block by itself seems to be; ``listed``: whether a bullet stands before it."""
    if GALLERY.match(paragraph) or (len(paragraph) < CAPTION_LENGTH and _is_caption(paragraph)):
        return "caption"
    if len(paragraph) < 120 and is_header(paragraph):
        return "furniture"
    if len(paragraph) < FURNITURE_LENGTH and (
        is_furniture(_without_signs(paragraph)) or _is_breadcrumb(paragraph)
    ):
        return "furniture"
    return "list item" if listed and len(paragraph.split()) >= TELLING else "paragraph"


def _without_signs(line: str) -> str:
    """The line without the pictures and arrows that it opens with: "👉 Read also: ..."."""
    if line[0].isalnum():
        return line
    at = 0
    while at < len(line) - 1 and (line[at] in JOINERS or (line[at] > "°" and category(line[at]) in SIGNS)):
        at += 1
    return line[at:].lstrip()


def _names_agency(tail: str) -> bool:
    """Whether the words end with the agency whose picture it is."""
    agency = next(filter(tail.__contains__, AGENCIES), None)
    at = tail.rfind(agency) if agency else -1
    return agency is not None and at >= len(tail) - len(agency) - CREDIT_END and not tail.endswith(POLL, at)


def _is_breadcrumb(paragraph: str) -> bool:
    """Whether it is where the page stands on its site: "News > Europe"."""
    parted = paragraph[-1] not in ".!?" and any(mark in paragraph for mark in SEPARATORS)
    return parted and BREADCRUMB.match(paragraph) is not None


def _is_credit(line: str) -> bool:
    """Whether it is the name of an agency, or of a person with whom they work for: "Ann Lee/The Ebba Post"."""
    match = CREDIT_LINE.fullmatch(line)
    return match is not None and (match["name"] is None or is_person(match["name"]))


def _names_owner(tail: str) -> bool:
    """Whether the words end with whose the picture is: "Photograph: Ann Lee"."""
    return ": " in tail and any(map(tail.__contains__, CREDITING)) and CREDITED.search(tail) is not None


def _is_caption(paragraph: str) -> bool:
    """Whether it opens as a caption or closes with whose picture it is."""
    tail = paragraph[-CREDIT_LENGTH:]
    if CAPTION.match(paragraph) or _names_agency(tail) or _names_owner(tail):
        return True
    if len(paragraph) <= CREDITS and _is_credit(paragraph):
        return True
    if ("/" in tail or "CC" in tail) and SIGNED.search(tail):
        return True
    last = tail[-1:]
    if last >= "\u2e80" and PICTURED.search(paragraph):
        return True
    if last in ")]":
        return CREDIT.search(tail) is not None
    return last.isalpha() and tail[-4:] in UNFOLDING and tail[-6:-4] in BEFORE_IT
