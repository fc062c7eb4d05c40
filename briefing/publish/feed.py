"""The feed: Atom (RFC 4287) of the latest dated briefs."""

from __future__ import annotations

import re
import uuid
import xml.etree.ElementTree as ET
from collections.abc import Sequence

from briefing.publish.entries import Entry
from briefing.publish.settings import Settings

LENGTH = 50
"""Briefs in the feed."""
ATOM = "http://www.w3.org/2005/Atom"
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


def feed(entries: Sequence[Entry], settings: Settings) -> str | None:
    """The feed of ``entries``, which come newest first; ``None`` where none has a date.

    A brief is updated on the day it is about: the clock is not asked, so the same briefs make the same bytes.
    Links are relative to the feed where the address of the site is not known.
    """
    dated = [entry for entry in entries if entry.date][:LENGTH]
    if not dated:
        return None
    base = f"{settings.address.rstrip('/')}/briefs/" if settings.address else ""
    root = ET.Element("feed", xmlns=ATOM)
    _add(root, "title", settings.name)
    _add(root, "id", uuid.uuid5(uuid.NAMESPACE_URL, base + "feed.xml").urn)
    _add(root, "updated", f"{dated[0].date}T00:00:00Z")
    ET.SubElement(_add(root, "author"), "name").text = ILLEGAL.sub("", settings.name)
    ET.SubElement(root, "link", rel="self", href=f"{base}feed.xml")
    for entry in dated:
        item = _add(root, "entry")
        _add(item, "title", entry.title)
        _add(item, "id", uuid.uuid5(uuid.NAMESPACE_URL, f"briefs/{entry.name}").urn)
        _add(item, "updated", f"{entry.date}T00:00:00Z")
        ET.SubElement(item, "link", href=f"{base}{entry.name}{settings.ending}")
        for topic in entry.topics:
            ET.SubElement(item, "category", term=ILLEGAL.sub("", topic))
        _add(item, "summary", entry.bottom_line)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _add(parent: ET.Element, tag: str, text: str | None = None) -> ET.Element:
    child = ET.SubElement(parent, tag)
    child.text = ILLEGAL.sub("", text) if text is not None else None
    return child
