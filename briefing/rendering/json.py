"""JSON, for scripts: the whole brief with the spans of every item."""

from __future__ import annotations

import dataclasses
import json

from briefing.brief import Brief


def render(brief: Brief) -> str:
    """Indented JSON; dates as ISO text."""
    return json.dumps(dataclasses.asdict(brief), ensure_ascii=False, indent=2, default=str) + "\n"
