"""Whether words can stand alone in a brief: they tell something, and do not point back to what is not shown."""

from __future__ import annotations

import functools
import re
import tomllib
from pathlib import Path

from briefing.language.words import stop_words
from briefing.lazy import seldom
from briefing.quotes.titles import is_person
from briefing.rankers.surface import DANGLING

CURT = 30
"""Bytes of words that tell nothing by themselves ("It moved."); in scripts that need few letters each has three."""
NO_COMMENT = seldom(
    r"\b(?:(?:respond|reply)(?:ed)? to (?:[\w’'.]+ ){0,4}requests? for comment|"
    r"(?:contacted|approached|available|(?:reached|return(?:ed)?)(?: \S+){0,6}?) (?:for|seeking) comment|"
    r"(?:[Aa]ttempts|[Ee]fforts) to (?:contact|reach) (?:\S+ ){1,6}for comment (?:were|was|failed)|"
    r"(?:declin|refus)(?:es|ed) (?:to )?comment)\b(?!.*\b(?:and|but|said|says)\b)"
)
"""What a statement holds that says only that somebody said nothing."""
CREDIT = seldom(
    r"contributed (?:reporting )?(?:to this (?:article|report|story)\b|from [A-Z][\w.]*(?: [A-Z][\w.]*){0,2}\.$)|"
    r"[\w.’ -]{2,60}/ ?(?:AFP|AP Images|AP Photo|EPA|Getty Images)\b|"
    r"[A-Z][\w’'-]+ (?:reported(?: and wrote)? from|(?:reported and )?wrote this (?:article|report|story)\b)"
    r"(?!.*\bthat\b)[^!?:;]{0,90}\.$"
)
"""A line that only names the article's writers, or begins with the name of a photographer."""
CREDITED = ("contributed", " reported ", " wrote ", "/AFP", "/ AFP", "/AP ", "/EPA", "/Getty", "/ Getty")
"""One of which such a line holds."""
COURTESY = r"(?:good (?:morning|afternoon|evening)|thank(?:s| you)|hello|welcome|ladies and gentlemen)\b"
"""How a greeting or thanks begin."""
GREETING = re.compile(rf"(?:[^:.!?]{{2,40}}: )?{COURTESY}[^.!?]{{0,40}}[.!]*", re.I)
"""A turn that greets or thanks and says no more."""
GREETS = 120
"""Characters of it at most."""
PLAIN = r"Visit|Read|Catch up on|Follow|Join|E-?mail|Listen|Download|See|Write|Get"
NOUNS = r"Call|Contact|Order|Register|Search|Share|Stream|Watch"
"""What sends the reader elsewhere and may be a noun: "Share prices here fell"."""
LINES = "[Hh]elpline|[Hh]otline|[Ll]ifeline|Samaritans|[Cc]rimestoppers"
"""Whom a reader may call."""
APPEAL = re.compile(
    r"\(?(?:Please |Just |You can (?:also |now )?)?(?:(?:[Ss]ign up|[Ss]ubscribe|[Cc]lick (?:here|on|through)|Share your (?:thoughts|views|stor(?:y|ies))|Tune in|[Ff]ollow\b[^.!?]*? on (?:Twitter|Facebook|Instagram)|Check out|Tap (?:here|on)|Read more|Learn more|Find out more)\b|"
    rf"(?:{PLAIN}|{NOUNS})\b[^.!?]*?(?:\b(?:newsletters?|podcasts?|the app|inbox|"
    r"our (?:\w+ )?(?:live|guide|page|site|website|coverage|blog|channel))\b|https?:|www\.|@\w|\w\.(?:com|org|net|co\.uk)\b)|"
    rf"(?:{PLAIN}|(?:{NOUNS})(?= (?:us|our|your|this|the|now|live)\b))\b[^.!?]*?\bhere\b)|"
    r"(?:READ|SEE|WATCH) (?:ALSO|MORE)\b|(?:MORE|RELATED|Related|See also|See more|Watch):|"
    r"For (?:more|further) (?:details|information)\b[^.!?]{0,40}\b(?:call|contact|e-?mail|go to|see|visit)\b|"
    r"For (?:more|the latest)\b[^.!?]{0,60}\b(?:sign up|click here|subscribe)\b|"
    r"[^.!?]{2,60}\bcan be (?:reached|contacted) (?:at|on|via) \S*(?:@|https?:|www\.)|"
    r"The (?:\w+ )?(?:transcript|video|player) could not be loaded\b|Rating is available when the video\b|"
    r"You (?:can add|always have the option to delete) (?:location information|your Tweet location)\b|"
    r"Correction, [^:]{3,20}: |Reprinted (?:courtesy of|with|by)\b|The (?:views|opinions) expressed (?:here|in this|are|by)\b|"
    r"Anyone (?:who has|with) (?:any |further |more )?information\b|Feel free to (?:ask|comment|contact|e-?mail|leave|post|share|tweet|write)\b|"
    r"(?:Check back|Stay tuned|Like (?:us|our page) on|See my|On (?:Twitter|Facebook),? follow)\b|"
    rf"(?:If you|For (?:confidential )?(?:support|help|advice))\b[^.!?]*?(?:\b(?:{LINES})\b|\d{{3}}[ -][\dA-Z]{{3,4}}\b)|"
    r"(?:Copyright )?©|Copyright \d{4}\b"
)
"""How a statement opens that only sends the reader elsewhere, or says whose the words are."""
APPEALS = 200
"""Characters of such a statement at most."""
PICTURED = seldom(
    r"\b(?:gallery|map|chart|table|graph|graphic|photo|picture|video|clip|diagram|infographic|illustration|slideshow)s? "
    r"(?:of [\w’' -]{2,30} )?(?:below|above)\b(?! (?:the|a|an)\b)"
)
"""What points to a picture that no brief shows."""
EXCLAIMED = seldom(
    r"[\"“](?:[^\"“”]{1,20}(?:[,.!?…][\"”]|[\"”],) (?:[\w’'.-]+ ){1,4}[\w’'.-]+|"
    r"[^\"“”]{1,12}(?:[,.!?…][\"”]|[\"”],) [^\"“”]{1,80})[.!]"
)
"""A few words that somebody said: "“Oh yes,” Dahl said."."""
BRIEF = 110
"""Characters of such a statement at most."""
CLOSES = ("”", '"', "’", "'")
"""Marks that close a quotation."""
OPENS = seldom(r"[“\"]|(?:^|[\s(\[—–-])[‘'`]+(?=\S)")
"""What opens one, single marks only before a word."""
UNSAID = (":", "?", "？", "؟")
"""How a statement ends that only announces or asks."""
DASHES = ("―", "—", "–", "- ", "-- ")
"""How a line opens that says whose the words above it are."""
TAIL = 40
"""Characters of a statement in which its last words stand."""
OPENING_WORD = re.compile(r"[\"“‘'(\[]*(\w+)")
LISTED, SMALL = 6, 10
"""Words from which on a line that is not one in ``SMALL`` in lower case is a list of names, or a headline."""
STOPS = (".", "!", "?")
"""How nearly all sentences end, which is seen quicker."""
ENDS = re.compile(r"[.!?…。！？؟][\"'”’»›“)\]」』]*(?:\[\d{1,3}\])*$")
"""How a sentence ends, also with the numbers of its footnotes."""
SAID = seldom(r"[“„«「『\"][^“”„«»「」『』\"]*[”“»」』\"]$")
"""Nothing but a quotation; in English the stage of quotations knows them, and who speaks."""
ASIDE = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)[.!]?")
"""Nothing but what stands in brackets."""
CYRILLIC = re.compile("[а-яё]")
PRONOUN = re.compile(r"\b(?:he|she|him)\b")
"""Somebody who is named before, or above."""
WORD = re.compile(r"[\w-]+")
QUOTED = re.compile("[\"“]|''")
"""A quotation, in which a pronoun is the speaker's."""
CAPITAL = re.compile(
    r"\W(?!(?:I|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)(?!\w))[A-Z]"
)
"""How a name begins within a sentence; that of a day or a month is nobody's."""
FRAMES = """
in on at by from under with without for during after before since until when while as if once though although because where
whenever whether unless despite like unlike along within upon amid among even just only now given
"""
"""Words with which a sentence opens that may name somebody only behind the pronoun: "When he was ill, Dahl wrote a book"."""
FRAMING = frozenset(FRAMES.split())
ANYBODY = frozenset(
    ["anyone", "anybody", "everyone", "everybody", "nobody", "one", "child", "kid", "toddler", "baby", "cop"]
)
"""Who may be meant by a pronoun, besides those whose role or calling is told."""


def tells_nothing(text: str) -> bool:
    """Whether it is a word or two, said by somebody or not, a greeting or a list of names, only announces what stands below it or asks, sends the reader
    elsewhere or to a picture, or says only that somebody said nothing, who wrote the article or whose the words above are ("— Lena Dahl"), or closes a quotation that was opened above."""
    silent = "comment" in text and NO_COMMENT.search(text) is not None
    credits = any(word in text for word in CREDITED) and CREDIT.search(text) is not None
    greets = len(text) < GREETS and GREETING.fullmatch(text) is not None
    unsaid = text.endswith(UNSAID)
    appeals = len(text) < APPEALS and APPEAL.match(text) is not None
    clipped = text.endswith(CLOSES) and _is_clipped(text)
    exclaims = len(text) < BRIEF and text[0] in '"“' and EXCLAIMED.fullmatch(text) is not None
    pictured = ("below" in text or "above" in text) and PICTURED.search(text) is not None
    signs = text.startswith(DASHES) and not is_whole(text)
    return (
        silent
        or credits
        or greets
        or unsaid
        or appeals
        or clipped
        or exclaims
        or pictured
        or signs
        or len(text.encode()) < CURT
        or _is_list(text)
    )


def _is_clipped(text: str) -> bool:
    """Whether the mark at its end closes a quotation that is not opened in it."""
    if text[-1] in '”"':
        return not any(mark in text[:-1] for mark in '“”„«"')
    return is_whole(text) and not OPENS.search(text, 0, len(text) - 1)


def is_whole(text: str) -> bool:
    """Whether it ends as a sentence does; an item of a list or a standfirst may not."""
    return text.endswith(STOPS) or ENDS.search(text[-TAIL:]) is not None


def points_back(text: str, language: str) -> bool:
    """Whether it points back to what is not named in it ("That, however, ...") or to a nameless speaker ("he said").

    The languages of ``alone.toml`` are known; Russian also where its letters alone tell it.
    """
    first = OPENING_WORD.match(text) if language == "en" else None
    if first is not None and first.group(1) in DANGLING:
        return True
    if language != "en" and SAID.match(text):
        return True
    if text[0] == "(" and ASIDE.fullmatch(text):
        return True
    if first is not None and _tells_of_nobody(text, first.group(1).lower()):
        return True
    known = "ru" if language == "und" and CYRILLIC.search(text) else language
    back, ends, unnamed, _ = _patterns(known)
    return bool(
        (back and back.match(text.lstrip("\"“‘'([")))
        or (ends and "“" not in text and '"' not in text and ends.search(text[-TAIL:]))
        or (unnamed and unnamed.search(text))
    )


def _tells_of_nobody(text: str, first: str) -> bool:
    """Whether it tells of "he" or "she", but names or calls nobody who could be meant: "The crowd did not let him go".

    ``first``: its first word, in small letters; where that is none of the common ones, it may be a name.
    """
    pronoun = PRONOUN.search(text)
    if pronoun is None or first not in stop_words("en"):
        return False
    before = text[: pronoun.start()]
    if (
        QUOTED.search(before)
        or CAPITAL.search(before)
        or (first in FRAMING and CAPITAL.search(text, pronoun.end()))
    ):
        return False
    words = [word.lower() for word in WORD.findall(before)]
    return not any(is_person(w) or is_person(w.removesuffix("s")) or w in ANYBODY for w in words)


def is_personal(text: str, language: str) -> bool:
    """Whether it is in the first person; ``text`` without its quotations."""
    personal = _patterns(language)[3]
    return personal is not None and personal.search(text) is not None


def _is_list(text: str) -> bool:
    words = text.split()
    small = sum(map(str.islower, words))
    return len(words) >= LISTED and small * SMALL < len(words) and text != text.swapcase()


@functools.cache
def _patterns(language: str) -> tuple[re.Pattern[str] | None, ...]:
    """What ``alone.toml`` has of ``language``: back, ends, unnamed, personal."""
    table = _table().get(language, {})
    return tuple(
        re.compile("|".join(table[name])) if name in table else None
        for name in ("back", "ends", "unnamed", "personal")
    )


@functools.cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("alone.toml").read_text("utf-8"))
