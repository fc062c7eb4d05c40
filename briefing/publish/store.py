"""Files of the site: written whole or not at all, only where they change, and never over somebody's work."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import sys
from io import BufferedWriter
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Literal

from briefing.errors import OutputError
from briefing.publish.manifest import STATE, Manifest, failure, load

Outcome = Literal["new", "changed", "same", "left alone", "removed"]
PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Has a file opened that is no link, and no pipe that would be waited for; Windows has neither, and no lock."""


class Store:
    """The folder of one site, with the record of what we wrote there; one process at a time.

    As a context manager it opens the record and puts it away. With ``dry_run`` it writes nothing and answers
    what it would do. A ``cache`` is nobody's work: a file that differs from the record is damaged and written
    again, so there is no need to wait for the disk. Raises OutputError where the folder cannot be written.
    """

    def __init__(self, site: Path, *, dry_run: bool = False, cache: bool = False) -> None:
        self.site = site
        self.real = os.path.realpath(site)
        self.dry_run = dry_run
        self.cache = cache
        self.manifest = Manifest()
        self.steps: dict[str, Outcome] = {}
        """What was done to each path that was touched."""
        self._safe: set[Path] = set()
        self._lock: IO[Any] | None = None

    def __enter__(self) -> Store:
        if self.dry_run:
            self.manifest = load(self.site)
            return self
        try:
            self._open()
        except OSError as error:
            self._close()
            raise OutputError(
                f"expected a folder to write to, found {error.filename or self.site}: {error.strerror}; check the folder."
            ) from error
        except OutputError:
            self._close()
            raise
        return self

    def _open(self) -> None:
        (self.site / STATE).mkdir(parents=True, exist_ok=True)
        self._inside(f"{STATE}/manifest.json")
        self._lock = _locked(self.site / STATE / "lock")
        self.manifest = load(self.site)
        self._save()
        journal = _made(self.site / STATE / "journal.jsonl")
        self.manifest.journal = io.TextIOWrapper(journal, encoding="utf-8")

    def _close(self) -> None:
        for file in (self.manifest.journal, self._lock):
            if file:
                with contextlib.suppress(OSError):  # a full disk has been reported by then
                    file.close()
        self.manifest.journal = self._lock = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None and not self.dry_run:
                self._save()
                (self.site / STATE / "journal.jsonl").unlink()
        finally:
            self._close()

    def _save(self) -> None:
        """Put the record away, where it says anything new; what the journal says is then in it."""
        if self.manifest.changed:
            self._replace(f"{STATE}/manifest.json", self.manifest.dump().encode("utf-8"))
            self.manifest.changed = False

    def put(self, path: str, text: str) -> Outcome:
        """Write ``text`` to ``path``, unless somebody else changed the file. Raises OutputError."""
        data = text.encode("utf-8", "replace")
        there = self.read(path)
        wanted = hashlib.sha256(data).hexdigest()
        if there == data:
            self.manifest.settle_file(path, wanted)
            outcome: Outcome = "same"
        elif there is not None and not self.ours(path, there) and not self.cache:
            outcome = "left alone"
        else:
            outcome = "new" if there is None else "changed"
            if not self.dry_run:
                self.manifest.note_file(path, wanted)
                self._replace(path, data)
                self.manifest.settle_file(path, wanted)
        self.steps[path] = outcome
        return outcome

    def put_once(self, path: str, text: str) -> bool:
        """Write ``text`` if there is nothing; from then on the file is the user's. Raises OutputError."""
        if os.path.lexists(self.site / path):
            return False
        self.steps[path] = "new"
        if not self.dry_run:
            self._replace(path, text.encode("utf-8"))
        return True

    def check(self, path: str) -> Outcome | None:
        """Whether ``path`` is as we wrote it ("same") or not ("left alone"); ``None`` where there is nothing to keep."""
        try:
            there = self.read(path)
        except OutputError:
            there = b""
        if there is None or (self.cache and not self.ours(path, there)):
            return None
        ours = self.ours(path, there)
        if ours:
            self.manifest.settle_file(path, hashlib.sha256(there).hexdigest())
        self.steps[path] = "same" if ours else "left alone"
        return self.steps[path]

    def read(self, path: str) -> bytes | None:
        """What stands in ``path``; ``None`` where there is nothing. Raises OutputError."""
        try:
            return (self.site / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return b"" if (self.site / path).is_symlink() else None  # a link is somebody's, wherever it leads
        except OSError as error:
            raise failure(path, error) from error

    def ours(self, path: str, data: bytes) -> bool:
        """Whether we wrote ``data`` to ``path``."""
        return hashlib.sha256(data).hexdigest() in self.manifest.files.get(path, [])

    def remove(self, path: str) -> None:
        """Remove a file that we wrote and nobody changed since; leave any other. Raises OutputError."""
        there = self.read(path)
        if there is not None and self.ours(path, there):
            self.steps[path] = "removed"
            if not self.dry_run:
                self._inside(path)
                try:
                    (self.site / path).unlink()
                except OSError as error:
                    raise failure(path, error) from error
        if not self.dry_run:
            self.manifest.forget_file(path)

    def _replace(self, path: str, data: bytes) -> None:
        """Write a file beside the record, and then put it into its place in one step."""
        scratch = self.site / STATE / "new"
        target = self.site / path
        try:
            self._inside(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            with _made(scratch) as file:
                file.write(data)
                file.flush()
                if not self.cache:
                    os.fsync(file.fileno())
            os.replace(scratch, target)
        except OSError as error:
            with contextlib.suppress(OSError):
                scratch.unlink()
            raise failure(path, error) from error

    def _inside(self, path: str) -> None:
        """Raises OutputError where a link leads out of the site's folder."""
        folder = (self.site / path).parent
        if folder not in self._safe:
            if not folder.resolve().is_relative_to(self.real):
                raise OutputError(
                    f"expected {path} within the site, found a link to {folder.resolve()}; remove the link."
                )
            self._safe.add(folder)


def _made(path: Path) -> BufferedWriter:
    """A new file, open to be written. What stood there goes first: a link, which would lead to a file of somebody else."""
    path.unlink(missing_ok=True)
    return open(path, "xb")


def _locked(path: Path) -> IO[Any]:
    """An open file that no other process holds; the system frees it whatever way this process ends.

    Nothing is written to it, and no link is followed to it.
    """
    file = os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | PLAIN, 0o666), "ab")
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.close()
            raise OutputError(
                "expected to be alone, found another publish at work on this site; wait for it."
            ) from error
    return file
