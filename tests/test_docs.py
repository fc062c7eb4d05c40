"""The documentation is true: references are fresh, examples run, every page is in the navigation."""

from __future__ import annotations

import dataclasses
import inspect
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import yaml

import briefing
from briefing.publish.making import Options
from briefing.publish.site import Report, publish
from briefing.rankers import DEFAULT

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import cli_reference  # noqa: E402
import refresh  # noqa: E402


def test_the_cli_reference_is_fresh() -> None:
    page = cli_reference.PAGE.read_text(encoding="utf-8")
    assert page == cli_reference.reference(), "run python tools/refresh.py"


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """Of the built page, for each name in it: its signature, and what is said of it."""
    pytest.importorskip("mkdocstrings", reason="mkdocstrings is not installed: pip install -e '.[dev]'")
    folder = tmp_path_factory.mktemp("reference")
    (folder / "docs").mkdir()
    shutil.copy(ROOT / "docs" / "api.md", folder / "docs" / "index.md")
    plugins = next(p for p in configuration()["plugins"] if "mkdocstrings" in p)
    plugins["mkdocstrings"]["handlers"]["python"]["paths"] = [str(ROOT)]
    (folder / "mkdocs.yml").write_text(
        yaml.safe_dump({"site_name": "Reference", "theme": {"name": "mkdocs"}, "plugins": [plugins]})
    )
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict"]
    subprocess.run(command, check=True, cwd=folder, timeout=120)
    page = lxml.html.parse(folder / "site" / "index.html")
    found = {}
    for entry in page.xpath("//*[contains(@class, 'doc-object')][*[contains(@class, 'doc-heading')]]"):
        signature = " ".join(entry.xpath("string(*[contains(@class, 'doc-signature')])").split())
        found[entry.xpath("*[contains(@class, 'doc-heading')]")[0].get("id")] = (
            signature,
            entry.xpath("string(*[contains(@class, 'doc-contents')]/p)"),
        )
    return found


SHOWN = {f"briefing.{name}": getattr(briefing, name) for name in briefing.__all__ if name != "__version__"}
SHOWN |= {"briefing.publish.site.publish": publish}
SHOWN |= {"briefing.publish.site.Report": Report, "briefing.publish.making.Options": Options}


@pytest.mark.parametrize("name", SHOWN)
def test_the_built_reference_has_every_name_with_its_types(
    name: str, reference: dict[str, tuple[str, str]]
) -> None:
    signature, meaning = reference[name]
    assert meaning
    for field in dataclasses.fields(SHOWN[name]) if dataclasses.is_dataclass(SHOWN[name]) else ():
        signature, meaning = reference[f"{name}.{field.name}"]
        assert signature.startswith(f"{field.name}: "), field.name
        assert meaning, f"say what {name}.{field.name} is"
    if inspect.isfunction(SHOWN[name]):
        parameters = inspect.signature(SHOWN[name]).parameters.values()
        assert all(f"{p.name}: {str(p.annotation).removeprefix('dt.')}" in signature for p in parameters)
        assert "->" in signature
        assert not re.search(r"= [A-Z]{2}", signature), "a default is a value that a reader knows"


def test_the_default_method_is_the_one_of_the_rankers() -> None:
    for function in (briefing.summarise, briefing.make_brief, Options):
        assert inspect.signature(function).parameters["method"].default == DEFAULT


def test_every_page_is_in_the_navigation() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for page in (ROOT / "docs").glob("*.md"):
        assert page.name in navigation, page.name


@pytest.mark.parametrize("path", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_lists_within_lists_are_seen_as_such(path: Path) -> None:
    """Python-Markdown wants four spaces, and takes what has fewer for points of the list around it."""
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.S | re.M)
    assert not re.findall(r"^ {1,3}(?:[-*+]|\d+\.) .*", text, re.M)


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
    assert configuration()["site_name"]


def configuration() -> dict[str, Any]:
    """What mkdocs.yml says."""
    loader = type("Loader", (yaml.SafeLoader,), {})
    loader.add_multi_constructor("!", lambda loader, suffix, node: suffix)
    loader.add_multi_constructor("tag:yaml.org,2002:python", lambda loader, suffix, node: suffix)
    settings: dict[str, Any] = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), loader)
    return settings
