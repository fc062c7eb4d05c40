"""What earlier runs wrote: the hash of every file and an entry for every brief.

The manifest is one JSON file, replaced whole at the end of a run. During a run each step is appended to a
journal before it is done, so that a run that was killed is continued by the next: a file is ours if its hash
is in the manifest or in the journal.
"""

from __future__ import annotations

import errno
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from briefing.errors import OutputError
from briefing.publish.entries import Entry

HOPELESS = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
"""After these errors no other file can be written either."""
FORMAT = 1
STATE = ".briefing"
"""Folder of the site that holds the manifest, the journal and the file being written."""


@dataclass(slots=True)
class Manifest:
    """The record of one site."""

    files: dict[str, list[str]] = field(default_factory=dict)
    """Path from the site's folder to the SHA-256 of what we wrote there; several while a run is under way."""
    entries: dict[str, Entry] = field(default_factory=dict)
    """By source."""
    journal: TextIO | None = None
    changed: bool = False
    """Whether it says anything that the file does not."""

    def note_file(self, path: str, sha256: str) -> None:
        """Record that we are about to write ``path``."""
        hashes = self.files.setdefault(path, [])
        if sha256 not in hashes:
            hashes.append(sha256)
            self._log({"path": path, "sha256": sha256})

    def settle_file(self, path: str, sha256: str) -> None:
        """Record that ``path`` holds this and nothing older."""
        if self.files.get(path) != [sha256]:
            self.note_file(path, sha256)
            self.files[path] = [sha256]
            self.changed = True

    def forget_file(self, path: str) -> None:
        """Record that ``path`` is not ours any more."""
        self.changed |= self.files.pop(path, None) is not None

    def note_entry(self, entry: Entry) -> None:
        """Record a brief."""
        self.entries[entry.source] = entry
        self._log({"entry": entry.to_json()})

    def forget_entry(self, source: str) -> None:
        """Record that a brief is not listed any more."""
        del self.entries[source]
        self._log({"forget": source})

    # JSON in ASCII below: the name of an article need not be text that UTF-8 can hold.

    def _log(self, step: dict[str, Any]) -> None:
        self.changed = True
        if self.journal:
            try:
                self.journal.write(json.dumps(step) + "\n")
                self.journal.flush()
            except OSError as error:
                raise failure("the record of this run", error) from error

    def dump(self) -> str:
        """The manifest as JSON, sorted."""
        values = {
            "format": FORMAT,
            "files": {path: self.files[path] for path in sorted(self.files)},
            "entries": [self.entries[source].to_json() for source in sorted(self.entries)],
        }
        return json.dumps(values, indent=1) + "\n"


def load(site: Path) -> Manifest:
    """The record of the site in that folder, with the steps of a run that was cut off; empty for a new site.

    Raises OutputError where the record is there and cannot be read.
    """
    path = site / STATE / "manifest.json"
    manifest = Manifest()
    try:
        if path.exists():
            values = json.loads(path.read_text(encoding="utf-8"))
            if values["format"] != FORMAT:
                raise ValueError(f"format {values['format']}, of another version of briefing")
            manifest.files = {str(p): [str(h) for h in hashes] for p, hashes in values["files"].items()}
            manifest.entries = {e["source"]: Entry.from_json(e) for e in values["entries"]}
        _replay(manifest, site / STATE / "journal.jsonl")
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise OutputError(
            f"expected the record of earlier runs in {path}, found {type(error).__name__}: {error}; "
            "restore it, or delete it: files that then differ from what would be written are left alone."
        ) from error
    return manifest


def _replay(manifest: Manifest, journal: Path) -> None:
    """Take in the steps of a run that was cut off, up to the first that did not get to the disk whole."""
    if not journal.exists():
        return
    for line in journal.read_bytes().split(b"\n")[:-1]:  # what follows the last line end was cut off
        try:
            step = json.loads(line)
        except ValueError:
            return
        if "entry" in step:
            manifest.note_entry(Entry.from_json(step["entry"]))
        elif "forget" in step:
            manifest.entries.pop(step["forget"], None)
        else:
            manifest.note_file(step["path"], step["sha256"])


class Hopeless(OutputError):
    """The disk is full or read-only: no other file can be written either."""


def failure(path: str, error: OSError) -> OutputError:
    """What to raise where ``path`` could not be read or written."""
    kind = Hopeless if error.errno in HOPELESS else OutputError
    return kind(f"expected to write {path}, found: {error.strerror}; mend that and run again, it goes on.")
