"""Markdown through a Jinja template that cannot run code and escapes everything it is given."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.arguments import expect
from briefing.brief import Brief, Item, Part, Reference, Voice
from briefing.characters import well_formed
from briefing.errors import BriefingError, TemplateError, UnknownName
from briefing.model import Span
from briefing.rendering.compiled import CompiledTemplates
from briefing.rendering.escape import escape_markdown, escape_yaml, harmless, link

TEMPLATES = Path(__file__).parent / "templates"


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which the values of a brief have their fields and no methods, which may take the name of a file."""

    FIELDS: Mapping[type, frozenset[str]] = {
        kind: frozenset(field.name for field in dataclasses.fields(kind))
        for kind in (Item, Part, Reference, Span, Voice)
    } | {Brief: frozenset(["items", *(field.name for field in dataclasses.fields(Brief))])}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What a template reads of an object: the same value, half the time of a rendering earlier."""
        if attribute in self.FIELDS.get(type(obj), ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may read it, whatever way it asks: as an attribute, a key or through a filter."""
        fields = self.FIELDS.get(type(obj))
        return super().is_safe_attribute(obj, attr, value) if fields is None else attr in fields


class Safe(str):
    """Text that is Markdown already."""

    __slots__ = ()


def render(brief: Brief, template: str | Path) -> str:
    """The brief through the template called ``template``, or in that file.

    Raises UnknownName where there is no such template, TemplateError where it cannot be read or rendered, OptionError
    where it is no name.
    """
    expect("a template", template, str, Path)
    with mistakes_told(template):
        return well_formed(_template(template).render(brief=brief, several=len(brief.sources) > 1))


@contextlib.contextmanager
def mistakes_told(template: str | Path) -> Iterator[None]:
    """Raises TemplateError on any error: a template can call itself, fill the memory or give a filter what it does not take."""
    try:
        yield
    except BriefingError:
        raise
    except Exception as error:
        found = " ".join(str(error).split()).rstrip(".") or type(error).__name__
        raise TemplateError(
            f"expected a working template, found in {str(template)!r}: {found}; mend the template."
        ) from error


def _template(name: str | Path) -> jinja2.Template:
    """Ours of that name, or the one in that file."""
    ours = f"{name}.md.j2"
    if Path(ours).name == ours and (TEMPLATES / ours).is_file():
        return _environment().get_template(ours)
    return _compiled(_source(Path(name)))


@functools.lru_cache(maxsize=8)
def _compiled(source: str) -> jinja2.Template:
    return _environment().from_string(source)


@functools.cache
def _environment() -> Sandbox:
    environment = Sandbox(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        bytecode_cache=CompiledTemplates(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # what Jinja works out ahead would be worked out once anyway
    )
    environment.filters["yaml"] = _yaml
    environment.filters["times"] = _times
    environment.filters["references"] = _references
    environment.filters["link"] = _link
    return environment


def _finalize(value: Any) -> str:
    """What a template prints: escaped, unless a filter made it. Template text itself comes as it is."""
    return value if isinstance(value, Safe) else escape_markdown(str(value))


def _yaml(value: Any) -> Safe:
    """A value on one line of front matter."""
    return Safe(escape_yaml(harmless(value) if isinstance(value, str) else value))


def _references(references: tuple[Reference, ...], several: bool) -> Safe:
    """``[¶7]``, or ``[2 ¶7]`` where there are several sources."""
    return Safe(
        " ".join(f"[{r.document} ¶{r.paragraph}]" if several else f"[¶{r.paragraph}]" for r in references)
    )


def _link(address: str) -> Safe:
    return Safe(link(address))


def _times(voice: Voice) -> str:
    """How often somebody is quoted: "12 times, 5 of them in part"."""
    count = voice.whole + voice.partial
    if not count:
        return "no"
    often = {1: "once", 2: "twice"}.get(count, f"{count} times")
    if not voice.partial:
        return often
    if voice.partial == count:
        return f"{often}, in part"
    return f"{often}, {'one' if voice.partial == 1 else voice.partial} of them in part"


def _source(path: Path) -> str:
    if not path.is_file():
        ours = [p.name.removesuffix(".md.j2") for p in TEMPLATES.glob("*.md.j2")]
        raise UnknownName("template", str(path), ours)
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(
            f"expected a readable UTF-8 template, found {path}: {error}; check the file."
        ) from error
