"""Make a new page with its first programs, which pass as they are made."""

import re
from pathlib import Path

from twicetold.base.project import Project

_PAGE = """---
title: {title}
description: What a reader finds on the page {title}, in one sentence for search engines.
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
_NAV = re.compile(r"nav:\s*(#.*)?")


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
        named = f'"{key}" can be no page' if key else "this needs the new page"
        raise ScaffoldError(f"{named}; write it like: make new PAGE=sqlite/upsert")
    path = project.page(key)
    if path.exists():
        raise ScaffoldError(f"{project.name(path)} exists")
    title = key.rpartition("/")[2].replace("-", " ").capitalize()
    tag = key.partition("/")[0]
    navigation = _navigation(project, key, title)
    folder = project.snippets / key
    made = [_write(path, _PAGE.format(title=title, key=key, tag=tag))]
    for name, text in (("save.py", _SAVE), ("read.py", _READ), ("read.out", "kept\n")):
        made.append(_write(folder / name, text))
    if navigation:
        made.append(_write(project.config_file, navigation))
    return [project.name(file) for file in made]


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    return path


def _navigation(project: Project, key: str, title: str) -> str | None:
    """Return mkdocs.yml with the page in nav: below the last page of its folder, or at the end.

    Without nav MkDocs lists all pages itself, and nothing is to be done.
    """
    if project.config.get("nav") is None:
        return None
    lines = project.config_file.read_text("utf-8").splitlines()
    begin = next((n for n, line in enumerate(lines) if _NAV.fullmatch(line)), None)
    if begin is None:
        raise ScaffoldError(
            f"mkdocs.yml: write nav: with a page a line, then {key} can join it"
        )
    end = last = begin + 1
    while end < len(lines) and (not lines[end].strip() or lines[end][0] in " -#"):
        end += 1
        last = end if lines[end - 1][:1] in {" ", "-"} else last
    first = lines[begin + 1]
    indent = first[: len(first) - len(first.lstrip())]
    folder = f"{key.rpartition('/')[0]}/"
    siblings = [
        n
        for n in range(begin + 1, last)
        if folder != "/" and re.search(rf"[ :\"']{folder}[^/]+\.md[\"']?$", lines[n].rstrip())
    ]
    if siblings:
        last = siblings[-1] + 1
        near = lines[siblings[-1]]
        new = [f"{near[: len(near) - len(near.lstrip())]}- {key}.md"]
    elif folder == "/":
        new = [f"{indent}- {title}: {key}.md"]
    else:
        new = [f"{indent}- {folder[:-1].capitalize()}:", f"{indent}    - {key}.md"]
    lines[last:last] = new
    return "\n".join(lines) + "\n"
