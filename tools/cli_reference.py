"""docs/cli.md, made from the command itself; `python tools/refresh.py` writes it

A test fails where the page is stale. It reads the functions behind the commands and not Typer's own output,
whose layout changes from version to version.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import typer

from briefing.cli import app

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"

HEAD = """# The command

<!-- Made from the code by tools/refresh.py. -->

Exit codes: 0 when all went well, 1 for bad input or output, 2 for wrong usage. Errors are one line on standard error.

Control characters, and marks that turn the direction of text, are written out (`\\x1b`) in errors and wherever a terminal is
written to, which would obey them. Files and pipes are given the text as it is.
"""


def reference() -> str:
    """The whole page."""
    return HEAD + "".join(_commands(app, "brief"))


def _commands(group: typer.Typer, prefix: str) -> Iterator[str]:
    for command in group.registered_commands:
        if not command.hidden and command.callback:
            name = command.name or command.callback.__name__.replace("_", "-")
            yield "\n" + _command(f"{prefix} {name}", command.callback)
    for nested in group.registered_groups:
        if nested.typer_instance:
            yield from _commands(
                nested.typer_instance, f"{prefix} {nested.name or nested.typer_instance.info.name}"
            )


def _command(name: str, function: Callable[..., Any]) -> str:
    hints = get_type_hints(function, include_extras=True)
    usage, lines = [name], []
    for parameter in inspect.signature(function).parameters.values():
        kind, info = _annotated(hints[parameter.name])
        text = (getattr(info, "help", None) or "").strip()
        if isinstance(info, typer.models.ArgumentInfo):
            usage.append(info.metavar or parameter.name.upper())
            lines.append(f"- `{usage[-1]}`: {text}")
        else:
            names = _names(info, parameter.name)
            flag = kind is bool
            shown = ", ".join(f"`{n}`" if flag else f"`{n} {_metavar(kind, info)}`" for n in names)
            default = (
                ""
                if flag or parameter.default in (None, inspect.Parameter.empty)
                else f" Default: `{parameter.default}`."
            )
            lines.append(f"- {shown}: {text}{default}")
    usage.append("[OPTIONS]")
    return (
        f"## `{name}`\n\n{inspect.getdoc(function)}\n\n```\n{' '.join(usage)}\n```\n\n"
        + "\n".join(lines)
        + "\n"
    )


def _names(info: Any, parameter: str) -> list[str]:
    """Names of an option; Typer keeps the first of those given in ``default``."""
    given = [info.default, *(info.param_decls or ())] if info else []
    return [n for n in given if isinstance(n, str) and n.startswith("-")] or [
        "--" + parameter.replace("_", "-")
    ]


def _annotated(hint: Any) -> tuple[Any, Any]:
    if get_origin(hint) is Annotated:
        kind, *extras = get_args(hint)
        return kind, next((e for e in extras if isinstance(e, typer.models.ParameterInfo)), None)
    return hint, None


def _metavar(kind: Any, info: Any) -> str:
    if getattr(info, "metavar", None):
        return str(info.metavar)
    names = {int: "N", str: "TEXT", float: "X", Path: "FILE"}
    kinds = [k for k in (get_args(kind) or (kind,)) if k is not type(None)]
    return names.get(kinds[0], "TEXT")
