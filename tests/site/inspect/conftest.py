"""What the tests of looking into files share."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

SOURCE = Path(__file__).parents[3] / "web" / "src" / "look"

Look = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def inspector() -> Iterator[Any]:
    """The package as a page has it."""
    sys.path.insert(0, str(SOURCE))
    import inspector

    yield inspector
    sys.path.remove(str(SOURCE))


@pytest.fixture(scope="session")
def inspect(inspector: Any) -> Look:
    def look(path: Path, **options: Any) -> dict[str, Any]:
        """Look, and check that it could be sent to the page and that nothing has changed."""
        before = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
        times = {file: file.stat().st_mtime_ns for file in before}
        shown = json.loads(json.dumps(inspector.inspect(str(path), options)))
        json.dumps(shown, ensure_ascii=False).encode("utf-8")
        after = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
        assert after == before
        assert {file: file.stat().st_mtime_ns for file in after} == times
        return dict(shown)

    return look


@pytest.fixture
def inspect_only(inspector: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Look without the last resort, so that what a kind's own code lets through is seen."""

    class Only:
        guarded = staticmethod(lambda path: inspector.inspect(str(path)))

        def __call__(self, path: Path) -> dict[str, Any]:
            return dict(inspector.unguarded(path, path.read_bytes()[: inspector.HEAD], {}))

    return Only()


@pytest.fixture(scope="session")
def thorough() -> int:
    """How many times as much is tried: `make hostile` asks for 20."""
    return int(os.environ.get("THOROUGH", "1"))
