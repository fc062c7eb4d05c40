"""``python -m briefing`` and the ``brief`` command: errors a user can cause become one line and an exit code."""

from __future__ import annotations

import gc
import os
import sys

from briefing.errors import BriefingError, OptionError


def main() -> None:
    """Run the command; exit code 1 for bad input, 2 for wrong usage."""
    # A process that lives for a third of a second: what it makes is in use until it ends, so that looking for garbage,
    # on the way and at the end, and starting threads for matrices that there are none of cost a sixth of its time.
    gc.set_threshold(1_000_000, 20, 50)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from briefing.cli import app

    try:
        app()
    except BriefingError as error:
        print(f"brief: {error}", file=sys.stderr)
        sys.exit(2 if isinstance(error, OptionError) else 1)
    except OSError as error:
        # The reader has gone (``brief make article.txt | head``) or the disk is full; nothing more can be written.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            print(f"brief: expected to write the output, found: {error}; check the disk.", file=sys.stderr)
        sys.exit(1)
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
