"""Calendar dates as articles write them, and lines that hold nothing else. A date that can be read in two ways is none."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Iterator

from briefing.lazy import seldom

MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan ene gen janv januar janvier enero gennaio janeiro januari января يناير",
            "february feb févr fev fév februar février febrero febbraio fevereiro februari февраля فبراير",
            "march mar mrz märz mars marzo março maart марта مارس",
            "april apr abr avr avril abril aprile апреля أبريل",
            "may mai mag mayo maggio maio mei мая مايو",
            "june jun giu juni juin junio giugno junho июня يونيو",
            "july jul lug juil juli juillet julio luglio julho июля يوليو",
            "august aug ago août agosto augustus августа أغسطس",
            "september sep sept set septembre septiembre settembre setembro сентября سبتمبر",
            "october oct okt ott out oktober octobre octubre ottobre outubro октября أكتوبر",
            "november nov novembre noviembre novembro ноября نوفمبر",
            "december dec dez dic déc dezember décembre diciembre dicembre dezembro декабря ديسمبر",
        ],
        1,
    )
    for name in names.split()
}
DATES = [
    r"(?<!\d)(?P<y>20\d\d|19\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)",
    r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th|er)?\.?[ -](?:de |of )?(?P<m>[^\W\d_]{3,10})\.?,?[ -](?:de )?(?P<y>(?:19|20)\d\d)(?!\d)",
    r"\b(?P<m>[^\W\d_]{3,10})\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>(?:19|20)\d\d)(?!\d)",
    r"(?<!\d)(?P<d>\d{1,2})\. ?(?P<m>\d{1,2})\. ?(?P<y>(?:19|20)\d\d)(?!\d)",
    r"(?<!\d)(?P<d>1[3-9]|2\d|3[01])[-/](?P<m>\d{1,2})[-/](?P<y>(?:19|20)\d\d)(?!\d)",
    r"(?<!\d)(?P<m>\d{1,2})[-/](?P<d>1[3-9]|2\d|3[01])[-/](?P<y>(?:19|20)\d\d)(?!\d)",
    r"(?<!\d)(?P<y>(?:19|20)\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日",
]
"""How dates are written; compiled where needed, since few texts have one."""
PLACE = seldom(r"[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3}(?:,| [-–—|])")
"""What may stand before the date in its line."""
SOURCE = re.compile(r"\s(?:来源|來源|作者|记者)[:：]\s?\S{1,20}(?:\s|$)")
YEAR = re.compile(r"(?:19|20)\d\d")
LETTERS = re.compile(r"[^\W\d_]+")
PUBLICATION = (
    "published posted publié veröffentlicht publicado pubblicato stand date updated modified "
    "publicerad publicerat uppdaterad publisert oppdatert udgivet opdateret gepubliceerd bijgewerkt modifié modified julkaistu "
    "опубликовано обновлено نشر تحديث"
)
PUBLISHED = frozenset(PUBLICATION.split())
"""What says of a date that it is the article's."""
TIMES = """
first last on at hour hours minute minutes day days ago kl uur am pm a m le à um uhr de of the mis jour el actualizado h vom aktualisiert st nd rd th est edt et pt pst pdt
gmt bst utc cet cest ist il alle ore modifica modificato monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes
miércoles jueves viernes sábado domingo в года في
"""
AROUND = PUBLISHED | frozenset(TIMES.split())
"""What else stands in a line with a date."""


def date_in(text: str) -> dt.date | None:
    """The first calendar date written out in ``text``, by the first way of writing that is found there."""
    return next(dates_in(text), None)


def dates_in(text: str) -> Iterator[dt.date]:
    """Every calendar date written out in ``text``, one way of writing after the other; impossible ones are left out."""
    for pattern in DATES:
        for match in re.finditer(pattern, text):
            name = match.group("m").lower()
            month = int(name) if name.isdigit() else MONTHS.get(name)
            with contextlib.suppress(ValueError):
                if month:
                    yield dt.date(int(match.group("y")), month, int(match.group("d")))


def is_date_line(line: str) -> bool:
    """Whether a line holds a date, with its time, its place and what says that it is one, and nothing else.

    In Chinese the source of the article may stand behind it.
    """
    if not YEAR.search(line):
        return False
    line = SOURCE.sub("", line)
    place = PLACE.match(line)
    words = LETTERS.findall(line[place.end() if place else 0 :].lower())
    return (
        all(word in AROUND or word in MONTHS or word in "年月日" for word in words)
        and date_in(line) is not None
    )


def says_published(line: str) -> bool:
    """Whether a line begins by saying that its date is the article's: "Published: 4 May 2026 by the press office"."""
    if not YEAR.search(line) or line.endswith("."):
        return False
    words = LETTERS.findall(line.lower())
    at = 1 if words[:1] in (["first"], ["last"]) else 0
    return not PUBLISHED.isdisjoint(words[at : at + 1]) and date_in(line) is not None
