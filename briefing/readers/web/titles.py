"""The title of a web page: its headline, word for word, without the name of the site."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

MARKS = (" | ", " - ", " – ", " — ", " » ", " • ", " · ", ": ")
"""What stands between a title and the name of its outlet."""
PARTED = re.compile(r"(?P<rest>.+\S) (?P<mark>[|»•·–—-]) (?P<last>\S.*)")
"""A title with something behind its last dash or bar."""
DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,4}", re.I)
"""The name of a site as its address has it."""
BEFORE = re.compile(r"[|»•·–—-] $")
"""What stands between a rubric and the headline."""
ALIKE = str.maketrans("’‘′`´“”„«»–—\xa0", "'''''\"\"\"\"\"-- ")
"""Marks that a headline and the title of its page may have for each other, one for one."""
HEADINGS = 30
"""Headings of a page that are looked at, at most."""
SHORTEST, UNSPACED = 2, 6
"""Words of a headline at least, or characters in a script without spaces."""
PARTS = 3
"""Parts of a title with names of the site at most."""
OPENING = 20
"""Letters of the beginning of a title at least."""
RUBRIC = 60
"""Characters that stand beside a title in its heading at most."""
SITE = 5
"""Words of the name of a site at most."""


def page_title(tree: HtmlElement, guess: object, outlet: str) -> str | None:
    """The headline of a page, without the name of the ``outlet``.

    That is the heading with which the title of the page begins, or which is all of the ``guess`` but a rubric before or
    the site behind it; else the guess, what trafilatura takes for the title; or the page's title where that is the site.
    """
    whole = " ".join((tree.findtext(".//head/title") or "").split())
    guessed = " ".join(guess.split()) if isinstance(guess, str) else whole
    headings = list(_headings(tree, "h1"))
    is_site = outlet and guessed == outlet and whole.startswith(outlet) and guessed not in headings
    named = DOMAIN.fullmatch(outlet) and letters(outlet.rpartition(".")[0]) == letters(guessed)
    if DOMAIN.fullmatch(guessed) or is_site or named:
        guessed = _without_outlet(whole, guessed) or guessed
    headlines = [one for one in headings if _heads(one, guessed, whole) and one != outlet]
    lower = [one for one in _headings(tree, "h2") if _heads(one, guessed, whole) and one != outlet]
    titled = "" if guessed in whole else whole
    headlines += [
        one for one in lower if one == titled or _is_before_site(one, guessed) or _is_before_site(one, titled)
    ]
    title = max(headlines, key=len, default=guessed)
    return _without_outlet(title, outlet) or None


def _headings(tree: HtmlElement, tag: str) -> Iterator[str]:
    """The words of the first headings of a rank."""
    for heading in itertools.islice(tree.iter(tag), HEADINGS):
        yield " ".join(heading.text_content().split())


def _heads(heading: str, guess: str, whole: str) -> bool:
    """Whether a heading of the page is its headline."""
    said, guessed, titled = (words.translate(ALIKE) for words in (heading, guess, whole))
    if len(said.split()) < SHORTEST and (len(said) < UNSPACED or said.isascii()):
        return False
    if guessed.endswith(said) and BEFORE.search(guessed[: -len(said)]):
        return True
    about = said.startswith(guessed) or guessed.startswith(said) or guessed not in titled
    return _begins(guessed, said) or (about and _begins(titled, said))


def _is_before_site(heading: str, guess: str) -> bool:
    """Whether what stands behind a heading in a title is parted as the name of a site is: a dash can go on with it."""
    rest = guess.removeprefix(heading)
    return rest != guess and rest.lstrip()[:1] in ("|", "»", "•", "_")


def is_headline(tag: str, words: str, title: str | None) -> bool:
    """Whether a heading above the article is its title, with a rubric before it or a standfirst behind it, or the beginning of
    a title that goes on with the names of the site."""
    said, told = letters(words), letters(title or "")
    if tag != "head" or not told:
        return False
    longer = len(said) <= len(told) + RUBRIC and (said.endswith(told) or said.startswith(told))
    return longer or (len(said) >= OPENING and told.startswith(said))


def _begins(words: str, said: str) -> bool:
    """Whether the words begin with what is said, and not within a word or with a rubric."""
    behind = words[len(said) : len(said) + 1]
    return words.startswith(said) and not behind.isalnum() and behind != ":"


def _without_outlet(title: str, outlet: str) -> str:
    """The title without the name of the outlet at its end ("Council sells the crane | Ebba Post") or its beginning."""
    for _ in range(PARTS):
        parted = PARTED.fullmatch(title)
        if not parted or not _is_site(parted["last"], outlet, parted["mark"]):
            break
        title = parted["rest"]
    for mark in MARKS:  # the name may hold one too
        if outlet and title.lower().endswith(f"{mark}{outlet}".lower()):
            return title[: -len(mark + outlet)]
        if outlet and title.startswith(f"{outlet}{mark}") and len(outlet) < len(title) / 2:
            return title[len(outlet + mark) :]
    return title


def _is_site(last: str, outlet: str, mark: str) -> bool:
    """Whether the last part of a title is the site: the beginning of the outlet's name, or a part of the outlet, or its domain."""
    name, known = f"{last} ".lower(), f"{outlet} ".lower()
    if known.startswith(name) or (outlet and name.startswith(known)) or DOMAIN.fullmatch(last):
        return True
    host = DOMAIN.fullmatch(outlet) is not None and letters(outlet.split(".")[-2])
    return bool(host) and mark == "|" and len(last.split()) <= SITE and str(host) in letters(last)


def letters(words: str) -> str:
    """The letters and digits of words, in small letters."""
    return "".join(character for character in words.lower() if character.isalnum())
