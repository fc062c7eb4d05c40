"""HTML: the Markdown of the brief as one page, cleaned of anything that could run or ask another host; its links wait for a click."""

from __future__ import annotations

import html
from pathlib import Path

import markdown
import nh3

from briefing.brief import Brief
from briefing.rendering.markdown import mistakes_told
from briefing.rendering.markdown import render as render_markdown

TAGS = {"a", "h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "strong", "em", "code", "br", "hr"} | {
    "table", "thead", "tbody", "tr", "th", "td"
}  # fmt: skip

PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def render(brief: Brief, template: str | Path) -> str:
    """One page, with its style in it. Raises TemplateError and UnknownName as the Markdown does."""
    text = render_markdown(brief, template)
    if text.startswith("---\n"):
        text = text.partition("\n---\n")[2]
    with mistakes_told(template):  # lists in lists in lists
        body = markdown.markdown(text, extensions=["tables"])
    body = nh3.clean(
        body,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer nofollow",
    )
    style = Path(__file__).with_name("page.css").read_text(encoding="utf-8")
    return PAGE.format(language=brief.language, title=html.escape(brief.title), style=style, body=body)
