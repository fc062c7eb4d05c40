"""Article text is not markup: what would format or run is escaped."""

from __future__ import annotations

import html
import re

SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~$])")
LINE_START = re.compile(r"^(\s*)(#{1,6}(?=\s|$)|[-+=](?=\s|$|[-=])|\d+(?=[.)]\s)|>|:)", re.M)
ENTITY = re.compile(r"&(?=#?\w+;)")


def escape_markdown(text: str) -> str:
    """``text`` so that Markdown shows it letter by letter."""
    text = SPECIAL.sub(r"\\\1", text)
    text = ENTITY.sub("&amp;", text)
    return LINE_START.sub(
        lambda m: m.group(1) + (m.group(2) + "\\" if m.group(2)[0].isdigit() else "\\" + m.group(2)), text
    )


def escape_html_page(title: str, body: str) -> str:
    """A whole page around ``body``, which is cleaned of scripts, handlers and foreign addresses."""
    import nh3

    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{nh3.clean(body)}\n</body>\n</html>\n"
    )


STYLE = (
    "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 Georgia,serif;color:#1d1d1f;background:#fff}"
    "h1,h2{font-family:system-ui,sans-serif;line-height:1.25}blockquote{border-left:.25rem solid #b8c4d0;margin:1rem 0;"
    "padding:.1rem 1rem;color:#333}@media(prefers-color-scheme:dark){body{background:#16181c;color:#e6e6e6}blockquote{color:#ccc}}"
)
