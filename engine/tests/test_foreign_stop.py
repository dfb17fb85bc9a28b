"""Where the engine is stopped, what it runs of other people's pages is stopped too."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

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


@pytest.mark.skipif(os.name != "posix", reason="there are no such signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_what_runs_ends_with_the_engine(tmp_path: Path, name: str) -> None:
    door = socket.create_server(("127.0.0.1", 0))
    door.settimeout(HANGS)
    (tmp_path / "docs").mkdir()
    (tmp_path / "tmp").mkdir()
    after = tmp_path / "after"
    text = PAGE.format(port=door.getsockname()[1], after=after)
    (tmp_path / "docs" / "wait.md").write_text(text, "utf-8")
    engine = subprocess.Popen(
        # As a shell starts it; what runs the tests may have it ignore one of the signals.
        [sys.executable, "-c", START, "run"],
        cwd=tmp_path,
        env=os.environ | {"TMPDIR": str(tmp_path / "tmp")},
        stderr=subprocess.PIPE,
        text=True,
    )
    with engine, door:
        running = door.accept()[0]
        running.settimeout(HANGS)
        engine.send_signal(signal.Signals[name])
        said = engine.communicate(timeout=HANGS)[1]
        assert running.recv(1) == b"", "its end is closed: it was killed"
        running.close()
    assert (engine.returncode, said) == (130, "stopped\n")
    assert not after.exists()
    assert not list((tmp_path / "tmp").iterdir())
