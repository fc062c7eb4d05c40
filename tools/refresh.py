"""Make again what is made from the code: the CLI reference, the README's sessions, the golden briefs.

python tools/refresh.py    # then read `git diff`: a golden brief that got worse is a failing test
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import cli_reference

import briefing

ROOT = Path(__file__).resolve().parent.parent
SESSION = re.compile(r"(```console\n\$ brief )([^\n]*)\n.*?```", re.S)


def with_real_sessions(text: str) -> str:
    """``text`` with what each ``$ brief ...`` in it prints when run from the root of the project."""
    return SESSION.sub(lambda m: f"{m.group(1)}{m.group(2)}\n{_printed(m.group(2))}```", text)


def _printed(arguments: str) -> str:
    command = [sys.executable, "-m", "briefing", *shlex.split(arguments)]
    return subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout.decode("utf-8")


def seeds() -> list[Path]:
    """The articles written for this project."""
    return sorted(
        p for p in (ROOT / "seeds").iterdir() if p.suffix in {".txt", ".md", ".html"} and p.stem != "README"
    )


def golden(seed: Path) -> Path:
    """Where the brief of a seed is kept."""
    return ROOT / "tests" / "golden" / f"{seed.stem}.md"


def main() -> None:
    cli_reference.PAGE.write_text(cli_reference.reference(), encoding="utf-8")
    readme = ROOT / "README.md"
    readme.write_text(with_real_sessions(readme.read_text(encoding="utf-8")), encoding="utf-8")
    for seed in seeds():
        golden(seed).write_text(briefing.make_brief(seed).markdown(), encoding="utf-8")


if __name__ == "__main__":
    main()
