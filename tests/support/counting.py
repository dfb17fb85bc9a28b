"""Count what a build and an edit make MkDocs do.

`python tests/support/counting.py FOLDER [calls]` does it in a folder of sources. How many
seconds they take is the machine's; what they do is ours. MkDocs serves as for an author, but
without a network, and builds each edit at once.
"""

import cProfile
import json
import sys
from collections import Counter
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from material.plugins.search.plugin import Parser
from mkdocs.commands import serve
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page
from pymdownx import highlight

EDITS = {"docs/sqlite/index.md": "page", "snippets/sqlite/index/save.py": "program"}
counts: Counter[str] = Counter()


def counted(name: str, function: Any) -> Any:
    """Return a function that is counted under a name each time that it is called."""

    def call(*arguments: Any, **options: Any) -> Any:
        counts[name] += 1
        return function(*arguments, **options)

    return call


def main(folder: Path, calls: bool) -> None:
    """Serve a folder of sources, edit there, and print what each build did, as JSON.

    Args:
        folder: the sources.
        calls: whether to count each call of a function in the first build; it takes its time.
    """
    Page.render = counted("pages", Page.render)
    highlight.highlight = counted("blocks", highlight.highlight)
    Parser.feed = counted("searched", Parser.feed)
    found: list[dict[str, int]] = []
    build = vars(serve)["build"]

    def building(*arguments: Any, **options: Any) -> None:
        counts.clear()
        with cProfile.Profile() if calls and not found else nullcontext() as profile:
            build(*arguments, **options)
        if profile:
            counts["calls"] = sum(each.callcount for each in profile.getstats())
        found.append({**counts, "modules": len(sys.modules)})

    def editing(server: LiveReloadServer, **_: object) -> None:
        for name in EDITS:
            with (folder / name).open("a", encoding="utf-8") as file:
                file.write("# edited\n" if name.endswith(".py") else "\nEdited.\n")
            server.builder()

    vars(serve)["build"] = building
    setattr(LiveReloadServer, "serve", editing)  # noqa: B010 - not of the same type
    LiveReloadServer.shutdown = lambda server, **_: None
    serve.serve(str(folder / "mkdocs.yml"))
    print(json.dumps(dict(zip(("build", *EDITS.values()), found, strict=True))))


if __name__ == "__main__":
    main(Path(sys.argv[1]), "calls" in sys.argv)
