"""What is built for others to install: whole, with the licences of what it carries, and nothing of the machine it was built on."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import zipfile
from email.message import Message
from email.parser import HeaderParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DERIVED = ["frequencies_en.txt", "word_classes_en.txt", "vectors_en.npz", "given_names.txt"]
"""Tables made from the data of others."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Built from a copy of what is kept, as `pip wheel .` does."""
    if not importlib.util.find_spec("setuptools"):
        pytest.skip("setuptools is not installed")
    folder = tmp_path_factory.mktemp("package")
    here = folder / "source"
    shutil.copytree(ROOT / "briefing", here / "briefing", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, here / name)
    options = ["-q", "--no-deps", "--no-build-isolation", "--disable-pip-version-check", "-w", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(here)], check=True, timeout=120)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


@pytest.fixture(scope="module")
def metadata(wheel: zipfile.ZipFile) -> Message:
    """What it says of itself."""
    name = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    return HeaderParser().parsestr(wheel.read(name).decode("utf-8"))


def test_the_wheel_holds_its_licences(wheel: zipfile.ZipFile, metadata: Message) -> None:
    assert metadata["License-Expression"] == "MIT AND CC-BY-SA-4.0 AND LicenseRef-WordNet-3.0"
    files = metadata.get_all("License-File") or []
    assert {"LICENSE", "NOTICE"} < set(files)
    for file in files:
        held = next(name for name in wheel.namelist() if name.endswith(f".dist-info/licenses/{file}"))
        assert wheel.read(held) == (ROOT / file).read_bytes()


def test_every_table_of_others_has_its_licence(metadata: Message) -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    files = [ROOT / file for file in metadata.get_all("License-File") or []]
    licences = {file: file.read_text(encoding="utf-8") for file in files if file.name != "NOTICE"}
    assert set(files) >= set((ROOT / "briefing").rglob("*.LICENCE.md"))
    for table in DERIVED:
        assert f"briefing/language/{table}" in notice
        assert any(f"`{table}` is derived from" in words for words in licences.values()), table


def test_the_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    files = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "briefing").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert files == {name for name in wheel.namelist() if ".dist-info/" not in name}


def test_the_wheel_says_nothing_of_the_machine(wheel: zipfile.ZipFile) -> None:
    for name in wheel.namelist():
        assert not name.endswith("direct_url.json")
        if ".dist-info/" in name:
            text = wheel.read(name).decode("utf-8")
            assert "file://" not in text
            assert str(ROOT) not in text
            assert sys.prefix not in text
