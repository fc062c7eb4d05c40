"""``python -m briefing`` and the ``brief`` command: errors a user can cause become one line and an exit code."""

from __future__ import annotations

import gc
import io
import os
import sys

from briefing.errors import BriefingError, OptionError


def main() -> None:
    """Run the command; exit code 1 for bad input, 2 for wrong usage."""
    # A process that lives for a third of a second: what it makes is in use until it ends, so that looking for garbage,
    # on the way and at the end, and starting threads for matrices that there are none of cost a sixth of its time.
    gc.set_threshold(1_000_000, 20, 50)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if sys.stderr is None:  # closed: what is told goes nowhere, and not to where Python would print it
        sys.stderr = io.StringIO()
    from briefing.cli import UsageError, app
    from briefing.cli.common import tell

    try:
        sys.exit(app(standalone_mode=False))
    except BriefingError as error:
        tell(f"brief: {error}")
        sys.exit(2 if isinstance(error, OptionError) else 1)
    except UsageError as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            error.show()
        else:
            command = error.ctx.command_path if error.ctx else "brief"
            tell(f"brief: {error.format_message().rstrip('.')}; see {command} --help.")
        sys.exit(2)
    except OSError as error:
        # The reader has gone (``brief make article.txt | head``) or the disk is full; nothing more can be written.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            tell(f"brief: expected to write the output, found: {error}; check the disk.")
        sys.exit(1)
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
