"""What the tests of the engine share."""

from pathlib import Path

import pytest

import toy_site


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A site of one page, on which one program writes and another reads."""
    toy_site.make(tmp_path)
    return tmp_path
