"""A brief becomes Markdown, HTML or JSON. Article text is escaped before any template sees it."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.errors import TemplateError, UnknownName
from briefing.rendering.escape import escape_html_page, escape_markdown

if TYPE_CHECKING:
    from briefing.compose import Brief

TEMPLATES = Path(__file__).parent / "templates"


def markdown(brief: Brief, template: str = "policy") -> str:
    """The brief through the template called ``template``, or through that file.

    Raises TemplateError where the template is broken, UnknownName where there is none.
    """
    import jinja2
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["yaml"] = _yaml
    environment.filters["ref"] = lambda refs: _ref(refs, len(brief.sources))
    try:
        return environment.from_string(_template(template)).render(brief=brief)
    except jinja2.TemplateError as error:
        raise TemplateError(
            f"expected a working template, found {template!r} with: {error}; mend it."
        ) from error


class _Raw(str):
    """Text that is Markdown already and must not be escaped."""


def _finalize(value: Any) -> Any:
    return value if isinstance(value, _Raw) else escape_markdown(str(value))


def _yaml(value: Any) -> _Raw:
    """A value as one line of YAML flow style, which JSON is."""
    return _Raw(json.dumps(value, ensure_ascii=False, default=str))


def _ref(refs: tuple[tuple[int, int], ...], sources: int) -> _Raw:
    return _Raw(" ".join(f"[¶{p}]" if sources == 1 else f"[{d} ¶{p}]" for d, p in refs))


def _template(name: str) -> str:
    path = TEMPLATES / f"{name}.md.j2"
    if not path.exists():
        path = Path(name)
        if not path.is_file():
            raise UnknownName(
                "template", name, [p.name.removesuffix(".md.j2") for p in TEMPLATES.glob("*.md.j2")]
            )
    return path.read_text(encoding="utf-8")


def html(brief: Brief, template: str = "policy") -> str:
    """The Markdown of the brief as one page of HTML, cleaned of anything that could run."""
    import markdown as python_markdown

    text = markdown(brief, template)
    body = text.split("\n---\n", 1)[1] if text.startswith("---\n") else text
    return escape_html_page(brief.title, python_markdown.markdown(body, extensions=["tables"]))


def json_text(brief: Brief) -> str:
    """The brief as indented JSON."""
    return json.dumps(dataclasses.asdict(brief), ensure_ascii=False, indent=2, default=str) + "\n"
