"""From Markdown to what is published, each source is read once in each process."""

import json
from collections import Counter
from pathlib import Path

import pytest

from toy_site import PAGE, READ, build, put, run

BESIDE = """
```json title="data.json"
--8<-- "notes/data.json"
```

```python title="read.py"
--8<-- "notes/read.py:print"
```

```python
text = "typed"
print(text)
```

<!--pytest-codeblocks:cont-->
```python
print(len(text))
```

```text title="Output"
typed
5
```
"""
COUNTED = """
import atexit, json, os, sys

opened = []
sys.addaudithook(lambda event, args: opened.append(args[0]) if event == "open" else None)
atexit.register(
    lambda: open("opened.json", "w").write(json.dumps([str(each) for each in opened]))
)
if sys.argv[1] == "pytest":
    import pytest
    sys.exit(pytest.main(sys.argv[2:]))
from twicetold import cli
del sys.argv[0]
sys.exit(cli.run())
"""


@pytest.fixture
def site(notes: Path) -> Path:
    """A site whose page shows of all kinds: files, a section, an input and typed programs."""
    settings = '[tool.twicetold]\nprograms = "both"\noutput = "Output"\n'
    (notes / "pyproject.toml").write_text(settings, "utf-8")
    (notes / "docs" / "notes.md").write_text(PAGE + BESIDE, "utf-8")
    put(notes, "data.json", '{"a": 1}\n')
    marked = READ.replace("print(", "# --8<-- [start:print]\nprint(")
    put(notes, "read.py", f"{marked}# --8<-- [end:print]\n")
    (notes / "counted.py").write_text(COUNTED, "utf-8")
    return notes


def counted(site: Path, *command: str) -> Counter[str]:
    """Run a command in a process of its own; how often it opened each source."""
    done = run(site, "counted", *command)
    assert done.returncode == 0, done.stdout + done.stderr
    opened = [Path(site, each) for each in json.loads((site / "opened.json").read_text())]
    sources = (site / "docs", site / "snippets")
    found = (path for path in opened if any(map(path.is_relative_to, sources)))
    return Counter(path.relative_to(site).as_posix() for path in found if path.suffix)


def test_each_source_is_opened_once(site: Path) -> None:
    sources = {"docs/notes.md"}
    sources |= {f"snippets/notes/{name}" for name in ("write.py", "read.py", "read.out")}
    once = Counter(sources | {"snippets/notes/data.json"})
    assert counted(site, "pytest", "docs", "--receipt", "receipts", "-q") == once
    build(site)
    for verb in ("prove", "hold", "ledger", "gather", "outputs"):
        assert counted(site, "twicetold", verb) == once, verb
