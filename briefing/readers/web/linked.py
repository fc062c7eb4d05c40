"""What a web page tells of its article in JSON-LD: its authors, its date, and whose they are."""

from __future__ import annotations

import contextlib
import itertools
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

ARTICLE = re.compile(r"[A-Za-z]*(?:Article|Posting|Report)|WebPage")
"""The type of an article, or of its page."""
NODES = 500
"""Objects that are looked at, at most."""
LONGEST = 10**6
"""Characters of a script that is looked at, at most."""


def linked_objects(tree: HtmlElement) -> list[dict[str, Any]]:
    """The objects that the page tells of, those of a list and of a graph too; what cannot be read is passed over."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json" and script.text and len(script.text) < LONGEST:
            with contextlib.suppress(ValueError, RecursionError):
                told = [json.loads(script.text, strict=False)]
                found += [value for value in itertools.islice(_each(told), NODES) if isinstance(value, dict)]
    return found


def articles(objects: list[dict[str, Any]], key: str) -> Iterator[dict[str, Any]]:
    """The articles and pages among the objects of which it tells the ``key``."""
    for value in objects:
        if key in value and any(ARTICLE.fullmatch(str(kind)) for kind in listed(value.get("@type"))):
            yield value


def listed(value: Any) -> list[Any]:
    """The values of a list, or the one value."""
    return value if isinstance(value, list) else [value]


def texts(value: Any) -> list[str]:
    """The texts among the values."""
    return [one for one in listed(value) if isinstance(one, str)]


def _each(values: list[Any]) -> Iterator[Any]:
    """The values, and those of the lists and graphs among them."""
    at = 0
    while at < len(values):
        value = values[at]
        at += 1
        yield value
        inner = value.get("@graph") if isinstance(value, dict) else value
        if isinstance(inner, list):
            values.extend(inner)
