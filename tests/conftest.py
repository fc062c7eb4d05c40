"""Where the test material lies."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture
def seeds() -> Path:
    """The articles written for this project."""
    return ROOT / "seeds"


@pytest.fixture
def nato() -> Path:
    """The article that the project began with, where it is to be had."""
    path = SHARED / "seeds" / "blinken-nato.txt"
    if not path.exists():
        pytest.skip(
            "../shared is not here: the NATO article is third-party text and stays out of the project"
        )
    return path
