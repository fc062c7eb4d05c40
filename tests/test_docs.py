"""The documentation is true: references are fresh, examples run, every page is in the navigation."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import yaml

import briefing

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import cli_reference  # noqa: E402
import refresh  # noqa: E402


def test_the_cli_reference_is_fresh() -> None:
    page = cli_reference.PAGE.read_text(encoding="utf-8")
    assert page == cli_reference.reference(), "run python tools/refresh.py"


def test_every_public_name_is_in_the_api_reference() -> None:
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    for name in briefing.__all__:
        if name != "__version__":
            assert re.search(rf"^::: briefing\.[\w.]*\b{name}$", page, re.M), name


def test_every_page_is_in_the_navigation() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert page.name in navigation, page.name


PYTHON = re.compile(r"```python\n(.*?)```", re.S)
EXAMPLES = [
    pytest.param(match.group(1), id=f"{path.name}-{n}")
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    for n, match in enumerate(PYTHON.finditer(path.read_text(encoding="utf-8")), 1)
]


@pytest.mark.parametrize("code", EXAMPLES)
def test_examples_run(code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, "example", "exec"), {"__name__": "example"})
    assert capsys.readouterr().err == ""


def test_the_sessions_in_the_readme_are_real() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert refresh.SESSION.search(text)
    assert text == refresh.with_real_sessions(text), "run python tools/refresh.py and read the difference"


@pytest.mark.parametrize("seed", refresh.seeds(), ids=lambda path: path.name)
def test_the_brief_of_a_seed_is_as_it_was_judged(seed: Path) -> None:
    """The golden files are read by a person when they change: python tools/refresh.py, then git diff."""
    assert refresh.golden(seed).read_text(encoding="utf-8") == briefing.make_brief(seed).markdown()


def test_the_configuration_loads() -> None:
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.add_multi_constructor("!", lambda loader, suffix, node: suffix)
    loader.add_multi_constructor("tag:yaml.org,2002:python", lambda loader, suffix, node: suffix)
    assert yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), loader)["site_name"]
