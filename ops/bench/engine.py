"""Time the engine on 500 small programs, beside a shell loop and beside its peers."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from ops.bench import corpus, others
from ops.bench.figures import Figure, host, medians

ROOT = Path(__file__).resolve().parents[2]
RESULT = ROOT / "theme" / "includes" / "engine.md"
COUNT = 500
ROUNDS = 3
GROWTH = (50, 500, 2000)
LOOP = "a shell loop of `python FILE`"


def run(command: list[str], root: Path, **more: str) -> None:
    """Run a command in a folder, with more environment variables; raise if it fails."""
    variables = os.environ | more
    done = subprocess.run(command, cwd=root, env=variables, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command}\n{done.stdout.decode()[-2000:]}\n{done.stderr.decode()[-2000:]}")


def loop(root: Path) -> None:
    run(["sh", "-c", f'cd loop && for file in *.py; do "{sys.executable}" "$file"; done'], root)


def engine(*options: str, ahead: int = 0) -> Callable[[Path], None]:
    """Return a function that runs each program once through pytest."""

    def once(root: Path) -> None:
        settings = f"[tool.twicetold]\nahead = {ahead}\nruns = 1\n"
        (root / "pyproject.toml").write_text(settings, "utf-8")
        plugin = ["-p", "twicetold.pytest_plugin", "-p", "xdist", "-p", "no:cacheprovider"]
        command = [sys.executable, "-m", "pytest", "-q", *plugin, "--rootdir", str(root)]
        # Without the plugins that only the guide needs, as each peer is alone as well.
        alone = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        run([*command, *options, "docs"], root, **alone)

    return once


def peer(file: str, text: str, *paths: str) -> Callable[[Path], None]:
    """Return a function that runs pytest with one more file in the folder."""

    def once(root: Path) -> None:
        (root / file).write_text(text, "utf-8")
        try:
            run([*others.PYTEST, *paths], root)
        finally:
            (root / file).unlink()

    return once


def doccmd(root: Path) -> None:
    run([*others.DOCCMD, "inline"], root)


def marked(command: list[str], mark: str) -> Callable[[Path], None]:
    """Return a function that runs a tool on the pages, whose fences have its mark."""

    def once(root: Path) -> None:
        with tempfile.TemporaryDirectory(dir=root) as folder:
            for page in sorted((root / "inline").glob("*.md")):
                text = page.read_text("utf-8").replace("```python", mark)
                (Path(folder) / page.name).write_text(text, "utf-8")
            pages = [str(path) for path in sorted(Path(folder).glob("*.md"))]
            run([*command, *pages], root)

    return once


def seconds(work: Callable[[Path], None], root: Path) -> float:
    begin = time.perf_counter()
    work(root)
    return time.perf_counter() - begin


def figures() -> Iterator[Figure]:
    """Give the times of all ways, and of more and more programs."""
    ways: dict[str, Callable[[Path], None]] = {LOOP: loop}
    ways |= {
        "the engine, one page at a time": engine(),
        "the engine as it is": engine(ahead=3),
        "the engine, two workers": engine("-n2"),
    }
    examples = others.PYTEST_EXAMPLES.format(pages="inline", check="run")
    peers: dict[str, Callable[[Path], None]] = {
        "pytest-examples": peer("test_peer.py", examples, "test_peer.py"),
        "sybil": peer("conftest.py", others.SYBIL, "inline"),
        "doccmd": doccmd,
        "docs-that-run": marked(others.DTR, others.MARKED),
        "mdoctest": marked(others.MDOCTEST, others.DIRECTED),
    }
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / str(COUNT)
        corpus.write(root, COUNT)
        taken = medians(
            {name: partial(seconds, work, root) for name, work in ways.items()}, ROUNDS
        )
        for name, work in peers.items():
            if found := others.title(name):
                taken[f"{found}, one round"] = seconds(work, root)
        sites = {str(count): Path(folder) / f"growth-{count}" for count in GROWTH}
        for count, site in sites.items():
            corpus.write(site, int(count))
        growth = medians(
            {count: partial(seconds, engine(), site) for count, site in sites.items()}, ROUNDS
        )
    for name, value in taken.items():
        if name != LOOP:
            yield Figure(name, value, "s", LOOP, taken[LOOP])
    each = {count: 1000 * value / int(count) for count, value in growth.items()}
    for count, value in each.items():
        yield Figure(
            f"a program of {count}", value, "ms", f"one of {GROWTH[0]}", each[str(GROWTH[0])]
        )


def write(found: list[Figure]) -> None:
    """Write the tables for the page that shows them, from what was measured."""
    ways = [each for each in found if each.beside == LOOP]
    growth = [each for each in found if each.beside == f"one of {GROWTH[0]}"]
    if not ways:
        return
    rows = [f"| {COUNT} programs, once each | seconds | of the loop |", "|---|---:|---:|"]
    rows.append(f"| {LOOP} | {ways[0].base:.2f} | 1.00 |")
    rows += [f"| {each.name} | {each.value:.2f} | {each.ratio:.2f} |" for each in ways]
    rows += ["", "| programs, one page at a time | milliseconds each |", "|---:|---:|"]
    rows += [f"| {each.name} | {each.value:.1f} |" for each in growth]
    note = f"Median of {ROUNDS} rounds taken in turn on {host()}."
    RESULT.write_text("\n".join([*rows, "", note]) + "\n", "utf-8")
