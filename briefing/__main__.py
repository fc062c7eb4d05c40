"""``python -m briefing`` and the ``brief`` command: errors a user can cause become one line and an exit code."""

from __future__ import annotations

import sys

from briefing.errors import BriefingError, OptionError


def main() -> None:
    """Run the command; 1 for bad input, 2 for wrong usage."""
    from briefing.cli import app

    try:
        app()
    except BriefingError as error:
        print(f"brief: {error}", file=sys.stderr)
        sys.exit(2 if isinstance(error, OptionError) else 1)


if __name__ == "__main__":
    main()
