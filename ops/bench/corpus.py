"""Write a site of small programs that save something and read it back, for measuring."""

from pathlib import Path

KINDS = {
    "pickle": """
import pickle
from pathlib import Path

path = Path("{name}.pickle")
path.write_bytes(pickle.dumps({{"name": "Alice", "number": {number}}}))
print(pickle.loads(path.read_bytes())["number"])
""",
    "sqlite": """
import sqlite3
from contextlib import closing

with closing(sqlite3.connect(":memory:")) as con, con:
    con.execute("CREATE TABLE users (name TEXT, number INTEGER)")
    con.execute("INSERT INTO users VALUES (?, ?)", ("Alice", {number}))
    print(con.execute("SELECT number FROM users").fetchone()[0])
""",
    "json": """
import json
from pathlib import Path

path = Path("{name}.json")
path.write_text(json.dumps({{"name": "Alice", "number": {number}}}), encoding="utf-8")
print(json.loads(path.read_text(encoding="utf-8"))["number"])
""",
    "csv": """
import csv

with open("{name}.csv", "w", newline="", encoding="utf-8") as file:
    csv.writer(file).writerow(["Alice", {number}])
with open("{name}.csv", newline="", encoding="utf-8") as file:
    print(next(csv.reader(file))[1])
""",
}
PER_PAGE = 10

_CONFIG = """site_name: Corpus
nav:
{nav}
"""
_EMBEDDED = """```python title="{name}.py"
--8<-- "{key}/{name}.py"
```

<!--pytest-codeblocks:expected-output-->
```text title="Output"
--8<-- "{key}/{name}.out"
```
"""
_INLINE = """```python
{text}```
"""


def write(root: Path, count: int) -> None:
    """Write a site of programs, and the same programs typed into pages for other tools.

    Args:
        root: an empty folder; gets mkdocs.yml, docs/ and snippets/, inline/ and loop/.
        count: how many programs.
    """
    for name in ("docs", "snippets", "inline", "loop"):
        (root / name).mkdir(parents=True)
    keys = []
    for first in range(0, count, PER_PAGE):
        key = f"page-{first:05}"
        keys.append(key)
        (root / "snippets" / key).mkdir()
        embedded, inline = [f"# {key}\n"], [f"# {key}\n"]
        for number in range(first, min(first + PER_PAGE, count)):
            kind = list(KINDS)[number % len(KINDS)]
            name = f"{kind}_{number:05}"
            text = KINDS[kind].format(name=name, number=number).lstrip()
            (root / "snippets" / key / f"{name}.py").write_text(text, "utf-8")
            (root / "snippets" / key / f"{name}.out").write_text(f"{number}\n", "utf-8")
            (root / "loop" / f"{name}.py").write_text(text, "utf-8")
            embedded.append(_EMBEDDED.format(key=key, name=name))
            inline.append(_INLINE.format(text=text))
        (root / "docs" / f"{key}.md").write_text("\n".join(embedded), "utf-8")
        (root / "inline" / f"{key}.md").write_text("\n".join(inline), "utf-8")
    nav = "\n".join(f"  - {key}.md" for key in keys)
    (root / "mkdocs.yml").write_text(_CONFIG.format(nav=nav), "utf-8")
