"""The pages that list briefs: by date, topic, person and outlet. Markdown that every site generator reads."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from briefing.publish.entries import Entry
from briefing.publish.names import TOP, anchor, slug
from briefing.publish.text import MONTHS, about, day, description, link
from briefing.rendering.escape import escape_markdown, escape_yaml, harmless

FOLDER = "docs/briefs"
"""Of the site: briefs, lists and feed lie here."""
LATEST = 10
"""Briefs on the home page."""
DIGITS = "0–9"
MOST = 10
"""Topics, people or outlets with most briefs, above all the others."""


def page_path(name: str) -> str:
    """Where the brief of that name lies."""
    return f"{FOLDER}/{name}.md"


def pages(entries: Iterable[Entry]) -> dict[str, str]:
    """Every list by its path from the site's folder."""
    ordered = newest_first(entries)
    made = {
        "docs/index.md": home(ordered),
        f"{FOLDER}/by-date.md": by_date(ordered),
    }
    for kind, title, names_of, page_of in (
        ("topic", "Topics", lambda e: e.topics, topic_page),
        ("person", "People", lambda e: e.people, person_page),
        ("outlet", "Outlets", lambda e: e.outlets, topic_page),
    ):
        groups = grouped(ordered, names_of)
        folder = {"topic": "topics", "person": "people", "outlet": "outlets"}[kind]
        made[f"{FOLDER}/by-{kind}.md"] = directory(title, folder, groups)
        for name, (label, members) in groups.items():
            made[f"{FOLDER}/{folder}/{name}.md"] = page_of(label, members)
    return made


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """By date, the latest first and the undated last; by name within a day."""
    named = sorted(entries, key=lambda e: e.name)
    return sorted(named, key=lambda e: e.date or dt.date.min, reverse=True)


def robots(address: str | None) -> str:
    """What robots.txt says: everything may be read, and where the site map is that MkDocs makes."""
    sitemap = f"Sitemap: {address.rstrip('/')}/sitemap.xml\n" if address else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


Groups = dict[str, tuple[str, list[Entry]]]


def grouped(entries: Sequence[Entry], names_of: Callable[[Entry], Iterable[str]]) -> Groups:
    """Slug to label and entries, by slug; names that share a slug are one, called by the commonest spelling."""
    labels: dict[str, Counter[str]] = {}
    members: dict[str, list[Entry]] = {}
    for entry in entries:
        for key in dict.fromkeys(slug(name) for name in names_of(entry)):
            members.setdefault(key, []).append(entry)
        for name in names_of(entry):
            labels.setdefault(slug(name), Counter())[name] += 1
    return {key: (labels[key].most_common(1)[0][0], members[key]) for key in sorted(members)}


def page(title: str, summary: str, *parts: str) -> str:
    """A list page: front matter with a description, title and parts."""
    front = f"title: {escape_yaml(harmless(title))}\ndescription: {escape_yaml(description(summary))}\n"
    return f"---\n{front}---\n\n# {escape_markdown(title)} {{#{TOP}}}\n\n" + "\n".join(parts)


def home(entries: Sequence[Entry]) -> str:
    """The first page of the site: the ways in, and the latest briefs with their bottom lines."""
    ways = [("date", "date"), ("topic", "topic"), ("person", "person"), ("outlet", "outlet")]
    links = ", ".join(f"[{word}](briefs/by-{name}.md)" for word, name in ways)
    news = " New ones come with the [feed](./briefs/feed.xml)." if any(e.date for e in entries) else ""
    lead = f"{count(len(entries))}, by {links}.{news}\n"
    summary = f"{count(len(entries))} of news articles, by date, topic, person and outlet."
    return page("Briefs", summary, lead, "## Latest\n", *(listed(e, "briefs/") for e in entries[:LATEST]))


def by_date(entries: Sequence[Entry]) -> str:
    """Every brief under its month, the latest first."""
    parts, month = [], ""
    for entry in entries:
        now = f"{MONTHS[entry.date.month - 1]} {entry.date.year}" if entry.date else "Undated"
        if now != month:
            parts.append(("\n" if month else "") + f"## {now} {{#{anchor(now)}}}\n")
            month = now
        when = f"{entry.date.day} {MONTHS[entry.date.month - 1]}: " if entry.date else ""
        parts.append(f"- {when}{link(entry.title, f'{entry.name}.md')}")
    return page("By date", f"{count(len(entries))} by date, the latest first.", *parts, "")


def directory(title: str, folder: str, groups: Groups) -> str:
    """Links to the pages of one kind: those with most briefs, and then all under their first letters."""
    if not groups:
        none = f"No brief names any {title.lower()} yet."
        return page(title, none, f"{none}\n")
    often = sorted((key for key in groups if len(groups[key][1]) > 1), key=lambda k: -len(groups[k][1]))
    parts = _linked("Most briefs {#most-briefs}", often[:MOST], folder, groups) if often else []
    letters: dict[str, list[str]] = {}
    for key in groups:
        letters.setdefault(initial(groups[key][0]), []).append(key)
    for letter in sorted(letters):
        heading = f"{letter} {{#{'digits' if letter == DIGITS else anchor(letter)}}}"
        parts += _linked(heading, letters[letter], folder, groups)
    return page(
        title, f"{title} of the briefs: {', '.join(groups[key][0] for key in often or groups)}", *parts
    )


def initial(label: str) -> str:
    """The letter under which a name is listed: without its accent, or as it is in another script than Latin."""
    first = next((c for c in label if c.isalnum()), "0")
    if not first.isalpha():
        return DIGITS
    plain = slug(first)
    return (plain[0] if len(plain) <= 2 else first).upper()


def _linked(heading: str, keys: Sequence[str], folder: str, groups: Groups) -> list[str]:
    """A heading and links to these pages, with how many briefs each has if it has several."""
    lines = [f"## {heading}\n"]
    for key in keys:
        label, members = groups[key]
        many = f" ({len(members)})" if len(members) > 1 else ""
        lines.append(f"- {link(label, f'{folder}/{key}.md')}{many}")
    return [*lines, ""]


def topic_page(label: str, entries: Sequence[Entry]) -> str:
    """The briefs of one topic or outlet in time order, the latest first, with their bottom lines."""
    many = f"{count(len(entries))}{', the latest first' if len(entries) > 1 else ''}."
    summary = f"{label}: {', '.join(e.title for e in entries)}"
    return page(label, summary, f"{many}\n", *(listed(e, "../") for e in entries))


def person_page(label: str, entries: Sequence[Entry]) -> str:
    """What one person is quoted as saying, brief by brief, the latest first."""
    summary = f"What {label} is quoted as saying: {', '.join(e.title for e in entries)}"
    return page(label, summary, *(part for entry in entries for part in _said(label, entry)))


def _said(label: str, entry: Entry) -> Iterator[str]:
    """The sentences of one article that quote the person, with its title, day, outlet, and the person's role in it."""
    said = [s for s in entry.sayings if slug(s.speaker) == slug(label)]
    role = next((f" · {escape_markdown(s.role)}" for s in said if s.role), "")
    yield f"## {link(entry.title, f'../{entry.name}.md')} {{#{anchor(entry.name)}}}\n"
    yield about(entry.date, entry.outlets, (), (), "../").rstrip() + f"{role}\n"
    yield from (f"- {escape_markdown(s.text)} [¶{s.paragraph}]" for s in said)
    yield ""


def listed(entry: Entry, up: str) -> str:
    """One brief in a list: title, day, outlet and bottom line."""
    where = "".join(f", {link(o, f'{up}outlets/{slug(o)}.md')}" for o in entry.outlets)
    head = f"- **{link(entry.title, f'{up}{entry.name}.md')}**  \n    {day(entry.date)}{where}"
    return f"{head}\n\n    {escape_markdown(entry.bottom_line)}\n"


def count(briefs: int) -> str:
    """How many, in words that agree."""
    return "1 brief" if briefs == 1 else f"{briefs:,} briefs"
