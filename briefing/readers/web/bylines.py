"""Who signs a web page: in its byline or its metadata, word for word, and nobody where it names none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from html import unescape
from typing import Any

from lxml.etree import _Element
from lxml.html import HtmlElement

from briefing.readers.web.linked import articles, listed, texts
from briefing.readers.web.titles import letters

META = (
    *("author", "article:author", "og:article:author", "article_author", "parsely-author", "sailthru.author"),
    *("byl", "byline", "search.byline", "citation_author", "dc.creator", "dcterms.creator", "creator"),
)
"""Names of meta tags that hold an author, the surest first."""
PLACE = re.compile(
    r"[\w-]*?(?:authors?|bylines?|auteurs?|autor|zuozhe|(?:submitted|posted)-by|journalist)(?:[-_]*(?:names?|link|url))?",
    re.I,
)
"""A class or an id of an element that holds a byline."""
HINTS = ("auth", "byline", "auteur", "autor", "zuozhe", "-by", "journalist")
"""What such a class or id holds, in small letters."""
OTHERS = re.compile(
    r"(?:^|[-_])comment|^commentaire|(?:^|[-_])repl(?:y|ies)\b|related|recommend|teaser|popular|trending|summary|(?:^|"
    r"[-_])review|claim|statement|"
    r"disqus|(?:^|[-_])(?:tie|next|prev)[-_]|produ[ck]t",
    re.I,
)
"""A class or an id of an element in which somebody else is named: who comments, or who wrote another article."""
PICTURE = re.compile(r"(?:^|[-_])(?:img|image|photo)(?:[-_]|er|$)", re.I)
"""A class or an id of the byline of a picture."""
ELSEWHERE = frozenset(("aside", "nav", "figure", "blockquote"))
"""Elements in which no byline stands."""
AND = re.compile(r",? (?:and|und|et|y|e|&) |, ", re.I)
"""What stands between two names of a list."""
PARTS = ("div", "p", "br", "li", "time", "em", "i", "small")
"""Elements in a byline that part what they hold from the names."""
NAMED = frozenset(("fn", "author", "name"))
"""Classes and properties of the very name in a byline."""
ABOVE = 12
"""Elements around a byline that are looked at."""
MOST = 300
"""Bylines of a page that are looked at."""
INNER = 40
"""Elements and lines of a byline that are looked at."""
PREFIX = re.compile(
    r"(?:(?:[^\W\d]+ ){0,3}by|(?:(?:ge|ver)[a-zäöü]+t?en |verfasst |\w*text |eine? \w+ )?von|(?:écrit |publié |proposé )?par|"
    r"(?:escrito )?por|(?:scritto )?da|di|durch|autor)(?:\s*[:：]|\s|$)\s*(?:autor: )?|"
    r"(?:authors?|autor(?:/?in|en|i|e)?|auteur|autore|text[eo]?|words|текст|автор|作者|文) ?[:：]\s*",
    re.I,
)
"""What stands before a name in a byline."""
SUFFIX = re.compile(r" *(?: [|•·–—-] |[(@\[]|[|•·]| [-–—]$).*|[\s,;]+$", re.S)
"""What stands behind it: a date, an address, a place."""
SMALL = "and und et y e & de del della di da das do dos du des la le les van von der den ten ter zu zur bin ibn al el of the"
JOIN = frozenset(SMALL.split())
"""Small words between or within names."""
NAMELESS = (
    "admin administrator superuser super user root webmaster guest gast гость name names unknown anonymous anonym author authors "
    "autor autoren auteur editorial editor editors staff redaktion redaktionsteam rédaction redacción biography about 未知 佚名"
)
NOBODY = frozenset(NAMELESS.split())
"""Words that name nobody by themselves."""
AROUND = (
    "account login logged follow share email e-mail print comment comments reply view more posts articles published updated "
    "submitted subscribe artikel alle suivre abonnés"
)
BUTTONS = frozenset(AROUND.split())
"""Words of what a page has around a name."""
NOT_WRITERS = ("编辑", "文章", "授权", "关注", "来源", "来自", "发布", "评论", "责编", "网友", "版权")
"""What stands in Chinese lines that name an editor, a source or a reader."""
ADDRESS = re.compile(r"https?:|www\.|\w{2}\.(?:[a-z]{2}|com|org|net|info|news)\b|[\w.+-]+@|^@", re.I)
"""An address: the domain of a site or of a mailbox names nobody."""
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Characters of scripts without capital letters, in which a name is short."""
SHORT = 16
"""Characters of a name in such a script at most."""
MANY = 10
"""Words of the names in one line at most."""
QUOTES = "\"“‘'("
"""What may stand before a nickname."""
LONGEST = 120
"""Characters of an author at most."""


def page_author(tree: HtmlElement, linked: list[dict[str, Any]], outlet: str, url: str) -> str | None:
    """Who wrote the article of a page: the first whom its JSON-LD (``linked``), its meta tags or its byline name; one word in small
    letters, the name of an account, only where there is no other.

    What is only the name of the ``outlet``, or of the host of the ``url``, is nobody's.
    """
    persons, bodies = _described(linked)
    found = [
        [name for name in persons if _can_be(name)],
        [name for name in _tagged(tree) if not _is_outlet(name, outlet, url)],
        _signed(tree),
        [name for name in bodies if _can_be(name) and not _is_outlet(name, outlet, url)],
    ]
    found = [list(dict.fromkeys(names)) for names in found if names]
    names = next((names for names in found if not _is_account(names[0])), found[0] if found else [])
    return "; ".join(names) or None


def _described(objects: list[dict[str, Any]]) -> tuple[list[str], list[str]]:
    """The persons and the bodies whom JSON-LD calls the authors of an article, with their names."""
    known = {str(value["@id"]): value for value in objects if "@id" in value and "name" in value}
    for article in articles(objects, "author"):
        persons: list[str] = []
        bodies: list[str] = []
        for told in listed(article["author"]):
            author = told if isinstance(told, dict) else {"name": told}
            author = known.get(str(author.get("@id")), author)
            is_body = "Organization" in str(author.get("@type"))
            (bodies if is_body else persons).extend(_cleaned(texts(author.get("name"))))
        if persons or bodies:
            return persons, bodies
    return [], []


def _tagged(tree: HtmlElement) -> list[str]:
    """What the surest of the page's meta tags holds that names an author."""
    tags: dict[str, list[str]] = {}
    for tag in itertools.islice(tree.iter("meta"), MOST):
        key = (tag.get("name") or tag.get("property") or tag.get("itemprop") or "").lower()
        if key in META:
            tags.setdefault(key, []).append(tag.get("content") or "")
    cleaned = ([name for name in _cleaned(tags.get(key, [])) if _can_be(name)] for key in META)
    return next(filter(None, cleaned), [])


def _cleaned(values: Iterable[str]) -> list[str]:
    """Names without what stands before and behind them."""
    names = (" ".join(unescape(value[: 2 * LONGEST]).split()) for value in values)
    bare = ((name, _without_prefix(f"{name} ").strip()) for name in names)
    return [kept for name, rest in bare if (kept := (rest if " " in rest else name).strip(" ,;-|"))]


def _without_prefix(words: str) -> str:
    """A name without what stands before it."""
    prefix = PREFIX.match(words)
    return words[prefix.end() :] if prefix else words


def _signed(tree: HtmlElement) -> list[str]:
    """The names in the first byline of the page that holds one."""
    places = (
        element
        for element in tree.iter(
            "a", "address", "div", "p", "span", "strong", "h3", "h4", "li", "em", "cite", "b"
        )
        if _is_byline(element)
    )
    for place in itertools.islice(places, MOST):
        if not is_elsewhere(place) and (names := _names(place)):
            return names + [name for other in _beside(place) for name in _names(other)]
    return []


def _keys(element: _Element) -> list[str]:
    """The classes and the id of an element."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".split()


def _is_byline(element: HtmlElement) -> bool:
    """Whether an element is said to hold a byline."""
    told = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('rel') or ''} {element.get('itemprop') or ''}".lower()
    if not any(map(told.__contains__, HINTS)):  # most say nothing of the kind
        return False
    marked = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".split()
    return "author" in marked or any(PLACE.fullmatch(key) for key in _keys(element))


def is_elsewhere(element: _Element) -> bool:
    """Whether it stands where the page names others: not in what holds the headline, an opinion can be called a comment."""
    if any(PICTURE.search(key) for key in _keys(element)):
        return True
    around = [element, *itertools.islice(element.iterancestors(), ABOVE)]
    return any(one.tag in ELSEWHERE or (_is_others(one) and one.find(".//h1") is None) for one in around)


def _is_others(element: _Element) -> bool:
    """Whether a class or the id of an element says that others are named there."""
    return any(OTHERS.search(key) for key in _keys(element))


def _beside(place: HtmlElement) -> list[HtmlElement]:
    """The bylines beside one: further authors of the same article."""
    parent = place.getparent()
    others = [] if parent is None else parent.findall(place.tag)
    same = [other for other in others if other is not place and other.get("class") == place.get("class")]
    return [other for other in same if _is_byline(other)]


def _names(place: HtmlElement) -> list[str]:
    """The names in a byline: of the elements in it that are said to hold one, or the list of names with which it begins, or
    those of its links or in bold, or its first line."""
    inner = list(itertools.islice(place.iterdescendants("a", "span", "strong", "b"), INNER))
    if names := list(
        filter(
            None, (_name(itertools.islice(one.itertext(), INNER), True) for one in inner if _is_named(one))
        )
    ):
        return names
    named, lines = _is_named(place), list(itertools.islice(place.itertext(), INNER))
    first, whole = _name(lines, named), _name(["".join(lines)], named)
    goes_on = whole and first and whole.startswith(first) and AND.match(whole, len(first))
    if whole and goes_on and next(place.iterdescendants(*PARTS), None) is None:
        return [whole]
    linked = list(
        filter(
            None,
            (_name(itertools.islice(one.itertext(), INNER), False) for one in inner if one.tag != "span"),
        )
    )
    return linked or list(filter(None, [first]))


def _is_named(element: HtmlElement) -> bool:
    """Whether an element is said to be the name of an author: it may be one word."""
    marked = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".split()
    keys = _keys(element)
    return bool(NAMED.intersection(marked)) or any(
        key == "fn" or (PLACE.fullmatch(key) and "byline" not in key.lower()) for key in keys
    )


def _name(lines: Iterable[str], named: bool) -> str | None:
    """The first line with more than what stands before a name, where it is one, without that and what stands behind it.

    ``named``: whether it may be one word.
    """
    for line in lines:
        words = " ".join(line.split()).replace(" ,", ",")[: 2 * LONGEST]
        bare = _without_prefix(f"{words} ")
        named = named or len(bare) < len(words)
        if name := SUFFIX.sub("", bare).strip(" ,;"):
            return name if _is_name(name) and (named or " " in name) else None
    return None


def _is_name(words: str) -> bool:
    """Whether words in a byline can be a name: each has a capital, none is a button or a number."""
    tokens = words.replace(",", " ").split()
    if not _can_be(words) or words[-1] in ":：?!" or not BUTTONS.isdisjoint(words.lower().split()):
        return False
    if UNSPACED.search(words):
        return len(words) <= SHORT
    if len(tokens) == 1:
        return True
    capitals = all(token.lower() in JOIN or token[0] in QUOTES or token[0].isupper() for token in tokens)
    return capitals and len(tokens) <= MANY


def _can_be(words: str) -> bool:
    """Whether words can name somebody at all."""
    return (
        1 < len(words) <= LONGEST
        and any(map(str.isalpha, words))
        and ADDRESS.search(words) is None
        and not NOBODY.issuperset(words.lower().split())
        and not any(mark in words for mark in NOT_WRITERS)
    )


def _is_account(name: str) -> bool:
    """Whether it is one word in small letters: the name of an account."""
    return " " not in name and name.isascii() and not name[0].isupper()


def _is_outlet(name: str, outlet: str, url: str) -> bool:
    """Whether a name is that of the outlet, with more behind or before it too, or that of its host."""
    said, known = letters(name.partition(",")[0]), letters(outlet)
    labels = url.partition("://")[2].partition("/")[0].lower().split(".")
    return said in labels or known.startswith(said) or (len(known) > 1 and known in said)
