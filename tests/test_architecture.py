"""Imports point one way, and nothing slow is loaded before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import briefing

PACKAGE = Path(briefing.__file__).parent
LEVELS = [
    {"_version", "characters", "errors", "lazy", "model", "runs"},
    {"arguments", "language"},
    {"select"},
    {"readers", "rankers", "sections", "quotes", "passages", "focus"},
    {"brief", "alone", "telling", "reserve"},
    {"rendering"},
    {"care", "voices"},
    {"keyquotes", "sayings"},
    {"pool"},
    {"denials", "items"},
    {"editor"},
    {"compose"},
    {"pipeline"},
    {"publish"},
    {"cli"},
    {"__main__"},
]
"""From the ground up: a module may import from the levels below its own, and from its own package."""

LEVEL = {name: height for height, names in enumerate(LEVELS) for name in names}


UPWARDS = {("brief", "rendering")}
"""The one exception, made by methods when they are called: see docs/architecture.md."""


def imports_of(path: Path) -> set[str]:
    """Parts of this package that a module imports, when it is loaded or within a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "briefing" else [f"briefing.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("briefing.")}
    return found


MODULES = sorted(p for p in PACKAGE.rglob("*.py") if p != PACKAGE / "__init__.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    own = path.relative_to(PACKAGE).with_suffix("").parts[0]
    assert own in LEVEL, f"say in LEVELS where {own} stands"
    for other in imports_of(path) - {own}:
        assert LEVEL[other] < LEVEL[own] or (own, other) in UPWARDS, f"{own} must not import {other}"


def test_a_brief_loads_its_rendering_when_it_is_asked_for() -> None:
    code = "import sys, briefing.brief; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "briefing.brief" in loaded.split()
    assert "briefing.rendering" not in loaded.split()


def test_importing_loads_nothing_slow() -> None:
    code = "import sys, briefing; briefing.make_brief; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"sumy", "nltk", "trafilatura", "typer", "mkdocs"} & set(loaded)


def test_help_does_not_wait_for_numpy() -> None:
    code = "import sys, briefing.cli; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "numpy" not in loaded


def test_a_command_loads_no_pydantic() -> None:
    code = "import sys; from briefing.cli import app; app(['methods'], standalone_mode=False); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "typer" in loaded.split()
    assert "pydantic" not in loaded.split()


def test_public_names_are_all_there() -> None:
    assert briefing.__all__ == sorted(briefing.__all__)
    for name in briefing.__all__:
        assert getattr(briefing, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'summarize_me'"):
        _ = briefing.summarize_me
