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
        (["make", SEED, "--format", "json", "--template", "policy"], 2, "no template with JSON"),
        (["make", SEED, "--title", ""], 2, "a title with words"),
        (["make", SEED, "--date", "20210324"], 2, "2021-03-24"),
        (["make", "-", "-"], 2, "can be read once"),
        (["make"], 2, "Missing argument 'SOURCE...'; see"),
        (["make", SEED, "--wrods", "3"], 2, "--words"),
        (["make", SEED, "--words", "few"], 2, "'few'"),
        (["make", "no\nsuch\x1b[1m\u202efile.txt"], 1, "no\\nsuch\\x1b[1m\\u202efile.txt"),
        (["mkae\n\x1b[1m"], 2, "mkae\\n\\x1b[1m"),
        (["publish", "no\nsuch.txt", "--site", "/tmp/no/such", "--dry-run"], 1, "no\\nsuch.txt"),
    ],
)
def test_mistakes_are_one_clear_line(arguments: list[str], code: int, says: str) -> None:
    failed = brief(*arguments)
    assert failed.returncode == code
    assert says in failed.stderr.decode()
    assert len(failed.stderr.decode().strip().splitlines()) == 1
    assert failed.stdout == b"" or arguments[0] == "publish"


def test_without_arguments_there_is_help() -> None:
    shown = brief()
    assert b"make" in shown.stdout + shown.stderr
    assert b"summarise" in shown.stdout + shown.stderr


@pytest.mark.parametrize(
    ("ending", "start"), [("md", "---"), ("html", "<!doctype"), ("HTM", "<!doctype"), ("json", "{")]
)
def test_the_format_is_what_the_file_ends_with(tmp_path: Path, ending: str, start: str) -> None:
    output = tmp_path / f"brief.{ending}"
    assert brief("make", SEED, "-o", str(output)).returncode == 0
    assert output.read_text(encoding="utf-8").startswith(start)
    assert brief("make", SEED, "-o", str(output), "--format", "md").returncode == 0
    assert output.read_text(encoding="utf-8").startswith("---")


def test_a_dash_as_output_is_standard_output(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "briefing", "make", SEED, "-o", "-"]
    path = {**os.environ, "PYTHONPATH": str(ROOT)}
    made = subprocess.run(command, capture_output=True, cwd=tmp_path, env=path, timeout=60)
    assert made.stdout == brief("make", SEED).stdout
    assert list(tmp_path.iterdir()) == []


def test_a_name_as_long_as_names_can_be_is_written_to(tmp_path: Path) -> None:
    output = tmp_path / ("x" * 252 + ".md")
    assert brief("make", SEED, "-o", str(output)).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == [output.name]


def test_no_quotation_is_said_and_not_printed() -> None:
    found = brief("quotes", "-", stdin=b"The council voted on Monday to sell the old crane.")
    assert (found.returncode, found.stdout) == (0, b"")
    assert found.stderr == b"No quotation was found.\n"


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_a_name_that_is_not_utf_8(tmp_path: Path, form: str) -> None:
    article = os.fsencode(tmp_path) + b"/bad\xff.txt"
    with open(article, "wb") as file:
        file.write(SPEECH.encode())
    made = brief(
        "make", os.fsdecode(article), "--format", form, "--title", "A\udcff", "--focus", "bridge \udcff"
    )
    assert made.returncode == 0, made.stderr
    assert "bad\ufffd.txt" in made.stdout.decode()


@pytest.mark.parametrize(
    ("closed", "arguments", "code", "says"),
    [
        (">&-", "make - -o FILE", 0, ""),
        (">&-", "make -", 1, "expected standard output to write to, found it closed; name a file with -o."),
        (">&-", "quotes -", 1, "found it closed"),
        (">&-", "methods", 1, "found it closed"),
        ("<&-", "make -", 1, "expected an article on standard input, found: it is closed; give"),
        ("2>&-", "make nowhere.txt", 1, ""),
        ("2>&-", "make -", 0, ""),
    ],
)
def test_streams_that_are_closed(tmp_path: Path, closed: str, arguments: str, code: int, says: str) -> None:
    (tmp_path / "article.txt").write_text(SPEECH)
    arguments = arguments.replace("FILE", str(tmp_path / "brief.md"))
    stdin = "" if "<" in closed else f"< {tmp_path}/article.txt"
    command = f"{sys.executable} -m briefing {arguments} {stdin} {closed}"
    ran = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=ROOT, timeout=60)
    assert ran.returncode == code
    assert says in ran.stderr
    assert len(ran.stderr.splitlines()) == bool(says)
    assert ("Bottom line" in ran.stdout) == (closed == "2>&-" and not code)


OBEYED = (
    "The council \x1b]0;owned\x07voted \u202eon Monday to sell the old crane of the port, which stands at the end of the quay "
    "and has lifted nothing since the last coal ship left in the spring of the year in which the mine was closed for good, "
    "and to buy a new one that can lift four times as much for half of the price of the old one.\x9b1m\n"
)


def test_a_terminal_is_sent_nothing_that_it_would_obey_and_a_pipe_all_there_is() -> None:
    pty = pytest.importorskip("pty")
    command = [sys.executable, "-m", "briefing", "summarise", "-"]
    keeper, terminal = pty.openpty()
    subprocess.run(
        command, input=OBEYED.encode(), stdout=terminal, stderr=terminal, cwd=ROOT, timeout=60, check=True
    )
    os.close(terminal)
    shown = os.read(keeper, 10_000).decode()
    os.close(keeper)
    assert shown.strip() == OBEYED.strip().encode("unicode_escape").decode()
    assert brief("summarise", "-", stdin=OBEYED.encode()).stdout.decode() == OBEYED


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


def test_links_in_a_circle_are_one_line(tmp_path: Path) -> None:
    one, other = tmp_path / "one.md", tmp_path / "other.md"
    one.symlink_to(other)
    other.symlink_to(one)
    for arguments in (["make", SEED, "-o", str(one)], ["make", str(one)]):
        failed = brief(*arguments)
        assert failed.returncode == 1
        assert len(failed.stderr.splitlines()) == 1


@pytest.mark.skipif(
    not Path("/dev/zero").is_char_device(), reason="no /dev/zero: nothing without an end here"
)
def test_what_has_no_end_is_refused() -> None:
    with open("/dev/zero", "rb") as endless:
        command = [sys.executable, "-m", "briefing", "make"]
        piped = subprocess.run([*command, "-"], stdin=endless, capture_output=True, cwd=ROOT, timeout=60)
    for failed in (piped, brief("make", "/dev/zero")):
        assert failed.returncode == 1
        assert b"at most 32 MB, found more in" in failed.stderr


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
