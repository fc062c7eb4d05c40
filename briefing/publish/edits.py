"""Pages that somebody changed by hand: what lists should say of them."""

from __future__ import annotations

import dataclasses
import datetime as dt

import yaml

from briefing.publish.entries import Entry
from briefing.rendering.escape import harmless


def edited(entry: Entry, page: str) -> Entry:
    """The entry with title and date as the page has them. Raises ValueError on broken front matter, in one line."""
    head, mark, _ = page.replace("\r\n", "\n").removeprefix("\ufeff").partition("\n---\n")
    if not head.startswith("---\n") or not mark:
        raise ValueError("expected it between two lines of ---")
    try:
        front = yaml.safe_load(head[4:])
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(" ".join(str(error).split())) from error
    if not isinstance(front, dict):
        raise ValueError("expected keys and values")
    title, date = front.get("title", entry.title), front.get("date", entry.date)
    if not isinstance(title, str) or not (date is None or type(date) is dt.date):
        raise ValueError("expected a title of words and a date such as 2021-03-24")
    return dataclasses.replace(
        entry, title=entry.title if title == harmless(entry.title) else title, date=date
    )
