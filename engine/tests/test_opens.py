"""From Markdown to what is published, each source is read once in each process.

Nor is more read of a page's folder for each run than shows what the run did to it.
"""

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

seen = {"open": [], "os.scandir": []}
sys.addaudithook(lambda event, args: event in seen and seen[event].append(str(args[0])))
atexit.register(lambda: open("seen.json", "w").write(json.dumps(seen)))
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


def seen(site: Path, *command: str) -> dict[str, list[Path]]:
    """Run a command in a process of its own; what it opened and listed, by the event."""
    done = run(site, "counted", *command)
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, list[str]] = json.loads((site / "seen.json").read_text())
    return {event: [Path(site, each) for each in paths] for event, paths in found.items()}


def counted(site: Path, *command: str) -> Counter[str]:
    """Run a command in a process of its own; how often it opened each source."""
    sources = (site / "docs", site / "snippets")
    opened = seen(site, *command)["open"]
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


def test_a_page_lists_its_folder_once(site: Path) -> None:
    inner = site / "snippets" / "notes" / "inner"
    inner.mkdir()
    put(site, "inner/more.py", "a = 1\n")
    more = '```python title="inner/more.py"\n--8<-- "notes/inner/more.py"\n```\n'
    (site / "docs" / "notes.md").write_text(f"{PAGE}{BESIDE}\n{more}", "utf-8")
    listed = seen(site, "pytest", "docs/notes.md", "-q")["os.scandir"]
    own = Counter(path for path in listed if path.is_relative_to(site / "snippets"))
    assert own == {inner.parent: 1, inner: 1}


def test_a_program_is_read_once_after_each_run(site: Path) -> None:
    opened = seen(site, "pytest", "docs/notes.md", "-q")["open"]
    made = Counter(path.name for path in opened if path.parent.name == "page")
    programs = 3  # of the page; the third is typed, and called after its place
    each = 1 + 1 + 2 * programs  # made, read before the first run, and after each run of any
    wanted = dict.fromkeys(("write.py", "read.py", "block-3.py"), each)
    assert made == {**wanted, "data.json": 1}
