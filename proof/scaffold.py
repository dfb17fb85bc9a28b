"""Make a new page with its first programs, which pass as they are made."""

import re

from proof.project import Project

_PAGE = """---
title: {title}
description: One sentence for search engines, which says what a reader finds on this page.
tags: [{tag}]
---

# {title}

The answer, in two or three sentences, usable without reading on.

## Save and read back

```python title="save.py"
--8<-- "{key}/save.py"
```

A new process reads what the first one wrote:

```python title="read.py"
--8<-- "{key}/read.py"
```

<!--pytest-codeblocks:expected-output-->
```text title="Output"
--8<-- "{key}/read.out"
```
"""
_SAVE = """from pathlib import Path

Path("note.txt").write_text("kept\\n", encoding="utf-8")
"""
_READ = """from pathlib import Path

print(Path("note.txt").read_text(encoding="utf-8"), end="")
"""
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")


class ScaffoldError(ValueError):
    """The page can't be made; the message says why."""


def make(project: Project, key: str) -> list[str]:
    """Make a page, its programs and its line in the navigation; return the files' names.

    Args:
        project: where to make it.
        key: the page's path under docs/, without its ending.

    Raises:
        ScaffoldError: if the key can't be a page's or the page exists.
    """
    if not _KEY.fullmatch(key):
        raise ScaffoldError(f'"{key}" is no page; write it like PAGE=sqlite/upsert')
    path = project.page(key)
    if path.exists():
        raise ScaffoldError(f"{project.name(path)} exists")
    title = key.rpartition("/")[2].replace("-", " ").capitalize()
    tag = key.partition("/")[0]
    folder = project.snippets / key
    folder.mkdir(parents=True, exist_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_PAGE.format(title=title, key=key, tag=tag), "utf-8")
    made = [path]
    for name, text in (("save.py", _SAVE), ("read.py", _READ), ("read.out", "kept\n")):
        (folder / name).write_text(text, "utf-8")
        made.append(folder / name)
    _navigate(project, key, title)
    return [project.name(file) for file in (*made, project.config_file)]


def _navigate(project: Project, key: str, title: str) -> None:
    """Add the page to nav: below the last page of its folder, or at the end."""
    lines = project.config_file.read_text("utf-8").splitlines()
    begin = lines.index("nav:")
    end = next(
        (n for n in range(begin + 1, len(lines)) if not lines[n].startswith(" ")), len(lines)
    )
    folder = f"{key.rpartition('/')[0]}/"
    siblings = [
        n
        for n in range(begin, end)
        if folder != "/" and re.search(rf"[ :]{folder}[^/]+\.md$", lines[n])
    ]
    if siblings:
        after = siblings[-1]
        indent = lines[after][: len(lines[after]) - len(lines[after].lstrip())]
        new = [f"{indent}- {key}.md"]
    else:
        after = end - 1
        new = [f"  - {title}: {key}.md"]
        if folder != "/":
            new = [f"  - {folder[:-1].capitalize()}:", f"      - {key}.md"]
    lines[after + 1 : after + 1] = new
    project.config_file.write_text("\n".join(lines) + "\n", "utf-8")
