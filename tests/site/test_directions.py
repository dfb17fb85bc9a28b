"""A folder of the tree imports only folders before it; tests are imported by none."""

from pathlib import Path

from imports import names

ROOT = Path(__file__).parents[2]
# Each may import those before it, and the engine.
ORDER = ("theme", "press", "guide", "ops/tools", "web", "ops/bench", "tests")
# What measures has tests of its own; no other test imports it.
OF_THE_BENCH = {
    *(f"tests/site/test_{name}.py" for name in ("corpora", "figures", "peers", "speed")),
    "tests/browser/test_measured.py",
}
MODULES = [
    path.relative_to(ROOT).as_posix()
    for folder in ORDER
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "node_modules" not in path.parts
]


def of(name: str) -> str | None:
    """Return the folder of the tree that has a module or a file, if it is one of them.

    Args:
        name: as `ops.tools.browser` or `ops/tools/browser.py`.
    """
    path = name.replace(".", "/") + "/"
    return next((folder for folder in ORDER if path.startswith(f"{folder}/")), None)


def against(file: str, source: str) -> set[str]:
    """Return what a file imports of a folder that is behind its own.

    Args:
        file: relative to the root of the repository.
        source: its text.
    """
    own = ORDER.index(of(file) or "")
    folders = {name: of(name) for name in names(source)}
    behind = {name for name, folder in folders.items() if folder in ORDER[own + 1 :]}
    if of(file) == "tests" and file not in OF_THE_BENCH:
        behind |= {name for name, folder in folders.items() if folder == "ops/bench"}
    return behind


def test_a_folder_imports_only_folders_before_it() -> None:
    found = {file: against(file, (ROOT / file).read_text("utf-8")) for file in MODULES}
    assert {file: wrong for file, wrong in found.items() if wrong} == {}


def test_an_import_of_what_is_behind_is_noticed() -> None:
    assert against("press/site.py", "from guide import engines\n") == {"guide.engines"}
    assert against("web/prove.py", "from tests.support import needs") == {"tests.support.needs"}
    assert against("tests/site/test_x.py", "import ops.bench.run") == {"ops.bench.run"}
    assert against("tests/site/test_peers.py", "import ops.bench.run") == set()
    assert against("guide/x.py", "from press.site import Site") == set()
