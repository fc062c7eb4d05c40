"""The command as a person runs it."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SEED = str(ROOT / "seeds" / "nato-visit.txt")


def brief(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "briefing", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, timeout=60)


def test_make_prints_and_writes_the_same(tmp_path: Path) -> None:
    printed = brief("make", SEED)
    written = brief("make", SEED, "-o", str(tmp_path / "brief.md"))
    assert printed.returncode == written.returncode == 0
    assert (tmp_path / "brief.md").read_bytes() == printed.stdout
    assert written.stdout == b""
    assert [p.name for p in tmp_path.iterdir()] == ["brief.md"]


def test_make_reads_standard_input() -> None:
    made = brief("make", "-", stdin=Path(SEED).read_bytes())
    assert b"Bottom line" in made.stdout


@pytest.mark.parametrize(
    ("form", "start"), [("md", b"---\n"), ("html", b"<!doctype html>"), ("json", b"{\n")]
)
def test_make_in_each_format(form: str, start: bytes) -> None:
    assert brief("make", SEED, "--format", form).stdout.startswith(start)


@pytest.mark.parametrize("command", ["summarise", "summarize"])
def test_summarise(command: str) -> None:
    assert len(brief(command, SEED, "--sentences", "2").stdout.splitlines()) == 2


@pytest.mark.parametrize("command", ["summarise", "sections", "quotes"])
def test_json_for_scripts(command: str) -> None:
    assert json.loads(brief(command, SEED, "--format", "json").stdout)


SPEECH = (
    "Transport Minister Lena Dahl told the council on Monday: “The bridge was built on sand, and it has moved with the sand "
    "ever since.”\n\n“We have known that for eleven years,” said Per Holm, an engineer.\n\n“So have I,” Dahl said.\n\n"
    "The film “The Drowned Valley” opens in May.\n"
)


def test_quotes_as_a_table_of_80_columns() -> None:
    lines = brief("quotes", "-", stdin=SPEECH.encode()).stdout.decode().splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[0].split() == ["¶", "Speaker,", "role", "Cue", "Quotation"]
    assert lines[1].split()[:4] == ["¶1", "Lena", "Dahl", "told"]
    assert lines[2].split()[:2] == ["Transport", "Minister"]
    assert not any("Drowned" in line for line in lines)


def test_quotes_by_speaker() -> None:
    lines = brief("quotes", "-", "--by", "speaker", stdin=SPEECH.encode()).stdout.decode().splitlines()
    assert [line for line in lines if line and line[0] != " "] == [
        "Lena Dahl, Transport Minister",
        "Per Holm, engineer",
    ]
    assert [line.split()[0] for line in lines if line.startswith("  ¶")] == ["¶1", "¶3", "¶2"]


def test_quotes_as_csv() -> None:
    text = brief("quotes", "-", "--format", "csv", stdin=SPEECH.encode()).stdout.decode()
    rows = list(csv.DictReader(text.splitlines()))
    assert [(row["speaker"], row["role"], row["cue"], row["paragraph"], row["kind"]) for row in rows] == [
        ("Lena Dahl", "Transport Minister", "told", "1", "direct"),
        ("Per Holm", "engineer", "said", "2", "direct"),
        ("Lena Dahl", "Transport Minister", "said", "3", "direct"),
        ("", "", "", "4", "not speech"),
    ]
    assert SPEECH[int(rows[1]["start"]) : int(rows[1]["end"])] == rows[1]["quote"]


def test_csv_holds_no_formulas(tmp_path: Path) -> None:
    article = tmp_path / "article.md"
    article.write_text(
        "# A form\n\nShe wrote to the council in May:\n\n> =HYPERLINK(1) is what the form said to her.\n"
    )
    printed = brief("quotes", str(article), "--format", "csv").stdout.decode()
    assert [row["quote"][:3] for row in csv.DictReader(printed.splitlines())] == ["'=H"]


def test_methods_are_listed_and_each_can_be_used() -> None:
    names = [line.split()[0] for line in brief("methods").stdout.decode().splitlines()]
    assert {"lead", "sumy-luhn", "sumy-lsa"} <= set(names)
    made = brief("make", SEED, "--method", "sumy-luhn")
    assert made.returncode == 0, made.stderr


def test_version() -> None:
    assert brief("--version").stdout.startswith(b"brief ")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["make", "missing.txt"], 1, "missing.txt"),
        (["make", "."], 1, "folder"),
        (["make", SEED, "--words", "0"], 2, "at least 1"),
        (["make", SEED, "--method", "lexrnk"], 2, "lexrank'"),
        (["make", SEED, "--format", "htlm"], 2, "did you mean 'html'"),
        (["make", SEED, "--date", "yesterday"], 2, "2021-03-24"),
        (["make", SEED, "--template", "polcy"], 2, "did you mean 'policy'"),
        (["make", SEED, "-o", "no/such/folder/brief.md"], 1, "no/such/folder"),
        (["quotes", SEED, "--format", "xml"], 2, "csv, json, text"),
        (["quotes", SEED, "--by", "speeker"], 2, "did you mean 'speaker'"),
        (["summarise", SEED, "--share", "abc"], 2, "20%"),
        (["summarise", SEED, "--words", "5", "--sentences", "1"], 2, "give one"),
        (["summarise", SEED, "--focus", "the"], 2, "focus"),
    ],
)
def test_mistakes_are_one_clear_line(arguments: list[str], code: int, says: str) -> None:
    failed = brief(*arguments)
    assert failed.returncode == code
    assert says in failed.stderr.decode()
    assert len(failed.stderr.decode().strip().splitlines()) == 1
    assert failed.stdout == b""


def test_a_failed_run_leaves_the_old_output(tmp_path: Path) -> None:
    output = tmp_path / "brief.md"
    output.write_text("the old brief")
    assert brief("make", "missing.txt", "-o", str(output)).returncode == 1
    assert output.read_text() == "the old brief"
    assert [p.name for p in tmp_path.iterdir()] == ["brief.md"]


def test_a_link_stays_a_link_and_a_file_keeps_its_rights(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept.md", tmp_path / "link.md"
    kept.write_text("old")
    kept.chmod(0o600)
    link.symlink_to(kept)
    assert brief("make", SEED, "-o", str(link)).returncode == 0
    assert link.is_symlink()
    assert "Bottom line" in kept.read_text(encoding="utf-8")
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
    assert brief("make", SEED, "-o", str(pipe)).returncode == 0
    assert b"Bottom line" in reader.communicate(timeout=60)[0]
    assert pipe.is_fifo()


@pytest.mark.skipif(
    not Path("/dev/full").is_char_device(), reason="no /dev/full: a full disk cannot be had here"
)
@pytest.mark.parametrize("command", [["make", SEED], ["summarise", SEED], ["methods"], ["--version"]])
def test_a_full_disk_is_one_line(command: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        arguments = [sys.executable, "-m", "briefing", *command]
        run = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, timeout=60)
    assert run.returncode == 1
    assert len(run.stderr.decode().splitlines()) == 1
