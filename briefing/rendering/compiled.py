"""Compiled templates, kept where Python keeps its compiled modules: to compile one takes as long as to make a brief."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from briefing._version import __version__


class CompiledTemplates(jinja2.FileSystemBytecodeCache):
    """The compiled templates of a folder, in its ``__pycache__``; each knows the text that it was made from.

    As with modules, where nothing can be written each process compiles anew, and a damaged file counts as none.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder / "__pycache__"), f"%s-{__version__}-jinja2-{jinja2.__version__}.cache")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if there is something to fill it with."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # pickle raises anything on a damaged file
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what the bucket holds, unless Python is told to keep nothing."""
        if not sys.dont_write_bytecode:
            with contextlib.suppress(OSError):
                Path(self.directory).mkdir(exist_ok=True)
                super().dump_bytecode(bucket)
