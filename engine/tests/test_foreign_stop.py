"""Where the engine is stopped, what it runs of other people's pages is stopped too."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from twicetold.run import cold
from twicetold.run.patience import HANGS

START = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from twicetold import cli
sys.exit(cli.run())
"""
PAGE = """# Wait

```python
import socket

end = socket.create_connection(("127.0.0.1", {port}))
while True:
    pass
```

```python
open("{after}", "x")
```
"""
NEVER = """```python
import threading

threading.Event().wait()
```
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="there are no such signals")


@dataclass
class Running:
    """An engine that runs a program which does not end, and the other end of its connection."""

    engine: "subprocess.Popen[str]"
    connection: socket.socket
    folder: Path

    def stop(self, name: str) -> str:
        """Send the engine a signal, wait until both have ended, and return what was said."""
        self.engine.send_signal(signal.Signals[name])
        said: str = self.engine.communicate(timeout=HANGS)[1]
        assert self.connection.recv(1) == b"", "its end is closed: it was killed"
        assert not (self.folder / "after").exists()
        return said


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    door = socket.create_server(("127.0.0.1", 0))
    door.settimeout(HANGS)
    (tmp_path / "docs").mkdir()
    (tmp_path / "tmp").mkdir()
    text = PAGE.format(port=door.getsockname()[1], after=tmp_path / "after")
    (tmp_path / "docs" / "wait.md").write_text(text, "utf-8")
    # More than run at once: they wait their turn.
    for number in range(2 * (os.cpu_count() or 1)):
        (tmp_path / "docs" / f"wait_{number}.md").write_text(NEVER, "utf-8")
    engine = subprocess.Popen(
        # As a shell starts it; what runs the tests may have it ignore one of the signals.
        [sys.executable, "-c", START, "run"],
        cwd=tmp_path,
        env=os.environ | {"TMPDIR": str(tmp_path / "tmp")},
        stderr=subprocess.PIPE,
        text=True,
    )
    with engine, door:
        connection = door.accept()[0]
        connection.settimeout(HANGS)
        with connection:
            yield Running(engine, connection, tmp_path)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_what_runs_ends_with_the_engine(running: Running, name: str) -> None:
    said = running.stop(name)
    assert (running.engine.returncode, said) == (130, "stopped\n")
    assert not list((running.folder / "tmp").iterdir())


@pytest.mark.skipif(not cold.bound(), reason="nothing here binds a process to its parent")
def test_it_does_so_where_the_engine_can_do_nothing(running: Running) -> None:
    running.stop("SIGKILL")
