"""Names of people, and what stands beside them: a title, a role, an apposition, an age, an honorific.

Rules for news style, which introduces a person once by full name, with the role before it ("Foreign Minister Karl
Brandt") or behind it ("Hugh Hill, a doctor,"). A run of capitalised words is a person's name only where the text or the
first name gives a reason; a street and a company have capitals too.
"""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from briefing.language.given_names import Gender, given_names
from briefing.language.words import ARTICLES
from briefing.lazy import seldom
from briefing.model import Span
from briefing.quotes import roles
from briefing.quotes.capitals import Run, run_of
from briefing.quotes.titles import UPPER, is_relation, role_nouns

WORD = (
    r"(?:(?:Mrs?|Ms|Drs?|Sen|Rep|Gov|Lt|Gen|Col|Adm|Capt|Sgt|Prof|Rev|Jr|Sr|St|Inc|Corp|Co|Ltd|Cmdr|Maj|Del|Det|Cpl|Supt|Insp|Brig|Amb|Atty"
    r"|Asst|Dist|Pfc|Pvt|Ald|Msgr|Fr|Hon)\.(?:-(?:Gen|Col|Gov)\.)?|"
    rf"(?:[{UPPER}]\.)+|(?:(?:al|el|ad|ar|ash?|az|ul|ur)-|[ODd]['’])?[{UPPER}][\w-]*(?:[’'](?!(?:s|ll|ve|re|[mdt])\b)\w+)*)"
)
OFFICE_OF = (
    r"(?:(?:Secretary|Minister|Inspector|Chief|Head|Director|Commissioner|Speaker|Governor|Leader|Archbishop|"
    r"Bishop)(?:-General)? of (?:the )?|President pro [Tt]em(?:pore)? )?"
)
PARTICLE = r"(?:(?:de|del|della|da|dos|du|van|von|der|den|bin|ibn|al|el|la|le|ter|ten)\s)*"
CAPITAL = re.compile(
    rf"[{UPPER}](?<![\w’'.&].)(?:(?<!\w-.)|(?<=then-.)|(?<=\bex-.)|(?<=(?<![\w’'.])(?<!\w-)(?:al|el|ad|ar|as|az|ul|ur)-.)|"
    r"(?<=(?<![\w’'.])(?<!\w-)ash-.))"
)
"""What a run begins with, but for the "al-" of "al-Sayed"; looked for by itself, to be quick."""
RUN = re.compile(rf"{OFFICE_OF}{WORD}(?:\s{PARTICLE}{OFFICE_OF}{WORD})*")
FORMER = re.compile(
    r"\b((?:(?:[Ff]ormer|[Aa]cting|[Rr]etired|[Oo]usted|[Dd]eposed|[Oo]utgoing|[Ii]ncoming|then|deputy|late|ex)[ -])+)$"
)
"""What makes another office of the title behind it: "Former Prime Minister", "then-Prime Minister"."""
EARLIER = 24
"""Characters before a title in which such words stand."""
BODY = re.compile(
    r"(?:[A-Z][\w.&’'-]* )*(?:Universit(?:y|ies)|Bank|Institute|Colleges?|Schools?|Cent(?:er|re)s?|Departments?|Board|"
    r"Council|Museum|Academy"
    r"|Ministry|Bureau|Association|Agency|Office) (?:of|for) (?:the )?$"
)
"""A body whose name goes on in a title: "Reserve Bank of Ebba" of "Reserve Bank of Ebba President"."""
LISTED = re.compile(r"[,.;]| and\b")
"""What follows a name in a list."""
FULL = seldom(r"(?<![\w’'-])([^\W\d_][\w’'-]*+)(?= ([^\W\d_][\w’'-]*))")
"""A word, and the one behind it."""
CREDITS = re.compile(
    r"(?: in [A-Z][\w ]{1,20})?(?:,? and [^.;]{3,60}?)? (?:contributed (?:reporting )?(?:to|from)\b|"
    r"(?:reported(?: and wrote)?|wrote(?: and reported)?)(?: this (?:article|report|story))? from [A-Z](?![^.;]* that\b)|"
    r"(?:reported|wrote) this (?:article|report|story)\b)"
)
"""What follows the name of somebody who worked on the article: "Ann Lee reported from Port Ebba"."""
NOUN = re.compile(r" ([a-z]+) [A-Z]")
"""A word between a name and another one."""
ANY = re.compile(r"\b[Aa]n? $")
"""What stands before an office that nobody has: "what a President Dahl would do"."""


class Named(NamedTuple):
    """One place where a person may be named."""

    name: str
    """Without title: "Karl Brandt", or "Brandt"."""
    span: Span
    """Of the name."""
    whole: Span
    """With its title or role, before or behind it."""
    role: str | None
    gender: Gender | None
    """Where an honorific, a title or the first name tells."""
    certain: bool
    """Whether something beside the name, or the first name, shows that it is a person's."""


def names_in(text: str, span: Span) -> list[Named]:
    """Every place in ``span`` where a person may be named, by surname alone too, in order. Linear in the text."""
    found: list[Named] = []
    end = span.start
    for capital in CAPITAL.finditer(text, span.start, span.end):
        at = capital.start()
        if at < end:
            continue
        if text[at - 1] == "-":
            at -= next((len(article) for article in ARTICLES if text.endswith(article, span.start, at)), 0)
        match = RUN.match(text, at, span.end)
        if match:
            end = match.end()
            run = run_of(match[0])
            named = _named(text, run, at, end, span) if run else None
            if named:
                found.append(named)
    return found


def names_somebody(words: str, text: str) -> bool:
    """Whether words name a person by themselves, by a first name or an office, or by a surname that has a first name
    somewhere in ``text``."""
    run = run_of(words)
    if run is None or run.first or run.role:
        return run is not None
    return words in _surnames(text)


def names_in_full(words: str, text: str) -> bool:
    """Whether words end with a first name and a surname, or with a surname that has a first name somewhere in ``text``, and
    are all capitalised: what can be told in a language whose words are not known."""
    parts = words.split()
    if not all(part[0].isupper() for part in parts):
        return False
    return parts[-1] in _surnames(text) or (len(parts) > 1 and parts[-2] in given_names())


@functools.lru_cache(maxsize=8)
def _surnames(text: str) -> frozenset[str]:
    """The words behind the first names of a text."""
    return frozenset(match[2] for match in FULL.finditer(text) if match[1] in given_names())


def _named(text: str, run: Run, at: int, end: int, span: Span) -> Named | None:
    """The run with what stands beside it; ``None`` where that shows a thing."""
    found = Span(at + run.start, end)
    titled = run.whole < run.start
    role, start = _office(text, run, run.role, at + run.whole, span) if run.role else (None, at + run.whole)
    after, end = _told_behind(text, found, span) if text.startswith(", ", end, span.end) else (None, end)
    if run.single:
        after = None  # a surname is no introduction
    else:
        role, start = _led_up(text, run, role, start, found, span, apposed=after is not None)
    if role and CREDITS.match(text, end):
        role = after = None  # who wrote the article is none of its people
    if role and not titled and (owned := NOUN.match(text, end)) and owned[1] in role_nouns():
        return None  # "billionaire Ebba Rovers owner Karl Lund"
    if not (titled or role or after) and text.endswith(("the ", "The ", "THE "), span.start, at + run.whole):
        return None
    known = bool(titled or role or run.first) or (end > found.end and not run.single)
    gender, said = run.gender or run.first, None
    if role or after:
        gender = gender or _gender_of(role) or _gender_of(after)
        said = next((r for r in (role, after) if r and not is_relation(r)), None)
    if said is None and run.first and not run.single:
        said = roles.affiliation(text, found.end)
    whole = found if start == found.start and end == found.end else Span(start, end)
    return Named(run.name, found, whole, said, gender, known)


def _office(text: str, run: Run, role: str, start: int, span: Span) -> tuple[str | None, int]:
    """The ``role`` that the title of the run tells, with what stands before it, and where that begins."""
    if run.single and ANY.search(text, max(span.start, start - len(" an ")), start):
        return None, start  # "what a President Dahl would do" gives nobody the office
    if not run.single and (body := _body(text, span.start, start)):
        role, start = f"{body[0]}{role}", body.start()
    if earlier := FORMER.search(text, max(span.start, start - EARLIER), start):
        role, start = " ".join(f"{earlier[1]}{role}".split()), earlier.start()
    return role, start


def _told_behind(text: str, found: Span, span: Span) -> tuple[str | None, int]:
    """The role behind the comma after a name, and where it ends; none where the comma parts a list of people."""
    role, end = roles.behind(text, found, span)
    return (None, found.end) if role and _is_list(text, found.end + len(", ")) else (role, end)


def _led_up(
    text: str, run: Run, role: str | None, start: int, found: Span, span: Span, *, apposed: bool
) -> tuple[str | None, int]:
    """The role with what leads up to it ("Navy spokesman Capt."), or the one in small letters before the name, and where it
    begins; ``apposed``: whether a role stands behind the name."""
    left = text[max(span.start, start - roles.REACH) : start]
    if role is None:
        sure = run.first is not None
        role, lead = roles.before(left, text[found.end : found.end + 1], sure=sure, apposed=apposed)
        return role, start - lead
    leading = roles.adjoining(left, titled=True)
    if leading is None:
        return role, start
    return " ".join(f"{leading}{role}".split()), start - len(leading)


def _body(text: str, first: int, start: int) -> re.Match[str] | None:
    """The words of a body's name that end before ``start``: "Reserve Bank of " before "Ebba President"."""
    if not text.endswith((" of ", " for ", " the "), first, start):
        return None
    return BODY.search(text, max(first, start - roles.REACH), start)


def _is_list(text: str, start: int) -> bool:
    """Whether another person's name stands behind the comma, and not an office: "Lena Dahl, Sam Bowman and others"."""
    match = RUN.match(text, start)
    other = run_of(match[0]) if match else None
    return bool(match and other and other.first and not other.start and LISTED.match(text, match.end()))


def _gender_of(role: str | None) -> Gender | None:
    return next((g for w in role.lower().split() if (g := role_nouns().get(w))), None) if role else None
