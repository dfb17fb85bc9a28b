"""What the tests of looking into files share."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SOURCE = Path(__file__).parents[3] / "web" / "src" / "folder"


@pytest.fixture(scope="module")
def inspect() -> Iterator[Any]:
    sys.path.insert(0, str(SOURCE))
    import inspect_file

    def look(path: Path, **options: Any) -> dict[str, Any]:
        """Look, and check that it could be sent to the page and that nothing has changed."""
        before = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
        times = {file: file.stat().st_mtime_ns for file in before}
        shown = json.loads(json.dumps(inspect_file.inspect(str(path), options)))
        json.dumps(shown, ensure_ascii=False).encode("utf-8")
        after = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
        assert after == before
        assert {file: file.stat().st_mtime_ns for file in after} == times
        return dict(shown)

    yield look
    sys.path.remove(str(SOURCE))
